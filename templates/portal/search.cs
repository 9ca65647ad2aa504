<?cs include!"portal/macros.cs" ?><?cs #
?><?cs def:facet_name(by) ?><?cs if:by == "unit" ?>发布机构<?cs elif:by == "category" ?>内容类别<?cs elif:by == "theme" ?>主题分类<?cs elif:by == "kind" ?>体裁<?cs else ?>成文年份<?cs /if ?><?cs /def ?><?cs #
?><?cs def:chip_name(c) ?><?cs if:c.Kind == "valid" ?>只看有效<?cs elif:c.Kind == "expired" ?>只看失效<?cs elif:c.Kind == "repealed" ?>只看废止<?cs else ?><?cs var:c.Text ?><?cs if:c.Kind == "year" ?> 年<?cs /if ?><?cs /if ?><?cs /def ?><?cs #
?><?cs def:hint_total(h) ?><?cs if:h.More ?>超过 1000 条<?cs else ?><?cs var:h.Total ?> 条<?cs /if ?><?cs /def ?><?cs #
?><?cs call:top() ?>
<title><?cs if:Page.Q ?><?cs var:Page.Q ?> - <?cs /if ?>检索 - <?cs var:Site.Name ?></title>
<?cs call:column("信息检索", "按名称、文号、索引号或正文检索公开的政府信息。", "政府信息公开,信息检索", "信息公开目录") ?>
<?cs if:Page.Chips.0.Query || Page.NotFirst || (Page.Q && !Page.Hits.0.Doc) ?><meta name="robots" content="noindex">
<?cs /if ?><?cs call:banner("search") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li aria-current="page">检索</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap search"><h1 class="sr"><?cs if:Page.Q ?>检索结果<?cs else ?>检索公开的信息<?cs /if ?></h1><?cs call:ask() ?>
<?cs if:Page.TooLong ?><div class="note note-w"><p>检索的内容太长了，没有检索。请写最想找的几个词，不超过 <?cs var:Page.CutAt ?> 个字。</p></div>
<?cs elif:Page.NotText ?><div class="note note-w"><p>检索的内容里有不是文字的字符，没有检索。请重新输入。</p></div>
<?cs elif:Page.WrongFilter ?><div class="note note-w"><p>地址里的筛选条件不对，没有检索。请重新输入要找的词。</p></div><?cs /if ?>
<?cs if:Page.Cut ?><div class="note"><p>检索的内容太长，只检索了前 <?cs var:Page.CutAt ?> 个字。</p></div><?cs /if ?>
<?cs if:Page.Many ?><div class="note"><p>一次最多检索 <?cs var:Page.ManyAt ?> 个词，其余的没有检索。</p></div><?cs /if ?>
<?cs if:Page.Ignored ?><div class="note"><p>没有用来检索的内容：<b><?cs var:Page.Ignored ?></b></p></div><?cs /if ?>
<?cs if:Page.Late ?><div class="note"><p>这样检索要花的时间太长，只看了发布较新的一部分信息。请换更具体的词，或者加上单位、类别、年份等条件。</p></div><?cs /if ?>
<?cs if:Page.Chips.0.Query ?><ul class="chips" aria-label="已选择的筛选条件"><?cs each:c = Page.Chips ?><li><a class="chip" href="/search?<?cs var:c.Query ?>"><?cs call:chip_name(c) ?><?cs call:icon("x") ?><span class="sr">，取消这个条件</span></a></li><?cs /each ?></ul><?cs /if ?>
<?cs if:Page.Hits.0.Doc ?><div class="split"><?cs if:Page.Facets.0.By || Page.Valid.N ?><div class="side"><p class="jump"><a class="btn" href="#flt"><?cs call:icon("filter") ?>缩小范围</a></p><section class="fold" id="flt" aria-labelledby="h-flt"><h2 id="h-flt">缩小范围<a class="shut" href="#list">收起<span class="sr">缩小范围</span></a></h2>
<?cs each:f = Page.Facets ?><div class="facet"><h3><?cs call:facet_name(f.By) ?></h3><ul><?cs each:c = f.Choices ?><li><a href="/search?<?cs var:c.Query ?>"><span><?cs var:c.Name ?><?cs if:f.By == "year" ?> 年<?cs /if ?></span><i><?cs var:c.N ?><span class="sr"> 条</span></i></a></li><?cs /each ?></ul></div>
<?cs /each ?><?cs if:Page.Validity.0.N ?><div class="facet"><h3>有效性</h3><ul><?cs each:v = Page.Validity ?>
<li><a href="/search?<?cs var:v.Query ?>"><span><?cs if:v.Key == "valid" ?>有效<?cs elif:v.Key == "repealed" ?>废止<?cs else ?>失效<?cs /if ?></span><i><?cs var:v.N ?><span class="sr"> 条</span></i></a></li>
<?cs /each ?></ul></div><?cs /if ?>
<?cs if:Page.MoreThanTotal ?><p class="muted">各项数目按最新的 <?cs var:Page.Total ?> 条统计。</p><?cs elif:Page.About ?><p class="muted">各项数目是约数。</p><?cs /if ?></section></div><?cs /if ?>
<div class="found" id="list"><div class="bar"><span><?cs if:Page.MoreThanTotal ?><?cs if:Page.About ?>可能<?cs /if ?>超过 <?cs elif:Page.About ?>约 <?cs elif:Page.Late ?>至少 <?cs /if ?><b><?cs var:Page.Total ?></b> 条结果</span><?cs if:!Page.Number ?><span class="sort">排序：<?cs if:Page.Best ?><b>相关度</b><a href="/search?<?cs var:Page.Other ?>">发布日期</a><?cs else ?><a href="/search?<?cs var:Page.Other ?>">相关度</a><b>发布日期</b><?cs /if ?></span><?cs /if ?></div>
<ol class="hits"><?cs each:h = Page.Hits ?><li><h2><a href="/doc/<?cs var:h.Doc ?>"><?cs uvar:h.TitleHtml ?></a></h2><p><?cs uvar:h.SnippetHtml ?></p><?cs if:h.File ?><p class="att">附件 <a href="/doc/<?cs var:h.Doc ?>/file/<?cs var:h.FileId ?>"><?cs var:h.File ?></a>：<?cs uvar:h.FileHtml ?></p><?cs /if ?><p class="m"><?cs if:h.Repealed ?><span class="tag tag-off">废止</span><?cs elif:h.Expired ?><span class="tag tag-old">失效</span><?cs else ?><span class="tag tag-ok">有效</span><?cs /if ?><span><?cs var:h.Unit ?></span><?cs if:h.DocNo ?><span class="nb"><?cs var:h.DocNo ?></span><?cs /if ?><span class="nb"><?cs var:h.IndexNo ?></span><time datetime="<?cs var:h.Published ?>"><?cs var:h.Published ?></time></p></li>
<?cs /each ?></ol>
<?cs if:Page.Next || Page.NotFirst ?><nav class="pager" aria-label="分页"><ul><?cs if:Page.NotFirst ?><li><a href="/search?<?cs var:Page.First ?>">首页</a></li><?cs /if ?><?cs if:Page.Next ?><li><a href="/search?<?cs var:Page.Next ?>" rel="next">下一页<?cs call:icon("right") ?></a></li><?cs /if ?></ul></nav><?cs /if ?>
<?cs if:Page.Best && Page.MoreThanTotal ?><p class="muted">相关度在名称含有全部字词的最新 1000 件和最新的 1000 件结果里排列。要看全部结果，请按发布日期排序。</p><?cs /if ?>
<div class="note blk"><p><b>没有找到？</b>可以换一个说法，或者<a href="/apply">向有关单位申请公开</a>，不收费。</p></div></div></div>
<?cs elif:Page.OnlyWithout ?><div class="empty"><h2>只有要排除的词</h2><p>减号后面的词是要排除的。请再写一个要找的词，例如：取暖 -燃气</p></div>
<?cs elif:Page.Q ?><div class="empty"><h2><?cs if:Page.Late ?>较新的信息里<?cs /if ?>没有找到“<?cs var:Page.Q ?>”</h2>
<?cs if:Page.Unfiltered ?><p>不限制筛选条件，有 <a href="/search?<?cs var:Page.Plain ?>"><?cs if:Page.UnfilteredMore ?>超过 1000<?cs else ?><?cs var:Page.Unfiltered ?><?cs /if ?> 条结果</a>。</p><?cs /if ?>
<?cs if:Page.Wider.0.Query ?><p>时间放宽一些可以找到：</p><ul class="hints"><?cs each:h = Page.Wider ?><li><a href="/search?q=<?cs var:h.Query ?>"><?cs var:h.Text ?></a> <span class="muted"><?cs call:hint_total(h) ?></span></li><?cs /each ?></ul><?cs /if ?>
<?cs if:Page.Instead.0.Query ?><p>您要找的是不是：</p><ul class="hints"><?cs each:h = Page.Instead ?><li><a href="/search?q=<?cs var:h.Query ?>"><?cs var:h.Text ?></a> <span class="muted"><?cs call:hint_total(h) ?></span></li><?cs /each ?></ul><?cs /if ?>
<?cs if:Page.Fewer.0.Query ?><p>没有同时含有这些词的信息。少写几个词可以找到：</p><ul class="hints"><?cs each:h = Page.Fewer ?><li><a href="/search?q=<?cs var:h.Query ?>"><?cs var:h.Text ?></a> <span class="muted"><?cs call:hint_total(h) ?></span></li><?cs /each ?></ul><?cs /if ?>
<p>您还可以：</p><ul><li>换一个说法，例如“取暖补贴”写成“取暖 补贴”</li><li><a href="/open">按法定内容查找</a>，或者<a href="/units">按单位查找</a></li><li>没有公开的，可以<a href="/apply">申请公开</a></li><li>打电话 <b class="num"><?cs var:Site.Phone ?></b> 询问</li></ul></div>
<?cs else ?><div class="empty"><h2>可以这样检索</h2><ul><li>写两三个词，中间空一格，每个词都要有，例如：取暖 补贴</li><li>用引号括住要原样出现的话，例如：“取暖补贴标准”</li><li>在不要的词前面写减号，例如：取暖 -燃气</li><li>写文号，括号怎么写都可以，例如：宝坻政办发〔2010〕33号</li><li>写索引号，例如：ZFB/2026-00012</li><li>写日期，例如：2026年10月，2026-10-22，二〇二六年十月</li><li>写单位的名称或者简称，例如：教育局 招生</li><li>简体、繁体，全角、半角都可以</li></ul></div><?cs /if ?></div>
</main>
<?cs call:foot() ?><?cs call:sym_right() ?><?cs call:sym_filter() ?><?cs call:sym_x() ?><?cs call:end() ?>
