<?cs # What is typed and not saved yet: how a form is kept, what is said when it
  comes back, and both texts where somebody else was faster. ?>
<?cs def:copy_fields() ?><input type="hidden" name="once" value="<?cs var:Page.Form.once ?>"><input type="hidden" name="copy" value="<?cs var:Page.Copy.Token ?>"><input type="hidden" name="serial" value="<?cs var:Page.Copy.Serial ?>"><?cs /def ?>

<?cs # at: where the form is kept, /gkht/FORM/ID or of a new one a word for ID. ?>
<?cs def:drop_form(form, at) ?><form id="drop" method="post" action="/gkht/<?cs var:form ?>/<?cs var:at ?>/drop"><?cs call:csrf() ?><input type="hidden" name="copy" value="<?cs var:Page.Copy.Token ?>"></form><?cs /def ?>

<?cs def:copy() ?><?cs if:Page.Made.Id ?><noscript><div class="note" role="status"><p>刚才保存的：<a href="/gkht/entry/<?cs var:Page.Made.Id ?>"><?cs var:Page.Made.Title ?></a> <span class="muted"><?cs var:Page.Made.Saved ?></span>。后退到这里的，内容没有丢，请从这里接着填。</p></div></noscript><?cs /if ?><?cs if:Page.Conflict ?><?cs elif:Page.Copy ?><div class="note note-w" role="status"><p>已恢复 <b><?cs var:Page.Copy.Day ?> <?cs var:Page.Copy.Saved ?></b> 自动保存、还没有保存的内容，请核对后保存。</p>
<p><button class="btn btn-s" form="drop">放弃这些内容<?cs if:Page.Form.Id && Page.Form.Id != "0" ?>，看已保存的<?cs /if ?></button></p></div>
<?cs elif:Page.Copies.0.Token ?><div class="note note-w" role="status"><p>还有没保存的新信息：</p>
<ul><?cs each:c = Page.Copies ?><li><a href="/gkht/entry/new?copy=<?cs var:c.Token ?>"><?cs if:c.Title ?><?cs var:c.Title ?><?cs else ?>没有名称<?cs /if ?></a> <span class="muted"><?cs var:c.Saved ?> 自动保存</span></li><?cs /each ?></ul></div>
<?cs /if ?><?cs /def ?>

<?cs def:theirs(key, text) ?><label><input class="form-check-input" type="checkbox" name="theirs" value="<?cs var:key ?>"> <?cs var:text ?></label><?cs /def ?>

<?cs def:side(heading, sideHtml) ?><h2><?cs var:heading ?></h2>
<div class="gw" tabindex="0" role="region" aria-label="<?cs var:heading ?>"><?cs uvar:sideHtml ?></div><?cs /def ?>

<?cs # merge: the form can take single fields from what is stored. ?>
<?cs def:conflict(merge) ?><div class="note note-w" role="alert" id="errs" tabindex="-1"><p><b><?cs var:Page.Conflict.When ?>，<?cs var:Page.Conflict.Who ?> 已经改动这条信息（<?cs var:Page.Conflict.What ?>），现在的状态是 </b><?cs call:tag(Page.Conflict) ?><b>。您填写的内容没有保存，都在下面的表里。</b></p>
<?cs if:Page.Conflict.Fields ?><div class="scroll" tabindex="0" role="region" aria-label="不同之处"><table class="cmp"><thead><tr><th scope="col">不同之处</th><th scope="col">您填写的</th><th scope="col">现在保存的</th><th scope="col">从保存的改成您的</th></tr></thead><tbody>
<?cs each:f = Page.Conflict.Fields ?><tr><th scope="row"><?cs var:f.Label ?></th><td><?cs var:f.Mine ?></td><td><?cs var:f.Stored ?><?cs if:merge && !Page.Conflict.Shut ?><br><?cs call:theirs(f.Key, "用保存的") ?><?cs /if ?></td><td><?cs uvar:f.DiffHtml ?></td></tr>
<?cs /each ?></tbody></table></div><?cs /if ?>
<?cs if:Page.Conflict.Body ?><div class="sides"><div><?cs call:side("您填写的原文", Page.Conflict.MineHtml) ?></div>
<div><?cs call:side("现在保存的原文", Page.Conflict.StoredHtml) ?><?cs if:merge && !Page.Conflict.Shut ?><?cs call:theirs("body", "原文用保存的") ?><?cs /if ?></div></div>
<details open><summary>原文的不同之处（划掉的是保存的，下划线是您填写的）</summary><div class="gw" tabindex="0" role="region" aria-label="原文的不同之处"><?cs uvar:Page.Conflict.DiffHtml ?></div></details><?cs /if ?>
<p><?cs if:Page.Conflict.Shut ?>这条信息现在不能修改。需要的内容请先复制出来。<?cs else ?>核对以后点【保存】，就以您填写的内容为准<?cs if:merge ?>；也可以勾选“用保存的”，点 <button class="btn btn-s" name="act" value="merge" formnovalidate>合并</button> 放进表里再保存<?cs /if ?>。<?cs /if ?></p>
<p><button class="btn btn-s" form="drop">放弃我的修改，看现在保存的内容</button></p></div><?cs /def ?>
