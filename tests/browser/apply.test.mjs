// Somebody applies in a real browser, with and without script: every page is
// clean, nothing sticks out, the policy is kept, and it takes three minutes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { faults, launch, open, overflow, PHONE } from '../browser.mjs';
import { png, ZHANG } from '../citizen.mjs';
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

const TYPING = 60;	// ms a key, a slow typist
const on = (page) => page.getByRole('button', { name: '保存并继续' }).click();

async function file(page, { script, look, delay = 0 }) {
	const type = async (field, text) => {
		await field.click();
		await page.keyboard.press('Control+A');
		await page.keyboard.type(text, { delay });
	};
	let pages = 0;
	const seen = async (name) => { pages++; await look(name); };
	await page.goto('/apply');
	await seen('start');
	await page.getByRole('button', { name: '不查找，直接填写' }).click();
	await seen('unit');
	await type(page.getByLabel('按职责或名称查找'), '老旧小区改造');
	await page.keyboard.press('Enter');
	await page.getByText('最接近的单位').waitFor();
	await look('unit found');
	await page.getByLabel(/住房和建设委员会/).check();
	await on(page);
	await seen('who');
	await page.getByLabel('公民').check();
	await on(page);
	await seen('identity');
	await type(page.getByLabel('姓名'), ZHANG.name);
	await type(page.getByLabel('证件号码'), ZHANG.paper_no);
	await page.locator('input[type=file]').setInputFiles({ name: '身份证.png', mimeType: 'image/png', buffer: png(64) });
	await on(page);
	await seen('contact');
	await type(page.getByLabel('联系电话'), ZHANG.phone);
	await type(page.getByLabel('电子邮箱'), ZHANG.email);
	await on(page);
	await seen('wish');
	await type(page.getByLabel('信息名称'), ZHANG.wish_name);
	await on(page);
	await seen('delivery');
	await page.getByRole('radio', { name: /电子邮件/ }).check();
	await page.getByRole('radio', { name: /电子文档/ }).check();
	await on(page);
	await page.getByRole('heading', { level: 1, name: '请核对，然后提交' }).waitFor();
	await seen('check');
	if (script)
		await page.getByText('浏览器已经验证').waitFor();
	else
		await page.waitForTimeout(3100);
	await page.getByRole('button', { name: '提交', exact: true }).click();
	await page.getByRole('heading', { level: 1, name: '已收到您的申请' }).waitFor();
	await look('receipt');
	return pages;
}

for (const [what, options] of [['with script', { script: true }], ['on a phone', { script: true, viewport: PHONE }], ['without script', { script: false }]])
	test(`an application is filed ${what}`, { timeout: 240000 }, async () => {
		const { page, wrong, close } = await open(browser, site, options);
		const found = [];
		const look = async (name) => {
			if (!options.script)
				return;
			for (const f of await faults(page))
				found.push(`${name}: ${f}`);
			if (await overflow(page) > 0)
				found.push(`${name} sticks out`);
		};
		const began = Date.now();
		const pages = await file(page, { script: options.script, look, delay: options.viewport ? 0 : TYPING });
		assert.ok(Date.now() - began < 180000, 'three minutes');
		assert.ok(pages <= 8, `${pages} pages`);
		const code = (await page.locator('.code span').allTextContents()).join(' ');
		const number = await page.locator('.done-box b').textContent();
		assert.equal(code.length, 39);
		await page.reload();
		assert.equal((await page.locator('.code span').allTextContents()).join(' '), code, 'a reload loses nothing');
		await page.getByRole('button', { name: /已经保存/ }).click();
		await page.getByText('等待单位与您确认').waitFor();
		await look('status');
		await page.goBack();
		assert.ok(!(await page.content()).includes(code), 'the code is gone');
		await page.goto('/apply/status');
		await page.getByRole('button', { name: '结束查询' }).click();
		await page.goto(`/apply/status?number=${number}`);
		await look('query');
		await page.getByLabel('查询码').fill(code);
		await page.getByRole('button', { name: '查询', exact: true }).click();
		await page.getByText('待确认').first().waitFor();
		await page.getByRole('link', { name: '撤回申请' }).click();
		await look('withdraw');
		await page.getByRole('button', { name: '撤回申请' }).click();
		await page.getByText('申请已经撤回').waitFor();
		assert.deepEqual(found, []);
		assert.deepEqual(wrong, []);
		await close();
	});

test('the browser\'s back button loses nothing', { timeout: 60000 }, async () => {
	const { page, wrong, close } = await open(browser, site, { script: false });
	await page.goto('/apply?unit=czj');
	await page.getByLabel('您想了解什么').fill('查无此事的一段描述甲乙丙丁');
	await page.getByRole('button', { name: '开始申请' }).click();
	if (page.url().endsWith('answers'))
		await page.getByRole('link', { name: /继续申请/ }).click();
	await page.getByLabel('公民').check();
	await on(page);
	await page.getByLabel('姓名').fill('李四');
	await page.getByLabel('证件号码').fill('错的');
	await on(page);
	await page.getByRole('alert').waitFor();
	await page.goBack();
	await page.goBack();
	assert.ok(await page.getByLabel('公民').isChecked());
	await page.goto('/apply/form/identity');
	assert.equal(await page.getByLabel('姓名').inputValue(), '李四');
	await page.goto('/apply/form/wish');
	assert.match(page.url(), /identity$/, 'not before the one in between is right');
	assert.deepEqual(wrong, []);
	await close();
});

test('the elder version and high contrast', { timeout: 120000 }, async () => {
	const { page, wrong, close } = await open(browser, site, { viewport: PHONE });
	const found = [];
	for (const view of ['view=elder', 'contrast=high', 'contrast=dark']) {
		await page.goto(`/view?${view}&back=/apply`);
		await page.getByRole('button', { name: '不查找，直接填写' }).click();
		for (const at of ['/apply', '/apply/form/unit', '/apply/status', '/apply/log']) {
			await page.goto(at);
			found.push(...(await faults(page)).map((f) => `${view} ${at}: ${f}`));
			if (await overflow(page) > 0)
				found.push(`${view} ${at} sticks out`);
		}
	}
	assert.deepEqual(found, []);
	assert.deepEqual(wrong, []);
	await close();
});
