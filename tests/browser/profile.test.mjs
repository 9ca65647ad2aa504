// profile.test.mjs - 领导信息 from the form to the page of the unit, in a browser:
// clerk with script, reviewer without, citizen in every variant.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { adopt, faults, launch, open, overflow, PHONE, sign } from '../browser.mjs';
import { people, publish, reply } from '../office.mjs';
import { start } from '../site.mjs';

let site, browser, jyj;
before(async () => {
	site = await start({ district: 'empty' });
	site.gkctl('unit', 'add', '宝坻区教育局', '--code', 'jyj');
	jyj = await people(site, 'jyj');
	browser = await launch();
});
after(async () => {
	await browser.close();
	await site.stop();
});

async function good(page, what) {
	assert.deepEqual(await faults(page), [], what);
	assert.equal(await overflow(page), 0, what);
}

test('a leader is filled in, reviewed and read', async () => {
	const clerk = await open(browser, site, { viewport: PHONE });
	await adopt(clerk.context, site, jyj.clerk);
	const { page } = clerk;
	await page.goto('/gkht/entry');
	await page.getByRole('link', { name: '领导信息', exact: true }).click();
	await page.getByLabel('姓名').fill('周文博');
	await page.getByRole('button', { name: '再加一人' }).click();
	await page.getByRole('group', { name: '第 2 人' }).getByLabel('姓名').fill('吴雅琴');
	await good(page, 'the form at 390 px');
	await page.getByRole('button', { name: '保存', exact: true }).click();
	await page.getByText('草稿已保存，还不能提交').waitFor();
	await good(page, 'what is missing');
	for (const n of [1, 2]) {
		await page.getByRole('group', { name: `第 ${n} 人` }).getByLabel('职务').fill(n === 1 ? '局长' : '副局长');
		await page.getByRole('group', { name: `第 ${n} 人` }).getByLabel('工作分工').fill('主持全面工作');
	}
	await page.getByRole('button', { name: '保存', exact: true }).click();
	await page.getByRole('region', { name: '原文' }).getByText('周文博').waitFor();
	await good(page, '内容表 with the text that the form made');
	await sign(page);
	await page.getByRole('button', { name: /^提交/ }).click();
	await page.getByText(/已提交/).waitFor();
	assert.deepEqual(clerk.wrong, []);
	await clerk.close();

	const [{ id }] = site.sql("SELECT d.id FROM document d JOIN profile f ON f.revision_id = d.revision_id WHERE f.kind = 'leaders'");
	const reviewer = await open(browser, site, { script: false });
	await adopt(reviewer.context, site, jyj.reviewer);
	await reviewer.page.goto(`/gkht/review/${id}`);
	await reviewer.page.getByText('吴雅琴').first().waitFor();
	await reviewer.close();
	await reply(jyj.reviewer, id, 'approve');
	await publish(jyj.reviewer, id);

	const reader = await open(browser, site, { script: false, viewport: PHONE });
	for (const view of ['', 'elder', 'high']) {
		if (view)
			await reader.page.goto(view === 'elder' ? '/view?view=elder' : '/view?contrast=high');
		for (const at of ['/unit/jyj', '/leaders?unit=jyj']) {
			await reader.page.goto(at);
			assert.match(await reader.page.textContent('main'), /周文博[^]*局长[^]*吴雅琴/);
			assert.equal(await overflow(reader.page), 0, `${view} ${at}`);
		}
	}
	await reader.close();
	const desk = await open(browser, site);
	await desk.page.goto('/leaders?unit=jyj');
	await good(desk.page, 'the page of the unit');
	await desk.close();
});
