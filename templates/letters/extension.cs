<?cs include!"letters/macros.cs" ?><?cs call:opening() ?><p class="ti-2">因在法定期限内不能答复，根据《中华人民共和国政府信息公开条例》第三十三条，经本机关政府信息公开工作机构负责人同意，延长答复期限<?cs var:Letter.Days ?>个工作日<?cs if:Letter.NewDue.Y ?>，将于<?cs call:day(Letter.NewDue) ?>前予以答复<?cs /if ?>。</p>
<?cs call:lines(Letter.Lines) ?><?cs call:contact() ?>
