<?cs include!"gkht/macros.cs" ?>
<?cs def:title() ?><?cs if:Page.Status == "404" ?>没有找到<?cs elif:Page.Status == "403" ?>不能这样操作<?cs elif:Page.Status == "405" ?>页面不能这样打开<?cs elif:Page.Status == "409" ?>信息已经变化<?cs elif:Page.Status == "413" ?>提交的内容太大<?cs elif:Page.Status == "503" ?>系统正忙<?cs elif:Page.Status == "400" || Page.Status == "422" ?>提交的内容有误<?cs else ?>系统出了问题<?cs /if ?><?cs /def ?>
<?cs def:over() ?><?cs /def ?>
<?cs def:body() ?><div class="ttl"><h1><?cs call:title() ?></h1></div><div class="card page">
<?cs if:Page.Cause == "session" ?><p>登录已经过期，这次的内容没有保存。请在新窗口<a href="/gkht/login" target="_blank" rel="noopener">重新登录</a>，再用浏览器的“后退”回到刚才的页面，重新保存。</p>
<?cs elif:Page.Cause == "token" ?><p>这个页面打开得太久，或者是在另一个登录里打开的。请用浏览器的“后退”回到刚才的页面，刷新后再做一次；填写的内容请先复制。</p>
<?cs elif:Page.Cause == "unit" ?><p>这项功能只供主管单位的管理员使用。需要改动时，请联系主管单位。</p>
<?cs elif:Page.Cause == "role" ?><p>这项功能不属于您的角色。录入由 002、审核和发布由 003、管理由 001 完成。</p>
<?cs elif:Page.Status == "404" ?><p>没有这个页面，或者这条信息不属于本单位。</p>
<?cs elif:Page.Status == "403" ?><p>这条信息现在的状态或您的角色不允许这项操作。</p>
<?cs elif:Page.Status == "409" ?><p>别人刚刚处理过这条信息，您这次的操作没有执行。请回到列表查看现在的状态。</p>
<?cs elif:Page.Status == "413" ?><p>单个文件或整个表单超过了限制。请用浏览器的“后退”回到表单，减少附件后再保存。</p>
<?cs elif:Page.Status == "503" ?><p>请过一会儿再试。这次的操作没有执行。</p>
<?cs elif:Page.Status == "400" || Page.Status == "422" ?><p>请回到刚才的页面，改正后再试。</p>
<?cs else ?><p>这不是您的操作引起的，已经记录下来。请稍后再试；如果一再出现，请把下面的编号告诉系统管理人员。</p><?cs /if ?>
<?cs if:Page.Errors ?><ul><?cs each:e = Page.Errors ?><li><?cs var:e.Label ?>：<?cs var:e.Text ?></li><?cs /each ?></ul><?cs /if ?>
<?cs if:Page.Incident ?><p>编号 <b class="num"><?cs var:Page.Incident ?></b></p><?cs /if ?>
<p><a href="/gkht/">回到首页</a></p></div><?cs /def ?>
<?cs include!"gkht/layout.cs" ?>
