// With the keys alone: from the home page to a document, its attachment and an
// error in it; and the first questions of an application.  What has the focus
// is always seen, and nothing lies over it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, open } from '../browser.mjs';
import { ZHANG } from '../citizen.mjs';
import { go, moved, press, reach } from '../keyboard.mjs';
import { start } from '../site.mjs';

let site, browser;
before(async () => {
	site = await start();
	browser = await launch();
});
after(async () => {
	await browser?.close();
	await site?.stop();
});

const main = (page) => page.getByRole('main');

test('from the home page to a document, its attachment, and an error in it', { timeout: 240000 }, async () => {
	const { page, wrong, close } = await open(browser, site);
	page.setDefaultTimeout(60000);
	await page.goto('/');
	await press(page, page.locator('a.skip').first());
	assert.equal(await page.evaluate(() => document.activeElement.id), 'main', 'past what is the same on every page');
	await reach(page, main(page).locator('input[name=q]'));
	await page.keyboard.type('年度报告');
	await Promise.all([moved(page), page.keyboard.press('Enter')]);
	const total = async () => Number(await main(page).locator('.found .bar b').first().innerText());
	const all = await total();
	await go(page, main(page).locator('.facet a[href*=year]'));
	assert.ok(await total() < all, 'fewer');
	await go(page, main(page).locator('.found h2 a').first());
	await page.locator('dl.meta').waitFor();
	await page.goto('/doc/zfb/2026-00001');
	await reach(page, page.getByRole('link', { name: '下载 PDF' }));
	await press(page, page.locator('details.view summary').first());
	await page.locator('details.view iframe').first().waitFor();
	await page.keyboard.press('Enter');
	assert.equal(await page.locator('details.view[open]').count(), 0, 'and closed again');
	await go(page, page.getByRole('link', { name: '我要纠错' }));
	await reach(page, page.getByLabel('错在哪里'));
	await page.keyboard.type('表格的合计不对。');
	await page.waitForTimeout(3200);	// as long as a person looks at it
	await go(page, page.getByRole('button', { name: '提交', exact: true }));
	await page.getByRole('heading', { level: 1 }).waitFor();
	assert.equal(site.sql('SELECT words FROM feedback ORDER BY id DESC LIMIT 1')[0].words, '表格的合计不对。');
	assert.deepEqual(wrong, []);
	await close();
});

test('the first questions of an application', { timeout: 240000 }, async () => {
	const { page, wrong, close } = await open(browser, site);
	page.setDefaultTimeout(60000);
	await page.goto('/apply');
	await go(page, page.getByRole('button', { name: '不查找，直接填写' }));
	await reach(page, page.getByLabel('按职责或名称查找'));
	await page.keyboard.type('老旧小区改造');
	await Promise.all([moved(page), page.keyboard.press('Enter')]);
	await press(page, page.locator('.likely input[type=radio]'), 'Space');
	const on = () => go(page, page.getByRole('button', { name: '保存并继续' }));
	await on();
	await press(page, page.getByLabel('公民'), 'Space');
	await on();
	await reach(page, page.getByLabel('姓名'));
	await page.keyboard.type(ZHANG.name);
	await on();
	await page.locator('.errs').waitFor();
	await press(page, page.locator('.errs a').first());
	assert.ok(await page.evaluate(() => document.activeElement.matches('input, select, textarea')), 'the summary leads to the field');
	assert.deepEqual(wrong, []);
	await close();
});
