<?cs include!"portal/macros.cs" ?><?cs call:top() ?>
<title><?cs if:Page.Year ?><?cs var:Page.Year ?> 年<?cs /if ?>政府信息公开年报<?cs if:Page.Unit.Short ?> - <?cs var:Page.Unit.Short ?><?cs /if ?><?cs if:Page.Pager.First ?> - 第 <?cs var:Page.Pager.Number ?> 页<?cs /if ?> - <?cs var:Site.Name ?></title>
<?cs call:column("政府信息公开年报", "各单位历年政府信息公开工作年度报告。", "政府信息公开年报,年度报告", "信息公开年报") ?>
<?cs call:banner("report") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><?cs if:Page.Unit.Code ?><li><a href="/unit/<?cs var:Page.Unit.Code ?>"><?cs var:Page.Unit.Short ?></a></li><?cs /if ?><li aria-current="page">政府信息公开年报</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="page-h"><h1>政府信息公开年报</h1><p><?cs if:Page.Unit.Code ?><?cs var:Page.Unit.Name ?> · <a href="/report">看全部单位</a><?cs else ?>各单位每年 1 月 31 日前公布上一年的报告，区政府的报告在 3 月 31 日前公布。<?cs /if ?></p></div>
<?cs uvar:Page.SwitchHtml ?>
<?cs if:Page.Years.0.Year ?><nav aria-label="成文年份"><ul class="chips years"><?cs each:y = Page.Years ?><li><a class="chip" href="/report?<?cs if:Page.Unit.Code ?>unit=<?cs var:Page.Unit.Code ?>&amp;<?cs /if ?>year=<?cs var:y.Year ?>"<?cs if:y.Current ?> aria-current="page"<?cs /if ?>><?cs var:y.Year ?> 年成文<span class="muted"><?cs var:y.N ?> 条</span></a></li><?cs /each ?></ul></nav><?cs /if ?>
<section class="one" aria-label="年报列表"><?cs if:Page.Rows.0.Doc ?><?cs include!"portal/docs.cs" ?><?cs call:pager() ?><?cs else ?><p class="empty">还没有公开的年度报告。单位发布后会出现在这里。</p><?cs /if ?></section></div>
</main>
<?cs call:foot() ?><?cs call:sym_left() ?><?cs call:sym_right() ?><?cs call:end() ?>
