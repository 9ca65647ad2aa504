<?cs include!"portal/apply_parts.cs" ?><?cs call:top() ?><?cs call:apply_style() ?>
<title><?cs call:title_error() ?>您需要什么信息 - 依申请公开 - <?cs var:Site.Name ?></title>
<?cs call:private() ?><?cs call:banner("apply") ?>
<main id="main" tabindex="-1">
<div class="wrap flow2"><div class="flow"><?cs call:back(Page.Previous) ?>
<?cs call:prog() ?><?cs call:errors() ?>
<h1>您需要什么信息？</h1><p class="muted">受理单位：<?cs var:Page.UnitName ?>　<a href="/apply/form/unit?back=check">更改</a></p>
<form action="/apply/form/wish" method="post"><?cs call:hidden() ?>
<p>下面三项至少填一项，写得越具体，找得越快。一份申请只写一项信息，不用说明用途。</p>
<?cs call:err("wish", Page.Error.wish) ?><?cs call:text("wish_name", "信息名称", "文件或资料的名称", Page.Form.wish_name, Page.Error.wish_name, "", "", "off") ?><?cs call:text("wish_doc_no", "文号", "例如 宝坻政办发〔2026〕12号", Page.Form.wish_doc_no, Page.Error.wish_doc_no, "", "w-20", "off") ?>
<div class="field<?cs if:Page.Error.wish_description ?> field-err<?cs /if ?>"><label for="wish_description">特征描述</label><p class="hint" id="wish_description-h">不知道名称时，写清时间、地点、事项等便于查找的特征。请不要写您自己的个人信息。</p><?cs call:err("wish_description", Page.Error.wish_description) ?><textarea class="form-control ta" id="wish_description" name="wish_description" maxlength="2000" aria-describedby="wish_description-h"<?cs if:Page.Error.wish_description ?> aria-invalid="true"<?cs /if ?>><?cs var:Page.Form.wish_description ?></textarea><p class="hint">最多 2000 字</p></div>
<?cs call:go_on() ?></form></div><?cs call:help() ?></div>
</main>
<?cs call:foot() ?><?cs call:sym_left() ?><?cs call:sym_warn() ?><?cs call:end() ?>
