<?cs include!"portal/apply_parts.cs" ?><?cs call:top() ?><?cs call:apply_style() ?>
<title><?cs var:Page.Letter.Title ?> <?cs var:Page.Number ?> - <?cs var:Site.Name ?></title>
<?cs call:private() ?><?cs call:banner("apply") ?>
<main id="main" tabindex="-1">
<div class="wrap flow2"><div class="flow"><p class="no-print"><?cs call:back("/apply/status") ?></p>
<article class="gw letter"><h1 class="gw-t"><?cs var:Page.Letter.Title ?></h1><?cs if:Page.Letter.Number ?><p class="ta-c"><?cs var:Page.Letter.Number ?></p><?cs /if ?><p><?cs var:Page.To ?>：</p><?cs uvar:Page.Letter.BodyHtml ?></article>
<p class="acts no-print"><button class="btn btn-1" type="button" data-print hidden><?cs call:icon("print") ?>打印</button><a class="btn" href="/apply/status">返回办理进度</a></p></div><?cs call:help() ?></div>
</main>
<?cs call:foot() ?><?cs call:sym_left() ?><?cs call:sym_print() ?><?cs call:end() ?>
