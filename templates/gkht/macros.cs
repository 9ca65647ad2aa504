<?cs # macros.cs - the parts that pages of the back office share. ?>
<?cs def:icon(id) ?><svg class="i" aria-hidden="true"><use href="#i-<?cs var:id ?>"></use></svg><?cs /def ?>

<?cs def:unread() ?><?cs if:Page.Unread ?><div class="note note-w"><p>已发布信息中有 <?cs var:Page.Unread ?> 个<?cs if:Page.UnreadMore ?>以上<?cs /if ?>附件读不出文字，公众检索不到附件里的内容。<a href="/gkht/unread">查看是哪些、怎么办</a></p></div><?cs /if ?><?cs /def ?><?cs #
?><?cs def:catalogue_menu() ?><li><a href="/gkht/catalogue"<?cs if:Page.Menu == "catalogue" ?> aria-current="page"<?cs /if ?><?cs if:Page.Count.Due != "0" ?> aria-describedby="c-due"<?cs /if ?>><?cs call:icon("log") ?>不公开信息目录<?cs if:Page.Count.Due != "0" ?><span class="cnt cnt-r" aria-hidden="true"><?cs var:Page.Count.Due ?></span><?cs /if ?></a><?cs if:Page.Count.Due != "0" ?><span class="sr" id="c-due"><?cs var:Page.Count.Due ?> 条不予公开的信息到期评估</span><?cs /if ?></li><li><a href="/gkht/late"<?cs if:Page.Menu == "late" ?> aria-current="page"<?cs /if ?>><?cs call:icon("clock") ?>超期公开</a></li><li><a href="/gkht/yearly"<?cs if:Page.Menu == "yearly" ?> aria-current="page"<?cs /if ?><?cs if:Page.Count.Yearly ?> aria-describedby="c-year"<?cs /if ?>><?cs call:icon("check") ?>年度核对<?cs if:Page.Count.Yearly ?><span class="cnt cnt-r" aria-hidden="true"><?cs var:Page.Count.Yearly ?></span><?cs /if ?></a><?cs if:Page.Count.Yearly ?><span class="sr" id="c-year"><?cs var:Page.Count.Yearly ?> 份要更新或者核对</span><?cs /if ?></li><?cs /def ?><?cs #
?><?cs def:csrf() ?><input type="hidden" name="csrf" value="<?cs var:Page.Csrf ?>"><?cs /def ?>

<?cs def:tag(d) ?><span class="tag <?cs var:d.Class ?>"><?cs if:d.State == "returned" ?>退回<?cs else ?><?cs var:d.StateText ?><?cs /if ?></span><?cs /def ?>

<?cs def:dot(kind) ?><svg viewBox="0 0 12 12" aria-hidden="true"><?cs if:kind == "g" ?><circle cx="6" cy="6" r="5.5"/><?cs elif:kind == "y" ?><path d="M6 .5 12 11.5H0z"/><?cs else ?><path d="M.5.5h11v11H.5z"/><?cs /if ?></svg><?cs /def ?>

<?cs # In tables, under a head that says 工作日. ?>
<?cs def:light(l) ?><?cs if:l.Kind ?><span class="light light-<?cs var:l.Kind ?>"><?cs call:dot(l.Kind) ?><?cs if:l.Form == "left" ?>剩 <?cs var:l.N ?> 天<?cs elif:l.Form == "today" ?>今天到期<?cs elif:l.Form == "over" ?>超期 <?cs var:l.N ?> 天<?cs elif:l.Form == "late" ?>超期 <?cs var:l.N ?> 天发布<?cs elif:l.N == "0" ?>当天发布<?cs else ?><?cs var:l.N ?> 天内发布<?cs /if ?></span><?cs else ?><span class="muted">—</span><?cs /if ?><?cs /def ?>

<?cs # The large form: both days and the article. ?>
<?cs def:lamp(l) ?><?cs if:l.Kind ?><div class="lamp light-<?cs var:l.Kind ?>"><?cs call:dot(l.Kind) ?><b><?cs if:l.Form == "left" ?>还剩 <?cs var:l.N ?> 个工作日<?cs elif:l.Form == "today" ?>今天到期<?cs elif:l.Form == "over" ?>超期 <?cs var:l.N ?> 个工作日<?cs elif:l.Form == "late" ?>超期 <?cs var:l.N ?> 个工作日发布<?cs elif:l.N == "0" ?>当天发布<?cs else ?><?cs var:l.N ?> 个工作日内发布<?cs /if ?></b><small>生成日期 <span class="nb"><?cs var:l.Made ?></span>，最迟 <span class="nb"><?cs var:l.Last ?></span> 公开（条例第二十六条，20 个工作日）<?cs if:l.Guess ?>。那一年的放假安排还没有公布，按周一至周五推算<?cs /if ?></small></div><?cs else ?><p class="muted">填写生成日期后显示。只有主动公开的信息有公开期限。</p><?cs /if ?><?cs /def ?>

<?cs def:when(w) ?><?cs if:w.Kind == "today" ?>今天 <?cs var:w.Time ?><?cs elif:w.Kind == "yesterday" ?>昨天 <?cs var:w.Time ?><?cs elif:w.Kind == "year" ?><?cs var:w.Short ?><?cs elif:w.Kind == "full" ?><?cs var:w.Date ?><?cs else ?>—<?cs /if ?><?cs /def ?>


<?cs # The head of a dialog; closing leads to the list, with the row marked. ?>
<?cs # The way back to the list as it stood. ?>
<?cs def:way() ?><?cs if:Page.Way ?><input type="hidden" name="way" value="<?cs var:Page.Way ?>"><?cs /if ?><?cs /def ?>
<?cs def:dlg_head(title, back, on) ?><form id="back" action="/gkht/<?cs var:back ?>"><?cs each:f = Page.Way.Fields ?><input type="hidden" name="<?cs var:f.Name ?>" value="<?cs var:f.Value ?>"><?cs /each ?><?cs if:on ?><input type="hidden" name="on" value="<?cs var:on ?>"><?cs /if ?></form><div class="dlg-h"><h2 id="dh"><?cs var:title ?></h2><?cs /def ?>
<?cs def:dlg_close() ?><button class="btn" form="back" aria-label="关闭" data-close><?cs call:icon("x") ?></button></div><?cs /def ?>

<?cs def:error_list() ?><?cs if:Page.Errors ?><div class="errs" role="alert" tabindex="-1" id="errs"><h2><?cs if:Page.Saved ?>草稿已保存，还不能提交，缺少下面的内容<?cs else ?>填写的内容需要修改<?cs /if ?></h2><ul><?cs each:e = Page.Errors ?><li><a href="#f-<?cs var:e.Field ?>"><?cs var:e.Label ?>：<?cs var:e.Text ?></a></li><?cs /each ?></ul></div><?cs /if ?><?cs /def ?>

<?cs def:error(text) ?><?cs if:text ?><p class="err"><?cs call:icon("stop") ?><span><?cs var:text ?></span></p><?cs /if ?><?cs /def ?>

<?cs # Who was faster, and what holds now. ?>
<?cs def:moved() ?><div class="note note-w" role="alert" id="errs" tabindex="-1"><p><b><?cs var:Page.Conflict.When ?>，<?cs var:Page.Conflict.Who ?> 已经处理过</b><a href="/gkht/document/<?cs var:Page.Conflict.Id ?>">《<?cs var:Page.Conflict.Title ?>》</a><b>（<?cs var:Page.Conflict.What ?>），现在的状态是 </b><?cs call:tag(Page.Conflict) ?><b>。您这次的操作没有执行。</b></p></div><?cs /def ?>

<?cs # 公开指南 and 机构信息 that a year has passed over, or soon will. ?>
<?cs def:yearly() ?><?cs if:Page.Yearly ?><div class="note note-w"><p><?cs each:y = Page.Yearly ?><b><?cs var:y.Label ?></b><?cs if:y.State == "late" ?>已满一年没有更新（逾期 <?cs var:y.Days ?> 天）<?cs elif:y.Today ?>今天满一年<?cs else ?>到 <?cs var:y.Due ?> 满一年<?cs /if ?>。<?cs /each ?><a href="/gkht/yearly">更新或者核对</a></p></div><?cs /if ?><?cs /def ?>

<?cs # What was done, after a redirect. ?>
<?cs def:done_count() ?><?cs if:Page.DoneCount ?><?cs if:Page.DoneCount != "1" ?> <?cs var:Page.DoneCount ?> 条<?cs /if ?><?cs /if ?><?cs /def ?>
<?cs def:toast() ?><?cs if:Page.Done ?><div class="toast" role="status"><?cs call:icon("check") ?><span><?cs if:Page.Done == "submit" ?>已提交 <?cs var:Page.DoneCount ?> 条信息，等待审核员审核。<?cs elif:Page.Done == "discard" ?>已删除 <?cs var:Page.DoneCount ?> 条草稿。<?cs elif:Page.Done == "purge" ?>草稿和文件已彻底清除。请向本单位保密工作机构报告。<?cs elif:Page.Done == "approve" ?>审批通过<?cs call:done_count() ?>，信息已进入【信息发布】。<?cs elif:Page.Done == "return" ?>已退回录入员，审核意见会显示在【信息上载】中。<?cs elif:Page.Done == "publish" ?>已发布 <?cs var:Page.DoneCount ?> 条信息。<?cs elif:Page.Done == "plan" ?>已安排<?cs call:done_count() ?>定时发布，到时自动发布。<?cs elif:Page.Done == "unplan" ?>已取消定时<?cs call:done_count() ?>，信息仍在待发布。<?cs elif:Page.Done == "unplanned" ?>它没有安排定时，仍在待发布。<?cs elif:Page.Done == "withdraw" ?>已取消发布<?cs call:done_count() ?>，前台不再显示。<?cs elif:Page.Done == "expire" ?>已标为失效<?cs call:done_count() ?>，前台仍可阅读并显示失效标记。<?cs elif:Page.Done == "repeal" ?>已标为废止<?cs call:done_count() ?>，前台仍可阅读并显示废止标记。
<?cs elif:Page.Done == "delete" ?>已删除<?cs call:done_count() ?>，前台只保留名称、索引号和日期。<?cs elif:Page.Done == "amend" ?>修改已生效，旧版本保留为历史。<?cs elif:Page.Done == "propose" ?>修改已提交，审核员审批通过后生效。<?cs elif:Page.Done == "adopt" ?>修改已审批通过，立即生效，旧版本保留为历史。<?cs elif:Page.Done == "decline" ?>修改已退回机构管理员，审核意见会显示在【已发布信息管理】中。<?cs elif:Page.Done == "abandon" ?>已放弃修改，前台的内容没有变化。<?cs elif:Page.Done == "password" ?>密码已修改，请牢记新密码。<?cs else ?>已保存。<?cs /if ?></span></div><?cs /if ?><?cs /def ?>

<?cs def:leaf_options() ?><?cs each:k = Page.Categories ?><option value="<?cs var:k.Id ?>"<?cs if:k.On ?> selected<?cs /if ?>><?cs if:k.Depth == "1" ?>　<?cs elif:k.Depth == "2" ?>　　<?cs /if ?><?cs var:k.Name ?></option><?cs /each ?><?cs /def ?>

<?cs def:state_option(key, text) ?><option value="<?cs var:key ?>"<?cs if:Page.Filter.State == key ?> selected<?cs /if ?>><?cs var:text ?></option><?cs /def ?>

<?cs def:sort_head(col, text) ?><th scope="col"<?cs if:col.Aria ?> aria-sort="<?cs var:col.Aria ?>"<?cs /if ?>><?cs if:col.Query ?><a class="sort" href="/gkht/<?cs var:Page.List ?>?<?cs var:col.Query ?>"><?cs var:text ?><span aria-hidden="true"><?cs if:col.Aria == "ascending" ?>↑<?cs elif:col.Aria ?>↓<?cs else ?>↕<?cs /if ?></span></a><span class="sort-t"><?cs var:text ?></span><?cs else ?><?cs var:text ?><?cs /if ?></th><?cs /def ?>
<?cs def:order(key, text) ?><option value="<?cs var:key ?>"<?cs if:Page.Filter.Sort == key ?> selected<?cs /if ?>><?cs var:text ?></option><?cs /def ?>
<?cs def:order_choice() ?><div class="ord"><label for="fo">排序</label><select class="form-select" id="fo" name="sort"><?cs
call:order("", "最近修改在前") ?><?cs
call:order("modified-up", "最早修改在前") ?><?cs
call:order("made", "生成日期从近到远") ?><?cs
call:order("made-up", "生成日期从远到近") ?><?cs
call:order("title-up", "名称按拼音从 A 到 Z") ?><?cs
call:order("title", "名称按拼音从 Z 到 A") ?><?cs
if:Page.List == "manage" || Page.List == "published" ?><?cs
call:order("published", "发布时间从近到远") ?><?cs
call:order("published-up", "发布时间从远到近") ?><?cs
call:order("index", "索引号从大到小") ?><?cs
call:order("index-up", "索引号从小到大") ?><?cs
/if ?></select></div><?cs /def ?>
<?cs # What the account keeps of this list. ?>
<?cs def:queries() ?><?cs if:Page.Queries ?><nav class="chips" aria-label="常用查询"><span>常用查询</span><ul><?cs each:k = Page.Queries ?><li><a class="chip" href="/gkht/<?cs var:Page.List ?>?<?cs var:k.Query ?>"<?cs if:k.On ?> aria-current="page"<?cs /if ?>><?cs var:k.Name ?></a></li><?cs /each ?></ul><a class="r" href="/gkht/saved?list=<?cs var:Page.List ?>">管理</a></nav><?cs /if ?><?cs /def ?>
<?cs def:filter_head() ?><?cs call:queries() ?><form class="filter" id="flt" action="/gkht/<?cs var:Page.List ?>" role="search" aria-label="筛选"><div class="g"><label for="fq">名称、文号或索引号</label><input class="form-control" id="fq" name="q" type="search" maxlength="100" value="<?cs var:Page.Filter.Q ?>" data-key="/"></div><div><label for="fk">信息种类</label><select class="form-select s" id="fk" name="category"><option value="">全部</option><?cs call:leaf_options() ?></select></div><?cs /def ?>
<?cs def:filter_option(o) ?><option value="<?cs var:o.Id ?>"<?cs if:o.On ?> selected<?cs /if ?>><?cs var:o.Name ?></option><?cs /def ?>
<?cs def:openness_option(key, text) ?><option value="<?cs var:key ?>"<?cs if:Page.Filter.Openness == key ?> selected<?cs /if ?>><?cs var:text ?></option><?cs /def ?>
<?cs # What is asked for less often. ?>
<?cs def:filter_more() ?><details class="cond"<?cs if:Page.Filter.More ?> open<?cs /if ?>><summary>更多条件</summary><div class="conds">
<div class="w"><label for="q-text">正文含有</label><input class="form-control" id="q-text" name="text" maxlength="100" value="<?cs var:Page.Filter.Text ?>" autocomplete="off"></div>
<div class="w"><label for="q-summary">概述含有</label><input class="form-control" id="q-summary" name="summary" maxlength="100" value="<?cs var:Page.Filter.Summary ?>" autocomplete="off"></div>
<div><label for="q-no">文号</label><input class="form-control" id="q-no" name="doc_no" maxlength="60" value="<?cs var:Page.Filter.No ?>" autocomplete="off"></div>
<div><label for="q-index">索引号</label><input class="form-control" id="q-index" name="index_no" maxlength="30" value="<?cs var:Page.Filter.Index ?>" autocomplete="off"></div>
<div><label for="q-open">公开方式</label><select class="form-select" id="q-open" name="openness"><option value="">全部</option><?cs call:openness_option("active", "主动公开") ?><?cs call:openness_option("request", "依申请公开") ?><?cs call:openness_option("closed", "不予公开") ?></select></div>
<div><label for="q-genre">体裁</label><select class="form-select" id="q-genre" name="kind"><option value="">全部</option><?cs each:o = Page.FilterKinds ?><?cs call:filter_option(o) ?><?cs /each ?></select></div>
<div><label for="q-topic">主题</label><select class="form-select" id="q-topic" name="theme"><option value="">全部</option><?cs each:o = Page.FilterThemes ?><?cs call:filter_option(o) ?><?cs /each ?></select></div>
<div><label for="q-by">录入人</label><input class="form-control" id="q-by" name="by" maxlength="30" value="<?cs var:Page.Filter.By ?>" placeholder="姓名或用户名" autocomplete="off"></div>
<div><label for="q-since">发布时间从</label><input class="form-control" type="date" id="q-since" name="since" value="<?cs var:Page.Filter.Since ?>"></div>
<div><label for="q-until">到</label><input class="form-control" type="date" id="q-until" name="until" value="<?cs var:Page.Filter.Until ?>" aria-label="发布时间到"></div>
</div></details><?cs /def ?>
<?cs # A condition in words. ?>
<?cs def:chip_text(c) ?><?cs if:c.Key == "q" ?>名称、文号或索引号含“<?cs var:c.Value ?>”<?cs elif:c.Key == "category" ?>信息种类：<?cs var:c.Value ?><?cs elif:c.Key == "state" ?>状态：<?cs if:c.Value == "returned" ?>退回<?cs else ?><?cs var:c.Value ?><?cs /if ?><?cs elif:c.Key == "from" ?>生成日期从 <?cs var:c.Value ?><?cs elif:c.Key == "to" ?>生成日期到 <?cs var:c.Value ?><?cs elif:c.Key == "openness" ?>公开方式：<?cs var:c.Value ?><?cs elif:c.Key == "kind" ?>体裁：<?cs var:c.Value ?><?cs elif:c.Key == "theme" ?>主题：<?cs var:c.Value ?><?cs elif:c.Key == "by" ?>录入人含“<?cs var:c.Value ?>”<?cs elif:c.Key == "since" ?>发布时间从 <?cs var:c.Value ?><?cs elif:c.Key == "until" ?>发布时间到 <?cs var:c.Value ?><?cs elif:c.Key == "summary" ?>概述含“<?cs var:c.Value ?>”<?cs elif:c.Key == "text" ?>正文含“<?cs var:c.Value ?>”<?cs elif:c.Key == "doc_no" ?>文号含“<?cs var:c.Value ?>”<?cs else ?>索引号含“<?cs var:c.Value ?>”<?cs /if ?><?cs /def ?>
<?cs def:chip(c) ?><li><a class="chip" href="/gkht/<?cs var:Page.List ?>?<?cs var:c.Query ?>"><span class="sr">去掉条件：</span><?cs call:chip_text(c) ?><?cs call:icon("x") ?></a></li><?cs /def ?>
<?cs def:chips() ?><?cs if:Page.Chips ?><div class="chips"><span id="h-chips">正在使用的条件</span><ul aria-labelledby="h-chips"><?cs each:c = Page.Chips ?><?cs call:chip(c) ?><?cs /each ?></ul><a class="r" href="/gkht/saved?list=<?cs var:Page.List ?>&amp;<?cs var:Page.Filter.Query ?>">保存为常用查询</a></div><?cs /if ?><?cs /def ?>
<?cs # The search ended before the last row. ?>
<?cs def:cut_short() ?><?cs if:Page.Filter.Cut ?><div class="note note-w cut" role="status"><p>信息很多，这次只查了其中一部分，下面不一定是全部。可以<a href="/gkht/<?cs var:Page.List ?>?<?cs var:Page.Next ?>">从这里继续查</a>，或者加上日期、种类等条件缩小范围。导出的文件总是查完全部。</p></div><?cs /if ?><?cs /def ?>
<?cs def:filter_foot() ?><div><label for="fd">生成日期从</label><input class="form-control" type="date" id="fd" name="from" value="<?cs var:Page.Filter.From ?>"></div><div><label for="fe">到</label><input class="form-control" type="date" id="fe" name="to" value="<?cs var:Page.Filter.To ?>" aria-label="生成日期到"></div><?cs call:order_choice() ?><button class="btn"><?cs call:icon("filter") ?>筛选</button><a class="btn btn-t" href="/gkht/<?cs var:Page.List ?>">清除</a><a class="btn btn-t more" href="#flt">全部条件</a>
<?cs call:filter_more() ?></form><?cs call:chips() ?><?cs call:cut_short() ?><?cs /def ?>
<?cs # Nothing found: which condition stands in the way. ?>
<?cs def:nothing_found() ?><div class="empty"><?cs if:Page.Filter.Cut ?><p>查过的部分里没有符合条件的信息，可以<a href="/gkht/<?cs var:Page.List ?>?<?cs var:Page.Next ?>">继续查</a>。</p><?cs elif:Page.Filter.Later ?><p>后面没有更多信息了。</p><p><a href="/gkht/<?cs var:Page.List ?>?<?cs var:Page.Filter.Query ?>">回到第一页</a></p><?cs else ?><p>没有符合条件的信息。</p><?cs if:Page.Filter.Helps ?><p>去掉下面任意一个条件，就有信息：</p><ul class="loose"><?cs each:c = Page.Chips ?><?cs if:c.Helps ?><?cs call:chip(c) ?><?cs /if ?><?cs /each ?></ul><?cs else ?><p><?cs if:Page.Filter.Unsure ?>可以去掉一部分条件再查，或者<?cs else ?>只去掉一个条件也没有，可以<?cs /if ?><a href="/gkht/<?cs var:Page.List ?>">清除筛选条件</a>。</p><?cs /if ?><?cs /if ?></div><?cs /def ?>

<?cs def:size(n) ?><?cs if:Page.Filter.Rows == n ?><b><?cs var:n ?></b><?cs else ?><a href="/gkht/<?cs var:Page.List ?>?<?cs if:Page.Filter.RowsQuery ?><?cs var:Page.Filter.RowsQuery ?>&amp;<?cs /if ?>rows=<?cs var:n ?>"><?cs var:n ?></a><?cs /if ?><?cs /def ?>
<?cs def:table_foot() ?><div class="foot-t"><span>本页 <?cs var:Page.RowCount ?> 条</span><span>每页 <?cs call:size("20") ?> · <?cs call:size("50") ?> · <?cs call:size("100") ?></span><?cs if:Page.Next || Page.Filter.Later ?><nav class="r" aria-label="翻页"><?cs if:Page.Filter.Later ?><a class="btn btn-s" href="/gkht/<?cs var:Page.List ?>?<?cs var:Page.Filter.Query ?>">回到第一页</a><?cs /if ?><?cs if:Page.Next ?><a class="btn btn-s" href="/gkht/<?cs var:Page.List ?>?<?cs var:Page.Next ?>">下一页</a><?cs /if ?></nav><?cs /if ?></div><?cs /def ?>

<?cs def:keys() ?><p class="keys js-only" aria-hidden="true"><span>双击或 <kbd>Enter</kbd> 打开</span><span><kbd>j</kbd> <kbd>k</kbd> 上下移动</span><span><kbd>/</kbd> 检索</span><span><kbd>?</kbd> 全部快捷键</span></p><?cs /def ?>

<?cs # 是否确认: what will happen, before it does. ?>
<?cs def:ask_title() ?><?cs each:i = Page.Ask.Items ?><?cs var:i.Title ?><?cs /each ?><?cs /def ?>
<?cs def:ask_what() ?>
<?cs if:Page.Ask.Action == "publish" ?><p>发布<?cs if:Page.Ask.N != "1" ?> <b><?cs var:Page.Ask.N ?></b> 条信息<?cs else ?>下面的信息<?cs /if ?>。<?cs if:Page.Ask.Public ?>发布后任何人都能在前台看到，<?cs /if ?>发布时间和校验值写入记录。</p>
<?cs elif:Page.Ask.Action == "approve" ?><p>审批通过 <b><?cs var:Page.Ask.N ?></b> 条看过的信息，它们进入【信息发布】。</p>
<?cs elif:Page.Ask.Action == "return" ?><p>把<?cs if:Page.Ask.N != "1" ?> <b><?cs var:Page.Ask.N ?></b> 条<?cs else ?>下面的<?cs /if ?>信息退回录入员。修改并重新提交后，要再审核一次。</p>
<?cs elif:Page.Ask.Action == "discard" ?><p>删除 <b><?cs var:Page.Ask.N ?></b> 条草稿。删除后不能恢复。</p>
<?cs elif:Page.Ask.Action == "withdraw" ?><p>取消发布后，前台立即看不到下面的信息，原来的网址只写明已经撤下、索引号和公开的时间。录入员修改并重新提交、审核通过后，才能再次发布。</p>
<?cs elif:Page.Ask.Action == "expire" ?><p>标为失效后，前台仍可阅读，列表和页面上标明“失效”，页面上写明下面填写的原因。</p>
<?cs elif:Page.Ask.Action == "repeal" ?><p>标为废止后，前台仍可阅读，列表和页面上标明“废止”，页面上写明日期和下面填写的原因。由机关决定废止的用【废止】，有效期满或者自然失去作用的用【信息失效】。</p>
<?cs else ?><p>删除后，前台不再提供正文和附件，原来的网址只保留名称、索引号、日期和原因。删除不能恢复。</p>
<?cs /if ?><?cs /def ?>
<?cs # Of those that are not for everybody. ?>
<?cs def:ask_hidden() ?><?cs if:Page.Ask.Hidden ?><?cs if:Page.Ask.Action == "publish" ?><div class="note note-w"><p>公开方式不是“主动公开”的信息列入本单位的目录（<a href="/gkht/catalogue">依申请公开目录、不予公开目录</a>），不会出现在前台。</p></div>
<?cs elif:Page.Ask.Causes ?><div class="note note-w"><p>公开方式不是“主动公开”的信息本来就不在前台，只在<a href="/gkht/catalogue">本单位的目录</a>里变化。</p></div><?cs /if ?><?cs /if ?><?cs /def ?>
<?cs # What the public will see afterwards, in the portal's own words. ?>
<?cs def:ask_by() ?><?cs each:r = Page.Ask.By ?><p>由<a href="/doc/<?cs var:r.Doc ?>" target="_blank" rel="noopener">《<?cs var:r.Title ?>》</a>替代。</p><?cs /each ?><?cs /def ?>
<?cs def:ask_mark() ?><?cs if:Page.Ask.Action == "repeal" ?>废止<?cs else ?>失效<?cs /if ?><?cs /def ?>
<?cs def:ask_old(i) ?><p><b><?cs var:i.Title ?></b> <span class="tag <?cs if:Page.Ask.Action == "repeal" ?>tag-off<?cs else ?>tag-old<?cs /if ?>"><?cs call:ask_mark() ?></span></p>
<p><b>本信息已<?cs call:ask_mark() ?>（<?cs if:i.Since ?><?cs var:i.Since ?><?cs else ?><?cs var:Page.Ask.Today ?><?cs /if ?>），仅供查阅。</b><?cs if:Page.Ask.Said ?>原因：<?cs var:Page.Ask.Said ?><?cs else ?><span class="muted">（还没有写原因）</span><?cs /if ?></p><?cs call:ask_by() ?>
<p class="muted">正文和附件仍可阅读、下载；列表和检索里显示“<?cs call:ask_mark() ?>”。</p><?cs /def ?>
<?cs def:ask_tomb(i) ?><p class="muted">410　信息已撤下</p><p><b>这条信息已经不再公开</b></p>
<dl class="mt one"><dt>名称</dt><dd><?cs var:i.Title ?></dd><dt>索引号</dt><dd><?cs var:i.IndexNo ?></dd><?cs if:i.DocNo ?><dt>文号</dt><dd><?cs var:i.DocNo ?></dd><?cs /if ?>
<dt>发布机构</dt><dd><?cs var:i.Unit ?></dd><dt>公开时间</dt><dd><?cs var:i.First ?> 至今天</dd><dt>撤下原因</dt><dd><?cs if:Page.Ask.Said ?><?cs var:Page.Ask.Said ?><?cs else ?>无<?cs /if ?></dd>
<?cs each:r = Page.Ask.By ?><dt>替代信息</dt><dd><a href="/doc/<?cs var:r.Doc ?>" target="_blank" rel="noopener"><?cs var:r.Title ?></a></dd><?cs /each ?></dl><?cs /def ?>
<?cs def:ask_gone(i) ?><p class="muted">404　信息已撤下</p><p><b>这条信息已经撤下</b></p>
<dl class="mt one"><dt>索引号</dt><dd><?cs var:i.IndexNo ?></dd><dt>发布机构</dt><dd><?cs var:i.Unit ?></dd><dt>公开时间</dt><dd><?cs var:i.First ?> 至今天</dd></dl>
<p class="muted">名称“<?cs var:i.Title ?>”和原因不显示；列表和检索里看不到。</p><?cs /def ?>
<?cs def:ask_preview() ?><section class="pre-v" aria-labelledby="h-pv" id="preview" tabindex="-1"><h3 id="h-pv">公众将看到</h3><?cs each:i = Page.Ask.Items ?><div class="card"><?cs
if:i.Openness != "active" ?><p>“<?cs var:i.Title ?>”不在前台，公众什么也看不到。</p><?cs
elif:Page.Ask.Action == "expire" || Page.Ask.Action == "repeal" ?><?cs call:ask_old(i) ?><?cs
elif:Page.Ask.Action == "delete" ?><?cs call:ask_tomb(i) ?><?cs
else ?><?cs call:ask_gone(i) ?><?cs
/if ?></div><?cs /each ?></section><?cs /def ?>
<?cs def:plan_failed(why) ?><?cs if:why == "changed" ?>审批以后内容有变化，请退回后重新审核<?cs elif:why == "account" ?>安排的人的账号已停用，请重新安排<?cs else ?>这条信息当时不能发布，请核对<?cs /if ?><?cs /def ?>
<?cs # When: now, at a set time, or not any more. ?>
<?cs def:ask_when() ?><fieldset class="opt when" id="f-when"><legend>发布时间</legend><?cs if:Page.Ask.Plan.Failed ?><p class="err"><?cs call:icon("stop") ?><span>原定 <?cs var:Page.Ask.Plan.Due ?> 没有发布：<?cs call:plan_failed(Page.Ask.Plan.Failed) ?></span></p><?cs elif:Page.Ask.Plan.Due ?><p class="hint">已安排在 <?cs var:Page.Ask.Plan.Due ?> 发布（<?cs var:Page.Ask.Plan.By ?>）</p><?cs /if ?>
<?cs call:error(Page.Error.day) ?><?cs call:error(Page.Error.time) ?><label><input class="form-check-input" type="radio" name="when" value="now"<?cs if:Page.Form.when != "later" ?> checked<?cs /if ?>> 立即发布</label><label><input class="form-check-input" type="radio" name="when" value="later"<?cs if:Page.Form.when == "later" ?> checked<?cs /if ?>> 定时发布</label><?cs if:Page.Ask.Plan.Due || Page.Ask.Planned ?><label><input class="form-check-input" type="radio" name="when" value="none"<?cs if:Page.Form.when == "none" ?> checked<?cs /if ?>> 取消定时，暂不发布</label><?cs /if ?>
<span class="pair"><span><label for="f-day">日期</label><input class="form-control" type="date" id="f-day" name="day" min="<?cs var:Page.Ask.Today ?>" value="<?cs if:Page.Form.day ?><?cs var:Page.Form.day ?><?cs else ?><?cs var:Page.Ask.Plan.Day ?><?cs /if ?>" data-later></span><span><label for="f-time">时间</label><input class="form-control" type="time" id="f-time" name="time" value="<?cs if:Page.Form.time ?><?cs var:Page.Form.time ?><?cs else ?><?cs var:Page.Ask.Plan.Time ?><?cs /if ?>" data-later></span></span></fieldset><?cs /def ?>
<?cs def:ask_late() ?><div class="field<?cs if:Page.Error.reason ?> field-err<?cs /if ?>"><label for="f-reason">超期原因</label><p class="hint" id="h-reason"><?cs if:Page.Ask.Single ?>发布时超过<?cs else ?>其中有的信息发布时超过<?cs /if ?> 20 个工作日的公开期限（条例第二十六条），写明原因才能发布，计入统计。<?cs if:!Page.Ask.Single ?>已经写过原因的不变。<?cs /if ?></p><?cs call:error(Page.Error.reason) ?><textarea class="form-control" id="f-reason" name="reason" rows="2" maxlength="500" aria-describedby="h-reason"><?cs var:Page.Form.reason ?></textarea></div><?cs /def ?>
<?cs def:ask_word() ?><?cs if:Page.Ask.Action == "return" ?>退回原因<?cs else ?>原因<?cs /if ?><?cs /def ?>
<?cs def:ask_reason() ?><div class="field<?cs if:Page.Error.reason ?> field-err<?cs /if ?>"><label for="f-reason"><?cs call:ask_word() ?></label><p class="hint" id="h-reason"><?cs if:Page.Ask.Action == "return" ?>录入员会看到，请写明要改什么。<?cs elif:Page.Ask.Action == "withdraw" ?>记入操作日志，前台不显示。<?cs else ?>记入操作日志，并显示在前台。<?cs /if ?></p><?cs call:error(Page.Error.reason) ?>
<?cs if:Page.Ask.Causes ?><select class="form-select" name="cause" aria-label="从列表选用" data-cause><option value="">从列表里选，或者在下面写明</option><?cs each:c = Page.Ask.Causes ?><option value="<?cs var:c.Key ?>"<?cs if:c.On ?> selected<?cs /if ?>><?cs var:c.Text ?></option><?cs /each ?></select><?cs /if ?>
<?cs if:Page.Phrases ?><ul class="phr"><?cs each:p = Page.Phrases ?><li><label><input class="form-check-input" type="checkbox" name="phrase" value="<?cs var:p.Key ?>"<?cs if:p.On ?> checked<?cs /if ?>> <?cs var:p.Text ?></label></li><?cs /each ?></ul><?cs /if ?>
<textarea class="form-control" id="f-reason" name="reason" rows="2" maxlength="500" aria-describedby="h-reason"<?cs if:!Page.Phrases && !Page.Ask.Causes ?> required<?cs /if ?> autofocus><?cs var:Page.Form.reason ?></textarea></div><?cs /def ?>
<?cs def:ask_successor() ?><div class="field<?cs if:Page.Error.successor ?> field-err<?cs /if ?>"><label for="f-successor">替代它的信息</label><p class="hint" id="h-successor">有新的信息替代时，填写它的索引号或文号，前台会给出链接。没有可以不填。</p><?cs call:error(Page.Error.successor) ?><input class="form-control" id="f-successor" name="successor" maxlength="500" value="<?cs var:Page.Form.successor ?>" aria-describedby="h-successor" autocomplete="off"></div><?cs /def ?>
<?cs def:ask_form() ?><?cs call:error_list() ?><?cs call:ask_what() ?>
<ul><?cs each:i = Page.Ask.Items ?><li><?cs var:i.Title ?><?cs if:i.DocNo ?> <span class="muted nb"><?cs var:i.DocNo ?></span><?cs /if ?><?cs if:i.IndexNo ?> <span class="muted nb"><?cs var:i.IndexNo ?></span><?cs /if ?><?cs if:Page.Ask.Single ?><input type="hidden" name="version" value="<?cs var:i.Version ?>"><?cs else ?><input type="hidden" name="pick" value="<?cs var:i.Pick ?>"><?cs /if ?></li><?cs /each ?></ul>
<?cs call:ask_hidden() ?><input type="hidden" name="act" value="<?cs var:Page.Ask.Action ?>"><?cs if:!Page.Ask.Single ?><input type="hidden" name="confirm" value="1"><?cs /if ?>
<?cs if:Page.Ask.Timed ?><?cs call:ask_when() ?><?cs /if ?><?cs
if:Page.Ask.Action == "publish" && Page.Ask.Late ?><?cs call:ask_late() ?><?cs elif:Page.Ask.Reason || Page.Form.reason ?><?cs call:ask_reason() ?><?cs /if ?><?cs
if:Page.Ask.Succeeded ?><?cs call:ask_successor() ?><?cs /if ?><?cs if:Page.Ask.Preview ?><?cs call:ask_preview() ?><?cs /if ?><?cs /def ?>
<?cs # Somebody was faster: nothing can be done here, but nothing typed is lost. ?>
<?cs def:typed(id, label, text) ?><?cs if:text ?><div class="field"><label for="f-<?cs var:id ?>"><?cs var:label ?></label><p class="hint" id="h-<?cs var:id ?>">没有保存，需要的话可以先复制。</p><textarea class="form-control" id="f-<?cs var:id ?>" rows="3" readonly aria-describedby="h-<?cs var:id ?>"><?cs var:text ?></textarea></div><?cs /if ?><?cs /def ?>
<?cs def:ask() ?><?cs if:Page.Ask ?><dialog class="here" open aria-labelledby="dh" id="dlg"><?cs call:dlg_head("是否确认", Page.Ask.Back, "") ?><?cs call:dlg_close() ?>
<?cs if:Page.Conflict ?><div class="dlg-b"><?cs call:moved() ?><?cs call:typed("typed", "您写的原因", Page.Form.reason) ?></div>
<div class="dlg-f"><span class="r"><button class="btn btn-1 btn-b" form="back">知道了</button></span></div><?cs else ?><form method="post" action="/gkht/<?cs var:Page.Ask.To ?>"><div class="dlg-b"><?cs call:csrf() ?><?cs call:way() ?><?cs call:ask_form() ?></div>
<div class="dlg-f"><?cs if:Page.Ask.Causes ?><button class="btn btn-b" name="preview" value="1" formnovalidate>预览公众看到的</button><?cs /if ?><span class="r"><button class="btn btn-b" form="back">取消</button><button class="btn btn-1 btn-b" data-go<?cs if:!Page.Ask.Reason ?> autofocus<?cs /if ?>>确认</button></span></div></form><?cs /if ?></dialog><?cs /if ?><?cs /def ?>
