<?cs include!"gkht/macros.cs" ?>
<?cs def:title() ?>批量导入 - 信息上载<?cs /def ?>
<?cs def:over() ?><?cs /def ?>
<?cs def:bulk_tag(b) ?>
<?cs if:b.State == "checked" ?><span class="tag tag-next">检查完，等待确认</span>
<?cs elif:b.State == "imported" ?><span class="tag tag-ok">已导入</span>
<?cs elif:b.State == "undone" ?><span class="tag tag-off">已撤销</span>
<?cs elif:b.State == "dropped" ?><span class="tag tag-off">已放弃</span>
<?cs elif:b.State == "failed" ?><span class="tag tag-no">没有成功</span>
<?cs elif:b.State == "importing" ?><span class="tag tag-wait">正在导入</span>
<?cs elif:b.State == "undoing" ?><span class="tag tag-wait">正在撤销</span>
<?cs else ?><span class="tag tag-wait">正在检查</span><?cs /if ?><?cs /def ?>
<?cs def:bulk_counts(b) ?>
<?cs if:b.State == "dropped" || b.State == "failed" ?><span class="muted">—</span>
<?cs elif:b.State == "imported" || b.State == "importing" ?><?cs var:b.Imported ?> 条草稿<?cs if:b.Bad != "0" ?>，<?cs var:b.Bad ?> 行没有导入<?cs /if ?>
<?cs elif:b.State == "undone" || b.State == "undoing" ?><?cs var:b.Undone ?> 条已撤销<?cs if:b.Kept != "0" ?>，<?cs var:b.Kept ?> 条保留<?cs /if ?>
<?cs else ?><?cs var:b.Good ?> 行可以导入<?cs if:b.Bad != "0" ?>，<?cs var:b.Bad ?> 行有问题<?cs /if ?><?cs /if ?><?cs /def ?>
<?cs def:bulk_steps() ?>
<section class="card page" aria-labelledby="h-how">
<h2 id="h-how">三步完成</h2>
<ol class="bulk">
<li>下载模板，一行填一条信息：<span class="acts"><a class="btn" href="/gkht/entry/bulk/template.xlsx"><?cs call:icon("down") ?>Excel 模板</a><a class="btn" href="/gkht/entry/bulk/template.csv"><?cs call:icon("down") ?>CSV 模板</a></span>
<p class="hint">Excel 模板里有填写说明和每一列可以填的内容。CSV 用 UTF-8 或 GB18030 保存都可以。</p></li>
<li>有 Word 文档和附件时，把它们和填好的表一起压缩成一个 ZIP；没有就直接上传表。
<p class="hint">表里“Word 文档”“附件”两列写文件名。Word 文档导入后成为原文，表里空着的名称、文号、生成日期从文档里识别。涉密文件不得上传。</p></li>
<li><form method="post" action="/gkht/entry/bulk" enctype="multipart/form-data" data-send="选好的文件还在，请检查网络，再点一次【上传并检查】。收到过的不会重复。"><?cs call:csrf() ?><input type="hidden" name="once" value="<?cs var:Page.Once ?>">
<div class="field<?cs if:Page.Error.sheet ?> field-err<?cs /if ?>"><label for="f-sheet">上传填好的表或 ZIP</label>
<p class="hint" id="h-sheet">ZIP、xlsx 或 csv，不超过 <?cs var:Page.MaxText ?>，一次最多 2000 行。上传后先检查，什么也不会存成草稿。</p>
<?cs call:error(Page.Error.sheet) ?><?cs if:Page.Which ?><p class="err"><?cs call:icon("stop") ?><span>请看：<?cs var:Page.Which ?></span></p><?cs /if ?>
<input class="form-control" type="file" id="f-sheet" name="sheet" required accept=".zip,.xlsx,.csv" aria-describedby="h-sheet"></div>
<button class="btn btn-1 btn-b"><?cs call:icon("up") ?>上传并检查</button></form></li>
</ol></section><?cs /def ?>
<?cs def:bulk_list() ?>
<div class="card stand"><h2>本单位的批次</h2>
<?cs if:Page.Bulks.0.Id ?><div class="scroll" tabindex="0" role="region" aria-label="批次表"><table class="grid st full"><caption class="sr">批量导入的批次</caption>
<thead><tr><th scope="col">批次</th><th scope="col">状态</th><th scope="col">结果</th><th scope="col">上传</th></tr></thead>
<tbody><?cs each:b = Page.Bulks ?><tr>
<td class="t"><a href="/gkht/entry/bulk/<?cs var:b.Id ?>">第 <?cs var:b.Id ?> 批</a><small><?cs var:b.Name ?></small></td>
<td data-l="状态"><?cs call:bulk_tag(b) ?></td>
<td class="w" data-l="结果"><?cs call:bulk_counts(b) ?></td>
<td class="n" data-l="上传"><?cs call:when(b.Created) ?></td></tr><?cs /each ?></tbody></table></div>
<?cs if:Page.Before || Page.Later ?><div class="foot-t"><nav class="r" aria-label="翻页"><?cs if:Page.Later ?><a class="btn btn-s" href="/gkht/entry/bulk">回到第一页</a><?cs /if ?><?cs if:Page.Before ?><a class="btn btn-s" href="/gkht/entry/bulk?before=<?cs var:Page.Before ?>">更早的</a><?cs /if ?></nav></div><?cs /if ?>
<?cs else ?><div class="empty"><p>还没有批量导入过。</p><p>上传后，检查结果和导入的批次会列在这里。</p></div><?cs /if ?></div><?cs /def ?>
<?cs def:body() ?>
<div class="ttl"><h1>批量导入</h1><p>一张表、一个压缩文件，一次录入许多条信息；先检查，再确认</p><p class="back"><a href="/gkht/entry">返回信息上载</a></p></div>
<?cs call:error_list() ?>
<?cs call:bulk_steps() ?><?cs call:bulk_list() ?><?cs /def ?>
<?cs include!"gkht/layout.cs" ?>
