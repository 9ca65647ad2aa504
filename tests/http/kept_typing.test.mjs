// Nothing typed is lost: working copies, two windows, a lost session without
// script, a worker that is killed, the conflict page with both texts.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { fullDraft, people, save, submit } from '../office.mjs';
import { filled, PASSWORD, start } from '../site.mjs';

let site, zfb, czj;
before(async () => {
	site = await start();
	zfb = await people(site);
	czj = await people(site, 'czj');
});
after(() => site?.stop());

const script = { 'x-requested-with': 'fetch' };
async function keep(clerk, at, values, was = {}) {
	const page = await clerk.post(`/gkht/entry/${at}/copy`, { version: 0, title: '', ...values, copy: was.copy || '', serial: was.serial || '' }, { multipart: true, headers: script });
	return { status: page.status, ...JSON.parse(page.text) };
}
const copies = () => site.sql('SELECT count(*) n FROM working_copy')[0].n;

test('a new document comes back as it was typed, wrong fields too', async () => {
	await zfb.clerk.get('/gkht/entry/new');
	const one = await keep(zfb.clerk, 'new', { title: '还没写完', doc_no: '不成文号', summary: '写到一半&=%', body: '<p>第一段</p>', openness: 'closed', closed_reason: '内部' });
	assert.match(one.saved, /^\d\d:\d\d$/);
	const two = await keep(zfb.clerk, 'new', { title: '还没写完的信息', summary: '写到一半&=%', doc_no: '不成文号', body: '<p>第一段</p><p>第二段</p>', openness: 'closed', closed_reason: '内部' }, one);
	assert.equal(two.copy, one.copy);
	const page = await zfb.clerk.get(`/gkht/entry/new?copy=${two.copy}`);
	for (const text of ['value="还没写完的信息"', 'value="不成文号"', '写到一半&amp;=%', '第二段', '自动保存、还没有保存的内容'])
		assert.ok(page.text.includes(text), text);
	assert.ok((await zfb.clerk.get('/gkht/entry/new')).plain.includes('还没写完的信息'), 'offered to whoever begins another');
	assert.equal((await czj.clerk.get(`/gkht/entry/new?copy=${two.copy}`)).text.includes('还没写完'), false, 'nobody else sees it');
	assert.equal((await zfb.clerk.post('/gkht/entry/new/drop', { copy: two.copy })).status, 303);
	assert.equal(copies(), 0);
});

test('a draft: restored when it is opened, gone once it is saved', async () => {
	const id = await fullDraft(zfb.clerk, { title: '旧名称' });
	await keep(zfb.clerk, id, { version: 1, title: '新名称', body: '新的正文' });
	assert.ok((await zfb.clerk.get(`/gkht/entry/${id}`)).text.includes('value="新名称"'));
	assert.ok(!(await zfb.clerk.get(`/gkht/document/${id}`)).plain.includes('新名称'), 'it is not saved');
	await save(zfb.clerk, id, { title: '新名称' });
	assert.equal(copies(), 0);
	const sent = await fullDraft(zfb.clerk);
	await submit(zfb.clerk, sent);
	assert.equal((await zfb.clerk.post(`/gkht/entry/${sent}/copy`, { version: 3, title: 'x' }, { headers: script })).status, 409, 'submitted');
	assert.equal((await czj.clerk.post(`/gkht/entry/${id}/copy`, { version: 1, title: 'x' }, { headers: script })).status, 404);
});

test('two windows never write over each other', async () => {
	const id = await fullDraft(zfb.clerk, { title: '两个窗口' });
	const first = await keep(zfb.clerk, id, { version: 1, title: '窗口一' });
	const a = await keep(zfb.clerk, id, { version: 1, title: '窗口一再改' }, first);
	const b = await keep(zfb.clerk, id, { version: 1, title: '窗口二' }, first);
	assert.notEqual(a.copy, b.copy);
	for (const [copy, title] of [[a.copy, '窗口一再改'], [b.copy, '窗口二']])
		assert.ok((await zfb.clerk.get(`/gkht/entry/${id}?copy=${copy}`)).text.includes(`value="${title}"`));
	site.sql(`DELETE FROM working_copy`);
});

test('conflict: both texts, the differences marked, and merged field by field', async () => {
	const id = await fullDraft(zfb.clerk, { title: '原名称', body: '甲段落说三件事。' });
	const at = `/gkht/entry/${id}`;
	const mine = (await zfb.clerk.get(at)).form(at);
	await save(zfb.clerk, id, { title: '他人的名称', body: '甲段落说四件事。' });
	const page = await zfb.clerk.post(at, filled(mine, { act: 'save', title: '我的名称', body: '甲段落说五件事。' }), { multipart: true });
	assert.equal(page.status, 409);
	assert.match(page.text, /<del>四<\/del><ins>五<\/ins>/);
	assert.match(page.text, /<del>他人<\/del><ins>我<\/ins>的名称/);
	const merged = await zfb.clerk.post(at, [...filled(page.form(at), { act: 'merge' }), ['theirs', 'title']], { multipart: true });
	assert.ok(merged.text.includes('value="他人的名称"') && merged.plain.includes('甲段落说五件事'));
	assert.equal((await zfb.clerk.post(at, filled(merged.form(at), { act: 'save' }), { multipart: true })).status, 303);
	const [row] = site.sql(`SELECT r.title, r.body_text FROM document d JOIN revision r ON r.id = d.revision_id WHERE d.id = ${id}`);
	assert.deepEqual([row.title, row.body_text.trim()], ['他人的名称', '甲段落说五件事。']);
});

test('a copy whose document moved on shows both sides', async () => {
	const id = await fullDraft(zfb.clerk, { title: '先', body: '一二三。' });
	await keep(zfb.clerk, id, { version: 1, title: '先', body: '<p>一二四。</p>' });
	site.sql(`UPDATE document SET version = version + 1 WHERE id = ${id}`);
	const page = await zfb.clerk.get(`/gkht/entry/${id}`);
	assert.ok(page.plain.includes('您填写的原文') && /<ins>四<\/ins>/.test(page.text));
	site.sql('DELETE FROM working_copy');
	// looking at it stores nothing, and what is too long is no end of the worker
	const [{ file }] = site.sql("SELECT a.upload_id file FROM attachment a JOIN upload w ON w.id = a.upload_id JOIN unit u ON u.id = w.unit_id WHERE u.code = 'zfb' LIMIT 1");
	for (const more of [{ attachment: file, named: file, named_as: '另一个名称', named_at: 1 }, { body: '长'.repeat(900000) }]) {
		await keep(zfb.clerk, id, { version: 1, title: '后', ...more });
		const again = await zfb.clerk.get(`/gkht/entry/${id}`);
		assert.equal(again.status, 200);
		assert.ok(again.text.includes('value="后"'), Object.keys(more)[0]);
		site.sql('DELETE FROM working_copy');
	}
});

test('without script: what was sent after the session ended survives the login', async () => {
	const clerk = await site.staff('mzj002');
	const at = '/gkht/entry/new';
	const form = (await clerk.get(at)).form(at);
	site.sql("DELETE FROM session WHERE account_id = (SELECT id FROM account WHERE login = 'mzj002')");
	const lost = await clerk.post(at, filled(form, { act: 'save', title: '填了很久的表', summary: '概述"引号"', body: '正文一段' }), { multipart: true });
	assert.equal(lost.status, 403);
	assert.ok(lost.plain.includes('登录已经过期') && lost.plain.includes('还在'));
	const wrong = await clerk.post('/gkht/login', filled(lost.form('/gkht/login'), { login: 'mzj002', password: 'wrong' }));
	assert.equal(wrong.status, 422);
	const back = await clerk.post('/gkht/login', filled(wrong.form('/gkht/login'), { login: 'mzj002', password: PASSWORD }));
	assert.match(back.location, /^\/gkht\/entry\/new\?copy=/);
	const page = await clerk.get(back.location);
	assert.ok(page.text.includes('value="填了很久的表"') && page.text.includes('概述&quot;引号&quot;') && page.text.includes('正文一段'));
	assert.equal(site.sql("SELECT count(*) n FROM revision WHERE title = '填了很久的表'")[0].n, 0, 'nothing was saved unasked');
});

test('a state secret is kept nowhere', async () => {
	const one = await keep(zfb.clerk, 'new', { title: '不该有' });
	assert.equal((await keep(zfb.clerk, 'new', { title: '不该有', secrecy_holds: 'secret' }, one)).secret, 1);
	assert.equal(copies() - site.sql("SELECT count(*) n FROM working_copy WHERE title <> '不该有'")[0].n, 0);
});

test('a worker killed in the middle: what was answered is there, nothing half', async () => {
	let was = {}, last = -1;
	const stop = Date.now() + 4000;
	const workers = () => execFileSync('pgrep', ['-f', 'gkht.fcgi'], { encoding: 'utf8' }).trim().split('\n')
		.filter((pid) => { try { return execFileSync('cat', [`/proc/${pid}/cmdline`], { encoding: 'utf8' }).includes(site.data) && !execFileSync('cat', [`/proc/${pid}/comm`], { encoding: 'utf8' }).includes('multiwatch'); } catch { return false; } });
	const killer = setInterval(() => { for (const pid of workers()) try { process.kill(Number(pid), 'SIGKILL'); } catch { /* gone */ } }, 700);
	let killed = 0;
	for (let n = 0; Date.now() < stop; n++) {
		const body = `<p>${'字'.repeat(2000)}${n}</p>`;
		try {
			const kept = await keep(zfb.clerk, 'new', { title: `第 ${n} 次`, body }, was);
			if (kept.copy) {
				was = kept;
				last = n;
			}
		} catch {
			killed++;
		}
	}
	clearInterval(killer);
	assert.ok(last > 0);
	for (let k = 0; k < 100 && !await site.answers(); k++)
		await new Promise((then) => setTimeout(then, 100));
	const page = await zfb.clerk.get(`/gkht/entry/new?copy=${was.copy}`);
	const n = Number(/value="第 (\d+) 次"/.exec(page.text)[1]);
	assert.ok(n >= last && page.text.includes(`字${n}&lt;/p&gt;`), `${n} of ${last}, ${killed} killed`);
	assert.equal(site.sql('PRAGMA integrity_check')[0].integrity_check, 'ok');
});
