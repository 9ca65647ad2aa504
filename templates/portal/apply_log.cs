<?cs include!"portal/macros.cs" ?><?cs call:top() ?><?cs call:apply_style() ?>
<title>申请公示<?cs if:Page.Unit.Short ?> - <?cs var:Page.Unit.Short ?><?cs /if ?> - <?cs var:Site.Name ?></title>
<?cs call:column("申请公示", "收到的政府信息公开申请：概要、日期、结果、用了几个工作日。", "依申请公开,申请公示,办理结果", "依申请公开") ?>
<?cs call:banner("apply") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li><a href="/apply">依申请公开</a></li><li aria-current="page">申请公示</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="page-h"><h1>申请公示<?cs if:Page.Unit.Short ?>：<?cs var:Page.Unit.Short ?><?cs /if ?></h1><p>概要由单位写，不含申请人的任何信息。<?cs if:Page.Unit.Code ?><a href="/apply/log">全部单位</a><?cs /if ?></p></div>
<?cs if:Page.Rows ?><table class="docs log"><caption class="sr">收到的申请，从新到旧</caption><thead><tr><th scope="col">概要</th><th scope="col">单位</th><th scope="col">收到</th><th scope="col">答复</th><th scope="col">用时</th><th scope="col">结果</th></tr></thead><tbody>
<?cs each:r = Page.Rows ?><tr><td class="t"><a href="/apply/log/<?cs var:r.Id ?>"><?cs var:r.Summary ?></a></td><td class="n" data-l="单位"><a href="/apply/log?unit=<?cs var:r.Code ?>"><?cs var:r.Unit ?></a></td><td class="n" data-l="收到"><?cs if:r.Received ?><?cs var:r.Received ?><?cs else ?>待确认<?cs /if ?></td><td class="n" data-l="答复"><?cs if:r.Closed ?><?cs var:r.Closed ?><?cs else ?>办理中<?cs /if ?></td><td class="n" data-l="用时"><?cs var:r.Used ?> 个工作日</td><td class="n" data-l="结果"><?cs if:r.Result ?><?cs var:r.Result ?><?cs else ?>办理中<?cs /if ?></td></tr>
<?cs /each ?></tbody></table><?cs else ?><p class="empty">还没有公示的申请。单位公示以后会出现在这里。</p><?cs /if ?>
<?cs if:Page.Next || Page.NotFirst ?><nav class="pager" aria-label="分页"><ul><?cs if:Page.NotFirst ?><li><a href="/apply/log<?cs if:Page.Unit.Code ?>?unit=<?cs var:Page.Unit.Code ?><?cs /if ?>">首页</a></li><?cs /if ?><?cs if:Page.Next ?><li><a href="?<?cs if:Page.Unit.Code ?>unit=<?cs var:Page.Unit.Code ?>&amp;<?cs /if ?>before=<?cs var:Page.Next ?>" rel="next">下一页<?cs call:icon("right") ?></a></li><?cs /if ?></ul></nav><?cs /if ?></div>
</main>
<?cs call:foot() ?><?cs call:sym_right() ?><?cs call:end() ?>
