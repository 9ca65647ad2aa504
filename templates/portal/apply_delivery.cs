<?cs include!"portal/apply_parts.cs" ?><?cs call:top() ?><?cs call:apply_style() ?>
<title><?cs call:title_error() ?>怎样得到这份信息 - 依申请公开 - <?cs var:Site.Name ?></title>
<?cs call:private() ?><?cs call:banner("apply") ?>
<main id="main" tabindex="-1">
<div class="wrap flow2"><div class="flow"><?cs call:back(Page.Previous) ?>
<?cs call:prog() ?><?cs call:errors() ?>
<h1>怎样得到这份信息？</h1><p class="muted">无论选哪一种，答复书都可以在本站用申请编号和查询码下载。</p>
<form action="/apply/form/delivery" method="post"><?cs call:hidden() ?>
<fieldset class="field<?cs if:Page.Error.delivery ?> field-err<?cs /if ?>" id="delivery" tabindex="-1"><legend>获取方式 <span class="req">必填</span></legend><?cs call:err("delivery", Page.Error.delivery) ?><?cs call:radio("delivery", "email", Page.Form.delivery, "电子邮件", "发到下面的电子邮箱") ?><?cs call:radio("delivery", "mail", Page.Form.delivery, "邮寄", "寄到下面的通信地址") ?><?cs call:radio("delivery", "fax", Page.Form.delivery, "传真", "发到下面的传真号码") ?><?cs call:radio("delivery", "pickup", Page.Form.delivery, "自行领取", "到单位领取") ?><?cs call:radio("delivery", "read", Page.Form.delivery, "当场查阅", "到单位查看") ?><?cs call:radio("delivery", "copy", Page.Form.delivery, "当场抄录", "到单位抄写") ?></fieldset>
<div class="part-2"><h2 class="pick-h">发到或寄到</h2><p class="hint">与联系方式相同，需要时请修改；没有选上面这三种方式的可以不填。</p><?cs call:text("email", "电子邮箱", "", Page.Form.email, Page.Error.email, "", "w-20", "email") ?><?cs call:text("address", "通信地址", "", Page.Form.address, Page.Error.address, "", "", "street-address") ?><?cs call:text("postcode", "邮政编码", "", Page.Form.postcode, Page.Error.postcode, "", "w-10", "postal-code") ?><?cs call:text("fax", "传真", "", Page.Form.fax, Page.Error.fax, "", "w-20", "off") ?></div>
<fieldset class="field<?cs if:Page.Error.carrier ?> field-err<?cs /if ?>" id="carrier" tabindex="-1"><legend>载体形式 <span class="req">必填</span></legend><?cs call:err("carrier", Page.Error.carrier) ?><?cs call:radio("carrier", "electronic", Page.Form.carrier, "电子文档", "") ?><?cs call:radio("carrier", "paper", Page.Form.carrier, "纸质文本", "") ?></fieldset>
<div class="field"><label class="pick" for="other_ways"><input class="form-check-input" type="checkbox" id="other_ways" name="other_ways" value="1"<?cs if:Page.Form.other_ways ?> checked<?cs /if ?>><span>单位不能按上面的方式提供时，接受其他方式</span></label></div>
<div class="field<?cs if:Page.Error.assistance ?> field-err<?cs /if ?>"><label for="assistance">阅读、视听有困难的，需要什么帮助</label><?cs call:err("assistance", Page.Error.assistance) ?><select class="form-select w-20" id="assistance" name="assistance"><option value="">不需要</option><option value="large_print"<?cs if:Page.Form.assistance == "large_print" ?> selected<?cs /if ?>>大字版文本</option><option value="read_aloud"<?cs if:Page.Form.assistance == "read_aloud" ?> selected<?cs /if ?>>工作人员朗读</option><option value="phone"<?cs if:Page.Form.assistance == "phone" ?> selected<?cs /if ?>>电话沟通</option><option value="fill"<?cs if:Page.Form.assistance == "fill" ?> selected<?cs /if ?>>代为填写</option></select></div>
<?cs call:go_on() ?></form></div><?cs call:help() ?></div>
</main>
<?cs call:foot() ?><?cs call:sym_left() ?><?cs call:sym_warn() ?><?cs call:end() ?>
