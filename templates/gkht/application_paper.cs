<?cs include!"gkht/macros.cs" ?>
<?cs def:title() ?><?cs var:Page.Paper.Title ?><?cs /def ?>
<?cs def:over() ?><?cs /def ?>
<?cs def:with_name(format, text, first) ?><form method="post" action="/gkht/applications/<?cs var:Page.Paper.Application ?>/paper/<?cs var:Page.Paper.Id ?>"<?cs if:format != "print" ?> data-download<?cs /if ?>><?cs call:csrf() ?><input type="hidden" name="reason" value="出具告知书 <?cs var:Page.Paper.Number ?>"><button class="btn<?cs if:first ?> btn-1<?cs /if ?>" name="format" value="<?cs var:format ?>"><?cs var:text ?></button></form><?cs /def ?>
<?cs def:body() ?><div class="ttl"><h1><?cs var:Page.Paper.Title ?></h1><p><?cs if:Page.Paper.Number ?><?cs var:Page.Paper.Number ?>，<?cs var:Page.Paper.Issued ?> 签发<?cs else ?>尚未签发<?cs /if ?></p><p class="back"><a href="/gkht/applications/<?cs var:Page.Paper.Application ?>">返回申请</a></p></div>
<div class="tbar card"><?cs call:with_name("print", "打印（含申请人姓名）", "1") ?><?cs call:with_name("docx", "下载 Word", "") ?><?cs if:Page.Pdf ?><?cs call:with_name("pdf", "下载 PDF", "") ?><?cs /if ?><span class="r">打印和下载会打开申请人姓名，记入操作日志</span></div>
<div class="card letter-p"><p class="gw-t"><?cs var:Page.Paper.Title ?></p><?cs if:Page.Paper.Number ?><p class="gw-n"><?cs var:Page.Paper.Number ?></p><?cs /if ?><div class="gw"><p><?cs if:Page.Paper.To ?><?cs var:Page.Paper.To ?>：<?cs /if ?></p><?cs uvar:Page.Paper.BodyHtml ?></div></div><?cs /def ?>
<?cs include!"gkht/layout.cs" ?>
