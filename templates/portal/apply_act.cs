<?cs include!"portal/apply_status_parts.cs" ?><?cs #
?><?cs def:box(label, hint, req) ?><div class="field<?cs if:Page.Error.text ?> field-err<?cs /if ?>"><label for="text"><?cs var:label ?><?cs if:req ?> <span class="req">必填</span><?cs /if ?></label><?cs if:hint ?><p class="hint" id="text-h"><?cs var:hint ?></p><?cs /if ?><?cs call:err("text", Page.Error.text) ?><textarea class="form-control ta" id="text" name="text" maxlength="2000"<?cs if:Page.Error.text ?> aria-invalid="true" aria-describedby="text-e"<?cs elif:hint ?> aria-describedby="text-h"<?cs /if ?>><?cs var:Page.Form.text ?></textarea><p class="hint">最多 2000 字</p></div><?cs /def ?><?cs #
?><?cs call:top() ?><?cs call:apply_style() ?>
<title><?cs call:title_error() ?><?cs call:act_title() ?> <?cs var:Page.Number ?> - <?cs var:Site.Name ?></title>
<?cs call:private() ?><?cs call:banner("apply") ?>
<main id="main" tabindex="-1">
<div class="wrap flow2"><div class="flow"><?cs call:back("/apply/status") ?>
<?cs if:Page.Conflict ?><div class="note note-w" role="alert"><p><b>单位刚刚办理过这份申请。</b>请看一看现在的要求，需要时再提交一次。</p></div><?cs /if ?><?cs call:errors() ?>
<h1><?cs call:act_title() ?></h1><p class="muted lines"><?cs var:Page.Number ?> · <?cs var:Page.UnitName ?> · <?cs call:wish_line() ?></p>
<?cs if:Page.Asked ?><section class="note" aria-labelledby="h-a"><h2 id="h-a">单位的要求</h2><p class="lines"><?cs var:Page.Asked ?></p><?cs if:Page.Until ?><p>最迟 <b class="num"><?cs var:Page.Until ?></b></p><?cs /if ?></section><?cs /if ?>
<form action="/apply/status/<?cs var:Page.Act ?>" method="post" id="act" tabindex="-1"<?cs if:Page.TakesFile ?> enctype="multipart/form-data"<?cs /if ?>><input type="hidden" name="csrf" value="<?cs var:Page.Csrf ?>"><input type="hidden" name="version" value="<?cs var:Page.Version ?>">
<?cs if:Page.Act == "correct" ?><?cs call:box("补正的内容", "按单位的要求写。收到补正后重新计算 20 个工作日。", "1") ?><?cs elif:Page.Act == "reasons" ?><?cs call:box("理由", "说明为什么需要这么多或者这么频繁地申请。", "1") ?><?cs elif:Page.Act == "withdraw" ?><p>撤回以后单位不再办理，不能恢复；仍然需要的，可以重新申请。</p><?cs call:box("原因（可以不填）", "", "") ?><?cs elif:Page.Act == "records" ?><p>有证据证明单位提供的与您自己有关的政府信息记录不准确的，可以要求更正（《政府信息公开条例》第四十一条）。单位有权更正的，更正后告诉您；不由它更正的，转给有权的机关或者告诉您向谁提出。</p><?cs call:box("哪里不准确，有什么证据", "", "1") ?><?cs else ?><p>单位认为可以主动公开的，会及时公开（《政府信息公开条例》第四十四条）。</p><?cs call:box("为什么建议主动公开", "", "1") ?><?cs /if ?>
<?cs if:Page.TakesFile ?><div class="field<?cs if:Page.Error.file ?> field-err<?cs /if ?>"><label for="file">文件（可以不添加）</label><p class="hint" id="file-h">例如更清楚的证件照片。JPG、PNG 图片或 PDF，最大 10 MB。</p><?cs call:err("file", Page.Error.file) ?><input class="form-control" id="file" name="file" type="file" accept=".jpg,.jpeg,.png,.pdf" aria-describedby="file-h"<?cs if:Page.Error.file ?> aria-invalid="true"<?cs /if ?>></div><?cs /if ?>
<p class="acts"><?cs if:Page.Act == "withdraw" ?><button class="btn btn-x">撤回申请</button><a class="btn btn-t" href="/apply/status">不撤回</a><?cs else ?><button class="btn btn-1">提交</button><?cs /if ?></p></form></div><?cs call:help() ?></div>
</main>
<?cs call:foot() ?><?cs call:sym_left() ?><?cs call:sym_warn() ?><?cs call:end() ?>
