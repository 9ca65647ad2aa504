<?cs include!"portal/macros.cs" ?><?cs call:top() ?>
<title>这条信息已经不再公开 - <?cs var:Site.Name ?></title>
<meta name="ArticleTitle" content="<?cs var:Page.Doc.Title ?>">
<meta name="PubDate" content="<?cs var:Page.Doc.Published ?>">
<meta name="ContentSource" content="<?cs var:Page.Doc.Unit ?>">
<?cs call:shared(Page.Doc.Title, "这条信息已经不再公开，编号和登记保留。", "website") ?><meta name="robots" content="noindex">
<?cs call:banner("") ?>
<main id="main" tabindex="-1">
<div class="wrap"><div class="gone"><p class="code-n">410　信息已撤下</p><h1>这条信息已经不再公开</h1><p>发布单位删除了它。编号保留，不再给别的信息使用；正文和附件不再提供。</p><div class="tomb"><dl><dt>名称</dt><dd><?cs var:Page.Doc.Title ?></dd><dt>索引号</dt><dd class="num"><?cs var:Page.Doc.IndexNo ?></dd><?cs if:Page.Doc.DocNo ?><dt>文号</dt><dd><?cs var:Page.Doc.DocNo ?></dd><?cs /if ?><dt>发布机构</dt><dd><?cs var:Page.Doc.Unit ?></dd><dt>公开时间</dt><dd><span class="num"><?cs var:Page.Doc.From ?></span> 至 <span class="num"><?cs var:Page.Doc.Until ?></span></dd><dt>撤下原因</dt><dd><?cs if:Page.Doc.Reason ?><?cs var:Page.Doc.Reason ?><?cs else ?>无<?cs /if ?></dd><?cs if:Page.Successors.0.Doc ?><dt>替代信息</dt><dd><?cs each:r = Page.Successors ?><a href="/doc/<?cs var:r.Doc ?>"><?cs var:r.Title ?></a><br><?cs /each ?></dd><?cs /if ?></dl></div><p class="acts"><?cs if:Page.Successors.0.Doc ?><a class="btn btn-1" href="/doc/<?cs var:Page.Successors.0.Doc ?>">看替代信息</a><?cs /if ?><a class="btn<?cs if:!Page.Successors.0.Doc ?> btn-1<?cs /if ?>" href="/list?unit=<?cs var:Page.Doc.UnitCode ?>">看这个单位公开的信息</a><a class="btn" href="/search">检索</a></p></div></div>
</main>
<?cs call:foot() ?><?cs call:end() ?>
