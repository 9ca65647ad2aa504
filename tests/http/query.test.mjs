// The lists of the back office by every condition: alone, together, in the
// address, in the files, and when nothing is found.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, fullDraft, inState, people } from '../office.mjs';
import { filled, start } from '../site.mjs';

let site, zfb, red, blue;
before(async () => {
	site = await start();
	zfb = await people(site);
	const [kind] = site.sql("SELECT id FROM vocabulary WHERE list = 'kind' ORDER BY position LIMIT 1");
	const [theme] = site.sql("SELECT id FROM vocabulary WHERE list = 'theme' ORDER BY position LIMIT 1");
	red = { title: '红色查询件', doc_no: '宝坻查发〔2026〕71号', summary: '概述说到枫叶。', body: '正文写到丹顶鹤100%_。', kind: kind.id, theme: theme.id };
	blue = { title: '蓝色查询件', summary: '概述说到海水。', body: '正文写到鲸鱼。' };
	red.docId = await inState(zfb, 'published', red);
	blue.docId = await inState(zfb, 'published', blue);
	await inState(zfb, 'published', { title: '灰色查询件', openness: 'request' });
});
after(() => site.stop());

const list = (query) => zfb.admin.get(`/gkht/manage?${new URLSearchParams(query)}`);
const names = (page) => [...page.text.matchAll(/ id="t\d+">([^<]*查询件)</g)].map((m) => m[1]).sort();

test('each condition finds what it says', async () => {
	const [{ no }] = site.sql(`SELECT index_no no FROM document WHERE id = ${red.docId}`);
	const q = '查询件';
	for (const [query, wanted] of [
		[{ q }, ['灰色查询件', '红色查询件', '蓝色查询件']],
		[{ q, text: '丹顶鹤' }, ['红色查询件']],
		[{ q, text: '100%_' }, ['红色查询件']],
		[{ q, text: '枫叶' }, []],
		[{ q, summary: '枫叶' }, ['红色查询件']],
		[{ q, doc_no: '查发[2026]71' }, ['红色查询件']],
		[{ index_no: no.toLowerCase() }, ['红色查询件']],
		[{ q, openness: 'request' }, ['灰色查询件']],
		[{ q, kind: red.kind }, ['红色查询件']],
		[{ q, theme: red.theme, kind: red.kind }, ['红色查询件']],
		[{ q, by: 'ZFB002' }, ['灰色查询件', '红色查询件', '蓝色查询件']],
		[{ q, by: 'zfb003' }, []],
		[{ q, since: day(), until: day() }, ['灰色查询件', '红色查询件', '蓝色查询件']],
		[{ q, since: day(1) }, []],
		[{ q, until: day(-1) }, []],
		[{ q, text: '正文写到', summary: '海水', since: day() }, ['蓝色查询件']],
	]) {
		const page = await list(query);
		assert.equal(page.status, 200);
		assert.deepEqual(names(page), wanted.sort(), JSON.stringify(query));
	}
});

test('conditions are said, can be taken away one by one, and stand in every address of the page', async () => {
	const query = { q: '查询件', openness: 'active', kind: red.kind, text: '丹顶鹤', sort: 'made' };
	const page = await list(query);
	const chips = page.links.filter((l) => /^\/gkht\/manage\?/.test(l) && l.includes('sort=made') && !l.includes('text='));
	assert.match(page.plain, /正在使用的条件.*名称、文号或索引号含“查询件”.*公开方式：主动公开.*体裁：.*正文含“丹顶鹤”/);
	assert.match(page.text, /<details class="cond" open>/, 'what is set is seen');
	assert.equal(chips.length, 1, 'without the text');
	assert.deepEqual(names(await zfb.admin.get(chips[0])), ['红色查询件']);
	const file = page.links.find((l) => l.startsWith('/gkht/manage.csv?'));
	const csv = await zfb.admin.get(file);
	assert.equal(csv.text.trim().split('\r\n').length, 2);
	assert.match(csv.text, /红色查询件/);
	assert.doesNotMatch((await list({})).text, /<details class="cond" open>/);
});

test('an empty list says which condition to loosen', async () => {
	const page = await list({ q: '红色查询件', openness: 'request' });
	assert.match(page.plain, /没有符合条件的信息。 去掉下面任意一个条件，就有信息： 去掉条件： 名称、文号或索引号含“红色查询件” 去掉条件： 公开方式：依申请公开/);
	const none = await list({ q: '红色查询件', summary: '不存在的话', text: '也不存在' });
	assert.match(none.plain, /只去掉一个条件也没有/);
	const one = await list({ q: '红色查询件', text: '不存在的话' });
	const [, hint] = /class="loose">(.*?)<\/ul>/s.exec(one.text);
	assert.equal(hint.match(/<li>/g).length, 1);
	assert.match(hint, /正文含/);
});

test('a search in texts stops at its bound, says so, and goes on', async () => {
	const jyj = await people(site, 'jyj');
	const id = await fullDraft(jyj.clerk, { title: '最早的一条', body: '正文里只有这里写到针叶林。' });
	const [{ document, revision }] = site.sql("SELECT (SELECT v FROM seq WHERE name = 'document') document, (SELECT v FROM seq WHERE name = 'revision') revision");
	site.sql(`CREATE TEMP TABLE many AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20500) SELECT i FROM n;
		INSERT INTO revision (id, document_id, number, title, created_by, created, saved_by, body_text)
			SELECT ${revision} + i, ${document} + i, 1, '草稿' || i, d.entered_by, d.created, d.entered_by, '松树' FROM many, document d WHERE d.id = ${id};
		INSERT INTO document (id, unit_id, state, version, revision_id, entered_by, created, modified)
			SELECT ${document} + i, d.unit_id, 'draft', 1, ${revision} + i, d.entered_by, d.created, '2099-01-01T00:00:00Z' FROM many, document d WHERE d.id = ${id};
		UPDATE seq SET v = v + 20500 WHERE name IN ('document', 'revision');`);
	const first = await jyj.clerk.get(`/gkht/entry?text=${encodeURIComponent('针叶林')}`);
	assert.match(first.plain, /这次只查了其中一部分/);
	assert.match(first.plain, /查过的部分里没有符合条件的信息/);
	const on = first.links.find((l) => l.includes('after_id='));
	const second = await jyj.clerk.get(on);
	assert.match(second.plain, /最早的一条/);
	assert.doesNotMatch(second.plain, /只查了其中一部分/);
	const titles = await jyj.clerk.get(`/gkht/entry?q=${encodeURIComponent('最早的一条')}`);
	assert.match(titles.text, /entry\/\d+[^"]*">最早的一条/, 'names are looked at to the end');
});

test('常用查询: kept by a name, opened by one click, renamed, deleted; their owner alone', async () => {
	const kept = { q: '查询件', kind: red.kind, text: '丹顶鹤' };
	const page = await list(kept);
	const offer = page.links.find((l) => l.startsWith('/gkht/saved?'));
	const ask = await zfb.admin.get(offer);
	assert.match(ask.plain, /保存为常用查询.*名称、文号或索引号含“查询件”.*正文含“丹顶鹤”/);
	const save = (name, from = ask) => zfb.admin.post('/gkht/saved', filled(from.form('/gkht/saved'), { query_name: name }));
	const empty = await save('');
	assert.equal(empty.status, 422);
	assert.match(empty.text, /value="丹顶鹤"/, 'the conditions are still there');
	assert.equal((await save('红'.repeat(31))).status, 422);
	const saved = await save('  红鹤 ');
	assert.equal(saved.status, 303);
	assert.deepEqual(names(await zfb.admin.get(saved.location)), ['红色查询件']);
	const again = await save('红鹤');
	assert.equal(again.status, 422);
	assert.match(again.plain, /已经有这个名称/);
	const bare = await list({});
	assert.match(bare.text, new RegExp(`<a class="chip" href="${saved.location.replaceAll('&', '&amp;').replaceAll('?', '\\?')}">红鹤</a>`));
	assert.match((await zfb.admin.get(saved.location)).text, /aria-current="page">红鹤/);

	const [{ id }] = site.sql("SELECT id FROM saved_query WHERE name = '红鹤'");
	assert.doesNotMatch((await zfb.reviewer.get('/gkht/published')).plain, /红鹤/);
	assert.equal((await zfb.reviewer.post(`/gkht/saved/${id}`, { act: 'drop' })).status, 404);
	assert.equal((await zfb.reviewer.post('/gkht/saved', { list: 'manage', q: 'x', query_name: 'x' })).status, 404, 'a list that is not theirs');
	assert.equal((await zfb.admin.post('/gkht/saved', { list: 'manage', query_name: '什么都没有' })).status, 422);

	assert.equal((await zfb.admin.post(`/gkht/saved/${id}`, { act: 'rename', query_name: '' })).status, 422);
	assert.equal((await zfb.admin.post(`/gkht/saved/${id}`, { act: 'rename', query_name: '仙鹤' })).status, 303);
	assert.match((await zfb.admin.get('/gkht/saved')).plain, /仙鹤 已发布信息管理/);
	for (let k = 1; k < 20; k++)
		assert.equal((await save(`第${k}个`)).status, 303);
	const many = await save('第二十一个');
	assert.equal(many.status, 422);
	assert.match(many.plain, /最多保存 20 个/);
	assert.equal((await zfb.admin.post(`/gkht/saved/${id}`, { act: 'drop' })).status, 303);
	assert.doesNotMatch((await list({})).plain, /仙鹤/);
	const told = site.sql("SELECT action, count(*) n FROM audit WHERE action LIKE 'query%' GROUP BY action ORDER BY action");
	assert.deepEqual(told.map((t) => `${t.action} ${t.n}`), ['query_drop 1', 'query_rename 1', 'query_save 20']);
	assert.match((await zfb.admin.get('/gkht/audit')).plain, /删除常用查询/);
});
