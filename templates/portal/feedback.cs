<?cs include!"portal/apply_parts.cs" ?><?cs call:top() ?>
<title><?cs call:title_error() ?>网站找错 - <?cs var:Site.Name ?></title>
<?cs call:found() ?><?cs call:banner("") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li aria-current="page">网站找错</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="flow"><?cs call:errors() ?>
<h1>网站找错</h1><p class="muted">发现网页上有错误，请告诉我们。负责这个网页的单位会核对、更正，并在这里答复您。</p>
<?cs if:Page.Conflict ?><div class="note" role="alert"><p><b>这一页刚才已经提交过，我们收到了；这次写的不一样，还没有收下。</b>要补充的，请核对后再按一次【提交】，作为另外一条。</p></div><?cs /if ?>
<form action="/feedback" method="post" id="send" tabindex="-1"><input type="hidden" name="csrf" value="<?cs var:Page.Csrf ?>"><input type="hidden" name="since" value="<?cs var:Page.Since ?>"><p class="trap" aria-hidden="true"><label for="website">请留空</label><input id="website" name="website" tabindex="-1" autocomplete="off"></p>
<?cs call:text("page", "有错误的网页", "本站网页的地址，从 / 开始；不清楚可以不填", Page.Form.page, Page.Error.page, "", "", "off") ?>
<div class="field<?cs if:Page.Error.words ?> field-err<?cs /if ?>"><label for="words">错在哪里 <span class="req">必填</span></label><p class="hint" id="words-h">请写明哪一处不对，正确的应当是什么。不要在这里填写身份证号码等个人信息。</p><?cs call:err("words", Page.Error.words) ?><textarea class="form-control" id="words" name="words" rows="5" maxlength="1000"<?cs if:Page.Error.words ?> aria-invalid="true" aria-describedby="words-e"<?cs else ?> aria-describedby="words-h"<?cs /if ?>><?cs var:Page.Form.words ?></textarea></div>
<?cs call:text("contact", "联系方式", "电话或电子邮箱，可以不填；加密保存，只给负责的单位看", Page.Form.contact, Page.Error.contact, "", "w-20", "off") ?>
<?cs call:question() ?><p class="acts"><button class="btn btn-1">提交</button><a href="/feedback/status">查看答复</a></p></form></div></div>
</main>
<?cs call:foot() ?><?cs call:sym_warn() ?><?cs call:end() ?>
