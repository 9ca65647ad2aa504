<?cs include!"portal/macros.cs" ?><?cs call:top() ?>
<title>这条信息已经撤下 - <?cs var:Site.Name ?></title>
<?cs call:banner("") ?>
<main id="main" tabindex="-1">
<div class="wrap"><div class="gone"><h1>这条信息已经撤下</h1><p>发布单位取消了它的发布，正文和附件不再提供。编号和登记保留。</p><div class="tomb"><dl><dt>索引号</dt><dd class="num"><?cs var:Page.IndexNo ?></dd><dt>撤下时间</dt><dd class="num"><?cs var:Page.At ?></dd><dt>登记</dt><dd><a href="/register/<?cs var:Page.Line ?>">第 <?cs var:Page.Line ?> 行</a></dd></dl></div><p class="acts"><a class="btn btn-1" href="/unit/<?cs var:Page.UnitCode ?>">看这个单位公开的信息</a></p></div></div>
</main>
<?cs call:foot() ?><?cs call:end() ?>
