<?cs # profile.cs - Page.Profile; included, not called, because it is long. ?>
<section class="one profile" aria-labelledby="h-prof"><h2 id="h-prof"><?cs var:Page.Profile.Title ?></h2>
<p class="muted">更新日期 <time datetime="<?cs var:Page.Profile.Updated ?>"><?cs var:Page.Profile.Updated ?></time><?cs if:Page.Profile.Checked ?>，<time datetime="<?cs var:Page.Profile.Checked ?>"><?cs var:Page.Profile.Checked ?></time> 核对无变化<?cs /if ?> · <a href="/doc/<?cs var:Page.Profile.Doc ?>">索引号、修订记录和下载</a></p>
<?cs if:Page.Profile.Facts ?><dl class="said"><?cs each:f = Page.Profile.Facts ?><div><dt><?cs var:f.Label ?></dt><dd><?cs var:f.Value ?></dd></div><?cs /each ?></dl><?cs /if ?>
<?cs if:Page.Profile.Key == "leaders" ?><ul class="plain people"><?cs each:p = Page.Profile.People ?><li><?cs if:p.Photo ?><img src="/image/<?cs var:p.Photo ?>" alt="<?cs var:p.Name ?>" width="120" loading="lazy"><?cs /if ?><div><h3><?cs var:p.Name ?></h3><p class="post"><?cs var:p.Post ?></p>
<?cs each:l = p.Task ?><p><?cs var:l.Text ?></p><?cs /each ?>
<?cs if:p.Cv ?><details open><summary>工作简历<span class="sr">：<?cs var:p.Name ?></span></summary><?cs each:l = p.Cv ?><p><?cs var:l.Text ?></p><?cs /each ?></details><?cs /if ?></div></li><?cs /each ?></ul>
<?cs elif:Page.Profile.Key == "staff" ?><table class="docs staff"><caption class="sr"><?cs var:Page.Profile.Title ?></caption><thead><tr><th scope="col">责任</th><th scope="col">姓名</th><th scope="col">职务</th><th scope="col">办公电话</th><?cs if:Page.Profile.Mails ?><th scope="col">办公邮箱</th><?cs /if ?></tr></thead><tbody>
<?cs each:p = Page.Profile.People ?><tr><td data-l="责任"><?cs var:p.Role ?></td><td data-l="姓名"><b><?cs var:p.Name ?></b></td><td data-l="职务"><?cs var:p.Post ?></td><td class="n" data-l="电话"><?cs var:p.Call ?></td><?cs if:Page.Profile.Mails ?><td<?cs if:p.Mail ?> data-l="邮箱"<?cs /if ?>><?cs var:p.Mail ?></td><?cs /if ?></tr>
<?cs /each ?></tbody></table><?cs /if ?>
<?cs each:s = Page.Profile.Sections ?><h3><?cs var:s.Label ?></h3><?cs each:l = s.Lines ?><p><?cs var:l.Text ?></p><?cs /each ?><?cs /each ?></section>
