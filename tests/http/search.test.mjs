// What is found, what is offered while somebody types, and what is said when
// nothing is: through the pages, in a running district.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, inState, move, people } from '../office.mjs';
import { start } from '../site.mjs';

let site, zfb, reader;
before(async () => {
	site = await start();
	zfb = await people(site);
	reader = site.visitor();
	site.gkctl('drain');
});
after(() => site.stop());

const ask = (q, more = '') => reader.get(`/search?q=${encodeURIComponent(q)}${more}`);
const offers = async (q) => JSON.parse((await reader.get(`/suggest?q=${encodeURIComponent(q)}`)).text).suggestions;
const texts = (list, kind) => list.filter((s) => s.kind === kind).map((s) => s.text);

test('offered while typing: units, categories, words, titles', async () => {
	const list = await offers('教育');
	assert.deepEqual(texts(list, 'unit'), ['区教育局']);
	assert.deepEqual(texts(list, 'category'), ['教育']);
	assert.ok(texts(list, 'word').includes('教育局'));
	assert.ok(texts(list, 'title').every((t) => t.includes('教育')) && texts(list, 'title').length > 0);
	assert.ok(list.length <= 11);
	for (const s of list)
		assert.equal((await reader.get(s.at)).status, 200, s.at);
	// in pinyin and initials, in traditional characters, in two words
	for (const q of ['jiaoyuju', 'jyj', '教育局', '區教育局'])
		assert.ok(texts(await offers(q), 'unit').includes('区教育局'), q);
	assert.ok(texts(await offers('財政'), 'unit').includes('区财政局'));
	assert.ok(texts(await offers('yusuan'), 'word').includes('预算'));
	assert.ok(texts(await offers('宝坻区 预算'), 'title').every((t) => t.includes('预算')));
});

test('nothing is offered that leads to nothing, and nothing breaks it', async () => {
	const empty = site.sql(`SELECT name FROM category c WHERE NOT EXISTS (SELECT 1 FROM revision_category r WHERE r.category_id = c.id)
		AND NOT EXISTS (SELECT 1 FROM category k WHERE k.parent_id = c.id OR (k.id <> c.id AND instr(k.name, c.name) > 0)) LIMIT 1`)[0].name;
	assert.deepEqual(texts(await offers(empty), 'category'), []);
	for (const q of ['', ' ', '%', '"', '-', '*', 'a', "' OR 1=1 --", '字'.repeat(41), '教'.repeat(200), '\u{1F600}'])
		assert.deepEqual(await offers(q), [], q);
	for (const q of ['%ff%fe', '%00', 'x'.repeat(3000)])
		assert.ok((await reader.get(`/suggest?q=${q}`)).status < 500, q);
});

test('a withdrawn document is neither found nor offered by the next request', async () => {
	const id = await inState(zfb, 'published', { title: '蓝鹇观测站开放须知', body: '蓝鹇观测站周末开放。' });
	site.gkctl('drain');
	assert.match((await ask('蓝鹇观测站')).text, new RegExp(address(site, id)));
	assert.deepEqual(texts(await offers('蓝鹇'), 'title'), ['蓝鹇观测站开放须知']);
	const word = texts(await offers('guance'), 'word').concat(texts(await offers('观测'), 'word'));
	assert.ok(word.length > 0, 'its words were learned');
	const etag = (await reader.get('/suggest?q=%E8%93%9D')).headers.get('etag');
	assert.equal((await move(zfb.reviewer, id, 'withdraw')).status, 303);
	assert.doesNotMatch((await ask('蓝鹇观测站')).text, new RegExp(address(site, id)));
	for (const q of ['蓝鹇', 'guance', '观测', 'lanxian'])
		assert.deepEqual(await offers(q), [], q);
	assert.equal((await reader.get('/suggest?q=%E8%93%9D', { headers: { 'if-none-match': etag } })).status, 200);
});
