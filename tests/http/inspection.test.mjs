// 检查结果 and 保密审查 without script: found, put right or explained, signed,
// and only then submitted.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fullDraft, people, reply, save, secrecy, sign, state } from '../office.mjs';
import { photo, rest } from '../photo.mjs';
import { filled, start } from '../site.mjs';

const ID = '11010519491231002X', PHONE = '13812345678';
let site, zfb;
before(async () => {
	site = await start();
	zfb = await people(site);
});
after(() => site.stop());

const open = (id) => zfb.clerk.get(`/gkht/entry/${id}`);
const send = (id, fields) => zfb.clerk.post(`/gkht/entry/${id}`, fields, { multipart: true });
const form = async (id) => (await open(id)).form(`/gkht/entry/${id}`);
const press = async (id, act) => send(id, [...await form(id), ['act', act]]);
const body = (id) => site.sql(`SELECT r.title, r.summary, r.body FROM document d JOIN revision r ON r.id = d.revision_id WHERE d.id = ${id}`)[0];
const found = (id) => site.sql(`SELECT f.kind, f.masked, f.reason FROM finding f JOIN document d ON d.revision_id = f.revision_id WHERE d.id = ${id} ORDER BY position`);
const key = (page, masked) => new RegExp(`name="mend" value="([0-9a-f]{16})"[^>]*>遮盖为 ${masked.replaceAll('*', '\\*')}`).exec(page.text)[1];

test('a number of a person blocks 提交 until it is masked, everywhere at once', async () => {
	const id = await fullDraft(zfb.clerk, { title: `关于${ID}的公示`, summary: `涉及${ID}`, body: `<p>证号<strong>110105</strong>19491231002X，另见${ID}。</p>` });
	const page = await open(id);
	assert.match(page.plain, /必须改/);
	assert.ok(!/<section id="f-inspection".*<\/section>/s.exec(page.text)[0].includes(ID), 'the panel quotes it masked');
	assert.match((await zfb.clerk.follow((await press(id, 'submit')).location)).plain, /检查结果：/);
	assert.equal(state(site, id), 'draft');
	const done = await send(id, [...await form(id), ['mend', key(page, '110***********002X')]]);
	assert.equal(done.status, 303);
	const now = body(id);
	for (const text of Object.values(now))
		assert.ok(text.includes('110***********002X') && !text.replace(/<[^>]*>/g, '').includes(ID), text);
	assert.deepEqual(found(id), []);
});

test('what may stay says why; another place asks again', async () => {
	const id = await fullDraft(zfb.clerk, { body: `第一段。\n\n联系电话：${PHONE}。` });
	await sign(zfb.clerk, id);
	assert.match((await zfb.clerk.follow((await press(id, 'submit')).location)).plain, /检查结果：/);
	const why = filled(await form(id), { why: '对外公布的工作电话' });
	await send(id, [...why, ['act', 'save']]);
	assert.equal(found(id)[0].reason, '对外公布的工作电话');
	// a change elsewhere keeps it, the same number elsewhere does not have it
	await save(zfb.clerk, id, { body: `新的第一段。\n\n联系电话：${PHONE}。\n\n另请致电${PHONE}找王某。` });
	assert.deepEqual(found(id).map((f) => f.reason).sort(), ['', '对外公布的工作电话']);
	await save(zfb.clerk, id, { body: `联系电话：${PHONE}。` });
	await sign(zfb.clerk, id);
	assert.equal((await press(id, 'submit')).location, '/gkht/entry?done=submit');
	const seen = await zfb.reviewer.get(`/gkht/review/${id}`);
	assert.match(seen.plain, /手机号码/);
	assert.match(seen.plain, /说明：对外公布的工作电话（zfb002/);
	assert.match(seen.plain, /138\*\*\*\*5678/);
	// returned and changed elsewhere: the new revision has the reason as well
	await reply(zfb.reviewer, id, 'return', '改标题');
	await save(zfb.clerk, id, { title: '改过的标题' });
	assert.deepEqual(found(id).map((f) => f.reason), ['对外公布的工作电话']);
});

test('attachments are read too', async () => {
	const id = await fullDraft(zfb.clerk, {});
	const csv = new Blob([`姓名,电话\n王某,${PHONE}\n李某,29240000\n`]);
	await send(id, [...await form(id), ['file', csv, '名单.csv'], ['act', 'save']]);
	assert.deepEqual(found(id).map((f) => f.kind), ['mobile']);
	assert.match((await open(id)).plain, /附件\s+名单\.csv\s*第 2 行/);
});

test('a picture loses where it was taken, and nothing else', async () => {
	const id = await fullDraft(zfb.clerk, {});
	const kept = await send(id, [...await form(id), ['file', new Blob([photo]), '现场.jpg'], ['act', 'save']]);
	assert.equal(kept.status, 303, kept.plain.slice(0, 300));
	assert.deepEqual(found(id).map((f) => f.kind), ['place']);
	const page = await open(id);
	const [, mend] = /name="mend" value="([0-9a-f]{16})"[^>]*>清除/.exec(page.text);
	await send(id, [...page.form(`/gkht/entry/${id}`), ['mend', mend]]);
	assert.deepEqual(found(id), []);
	const [file] = site.sql(`SELECT a.upload_id id FROM attachment a JOIN document d ON d.revision_id = a.revision_id WHERE d.id = ${id}`);
	const res = await fetch(`${site.url}/gkht/file/${file.id}`, { headers: { cookie: [...zfb.clerk.jar].map(([k, v]) => `${k}=${v}`).join('; ') } });
	const bytes = Buffer.from(await res.arrayBuffer());
	assert.ok(bytes.includes(rest), 'every pixel is there');
	assert.ok(!bytes.includes(Buffer.from('8825', 'hex')));
	assert.ok(bytes.includes(Buffer.from('01120003000000010006', 'hex')), 'it stays the right way up');
});

test('without 保密审查 提交 says so; a later edit asks again', async () => {
	const id = await fullDraft(zfb.clerk, {});
	assert.match((await zfb.clerk.follow((await press(id, 'submit')).location)).plain, /保密审查：还没有保密审查/);
	const empty = await send(id, [...filled(await form(id), { secrecy_head: '', secrecy_reviewer: '' }), ['act', 'sign']]);
	assert.equal(empty.status, 422);
	for (const field of ['holds', 'opinion', 'head', 'reviewer'])
		assert.match(empty.text, new RegExp(`href="#f-secrecy_${field}"`), field);
	assert.equal((await sign(zfb.clerk, id)).status, 303);
	assert.match((await open(id)).plain, /已签署，zfb002/);
	await save(zfb.clerk, id, { summary: '改了一个字。' });
	assert.match((await open(id)).plain, /签署后内容又有改动/);
	assert.match((await zfb.clerk.follow((await press(id, 'submit')).location)).plain, /保密审查：/);
	await sign(zfb.clerk, id);
	assert.equal((await press(id, 'submit')).location, '/gkht/entry?done=submit');
	const seen = await zfb.reviewer.get(`/gkht/review/${id}`);
	assert.match(seen.plain, /审查人\s+审查人丙/);
	const sheet = await zfb.reviewer.get(`/gkht/document/${id}/secrecy`);
	assert.match(sheet.plain, /政府信息公开保密审查表/);
	assert.match(sheet.plain, /载体形式\s+公文类/);
	const czj = await people(site, 'czj');
	assert.equal((await czj.reviewer.get(`/gkht/document/${id}/secrecy`)).status, 404);
});

test('the opinion must go with how it is to be open', async () => {
	const id = await fullDraft(zfb.clerk, {});
	assert.equal((await sign(zfb.clerk, id, { secrecy_opinion: 'closed' })).status, 422);
	assert.equal((await sign(zfb.clerk, id, { secrecy_opinion: 'refer', secrecy_basis: '拿不准' })).status, 303);
	assert.match((await zfb.clerk.follow((await press(id, 'submit')).location)).plain, /保密审查：/);
	assert.match((await open(id)).plain, /需报保密行政管理部门确定/);
});

test('国家秘密 is refused, and nothing of it is kept', async () => {
	const words = '绝不能留下的内容';
	const id = await fullDraft(zfb.clerk, { title: `${words}名称`, body: `${words}正文` });
	await send(id, [...await form(id), ['file', new Blob([`${words}附件`]), `${words}.txt`], ['act', 'save']]);
	const [file] = site.sql(`SELECT u.sha256 FROM upload u WHERE u.name = '${words}.txt'`);
	const fields = filled(await form(id), { ...secrecy, secrecy_holds: 'secret', body: `${words}新写的` });
	const told = await send(id, [...fields, ['act', 'sign']]);
	assert.equal(told.status, 422);
	assert.match(told.plain, /不得存储、处理、传输国家秘密/);
	assert.ok(!body(id).body.includes('新写的'), 'what was typed is not saved');
	const gone = await send(id, [...fields, ['act', 'purge']]);
	assert.equal(gone.location, '/gkht/entry?done=purge');
	assert.equal((await open(id)).status, 404);
	const dump = site.sql("SELECT (SELECT count(*) FROM revision WHERE title LIKE '%绝不能留下%' OR body LIKE '%绝不能留下%') + (SELECT count(*) FROM audit WHERE detail LIKE '%绝不能留下%') + (SELECT count(*) FROM upload WHERE name LIKE '%绝不能留下%') n");
	assert.equal(dump[0].n, 0);
	const { existsSync } = await import('node:fs');
	assert.ok(!existsSync(`${site.data}/files/${file.sha256.slice(0, 2)}/${file.sha256}`), 'the bytes are gone');
	assert.equal(site.sql(`SELECT count(*) n FROM audit WHERE action = 'secret_refused' AND object_id = ${id}`)[0].n, 1);
});
