<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<?cs each:u = Page.Urls ?><url><loc><?cs var:u.Url ?></loc><?cs if:u.Changed ?><lastmod><?cs var:u.Changed ?></lastmod><?cs /if ?></url>
<?cs /each ?></urlset>
