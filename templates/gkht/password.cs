<?cs include!"gkht/macros.cs" ?>
<?cs def:title() ?>修改密码<?cs /def ?>
<?cs def:over() ?><?cs /def ?>
<?cs def:body() ?><div class="ttl"><h1>修改密码</h1><p><?cs if:Page.Me.Initial ?>您用的是初始密码，修改后才能使用其他功能<?cs else ?>修改后，其他地方的登录会退出<?cs /if ?></p></div>
<div class="card page"><?cs call:error_list() ?><form method="post" action="/gkht/password"><?cs call:csrf() ?>
<input type="text" name="login" value="<?cs var:Page.Me.Login ?>" autocomplete="username" hidden>
<div class="field<?cs if:Page.Error.old ?> field-err<?cs /if ?>"><label for="f-old">原密码</label><?cs call:error(Page.Error.old) ?><input class="form-control" type="password" id="f-old" name="old" maxlength="128" autocomplete="current-password" required autofocus></div>
<div class="field<?cs if:Page.Error.new ?> field-err<?cs /if ?>"><label for="f-new">新密码</label><ul class="rules" id="h-new"><li>至少 8 个字符</li><li>大写字母、小写字母、数字、符号中至少三种</li><li>不能是用户名、111111 或常见的密码</li></ul><?cs call:error(Page.Error.new) ?><input class="form-control" type="password" id="f-new" name="new" maxlength="128" autocomplete="new-password" aria-describedby="h-new" required></div>
<div class="field<?cs if:Page.Error.again ?> field-err<?cs /if ?>"><label for="f-again">确认新密码</label><?cs call:error(Page.Error.again) ?><input class="form-control" type="password" id="f-again" name="again" maxlength="128" autocomplete="new-password" required></div>
<button class="btn btn-1 btn-b">保存</button></form></div><?cs /def ?>
<?cs include!"gkht/layout.cs" ?>
