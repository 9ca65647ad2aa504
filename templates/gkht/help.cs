<?cs include!"gkht/macros.cs" ?>
<?cs include!"gkht/help_parts.cs" ?>
<?cs include!"gkht/help_common.cs" ?>
<?cs include!"gkht/help_entry.cs" ?>
<?cs include!"gkht/help_review.cs" ?>
<?cs include!"gkht/help_application.cs" ?>
<?cs include!"gkht/help_admin.cs" ?>
<?cs include!"gkht/help_district.cs" ?>
<?cs def:title() ?>使用说明<?cs /def ?>
<?cs def:over() ?><?cs /def ?>
<?cs def:body() ?><div class="ttl"><h1>使用说明</h1><p>各个角色的每一步；【】里是页面上的名称，图是本系统的实际页面</p><button class="btn js-only noprint" type="button" data-print><?cs call:icon("file") ?>打印成一份</button></div>
<div class="card page wide help"><nav aria-label="目录"><h2>目录</h2><ul><?cs call:entry_line("c1", "一、登录和密码", "all") ?><?cs call:entry_line("c2", "二、录入员（002）：录入、检查、提交，录入申请表", "entry") ?><?cs call:entry_line("c3", "三、审核员（003）：审核、发布、维护", "review") ?><?cs call:entry_line("c4", "四、申请处理（003）：补正、征求意见、答复", "review") ?><?cs call:entry_line("c5", "五、机构管理员（001）：修改、统计、用户、延期审批", "admin") ?><?cs call:entry_line("c6", "六、全区的管理（主管单位的 001）", "district") ?><?cs call:entry_line("c7", "七、快捷键", "all") ?></ul></nav>
<?cs call:help_common() ?>
<?cs call:help_entry() ?>
<?cs call:help_review() ?>
<?cs call:help_application() ?>
<?cs call:help_admin() ?>
<?cs call:help_district() ?>
<?cs call:help_keys() ?></div><?cs /def ?>
<?cs include!"gkht/layout.cs" ?>
