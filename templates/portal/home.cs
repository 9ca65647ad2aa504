<?cs include!"portal/macros.cs" ?><?cs call:top() ?>
<title><?cs var:Site.Name ?></title>
<?cs call:column("首页", "查找各单位依法主动公开的政府信息，了解怎样申请公开。", "政府信息公开,公开指南,公开制度,法定主动公开内容,公开年报,依申请公开", "首页") ?>
<?cs call:banner("home") ?>
<?cs uvar:Page.MainHtml ?>
<?cs call:foot() ?><?cs call:sym_guide() ?><?cs call:sym_rules() ?><?cs call:sym_content() ?><?cs call:sym_annual() ?><?cs call:sym_apply() ?><?cs if:Page.Elder ?><?cs call:sym_phone() ?><?cs /if ?><?cs call:end() ?>
