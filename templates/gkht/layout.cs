<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title><?cs if:Page.Errors ?>错误：<?cs /if ?><?cs call:title() ?> - <?cs var:Site.Name ?>后台</title>
<link rel="icon" href="<?cs var:Site.Static ?>/img/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="<?cs var:Site.Static ?>/office.css">
<script src="<?cs var:Site.Static ?>/office.js"></script>
<?cs if:Page.Editor ?><script src="<?cs var:Site.Static ?>/hugerte/hugerte.min.js" defer></script>
<script src="<?cs var:Site.Static ?>/editor.js" defer></script>
<?cs /if ?></head>
<body<?cs if:Page.Form.Today || Page.Doc || Page.Ask || Page.Reply || Page.AskUser ?> class="dim"<?cs /if ?>>
<a class="skip" href="#main">跳到正文</a>
<header class="head"><a class="logo" href="/gkht/"><svg viewBox="0 0 48 48" aria-hidden="true"><rect width="48" height="48" rx="4" fill="#b01e23"/><rect x="3.5" y="3.5" width="41" height="41" rx="2" fill="none" stroke="#fff" stroke-opacity=".55"/><path d="M16 33V12h9l4 4v4M25 12v4.5h4M19.5 19h5M19.5 23h3" fill="none" stroke="#fff" stroke-width="2.2" stroke-linejoin="round" stroke-linecap="round"/><circle cx="28.5" cy="27.5" r="5.5" fill="none" stroke="#fff" stroke-width="2.2"/><path d="m32.7 31.7 4.3 4.3" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/></svg><span>政府信息公开系统 <small>后台 · <?cs var:Site.Region ?></small></span></a><?cs if:Page.Me.Login ?><span class="who"><b><?cs var:Page.Me.Unit ?></b><?cs var:Page.Me.Login ?> <?cs var:Page.Me.RoleName ?><?cs if:Page.Me.Name ?> <?cs var:Page.Me.Name ?><?cs /if ?></span><?cs if:!Page.Me.Initial ?><a class="btn" href="/gkht/password">修改密码</a><a class="btn hlp" href="/gkht/help">帮助</a><?cs /if ?><form method="post" action="/gkht/logout"><?cs call:csrf() ?><button class="btn"><?cs call:icon("out") ?>退出</button></form><?cs /if ?></header>
<div class="frame"<?cs if:Page.Form.Today || Page.Doc || Page.Ask || Page.Reply || Page.AskUser ?> inert aria-hidden="true"<?cs /if ?>><div class="menu"><?cs if:Page.Me.Role && !Page.Me.Initial ?><nav aria-label="功能菜单">
<?cs if:Page.Me.Role == "entry" ?><h2>信息</h2><ul><li><a href="/gkht/entry"<?cs if:Page.Menu == "entry" ?> aria-current="page"<?cs /if ?><?cs if:Page.Count.Draft ?> aria-describedby="c-entry"<?cs /if ?>><?cs call:icon("up") ?>信息上载<?cs if:Page.Count.Draft ?><span class="cnt<?cs if:Page.Count.Returned ?> cnt-r<?cs /if ?>" aria-hidden="true"><?cs var:Page.Count.Draft ?></span><?cs /if ?></a><?cs if:Page.Count.Draft ?><span class="sr" id="c-entry"><?cs var:Page.Count.Draft ?> 条草稿待提交<?cs if:Page.Count.Returned ?>，其中 <?cs var:Page.Count.Returned ?> 条被退回<?cs /if ?></span><?cs /if ?></li></ul>
<?cs elif:Page.Me.Role == "review" ?><h2>信息</h2><ul><li><a href="/gkht/review"<?cs if:Page.Menu == "review" ?> aria-current="page"<?cs /if ?><?cs if:Page.Count.Submitted ?> aria-describedby="c-review"<?cs /if ?>><?cs call:icon("shield") ?>信息审核<?cs if:Page.Count.Submitted ?><span class="cnt" aria-hidden="true"><?cs var:Page.Count.Submitted ?></span><?cs /if ?></a><?cs if:Page.Count.Submitted ?><span class="sr" id="c-review"><?cs var:Page.Count.Submitted ?> 条待审核</span><?cs /if ?></li><li><a href="/gkht/publish"<?cs if:Page.Menu == "publish" ?> aria-current="page"<?cs /if ?><?cs if:Page.Count.Approved ?> aria-describedby="c-publish"<?cs /if ?>><?cs call:icon("pub") ?>信息发布<?cs if:Page.Count.Approved ?><span class="cnt" aria-hidden="true"><?cs var:Page.Count.Approved ?></span><?cs /if ?></a><?cs if:Page.Count.Approved ?><span class="sr" id="c-publish"><?cs var:Page.Count.Approved ?> 条待发布</span><?cs /if ?></li><li><a href="/gkht/published"<?cs if:Page.Menu == "published" ?> aria-current="page"<?cs /if ?>><?cs call:icon("wrench") ?>已发布信息维护</a></li></ul>
<?cs else ?><h2>信息</h2><ul><li><a href="/gkht/manage"<?cs if:Page.Menu == "manage" ?> aria-current="page"<?cs /if ?>><?cs call:icon("ctrl") ?>已发布信息管理</a></li></ul><h2>查询统计</h2><ul><li><a href="/gkht/statistics"<?cs if:Page.Menu == "statistics" ?> aria-current="page"<?cs /if ?>><?cs call:icon("chart") ?>统计</a></li></ul><h2>管理</h2><ul><li><a href="/gkht/users"<?cs if:Page.Menu == "users" ?> aria-current="page"<?cs /if ?>><?cs call:icon("users") ?>用户管理</a></li><li><a href="/gkht/audit"<?cs if:Page.Menu == "audit" ?> aria-current="page"<?cs /if ?>><?cs call:icon("log") ?>操作日志</a></li></ul>
<?cs /if ?></nav><?cs /if ?></div>
<main class="work" id="main" tabindex="-1"><?cs call:body() ?></main></div>
<div class="over"><?cs call:over() ?></div>
<?cs call:toast() ?>
<?cs include!"gkht/icons.cs" ?>
</body></html>
