<?cs include!"letters/macros.cs" ?><p class="ti-2">本机关于<?cs call:day(Letter.Asked) ?>就政府信息公开申请（申请编号：<?cs var:Letter.Number ?>）征求你单位（您）的意见。根据《中华人民共和国政府信息公开条例》第三十二条，请填写下列确认事项，签名或者盖章后于<?cs call:day(Letter.Until) ?>前送达本机关。逾期未提出意见的，由本机关依照条例的规定决定是否公开。</p>
<p class="ti-2">征求意见的内容：</p>
<?cs call:lines(Letter.Asks) ?><?cs call:lines(Letter.Lines) ?><p class="ti-2">□ 同意公开。</p>
<p class="ti-2">□ 同意公开一部分。不同意公开的部分和理由：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿</p>
<p class="ti-2">□ 不同意公开。公开将损害的合法权益和理由：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿</p>
<p class="ti-2">第三方（签名或者盖章）：＿＿＿＿＿＿＿＿　联系电话：＿＿＿＿＿＿＿＿　日期：＿＿＿＿年＿＿月＿＿日</p>
<?cs call:contact() ?>
