<?cs include!"portal/macros.cs" ?><?cs call:top() ?>
<title>无障碍与显示设置 - <?cs var:Site.Name ?></title>
<?cs call:column("无障碍与显示设置", "调整文字大小和颜色，了解本站的无障碍情况。", "无障碍,长辈版,高对比,文字大小", "概况信息") ?>
<?cs call:banner("") ?>
<nav class="wrap crumb" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li aria-current="page">无障碍与显示设置</li></ol></nav>
<main id="main" tabindex="-1">
<div class="wrap"><div class="prose narrow"><h1>无障碍与显示设置</h1>
<h2>显示设置</h2><p>选好以后，本站所有页面都这样显示。设置保存在您自己的设备上。</p>
<form class="set" action="/view" method="get"><input type="hidden" name="back" value="/accessibility">
<fieldset class="facet"><legend>版式</legend><label><input class="form-check-input" type="radio" name="view" value="standard"<?cs if:!Page.Elder ?> checked<?cs /if ?>>标准版</label><label><input class="form-check-input" type="radio" name="view" value="elder"<?cs if:Page.Elder ?> checked<?cs /if ?>>长辈版：大字、大按钮、一栏到底</label></fieldset>
<fieldset class="facet"><legend>颜色</legend><label><input class="form-check-input" type="radio" name="contrast" value="none"<?cs if:Page.Contrast == "none" ?> checked<?cs /if ?>>标准</label><label><input class="form-check-input" type="radio" name="contrast" value="high"<?cs if:Page.Contrast == "high" ?> checked<?cs /if ?>>高对比（无障碍）：黑底，白字和黄字，每页提示怎样只用键盘</label><label><input class="form-check-input" type="radio" name="contrast" value="dark"<?cs if:Page.Contrast == "dark" ?> checked<?cs /if ?>>深色</label></fieldset>
<fieldset class="facet"><legend>文字大小</legend><label><input class="form-check-input" type="radio" name="size" value="1"<?cs if:Page.Size == "1" ?> checked<?cs /if ?>>标准</label><label><input class="form-check-input" type="radio" name="size" value="2"<?cs if:Page.Size == "2" ?> checked<?cs /if ?>>大</label><label><input class="form-check-input" type="radio" name="size" value="3"<?cs if:Page.Size == "3" ?> checked<?cs /if ?>>特大</label></fieldset>
<p class="acts"><button class="btn btn-1">保存设置</button></p></form>
<h2>只用键盘</h2><p>按 <kbd>Tab</kbd> 到下一个链接或者输入框，<kbd>Shift</kbd>+<kbd>Tab</kbd> 退回，<kbd>回车</kbd> 打开链接，<kbd>空格</kbd> 按下按钮、选中选项，方向键在选项之间移动。每页的第一个链接是“跳到正文”，跳过导航。</p>
<h2>朗读</h2><p>打开一条信息，按“朗读”，浏览器一段一段地读正文，正在读的一段会标出来；再按一次停止。声音由您的浏览器或者手机提供，没有中文语音时这个按钮读不出声音。</p>
<h2>本站做到了什么</h2><ul><li>只用键盘就能使用全部功能，焦点始终看得见；每页开头可以跳到正文。</li><li>文字与底色的对比度不低于 4.5:1，高对比版不低于 7:1；不只靠颜色表示意思。</li><li>文字放大到 400% 时不用左右滚动，宽的表格除外。</li><li>关闭脚本也能使用；没有弹窗、飘窗、滚动文字和自动播放。</li><li>按 WCAG 2.2 AA 级的要求设计，参照 GB/T 37668-2019。</li></ul>
<h2>还有哪些不足</h2><p>附件由各单位提供，有的是扫描件，读屏软件可能读不出来。遇到这样的附件，请打发布机构的电话，工作人员会提供文字或者念给您听。</p>
<h2>告诉我们</h2><p>使用中有困难，请打 <b class="num"><?cs var:Site.Phone ?></b><?cs if:Site.Hours ?>（<?cs var:Site.Hours ?>）<?cs /if ?>。</p></div></div>
</main>
<?cs call:foot() ?><?cs call:end() ?>
