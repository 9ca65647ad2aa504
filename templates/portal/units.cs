<?cs include!"portal/macros.cs" ?><?cs call:top() ?>
<title>单位通讯录 - <?cs var:Site.Name ?></title>
<?cs call:column("单位通讯录", "公开政府信息的各单位及其办公地址、办公时间、联系电话。", "政府信息公开,单位一览,联系方式", "机构职能") ?>
<?cs call:banner("open") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li aria-current="page">单位通讯录</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="page-h"><h1>单位通讯录</h1><p>各单位的地址、办公时间和电话；点击单位名称，查看它公开的信息。</p></div>
<?cs uvar:Page.UnitsHtml ?></div>
</main>
<?cs call:foot() ?><?cs call:end() ?>
