<?cs include!"portal/macros.cs" ?><?cs call:top() ?>
<title>单位一览与联系方式 - <?cs var:Site.Name ?></title>
<?cs call:column("单位一览", "公开政府信息的各单位及其办公地址、办公时间、联系电话。", "政府信息公开,单位一览,联系方式", "机构职能") ?>
<?cs call:banner("open") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li aria-current="page">单位一览</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="page-h"><h1>单位一览与联系方式</h1><p>点击单位名称，查看它公开的信息。</p></div>
<?cs each:g = Page.Groups ?><section class="sec" aria-labelledby="k-<?cs var:g.Kind ?>"><div class="sec-h"><h2 id="k-<?cs var:g.Kind ?>"><?cs call:kind_name(g.Kind) ?></h2><span class="muted"><?cs var:g.N ?> 个单位</span></div><table class="docs"><caption class="sr"><?cs call:kind_name(g.Kind) ?>的联系方式</caption><thead><tr><th scope="col">单位</th><th scope="col">地址</th><th scope="col">电话</th><th scope="col">传真</th></tr></thead><tbody><?cs each:u = g.Units ?><tr><td class="t"><a href="/unit/<?cs var:u.Code ?>"><?cs var:u.Name ?></a></td><td data-l="地址"><?cs if:u.Address ?><?cs var:u.Address ?><?cs else ?>无<?cs /if ?></td><td class="n" data-l="电话"><?cs if:u.Phone ?><?cs var:u.Phone ?><?cs else ?>无<?cs /if ?></td><td class="n" data-l="传真"><?cs if:u.Fax ?><?cs var:u.Fax ?><?cs else ?>无<?cs /if ?></td></tr>
<?cs /each ?></tbody></table></section><?cs /each ?></div>
</main>
<?cs call:foot() ?><?cs call:end() ?>
