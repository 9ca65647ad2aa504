// Import through POST /gkht/word: files that need no conversion, the report of what
// became of it, and the page that shows it beside the original.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { counts, good, send, words } from '../importing.mjs';
import { draft, people, save, submit } from '../office.mjs';
import { build, start, top } from '../site.mjs';
import { installed } from '../soffice.mjs';

const folder = join(top, 'tests/data/word');
const notice = readFileSync(join(folder, 'notice.docx'));
const skip = installed ? false : 'LibreOffice is not installed';
let site, zfb, tjj;
before(async () => {
	site = await start({ workers: 4 });
	zfb = await people(site);
	tjj = await people(site, 'tjj');
});
after(() => site.stop());

async function refused(bytes, name, text) {
	const rows = () => site.sql('SELECT count(*) n FROM upload')[0].n;
	const n = rows();
	const { page, json } = await send(zfb.clerk, bytes, name);
	assert.equal(page.status, 422, `${name}: ${page.text.slice(0, 300)}`);
	assert.equal(json.errors[0].field, 'word');
	assert.match(json.errors[0].text, text, name);
	assert.equal(rows(), n, 'nothing is kept of what was refused');
}

test('a .docx: text, picture, original, and a report that adds up', async () => {
	const answer = await good(zfb.clerk, notice, '关于做好工作的通知.docx');
	const { report } = answer;
	assert.ok(report.characters.word > 200);
	assert.equal(report.characters.found, report.characters.word, 'no character is lost');
	assert.deepEqual(report.dropped, []);
	const kept = counts(report, 'kept');
	assert.equal(kept.tables, 1);
	assert.equal(kept.pictures, 1);
	assert.equal(kept.links, 1);
	assert.equal(kept.notes, 1);
	assert.equal((answer.html.match(/<table/g) || []).length, 1);
	const [image] = /\/gkht\/image\/[0-9a-f]{64}\.png/.exec(answer.html);
	assert.equal((await zfb.clerk.get(image)).status, 200);
	const original = await fetch(`${site.url}/gkht/file/${answer.original.id}`, { headers: { cookie: [...zfb.clerk.jar].map(([k, v]) => `${k}=${v}`).join('; ') } });
	assert.deepEqual(Buffer.from(await original.arrayBuffer()), notice, 'the original comes back byte for byte');
});

test('every document we ship is taken or refused in a sentence', async () => {
	for (const name of readdirSync(folder).filter((n) => /\.(docx|doc)$/.test(n))) {
		const { page, json } = await send(zfb.clerk, readFileSync(join(folder, name)), name);
		assert.ok([200, 422].includes(page.status), `${name}: ${page.status}`);
		if (page.status === 200)
			assert.equal(json.report.characters.found, json.report.characters.word, name);
		else
			assert.match(json.errors[0].text, /[。]$/, name);
	}
});

test('what cannot be imported is refused with what to do', async () => {
	const compound = (name, fib = []) => {
		const b = Buffer.alloc(4096);
		b.write('d0cf11e0a1b11ae1', 'hex');
		b[30] = 9;
		b.writeUInt32LE(1, 44);
		b.writeUInt32LE(0, 48);
		b.fill(0xff, 76, 512);
		b.writeUInt32LE(1, 76);
		b.write(name, 512, 'utf16le');
		b.writeUInt16LE((name.length + 1) * 2, 512 + 64);
		b.writeUInt32LE(2, 512 + 116);
		b.fill(0xff, 1024, 1536);
		b.writeUInt16LE(0xa5ec, 1536);
		Buffer.from(fib).copy(b, 1536 + 10);
		return b;
	};
	for (const name of ['encrypted.docx', 'old.doc'])
		await refused(readFileSync(join(folder, name)), name, /密码/);
	await refused('', '空.docx', /空的/);
	await refused('只是文字', '假.docx', /不是 Word 或 WPS 文档/);
	await refused('%PDF-1.7\n', '排好版.doc', /PDF、OFD[^]*作为附件/);
	await refused(compound('EncryptedPackage'), '加密.docx', /密码/);
	await refused(compound('WordDocument', [0, 1]), '加密.doc', /密码/);
	await refused(compound('Workbook'), '表格.doc', /表格[^]*附件/);
	await refused(compound('Nothing'), '坏.doc', /损坏/);
	await refused('MIME-Version: 1.0\nContent-Type: multipart/related\n', '网页.doc', /另存为 \.docx/);
	await refused(notice.subarray(0, 1500), '半个.docx', /损坏/);
	if (installed)
		await refused(compound('WordDocument'), '空壳.doc', /损坏|没有内容/);
	assert.deepEqual(site.temporaryFiles(), []);
});

test('a name that lies gets the ending of what it is', async () => {
	const { original } = await good(zfb.clerk, notice, '通知.exe');
	assert.equal(original.name, '通知.exe.docx');
	assert.equal(site.sql(`SELECT type FROM upload WHERE id = ${original.id}`)[0].type,
		'application/vnd.openxmlformats-officedocument.wordprocessingml.document');
});

test('beside the original: report, pages, and the text as it is now', { skip }, async () => {
	const answer = await good(zfb.clerk, notice, '对照.docx');
	const at = `/gkht/word/${answer.original.id}`;
	let page = await zfb.clerk.get(at);
	assert.equal(page.status, 200);
	assert.match(page.plain, /导入情况/);
	assert.match(page.plain, new RegExp(`Word 里的文字 ${answer.report.characters.word} 字，导入 ${answer.report.characters.found} 字，一字不少`));
	assert.match(page.plain, /保留[^]*表格 1 个/);
	assert.match(page.plain, /导入的结果/);
	assert.match(page.text, /显示原文件各页/);
	assert.match(page.text, /\/document\.css"/, 'the result is set as it will be');
	page = await zfb.clerk.post(`${at}/pages`, page.form(`${at}/pages`), { follow: true });
	assert.equal(page.status, 200, page.text);
	const pages = [...page.text.matchAll(/<img src="(\/gkht\/image\/[0-9a-f]{64}\.png)" alt="原文件第 (\d+) 页"/g)];
	assert.ok(pages.length >= 1 && pages.every((m, k) => Number(m[2]) === k + 1));
	const png = await zfb.clerk.get(pages[0][1]);
	assert.equal(png.headers.get('content-type'), 'image/png');
	assert.equal((await zfb.clerk.post(`${at}/pages`)).status, 303, 'once more is harmless');
	assert.equal(site.sql('SELECT count(*) n FROM imported_page')[0].n, pages.length);
	assert.deepEqual(site.temporaryFiles(), []);
	// Once a document uses it, its text is what is compared.
	const id = await draft(zfb.clerk, { title: '对照', original: String(answer.original.id), body: '<p>改过的正文</p>' });
	page = await zfb.reviewer.get(at);
	assert.match(page.plain, /现在的原文 改过的正文/);
	assert.match(page.text, new RegExp(`/gkht/document/${id}`));
	// The reviewer finds it from the document.
	await save(zfb.clerk, id, { made_on: '2026-01-05', summary: '概述。' });
	page = await zfb.admin.get(`/gkht/document/${id}`);
	assert.match(page.text, new RegExp(`href="${at}"`));
	assert.match(page.plain, /一字不少/);
	// Nobody else's business.
	assert.equal((await tjj.clerk.get(at)).status, 404);
	assert.equal((await tjj.clerk.post(`${at}/pages`)).status, 404);
	assert.equal((await zfb.clerk.get('/gkht/word/999999')).status, 404);
});

test('an attachment that was never imported has nothing to compare', async () => {
	const page = await zfb.clerk.post('/gkht/upload', [['file', new Blob([notice]), '附件.docx']],
		{ multipart: true, headers: { 'x-requested-with': 'fetch' } });
	const { id } = JSON.parse(page.text);
	assert.equal((await zfb.clerk.get(`/gkht/word/${id}`)).status, 404);
	assert.equal((await zfb.clerk.post(`/gkht/word/${id}/pages`)).status, 404);
});

test('without script: the panel stands in the form', async () => {
	const form = await zfb.clerk.get('/gkht/entry/new');
	const page = await zfb.clerk.post('/gkht/entry/new', [...form.form('/gkht/entry/new'), ['act', 'import'], ['word', new Blob([notice]), '通知.docx']], { multipart: true });
	assert.equal(page.status, 200, page.plain.slice(0, 300));
	assert.match(page.plain, /已导入到原文/);
	assert.match(page.plain, /一字不少/);
	assert.match(page.text, /href="\/gkht\/word\/\d+"/);
	const bad = await zfb.clerk.post('/gkht/entry/new', [...form.form('/gkht/entry/new'), ['act', 'import'], ['word', new Blob(['%PDF-1.4']), 'a.pdf']], { multipart: true });
	assert.equal(bad.status, 422);
	assert.match(bad.plain, /PDF、OFD/);
});

test('gkctl word FILE --report', () => {
	const report = JSON.parse(execFileSync(join(build, 'gkctl'), ['word', join(folder, 'notice.docx'), '--report'], { encoding: 'utf8' }));
	assert.equal(report.characters.found, report.characters.word);
	assert.equal(counts(report, 'kept').tables, 1);
});

test('only pages that show a document load how documents are set', async () => {
	const sheet = /\/document\.css"/, reader = site.visitor();
	const [doc] = site.sql("SELECT u.code, d.index_no no FROM document d JOIN unit u ON u.id = d.unit_id WHERE d.state = 'published' LIMIT 1");
	for (const path of ['/', '/list', '/open', '/search?q=%E9%80%9A%E7%9F%A5', '/units'])
		assert.doesNotMatch((await reader.get(path)).text, sheet, path);
	assert.match((await reader.get(`/doc/${doc.code}/${doc.no.split('/')[1]}`)).text, sheet);
	const id = await draft(zfb.clerk, { title: '看版式', body: '正文。' });
	assert.doesNotMatch((await zfb.clerk.get('/gkht/entry')).text, sheet);
	for (const path of ['/gkht/entry/new', `/gkht/entry/${id}`, `/gkht/document/${id}`])
		assert.match((await zfb.clerk.get(path)).text, sheet, path);
	const size = (name) => gzipSync(readFileSync(join(build, 'static', name)), { level: 9 }).length;
	assert.doesNotMatch(readFileSync(join(build, 'static/portal.css'), 'utf8'), /\.(c|bg)-\d{3}\b|\.(fs|ti|hi|pl|pr)-\d/, 'the classes of imported text stay out');
	assert.ok(size('portal.css') <= 13 * 1024, `portal.css ${size('portal.css')}`);
	assert.ok(size('document.css') <= 10 * 1024, `document.css ${size('document.css')}`);
});
