<?cs include!"gkht/macros.cs" ?>
<?cs def:title() ?>年度核对<?cs /def ?>
<?cs def:over() ?><?cs /def ?>
<?cs def:state(r) ?><?cs if:r.State == "late" ?><span class="light light-r">逾期 <?cs var:r.Days ?> 天</span><?cs elif:r.State == "soon" ?><span class="light light-y"><?cs if:r.Today ?>今天到期<?cs else ?>还有 <?cs var:r.Days ?> 天<?cs /if ?></span><?cs elif:r.State == "none" ?><span class="light light-r">还没有公开</span><?cs else ?><span class="light light-g">已更新</span><?cs /if ?><?cs /def ?>
<?cs def:last(r) ?><?cs if:r.Last ?><?cs var:r.Last ?> <?cs if:r.Confirmed ?>核对<?cs else ?>发布<?cs /if ?><?cs else ?>—<?cs /if ?><?cs /def ?>

<?cs def:act(r) ?><?cs if:Page.Me.Role == "entry" ?><a class="btn btn-s" href="/gkht/profile?kind=<?cs var:r.Key ?>"><?cs if:r.Id ?>更新<?cs else ?>填写<?cs /if ?><span class="sr"><?cs var:r.Label ?></span></a><?cs elif:r.Id ?><a class="btn btn-s" href="/gkht/profile/<?cs var:r.Id ?>">修改<span class="sr"><?cs var:r.Label ?></span></a><?cs else ?>请录入员在【信息上载】填写<?cs /if ?>
<?cs if:r.Id ?><form method="post" action="/gkht/yearly/<?cs var:r.Id ?>"><?cs call:csrf() ?><button class="btn btn-s">核对无变化<span class="sr">：<?cs var:r.Label ?></span></button></form><?cs /if ?><?cs /def ?>

<?cs def:body() ?><div class="ttl"><h1>年度核对</h1><p><?cs var:Page.Me.Unit ?> · 公开指南和机构信息每年至少更新或者核对一次</p></div>
<?cs if:Page.Confirmed ?><div class="note note-g" role="status"><p>已记录核对无变化，前台显示核对日期，期限重新起算。</p></div><?cs /if ?>
<div class="card"><div class="scroll" tabindex="0" role="region" aria-label="本单位的年度核对"><table class="grid st"><caption class="sr">本单位的年度核对</caption><thead><tr><th scope="col">信息</th><th scope="col">最近一次</th><th scope="col">期限</th><th scope="col">情况</th><?cs if:Page.MayFill ?><th scope="col">办理</th><?cs /if ?></tr></thead><tbody>
<?cs each:r = Page.Rows ?><tr><td class="t"><?cs if:r.Id ?><a href="/gkht/document/<?cs var:r.Id ?>"><?cs var:r.Label ?></a><?cs else ?><?cs var:r.Label ?><?cs /if ?></td><td class="n" data-l="最近"><?cs call:last(r) ?></td><td class="n" data-l="期限"><?cs if:r.Due ?><?cs var:r.Due ?><?cs else ?>—<?cs /if ?></td><td data-l="情况"><?cs call:state(r) ?></td><?cs if:Page.MayFill ?><td class="a"><div class="acts"><?cs call:act(r) ?></div></td><?cs /if ?></tr>
<?cs /each ?></tbody></table></div></div>
<?cs if:Page.Me.Supervising ?><section class="card stand" aria-labelledby="g-year"><h2 id="g-year">各单位逾期和没有公开的</h2>
<p class="pad">逾期 <b><?cs var:Page.Sum.Late ?></b>，没有公开 <b><?cs var:Page.Sum.None ?></b>，<?cs var:Page.Sum.Soon ?> 份 30 天内到期，<?cs var:Page.Sum.Good ?> 份已更新。</p>
<?cs if:Page.Units ?><div class="scroll" tabindex="0" role="region" aria-label="各单位列表"><table class="grid st full"><caption class="sr">各单位逾期和没有公开的</caption><thead><tr><th scope="col">单位</th><th scope="col">信息</th><th scope="col">最近一次</th><th scope="col">期限</th><th scope="col">情况</th></tr></thead><tbody>
<?cs each:r = Page.Units ?><tr><td class="t"><?cs var:r.Name ?></td><td class="nb" data-l="信息"><?cs var:r.Label ?></td><td class="n" data-l="最近"><?cs call:last(r) ?></td><td class="n" data-l="期限"><?cs if:r.Due ?><?cs var:r.Due ?><?cs else ?>—<?cs /if ?></td><td data-l="情况"><?cs call:state(r) ?></td></tr>
<?cs /each ?></tbody></table></div><?cs /if ?></section><?cs /if ?><?cs /def ?>
<?cs include!"gkht/layout.cs" ?>
