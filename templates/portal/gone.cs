<?cs include!"portal/macros.cs" ?><?cs #
?><?cs def:heading() ?><?cs if:Page.Doc.Withdrawn ?>这条信息已经撤下<?cs else ?>这条信息已经不再公开<?cs /if ?><?cs /def ?><?cs #
?><?cs call:top() ?>
<title><?cs call:heading() ?> - <?cs var:Site.Name ?></title>
<?cs if:!Page.Doc.Withdrawn ?><meta name="ArticleTitle" content="<?cs var:Page.Doc.Title ?>">
<meta name="PubDate" content="<?cs var:Page.Doc.Published ?>">
<meta name="ContentSource" content="<?cs var:Page.Doc.Unit ?>">
<?cs call:shared(Page.Doc.Title, "这条信息已经不再公开，编号和登记保留。", "website") ?><?cs else ?><meta name="description" content="这条信息已经撤下，编号和登记保留。">
<?cs /if ?><meta name="robots" content="noindex">
<?cs call:banner("") ?>
<main id="main" tabindex="-1">
<div class="wrap"><div class="gone"><p class="code-n"><?cs if:Page.Doc.Withdrawn ?>404<?cs else ?>410<?cs /if ?>　信息已撤下</p><h1><?cs call:heading() ?></h1>
<?cs if:Page.Doc.Withdrawn ?><p>发布单位取消了它的发布，正文和附件不再提供。编号和登记保留，修改和审核以后可能再发布。</p><?cs else ?><p>发布单位删除了它。编号保留，不再给别的信息使用；正文和附件不再提供。</p><?cs /if ?>
<div class="tomb"><dl><?cs if:Page.Doc.Title ?><dt>名称</dt><dd><?cs var:Page.Doc.Title ?></dd><?cs /if ?><dt>索引号</dt><dd class="num"><?cs var:Page.Doc.IndexNo ?></dd><?cs if:Page.Doc.DocNo ?><dt>文号</dt><dd><?cs var:Page.Doc.DocNo ?></dd><?cs /if ?><dt>发布机构</dt><dd><?cs var:Page.Doc.Unit ?></dd><dt>公开时间</dt><dd><span class="num"><?cs var:Page.Doc.From ?></span> 至 <span class="num"><?cs var:Page.Doc.Until ?></span></dd>
<?cs if:!Page.Doc.Withdrawn ?><dt>撤下原因</dt><dd><?cs if:Page.Doc.Reason ?><?cs var:Page.Doc.Reason ?><?cs else ?>无<?cs /if ?></dd><?cs /if ?>
<?cs if:Page.Doc.Line ?><dt>登记</dt><dd><a href="/register/<?cs var:Page.Doc.Line ?>">第 <?cs var:Page.Doc.Line ?> 行</a></dd><?cs /if ?>
<?cs if:Page.Successors.0.Doc ?><dt>替代信息</dt><dd><?cs each:r = Page.Successors ?><a href="/doc/<?cs var:r.Doc ?>"><?cs var:r.Title ?></a><br><?cs /each ?></dd><?cs /if ?></dl></div>
<p class="acts"><?cs if:Page.Successors.0.Doc ?><a class="btn btn-1" href="/doc/<?cs var:Page.Successors.0.Doc ?>">看替代信息</a><?cs /if ?><a class="btn<?cs if:!Page.Successors.0.Doc ?> btn-1<?cs /if ?>" href="/list?unit=<?cs var:Page.Doc.UnitCode ?>">看这个单位公开的信息</a><a class="btn" href="/search">检索</a></p></div></div>
</main>
<?cs call:foot() ?><?cs call:end() ?>
