// What the administrator changes of a published document is looked at like
// what a clerk enters: typed words, the note, files, and structured documents.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, amend, inState, people, publish, reply, submit } from '../office.mjs';
import { photo } from '../photo.mjs';
import { filled, start } from '../site.mjs';

const ID = '11010519491231002X', PHONE = '13812345678';
let site, zfb;
before(async () => {
	site = await start();
	zfb = await people(site);
});
after(() => site.stop());

const at = (id) => `/gkht/manage/${id}`;
const send = async (id, form, more = []) => zfb.admin.post(at(id), [...form, ...more], { multipart: true });
const mends = (page) => [...page.text.matchAll(/name="mend" value="([0-9a-f]{16})"/g)].map((m) => m[1]);
const found = (id) => site.sql(`SELECT f.kind, f.field, f.reason, f.reason_by FROM finding f JOIN document d ON d.revision_id = f.revision_id WHERE d.id = ${id} ORDER BY position`);
const numbers = (id) => site.sql(`SELECT count(*) n FROM revision WHERE document_id = ${id}`)[0].n;

test('an ID number in the text, summary or note: refused, masked by one click, then live', async () => {
	const id = await inState(zfb, 'published', { title: '公示名单' });
	let page = await amend(zfb.admin, id, { body: `张三，身份证号${ID}。`, note: `补充张三（${ID}）` });
	assert.equal(page.status, 422);
	assert.match(page.plain, /检查结果：/);
	assert.match(page.plain, /必须改 原文第 1 行：身份证号/);
	assert.match(page.plain, /必须改 修改说明/);
	assert.equal(numbers(id), 1, 'nothing was written');
	page = await send(id, page.form(at(id)), [['mend', mends(page)[0]]]);
	assert.equal(page.status, 200);
	const form = new Map(page.form(at(id)));
	assert.ok(!page.form(at(id)).some(([, v]) => String(v).includes(ID)), 'masked wherever it stood');
	assert.match(form.get('body'), /110\*+002X/);
	assert.match(form.get('note'), /110\*+002X/);
	assert.ok(!page.text.includes('data-finding'), 'nothing left to do');
	page = await send(id, page.form(at(id)), [['act', 'save']]);
	assert.equal(page.location, '/gkht/manage?done=amend', page.plain.slice(0, 600));
	const shown = await site.visitor().get(address(site, id));
	assert.match(shown.plain, /身份证号110\*+002X/);
});

test('what may stay says why; what was said before is not asked again; the reviewer sees both', async () => {
	const id = await inState(zfb, 'published', { title: '办事电话' });
	let page = await amend(zfb.admin, id, { body: `咨询电话${PHONE}。`, note: '加电话' });
	assert.equal(page.status, 422);
	assert.match(page.plain, /请核对 原文第 1 行：手机号码/);
	page = await send(id, filled(page.form(at(id)), { why: '对外公布的工作电话' }), [['act', 'save']]);
	assert.equal(page.location, '/gkht/manage?done=amend');
	assert.deepEqual(found(id), [{ kind: 'mobile', field: 'body', reason: '对外公布的工作电话', reason_by: 'zfb001' }]);
	const [{ reason_at }] = site.sql(`SELECT reason_at FROM finding WHERE reason_by = 'zfb001'`);
	page = await amend(zfb.admin, id, { summary: '另一个概述。', note: '改概述' });
	assert.equal(page.location, '/gkht/manage?done=amend', 'the reason stands');
	assert.equal(found(id)[0].reason, '对外公布的工作电话');
	assert.equal(site.sql(`SELECT f.reason_at a FROM finding f JOIN document d ON d.revision_id = f.revision_id WHERE d.id = ${id}`)[0].a, reason_at, 'as it was given');
	page = await zfb.reviewer.get(`/gkht/document/${id}`);
	assert.match(page.plain, /手机号码.*说明：对外公布的工作电话（zfb001 /);
	page = await amend(zfb.admin, id, { body: `新的电话${PHONE}。`, note: '改电话' });
	assert.equal(page.status, 422, 'another place asks again');
});

test('typed reasons come back with another problem', async () => {
	const id = await inState(zfb, 'published', { title: '又一个电话' });
	let page = await amend(zfb.admin, id, { body: `咨询电话${PHONE}。`, note: '加电话' });
	page = await send(id, filled(page.form(at(id)), { why: '值班电话', note: '' }), [['act', 'save']]);
	assert.equal(page.status, 422);
	assert.equal(new Map(page.form(at(id))).get('why'), '值班电话');
	assert.ok(!page.plain.includes('检查结果：'), 'only the note is missing');
});

test('attachments: looked at before they are public, refused files stay in the form', async () => {
	const id = await inState(zfb, 'published', { title: '带附件' });
	const form = filled((await zfb.admin.get(at(id))).form(at(id)), { note: '加附件', secrecy_signed: '1' });
	let page = await send(id, form, [['file', new Blob([`身份证号${ID}\n`], { type: 'text/plain' }), '名单.txt'], ['act', 'save']]);
	assert.equal(page.status, 422);
	assert.match(page.plain, /必须改 附件 名单\.txt 第 1 行：身份证号/);
	assert.equal(numbers(id), 1);
	const kept = page.form(at(id));
	assert.ok(kept.some(([n]) => n === 'attachment'), 'the file is kept');
	page = await send(id, kept.filter(([n]) => n !== 'attachment'), [['file', new Blob(['没有问题\n'], { type: 'text/plain' }), '说明.txt'], ['act', 'save']]);
	assert.equal(page.location, '/gkht/manage?done=amend', page.plain.slice(0, 600));
});

test('the form of a structured document: refused, masked, explained; official numbers are known', async () => {
	const form = filled((await zfb.clerk.get('/gkht/profile?kind=organisation')).form('/gkht/profile').filter(([k]) => k !== 'do'),
		{ p_organ: '区政府办公室', p_address: '建设路1号', p_hours: '工作日', p_phone: '022-29240000', p_head: '王某', p_duties: '承办公文。', p_offices: '秘书科：承办公文。' });
	let page = await zfb.clerk.post('/gkht/profile', form, { multipart: true });
	const id = Number(/\d+/.exec(page.location)[0]);
	for (const step of [() => submit(zfb.clerk, id), () => reply(zfb.reviewer, id, 'approve'), () => publish(zfb.reviewer, id)])
		assert.equal((await step()).status, 303);
	const own = `/gkht/profile/${id}`;
	const put = async (values, more = []) => {
		const p = await zfb.admin.get(own);
		return zfb.admin.post(own, [...filled(p.form(own).filter(([k]) => k !== 'do'), values), ...more], { multipart: true });
	};
	page = await put({ p_duties: `承办公文。联系人身份证号${ID}。`, p_phone: PHONE, note: '补充', secrecy_signed: '1' });
	assert.equal(page.status, 422, page.plain.slice(0, 300));
	assert.match(page.plain, /必须改 原文.*身份证号/);
	assert.match(page.plain, /手机号码/);
	assert.equal(numbers(id), 1);
	page = await zfb.admin.post(own, [...page.form(own).filter(([k]) => k !== 'do'), ['mend', mends(page)[0]]], { multipart: true });
	assert.equal(page.status, 200);
	assert.match(new Map(page.form(own)).get('p_duties'), /110\*+002X/);
	assert.equal(new Map(page.form(own)).get('note'), '补充');
	page = await zfb.admin.post(own, page.form(own).filter(([k]) => k !== 'do'), { multipart: true });
	assert.equal(page.location, '/gkht/manage?done=amend', page.plain.slice(0, 600));
	assert.match((await site.visitor().get('/organisation?unit=zfb')).plain, new RegExp(PHONE));
	assert.deepEqual(found(id).filter((f) => f.reason === '').map((f) => f.kind), [], 'what may be called is explained by its field');
	assert.ok(found(id).some((f) => f.kind === 'mobile'));
});

test('the attachment of a structured document: what it carries is cleared with one click, in the form of 001', async () => {
	const form = filled((await zfb.clerk.get('/gkht/profile?kind=guide')).form('/gkht/profile').filter(([k]) => k !== 'do'), {});
	let page = await zfb.clerk.post('/gkht/profile', form, { multipart: true });
	const id = Number(/\d+/.exec(page.location)[0]), entry = `/gkht/entry/${id}`, own = `/gkht/profile/${id}`;
	page = await zfb.clerk.get(entry);
	page = await zfb.clerk.post(entry, [...page.form(entry), ['act', 'save'], ['file', new Blob([photo]), '办公地点.jpg']], { multipart: true });
	assert.equal(page.status, 303, page.plain.slice(0, 500));
	assert.deepEqual(found(id).filter((f) => f.field === 'attachment').map((f) => f.kind), ['place']);
	const upload = () => site.sql(`SELECT a.upload_id id FROM attachment a JOIN document d ON d.revision_id = a.revision_id WHERE d.id = ${id}`)[0].id;
	const clears = (p) => /name="mend" value="([0-9a-f]{16})"[^>]*>清除/.exec(p.text)[1];
	const tells = upload();
	page = await zfb.clerk.get(entry);
	await zfb.clerk.post(entry, [...page.form(entry), ['mend', clears(page)]], { multipart: true });
	assert.notEqual(upload(), tells);
	for (const step of [() => submit(zfb.clerk, id), () => reply(zfb.reviewer, id, 'approve'), () => publish(zfb.reviewer, id)]) {
		page = await step();
		assert.equal(page.status, 303, page.plain.slice(0, 900));
	}
	// as one that was published before such things were looked for
	const [{ r }] = site.sql(`SELECT revision_id r FROM document WHERE id = ${id}`);
	site.sql(`UPDATE attachment SET upload_id = ${tells} WHERE revision_id = ${r};`);
	page = await zfb.admin.get(own);
	page = await zfb.admin.post(own, filled(page.form(own).filter(([k]) => k !== 'do'), { note: '清除拍摄地点', secrecy_signed: '1' }), { multipart: true });
	assert.equal(page.status, 422, page.plain.slice(0, 500));
	const before = new Map(page.form(own)).get('attachment');
	page = await zfb.admin.post(own, [...page.form(own).filter(([k]) => k !== 'do'), ['mend', clears(page)]], { multipart: true });
	assert.equal(page.status, 200, page.plain.slice(0, 500));
	const after = new Map(page.form(own)).get('attachment');
	assert.equal(Number(before), tells);
	assert.notEqual(after, before);
	page = await zfb.admin.post(own, filled(page.form(own).filter(([k]) => k !== 'do'), { p_hours: '工作日 9:00—17:00' }), { multipart: true });
	assert.equal(page.location, '/gkht/manage?done=amend', page.plain.slice(0, 900));
	assert.equal(found(id).filter((f) => f.kind === 'place').length, 0);
	assert.ok((await site.visitor().get(address(site, id))).text.includes('办公地点.jpg'));
});

const reviews = (id) => site.sql(`SELECT s.login, s.holds, s.basis, s.content = c.hash fits FROM secrecy_review s JOIN document d ON d.id = s.document_id JOIN revision_content c ON c.revision_id = d.revision_id WHERE d.id = ${id} ORDER BY s.id`);

test('保密审查: what was signed for the old text is not good for the new one', async () => {
	const id = await inState(zfb, 'published', { title: '要重新审查的信息' });
	const form = (await zfb.admin.get(at(id))).form(at(id)).filter(([k]) => k !== 'act');
	assert.equal(new Map(form).get('secrecy_reviewer'), '审查人丙', 'begins with what was signed before');
	assert.ok(!form.some(([k]) => k === 'secrecy_signed'));
	const values = { body: '改过的正文。', note: '改正文', act: 'save' };
	const change = (more = {}) => send(id, filled(form, { ...values, ...more }));
	let page = await change();
	assert.equal(page.status, 422);
	assert.match(page.plain, /保密审查：内容有改动，原来的保密审查不再适用。请按修改后的内容重新审查/);
	assert.match(page.text, /href="#f-secrecy"/);
	assert.equal(numbers(id), 1);
	page = await change({ secrecy_signed: '1', secrecy_reviewer: '' });
	assert.equal(page.status, 422);
	assert.match(page.text, /href="#f-secrecy_reviewer"/);
	page = await change({ secrecy_signed: '1', secrecy_opinion: 'refer', secrecy_basis: '拿不准' });
	assert.equal(page.status, 422);
	assert.match(page.plain, /审查意见：审查意见是需报保密行政管理部门确定/);
	page = await change({ secrecy_signed: '1', secrecy_opinion: 'closed', secrecy_basis: '不予公开' });
	assert.match(page.plain, /审查意见与公开方式不一致/);
	page = await change({ secrecy_signed: '1', secrecy_holds: 'secret' });
	assert.equal(page.status, 422);
	assert.match(page.plain, /本系统不得存储、处理、传输国家秘密.*取消发布/);
	assert.ok(!page.text.includes('value="purge"'));
	assert.deepEqual([numbers(id), reviews(id).length], [1, 1], 'nothing was written');
	page = await change({ secrecy_signed: '1', secrecy_holds: 'none', secrecy_basis: '改动不涉及秘密' });
	assert.equal(page.location, '/gkht/manage?done=amend', page.plain.slice(0, 600));
	assert.deepEqual(reviews(id).map((r) => [r.login, r.fits]), [['zfb002', 0], ['zfb001', 1]]);
	assert.deepEqual(site.sql(`SELECT login, action FROM audit WHERE object = 'document' AND object_id = ${id} ORDER BY id DESC LIMIT 2`).map((r) => `${r.login} ${r.action}`).sort(), ['zfb001 amend', 'zfb001 secrecy']);
	page = await zfb.reviewer.get(`/gkht/document/${id}`);
	assert.match(page.plain, /改动不涉及秘密.*签署 zfb001/);
	assert.ok(!page.plain.includes('签署以后内容又有改动'));
	assert.match((await zfb.reviewer.get(`/gkht/document/${id}?revision=1`)).plain, /签署 zfb002/, 'the old version with its own');
	// relations are none of the content
	const other = await inState(zfb, 'published', { title: '被替代的' });
	const [{ no }] = site.sql(`SELECT index_no no FROM document WHERE id = ${other}`);
	page = await send(id, filled((await zfb.admin.get(at(id))).form(at(id)), { replaces: no, note: '写明替代', act: 'save' }));
	assert.equal(page.location, '/gkht/manage?done=amend', page.plain.slice(0, 600));
	assert.equal(reviews(id).length, 2);
});
