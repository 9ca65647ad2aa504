<?cs include!"letters/macros.cs" ?><?cs call:opening() ?><p class="ti-2">因下列情形，本机关终止办理该申请：</p>
<?cs call:lines(Letter.Lines) ?><?cs call:remedy() ?><?cs call:contact() ?>
