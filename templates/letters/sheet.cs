<?cs include!"letters/macros.cs" ?><?cs uvar:Letter.BodyHtml ?>
<p class="sign"><?cs var:Letter.Unit ?></p>
<p class="sign"><?cs call:day(Letter.Today) ?></p>
