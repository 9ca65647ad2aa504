<?cs include!"letters/macros.cs" ?><p class="ti-2">本机关收到政府信息公开申请（申请编号：<?cs var:Letter.Number ?>），申请公开<?cs call:wish() ?>。现将有关情况函告你单位：</p>
<?cs call:lines(Letter.Lines) ?><?cs call:contact() ?>
