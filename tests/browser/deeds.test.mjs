// The back office with the keys alone: remarks, what is done to several at
// once, users, 批量导入, an application from receipt to answer, 常用查询.  Each
// state on the way is clean for axe and fits into 320 px; when a dialog is
// shut or its deed done, the focus is in the list where it was.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { adopt, launch, open } from '../browser.mjs';
import { csv, docx, until, zip } from '../bulk.mjs';
import { inCase } from '../case.mjs';
import { active, choose, clean, go, press, type } from '../keyboard.mjs';
import { address, amend, day, fullDraft, inState, people } from '../office.mjs';
import { filled, start } from '../site.mjs';

const LONG = { timeout: 400000 };
let site, browser, own;
before(async () => {
	site = await start();
	browser = await launch();
	own = await people(site, 'jtj');
});
after(async () => {
	await browser?.close();
	await site?.stop();
});

const button = (scope, name) => scope.getByRole('button', { name, exact: typeof name === 'string' });
const link = (scope, name) => scope.getByRole('link', { name, exact: typeof name === 'string' });
const dialog = (page, name = '是否确认') => page.getByRole('dialog', { name, exact: true });
const row = (page, text) => page.getByRole('row').filter({ hasText: text });
const box = (page, text) => row(page, text).getByRole('checkbox');
const state = (id) => site.sql(`SELECT state FROM document WHERE id = ${id}`)[0].state;
const list = (page, name, q) => page.goto(`/gkht/${name}?q=${encodeURIComponent(q)}`);

function flow(name, who, run) {
	test(name, LONG, async () => {
		const { page, context, wrong, close } = await open(browser, site);
		context.setDefaultTimeout(60000);
		await adopt(context, site, own[who]);
		await run(page);
		assert.deepEqual(wrong, []);
		await close();
	});
}

// Dates and times in the order of the browser's own language.
async function dated(page, form, on) {
	const [year, month, date] = on.split('-');
	await type(page, form.getByLabel('日期', { exact: true }), month + date + year);
	await type(page, form.getByLabel('时间', { exact: true }), '0930AM');
}

flow('a remark on a passage; two returned together', 'reviewer', async (page) => {
	const ids = [];
	for (const n of ['甲', '乙'])
		ids.push(await inState(own, 'submitted', { title: `成批退回的通知${n}` }));
	await list(page, 'review', '成批退回');
	for (const n of ['甲', '乙']) {
		await go(page, link(page, `成批退回的通知${n}`));
		const screen = dialog(page, '信息查看');
		await screen.waitFor();
		if (n === '甲') {
			await press(page, screen.getByText('对一段话写意见'));
			await go(page, button(screen, '添加意见'));
			await page.getByRole('alert').first().waitFor();
			await clean(page, 'a remark without words');
			await type(page, screen.getByLabel('原文里的话'), '第二段');
			await type(page, screen.getByLabel('意见', { exact: true }), '请写得更具体');
			await go(page, button(screen, '添加意见'));
			await screen.getByText('请写得更具体').first().waitFor();
			await clean(page, 'a remark');
		}
		await Promise.all([page.waitForURL('**/gkht/review?*'), page.keyboard.press('Escape')]);
		await page.waitForLoadState();
		assert.equal(await active(page), `成批退回的通知${n}`, 'shut: back at its row');
	}
	for (const n of ['甲', '乙'])
		await press(page, box(page, `通知${n}`), 'Space');
	await go(page, button(page, '审批不通过（2）'));
	await dialog(page).waitFor();
	await clean(page, '审批不通过 of two');
	await type(page, dialog(page).getByLabel('退回原因'), '两条都要补充附件');
	await go(page, button(dialog(page), '确认'));
	await page.getByText('已退回录入员').waitFor();
	assert.deepEqual(ids.map(state), ['draft', 'draft']);
	assert.notEqual(await active(page), '', 'done: the focus is in the page');
	await clean(page, 'an empty list');
});

flow('two approved together, after a look back', 'reviewer', async (page) => {
	const ids = [], names = ['成批通过的通知甲', '成批通过的通知乙'];
	for (const title of names)
		ids.push(await inState(own, 'submitted', { title }));
	await list(page, 'review', '成批通过');
	for (const name of names) {
		await go(page, link(page, name));
		await dialog(page, '信息查看').waitFor();
		await Promise.all([page.waitForURL('**/gkht/review?*'), page.keyboard.press('Escape')]);
	}
	await press(page, page.getByLabel('选择本页看过的全部'), 'Space');
	await go(page, button(page, '审批通过（2）'));
	await clean(page, '审批通过 of two');
	await Promise.all([page.waitForURL('**/gkht/review?*'), page.keyboard.press('Escape')]);
	assert.notEqual(await active(page), '', 'shut: the focus is in the list');
	for (const name of names)
		await press(page, box(page, name), 'Space');
	await go(page, button(page, '审批通过（2）'));
	await go(page, button(dialog(page), '确认'));
	await page.getByText('没有待审核的').or(page.getByText('没有符合')).first().waitFor();
	assert.deepEqual(ids.map(state), ['approved', 'approved']);
	assert.notEqual(await active(page), '', 'done: the focus is in the page');
});

// 已发布信息维护: what becomes of two at once
for (const [deed, becomes, said] of [
	['废止', 'expired', '已标为废止 2 条'], ['取消发布', 'withdrawn', '已取消发布 2 条'], ['删除', 'deleted', '已删除 2 条'],
])
	flow(`two together: ${deed}`, 'reviewer', async (page) => {
		const ids = [], names = [`成批${deed}的通知甲`, `成批${deed}的通知乙`];
		for (const title of names)
			ids.push(await inState(own, 'published', { title }));
		await list(page, 'published', `成批${deed}`);
		await press(page, box(page, names[0]), 'Space');
		await go(page, button(page, `${deed}（1）`));
		await Promise.all([page.waitForURL('**/gkht/published?*'), page.keyboard.press('Escape')]);
		assert.equal(await active(page), names[0], 'shut: back at its row');
		await press(page, page.getByLabel('选择本页全部'), 'Space');
		await go(page, button(page, `${deed}（2）`));
		await clean(page, `${deed} of two`);
		await go(page, button(dialog(page), '确认'));
		await page.getByRole('alert').first().waitFor();
		await type(page, dialog(page).getByLabel('原因', { exact: true }), '按上级决定办理');
		await go(page, button(dialog(page), '预览公众看到的'));
		await page.getByText('公众将看到').waitFor();
		await go(page, button(dialog(page), '确认'));
		await page.getByText(said).waitFor();
		assert.deepEqual(ids.map(state), [becomes, becomes]);
		assert.notEqual(await active(page), '', 'done: the focus is in the page');
	});

flow('退回 of what waits to be published', 'reviewer', async (page) => {
	const id = await inState(own, 'approved', { title: '只用键盘撤回的通知' });
	await list(page, 'publish', '只用键盘撤回');
	await go(page, button(row(page, '只用键盘撤回的通知'), '退回'));
	await clean(page, '退回');
	await type(page, dialog(page).getByLabel('退回原因'), '日期要改');
	await go(page, button(dialog(page), '确认'));
	await page.getByText('已退回录入员').waitFor();
	assert.equal(state(id), 'draft');
	assert.notEqual(await active(page), '', 'done: the focus is in the page');
	await clean(page, 'nothing found');
});

flow('two with one set time, two expired with one reason', 'reviewer', async (page) => {
	const ids = [];
	for (const n of ['甲', '乙'])
		ids.push(await inState(own, 'approved', { title: `成批定时的通知${n}` }));
	await list(page, 'publish', '成批定时');
	await press(page, page.getByLabel('选择本页全部'), 'Space');
	await go(page, button(page, '发布（2）'));
	await press(page, dialog(page).getByRole('radio', { name: '立即发布' }), 'ArrowRight');
	await go(page, button(dialog(page), '确认'));
	await page.getByRole('alert').first().waitFor();
	await clean(page, 'a set time without a day');
	await dated(page, dialog(page), day(1));
	await go(page, button(dialog(page), '确认'));
	await page.getByText('已安排 2 条定时发布').waitFor();
	assert.match(await row(page, '通知乙').innerText(), new RegExp(`定时 ${day(1)} 09:30 发布`));
	assert.equal(await active(page), '成批定时的通知乙', 'done: at the first of the rows');
	await clean(page, 'what is planned');
	await press(page, page.getByLabel('选择本页全部'), 'Space');
	await go(page, button(page, '发布（2）'));
	await press(page, dialog(page).getByRole('radio', { checked: true }), 'ArrowRight');
	if (!await dialog(page).getByRole('radio', { name: '取消定时' }).isChecked())
		await page.keyboard.press('ArrowRight');
	await clean(page, '取消定时 of two');
	await go(page, button(dialog(page), '确认'));
	await page.getByText('已取消定时 2 条').waitFor();
	assert.deepEqual(ids.map(state), ['approved', 'approved']);
	const out = [];
	for (const n of ['甲', '乙'])
		out.push(await inState(own, 'published', { title: `成批失效的通知${n}` }));
	await list(page, 'published', '成批失效');
	await press(page, page.getByLabel('选择本页全部'), 'Space');
	await go(page, button(page, '信息失效（2）'));
	await clean(page, '信息失效 of two');
	await choose(page, dialog(page).getByLabel('从列表选用'), '规定的事项已经办完');
	await go(page, button(dialog(page), '预览公众看到的'));
	await page.getByText('公众将看到').waitFor();
	await clean(page, 'what the public will see');
	await go(page, button(dialog(page), '确认'));
	await page.getByText('已标为失效 2 条').waitFor();
	assert.deepEqual(out.map(state), ['expired', 'expired']);
	assert.equal(await active(page), '成批失效的通知乙', 'done: at the first of the rows');
});

flow('机构信息: somebody else was faster; both texts, and the decision', 'clerk', async (page) => {
	const form = async (at, to = at) => (await own.clerk.get(at)).form(to);
	const made = await own.clerk.post('/gkht/profile', filled(await form('/gkht/profile/organisation', '/gkht/profile'), { p_phone: '022-10000001' }), { multipart: true });
	const at = `/gkht/profile/${/(\d+)/.exec(made.location)[1]}`, theirs = await form(at);
	await page.goto(at);
	assert.equal((await own.clerk.post(at, filled(theirs, { p_phone: '022-10000002' }), { multipart: true })).status, 303);
	await type(page, page.locator('#f-p_phone'), '022-10000003');
	await go(page, button(page, '保存'));
	await page.getByRole('heading', { name: '现在保存的原文' }).waitFor();
	await clean(page, 'both texts');
	assert.notEqual(await active(page), '', 'the focus is in the page');
	assert.equal(await page.locator('#f-p_phone').inputValue(), '022-10000003', 'what was typed stays');
	await go(page, button(page, '保存'));
	await page.waitForURL(/(saved|check)=1/);
	const [{ n }] = site.sql(`SELECT count(*) n FROM document d JOIN revision r ON r.id = d.revision_id WHERE d.id = ${at.split('/').pop()} AND r.body LIKE '%022-10000003%'`);
	assert.equal(n, 1);
});

flow('a change that is reviewed first: what changed, and the decision', 'reviewer', async (page) => {
	const office = await site.staff('zfb001'), review = (on) => office.post('/gkht/settings', { scope: 'district', retention_days: '1095', ...(on ? { amend_review: '1' } : {}) });
	const id = await inState(own, 'published', { title: '先审后改的通知' });
	assert.equal((await review(true)).status, 303);
	assert.equal((await amend(own.admin, id, { note: '补充概述', summary: '只用键盘审的概述' })).status, 303);
	assert.equal((await review(false)).status, 303);
	await page.goto('/gkht/review');
	await clean(page, '待审核的修改');
	await go(page, link(page, '先审后改的通知'));
	const screen = dialog(page, '信息查看');
	await screen.locator('.chg ins').first().waitFor();
	await clean(page, 'a change');
	await press(page, screen.getByLabel('审批通过', { exact: true }), 'Space');
	await page.keyboard.press('ArrowRight');
	await go(page, button(screen, /^保存/).first());
	await page.getByRole('alert').first().waitFor();
	await clean(page, '审批不通过 without a reason');
	await press(page, screen.getByRole('radio', { checked: true }), 'ArrowLeft');
	await go(page, button(screen, /^保存/).first());
	await page.getByText('修改已审批通过').waitFor();
	assert.match((await site.visitor().get(address(site, id))).plain, /只用键盘审的概述/);
	assert.notEqual(await active(page), '', 'done: the focus is in the page');
});

flow('users: another person, 移交, a new password, 停用 and 启用', 'admin', async (page) => {
	await fullDraft(own.clerk, { title: '换人以前的草稿' });
	site.sql("UPDATE document SET person = '从前的人' WHERE id = (SELECT max(id) FROM document)");
	const clerk = () => row(page, 'jtj002');
	await page.goto('/gkht/users');
	await clean(page, '用户管理');
	await go(page, button(clerk(), '修改'));
	await type(page, dialog(page, '修改用户').getByLabel('姓名', { exact: true }), '');
	await go(page, button(dialog(page, '修改用户'), '取消'));
	assert.equal(await active(page), '修改', 'shut: back at the button');
	await go(page, button(clerk(), '修改'));
	await clean(page, '修改用户');
	await type(page, dialog(page, '修改用户').getByLabel('姓名', { exact: true }), '接手的人');
	await press(page, dialog(page, '修改用户').getByLabel('换人了'), 'Space');
	await go(page, button(dialog(page, '修改用户'), '保存'));
	assert.match(page.url(), /handover$/, await page.locator('#main, #dlg').last().innerText());
	await clean(page, '移交');
	await press(page, box(page, '换人以前的草稿'), 'Space');
	await go(page, button(page, '移交选中的'));
	await page.getByText('已移交 1 条').waitFor();
	await go(page, button(clerk(), '重置密码'));
	await clean(page, '重置密码');
	await go(page, button(dialog(page), '确认'));
	await clean(page, '密码已重置');
	await go(page, button(dialog(page, '密码已重置'), '知道了'));
	assert.equal(await active(page), '重置密码', 'shut: back at the button');
	await go(page, button(clerk(), '停用'));
	await clean(page, '停用');
	await go(page, button(dialog(page), '确认'));
	await clerk().getByText('已停用').waitFor();
	assert.notEqual(await active(page), '', 'done: the focus is in the page');
	await go(page, button(clerk(), '启用'));
	await go(page, button(dialog(page), '确认'));
	await page.getByText('账号已启用').waitFor();
	own.clerk = await site.staff('jtj002');
});

flow('批量导入: template, dry run, commit, undo', 'clerk', async (page) => {
	const file = { name: '批量.zip', mimeType: 'application/zip', buffer: zip([['表.csv', csv([{ 信息名称: '只用键盘导入的一条', 'Word 文档': '通知.docx' }, { 信息名称: '缺少文件的一条', 'Word 文档': '没有.docx' }])], ['通知.docx', docx('通知', '正文。')]]) };
	const number = () => Number(/bulk\/(\d+)/.exec(page.url())[1]);
	await page.goto('/gkht/entry');
	await go(page, link(page, '批量导入'));
	const template = page.waitForEvent('download');
	await press(page, link(page, 'Excel 模板'));
	assert.equal((await template).suggestedFilename(), '批量导入模板.xlsx');
	const chooser = page.waitForEvent('filechooser');
	await press(page, page.getByLabel('上传填好的表或 ZIP'));
	await (await chooser).setFiles(file);
	await go(page, button(page, '上传并检查'));
	await until(site, number(), 'checked');
	await page.getByRole('heading', { name: '检查完了，还没有存成草稿' }).waitFor();
	await go(page, link(page, /^有问题/));
	await clean(page, 'what cannot be imported');
	await go(page, button(page, '导入 1 条'));
	await until(site, number(), 'imported');
	await page.getByRole('heading', { name: '已导入 1 条草稿' }).waitFor();
	await press(page, page.getByText('撤销整批', { exact: true }));
	await clean(page, '撤销整批');
	await go(page, button(page, '确认撤销整批'));
	await until(site, number(), 'undone');
	await page.getByRole('heading', { name: '已撤销 1 条' }).waitFor();
});

flow('an application: received, answered with 回复结果', 'reviewer', async (page) => {
	const { id } = await inCase(own, 'submitted', { wish_name: '只用键盘答复的申请' });
	await list(page, 'applications', '只用键盘答复');
	await go(page, link(page, '只用键盘答复的申请'));
	await clean(page, 'an application');
	await go(page, link(page, '确认收到'));
	await clean(page, '确认收到');
	await go(page, button(page, '下一步：核对告知书'));
	await go(page, button(page, '签发并办理'));
	await go(page, link(page, '回复'));
	await clean(page, '回复结果');
	await press(page, dialog(page, '回复结果').getByRole('radio').first(), 'Space');
	await go(page, button(page, '下一步'));
	await clean(page, '回复描述');
	await type(page, page.getByLabel('回复描述'), '您申请的信息可以公开，随本告知书提供。');
	await go(page, button(page, '下一步：核对告知书'));
	await clean(page, '核对告知书');
	await go(page, button(page, '签发'));
	assert.equal(site.sql(`SELECT state FROM application WHERE id = ${id}`)[0].state, 'answered');
	assert.notEqual(await active(page), '', 'done: the focus is in the page');
	await clean(page, '已答复');
});

flow('常用查询: kept, used, taken away', 'clerk', async (page) => {
	await fullDraft(own.clerk, { title: '常用查询要找的草稿' });
	await page.goto('/gkht/entry');
	await type(page, page.getByLabel('名称、文号或索引号'), '常用查询要找');
	await go(page, button(page, '筛选'));
	await go(page, link(page, '保存为常用查询'));
	await go(page, button(page, '保存'));
	await page.getByRole('alert').first().waitFor();
	await clean(page, 'a query without a name');
	await type(page, page.getByLabel('名称', { exact: true }), '我的草稿');
	await go(page, button(page, '保存'));
	await page.goto('/gkht/entry');
	await clean(page, 'kept queries');
	await go(page, link(page, '我的草稿'));
	await page.getByText('常用查询要找的草稿').first().waitFor();
	await go(page, link(page.getByRole('navigation', { name: '常用查询' }), '管理'));
	await clean(page, '常用查询');
	await go(page, button(row(page, '我的草稿'), '删除'));
	await page.getByText('还没有保存常用查询').waitFor();
});
