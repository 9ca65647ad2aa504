<?cs # What the chapters of 使用说明 are made of. ?>
<?cs # A name of the screen; whoever may open its page gets there. ?>
<?cs def:to(role, path, name) ?>【<?cs if:Page.Me.Role == role ?><a href="/gkht/<?cs var:path ?>"><?cs var:name ?></a><?cs else ?><?cs var:name ?><?cs /if ?>】<?cs /def ?>

<?cs # A picture of the running site: `make pictures` takes it and writes its size here. ?>
<?cs def:figure(name, width, height, alt) ?><figure class="shot" id="p-<?cs var:name ?>"><a href="<?cs var:Site.Static ?>/img/help/<?cs var:name ?>.webp"><img src="<?cs var:Site.Static ?>/img/help/<?cs var:name ?>.webp" width="<?cs var:width ?>" height="<?cs var:height ?>" alt="<?cs var:alt ?>" loading="lazy" decoding="async"></a></figure><?cs /def ?>

<?cs def:yours(role) ?><?cs if:role == "district" ?><?cs if:Page.Me.Supervising && Page.Me.Role == "admin" ?> <span class="tag tag-ok">您的角色</span><?cs /if ?><?cs elif:Page.Me.Role == role ?> <span class="tag tag-ok">您的角色</span><?cs /if ?><?cs /def ?>
<?cs def:chapter(id, number, text, role) ?><h2 id="<?cs var:id ?>"><?cs var:number ?>、<?cs var:text ?><?cs call:yours(role) ?></h2><?cs /def ?>
<?cs def:entry_line(id, text, role) ?><li><a href="#<?cs var:id ?>"><?cs var:text ?></a><?cs call:yours(role) ?></li><?cs /def ?>
