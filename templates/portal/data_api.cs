<?cs include!"portal/macros.cs" ?><?cs call:top() ?>
<title>接口说明 - <?cs var:Site.Name ?></title>
<?cs call:column("接口说明", "公开信息的数据接口、整库下载和数据目录。", "开放数据,接口,下载", "概况信息") ?>
<?cs call:banner("") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li aria-current="page">接口说明</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="page-h"><h1>接口说明</h1><p>全部公开信息都可以由程序读取，不需要登记，也没有密钥。</p></div>
<div class="prose"><h2>约定</h2><ul><li>只能读取。回答是 UTF-8 的 JSON，时间是协调世界时（UTC），日期是北京时间的日期。</li><li>列表一次最多 100 条（登记簿 1000 行），回答里的 <code>next</code> 是下一页的地址，最后一页是 <code>null</code>。</li><li>回答带 <code>ETag</code>；请在 <code>If-None-Match</code> 里带回来，没有变化时得到 304。</li><li>出错时是 <code>application/problem+json</code>（RFC 9457），<code>title</code> 和 <code>detail</code> 写明原因；参数不对时是 422，重复时是 400，<code>field</code> 是它的名字。空的参数等于没有写，不认识的参数不起作用。</li><li>已经删除的信息得到 410 和保留的名称、日期、原因；撤下的得到 404。撤下和删除都在登记簿里有一行。</li><li>任何网站的脚本都可以读取（<code>Access-Control-Allow-Origin: *</code>）：这里只有公开信息，回答和 Cookie 无关。</li><li>请不要并发请求；需要全部数据时请用下面的整库下载。</li></ul>
<p>完整的字段说明见 <a href="/api/v1/openapi.json">OpenAPI 3.1 文件</a>。字段的名字和含义不会改变。</p></div>
<section aria-labelledby="h-api"><h2 class="h" id="h-api">地址</h2><table class="docs api"><thead><tr><th scope="col">地址</th><th scope="col">内容</th><th scope="col">参数</th></tr></thead><tbody>
<tr><td class="t"><code>/api/v1/documents</code></td><td data-l="内容">公开信息的列表，新的在前</td><td data-l="参数"><code>unit</code> 单位代码<br><code>category</code> 栏目代码，含下级<br><code>theme</code> 主题编号<br><code>kind</code> 体裁的名称，例如 通知<br><code>word</code> 发文机关代字，例如 宝坻政办发<br><code>year</code> 成文年份<br><code>month</code> 成文月份，和年份一起用，没有年份时是 422<br><code>validity</code> 有效性<br><code>before</code> 上一页给出的位置<br><code>limit</code> 一次几条，1 到 100，不写时 100</td></tr>
<tr><td class="t"><code>/api/v1/documents/{unit}/{number}</code></td><td data-l="内容">一条信息的全文、附件和版本</td><td data-l="参数"><code>unit</code> 单位代码<br><code>number</code> 年份和流水号，例如 2026-00012</td></tr>
<tr><td class="t"><code>/api/v1/documents/{unit}/{number}/versions/{version}</code></td><td data-l="内容">一条信息的某一版</td><td data-l="参数"><code>unit</code> 单位代码<br><code>number</code> 年份和流水号<br><code>version</code> 版本号</td></tr>
<tr><td class="t"><code>/api/v1/units</code></td><td data-l="内容">全部单位和联系方式</td><td data-l="参数">无</td></tr>
<tr><td class="t"><code>/api/v1/categories</code></td><td data-l="内容">公开目录和每个栏目的数量</td><td data-l="参数">无</td></tr>
<tr><td class="t"><code>/api/v1/themes</code></td><td data-l="内容">主题分类</td><td data-l="参数">无</td></tr>
<tr><td class="t"><code>/api/v1/register/lines</code></td><td data-l="内容">登记簿的行，旧的在前</td><td data-l="参数"><code>after</code> 从这一行之后开始<br><code>document</code> 只要这个索引号的行，新的在前</td></tr>
<tr><td class="t"><code>/api/v1/register/lines/{line}</code></td><td data-l="内容">登记簿的一行</td><td data-l="参数"><code>line</code> 行号</td></tr>
<tr><td class="t"><code>/api/v1/register/heads</code></td><td data-l="内容">签署过的树头，新的在前</td><td data-l="参数"><code>before</code> 从这个编号之前开始</td></tr>
<tr><td class="t"><code>/api/v1/register/keys</code></td><td data-l="内容">签名的公钥</td><td data-l="参数">无</td></tr>
<tr><td class="t"><code>/api/v1/register/proof</code></td><td data-l="内容">一行在树头里的证明</td><td data-l="参数"><code>line</code> 行号<br><code>size</code> 树头的行数，不写时是最早包含它的树头</td></tr>
<tr><td class="t"><code>/api/v1/register/consistency</code></td><td data-l="内容">两个树头之间的一致性证明</td><td data-l="参数"><code>first</code> 较小的树头的行数<br><code>second</code> 较大的树头的行数</td></tr>
</tbody></table></section>
<div class="prose"><h2 id="dump">整库下载</h2><?cs if:Page.Dumps ?><p>每天夜里制作一次，gzip 压缩。</p></div><table class="docs"><caption class="sr">整库下载的文件</caption><thead><tr><th scope="col">文件</th><th scope="col">大小</th><th scope="col">制作时间</th><th scope="col">SHA-256</th></tr></thead><tbody>
<?cs each:d = Page.Dumps ?><tr><td class="t"><a href="/data/dump/<?cs var:d.Name ?>"><?cs var:d.Name ?></a></td><td class="n" data-l="大小"><?cs var:d.Size ?></td><td class="n" data-l="制作时间"><?cs var:d.Made ?></td><td data-l="SHA-256"><code><?cs var:d.Sha256 ?></code></td></tr>
<?cs /each ?></tbody></table><div class="prose"><p>全部校验值：<a href="/data/dump/SHA256SUMS">SHA256SUMS</a></p><?cs else ?><p class="empty">还没有制作。每天夜里制作一次，做好后会列在这里。</p><?cs /if ?>
<h2>数据目录和订阅</h2><ul><li>数据目录（DCAT，JSON-LD）：<a href="/data/catalogue.jsonld">/data/catalogue.jsonld</a></li><li>本站和各单位的公开入口：<a href="/.well-known/disclosure.json">/.well-known/disclosure.json</a></li><li>新信息：<a href="/feeds">订阅</a></li><li>登记和核验：<a href="/register">发布登记簿</a></li></ul></div></div>
</main>
<?cs call:foot() ?><?cs call:end() ?>
