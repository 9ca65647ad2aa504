<?cs # macros.cs - the parts that pages of the back office share. ?>
<?cs def:icon(id) ?><svg class="i" aria-hidden="true"><use href="#i-<?cs var:id ?>"></use></svg><?cs /def ?>

<?cs def:unread() ?><?cs if:Page.Unread ?><div class="note note-w"><p>已发布信息中有 <?cs var:Page.Unread ?> 个<?cs if:Page.UnreadMore ?>以上<?cs /if ?>附件读不出文字，公众检索不到附件里的内容。<a href="/gkht/unread">查看是哪些、怎么办</a></p></div><?cs /if ?><?cs /def ?><?cs #
?><?cs def:csrf() ?><input type="hidden" name="csrf" value="<?cs var:Page.Csrf ?>"><?cs /def ?>

<?cs def:tag(d) ?><span class="tag <?cs var:d.Class ?>"><?cs if:d.State == "returned" ?>退回<?cs else ?><?cs var:d.StateText ?><?cs /if ?></span><?cs /def ?>

<?cs def:dot(kind) ?><svg viewBox="0 0 12 12" aria-hidden="true"><?cs if:kind == "g" ?><circle cx="6" cy="6" r="5.5"/><?cs elif:kind == "y" ?><path d="M6 .5 12 11.5H0z"/><?cs else ?><path d="M.5.5h11v11H.5z"/><?cs /if ?></svg><?cs /def ?>

<?cs # In tables, under a head that says 工作日. ?>
<?cs def:light(l) ?><?cs if:l.Kind ?><span class="light light-<?cs var:l.Kind ?>"><?cs call:dot(l.Kind) ?><?cs if:l.Form == "left" ?>剩 <?cs var:l.N ?> 天<?cs elif:l.Form == "today" ?>今天到期<?cs elif:l.Form == "over" ?>超期 <?cs var:l.N ?> 天<?cs elif:l.Form == "late" ?>超期 <?cs var:l.N ?> 天发布<?cs elif:l.N == "0" ?>当天发布<?cs else ?><?cs var:l.N ?> 天内发布<?cs /if ?></span><?cs else ?><span class="muted">—</span><?cs /if ?><?cs /def ?>

<?cs # The large form: both days and the article. ?>
<?cs def:lamp(l) ?><?cs if:l.Kind ?><div class="lamp light-<?cs var:l.Kind ?>"><?cs call:dot(l.Kind) ?><b><?cs if:l.Form == "left" ?>还剩 <?cs var:l.N ?> 个工作日<?cs elif:l.Form == "today" ?>今天到期<?cs elif:l.Form == "over" ?>超期 <?cs var:l.N ?> 个工作日<?cs elif:l.Form == "late" ?>超期 <?cs var:l.N ?> 个工作日发布<?cs else ?><?cs var:l.N ?> 个工作日内发布<?cs /if ?></b><small>生成日期 <span class="nb"><?cs var:l.Made ?></span>，最迟 <span class="nb"><?cs var:l.Last ?></span> 公开（条例第二十六条，20 个工作日）<?cs if:l.Guess ?>。那一年的放假安排还没有公布，按周一至周五推算<?cs /if ?></small></div><?cs else ?><p class="muted">填写生成日期后显示。只有主动公开的信息有公开期限。</p><?cs /if ?><?cs /def ?>

<?cs def:when(w) ?><?cs if:w.Kind == "today" ?>今天 <?cs var:w.Time ?><?cs elif:w.Kind == "yesterday" ?>昨天 <?cs var:w.Time ?><?cs elif:w.Kind == "year" ?><?cs var:w.Short ?><?cs elif:w.Kind == "full" ?><?cs var:w.Date ?><?cs else ?>—<?cs /if ?><?cs /def ?>


<?cs # The head of a dialog; closing leads to the list, with the row marked. ?>
<?cs def:dlg_head(title, back, on) ?><form id="back" action="/gkht/<?cs var:back ?>"><?cs if:on ?><input type="hidden" name="on" value="<?cs var:on ?>"><?cs /if ?></form><div class="dlg-h"><h2 id="dh"><?cs var:title ?></h2><?cs /def ?>
<?cs def:dlg_close() ?><button class="btn" form="back" aria-label="关闭" data-close><?cs call:icon("x") ?></button></div><?cs /def ?>

<?cs def:error_list() ?><?cs if:Page.Errors ?><div class="errs" role="alert" tabindex="-1" id="errs"><h2><?cs if:Page.Saved ?>草稿已保存，还不能提交，缺少下面的内容<?cs else ?>填写的内容需要修改<?cs /if ?></h2><ul><?cs each:e = Page.Errors ?><li><a href="#f-<?cs var:e.Field ?>"><?cs var:e.Label ?>：<?cs var:e.Text ?></a></li><?cs /each ?></ul></div><?cs /if ?><?cs /def ?>

<?cs def:error(text) ?><?cs if:text ?><p class="err"><?cs call:icon("stop") ?><span><?cs var:text ?></span></p><?cs /if ?><?cs /def ?>

<?cs # Who was faster, and what holds now. ?>
<?cs def:moved() ?><div class="note note-w" role="alert" id="errs" tabindex="-1"><p><b><?cs var:Page.Conflict.When ?>，<?cs var:Page.Conflict.Who ?> 已经处理过这条信息（<?cs var:Page.Conflict.What ?>），现在的状态是 </b><?cs call:tag(Page.Conflict) ?><b>。您这次的操作没有执行。</b></p></div><?cs /def ?>

<?cs # What was done, after a redirect. ?>
<?cs def:toast() ?><?cs if:Page.Done ?><div class="toast" role="status"><?cs call:icon("check") ?><span><?cs if:Page.Done == "submit" ?>已提交 <?cs var:Page.DoneCount ?> 条信息，等待审核员审核。<?cs elif:Page.Done == "discard" ?>已删除 <?cs var:Page.DoneCount ?> 条草稿。<?cs elif:Page.Done == "purge" ?>草稿和文件已彻底清除。请向本单位保密工作机构报告。<?cs elif:Page.Done == "approve" ?>审批通过<?cs if:Page.DoneCount ?><?cs if:Page.DoneCount != "1" ?> <?cs var:Page.DoneCount ?> 条<?cs /if ?><?cs /if ?>，信息已进入【信息发布】。<?cs elif:Page.Done == "return" ?>已退回录入员，审核意见会显示在【信息上载】中。<?cs elif:Page.Done == "publish" ?>已发布 <?cs var:Page.DoneCount ?> 条信息。<?cs elif:Page.Done == "plan" ?>已安排定时发布，到时自动发布。<?cs elif:Page.Done == "unplan" ?>已取消定时，信息仍在待发布。<?cs elif:Page.Done == "withdraw" ?>已取消发布，前台不再显示。<?cs elif:Page.Done == "expire" ?>已标为失效，前台仍可阅读并显示失效标记。<?cs elif:Page.Done == "delete" ?>已删除，前台只保留名称、索引号和日期。<?cs elif:Page.Done == "amend" ?>修改已生效，旧版本保留为历史。<?cs elif:Page.Done == "password" ?>密码已修改，请牢记新密码。<?cs else ?>已保存。<?cs /if ?></span></div><?cs /if ?><?cs /def ?>

<?cs def:leaf_options() ?><?cs each:k = Page.Categories ?><option value="<?cs var:k.Id ?>"<?cs if:k.On ?> selected<?cs /if ?>><?cs if:k.Depth == "1" ?>　<?cs elif:k.Depth == "2" ?>　　<?cs /if ?><?cs var:k.Name ?></option><?cs /each ?><?cs /def ?>

<?cs def:state_option(key, text) ?><option value="<?cs var:key ?>"<?cs if:Page.Filter.State == key ?> selected<?cs /if ?>><?cs var:text ?></option><?cs /def ?>

<?cs def:filter_head() ?><form class="filter" id="flt" action="/gkht/<?cs var:Page.List ?>" role="search" aria-label="筛选"><div class="g"><label for="fq">名称、文号或索引号</label><input class="form-control" id="fq" name="q" type="search" maxlength="100" value="<?cs var:Page.Filter.Q ?>" data-key="/"></div><div><label for="fk">信息种类</label><select class="form-select s" id="fk" name="category"><option value="">全部</option><?cs call:leaf_options() ?></select></div><?cs /def ?>
<?cs def:filter_foot() ?><div><label for="fd">日期从</label><input class="form-control" type="date" id="fd" name="from" value="<?cs var:Page.Filter.From ?>"></div><div><label for="fe">到</label><input class="form-control" type="date" id="fe" name="to" value="<?cs var:Page.Filter.To ?>"></div><button class="btn"><?cs call:icon("filter") ?>筛选</button><a class="btn btn-t" href="/gkht/<?cs var:Page.List ?>">清除</a><a class="btn btn-t more" href="#flt">更多条件</a></form><?cs /def ?>

<?cs def:size(n) ?><?cs if:Page.Filter.Rows == n ?><b><?cs var:n ?></b><?cs else ?><a href="/gkht/<?cs var:Page.List ?>?<?cs if:Page.Filter.RowsQuery ?><?cs var:Page.Filter.RowsQuery ?>&amp;<?cs /if ?>rows=<?cs var:n ?>"><?cs var:n ?></a><?cs /if ?><?cs /def ?>
<?cs def:table_foot() ?><div class="foot-t"><span>本页 <?cs var:Page.RowCount ?> 条</span><span>每页 <?cs call:size("20") ?> · <?cs call:size("50") ?> · <?cs call:size("100") ?></span><?cs if:Page.Next || Page.Filter.Later ?><nav class="r" aria-label="翻页"><?cs if:Page.Filter.Later ?><a class="btn btn-s" href="/gkht/<?cs var:Page.List ?>?<?cs var:Page.Filter.Query ?>">回到第一页</a><?cs /if ?><?cs if:Page.Next ?><a class="btn btn-s" href="/gkht/<?cs var:Page.List ?>?<?cs var:Page.Next ?>">下一页</a><?cs /if ?></nav><?cs /if ?></div><?cs /def ?>

<?cs def:keys() ?><p class="keys js-only" aria-hidden="true"><span>双击或 <kbd>Enter</kbd> 打开</span><span><kbd>j</kbd> <kbd>k</kbd> 上下移动</span><span><kbd>/</kbd> 检索</span><span>单键快捷键可以在【帮助】里关闭</span></p><?cs /def ?>

<?cs # 是否确认: what will happen, before it does. ?>
<?cs def:ask_title() ?><?cs each:i = Page.Ask.Items ?><?cs var:i.Title ?><?cs /each ?><?cs /def ?>
<?cs def:ask_what() ?>
<?cs if:Page.Ask.Action == "publish" ?><p>发布<?cs if:Page.Ask.N != "1" ?> <b><?cs var:Page.Ask.N ?></b> 条信息<?cs else ?>下面的信息<?cs /if ?>。发布后任何人都能在前台看到，发布时间和校验值写入记录。</p>
<?cs elif:Page.Ask.Action == "approve" ?><p>审批通过 <b><?cs var:Page.Ask.N ?></b> 条看过的信息，它们进入【信息发布】。</p>
<?cs elif:Page.Ask.Action == "return" ?><p>把<?cs if:Page.Ask.N != "1" ?> <b><?cs var:Page.Ask.N ?></b> 条<?cs else ?>下面的<?cs /if ?>信息退回录入员。修改并重新提交后，要再审核一次。</p>
<?cs elif:Page.Ask.Action == "discard" ?><p>删除 <b><?cs var:Page.Ask.N ?></b> 条草稿。删除后不能恢复。</p>
<?cs elif:Page.Ask.Action == "withdraw" ?><p>取消发布后，前台立即看不到这条信息，原来的网址显示为不存在。录入员修改并重新提交、审核通过后，才能再次发布。</p>
<?cs elif:Page.Ask.Action == "expire" ?><p>标为失效后，前台仍可阅读，页面和列表上显示“失效”和下面填写的原因。</p>
<?cs else ?><p>删除后，前台不再提供正文和附件，原来的网址只保留名称、索引号、日期和原因。删除不能恢复。</p>
<?cs /if ?><?cs /def ?>
<?cs def:plan_failed(why) ?><?cs if:why == "changed" ?>审批以后内容有变化，请退回后重新审核<?cs elif:why == "account" ?>安排的人的账号已停用，请重新安排<?cs else ?>这条信息当时不能发布，请核对<?cs /if ?><?cs /def ?>
<?cs def:ask() ?><?cs if:Page.Ask ?><dialog class="here" open aria-labelledby="dh" id="dlg"><?cs call:dlg_head("是否确认", Page.Ask.Back, "") ?><?cs call:dlg_close() ?>
<form method="post" action="/gkht/<?cs var:Page.Ask.To ?>"><div class="dlg-b"><?cs call:csrf() ?><?cs if:Page.Conflict ?><?cs call:moved() ?><?cs else ?><?cs call:error_list() ?><?cs call:ask_what() ?><?cs /if ?>
<ul><?cs each:i = Page.Ask.Items ?><li><?cs var:i.Title ?><?cs if:i.DocNo ?> <span class="muted nb"><?cs var:i.DocNo ?></span><?cs /if ?><?cs if:i.IndexNo ?> <span class="muted nb"><?cs var:i.IndexNo ?></span><?cs /if ?><?cs if:Page.Ask.Single ?><input type="hidden" name="version" value="<?cs var:i.Version ?>"><?cs else ?><input type="hidden" name="pick" value="<?cs var:i.Pick ?>"><?cs /if ?></li><?cs /each ?></ul>
<?cs if:Page.Ask.Hidden ?><?cs if:Page.Ask.Action == "publish" ?><div class="note note-w"><p>公开方式不是“主动公开”的信息只作登记，不会出现在前台。</p></div><?cs /if ?><?cs /if ?>
<input type="hidden" name="act" value="<?cs var:Page.Ask.Action ?>"><?cs if:!Page.Ask.Single ?><input type="hidden" name="confirm" value="1"><?cs /if ?>
<?cs if:Page.Ask.Timed ?><fieldset class="opt when" id="f-when"><legend>发布时间</legend><?cs if:Page.Ask.Plan.Failed ?><p class="err"><?cs call:icon("stop") ?><span>原定 <?cs var:Page.Ask.Plan.Due ?> 没有发布：<?cs call:plan_failed(Page.Ask.Plan.Failed) ?></span></p><?cs elif:Page.Ask.Plan.Due ?><p class="hint">已安排在 <?cs var:Page.Ask.Plan.Due ?> 发布（<?cs var:Page.Ask.Plan.By ?>）</p><?cs /if ?><?cs call:error(Page.Error.day) ?><?cs call:error(Page.Error.time) ?><label><input class="form-check-input" type="radio" name="when" value="now"<?cs if:Page.Form.when != "later" ?> checked<?cs /if ?>> 立即发布</label><label><input class="form-check-input" type="radio" name="when" value="later"<?cs if:Page.Form.when == "later" ?> checked<?cs /if ?>> 定时发布</label><?cs if:Page.Ask.Plan.Due ?><label><input class="form-check-input" type="radio" name="when" value="none"> 取消定时，暂不发布</label><?cs /if ?><span class="pair"><label for="f-day">日期</label><input class="form-control" type="date" id="f-day" name="day" min="<?cs var:Page.Ask.Today ?>" value="<?cs if:Page.Form.day ?><?cs var:Page.Form.day ?><?cs else ?><?cs var:Page.Ask.Plan.Day ?><?cs /if ?>" data-later><label for="f-time">时间</label><input class="form-control" type="time" id="f-time" name="time" value="<?cs if:Page.Form.time ?><?cs var:Page.Form.time ?><?cs else ?><?cs var:Page.Ask.Plan.Time ?><?cs /if ?>" data-later></span></fieldset><?cs /if ?><?cs if:Page.Ask.Reason || Page.Form.reason ?><div class="field<?cs if:Page.Error.reason ?> field-err<?cs /if ?>"><label for="f-reason"><?cs if:Page.Ask.Action == "return" ?>退回原因<?cs else ?>原因<?cs /if ?></label><p class="hint" id="h-reason"><?cs if:Page.Ask.Action == "return" ?>录入员会看到，请写明要改什么。<?cs elif:Page.Ask.Action == "withdraw" ?>记入操作日志，前台不显示。<?cs else ?>记入操作日志，并显示在前台。<?cs /if ?></p><?cs call:error(Page.Error.reason) ?><?cs if:Page.Phrases ?><ul class="phr"><?cs each:p = Page.Phrases ?><li><label><input class="form-check-input" type="checkbox" name="phrase" value="<?cs var:p.Key ?>"<?cs if:p.On ?> checked<?cs /if ?>> <?cs var:p.Text ?></label></li><?cs /each ?></ul><?cs /if ?><textarea class="form-control" id="f-reason" name="reason" rows="2" maxlength="500" aria-describedby="h-reason"<?cs if:!Page.Phrases ?> required<?cs /if ?> autofocus><?cs var:Page.Form.reason ?></textarea></div><?cs /if ?><?cs if:Page.Ask.Succeeded ?><?cs if:Page.Ask.Single ?><div class="field<?cs if:Page.Error.successor ?> field-err<?cs /if ?>"><label for="f-successor">替代它的信息</label><p class="hint" id="h-successor">有新的信息替代时，填写它的索引号或文号，前台会给出链接。没有可以不填。</p><?cs call:error(Page.Error.successor) ?><input class="form-control" id="f-successor" name="successor" maxlength="500" value="<?cs var:Page.Form.successor ?>" aria-describedby="h-successor" autocomplete="off"></div><?cs /if ?><?cs /if ?></div>
<div class="dlg-f"><span class="r"><button class="btn btn-b" form="back">取消</button><?cs if:!Page.Conflict ?><button class="btn btn-1 btn-b" data-go<?cs if:!Page.Ask.Reason ?> autofocus<?cs /if ?>>确认</button><?cs /if ?></span></div></form></dialog><?cs /if ?><?cs /def ?>
