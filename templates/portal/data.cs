<?cs include!"portal/macros.cs" ?><?cs call:top() ?>
<title>数据 - <?cs var:Site.Name ?></title>
<?cs call:column("数据", "公开信息目录可以下载使用的文件和格式。", "开放数据,目录下载,CSV,JSON", "数据开放") ?>
<?cs call:banner("") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li aria-current="page">数据</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="prose narrow"><h1>数据</h1><p>本站公开的信息可以免费查看、下载和使用，请注明来源。</p>
<h2>目录</h2><p>每一个<a href="/list">信息列表</a>都可以下载，内容和您看到的列表一样，按您选的条件和次序排列，一个文件最多 20,000 条：</p>
<ul><li><a href="/list.xlsx">全部信息目录，Excel 表格</a></li><li><a href="/list.csv">全部信息目录，CSV</a>（UTF-8）</li><li><a href="/list.json">全部信息目录，JSON</a></li></ul>
<p>各列是索引号、名称、文号、发布机构、体裁、主题分类、成文日期、发布日期、有效性和网址。</p>
<h2>接口和订阅</h2><ul><li><a href="/data/api">数据接口</a>：用程序取得信息、单位、类别和登记</li><li><a href="/feeds">订阅</a>：新的信息发布后在阅读器里看到</li><li><a href="/register">发布登记簿</a>：每次发布、修改和撤下的登记，可以核验</li></ul>
<h2>统计</h2><p><a href="/statistics">公开和申请的统计</a>，每张图都有同样内容的表格。</p></div></div>
</main>
<?cs call:foot() ?><?cs call:end() ?>
