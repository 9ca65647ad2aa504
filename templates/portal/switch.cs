<?cs include!"portal/macros.cs" ?><?cs #
?><?cs def:to(u) ?><a href="/<?cs if:Page.To == "unit" ?>unit/<?cs elif:Page.To == "guide" ?>guide?unit=<?cs elif:Page.To == "rules" ?>rules?unit=<?cs elif:Page.To == "open" ?>open?unit=<?cs elif:Page.To == "report" ?>report?unit=<?cs elif:Page.To == "leaders" ?>leaders?unit=<?cs elif:Page.To == "staff" ?>staff?unit=<?cs else ?>organisation?unit=<?cs /if ?><?cs var:u.Code ?>"><?cs var:u.Short ?></a><?cs /def ?><?cs #
?><details class="switch"><summary>换一个单位</summary><div><h2 class="h3">按类别</h2><?cs each:g = Page.Groups ?><div class="ug"><h3><?cs call:kind_name(g.Kind) ?></h3><ul class="plain units"><?cs each:u = g.Units ?><li><?cs call:to(u) ?></li>
<?cs /each ?></ul></div><?cs /each ?><h2 class="h3">按拼音首字母</h2><?cs each:l = Page.Letters ?><div class="ug"><h3><?cs var:l.Letter ?></h3><ul class="plain units"><?cs each:u = l.Units ?><li><?cs call:to(u) ?></li>
<?cs /each ?></ul></div><?cs /each ?></div></details>
