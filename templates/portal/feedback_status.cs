<?cs include!"portal/apply_parts.cs" ?><?cs call:top() ?>
<title><?cs call:title_error() ?>找错的答复 - <?cs var:Site.Name ?></title>
<?cs call:found() ?><?cs call:banner("") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li><a href="/feedback">网站找错</a></li><li aria-current="page">答复</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="flow"><?cs call:errors() ?>
<h1>找错的答复</h1><?cs if:Page.Feedback.Number ?><dl class="changed"><dt>编号</dt><dd class="num"><?cs var:Page.Feedback.Number ?></dd><dt>您提出的时间</dt><dd class="num"><?cs var:Page.Feedback.Received ?></dd><?cs if:Page.Feedback.Page ?><dt>网页</dt><dd><a href="<?cs var:url_ok(Page.Feedback.Page) ?>"><?cs var:Page.Feedback.Page ?></a></dd><?cs /if ?><dt>错在哪里</dt><dd><?cs var:Page.Feedback.Words ?></dd><dt>负责的单位</dt><dd><?cs var:Page.Feedback.Unit ?></dd><dt>状态</dt><dd><?cs if:Page.Feedback.Open ?><span class="tag tag-wait">待处理</span><?cs else ?><span class="tag tag-ok">已答复</span><?cs if:Page.Feedback.Corrected ?> 网页已更正<?cs /if ?><?cs /if ?></dd><?cs if:!Page.Feedback.Open ?><dt>答复（<?cs var:Page.Feedback.Answered ?>）</dt><dd><?cs var:Page.Feedback.Answer ?></dd><?cs /if ?></dl><p class="acts"><a href="/feedback/status">查询另一条</a></p>
<?cs else ?><p class="muted">编号和查询码在提交以后的页面上。</p><form action="/feedback/status" method="post"><input type="hidden" name="csrf" value="<?cs var:Page.Csrf ?>"><?cs call:text("number", "编号", "例如 ZC-ZFB-2026-00012", Page.Form.number, Page.Error.number, "1", "w-20", "off") ?><?cs call:text("code", "查询码", "8 组，每组 4 个字母或数字，空格可有可无", "", Page.Error.code, "1", "", "off") ?><p class="acts"><button class="btn btn-1">查看</button></p></form><?cs /if ?></div></div>
</main>
<?cs call:foot() ?><?cs call:sym_warn() ?><?cs call:end() ?>
