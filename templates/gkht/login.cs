<?cs include!"gkht/macros.cs" ?>
<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title><?cs if:Page.Errors ?>错误：<?cs /if ?>用户登录 - <?cs var:Site.Name ?>后台</title>
<link rel="icon" href="<?cs var:Site.Static ?>/img/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="<?cs var:Site.Static ?>/office.css">
<script src="<?cs var:Site.Static ?>/office.js"></script>
</head>
<body>
<div class="login"><header class="l"><svg viewBox="0 0 48 48" aria-hidden="true"><rect width="48" height="48" rx="4" fill="#b01e23"/><rect x="3.5" y="3.5" width="41" height="41" rx="2" fill="none" stroke="#fff" stroke-opacity=".55"/><path d="M16 33V12h9l4 4v4M25 12v4.5h4M19.5 19h5M19.5 23h3" fill="none" stroke="#fff" stroke-width="2.2" stroke-linejoin="round" stroke-linecap="round"/><circle cx="28.5" cy="27.5" r="5.5" fill="none" stroke="#fff" stroke-width="2.2"/><path d="m32.7 31.7 4.3 4.3" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/></svg><p class="nm">政府信息公开系统</p><p><?cs var:Site.Region ?> · 各单位录入、审核、发布</p></header>
<main id="main" tabindex="-1"><h1>用户登录</h1>
<?cs if:Page.Kept ?><div class="note note-w" role="alert"><p>登录已经过期。您刚才填写的内容还在，登录后回到原来的表里；选择的文件要重新选择。</p></div><?cs /if ?>
<?cs if:Page.Errors ?><div class="errs" role="alert" tabindex="-1" id="errs"><h2>没有登录</h2><ul><?cs each:e = Page.Errors ?><li><a href="#f-<?cs var:e.Field ?>"><?cs var:e.Text ?></a></li><?cs /each ?></ul></div><?cs /if ?>
<form method="post" action="/gkht/login"><?cs call:csrf() ?><input type="hidden" name="next" value="<?cs var:Page.Next ?>"><?cs if:Page.Kept ?><input type="hidden" name="kept" value="<?cs var:Page.Kept ?>"><?cs /if ?><div class="field"><label for="f-login">用户名</label><p class="hint" id="h-login">单位拼音简称加 001、002 或 003，例如 zfb002</p><input class="form-control" id="f-login" name="login" value="<?cs var:Page.Form.login ?>" maxlength="40" autocomplete="username" autocapitalize="none" spellcheck="false" aria-describedby="h-login" required autofocus></div><div class="field"><label for="f-password">密码</label><input class="form-control" id="f-password" name="password" type="password" maxlength="128" autocomplete="current-password" required></div><button class="btn btn-1">登录</button></form>
<p class="hint">第一次登录要先修改初始密码。忘记密码请找本单位机构管理员（001）。</p><p class="hint">连续输错 <?cs var:Page.Failures ?> 次，账号暂停 <?cs var:Page.Minutes ?> 分钟。本系统不处理涉密信息。</p></main></div>
<?cs include!"gkht/icons.cs" ?>
</body></html>
