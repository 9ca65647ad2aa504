// 检查结果 in the browser: each finding leads to its place in the text, one
// click puts it right, and a refused 签署 marks the fields it is about.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { adopt, faults, launch, open, PHONE } from '../browser.mjs';
import { fullDraft, people } from '../office.mjs';
import { start } from '../site.mjs';
import { docx } from '../zip.mjs';

const ID = '11010519491231002X', DEAD = 'https://xinxigk.baodi.gov.cn/doc/zfb/2020-99999';
let site, zfb, browser;
before(async () => {
	site = await start();
	zfb = await people(site);
	browser = await launch();
});
after(async () => {
	await browser.close();
	await site.stop();
});

const selected = (page) => page.frameLocator('.tox-edit-area__iframe').locator('body').evaluate((b) => String(b.ownerDocument.getSelection()));
const finding = (page, text) => page.locator('[data-finding]', { hasText: text });

test('去看 leads to a number half in bold and to a link; 遮盖 and 清除 put it right', { timeout: 120000 }, async () => {
	const lines = Array.from({ length: 40 }, (_, k) => `<p>第 ${k + 1} 段，没有什么。</p>`).join('');
	const id = await fullDraft(zfb.clerk, { summary: '概'.repeat(101), body: `${lines}<p>证号<strong>110105</strong>19491231002X。</p><p>见<a href="${DEAD}">这里的文件</a>。</p>` });
	const at = `/gkht/entry/${id}`;
	const core = { 'docProps/core.xml': '<cp:coreProperties xmlns:cp="a" xmlns:dc="b"><dc:creator>张三丰</dc:creator></cp:coreProperties>' };
	await zfb.clerk.post(at, [...(await zfb.clerk.get(at)).form(at), ['file', new Blob([docx('<w:p><w:r><w:t>正文</w:t></w:r></w:p>', [], core)]), '附件.docx'], ['act', 'save']], { multipart: true });
	const { context, page, wrong, close } = await open(browser, site);
	await adopt(context, site, zfb.clerk);
	await page.goto(at);
	await page.frameLocator('.tox-edit-area__iframe').getByText('第 1 段').waitFor();
	assert.match(await finding(page, '内容概述超过 100 字').innerText(), /现在 101 字/);
	await finding(page, '身份证号').getByText('去看').click();
	assert.equal(await selected(page), ID);
	await finding(page, '链接的信息没有公开').getByText('去看').click();
	assert.equal(await selected(page), '这里的文件');
	assert.deepEqual(await faults(page), []);
	await finding(page, '作者姓名').getByRole('button', { name: '清除' }).click();
	await finding(page, '作者姓名').waitFor({ state: 'detached' });
	await page.frameLocator('.tox-edit-area__iframe').getByText('第 1 段').waitFor();
	await finding(page, '身份证号').getByRole('button', { name: /遮盖为/ }).click();
	await finding(page, '身份证号').waitFor({ state: 'detached' });
	await page.frameLocator('.tox-edit-area__iframe').getByText('110***********002X').waitFor();
	assert.deepEqual(wrong, []);
	await close();
});

test('on a phone: a refused 签署 says why and marks each field', { timeout: 120000 }, async () => {
	const id = await fullDraft(zfb.clerk, {});
	const { context, page, wrong, close } = await open(browser, site, { viewport: PHONE });
	await adopt(context, site, zfb.clerk);
	await page.goto(`/gkht/entry/${id}`);
	await page.frameLocator('.tox-edit-area__iframe').getByText('正文第一段').waitFor();
	const sheet = page.locator('#f-secrecy');
	await sheet.getByText('填写审查意见').click();
	await sheet.getByRole('button', { name: '签署', exact: true }).click();
	await page.locator('#errs').getByText('内容是否含有：请填写这一项。').waitFor();
	assert.ok(await page.locator('#f-secrecy_holds.field-err').count() === 1);
	assert.ok(await sheet.locator('.field-err:has(#f-secrecy_opinion)').count() === 1);
	assert.ok(await sheet.locator('#f-secrecy_basis.bad').count() === 1);
	assert.deepEqual(await faults(page), []);
	assert.deepEqual(wrong, []);
	await close();
});
