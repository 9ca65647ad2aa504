<?cs include!"portal/macros.cs" ?><?cs call:top() ?>
<title>依申请公开<?cs if:Page.Unit.Short ?> - <?cs var:Page.Unit.Short ?><?cs /if ?> - <?cs var:Site.Name ?></title>
<?cs call:column("依申请公开", "谁可以申请公开政府信息，申请里写什么，递交到哪里，多久答复。", "依申请公开,政府信息公开申请,申请方式,答复期限", "依申请公开") ?>
<?cs call:banner("apply") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><?cs if:Page.Unit.Code ?><li><a href="/unit/<?cs var:Page.Unit.Code ?>"><?cs var:Page.Unit.Short ?></a></li><?cs /if ?><li aria-current="page">依申请公开</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="page-h"><h1>依申请公开</h1><p>本站没有找到的信息，您可以向制作或者保存它的单位申请。</p></div>
<div class="cols top0"><div class="prose">
<?cs if:Page.Unit.Code ?><section aria-labelledby="h-to"><h2 id="h-to">向<?cs var:Page.Unit.Name ?>申请</h2><?cs call:contact(Page.Unit) ?></section><?cs /if ?>
<section aria-labelledby="h-who"><h2 id="h-who">谁可以申请</h2><p>任何公民、法人或者其他组织都可以申请，不需要说明用途。</p></section>
<section aria-labelledby="h-what"><h2 id="h-what">申请里写什么</h2><ol class="steps"><li>您的姓名或者单位名称、身份证明、联系方式</li><li>需要的信息的名称、文号，或者便于查找的其他特征</li><li>您希望怎样得到这份信息，例如纸质或者电子文件、邮寄或者自己领取</li></ol><p>一份申请只写一项信息，办理会更快。信访、投诉、举报请走相应的渠道。</p></section>
<section aria-labelledby="h-way"><h2 id="h-way">怎样递交</h2><ul><li><b>当面递交</b>：在办公时间到单位的办公地址，带上身份证明。书写有困难的，可以口头提出，由工作人员代您填写。</li><li><b>邮寄</b>：信封上写明“政府信息公开申请”，寄到单位的办公地址。</li><li><b>传真</b>：发到单位的传真号码，然后打电话确认收到。</li></ul><p>三种方式效力相同。</p></section>
<section aria-labelledby="h-when"><h2 id="h-when">多久答复</h2><p>能当场答复的，当场答复；不能的，自收到申请之日起 <b>20 个工作日</b>内答复。需要延长的，经负责人同意后告诉您，延长最多 20 个工作日。征求第三方和其他机关意见的时间不算在内。</p><p>例如单位今天（<span class="nb"><?cs var:Page.Today ?></span>）收到申请，最迟在 <b class="nb"><?cs var:Page.Deadline ?></b> 答复<?cs if:Page.Estimated ?>（那一年的放假安排还没有公布，按周一至周五推算）<?cs /if ?>。</p><p>申请写得不清楚的，单位在 7 个工作日内一次告诉您怎样补正；答复的期限从收到补正之日起算。</p></section>
<section aria-labelledby="h-fee"><h2 id="h-fee">要交钱吗</h2><p>不收费。申请的数量、次数明显超过合理范围的，单位可以收取信息处理费，并事先告诉您标准和金额。</p></section>
<section aria-labelledby="h-remedy"><h2 id="h-remedy">对答复不满意</h2><p>您可以向上一级机关或者政府信息公开工作主管部门投诉、举报，也可以依法申请行政复议或者提起行政诉讼。对不予公开的决定，先申请行政复议。答复书会写明向哪里提出、在多长时间内提出。</p></section></div>
<section class="panel" aria-labelledby="h-help"><h2 id="h-help">先检索一下</h2><p>已经公开的信息不用申请，可以直接查看。</p><p><a class="btn btn-1" href="/search">检索</a></p><p>需要帮助可以打电话 <b class="num"><?cs var:Site.Phone ?></b><?cs if:Site.Hours ?><br><?cs var:Site.Hours ?><?cs /if ?></p></section></div>
<section class="sec" aria-labelledby="h-unit"><div class="sec-h"><h2 id="h-unit">递交到哪个单位</h2><a href="/units">地址和传真</a></div><?cs uvar:Page.UnitsHtml ?></section></div>
</main>
<?cs call:foot() ?><?cs call:end() ?>
