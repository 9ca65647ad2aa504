<?cs include!"gkht/macros.cs" ?>
<?cs def:title() ?>帮助<?cs /def ?>
<?cs def:over() ?><?cs /def ?>
<?cs def:body() ?><div class="ttl"><h1>帮助</h1></div><div class="card page">
<?cs if:Page.Me.Role == "entry" ?><h2>录入一条信息</h2><ol><li>点击左侧【信息上载】，再点击【增加】，打开【内容表添加】。</li><li>点击首行右侧【选择】，勾选信息种类，点【确定】。</li><li>填写信息名称和文号（没有文号可以不填），点击【选择】填写生成日期，填写内容概述。</li><li>在文本编辑器里点【导入word文档】，点【浏览】选择文档（Word、WPS、RTF、ODT），再点【确定】。不需要安装控件。【导入情况】列出保留、改变和未导入的内容，点【对照原文】可以与原文件逐页对照。</li><li>有附件时，点左下角【添加附件】，再点【浏览】选择文件。</li><li>点【保存】生成草稿，以后可以继续修改；确认无误后点【提交】。提交后不能再改，除非审核员退回。</li></ol>
<?cs elif:Page.Me.Role == "review" ?><h2>审核和发布</h2><ol><li>点击左侧【信息审核】，双击信息名称，打开【信息查看】，看完后关闭。</li><li>点击右侧【审核】，打开【回复结果】，选【审批通过】或【审批不通过】，点【保存】。通过的信息进入【信息发布】，不通过的退回录入员。</li><li>点击左侧【信息发布】，点击右侧【发布】，在【是否确认】里点【确认】。发布后立即在前台显示。</li><li>点击左侧【已发布信息维护】，可以对已发布的信息做【删除】【取消发布】【信息失效】。</li></ol>
<?cs else ?><h2>管理本单位的信息和用户</h2><ol><li>【已发布信息管理】：查询已发布的信息，点【修改】改正内容；修改后立即生效，旧版本保留为历史。</li><li>【统计】：按种类、月份、状态看本单位的信息。</li><li>【用户管理】：给录入员和审核员重置密码、停用或启用账号，登记姓名和电话。</li><li>【操作日志】：谁在什么时候做了什么。</li></ol><?cs /if ?>
<h2>快捷键</h2><table><tbody><tr><th scope="row">Ctrl + S</th><td>保存</td></tr><tr><th scope="row">Ctrl + Enter</th><td>提交</td></tr><tr><th scope="row">Esc</th><td>关闭对话框</td></tr><tr><th scope="row">Enter 或双击</th><td>打开列表里的一条</td></tr><tr><th scope="row">/</th><td>到检索框</td></tr><tr><th scope="row">j 和 k</th><td>下一条、上一条</td></tr></tbody></table>
<p class="js-only"><label><input class="form-check-input" type="checkbox" id="single-keys"> 使用单键快捷键（/ j k）</label></p>
<h2>忘记密码</h2><p>录入员和审核员请本单位机构管理员（001）在【用户管理】里重置；机构管理员请联系系统管理人员。</p></div><?cs /def ?>
<?cs include!"gkht/layout.cs" ?>
