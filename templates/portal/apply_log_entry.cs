<?cs include!"portal/macros.cs" ?><?cs call:top() ?><?cs call:apply_style() ?>
<title><?cs var:Page.Entry.Summary ?> - 申请公示 - <?cs var:Site.Name ?></title>
<?cs call:column("申请公示", "一份政府信息公开申请的概要、日期和结果。", "依申请公开,申请公示,办理结果", "依申请公开") ?>
<?cs call:banner("apply") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li><a href="/apply">依申请公开</a></li><li><a href="/apply/log">申请公示</a></li><li aria-current="page">一份申请</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="prose narrow"><h1><?cs var:Page.Entry.Summary ?></h1><dl class="sum"><div><dt>受理单位</dt><dd><a href="/unit/<?cs var:Page.Entry.Code ?>"><?cs var:Page.Entry.UnitName ?></a></dd></div><?cs if:Page.Entry.Received ?><div><dt>收到</dt><dd class="num"><?cs var:Page.Entry.Received ?></dd></div><?cs /if ?><?cs if:Page.Entry.Closed ?><div><dt>答复</dt><dd class="num"><?cs var:Page.Entry.Closed ?>，用了 <?cs var:Page.Entry.Used ?> 个工作日</dd></div><?cs /if ?><div><dt>结果</dt><dd><?cs if:Page.Entry.Result ?><?cs var:Page.Entry.Result ?><?cs else ?>办理中<?cs /if ?></dd></div></dl>
<?cs if:Page.Entry.Answer ?><section aria-labelledby="h-a"><h2 id="h-a">答复</h2><p class="lines"><?cs var:Page.Entry.Answer ?></p></section><?cs /if ?>
<p>需要同样的信息，可以看上面的答复；需要别的，可以<a href="/apply?unit=<?cs var:Page.Entry.Code ?>">向这个单位申请</a>。</p></div></div>
</main>
<?cs call:foot() ?><?cs call:end() ?>
