<?cs include!"gkht/macros.cs" ?>
<?cs def:title() ?>网站找错<?cs /def ?>
<?cs def:over() ?><?cs /def ?>
<?cs def:body() ?><div class="ttl"><h1>网站找错</h1><p>公众指出的本单位网页上的错误：核对、更正、答复</p></div>
<?cs if:Page.Answered ?><div class="note note-g" role="status"><p>已答复，对方用编号和查询码可以看到。</p></div><?cs /if ?>
<div class="card"><ul class="tabs"><li><a href="/gkht/feedback"<?cs if:Page.Open ?> aria-current="page"<?cs /if ?>>待处理</a></li><li><a href="/gkht/feedback?state=answered"<?cs if:!Page.Open ?> aria-current="page"<?cs /if ?>>已答复</a></li></ul>
<?cs if:Page.Rows ?><div class="scroll"><table class="grid st"><caption class="sr">找错</caption><thead><tr><th scope="col">错在哪里</th><th scope="col">网页</th><th scope="col">编号</th><th scope="col">收到</th></tr></thead><tbody><?cs each:r = Page.Rows ?><tr><td class="t"><a href="/gkht/feedback/<?cs var:r.Id ?>"><?cs var:r.Words ?></a><?cs if:r.Corrected ?><small>网页已更正</small><?cs /if ?></td><td class="w" data-l="网页"><?cs var:r.Page ?></td><td class="n" data-l="编号"><?cs var:r.Number ?></td><td class="n" data-l="收到"><?cs var:r.Received ?></td></tr><?cs /each ?></tbody></table></div><?cs if:Page.Next ?><p class="acts"><a class="btn" href="/gkht/feedback?state=<?cs if:Page.Open ?>open<?cs else ?>answered<?cs /if ?>&amp;before=<?cs var:Page.Next ?>">更早的</a></p><?cs /if ?><?cs else ?><div class="empty"><p><?cs if:Page.Open ?>没有待处理的找错。<?cs else ?>还没有答复过找错。<?cs /if ?></p><p>公众在前台“网站找错”提交后会出现在这里。</p></div><?cs /if ?></div><?cs /def ?>
<?cs include!"gkht/layout.cs" ?>
