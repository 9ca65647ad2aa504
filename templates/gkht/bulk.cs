<?cs include!"gkht/macros.cs" ?>
<?cs def:title() ?>第 <?cs var:Page.Bulk.Id ?> 批 - 批量导入<?cs /def ?>
<?cs def:over() ?><?cs /def ?>
<?cs # What goes on behind the scenes; with script the page looks again by itself. ?>
<?cs def:bulk_progress(b) ?>
<section class="card page" aria-labelledby="h-now" data-poll>
<h2 id="h-now"><?cs if:b.State == "importing" ?>正在导入<?cs elif:b.State == "undoing" ?>正在撤销<?cs else ?>正在检查<?cs /if ?></h2>
<p><?cs if:b.State == "unpacking" ?>正在解压，共 <?cs var:b.Rows ?> 行。<?cs elif:b.State == "checking" ?>已检查 <b><?cs var:b.Done ?></b> 行，共 <?cs var:b.Goal ?> 行。<?cs elif:b.State == "importing" ?>已导入 <b><?cs var:b.Done ?></b> 条，共 <?cs var:b.Goal ?> 条。<?cs else ?>已处理 <b><?cs var:b.Done ?></b> 条，共 <?cs var:b.Goal ?> 条。<?cs /if ?></p>
<progress max="<?cs var:b.Goal ?>" value="<?cs var:b.Done ?>" aria-label="进度"></progress>
<p class="hint">可以关掉这一页去做别的事，后台会接着做；中断了也从断开的地方继续，不会重复。</p>
<?cs if:b.Asleep ?><div class="note note-w"><p>已经有一会儿没有进展。如果一直这样，请告诉系统管理员检查后台处理程序（xxgk-drain）是否在运行。</p></div><?cs /if ?>
<p class="acts"><a class="btn" href="/gkht/entry/bulk/<?cs var:b.Id ?>">刷新</a></p></section><?cs /def ?>

<?cs def:decide(b, act, text, kind) ?><form method="post" action="/gkht/entry/bulk/<?cs var:b.Id ?>" data-send="请检查网络，再点一次。已经收到的不会再做一遍。"><?cs call:csrf() ?><button class="btn <?cs var:kind ?>" name="act" value="<?cs var:act ?>"><?cs var:text ?></button></form><?cs /def ?>

<?cs def:bulk_checked(b) ?>
<section class="card page" aria-labelledby="h-now">
<h2 id="h-now">检查完了，还没有存成草稿</h2>
<p>共 <?cs var:b.Rows ?> 行：<b><?cs var:b.Good ?></b> 行可以导入<?cs if:b.Bad != "0" ?>，<b><?cs var:b.Bad ?></b> 行有问题<?cs /if ?>。</p>
<?cs if:b.Bad != "0" && b.Good != "0" ?><p>导入时跳过有问题的行。可以先导入没有问题的，再把改好的行另做一张表上传；也可以放弃这一批，改好后整批重新上传。</p><?cs elif:b.Good == "0" ?><p>没有可以导入的行。请照下面的说明改好表，再重新上传。</p><?cs /if ?>
<?cs if:b.Unused != "0" ?><p class="muted">压缩文件里有 <?cs var:b.Unused ?> 个文件，表里没有一行用到它们。</p><?cs /if ?>
<div class="acts"><?cs if:b.Good != "0" ?><form method="post" action="/gkht/entry/bulk/<?cs var:b.Id ?>" data-send="请检查网络，再点一次。已经收到的不会重复导入。"><?cs call:csrf() ?><button class="btn btn-1 btn-b" name="act" value="import">导入 <?cs var:b.Good ?> 条</button></form><?cs /if ?><?cs call:decide(b, "drop", "放弃这一批", "btn-b") ?></div></section><?cs /def ?>

<?cs def:bulk_imported(b) ?>
<section class="card page" aria-labelledby="h-now">
<h2 id="h-now">已导入 <?cs var:b.Imported ?> 条草稿</h2>
<p>草稿和平时录入的一样，检查、保密审查以后提交。<?cs if:b.Bad != "0" ?>有问题的 <?cs var:b.Bad ?> 行没有导入，改好后可以另做一张表上传。<?cs /if ?></p>
<p class="acts"><a class="btn btn-1" href="/gkht/entry?state=draft">到信息上载看草稿</a></p>
<?cs if:b.Imported != "0" ?><details><summary>撤销整批</summary>
<p>撤销后，这一批的草稿和它们的文件全部去掉，和没有导入过一样。导入后有人修改、提交、删除过，或者正在填写的，不会动，撤销后逐条列出来。</p>
<?cs call:decide(b, "undo", "确认撤销整批", "btn-x btn-b") ?></details><?cs /if ?></section><?cs /def ?>

<?cs def:bulk_undone(b) ?>
<section class="card page" aria-labelledby="h-now">
<h2 id="h-now">已撤销 <?cs var:b.Undone ?> 条</h2>
<?cs if:b.Kept != "0" ?><p><b><?cs var:b.Kept ?></b> 条导入后有人修改、提交或删除过，或者正在填写，没有撤销，<a href="/gkht/entry/bulk/<?cs var:b.Id ?>?show=kept">列在下面</a>。不要的请在信息上载里逐条删除。</p><?cs else ?><p>这一批的草稿和文件全部去掉了，和没有导入过一样。</p><?cs /if ?></section><?cs /def ?>

<?cs def:tab(key, text, n) ?><?cs if:n != "0" ?><li><a href="/gkht/entry/bulk/<?cs var:Page.Bulk.Id ?><?cs if:key != "all" ?>?show=<?cs var:key ?><?cs /if ?>"<?cs if:Page.Show == key ?> aria-current="page"<?cs /if ?>><?cs var:text ?> <span class="cnt<?cs if:key == "bad" ?> cnt-r<?cs /if ?>"><?cs var:n ?></span></a></li><?cs /if ?><?cs /def ?>
<?cs def:row_tag(r) ?><span class="tag <?cs if:r.State == "good" ?>tag-next<?cs elif:r.State == "bad" ?>tag-no<?cs elif:r.State == "imported" ?>tag-ok<?cs elif:r.State == "waiting" ?>tag-wait<?cs else ?>tag-off<?cs /if ?>"><?cs var:r.StateText ?></span><?cs /def ?>

<?cs def:bulk_rows(b) ?>
<ul class="tabs"><?cs call:tab("all", "全部", b.Rows) ?><?cs call:tab("bad", "有问题", b.Bad) ?><?cs call:tab("good", "可以导入", b.Good) ?><?cs call:tab("imported", "已成为草稿", b.Imported) ?><?cs call:tab("kept", "没有撤销", b.Kept) ?><?cs call:tab("undone", "已撤销", b.Undone) ?></ul>
<div class="card"><div class="tbar" role="group" aria-label="操作"><a class="btn" href="/gkht/entry/bulk/<?cs var:b.Id ?>/report.csv<?cs if:Page.Show != "all" ?>?show=<?cs var:Page.Show ?><?cs /if ?>"><?cs call:icon("down") ?>下载这张结果（CSV）</a></div>
<?cs if:Page.Rows.0.Number ?><div class="scroll" tabindex="0" role="region" aria-label="逐行结果"><table class="grid st"><caption class="sr">逐行结果</caption>
<thead><tr><th scope="col">行号</th><th scope="col">信息名称</th><th scope="col">结果</th><th scope="col">说明</th></tr></thead>
<tbody><?cs each:r = Page.Rows ?><tr>
<td class="n" data-l="行号"><?cs var:r.Number ?></td>
<td class="t"><?cs if:r.Document ?><a href="/gkht/entry/<?cs var:r.Document ?>"><?cs var:r.Title ?></a><?cs elif:r.Title ?><?cs var:r.Title ?><?cs else ?><span class="muted">没有名称</span><?cs /if ?><?cs if:r.DocNo ?><small><?cs var:r.DocNo ?></small><?cs /if ?></td>
<td data-l="结果"><?cs call:row_tag(r) ?></td>
<td class="w" data-l="说明"><?cs if:r.Notes.0.Text ?><ul class="why-l"><?cs each:n = r.Notes ?><li<?cs if:n.Bad ?> class="bad"<?cs /if ?>><?cs if:n.Bad ?><?cs call:icon("stop") ?><?cs /if ?><span><?cs var:n.Text ?></span></li><?cs /each ?></ul><?cs else ?><span class="muted">—</span><?cs /if ?></td></tr><?cs /each ?></tbody></table></div>
<?cs if:Page.Next || Page.Later ?><div class="foot-t"><nav class="r" aria-label="翻页"><?cs if:Page.Later ?><a class="btn btn-s" href="/gkht/entry/bulk/<?cs var:b.Id ?>?show=<?cs var:Page.Show ?>">回到第一页</a><?cs /if ?><?cs if:Page.Next ?><a class="btn btn-s" href="/gkht/entry/bulk/<?cs var:b.Id ?>?show=<?cs var:Page.Show ?>&amp;after=<?cs var:Page.Next ?>">下一页</a><?cs /if ?></nav></div><?cs /if ?>
<?cs else ?><div class="empty"><p>没有这样的行。</p></div><?cs /if ?></div><?cs /def ?>

<?cs def:body() ?>
<div class="ttl"><h1>批量导入 · 第 <?cs var:Page.Bulk.Id ?> 批</h1><p><?cs var:Page.Bulk.Name ?>，<?cs var:Page.Bulk.Login ?>，<?cs call:when(Page.Bulk.Created) ?></p><p class="back"><a href="/gkht/entry/bulk">返回批量导入</a></p></div>
<?cs if:Page.Conflict ?><div class="note note-w" role="alert" id="errs" tabindex="-1"><p>这一批刚才已经有人处理过，这次的操作没有执行。现在的情况如下。</p></div><?cs /if ?>
<?cs if:Page.Bulk.Busy ?><?cs call:bulk_progress(Page.Bulk) ?>
<?cs elif:Page.Bulk.State == "checked" ?><?cs call:bulk_checked(Page.Bulk) ?>
<?cs elif:Page.Bulk.State == "imported" ?><?cs call:bulk_imported(Page.Bulk) ?>
<?cs elif:Page.Bulk.State == "undone" ?><?cs call:bulk_undone(Page.Bulk) ?>
<?cs elif:Page.Bulk.State == "failed" ?><div class="note note-x" role="alert"><p><b>这一批没有成功。</b><?cs var:Page.Bulk.Problem ?></p></div>
<?cs else ?><div class="note"><p>这一批已经放弃，没有存成草稿。</p></div><?cs /if ?>
<?cs if:Page.Bulk.Rows != "0" && Page.Bulk.State != "dropped" && Page.Bulk.State != "failed" ?><?cs call:bulk_rows(Page.Bulk) ?><?cs /if ?><?cs /def ?>
<?cs include!"gkht/layout.cs" ?>
