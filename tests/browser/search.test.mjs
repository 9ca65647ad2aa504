// The search box with what it offers: keyboard, mouse, telephone, no script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { faults, launch, open, overflow, PHONE } from '../browser.mjs';
import { start } from '../site.mjs';

let site, browser;
before(async () => {
	site = await start();
	site.gkctl('drain');
	browser = await launch();
});
after(async () => {
	await browser?.close();
	await site?.stop();
});

// not the native options of other forms
const offered = (page) => page.locator('.suggest:not([hidden]) [role=option]');

test('by keyboard', { timeout: 60000 }, async () => {
	const { page, wrong, close } = await open(browser, site);
	await page.goto('/list');
	const box = page.getByRole('combobox', { name: '站内检索' });
	const options = offered(page);
	const active = () => box.evaluate((e) => document.getElementById(e.getAttribute('aria-activedescendant') || '-')?.textContent ?? '');

	assert.equal(await box.getAttribute('aria-expanded'), 'false');
	await box.pressSequentially('教育');
	await options.first().waitFor();
	assert.equal(await box.getAttribute('aria-expanded'), 'true');
	assert.equal(await page.getByRole('listbox').getAttribute('id'), await box.getAttribute('aria-controls'));
	await page.getByRole('status').filter({ hasText: /^\d+ 条建议$/ }).waitFor({ state: 'attached' });
	const all = await options.allTextContents();
	assert.ok(all.includes('区教育局单位'), all.join());
	assert.equal(await active(), '', 'nothing is chosen before somebody chooses');
	await box.press('ArrowDown');
	assert.equal(await active(), all[0]);
	assert.equal(await page.locator('[aria-selected=true]').count(), 1);
	await box.press('ArrowUp');
	assert.equal(await active(), '', 'and back to what was typed');
	await box.press('ArrowUp');
	assert.equal(await active(), all.at(-1));
	assert.equal(await box.inputValue(), '教育', 'what was typed stays');
	assert.deepEqual(await faults(page), []);
	await box.press('Escape');
	assert.equal(await box.getAttribute('aria-expanded'), 'false');
	assert.equal(await options.count(), 0);
	await box.press('ArrowDown');
	await options.first().waitFor();
	await box.press('ArrowDown');
	await box.press('Enter');
	await page.waitForURL('**/unit/jyj');
	// a word is searched for, and so is what was typed when nothing is chosen
	const again = page.getByRole('combobox', { name: '站内检索' });
	await again.pressSequentially('jiaoyu');
	await offered(page).filter({ hasText: /^教育检索$/ }).waitFor();
	await offered(page).filter({ hasText: /^教育检索$/ }).click();
	await page.waitForURL((u) => u.pathname === '/search' && u.searchParams.get('q') === '教育');
	const big = page.getByRole('main').getByRole('combobox');
	await big.fill('');
	await big.pressSequentially('招生');
	await options.first().waitFor();
	await big.press('Enter');
	await page.waitForURL((u) => u.searchParams.get('q') === '招生');
	assert.deepEqual(wrong, []);
	await close();
});

test('on a telephone, and gone with the focus', { timeout: 60000 }, async () => {
	const { page, wrong, close } = await open(browser, site, { viewport: PHONE });
	await page.goto('/');
	const box = page.getByRole('main').getByRole('combobox');
	await box.pressSequentially('财政');
	await offered(page).first().waitFor();
	for (const o of await offered(page).all())
		assert.ok((await o.boundingBox()).height >= 44, 'large enough for a finger');
	assert.equal(await overflow(page), 0);
	await box.evaluate((e) => e.blur());
	assert.equal(await offered(page).count(), 0);
	await box.fill('没有这样的词语呀');
	await page.waitForResponse(/\/suggest/);
	assert.equal(await offered(page).count(), 0);
	assert.equal(await box.getAttribute('aria-expanded'), 'false');
	await box.fill('财政');
	await offered(page).filter({ hasText: /^区财政局单位$/ }).click();
	await page.waitForURL('**/unit/czj');
	assert.deepEqual(wrong, []);
	await close();
});

test('without script it searches', { timeout: 60000 }, async () => {
	const { page, close } = await open(browser, site, { script: false });
	await page.goto('/');
	await page.getByRole('main').getByRole('searchbox').fill('招生');
	await page.getByRole('main').getByRole('button', { name: '检索' }).click();
	await page.locator('.hits li').first().waitFor();
	await close();
});
