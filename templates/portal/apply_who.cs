<?cs include!"portal/apply_parts.cs" ?><?cs call:top() ?><?cs call:apply_style() ?>
<title><?cs call:title_error() ?>谁来申请 - 依申请公开 - <?cs var:Site.Name ?></title>
<?cs call:private() ?><?cs call:banner("apply") ?>
<main id="main" tabindex="-1">
<div class="wrap flow2"><div class="flow"><?cs call:back(Page.Previous) ?>
<?cs call:prog() ?><?cs call:errors() ?>
<h1>谁来申请？</h1><p class="muted">受理单位：<?cs var:Page.UnitName ?>　<a href="/apply/form/unit">更改</a></p>
<form action="/apply/form/who" method="post"><?cs call:hidden() ?>
<fieldset class="field<?cs if:Page.Error.kind ?> field-err<?cs /if ?>" id="kind" tabindex="-1"><legend>申请人 <span class="req">必填</span></legend><?cs call:err("kind", Page.Error.kind) ?>
<?cs call:radio("kind", "citizen", Page.Form.kind, "公民", "以个人名义申请") ?>
<h2 class="pick-h">法人或其他组织</h2><?cs call:radio("kind", "business", Page.Form.kind, "商业企业", "公司、合作社、个体工商户等") ?><?cs call:radio("kind", "research", Page.Form.kind, "科研机构", "高校、研究院所等") ?><?cs call:radio("kind", "welfare", Page.Form.kind, "社会公益组织", "协会、基金会、社会服务机构等") ?><?cs call:radio("kind", "legal", Page.Form.kind, "法律服务机构", "律师事务所、法律服务所等") ?><?cs call:radio("kind", "other", Page.Form.kind, "其他", "村（居）民委员会、机关、事业单位等") ?></fieldset>
<?cs call:go_on() ?></form></div><?cs call:help() ?></div>
</main>
<?cs call:foot() ?><?cs call:sym_left() ?><?cs call:sym_warn() ?><?cs call:end() ?>
