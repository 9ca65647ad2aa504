<?cs include!"portal/apply_parts.cs" ?><?cs call:top() ?><?cs call:apply_style() ?>
<title><?cs call:title_error() ?>依申请公开<?cs if:Page.Unit.Short ?> - <?cs var:Page.Unit.Short ?><?cs /if ?> - <?cs var:Site.Name ?></title>
<?cs call:column("依申请公开", "谁可以申请公开政府信息，申请里写什么，递交到哪里，多久答复。", "依申请公开,政府信息公开申请,申请方式,答复期限", "依申请公开") ?>
<?cs call:banner("apply") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><?cs if:Page.Unit.Code ?><li><a href="/unit/<?cs var:Page.Unit.Code ?>"><?cs var:Page.Unit.Short ?></a></li><?cs /if ?><li aria-current="page">依申请公开</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="page-h"><h1>依申请公开</h1><p>本站没有找到的信息，您可以向制作或者保存它的单位申请。任何公民、法人或者其他组织都可以申请，不需要说明用途。</p></div>
<?cs if:Page.Over ?><div class="note note-w" role="status"><p><b>这份申请没有填完，保存的内容已经清除。</b>填写中断超过两小时的内容不再保留。请重新开始。</p></div><?cs /if ?>
<div class="cols top0"><div class="prose">
<?cs call:errors() ?>
<section class="ask-first" aria-labelledby="h-ask"><h2 id="h-ask"><?cs if:Page.Unit.Code ?>向<?cs var:Page.Unit.Name ?>申请<?cs else ?>开始申请<?cs /if ?></h2><form action="/apply/ask" method="post"><?cs call:hidden() ?><?cs if:Page.Unit.Code ?><input type="hidden" name="unit" value="<?cs var:Page.Unit.Code ?>"><?cs /if ?><div class="field<?cs if:Page.Error.description ?> field-err<?cs /if ?>"><label for="description">您想了解什么</label><p class="hint" id="description-h">写几个词或者一句话。我们先查已经公开的信息和答复，也许现在就有答案。</p><?cs call:err("description", Page.Error.description) ?><textarea class="form-control" id="description" name="description" rows="3" maxlength="500" aria-describedby="description-h"<?cs if:Page.Error.description ?> aria-invalid="true"<?cs /if ?>><?cs var:Page.Form.description ?></textarea></div><p class="acts"><button class="btn btn-1">开始申请</button><button class="btn" formaction="/apply/new">不查找，直接填写</button></p></form>
<?cs if:Page.Open ?><p class="go-on"><a href="/apply/form/check">继续填写上次没有提交的申请</a></p><?cs /if ?></section>
<section aria-labelledby="h-what"><h2 id="h-what">先准备好</h2><ol class="steps"><li>身份证明的照片或扫描件：公民用身份证等证件，法人或其他组织用营业执照、法人证书等</li><li>联系方式：电话、地址、邮箱中至少一种</li><li>需要的信息的名称、文号，或者便于查找的其他特征；一份申请只写一项</li></ol><p>网上填写大约 5 分钟。中途可以停下，内容保留两小时。信访、投诉、举报请走相应的渠道。</p></section>
<section aria-labelledby="h-when"><h2 id="h-when">多久答复</h2><?cs if:Page.Pace.N ?><p class="pace"><?cs if:Page.Unit.Name ?><?cs var:Page.Unit.Name ?><?cs else ?>全区各单位<?cs /if ?>最近答复的 <?cs var:Page.Pace.N ?> 份申请，一半在 <b><?cs var:Page.Pace.Median ?> 个工作日</b>内答复，多数用了 <?cs var:Page.Pace.Quick ?> 至 <?cs var:Page.Pace.Slow ?> 个工作日。</p><?cs /if ?><p>能当场答复的，当场答复；不能的，自收到申请之日起 <b>20 个工作日</b>内答复。需要延长的，经负责人同意后告诉您，延长最多 20 个工作日。征求第三方和其他机关意见的时间不算在内。</p><p>例如单位今天（<span class="nb"><?cs var:Page.Today ?></span>）收到申请，最迟在 <b class="nb"><?cs var:Page.Deadline ?></b> 答复<?cs if:Page.Estimated ?>（那一年的放假安排还没有公布，按周一至周五推算）<?cs /if ?>。网上提交的，单位与您确认收到之日为收到申请之日。</p><p>申请写得不清楚的，单位在 7 个工作日内一次告诉您怎样补正；答复的期限从收到补正之日起算。</p></section>
<section aria-labelledby="h-way"><h2 id="h-way">其他方式</h2><ul><li><b>当面递交</b>：在办公时间到单位的办公地址，带上身份证明。书写有困难的，可以口头提出，由工作人员代您填写。</li><li><b>邮寄</b>：信封上写明“政府信息公开申请”，寄到单位的办公地址。</li><li><b>传真</b>：发到单位的传真号码，然后打电话确认收到。</li></ul><p>与网上申请效力相同。<?cs if:Page.Unit.Code ?><?cs else ?><a href="/units">各单位的地址、电话和传真</a><?cs /if ?></p><?cs if:Page.Unit.Code ?><?cs call:contact(Page.Unit) ?><?cs /if ?></section>
<section aria-labelledby="h-fee"><h2 id="h-fee">要交钱吗</h2><p>不收费。申请的数量、次数明显超过合理范围的，单位可以收取信息处理费，并事先告诉您标准和金额。</p></section>
<section aria-labelledby="h-remedy"><h2 id="h-remedy">对答复不满意</h2><p>您可以向上一级机关或者政府信息公开工作主管部门投诉、举报，也可以依法申请行政复议或者提起行政诉讼。对不予公开的决定，先申请行政复议。答复书会写明向哪里提出、在多长时间内提出。</p></section></div>
<div><section class="panel" aria-labelledby="h-q"><h2 id="h-q">查询办理进度</h2><p>用申请编号和查询码查看进度、补正、撤回、下载答复。</p><p><a class="btn btn-1" href="/apply/status">查询办理进度</a></p></section>
<?cs if:Page.Log ?><section class="panel" aria-labelledby="h-log"><h2 id="h-log">申请公示</h2><p>看看别人申请了什么、多久答复。</p><p><a class="btn" href="/apply/log">申请公示</a></p></section><?cs /if ?>
<section class="panel" aria-labelledby="h-help"><h2 id="h-help">需要帮助？</h2><p>电话 <b class="num"><?cs if:Page.Unit.Phone ?><?cs var:Page.Unit.Phone ?><?cs else ?><?cs var:Site.Phone ?><?cs /if ?></b><?cs if:Site.Hours ?><br><?cs var:Site.Hours ?><?cs /if ?></p></section></div></div></div>
</main>
<?cs call:foot() ?><?cs call:sym_warn() ?><?cs call:end() ?>
