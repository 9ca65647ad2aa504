// Nothing typed is lost: working copies, two windows, a lost session without
// script, a worker that is killed, the conflict page with both texts.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { amend, day, fullDraft, inState, leafCategory, people, save, submit } from '../office.mjs';
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
	const form = /\//.test(at) ? at : `entry/${at}`;
	const sent = filled(Array.isArray(values) ? values : Object.entries({ version: 0, title: '', ...values }), { copy: was.copy || '', serial: was.serial || '' });
	const page = await clerk.post(`/gkht/${form}/copy`, sent, { multipart: true, headers: script });
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

test('back at an empty form without script: what was saved last is named, to its author and not for ever', async () => {
	const fgw = await people(site, 'fgw');
	const noscript = async (who) => /<noscript>[^]*?<\/noscript>/.exec((await who.get('/gkht/entry/new')).text)?.[0] ?? '';
	assert.equal(await noscript(fgw.clerk), '');
	const form = (await fgw.clerk.get('/gkht/entry/new')).form('/gkht/entry/new');
	const sent = await fgw.clerk.post('/gkht/entry/new', filled(form, { title: '刚刚填过的 <信息>', act: 'save' }), { multipart: true });
	const id = /entry\/(\d+)/.exec(sent.location)[1];
	assert.match(await noscript(fgw.clerk), new RegExp(`href="/gkht/entry/${id}">刚刚填过的 &lt;信息&gt;</a>.*内容没有丢`));
	assert.equal(await noscript(zfb.clerk), '', 'nobody else is told');
	site.sql(`UPDATE document SET created = '2026-01-01T00:00:00Z' WHERE id = ${id}`);
	assert.equal(await noscript(fgw.clerk), '');
	site.sql(`UPDATE document SET created = modified, state = 'withdrawn' WHERE id = ${id}`);
	assert.equal(await noscript(fgw.clerk), '');
});

test('one form makes one document, however often it is sent', async () => {
	for (const [at, values] of [['/gkht/entry/new', { act: 'save', title: '发了两次的新信息' }], ['/gkht/profile', { p_organ: '发了两次的单位' }]]) {
		const first = await czj.clerk.get(at === '/gkht/profile' ? '/gkht/profile/organisation' : at);
		const form = filled(first.form(at), values), id = (page) => /(entry|profile)\/(\d+)/.exec(page.location)[2];
		const all = () => site.sql('SELECT count(*) n FROM document')[0].n, before = all();
		const once = await czj.clerk.post(at, form, { multipart: true }), again = await czj.clerk.post(at, form, { multipart: true });
		assert.deepEqual([once.status, again.status, id(again)], [303, 303, id(once)], at);
		assert.equal(all(), before + 1);
		// a draft that is saved twice with the same words is as it was
		const now = `${at.replace('/new', '')}/${id(once)}`, draft = filled((await czj.clerk.get(now)).form(now), { act: 'save' });
		const state = () => site.sql(`SELECT version, modified FROM document WHERE id = ${id(once)}`);
		const was = state();
		for (let k = 0; k < 2; k++)
			assert.equal((await czj.clerk.post(at, form, { multipart: true })).status, 303, at);
		assert.deepEqual(state(), was);
		// meanwhile other words were written there: shown, not overwritten
		assert.equal((await czj.clerk.post(now, filled(draft, { title: '别的名称', p_organ: '别的单位' }), { multipart: true })).status, 303);
		for (const [to, words] of [[at, form], [now, draft]])
			assert.equal((await czj.clerk.post(to, words, { multipart: true })).status, 409, to);
		assert.equal(all(), before + 1);
		// another form, and the same one in the hands of somebody else
		const other = await zfb.clerk.post(at, form, { multipart: true });
		assert.ok(other.status !== 303 || id(other) !== id(once));
	}
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

test('conflict: 公开方式, 下次评估日期, 附件 and the rest are no exception', async () => {
	const id = await fullDraft(zfb.clerk, { title: '两人都改', openness: 'closed', reassess: day(300) });
	const at = `/gkht/entry/${id}`;
	const mine = (await zfb.clerk.get(at)).form(at);
	const other = filled(mine, { act: 'save', reassess: day(200), closed_reason: '他人写的理由', article: '14', category: leafCategory(site, 'a20-2') });
	assert.equal((await zfb.clerk.post(at, [...other, ['file', new Blob(['甲,乙']), '他人的.csv']], { multipart: true })).status, 303);
	const page = await zfb.clerk.post(at, filled(mine, { act: 'save', reassess: day(90) }), { multipart: true });
	assert.equal(page.status, 409);
	const rows = [...page.text.matchAll(/<tr><th scope="row">([^<]*)<\/th><td>([^<]*)<\/td><td>([^<]*)</g)].map(([, ...r]) => r);
	assert.deepEqual(rows.map((r) => r[0]), ['信息种类', '法律依据', '下次评估日期', '理由', '附件']);
	assert.deepEqual(rows[2].slice(1), [day(90), day(200)]);
	const merged = await zfb.clerk.post(at, [...filled(page.form(at), { act: 'merge' }), ...['reassess', 'attachment', 'category'].map((f) => ['theirs', f])], { multipart: true });
	assert.equal((await zfb.clerk.post(at, filled(merged.form(at), { act: 'save' }), { multipart: true })).status, 303);
	const now = site.sql(`SELECT k.reassess, k.reason, k.article, (SELECT count(*) FROM attachment a WHERE a.revision_id = k.revision_id) files FROM closure k JOIN document d ON d.revision_id = k.revision_id WHERE d.id = ${id}`);
	assert.deepEqual(now, [{ reassess: day(200), reason: '内部管理事项', article: '16.1', files: 1 }]);
	// 主动公开 by the one, 不予公开 by the other
	const again = (await zfb.clerk.get(at)).form(at);
	await save(zfb.clerk, id, { openness: 'active' });
	const both = await zfb.clerk.post(at, filled(again, { act: 'save', title: '改了名称' }), { multipart: true });
	assert.equal(both.status, 409);
	assert.match(both.text, /公开方式<\/th><td>不予公开<\/td><td>主动公开/);
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

test('内容表修改: kept, restored, dropped with the change; a stranger and a clerk have no part in it', async () => {
	const id = await inState(zfb, 'published', { title: '公开的旧名称', body: '公开的正文。' });
	const at = `/gkht/manage/${id}`;
	const typed = filled((await zfb.admin.get(at)).form(at), { title: '改到一半的名称', note: '更正错字', body: '<p>改到一半的正文</p>' });
	const one = await keep(zfb.admin, `manage/${id}`, typed);
	assert.match(one.saved, /^\d\d:\d\d$/);
	const page = await zfb.admin.get(at);
	for (const text of ['value="改到一半的名称"', '改到一半的正文', '>更正错字</textarea>', '自动保存、还没有保存的内容', `value="${one.copy}"`])
		assert.ok(page.text.includes(text), text);
	assert.equal((await zfb.admin.post(`/gkht/manage/${id}/copy`, typed, { headers: script })).status, 200);
	assert.equal((await zfb.clerk.post(`/gkht/manage/${id}/copy`, typed, { headers: script })).status, 403);
	assert.equal((await zfb.clerk.post(`/gkht/entry/${id}/copy`, typed, { headers: script })).status, 409, 'it is published');
	assert.equal((await czj.admin.post(`/gkht/manage/${id}/copy`, typed, { headers: script })).status, 404);
	assert.equal((await zfb.admin.post('/gkht/manage/new/copy', typed, { headers: script })).status, 404);
	site.sql(`DELETE FROM working_copy WHERE token <> '${one.copy}'`);
	// refused for what is missing: the form goes on with its copy
	const refused = await zfb.admin.post(at, filled(page.form(at), { act: 'save', note: '' }), { multipart: true });
	assert.equal(refused.status, 422);
	assert.ok(refused.text.includes(`name="copy" value="${one.copy}"`));
	assert.equal((await zfb.admin.post(at, filled(refused.form(at), { act: 'save', note: '更正错字', secrecy_signed: '1' }), { multipart: true })).status, 303);
	assert.equal(copies(), 0);
	assert.ok((await zfb.admin.get(at)).text.includes('value="改到一半的名称"'));
});

test('内容表修改: two windows, both texts, the fields chosen from either', async () => {
	const id = await inState(zfb, 'published', { title: '原名称', body: '甲段落说三件事。' });
	const at = `/gkht/manage/${id}`, mine = (await zfb.admin.get(at)).form(at);
	assert.equal((await amend(zfb.admin, id, { title: '他人的名称', body: '甲段落说四件事。', note: '他人' })).status, 303);
	await keep(zfb.admin, `manage/${id}`, filled(mine, { title: '我的名称', body: '<p>甲段落说五件事。</p>', note: '我' }));
	const back = await zfb.admin.get(at);
	assert.match(back.text, /<del>四<\/del><ins>五<\/ins>/);
	assert.match(back.text, /您填写的原文[^]*现在保存的原文/);
	const stale = await zfb.admin.post(at, filled(mine, { act: 'save', title: '我的名称', body: '甲段落说五件事。', note: '我' }), { multipart: true });
	assert.equal(stale.status, 409);
	const merged = await zfb.admin.post(at, [...filled(stale.form(at), { act: 'merge' }), ['theirs', 'title']], { multipart: true });
	assert.ok(merged.text.includes('value="他人的名称"') && merged.plain.includes('甲段落说五件事'));
	assert.equal(site.sql(`SELECT r.body_text t FROM document d JOIN revision r ON r.id = d.revision_id WHERE d.id = ${id}`)[0].t.trim(), '甲段落说四件事。', '合并 alone changes nothing');
	assert.equal((await zfb.admin.post(`${at}/drop`, { copy: back.form(`${at}/drop`).find(([k]) => k === 'copy')[1] })).status, 303);
	assert.ok((await zfb.admin.get(at)).text.includes('value="他人的名称"'), 'given up');
	site.sql('DELETE FROM working_copy');
});

const leaders = [['kind', 'leaders'], ['p_name', '张建国'], ['p_name', '李秀英'], ['p_office', '局长'], ['p_office', ''], ['p_task', ''], ['p_task', '分管预算'], ['p_cv', ''], ['p_cv', ''], ['p_photo', ''], ['p_photo', '']];
async function keepLeaders(who, at, more, was = {}) {
	const page = await who.post(`/gkht/profile/${at}/copy`, [...leaders, ...Object.entries({ version: 0, ...more, copy: was.copy || '', serial: was.serial || '' })], { multipart: true, headers: script });
	return { status: page.status, ...JSON.parse(page.text) };
}

test('a form of its own: kept person by person, each kind for itself, gone once it is saved', async () => {
	const one = await keepLeaders(czj.clerk, 'leaders');
	assert.equal(one.at, `/gkht/profile/leaders?copy=${one.copy}`);
	assert.equal((await czj.clerk.post('/gkht/profile/nothing/copy', leaders, { headers: script })).status, 404);
	assert.equal((await czj.admin.post('/gkht/profile/leaders/copy', leaders, { headers: script })).status, 404, 'only the clerk begins one');
	for (const at of [one.at, '/gkht/profile?kind=leaders']) {
		const page = await czj.clerk.get(at);
		assert.match(page.text, /value="张建国"[^]*value="局长"[^]*value="李秀英"[^]*>分管预算</);
		assert.ok(page.plain.includes('自动保存、还没有保存的内容'));
	}
	assert.ok(!(await czj.clerk.get('/gkht/profile?kind=staff')).text.includes('张建国'));
	assert.ok(!(await zfb.clerk.get(`/gkht/profile/leaders?copy=${one.copy}`)).text.includes('张建国'));
	const form = (await czj.clerk.get(one.at)).form('/gkht/profile').filter(([k]) => k !== 'do');
	const saved = await czj.clerk.post('/gkht/profile', form, { multipart: true });
	assert.equal(saved.status, 303);
	assert.equal(copies(), 0);
	const id = /profile\/(\d+)/.exec(saved.location)[1], at = `/gkht/profile/${id}`;
	const version = site.sql(`SELECT version v FROM document WHERE id = ${id}`)[0].v;
	await keepLeaders(czj.clerk, id, { version, p_name: '王新来' });
	assert.match((await czj.clerk.get(at)).text, /value="李秀英"[^]*value="王新来"/);
	assert.equal((await czj.clerk.post(`/gkht/entry/${await fullDraft(czj.clerk)}/copy`, leaders, { headers: script })).status, 200);
	assert.equal((await czj.clerk.post(`/gkht/profile/${await fullDraft(czj.clerk)}/copy`, leaders, { headers: script })).status, 404, 'it has no such form');
	// somebody else was faster: both texts, kept and sent
	const stale = (await czj.clerk.get(at)).form(at).filter(([k]) => k !== 'do');
	site.sql(`UPDATE document SET version = version + 1 WHERE id = ${id}`);
	for (const page of [await czj.clerk.get(at), await czj.clerk.post(at, stale, { multipart: true })]) {
		assert.ok(page.plain.includes('您填写的原文') && page.plain.includes('现在保存的原文'), page.plain.slice(0, 600));
		assert.match(page.text, /<ins>[^]{0,200}王新来/);
		assert.ok(page.text.includes('value="王新来"'));
	}
	site.sql('DELETE FROM working_copy');
});

for (const [role, at, sent, seen] of [
	['admin', (id) => `/gkht/manage/${id}`, { note: '写了很久的说明', body: '改了很久的正文', act: 'save' }, ['写了很久的说明', '改了很久的正文']],
	['clerk', () => '/gkht/profile', { kind: 'organisation', p_duties: '填了很久的职能' }, ['填了很久的职能']],
])
	test(`without script, ${role}: what was sent after the session ended survives the login`, async () => {
		const login = { admin: 'mzj001', clerk: 'mzj002' }[role];
		const unit = await people(site, 'mzj');
		const id = role === 'admin' ? await inState(unit, 'published') : 0;
		const open = role === 'admin' ? at(id) : '/gkht/profile?kind=organisation';
		const form = (await unit[role].get(open)).form(at(id)).filter(([k]) => k !== 'do');
		site.sql(`DELETE FROM session WHERE account_id = (SELECT id FROM account WHERE login = '${login}')`);
		const lost = await unit[role].post(at(id), filled(form, sent), { multipart: true });
		assert.equal(lost.status, 403);
		assert.ok(lost.plain.includes('还在'));
		const back = await unit[role].post('/gkht/login', filled(lost.form('/gkht/login'), { login, password: PASSWORD }));
		assert.match(back.location, /\?copy=/);
		const page = await unit[role].get(back.location);
		for (const text of seen)
			assert.ok(page.plain.includes(text), text);
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
