<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title><?cs var:Page.Paper.Title ?></title>
<link rel="stylesheet" href="<?cs var:Site.Static ?>/document.css">
<link rel="stylesheet" href="<?cs var:Site.Static ?>/office.css">
<script src="<?cs var:Site.Static ?>/office.js"></script>
</head>
<body class="sheet">
<p class="noprint"><a class="btn" href="/gkht/applications/<?cs var:Page.Paper.Application ?>">返回申请</a> 用浏览器的打印功能打印本页。</p>
<main><h1 class="gw-t"><?cs var:Page.Paper.Title ?></h1><p class="gw-n"><?cs var:Page.Paper.Number ?></p><div class="gw"><?cs if:!Page.Paper.Register ?><p><?cs var:Page.Paper.To ?>：</p><?cs /if ?><?cs uvar:Page.Paper.BodyHtml ?></div></main>
</body></html>
