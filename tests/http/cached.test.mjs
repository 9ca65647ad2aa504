// A page that a browser has is confirmed only while nothing on it has changed:
// every change that the public can see makes another ETag at once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { address, amend, draft, inState, move, people, publish, state } from '../office.mjs';
import { start } from '../site.mjs';

let site, zfb, reader, id, at;
before(async () => {
	site = await start();
	zfb = await people(site);
	reader = site.visitor();
	id = await inState(zfb, 'published', { title: '先有的一条' });
	at = address(site, id);
});
after(() => site.stop());

function change(sql) {
	const db = new DatabaseSync(join(site.data, 'xxgk.db'), { timeout: 10000 });
	db.exec(sql);
	db.close();
}

const pages = () => ['/', '/list', '/list?unit=zfb&year=2026', '/unit/zfb', '/open', '/guide', '/units', at];
const ask = (path, etag, more = {}) => reader.get(path, { headers: { 'if-none-match': etag, ...more } });

// Confirmed, once the words of what was just published are learnt: until then
// the pages may change by themselves.
async function confirmed(path, what) {
	for (let k = 0; k < 100; k++) {
		const page = await reader.get(path);
		assert.equal(page.status, 200, `${what}: ${path}`);
		const etag = page.headers.get('etag');
		if ((await ask(path, etag)).status === 304)
			return etag;
		await new Promise((then) => setTimeout(then, 50));
	}
	assert.fail(`${what}: ${path} was not confirmed`);
}

// The pages are confirmed before the change; after it none is.
async function changes(what, f, paths = pages()) {
	const had = [];
	for (const path of paths)
		had.push([path, await confirmed(path, what)]);
	await f();
	for (const [path, etag] of had)
		assert.notEqual((await ask(path, etag)).status, 304, `${path} was confirmed after: ${what}`);
}

test('each step of a document changes the pages', async () => {
	const other = await inState(zfb, 'approved', { title: '后发布的一条' });
	await changes('publish', async () => { assert.equal((await publish(zfb.reviewer, other)).status, 303); });
	await changes('amend', async () => { assert.equal((await amend(zfb.admin, id, { note: '更正', title: '改过的名称' })).status, 303); });
	await changes('expire', async () => { assert.equal((await move(zfb.reviewer, id, 'expire')).status, 303); });
	await changes('withdraw', async () => { assert.equal((await move(zfb.reviewer, other, 'withdraw')).status, 303); });
	await changes('delete', async () => { assert.equal((await move(zfb.reviewer, id, 'delete')).status, 303); });
	assert.equal(state(site, id), 'deleted');
});

test('an address that is gone is not confirmed', async () => {
	const gone = await inState(zfb, 'published', { title: '要撤下的一条' });
	const there = address(site, gone);
	const etag = (await reader.get(there)).headers.get('etag');
	await move(zfb.reviewer, gone, 'withdraw');
	assert.equal((await ask(there, etag)).status, 404);
	assert.equal((await ask(there, '*')).status, 404);
	assert.equal((await ask('/doc/zfb/2026-99999', '*')).status, 404);
	assert.equal((await ask(at, '*')).status, 410);
});

test('names and headings change the pages', async () => {
	id = await inState(zfb, 'published', { title: '留着的一条' });
	at = address(site, id);
	await changes('a unit is renamed', () => change(`UPDATE unit SET name = '区政府新名称', short_name = '新简称' WHERE code = 'zfb'`));
	const list = await reader.get('/list?unit=zfb');
	assert.ok(list.text.includes('<small>新简称'), 'rows show the new name');
	await changes('a unit moves', () => change(`UPDATE unit SET phone = '022-00000000' WHERE code = 'zfb'`));
	await changes('a heading is renamed', () => change(`UPDATE category SET name = '新栏目名' WHERE code = 'rules'`));
	await changes('a theme is renamed', () => change(`UPDATE vocabulary SET name = '新主题名' WHERE list = 'theme' AND position = (SELECT MIN(position) FROM vocabulary WHERE list = 'theme')`));
});

test('a row that was forgotten in the lists shows nothing', async () => {
	const lists = ['/', '/list', '/list?unit=zfb', '/unit/zfb'];
	const seen = async () => (await Promise.all(lists.map((p) => reader.get(p)))).filter((p) => p.text.includes('留着的一条')).length;
	assert.equal(await seen(), lists.length);
	change(`UPDATE document SET state = 'withdrawn' WHERE id = ${id}`);
	assert.equal(await seen(), 0, 'withdrawn');
	change(`UPDATE document SET state = 'published' WHERE id = ${id}`);
	assert.equal(await seen(), lists.length);
	change(`UPDATE revision SET openness = 'closed' WHERE document_id = ${id}`);
	assert.equal(await seen(), 0, 'closed');
	change(`UPDATE revision SET openness = 'active' WHERE document_id = ${id}`);
});

test('what the public cannot see changes nothing', async () => {
	const etag = await confirmed('/list', 'before');
	await draft(zfb.clerk, { title: '只是草稿' });
	await zfb.admin.get('/gkht/users');
	assert.equal((await ask('/list', etag)).status, 304);
});

test('preferences and addresses have marks of their own', async () => {
	const plain = (await reader.get('/list')).headers.get('etag');
	assert.equal((await ask('/list', plain, { cookie: 'view=elder' })).status, 200);
	assert.equal((await ask('/list?unit=zfb', plain)).status, 200);
	assert.equal((await ask('/search', plain)).status, 200);
});
