<?cs include!"letters/macros.cs" ?><?cs call:opening() ?><p class="ti-2"><?cs if:Letter.Third ?>您（单位）申请公开的信息涉及第三方的合法权益。根据《中华人民共和国政府信息公开条例》第三十二条、第三十三条，本机关已于<?cs call:day(Letter.Asked) ?>书面征求第三方的意见。<?cs else ?>办理您（单位）的申请需要征求其他机关的意见。根据《中华人民共和国政府信息公开条例》第三十三条，本机关已于<?cs call:day(Letter.Asked) ?>征求意见。<?cs /if ?></p>
<p class="ti-2">征求意见所需时间不计算在答复期限内。意见最迟于<?cs call:day(Letter.Until) ?>提出，此后恢复计算答复期限，本机关将依法答复您（单位）。</p>
<?cs call:lines(Letter.Lines) ?><?cs call:contact() ?>
