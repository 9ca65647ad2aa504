<?cs include!"gkht/macros.cs" ?>
<?cs def:title() ?>统计<?cs /def ?>
<?cs def:over() ?><?cs /def ?>

<?cs def:part(value, name) ?><option value="<?cs var:value ?>"<?cs if:Page.Part == value ?> selected<?cs /if ?>><?cs var:name ?></option><?cs /def ?>

<?cs # Bars lying down, and the same figures as a table. ?>
<?cs def:bars(chart, id, head, column) ?><svg class="ch lying" viewBox="0 0 370 <?cs var:chart.Height ?>" role="img" aria-labelledby="<?cs var:id ?>-t">
<title id="<?cs var:id ?>-t"><?cs var:head ?>，数据见下表</title>
<?cs each:c = chart.Rows ?><?cs if:c.Shown ?><text x="128" y="<?cs var:c.TextY ?>" text-anchor="end"><?cs var:c.Name ?></text><rect class="bar" x="136" y="<?cs var:c.Y ?>" width="<?cs var:c.Width ?>" height="19" rx="2"/><text class="v" x="<?cs var:c.ValueX ?>" y="<?cs var:c.TextY ?>"><?cs var:c.N ?></text><?cs /if ?><?cs /each ?>
</svg>
<details class="tbl"><summary>看数据表</summary><div class="scroll" tabindex="0" role="region" aria-label="<?cs var:head ?>表"><table class="grid"><caption class="sr"><?cs var:head ?></caption>
<thead><tr><th scope="col"><?cs var:column ?></th><th scope="col" class="rt">条数</th></tr></thead>
<tbody><?cs each:c = chart.Rows ?><tr><td><?cs var:c.Name ?></td><td class="rt n"><?cs var:c.N ?></td></tr><?cs /each ?></tbody></table></div></details><?cs /def ?>

<?cs def:none() ?><div class="empty"><p>这段时间没有首次发布的信息。</p><p>可以换一个时段。</p></div><?cs /def ?>

<?cs def:file(ending, name) ?><a class="btn" href="/gkht/statistics.<?cs var:ending ?>?year=<?cs var:Page.Year ?>&amp;part=<?cs var:Page.Part ?>"><?cs call:icon("down") ?><?cs var:name ?></a><?cs /def ?>

<?cs def:body() ?><div class="ttl"><h1>统计</h1><p><?cs var:Page.Me.Unit ?> · <?cs var:Page.From ?> 至 <?cs var:Page.To ?></p></div>
<form class="filter card" action="/gkht/statistics">
<div class="g fix"><label for="f-year">年份</label><select class="form-select s" id="f-year" name="year"><?cs each:y = Page.Years ?><option value="<?cs var:y.Year ?>"<?cs if:y.On ?> selected<?cs /if ?>><?cs var:y.Year ?> 年</option><?cs /each ?></select></div>
<div class="g fix"><label for="f-part">时段</label><select class="form-select s" id="f-part" name="part"><?cs call:part("0", "全年") ?><?cs call:part("1", "上半年") ?><?cs call:part("2", "下半年") ?><?cs call:part("3", "一季度") ?><?cs call:part("4", "二季度") ?><?cs call:part("5", "三季度") ?><?cs call:part("6", "四季度") ?></select></div>
<button class="btn"><?cs call:icon("filter") ?>统计</button>
<?cs call:file("xlsx", "导出 Excel") ?><?cs call:file("csv", "导出 CSV") ?>
</form>
<dl class="kpi">
<div class="card"><dt>这段时间首次发布</dt><dd><?cs var:Page.Published ?> <small>条</small></dd><dd class="sub"><a href="/gkht/late?year=<?cs var:Page.Year ?>">超期公开</a> <?cs var:Page.Late ?> 条</dd></div>
<div class="card"><dt>现在前台可见</dt><dd><?cs var:Page.Public ?> <small>条</small></dd><dd class="sub">其中失效、废止 <?cs var:Page.Expired ?> 条</dd></div>
<div class="card"><dt>待审核和待发布</dt><dd><?cs var:Page.Waiting ?> <small>条</small></dd></div>
<div class="card"><dt>草稿</dt><dd><?cs var:Page.Drafts ?> <small>条</small></dd></div>
</dl>
<div class="charts"><section class="card" aria-labelledby="g1"><h2 id="g1">各月首次发布条数</h2><p>共 <?cs var:Page.Published ?> 条<?cs if:Page.Now ?>，浅色为本月（不满）<?cs /if ?></p>
<div class="scroll" tabindex="0" role="region" aria-label="各月首次发布条数图"><svg class="ch" viewBox="0 0 720 244" role="img" aria-labelledby="c1t c1d"><title id="c1t">各月首次发布条数</title><desc id="c1d"><?cs var:Page.From ?> 至 <?cs var:Page.To ?> 每月首次发布的条数，数据见下表。</desc>
<?cs each:l = Page.Lines ?><line class="<?cs if:l.Axis ?>ax<?cs else ?>gr<?cs /if ?>" x1="44" x2="720" y1="<?cs var:l.Y ?>" y2="<?cs var:l.Y ?>"/><text x="36" y="<?cs var:l.TextY ?>" text-anchor="end"><?cs var:l.N ?></text><?cs /each ?>
<?cs each:m = Page.Months ?><rect class="bar<?cs if:m.Part ?> part<?cs elif:m.Most ?> hi<?cs /if ?>" x="<?cs var:m.X ?>" y="<?cs var:m.Y ?>" width="34" height="<?cs var:m.Height ?>" rx="2"/><text x="<?cs var:m.Middle ?>" y="234" text-anchor="middle"><?cs var:m.Month ?>月</text><?cs if:m.N ?><text class="v" x="<?cs var:m.Middle ?>" y="<?cs var:m.TextY ?>" text-anchor="middle"><?cs var:m.N ?></text><?cs /if ?><?cs /each ?>
</svg></div>
<details class="tbl"><summary>看数据表</summary><div class="scroll" tabindex="0" role="region" aria-label="各月首次发布条数表"><table class="grid"><caption class="sr">各月首次发布条数</caption><thead><tr><th scope="col">月份</th><th scope="col" class="rt">条数</th></tr></thead><tbody><?cs each:m = Page.Months ?><tr><td><?cs var:m.Month ?> 月</td><td class="rt n"><?cs if:m.Later ?>—<?cs else ?><?cs var:m.N ?><?cs /if ?></td></tr><?cs /each ?></tbody></table></div></details></section>
<section class="card" aria-labelledby="g2"><h2 id="g2">各种类首次发布条数</h2>
<?cs if:Page.Category.Rows ?><p>一条信息可以属于几个种类<?cs if:Page.Category.More ?>；图中是最多的 12 个<?cs /if ?></p><?cs call:bars(Page.Category, "c2", "各种类首次发布条数", "信息种类") ?><?cs else ?><?cs call:none() ?><?cs /if ?></section>
</div>
<div class="charts three"><section class="card" aria-labelledby="g5"><h2 id="g5">主动公开用时</h2>
<?cs if:Page.Active ?><p>从成文到公开的工作日，主动公开的 <?cs var:Page.Active ?> 条；应在 20 个工作日内（条例第二十六条）</p><?cs call:bars(Page.Speed, "c5", "主动公开用时", "用时") ?><?cs else ?><?cs call:none() ?><?cs /if ?></section>
<section class="card" aria-labelledby="g6"><h2 id="g6">各录入人首次发布条数</h2>
<?cs if:Page.Clerk.Rows ?><p>录入的信息在这段时间首次发布的条数</p><?cs call:bars(Page.Clerk, "c6", "各录入人首次发布条数", "录入人") ?><?cs else ?><?cs call:none() ?><?cs /if ?></section>
<section class="card" aria-labelledby="g3"><h2 id="g3">各状态条数</h2><p>本单位全部 <?cs var:Page.All ?> 条，不分年份</p><?cs call:bars(Page.State, "c3", "各状态条数", "状态") ?></section></div>
<section class="card stand" aria-labelledby="g-blank"><h2 id="g-blank">空白栏目</h2><?cs if:Page.Blank.0.Name ?><p>本单位在这些栏目还没有公开的信息，前台不显示空白栏目。</p><div class="scroll" tabindex="0" role="region" aria-label="空白栏目表"><table class="grid st full"><caption class="sr">本单位还没有公开信息的栏目</caption><thead><tr><th scope="col">栏目</th><th scope="col">上级栏目</th><th scope="col">依据</th><th scope="col">要求</th></tr></thead><tbody><?cs each:b = Page.Blank ?><tr><td class="t"><?cs var:b.Name ?></td><td class="n w" data-l="上级栏目"><?cs if:b.Above ?><?cs var:b.Above ?><?cs else ?>—<?cs /if ?></td><td class="n w" data-l="依据"><?cs var:b.Basis ?></td><td class="n w" data-l="要求"><?cs if:b.Must ?><span class="tag tag-no">每个单位都应有</span><?cs else ?>有这类信息就公开<?cs /if ?></td></tr><?cs /each ?></tbody></table></div><?cs else ?><p>没有空白栏目。</p><?cs /if ?></section>
<?cs if:Page.Me.Supervising ?><section class="card stand" aria-labelledby="g7"><h2 id="g7">各单位主动公开</h2>
<p>全区 <?cs var:Page.From ?> 至 <?cs var:Page.To ?> 首次公开的条数，其中超过 20 个工作日的条数。</p>
<div class="scroll" tabindex="0" role="region" aria-label="各单位主动公开表"><table class="grid"><caption class="sr">各单位主动公开和超期公开的条数</caption>
<thead><tr><th scope="col">单位</th><th scope="col" class="rt">主动公开</th><th scope="col" class="rt">超期公开</th></tr></thead>
<tbody><?cs each:u = Page.Units ?><tr><td><?cs var:u.Name ?></td><td class="rt n"><?cs var:u.Published ?></td><td class="rt n"><?cs var:u.Late ?></td></tr><?cs /each ?><tr><th scope="row">合计</th><td class="rt n"><?cs var:Page.UnitsPublished ?></td><td class="rt n"><?cs var:Page.UnitsLate ?></td></tr></tbody></table></div></section><?cs /if ?>
<?cs if:Page.Me.Supervising ?><section class="card stand" aria-labelledby="g4"><h2 id="g4">申请前已回答</h2><p>全区 <?cs var:Page.Year ?> 年，公众在【依申请公开】先查到答案、按下“这已回答我的问题”而没有再申请的次数，按信息种类统计，不记录是谁。</p><?cs if:Page.Answered ?><div class="scroll" tabindex="0" role="region" aria-label="申请前已回答次数表"><table class="grid"><caption class="sr">申请前已回答的次数，按信息种类</caption><thead><tr><th scope="col">信息种类</th><th scope="col" class="rt">次数</th></tr></thead><tbody><?cs each:c = Page.Answered ?><tr><td><?cs if:c.Name ?><?cs var:c.Name ?><?cs else ?>公开的申请答复<?cs /if ?></td><td class="rt n"><?cs var:c.N ?></td></tr><?cs /each ?><tr><th scope="row">合计</th><td class="rt n"><?cs var:Page.AnsweredAll ?></td></tr></tbody></table></div><?cs else ?><div class="empty"><p>这一年还没有。</p></div><?cs /if ?></section><?cs /if ?><?cs /def ?>
<?cs include!"gkht/layout.cs" ?>
