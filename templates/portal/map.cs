<?cs include!"portal/macros.cs" ?><?cs call:top() ?>
<title>网站地图 - <?cs var:Site.Name ?></title>
<?cs call:column("网站地图", "本站全部栏目、各单位和各项服务的入口。", "网站地图,栏目,单位", "概况信息") ?>
<?cs call:banner("") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li aria-current="page">网站地图</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="page-h"><h1>网站地图</h1><p>本站的全部栏目、单位和服务。</p></div>
<section class="sec" aria-labelledby="m-col"><div class="sec-h"><h2 id="m-col">公开平台</h2></div><ul class="plain units"><li><a href="/guide">政府信息公开指南</a></li><li><a href="/rules">政府信息公开制度</a></li><li><a href="/open">法定主动公开内容</a></li><li><a href="/report">政府信息公开年报</a></li><li><a href="/apply">依申请公开</a></li><li><a href="/leaders">领导信息</a></li><li><a href="/organisation">机构信息</a></li><li><a href="/staff">责任人和工作人员名单</a></li><li><a href="/units">通讯录</a></li></ul></section>
<section class="sec" aria-labelledby="m-use"><div class="sec-h"><h2 id="m-use">查找和服务</h2></div><ul class="plain units"><li><a href="/search">检索</a></li><li><a href="/list">全部公开信息</a></li><li><a href="/apply/status">查询申请的办理进度</a></li><li><a href="/statistics">统计</a></li><li><a href="/data">数据</a></li><li><a href="/data/api">数据接口</a></li><li><a href="/feeds">订阅</a></li><li><a href="/register">发布登记簿</a></li></ul></section>
<?cs uvar:Page.MapHtml ?>
<section class="sec" aria-labelledby="m-site"><div class="sec-h"><h2 id="m-site">关于本站</h2></div><ul class="plain units"><li><a href="/about">关于本站</a></li><li><a href="/accessibility">无障碍与显示设置</a></li><li><a href="/privacy">隐私与 Cookie</a></li></ul></section></div>
</main>
<?cs call:foot() ?><?cs call:end() ?>
