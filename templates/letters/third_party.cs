<?cs include!"letters/macros.cs" ?><p class="ti-2">本机关收到政府信息公开申请（申请编号：<?cs var:Letter.Number ?>），申请公开的信息涉及你单位（您）的商业秘密、个人隐私等，公开后可能损害你单位（您）的合法权益。根据《中华人民共和国政府信息公开条例》第十五条、第三十二条，现就下列内容是否公开征求意见：</p>
<?cs call:lines(Letter.Lines) ?><p class="ti-2">请自收到本征求意见书之日起15个工作日内（<?cs call:day(Letter.Until) ?>前）向本机关书面提出意见。不同意公开的，请说明理由。逾期未提出意见的，由本机关依照条例的规定决定是否公开。</p>
<?cs call:contact() ?>
