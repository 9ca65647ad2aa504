// 批量导入 as its clerk does it, with a mouse and script, and on a phone without.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { adopt, faults, launch, open, overflow, PHONE } from '../browser.mjs';
import { csv, docx, until, zip } from '../bulk.mjs';
import { start } from '../site.mjs';

let site, browser, clerk;
before(async () => {
	site = await start();
	browser = await launch();
	clerk = await site.staff('zfb002');
});
after(async () => {
	await browser?.close();
	await site?.stop();
});

const rows = (n) => [
	{ 信息名称: `浏览器导入的第 ${n} 批`, 文号: `宝坻政办发〔2026〕8${n}号`, 'Word 文档': '通知.docx', 信息种类: '教育' },
	{ 信息名称: '缺少文件的一条', 'Word 文档': '没有.docx' },
];
const file = (n) => ({ name: `批量${n}.zip`, mimeType: 'application/zip', buffer: zip([['表.csv', csv(rows(n))], ['通知.docx', docx('通知', '各单位：', '正文。')]]) });
const number = (page) => Number(/bulk\/(\d+)/.exec(page.url())[1]);
const sound = async (page, where) => assert.deepEqual([await faults(page), await overflow(page)], [[], 0], where);

test('from 信息上载 to drafts and back; the page follows by itself', async () => {
	const { context, page, wrong, close } = await open(browser, site);
	await adopt(context, site, clerk);
	await page.goto('/gkht/entry');
	await page.getByRole('link', { name: '批量导入', exact: true }).click();
	await page.getByRole('heading', { name: '三步完成' }).waitFor();
	const [template] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Excel 模板' }).click()]);
	assert.equal(template.suggestedFilename(), '批量导入模板.xlsx');
	// something else than a table: what to do, at the field
	await page.getByLabel('上传填好的表或 ZIP').setInputFiles({ name: '表.csv', mimeType: 'text/csv', buffer: Buffer.from('标题\r\n一\r\n') });
	await page.getByRole('button', { name: '上传并检查' }).click();
	await page.getByText('请看：标题').waitFor();
	await sound(page, 'refused');
	await page.getByLabel('上传填好的表或 ZIP').setInputFiles(file(1));
	await page.getByRole('button', { name: '上传并检查' }).click();
	// nobody presses 刷新
	await page.getByRole('heading', { name: '检查完了，还没有存成草稿' }).waitFor({ timeout: 60000 });
	await sound(page, 'checked');
	await page.getByRole('link', { name: /^有问题/ }).click();
	const table = page.getByRole('table');
	assert.equal(await table.getByRole('row').count(), 2);
	assert.match(await table.innerText(), /3\s+缺少文件的一条\s+有问题\s+Word 文档（没有.docx）：压缩文件里没有这个文件/);
	const [report] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /下载这张结果/ }).click()]);
	assert.match(report.suggestedFilename(), /^批量导入检查结果-\d+\.csv$/);
	await page.getByRole('button', { name: '导入 1 条' }).click();
	await page.getByRole('heading', { name: '已导入 1 条草稿' }).waitFor({ timeout: 60000 });
	await sound(page, 'imported');
	await page.getByRole('link', { name: '到信息上载看草稿' }).click();
	const row = page.getByRole('row', { name: /浏览器导入的第 1 批/ });
	assert.match(await row.innerText(), /来自批量导入第 \d+ 批第 2 行/);
	await sound(page, 'the list');
	await row.getByRole('link', { name: /批量导入第/ }).click();
	await page.getByText('撤销整批', { exact: true }).click();
	await page.getByRole('button', { name: '确认撤销整批' }).click();
	await page.getByRole('heading', { name: '已撤销 1 条' }).waitFor({ timeout: 60000 });
	await sound(page, 'undone');
	assert.deepEqual(wrong, []);
	await close();
});

test('on a phone and without script', async () => {
	const { context, page, wrong, close } = await open(browser, site, { script: false, viewport: PHONE });
	await adopt(context, site, clerk);
	await page.goto('/gkht/entry/bulk');
	await page.getByLabel('上传填好的表或 ZIP').setInputFiles(file(2));
	await page.getByRole('button', { name: '上传并检查' }).click();
	const again = async (state) => {
		await until(site, number(page), state);
		const link = page.getByRole('link', { name: '刷新', exact: true });
		await (await link.count() > 0 ? link.click() : page.reload());
	};
	await again('checked');
	await page.getByRole('button', { name: '导入 1 条' }).click();
	await again('imported');
	await page.getByText('撤销整批', { exact: true }).click();
	await page.getByRole('button', { name: '确认撤销整批' }).click();
	await again('undone');
	await page.getByRole('heading', { name: '已撤销 1 条' }).waitFor();
	assert.deepEqual(wrong, []);
	await close();
});
