// The register of publication from outside: lines, proofs and signatures hold
// for an independent checker, and whoever changes the database is found by it
// and by gkctl.
import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { address, amend, inState, move, people } from '../office.mjs';
import { check, consistent, included, signed } from '../register_check.mjs';
import { start } from '../site.mjs';

let site, zfb, reader, id, over, at, saved;
const json = async (path) => {
	const page = await reader.get(path);
	return page.status === 200 ? JSON.parse(page.text) : null;
};

before(async () => {
	site = await start({ district: 'empty' });
	site.gkctl('unit', 'add', '宝坻区人民政府办公室', '--code', 'zfb', '--supervising');
	zfb = await people(site);
	reader = site.visitor();
	for (let k = 0; k < 6; k++)
		await inState(zfb, 'published', { title: `登记的第${k}条` });
	id = await inState(zfb, 'published', { title: '要改的一条' });
	at = address(site, id);
	site.gkctl('register', 'sign');
	saved = (await json('/api/v1/register/heads')).heads;
	await amend(zfb.admin, id, { note: '改了名称', title: '改过的一条' });
	await inState(zfb, 'withdrawn', { title: '撤下的一条' });
	await inState(zfb, 'deleted', { title: '删除的一条' });
	over = await inState(zfb, 'expired', { title: '失效的一条' });
	cpSync(site.data, join(site.dir, 'older'), { recursive: true, filter: (f) => !f.endsWith('/run') });
	await move(zfb.reviewer, over, 'repeal');
	site.gkctl('register', 'sign');
});
after(() => site.stop());

test('the independent checker and gkctl find nothing wrong', async () => {
	assert.match(site.gkctl('register', 'verify'), /all good/);
	const { wrong, lines, heads } = await check(json, saved);
	assert.deepEqual(wrong, []);
	assert.equal(lines, 15);
	assert.equal(heads.length, 2);
	assert.equal(heads[0].size, 15);
	assert.equal(saved[0].size, 7);
});

test('the actions are those of the workflow, in order', async () => {
	const { lines } = await json('/api/v1/register/lines');
	assert.deepEqual(lines.map((l) => l.action), [...Array(7).fill('publish'), 'revise', 'publish', 'withdraw', 'publish', 'delete', 'publish', 'expire', 'expire']);
	assert.deepEqual(lines.slice(-3).map((l) => l.state), ['published', 'expired', 'repealed']);
	assert.ok(lines[14].at >= lines[13].at && lines[14].since === lines[13].since, 'the force was lost once');
	const own = await json(`/api/v1/register/lines?document=${encodeURIComponent(lines[7].document)}`);
	assert.deepEqual(own.lines.map((l) => l.version), [2, 1]);
});

test('a document shows its line, the line its proof', async () => {
	const page = await reader.get(at);
	const link = page.links.find((l) => /^\/register\/\d+$/.test(l));
	assert.equal(link, '/register/8');
	assert.match(page.plain, /登记第 8 行/);
	const line = await reader.get(link);
	assert.match(line.plain, /这一行在第 2 号树头/);
	const proof = await json('/api/v1/register/proof?line=8');
	for (const h of proof.path)
		assert.ok(line.text.includes(h), 'the page shows the path');
	assert.ok(signed(proof.head));
	assert.equal((await reader.get('/register/999')).status, 404);
	assert.match((await reader.get('/register')).plain, /共 15 行[^]*15 [-\d]+ [\d:]+ 废止 [^]*14 [-\d]+ [\d:]+ 失效 /);
});

test('the checker refuses proofs that lie', async () => {
	const proof = await json('/api/v1/register/proof?line=3');
	const leaf = Buffer.from(proof.line.leaf, 'hex');
	const good = [leaf, proof.index, proof.head.size, proof.head.root, proof.path];
	assert.ok(included(...good));
	assert.ok(!included(leaf, 3, ...good.slice(2)));
	assert.ok(!included(...good.slice(0, 4), proof.path.slice(1)));
	assert.ok(!included(...good.slice(0, 4), [...proof.path, proof.path[0]]));
	const c = await json('/api/v1/register/consistency?first=7&second=15');
	assert.ok(consistent(c.first, c.second, c.path));
	assert.ok(!consistent({ ...c.first, root: c.second.root }, c.second, c.path));
	assert.ok(!consistent(c.first, { ...c.second, root: c.first.root }, c.path));
	assert.ok(!signed({ ...c.first, text: c.first.text.replace('\n7\n', '\n8\n') }));
});

const open = ['register_line', 'register_head', 'register_key'].flatMap((t) => [`${t}_no_update`, `${t}_no_delete`]);
const tampering = [
	['a changed text', "UPDATE revision SET body = '<p>换掉的正文</p>', body_text = '换掉的正文' WHERE id = (SELECT revision_id FROM document WHERE id = 1)"],
	['a changed title', "UPDATE revision SET title = '换掉的名称' WHERE id = (SELECT revision_id FROM document WHERE id = 1)"],
	['an earlier date', "UPDATE document SET published = '2020-01-01T00:00:00Z', first_published = '2020-01-01T00:00:00Z' WHERE id = 1; UPDATE revision SET published = '2020-01-01T00:00:00Z' WHERE id = (SELECT revision_id FROM document WHERE id = 1)"],
	['an earlier date in the register too', "UPDATE document SET published = '2020-01-01T00:00:00Z' WHERE id = 1; UPDATE revision SET published = '2020-01-01T00:00:00Z' WHERE id = (SELECT revision_id FROM document WHERE id = 1); UPDATE register_line SET at = '2020-01-01T00:00:00Z', since = '2020-01-01T00:00:00Z' WHERE number = 1"],
	['a line that is gone', 'DELETE FROM register_line WHERE number = 4'],
	['lines in another order', 'UPDATE register_line SET number = -4 WHERE number = 4; UPDATE register_line SET number = 4 WHERE number = 5; UPDATE register_line SET number = 5 WHERE number = -4'],
	['a head with another size', 'UPDATE register_head SET size = 6 WHERE id = 1'],
	['a head signed anew with another key', () => {
		const { privateKey, publicKey } = generateKeyPairSync('ed25519');
		const hex = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
		return `INSERT INTO register_key (id, since, public_key) VALUES (99, '2026-01-01T00:00:00Z', '${hex}'); UPDATE register_head SET key_id = 99, signature = '${sign(null, Buffer.from(saved[0].text), privateKey).toString('hex')}' WHERE id = ${saved[0].id}`;
	}],
	['a 废止 that nobody registered', `UPDATE document SET repealed = 0 WHERE state = 'expired'`],
	['a document that vanished', "UPDATE document SET state = 'withdrawn' WHERE id = 2"],
];
for (const [what, sql] of tampering) {
	test(`both find ${what}`, async () => {
		const file = join(site.data, 'xxgk.db'), copy = join(site.dir, 'before.db');
		const db = new DatabaseSync(file, { timeout: 10000 });
		db.exec(`VACUUM INTO '${copy}'`);
		db.exec(`PRAGMA foreign_keys = OFF; ${open.map((t) => `DROP TRIGGER ${t};`).join('')} ${typeof sql === 'function' ? sql() : sql}; UPDATE seq SET v = random() WHERE name = 'public'`);
		db.close();
		try {
			assert.throws(() => site.gkctl('register', 'verify'), /things are wrong/);
			const { wrong } = await check(json, saved);
			assert.notDeepEqual(wrong, []);
		} finally {
			// back to what it was, through the same file, for those who have it open
			const again = new DatabaseSync(file, { timeout: 10000 });
			const tables = again.prepare("SELECT name FROM sqlite_master WHERE name IN ('document', 'revision', 'register_line', 'register_head', 'register_key')").all();
			again.exec(`PRAGMA foreign_keys = OFF; ATTACH '${copy}' AS old; BEGIN`);
			for (const { name } of tables)
				again.exec(`DELETE FROM main.${name}; INSERT INTO main.${name} SELECT * FROM old.${name}`);
			for (const t of open)
				again.exec(again.prepare('SELECT sql FROM old.sqlite_master WHERE name = ?').get(t).sql);
			again.exec("COMMIT; UPDATE seq SET v = random() WHERE name = 'public'");
			again.close();
			rmSync(copy);
		}
		assert.deepEqual((await check(json, saved)).wrong, [], 'and nothing after it was undone');
	});
}

test('the register is append-only for everybody who goes through the program', () => {
	const db = new DatabaseSync(join(site.data, 'xxgk.db'), { timeout: 10000 });
	for (const sql of ["UPDATE register_line SET since = ''", 'DELETE FROM register_line', "UPDATE register_head SET at = ''", 'DELETE FROM register_node'])
		assert.throws(() => db.exec(sql), /append-only/, sql);
	db.close();
});

test('a district from before the register gets honest lines', () => {
	const old = join(site.dir, 'old');
	cpSync(site.data, old, { recursive: true, filter: (f) => !f.endsWith('/run') });
	const db = new DatabaseSync(join(old, 'xxgk.db'), { timeout: 10000 });
	const names = db.prepare("SELECT type, name FROM sqlite_master WHERE (name LIKE 'register_%' OR name LIKE 'public_%') AND type IN ('trigger') AND tbl_name LIKE 'register_%'").all();
	db.exec(`PRAGMA foreign_keys = OFF; ${names.map((n) => `DROP TRIGGER ${n.name};`).join('')}
		DELETE FROM register_head; DELETE FROM register_key; DELETE FROM register_latest; DELETE FROM register_stand; DELETE FROM register_month; DELETE FROM register_node; DELETE FROM register_line; DELETE FROM seq WHERE name LIKE 'register%'`);
	db.close();
	rmSync(join(old, 'register.key'));
	const run = (...words) => site.gkctl('-c', join(old, 'xxgk.conf'), ...words);
	assert.match(run('init', old), /8 documents that were public before/);
	assert.match(run('register', 'sign'), /signature/);
	assert.match(run('register', 'verify'), /all good/);
	const after = new DatabaseSync(join(old, 'xxgk.db'), { timeout: 10000 });
	assert.deepEqual(after.prepare('SELECT DISTINCT origin FROM register_line').all().map((r) => r.origin), ['existing']);
	after.close();
});

test('what was repealed when the register knew only one word for it gets a line, once', () => {
	const older = join(site.dir, 'older'), run = (...words) => site.gkctl('-c', join(older, 'xxgk.conf'), ...words);
	const db = new DatabaseSync(join(older, 'xxgk.db'), { timeout: 10000 });
	db.exec(`UPDATE document SET repealed = 1 WHERE id = ${over}`);
	assert.throws(() => run('register', 'verify'), /things are wrong/);
	assert.match(run('init', older), /1 documents that were repealed before/);
	assert.match(run('register', 'verify'), /all good/);
	assert.doesNotMatch(run('init', older), /repealed/);
	const lines = db.prepare('SELECT action, origin, state, since FROM public_register ORDER BY number DESC LIMIT 2').all();
	assert.deepEqual(lines.map((l) => [l.action, l.origin, l.state]), [['expire', 'existing', 'repealed'], ['expire', 'move', 'expired']]);
	assert.equal(lines[0].since, lines[1].since);
	db.close();
});

test('each head of the feed leads to a page that shows it whole, however many were signed since', async () => {
	for (let k = 0; k < 11; k++) {
		await inState(zfb, 'published', { title: `后来的第${k}条` });
		site.gkctl('register', 'sign');
	}
	const { heads } = await json('/api/v1/register/heads');
	const entries = [...(await reader.get('/feed/register')).text.matchAll(/<entry>.*?<\/entry>/gs)].map(([e]) => [/<title>第 (\d+) 号/.exec(e)[1], /<link rel="alternate"[^>]* href="[^"]*?(\/register[^"]*)"/.exec(e)[1]]);
	assert.ok(heads.length > 12, `${heads.length} heads`);
	assert.deepEqual(entries.map(([id]) => Number(id)), heads.map((h) => h.id));
	for (const [k, [id, url]] of entries.entries()) {
		const page = await reader.get(url);
		assert.equal(page.status, 200, url);
		for (const said of [heads[k].root, heads[k].signature, `第 ${id} 号树头`])
			assert.ok(page.plain.includes(said), `${url}: ${said}`);
		assert.ok(page.text.includes(`id="head-${id}"`), url);
	}
	// page by page to the first
	const seen = [];
	for (let at = '/register'; at; ) {
		const page = await reader.get(at);
		seen.push(...[...page.text.matchAll(/id="head-(\d+)"/g)].map(([, id]) => Number(id)));
		at = /href="(\/register\?head=\d+)#h-heads"/.exec(page.text)?.[1];
	}
	assert.deepEqual(seen, heads.map((h) => h.id));
	assert.equal((await reader.get(`/register?head=${heads[0].id + 1}`)).status, 404);
	for (const wrong of ['9223372036854775807', 'x', '0'])
		assert.equal((await reader.get(`/register?head=${wrong}`)).status, 422, wrong);
});
