<?cs include!"portal/macros.cs" ?><?cs # apply_parts.cs - what the pages of an application share.
?><?cs def:sym_warn() ?><symbol id="i-warn" viewBox="0 0 24 24"><path d="M12 3.5 22 20.500H2zM12 10v5M12 17.800v.01"/></symbol><?cs /def ?><?cs #
?><?cs def:sym_check() ?><symbol id="i-check" viewBox="0 0 24 24"><circle cx="12" cy="12" r="9" fill="currentColor" stroke="none"/><path d="m7.500 12.200 3 3 6-6.400" stroke="var(--paper)" stroke-width="2.200"/></symbol><?cs /def ?><?cs #
?><?cs def:sym_ring() ?><symbol id="i-ring" viewBox="0 0 24 24"><circle cx="12" cy="12" r="8"/><circle cx="12" cy="12" r="3.500" fill="currentColor" stroke="none"/></symbol><?cs /def ?><?cs #
?><?cs def:sym_hollow() ?><symbol id="i-hollow" viewBox="0 0 24 24"><circle cx="12" cy="12" r="8"/></symbol><?cs /def ?><?cs #

?><?cs # No search engine and no cache keeps a page of the flow.
?><?cs def:own(name, description, keywords, type) ?><meta name="robots" content="noindex">
<meta name="description" content="<?cs var:description ?>">
<meta name="ColumnName" content="<?cs var:name ?>">
<meta name="ColumnDescription" content="<?cs var:description ?>">
<meta name="ColumnKeywords" content="<?cs var:keywords ?>">
<meta name="ColumnType" content="<?cs var:type ?>">
<?cs /def ?><?cs #
?><?cs def:private() ?><?cs call:own("依申请公开", "向各单位申请公开政府信息，查看办理进度和答复。", "依申请公开,申请,办理进度", "依申请公开") ?><?cs /def ?><?cs #
?><?cs def:found() ?><?cs call:own("网站找错", "告诉我们页面上的错误，查看答复。", "网站找错,纠错,答复", "咨询投诉") ?><?cs /def ?><?cs #
?><?cs def:title_error() ?><?cs if:Page.Errors.0.Text ?>错误：<?cs /if ?><?cs /def ?><?cs #

?><?cs def:help() ?><aside class="panel" aria-labelledby="h-help"><h2 id="h-help">需要帮助？</h2><p>电话 <b class="num"><?cs if:Page.Unit.Phone ?><?cs var:Page.Unit.Phone ?><?cs else ?><?cs var:Site.Phone ?><?cs /if ?></b><?cs if:Site.Hours ?><br><?cs var:Site.Hours ?><?cs /if ?></p><p>也可以当面、邮寄或传真申请，效力相同。阅读或书写有困难的，工作人员代您填写。</p><p>您的个人信息只用于办理这次申请。</p></aside><?cs /def ?><?cs #

?><?cs def:prog() ?><ol class="prog" aria-label="申请步骤"><li<?cs if:Page.Step == "unit" ?> aria-current="step"<?cs else ?> class="done"<?cs /if ?>>受理单位</li><li<?cs if:Page.Step == "who" || Page.Step == "identity" ?> aria-current="step"<?cs elif:Page.Step != "unit" ?> class="done"<?cs /if ?>>身份</li><li<?cs if:Page.Step == "contact" ?> aria-current="step"<?cs elif:Page.Step == "wish" || Page.Step == "delivery" || Page.Step == "check" ?> class="done"<?cs /if ?>>联系方式</li><li<?cs if:Page.Step == "wish" ?> aria-current="step"<?cs elif:Page.Step == "delivery" || Page.Step == "check" ?> class="done"<?cs /if ?>>所需信息</li><li<?cs if:Page.Step == "delivery" ?> aria-current="step"<?cs elif:Page.Step == "check" ?> class="done"<?cs /if ?>>获取方式</li><li<?cs if:Page.Step == "check" ?> aria-current="step"<?cs /if ?>>核对并提交</li></ol><?cs /def ?><?cs #

?><?cs def:back(at) ?><a class="back" href="<?cs var:url_ok(at) ?>"><?cs call:icon("left") ?>返回上一步</a><?cs /def ?><?cs #

?><?cs def:label(f) ?><?cs if:f == "unit" ?>受理单位：<?cs elif:f == "kind" ?>申请人：<?cs elif:f == "name" ?><?cs if:Page.Organisation ?>名称：<?cs else ?>姓名：<?cs /if ?><?cs elif:f == "legal_person" ?>法定代表人：<?cs elif:f == "workplace" ?>工作单位：<?cs elif:f == "paper_kind" ?>证件名称：<?cs elif:f == "paper_no" ?>证件号码：<?cs elif:f == "file" ?>文件：<?cs elif:f == "contact" ?>联系人：<?cs elif:f == "phone" ?>联系电话：<?cs elif:f == "email" ?>电子邮箱：<?cs elif:f == "address" ?>通信地址：<?cs elif:f == "postcode" ?>邮政编码：<?cs elif:f == "fax" ?>传真：<?cs elif:f == "wish_name" ?>信息名称：<?cs elif:f == "wish_doc_no" ?>文号：<?cs elif:f == "wish_description" ?>特征描述：<?cs elif:f == "delivery" ?>获取方式：<?cs elif:f == "carrier" ?>载体形式：<?cs elif:f == "assistance" ?>需要的帮助：<?cs elif:f == "number" ?>申请编号：<?cs elif:f == "code" ?>查询码：<?cs elif:f == "answer" ?>问题：<?cs elif:f == "description" ?>您想了解什么：<?cs /if ?><?cs /def ?><?cs #

?><?cs def:errors() ?><?cs if:Page.Errors.0.Text ?><div class="errs" role="alert" tabindex="-1" aria-labelledby="e-h"><h2 id="e-h">提交的内容有 <?cs var:Page.ErrorCount ?> 处需要修改</h2><ul><?cs each:e = Page.Errors ?><li><a href="#<?cs if:e.Field == "wish" ?>wish_name<?cs else ?><?cs var:e.Field ?><?cs /if ?>"><?cs call:label(e.Field) ?><?cs var:e.Text ?></a></li><?cs /each ?></ul></div><?cs /if ?><?cs /def ?><?cs #

?><?cs def:err(id, error) ?><?cs if:error ?><p class="err" id="<?cs var:id ?>-e"><?cs call:icon("warn") ?><span><span class="sr">错误：</span><?cs var:error ?></span></p><?cs /if ?><?cs /def ?><?cs #

?><?cs # One line of text with its label, hint and error.
?><?cs def:text(id, label, hint, value, error, req, size, auto) ?><div class="field<?cs if:error ?> field-err<?cs /if ?>"><label for="<?cs var:id ?>"><?cs var:label ?><?cs if:req ?> <span class="req">必填</span><?cs /if ?></label><?cs if:hint ?><p class="hint" id="<?cs var:id ?>-h"><?cs var:hint ?></p><?cs /if ?><?cs call:err(id, error) ?><input class="form-control <?cs var:size ?>" id="<?cs var:id ?>" name="<?cs var:id ?>" value="<?cs var:value ?>"<?cs if:auto ?> autocomplete="<?cs var:auto ?>"<?cs /if ?><?cs if:error ?> aria-invalid="true" aria-describedby="<?cs var:id ?>-e"<?cs elif:hint ?> aria-describedby="<?cs var:id ?>-h"<?cs /if ?>></div><?cs /def ?><?cs #

?><?cs # Asked above the limits only: a small sum in plain words.
?><?cs def:question() ?><?cs if:Page.Ask.Text ?><input type="hidden" name="ask" value="<?cs var:Page.Ask.Token ?>"><?cs call:text("answer", Page.Ask.Text, "用数字或者汉字回答都可以", "", Page.Error.answer, "1", "w-10", "off") ?><?cs /if ?><?cs /def ?><?cs #

?><?cs def:contact_fields() ?><?cs if:Page.Organisation ?><?cs call:text("contact", "联系人", "", Page.Form.contact, Page.Error.contact, "", "w-20", "name") ?><?cs /if ?><?cs call:text("phone", "联系电话", "手机，或者带区号的固定电话", Page.Form.phone, Page.Error.phone, "", "w-20", "tel") ?><?cs call:text("email", "电子邮箱", "", Page.Form.email, Page.Error.email, "", "w-20", "email") ?><?cs call:text("address", "通信地址", "", Page.Form.address, Page.Error.address, "", "", "street-address") ?><?cs call:text("postcode", "邮政编码", "", Page.Form.postcode, Page.Error.postcode, "", "w-10", "postal-code") ?><?cs call:text("fax", "传真（可以不填）", "", Page.Form.fax, Page.Error.fax, "", "w-20", "off") ?><?cs /def ?><?cs #

?><?cs # One of several: a large target with its explanation.
?><?cs def:radio(field, value, chosen, label, hint) ?><label class="pick"><input class="form-check-input" type="radio" name="<?cs var:field ?>" value="<?cs var:value ?>"<?cs if:chosen == value ?> checked<?cs /if ?>><span><?cs var:label ?><?cs if:hint ?><small><?cs var:hint ?></small><?cs /if ?></span></label><?cs /def ?><?cs #

?><?cs def:hidden() ?><input type="hidden" name="csrf" value="<?cs var:Page.Csrf ?>"><?cs if:Page.ToCheck ?><input type="hidden" name="back" value="check"><?cs /if ?><?cs /def ?><?cs #

?><?cs def:go_on() ?><p class="acts"><button class="btn btn-1"><?cs if:Page.ToCheck ?>保存并返回核对<?cs else ?>保存并继续<?cs /if ?></button></p><?cs /def ?><?cs #

?><?cs def:kind_label(kind) ?><?cs if:kind == "citizen" ?>公民<?cs elif:kind == "business" ?>商业企业<?cs elif:kind == "research" ?>科研机构<?cs elif:kind == "welfare" ?>社会公益组织<?cs elif:kind == "legal" ?>法律服务机构<?cs elif:kind == "other" ?>其他组织<?cs /if ?><?cs /def ?><?cs #
?><?cs def:paper_label(kind) ?><?cs if:kind == "id_card" ?>居民身份证<?cs elif:kind == "uscc" ?>统一社会信用代码<?cs elif:kind == "passport" ?>护照<?cs else ?>其他证件<?cs /if ?><?cs /def ?><?cs #
?><?cs def:delivery_label(way) ?><?cs if:way == "mail" ?>邮寄<?cs elif:way == "email" ?>电子邮件<?cs elif:way == "fax" ?>传真<?cs elif:way == "pickup" ?>自行领取<?cs elif:way == "read" ?>当场查阅<?cs elif:way == "copy" ?>当场抄录<?cs /if ?><?cs /def ?><?cs #
?><?cs def:carrier_label(carrier) ?><?cs if:carrier == "paper" ?>纸质文本<?cs elif:carrier == "electronic" ?>电子文档<?cs /if ?><?cs /def ?><?cs #
?><?cs def:assistance_label(help) ?><?cs if:help == "large_print" ?>大字版文本<?cs elif:help == "read_aloud" ?>工作人员朗读<?cs elif:help == "phone" ?>电话沟通<?cs elif:help == "fill" ?>代为填写<?cs else ?>不需要<?cs /if ?><?cs /def ?><?cs #
?><?cs def:weekday(n) ?><?cs if:n == "1" ?>星期一<?cs elif:n == "2" ?>星期二<?cs elif:n == "3" ?>星期三<?cs elif:n == "4" ?>星期四<?cs elif:n == "5" ?>星期五<?cs elif:n == "6" ?>星期六<?cs else ?>星期日<?cs /if ?><?cs /def ?><?cs #

?><?cs def:wish_rows(w) ?><?cs if:w.Name ?><div><dt>信息名称</dt><dd><?cs var:w.Name ?></dd></div><?cs /if ?><?cs if:w.DocNo ?><div><dt>文号</dt><dd><?cs var:w.DocNo ?></dd></div><?cs /if ?><?cs if:w.Description ?><div><dt>特征描述</dt><dd class="lines"><?cs var:w.Description ?></dd></div><?cs /if ?><?cs /def ?>
