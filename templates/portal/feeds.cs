<?cs include!"portal/macros.cs" ?><?cs #
?><?cs call:top() ?>
<title>订阅 - <?cs var:Site.Name ?></title>
<?cs call:column("订阅", "用阅读器订阅全区、单位、栏目、主题或一次检索的新信息。", "订阅,Atom,RSS", "概况信息") ?>
<link rel="alternate" type="application/atom+xml" title="发布登记簿的树头" href="/feed/register">
<?cs call:banner("") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li aria-current="page">订阅</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="prose narrow"><h1>订阅</h1>
<p>把下面的地址加到阅读器（邮件软件、浏览器扩展或手机应用）里，有新信息时它会告诉您，不需要登记姓名或邮箱。</p>
<ul><li>新发布的、修订过的、失效的、废止的信息都会出现，新的在前。</li><li>撤下或删除的信息在 Atom 里有一条撤销记录，阅读器会把它去掉。</li><li>Atom 和 RSS 列出的信息相同，RSS 没有撤销记录；阅读器都认识时请选 Atom。</li></ul>
<h2>全部</h2><p>全部公开信息：<a href="/feed/atom">Atom</a> <a href="/feed/rss">RSS</a></p>
<p>发布登记簿每天的树头：<a href="/feed/register">Atom</a>。<a href="/register">登记簿是什么</a></p>
<h2>一次检索</h2><p>写下要找的词，有新的结果就会收到。</p>
<form class="feed-q" action="/feed/atom" method="get"><label for="feed-q">要找的词</label> <input class="form-control" id="feed-q" name="q" type="search" maxlength="100" required> <button class="btn btn-1">取得订阅地址</button></form>
<p class="muted">地址也可以自己写：<code>/feed/atom?q=规划</code>；要加上单位、栏目或主题，写成 <code>/feed/atom?q=规划&amp;unit=zfb</code>。检索的订阅按发布时间排列，没有撤销记录：不再公开的信息只是不再出现。</p>
<h2>单位</h2><?cs each:g = Page.Groups ?><h3><?cs call:kind_name(g.Kind) ?></h3><ul class="feeds"><?cs each:u = g.Units ?><li><?cs var:u.Short ?>：<a href="/feed/atom?unit=<?cs var:u.Code ?>"><span class="sr"><?cs var:u.Short ?></span>Atom</a> <a href="/feed/rss?unit=<?cs var:u.Code ?>"><span class="sr"><?cs var:u.Short ?></span>RSS</a></li><?cs /each ?></ul><?cs /each ?>
<h2>栏目</h2><ul class="feeds"><?cs each:c = Page.Categories ?><li><?cs var:c.Name ?>：<a href="/feed/atom?category=<?cs var:c.Code ?>"><span class="sr"><?cs var:c.Name ?></span>Atom</a> <a href="/feed/rss?category=<?cs var:c.Code ?>"><span class="sr"><?cs var:c.Name ?></span>RSS</a></li><?cs /each ?></ul>
<h2>主题</h2><ul class="feeds"><?cs each:t = Page.Themes ?><li><?cs var:t.Name ?>：<a href="/feed/atom?theme=<?cs var:t.Id ?>"><span class="sr"><?cs var:t.Name ?></span>Atom</a> <a href="/feed/rss?theme=<?cs var:t.Id ?>"><span class="sr"><?cs var:t.Name ?></span>RSS</a></li><?cs /each ?></ul>
</div></div>
</main>
<?cs call:foot() ?><?cs call:end() ?>
