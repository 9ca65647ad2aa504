<?cs include!"portal/macros.cs" ?><?cs call:top() ?>
<title>政府信息公开制度<?cs if:Page.Pager.First ?> - 第 <?cs var:Page.Pager.Number ?> 页<?cs /if ?> - <?cs var:Site.Name ?></title>
<?cs call:column("政府信息公开制度", "政府信息公开的条例、规章、规范性文件和本区配套制度。", "政府信息公开制度,政府信息公开条例,配套制度", "政策文件") ?>
<?cs call:banner("rules") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li aria-current="page">政府信息公开制度</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="page-h"><h1>政府信息公开制度</h1><p>条例、规章、规范性文件和本区配套制度 · 共 <?cs var:Page.Pager.Total ?> 条</p></div>
<section class="one" aria-label="制度列表"><?cs if:Page.Rows.0.Doc ?><?cs include!"portal/docs.cs" ?><?cs call:pager() ?><?cs else ?><p class="empty">还没有公开的制度文件。各单位发布后会出现在这里。</p><?cs /if ?></section></div>
</main>
<?cs call:foot() ?><?cs call:sym_left() ?><?cs call:sym_right() ?><?cs call:end() ?>
