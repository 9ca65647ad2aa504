// Reviewing by mouse and by keyboard alone, and what the hands have in lists.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { adopt, faults, launch, login, open, overflow } from '../browser.mjs';
import { inState, people, state } from '../office.mjs';
import { start } from '../site.mjs';

let site, browser, zfb;
before(async () => {
	site = await start();
	zfb = await people(site);
	browser = await launch();
});
after(async () => {
	await browser?.close();
	await site?.stop();
});

const row = (page, name) => page.getByRole('row').filter({ hasText: name });

test('from login to a decision in three clicks; the next one opens', { timeout: 90000 }, async () => {
	const next = await inState(zfb, 'submitted', { title: '下一条会自己打开' });
	const id = await inState(zfb, 'submitted', { title: '三次点击就审完' });
	const { page, wrong, close } = await open(browser, site);
	await login(page, 'zfb003');
	await page.getByRole('link', { name: '三次点击就审完' }).click();
	await page.getByRole('radio', { name: '审批通过' }).check();
	await page.getByRole('button', { name: /^保存/ }).click();
	await page.waitForURL(`**/review/${next}*`);
	assert.equal(state(site, id), 'approved');
	await page.getByRole('status').filter({ hasText: '审批通过，信息已进入' }).waitFor();
	// a passage is selected; the remark takes it, and it is found again
	await page.evaluate(() => {
		const p = document.querySelectorAll('[data-body] p')[1].firstChild;
		getSelection().setBaseAndExtent(p, 2, p, 5);
	});
	assert.equal(await page.getByLabel('原文里的话').inputValue(), '第二段');
	await page.getByLabel('意见', { exact: true }).fill('请写得更具体');
	await page.getByRole('button', { name: '添加意见' }).click();
	await page.getByText('请写得更具体').first().waitFor();
	await page.getByRole('button', { name: '看原文' }).click();
	assert.equal(await page.evaluate(() => String(getSelection())), '第二段');
	assert.deepEqual(await faults(page), []);
	await page.setViewportSize({ width: 320, height: 640 });
	assert.equal(await overflow(page), 0);
	assert.deepEqual(wrong, []);
	await close();
});

test('opened ones are ticked, a range with shift, and decided together', { timeout: 90000 }, async () => {
	const ids = [];
	for (const n of ['甲', '乙', '丙'])
		ids.push(await inState(zfb, 'submitted', { title: `成批的信息${n}` }));
	const { context, page, wrong, close } = await open(browser, site);
	await adopt(context, site, zfb.reviewer);
	for (const id of ids) {
		const told = page.waitForResponse((r) => r.url().endsWith(`/review/${id}/read`));
		await page.goto(`/gkht/review/${id}`);
		await told;
	}
	await page.goto(`/gkht/review?q=${encodeURIComponent('成批的信息')}`);
	assert.ok(await page.getByRole('button', { name: '审批通过所选' }).isDisabled());
	await row(page, '成批的信息丙').getByRole('checkbox').click();
	await row(page, '成批的信息甲').getByRole('checkbox').click({ modifiers: ['Shift'] });
	await page.getByRole('button', { name: '审批通过（3）' }).click();
	const ask = page.getByRole('dialog', { name: '是否确认' });
	assert.deepEqual(await faults(page), []);
	await ask.getByRole('button', { name: '确认' }).click();
	await page.getByText('审批通过 3 条').waitFor();
	assert.deepEqual(ids.map((i) => state(site, i)), ['approved', 'approved', 'approved']);
	assert.deepEqual(wrong, []);
	await close();
});

test('the keyboard alone: find, open, return with a reason; the sheet of keys', { timeout: 90000 }, async () => {
	const id = await inState(zfb, 'submitted', { title: '只用键盘审核' });
	const { context, page, wrong, close } = await open(browser, site);
	await adopt(context, site, zfb.reviewer);
	await page.goto('/gkht/review');
	await page.keyboard.press('/');
	await page.keyboard.type('只用键盘');
	await page.keyboard.press('Enter');
	await page.waitForURL(/q=/);
	await page.keyboard.press('j');
	await page.keyboard.press('?');
	const sheet = page.getByRole('dialog', { name: '快捷键' });
	await sheet.waitFor();
	assert.deepEqual(await faults(page), []);
	await page.keyboard.press('Escape');
	await sheet.waitFor({ state: 'hidden' });
	assert.equal(await page.evaluate(() => document.activeElement.textContent), '只用键盘审核', 'the focus is back');
	await page.keyboard.press('Enter');
	await page.waitForURL((url) => url.pathname.endsWith(`/review/${id}`));
	await page.getByRole('dialog', { name: '信息查看' }).waitFor();
	const focused = () => page.evaluate(() => document.activeElement.name || document.activeElement.tagName);
	for (let n = 0; n < 40 && await focused() !== 'result'; n++)
		await page.keyboard.press('Tab');
	await page.keyboard.press('Space');
	await page.keyboard.press('ArrowRight');
	for (let n = 0; n < 10 && await focused() !== 'remark'; n++)
		await page.keyboard.press('Tab');
	await page.keyboard.type('请补充附件');
	await page.keyboard.press('Control+s');
	await page.waitForURL((url) => !url.pathname.endsWith(`/${id}`));
	assert.equal(site.sql(`SELECT returned r FROM document WHERE id = ${id}`)[0].r, '请补充附件');
	// switched off, single keys do nothing
	await page.goto('/gkht/review');
	await page.keyboard.press('?');
	await sheet.getByRole('checkbox').uncheck();
	await page.keyboard.press('Escape');
	await page.keyboard.press('?');
	await page.waitForTimeout(200);
	assert.equal(await sheet.count(), 0);
	assert.deepEqual(wrong, []);
	await close();
});

test('the numbers in the menu follow without a reload; a session that ends warns first', { timeout: 90000 }, async () => {
	const { context, page, wrong, close } = await open(browser, site);
	await adopt(context, site, zfb.reviewer);
	await page.goto('/gkht/published');
	const number = () => page.locator('#c-review').textContent().then((t) => parseInt(t, 10), () => 0);
	const before = await number();
	await inState(zfb, 'submitted', { title: '菜单里多一条' });
	await page.evaluate(() => window.dispatchEvent(new Event('focus')));
	await page.waitForFunction((n) => parseInt((document.getElementById('c-review') || {}).textContent, 10) === n + 1, before);
	assert.equal(await page.getByRole('link', { name: /^已发布信息维护/ }).getAttribute('aria-current'), 'page');
	await page.evaluate(() => localStorage.setItem('last-request', Date.now() - (document.body.dataset.idle - 60) * 1000));
	const warning = page.getByRole('dialog', { name: '登录即将过期' });
	await warning.waitFor();
	assert.deepEqual(await faults(page), []);
	await warning.getByRole('button', { name: '继续' }).click();
	await warning.waitFor({ state: 'hidden' });
	assert.deepEqual(wrong, []);
	await close();
});
