// 定时发布: exactly what was approved, once, or nothing.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { address, day, inState, people, state } from '../office.mjs';
import { build, filled, start } from '../site.mjs';

let site, zfb;
before(async () => {
	site = await start();
	zfb = await people(site);
});
after(() => site.stop());

const at = (id) => `/gkht/publish/${id}`;
const plan = async (id, values) => zfb.reviewer.post(at(id), filled((await zfb.reviewer.get(at(id))).form(at(id)), { when: 'later', ...values }));
const write = (text) => execFileSync('sqlite3', ['-cmd', '.timeout 10000', join(site.data, 'xxgk.db'), text]);
const due = (id) => write(`UPDATE publication_plan SET due = '2026-01-01T00:00:00Z' WHERE document_id = ${id}`);
const runner = () => promisify(execFile)(join(build, 'gkctl'), ['-c', join(site.data, 'xxgk.conf'), 'due']);
const deeds = (id, action) => site.sql(`SELECT login FROM audit WHERE object = 'document' AND object_id = ${id} AND action = '${action}'`);

test('planned, shown, and published once by two runners at its time', async () => {
	const id = await inState(zfb, 'approved', { title: '定时发布的信息' });
	for (const [values, word] of [[{ day: '', time: '09:00' }, /年月日/], [{ day: day(1), time: '25:00' }, /时和分/], [{ day: day(-1), time: '09:00' }, /已经过去/], [{ day: day(400), time: '09:00' }, /一年/]]) {
		const bad = await plan(id, values);
		assert.equal(bad.status, 422);
		assert.match(bad.plain, word);
	}
	assert.equal((await plan(id, { day: day(1), time: '09:30' })).location, '/gkht/publish?done=plan');
	assert.match((await zfb.reviewer.get('/gkht/publish')).plain, new RegExp(`定时 ${day(1)} 09:30 发布（zfb003）`));
	await runner();
	assert.equal(state(site, id), 'approved', 'not before its time');
	due(id);
	await Promise.all([runner(), runner(), runner()]);
	assert.equal(state(site, id), 'published');
	assert.deepEqual(deeds(id, 'publish'), [{ login: 'zfb003' }], 'once, in the name of who planned it');
	assert.equal(deeds(id, 'plan_run').length, 1);
	assert.equal(site.sql(`SELECT count(*) n FROM publication_plan WHERE document_id = ${id}`)[0].n, 0);
	assert.equal((await site.visitor().get(address(site, id))).status, 200);
	assert.match(execFileSync(join(build, 'gkctl'), ['-c', join(site.data, 'xxgk.conf'), 'verify'], { encoding: 'utf8' }), /./);
});

test('撤回 returns to the clerk, 取消定时 keeps it waiting, publishing now ends the plan', async () => {
	const back = await inState(zfb, 'approved', { title: '撤回的信息' });
	await plan(back, { day: day(1), time: '09:30' });
	const ask = await zfb.reviewer.get(`${at(back)}?act=return`);
	assert.equal((await zfb.reviewer.post(at(back), filled(ask.form(at(back)), { reason: '要改日期' }))).status, 303);
	assert.equal(state(site, back), 'draft');
	const kept = await inState(zfb, 'approved', { title: '取消定时的信息' });
	await plan(kept, { day: day(1), time: '09:30' });
	assert.equal((await plan(kept, { when: 'none' })).location, '/gkht/publish?done=unplan');
	assert.equal(state(site, kept), 'approved');
	const now = await inState(zfb, 'approved', { title: '提前发布的信息' });
	await plan(now, { day: day(1), time: '09:30' });
	assert.equal((await plan(now, { when: 'now' })).location, '/gkht/publish?done=publish');
	assert.equal(site.sql(`SELECT count(*) n FROM publication_plan WHERE document_id IN (${back}, ${kept}, ${now})`)[0].n, 0);
});

test('who is slower than the timer is told so, whether the time was to be changed or taken back', async () => {
	const id = await inState(zfb, 'approved', { title: '定时比人快的信息' });
	await plan(id, { day: day(1), time: '09:30' });
	const form = (await zfb.reviewer.get(at(id))).form(at(id));
	due(id);
	await runner();
	for (const values of [{ when: 'none' }, { when: 'later', day: day(3), time: '10:00' }, { when: 'now' }]) {
		const late = await zfb.reviewer.post(at(id), filled(form, values));
		assert.equal(late.status, 409, `${values.when}: ${late.plain.slice(0, 300)}`);
	}
	assert.equal(state(site, id), 'published');
	assert.equal(deeds(id, 'publish').length, 1);
});

test('nothing is published when it is not what was approved, or nobody stands for it', async () => {
	const id = await inState(zfb, 'approved', { title: '被改动的信息' });
	await plan(id, { day: day(1), time: '09:30' });
	write(`UPDATE revision SET summary = '偷偷改的' WHERE id = (SELECT revision_id FROM document WHERE id = ${id})`);
	due(id);
	await runner();
	assert.equal(state(site, id), 'approved');
	assert.match((await zfb.reviewer.get('/gkht/publish')).plain, /没有发布：审批以后内容有变化/);
	await runner();
	assert.equal(deeds(id, 'publish').length, 0);
	const other = await inState(zfb, 'approved', { title: '账号停用的信息' });
	await plan(other, { day: day(1), time: '09:30' });
	write("UPDATE account SET enabled = 0 WHERE login = 'zfb003'");
	due(other);
	await runner();
	write("UPDATE account SET enabled = 1 WHERE login = 'zfb003'");
	assert.equal(state(site, other), 'approved');
	assert.match((await zfb.reviewer.get('/gkht/publish')).plain, /账号已停用，请重新安排/);
	assert.equal((await plan(other, { day: day(1), time: '09:30' })).status, 303, 'planned anew');
});

const pick = (id) => `${id}-${site.sql(`SELECT version v FROM document WHERE id = ${id}`)[0].v}`;
const ticked = (ids) => zfb.reviewer.post('/gkht/publish', [['act', 'publish'], ...ids.map((id) => ['pick', pick(id)])]);
const hidden = (page) => [...page.text.matchAll(/<input type="hidden" name="(pick|act|confirm)" value="([^"]*)"/g)].map(([, k, v]) => [k, v]);
const several = async (asked, values) => zfb.reviewer.post('/gkht/publish', filled(hidden(await asked), { when: 'later', ...values }));
const planned = (id) => site.sql(`SELECT due FROM publication_plan WHERE document_id = ${id}`).length;
const reason = (id) => site.sql(`SELECT reason FROM late_reason WHERE document_id = ${id}`)[0]?.reason;

test('a planned day that makes it late asks for the reason, and plans nothing without', async () => {
	const id = await inState(zfb, 'approved', { title: '定得太晚的信息', made_on: day(-1) });
	const bad = await plan(id, { day: day(60), time: '09:30' });
	assert.equal(bad.status, 422);
	assert.match(bad.plain, /超期原因.*20 个工作日/);
	assert.ok(bad.text.includes(`value="${day(60)}"`), 'what was typed stays');
	assert.equal(planned(id), 0);
	assert.equal((await plan(id, { day: day(60), time: '09:30', reason: '等待系统上线' })).status, 303);
	assert.equal(reason(id), '等待系统上线');
	assert.equal(planned(id), 1);
});

test('several get one time, each with its own result, and lose it together', async () => {
	const ids = [];
	for (const title of ['同时发布甲', '同时发布乙', '同时发布丙'])
		ids.push(await inState(zfb, 'approved', { title, made_on: day(-1) }));
	const [a, b, c] = ids;
	const past = await several(ticked(ids), { day: day(-1), time: '09:30' });
	assert.equal(past.status, 422);
	assert.match(past.plain, /已经过去/);
	const late = await several(ticked(ids), { day: day(60), time: '09:30' });
	assert.equal(late.status, 422);
	assert.match(late.plain, /超期原因.*其中有的信息/);
	assert.deepEqual(ids.map(planned), [0, 0, 0], 'one form for all: nothing is planned yet');
	write(`INSERT INTO late_reason (document_id, reason, login, at) VALUES (${a}, '会签', 'zfb002', '2026-01-01T00:00:00Z')`);
	assert.equal((await several(late, { day: day(60), time: '09:30', reason: '等待系统上线' })).location, '/gkht/publish?done=plan&count=3');
	assert.deepEqual(ids.map(reason), ['会签', '等待系统上线', '等待系统上线'], 'who has a reason keeps it');
	const again = ticked(ids);
	await again;
	assert.equal((await plan(c, { when: 'now' })).status, 303);
	const partly = await several(again, { day: day(1), time: '10:00' });
	assert.equal(partly.status, 409);
	assert.match(partly.plain, /已安排 2 条。下面的信息没有安排： 同时发布丙 ：已有变化/);
	assert.deepEqual(ids.map(planned), [1, 1, 0]);
	const end = await ticked([a, b]);
	assert.match(end.plain, /取消定时，暂不发布/);
	assert.equal((await several(end, { when: 'none' })).location, '/gkht/publish?done=unplan&count=2');
	assert.deepEqual([a, b].map((id) => [planned(id), state(site, id)]), [[0, 'approved'], [0, 'approved']]);
	await several(ticked([a, b]), { day: day(1), time: '10:00' });
	due(a), due(b);
	await runner();
	assert.deepEqual([a, b].map((id) => state(site, id)), ['published', 'published']);
});

test('取消定时 counts those that had a time, and names those that had none', async () => {
	const had = await inState(zfb, 'approved', { title: '有定时的信息', made_on: day(-1) });
	const none = await inState(zfb, 'approved', { title: '没有定时的信息', made_on: day(-1) });
	await plan(had, { day: day(1), time: '09:30' });
	const partly = await several(ticked([had, none]), { when: 'none' });
	assert.equal(partly.status, 409);
	assert.match(partly.plain, /已取消定时 1 条。下面的信息没有取消定时： 没有定时的信息 ：没有安排定时/);
	assert.deepEqual([had, none].map((id) => [planned(id), state(site, id)]), [[0, 'approved'], [0, 'approved']]);
	assert.equal(deeds(had, 'plan_cancel').length, 1);
	assert.equal(deeds(none, 'plan_cancel').length, 0);
	const late = await zfb.reviewer.post(at(had), filled((await zfb.reviewer.get(at(had))).form(at(had)), { when: 'none' }));
	assert.equal(late.location, '/gkht/publish?done=unplanned');
	assert.match((await zfb.reviewer.follow(late.location)).plain, /它没有安排定时，仍在待发布/);
});
