<?cs # Changes of published documents that are reviewed before they take effect. ?>
<?cs def:abandon(a, style) ?><form method="post" action="/gkht/amendment/<?cs var:a.Id ?>/abandon" class="acts"><?cs call:csrf() ?><button class="btn btn-s<?cs var:style ?>" aria-describedby="am<?cs var:a.Id ?>">放弃修改</button></form><?cs /def ?>

<?cs # The list over 信息审核. ?>
<?cs def:amendments_review() ?><?cs if:Page.AmendmentOver ?><div class="note note-w" role="alert" id="errs" tabindex="-1"><p><b>“<?cs var:Page.AmendmentOver ?>”的修改已经有人处理过，或者管理员已经放弃、重新提交。您这次的操作没有执行。</b></p></div><?cs /if ?>
<?cs if:Page.Amendments.0.Id ?><section class="card amds" aria-labelledby="h-amd"><h2 id="h-amd">已发布信息的修改，通过后立即生效</h2>
<div class="scroll"><table class="grid st" data-rows><caption class="sr">待审核的修改</caption><thead><tr><th scope="col">信息名称</th><th scope="col">修改说明</th><th scope="col">修改人</th><th scope="col">提交时间</th><th scope="col">状态</th><th scope="col"><span class="sr">操作</span></th></tr></thead><tbody>
<?cs each:a = Page.Amendments ?><tr><td class="t"><a href="/gkht/amendment/<?cs var:a.Id ?><?cs var:Page.Way.Link ?>" id="am<?cs var:a.Id ?>"><?cs var:a.Title ?></a></td><td class="w" data-l="说明"><?cs var:a.Note ?></td><td class="n" data-l="修改"><?cs var:a.By ?></td><td class="n" data-l="提交"><?cs call:when(a.When) ?></td><td><span class="tag tag-wait">修改</span></td><td class="a"><form action="/gkht/amendment/<?cs var:a.Id ?>" class="acts"><?cs call:way() ?><button class="btn btn-s" aria-describedby="am<?cs var:a.Id ?>"><?cs call:icon("shield") ?>审核</button></form></td></tr>
<?cs /each ?></tbody></table></div></section><?cs /if ?><?cs /def ?>

<?cs # The same of the administrator: what came back first, then what waits. ?>
<?cs def:amendments_own() ?><?cs if:Page.Amendments.0.Id ?><section class="card amds" aria-labelledby="h-amd"><h2 id="h-amd">还没有生效的修改</h2>
<div class="scroll"><table class="grid st" data-rows><caption class="sr">还没有生效的修改</caption><thead><tr><th scope="col">信息名称</th><th scope="col">修改说明</th><th scope="col">提交时间</th><th scope="col">状态</th><th scope="col"><span class="sr">操作</span></th></tr></thead><tbody>
<?cs each:a = Page.Amendments ?><tr><td class="t"><a href="/gkht/manage/<?cs var:a.Document ?><?cs var:Page.Way.Link ?>" id="am<?cs var:a.Id ?>"><?cs var:a.Title ?></a><?cs if:a.State == "returned" ?><small class="why">退回原因：<?cs var:a.Reason ?>（<?cs var:a.DecidedBy ?> <span class="nb"><?cs var:a.Decided ?></span>）</small><?cs /if ?></td><td class="w" data-l="说明"><?cs var:a.Note ?></td><td class="n" data-l="提交"><?cs call:when(a.When) ?></td><td><?cs if:a.State == "returned" ?><span class="tag tag-no">退回</span><?cs else ?><span class="tag tag-wait">待审核</span><?cs /if ?></td><td class="a"><?cs call:abandon(a, " btn-x") ?></td></tr>
<?cs /each ?></tbody></table></div></section><?cs /if ?><?cs /def ?>

<?cs # Over the form that goes on from one. ?>
<?cs def:amending() ?><?cs if:Page.Amending.State == "returned" ?><div class="note note-x"><p><b>上次的修改没有通过审核：</b><?cs var:Page.Amending.Reason ?>（<?cs var:Page.Amending.DecidedBy ?> <span class="nb"><?cs var:Page.Amending.Decided ?></span>）</p><p>下面是上次填写的内容，前台还是原来的。改好以后再保存<?cs if:Page.Reviewed ?>，重新提交审核<?cs /if ?>。</p></div>
<?cs elif:Page.Amending.State == "pending" ?><div class="note note-w"><p><b>下面的修改正在等待审核</b>（<?cs var:Page.Amending.By ?> <span class="nb"><?cs var:Page.Amending.When.Full ?></span> 提交），前台还是原来的内容。再保存一次，就以新的为准。</p></div><?cs /if ?><?cs /def ?>

<?cs # Beside the paper, for the reviewer. ?>
<?cs def:amendment_facts() ?><div class="note note-w"><p><b>已发布信息的修改</b>（<?cs var:Page.Amendment.By ?> <span class="nb"><?cs var:Page.Amendment.When ?></span> 提交），通过后立即生效。</p><p>修改说明（前台会显示）：<?cs var:Page.Amendment.Note ?></p><?cs if:Page.Amendment.Interprets ?><p>解读的文件：<?cs var:Page.Amendment.Interprets ?></p><?cs /if ?><?cs if:Page.Amendment.Replaces ?><p>替代的文件：<?cs var:Page.Amendment.Replaces ?></p><?cs /if ?></div>
<?cs if:Page.Amendment.Stale ?><div class="note note-x" role="alert" id="errs" tabindex="-1"><p><b>提交修改以后，这条信息又有变动</b>（<?cs var:Page.Conflict.Who ?> <span class="nb"><?cs var:Page.Conflict.When ?></span> <?cs var:Page.Conflict.What ?>），现在的状态是 <?cs call:tag(Page.Conflict) ?>。这次修改不能再通过，请选【审批不通过】退回机构管理员核对。</p></div><?cs /if ?><?cs /def ?>
