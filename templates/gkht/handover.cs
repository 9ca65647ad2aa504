<?cs include!"gkht/macros.cs" ?>
<?cs def:title() ?>移交 - 用户管理<?cs /def ?>
<?cs def:document(d) ?><tr><td class="c"><label><input class="form-check-input" type="checkbox" name="pick" value="<?cs var:d.Id ?>"><span class="sr">选择：<?cs var:d.Title ?></span></label></td>
<td class="t"><a href="/gkht/document/<?cs var:d.Id ?>"><?cs var:d.Title ?></a><?cs if:d.Returned ?><small class="why">退回原因：<?cs var:d.Returned ?></small><?cs /if ?></td>
<td><?cs if:d.Returned ?><span class="tag tag-no">退回</span><?cs else ?><span class="tag tag-draft">草稿</span><?cs /if ?></td>
<td class="n" data-l="录入人"><?cs if:d.Person ?><?cs var:d.Person ?><?cs else ?>没有写姓名<?cs /if ?></td>
<td class="n" data-l="修改"><?cs call:when(d.When) ?></td></tr><?cs /def ?>
<?cs def:copy(c) ?><li><?cs if:c.Title ?><?cs var:c.Title ?><?cs else ?>（还没有名称）<?cs /if ?> <span class="muted"><?cs var:c.Person ?>，<?cs call:when(c.When) ?> 自动保存</span></li><?cs /def ?>
<?cs def:list() ?><form method="post" action="/gkht/users/<?cs var:Page.User.Id ?>/handover"><?cs call:csrf() ?>
<div class="card mb"><?cs if:Page.Documents ?><div class="scroll"><table class="grid st" data-rows><caption class="sr">没有办完的信息</caption><thead><tr><th class="c" scope="col"><label class="js-only"><input class="form-check-input" type="checkbox" data-all><span class="sr">选择全部</span></label></th><th scope="col">信息名称</th><th scope="col">状态</th><th scope="col">录入人</th><th scope="col">最后修改</th></tr></thead><tbody><?cs each:d = Page.Documents ?><?cs call:document(d) ?><?cs /each ?></tbody></table></div><?cs else ?><div class="empty"><p>没有草稿和退回的信息。</p></div><?cs /if ?></div>
<?cs if:Page.Copies ?><div class="card mb keep"><h2>录入时自动保存、还没有存成草稿的内容</h2><ul><?cs each:c = Page.Copies ?><?cs call:copy(c) ?><?cs /each ?></ul><label><input class="form-check-input" type="checkbox" name="copies" value="1"> 这 <?cs var:Page.CopyCount ?> 份也移交。移交之前谁也看不到，移交之后<?cs var:Page.User.Name ?>打开录入页面时会找到。</label></div><?cs /if ?>
<?cs if:Page.Many ?><p class="muted">只列出最近的 200 条，移交后再来这里就看到其余的。</p><?cs /if ?>
<p class="pairs"><button class="btn btn-1">移交选中的</button><button class="btn" name="all" value="1">全部移交</button><a class="btn btn-t" href="/gkht/users">以后再移交</a></p></form><?cs /def ?>
<?cs def:body() ?><div class="ttl"><h1>移交</h1><p><?cs var:Page.User.Login ?> 现在由<?cs var:Page.User.Name ?>使用，下面是以前的人留下、还没有办完的</p></div>
<?cs call:error_list() ?>
<?cs if:!Page.User.Initial ?><div class="note note-w"><p>以前的人还知道 <?cs var:Page.User.Login ?> 的密码，请接着<a href="/gkht/users?act=reset&amp;id=<?cs var:Page.User.Id ?>">重置密码</a>。原来的登录已经结束。</p></div><?cs /if ?>
<?cs if:Page.Documents || Page.Copies ?><?cs call:list() ?><?cs else ?><div class="card"><div class="empty"><p>没有要移交的内容。</p><p><a href="/gkht/users">返回用户管理</a></p></div></div><?cs /if ?><?cs /def ?>
<?cs def:over() ?><?cs /def ?>
<?cs include!"gkht/layout.cs" ?>
