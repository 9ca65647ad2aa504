// The lists of the back office by every condition: alone, together, in the
// address, in the files, and when nothing is found.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, fullDraft, inState, people } from '../office.mjs';
import { start } from '../site.mjs';

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
	assert.match(titles.text, /entry\/\d+">最早的一条/, 'names are looked at to the end');
});
