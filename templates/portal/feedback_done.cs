<?cs include!"portal/apply_parts.cs" ?><?cs call:top() ?>
<title>已收到您的意见 - 网站找错 - <?cs var:Site.Name ?></title>
<?cs call:found() ?><?cs call:banner("") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li aria-current="page">网站找错</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="flow"><h1>已收到您的意见</h1><p>编号 <b class="num"><?cs var:Page.Number ?></b>。负责的单位核对以后会答复。</p>
<div class="note note-w"><p><b>想看答复，请现在记下查询码。查询码只在这里显示一次。</b></p><p class="cite num"><?cs var:Page.Code ?></p></div>
<p class="acts"><a class="btn btn-1" href="/feedback/status">查看答复</a><?cs if:Page.Back ?><a href="<?cs var:url_ok(Page.Back) ?>">回到刚才的网页</a><?cs /if ?></p></div></div>
</main>
<?cs call:foot() ?><?cs call:end() ?>
