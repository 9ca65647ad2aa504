<?cs include!"letters/macros.cs" ?><p class="ti-2">本机关收到政府信息公开申请（申请编号：<?cs var:Letter.Number ?>），申请公开<?cs call:wish() ?>。根据《中华人民共和国政府信息公开条例》第三十三条，现请你单位就下列事项协助办理、提出意见：</p>
<?cs call:lines(Letter.Lines) ?><p class="ti-2">请于<?cs call:day(Letter.Until) ?>前函复本机关。征求意见所需时间不计算在答复申请人的期限内。</p>
<?cs call:contact() ?>
