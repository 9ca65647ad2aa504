<?cs include!"portal/macros.cs" ?><?cs call:top() ?>
<title>关于本站 - <?cs var:Site.Name ?></title>
<?cs call:column("关于本站", "本站的主办单位、内容来源、联系方式和纠错办法。", "关于本站,联系方式,网站纠错", "概况信息") ?>
<?cs call:banner("") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li aria-current="page">关于本站</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="prose narrow"><h1>关于本站</h1>
<p>本站是<?cs var:Site.Region ?>的政府信息公开平台，由<?cs var:Site.Organiser ?>主办，<?cs var:Site.Operator ?>承办。</p>
<h2>这里有什么</h2><p>各单位依照《中华人民共和国政府信息公开条例》主动公开的信息，以及各单位的公开指南、公开制度和年报。信息由发布单位录入，经审核后发布；发布时间由系统记录，不能更改。</p>
<h2>信息变了怎么办</h2><ul><li>修改过的信息保留以前的版本，写明改了什么。</li><li>失效和废止的信息仍然可以查看，有明显的标记。</li><li>删除的信息保留名称、索引号、日期和原因。</li></ul>
<h2 id="error">发现错误怎么办</h2><p>请打信息页面上发布机构的电话，或者打 <b class="num"><?cs var:Site.Phone ?></b> 告诉我们网址、索引号和错在哪里。<?cs if:Site.Hours ?>办公时间：<?cs var:Site.Hours ?>。<?cs /if ?></p>
<h2>网站信息</h2><dl class="sum"><div><dt>网站名称</dt><dd><?cs var:Site.Name ?></dd></div><div><dt>网址</dt><dd><?cs var:Site.Domain ?></dd></div><div><dt>网站标识码</dt><dd><?cs var:Site.IdCode ?></dd></div></dl></div></div>
</main>
<?cs call:foot() ?><?cs call:end() ?>
