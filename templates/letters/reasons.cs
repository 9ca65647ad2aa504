<?cs include!"letters/macros.cs" ?><?cs call:opening() ?><p class="ti-2">您（单位）申请公开政府信息的数量、频次明显超过合理范围。根据《中华人民共和国政府信息公开条例》第三十五条，请在<?cs call:day(Letter.Until) ?>前向本机关说明理由：</p>
<?cs call:lines(Letter.Lines) ?><p class="ti-2">本机关认为申请理由不合理的，将告知不予处理；认为申请理由合理，但是无法在法定期限内答复的，将确定延迟答复的合理期限并告知您（单位）。</p>
<?cs call:contact() ?>
