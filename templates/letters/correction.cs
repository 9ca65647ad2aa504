<?cs include!"letters/macros.cs" ?><?cs call:opening() ?><p class="ti-2">经审查，您（单位）的申请内容不明确，根据《中华人民共和国政府信息公开条例》第二十九条、第三十条，请在<?cs call:day(Letter.Until) ?>前作如下补正：</p>
<?cs call:lines(Letter.Lines) ?><p class="ti-2">答复期限自本机关收到补正的申请之日起计算。无正当理由逾期不补正的，视为放弃申请，本机关不再处理该政府信息公开申请。</p>
<?cs call:contact() ?>
