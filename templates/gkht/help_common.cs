<?cs def:help_common() ?><?cs call:chapter("c1", "一", "登录和密码", "all") ?>
<section class="how" id="h-login"><h3>登录</h3>
<ol><li>打开后台地址（前台地址后面加 /gkht），填写用户名和密码，点【登录】。用户名是单位简称的字母加三位数：001 是机构管理员，002 是录入员，003 是审核员。</li>
<li>连续输错密码，账号会暂停登录一段时间。</li>
<li>很久没有操作会过期；过期前有提示，点“继续”就不会退出。过期时写到一半的内容不会丢：重新登录后回到原来的表。</li></ol>
<?cs call:figure("login", "560", "520", "登录页：用户名、密码两个输入框和登录按钮") ?></section>
<section class="how" id="h-password"><h3>修改密码</h3>
<ol><li>初始密码只能打开修改密码这一页，登录后请立即修改，并牢记。</li>
<li>以后要改，点右上角【<a href="/gkht/password">修改密码</a>】：填写【原密码】【新密码】【确认新密码】，点【保存】。</li>
<li>忘记密码：002 和 003 请本单位的 001 在【用户管理】里重置；001 请联系区里的系统管理人员。</li>
<li>用完点右上角【退出】。</li></ol>
<?cs call:figure("password", "1000", "460", "修改密码页：原密码、新密码、确认新密码和保存按钮") ?></section><?cs /def ?>

<?cs def:help_keys() ?><?cs call:chapter("c7", "七", "快捷键", "all") ?>
<table><thead><tr><th scope="col">按键</th><th scope="col">作用</th></tr></thead><tbody><tr><th scope="row">Ctrl + S</th><td>保存</td></tr><tr><th scope="row">Ctrl + Enter</th><td>提交</td></tr><tr><th scope="row">Alt + F10</th><td>从原文到编辑工具栏，再用方向键选，Esc 回到原文</td></tr><tr><th scope="row">Esc</th><td>关闭对话框</td></tr><tr><th scope="row">Enter 或双击</th><td>打开列表里的一条</td></tr><tr><th scope="row">/</th><td>到检索框</td></tr><tr><th scope="row">j 和 k</th><td>下一条、上一条</td></tr><tr><th scope="row">x</th><td>勾选这一条；按住 Shift 点击勾选一段</td></tr><tr><th scope="row">?</th><td>列出全部快捷键</td></tr></tbody></table>
<p class="js-only noprint"><label><input class="form-check-input" type="checkbox" id="single-keys"> 使用单键快捷键（? / j k x）</label></p>
<p>后台的每一件事只用键盘也能做：Tab 到下一项，空格勾选，Enter 按下按钮。不开启 JavaScript 也能办理，只是没有自动保存、拖放和快捷键。</p><?cs /def ?>
