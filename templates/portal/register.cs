<?cs include!"portal/macros.cs" ?><?cs include!"portal/register_parts.cs" ?><?cs call:top() ?>
<title>发布登记簿 - <?cs var:Site.Name ?></title>
<?cs call:column("发布登记簿", "每一次公开、修订、失效、废止、撤下和删除都登记一行，任何人都能核验。", "发布登记簿,核验,树头", "概况信息") ?>
<link rel="alternate" type="application/atom+xml" title="发布登记簿的树头" href="/feed/register">
<?cs call:banner("") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li aria-current="page">发布登记簿</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="page-h"><h1>发布登记簿</h1><p>共 <?cs var:Page.Count ?> 行</p></div>
<div class="prose register"><p>每一次公开、修订、失效、废止、撤下和删除都在这里登记一行，写明时间和当时内容的校验值。登记的行只能增加，不能修改。所有的行连成一棵校验树（RFC 9162），每天把树头签名公布一次：谁改动过任何一行，或者悄悄换掉一份文件、改早一个日期，任何保存过树头的人都能发现。</p>
<h2><?cs if:Page.Asked ?>第 <?cs var:Page.Head.Id ?> 号树头<?cs else ?>最新的树头<?cs /if ?></h2><?cs if:Page.Asked ?><p><a href="/register">看最新的树头</a></p><?cs /if ?><?cs if:Page.Head.Id ?><?cs call:head_box(Page.Head) ?><?cs else ?><p class="empty">还没有签署过树头。每天夜里签署一次，签署后会出现在这里。</p><?cs /if ?>
<h2>怎样核验</h2><ol><li>把公布的树头和公钥保存在您自己的地方。</li><li>打开一条信息下面的“核验这条登记”，按页上的步骤计算，或者用下面的数据让程序计算。</li><li>过些日子取新的树头，用一致性证明确认旧的登记都还在里面。</li></ol>
<p>给程序用的数据：<a href="/api/v1/register/lines">登记行</a>、<a href="/api/v1/register/heads">树头</a>、<a href="/api/v1/register/keys">公钥</a>，证明的地址见<a href="/data/api">接口说明</a>。树头可以<a href="/feed/register">订阅</a>。</p></div>
<?cs if:Page.Heads ?><section aria-labelledby="h-heads"><h2 class="h" id="h-heads"><?cs if:Page.Asked ?>第 <?cs var:Page.Head.Id ?> 号和更早的树头<?cs else ?>近期的树头<?cs /if ?></h2><table class="docs"><thead><tr><th scope="col">编号</th><th scope="col">签署时间</th><th scope="col">行数</th><th scope="col">根校验值</th></tr></thead><tbody>
<?cs each:h = Page.Heads ?><tr id="head-<?cs var:h.Id ?>"><td class="n" data-l="编号"><?cs if:Site.Copy ?><?cs var:h.Id ?><?cs else ?><a href="/register?head=<?cs var:h.Id ?>"><?cs var:h.Id ?></a><?cs /if ?></td><td class="n" data-l="签署时间"><?cs var:h.At ?></td><td class="n" data-l="行数"><?cs var:h.Size ?></td><td class="n" data-l="根校验值"><code><?cs var:h.Short ?></code></td></tr>
<?cs /each ?></tbody></table><?cs if:Page.Older && !Site.Copy ?><p><a href="/register?head=<?cs var:Page.Older ?>#h-heads">更早的树头</a></p><?cs /if ?></section><?cs /if ?>
<section aria-labelledby="h-lines"><h2 class="h" id="h-lines">登记的行，新的在前</h2><?cs if:Page.Lines ?><?cs call:line_table() ?><?cs else ?><p class="empty">还没有登记。有信息发布后会出现在这里。</p><?cs /if ?></section>
<?cs if:Page.Next || Page.NotFirst ?><nav class="pager" aria-label="分页"><ul><?cs if:Page.NotFirst ?><li><a href="/register">首页</a></li><?cs /if ?><?cs if:Page.Next ?><li><a href="/register?before=<?cs var:Page.Next ?>" rel="next">下一页<?cs call:icon("right") ?></a></li><?cs /if ?></ul></nav><?cs /if ?></div>
</main>
<?cs call:foot() ?><?cs call:sym_right() ?><?cs call:end() ?>
