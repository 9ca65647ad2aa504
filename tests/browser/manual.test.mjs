// Section 五 of the manual, sentence by sentence, by the names printed in it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { firstLogin, launch, login, open } from '../browser.mjs';
import { day } from '../office.mjs';
import { start, top } from '../site.mjs';

const TITLE = '宝坻区人民政府办公室关于开展冬季消防安全检查的通知';
let site, browser;
before(async () => {
	site = await start();
	browser = await launch();
});
after(async () => {
	await browser?.close();
	await site?.stop();
});

const button = (scope, name) => scope.getByRole('button', { name, exact: true });
const menu = (page, name) => page.getByRole('navigation', { name: '功能菜单' }).getByRole('link', { name: new RegExp(`^${name}`) });
const row = (page) => page.getByRole('row').filter({ hasText: TITLE });

async function enter(page) {
	await menu(page, '信息上载').click();
	await page.getByRole('button', { name: '增加', exact: true }).or(page.getByRole('link', { name: '增加', exact: true })).first().click();
	const dialog = page.getByRole('dialog', { name: '内容表添加' });
	await dialog.waitFor();
	await button(dialog.getByRole('group', { name: /信息种类/ }), '选择').click();
	const kinds = page.getByRole('dialog', { name: '信息种类' });
	await kinds.getByRole('checkbox', { name: /规范性文件/ }).first().check();
	await kinds.getByRole('checkbox', { name: /应急/ }).first().check();
	await button(kinds, '确定').click();
	await dialog.getByLabel('信息名称').fill(TITLE);
	await dialog.getByLabel('文号').fill('宝坻政办发〔2026〕91号');
	await dialog.getByLabel('生成日期').fill(day(-1));
	await dialog.getByLabel('内容概述').fill('部署冬季消防安全检查。');
	await button(dialog, '导入word文档').click();
	const word = page.getByRole('dialog', { name: '导入word文档' });
	await word.waitFor();
	const chooser = page.waitForEvent('filechooser');
	await word.getByText('浏览', { exact: true }).click();
	await (await chooser).setFiles(`${top}/tests/data/word/inspection.docx`);
	await button(word, '确定').click();
	await word.waitFor({ state: 'hidden' });
	const text = dialog.frameLocator('iframe').locator('body');
	await text.getByText('冬季消防安全检查', { exact: false }).first().waitFor();
	const files = page.waitForEvent('filechooser');
	await dialog.getByText('添加附件', { exact: true }).click();
	await (await files).setFiles([{ name: '责任分工.csv', mimeType: 'text/csv', buffer: Buffer.from('单位,任务\n消防救援支队,检查\n') }]);
	await dialog.getByText('责任分工.csv').waitFor();
	await button(dialog, '移除').first().waitFor().catch(() => dialog.getByRole('button', { name: /移除/ }).first().waitFor());
	return dialog;
}

test('the manual, from the clerk to the portal', { timeout: 180000 }, async (t) => {
	const { page, wrong, close } = await open(browser, site);
	await t.test('（一）（二） the clerk enters, saves and submits', async () => {
		await firstLogin(page, 'zfb002');
		const dialog = await enter(page);
		await dialog.getByRole('button', { name: /^保存/ }).click();
		await dialog.getByText(/已保存 \d\d:\d\d/).waitFor();
		// 保密审查, which the notice demands before anything is submitted
		await dialog.getByRole('button', { name: /^提交/ }).click();
		await dialog.getByRole('alert').getByRole('link', { name: /^保密审查/ }).click();
		const sheet = dialog.locator('#f-secrecy');
		await sheet.getByLabel('以下都不含有').check();
		await sheet.getByLabel('审查意见').selectOption('公开');
		await sheet.getByLabel('承办人').fill('王晓');
		await sheet.getByLabel('部门负责人').fill('李明');
		await sheet.getByLabel('审查人', { exact: true }).fill('赵强');
		await button(sheet, '签署').click();
		await sheet.getByText(/已签署/).waitFor();
		await dialog.getByRole('button', { name: /^提交/ }).click();
		await dialog.waitFor({ state: 'hidden' });
		await row(page).getByText('待审核', { exact: true }).waitFor();
	});
	await t.test('（三） the reviewer reads it and passes it', async () => {
		await button(page, '退出').click();
		await page.getByLabel('用户名').waitFor();
		await firstLogin(page, 'zfb003');
		await menu(page, '信息审核').click();
		await row(page).getByText(TITLE, { exact: true }).dblclick();
		const view = page.getByRole('dialog', { name: '信息查看' });
		await view.waitFor();
		await view.getByText('冬季消防安全检查').first().waitFor();
		await view.getByText('责任分工.csv').first().waitFor();
		await view.getByRole('button', { name: '关闭' }).or(view.getByRole('link', { name: '关闭' })).first().click();
		await view.waitFor({ state: 'hidden' });
		await row(page).getByRole('button', { name: /^审核/ }).or(row(page).getByRole('link', { name: /^审核/ })).first().click();
		const reply = page.getByRole('dialog', { name: '回复结果' });
		await reply.getByLabel('审批通过', { exact: true }).check();
		await button(reply, '保存').click();
		await reply.waitFor({ state: 'hidden' });
	});
	await t.test('（四） it is published and stands on the portal', async () => {
		await menu(page, '信息发布').click();
		await row(page).getByRole('button', { name: /^发布/ }).or(row(page).getByRole('link', { name: /^发布/ })).first().click();
		const ask = page.getByRole('dialog', { name: '是否确认' });
		await button(ask, '确认').click();
		await ask.waitFor({ state: 'hidden' });
		const reader = await open(browser, site, { script: false });
		await reader.page.goto('/');
		await reader.page.getByRole('link', { name: TITLE }).first().click();
		await reader.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
		await reader.page.getByText('宝坻政办发〔2026〕91号').first().waitFor();
		await reader.page.getByText('责任分工.csv').first().waitFor();
		assert.deepEqual(reader.wrong, []);
		await reader.close();
	});
	await t.test('（五） it is kept: 信息失效', async () => {
		await menu(page, '已发布信息维护').click();
		for (const name of ['删除', '取消发布', '信息失效'])
			assert.ok(await row(page).getByRole('button', { name: new RegExp(`^${name}`) }).or(row(page).getByRole('link', { name: new RegExp(`^${name}`) })).count() > 0, name);
		await row(page).getByRole('button', { name: /^信息失效/ }).or(row(page).getByRole('link', { name: /^信息失效/ })).first().click();
		const ask = page.getByRole('dialog', { name: '是否确认' });
		await ask.getByLabel(/原因/).fill('已被新的通知代替');
		await button(ask, '确认').click();
		await ask.waitFor({ state: 'hidden' });
	});
	await t.test('（六） 001 changes what is published', async () => {
		await button(page, '退出').click();
		await firstLogin(page, 'zfb001');
		await menu(page, '已发布信息管理').click();
		await page.getByRole('link', { name: TITLE }).first().dblclick();
		const dialog = page.getByRole('dialog', { name: '内容表修改' });
		await dialog.getByLabel('内容概述').fill('部署今冬消防安全检查。');
		await dialog.getByLabel('修改说明').fill('补充概述');
		await dialog.getByLabel('已对修改后的内容重新进行保密审查').check();
		await dialog.getByRole('button', { name: /^保存|^发布/ }).first().click();
		await page.waitForLoadState();
		const reader = await open(browser, site, { script: false });
		await reader.page.goto(`/search?q=${encodeURIComponent('宝坻政办发[2026]91号')}`);
		await reader.page.getByRole('link', { name: TITLE }).first().click();
		await reader.page.getByText('部署今冬消防安全检查。').first().waitFor();
		await reader.page.getByText('补充概述').first().waitFor();
		await reader.page.getByText('失效').first().waitFor();
		await reader.close();
	});
	assert.deepEqual(wrong, []);
	await close();
});

test('a file that is no Word document leaves the editor as it was', { timeout: 60000 }, async () => {
	const { page, wrong, close } = await open(browser, site);
	await login(page, 'zfb002');
	await page.goto('/gkht/entry/new');
	const dialog = page.getByRole('dialog', { name: '内容表添加' });
	const text = dialog.frameLocator('iframe').locator('body');
	await text.click();
	await page.keyboard.type('已经写好的正文');
	await button(dialog, '导入word文档').click();
	const word = page.getByRole('dialog', { name: '导入word文档' });
	await word.locator('input[type=file]').setInputFiles({ name: '坏.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('不是 Word 文档') });
	await button(word, '确定').click();
	await word.getByRole('alert').filter({ hasText: /Word/ }).first().waitFor();
	await word.getByRole('button', { name: /关闭|取消/ }).first().click();
	await text.getByText('已经写好的正文').waitFor();
	assert.deepEqual(wrong, []);
	await close();
});
