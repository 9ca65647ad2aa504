// What a reviewer has before him, with and without script: the text beside
// its original, what was found and signed, every round, what changed; a set
// time that outlives a restart; what the public will see; somebody faster.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { adopt, faults, launch, open, overflow, PHONE } from '../browser.mjs';
import { good } from '../importing.mjs';
import { active, clean } from '../keyboard.mjs';
import { address, amend, day, fullDraft, inState, move, people, publish, reply, save, state, submit } from '../office.mjs';
import { start, top } from '../site.mjs';
import { installed } from '../soffice.mjs';

const LONG = { timeout: 240000 };
let site, browser, own;
before(async () => {
	site = await start();
	browser = await launch();
	own = await people(site, 'swj');
});
after(async () => {
	await browser?.close();
	await site?.stop();
});

async function person(who = 'reviewer', options = {}) {
	const at = await open(browser, site, options);
	at.context.setDefaultTimeout(60000);
	await adopt(at.context, site, own[who]);
	return at;
}
const dialog = (page, name) => page.getByRole('dialog', { name, exact: true });
const button = (scope, name) => scope.getByRole('button', { name, exact: typeof name === 'string' });
const row = (page, name) => page.getByRole('row').filter({ hasText: name });
const go = (page, wanted) => Promise.all([page.waitForEvent('domcontentloaded'), wanted.click()]);

test('one screen: the original page for page, findings, 保密审查, each round with its reasons and remarks', LONG, async () => {
	const text = (day) => `<p>会议定于${day}召开。</p><p>联系电话13812345678。</p>`;
	const file = await good(own.clerk, readFileSync(`${top}/tests/data/word/notice.docx`), '通知.docx');
	const id = await fullDraft(own.clerk, { title: '看得全的通知', original: String(file.original.id), body: text('周一') });
	const hand = async () => {
		await save(own.clerk, id, { why: '对外公布的工作电话' });
		assert.equal((await submit(own.clerk, id)).status, 303);
	};
	await hand();
	const { page, wrong, close } = await person();
	await page.goto(`/gkht/review/${id}`);
	const screen = dialog(page, '信息查看');
	await screen.getByText('会议定于周一召开').first().waitFor();
	for (const part of ['检查结果', '保密审查', '公开期限', '办理记录'])
		await screen.getByRole('heading', { name: part, exact: true }).waitFor();
	await screen.getByText('对外公布的工作电话').first().waitFor();	// the justification
	await screen.getByText('承办人甲').waitFor();
	const original = screen.getByRole('region', { name: '原文件各页' });
	if (installed) {
		await original.getByRole('img', { name: /原文件第 1 页/ }).waitFor();
		const [text, paper] = await Promise.all([screen.locator('[data-paper]').boundingBox(), original.boundingBox()]);
		assert.ok(text.x + text.width <= paper.x + 1 && Math.abs(text.y - paper.y) < 5, 'side by side');
	} else
		await original.getByText('请下载原文件').waitFor();
	assert.equal((await page.request.get(await original.getByRole('link', { name: '通知.docx' }).getAttribute('href'))).status(), 200);
	await clean(page, 'text beside its original');
	await screen.getByText('常用意见').click();
	await screen.getByRole('checkbox', { name: '附件不全或者打不开，请补充' }).check();
	await screen.getByText('对一段话写意见').click();
	await screen.getByLabel('原文里的话').fill('周一');
	await screen.getByLabel('意见', { exact: true }).fill('请核对日期');
	await go(page, button(screen, '添加意见'));
	assert.ok(await screen.getByRole('checkbox', { name: '附件不全或者打不开，请补充' }).isChecked(), 'the open decision stays');
	await screen.getByText('审批不通过', { exact: true }).click();
	await screen.getByLabel('审核意见', { exact: true }).fill('另请补充落款');
	await go(page, button(screen, /^保存/).first());
	assert.equal(state(site, id), 'draft');
	await save(own.clerk, id, { body: text('周二') });
	await hand();
	await page.goto(`/gkht/review/${id}`);
	await screen.locator('.chg del').filter({ hasText: '一' }).first().waitFor();
	await screen.locator('.chg ins').filter({ hasText: '二' }).first().waitFor();
	await screen.getByText('附件不全或者打不开，请补充；另请补充落款').first().waitFor();
	await screen.getByText('请核对日期').first().waitFor();
	await clean(page, 'the second round');
	assert.deepEqual(wrong, []);
	await close();
});

test('against what is public: words, the cell of a table, the fields; what nobody opened cannot be ticked', LONG, async () => {
	const table = (price, words) => `<p>补贴标准${words}如下。</p><table><tbody><tr><td>区域</td><td>标准</td></tr><tr><td>城区</td><td>${price}元</td></tr></tbody></table>`;
	const id = await inState(own, 'published', { title: '补贴标准的通知', body: table('0.20', '') });
	await move(own.reviewer, id, 'withdraw');
	await save(own.clerk, id, { summary: '概述两句话。', body: table('0.25', '调整') });
	assert.equal((await submit(own.clerk, id)).status, 303);
	const { page, wrong, close } = await person('reviewer', { viewport: PHONE });
	await page.goto('/gkht/review?q=' + encodeURIComponent('补贴标准'));
	assert.ok(await row(page, '补贴标准的通知').getByRole('checkbox').isDisabled());
	await page.getByRole('link', { name: '补贴标准的通知' }).click();
	const change = page.getByRole('region', { name: /^与公开的第 1 版/ });
	await change.locator('td ins').filter({ hasText: '5' }).waitFor();
	await change.locator('td del').filter({ hasText: '0' }).waitFor();
	await change.locator('p ins').filter({ hasText: '调整' }).waitFor();
	await change.locator('dd ins').filter({ hasText: '两' }).waitFor();
	assert.match(await change.locator('.legend').innerText(), /增加 \d+ 字.*删去 \d+ 字/);
	assert.deepEqual(await faults(page), []);
	assert.equal(await overflow(page), 0);
	await go(page, button(page, '关闭'));
	assert.ok(!await row(page, '补贴标准的通知').getByRole('checkbox').isDisabled(), 'opened');
	assert.deepEqual(wrong, []);
	await close();
});

test('废止 with its successor: the preview is what the public then reads', LONG, async () => {
	const old = await inState(own, 'published', { title: '用水管理办法' });
	const next = await inState(own, 'published', { title: '用水管理办法（2026年修订）' });
	const { page, wrong, close } = await person();
	await page.goto('/gkht/published?q=' + encodeURIComponent('用水管理办法'));
	await go(page, page.locator(`form[action$="/${old}/repeal"]`).getByRole('button', { name: '废止' }));
	const ask = dialog(page, '是否确认');
	await ask.getByLabel('从列表选用').selectOption({ label: '经文件清理决定废止' });
	await ask.getByLabel('原因', { exact: true }).fill('区政府令第 3 号');
	await ask.getByLabel('替代它的信息').fill('SWJ/1999-00001');
	await go(page, button(ask, '预览公众看到的'));
	await ask.getByText('没有找到这份已公开的信息').first().waitFor();
	assert.equal(await ask.getByRole('heading', { name: '公众将看到' }).count(), 0);
	await clean(page, 'a successor that is not there');
	await ask.getByLabel('替代它的信息').fill(site.sql(`SELECT index_no n FROM document WHERE id = ${next}`)[0].n);
	await go(page, button(ask, '预览公众看到的'));
	const note = (of) => of.getByText(/本信息已废止/).locator('..').innerText();
	await ask.getByRole('link', { name: '《用水管理办法（2026年修订）》' }).waitFor();
	const promised = await note(ask.getByRole('region', { name: '公众将看到' }));
	await clean(page, '公众将看到');
	await go(page, button(ask, '确认'));
	await page.getByRole('status').filter({ hasText: '已标为废止' }).waitFor();
	const reader = await open(browser, site, { script: false });
	await reader.page.goto(address(site, old));
	assert.equal(await note(reader.page.getByRole('main')), promised);
	await go(reader.page, reader.page.getByRole('link', { name: '《用水管理办法（2026年修订）》' }));
	await reader.page.getByRole('heading', { level: 1, name: '用水管理办法（2026年修订）' }).waitFor();
	assert.deepEqual([...wrong, ...reader.wrong], []);
	await reader.close();
	await close();
});

test('somebody was faster: told who and what, nothing done, what was written stays', LONG, async () => {
	const faster = await site.staff('swj003');
	const { page, wrong, close } = await person();
	const told = async (scope, words, typed) => {
		const ask = dialog(page, scope);
		await ask.getByRole('alert').filter({ hasText: words }).waitFor();
		await ask.getByText('您这次的操作没有执行').waitFor();
		if (typed)
			assert.equal(await ask.locator('textarea').inputValue(), typed);
		assert.deepEqual(await ask.getByRole('button').allInnerTexts().then((t) => t.filter(Boolean)), ['知道了'], 'nothing that cannot be done');
		await clean(page, words);
		await go(page, button(ask, '知道了'));
		assert.equal(await page.getByRole('dialog').count(), 0);
		assert.notEqual(await active(page), undefined);
	};
	const both = await inState(own, 'submitted', { title: '两人同时审核' });
	await page.goto(`/gkht/review/${both}`);
	await page.getByLabel('审批不通过').check();
	await page.getByLabel('审核意见', { exact: true }).fill('写了很久的意见');
	assert.equal((await reply(faster, both, 'approve')).status, 303);
	await go(page, button(page, /^保存/).first());
	await told('回复结果', 'swj003 已经处理过《两人同时审核》（审批通过）', '写了很久的意见');
	assert.equal(state(site, both), 'approved');

	await page.goto(`/gkht/publish/${both}`);
	assert.equal((await publish(faster, both)).status, 303);
	await go(page, button(page, '确认'));
	await told('是否确认', 'swj003 已经处理过《两人同时审核》（发布）');

	await page.goto(`/gkht/published/${both}/withdraw`);
	await page.getByLabel('原因', { exact: true }).fill('要再核实');
	assert.equal((await amend(own.admin, both, { note: '补充', summary: '补充后的概述' })).status, 303);
	await go(page, button(page, '确认'));
	await told('是否确认', 'swj001 已经处理过《两人同时审核》（修改）', '要再核实');
	assert.equal(state(site, both), 'published');
	assert.deepEqual(wrong, []);
	await close();
});

test('a set time is shown, outlives a restart and publishes by itself; 撤回 returns; both without script', LONG, async () => {
	const ids = [];
	for (const title of ['到时自己发布', '定时以后撤回'])
		ids.push(await inState(own, 'approved', { title }));
	const { page, wrong, close } = await person('reviewer', { script: false, viewport: PHONE });
	for (const id of ids) {
		await page.goto(`/gkht/publish/${id}`);
		await page.getByText('定时发布', { exact: true }).click();
		await page.getByLabel('日期', { exact: true }).fill(day(1));
		await page.getByLabel('时间', { exact: true }).fill('09:30');
		await go(page, button(page, '确认'));
		await page.getByText(`定时 ${day(1)} 09:30 发布`).first().waitFor();
	}
	assert.equal(await overflow(page), 0);
	await go(page, button(row(page, '定时以后撤回'), '撤回'));
	await page.getByLabel('退回原因').fill('日期要改');
	await go(page, button(page, '确认'));
	assert.equal(state(site, ids[1]), 'draft');
	assert.deepEqual(wrong, []);
	await close();
	site.child.kill('SIGTERM');
	await site.ended;
	site.sql(`UPDATE publication_plan SET due = '2026-01-01T00:00:00Z' WHERE document_id = ${ids[0]}`);
	await site.up();
	const reader = await open(browser, site, { script: false });
	for (let k = 0; k < 60 && state(site, ids[0]) !== 'published'; k++)
		await new Promise((then) => setTimeout(then, 500));
	await reader.page.goto(address(site, ids[0]));
	await reader.page.getByRole('heading', { level: 1, name: '到时自己发布' }).waitFor();
	assert.deepEqual(site.sql(`SELECT count(*) n FROM publication_plan WHERE document_id IN (${ids})`), [{ n: 0 }]);
	await reader.close();
});
