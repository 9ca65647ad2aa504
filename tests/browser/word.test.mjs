// 导入word文档 from the dialog to the portal: what the clerk's paper looks
// like is what citizens see, for a .docx and for the .doc made from it.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { adopt, faults, launch, open, overflow, PHONE, sign } from '../browser.mjs';
import { address, day, leafCategory, people, publish, reply, state } from '../office.mjs';
import { convert, installed } from '../soffice.mjs';
import { start, top } from '../site.mjs';

const notice = `${top}/tests/data/word/notice.docx`;
const shots = process.env.SHOTS;	// a folder for pictures to look at
let site, browser, office, dir;
before(async () => {
	site = await start();
	browser = await launch();
	office = await people(site);
	dir = mkdtempSync(join(tmpdir(), 'xxgk-word-'));
	if (shots)
		mkdirSync(shots, { recursive: true });
});
after(async () => {
	await browser?.close();
	await site?.stop();
	rmSync(dir, { recursive: true, force: true });
});

const button = (scope, name) => scope.getByRole('button', { name, exact: true });

async function upload(page, path) {
	const dialog = page.getByRole('dialog', { name: '内容表添加' });
	await button(dialog, '导入word文档').click();
	const word = page.getByRole('dialog', { name: '导入word文档' });
	const chooser = page.waitForEvent('filechooser');
	await word.getByText('浏览', { exact: true }).click();
	await (await chooser).setFiles(path);
	await button(word, '确定').click();
	return { dialog, word };
}

// Draft, panel, save, submit in the browser; returns the document's id.
async function enter(page, path, title) {
	await page.goto('/gkht/entry/new');
	await page.locator('iframe').first().waitFor();
	const { dialog, word } = await upload(page, path);
	await word.waitFor({ state: 'hidden', timeout: 60000 });
	const panel = dialog.locator('[data-imported]');
	await panel.getByText('一字不少').waitFor();
	await panel.getByText('保留', { exact: true }).waitFor();
	assert.match(await panel.locator('[data-part=tables]').innerText(), /表格 1 个/);
	await panel.getByRole('link', { name: '对照原文' }).waitFor();
	await dialog.getByLabel('信息名称').fill(title);
	await dialog.getByLabel('生成日期').fill(day(-1));
	await dialog.getByLabel('内容概述').fill('从 Word 文档导入的通知。');
	await page.evaluate((id) => {
		document.querySelector(`#kinds input[value="${id}"], [data-kinds] input[value="${id}"]`).click();
	}, String(leafCategory(site)));
	await dialog.getByRole('button', { name: /^保存/ }).click();
	await dialog.getByText(/已保存 \d\d:\d\d/).waitFor();
	const id = Number(/entry\/(\d+)/.exec(page.url())[1]);
	await sign(page);
	await dialog.getByRole('button', { name: /^提交/ }).click();
	await dialog.waitFor({ state: 'hidden' });
	return id;
}

// How a paragraph of the portal page is set.
const look = (page, text) => page.evaluate((t) => {
	const all = [...document.querySelectorAll('.gw *')].filter((e) => e.textContent.includes(t));
	const e = all[all.length - 1].closest('p, h1, h2, h3, h4, li, td, th') || all[all.length - 1];
	const s = getComputedStyle(e);
	return { align: s.textAlign, indent: parseFloat(s.textIndent) / parseFloat(s.fontSize), tag: e.tagName, right: parseFloat(s.paddingRight) };
}, text);

async function portal(page) {
	assert.equal((await look(page, '云河县人民政府办公室')).align, 'right', 'signature');
	assert.equal((await look(page, '2026年3月2日')).align, 'right', 'date');
	assert.ok(Math.abs((await look(page, '详见')).indent - 2) < 0.1, 'first line indented by two');
	const text = await page.locator('.gw').innerText();
	for (const label of ['一、', '（一）', '（二）'])
		assert.ok(text.includes(label), label);
	const table = page.locator('.gw table');
	assert.equal(await table.count(), 1);
	assert.ok(await table.locator('[colspan], [rowspan]').count() > 0, 'merged cells');
	const image = page.locator('.gw img');
	assert.equal(await image.count(), 1);
	assert.ok(await image.evaluate((e) => e.complete && e.naturalWidth > 0), 'the picture loads');
	await page.locator('.gw').getByRole('link', { name: '政府信息公开条例' }).waitFor();
}

async function journey(path, title) {
	const clerk = await open(browser, site);
	await adopt(clerk.context, site, office.clerk);
	const id = await enter(clerk.page, path, title);
	assert.equal(state(site, id), 'submitted');
	assert.deepEqual(clerk.wrong, []);
	await clerk.close();
	assert.equal((await reply(office.reviewer, id, 'approve')).status, 303);
	assert.equal((await publish(office.reviewer, id)).status, 303);
	const reader = await open(browser, site, { script: false });
	await reader.page.goto(address(site, id));
	const script = await open(browser, site);
	await script.page.goto(address(site, id));
	await portal(script.page);
	if (shots)
		await script.page.screenshot({ path: join(shots, `${title}.png`), fullPage: true });
	assert.deepEqual([...reader.wrong, ...script.wrong], []);
	await reader.close();
	await script.close();
	return id;
}

test('a .docx, from the dialog to the portal', { timeout: 120000 }, async () => {
	await journey(notice, '从docx导入的通知');
});

test('a .doc made from it looks the same', { timeout: 180000, skip: installed ? false : 'LibreOffice is not installed' }, async () => {
	const path = join(dir, '通知.doc');
	writeFileSync(path, convert(notice, 'doc:MS Word 97'));
	const id = await journey(path, '从doc导入的通知');
	// The reviewer compares it with the pages of the original.
	const { context, page, wrong, close } = await open(browser, site);
	await adopt(context, site, office.reviewer);
	await page.goto(`/gkht/document/${id}`);
	const beside = page.getByRole('link', { name: '对照原文' }).first();
	await page.getByText('导入情况').first().click();
	await page.goto(await beside.getAttribute('href'));
	await button(page, '显示原文件各页').click();
	const sheet = page.getByRole('img', { name: '原文件第 1 页' });
	await sheet.waitFor({ timeout: 60000 });
	assert.ok(await sheet.evaluate((e) => e.complete && e.naturalWidth === 900));
	assert.deepEqual(await faults(page), []);
	if (shots)
		await page.screenshot({ path: join(shots, 'beside.png') });
	await page.setViewportSize(PHONE);
	assert.equal(await overflow(page), 0);
	assert.deepEqual(wrong, []);
	await close();
});

test('a refusal says what to do and the editor keeps what it had', { timeout: 60000 }, async () => {
	const { context, page, wrong, close } = await open(browser, site);
	await adopt(context, site, office.clerk);
	await page.goto('/gkht/entry/new');
	const frame = page.frameLocator('iframe').first().locator('body');
	await frame.click();
	await page.keyboard.type('写好的正文');
	const path = join(dir, '排好版.doc');
	writeFileSync(path, '%PDF-1.7\n');
	const { word } = await upload(page, path);
	await word.getByRole('alert').filter({ hasText: 'PDF、OFD' }).waitFor();
	await word.getByRole('button', { name: '取消' }).click();
	assert.match(await frame.innerText(), /写好的正文/);
	assert.deepEqual(wrong, []);
	await close();
});
