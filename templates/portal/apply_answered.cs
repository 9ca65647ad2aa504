<?cs include!"portal/apply_parts.cs" ?><?cs call:top() ?><?cs call:apply_style() ?>
<title>问题已有答案 - 依申请公开 - <?cs var:Site.Name ?></title>
<?cs call:private() ?><?cs call:banner("apply") ?>
<main id="main" tabindex="-1">
<div class="wrap flow2"><div class="flow"><h1>问题已有答案</h1><p>不用再申请了。您刚才填写的内容已经清除，我们只记下有一次查找得到了答案，用来改进公开。</p><ul><li><a href="/">首页</a></li><li><a href="/search">检索公开信息</a></li><li><a href="/apply">还需要别的信息，重新开始申请</a></li></ul></div><?cs call:help() ?></div>
</main>
<?cs call:foot() ?><?cs call:end() ?>
