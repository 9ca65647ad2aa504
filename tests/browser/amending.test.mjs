// 内容表修改 in the browser: what is found stands beside the text, is put right
// with one click or explained, and then the change is there.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { adopt, faults, launch, open, overflow, PHONE, signChange } from '../browser.mjs';
import { address, inState, people } from '../office.mjs';
import { start } from '../site.mjs';

const ID = '11010519491231002X', MOBILE = '13812345678';
let site, browser, zfb;
before(async () => {
	site = await start();
	browser = await launch();
	zfb = await people(site);
});
after(async () => {
	await browser?.close();
	await site?.stop();
});

async function admin(options) {
	const at = await open(browser, site, options);
	at.context.setDefaultTimeout(60000);
	await adopt(at.context, site, zfb.admin);
	return at;
}
const body = (page) => page.frameLocator('iframe').locator('body');

test('found, masked, explained, live', async () => {
	const id = await inState(zfb, 'published', { title: '浏览器里修改' });
	const at = await admin();
	await at.page.goto(`/gkht/manage/${id}`);
	await body(at.page).click();
	await at.page.keyboard.press('Control+End');
	await at.page.keyboard.type(` 证号${ID}，电话${MOBILE}。`);
	await at.page.getByLabel('修改说明').fill('补充联系人');
	await at.page.getByRole('button', { name: /^保存/ }).click();
	const panel = at.page.locator('#f-inspection');
	await at.page.getByText('填写的内容需要修改').waitFor();	// what is typed is kept first, then the page is sent
	await panel.getByText('身份证号', { exact: false }).first().waitFor();
	assert.deepEqual(await faults(at.page), []);
	await panel.getByRole('button', { name: /^遮盖为 110/ }).click();
	await body(at.page).getByText(/证号110\*+002X/).waitFor();
	assert.equal(await at.page.getByLabel('修改说明').inputValue(), '补充联系人');
	await panel.getByLabel('保留的理由').fill('对外公布的工作电话');
	await signChange(at.page);
	await at.page.getByRole('button', { name: /^保存/ }).click();
	await at.page.getByText('修改已生效').waitFor();
	const shown = await site.visitor().get(address(site, id));
	assert.match(shown.plain, /证号110\*+002X，电话13812345678/);
	assert.deepEqual(at.wrong, []);
	await at.close();
});

test('the same on a telephone and without script', async () => {
	const id = await inState(zfb, 'published', { title: '手机上修改' });
	const at = await admin({ script: false, viewport: PHONE });
	await at.page.goto(`/gkht/manage/${id}`);
	await at.page.locator('#f-body').fill(`证号${ID}`);
	await at.page.getByLabel('修改说明').fill('补充');
	await signChange(at.page);
	await at.page.getByRole('button', { name: /^保存/ }).click();
	await at.page.getByRole('button', { name: /^遮盖为 110/ }).click();
	assert.match(await at.page.locator('#f-body').inputValue(), /证号110\*+002X/);
	assert.equal(await overflow(at.page), 0);
	await at.page.getByRole('button', { name: /^保存/ }).click();
	await at.page.getByText('修改已生效').waitFor();
	await at.close();
});

test('reviewed first: 001 sends, 003 reads the difference and returns, 001 goes on, 003 lets it through', async () => {
	await zfb.admin.post('/gkht/settings', { scope: 'district', retention_days: '1095', amend_review: '1' });
	const id = await inState(zfb, 'published', { title: '先审后改' });
	const at = await admin();
	await at.page.goto(`/gkht/manage/${id}`);
	await body(at.page).waitFor();
	await at.page.getByText('先由审核员（003）审核').waitFor();
	await at.page.getByLabel('信息名称').fill('先审后改的新名称');
	await at.page.getByLabel('修改说明').fill('更正名称');
	await signChange(at.page);
	await at.page.getByRole('button', { name: /^保存/ }).click();
	await at.page.getByText('修改已提交').waitFor();
	assert.deepEqual(await faults(at.page), []);
	const other = await open(browser, site, { script: false, viewport: PHONE });
	await adopt(other.context, site, zfb.reviewer);
	await other.page.goto('/gkht/review');
	await other.page.getByRole('link', { name: '先审后改的新名称' }).click();
	await other.page.locator('.chg ins').first().waitFor();
	await other.page.getByLabel('审批不通过').check();
	await other.page.getByLabel('审核意见', { exact: true }).fill('请写全称');
	assert.equal(await overflow(other.page), 0);
	await other.page.getByRole('button', { name: /^保存/ }).click();
	await at.page.goto('/gkht/manage');
	await at.page.getByText('退回原因：请写全称').waitFor();
	await at.page.getByRole('link', { name: '先审后改的新名称' }).click();
	await body(at.page).waitFor();
	await at.page.getByText('上次的修改没有通过审核').waitFor();
	assert.deepEqual(await faults(at.page), []);
	await at.page.getByLabel('信息名称').fill('先审后改的完整名称');
	await signChange(at.page);
	await at.page.getByRole('button', { name: /^保存/ }).click();
	await at.page.getByText('修改已提交').waitFor();
	await other.page.goto('/gkht/review');
	await other.page.getByRole('link', { name: '先审后改的完整名称' }).click();
	await other.page.getByLabel('审批通过').check();
	await other.page.getByRole('button', { name: /^保存/ }).click();
	await other.page.getByText('修改已审批通过').waitFor();
	assert.match((await site.visitor().get(address(site, id))).plain, /先审后改的完整名称/);
	assert.deepEqual(at.wrong, []);
	await other.close();
	await at.close();
});
