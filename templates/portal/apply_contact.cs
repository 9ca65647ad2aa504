<?cs include!"portal/apply_parts.cs" ?><?cs call:top() ?><?cs call:apply_style() ?>
<title><?cs call:title_error() ?>怎样联系您 - 依申请公开 - <?cs var:Site.Name ?></title>
<?cs call:private() ?><?cs call:banner("apply") ?>
<main id="main" tabindex="-1">
<div class="wrap flow2"><div class="flow"><?cs call:back(Page.Previous) ?>
<?cs call:prog() ?><?cs call:errors() ?>
<h1>怎样联系您？</h1><p class="muted">电话、邮箱、地址至少填一种。单位要用它与您确认收到申请，确认之后才开始计算答复的期限，所以最好填写电话。</p>
<form action="/apply/form/contact" method="post"><?cs call:hidden() ?>
<?cs call:contact_fields() ?>
<?cs call:go_on() ?></form></div><?cs call:help() ?></div>
</main>
<?cs call:foot() ?><?cs call:sym_left() ?><?cs call:sym_warn() ?><?cs call:end() ?>
