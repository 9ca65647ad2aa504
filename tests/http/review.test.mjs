// One screen for reading and deciding, remarks on passages, several at once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, amend, fullDraft, inState, move, people, publish, reply, save, state, submit } from '../office.mjs';
import { filled, start } from '../site.mjs';

let site, zfb;
before(async () => {
	site = await start();
	zfb = await people(site);
});
after(() => site.stop());

const at = (id) => `/gkht/review/${id}`;
const decide = async (id, values) => {
	const page = await zfb.reviewer.get(at(id));
	return zfb.reviewer.post(`${at(id)}/reply`, filled(page.form(`${at(id)}/reply`), values));
};
const pick = (id) => `${id}-${site.sql(`SELECT version v FROM document WHERE id = ${id}`)[0].v}`;
const see = async (id) => {
	const page = await zfb.reviewer.get(at(id));
	return zfb.reviewer.post(`${at(id)}/read`, page.form(`${at(id)}/read`));
};

test('the screen holds what a decision needs, and the next one opens by itself', async () => {
	const first = await inState(zfb, 'submitted', { title: '先提交的一条' });
	const second = await inState(zfb, 'submitted', { title: '后提交的一条' });
	const page = await zfb.reviewer.get(at(second));
	for (const word of ['信息查看', '正文第一段。', '检查结果', '保密审查', '承办人甲', '回复结果', '审批通过', '审批不通过', '办理记录'])
		assert.ok(page.plain.includes(word), word);
	const none = await decide(second, { act: 'save' });
	assert.equal(none.status, 422);
	assert.match(none.plain, /审核结果/);
	assert.ok(none.text.includes('data-paper'), 'the screen comes back');
	const done = await decide(second, { result: 'approve', act: 'save' });
	assert.equal(done.status, 303);
	assert.equal(done.location, `${at(first)}?done=approve`, 'the next in the queue');
	assert.match((await zfb.reviewer.get(done.location)).plain, /审批通过，信息已进入/);
	assert.equal(state(site, second), 'approved');
	const last = await decide(first, { result: 'return', phrase: ['title', 'attachment'], remark: '另请补充落款' });
	assert.match(last.location, /done=return$/);
	assert.equal(site.sql(`SELECT returned r FROM document WHERE id = ${first}`)[0].r, '信息名称与原文标题不一致，请核对；附件不全或者打不开，请补充；另请补充落款');
});

test('remarks stand at a passage, in every round, and only where it is written', async () => {
	const id = await inState(zfb, 'submitted', { title: '有意见的一条', body: '会议定于周一召开。\n\n会议定于周一结束。' });
	const wrong = await decide(id, { act: 'remark', quote: '没有这样的话', say: '核对' });
	assert.equal(wrong.status, 422);
	assert.match(wrong.plain, /原文里没有找到这段话/);
	assert.ok(wrong.text.includes('没有这样的话</textarea>'), 'what was typed stays');
	assert.equal((await decide(id, { act: 'remark', quote: '会议定于周一', place: 3, say: '只有两处' })).status, 422);
	const good = await decide(id, { act: 'remark', quote: '会议定于 周一', place: 2, say: '日期请核对', result: 'return', remark: '写了一半' });
	assert.equal(good.status, 200);
	assert.ok(good.text.includes('写了一半</textarea>') && /value="return"[^>]* checked/.test(good.text), 'the open decision stays');
	await decide(id, { act: 'remark', quote: '会议定于 周一', place: 2, say: '日期请核对' });
	assert.equal(site.sql(`SELECT count(*) n FROM review_remark WHERE document_id = ${id}`)[0].n, 1, 'twice is once');
	await decide(id, { act: 'remark', quote: '有意见的一条', say: '写错了，要撤销' });
	const drop = site.sql(`SELECT max(id) id FROM review_remark WHERE document_id = ${id}`)[0].id;
	assert.doesNotMatch((await decide(id, { drop })).plain, /写错了，要撤销/);
	assert.equal((await decide(id, { result: 'return', remark: '见对原文的意见' })).status, 303);
	assert.match((await zfb.clerk.get(`/gkht/entry/${id}`)).plain, /审核员对原文的意见.*会议定于 周一.*第 2 处.*日期请核对/);
	await save(zfb.clerk, id, { body: '会议定于周二召开。\n\n会议定于周一结束。' });
	await submit(zfb.clerk, id);
	const again = await zfb.reviewer.get(at(id));
	assert.match(again.plain, /与上次提交的第 1 版相比/);
	assert.match(again.text, /周<\/?(del|ins)|<del>一<\/del><ins>二<\/ins>/);
	assert.match(again.plain, /第 1 版.*日期请核对/, 'the earlier round stays visible');
	assert.equal((await zfb.clerk.post(`${at(id)}/reply`, { version: 1, act: 'remark', quote: '会议', say: '不是审核员' })).status, 403);
});

test('a document that was public is shown against what was public', async () => {
	const id = await inState(zfb, 'published', { title: '公开过的信息', summary: '原来的概述' });
	await amend(zfb.admin, id, { note: '补充', summary: '第二次的概述' });
	await move(zfb.reviewer, id, 'withdraw');
	await save(zfb.clerk, id, { summary: '第三次的概述', body: '正文第一段改过。\n\n正文第二段。' });
	await submit(zfb.clerk, id);
	const page = await zfb.reviewer.get(at(id));
	assert.match(page.plain, /与公开的第 2 版/);
	assert.match(page.text, /<dt>内容概述<\/dt><dd>[^<]*<del>[^<]*二[^<]*<\/del>/);
	assert.match(page.text, /<ins>改过<\/ins>/);
	await reply(zfb.reviewer, id, 'return', '测试结束');
});

test('a title that stands under the head of the text is not set twice, on no site', async () => {
	const title = '关于开展秋季检查的通知', words = '关于开展<wbr>秋季<wbr>检查的<wbr>通知';
	const own = await inState(zfb, 'submitted', { title, body: `<p>宝坻区人民政府办公室文件</p><p>${title}</p><p>各单位：</p>` });
	const bare = await inState(zfb, 'submitted', { title, body: '<p>各单位：</p>' });
	const set = (page, tag) => page.text.includes(`<${tag} class="gw-t"`) && page.text.includes(words);
	assert.deepEqual([set(await zfb.reviewer.get(at(own)), 'p'), set(await zfb.reviewer.get(at(bare)), 'p')], [false, true]);
	for (const id of [own, bare]) {
		await decide(id, { result: 'approve', act: 'save' });
		await publish(zfb.reviewer, id);
	}
	const reader = site.visitor();
	assert.deepEqual([set(await reader.get(address(site, own)), 'h1'), set(await reader.get(address(site, bare)), 'h1')], [false, true]);
});

test('several at once are only those that were opened', async () => {
	const ids = [];
	for (const n of [1, 2, 3])
		ids.push(await inState(zfb, 'submitted', { title: `一起审核的第 ${n} 条` }));
	await see(ids[0]);
	await see(ids[1]);
	const list = await zfb.reviewer.get('/gkht/review');
	assert.match(list.text, new RegExp(`value="${pick(ids[2])}" disabled`), 'what nobody opened cannot be ticked');
	const ask = await zfb.reviewer.post('/gkht/review', [['act', 'approve'], ...ids.map((i) => ['pick', pick(i)])]);
	assert.match(ask.plain, /审批通过 3 条看过的信息/);
	assert.equal(state(site, ids[0]), 'submitted', 'asked first');
	const done = await zfb.reviewer.post('/gkht/review', [['act', 'approve'], ['confirm', 1], ...ids.map((i) => ['pick', pick(i)])]);
	assert.equal(done.status, 409);
	assert.match(done.plain, /已处理 2 条.*一起审核的第 3 条 ：还没有打开看过/);
	assert.deepEqual(ids.map((i) => state(site, i)), ['approved', 'approved', 'submitted']);
	await see(ids[2]);
	const back = await zfb.reviewer.post('/gkht/review', [['act', 'return'], ['confirm', 1], ['pick', pick(ids[2])]]);
	assert.equal(back.status, 422, 'a reason is demanded');
	assert.equal((await zfb.reviewer.post('/gkht/review', [['act', 'return'], ['confirm', 1], ['pick', pick(ids[2])], ['phrase', 'number']])).status, 303);
	assert.equal(state(site, ids[2]), 'draft');
	// opened, but changed since: not seen any more
	const id = await fullDraft(zfb.clerk, { title: '看过以后又改了' });
	await submit(zfb.clerk, id);
	await see(id);
	await reply(zfb.reviewer, id, 'return', '改一改');
	await save(zfb.clerk, id, { summary: '改过了' });
	await submit(zfb.clerk, id);
	await zfb.reviewer.post('/gkht/review', [['act', 'approve'], ['confirm', 1], ['pick', pick(id)]]);
	assert.equal(state(site, id), 'submitted');
});

test('退回 in 信息发布 has the usual words too: chosen, with others, or none of both', async () => {
	const id = await inState(zfb, 'approved', { title: '发布以前退回' }), at = `/gkht/publish/${id}`;
	const ask = await zfb.reviewer.get(`${at}?act=return`);
	assert.match(ask.plain, /退回原因.*附件不全或者打不开，请补充/);
	assert.doesNotMatch((await zfb.reviewer.get(at)).plain, /附件不全或者打不开/, 'nothing of it when it is published');
	const form = ask.form(at).filter(([name]) => name !== 'phrase');
	const none = await zfb.reviewer.post(at, form);
	assert.equal(none.status, 422);
	const long = await zfb.reviewer.post(at, filled([...form, ['phrase', 'attachment']], { reason: '字'.repeat(501) }));
	assert.equal(long.status, 422);
	assert.match(long.text, /value="attachment" checked/, 'what was chosen is kept');
	assert.equal((await zfb.reviewer.post(at, filled([...form, ['phrase', 'title'], ['phrase', 'attachment']], { reason: '附件一是空的' }))).status, 303);
	assert.equal(state(site, id), 'draft');
	assert.match((await zfb.clerk.get(`/gkht/entry/${id}`)).plain, /信息名称与原文标题不一致，请核对；附件不全或者打不开，请补充；附件一是空的/);
});
