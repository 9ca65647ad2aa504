<?cs include!"letters/macros.cs" ?><p class="ti-2">本机关收到政府信息公开申请（申请编号：<?cs var:Letter.Number ?>），申请公开<?cs call:wish() ?>，并于<?cs call:day(Letter.Asked) ?>就是否公开征求你单位（您）的意见。</p>
<p class="ti-2">经审查，根据《中华人民共和国政府信息公开条例》第十五条、第三十二条，本机关决定予以公开。现将决定公开的政府信息内容和理由告知如下：</p>
<?cs call:lines(Letter.Lines) ?><?cs call:remedy() ?><?cs call:contact() ?>
