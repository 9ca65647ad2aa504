<?cs include!"gkht/macros.cs" ?>
<?cs include!"gkht/finding.cs" ?>
<?cs include!"gkht/kept.cs" ?>
<?cs include!"gkht/secrecy_form.cs" ?>
<?cs include!"gkht/amendment.cs" ?>
<?cs def:title() ?><?cs var:Page.Form.Label ?> - 信息上载<?cs /def ?>
<?cs def:over() ?><?cs /def ?>
<?cs # One field; n parts the ids of several people, "" for the first and the whole. ?>
<?cs def:part(p, n, error) ?><div class="field<?cs if:error ?> field-err<?cs /if ?>">
<label for="f-<?cs var:p.Name ?><?cs var:n ?>"><?cs var:p.Label ?><?cs if:p.Needed ?> <span class="req" aria-hidden="true">*</span><span class="sr">（必须填写）</span><?cs /if ?></label>
<?cs if:p.Hint ?><p class="hint" id="h-<?cs var:p.Name ?><?cs var:n ?>"><?cs var:p.Hint ?></p><?cs /if ?><?cs call:error(error) ?>
<?cs if:p.Role ?><select class="form-select" id="f-<?cs var:p.Name ?><?cs var:n ?>" name="<?cs var:p.Name ?>"><option value="">请选择</option><?cs each:o = p.Roles ?><option value="<?cs var:o.Key ?>"<?cs if:o.On ?> selected<?cs /if ?>><?cs var:o.Label ?></option><?cs /each ?></select>
<?cs elif:p.Lines ?><textarea class="form-control" id="f-<?cs var:p.Name ?><?cs var:n ?>" name="<?cs var:p.Name ?>" rows="3" maxlength="<?cs var:p.Max ?>"<?cs if:p.Hint ?> aria-describedby="h-<?cs var:p.Name ?><?cs var:n ?>"<?cs /if ?>><?cs var:p.Value ?></textarea>
<?cs else ?><input class="form-control" id="f-<?cs var:p.Name ?><?cs var:n ?>" name="<?cs var:p.Name ?>" value="<?cs var:p.Value ?>" maxlength="<?cs var:p.Max ?>" autocomplete="off"<?cs if:p.Hint ?> aria-describedby="h-<?cs var:p.Name ?><?cs var:n ?>"<?cs /if ?>>
<?cs /if ?></div><?cs /def ?>

<?cs def:photo(p, n, number, who) ?><div class="field<?cs if:Page.Error.photo ?> field-err<?cs /if ?>">
<label for="f-photo<?cs var:n ?>"><?cs var:p.Label ?></label><p class="hint" id="h-photo<?cs var:n ?>"><?cs var:p.Hint ?></p><?cs call:error(Page.Error.photo) ?>
<input type="hidden" name="p_photo" value="<?cs var:p.Value ?>">
<?cs if:p.Value ?><p class="face"><img src="/gkht/image/<?cs var:p.Value ?>" alt="<?cs var:who ?>的照片" width="96"><button class="btn btn-s" name="do" value="photo-<?cs var:number ?>" formaction="#person-<?cs var:number ?>" formnovalidate>去掉照片</button></p><?cs /if ?>
<?cs if:Page.Copy ?><p class="hint" id="lost-photo<?cs var:n ?>"><b>照片文件不会自动保存：刚才选过的，请重新选择。</b></p><?cs /if ?>
<input class="form-control" type="file" id="f-photo<?cs var:n ?>" name="photo" accept="<?cs var:Page.Form.Accepted ?>" aria-describedby="h-photo<?cs var:n ?><?cs if:Page.Copy ?> lost-photo<?cs var:n ?><?cs /if ?>"></div><?cs /def ?>

<?cs def:person_parts(r, n) ?><?cs each:p = r.Parts ?><?cs if:p.Photo ?><?cs call:photo(p, n, r.Number, r.Who) ?><?cs else ?><?cs call:part(p, n, p.Error) ?><?cs /if ?><?cs /each ?><?cs /def ?>

<?cs def:person(r) ?><fieldset class="person" id="person-<?cs var:r.Number ?>"><legend>第 <?cs var:r.Number ?> 人<?cs if:r.Who ?>：<?cs var:r.Who ?><?cs /if ?></legend>
<div class="cols"><?cs if:r.First ?><?cs call:person_parts(r, "") ?><?cs else ?><?cs call:person_parts(r, r.Number) ?><?cs /if ?></div>
<p class="row"><?cs if:!r.First ?><button class="btn btn-s" name="do" value="up-<?cs var:r.Number ?>" formaction="#people" formnovalidate>上移<span class="sr">第 <?cs var:r.Number ?> 人</span></button><?cs /if ?>
<?cs if:!r.Last ?><button class="btn btn-s" name="do" value="down-<?cs var:r.Number ?>" formaction="#people" formnovalidate>下移<span class="sr">第 <?cs var:r.Number ?> 人</span></button><?cs /if ?>
<button class="btn btn-s btn-x" name="do" value="remove-<?cs var:r.Number ?>" formaction="#people" formnovalidate>移除<span class="sr">第 <?cs var:r.Number ?> 人</span></button></p></fieldset><?cs /def ?>

<?cs def:whole() ?><?cs each:p = Page.Parts ?><?cs call:part(p, "", p.Error) ?><?cs /each ?><?cs /def ?>

<?cs def:body() ?><div class="ttl"><h1><?cs var:Page.Form.Label ?></h1><p><?cs if:Page.Form.Amend ?>改正以后写明修改说明，保存后生成新的原文<?cs else ?>逐项填写，保存后生成原文；再到内容表完成保密审查、提交审核<?cs /if ?>（<?cs var:Page.Form.Law ?>）</p></div>
<?cs call:drop_form("profile", Page.Kept) ?>
<form id="content" class="card page wide" method="post" data-login="<?cs var:Page.Me.Login ?>" data-keep="/gkht/profile/<?cs var:Page.Kept ?>" enctype="multipart/form-data" action="/gkht/profile<?cs if:Page.Form.Id != "0" ?>/<?cs var:Page.Form.Id ?><?cs /if ?>"<?cs if:Page.Copy && !Page.Conflict ?> data-dirty="kept"<?cs elif:Page.Conflict || Page.Errors || Page.Copy.Token ?> data-dirty="1"<?cs /if ?>><?cs call:csrf() ?><?cs call:copy_fields() ?><input type="hidden" name="kind" value="<?cs var:Page.Form.Kind ?>"><input type="hidden" name="version" value="<?cs var:Page.Form.version ?>">
<button class="sr" tabindex="-1" aria-hidden="true">保存</button>
<?cs if:Page.Form.Amend ?><?cs call:secret() ?><?cs /if ?><div data-errors><?cs if:Page.Conflict ?><?cs call:conflict("") ?><?cs else ?><?cs call:error_list() ?><?cs /if ?></div>
<?cs call:copy() ?>
<?cs call:amending() ?><?cs if:Page.Form.From ?><div class="note note-g"><p>下面是现在公开的内容，改动以后保存为新的一份；新的发布后，<a href="/doc/<?cs var:Page.Form.From ?>" target="_blank" rel="noopener">原来的一份</a>自动标为失效。</p></div><?cs /if ?>
<?cs if:Page.HasPeople ?><div id="people"><?cs each:r = Page.People ?><?cs call:person(r) ?><?cs /each ?></div>
<?cs if:Page.Room ?><p><button class="btn" name="do" value="add" formaction="#add" formnovalidate id="add"><?cs call:icon("plus") ?>再加一人</button></p><?cs /if ?><?cs /if ?>
<?cs call:whole() ?>
<?cs if:Page.Form.Amend ?><div class="field<?cs if:Page.Error.note ?> field-err<?cs /if ?>"><label for="f-note">修改说明 <span class="req" aria-hidden="true">*</span></label><p class="hint" id="h-note">写给公众看的：改了什么、为什么</p><?cs call:error(Page.Error.note) ?><textarea class="form-control" id="f-note" name="note" rows="2" maxlength="500" aria-describedby="h-note"><?cs var:Page.Form.note ?></textarea></div><?cs /if ?>
<?cs if:Page.Form.Amend ?><?cs if:Page.Form.Attachments.0.Id ?><div class="field" id="f-attachment" tabindex="-1"><h2>附件</h2><ul class="files"><?cs each:a = Page.Form.Attachments ?><li><?cs call:icon("file") ?><span><a href="/gkht/file/<?cs var:a.Id ?>"><?cs var:a.Name ?></a></span><input type="hidden" name="attachment" value="<?cs var:a.Id ?>"></li><?cs /each ?></ul></div><?cs /if ?>
<section class="exam" id="f-inspection" tabindex="-1"><h2>检查结果</h2><ul class="find"><?cs each:f = Page.Exam.Findings ?><?cs call:finding_edit(f) ?><?cs /each ?><?cs call:finding_list() ?></ul><?cs call:finding_reasons() ?><p class="hint">保存时检查个人信息和附件。需要改正的改正、写明理由以后，修改才能保存。</p></section>
<?cs call:secrecy_change() ?><?cs /if ?>
<p class="row"><?cs if:!Page.Conflict.Shut ?><button class="btn btn-1 btn-b" data-key="ctrl+s"><?cs if:Page.Form.Amend && Page.Reviewed ?>保存并提交审核<?cs elif:Page.Form.Amend ?>保存并立即生效<?cs else ?>保存<?cs /if ?></button><?cs /if ?>
<?cs if:Page.Form.Amend ?><a class="btn btn-b" href="/gkht/manage">返回</a><?cs elif:Page.Form.Id != "0" ?><a class="btn btn-b" href="/gkht/entry/<?cs var:Page.Form.Id ?>">到内容表：保密审查和提交</a><?cs else ?><a class="btn btn-b" href="/gkht/entry">返回</a><?cs /if ?> <span class="save" role="status" data-saved></span></p></form><?cs /def ?>
<?cs include!"gkht/layout.cs" ?>
