// Where the district wants it, what the administrator changes of a published
// document is reviewed before it takes effect; until then nobody outside sees it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, amend, inState, move, people, publish, reply, state, submit } from '../office.mjs';
import { filled, start } from '../site.mjs';

const PHONE = '13812345678';
let site, zfb, czj, reader;
before(async () => {
	site = await start();
	zfb = await people(site);
	czj = await people(site, 'czj');
	reader = site.visitor();
});
after(() => site.stop());

async function reviewed(on) {
	const set = await zfb.admin.post('/gkht/settings', { scope: 'district', retention_days: '1095', ...(on ? { amend_review: '1' } : {}) });
	assert.equal(set.location, '/gkht/settings?done=1', set.plain.slice(0, 400));
}
const open = (id) => site.sql(`SELECT id, state, version, reason FROM amendment WHERE document_id = ${id} ORDER BY id DESC`)[0];
const decide = async (reviewer, id, result, remark = '') => {
	const at = `/gkht/amendment/${id}`;
	return reviewer.post(at, filled((await reviewer.get(at)).form(at), { result, remark }));
};
const live = async (id) => (await reader.get(address(site, id))).plain;
const deeds = (id) => site.sql(`SELECT login, action, detail FROM audit WHERE object = 'document' AND object_id = ${id} ORDER BY id`).map((d) => `${d.login} ${d.action} ${d.detail}`.trim());

test('off, as the manual says, it takes effect at once; only 001 of the supervising unit sets it', async () => {
	const id = await inState(zfb, 'published', { title: '马上生效' });
	assert.equal((await amend(zfb.admin, id, { summary: '新的概述。', note: '改' })).location, '/gkht/manage?done=amend');
	assert.match(await live(id), /新的概述/);
	assert.ok(!(await czj.admin.get('/gkht/settings')).text.includes('amend_review'));
	const page = await czj.admin.get('/gkht/settings');
	await czj.admin.post('/gkht/settings', [...page.form('/gkht/settings').filter(([k]) => k !== 'scope'), ['scope', 'district'], ['amend_review', '1']]);
	assert.equal(site.sql("SELECT count(*) n FROM setting WHERE key = 'amend_review'")[0].n, 0);
	await reviewed(true);
	assert.match((await zfb.admin.get('/gkht/settings')).text, /name="amend_review" value="1" checked/);
});

test('proposed, seen by nobody outside, found and approved by 003, live with register, list and search', async () => {
	const id = await inState(zfb, 'published', { title: '原来的名称' });
	const lines = site.sql('SELECT count(*) n FROM register_line')[0].n;
	let page = await amend(zfb.admin, id, { title: '审过才有的名称', body: `电话${PHONE}。`, note: '更正名称' });
	assert.equal(page.status, 422, 'inspected first');
	page = await zfb.admin.post(`/gkht/manage/${id}`, [...filled(page.form(`/gkht/manage/${id}`), { why: '值班电话' }), ['act', 'save']], { multipart: true });
	assert.equal(page.location, '/gkht/manage?done=propose', page.plain.slice(0, 500));
	assert.match((await zfb.admin.get(page.location)).plain, /还没有生效的修改.*审过才有的名称.*待审核.*修改已提交/);
	assert.ok(!(await live(id)).includes('审过才有'));
	const version = site.sql(`SELECT max(number) n FROM revision WHERE document_id = ${id}`)[0].n;
	assert.equal((await reader.get(`${address(site, id)}/v/${version}`)).status, 404);
	for (const path of ['/', '/list', `/search?q=${encodeURIComponent('审过才有')}`, '/feed/atom', '/register'])
		assert.doesNotMatch((await reader.get(path)).text.replaceAll(encodeURIComponent('审过才有'), '').replace(/value="审过才有"|“审过才有”|<title>审过才有[^<]*|content="[^"]*审过才有[^"]*"/g, ''), /审过才有的/, path);
	page = await zfb.reviewer.get('/gkht/review');
	assert.match(page.plain, /已发布信息的修改.*审过才有的名称.*更正名称.*zfb001/);
	assert.match(page.text, /id="c-review">\d+ 条待审核/);
	const a = open(id);
	assert.equal((await zfb.admin.get(`/gkht/amendment/${a.id}`)).status, 403);
	assert.equal((await czj.reviewer.get(`/gkht/amendment/${a.id}`)).status, 404, 'of the own unit only');
	page = await zfb.reviewer.get(`/gkht/amendment/${a.id}`);
	assert.match(page.text, /<del[^>]*>原来的?<\/del>|<ins[^>]*>审过才有/, 'the difference');
	assert.match(page.plain, /说明：值班电话（zfb001/);
	assert.match(page.plain, /修改说明（前台会显示）：更正名称/);
	page = await decide(zfb.reviewer, a.id, 'approve');
	assert.match(page.location, /\/gkht\/review\?done=adopt/);
	assert.match((await zfb.reviewer.get(page.location)).plain, /修改已审批通过/);
	const now = await live(id);
	assert.match(now, /审过才有的名称/);
	assert.match((await reader.get(`/search?q=${encodeURIComponent('审过才有')}`)).plain, /审过才有 ?的名称/);
	assert.match((await reader.get('/list')).plain, /审过才有的名称/);
	assert.equal(site.sql('SELECT count(*) n FROM register_line')[0].n, lines + 1);
	assert.deepEqual(deeds(id).slice(-2), ['zfb001 propose 更正名称', 'zfb003 adopt 更正名称']);
	assert.match((await reader.get(`${address(site, id)}/v/1`)).plain, /原来的名称/, 'the old one stays');
	assert.equal((await zfb.reviewer.post(`/gkht/amendment/${a.id}`, { result: 'approve' })).status, 409, 'once');
	site.gkctl('verify');
});

test('returned with a reason, gone on with, replaced, dropped', async () => {
	const id = await inState(zfb, 'published', { title: '退回的修改' });
	await amend(zfb.admin, id, { body: '第一稿。', note: '改正文' });
	let a = open(id);
	let page = await decide(zfb.reviewer, a.id, 'return');
	assert.equal(page.status, 422);
	assert.match(page.plain, /审核意见：/);
	page = await decide(zfb.reviewer, a.id, 'return', '数字还是不对');
	assert.match(page.location, /done=decline/);
	page = await zfb.admin.get('/gkht/manage');
	assert.match(page.plain, /退回的修改 退回原因：数字还是不对（zfb003/);
	assert.match(page.text, /id="c-amend">1 条修改没有通过审核/);
	page = await zfb.admin.get(`/gkht/manage/${id}`);
	assert.match(page.plain, /上次的修改没有通过审核： ?数字还是不对/);
	const form = new Map(page.form(`/gkht/manage/${id}`));
	assert.match(form.get('body'), /第一稿/);
	assert.equal(form.get('note'), '改正文');
	assert.equal((await amend(zfb.admin, id, { body: '第二稿。' })).location, '/gkht/manage?done=propose');
	assert.equal((await amend(zfb.admin, id, { body: '第三稿。' })).location, '/gkht/manage?done=propose', 'the newer takes its place');
	assert.deepEqual(site.sql(`SELECT state FROM amendment WHERE document_id = ${id} ORDER BY id`).map((x) => x.state), ['dropped', 'dropped', 'pending']);
	a = open(id);
	assert.equal((await zfb.reviewer.post(`/gkht/amendment/${a.id - 1}`, { result: 'approve' })).status, 409, 'what was replaced is not approved');
	assert.equal((await zfb.reviewer.post(`/gkht/amendment/${a.id}/abandon`, {})).status, 403);
	assert.equal((await czj.admin.post(`/gkht/amendment/${a.id}/abandon`, {})).status, 404);
	assert.equal((await zfb.admin.post(`/gkht/amendment/${a.id}/abandon`, {})).location, '/gkht/manage?done=abandon');
	assert.match(new Map((await zfb.admin.get(`/gkht/manage/${id}`)).form(`/gkht/manage/${id}`)).get('body'), /正文第一段/);
	page = await zfb.reviewer.post(`/gkht/amendment/${a.id}`, { result: 'approve' });
	assert.equal(page.status, 409);
	assert.match(page.plain, /已经有人处理过，或者管理员已经放弃/);
	assert.ok(!(await live(id)).includes('稿'));
	assert.ok(deeds(id).includes('zfb003 decline 数字还是不对'));
});

test('the document moved on meanwhile: said, never approved blindly, returned, and both sides shown', async () => {
	for (const action of ['expire', 'withdraw', 'delete']) {
		const id = await inState(zfb, 'published', { title: `先${action}的信息` });
		await amend(zfb.admin, id, { body: '晚到的修改。', note: '晚了' });
		const a = open(id);
		assert.equal((await move(zfb.reviewer, id, action)).status, 303);
		let page = await zfb.reviewer.get(`/gkht/amendment/${a.id}`);
		assert.match(page.plain, /提交修改以后，这条信息又有变动 ?（zfb003/);
		assert.ok(!page.text.includes('name="result" value="approve"'));
		page = await zfb.reviewer.post(`/gkht/amendment/${a.id}`, { result: 'approve' });
		assert.equal(page.status, 409);
		assert.match(page.plain, /又有变动/);
		assert.equal((await decide(zfb.reviewer, a.id, 'return', '已经处理')).status, 303);
		if (action === 'expire') {
			page = await zfb.admin.get(`/gkht/manage/${id}`);
			assert.match(page.plain, /zfb003 已经改动这条信息/);
			assert.match(page.plain, /晚到的修改/);
			assert.equal((await amend(zfb.admin, id, {})).location, '/gkht/manage?done=propose', 'saving once more is a decision');
			assert.match((await decide(zfb.reviewer, open(id).id, 'approve')).location, /done=adopt/);
			assert.equal(state(site, id), 'expired', 'it stays expired');
			assert.match(await live(id), /晚到的修改/);
		} else {
			assert.equal((await zfb.admin.post(`/gkht/amendment/${a.id}/abandon`, {})).status, 303);
		}
	}
	// withdrawn, corrected by the clerk and published again: numbers never meet
	const id = await inState(zfb, 'published', { title: '撤回后再发' });
	await amend(zfb.admin, id, { body: '没有人看的修改。', note: '晚了' });
	await move(zfb.reviewer, id, 'withdraw');
	const { save } = await import('../office.mjs');
	assert.equal((await save(zfb.clerk, id, { body: '录入员改好的。' })).status, 303);
	for (const step of [() => submit(zfb.clerk, id), () => reply(zfb.reviewer, id, 'approve'), () => publish(zfb.reviewer, id)])
		assert.equal((await step()).status, 303);
	assert.equal((await zfb.reviewer.post(`/gkht/amendment/${open(id).id}`, { result: 'approve' })).status, 409);
	assert.match(await live(id), /录入员改好的/);
	assert.equal((await zfb.admin.post(`/gkht/amendment/${open(id).id}/abandon`, {})).status, 303);
});

test('whoever made the change does not approve it', async () => {
	const id = await inState(zfb, 'published', { title: '四只眼睛' });
	await amend(zfb.admin, id, { body: '自己改的。', note: '改' });
	const a = open(id);
	site.sql(`UPDATE amendment SET account_id = (SELECT id FROM account WHERE login = 'zfb003') WHERE id = ${a.id}`);
	const page = await zfb.reviewer.get(`/gkht/amendment/${a.id}`);
	assert.match(page.plain, /修改这条信息的人不能自己审核/);
	assert.equal((await zfb.reviewer.post(`/gkht/amendment/${a.id}`, { result: 'approve' })).status, 403);
	assert.ok(!(await live(id)).includes('自己改的'));
	await zfb.admin.post(`/gkht/amendment/${a.id}/abandon`, {});
});

test('relations wait with it, also when they are all that changes', async () => {
	const law = await inState(zfb, 'published', { title: '被解读的文件' });
	const id = await inState(zfb, 'published', { title: '政策解读一篇' });
	const [{ no }] = site.sql(`SELECT index_no no FROM document WHERE id = ${law}`);
	assert.equal((await amend(zfb.admin, id, { interprets: no, note: '补关联' })).location, '/gkht/manage?done=propose');
	const related = () => site.sql(`SELECT count(*) n FROM document_relation WHERE from_id = ${id} AND to_id = ${law}`)[0].n;
	assert.equal(related(), 0);
	const page = await zfb.reviewer.get(`/gkht/amendment/${open(id).id}`);
	assert.ok(page.plain.includes(`解读的文件：${no}`));
	assert.equal((await decide(zfb.reviewer, open(id).id, 'approve')).status, 303);
	assert.equal(related(), 1);
	assert.match(await live(law), /政策解读一篇/);
});

test('a structured document works the same way', async () => {
	const form = filled((await zfb.clerk.get('/gkht/profile?kind=organisation')).form('/gkht/profile').filter(([k]) => k !== 'do'),
		{ p_organ: '区政府办公室', p_address: '建设路1号', p_hours: '工作日', p_phone: '022-29240000', p_head: '王某', p_duties: '承办公文。', p_offices: '秘书科：承办公文。' });
	const id = Number(/\d+/.exec((await zfb.clerk.post('/gkht/profile', form, { multipart: true })).location)[0]);
	for (const step of [() => submit(zfb.clerk, id), () => reply(zfb.reviewer, id, 'approve'), () => publish(zfb.reviewer, id)])
		assert.equal((await step()).status, 303);
	const own = `/gkht/profile/${id}`;
	const put = async (values) => zfb.admin.post(own, filled((await zfb.admin.get(own)).form(own).filter(([k]) => k !== 'do'), { secrecy_signed: '1', ...values }), { multipart: true });
	assert.equal((await put({ p_head: '李某', note: '换负责人' })).location, '/gkht/manage?done=propose');
	assert.match((await reader.get('/organisation?unit=zfb')).plain, /王某/);
	let page = await zfb.admin.get(own);
	assert.match(page.plain, /正在等待审核/);
	assert.equal(new Map(page.form(own)).get('p_head'), '李某');
	assert.match((await amend(zfb.admin, id, { summary: '改了概述。' })).location, /propose/, 'the other form goes on from the same');
	page = await zfb.reviewer.get(`/gkht/amendment/${open(id).id}`);
	assert.match(page.plain, /李某/);
	assert.match(page.plain, /改了概述/);
	assert.equal((await decide(zfb.reviewer, open(id).id, 'approve')).status, 303);
	assert.match((await reader.get('/organisation?unit=zfb')).plain, /李某/);
	await reviewed(false);
	assert.equal((await put({ p_head: '赵某', note: '再换' })).location, '/gkht/manage?done=amend');
	assert.match((await reader.get('/organisation?unit=zfb')).plain, /赵某/);
});
