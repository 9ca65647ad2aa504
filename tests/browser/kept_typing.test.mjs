// Typing survives: the browser killed, the network cut, the session lost; and
// nobody is warned when there is nothing to lose.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { adopt, faults, launch, open as opened, overflow, signChange } from '../browser.mjs';
import { inState, people } from '../office.mjs';
import { start } from '../site.mjs';

let site, browser, zfb;
// a cold editor on a busy machine takes its time
const open = async (...w) => { const at = await opened(...w); at.context.setDefaultTimeout(60000); return at; };
before(async () => {
	site = await start();
	browser = await launch();
	zfb = await people(site);
});
after(async () => {
	await browser?.close();
	await site?.stop();
});

const said = (page, text) => page.locator('[data-saved]').filter({ hasText: text }).waitFor({ timeout: 40000 });
const body = (page) => page.frameLocator('iframe').locator('body');

test('killed in the middle of typing: the form comes back', async () => {
	const own = await launch();
	const at = await open(own, site);
	await adopt(at.context, site, zfb.clerk);
	await at.page.goto('/gkht/entry/new');
	await body(at.page).click();
	await at.page.keyboard.type('打到一半的正文');
	await at.page.getByLabel('信息名称').fill('打到一半');
	await said(at.page, /已自动保存 \d\d:\d\d/);
	const address = at.page.url();
	await own.close();	// nothing of the page runs any more
	const again = await open(browser, site);
	await adopt(again.context, site, zfb.clerk);
	await again.page.goto(address);
	assert.equal(await again.page.getByLabel('信息名称').inputValue(), '打到一半');
	await body(again.page).getByText('打到一半的正文').waitFor();
	assert.deepEqual(await faults(again.page), []);
	await again.page.getByRole('button', { name: '放弃这些内容' }).click();
	await again.page.waitForURL(/entry\/new$/);
	assert.equal(await again.page.getByLabel('信息名称').inputValue(), '');
	assert.deepEqual(again.wrong, []);
	await again.close();
});

test('network cut: kept here, said honestly, on the server once it is back; even killed meanwhile', async () => {
	const at = await open(browser, site);
	await adopt(at.context, site, zfb.clerk);
	await at.page.goto('/gkht/entry/new');
	await body(at.page).waitFor();
	await at.context.setOffline(true);
	await at.page.getByLabel('信息名称').fill('断网时写的');
	await said(at.page, /网络中断，内容暂存在这台电脑/);
	await at.context.setOffline(false);
	await said(at.page, /已自动保存/);
	await at.context.setOffline(true);
	await at.page.getByLabel('信息名称').fill('断网时写的，又写了');
	await said(at.page, /网络中断/);
	await at.page.close({ runBeforeUnload: false });
	await at.context.setOffline(false);
	const page = await at.context.newPage();
	await page.goto('/gkht/entry/new');
	await page.waitForURL(/copy=/);
	assert.equal(await page.getByLabel('信息名称').inputValue(), '断网时写的，又写了');
	assert.deepEqual(at.wrong, []);
	await at.close();
});

test('session lost: the login leads back to the same form with the text', async () => {
	const clerk = await site.staff('czj002');
	const at = await open(browser, site);
	await adopt(at.context, site, clerk);
	await at.page.goto('/gkht/entry/new');
	await body(at.page).waitFor();
	site.sql("DELETE FROM session WHERE account_id = (SELECT id FROM account WHERE login = 'czj002')");
	await at.page.getByLabel('信息名称').fill('过期以后写的');
	await said(at.page, /登录已经过期，内容暂存在这台电脑/);
	await at.page.getByRole('link', { name: '重新登录' }).click();
	await at.page.getByLabel('用户名').fill('czj002');
	await at.page.getByLabel('密码', { exact: true }).fill('Gongkai-2026');
	await at.page.getByRole('button', { name: '登录', exact: true }).click();
	await at.page.waitForURL(/entry\/new\?copy=/);
	assert.equal(await at.page.getByLabel('信息名称').inputValue(), '过期以后写的');
	await at.close();
});

test('a warning before leaving only while something is unsaved', async () => {
	const at = await open(browser, site);
	const asked = [];
	at.page.on('dialog', (d) => { asked.push(d.type()); d.accept().catch(() => {}); });
	await adopt(at.context, site, zfb.clerk);
	await at.page.goto('/gkht/entry/new');
	await body(at.page).waitFor();
	await at.page.getByLabel('信息名称').fill('刚写的');
	await at.page.goto('/gkht/entry');
	assert.deepEqual(asked, ['beforeunload']);
	await at.page.goto('/gkht/entry/new');
	await body(at.page).waitFor();
	await at.page.getByLabel('信息名称').fill('写了一会的');
	await said(at.page, /已自动保存/);
	await at.page.goto('/gkht/entry');
	assert.deepEqual(asked, ['beforeunload'], 'it is on the server');
	await at.close();
});

// Clean for axe, and as wide as a page four times as large.
async function clean(page, what) {
	const was = page.viewportSize();
	assert.deepEqual(await faults(page), [], what);
	await page.setViewportSize({ width: 320, height: 640 });
	assert.equal(await overflow(page), 0, `${what}: sticks out at 320 px`);
	await page.setViewportSize(was);
}

test('内容表修改: killed, cut off while it is saved, the session lost; then saved, and nothing stays', async () => {
	const id = await inState(zfb, 'published', { title: '要改的信息' });
	const own = await launch(), first = await open(own, site);
	await adopt(first.context, site, zfb.admin);
	await first.page.goto(`/gkht/manage/${id}`);
	await body(first.page).waitFor();
	await first.page.getByLabel('修改说明').fill('改到一半的说明');
	await said(first.page, /已自动保存 \d\d:\d\d/);
	await own.close();

	const at = await open(browser, site), { page } = at;
	await adopt(at.context, site, zfb.admin);
	await page.goto(`/gkht/manage/${id}`);
	await body(page).click();
	assert.equal(await page.getByLabel('修改说明').inputValue(), '改到一半的说明');
	await page.getByText(/已恢复/).waitFor();
	await clean(page, 'a restored change');
	await page.keyboard.type('断网时写的一段。');
	await at.context.setOffline(true);
	await page.getByRole('button', { name: /^保存/ }).click();
	await page.getByRole('alert').filter({ hasText: '网络中断，内容还在这里' }).waitFor();
	await clean(page, 'not saved: no network');
	await at.context.setOffline(false);
	await said(page, /已自动保存/);
	site.sql("DELETE FROM session WHERE account_id = (SELECT id FROM account WHERE login = 'zfb001')");
	await page.getByLabel('信息名称').fill('要改的信息，过期以后写的');
	await page.getByRole('button', { name: /^保存/ }).click();
	await page.getByRole('alert').filter({ hasText: '登录已经过期，内容还在这里' }).waitFor();
	await clean(page, 'not saved: no session');
	await page.getByRole('link', { name: '重新登录' }).click();
	await page.getByLabel('用户名').fill('zfb001');
	await page.getByLabel('密码', { exact: true }).fill('Gongkai-2026');
	await page.getByRole('button', { name: '登录', exact: true }).click();
	await page.waitForURL(new RegExp(`manage/${id}\\?copy=`));
	await body(page).getByText('断网时写的一段').waitFor();
	assert.equal(await page.getByLabel('信息名称').inputValue(), '要改的信息，过期以后写的');
	await signChange(page);
	await page.getByRole('button', { name: /^保存/ }).click();
	await page.getByText('修改已生效').waitFor();
	assert.equal(site.sql("SELECT count(*) n FROM working_copy WHERE place LIKE 'manage/%'")[0].n, 0);
	assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((k) => k.startsWith('copy:')).length), 0);
	assert.deepEqual(at.wrong, []);
	await at.close();
	zfb.admin = await site.staff('zfb001');
});

test('领导信息: kept with its people, two windows, both texts side by side', async () => {
	const at = await open(browser, site), { page } = at;
	const asked = [];
	page.on('dialog', (d) => { asked.push(d.type()); d.accept().catch(() => {}); });
	await adopt(at.context, site, zfb.clerk);
	await page.goto('/gkht/profile?kind=leaders');
	await page.getByLabel('姓名').first().fill('周文博');
	await page.getByRole('button', { name: '再加一人' }).click();
	await page.getByRole('group', { name: '第 2 人' }).getByLabel('姓名').fill('吴雅琴');
	await said(page, /已自动保存 \d\d:\d\d/);
	assert.match(page.url(), /profile\/leaders\?copy=/);
	await page.reload();
	assert.deepEqual(asked, [], 'nothing would be lost');
	assert.equal(await page.getByRole('group', { name: /第 2 人/ }).getByLabel('姓名').inputValue(), '吴雅琴');
	await page.getByText('照片文件不会自动保存').first().waitFor();
	assert.match(await page.locator('#f-photo').evaluate((e) => e.getAttribute('aria-describedby')), /lost-photo/, 'said by the field');
	await clean(page, 'a restored form');
	await page.getByRole('button', { name: '保存', exact: true }).click();
	await page.waitForURL(/(saved|check)=1/);
	assert.equal(await page.getByText('照片文件不会自动保存').count(), 0);
	assert.equal(site.sql("SELECT count(*) n FROM working_copy WHERE place LIKE 'profile/%'")[0].n, 0);
	const address = `${site.url}/gkht/profile/${/(\d+)\?/.exec(page.url())[1]}`;
	const other = await at.context.newPage();
	await other.goto(address);
	await other.getByRole('group', { name: /第 1 人/ }).getByLabel('职务').fill('局长');
	await page.goto(address);
	await page.getByRole('group', { name: /第 1 人/ }).getByLabel('职务').fill('副局长');
	await page.getByRole('button', { name: '保存', exact: true }).click();
	await page.waitForURL(/(saved|check)=1/);
	await other.getByRole('button', { name: '保存', exact: true }).click();
	await other.getByRole('heading', { name: '现在保存的原文' }).waitFor();
	await other.getByRole('region', { name: '您填写的原文' }).getByText('局长').first().waitFor();
	assert.equal(await other.getByRole('group', { name: /第 1 人/ }).getByLabel('职务').inputValue(), '局长');
	await clean(other, 'both texts');
	await other.getByRole('button', { name: /放弃我的修改/ }).click();
	await other.waitForURL(address);
	assert.equal(await other.getByRole('group', { name: /第 1 人/ }).getByLabel('职务').inputValue(), '副局长');
	assert.equal(site.sql("SELECT count(*) n FROM working_copy WHERE place LIKE 'profile/%'")[0].n, 0);
	await other.getByRole('group', { name: /第 1 人/ }).getByLabel('职务').fill('刚写的');
	const warned = [];
	other.on('dialog', (d) => { warned.push(d.type()); d.accept().catch(() => {}); });
	await other.goto('/gkht/entry');
	assert.deepEqual(warned, ['beforeunload']);
	assert.deepEqual(at.wrong, []);
	await at.close();
});

test('without script, back at the empty form after it was saved: one link leads to what was typed', async () => {
	const o = await open(browser, site, { script: false }), { page } = o;
	await adopt(o.context, site, zfb.clerk);
	await page.goto('/gkht/entry/new');
	await page.locator('#f-title').fill('后退以后还在');
	await page.locator('#f-summary').fill('写好的概述');
	await page.getByRole('button', { name: /^保存/ }).first().click();
	await page.waitForURL(/entry\/\d+/);
	await page.goBack();
	await page.waitForURL(/entry\/new/);
	await page.locator('.note', { hasText: '内容没有丢' }).getByRole('link', { name: '后退以后还在' }).click();
	await page.waitForURL(/entry\/\d+/);
	assert.deepEqual([await page.locator('#f-title').inputValue(), await page.locator('#f-summary').inputValue()], ['后退以后还在', '写好的概述']);
	assert.deepEqual(o.wrong, []);
	await o.close();
});
