<?cs include!"portal/macros.cs" ?><?cs #
?><?cs def:heading() ?><?cs if:Page.Status == "404" ?>没有找到这个页面<?cs elif:Page.Status == "410" ?>这个页面已经不再提供<?cs elif:Page.Status == "400" || Page.Status == "422" ?>网址里的内容有误<?cs elif:Page.Status == "403" ?>这个页面不对外提供<?cs elif:Page.Status == "405" ?>这个页面不能这样打开<?cs elif:Page.Status == "413" ?>提交的内容太大<?cs elif:Page.Status == "503" ?>现在访问的人较多<?cs else ?>页面出了问题<?cs /if ?><?cs /def ?><?cs #
?><?cs call:top() ?>
<title><?cs call:heading() ?> - <?cs var:Site.Name ?></title>
<meta name="description" content="页面没有打开。可以检索，或者从首页按栏目和单位查找。">
<meta name="robots" content="noindex">
<?cs call:banner("search") ?>
<main id="main" tabindex="-1">
<div class="wrap"><div class="gone"><p class="code-n"><?cs var:Page.Status ?></p><h1><?cs call:heading() ?></h1>
<?cs if:Page.Status == "404" ?><p>网址可能输错了，或者这条信息没有公开。您可以：</p><?cs elif:Page.Status == "503" ?><p>请过一分钟再打开。您要看的内容没有丢失。</p><?cs elif:Page.Status == "400" || Page.Status == "422" ?><p>网址可能没有复制完整，或者填写的内容不合要求。</p><?cs elif:Page.Status == "500" ?><p>这是我们的问题，已经记录下来。请过一会儿再打开；如果还不行，请打电话告诉我们下面的编号。</p><?cs else ?><p>请回到首页重新查找。您可以：</p><?cs /if ?>
<?cs if:Page.Errors.0.Text ?><ul><?cs each:e = Page.Errors ?><li><?cs var:e.Label ?>：<?cs var:e.Text ?></li><?cs /each ?></ul><?cs /if ?>
<?cs if:Page.Incident ?><p>编号 <b class="num"><?cs var:Page.Incident ?></b></p><?cs /if ?>
<?cs call:ask() ?><ul><li>回到<a href="/">首页</a>，按主题或单位查找</li><li>看<a href="/open">法定主动公开内容</a></li><li>打电话 <b class="num"><?cs var:Site.Phone ?></b> 询问</li></ul></div></div>
</main>
<?cs call:foot() ?><?cs call:end() ?>
