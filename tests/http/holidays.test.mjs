// The supervising unit's holidays: a day, a whole notice, what is refused, and
// that the working days of the other units follow.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { filled, start } from '../site.mjs';

const AT = '/gkht/holidays';
let site, admin;

before(async () => {
	site = await start();
	admin = await site.staff('zfb001');
});
after(() => site.stop());

const of = (year) => site.sql(`SELECT day, kind, name FROM holiday WHERE notice_year = ${year} ORDER BY day`);
const post = (values) => admin.post(AT, { year: 2031, ...values });
const audit = () => site.sql("SELECT action, detail FROM audit WHERE object = 'calendar' ORDER BY id");

test('the page of a year, and of one that has no notice', async () => {
	const known = await admin.get(`${AT}?year=2026`);
	assert.match(known.plain, /2026 年放假安排，39 天/);
	assert.match(known.plain, /2026-10-10 星期六 上班 国庆节/);
	const unknown = await admin.get(`${AT}?year=2031`);
	assert.match(unknown.plain, /2031 年的放假安排还没有录入/);
	assert.equal((await admin.get(AT)).status, 200);
	assert.ok((await admin.get('/gkht/manage')).links.includes(AT));
	const other = await site.staff('czj001');
	assert.ok(!(await other.get('/gkht/manage')).links.includes(AT));
	const denied = await other.get(AT);
	assert.equal(denied.status, 403);
	assert.match(denied.plain, /主管单位/);
});

test('one day is set, changed and taken away', async () => {
	const page = await admin.get(`${AT}?year=2031`);
	const form = page.form(AT);
	let answer = await admin.post(AT, filled(form, { act: 'set', day: '2031-01-01', arrange: 'off', holiday: '元旦' }));
	assert.equal(answer.location, `${AT}?year=2031&done=set`);
	assert.match((await admin.get(answer.location)).plain, /2031-01-01 星期三 放假 元旦.*没有申请的期限受影响/);
	answer = await post({ act: 'set', day: '2031-01-01', arrange: 'work', holiday: '元旦' });
	assert.deepEqual(of(2031), [{ day: '2031-01-01', kind: 'work', name: '元旦' }]);
	answer = await post({ act: 'remove', day: '2031-01-01' });
	assert.equal(answer.location, `${AT}?year=2031&done=remove`);
	assert.deepEqual(of(2031), []);
	assert.equal((await post({ act: 'remove', day: '2031-01-01' })).status, 404);
	assert.deepEqual(audit().map((r) => r.action), ['holiday_set', 'holiday_set', 'holiday_remove']);
	assert.match((await admin.get('/gkht/audit')).plain, /设置节假日 2031-01-01 元旦/);
});

test('a whole notice, and the working days that follow from it', async () => {
	const workday = () => site.gkctl('workday', '2030-12-31', '1').trim();
	assert.equal(workday(), '2031-01-01');
	const answer = await post({ act: 'notice', notice: '# 通知\n2031-01-01 off 元旦\n2031-01-02 off 元旦\n\n2031-01-04 work 元旦' });
	assert.equal(answer.location, `${AT}?year=2031&done=notice`);
	assert.equal(of(2031).length, 3);
	assert.equal(workday(), '2031-01-03');
	await post({ act: 'notice', notice: '2031-01-01 放假 元旦\n2031-01-05  调休上班  元旦\n2031-01-06 上班 元旦' });
	assert.deepEqual(of(2031).map((d) => d.kind), ['off', 'work', 'work'], 'in words');
	await post({ act: 'notice', notice: '2031-01-01 off 元旦' });
	assert.deepEqual(of(2031), [{ day: '2031-01-01', kind: 'off', name: '元旦' }]);
	assert.equal(of(2026).length, 39);
});

test('what is refused comes back as it was typed', async () => {
	const before = of(2031);
	for (const [values, says] of [
		[{ act: 'notice', notice: '2031-01-01 off 元旦\n2031-13-01 off x' }, /第 2 行/],
		[{ act: 'notice', notice: '2031-01-01 off 元旦\n2031-01-01 off 元旦' }, /第 2 行/],
		[{ act: 'notice', notice: '2032-05-01 off 劳动节' }, /第 1 行/],
		[{ act: 'notice', notice: '2031-05-01 劳动 劳动节' }, /“放假”或“上班”/],
		[{ act: 'notice', notice: '' }, /每行写一天/],
		[{ act: 'set', day: '2032-01-01', arrange: 'off', holiday: '元旦' }, /这一年的日期/],
		[{ act: 'set', day: '', arrange: 'off', holiday: '元旦' }, /日期：请填写/],
		[{ act: 'set', day: '2031-05-01', arrange: 'off', holiday: '' }, /节日名称：请填写/],
		[{ act: 'set', day: '2031-05-01', arrange: 'maybe', holiday: '节' }, /请从列出的选项中选择/],
		[{ act: 'set', day: '2031-05-01', arrange: 'off', holiday: '节'.repeat(21) }, /最多 20 个字/],
		[{ act: 'remove', day: '' }, /日期：请填写/],
		[{ act: 'burn', day: '2031-01-01' }, /请从列出的选项中选择/],
		[{ year: 12, act: 'notice', notice: '2031-01-01 off 元旦' }, /整数/],
	]) {
		const page = await post(values);
		assert.equal(page.status, 422, JSON.stringify(values));
		assert.match(page.plain, says, JSON.stringify(values));
		if (values.notice)
			assert.ok(page.text.includes(values.notice.split('\n')[0]));
	}
	assert.deepEqual(of(2031), before);
	const hostile = await post({ act: 'set', day: '2031-05-01', arrange: 'off', holiday: '<b>"\'' });
	assert.equal(hostile.status, 303);
	assert.ok((await admin.get(hostile.location)).text.includes('&lt;b&gt;&quot;'));
});

test('whose deadlines move is told', async () => {
	const [unit] = site.sql("SELECT id, short_name FROM unit WHERE code = 'czj'");
	site.sql(`INSERT INTO application (id, unit_id, version, number, code_hash, channel, state, came_on, submitted, person)
	    VALUES (900001, ${unit.id}, 1, 'SQ-CZJ-2030-00001', '', 'counter', 'open', '2030-12-16', '2030-12-16T02:00:00Z', '');
	    INSERT INTO case_event (id, application_id, kind, at, day) VALUES (900001, 900001, 'submit', '2030-12-16T02:00:00Z', '2030-12-16')`);
	await post({ act: 'notice', notice: '2031-01-01 off 元旦' });
	const page = await post({ act: 'set', day: '2031-01-02', arrange: 'off', holiday: '元旦' });
	assert.equal(page.status, 200);
	assert.match(page.plain, /1 件正在办理的申请，答复期限变了/);
	assert.ok(page.plain.includes(`SQ-CZJ-2030-00001 ${unit.short_name} 2031-01-14 2031-01-15 （推后）`));
	assert.match((await post({ act: 'remove', day: '2031-01-02' })).plain, /2031-01-15 2031-01-14 （提前）/);
	const far = await post({ act: 'set', day: '2031-10-01', arrange: 'off', holiday: '国庆节' });
	assert.equal(far.status, 303);
});

test('gkctl: the clock by hand', () => {
	const out = site.gkctl('deadline', '--received', '2026-09-28', '--today', '2026-10-22');
	assert.match(out, /^2026-10-30\nrunning, 14 of 20 working days used, 6 left\n/);
	assert.match(out, /2026-10-10 Sat {2}5, art\. 33, make-up day for 国庆节 of the 2026 notice/);
	assert.match(out, /2026-10-30 Fri {2}20, art\. 33, DEADLINE\n$/);
	const moved = site.gkctl('deadline', '--received', '2026-03-02', '--event', 'consult-sent:2026-03-05:15',
		'--event', 'extended:2026-04-20:5', '--today', '2026-04-20');
	assert.match(moved, /^2026-04-28\n/);
	assert.match(site.gkctl('deadline', '--received', '2032-03-02', '--today', '2032-03-02'), /provisional/);
	for (const words of [[], ['--received', '2026-02-30'], ['--received', '2026-02-02', '--event', 'x:2026-02-03'],
		['--received', '2026-02-02', '--event', 'closed'], ['--received', '2026-02-02', '--event', 'received:2026-02-03'],
		['--received', '2026-02-02', '--event', 'extended:2026-02-03:0'], ['--received'],
		['--received', '2026-02-02', '--received', '2026-02-03'], ['--today', '2026-02-02']])
		assert.throws(() => site.gkctl('deadline', ...words), { status: 1 }, words.join(' '));
	for (const words of [[], ['2026-02-02'], ['2026-02-02', '0'], ['2026-02-02', '10001'], ['x', '1']])
		assert.throws(() => site.gkctl('workday', ...words), { status: 1 }, words.join(' '));
});
