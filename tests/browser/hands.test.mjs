// The back office with the keys alone, one flow for each person: what a clerk
// enters, what a reviewer decides and keeps, what the administrator changes.
// Each state on the way is clean for axe and fits into 320 px.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { adopt, launch, open } from '../browser.mjs';
import { csv } from '../bulk.mjs';
import { active, choose, clean, go, moved, press, reach, type } from '../keyboard.mjs';
import { address, day, fullDraft, inState, people, save } from '../office.mjs';
import { start, top } from '../site.mjs';

const LONG = { timeout: 400000 };
let site, browser, own;
before(async () => {
	site = await start();
	browser = await launch();
	own = await people(site, 'czj');
});
after(async () => {
	await browser?.close();
	await site?.stop();
});

const button = (scope, name) => scope.getByRole('button', { name, exact: typeof name === 'string' });
const dialog = (page, name) => page.getByRole('dialog', { name, exact: true });
const state = (id) => site.sql(`SELECT state FROM document WHERE id = ${id}`)[0].state;

async function person(who) {
	const at = await open(browser, site);
	at.context.setDefaultTimeout(60000);
	await adopt(at.context, site, own[who]);
	return at;
}

test('the clerk: from the login to 提交', LONG, async () => {
	const { page, wrong, close } = await open(browser, site);
	page.setDefaultTimeout(60000);
	await page.goto('/gkht/login');
	await type(page, page.getByLabel('用户名'), 'mzj002');
	await type(page, page.getByLabel('密码', { exact: true }), 'wrong-word');
	await Promise.all([moved(page), page.keyboard.press('Enter')]);
	await page.getByRole('alert').first().waitFor();
	await clean(page, 'a refused login');
	await type(page, page.getByLabel('密码', { exact: true }), '111111');
	await Promise.all([moved(page), page.keyboard.press('Enter')]);
	await type(page, page.getByLabel('原密码'), '111111');
	await type(page, page.getByLabel('新密码', { exact: true }), 'Hands-2026-only');
	await type(page, page.getByLabel('确认新密码'), 'Hands-2026-other');
	await go(page, button(page, '保存'));
	await page.locator('.errs, [role=alert]').first().waitFor();
	await clean(page, 'two passwords that differ');
	await type(page, page.getByLabel('原密码'), '111111');
	await type(page, page.getByLabel('新密码', { exact: true }), 'Hands-2026-only');
	await type(page, page.getByLabel('确认新密码'), 'Hands-2026-only');
	await go(page, button(page, '保存'));
	await go(page, page.getByRole('navigation', { name: '功能菜单' }).getByRole('link', { name: /^信息上载/ }));
	await clean(page, '信息上载');
	await go(page, page.getByRole('link', { name: '增加', exact: true }).or(button(page, '增加')));
	const form = dialog(page, '内容表添加');
	await form.waitFor();
	await button(form, '导入word文档').waitFor();
	await page.locator('.tox-throbber').waitFor({ state: 'hidden' });
	await press(page, button(form.getByRole('group', { name: /信息种类/ }), '选择'));
	const kinds = dialog(page, '选择信息种类');
	await press(page, kinds.getByRole('checkbox', { name: /规范性文件/ }), 'Space');
	await clean(page, '信息种类');
	await press(page, button(kinds, '确定'));
	await kinds.waitFor({ state: 'hidden' });
	assert.equal(await active(page), '选择', 'the focus is back');
	await type(page, form.getByLabel('信息名称'), '只用键盘录入的通知');
	const [year, month, date] = day(-1).split('-');
	await type(page, form.getByLabel('生成日期'), month + date + year);	// in the order of the browser's own language
	await type(page, form.getByLabel('内容概述'), '联系电话13812345678。');
	await press(page, button(form, '导入word文档'));
	const word = dialog(page, '导入word文档');
	await word.waitFor();
	await clean(page, '导入word文档');
	const chooser = page.waitForEvent('filechooser');
	await press(page, word.locator('input[type=file]').or(word.getByText('浏览', { exact: true })), 'Enter');
	await (await chooser).setFiles(`${top}/tests/data/word/inspection.docx`);
	await press(page, button(word, '确定'));
	await word.waitFor({ state: 'hidden' });
	await page.frameLocator('iframe').getByText('消防').first().waitFor();
	const files = page.waitForEvent('filechooser');
	await press(page, form.locator('[data-attach]'), 'Enter');
	await (await files).setFiles([{ name: '分工.csv', mimeType: 'text/csv', buffer: Buffer.from('单位,任务\n区民政局,检查\n') }]);
	await form.getByText('分工.csv').first().waitFor();
	await clean(page, 'a filled form');
	await press(page, button(form, /^提交/));
	const panel = page.locator('#f-inspection');
	await panel.getByText('手机号码').first().waitFor();
	await clean(page, 'what stops 提交');
	await press(page, panel.getByRole('button', { name: /^遮盖为 138/ }));
	await page.waitForFunction(() => /138\*/.test(document.getElementById('f-summary')?.value));
	const sheet = form.locator('#f-secrecy');
	if (!await sheet.getByLabel('审查意见').isVisible())
		await press(page, sheet.locator('summary'));
	await press(page, sheet.getByLabel('以下都不含有'), 'Space');
	await choose(page, sheet.getByLabel('审查意见'), '公开');
	await type(page, sheet.getByLabel('承办人'), '王晓');
	await type(page, sheet.getByLabel('部门负责人'), '李明');
	await type(page, sheet.getByLabel('审查人', { exact: true }), '赵强');
	await press(page, button(sheet, '签署'));
	await sheet.getByText(/已签署/).waitFor();
	await clean(page, '已签署');
	await go(page, button(form, /^提交/));
	await page.getByRole('status').filter({ hasText: '已提交' }).waitFor();
	await clean(page, '已提交');
	assert.equal(site.sql("SELECT d.state s FROM document d JOIN revision r ON r.id = d.revision_id WHERE r.title = '只用键盘录入的通知'")[0].s, 'submitted');
	assert.deepEqual(wrong, []);
	await close();
});

test('the reviewer: passed, published, expired, withdrawn', LONG, async () => {
	const TITLE = '只用键盘审核的通知', id = await inState(own, 'submitted', { title: TITLE });
	const { page, wrong, close } = await person('reviewer');
	const row = page.getByRole('row').filter({ hasText: TITLE }), ask = dialog(page, '是否确认');
	const does = (name) => row.getByRole('button', { name: new RegExp(`^${name}`) }).or(row.getByRole('link', { name: new RegExp(`^${name}`) }));
	await page.goto('/gkht/review');
	await clean(page, '信息审核');
	await go(page, page.getByRole('link', { name: TITLE }));
	await dialog(page, '信息查看').waitFor();
	await clean(page, '信息查看');
	await press(page, page.getByLabel('审批通过', { exact: true }), 'Space');
	await go(page, button(page, /^保存/).first());
	assert.equal(state(id), 'approved');
	await page.goto('/gkht/publish');
	await go(page, does('发布'));
	await ask.waitFor();
	await clean(page, '是否确认: 发布');
	await go(page, button(ask, '确认'));
	assert.equal(state(id), 'published');
	for (const [name, becomes] of [['信息失效', 'expired'], ['取消发布', 'withdrawn']]) {
		await go(page, page.getByRole('navigation', { name: '功能菜单' }).getByRole('link', { name: /^已发布信息维护/ }));
		await go(page, does(name));
		await ask.waitFor();
		await clean(page, `是否确认: ${name}`);
		await type(page, ask.getByLabel('原因', { exact: true }), '只用键盘');
		await go(page, button(ask, '确认'));
		assert.equal(state(id), becomes);
	}
	assert.deepEqual(wrong, []);
	await close();
});

test('the administrator: a change of what is published', LONG, async () => {
	const TITLE = '只用键盘修改的通知', id = await inState(own, 'published', { title: TITLE });
	const { page, wrong, close } = await person('admin');
	await page.goto('/gkht/manage');
	await clean(page, '已发布信息管理');
	await go(page, page.getByRole('link', { name: TITLE }));
	const form = dialog(page, '内容表修改');
	await button(form, '导入word文档').waitFor();
	await type(page, form.getByLabel('内容概述'), '只用键盘改的概述');
	await type(page, form.getByLabel('修改说明'), '补充概述');
	await go(page, button(form, /^保存/));
	const sheet = form.locator('#f-secrecy');
	await sheet.getByText('内容有改动，原来的保密审查不再适用').waitFor();
	await button(form, '导入word文档').waitFor();
	await clean(page, 'a change that nobody signed');
	await press(page, sheet.getByLabel('已对修改后的内容重新进行保密审查'), 'Space');
	await go(page, button(form, /^保存/));
	await page.getByText('修改已生效').waitFor();
	assert.match((await site.visitor().get(address(site, id))).plain, /只用键盘改的概述/);
	assert.deepEqual(wrong, []);
	await close();
});

test('the clerk: the session about to end, what was kept, both texts', LONG, async () => {
	const { page, wrong, close } = await person('clerk');
	await page.goto('/gkht/entry');
	await reach(page, page.getByRole('link', { name: '批量导入', exact: true }));
	const idle = (left) => page.evaluate((ms) => localStorage.setItem('last-request', Date.now() - document.body.dataset.idle * 1000 + ms), left);
	const soon = dialog(page, '登录即将过期');
	await idle(60000);
	await soon.waitFor();
	await clean(page, '登录即将过期');
	await press(page, button(soon, '继续'));
	await soon.waitFor({ state: 'hidden' });
	assert.equal(await active(page), '批量导入', 'the focus is back');
	await idle(-1000);
	await soon.getByText('登录已经过期').waitFor();
	await clean(page, '登录已经过期');
	await reach(page, soon.getByRole('link', { name: '在新窗口登录' }));
	await page.keyboard.press('Escape');
	await soon.waitFor({ state: 'hidden' });

	const id = await fullDraft(own.clerk, { title: '键盘上的两份', body: '甲段落说三件事。' });
	await page.goto(`/gkht/entry/${id}`);
	const form = dialog(page, '内容表添加');
	await button(form, '导入word文档').waitFor();
	await type(page, form.getByLabel('内容概述'), '只用键盘写到一半');
	await form.locator('[data-saved]').filter({ hasText: '已自动保存' }).waitFor();
	await page.goto(`/gkht/entry/${id}`);
	await form.getByText(/已恢复/).waitFor();
	await clean(page, '已恢复');
	await go(page, button(form, /^放弃这些内容/));
	assert.equal(await form.getByLabel('内容概述').inputValue(), '概述一句话。');
	await button(form, '导入word文档').waitFor();
	await type(page, form.getByLabel('内容概述'), '我的概述');
	await save(own.clerk, id, { summary: '他人的概述', body: '甲段落说四件事。', copy: '' });
	await Promise.all([moved(page), page.keyboard.press('Control+s')]);
	await form.getByText('现在保存的原文').first().waitFor();
	await clean(page, 'both texts');
	await press(page, form.getByRole('row').filter({ hasText: '他人的概述' }).getByLabel('用保存的'), 'Space');
	await go(page, button(form, '合并'));
	assert.equal(await form.getByLabel('内容概述').inputValue(), '他人的概述');
	await button(form, '导入word文档').waitFor();
	await clean(page, '合并');
	await page.keyboard.press('Control+s');
	await form.locator('[data-saved]').filter({ hasText: /^\s*已保存/ }).waitFor();
	assert.equal(site.sql(`SELECT r.body_text t FROM document d JOIN revision r ON r.id = d.revision_id WHERE d.id = ${id}`)[0].t.trim(), '甲段落说三件事。', 'the text is the own one');
	assert.deepEqual(wrong, []);
	await close();
});

test('the clerk: 批量导入 with errors', LONG, async () => {
	const { page, wrong, close } = await person('clerk');
	const send = async (name, text) => {
		const chooser = page.waitForEvent('filechooser');
		await press(page, page.getByLabel('上传填好的表或 ZIP'), 'Enter');
		await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
		// a refusal is shown without leaving the page
		await press(page, button(page, '上传并检查'), 'Enter');
	};
	await page.goto('/gkht/entry');
	await go(page, page.getByRole('link', { name: '批量导入', exact: true }));
	await send('表.csv', '标题\r\n一\r\n');
	await page.getByText('请看：标题').waitFor();
	await clean(page, 'a table of something else');
	await send('表.csv', csv([{ 信息名称: '缺文件的一条', 'Word 文档': '没有.docx' }, { 信息名称: '', 信息种类: '没有这种' }]));
	await page.getByRole('heading', { name: /检查完了/ }).waitFor();
	await clean(page, 'rows that are wrong');
	await go(page, page.getByRole('link', { name: /^有问题/ }));
	await page.getByRole('cell', { name: /没有.docx/ }).waitFor();
	await clean(page, 'the wrong rows alone');
	await reach(page, page.getByRole('link', { name: /下载这张结果/ }));
	assert.deepEqual(wrong, []);
	await close();
});
