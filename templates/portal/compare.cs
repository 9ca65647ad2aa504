<?cs include!"portal/macros.cs" ?><?cs #
?><?cs def:choice(name, label) ?><span><label class="form-label" for="c-<?cs var:name ?>"><?cs var:label ?></label><select class="form-select" id="c-<?cs var:name ?>" name="<?cs var:name ?>"><?cs each:v = Page.Versions ?><option value="<?cs var:v.Number ?>"<?cs if:name == "from" ?><?cs if:v.From ?> selected<?cs /if ?><?cs elif:v.To ?> selected<?cs /if ?>>第 <?cs var:v.Number ?> 版（<?cs var:v.Published ?>）</option><?cs /each ?></select></span><?cs /def ?><?cs #
?><?cs call:top() ?>
<title>第 <?cs var:Page.From ?> 版与第 <?cs var:Page.To ?> 版的差异：<?cs var:Page.Doc.Title ?> - <?cs var:Site.Name ?></title>
<meta name="ArticleTitle" content="<?cs var:Page.Doc.Title ?>">
<meta name="PubDate" content="<?cs var:Page.Doc.Published ?>">
<meta name="ContentSource" content="<?cs var:Page.Doc.Unit ?>">
<?cs call:shared(Page.Doc.Title, "两个版本之间增加和删去了什么。", "website") ?><meta name="robots" content="noindex">
<?cs call:banner("open") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li><a href="/unit/<?cs var:Page.Doc.UnitCode ?>"><?cs var:Page.Doc.UnitShort ?></a></li><li><a href="/doc/<?cs var:Page.Doc.Doc ?>"><?cs var:Page.Doc.IndexNo ?></a></li><li aria-current="page">版本比较</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="page-h"><h1>第 <?cs var:Page.From ?> 版与第 <?cs var:Page.To ?> 版的差异</h1><p><a href="/doc/<?cs var:Page.Doc.Doc ?>"><?cs var:Page.Doc.Title ?></a></p></div>
<form class="compare no-print" action="/doc/<?cs var:Page.Doc.Doc ?>/compare" method="get"><?cs call:choice("from", "较早的版本") ?><?cs call:choice("to", "较新的版本") ?><?cs if:Page.All ?><input type="hidden" name="all" value="1"><?cs /if ?><button class="btn btn-1">比较</button></form>
<?cs each:v = Page.Versions ?><?cs if:v.Between ?><p class="note">第 <?cs var:v.Number ?> 版（<?cs var:v.Published ?>）的修改说明：<?cs if:v.Note ?><?cs var:v.Note ?><?cs else ?>无<?cs /if ?></p><?cs /if ?><?cs /each ?>
<p class="legend"><ins>增加的文字</ins><del>删去的文字</del><span class="df-look">只是格式不同</span></p>
<section class="blk" aria-labelledby="h-m"><h2 id="h-m">目录项和附件</h2><?cs if:Page.Fields.0.Name ?><dl class="changed"><?cs each:f = Page.Fields ?><dt><?cs var:f.Name ?></dt><dd><?cs uvar:f.Html ?></dd><?cs /each ?></dl><?cs else ?><p>没有变化。</p><?cs /if ?></section>
<section class="blk" aria-labelledby="h-b"><h2 id="h-b">正文</h2><?cs if:Page.Text.Same ?><p>没有变化。</p><?cs else ?><p class="muted">有 <?cs var:Page.Text.Places ?> 处文字变化：增加 <?cs var:Page.Text.Added ?> 字，删去 <?cs var:Page.Text.Removed ?> 字<?cs if:Page.Text.Looks != "0" ?>；另有 <?cs var:Page.Text.Looks ?> 处只是格式不同<?cs /if ?>。<?cs if:Page.All ?><a href="/doc/<?cs var:Page.Doc.Doc ?>/compare?from=<?cs var:Page.From ?>&amp;to=<?cs var:Page.To ?>">只看有变化的段落</a><?cs else ?>没有变化的段落用 ⋯ 表示。<a href="/doc/<?cs var:Page.Doc.Doc ?>/compare?from=<?cs var:Page.From ?>&amp;to=<?cs var:Page.To ?>&amp;all=1">看全文</a><?cs /if ?></p><?cs if:Page.Text.Rough ?><p class="note note-w">两版相差太大，部分段落没有逐字比较，整段显示为删去和增加；没有遗漏任何变化。</p><?cs /if ?><div class="sheet"><div class="gw"><?cs uvar:Page.Text.Html ?></div></div><?cs /if ?></section>
</div>
</main>
<?cs call:foot() ?><?cs call:end() ?>
