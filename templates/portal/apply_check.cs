<?cs include!"portal/apply_parts.cs" ?><?cs #
?><?cs def:edit(step, what) ?><a class="edit" href="/apply/form/<?cs var:step ?>?back=check">修改<span class="sr"><?cs var:what ?></span></a><?cs /def ?><?cs #
?><?cs call:top() ?><?cs call:apply_style() ?>
<title><?cs call:title_error() ?>核对并提交 - 依申请公开 - <?cs var:Site.Name ?></title>
<?cs call:private() ?>
<script src="<?cs var:Site.Static ?>/apply.js" defer></script>
<?cs call:banner("apply") ?>
<main id="main" tabindex="-1">
<div class="wrap flow2"><div class="flow"><?cs call:back(Page.Previous) ?>
<?cs call:prog() ?><?cs call:errors() ?>
<h1>请核对，然后提交</h1><p class="muted">提交以后不能修改，可以撤回。</p>
<section aria-labelledby="h-1"><div class="sum-h"><h2 id="h-1">受理单位</h2><?cs call:edit("unit", "受理单位") ?></div><dl class="sum"><div><dt>受理单位</dt><dd><?cs var:Page.Unit.Name ?></dd></div></dl></section>
<section aria-labelledby="h-2"><div class="sum-h"><h2 id="h-2">申请人</h2><?cs call:edit("who", "申请人") ?></div><dl class="sum"><div><dt>申请人</dt><dd><?cs call:kind_label(Page.Person.Kind) ?></dd></div></dl></section>
<section aria-labelledby="h-3"><div class="sum-h"><h2 id="h-3">身份证明</h2><?cs call:edit("identity", "身份证明") ?></div><dl class="sum"><div><dt><?cs if:Page.Person.Organisation ?>名称<?cs else ?>姓名<?cs /if ?></dt><dd><?cs var:Page.Person.Name ?></dd></div><?cs if:Page.Person.LegalPerson ?><div><dt>法定代表人</dt><dd><?cs var:Page.Person.LegalPerson ?></dd></div><?cs /if ?><div><dt><?cs call:paper_label(Page.Person.PaperKind) ?></dt><dd class="num"><?cs var:Page.Person.PaperNo ?></dd></div><?cs if:Page.Person.Workplace ?><div><dt>工作单位</dt><dd><?cs var:Page.Person.Workplace ?></dd></div><?cs /if ?><div><dt>身份证明文件</dt><dd><?cs each:f = Page.Scans ?><span class="scan"><?cs var:f.Name ?>（<?cs var:f.Type ?>，<?cs var:f.Size ?>）</span><?cs /each ?></dd></div></dl></section>
<section aria-labelledby="h-4"><div class="sum-h"><h2 id="h-4">联系方式</h2><?cs call:edit("contact", "联系方式") ?></div><dl class="sum"><?cs if:Page.Person.Contact ?><div><dt>联系人</dt><dd><?cs var:Page.Person.Contact ?></dd></div><?cs /if ?><?cs if:Page.Person.Phone ?><div><dt>联系电话</dt><dd class="num"><?cs var:Page.Person.Phone ?></dd></div><?cs /if ?><?cs if:Page.Person.Email ?><div><dt>电子邮箱</dt><dd><?cs var:Page.Person.Email ?></dd></div><?cs /if ?><?cs if:Page.Person.Address ?><div><dt>通信地址</dt><dd><?cs var:Page.Person.Address ?><?cs if:Page.Person.Postcode ?>（邮编 <?cs var:Page.Person.Postcode ?>）<?cs /if ?></dd></div><?cs /if ?><?cs if:Page.Person.Fax ?><div><dt>传真</dt><dd class="num"><?cs var:Page.Person.Fax ?></dd></div><?cs /if ?></dl></section>
<section aria-labelledby="h-5"><div class="sum-h"><h2 id="h-5">所需信息</h2><?cs call:edit("wish", "所需信息") ?></div><dl class="sum"><?cs call:wish_rows(Page.Wish) ?></dl></section>
<section aria-labelledby="h-6"><div class="sum-h"><h2 id="h-6">获取方式</h2><?cs call:edit("delivery", "获取方式") ?></div><dl class="sum"><div><dt>获取方式</dt><dd><?cs call:delivery_label(Page.Wish.Delivery) ?>，<?cs call:carrier_label(Page.Wish.Carrier) ?></dd></div><div><dt>其他方式</dt><dd><?cs if:Page.Wish.OtherWays ?>接受<?cs else ?>不接受<?cs /if ?></dd></div><div><dt>需要的帮助</dt><dd><?cs call:assistance_label(Page.Wish.Assistance) ?></dd></div></dl></section>
<section class="note" aria-labelledby="h-p"><h2 id="h-p">个人信息怎样使用</h2><p>处理者：<?cs var:Page.Unit.Name ?><?cs if:Page.Unit.Phone ?>，电话 <span class="num"><?cs var:Page.Unit.Phone ?></span><?cs /if ?>。</p><ul><li><b>目的</b>：办理和答复这份申请，履行《政府信息公开条例》规定的职责。</li><li><b>种类</b>：姓名或名称、身份证明、联系方式，以及您填写的其他内容。</li><li><b>方式</b>：加密保存，只有办理这份申请的人员可以查看，每次查看都有记录；不公开，不提供给其他人，法律另有规定的除外。</li><li><b>时间</b>：办结后保存 <?cs var:Page.Retention ?> 天，然后删除。</li><li><b>您的权利</b>：查阅、复制、更正、删除，请打上面的电话或者到单位提出。</li></ul></section>
<form action="/apply/form/check" method="post" id="send" tabindex="-1"><input type="hidden" name="csrf" value="<?cs var:Page.Csrf ?>"><input type="hidden" name="since" value="<?cs var:Page.Since ?>"><p class="trap" aria-hidden="true"><label for="website">请留空</label><input id="website" name="website" tabindex="-1" autocomplete="off"></p>
<input type="hidden" name="altcha" value=""><p class="hint" role="status" data-challenge="/apply/challenge" data-worker="<?cs var:Site.Static ?>/altcha/pbkdf2.js" data-working="正在验证您的浏览器，可以先核对上面的内容。" data-done="浏览器已经验证，可以提交。"></p>
<?cs call:question() ?><p class="acts"><button class="btn btn-1">提交</button></p></form></div><?cs call:help() ?></div>
</main>
<?cs call:foot() ?><?cs call:sym_left() ?><?cs call:sym_warn() ?><?cs call:end() ?>
