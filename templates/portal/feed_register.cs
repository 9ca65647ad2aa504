<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<id><?cs var:Page.First ?></id>
<title><?cs var:Site.Name ?>：发布登记簿的树头</title>
<subtitle>每天一个：登记簿有多少行，所有行的校验值，签名</subtitle>
<updated><?cs var:Page.Updated ?></updated>
<author><name><?cs var:Site.Organiser ?></name></author>
<link rel="self" type="application/atom+xml" href="<?cs var:url_ok(Page.Self) ?>"/>
<link rel="first" type="application/atom+xml" href="<?cs var:url_ok(Page.First) ?>"/>
<?cs if:Page.Next ?><link rel="next" type="application/atom+xml" href="<?cs var:url_ok(Page.Next) ?>"/>
<?cs /if ?><link rel="alternate" type="text/html" href="<?cs var:url_ok(Page.Web) ?>"/>
<?cs each:h = Page.Heads ?><entry>
<id><?cs var:h.Name ?></id>
<title>第 <?cs var:h.Id ?> 号树头：<?cs var:h.Size ?> 行</title>
<updated><?cs var:h.At ?></updated>
<link rel="alternate" type="text/html" href="<?cs var:url_ok(h.Url) ?>"/>
<content type="text"><?cs var:h.Text ?>signature <?cs var:h.Signature ?>
public key <?cs var:h.PublicKey ?></content>
</entry>
<?cs /each ?></feed>
