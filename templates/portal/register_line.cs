<?cs include!"portal/macros.cs" ?><?cs include!"portal/register_parts.cs" ?><?cs call:top() ?>
<title>登记第 <?cs var:Page.Line.Number ?> 行 - 发布登记簿 - <?cs var:Site.Name ?></title>
<?cs call:column("发布登记簿", "一行登记和它在登记簿里的证明。", "发布登记簿,核验,证明", "概况信息") ?>
<?cs call:banner("") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li><a href="/register">发布登记簿</a></li><li aria-current="page">第 <?cs var:Page.Line.Number ?> 行</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="prose register"><h1>登记第 <?cs var:Page.Line.Number ?> 行</h1>
<dl class="sum hashes"><div><dt>事项</dt><dd><?cs call:action_name(Page.Line) ?></dd></div><div><dt>索引号</dt><dd><?cs if:Page.Public ?><a href="/doc/<?cs var:Page.Line.Doc ?>"><?cs var:Page.Line.IndexNo ?></a><?cs else ?><?cs var:Page.Line.IndexNo ?><?cs /if ?></dd></div><div><dt>版本</dt><dd>第 <?cs var:Page.Line.Version ?> 版</dd></div><div><dt>登记时间</dt><dd class="num"><?cs var:Page.Line.At ?></dd></div><?cs if:Page.Line.Existing ?><div><dt><?cs if:Page.Line.Action == "expire" ?>失去效力的时间<?cs else ?>公开时间<?cs /if ?></dt><dd><span class="num"><?cs var:Page.Line.Since ?></span>。<?cs if:Page.Line.Action == "expire" ?>登记簿分开登记失效和废止之前已经废止，<?cs else ?>登记簿开始之前已经公开，<?cs /if ?>登记时间是补登的时间；更早的事登记簿不能证明。</dd></div><?cs /if ?><div><dt>内容校验值</dt><dd><code><?cs var:Page.Line.Hash ?></code></dd></div></dl>
<?cs if:!Page.Public ?><div class="note note-old"><p><b>这条信息已经不再公开。</b>编号和登记保留，正文和附件不再提供。</p></div><?cs /if ?>
<?cs if:Page.Head.Id ?><?cs if:Page.Good ?><div class="proof"><?cs call:icon("shield") ?><span>这一行在第 <?cs var:Page.Head.Id ?> 号树头（<?cs var:Page.Head.At ?>，<?cs var:Page.Head.Size ?> 行）里。下面的步骤由您自己计算，不必相信这句话。</span></div><?cs else ?><div class="note note-w"><p><b>这一行和签署过的树头对不上。</b>登记可能被改动过，请打电话告诉我们：<?cs var:Site.Phone ?>。</p></div><?cs /if ?><?cs else ?><div class="note"><p>这一行还没有列入签署的树头。每天夜里签署一次，明天再来就有证明。</p></div><?cs /if ?>
<h2>1. 登记的原文</h2><p>前面加一个字节 0x00，计算 SHA-256，得到这一行的校验值。</p><pre tabindex="0" role="region" aria-label="登记的原文"><?cs var:Page.Line.Text ?></pre><p><code><?cs var:Page.Line.Leaf ?></code></p>
<?cs if:Page.Head.Id ?><h2>2. 证明的路径</h2><?cs if:Page.Path ?><p>从上往下依次和它连在一起（前面加一个字节 0x01），先左后右，按 RFC 9162 第 2.1.3.2 节，行的位置是 <?cs var:Page.Line.Number ?> 减 1。</p><ol class="path"><?cs each:p = Page.Path ?><li><code><?cs var:p.Hash ?></code></li><?cs /each ?></ol><?cs else ?><p>登记簿只有这一行，它的校验值就是根校验值。</p><?cs /if ?>
<h2>3. 树头</h2><p>最后得到的应当等于根校验值；再用公钥核对签名。</p><?cs call:head_box(Page.Head) ?>
<p>给程序用：<a href="/api/v1/register/proof?line=<?cs var:Page.Line.Number ?>">这份证明（JSON）</a>。<a href="/register">登记簿的说明</a></p><?cs /if ?></div>
<section aria-labelledby="h-lines"><h2 class="h" id="h-lines"><?cs var:Page.Line.IndexNo ?> 的全部登记</h2><?cs call:line_table() ?></section></div>
</main>
<?cs call:foot() ?><?cs call:sym_shield() ?><?cs call:end() ?>
