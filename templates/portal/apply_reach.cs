<?cs include!"portal/apply_status_parts.cs" ?><?cs call:top() ?><?cs call:apply_style() ?>
<title><?cs call:title_error() ?>更新联系方式 <?cs var:Page.Number ?> - <?cs var:Site.Name ?></title>
<?cs call:private() ?><?cs call:banner("apply") ?>
<main id="main" tabindex="-1">
<div class="wrap flow2"><div class="flow"><?cs call:back("/apply/status") ?>
<?cs if:Page.Conflict ?><div class="note note-w" role="alert"><p><b>单位刚刚办理过这份申请。</b>您填写的内容还在下面，请再提交一次。</p></div><?cs /if ?><?cs call:errors() ?>
<h1>更新联系方式</h1><p class="muted lines"><?cs var:Page.Number ?> · <?cs var:Page.UnitName ?> · <?cs call:wish_line() ?></p>
<p>下面是您现在留下的联系方式，可以改正和补充。电话、邮箱、地址至少留一种；办理这份申请的人员会看到有更新。</p>
<form action="/apply/status/contact" method="post"><input type="hidden" name="csrf" value="<?cs var:Page.Csrf ?>"><input type="hidden" name="version" value="<?cs var:Page.Version ?>">
<?cs call:contact_fields() ?>
<p class="acts"><button class="btn btn-1">保存</button><a class="btn btn-t" href="/apply/status">不更新</a></p></form></div><?cs call:help() ?></div>
</main>
<?cs call:foot() ?><?cs call:sym_left() ?><?cs call:sym_warn() ?><?cs call:end() ?>
