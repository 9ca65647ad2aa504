// Two reviewers, the administrator and the timer at the same moment: one of
// them is first, the others are told, and nothing is done twice or by halves.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { address, day, inState, people, state } from '../office.mjs';
import { build, filled, start } from '../site.mjs';

const ROUNDS = 3;
let site, zfb, other;
before(async () => {
	site = await start();
	zfb = await people(site);
	other = await site.staff('zfb003');
});
after(() => site.stop());

// The form as it is now, to be sent later, when somebody else was faster.
async function ready(person, page, values, action = page.split('?')[0]) {
	const shown = await person.get(page);
	assert.equal(shown.status, 200, page);
	const multipart = shown.text.includes('multipart/form-data');
	const fields = filled(shown.form(action), values);
	return () => person.post(action, fields, { multipart });
}

const gkctl = (...words) => promisify(execFile)(join(build, 'gkctl'), ['-c', join(site.data, 'xxgk.conf'), ...words]);
const runner = () => gkctl('due');
const deeds = (id, ...actions) => site.sql(`SELECT action FROM audit WHERE object = 'document' AND object_id = ${id} AND action IN (${actions.map((a) => `'${a}'`).join(', ')}) ORDER BY id`).map((d) => d.action);
const plans = (id) => site.sql(`SELECT due FROM publication_plan WHERE document_id = ${id}`);

async function planned(title) {
	const id = await inState(zfb, 'approved', { title });
	const at = `/gkht/publish/${id}`;
	const answer = await (await ready(zfb.reviewer, at, { when: 'later', day: day(1), time: '09:30' }))();
	assert.equal(answer.status, 303);
	return [id, at];
}

const due = (id) => promisify(execFile)('sqlite3', ['-cmd', '.timeout 10000', join(site.data, 'xxgk.db'), `UPDATE publication_plan SET due = '2026-01-01T00:00:00Z' WHERE document_id = ${id}`]);

function told(answers, id) {
	const n = answers.filter((a) => a.status === 303).length;
	for (const a of answers)
		assert.ok([303, 409].includes(a.status), `${id}: ${a.status} ${a.plain.slice(0, 300)}`);
	return n;
}

test('通过 and 不通过 at once: one decision counts, the other reviewer is told', async () => {
	for (let k = 0; k < ROUNDS; k++) {
		const id = await inState(zfb, 'submitted', { title: `同时审核${k}` });
		const at = `/gkht/review/${id}/reply`;
		const all = [await ready(zfb.reviewer, at, { result: 'approve', remark: '' }), await ready(other, at, { result: 'return', remark: '请补充' }), await ready(other, at, { result: 'approve', remark: '' })];
		assert.equal(told(await Promise.all(all.map((f) => f())), id), 1);
		const [deed, ...more] = deeds(id, 'approve', 'return');
		assert.deepEqual(more, []);
		assert.equal(state(site, id), deed === 'approve' ? 'approved' : 'draft');
	}
});

test('the timer, 发布 and 撤回 at once: published once or returned, never both', async () => {
	for (let k = 0; k < ROUNDS; k++) {
		const [id, at] = await planned(`同时发布${k}`);
		const now = await ready(zfb.reviewer, at, { when: 'now' });
		const back = await ready(other, `${at}?act=return`, { reason: '要改日期' });
		await due(id);
		const [, , ...answers] = await Promise.all([runner(), runner(), back(), now()]);
		assert.ok(told(answers, id) <= 1);
		const done = deeds(id, 'publish', 'return');
		assert.equal(done.length, 1, done.join());
		assert.equal(state(site, id), done[0] === 'publish' ? 'published' : 'draft');
		assert.deepEqual(plans(id), []);
		if (done[0] === 'publish')
			assert.equal((await site.visitor().get(address(site, id))).status, 200);
		else
			assert.equal(site.sql(`SELECT count(*) n FROM public_document WHERE id = ${id}`)[0].n, 0);
	}
});

test('the time is changed, or taken back, while the timer runs', async () => {
	for (let k = 0; k < ROUNDS; k++) {
		const [id, at] = await planned(`同时改期${k}`);
		const change = await ready(zfb.reviewer, at, { when: 'later', day: day(3), time: '10:00' });
		const cancel = await ready(other, at, { when: 'none' });
		await due(id);
		const [, ...answers] = await Promise.all([runner(), change(), cancel()]);
		for (const a of answers)
			assert.ok([303, 404, 409].includes(a.status), `${a.status} ${a.plain.slice(0, 300)}`);
		const [plan, ...more] = plans(id), published = state(site, id) === 'published';
		assert.deepEqual(more, []);
		assert.equal(deeds(id, 'publish').length, published ? 1 : 0);
		assert.equal(state(site, id), published ? 'published' : 'approved');
		if (plan)
			assert.ok(!published && plan.due > '2026-01-02', 'what is published has no plan, and no plan is overdue');
	}
});

test('修改, 取消发布 and 信息失效 of one published document at once', async () => {
	const id = await inState(zfb, 'published', { title: '同时改动' });
	const move = (who, action) => ready(who, `/gkht/published/${id}/${action}`, { reason: '内容有误，需要核实' });
	const all = [await ready(zfb.admin, `/gkht/manage/${id}`, { title: '改过的名称', note: '更正名称', secrecy_signed: '1', act: 'save' }), await move(zfb.reviewer, 'withdraw'), await move(other, 'expire')];
	assert.equal(told(await Promise.all(all.map((f) => f())), id), 1);
	assert.equal(deeds(id, 'amend', 'withdraw', 'expire').length, 1);
	assert.match((await gkctl('verify')).stdout, /./);
});
