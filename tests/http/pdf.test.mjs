// The page of a document as a PDF: its text, tables and pictures, and when it
// is closed.  poppler reads what cairo wrote.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { address, amend, inState, move, people } from '../office.mjs';
import { start } from '../site.mjs';

let site, zfb, id, at;

const rows = (n, f) => Array.from({ length: n }, (_, k) => f(k)).join('');
const BODY = '<h2>一、总体要求</h2><p class="ti-2">认真梳理主动公开的信息，<strong>重点</strong>是 <span class="c-700">民生</span>，'
	+ '见 http://www.example.gov.cn/a/very/long/address/that/needs/two/lines/of/the/page/index.html。</p>'
	+ '<ol><li>第一条</li><li>第二条</li></ol><p>x<sup>2</sup> &lt; 3 &amp; 4</p>'
	+ '<table><caption>补贴标准</caption><thead><tr><th>项目甲</th><th>标准乙</th><th>说明丙</th></tr></thead><tbody>'
	+ rows(60, (k) => (k % 3 === 0 ? `<tr><td rowspan="3">组${k}号</td><td>额${k}元</td><td>注${k}条</td></tr>` : `<tr><td>额${k}元</td><td>注${k}条</td></tr>`))
	+ `<tr><td>长格</td><td colspan="2">${rows(400, (k) => `句${k}完。`)}</td></tr></tbody></table>`
	+ '<p class="sign">区政府办公室</p><p class="sign">2026年10月22日</p>';

before(async () => {
	site = await start();
	zfb = await people(site);
	id = await inState(zfb, 'published', { title: '关于冬季清洁取暖的通知', doc_no: '宝坻政办发〔2026〕815号', summary: '概述一句', body: BODY });
	at = address(site, id);
});
after(() => site.stop());

async function pdf(path) {
	const r = await fetch(site.url + path);
	assert.equal(r.status, 200, path);
	assert.equal(r.headers.get('content-type'), 'application/pdf');
	const bytes = Buffer.from(await r.arrayBuffer());
	const file = join(site.dir, 'page.pdf');
	writeFileSync(file, bytes);
	const run = (tool, ...args) => execFileSync(tool, args, { encoding: 'utf8' });
	const text = run('pdftotext', '-raw', file, '-');
	return { r, bytes, text, joined: text.replace(/\s/g, ''), info: run('pdfinfo', file),
		fonts: run('pdffonts', file).trim().split('\n').slice(2), tags: run('pdfinfo', '-struct', file), images: run('pdfimages', '-list', file) };
}

test('text, catalogue and source are in it, to search, copy and hear', async () => {
	const p = await pdf(`${at}/pdf`);
	for (const words of ['关于冬季清洁取暖的通知', '宝坻政办发〔2026〕815号', '概述一句', '一、总体要求', '认真梳理主动公开的信息，重点是民生', '1.第一条2.第二条',
		'x2<3&4', '区政府办公室2026年10月22日', `${at}`, 'http://www.example.gov.cn/a/very/long/address/that/needs/two/lines/of/the/page/index.html',
		site.sql(`SELECT hash FROM public_document WHERE id = ${id}`)[0].hash])
		assert.ok(p.joined.includes(words), words);
	assert.match(p.info, /Title: +关于冬季清洁取暖的通知/);
	assert.match(p.info, /Author: +\S/);
	assert.match(p.info, /Tagged: +yes/);
	for (const tag of ['Document', 'H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD', 'Figure'])
		assert.match(p.tags, new RegExp(`^ *${tag}\\b`, 'm'), tag);
	assert.ok(p.fonts.length > 1);
	for (const f of p.fonts)
		assert.match(f, /yes yes yes +\d+ +\d+$/, 'embedded, a subset, with its characters');
});

test('a new page of the original is one of the PDF', async () => {
	const body = '<p class="sa-2 ta-d">甲段</p><p class="np">乙段<span class="up-8">升</span></p><table class="np"><tbody><tr><td>丙格</td></tr></tbody></table><p class="sb-1">丁段</p>';
	const p = await pdf(`${address(site, await inState(zfb, 'published', { title: '分页的通知', body }))}/pdf`);
	const pages = p.text.split('\f').map((t) => ['甲段', '乙段升', '丙格', '丁段'].filter((words) => t.replace(/\s/g, '').includes(words)).join());
	assert.deepEqual(pages.slice(0, 3), ['甲段', '乙段升', '丙格,丁段']);
});

test('a table goes on over pages with its head and loses no cell', async () => {
	const p = await pdf(`${at}/pdf`);
	// what stands between the end of one page and the rest on the next
	const joined = p.text.replace(/— \d+ —\n[^\n]*\n+\f(项目甲\s+标准乙\s+说明丙)?/g, '').replace(/\s/g, '');
	for (let k = 0; k < 60; k++)
		for (const cell of [`额${k}元`, `注${k}条`, ...(k % 3 === 0 ? [`组${k}号`] : [])])
			assert.equal(joined.split(cell).length, 2, cell);
	for (let k = 0; k < 400; k++)
		assert.equal(joined.split(`句${k}完`).length, 2, `句${k}`);
	const pages = p.text.split('\f').filter((t) => /额\d+元/.test(t));
	assert.ok(pages.length > 1);
	for (const t of pages)
		assert.match(t.replace(/\s/g, ''), /项目甲标准乙说明丙/);
	assert.equal(p.joined.split('补贴标准').length, 2);
});

test('pictures are in it', async () => {
	const p = await pdf('/doc/zfb/2026-00001/pdf');
	assert.match(p.images, /image +480 +200/);
	assert.match(p.joined, /宝坻区人民政府2025年政府信息公开工作年度报告/);
});

test('it is offered, kept by browsers, and no searcher keeps it', async () => {
	const page = await site.visitor().get(at);
	assert.ok(page.links.includes(`${at}/pdf`));
	const { r, bytes } = await pdf(`${at}/pdf`);
	assert.match(r.headers.get('content-disposition'), /^attachment; filename="_+\.pdf"; filename\*=UTF-8''%E5%85%B3/);
	assert.match(r.headers.get('link'), new RegExp(`^<https?://[^>]*${at}>; rel="canonical"$`));
	assert.equal(r.headers.get('x-robots-tag'), 'noindex');
	const etag = r.headers.get('etag');
	assert.equal((await fetch(`${site.url}${at}/pdf`, { headers: { 'if-none-match': etag } })).status, 304);
	assert.deepEqual((await pdf(`${at}/pdf`)).bytes, bytes, 'the same text makes the same bytes');
});

test('an earlier version has its own; a text larger than any has none', async () => {
	assert.equal((await amend(zfb.admin, id, { note: '更正', body: '<p>正文改为此。</p>' })).status, 303);
	const old = await pdf(`${at}/v/1/pdf`);
	assert.match(old.joined, /认真梳理.*第1版/);
	assert.match(old.joined, /已被新版本替代/);
	assert.match((await pdf(`${at}/pdf`)).joined, /正文改为此.*第2版/);
	assert.ok((await site.visitor().get(`${at}/v/1`)).links.includes(`${at}/v/1/pdf`));
	const told = async (v) => JSON.parse((await site.visitor().get(`${at.replace('/doc', '/api/v1/documents')}${v}`)).text).pdf;
	assert.ok((await told('/versions/1')).endsWith(`${at}/v/1/pdf`));
	assert.ok((await told('')).endsWith(`${at}/v/2/pdf`));
	assert.match((await pdf(`${at}/v/2/pdf`)).joined, /正文改为此/);
	for (const n of ['0', '3', 'x'])
		assert.equal((await fetch(`${site.url}${at}/v/${n}/pdf`)).status, 404, n);
	const large = await inState(zfb, 'published', { title: '长的汇编', body: '<p>很长的正文</p>' });
	const path = address(site, large);
	await pdf(`${path}/pdf`);
	site.sql(`UPDATE revision SET body = replace(hex(zeroblob(180000)), '00', '<p>a') WHERE document_id = ${large}`);
	assert.equal((await fetch(`${site.url}${path}/pdf`)).status, 404);
	assert.ok(!(await site.visitor().get(path)).links.includes(`${path}/pdf`));
	assert.equal(JSON.parse((await site.visitor().get(path.replace('/doc', '/api/v1/documents'))).text).pdf, null);
});

test('withdrawn, it is closed at once', async () => {
	const n = await inState(zfb, 'published', { title: '即将撤下的通知', body: '<p>秘密的正文。</p>' });
	const path = address(site, n);
	await pdf(`${path}/pdf`);
	assert.equal((await move(zfb.reviewer, n, 'withdraw')).status, 303);
	for (const p of [`${path}/pdf`, `${path}/v/1/pdf`]) {
		const r = await fetch(site.url + p);
		assert.ok([404, 410].includes(r.status), String(r.status));
		assert.match(r.headers.get('content-type'), /^text\/html/);
	}
});
