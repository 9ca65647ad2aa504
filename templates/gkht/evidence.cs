<?cs # evidence.cs - the sheets of an application's file; they stand alone, without style. ?>
<?cs def:fact(name, text) ?><?cs if:text ?><tr><th scope="row"><?cs var:name ?></th><td><?cs var:text ?></td></tr>
<?cs /if ?><?cs /def ?>
<?cs def:heading() ?><?cs if:Page.Part == "form" ?>政府信息公开申请表<?cs elif:Page.Part == "timeline" ?>办理过程<?cs elif:Page.Part == "clock" ?>期限逐日计算<?cs elif:Page.Part == "delivery" ?>送达情况<?cs elif:Page.Part == "trail" ?>操作日志<?cs else ?><?cs var:Page.Paper.Title ?><?cs /if ?><?cs /def ?>
<?cs def:mark(d) ?><?cs if:d.Mark == "received" ?>收到之日，不计<?cs elif:d.Mark == "counted" ?>第 <?cs var:d.Number ?> 个工作日<?cs elif:d.Mark == "after" ?>期满后第 <?cs var:d.Number ?> 个工作日<?cs elif:d.Mark == "holiday" ?>放假，不计（<?cs var:d.Name ?>）<?cs elif:d.Mark == "stopped" ?>不计入期限<?cs elif:d.Mark == "void" ?>重新计算前，不计<?cs elif:d.Mark == "rest" ?>休息日，不计<?cs /if ?><?cs if:d.Makeup ?>，调休上班<?cs /if ?><?cs if:d.Last ?>，期限届满<?cs /if ?><?cs /def ?>
<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title><?cs call:heading() ?> <?cs var:Page.Case.Number ?></title></head>
<body>
<h1><?cs call:heading() ?></h1>
<p>申请编号：<?cs var:Page.Case.Number ?></p>
<?cs if:Page.Part == "form" ?><table border="1"><?cs call:fact("申请人", Page.Person.Name) ?><?cs call:fact("类别", Page.Person.Kind) ?><?cs call:fact("工作单位", Page.Person.Workplace) ?><?cs call:fact("法定代表人", Page.Person.LegalPerson) ?><?cs call:fact("联系人", Page.Person.Contact) ?><?cs call:fact("证件名称", Page.Person.PaperKind) ?><?cs call:fact("证件号码", Page.Person.PaperNo) ?><?cs call:fact("电话", Page.Person.Phone) ?><?cs call:fact("通信地址", Page.Person.Address) ?><?cs call:fact("邮政编码", Page.Person.Postcode) ?><?cs call:fact("电子邮箱", Page.Person.Email) ?><?cs call:fact("传真", Page.Person.Fax) ?><?cs call:fact("所需信息", Page.Case.Asked.Name) ?><?cs call:fact("文号", Page.Case.Asked.DocNo) ?><?cs call:fact("特征描述", Page.Case.Asked.Description) ?><?cs call:fact("获取方式", Page.Case.Asked.Delivery) ?><?cs call:fact("载体形式", Page.Case.Asked.Carrier) ?><?cs call:fact("协助", Page.Case.Asked.Assistance) ?><?cs call:fact("提交方式", Page.Case.Channel) ?><?cs call:fact("到达日期", Page.Case.Came) ?><?cs call:fact("提交时间", Page.Case.Submitted) ?><?cs call:fact("收到之日", Page.Case.Received) ?></table>
<?cs elif:Page.Part == "timeline" ?><table border="1"><tr><th>登记时间</th><th>办理</th><th>日期</th><th>截止</th><th>对方</th><th>内容</th><th>登录名</th></tr><?cs each:e = Page.Events ?><tr><td><?cs var:e.At ?></td><td><?cs if:e.What ?><?cs var:e.What ?><?cs elif:e.Kind == "submit" ?>提交申请<?cs elif:e.Kind == "download" ?>申请人查收<?cs else ?><?cs var:e.Kind ?><?cs /if ?></td><td><?cs var:e.Day ?></td><td><?cs var:e.Until ?></td><td><?cs var:e.Organ ?></td><td><?cs var:e.Text ?></td><td><?cs var:e.By ?></td></tr>
<?cs /each ?></table>
<?cs if:Page.Answer ?><h2>回复结果</h2><p><?cs var:Page.Answer.Result ?> <?cs var:Page.Answer.Article ?></p><p><?cs var:Page.Answer.Note ?></p><?cs /if ?>
<?cs if:Page.Follows ?><h2>复议、诉讼等</h2><table border="1"><?cs each:f = Page.Follows ?><tr><td><?cs var:f.Kind ?></td><td><?cs var:f.Outcome ?></td><td><?cs var:f.Day ?></td><td><?cs var:f.Done ?></td><td><?cs var:f.Text ?></td></tr><?cs /each ?></table><?cs /if ?>
<?cs elif:Page.Part == "clock" ?><p>收到 <?cs var:Page.Case.Light.Received ?>，期限 <?cs var:Page.Case.Light.Allowed ?> 个工作日，届满 <?cs var:Page.Case.Light.Last ?>，已用 <?cs var:Page.Case.Light.Used ?> 个。</p><table border="1"><tr><th>日期</th><th>计算</th><th>依据</th></tr><?cs each:m = Page.Months ?><?cs each:w = m.Weeks ?><?cs each:d = w.Days ?><?cs if:d.Mark ?><tr><td><?cs var:d.Day.Y ?>-<?cs var:d.Day.M ?>-<?cs var:d.Day.D ?></td><td><?cs call:mark(d) ?></td><td><?cs if:d.Article ?>条例第 <?cs var:d.Article ?> 条<?cs /if ?><?cs if:d.Notice ?> 国务院办公厅关于 <?cs var:d.Notice ?> 年部分节假日安排的通知<?cs /if ?></td></tr>
<?cs /if ?><?cs /each ?><?cs /each ?><?cs /each ?></table>
<?cs elif:Page.Part == "delivery" ?><table border="1"><tr><th>材料</th><th>文号</th><th>签发</th><th>申请人首次查收</th></tr><?cs each:l = Page.Letters ?><tr><td><?cs var:l.Title ?></td><td><?cs var:l.Number ?></td><td><?cs var:l.Issued ?></td><td><?cs var:l.Downloaded ?></td></tr>
<?cs /each ?><?cs each:f = Page.Files ?><tr><td><?cs var:f.Use ?> <?cs var:f.Name ?></td><td></td><td></td><td><?cs var:f.Downloaded ?></td></tr>
<?cs /each ?></table>
<?cs elif:Page.Part == "trail" ?><table border="1"><tr><th>序号</th><th>时间</th><th>登录名</th><th>地址</th><th>操作</th><th>原状态</th><th>新状态</th><th>说明</th></tr><?cs each:t = Page.Trail ?><tr><td><?cs var:t.Id ?></td><td><?cs var:t.At ?></td><td><?cs var:t.Login ?></td><td><?cs var:t.Address ?></td><td><?cs var:t.Action ?></td><td><?cs var:t.From ?></td><td><?cs var:t.To ?></td><td><?cs var:t.Detail ?></td></tr>
<?cs /each ?></table>
<?cs else ?><p><?cs var:Page.Paper.Number ?> <?cs var:Page.Paper.Issued ?></p><p><?cs var:Page.Paper.To ?>：</p><?cs uvar:Page.Paper.BodyHtml ?>
<?cs /if ?></body></html>
