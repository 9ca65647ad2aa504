<?cs include!"portal/macros.cs" ?><?cs #
?><?cs def:name() ?><?cs if:Page.Column == "rules" ?>政府信息公开制度<?cs elif:Page.Column == "leaders" ?>领导信息<?cs else ?>机构信息<?cs /if ?><?cs /def ?><?cs #
?><?cs call:top() ?>
<title><?cs call:name() ?><?cs if:Page.Unit.Short ?> - <?cs var:Page.Unit.Short ?><?cs /if ?><?cs if:Page.Pager.First ?> - 第 <?cs var:Page.Pager.Number ?> 页<?cs /if ?> - <?cs var:Site.Name ?></title>
<?cs if:Page.Column == "rules" ?><?cs call:column("政府信息公开制度", "政府信息公开的条例、规章、规范性文件和本区配套制度。", "政府信息公开制度,政府信息公开条例,配套制度", "政策文件") ?><?cs elif:Page.Column == "leaders" ?><?cs call:column("领导信息", "各单位负责人的姓名、职务和分工。", "领导信息,负责人,分工", "负责人信息") ?><?cs else ?><?cs call:column("机构信息", "各单位的职能、机构设置、办公地址、办公时间和联系方式。", "机构信息,机构职能,机构设置", "机构职能") ?><?cs /if ?>
<?cs if:Page.Column == "rules" ?><?cs call:banner("rules") ?><?cs else ?><?cs call:banner("open") ?><?cs /if ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><?cs if:Page.Unit.Code ?><li><a href="/unit/<?cs var:Page.Unit.Code ?>"><?cs var:Page.Unit.Short ?></a></li><?cs /if ?><li aria-current="page"><?cs call:name() ?></li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="page-h"><h1><?cs call:name() ?></h1><p><?cs if:Page.Unit.Code ?><?cs var:Page.Unit.Name ?> · <?cs if:Page.Column == "rules" ?><a href="/rules">看全部单位</a><?cs elif:Page.Column == "leaders" ?><a href="/leaders">看全部单位</a><?cs else ?><a href="/organisation">看全部单位</a><?cs /if ?><?cs elif:Page.Column == "rules" ?>条例、规章、规范性文件和本区配套制度<?cs elif:Page.Column == "leaders" ?>各单位负责人的姓名、职务和分工<?cs else ?>各单位的职能、机构设置和联系方式<?cs /if ?> · 共 <?cs var:Page.Pager.Total ?> 条</p></div>
<?cs uvar:Page.SwitchHtml ?>
<?cs if:Page.Column == "organisation" ?><?cs if:Page.Unit.Code ?><div class="cols top0"><section class="prose" aria-labelledby="h-dut"><h2 id="h-dut">主要职责</h2><p><?cs if:Page.Unit.Duties ?><?cs var:Page.Unit.Duties ?><?cs else ?>还没有填写。<?cs /if ?></p></section><section class="panel" aria-labelledby="h-con"><h2 id="h-con">联系方式</h2><?cs call:contact(Page.Unit) ?></section></div><?cs /if ?><?cs /if ?>
<section class="one" aria-label="信息列表"><?cs if:Page.Rows.0.Doc ?><?cs include!"portal/docs.cs" ?><?cs call:pager() ?><p class="take"><a href="/list?category=<?cs var:Page.Code ?><?cs if:Page.Unit.Code ?>&amp;unit=<?cs var:Page.Unit.Code ?><?cs /if ?>">按年份、文号等条件查找</a></p><?cs else ?><div class="empty"><p><b>这里还没有公开的信息。</b></p><p>您可以<a href="/units">打单位的电话</a>询问，或者<a href="/apply<?cs if:Page.Unit.Code ?>?unit=<?cs var:Page.Unit.Code ?><?cs /if ?>">申请公开</a>。</p></div><?cs /if ?></section></div>
</main>
<?cs call:foot() ?><?cs call:sym_left() ?><?cs call:sym_right() ?><?cs call:end() ?>
