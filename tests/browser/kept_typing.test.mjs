// Typing survives: the browser killed, the network cut, the session lost; and
// nobody is warned when there is nothing to lose.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { adopt, faults, launch, open as opened } from '../browser.mjs';
import { people } from '../office.mjs';
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
