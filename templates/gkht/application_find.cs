<?cs include!"gkht/macros.cs" ?>
<?cs include!"gkht/application_macros.cs" ?>
<?cs def:title() ?>按申请人查找<?cs /def ?>
<?cs def:over() ?><?cs /def ?>
<?cs def:body() ?><div class="ttl"><h1>按申请人查找</h1><p>查找记入操作日志；姓名和证件号码不写入日志和网址</p><p class="back"><a href="/gkht/applications">返回列表</a></p></div>
<form class="card page wide" method="post" action="/gkht/applications/find"><?cs call:csrf() ?><?cs call:error_list() ?><div class="cols"><?cs call:line("name", "姓名或者名称", "全称", Page.Form.name, Page.Error.name, "") ?><?cs call:line("paper_no", "证件号码", "身份证、统一社会信用代码等，与姓名至少填一项", Page.Form.paper_no, Page.Error.paper_no, "") ?></div><?cs call:line("reason", "理由", "例如：核对是否重复申请。记入操作日志", Page.Form.reason, Page.Error.reason, "1") ?><p><button class="btn btn-1 btn-b">查找</button></p></form>
<?cs if:Page.Found ?><section class="card sec" aria-labelledby="h-f"><h2 id="h-f">找到 <?cs var:Page.RowCount ?> 件</h2><?cs if:Page.Rows ?><div class="scroll"><?cs call:case_rows() ?></div><?cs else ?><div class="empty"><p>没有这位申请人的申请。</p><p>请核对姓名或者证件号码；已按保存期限清除个人信息的申请查不到。</p></div><?cs /if ?></section><?cs /if ?><?cs /def ?>
<?cs include!"gkht/layout.cs" ?>
