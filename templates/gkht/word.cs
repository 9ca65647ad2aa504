<?cs include!"gkht/macros.cs" ?>
<?cs include!"gkht/report.cs" ?>
<?cs def:title() ?>对照原文<?cs /def ?>
<?cs def:over() ?><?cs /def ?>
<?cs def:body() ?><div class="ttl"><h1>对照原文</h1><p><a href="/gkht/file/<?cs var:Page.Word.Id ?>"><?cs var:Page.Word.Name ?></a><?cs if:Page.Word.Document != "0" ?> · <a href="/gkht/document/<?cs var:Page.Word.Document ?>">信息查看</a><?cs /if ?></p></div>
<?cs call:error_list() ?>
<?cs if:Page.Report ?><section class="card imp-card" aria-labelledby="h-imp"><h2 id="h-imp">导入情况</h2><?cs call:report() ?></section><?cs /if ?>
<div class="beside"><div><h2 id="h-org">原文件</h2>
<?cs if:Page.Pages ?><div class="sheets" tabindex="0" role="region" aria-labelledby="h-org"><?cs each:p = Page.Pages ?><img src="/gkht/image/<?cs var:p.Sha256 ?>.png" alt="原文件第 <?cs var:p.Number ?> 页" loading="lazy"><?cs /each ?></div><?cs if:Page.Word.Full ?><p class="hint">只显示前 60 页，其余请下载原文件查看。</p><?cs /if ?>
<?cs elif:Page.Word.Paintable ?><form method="post" action="/gkht/word/<?cs var:Page.Word.Id ?>/pages" id="f-word"><?cs call:csrf() ?><p>把原文件的每一页变成图片，放在这里对照。通常需要几秒钟。</p><button class="btn btn-1 btn-b">显示原文件各页</button></form>
<?cs else ?><p>服务器没有安装 LibreOffice，不能显示原文件。请<a href="/gkht/file/<?cs var:Page.Word.Id ?>">下载原文件</a>，在 Word 或 WPS 中打开对照。</p><?cs /if ?></div>
<div><h2 id="h-now"><?cs if:Page.Word.Document != "0" ?>现在的原文<?cs else ?>导入的结果<?cs /if ?></h2><div class="sheets"><div class="gw" tabindex="0" role="region" aria-labelledby="h-now"><?cs uvar:Page.Word.BodyHtml ?></div></div></div></div><?cs /def ?>
<?cs include!"gkht/layout.cs" ?>
