<?cs include!"portal/macros.cs" ?><?cs #
?><?cs call:top() ?>
<title>法定主动公开内容<?cs if:Page.Unit.Short ?> - <?cs var:Page.Unit.Short ?><?cs /if ?> - <?cs var:Site.Name ?></title>
<?cs call:column("法定主动公开内容", "按《中华人民共和国政府信息公开条例》第二十条、第二十一条规定的类别查找主动公开的信息。", "法定主动公开内容,政府信息公开目录", "信息公开目录") ?>
<?cs call:banner("open") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><?cs if:Page.Unit.Code ?><li><a href="/unit/<?cs var:Page.Unit.Code ?>"><?cs var:Page.Unit.Short ?></a></li><?cs /if ?><li aria-current="page">法定主动公开内容</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="page-h"><h1>法定主动公开内容</h1><p><?cs if:Page.Unit.Code ?><?cs var:Page.Unit.Name ?> · <a href="/open">看全部单位</a><?cs else ?>按条例规定的类别查找，数字是公开的条数。<?cs /if ?></p></div>
<?cs uvar:Page.SwitchHtml ?>
<?cs uvar:Page.TreeHtml ?></div>
</main>
<?cs call:foot() ?><?cs call:end() ?>
