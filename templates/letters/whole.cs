<p class="gw-t"><?cs var:Page.Paper.Title ?></p>
<p class="ta-c"><?cs var:Page.Paper.Number ?></p>
<?cs if:!Page.Paper.Register ?><p class="ti-0"><?cs var:Page.Paper.To ?>：</p><?cs /if ?>
<?cs uvar:Page.Paper.BodyHtml ?>
