<?cs def:help_admin() ?><?cs call:chapter("c5", "五", "机构管理员（001）", "admin") ?>
<section class="how" id="h-manage"><h3>查询和修改已发布的信息</h3>
<ol><li>点左侧<?cs call:to("admin", "manage", "已发布信息管理") ?>，按名称、种类、日期和【状态】查询，点【筛选】。</li>
<li>【导出 Excel】【导出 CSV】导出的就是筛选出的全部信息。</li>
<li>点一条右边的【修改】，改正内容。</li></ol>
<?cs call:figure("manage", "1366", "700", "已发布信息管理的列表：筛选条件、导出按钮和每条右边的修改按钮") ?></section>
<section class="how" id="h-amend"><h3>内容表修改</h3>
<ol><li>在【内容表修改】里改正，写明【修改说明】：改了什么、为什么改，前台的修订记录会显示。</li>
<li>点【保存】。右边的【检查结果】与录入时一样：内容、修改说明和附件里有身份证号、手机号码等，要遮盖、清除或者写明保留的理由，改好以后再点一次【保存】。以前写过的理由不用再写。</li>
<li>没有要处理的，修改立即生效；旧版本保留为历史。公开指南、机构信息、领导信息和人员名单在各自的表单里改，规则相同。</li></ol>
<?cs call:figure("amend", "1216", "631", "内容表修改对话框：与内容表添加相同，另有修改说明") ?></section>
<section class="how" id="h-statistics"><h3>统计</h3>
<ol><li>点左侧<?cs call:to("admin", "statistics", "统计") ?>，选【年份】和【时段】，看本单位按月份、种类、录入人、状态的条数、主动公开用了多少个工作日和【空白栏目】；点【导出 Excel】或【导出 CSV】得到全部数字。</li>
<li><?cs call:to("admin", "late", "超期公开") ?>列出超过 20 个工作日才公开的信息和原因；<?cs call:to("admin", "catalogue", "不公开信息目录") ?>可以导出备案。</li></ol>
<?cs call:figure("statistics", "1000", "700", "统计页：四个数字和各月、各种类首次发布条数的图") ?></section>
<section class="how" id="h-users"><h3>用户管理</h3>
<ol><li>点左侧<?cs call:to("admin", "users", "用户管理") ?>：看最近登录、密码用了多少天、正在登录几处。</li>
<li>【重置密码】后把新的初始密码告诉本人；【停用】的账号不能登录；【结束登录】让正在使用的登录退出；【修改】登记姓名和电话。</li>
<li><?cs call:to("admin", "audit", "操作日志") ?>：谁在什么时候做了什么，不能修改。</li></ol>
<?cs call:figure("users", "1366", "360", "用户管理：录入员和审核员的姓名、电话、状态、最近登录，右边是修改、重置密码、停用按钮") ?></section>
<section class="how" id="h-extensions"><h3>延期审批和签发</h3>
<ol><li>点左侧<?cs call:to("admin", "extensions", "延期审批") ?>，对【延期待批】的申请点【批准】或者【不批准】。</li>
<li>起草人与签发人分开的单位（在<?cs call:to("admin", "settings", "设置") ?>里选择），【等待签发】的答复在这里核对、签发。</li></ol>
<?cs call:figure("extensions", "1366", "480", "延期审批：延期待批的一件申请，右边是批准、不批准按钮；下面是等待签发的答复") ?></section><?cs /def ?>
