<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<?cs each:s = Page.Maps ?><sitemap><loc><?cs var:s.Url ?></loc><?cs if:s.Changed ?><lastmod><?cs var:s.Changed ?></lastmod><?cs /if ?></sitemap>
<?cs /each ?></sitemapindex>
