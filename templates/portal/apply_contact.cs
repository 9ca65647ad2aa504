<?cs include!"portal/apply_parts.cs" ?><?cs call:top() ?>
<title><?cs call:title_error() ?>怎样联系您 - 依申请公开 - <?cs var:Site.Name ?></title>
<?cs call:private() ?><?cs call:banner("apply") ?>
<main id="main" tabindex="-1">
<div class="wrap flow2"><div class="flow"><?cs call:back(Page.Previous) ?>
<?cs call:prog() ?><?cs call:errors() ?>
<h1>怎样联系您？</h1><p class="muted">电话、邮箱、地址至少填一种。单位要用它与您确认收到申请，确认之后才开始计算答复的期限，所以最好填写电话。</p>
<form action="/apply/form/contact" method="post"><?cs call:hidden() ?>
<?cs if:Page.Organisation ?><?cs call:text("contact", "联系人", "", Page.Form.contact, Page.Error.contact, "", "w-20", "name") ?><?cs /if ?><?cs call:text("phone", "联系电话", "手机，或者带区号的固定电话", Page.Form.phone, Page.Error.phone, "", "w-20", "tel") ?><?cs call:text("email", "电子邮箱", "", Page.Form.email, Page.Error.email, "", "w-20", "email") ?><?cs call:text("address", "通信地址", "", Page.Form.address, Page.Error.address, "", "", "street-address") ?><?cs call:text("postcode", "邮政编码", "", Page.Form.postcode, Page.Error.postcode, "", "w-10", "postal-code") ?><?cs call:text("fax", "传真（可以不填）", "", Page.Form.fax, Page.Error.fax, "", "w-20", "off") ?>
<?cs call:go_on() ?></form></div><?cs call:help() ?></div>
</main>
<?cs call:foot() ?><?cs call:sym_left() ?><?cs call:sym_warn() ?><?cs call:end() ?>
