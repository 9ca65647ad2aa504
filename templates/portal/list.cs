<?cs include!"portal/macros.cs" ?><?cs #
?><?cs def:heading() ?><?cs if:Page.Heading ?><?cs var:Page.Heading ?><?cs else ?>全部公开信息<?cs /if ?><?cs /def ?><?cs #
?><?cs call:top() ?>
<title><?cs call:heading() ?><?cs if:Page.Unit.Short ?> - <?cs var:Page.Unit.Short ?><?cs /if ?><?cs if:Page.Year ?> - <?cs var:Page.Year ?> 年<?cs /if ?><?cs if:Page.Pager.First ?> - 第 <?cs var:Page.Pager.Number ?> 页<?cs /if ?> - <?cs var:Site.Name ?></title>
<meta name="ColumnName" content="<?cs if:Page.Heading ?><?cs var:Page.Heading ?><?cs else ?>全部公开信息<?cs /if ?>">
<meta name="ColumnDescription" content="<?cs if:Page.Unit.Name ?><?cs var:Page.Unit.Name ?><?cs else ?><?cs var:Site.Region ?>各单位<?cs /if ?>依法主动公开的政府信息：<?cs if:Page.Heading ?><?cs var:Page.Heading ?><?cs else ?>全部公开信息<?cs /if ?>">
<meta name="ColumnKeywords" content="政府信息公开,信息公开目录,<?cs if:Page.Heading ?><?cs var:Page.Heading ?><?cs else ?>全部公开信息<?cs /if ?>">
<meta name="ColumnType" content="<?cs if:Page.Category.Code == "guide" ?>信息公开指南<?cs elif:Page.Category.Code == "report" ?>信息公开年报<?cs else ?>信息公开目录<?cs /if ?>">
<?cs call:banner(Page.Nav) ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><?cs if:Page.Unit.Code ?><li><a href="/unit/<?cs var:Page.Unit.Code ?>"><?cs var:Page.Unit.Short ?></a></li><?cs /if ?><?cs if:Page.Category.Name ?><?cs each:c = Page.Above ?><?cs if:c.Code == Page.Category.Code ?><li aria-current="page"><?cs var:c.Name ?></li><?cs else ?><li><a href="/list?category=<?cs var:c.Code ?><?cs if:Page.TreeQuery ?>&amp;<?cs var:Page.TreeQuery ?><?cs /if ?>"><?cs var:c.Name ?></a></li><?cs /if ?><?cs /each ?><?cs else ?><li aria-current="page"><?cs call:heading() ?></li><?cs /if ?></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="page-h"><h1><?cs call:heading() ?></h1><p><?cs if:Page.Unit.Name ?><?cs var:Page.Unit.Name ?><?cs else ?>全部单位<?cs /if ?> · 共 <?cs var:Page.Pager.Total ?> 条<?cs if:Page.Category.Basis ?> · <?cs var:Page.Category.Basis ?><?cs /if ?></p></div>
<div class="split"><?cs uvar:Page.SideHtml ?>
<section id="list" aria-label="信息列表"><div class="bar"><span>共 <b><?cs var:Page.Pager.Total ?></b> 条，按发布时间从新到旧</span><?cs if:Page.Pager.Pages ?><span class="muted">第 <?cs var:Page.Pager.Number ?> 页，共 <?cs var:Page.Pager.Pages ?> 页</span><?cs /if ?></div>
<?cs if:Page.Chips.0.Kind ?><ul class="chips" aria-label="已选条件"><?cs each:c = Page.Chips ?><li><a class="chip" href="/list<?cs if:c.Query ?>?<?cs var:c.Query ?><?cs /if ?>"><span><?cs if:c.Kind == "unit" ?>单位：<?cs var:c.Text ?><?cs elif:c.Kind == "theme" ?>主题：<?cs var:c.Text ?><?cs else ?>成文年份：<?cs var:c.Text ?> 年<?cs /if ?></span><?cs call:icon("x") ?><span class="sr">取消这个条件</span></a></li><?cs /each ?></ul><?cs /if ?>
<?cs if:Page.Rows.0.Doc ?><?cs include!"portal/docs.cs" ?><?cs call:pager() ?><?cs else ?><div class="empty"><p><b>这里没有符合条件的信息。</b></p><p>您可以取消上面的条件，换一个栏目，或者<a href="/search">检索</a>；没有公开的，可以<a href="/apply">申请公开</a>。</p></div><?cs /if ?></section></div></div>
</main>
<?cs call:foot() ?><?cs call:sym_content() ?><?cs call:sym_filter() ?><?cs call:sym_x() ?><?cs call:sym_left() ?><?cs call:sym_right() ?><?cs call:end() ?>
