<?cs # macros.cs - the frame of every portal page and the parts pages share.
?><?cs def:icon(id) ?><svg class="i" aria-hidden="true"><use href="#i-<?cs var:id ?>"></use></svg><?cs /def ?><?cs #

?><?cs # The symbols; a page calls those that it uses.
?><?cs def:sym_guide() ?><symbol id="i-guide" viewBox="0 0 24 24"><path d="M4 5a2 2 0 0 1 2-2h5v17H6a2 2 0 0 0-2 2zM20 5a2 2 0 0 0-2-2h-5v17h5a2 2 0 0 1 2 2z"/></symbol><?cs /def ?><?cs #
?><?cs def:sym_rules() ?><symbol id="i-rules" viewBox="0 0 24 24"><path d="M12 3v18M7 21h10M4 7h16M7 7l-3 7a3 3 0 0 0 6 0zM17 7l-3 7a3 3 0 0 0 6 0z"/></symbol><?cs /def ?><?cs #
?><?cs def:sym_content() ?><symbol id="i-content" viewBox="0 0 24 24"><path d="M8 6h12M8 12h12M8 18h12"/><path d="M4 6h.01M4 12h.01M4 18h.01"/></symbol><?cs /def ?><?cs #
?><?cs def:sym_annual() ?><symbol id="i-annual" viewBox="0 0 24 24"><path d="M6 2.5h9l4 4V21.5H6zM15 2.5v4h4"/><path d="M9.5 17v-4M12.5 17v-6M15.5 17v-2.5"/></symbol><?cs /def ?><?cs #
?><?cs def:sym_apply() ?><symbol id="i-apply" viewBox="0 0 24 24"><path d="M3 6h18v13H3z"/><path d="m3 7 9 7 9-7"/></symbol><?cs /def ?><?cs #
?><?cs def:sym_right() ?><symbol id="i-right" viewBox="0 0 24 24"><path d="m9 5 7 7-7 7"/></symbol><?cs /def ?><?cs #
?><?cs def:sym_left() ?><symbol id="i-left" viewBox="0 0 24 24"><path d="m15 5-7 7 7 7"/></symbol><?cs /def ?><?cs #
?><?cs def:sym_filter() ?><symbol id="i-filter" viewBox="0 0 24 24"><path d="M3 5h18l-7 8v6l-4 2v-8z"/></symbol><?cs /def ?><?cs #
?><?cs def:sym_x() ?><symbol id="i-x" viewBox="0 0 24 24"><path d="m6 6 12 12M18 6 6 18"/></symbol><?cs /def ?><?cs #
?><?cs def:sym_voice() ?><symbol id="i-voice" viewBox="0 0 24 24"><path d="M4 9v6h4l5 4V5L8 9zM16.500 9a4 4 0 0 1 0 6M19 6.500a8 8 0 0 1 0 11"/></symbol><?cs /def ?><?cs #
?><?cs def:sym_print() ?><symbol id="i-print" viewBox="0 0 24 24"><path d="M7 9V3h10v6M7 17H4V9h16v8h-3"/><path d="M7 14h10v7H7z"/></symbol><?cs /def ?><?cs #
?><?cs def:sym_file() ?><symbol id="i-file" viewBox="0 0 24 24"><path d="M6 2.5h8l4 4v15H6zM14 2.5v4h4M9 12h6M9 16h6"/></symbol><?cs /def ?><?cs #
?><?cs def:sym_sheet() ?><symbol id="i-sheet" viewBox="0 0 24 24"><path d="M6 2.5h8l4 4v15H6zM14 2.5v4h4M9 12h6v6H9zM9 15h6M12 12v6"/></symbol><?cs /def ?><?cs #
?><?cs def:sym_down() ?><symbol id="i-down" viewBox="0 0 24 24"><path d="M12 4v11m-4.5-4.500L12 15l4.5-4.500M5 20h14"/></symbol><?cs /def ?><?cs #
?><?cs def:sym_shield() ?><symbol id="i-shield" viewBox="0 0 24 24"><path d="M12 2.5 20 5.500v6c0 5-3.500 8.500-8 10-4.500-1.500-8-5-8-10v-6z"/><path d="m8.500 12 2.500 2.500 4.500-5"/></symbol><?cs /def ?><?cs #
?><?cs def:sym_phone() ?><symbol id="i-phone" viewBox="0 0 24 24"><path d="M6 3h3.500l1.500 5-2 1.500a12 12 0 0 0 5.500 5.500l1.500-2 5 1.500V18a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z"/></symbol><?cs /def ?><?cs #

?><?cs # Up to the open <head>: the page adds its title and its own meta.
?><?cs def:top() ?><!doctype html>
<html lang="<?cs if:Page.Traditional ?>zh-Hant<?cs else ?>zh-CN<?cs /if ?>"<?cs if:Page.Class ?> class="<?cs var:Page.Class ?>"<?cs /if ?>>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="SiteName" content="<?cs var:Site.Name ?>">
<meta name="SiteDomain" content="<?cs var:Site.Domain ?>">
<meta name="SiteIDCode" content="<?cs var:Site.IdCode ?>">
<link rel="alternate" type="application/atom+xml" title="全部公开信息" href="/feed/atom">
<link rel="icon" href="<?cs var:Site.Static ?>/img/favicon.svg" type="image/svg+xml">
<?cs if:Page.Typeset ?><link rel="stylesheet" href="<?cs var:Site.Static ?>/document.css">
<?cs /if ?><link rel="stylesheet" href="<?cs var:Site.Static ?>/portal.css">
<script src="<?cs var:Site.Static ?>/portal.js" defer></script>
<?cs /def ?><?cs #

?><?cs # For the pages of applications, beside the style of all.
?><?cs def:apply_style() ?><link rel="stylesheet" href="<?cs var:Site.Static ?>/apply.css">
<?cs /def ?><?cs #

?><?cs # What other sites and search engines show of the page.
?><?cs def:shared(name, description, type) ?><meta name="description" content="<?cs var:description ?>">
<link rel="canonical" href="<?cs var:url_ok(Page.Canonical) ?>">
<meta property="og:site_name" content="<?cs var:Site.Name ?>">
<meta property="og:title" content="<?cs var:name ?>">
<meta property="og:description" content="<?cs var:description ?>">
<meta property="og:type" content="<?cs var:type ?>">
<meta property="og:url" content="<?cs var:Page.Canonical ?>">
<meta property="og:locale" content="zh_CN">
<?cs /def ?><?cs #

?><?cs def:column(name, description, keywords, type) ?><meta name="ColumnName" content="<?cs var:name ?>">
<meta name="ColumnDescription" content="<?cs var:description ?>">
<meta name="ColumnKeywords" content="<?cs var:keywords ?>">
<meta name="ColumnType" content="<?cs var:type ?>">
<?cs call:shared(name, description, "website") ?><?cs /def ?><?cs #

?><?cs # From </head> to the navigation; nav names the entry the page is part of.
?><?cs def:banner(nav) ?><?cs if:Page.Feed ?><link rel="alternate" type="application/atom+xml" title="<?cs var:Page.FeedName ?>" href="/feed/atom?<?cs var:Page.Feed ?>">
<?cs /if ?><?cs uvar:Page.LdHtml ?></head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header>
<div class="top"><div class="wrap"><span><span class="w"><?cs var:Site.Region ?>人民政府</span>官方网站<?cs if:Site.Copy ?> · <a href="/copy"><?cs var:Site.Copy ?> 的馆藏副本</a><?cs /if ?></span>
<form action="/view" method="get" aria-label="显示方式"><input type="hidden" name="back" value="<?cs var:Page.Path ?>"><button name="view" <?cs if:Page.Elder ?>value="standard" aria-pressed="true"<?cs else ?>value="elder" aria-pressed="false"<?cs /if ?>><?cs call:icon("elder") ?>长辈版</button><button name="contrast" <?cs if:Page.Contrast == "high" ?>value="none" aria-pressed="true"<?cs else ?>value="high" aria-pressed="false"<?cs /if ?>><?cs call:icon("high") ?>高对比</button><?cs if:Page.Traditional ?><button name="script" value="hans">简体</button><?cs else ?><button name="script" value="hant" lang="zh-Hant">繁體</button><?cs /if ?></form></div></div>
<div class="brand"><div class="wrap"><a class="logo" href="/"><svg viewBox="0 0 48 48" aria-hidden="true"><rect width="48" height="48" rx="4" fill="#b01e23"/><rect x="3.5" y="3.5" width="41" height="41" rx="2" fill="none" stroke="#fff" stroke-opacity=".55"/><path d="M16 33V12h9l4 4v4M25 12v4.5h4M19.5 19h5M19.5 23h3" fill="none" stroke="#fff" stroke-width="2.2" stroke-linejoin="round" stroke-linecap="round"/><circle cx="28.5" cy="27.5" r="5.5" fill="none" stroke="#fff" stroke-width="2.2"/><path d="m32.7 31.7 4.3 4.3" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/></svg><span><b>政府信息公开</b><span><?cs var:Site.Region ?></span></span></a>
<?cs if:Site.Copy ?><p class="mini"><a class="btn btn-1" href="/copy#find">怎样查找</a></p><?cs elif:nav != "home" && nav != "search" ?><form class="mini" action="/search" role="search"><label class="sr" for="q0">站内检索</label><input class="form-control" id="q0" name="q" type="search" maxlength="200" autocomplete="off" data-suggest="单位|类别|检索|文件|条建议|检索建议"><button class="btn btn-1"><?cs call:icon("search") ?>检索</button></form>
<?cs /if ?></div></div>
<nav class="nav" aria-label="主导航"><div class="wrap"><ul><li><a href="/"<?cs if:nav == "home" ?> aria-current="page"<?cs /if ?>>首页</a></li><li><a href="/guide"<?cs if:nav == "guide" ?> aria-current="page"<?cs /if ?>>公开指南</a></li><li><a href="/rules"<?cs if:nav == "rules" ?> aria-current="page"<?cs /if ?>>公开制度</a></li><li><a href="/open"<?cs if:nav == "open" ?> aria-current="page"<?cs /if ?>>主动公开</a></li><li><a href="/report"<?cs if:nav == "report" ?> aria-current="page"<?cs /if ?>>年报</a></li><li><a href="/apply"<?cs if:nav == "apply" ?> aria-current="page"<?cs /if ?>>依申请公开</a></li></ul></div></nav>
<?cs if:Page.Contrast == "high" ?><p class="keys wrap"><b>只用键盘：</b>按 <kbd>Tab</kbd> 到下一个链接，<kbd>Shift</kbd>+<kbd>Tab</kbd> 退回，<kbd>回车</kbd> 打开，<kbd>空格</kbd> 按下按钮或者往下翻。每页的第一个链接是“跳到正文”。</p>
<?cs /if ?></header>
<?cs /def ?><?cs #

?><?cs # The footer; the page then adds its symbols and calls end().
?><?cs def:foot() ?><footer class="foot"><div class="wrap"><?cs if:Site.Copy ?><ul><li><a href="/map">网站地图</a></li><li><a href="/units">通讯录</a></li><li><a href="/statistics">统计</a></li><li><a href="/register">发布登记簿</a></li><li><a href="/about">关于本站</a></li><li><a href="/copy">关于这份馆藏副本</a></li></ul><?cs else ?><ul><li><a href="/map">网站地图</a></li><li><a href="/units">通讯录</a></li><li><a href="/statistics">统计</a></li><li><a href="/data">数据</a></li><li><a href="/feeds">订阅</a></li><li><a href="/register">发布登记簿</a></li><li><a href="/about">关于本站</a></li><li><a href="/accessibility">无障碍与显示设置</a></li><li><a href="/privacy">隐私与 Cookie</a></li><li><a href="/feedback?page=<?cs var:Page.PathUrl ?>" rel="nofollow">网站找错</a></li></ul><?cs /if ?>
<p><span>主办单位：<?cs var:Site.Organiser ?></span><span>承办单位：<?cs var:Site.Operator ?></span></p>
<p><span>网站标识码：<?cs var:Site.IdCode ?></span><?cs if:Site.Icp ?><span><?cs var:Site.Icp ?></span><?cs /if ?><?cs if:Site.Police ?><span><?cs var:Site.Police ?></span><?cs /if ?></p>
<p><span>联系电话：<?cs var:Site.Phone ?></span><?cs if:Site.Hours ?><span><?cs var:Site.Hours ?></span><?cs /if ?></p></div></footer>
<svg class="hide" aria-hidden="true"><symbol id="i-elder" viewBox="0 0 24 24"><circle cx="11" cy="7" r="4"/><path d="M3.5 21a7.5 7.5 0 0 1 15 0M20 12v9"/></symbol><symbol id="i-high" viewBox="0 0 24 24"><circle cx="12" cy="12" r="8.5"/><path d="M12 3.5v17a8.5 8.5 0 0 0 0-17z" fill="currentColor"/></symbol><symbol id="i-search" viewBox="0 0 24 24"><circle cx="11" cy="11" r="7"/><path d="m20.5 20.5-4.5-4.5"/></symbol><?cs /def ?><?cs #
?><?cs def:end() ?></svg>
</body>
</html>
<?cs /def ?><?cs #

?><?cs def:kind_name(kind) ?><?cs if:kind == "department" ?>区政府部门<?cs elif:kind == "street" ?>街道办事处<?cs elif:kind == "town" ?>镇人民政府<?cs else ?>园区和其他<?cs /if ?><?cs /def ?><?cs #

?><?cs def:pager() ?><?cs if:Page.Pager.Number ?><nav class="pager" aria-label="分页"><ul><?cs if:Page.Pager.First ?><li><a href="?<?cs var:Page.Pager.Query ?>">首页</a></li><?cs /if ?><?cs if:Page.Pager.HasPrevious ?><li><a href="?<?cs var:Page.Pager.Previous ?>" rel="prev"><?cs call:icon("left") ?>上一页</a></li><?cs /if ?><li><b aria-current="page"><span class="sr">第 </span><?cs var:Page.Pager.Number ?><span class="sr"> 页</span></b></li><?cs if:Page.Pager.Next ?><li><a href="?<?cs var:Page.Pager.Next ?>" rel="next">下一页<?cs call:icon("right") ?></a></li><?cs /if ?></ul><span>第 <?cs var:Page.Pager.Number ?> 页<?cs if:Page.Pager.Pages ?>，共 <?cs var:Page.Pager.Pages ?> 页，<?cs var:Page.Pager.Total ?> 条<?cs else ?>，至少 <?cs var:Page.Pager.Total ?> 条<?cs /if ?></span></nav><?cs /if ?><?cs /def ?><?cs #

?><?cs # How to reach a unit, as a list of terms.
?><?cs def:contact(u) ?><dl class="sum"><div><dt>办公地址</dt><dd><?cs if:u.Address ?><?cs var:u.Address ?><?cs if:u.Postcode ?>（邮编 <?cs var:u.Postcode ?>）<?cs /if ?><?cs else ?>无<?cs /if ?></dd></div><div><dt>办公时间</dt><dd><?cs if:u.Hours ?><?cs var:u.Hours ?><?cs else ?>无<?cs /if ?></dd></div><div><dt>联系电话</dt><dd class="num"><?cs if:u.Phone ?><?cs var:u.Phone ?><?cs else ?>无<?cs /if ?></dd></div><div><dt>传真号码</dt><dd class="num"><?cs if:u.Fax ?><?cs var:u.Fax ?><?cs else ?>无<?cs /if ?></dd></div><div><dt>电子邮箱</dt><dd><?cs if:u.Email ?><?cs var:u.Email ?><?cs else ?>无<?cs /if ?></dd></div></dl><?cs /def ?><?cs #

?><?cs # The search form in the middle of a page.
?><?cs def:ask() ?><form class="big" role="search" action="/search"><label class="sr" for="q">名称、文号或关键词</label><input class="form-control" id="q" name="q" type="search" maxlength="200" autocomplete="off" placeholder="名称、文号或关键词" data-suggest="单位|类别|检索|文件|条建议|检索建议" value="<?cs var:Page.Q ?>"><button class="btn btn-1"><?cs call:icon("search") ?>检索</button></form><?cs /def ?><?cs #
?>