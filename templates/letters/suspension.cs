<?cs include!"letters/macros.cs" ?><?cs call:opening() ?><p class="ti-2">因下列情形，本机关自<?cs call:day(Letter.Day) ?>起中止办理该申请，中止期间不计入答复期限：</p>
<?cs call:lines(Letter.Lines) ?><p class="ti-2">情形消除后，本机关将恢复办理。</p>
<?cs call:contact() ?>
