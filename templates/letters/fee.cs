<?cs include!"letters/macros.cs" ?><?cs call:opening() ?><p class="ti-2">根据《中华人民共和国政府信息公开条例》第四十二条和《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），因申请公开政府信息的数量、频次明显超过合理范围，决定收取信息处理费人民币<?cs var:Letter.Amount ?>元。计算如下：</p>
<?cs call:lines(Letter.Lines) ?><?cs if:Letter.PayWay ?><p class="ti-2">缴费方式：<?cs var:Letter.PayWay ?></p>
<?cs /if ?><p class="ti-2">请自收到本通知书次日起30日内（<?cs call:day(Letter.Until) ?>前）缴纳。逾期未缴纳的，视为放弃申请，本机关不再处理该政府信息公开申请。答复期限自缴费之日起重新计算。</p>
<?cs call:contact() ?>
