<?cs def:help_district() ?><?cs call:chapter("c6", "六", "全区的管理（主管单位的 001）", "district") ?>
<section class="how" id="h-holidays"><h3>节假日</h3>
<ol><li>国务院办公厅的放假通知公布后，点左侧【节假日】，选【年份】，在【录入全年安排】里每行写一天，点【保存全年安排】。</li>
<li>临时调整在【设置一天】里改，点【保存】。正在办理的申请期限有变化的会列出来，请通知那些单位。</li></ol>
<?cs call:figure("holidays", "1366", "700", "节假日：左边是这一年的放假安排，右边设置一天或者录入全年安排") ?></section>
<section class="how" id="h-settings"><h3>全区的设置</h3>
<ol><li>点左侧【设置】：【本单位】没有填的项目用【全区】的设置，包括行政复议机关、管辖法院和缴费方式，告知书里会用到。</li>
<li>改完点【保存全区设置】。</li></ol>
<?cs call:figure("settings", "1000", "700", "设置页：本单位和全区两组设置") ?></section>
<section class="how" id="h-overview"><h3>看各单位的情况</h3>
<ol><li>【超期公开】下面的【各单位超期条数】列出全区各单位；【不公开信息目录】下面也有各单位的目录。</li></ol>
<?cs call:figure("late", "1366", "700", "超期公开：本单位的数字和各单位超期条数表") ?></section><?cs /def ?>
