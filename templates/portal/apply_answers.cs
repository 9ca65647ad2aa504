<?cs include!"portal/apply_parts.cs" ?><?cs call:top() ?><?cs call:apply_style() ?>
<title>也许已经有答案 - 依申请公开 - <?cs var:Site.Name ?></title>
<?cs call:private() ?><?cs call:banner("apply") ?>
<main id="main" tabindex="-1">
<div class="wrap flow2"><div class="flow"><?cs call:back("/apply") ?>
<h1>也许已经有答案</h1><p class="muted lines">您想了解：<?cs var:Page.Question ?></p>
<?cs if:Page.Found ?><ul class="plain found"><?cs each:f = Page.Found ?><li><h2><?cs if:f.Application ?><a href="/apply/log/<?cs var:f.Id ?>"><?cs var:f.Title ?></a><?cs else ?><a href="/doc/<?cs var:f.Doc ?>"><?cs var:f.Title ?></a><?cs /if ?></h2><p><?cs uvar:f.SnippetHtml ?></p><p class="m"><span><?cs if:f.Application ?>公开的申请答复<?cs else ?>公开信息<?cs /if ?></span><span><?cs var:f.Unit ?></span><span class="num"><?cs var:f.Published ?></span></p><form action="/apply/answered" method="post"><input type="hidden" name="csrf" value="<?cs var:Page.Csrf ?>"><input type="hidden" name="id" value="<?cs var:f.Id ?>"><?cs if:f.Application ?><input type="hidden" name="application" value="1"><?cs /if ?><button class="btn" aria-label="这已回答我的问题：<?cs var:f.Title ?>">这已回答我的问题</button></form></li>
<?cs /each ?></ul><?cs else ?><p>没有找到已经公开的相关信息。</p><?cs /if ?>
<p class="acts"><a class="btn btn-1" href="/apply/form/<?cs var:Page.Next ?>">没有我要的，继续申请</a></p></div><?cs call:help() ?></div>
</main>
<?cs call:foot() ?><?cs call:sym_left() ?><?cs call:end() ?>
