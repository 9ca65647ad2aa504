// Import through POST /gkht/word: every kind of file, the report of what
// became of it, and the page that shows it beside the original.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { draft, people, save, submit } from '../office.mjs';
import { build, start, top } from '../site.mjs';
import { convert, installed } from '../soffice.mjs';

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

async function send(bytes, name, person = zfb.clerk) {
	const page = await person.post('/gkht/word', [['word', new Blob([bytes]), name]],
		{ multipart: true, headers: { 'x-requested-with': 'fetch' } });
	const json = /^\{/.test(page.text) ? JSON.parse(page.text) : null;
	return { page, json };
}
async function good(bytes, name) {
	const { page, json } = await send(bytes, name);
	assert.equal(page.status, 200, `${name}: ${page.text}`);
	return json;
}
async function refused(bytes, name, text) {
	const rows = () => site.sql('SELECT count(*) n FROM upload')[0].n;
	const n = rows();
	const { page, json } = await send(bytes, name);
	assert.equal(page.status, 422, `${name}: ${page.text.slice(0, 300)}`);
	assert.equal(json.errors[0].field, 'word');
	assert.match(json.errors[0].text, text, name);
	assert.equal(rows(), n, 'nothing is kept of what was refused');
}
const words = (html) => html.replace(/<[^>]*>/g, '').replace(/&nbsp;/g, ' ').replace(/\s+/g, '');
const counts = (report, group) => Object.fromEntries(report[group].map((i) => [i.kind, i.count]));

test('a .docx: text, picture, original, and a report that adds up', async () => {
	const answer = await good(notice, '关于做好工作的通知.docx');
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
		const { page, json } = await send(readFileSync(join(folder, name)), name);
		assert.ok([200, 422].includes(page.status), `${name}: ${page.status}`);
		if (page.status === 200)
			assert.equal(json.report.characters.found, json.report.characters.word, name);
		else
			assert.match(json.errors[0].text, /[。]$/, name);
	}
});

// How much of the text that is wanted is there, whatever the order.
function recall(wanted, html) {
	const bag = new Map();
	let same = 0;

	for (const c of words(html))
		bag.set(c, (bag.get(c) || 0) + 1);
	for (const c of wanted)
		if (bag.get(c) > 0) {
			bag.set(c, bag.get(c) - 1);
			same++;
		}
	return same / [...wanted].length;
}

// A conversion takes seconds: each format is sent once, under a name that is
// not always its own.
test('.doc, .wps, .rtf, .odt and HTML by any name become the same text', { skip }, async () => {
	const wanted = words((await good(notice, 'a.docx')).html);
	const kinds = [
		['doc:MS Word 97', 'a.wps', 0.99], ['rtf', 'wrong.docx', 0.97], ['odt', 'a.odt', 0.97],
	];
	for (const [to, name, least] of kinds) {
		const answer = await good(convert(join(folder, 'notice.docx'), to), name);
		assert.ok(recall(wanted, answer.html) >= least, `${to} as ${name}: ${recall(wanted, answer.html)}`);
		assert.ok(answer.original.name.startsWith(name));
		assert.match(answer.html, /<table/, to);
		assert.match(answer.html, /<img/, to);
		assert.equal(answer.report.characters.found, answer.report.characters.word, to);
		assert.deepEqual(site.temporaryFiles(), [], 'nothing stays behind');
	}
	const html = await good(Buffer.concat([
		Buffer.from('<html><head><meta charset="gb2312"><style>p{color:red}</style><script>alert(1)</script></head><body><p>'),
		Buffer.from('b9e6b6a8', 'hex'),
		Buffer.from('</p><img src="http://127.0.0.1:9/x.png"><p onclick="x()">second</p></body></html>'),
	]), '网页.doc');
	assert.match(html.html, /规定/);
	assert.match(html.html, /second/);
	assert.doesNotMatch(html.html, /script|alert|onclick|127\.0\.0\.1/);
});

test('an old document does not carry out deleted, hidden or commented text', { skip }, async () => {
	const rtf = String.raw`{\rtf1\ansi\ansicpg936 visible {\v hiddensecret}{\deleted gonesecret}{\revised newtext} end\par}`;
	const answer = await good(rtf, 'a.rtf');
	assert.match(answer.html, /visible/);
	assert.doesNotMatch(answer.html, /hiddensecret|gonesecret/);
	assert.equal(counts(answer.report, 'dropped').hidden, 1);
	const stored = site.sql(`SELECT report, body FROM imported WHERE upload_id = ${answer.original.id}`)[0];
	assert.doesNotMatch(stored.report + stored.body, /hiddensecret|gonesecret/);
});

test('a document cannot read the machine it is converted on', { skip }, async () => {
	const secret = join(site.data, 'xxgk.conf');
	const rtf = String.raw`{\rtf1 before {\field{\*\fldinst INCLUDETEXT "${secret}"}{\fldrslt x}}{\field{\*\fldinst INCLUDEPICTURE "file://${secret}"}{\fldrslt y}} after\par}`;
	const answer = await good(rtf, 'a.rtf');
	assert.match(answer.html, /before[^]*after/);
	assert.doesNotMatch(answer.html, /site_name|templates =/);
	const html = await good(`<html><body><p>one</p><iframe src="file://${secret}"></iframe><object data="file://${secret}"></object><p>two</p></body></html>`, 'a.doc');
	assert.match(html.html, /one[^]*two/);
	assert.doesNotMatch(html.html, /site_name|templates =/);
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
	const { original } = await good(notice, '通知.exe');
	assert.equal(original.name, '通知.exe.docx');
	assert.equal(site.sql(`SELECT type FROM upload WHERE id = ${original.id}`)[0].type,
		'application/vnd.openxmlformats-officedocument.wordprocessingml.document');
});

test('beside the original: report, pages, and the text as it is now', { skip }, async () => {
	const answer = await good(notice, '对照.docx');
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

test('while one document is converted others are not shut out', { skip }, async () => {
	const old = convert(join(folder, 'notice.docx'), 'doc:MS Word 97');
	const going = send(old, 'a.doc');
	await new Promise((done) => setTimeout(done, 150));
	const since = Date.now();
	await draft(zfb.clerk, { title: '同时保存' });
	assert.ok(Date.now() - since < 2000, 'a save does not wait for the conversion');
	const { page, json } = await going;
	assert.equal(page.status, 200);
	assert.ok(recall(words((await good(notice, 'a.docx')).html), json.html) >= 0.99);
});

test('more conversions at once than may wait: some are told to come later', { skip }, async () => {
	const old = convert(join(folder, 'notice.docx'), 'doc:MS Word 97');
	const all = await Promise.all([1, 2, 3, 4].map(() => send(old, 'a.doc')));
	for (const { page, json } of all)
		if (page.status !== 200) {
			assert.equal(page.status, 422);
			assert.match(json.errors[0].text, /过一会儿再导入/);
		}
	assert.ok(all.some(({ page }) => page.status === 200));
	assert.ok(all.some(({ page }) => page.status === 422));
	assert.deepEqual(site.temporaryFiles(), []);
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
	assert.ok(size('portal.css') <= 14 * 1024, `portal.css ${size('portal.css')}`);
	assert.ok(size('document.css') <= 10 * 1024, `document.css ${size('document.css')}`);
});
