// 内容表添加 without script: what the document says of itself is offered, and
// what the unit has already is pointed out.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fullDraft, people } from '../office.mjs';
import { filled, start, top } from '../site.mjs';

const notice = readFileSync(join(top, 'tests/data/word/notice.docx'));
let site, zfb;
before(async () => {
	site = await start();
	zfb = await people(site);
});
after(() => site.stop());

const NEW = '/gkht/entry/new';
const blank = async () => (await zfb.clerk.get(NEW)).form(NEW);
const send = (fields, at = NEW) => zfb.clerk.post(at, fields, { multipart: true });
const imported = async (typed = {}) =>
	send([...filled(await blank(), typed), ['act', 'import'], ['word', new Blob([notice]), '通知.docx']]);

test('an import fills what is empty and says so', async () => {
	const page = await imported();
	assert.equal(page.status, 200);
	assert.equal(page.value('title'), '云河县人民政府办公室关于做好政务公开工作的通知');
	assert.equal(page.value('made_on'), '2026-03-02');
	assert.match(page.plain, /已按文档填写/);
	assert.match(page.plain, /发文机关\s+云河县人民政府办公室/);
	assert.match(page.plain, /主送机关\s+各镇人民政府，各街道办事处，县政府各部门/);
});

test('what was typed stays; 【采用】 takes what was read', async () => {
	const page = await imported({ title: '我写的名称' });
	assert.equal(page.value('title'), '我写的名称');
	assert.match(page.plain, /从文档读到：\s+云河县人民政府办公室关于做好政务公开工作的通知\s+采用/);
	const taken = await send([...page.form(NEW), ['take', 'title']]);
	assert.equal(taken.status, 200);
	assert.equal(taken.value('title'), '云河县人民政府办公室关于做好政务公开工作的通知');
	assert.equal(taken.value('made_on'), '2026-03-02');
	assert.ok(taken.text.includes('为做好'), 'the text is still there');
	assert.equal(site.sql("SELECT count(*) n FROM revision WHERE title LIKE '云河县%'")[0].n, 0, 'nothing was saved');
});

const body = (id) => site.sql(`SELECT r.body FROM document d JOIN revision r ON r.id = d.revision_id WHERE d.id = ${id}`)[0].body;
const field = (page, id) => page.form(`/gkht/entry/${id}`).find(([name]) => name === 'body')[1].replaceAll('\r', '');

test('what was written in lines comes back in lines, and saved again it is the same', async () => {
	const text = '一、甲 < 乙 & “丙”"丁"\n第二行，&amp; 照写\n\n二、最后一段';
	const id = await fullDraft(zfb.clerk, { title: '分行写的信息', body: text });
	const was = body(id), at = `/gkht/entry/${id}`, page = await zfb.clerk.get(at);
	assert.equal(field(page, id), text);
	assert.equal((await send(filled(page.form(at), { act: 'save' }), at)).status, 303);
	assert.equal(body(id), was, 'the same paragraphs');
});

test('what lines cannot hold stays as it is, and the clerk is told', async () => {
	for (const rich of ['<p class="ti-2">正文</p><table><tbody><tr><td>甲</td><td>乙</td></tr></tbody></table>', '<p>没有缩进的一段</p>', '<p class="ti-2"><strong>重要</strong>的话</p>', '<p class="ti-2">&lt;p&gt;不是标记</p>']) {
		const id = await fullDraft(zfb.clerk, { title: '有版式的信息', body: rich });
		const was = body(id), at = `/gkht/entry/${id}`, page = await zfb.clerk.get(at);
		assert.match(page.plain, /不改动就原样保存/, rich);
		assert.ok(page.links.includes(`/gkht/document/${id}`));
		assert.equal((await send(filled(page.form(at), { act: 'save' }), at)).status, 303);
		assert.equal(body(id), was, rich);
	}
});

test('the same in JSON for the dialog with script', async () => {
	const page = await zfb.clerk.post('/gkht/word', [['word', new Blob([notice]), '通知.docx']],
		{ multipart: true, headers: { 'X-Requested-With': 'fetch' } });
	const { read, alike } = JSON.parse(page.text);
	assert.equal(read.made_on, '2026-03-02');
	assert.equal(read.doc_no, '');
	assert.deepEqual(alike, []);
});

test('the same number and nearly the same text are pointed out, with a link', async () => {
	const text = Array.from({ length: 12 }, (_, k) => `第${k + 1}条　各单位要落实责任，组织开展自查自改，重点检查人员密集场所、施工工地和老旧小区的疏散通道，发现隐患立即整改。`).join('\n\n');
	const first = await fullDraft(zfb.clerk, { title: '原来的一件', doc_no: '宝坻政办发〔2026〕801号', body: text });
	const number = await fullDraft(zfb.clerk, { title: '文号相同的一件', doc_no: '宝坻政办发[2026]801号', body: '别的正文' });
	const page = await zfb.clerk.get(`/gkht/entry/${number}`);
	assert.match(page.plain, /文号相同：\s*原来的一件/);
	assert.ok(page.links.includes(`/gkht/document/${first}`));
	const again = await fullDraft(zfb.clerk, { title: '又录了一遍', body: `${text}\n\n特此通知。` });
	assert.match((await zfb.clerk.get(`/gkht/entry/${again}`)).plain, /内容几乎相同：\s*原来的一件/);
	// another unit has its own numbers
	const czj = await people(site, 'czj');
	const other = await fullDraft(czj.clerk, { title: '财政局的一件', doc_no: '宝坻政办发〔2026〕801号', body: text });
	assert.doesNotMatch((await czj.clerk.get(`/gkht/entry/${other}`)).plain, /文号相同：\s*\S/);
});
