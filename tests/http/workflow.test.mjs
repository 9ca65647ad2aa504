// The workflow through the forms: who may, in what order, exactly once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, amend, day, draft, fullDraft, inState, leafCategory, move, people, publish, reply, save, state, submit } from '../office.mjs';
import { filled, start } from '../site.mjs';

let site, zfb, reader;
before(async () => {
	site = await start();
	zfb = await people(site);
	reader = site.visitor();
});
after(() => site.stop());

const audit = (id) => site.sql(`SELECT action, from_state f, to_state t, login, address FROM audit WHERE object = 'document' AND object_id = ${id} ORDER BY id`);

test('from the draft to the portal and off it again', async () => {
	const title = '关于做好秋季校园安全工作的通知';
	const id = await fullDraft(zfb.clerk, { title, doc_no: '宝坻政办发[2026] 77号' });
	assert.equal((await submit(zfb.clerk, id)).status, 303);
	assert.equal((await reply(zfb.reviewer, id, 'approve')).status, 303);
	assert.equal((await publish(zfb.reviewer, id)).status, 303);
	const at = address(site, id);
	const page = await reader.get(at);
	assert.equal(page.status, 200);
	assert.ok(page.plain.includes(title));
	assert.ok(page.plain.includes('宝坻政办发〔2026〕77号'), 'the number is brought into form');
	assert.ok((await reader.get('/')).plain.includes(title));
	assert.ok((await reader.get('/search?q=' + encodeURIComponent('秋季校园'))).plain.includes(title.slice(0, 2)));
	assert.deepEqual(audit(id).map((a) => `${a.action} ${a.f}>${a.t} ${a.login}`).slice(-3), [
		'submit draft>submitted zfb002', 'approve submitted>approved zfb003', 'publish approved>published zfb003',
	]);
	assert.ok(audit(id).every((a) => a.address === '127.0.0.1'));
	await move(zfb.reviewer, id, 'expire', '被新文件代替');
	assert.match((await reader.get(at)).plain, /失效/);
	await move(zfb.reviewer, id, 'withdraw', '内容需要核实');
	assert.equal((await reader.get(at)).status, 404);
	// again only through a new review
	assert.notEqual((await publish(zfb.reviewer, id)).status, 303);
	assert.equal((await submit(zfb.clerk, id)).status, 303);
	await reply(zfb.reviewer, id, 'approve');
	await publish(zfb.reviewer, id);
	assert.equal(address(site, id), at, 'the index number stays');
	assert.equal((await reader.get(at)).status, 200);
	await move(zfb.reviewer, id, 'delete', '重复发布');
	const tomb = await reader.get(at);
	assert.equal(tomb.status, 410);
	assert.ok(tomb.plain.includes(title) && tomb.plain.includes('ZFB/2026-') && !tomb.plain.includes('正文第一段'));
});

test('a draft needs only a name, submitting lists what is missing', async () => {
	const id = await draft(zfb.clerk, { title: '只有名称' });
	const page = await submit(zfb.clerk, id);
	assert.equal(state(site, id), 'draft');
	const shown = page.status === 303 ? await zfb.clerk.follow(page.location) : page;
	for (const field of ['信息种类', '生成日期', '内容概述', '原文'])
		assert.ok(shown.plain.includes(field), field);
	assert.match(shown.text, /href="#/, 'links to the fields');
});

test('bad input names the field and keeps everything typed', async () => {
	const id = await draft(zfb.clerk, { title: '原来的名称' });
	const page = await save(zfb.clerk, id, {
		title: '新的名称<b>&"', doc_no: '坏文号', made_on: day(3), summary: '写了很久的概述', body: '写了很久的正文',
	});
	assert.equal(page.status, 422);
	assert.match(page.title, /^错误/);
	for (const typed of ['坏文号', '写了很久的概述', '写了很久的正文', '新的名称&lt;b&gt;&amp;&quot;', day(3)])
		assert.ok(page.text.includes(typed), typed);
	assert.match(page.plain, /六角括号/);
	assert.equal(site.sql(`SELECT r.title FROM document d JOIN revision r ON r.id = d.revision_id WHERE d.id = ${id}`)[0].title, '原来的名称');
});

test('returned with the reason, corrected, submitted again, all rounds kept', async () => {
	const id = await inState(zfb, 'returned', { title: '要退回的信息' });
	const list = await zfb.clerk.get('/gkht/entry');
	assert.match(list.plain, /请补充附件/);
	assert.equal((await save(zfb.clerk, id, { summary: '补充后的概述。' })).status, 303);
	assert.equal((await submit(zfb.clerk, id)).status, 303);
	await reply(zfb.reviewer, id, 'approve');
	assert.equal(state(site, id), 'approved');
	assert.equal(site.sql(`SELECT COUNT(*) n FROM revision WHERE document_id = ${id}`)[0].n, 2);
});

test('not approving demands a remark', async () => {
	const id = await inState(zfb, 'submitted');
	const page = await reply(zfb.reviewer, id, 'return', '');
	assert.equal(page.status, 422);
	assert.equal(state(site, id), 'submitted');
});

test('after 提交 the clerk cannot change it', async () => {
	const id = await fullDraft(zfb.clerk);
	const page = await zfb.clerk.get(`/gkht/entry/${id}`);
	const old = page.form(`/gkht/entry/${id}`);
	await submit(zfb.clerk, id);
	const again = await zfb.clerk.post(`/gkht/entry/${id}`, filled(old, { act: 'save', title: '偷改' }), { multipart: true });
	assert.ok([403, 409].includes(again.status), String(again.status));
	assert.notEqual(site.sql(`SELECT r.title FROM document d JOIN revision r ON r.id = d.revision_id WHERE d.id = ${id}`)[0].title, '偷改');
});

test('two reviewers at once: one wins, the other is told', async () => {
	const id = await inState(zfb, 'submitted');
	const second = await site.staff('zfb003');
	const at = `/gkht/review/${id}/reply`;
	const [a, b] = await Promise.all([zfb.reviewer.get(at), second.get(at)]);
	const done = await Promise.all([
		zfb.reviewer.post(at, filled(a.form(at), { result: 'approve' })),
		second.post(at, filled(b.form(at), { result: 'return', remark: '不通过' })),
	]);
	assert.deepEqual(done.map((p) => p.status).sort(), [303, 409]);
	const lost = done.find((p) => p.status === 409);
	assert.match(lost.plain, /已经|已被|变化|其他人/);
	assert.equal(audit(id).filter((x) => ['approve', 'return'].includes(x.action)).length, 1);
});

test('two windows of one clerk: the second save is told and shows both texts', async () => {
	const id = await fullDraft(zfb.clerk, { title: '两个窗口' });
	const at = `/gkht/entry/${id}`;
	const first = (await zfb.clerk.get(at)).form(at);
	const second = (await zfb.clerk.get(at)).form(at);
	assert.equal((await zfb.clerk.post(at, filled(first, { act: 'save', summary: '第一个窗口的概述' }), { multipart: true })).status, 303);
	const late = await zfb.clerk.post(at, filled(second, { act: 'save', summary: '第二个窗口的概述' }), { multipart: true });
	assert.equal(late.status, 409);
	assert.ok(late.text.includes('第一个窗口的概述') && late.text.includes('第二个窗口的概述'));
	assert.equal(site.sql(`SELECT r.summary FROM document d JOIN revision r ON r.id = d.revision_id WHERE d.id = ${id}`)[0].summary, '第一个窗口的概述');
});

test('a form sent twice acts once', async () => {
	const id = await inState(zfb, 'approved');
	const at = `/gkht/publish/${id}`;
	const form = (await zfb.reviewer.get(at)).form(at);
	const done = await Promise.all([1, 2, 3].map(() => zfb.reviewer.post(at, form)));
	assert.equal(done.filter((p) => p.status === 303).length, 1, done.map((p) => p.status).join());
	assert.equal(audit(id).filter((x) => x.action === 'publish').length, 1);
});

test('steps cannot be skipped', async () => {
	const id = await fullDraft(zfb.clerk);
	for (const path of [`/gkht/review/${id}/reply`, `/gkht/publish/${id}`, `/gkht/published/${id}/delete`]) {
		const page = await zfb.reviewer.post(path, { version: 1, result: 'approve', reason: '试', act: 'run', pick: `${id}-1` });
		assert.ok([403, 404, 409, 422].includes(page.status), `${path} ${page.status}`);
	}
	assert.equal(state(site, id), 'draft');
});

test('XXX001 changes what is published; the old revision stays as history', async () => {
	const id = await inState(zfb, 'published', { title: '可以修改的信息', body: '旧的正文' });
	const at = address(site, id);
	assert.equal((await amend(zfb.admin, id, { body: '新的正文', note: '' })).status, 422, 'a note is demanded');
	assert.equal((await amend(zfb.admin, id, { body: '新的正文', note: '更正数字' })).status, 303);
	const page = await reader.get(at);
	assert.ok(page.plain.includes('新的正文') && page.plain.includes('更正数字') && !page.plain.includes('旧的正文'));
	const old = await reader.get(`${at}/v/1`);
	assert.equal(old.status, 200);
	assert.ok(old.plain.includes('旧的正文'));
	assert.notEqual((await amend(zfb.clerk, id, { body: 'x', note: 'y' })).status, 303);
});

test('documents not for the public never reach the portal', async () => {
	for (const openness of ['request', 'closed']) {
		const id = await inState(zfb, 'published', { title: `内部目录${openness}`, openness });
		assert.equal((await reader.get(address(site, id))).status, 404);
		assert.ok(!(await reader.get('/')).plain.includes(`内部目录${openness}`));
	}
});

test('five failures lock the account, with one uniform answer before', async () => {
	const v = site.visitor();
	await v.get('/gkht/login');
	const wrong = [];
	for (let k = 0; k < 5; k++)
		wrong.push(await v.post('/gkht/login', { login: 'tjj002', password: `wrong-${k}` }));
	const unknown = await v.post('/gkht/login', { login: 'nobody99', password: 'wrong' });
	const said = (p) => /class="errs".*?<\/ul>/s.exec(p.text)?.[0].replace(/<[^>]*>/g, ' ') || p.plain;
	assert.equal(wrong[0].status, 422);
	assert.equal(said(wrong[0]), said(unknown));
	const locked = await v.post('/gkht/login', { login: 'tjj002', password: '111111' });
	assert.equal(locked.status, 422);
	assert.equal(site.sql("SELECT locked_until > '2026' AS f FROM account WHERE login = 'tjj002'")[0].f, 1);
	// the account of somebody else still works
	assert.equal((await site.visitor().login('tjj003')).status, 303);
});

test('a new password follows the rules, each said at its field', async () => {
	const v = site.visitor();
	await v.get('/gkht/login');
	await v.post('/gkht/login', { login: 'jyj002', password: '111111' });
	await v.get('/gkht/password');
	for (const bad of ['short1!', 'alllowercase', 'jyj002', '111111', 'Password123', 'onlyletters1'])
		assert.equal((await v.post('/gkht/password', { old: '111111', new: bad, again: bad })).status, 422, bad);
	assert.equal((await v.post('/gkht/password', { old: 'wrong', new: 'Gongkai-2026', again: 'Gongkai-2026' })).status, 422);
	assert.equal((await v.post('/gkht/password', { old: '111111', new: 'Gongkai-2026', again: 'Gongkai-2027' })).status, 422);
	assert.equal((await v.post('/gkht/password', { old: '111111', new: 'Gongkai-2026', again: 'Gongkai-2026' })).status, 303);
	assert.equal((await v.follow('/gkht/')).status, 200);
});

test('resetting and disabling end the sessions of the account', async () => {
	const cgw = await people(site, 'cgw');
	const id = site.sql("SELECT id FROM account WHERE login = 'cgw002'")[0].id;
	await cgw.admin.get('/gkht/users');
	assert.ok((await cgw.admin.post(`/gkht/users/${id}`, { act: 'disable' })).status < 400);
	assert.equal((await cgw.clerk.get('/gkht/entry')).status, 303);
	assert.ok((await cgw.admin.post(`/gkht/users/${id}`, { act: 'enable' })).status < 400);
	assert.ok((await cgw.admin.post(`/gkht/users/${id}`, { act: 'reset' })).status < 400);
	const back = site.visitor();
	await back.get('/gkht/login');
	const page = await back.post('/gkht/login', { login: 'cgw002', password: '111111' });
	assert.equal(page.status, 303);
	// 001 of one unit has no power over another
	const foreign = site.sql("SELECT id FROM account WHERE login = 'mzj002'")[0].id;
	assert.equal((await cgw.admin.post(`/gkht/users/${foreign}`, { act: 'reset' })).status, 404);
});

test('logging out ends the session on the server', async () => {
	const v = await site.staff('zfb002');
	const jar = new Map(v.jar);
	await v.post('/gkht/logout', {});
	v.jar = jar;
	assert.equal((await v.get('/gkht/entry')).status, 303);
});

test('the category of another kind cannot be smuggled in', async () => {
	const page = await (async () => {
		const form = (await zfb.clerk.get('/gkht/entry/new')).form('/gkht/entry/new');
		return zfb.clerk.post('/gkht/entry/new', filled(form, { act: 'save', title: '种类', category: [leafCategory(site), 999999] }), { multipart: true });
	})();
	assert.equal(page.status, 422);
});
