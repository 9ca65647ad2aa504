// What the administrator takes away and looks after: lists as files, sessions.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { amend, inState, people } from '../office.mjs';
import { start } from '../site.mjs';

let site, zfb;
before(async () => {
	site = await start();
	zfb = await people(site);
});
after(() => site.stop());

test('exactly the filtered list as xlsx and csv', async () => {
	const id = await inState(zfb, 'published', { title: '=独一无二的名称' });
	await inState(zfb, 'published', { title: '别的名称' });
	const q = `q=${encodeURIComponent('独一无二')}`;
	const csv = await zfb.admin.get(`/gkht/manage.csv?${q}`);
	assert.equal(csv.status, 200);
	assert.match(csv.headers.get('content-type'), /text\/csv/);
	assert.match(csv.headers.get('content-disposition'), /attachment/);
	const lines = csv.text.trim().split('\r\n');
	assert.equal(lines.length, 2, 'the head and one row');
	assert.match(lines[0], /索引号,信息名称,文号,信息种类,公开方式,生成日期,发布日期,状态,原因,录入人/);
	assert.match(lines[1], /'=独一无二的名称/, 'no formula');
	const all = await zfb.admin.get('/gkht/manage.csv');
	const [{ n }] = site.sql("SELECT count(*) n FROM document WHERE unit_id = (SELECT unit_id FROM document WHERE id = " + id + ") AND state IN ('published', 'expired', 'withdrawn', 'deleted') AND index_no IS NOT NULL");
	assert.equal(all.text.trim().split('\r\n').length, n + 1, 'every row, whatever a page holds');
	const xlsx = await zfb.admin.get(`/gkht/manage.xlsx?${q}`);
	assert.equal(xlsx.status, 200);
	assert.ok(xlsx.text.startsWith('PK'));
	assert.ok((await zfb.admin.get(`/gkht/manage?${q}`)).links.includes(`/gkht/manage.xlsx?${q}`), 'the page offers what it shows');
	assert.equal((await zfb.reviewer.get('/gkht/manage.csv')).status, 403);
});

test('column heads order the list, page by page and in the file', async () => {
	const ago = (days) => new Date(Date.now() - days * 86400000).toISOString().slice(0, 10);
	for (const made_on of [ago(2), ago(6), ago(4)])
		await inState(zfb, 'published', { title: `排序的名称${made_on}`, made_on });
	const q = `q=${encodeURIComponent('排序的名称')}`;
	const days = (text) => [...text.matchAll(/排序的名称(\d{4}-\d\d-\d\d)/g)].map((m) => m[1]);
	const rising = [ago(6), ago(4), ago(2)];
	const page = await zfb.admin.get(`/gkht/manage?${q}&sort=made`);
	assert.match(page.text, /<th scope="col" aria-sort="descending"><a class="sort" href="[^"]*sort=made-up"/);
	assert.equal(page.text.match(/aria-sort/g).length, 1);
	assert.match(page.text, /<option value="made" selected>/, 'the filter keeps the order');
	const csv = async (sort) => days((await zfb.admin.get(`/gkht/manage.csv?${q}&sort=${sort}`)).text);
	assert.deepEqual(await csv('made-up'), rising);
	assert.deepEqual(await csv('made'), [...rising].reverse());
	assert.ok(page.links.some((l) => l.startsWith('/gkht/manage.csv?') && l.endsWith('sort=made')), 'the file has the order of the page');
	for (const list of ['manage', 'published', 'entry', 'review', 'publish'])
		for (const sort of ['made-up', 'published', 'index', 'modified-up']) {
			const who = list === 'manage' ? zfb.admin : list === 'entry' ? zfb.clerk : zfb.reviewer;
			assert.equal((await who.get(`/gkht/${list}?sort=${sort}`)).status, 200, `${list} ${sort}`);
		}
});

test('用户管理 tells password age and live sessions, and ends them', async () => {
	const other = await site.staff('zfb002');
	const [{ id }] = site.sql("SELECT id FROM account WHERE login = 'zfb002'");
	const page = await zfb.admin.get('/gkht/users');
	assert.match(page.plain, /密码已用 .*正在登录/);
	assert.match(page.plain, /zfb002 .*?0 天 \d+ 处/);
	assert.match((await zfb.admin.get(`/gkht/users?act=end&id=${id}`)).plain, /结束 zfb002/);
	assert.equal((await zfb.admin.post(`/gkht/users/${id}`, { act: 'end' })).location, '/gkht/users?done=end');
	assert.equal((await other.get('/gkht/entry')).status, 303, 'logged out');
	assert.equal(site.sql("SELECT count(*) n FROM audit WHERE action = 'end_sessions'")[0].n, 1);
	const [{ foreign }] = site.sql("SELECT id AS \"foreign\" FROM account WHERE login = 'jyj002' OR login LIKE '%002' AND unit_id <> (SELECT unit_id FROM account WHERE login = 'zfb002') LIMIT 1");
	assert.equal((await zfb.admin.post(`/gkht/users/${foreign}`, { act: 'end' })).status, 404, 'of the own unit only');
});

test('another person takes over the account of the clerk: what is open is handed over, what was done stays under the old name', async () => {
	const unit = await people(site, 'jyj');
	const [{ id }] = site.sql("SELECT id FROM account WHERE login = 'jyj002'");
	const at = `/gkht/users/${id}`;
	const name = (values) => unit.admin.post(at, { act: 'person', phone: '', ...values });
	assert.equal((await name({ name: '老王' })).status, 303);
	const draft = await inState(unit, 'draft', { title: '移交的草稿' });
	const returned = await inState(unit, 'returned', { title: '移交的退回件' });
	const done = await inState(unit, 'published', { title: '老王发布的' });
	const kept = await unit.clerk.post('/gkht/entry/new/copy', { version: 0, title: '没有存的内容', copy: '', serial: '' }, { multipart: true, headers: { 'x-requested-with': 'fetch' } });
	assert.equal(kept.status, 200, kept.text);

	// the same person, better written: everything goes along
	assert.equal((await name({ name: '老汪' })).location, '/gkht/users?done=person');
	const persons = () => site.sql(`SELECT person FROM document WHERE id IN (${draft}, ${returned}, ${done}) ORDER BY id`).map((r) => r.person).join();
	assert.equal(persons(), '老汪,老汪,老汪');
	assert.match((await unit.clerk.get('/gkht/entry/new')).plain, /没有存的内容|自动保存/);

	assert.equal((await name({ name: '老汪', another: '1' })).status, 422, 'nobody else');
	assert.equal((await name({ name: '', another: '1' })).status, 422);
	assert.equal((await name({ name: '小李', another: '1' })).location, `${at}/handover`);
	assert.equal((await unit.clerk.get('/gkht/entry')).status, 303, 'who was there is logged out');
	assert.equal(persons(), '老汪,老汪,老汪');
	const page = await unit.admin.get(`${at}/handover`);
	assert.match(page.plain, /移交的退回件 退回原因：请补充附件 退回 老汪/);
	assert.match(page.plain, /移交的草稿 草稿 老汪/);
	assert.match(page.plain, /没有存的内容 老汪/);
	assert.doesNotMatch(page.plain, /老王发布的/);
	assert.match((await unit.admin.get('/gkht/users')).text, new RegExp(`action="${at}/handover"`));

	const clerk = await site.staff('jyj002');
	const copies = async () => site.sql(`SELECT token FROM working_copy WHERE account_id = ${id}`);
	const [{ token }] = await copies();
	assert.doesNotMatch((await clerk.get('/gkht/entry/new')).plain, /没有存的内容/, 'not theirs yet');
	assert.doesNotMatch((await clerk.get(`/gkht/entry/new?copy=${token}`)).text, /没有存的内容/);
	await clerk.post('/gkht/entry/new/drop', { copy: token });
	assert.equal((await copies()).length, 1, 'and not theirs to drop');

	assert.equal((await unit.admin.post(`${at}/handover`, {})).status, 422);
	assert.equal((await unit.admin.post(`${at}/handover`, [['pick', draft], ['pick', done]])).location, '/gkht/users?done=handover&count=1', 'only what is open');
	assert.equal(persons(), '小李,老汪,老汪');
	const [{ n }] = site.sql(`SELECT count(*) n FROM document WHERE entered_by = ${id} AND state = 'draft' AND person <> '小李'`);
	assert.equal((await unit.admin.post(`${at}/handover`, { all: '1' })).location, `/gkht/users?done=handover&count=${n + 1}`, 'those and what was typed');
	assert.equal(persons(), '小李,小李,老汪');
	assert.match((await clerk.get(`/gkht/entry/new?copy=${token}`)).text, /没有存的内容/, 'found by the new person');
	assert.match((await unit.admin.get(`/gkht/document/${returned}`)).plain, /移交.*老汪 > 小李/);
	assert.match((await unit.admin.get(`${at}/handover`)).plain, /没有要移交的内容/);
	const mine = async (by) => (await clerk.get(`/gkht/entry?by=${encodeURIComponent(by)}`)).plain;
	assert.match(await mine('小李'), /移交的草稿/);
	assert.doesNotMatch(await mine('小李'), /老王发布的/);
	assert.match(await mine('老汪'), /老王发布的/);
	assert.equal((await zfb.admin.get(`${at}/handover`)).status, 404, 'of another unit');
	assert.equal((await zfb.admin.post(`${at}/handover`, { all: '1' })).status, 404);
	assert.equal((await name({ name: '' })).status, 303);
});
