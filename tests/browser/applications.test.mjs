// Applications in a real browser: by the clerk at the counter and by the
// reviewer, with and without script, by keyboard where it is quicker.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { adopt, faults, launch, open, overflow, PHONE } from '../browser.mjs';
import { counter, inCase } from '../case.mjs';
import { people } from '../office.mjs';
import { start } from '../site.mjs';

let site, browser, own;
before(async () => {
	site = await start();
	browser = await launch();
	own = await people(site, 'czj');
});
after(async () => {
	await browser?.close();
	await site?.stop();
});

const state = (id) => site.sql(`SELECT state FROM application WHERE id = ${id}`)[0].state;

async function at(who, options) {
	const c = await open(browser, site, options);
	await adopt(c.context, site, own[who]);
	return c;
}

for (const script of [true, false]) {
	test(`confirmed, answered and released ${script ? 'with' : 'without'} script`, { timeout: 120000 }, async () => {
		const { id } = await inCase(own, 'submitted', { wish_name: `道路改造设计图${script}` });
		const { page, wrong, close } = await at('reviewer', { script });
		await page.goto('/gkht/applications');
		await page.getByRole('link', { name: `道路改造设计图${script}` }).click();
		await page.getByRole('link', { name: '确认收到' }).click();
		await page.getByRole('button', { name: '下一步：核对告知书' }).click();
		assert.match(await page.getByLabel('告知书正文').inputValue(), /第三十一条、第三十三条/);
		await page.getByRole('button', { name: '签发并办理' }).click();
		await page.waitForURL(/done=confirm|applications\/\d+$/);
		assert.equal(state(id), 'open');
		await page.getByRole('link', { name: '回复', exact: true }).click();
		await page.getByLabel('不予公开（第三方合法权益）').check();
		await page.getByRole('button', { name: '下一步', exact: true }).click();
		await page.getByLabel('回复描述').fill('涉及设计单位的商业秘密。');
		await page.getByLabel('理由', { exact: true }).fill('第三方不同意公开，理由成立。');
		await page.getByRole('button', { name: '下一步：核对告知书' }).click();
		const body = await page.getByLabel('告知书正文').inputValue();
		assert.match(body, /第十五条[\s\S]*先向[\s\S]*行政复议/);
		await page.getByLabel('告知书正文').fill(body.replace('理由成立', '理由充分'));
		await page.getByRole('button', { name: '签发', exact: true }).click();
		await page.waitForURL(/applications\/\d+/);
		assert.equal(state(id), 'answered');
		await page.getByRole('link', { name: /答复告知书/ }).click();
		assert.match(await page.locator('.letter-p').innerText(), /理由充分/);
		assert.deepEqual(wrong, []);
		await close();
	});
}

test('at the counter: the clerk fills in one page, the receipt can be printed', { timeout: 60000 }, async () => {
	const { page, close } = await at('clerk');
	await page.goto('/gkht/counter');
	await page.getByLabel('姓名或者名称').fill('王五');
	await page.getByLabel('证件名称').selectOption('passport');
	await page.getByLabel('证件号码').fill('E99887766');
	await page.getByLabel('电话').fill('022-29240000');
	await page.getByLabel('信息名称').fill('自来水厂扩建批复');
	await page.getByRole('button', { name: '登记并出具回执' }).click();
	await page.getByText('政府信息公开申请登记回执').waitFor();
	assert.match(await page.locator('.secret').innerText(), /^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
	assert.deepEqual(await faults(page), []);
	await page.emulateMedia({ media: 'print' });
	assert.equal(await page.locator('.menu').isVisible(), false);
	await close();
});

test('the second steps, clean for axe and inside a phone', { timeout: 120000 }, async () => {
	const found = [];
	for (const options of [{}, { viewport: PHONE }]) {
		const { id } = await counter(own.clerk);
		const { page, wrong, close } = await at('reviewer', options);
		const look = async (what) => {
			found.push(...(await faults(page)).map((f) => `${what}: ${f}`));
			if (await overflow(page) > 0)
				found.push(`${what} sticks out`);
		};
		await page.goto(`/gkht/applications/${id}/reply`);
		await page.locator('input[value=partial]').check();
		await page.getByRole('button', { name: '下一步', exact: true }).click();
		await look('partial');
		await page.locator('form[method=post][action$="/reply"]').evaluate((f) => { f.noValidate = true; });
		await page.getByRole('button', { name: '下一步：核对告知书' }).click();
		await page.locator('#errs').waitFor();
		await look('partial refused');
		await page.goto(`/gkht/applications/${id}/fee_notice`);
		await page.getByLabel('数量').fill('35');
		await page.getByRole('button', { name: '计算' }).click();
		assert.equal(await page.getByLabel('金额（元）').inputValue(), '50');
		await page.getByLabel('计算依据').fill('共 35 页，5 页每页 10 元');
		await page.getByRole('button', { name: '下一步：核对告知书' }).click();
		await page.getByLabel('告知书正文').waitFor();
		await look('letter of a fee');
		await page.goto(`/gkht/applications/${id}/person`);
		await page.getByLabel('理由').fill('电话核实');
		await page.getByRole('button', { name: '查看', exact: true }).click();
		await page.getByText('本次查看已记入操作日志').waitFor();
		await look('person');
		found.push(...wrong);
		await close();
	}
	assert.deepEqual(found, []);
});

test('two clicks from login to the most urgent case', { timeout: 60000 }, async () => {
	const { page, close } = await at('reviewer');
	await page.goto('/gkht/');
	await page.getByRole('link', { name: '申请处理' }).click();
	await page.locator('[data-rows] .t a').first().click();
	assert.match(page.url(), /\/gkht\/applications\/\d+$/);
	await close();
});
