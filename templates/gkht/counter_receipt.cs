<?cs include!"gkht/macros.cs" ?>
<?cs include!"gkht/application_macros.cs" ?>
<?cs def:title() ?>登记回执 <?cs var:Page.Case.Number ?><?cs /def ?>
<?cs def:over() ?><?cs /def ?>
<?cs def:body() ?><div class="ttl noprint"><h1>登记回执</h1><p>打印后交给申请人</p><p class="back"><a href="/gkht/counter">再录入一件</a></p></div>
<div class="card page receipt"><p class="gw-t">政府信息公开申请登记回执</p><dl class="mt"><dt>受理单位</dt><dd class="w"><?cs var:Page.Case.Unit ?></dd><dt>申请编号</dt><dd class="w num"><?cs var:Page.Case.Number ?></dd><dt>申请人</dt><dd><?cs var:Page.Case.Applicant ?>（<?cs var:Page.Case.Organisation ?>）</dd><dt>提交方式</dt><dd><?cs var:Page.Case.Channel ?></dd><?cs if:Page.Case.WishName ?><dt>所需信息</dt><dd class="w"><?cs var:Page.Case.WishName ?></dd><?cs /if ?><?cs if:Page.Case.WishDocNo ?><dt>文号</dt><dd class="w"><?cs var:Page.Case.WishDocNo ?></dd><?cs /if ?><?cs if:Page.Case.WishDescription ?><dt>特征描述</dt><dd class="w pre"><?cs var:Page.Case.WishDescription ?></dd><?cs /if ?><dt>获取方式</dt><dd class="w"><?cs var:Page.Case.Delivery ?></dd><dt>登记时间</dt><dd class="num"><?cs var:Page.Case.Submitted ?></dd><dt>到达日期</dt><dd class="num"><?cs var:Page.Case.Came ?></dd><?cs if:Page.Case.Received ?><dt>收到之日</dt><dd class="num"><?cs var:Page.Case.Received ?></dd><dt>答复期限</dt><dd class="num"><?cs var:Page.Case.Due ?></dd><?cs /if ?></dl>
<?cs if:Page.Code ?><p>查询码（请妥善保管，只在这里出现一次）：</p><p class="secret num"><?cs var:Page.Code ?></p><p>凭申请编号和查询码，可以在政府信息公开网站的【依申请公开】查询办理情况、补正、撤回和查收答复。</p><?cs else ?><div class="note noprint"><p>查询码只在登记时显示一次，不能再次查看。</p></div><?cs /if ?>
<p><?cs if:Page.Case.Received ?>本单位自收到之日起 20 个工作日内答复。需要补正、延长期限、征求意见的，将另行告知。<?cs else ?>本单位将与您联系确认，双方确认之日为收到之日，自次日起 20 个工作日内答复。<?cs /if ?></p><p class="noprint hint">用浏览器的打印功能打印本页。</p></div><?cs /def ?>
<?cs include!"gkht/layout.cs" ?>
