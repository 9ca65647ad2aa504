<?cs include!"portal/apply_parts.cs" ?><?cs #
?><?cs def:choice(u, chosen) ?><label class="pick small-pick"><input class="form-check-input" type="radio" name="unit" value="<?cs var:u.Code ?>"<?cs if:chosen == u.Code ?> checked<?cs /if ?>><span><?cs var:u.Short ?></span></label><?cs /def ?><?cs #
?><?cs call:top() ?><?cs call:apply_style() ?>
<title><?cs call:title_error() ?>向哪个单位申请 - 依申请公开 - <?cs var:Site.Name ?></title>
<?cs call:private() ?><?cs call:banner("apply") ?>
<main id="main" tabindex="-1">
<div class="wrap flow2"><div class="flow"><?cs call:back(Page.Previous) ?>
<?cs call:prog() ?><?cs call:errors() ?>
<h1>向哪个单位申请？</h1>
<form action="/apply/form/unit" method="post"><?cs call:hidden() ?>
<div class="field"><label for="q">按职责或名称查找</label><p class="hint" id="q-h">写这件事由谁管，例如 老旧小区改造、学校招生、潮阳街道。</p><div class="with-btn"><input class="form-control" id="q" name="q" value="<?cs var:Page.Form.q ?>" maxlength="100" aria-describedby="q-h"><button class="btn" name="act" value="find">查找</button></div></div>
<fieldset class="field<?cs if:Page.Error.unit ?> field-err<?cs /if ?>" id="unit" tabindex="-1"><legend>选择单位 <span class="req">必填</span></legend><?cs call:err("unit", Page.Error.unit) ?>
<?cs if:Page.Likely ?><div class="likely"><h2><?cs if:Page.Asked ?>最接近的单位<?cs else ?>根据您的描述，可能是<?cs /if ?></h2><?cs each:u = Page.Likely ?><label class="pick"><input class="form-check-input" type="radio" name="unit" value="<?cs var:u.Code ?>"<?cs if:Page.Form.unit == u.Code ?> checked<?cs /if ?>><span><?cs var:u.Name ?><?cs if:u.Duties ?><small><?cs var:u.Duties ?></small><?cs /if ?></span></label><?cs /each ?></div><?cs elif:Page.Asked ?><p class="empty" role="status">没有找到相近的单位。请换一个说法，或者在下面选择。</p><?cs /if ?>
<?cs if:Page.UnitName ?><p>现在选的是 <b><?cs var:Page.UnitName ?></b>。</p><?cs /if ?><?cs each:g = Page.Groups ?><details class="pick-group"<?cs if:Page.Likely ?><?cs else ?> open<?cs /if ?>><summary><?cs call:kind_name(g.Kind) ?> <small><?cs var:g.N ?> 个单位</small></summary><div class="pick-grid"><?cs each:u = g.Units ?><?cs call:choice(u, Page.Form.unit) ?><?cs /each ?></div></details><?cs /each ?></fieldset>
<p class="acts"><button class="btn btn-1" name="act" value="next"><?cs if:Page.ToCheck ?>保存并返回核对<?cs else ?>保存并继续<?cs /if ?></button></p></form></div><?cs call:help() ?></div>
</main>
<?cs call:foot() ?><?cs call:sym_left() ?><?cs call:sym_warn() ?><?cs call:end() ?>
