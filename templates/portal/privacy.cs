<?cs include!"portal/macros.cs" ?><?cs call:top() ?>
<title>隐私与 Cookie - <?cs var:Site.Name ?></title>
<?cs call:column("隐私与 Cookie", "本站保存哪些信息，用来做什么。", "隐私,Cookie,个人信息", "概况信息") ?>
<?cs call:banner("") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li aria-current="page">隐私与 Cookie</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="prose narrow"><h1>隐私与 Cookie</h1>
<p>查阅本站的信息不用登录，也不用提供姓名、电话等个人信息。</p>
<h2>Cookie</h2><p>只有您选择了长辈版、颜色或者文字大小，本站才在您的设备上保存这几项设置。设置里没有编号，不能用来认出您。不选择就不保存，可以随时在浏览器里删除。填写或者查询政府信息公开申请时，另外保存随机编号，关闭浏览器后删除。</p><table class="hist"><thead><tr><th scope="col">名称</th><th scope="col">用途</th></tr></thead><tbody><tr><td>view</td><td>标准版或者长辈版</td></tr><tr><td>contrast</td><td>颜色</td></tr><tr><td>size</td><td>文字大小</td></tr><tr><td>portalv</td><td>确认表单由您自己提交</td></tr><tr><td>portala</td><td>没有提交的申请，两小时后失效</td></tr><tr><td>portals</td><td>正在查询的申请，两小时后失效</td></tr></tbody></table>
<h2>政府信息公开申请</h2><p>申请里的个人信息加密保存，只用于办理这份申请，办结后保留规定的时间，然后删除。提交前的页面写明由谁处理、保存多久、您有什么权利。</p><h2>访问记录</h2><p>服务器依照《中华人民共和国网络安全法》保存访问的时间、网址和网络地址，用于保障安全，不提供给其他人，法律另有规定的除外。</p>
<h2>第三方</h2><p>页面的全部内容都由本站提供，没有第三方的统计、广告、地图和字体。</p>
<h2>公开信息里的个人信息</h2><p>如果公开的信息里有不该公开的个人信息，请立即打发布机构的电话，或者打 <b class="num"><?cs var:Site.Phone ?></b>。</p></div></div>
</main>
<?cs call:foot() ?><?cs call:end() ?>
