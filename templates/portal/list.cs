<?cs include!"portal/macros.cs" ?><?cs #
?><?cs def:heading() ?><?cs if:Page.Heading ?><?cs var:Page.Heading ?><?cs else ?>全部公开信息<?cs /if ?><?cs /def ?><?cs #
?><?cs call:top() ?>
<title><?cs call:heading() ?><?cs if:Page.Unit.Short ?> - <?cs var:Page.Unit.Short ?><?cs /if ?><?cs if:Page.Year ?> - <?cs var:Page.Year ?> 年<?cs if:Page.Month ?> <?cs var:Page.Month ?> 月<?cs /if ?><?cs /if ?><?cs if:Page.Pager.First ?> - 第 <?cs var:Page.Pager.Number ?> 页<?cs /if ?> - <?cs var:Site.Name ?></title>
<meta name="ColumnName" content="<?cs if:Page.Heading ?><?cs var:Page.Heading ?><?cs else ?>全部公开信息<?cs /if ?>">
<meta name="ColumnDescription" content="<?cs if:Page.Unit.Name ?><?cs var:Page.Unit.Name ?><?cs else ?><?cs var:Site.Region ?>各单位<?cs /if ?>依法主动公开的政府信息：<?cs if:Page.Heading ?><?cs var:Page.Heading ?><?cs else ?>全部公开信息<?cs /if ?>">
<meta name="ColumnKeywords" content="政府信息公开,信息公开目录,<?cs if:Page.Heading ?><?cs var:Page.Heading ?><?cs else ?>全部公开信息<?cs /if ?>">
<meta name="ColumnType" content="<?cs if:Page.Category.Code == "guide" ?>信息公开指南<?cs elif:Page.Category.Code == "report" ?>信息公开年报<?cs else ?>信息公开目录<?cs /if ?>">
<?cs if:Page.Heading ?><?cs call:shared(Page.Heading, Page.Heading, "website") ?><?cs else ?><?cs call:shared("全部公开信息", "各单位依法主动公开的政府信息。", "website") ?><?cs /if ?><?cs call:banner(Page.Nav) ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><?cs if:Page.Unit.Code ?><li><a href="/unit/<?cs var:Page.Unit.Code ?>"><?cs var:Page.Unit.Short ?></a></li><?cs /if ?><?cs if:Page.Category.Name ?><?cs each:c = Page.Above ?><?cs if:c.Code == Page.Category.Code ?><li aria-current="page"><?cs var:c.Name ?></li><?cs else ?><li><a href="/list?category=<?cs var:c.Code ?><?cs if:Page.TreeQuery ?>&amp;<?cs var:Page.TreeQuery ?><?cs /if ?>"><?cs var:c.Name ?></a></li><?cs /if ?><?cs /each ?><?cs else ?><li aria-current="page"><?cs call:heading() ?></li><?cs /if ?></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="page-h"><h1><?cs call:heading() ?></h1><p><?cs if:Page.Unit.Name ?><?cs var:Page.Unit.Name ?><?cs else ?>全部单位<?cs /if ?> · <?cs if:Page.Pager.AtLeast ?>至少<?cs else ?>共<?cs /if ?> <?cs var:Page.Pager.Total ?> 条<?cs if:Page.Category.Basis ?> · <?cs var:Page.Category.Basis ?><?cs /if ?></p></div>
<?cs if:Page.Yearless ?><div class="note"><p>没有选年份，所以没有按 <?cs var:Page.Yearless ?> 月筛选。请再选一个年份。</p></div><?cs /if ?>
<div class="split"><?cs uvar:Page.SideHtml ?>
<?cs uvar:Page.RowsHtml ?></div></div>
</main>
<?cs call:foot() ?><?cs call:sym_content() ?><?cs call:sym_filter() ?><?cs call:sym_x() ?><?cs call:sym_left() ?><?cs call:sym_right() ?><?cs call:end() ?>
