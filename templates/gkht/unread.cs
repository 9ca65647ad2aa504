<?cs include!"gkht/macros.cs" ?>
<?cs def:title() ?>附件检索<?cs /def ?>
<?cs def:over() ?><?cs /def ?>
<?cs def:cause(c) ?><?cs if:c == "empty" ?>只有图片，没有文字，多半是扫描件。请另附能复制文字的版本<?cs elif:c == "encrypted" ?>有打开密码。请去掉密码后重新上传<?cs elif:c == "broken" ?>文件已经损坏。请核对后重新上传<?cs elif:c == "too-large" ?>内容太多，读不完。请分成几个文件上传<?cs elif:c == "no-tool" ?>服务器上没有读这种文件的程序。请告诉系统管理员，装好后再读一次<?cs else ?>试了几次都没有读成。可以再读一次<?cs /if ?><?cs /def ?>
<?cs def:body() ?><div class="ttl"><h1>附件检索</h1><p>已发布信息的附件里，读不出文字的：公众能下载，但检索不到附件里的内容</p></div>
<?cs if:Page.Again ?><div class="note note-g" role="status"><p>已安排再读一次，几分钟后刷新本页看结果。</p></div><?cs /if ?>
<div class="card"><?cs if:Page.Rows ?><div class="scroll"><table class="grid st"><caption class="sr">读不出文字的附件</caption><thead><tr><th scope="col">附件</th><th scope="col">信息名称</th><th scope="col">原因和办法</th></tr></thead><tbody><?cs each:r = Page.Rows ?><tr><td class="t"><?cs var:r.Name ?></td><td data-l="信息"><a href="/gkht/document/<?cs var:r.Document ?>"><?cs var:r.Title ?></a></td><td data-l="原因"><?cs call:cause(r.Cause) ?></td></tr><?cs /each ?></tbody></table></div><?cs if:Page.More ?><p class="hint">只列出最新的 100 个。</p><?cs /if ?>
<div class="foot-t"><form method="post" action="/gkht/unread"><?cs call:csrf() ?><button class="btn">全部再读一次</button></form></div><?cs else ?><div class="empty"><p>没有读不出文字的附件。</p><p>附件发布后几分钟内读出文字，公众就能检索到。</p></div><?cs /if ?></div><?cs /def ?>
<?cs include!"gkht/layout.cs" ?>
