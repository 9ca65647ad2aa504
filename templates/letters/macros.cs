<?cs # macros.cs - the parts that letters share. ?>
<?cs def:day(d) ?><?cs var:d.Y ?>年<?cs var:d.M ?>月<?cs var:d.D ?>日<?cs /def ?>
<?cs def:lines(list) ?><?cs each:l = list ?><p class="ti-2"><?cs var:l.Line ?></p>
<?cs /each ?><?cs /def ?>
<?cs def:wish() ?><?cs if:Letter.WishName ?>“<?cs var:Letter.WishName ?>”<?cs if:Letter.WishDocNo ?>（<?cs var:Letter.WishDocNo ?>）<?cs /if ?><?cs elif:Letter.WishDocNo ?><?cs var:Letter.WishDocNo ?><?cs else ?>“<?cs var:Letter.WishDescription ?>”<?cs /if ?><?cs /def ?>
<?cs def:opening() ?><p class="ti-2">本机关于<?cs if:Letter.Received.Y ?><?cs call:day(Letter.Received) ?>收到<?cs else ?><?cs call:day(Letter.Came) ?>收到<?cs /if ?>您（单位）以<?cs var:Letter.Channel ?>方式提出的政府信息公开申请（申请编号：<?cs var:Letter.Number ?>），申请公开<?cs call:wish() ?>。</p>
<?cs /def ?>
<?cs def:contact() ?><p class="ti-2">联系地址：<?cs var:Letter.UnitAddress ?><?cs if:Letter.UnitPostcode ?>（邮政编码：<?cs var:Letter.UnitPostcode ?>）<?cs /if ?>；联系电话：<?cs var:Letter.UnitPhone ?>。</p>
<?cs /def ?>
<?cs def:review() ?><?cs if:Letter.ReviewOrgan ?><?cs var:Letter.ReviewOrgan ?><?cs else ?>行政复议机关<?cs /if ?><?cs if:Letter.ReviewAddress ?>（地址：<?cs var:Letter.ReviewAddress ?><?cs if:Letter.ReviewPhone ?>，电话：<?cs var:Letter.ReviewPhone ?><?cs /if ?>）<?cs /if ?><?cs /def ?>
<?cs def:online() ?><?cs if:Letter.ReviewUrl ?>也可以通过互联网渠道（<?cs var:Letter.ReviewUrl ?>）提交行政复议申请。<?cs /if ?><?cs /def ?>
<?cs def:court() ?><?cs if:Letter.Court ?><?cs var:Letter.Court ?><?cs if:Letter.CourtAddress ?>（地址：<?cs var:Letter.CourtAddress ?>）<?cs /if ?><?cs else ?>有管辖权的人民法院<?cs /if ?><?cs /def ?>
<?cs # 复议前置 for what rests on arts. 14-16 (行政复议法 art. 23); a choice for the rest. ?>
<?cs def:remedy() ?><?cs if:Letter.ReviewFirst ?><p class="ti-2">如对本告知不服，应当自收到本告知书之日起60日内，先向<?cs call:review() ?>申请行政复议。<?cs call:online() ?>对行政复议决定不服的，可以自收到行政复议决定书之日起15日内向<?cs call:court() ?>提起行政诉讼；不得未经行政复议直接提起行政诉讼。（《中华人民共和国行政复议法》第二十三条第一款第（四）项、第二款，《中华人民共和国行政诉讼法》第四十五条）</p>
<?cs elif:Letter.Choice ?><p class="ti-2">如对本告知不服，可以自收到本告知书之日起60日内向<?cs call:review() ?>申请行政复议，<?cs if:Letter.ReviewUrl ?><?cs call:online() ?>也可以<?cs else ?>或者<?cs /if ?>自收到本告知书之日起6个月内向<?cs call:court() ?>提起行政诉讼。</p>
<?cs /if ?><?cs /def ?>
