<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title><?cs var:Site.Name ?><?cs if:Page.Heading ?>：<?cs var:Page.Heading ?><?cs /if ?></title>
<link><?cs var:Page.Web ?></link>
<description>公开、修订、失效和废止的政府信息，新的在前</description>
<language>zh-CN</language>
<lastBuildDate><?cs var:Page.UpdatedRss ?></lastBuildDate>
<atom:link rel="self" type="application/rss+xml" href="<?cs var:url_ok(Page.Self) ?>"/>
<?cs if:Page.Next ?><atom:link rel="next" type="application/rss+xml" href="<?cs var:url_ok(Page.Next) ?>"/>
<?cs /if ?><?cs each:e = Page.Entries ?><?cs if:!e.Gone ?><item>
<title><?cs var:e.Title ?></title>
<link><?cs var:e.Url ?></link>
<guid isPermaLink="true"><?cs var:e.Url ?></guid>
<pubDate><?cs var:e.UpdatedRss ?></pubDate>
<dc:creator><?cs var:e.Unit ?></dc:creator>
<?cs if:e.Theme ?><category><?cs var:e.Theme ?></category>
<?cs /if ?><description>索引号 <?cs var:e.IndexNo ?><?cs if:e.DocNo ?>，<?cs var:e.DocNo ?><?cs /if ?>。<?cs if:e.Repealed ?>已废止。<?cs elif:e.Expired ?>已失效。<?cs /if ?><?cs var:e.Summary ?></description>
</item>
<?cs /if ?><?cs /each ?></channel>
</rss>
