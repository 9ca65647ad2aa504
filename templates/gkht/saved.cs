<?cs include!"gkht/macros.cs" ?>
<?cs def:title() ?>常用查询<?cs /def ?>
<?cs def:list_name(key) ?><?cs if:key == "manage" ?>已发布信息管理<?cs elif:key == "entry" ?>信息上载<?cs elif:key == "review" ?>信息审核<?cs elif:key == "publish" ?>信息发布<?cs else ?>已发布信息维护<?cs /if ?><?cs /def ?>
<?cs def:keep() ?><div class="card mb"><form method="post" action="/gkht/saved" class="keep">
<?cs call:csrf() ?><input type="hidden" name="list" value="<?cs var:Page.List ?>">
<?cs each:f = Page.Filter.Fields ?><input type="hidden" name="<?cs var:f.Name ?>" value="<?cs var:f.Value ?>"><?cs /each ?>
<h2>保存为常用查询</h2>
<p><?cs call:list_name(Page.List) ?>的条件：</p><ul class="said"><?cs each:c = Page.Chips ?><li><span class="chip"><?cs call:chip_text(c) ?></span></li><?cs /each ?></ul>
<div class="field<?cs if:Page.Error.query_name ?> field-err<?cs /if ?>"><label for="f-query_name">名称</label><p class="hint" id="h-query">30 个字以内，只有您自己看得到。</p><?cs call:error(Page.Error.query_name) ?><input class="form-control" id="f-query_name" name="query_name" maxlength="30" value="<?cs var:Page.QueryName ?>" aria-describedby="h-query" autocomplete="off" autofocus></div>
<p class="acts"><button class="btn btn-1" data-key="ctrl+s">保存</button><a class="btn" href="/gkht/<?cs var:Page.List ?>?<?cs var:Page.Filter.Query ?>">取消</a></p></form></div><?cs /def ?>
<?cs def:one(k) ?><tr><td class="t"><a href="/gkht/<?cs var:k.List ?>?<?cs var:k.Query ?>" id="k<?cs var:k.Id ?>"><?cs var:k.Name ?></a></td>
<td class="n" data-l="列表"><?cs call:list_name(k.List) ?></td>
<td><form method="post" action="/gkht/saved/<?cs var:k.Id ?>" class="rename"><?cs call:csrf() ?><?cs if:Page.QueryWrong == k.Id ?><?cs call:error(Page.Error.query_name) ?><?cs /if ?>
<input class="form-control" name="query_name" maxlength="30" value="<?cs if:Page.QueryWrong == k.Id ?><?cs var:Page.QueryTyped ?><?cs else ?><?cs var:k.Name ?><?cs /if ?>" aria-label="新名称：<?cs var:k.Name ?>"<?cs if:Page.QueryWrong == k.Id ?> id="f-query_name" aria-invalid="true"<?cs /if ?> autocomplete="off">
<button class="btn btn-s" name="act" value="rename" aria-describedby="k<?cs var:k.Id ?>">改名</button>
<button class="btn btn-s btn-x" name="act" value="drop" aria-describedby="k<?cs var:k.Id ?>">删除</button></form></td></tr><?cs /def ?>
<?cs def:body() ?><div class="ttl"><h1>常用查询</h1><p>给常用的筛选条件起个名称，以后在列表上方点一下就打开；最多 <?cs var:Page.QueryMax ?> 个，只有本人使用</p><p class="back"><a href="/gkht/<?cs var:Page.List ?>">返回<?cs call:list_name(Page.List) ?></a></p></div>
<?cs call:error_list() ?><?cs if:Page.Chips ?><?cs call:keep() ?><?cs /if ?>
<div class="card"><?cs if:Page.Queries ?><div class="scroll"><table class="grid st"><caption class="sr">已保存的常用查询</caption><thead><tr><th scope="col">名称</th><th scope="col">列表</th><th scope="col">改名、删除</th></tr></thead><tbody><?cs each:k = Page.Queries ?><?cs call:one(k) ?><?cs /each ?></tbody></table></div>
<?cs else ?><div class="empty"><p>还没有保存常用查询。</p><p>在列表里筛选后，点条件右边的【保存为常用查询】。</p></div><?cs /if ?></div>
<?cs if:Page.Deed ?><div class="toast" role="status"><?cs call:icon("check") ?><span><?cs if:Page.Deed == "drop" ?>已删除。<?cs else ?>已改名。<?cs /if ?></span></div><?cs /if ?><?cs /def ?>
<?cs def:over() ?><?cs /def ?>
<?cs include!"gkht/layout.cs" ?>
