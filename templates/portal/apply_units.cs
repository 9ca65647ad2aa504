<?cs include!"portal/macros.cs" ?><?cs each:g = Page.Groups ?><div class="ug"><h3><?cs call:kind_name(g.Kind) ?> <small><?cs var:g.N ?> 个单位</small></h3><ul class="plain units tel"><?cs each:u = g.Units ?><li><a href="/apply?unit=<?cs var:u.Code ?>"><?cs var:u.Short ?></a><?cs if:u.Phone ?><small class="num"><?cs var:u.Phone ?></small><?cs /if ?></li>
<?cs /each ?></ul></div><?cs /each ?>
