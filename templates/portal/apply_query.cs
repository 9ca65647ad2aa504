<?cs include!"portal/apply_parts.cs" ?><?cs call:top() ?><?cs call:apply_style() ?>
<title><?cs call:title_error() ?>查询办理进度 - 依申请公开 - <?cs var:Site.Name ?></title>
<?cs call:private() ?><?cs call:banner("apply") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li><a href="/apply">依申请公开</a></li><li aria-current="page">查询办理进度</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap flow2"><div class="flow"><?cs call:errors() ?>
<h1>查询办理进度</h1><p class="muted">申请编号和查询码在提交申请时的回执上。</p>
<form action="/apply/status" method="post"><input type="hidden" name="csrf" value="<?cs var:Page.Csrf ?>"><?cs call:text("number", "申请编号", "例如 SQ-ZFB-2026-00012", Page.Form.number, Page.Error.number, "1", "w-20", "off") ?><?cs call:text("code", "查询码", "8 组，每组 4 个字母或数字，空格可有可无", "", Page.Error.code, "1", "", "off") ?><?cs call:question() ?><p class="acts"><button class="btn btn-1">查询</button></p></form>
<h2 class="sub">查询码找不到了</h2><p>查询码没有备份，任何人都不能再查到它。请带上身份证明，联系受理单位查询进度。<a href="/units">各单位的地址和电话</a></p></div><?cs call:help() ?></div>
</main>
<?cs call:foot() ?><?cs call:sym_warn() ?><?cs call:end() ?>
