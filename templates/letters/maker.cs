<?cs include!"letters/macros.cs" ?><p class="ti-2">本机关收到政府信息公开申请（申请编号：<?cs var:Letter.Number ?>），申请公开<?cs call:wish() ?>。该信息由本机关牵头，与你单位共同制作。根据《中华人民共和国政府信息公开条例》第三十四条，现就下列内容征求你单位意见：</p>
<?cs call:lines(Letter.Lines) ?><p class="ti-2">请自收到本函之日起15个工作日内（<?cs call:day(Letter.Until) ?>前）提出意见，逾期未提出意见的视为同意公开。</p>
<?cs call:contact() ?>
