<?cs include!"portal/apply_parts.cs" ?><?cs #
?><?cs def:qr() ?><?cs if:Page.Qr.Size ?><svg viewBox="-4 -4 <?cs var:Page.Qr.Size ?> <?cs var:Page.Qr.Size ?>" role="img" aria-label="查询页的二维码" shape-rendering="crispEdges"><path fill="#000" d="<?cs var:Page.Qr.Path ?>"/></svg><?cs /if ?><?cs /def ?><?cs #
?><?cs call:top() ?><?cs call:apply_style() ?>
<title>已收到您的申请 <?cs var:Page.Number ?> - <?cs var:Site.Name ?></title>
<?cs call:private() ?><?cs call:banner("apply") ?>
<main id="main" tabindex="-1">
<p class="only-print"><span><?cs var:Site.Name ?>　政府信息公开申请接收回执</span><span data-print-time></span></p>
<div class="wrap flow2"><div class="flow"><div class="done-box"><h1>已收到您的申请</h1><p>申请编号<b><?cs var:Page.Number ?></b></p></div>
<?cs if:Page.Code ?><div class="note note-w"><p><b>请现在保存查询码。</b>查询码只在这里显示，<span class="num"><?cs var:Page.CodeUntil ?></span> 以后不再显示，任何人都不能再查到它。查进度、补正、撤回和下载答复书都要用到。</p></div>
<div class="ticket"><div><h2 id="h-c">查询码</h2><p class="code"><?cs each:g = Page.Groups ?><span><?cs var:g.Text ?></span><?cs /each ?></p><p>手机扫描二维码可以打开查询页，再输入查询码。二维码里没有查询码。</p></div><?cs call:qr() ?></div>
<div class="acts no-print"><button class="btn btn-1" type="button" data-print hidden><?cs call:icon("print") ?>打印回执</button><?cs if:Page.Pdf ?><a class="btn" href="/apply/receipt.pdf"><?cs call:icon("down") ?>下载回执（PDF）</a><?cs /if ?><form action="/apply/receipt" method="post"><input type="hidden" name="csrf" value="<?cs var:Page.Csrf ?>"><button class="btn">已经保存，查看进度</button></form></div>
<?cs else ?><div class="note note-w"><p><b>查询码不再显示。</b>没有保存查询码的，请带上身份证明联系受理单位查询进度。</p></div><p class="acts"><a class="btn btn-1" href="/apply/status">查看进度</a></p><?cs /if ?>
<section class="blk" aria-labelledby="h-n"><h2 id="h-n">接下来</h2><ol class="tl"><li><?cs call:icon("check") ?><b><span class="num"><?cs var:Page.Today ?></span> 您提交申请</b><small>提交的内容和时间已登记，任何人不能改动。</small></li><li class="now"><?cs call:icon("ring") ?><b>单位与您确认收到</b><small>最迟应在 <span class="num"><?cs var:Page.Confirm ?></span> 与您联系。确认之日为收到申请之日，从次日起计算期限。</small></li><li class="todo"><?cs call:icon("hollow") ?><b>20 个工作日内答复</b><small>如果 <span class="num"><?cs var:Page.Confirm ?></span> 确认，最迟 <span class="num"><?cs var:Page.Answer ?></span> 答复<?cs if:Page.Estimated ?>（那一年的放假安排还没有公布，按周一至周五推算）<?cs /if ?>。内容不清楚的，7 个工作日内一次性告知补正；需要延期的，会书面告知，延长不超过 20 个工作日。</small></li></ol></section>
<?cs if:Page.UnitName ?><section class="blk" aria-labelledby="h-s"><h2 id="h-s">您提交的内容</h2><dl class="sum"><div><dt>受理单位</dt><dd><?cs var:Page.UnitName ?></dd></div><div><dt>申请人</dt><dd><?cs var:Page.Name ?>（<?cs call:kind_label(Page.Kind) ?>）</dd></div><?cs call:wish_rows(Page.Wish) ?><div><dt>获取方式</dt><dd><?cs call:delivery_label(Page.Wish.Delivery) ?>，<?cs call:carrier_label(Page.Wish.Carrier) ?></dd></div></dl></section><?cs /if ?></div><?cs call:help() ?></div>
</main>
<?cs call:foot() ?><?cs call:sym_check() ?><?cs call:sym_ring() ?><?cs call:sym_hollow() ?><?cs call:sym_print() ?><?cs call:sym_down() ?><?cs call:end() ?>
