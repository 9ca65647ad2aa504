// What an administrator changes, asks for, counts and looks after, and what the
// hands have in every list; the same without script on a phone.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { adopt, faults, launch, open, overflow, PHONE } from '../browser.mjs';
import { address, amend, day, fullDraft, inState, people, state } from '../office.mjs';
import { start } from '../site.mjs';

const LONG = { timeout: 240000 };
let site, browser, own;
before(async () => {
	site = await start();
	browser = await launch();
	own = await people(site, 'wjw');
});
after(async () => {
	await browser?.close();
	await site?.stop();
});

async function person(who, options = {}) {
	const at = await open(browser, site, options);
	at.context.setDefaultTimeout(60000);
	await adopt(at.context, site, own[who]);
	return at;
}
const dialog = (page, name = '是否确认') => page.getByRole('dialog', { name, exact: true });
const button = (scope, name) => scope.getByRole('button', { name, exact: typeof name === 'string' });
const row = (page, name) => page.getByRole('row').filter({ hasText: name });
const go = (page, wanted) => Promise.all([page.waitForEvent('domcontentloaded'), wanted.click()]);
const list = (page, name, q) => page.goto(`/gkht/${name}?q=${encodeURIComponent(q)}`);
const titles = (page) => page.locator('[data-rows] .t a').allInnerTexts();

test('a change is there at once, with its day and note for the public and for 003; any two versions, a corrected typo too', LONG, async () => {
	const id = await inState(own, 'published', { title: '门诊安排', body: '门诊于周一开放。\n\n请带好证件。' });
	await amend(own.admin, id, { note: '更正一个错字', body: '门诊于周二开放。\n\n请带好证件。' });
	await amend(own.admin, id, { note: '补充地点', body: '门诊于周二开放。\n\n请带好证件，在二楼登记。' });
	const { page, wrong, close } = await open(browser, site, { script: false });
	await page.goto(address(site, id));
	await page.getByText('在二楼登记').waitFor();
	const history = page.getByRole('region', { name: '修订记录' });
	for (const [n, note] of [[2, '更正一个错字'], [3, '补充地点']])
		assert.match(await row(history, note).innerText(), new RegExp(`第 ${n} 版[^]*${day()}`));
	const compared = async (from, to) => {
		await page.goto(`${address(site, id)}/compare?from=${from}&to=${to}`);
		return [await page.locator('.gw del').allInnerTexts(), await page.locator('.gw ins').allInnerTexts()];
	};
	assert.deepEqual(await compared(1, 2), [['一'], ['二']]);
	assert.deepEqual(await compared(2, 3), [[], ['，在二楼登记']]);
	assert.deepEqual(await compared(1, 3), [['一'], ['二', '，在二楼登记']]);
	assert.deepEqual(wrong, []);
	await close();
	const reviewer = await person('reviewer');
	await list(reviewer.page, 'published', '门诊安排');
	await go(reviewer.page, reviewer.page.getByRole('link', { name: '门诊安排', exact: true }));
	const view = dialog(reviewer.page, '信息查看');
	await view.getByText('修改说明：补充地点').waitFor();
	await view.getByText('修改说明：更正一个错字').waitFor();
	await reviewer.close();
});

test('exactly the list that is shown, as xlsx and csv; kept by a name and opened again', LONG, async () => {
	for (const [title, openness] of [['疫苗接种甲', 'active'], ['疫苗接种乙', 'active'], ['疫苗接种丙', 'request']])
		await inState(own, 'published', { title, openness, summary: '接种点和时间' });
	const { page, wrong, close } = await person('admin');
	await page.goto('/gkht/manage');
	await page.getByLabel('名称、文号或索引号').fill('疫苗接种');
	await page.locator('summary').filter({ hasText: '更多条件' }).click();
	await page.getByLabel('公开方式').selectOption('active');
	await page.getByLabel('概述含有').fill('接种点');
	await go(page, button(page, '筛选'));
	await go(page, page.getByRole('link', { name: /^信息名称/ }));
	const shown = await titles(page);
	assert.deepEqual([...shown].sort(), ['疫苗接种乙', '疫苗接种甲'].sort());
	const file = async (name) => {
		const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
		return download.path();
	};
	const csv = readFileSync(await file('导出 CSV'), 'utf8').trim().split('\r\n').slice(1);
	assert.deepEqual(csv.map((l) => l.split(',')[1]), shown, 'in the same order');
	const sheet = execFileSync('unzip', ['-p', await file('导出 Excel'), 'xl/worksheets/sheet1.xml'], { encoding: 'utf8' });
	assert.deepEqual([...sheet.matchAll(/疫苗接种./g)].map(([t]) => t), shown);
	await go(page, page.getByRole('link', { name: '保存为常用查询' }));
	await page.getByLabel('名称', { exact: true }).fill('在用的接种通知');
	await go(page, button(page, '保存'));
	await page.goto('/gkht/manage');
	await go(page, page.getByRole('link', { name: '在用的接种通知' }));
	assert.deepEqual([...await titles(page)].sort(), [...shown].sort());
	assert.deepEqual(await faults(page), []);
	assert.deepEqual(wrong, []);
	await close();
});

test('each chart says what its table says, whole on a phone', LONG, async () => {
	const { page, wrong, close } = await person('admin');
	await page.goto('/gkht/statistics');
	const charts = await page.locator('.charts section').evaluateAll((all) => all.map((s) => ({
		name: s.querySelector('h2').textContent, drawn: s.querySelector('svg[role=img] title') !== null,
		bars: [...s.querySelectorAll('svg .v')].map((e) => Number(e.textContent)).filter((n) => n > 0),
		table: [...s.querySelectorAll('tbody td.n')].map((e) => Number(e.textContent)).filter((n) => n > 0),
	})));
	assert.deepEqual(charts.map((c) => c.name), ['各月首次发布条数', '各种类首次发布条数', '主动公开用时', '各录入人首次发布条数', '各状态条数']);
	for (const c of charts) {
		assert.ok(c.drawn && c.bars.length > 0, c.name);
		assert.deepEqual(c.bars, c.table.slice(0, 12), c.name);
	}
	await page.setViewportSize(PHONE);
	for (const summary of await page.locator('.charts summary').all())
		await summary.click();
	assert.deepEqual(await page.locator('.charts .scroll').evaluateAll((all) => all.filter((e) => e.scrollWidth > e.clientWidth).length), 0);
	assert.deepEqual(await faults(page), []);
	await page.setViewportSize({ width: 320, height: 640 });
	assert.equal(await overflow(page), 0);
	assert.deepEqual(wrong, []);
	await close();
});

test('who is logged in is seen and ended; a page of theirs that is open leads to the login', LONG, async () => {
	const clerk = await person('clerk'), { page, wrong, close } = await person('admin', { script: false, viewport: PHONE });
	await clerk.page.goto('/gkht/entry');
	await page.goto('/gkht/users');
	assert.match(await row(page, 'wjw002').innerText(), /正常\s*今天 \d\d:\d\d\s*0 天\s*1 处/);
	await go(page, button(row(page, 'wjw002'), '结束登录'));
	assert.equal(await overflow(page), 0);
	await go(page, button(dialog(page), '确认'));
	await page.getByRole('status').filter({ hasText: '登录已结束' }).waitFor();
	assert.match(await row(page, 'wjw002').innerText(), /0 天\s*—/);
	await clerk.page.reload();
	await clerk.page.getByLabel('用户名').waitFor();
	own.clerk = await site.staff('wjw002');
	assert.deepEqual([...wrong, ...clerk.wrong], []);
	await clerk.close();
	await close();
});

test('a list: its head stays, buttons follow what is ticked and say what they are not for; what was done is read out', LONG, async () => {
	for (let k = 0; k < 3; k++)
		await inState(own, 'published', { title: `工具栏的信息${k}` });
	await inState(own, 'expired', { title: '工具栏的信息失效' });
	const { page, wrong, close } = await person('reviewer');
	await page.addInitScript(() => {
		window.spoken = [];
		new MutationObserver((all) => all.forEach((m) => {
			const region = m.target.closest && m.target.closest('[role=status]');
			if (region)
				window.spoken.push(region.textContent.trim());
		})).observe(document, { childList: true, subtree: true });
	});
	await list(page, 'published', '工具栏的信息');
	const expire = button(page, /^信息失效/).first(), chosen = page.locator('[data-chosen]');
	for (const name of [/^信息失效/, /^废止/, /^取消发布/, /^删除/])
		assert.ok(await button(page, name).first().isDisabled());
	await row(page, '工具栏的信息1').getByRole('checkbox').check();
	assert.equal(await expire.innerText(), '信息失效（1）');
	assert.ok(!await expire.isDisabled());
	await row(page, '工具栏的信息失效').getByRole('checkbox').check();
	assert.ok(await expire.isDisabled(), 'not twice');
	assert.match(await chosen.innerText(), /已选 2 条 · 其中有的不能【信息失效】$/);
	assert.deepEqual(await faults(page), []);
	await row(page, '工具栏的信息失效').getByRole('checkbox').uncheck();
	await go(page, button(page, '信息失效（1）'));
	await dialog(page).getByLabel('从列表选用').selectOption({ index: 1 });
	await go(page, button(dialog(page), '确认'));
	await page.waitForFunction(() => window.spoken.some((t) => /已标为失效/.test(t)));
	await page.getByRole('status').filter({ hasText: '已标为失效' }).waitFor({ state: 'hidden' });
	await page.goto('/gkht/published?rows=100');
	await page.setViewportSize({ width: 1366, height: 500 });
	await page.evaluate(() => scrollTo(0, document.querySelector('[data-rows] tbody tr:nth-child(6)').getBoundingClientRect().top));
	const head = page.getByRole('columnheader', { name: '信息种类' });
	assert.ok((await head.boundingBox()).y >= 0 && await head.evaluate((h) => h.contains(document.elementFromPoint(h.getBoundingClientRect().x + 20, h.getBoundingClientRect().y + 10))), 'the head is in sight');
	await go(page, page.getByRole('link', { name: /^索引号/ }));
	assert.match(page.url(), /sort=index/);
	assert.match(await page.locator('th[aria-sort]').innerText(), /索引号/);
	const numbers = await page.locator('[data-rows] td[data-l=索引号]').allInnerTexts();
	assert.deepEqual(numbers, [...numbers].sort().reverse());
	assert.deepEqual(wrong, []);
	await close();
});

test('without script, on a phone: several passed, published and 废止 together; a clerk handed over', LONG, async () => {
	const ids = [], names = ['不用脚本的信息甲', '不用脚本的信息乙'];
	for (const title of names)
		ids.push(await inState(own, 'submitted', { title }));
	const { page, wrong, close } = await person('reviewer', { script: false, viewport: PHONE });
	const tick = async (name) => {
		await list(page, name, '不用脚本');
		for (const n of names)
			await row(page, n).getByRole('checkbox').check();
	};
	const confirm = async () => {
		assert.equal(await overflow(page), 0);
		await go(page, button(dialog(page), '确认'));
	};
	for (const id of ids) {
		await page.goto(`/gkht/review/${id}`);
		await go(page, button(page, '看完，暂不回复，看下一条'));
	}
	await tick('review');
	await go(page, button(page, '审批通过所选'));
	await confirm();
	await tick('publish');
	await go(page, button(page, '发布所选'));
	await confirm();
	assert.deepEqual(ids.map((id) => state(site, id)), ['published', 'published']);
	await tick('published');
	await go(page, button(page, '废止').first());
	await dialog(page).getByLabel('从列表选用').selectOption({ index: 1 });
	await confirm();
	assert.deepEqual(ids.map((id) => state(site, id)), ['expired', 'expired']);
	await page.getByRole('status').filter({ hasText: '已标为废止 2 条' }).waitFor();
	await close();

	await fullDraft(own.clerk, { title: '留给后来人的草稿' });
	site.sql("UPDATE account SET name = '从前的人' WHERE login = 'wjw002'; UPDATE document SET person = '从前的人' WHERE id = (SELECT max(id) FROM document)");
	const admin = await person('admin', { script: false, viewport: PHONE });
	await admin.page.goto('/gkht/users');
	await go(admin.page, button(row(admin.page, 'wjw002'), '修改'));
	await dialog(admin.page, '修改用户').getByLabel('姓名', { exact: true }).fill('后来的人');
	await dialog(admin.page, '修改用户').getByLabel('换人了').check();
	await go(admin.page, button(dialog(admin.page, '修改用户'), '保存'));
	await row(admin.page, '留给后来人的草稿').getByRole('checkbox').check();
	await go(admin.page, button(admin.page, '移交选中的'));
	await admin.page.getByText('已移交 1 条').waitFor();
	assert.equal(site.sql('SELECT person p FROM document WHERE id = (SELECT max(id) FROM document)')[0].p, '后来的人');
	assert.deepEqual([...wrong, ...admin.wrong], []);
	await admin.close();
});
