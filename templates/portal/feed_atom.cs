<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="zh-CN">
<id><?cs var:Page.First ?></id>
<title><?cs var:Site.Name ?><?cs if:Page.Heading ?>：<?cs var:Page.Heading ?><?cs /if ?></title>
<subtitle>公开、修订、失效、废止、撤下和删除的政府信息，新的在前</subtitle>
<updated><?cs var:Page.Updated ?></updated>
<author><name><?cs var:Site.Organiser ?></name></author>
<link rel="self" type="application/atom+xml" href="<?cs var:url_ok(Page.Self) ?>"/>
<link rel="first" type="application/atom+xml" href="<?cs var:url_ok(Page.First) ?>"/>
<?cs if:Page.Next ?><link rel="next" type="application/atom+xml" href="<?cs var:url_ok(Page.Next) ?>"/>
<?cs /if ?><link rel="alternate" type="text/html" href="<?cs var:url_ok(Page.Web) ?>"/>
<?cs each:e = Page.Entries ?><?cs if:e.Gone ?><at:deleted-entry ref="<?cs var:e.Url ?>" when="<?cs var:e.Updated ?>"><at:comment>这条信息已经不再公开。编号和登记保留。</at:comment></at:deleted-entry>
<?cs else ?><entry>
<id><?cs var:e.Url ?></id>
<title><?cs var:e.Title ?></title>
<published><?cs var:e.First ?></published>
<updated><?cs var:e.Updated ?></updated>
<author><name><?cs var:e.Unit ?></name></author>
<link rel="alternate" type="text/html" href="<?cs var:url_ok(e.Url) ?>"/>
<?cs if:e.Theme ?><category term="<?cs var:e.Theme ?>"/>
<?cs /if ?><?cs if:e.Kind ?><category term="<?cs var:e.Kind ?>"/>
<?cs /if ?><?cs if:e.Repealed ?><category term="废止"/><?cs elif:e.Expired ?><category term="失效"/>
<?cs /if ?><summary>索引号 <?cs var:e.IndexNo ?><?cs if:e.DocNo ?>，<?cs var:e.DocNo ?><?cs /if ?>。<?cs if:e.Repealed ?>已废止。<?cs elif:e.Expired ?>已失效。<?cs /if ?><?cs var:e.Summary ?></summary>
</entry>
<?cs /if ?><?cs /each ?></feed>
