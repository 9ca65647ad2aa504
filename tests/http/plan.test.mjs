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
