<?cs include!"letters/macros.cs" ?><p class="ti-2">您（单位）以<?cs var:Letter.Channel ?>方式提出的政府信息公开申请（申请编号：<?cs var:Letter.Number ?>），申请公开<?cs call:wish() ?>，经双方确认，本机关于<?cs call:day(Letter.Day) ?>收到。</p>
<p class="ti-2">根据《中华人民共和国政府信息公开条例》第三十一条、第三十三条，本机关将自收到申请之日起20个工作日内（<?cs call:day(Letter.NewDue) ?>前）予以答复。需要延长答复期限，或者需要您补正、需要征求第三方和其他机关意见的，将另行告知。</p>
<?cs call:contact() ?>
