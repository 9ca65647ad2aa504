<?cs include!"portal/macros.cs" ?><?cs call:top() ?>
<title>政府信息公开指南<?cs if:Page.Unit.Short ?> - <?cs var:Page.Unit.Short ?><?cs /if ?> - <?cs var:Site.Name ?></title>
<?cs call:column("政府信息公开指南", "各单位政府信息的公开范围、获取方式，公开工作机构的名称、地址、办公时间和电话。", "政府信息公开指南,获取方式,办公地址,联系电话", "信息公开指南") ?>
<?cs call:banner("guide") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><?cs if:Page.Unit.Code ?><li><a href="/unit/<?cs var:Page.Unit.Code ?>"><?cs var:Page.Unit.Short ?></a></li><?cs /if ?><li aria-current="page">政府信息公开指南</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="page-h"><h1>政府信息公开指南</h1><p><?cs if:Page.Unit.Code ?><?cs var:Page.Unit.Name ?> · <a href="/guide">看全部单位</a><?cs else ?>怎样找到、看到和申请政府信息。<?cs /if ?></p></div>
<?cs uvar:Page.SwitchHtml ?>
<?cs if:Page.Profile ?><?cs include!"portal/profile.cs" ?><?cs elif:Page.Unit.Code ?><section class="one" aria-labelledby="h-own"><h2 id="h-own">这个单位的公开指南</h2><?cs if:Page.Rows.0.Doc ?><?cs include!"portal/docs.cs" ?><?cs else ?><p class="empty">公开指南还没有发布，可以按下面的联系方式询问。</p><?cs /if ?></section><?cs /if ?>
<?cs if:!Page.Profile ?><div class="cols top0"><div><section class="prose" aria-labelledby="h-how"><h2 id="h-how">怎样获取政府信息</h2>
<h3>已经公开的信息</h3><p>您可以在本站<a href="/search">检索</a>，也可以<a href="/open">按法定内容</a>、<a href="/units">按单位</a>或者<a href="/list">按主题和年份</a>查找。每条信息都可以阅读、打印，有附件的可以下载。</p>
<h3>信息怎样编排</h3><p>每条信息有一个索引号，由单位代码、年份和五位流水号组成，例如 <span class="nb">ZFB/2026-00012</span>。索引号不会改变，也不会给别的信息使用。目录写明索引号、名称、内容概述和生成日期，按《中华人民共和国政府信息公开条例》规定的类别分类。</p>
<h3>没有公开的信息</h3><p>您可以向制作或者保存这份信息的单位申请，可以当面递交、邮寄或者传真。单位自收到申请之日起 20 个工作日内答复。<a href="/apply">看申请的办法</a></p></section></div>
<?cs if:Page.Unit.Code ?><section class="panel" aria-labelledby="h-con"><h2 id="h-con">联系方式</h2><?cs call:contact(Page.Unit) ?></section><?cs else ?><section class="panel" aria-labelledby="h-tel"><h2 id="h-tel">需要帮助？</h2><p>电话 <b class="num"><?cs var:Site.Phone ?></b><?cs if:Site.Hours ?><br><?cs var:Site.Hours ?><?cs /if ?></p><p>阅读或者书写有困难的，工作人员会帮助您。</p></section><?cs /if ?></div><?cs /if ?>
<?cs if:!Page.Unit.Code ?><section class="sec" aria-labelledby="h-unit"><div class="sec-h"><h2 id="h-unit">各单位的公开指南</h2></div><?cs uvar:Page.GuidesHtml ?></section><?cs /if ?></div>
</main>
<?cs call:foot() ?><?cs call:end() ?>
