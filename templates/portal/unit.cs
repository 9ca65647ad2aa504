<?cs include!"portal/macros.cs" ?><?cs call:top() ?>
<title><?cs var:Page.Unit.Name ?> - <?cs var:Site.Name ?></title>
<meta name="ColumnName" content="<?cs var:Page.Unit.Name ?>政府信息公开">
<meta name="ColumnDescription" content="<?cs var:Page.Unit.Name ?>的政府信息公开指南、制度、法定主动公开内容、年报和依申请公开。">
<meta name="ColumnKeywords" content="政府信息公开,<?cs var:Page.Unit.Name ?>">
<meta name="ColumnType" content="信息公开目录">
<?cs call:shared(Page.Unit.Name, Page.Unit.Name, "website") ?><?cs call:banner("open") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li><a href="/units">单位通讯录</a></li><li aria-current="page"><?cs var:Page.Unit.Short ?></li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="page-h"><h1><?cs var:Page.Unit.Name ?></h1><p>政府信息公开 · 共 <?cs var:Page.Total ?> 条</p></div>
<?cs uvar:Page.SwitchHtml ?>
<ul class="five flat"><?cs if:Page.Has.Guide ?><li><a href="/guide?unit=<?cs var:Page.Unit.Code ?>"><?cs call:icon("guide") ?><b>政府信息公开指南</b></a></li><?cs /if ?><?cs if:Page.Has.Rules ?><li><a href="/rules?unit=<?cs var:Page.Unit.Code ?>"><?cs call:icon("rules") ?><b>政府信息公开制度</b></a></li><?cs /if ?><?cs if:Page.Has.Open ?><li><a href="/open?unit=<?cs var:Page.Unit.Code ?>"><?cs call:icon("content") ?><b>法定主动公开内容</b></a></li><?cs /if ?><?cs if:Page.Has.Report ?><li><a href="/report?unit=<?cs var:Page.Unit.Code ?>"><?cs call:icon("annual") ?><b>政府信息公开年报</b></a></li><?cs /if ?><li><a href="/apply?unit=<?cs var:Page.Unit.Code ?>"><?cs call:icon("apply") ?><b>依申请公开</b></a></li></ul>
<p class="take"><?cs if:Page.Has.Leaders ?><a href="/leaders?unit=<?cs var:Page.Unit.Code ?>">领导信息</a><?cs /if ?><a href="/organisation?unit=<?cs var:Page.Unit.Code ?>">机构信息</a><a href="/list?unit=<?cs var:Page.Unit.Code ?>">全部公开信息</a></p>
<div class="cols"><div><section aria-labelledby="h-new"><div class="sec-h"><h2 id="h-new">最新公开</h2><a href="/list?unit=<?cs var:Page.Unit.Code ?>">全部信息</a></div><?cs if:Page.Total ?><ul class="plain news"><?cs each:r = Page.Rows ?><li><time datetime="<?cs var:r.Published ?>"><?cs var:r.Published ?></time><div><a href="/doc/<?cs var:r.Doc ?>"><?cs var:r.Title ?></a><p><span><?cs var:r.IndexNo ?></span><?cs if:r.DocNo ?><span><?cs var:r.DocNo ?></span><?cs /if ?><?cs if:r.Expired ?><span>已失效</span><?cs /if ?></p></div></li>
<?cs /each ?></ul><?cs else ?><p class="empty">这个单位还没有公开的信息。您可以<a href="/apply?unit=<?cs var:Page.Unit.Code ?>">向它申请公开</a>。</p><?cs /if ?></section></div>
<div><section class="panel" aria-labelledby="h-con"><h2 id="h-con">联系方式</h2><?cs call:contact(Page.Unit) ?></section><?cs if:Page.Unit.Duties ?><section class="panel" aria-labelledby="h-dut"><h2 id="h-dut">主要职责</h2><p><?cs var:Page.Unit.Duties ?></p></section><?cs /if ?></div></div>
<?cs if:Page.Has.Open ?><section class="sec" aria-labelledby="h-cat"><div class="sec-h"><h2 id="h-cat">法定主动公开内容</h2><a href="/open?unit=<?cs var:Page.Unit.Code ?>">全部类别</a></div><ul class="plain themes two"><?cs each:c = Page.Tree ?><?cs if:c.N ?><li><a href="/list?category=<?cs var:c.Code ?>&amp;unit=<?cs var:Page.Unit.Code ?>"><span><?cs var:c.Name ?></span><i><?cs var:c.N ?><span class="sr"> 条</span></i></a></li><?cs /if ?><?cs /each ?></ul></section><?cs /if ?></div>
</main>
<?cs call:foot() ?><?cs call:sym_guide() ?><?cs call:sym_rules() ?><?cs call:sym_content() ?><?cs call:sym_annual() ?><?cs call:sym_apply() ?><?cs call:end() ?>
