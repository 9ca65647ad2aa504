<?cs include!"portal/macros.cs" ?><?cs call:top() ?>
<title><?cs if:Page.Q ?><?cs var:Page.Q ?> - <?cs /if ?>检索 - <?cs var:Site.Name ?></title>
<?cs call:column("信息检索", "按名称、文号、索引号或正文检索公开的政府信息。", "政府信息公开,信息检索", "信息公开目录") ?>
<meta name="robots" content="noindex">
<?cs call:banner("search") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li aria-current="page">检索</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap search"><h1 class="sr"><?cs if:Page.Q ?>检索结果<?cs else ?>检索公开的信息<?cs /if ?></h1><?cs call:ask() ?>
<?cs if:Page.Ignored ?><div class="note"><p>没有用来检索的字词：<b><?cs var:Page.Ignored ?></b>。请写两个字以上的词。</p></div><?cs /if ?>
<?cs if:Page.Hits.0.Doc ?><div class="bar"><span><?cs if:Page.MoreThanTotal ?>超过 <?cs /if ?><b><?cs var:Page.Total ?></b> 条结果</span><span class="muted">按发布时间从新到旧</span></div>
<ol class="hits"><?cs each:h = Page.Hits ?><li><h2><a href="/doc/<?cs var:h.Doc ?>"><?cs uvar:h.TitleHtml ?></a></h2><p><?cs uvar:h.SnippetHtml ?></p><p class="m"><?cs if:h.Expired ?><span class="tag tag-old">失效</span><?cs else ?><span class="tag tag-ok">有效</span><?cs /if ?><span><?cs var:h.Unit ?></span><?cs if:h.DocNo ?><span class="nb"><?cs var:h.DocNo ?></span><?cs /if ?><span class="nb"><?cs var:h.IndexNo ?></span><time datetime="<?cs var:h.Published ?>"><?cs var:h.Published ?></time></p></li>
<?cs /each ?></ol>
<?cs if:Page.Next || Page.NotFirst ?><nav class="pager" aria-label="分页"><ul><?cs if:Page.NotFirst ?><li><a href="/search?q=<?cs var:Page.Query ?>">首页</a></li><?cs /if ?><?cs if:Page.Next ?><li><a href="/search?q=<?cs var:Page.Query ?>&amp;before=<?cs var:Page.Next ?>" rel="next">下一页<?cs call:icon("right") ?></a></li><?cs /if ?></ul></nav><?cs /if ?>
<div class="note blk"><p><b>没有找到？</b>可以换一个说法，或者<a href="/apply">向有关单位申请公开</a>。</p></div>
<?cs elif:Page.Q ?><div class="empty"><h2>没有找到“<?cs var:Page.Q ?>”</h2><p>您可以：</p><ul><li>少写几个词，或者换一个说法，例如“取暖补贴”写成“取暖 补贴”</li><li>只写文号里的数字部分以外的词，例如“清洁取暖”</li><li><a href="/open">按法定内容查找</a>，或者<a href="/units">按单位查找</a></li><li>没有公开的，可以<a href="/apply">申请公开</a></li><li>打电话 <b class="num"><?cs var:Site.Phone ?></b> 询问</li></ul></div>
<?cs else ?><div class="empty"><h2>可以这样检索</h2><ul><li>写两三个词，中间空一格，例如：取暖 补贴</li><li>写文号，例如：宝坻政办发〔2010〕33号</li><li>写索引号，例如：ZFB/2026-00012</li></ul></div><?cs /if ?></div>
</main>
<?cs call:foot() ?><?cs call:sym_right() ?><?cs call:end() ?>
