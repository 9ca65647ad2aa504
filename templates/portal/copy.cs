<?cs include!"portal/macros.cs" ?><?cs call:top() ?>
<title>关于这份馆藏副本 - <?cs var:Site.Name ?></title>
<?cs call:column("关于这份馆藏副本", "这份副本里有什么，怎样查找，怎样核对。", "馆藏副本,提交馆藏,核对", "概况信息") ?>
<?cs call:banner("") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li aria-current="page">关于这份馆藏副本</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="prose narrow"><h1>关于这份馆藏副本</h1>
<p>这是<?cs var:Site.Name ?>在 <b class="num"><?cs var:Site.Copy ?></b> 的完整副本，按《中华人民共和国政府信息公开条例》第二十五条提供给国家档案馆和公共图书馆。它就是一些文件：不需要服务器，也不需要网络，从光盘、移动硬盘上用浏览器打开 <code>index.html</code> 就能看。</p>
<p>网站的地址：<?cs var:Site.Url ?></p>
<h2 id="find">怎样查找</h2><p>副本里没有检索。请从这些目录找：</p><ul><li><a href="/open">按法定公开内容</a></li><li><a href="/units">按单位</a>，每个单位又按栏目和年份</li><li><a href="/map">网站地图</a>，列出全部栏目和单位</li><li><a href="/list">全部信息</a>，新的在前，左边可以选栏目、主题和成文年份</li></ul><p>知道索引号时直接打开文件：ZFB/2026-00012 在 <code>doc/zfb/2026-00012.html</code>。程序可以读 <code>api/v1/documents</code> 里的 JSON，里面有正文的文字。</p>
<h2 id="online">只能在网站上用的</h2><p>如果您点了一个链接来到这里，那一页不在副本里：检索、申请公开、订阅、找错、显示设置，以及几个条件同时筛选的目录和按别的次序的目录。请打开上面的网站地址。</p>
<h2>有什么</h2><ul><li>每一条公开的信息，连同正文、附件、图片、表格（CSV）、历次版本和版本之间的差异</li><li>已经失效和废止的信息，带标记；已经删除或者撤下的信息只有编号、日期和登记，没有正文</li><li>各单位的指南、制度、年报、领导和机构信息，统计</li><li><a href="/register">发布登记簿</a>的全部 <?cs var:Page.Lines ?> 行，每一行的证明，每天签名的树头</li><li>以上内容的 JSON</li></ul>
<h2>怎样核对</h2><p>每一个文件的 SHA-256 写在 <code>SHA256SUMS</code> 里，它的签名在 <code>SHA256SUMS.sig</code> 里，用登记簿的密钥签署。</p><ul><li>在这个文件夹里运行 <code>sha256sum -c SHA256SUMS</code>，或者</li><li><code>python3 verify.py</code>：只用 Python 自带的库，核对每一个文件、有没有多余的文件、登记簿的每一行和树头，以及每一条信息和它的登记，或者</li><li><code>gkctl deposit --verify</code> 加上文件夹的名字，另外核对签名。</li></ul><?cs if:Page.Root ?><p>登记簿最新的树头：<code><?cs var:Page.Root ?></code>。它也公布在网站上；两处相同，说明副本和网站说的是同一件事。</p><?cs /if ?></div></div>
</main>
<?cs call:foot() ?><?cs call:end() ?>
