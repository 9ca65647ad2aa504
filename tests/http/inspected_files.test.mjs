// 检查结果 of files: what Office files and PDFs hold in their text and beside
// it, the Word file that a text came from, and links that lead nowhere.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { address, fullDraft, inState, people, save, sign, state } from '../office.mjs';
import { filled, start } from '../site.mjs';
import { photo, rest } from '../photo.mjs';
import { blip, GBK, document, HIDDEN, LOCKED, NOTE, ppt, summary, xls } from '../old_office.mjs';
import { convert, installed } from '../soffice.mjs';
import { docx, zip } from '../zip.mjs';

const ID = '11010519491231002X', PHONE = '13812345678';
let site, zfb;
before(async () => {
	site = await start();
	zfb = await people(site);
});
after(() => site.stop());

const at = (id) => `/gkht/entry/${id}`;
const form = async (id) => (await zfb.clerk.get(at(id))).form(at(id));
const send = async (id, fields) => zfb.clerk.post(at(id), [...await form(id), ...fields], { multipart: true });
const found = (id) => site.sql(`SELECT f.kind, f.weight, f.field, f.masked FROM finding f JOIN document d ON d.revision_id = f.revision_id WHERE d.id = ${id} ORDER BY position`);
const kinds = (id) => found(id).map((f) => f.kind).sort();
const run = (text, more = '') => `<w:p><w:r>${more}<w:t>${text}</w:t></w:r></w:p>`;
const core = (name) => ({ 'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${name}</dc:creator></cp:coreProperties>` });

function xlsx(rows, more = {}, sheet = '') {
	const ns = 'http://schemas.openxmlformats.org', main = `${ns}/spreadsheetml/2006/main`, office = `${ns}/officeDocument/2006/relationships`;
	const rels = (type, target) => `<Relationships xmlns="${ns}/package/2006/relationships"><Relationship Id="r1" Type="${office}/${type}" Target="${target}"/></Relationships>`;
	return zip({
		'[Content_Types].xml': `<Types xmlns="${ns}/package/2006/content-types"/>`,
		'_rels/.rels': rels('officeDocument', 'xl/workbook.xml'),
		'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="一" sheetId="1" r:id="r1"${sheet}/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': rels('worksheet', 'worksheets/sheet1.xml'),
		'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows.map((r) => `<row${r.hidden ? ' hidden="1"' : ''}>${r.cells.map((c) => `<c t="inlineStr"><is><t>${c}</t></is></c>`).join('')}</row>`).join('')}</sheetData></worksheet>`,
		...more,
	});
}

// What is in it: {name: bytes}, stored or deflated.
function unzip(data) {
	const out = {};
	let at = data.readUInt32LE(data.lastIndexOf('PK\x05\x06') + 16);

	for (; data.readUInt32LE(at) === 0x02014b50; at += 46 + data.readUInt16LE(at + 28) + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32)) {
		const head = data.readUInt32LE(at + 42);
		const start = head + 30 + data.readUInt16LE(head + 26) + data.readUInt16LE(head + 28);
		const packed = data.subarray(start, start + data.readUInt32LE(at + 20));
		out[data.toString('utf8', at + 46, at + 46 + data.readUInt16LE(at + 28))] = data.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed;
	}
	return out;
}

function pdf(text, info = '', xmp = '') {
	const stream = `BT /F1 12 Tf 50 700 Td (${text}) Tj ET`;
	const parts = [`<</Type/Catalog/Pages 2 0 R${xmp && '/Metadata 7 0 R'}>>`, '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>', `<</Length ${stream.length}>>stream\n${stream}\nendstream`, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>', `<<${info}>>`, `<</Type/Metadata/Subtype/XML/Length ${xmp.length}>>stream\n${xmp}\nendstream`];
	let out = '%PDF-1.4\n';
	const places = parts.map((p, k) => {
		const place = out.length;
		out += `${k + 1} 0 obj\n${p}\nendobj\n`;
		return place;
	});
	const xref = out.length;
	return `${out}xref\n0 8\n0000000000 65535 f \n${places.map((p) => `${String(p).padStart(10, '0')} 00000 n \n`).join('')}trailer<</Size 8/Root 1 0 R/Info 6 0 R>>\nstartxref\n${xref}\n%%EOF\n`;
}

async function attached(bytes, name) {
	const id = await fullDraft(zfb.clerk, {});
	const page = await send(id, [['file', new Blob([bytes]), name], ['act', 'save']]);
	assert.equal(page.status, 303, page.plain.slice(0, 400));
	return id;
}

test('a Word attachment that shows nothing is looked through as well; so is one that cannot be read', async () => {
	const nothing = run('电话', '<w:rPr><w:vanish/></w:rPr>') + '<w:p><w:del w:id="1" w:author="甲"><w:r><w:delText>删的字</w:delText></w:r></w:del></w:p>';
	assert.deepEqual(kinds(await attached(docx(nothing, [], core('张三丰')), '空白.docx')), ['author', 'changes', 'hidden_text']);
	assert.deepEqual(kinds(await attached(docx(run('没有完'), [], { ...core('张三丰'), 'word/document.xml': '<w:document' }), '坏的.docx')), ['author', 'unread']);
});

test('Word attachments: numbers, changes, comments, hidden text, objects, the author', async () => {
	const body = run(`电话：${PHONE}`) + '<w:p><w:ins w:id="1" w:author="甲"><w:r><w:t>加的字</w:t></w:r></w:ins><w:del w:id="2" w:author="甲"><w:r><w:delText>删的字</w:delText></w:r></w:del></w:p>' +
		run('看不见', '<w:rPr><w:vanish/></w:rPr>') + '<w:p><w:r><w:t>有批注</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>';
	const comments = '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="1" w:author="甲"><w:p><w:r><w:t>批注的话</w:t></w:r></w:p></w:comment></w:comments>';
	const id = await attached(docx(body, [['c', 'comments', 'comments.xml']], { 'word/comments.xml': comments, 'word/embeddings/oleObject1.bin': 'x', ...core('张三丰') }), '通知.docx');
	assert.deepEqual(kinds(id), ['author', 'changes', 'comments', 'hidden_text', 'mobile', 'objects']);
	const page = await zfb.clerk.get(at(id));
	assert.match(page.plain, /附件\s+通知\.docx\s*第 1 行：手机号码/);
	assert.match(page.plain, /移除这个附件，添加改好的文件；可以公开的请说明/);
	await sign(zfb.clerk, id);
	await send(id, [['act', 'submit']]);
	assert.equal(state(site, id), 'draft', 'tracked changes have to go');
});

test('a clean Word attachment has nothing found, whoever made it', async () => {
	assert.deepEqual(kinds(await attached(docx(run('关于工作安排的通知'), [], core('微软用户')), '安排.docx')), []);
});

test('Excel attachments: numbers under the head of their column, hidden rows and sheets, comments', async () => {
	const rows = [{ cells: ['姓名', '身份证号'] }, { cells: ['王某', ID] }, { cells: ['合计', '2'], hidden: true }];
	const id = await attached(xlsx(rows, { 'xl/comments1.xml': '<comments/>' }), '名单.xlsx');
	assert.deepEqual(kinds(id), ['comments', 'hidden_cells', 'id_card']);
	assert.match((await zfb.clerk.get(at(id))).plain, /必须改\s+附件\s+名单\.xlsx\s*第 3 行：身份证号.*?另存；再移除这个附件，添加改好的文件/s);
	const sheet = await attached(xlsx([{ cells: ['甲', '乙'] }], {}, ' state="veryHidden"'), '表.xlsx');
	assert.deepEqual(kinds(sheet), ['hidden_cells']);
	assert.deepEqual(kinds(await attached(xlsx([{ cells: ['甲', '123456789012345678'] }]), '数.xlsx')), []);
});

test('PDF attachments: numbers in their text; a broken one is to be looked at', async () => {
	assert.deepEqual(kinds(await attached(pdf(`Tel ${PHONE}`), '文.pdf')), ['mobile']);
	assert.deepEqual(kinds(await attached(pdf('nothing of the kind'), '好.pdf')), []);
	assert.deepEqual(kinds(await attached('%PDF-1.4\nbroken', '坏.pdf')), ['unread']);
});

test('an archive cannot be read, and says so', async () => {
	assert.deepEqual(kinds(await attached(zip({ 'a.txt': ID }), '包.zip')), ['unread']);
});

test('a link to what is not public has to go', async () => {
	const there = address(site, await inState(zfb, 'published'));
	const gone = address(site, await inState(zfb, 'withdrawn'));
	const link = (path) => `<p>见<a href="${site.url}${path}">这里</a>。</p>`;
	const id = await fullDraft(zfb.clerk, { body: link(there) + link(gone) + '<p><a href="https://xinxigk.baodi.gov.cn/doc/zfb/2020-99999#a">这里</a></p>' + '<p><a href="https://www.gov.cn/doc/zfb/2020-99999">外面</a></p>' });
	assert.deepEqual(found(id).map((f) => [f.kind, f.weight, f.masked]), [['link_dead', 3, site.url + gone], ['link_dead', 3, 'https://xinxigk.baodi.gov.cn/doc/zfb/2020-99999#a']]);
	await save(zfb.clerk, id, { body: link(there) });
	assert.deepEqual(found(id), []);
});

async function imported(bytes) {
	const fields = filled((await zfb.clerk.get('/gkht/entry/new')).form('/gkht/entry/new'), { title: '导入的信息' });
	const page = await zfb.clerk.post('/gkht/entry/new', [...fields, ['word', new Blob([bytes]), '原件.docx'], ['act', 'import']], { multipart: true });
	assert.equal(page.status, 200, page.plain.slice(0, 400));
	const kept = await zfb.clerk.post('/gkht/entry/new', [...page.form('/gkht/entry/new'), ['act', 'save']], { multipart: true });
	return Number(/entry\/(\d+)/.exec(kept.location)[1]);
}

const ns = 'http://schemas.openxmlformats.org';
// Whoever made it, in all the places where an Office file says so.
const made = {
	'docProps/core.xml': `<?xml version="1.0"?><cp:coreProperties xmlns:cp="${ns}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>名称</dc:title><dc:creator>张三丰</dc:creator><cp:keywords/><dc:description>给李局看过</dc:description><cp:lastModifiedBy>李四光</cp:lastModifiedBy></cp:coreProperties>`,
	'docProps/app.xml': `<Properties xmlns="${ns}/officeDocument/2006/extended-properties"><Manager>王五常</Manager><Company>某局</Company><Pages>1</Pages></Properties>`,
	'docProps/custom.xml': `<Properties xmlns="${ns}/officeDocument/2006/custom-properties" xmlns:vt="${ns}/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="_AuthorEmail"><vt:lpwstr>zhangsanfeng@qq.com</vt:lpwstr></property></Properties>`,
};
const NAMES = ['张三丰', '李四光', '李局', '王五常', '某局', 'zhangsanfeng'];

async function bytes(upload) {
	const cookie = [...zfb.clerk.jar].map(([k, v]) => `${k}=${v}`).join('; ');
	return Buffer.from(await (await fetch(`${site.url}/gkht/file/${upload}`, { headers: { cookie } })).arrayBuffer());
}

const attachment = (id) => site.sql(`SELECT a.upload_id id FROM attachment a JOIN document d ON d.revision_id = a.revision_id WHERE d.id = ${id}`)[0].id;
const press = async (id, kind) => {
	const page = await zfb.clerk.get(at(id));
	const [, key] = new RegExp(`${kind}(?:(?!</li>)[^])*?name="mend" value="([0-9a-f]{16})"[^>]*>清除<`).exec(page.text);
	return zfb.clerk.post(at(id), [...page.form(at(id)), ['mend', key]], { multipart: true });
};

test('one click takes the names and the places out of a Word attachment, and nothing else', async () => {
	const notice = unzip(readFileSync('tests/data/word/notice.docx'));
	notice['word/document.xml'] = notice['word/document.xml'].toString().replace('</w:t>', `电话：${PHONE}</w:t>`);
	const whole = zip({ ...notice, ...made, 'word/media/photo.jpeg': photo });
	const id = await attached(whole, '安排.docx');
	assert.deepEqual(kinds(id), ['author', 'author', 'author', 'mobile', 'place']);
	assert.deepEqual(found(id).filter((f) => f.kind === 'author').map((f) => f.masked), ['张三丰', '李四光', '王五常']);
	assert.equal((await press(id, '作者姓名')).status, 303);
	assert.deepEqual(kinds(id), ['mobile'], 'what is in the text is still found');
	const clean = await bytes(attachment(id)), parts = unzip(clean);
	for (const name of NAMES)
		assert.ok(!Object.values(parts).some((p) => p.includes(name)), name);
	assert.ok(parts['docProps/core.xml'].includes('名称'));
	assert.ok(parts['word/media/photo.jpeg'].includes(rest));
	const was = unzip(whole);
	assert.deepEqual(Object.keys(parts), Object.keys(was));
	for (const name of Object.keys(was).filter((n) => !/^docProps|media/.test(n)))
		assert.ok(parts[name].equals(was[name]), name);
});

test('what the text shows of its own properties stays; Excel, PowerPoint', async () => {
	const field = '<w:p><w:fldSimple w:instr=" DOCPROPERTY _AuthorEmail "><w:r><w:t>zhangsanfeng@qq.com</w:t></w:r></w:fldSimple></w:p>';
	const id = await attached(docx(field, [], made), '字段.docx');
	assert.equal((await press(id, '作者姓名')).status, 303);
	assert.ok(unzip(await bytes(attachment(id)))['docProps/custom.xml'].equals(Buffer.from(made['docProps/custom.xml'])));
	const table = await attached(xlsx([{ cells: ['甲', '乙'] }, { cells: ['丙', PHONE] }], made), '表.xlsx');
	assert.deepEqual(kinds(table), ['author', 'author', 'author', 'mobile']);
	assert.equal((await press(table, '作者姓名')).status, 303);
	assert.deepEqual(kinds(table), ['mobile']);
	assert.ok(!Object.values(unzip(await bytes(attachment(table)))).some((p) => NAMES.some((n) => p.includes(n))));
	const slides = zip({ '[Content_Types].xml': `<Types xmlns="${ns}/package/2006/content-types"/>`, 'ppt/presentation.xml': '<p:presentation xmlns:p="x"/>', ...made });
	const show = await attached(slides, '讲.pptx');
	assert.equal((await press(show, '作者姓名')).status, 303);
	assert.ok(!kinds(show).includes('author'));
});

test('a signed file stays as it is, and the clerk is told what to do', async () => {
	const id = await attached(docx(run('正文'), [], { ...made, '_xmlsignatures/sig1.xml': '<Signature/>' }), '签过.docx');
	const page = await press(id, '作者姓名');
	assert.equal(page.status, 422);
	assert.match(page.plain, /不能在这里清除.*?请在原来的软件里清除，另存后重新添加/);
	assert.equal(kinds(id).length, 3);
});

// The bytes that differ; all else of a file that is cleaned in place stays.
const differ = (a, b) => [...a.keys()].filter((k) => a[k] !== b[k]).map((k) => b[k]);

test('Excel and PowerPoint of before: whom they name, taken out in place by one click; what was not read is said', async () => {
	const whole = xls('赵六一', { ...summary(936, GBK, ['李四光']), ...document(65001, '王五常', '某局', 'zhangsanfeng@qq.com') });
	for (const name of ['名单.xls', '名单.et']) {
		const id = await attached(whole, name);
		assert.deepEqual(found(id).map((f) => [f.kind, f.masked]).sort(), [['author', '张三丰'], ['author', '李四光'], ['author', '王五常'], ['author', '赵六一'], ['unread', 'none']]);
		const page = await zfb.clerk.get(at(id));
		assert.match(page.plain, new RegExp(`附件 ${name.replace('.', '\\.')} ：文件属性里有作者姓名.*?张三丰.*?清除文件属性，内容不变`, 's'));
		assert.match(page.plain, new RegExp(`附件 ${name.replace('.', '\\.')} ：未能检查内容`));
		assert.equal((await press(id, '作者姓名')).status, 303);
		assert.deepEqual(kinds(id), ['unread']);
		const clean = await bytes(attachment(id)), made = differ(whole, clean);
		assert.equal(clean.length, whole.length);
		assert.ok(made.length > 20 && made.every((b) => b === 0 || b === 0x20));
		for (const n of NAMES.flatMap((s) => [Buffer.from(s), Buffer.from(s, 'utf16le')]).concat([GBK, Buffer.from('赵六一', 'utf16le')]))
			assert.ok(!clean.includes(n), n.toString('hex'));
	}
	const slides = await attached(ppt('Qian Seven', summary(1252, 'Zhang Three', 'Qian Seven')), '讲.ppt');
	assert.deepEqual(found(slides).map((f) => f.masked), ['none', 'Zhang Three', 'Qian Seven']);
	assert.equal((await press(slides, '作者姓名')).status, 303);
	assert.deepEqual(kinds(slides), ['unread']);
});

test('Excel of before: hidden sheets, rows and columns, comments; cleaned of names it is still told', async () => {
	const id = await attached(xls('赵六一', {}, HIDDEN), '藏.xls');
	assert.deepEqual(kinds(id), ['author', 'hidden_cells', 'unread']);
	assert.equal((await press(id, '作者姓名')).status, 303);
	assert.deepEqual(kinds(id), ['hidden_cells', 'unread']);
	assert.match((await zfb.clerk.get(at(id))).plain, /附件 藏\.xls ：隐藏的工作表、行、列或幻灯片 取消隐藏核对/);
	const note = await attached(xls('', {}, [NOTE]), '批注.et');
	assert.deepEqual(kinds(note), ['comments', 'unread']);
	await sign(zfb.clerk, note);
	await send(note, [['act', 'submit']]);
	assert.equal(state(site, note), 'draft', 'a comment has to go');
});

test('whom an OpenDocument file names; it can only be replaced or taken away', { skip: !installed && 'no LibreOffice' }, async () => {
	const folder = mkdtempSync(join(tmpdir(), 'names-')), path = join(folder, 'odt.rtf');
	writeFileSync(path, String.raw`{\rtf1\ansi\ansicpg936{\info{\author Zhang Three}}\uc0 \u20844 \u31034 \u21517 \u21333 \par}`);
	const id = await imported(convert(path, 'odt'));
	rmSync(folder, { recursive: true });
	assert.deepEqual(found(id).map((f) => [f.field, f.kind, f.masked]), [['original', 'author', 'Zhang Three']]);
	const page = await zfb.clerk.get(at(id));
	assert.match(page.plain, /：文件属性里有作者姓名 Zhang Three 请在 Word、WPS 里清除文件属性，另存或者重新导出 PDF，再替换/);
	const [, drop] = /name="mend" value="([0-9a-f]{16})"[^>]*>去掉原文件/.exec(page.text);
	await send(id, [['mend', drop]]);
	assert.deepEqual(found(id), []);
});

test('a photograph in an old file tells its place: that stays told when the names are taken out', async () => {
	const name = '照片.xls';
	const id = await attached(xls('赵六一', { Pictures: Buffer.concat([blip(photo), Buffer.alloc(5000)]) }), name);
	assert.deepEqual(kinds(id), ['author', 'place', 'unread']);
	const page = await zfb.clerk.get(at(id));
	assert.match(page.plain, /附件 照片\.xls ：图片带有拍摄地点 请在原来的软件里去掉，另存后重新添加/);
	assert.equal((await press(id, '作者姓名')).status, 303);
	assert.deepEqual(kinds(id), ['place', 'unread']);
	await sign(zfb.clerk, id);
	await send(id, [['act', 'submit']]);
	assert.equal(state(site, id), 'draft', 'it has to go');
	// in a package under the name of WPS the same click takes both out
	const both = await attached(xlsx([{ cells: ['甲', '乙'] }], { ...made, 'xl/media/photo.jpeg': photo }), '表.et');
	assert.deepEqual(kinds(both), ['author', 'author', 'author', 'place']);
	assert.equal((await press(both, '作者姓名')).status, 303);
	assert.deepEqual(kinds(both), []);
});

test('an old file with a password stays as it is; the reviewer sees whom it names', async () => {
	const id = await attached(xls('赵六一', {}, [LOCKED]), '有密码.xls');
	const page = await press(id, '作者姓名');
	assert.equal(page.status, 422);
	assert.match(page.plain, /不能在这里清除.*?请在原来的软件里清除，另存后重新添加/);
	assert.deepEqual(kinds(id), ['author', 'unread']);
	await sign(zfb.clerk, id);
	await send(id, [['act', 'submit']]);
	const seen = await zfb.reviewer.get(`/gkht/review/${id}`);
	assert.match(seen.plain, /附件 有密码\.xls ：文件属性里有作者姓名.*?赵六一/s);
	assert.match(seen.plain, /附件 有密码\.xls ：未能检查内容/);
});

test('a Word file of before, attached and imported: the same, and it is read as before', { skip: !installed && 'no LibreOffice' }, async () => {
	const folder = mkdtempSync(join(tmpdir(), 'names-')), path = join(folder, 'names.rtf');
	const info = String.raw`{\info{\title T}{\author Zhang Three}{\operator Li Four}{\company Some Company}}`;
	const rtf = Buffer.from(String.raw`{\rtf1\ansi\ansicpg936${info}\uc0 \u20844 \u31034 \u21517 \u21333 \par tel 1\par}`);
	writeFileSync(path, rtf);
	const doc = convert(path, 'doc:MS Word 97');
	rmSync(folder, { recursive: true });
	for (const name of ['公示.doc', '公示.wps']) {
		const id = await attached(doc, name);
		assert.deepEqual(found(id).map((f) => [f.kind, f.masked]), [['author', 'Zhang Three']]);
		assert.equal((await press(id, '作者姓名')).status, 303);
		assert.deepEqual(kinds(id), []);
		assert.ok(!(await bytes(attachment(id))).includes('Zhang'));
	}
	const original = (id) => site.sql(`SELECT r.original_id o FROM document d JOIN revision r ON r.id = d.revision_id WHERE d.id = ${id}`)[0].o;
	for (const [file, names] of [[doc, ['Zhang Three']], [rtf, ['Zhang Three', 'Li Four']]]) {
		const id = await imported(file), was = original(id);
		assert.deepEqual(found(id).map((f) => [f.field, f.masked]), names.map((n) => ['original', n]));
		assert.equal((await press(id, '作者姓名')).status, 303);
		assert.deepEqual(found(id), []);
		assert.ok(original(id) && original(id) !== was);
		const clean = await bytes(original(id));
		for (const n of ['Zhang', 'Li Four', 'Some Company'])
			assert.ok(!clean.includes(n), n);
		const beside = `/gkht/word/${original(id)}`;
		const pages = await zfb.clerk.post(`${beside}/pages`, (await zfb.clerk.get(beside)).form(`${beside}/pages`), { follow: true });
		assert.match(pages.text, /alt="原文件第 1 页"/, 'LibreOffice opens it');
	}
});

test('the imported original is cleaned as well and can still be compared', async () => {
	const id = await imported(zip({ ...unzip(readFileSync('tests/data/word/notice.docx')), ...made }));
	const [was] = site.sql(`SELECT r.original_id o FROM document d JOIN revision r ON r.id = d.revision_id WHERE d.id = ${id}`);
	assert.equal((await press(id, '作者姓名')).status, 303);
	const [is] = site.sql(`SELECT r.original_id o FROM document d JOIN revision r ON r.id = d.revision_id WHERE d.id = ${id}`);
	assert.ok(is.o && is.o !== was.o);
	assert.deepEqual(found(id), []);
	const beside = `/gkht/word/${is.o}`;
	assert.match((await zfb.clerk.get(beside)).plain, /现在的原文\s+云河县人民政府办公室/);
	if (!installed)
		return;
	const pages = await zfb.clerk.post(`${beside}/pages`, (await zfb.clerk.get(beside)).form(`${beside}/pages`), { follow: true });
	assert.match(pages.text, /alt="原文件第 1 页"/, 'LibreOffice opens it');
});

test('masked in the text, the number is still in the Word file: the file goes or is replaced', async () => {
	const id = await imported(docx(run('公示名单') + run(`证号${ID}，电话：${PHONE}`), [], core('张三丰')));
	assert.deepEqual(found(id).map((f) => [f.field, f.kind]).sort(), [['body', 'id_card'], ['body', 'mobile'], ['original', 'author'], ['original', 'id_card']], 'what is said of the text is said of the file');
	const page = await zfb.clerk.get(at(id));
	const [, mask] = /name="mend" value="([0-9a-f]{16})"[^>]*>遮盖为 110/.exec(page.text);
	await send(id, [['mend', mask]]);
	assert.deepEqual(found(id).filter((f) => f.kind === 'id_card').map((f) => f.field), ['original']);
	const after = await zfb.clerk.get(at(id));
	assert.match(after.plain, /必须改\s+导入的原文件\s+原件\.docx\s*第 2 行：身份证号/);
	const [, drop] = /name="mend" value="([0-9a-f]{16})"[^>]*>去掉原文件/.exec(after.text);
	await send(id, [['mend', drop]]);
	assert.deepEqual(found(id).map((f) => f.field), ['body']);
	assert.equal(site.sql(`SELECT r.original_id o FROM document d JOIN revision r ON r.id = d.revision_id WHERE d.id = ${id}`)[0].o, null);
});

test('a Word file with tracked changes is withheld from readers: clerk and reviewer are told, nothing is blocked', async () => {
	const id = await imported(docx(run('公示名单') + '<w:p><w:ins w:id="1" w:author="甲"><w:r><w:t>加的字</w:t></w:r></w:ins></w:p>'));
	assert.deepEqual(found(id).map((f) => [f.field, f.kind, f.weight]), [['original', 'changes', 1]]);
	const page = await zfb.clerk.get(at(id));
	assert.match(page.plain, /导入的原文件\s+原件\.docx\s*：修订痕迹\s*因为有看不见的内容，前台不提供这个原文件/);
});

test('headers and footers of a Word file are read as well, and said to be there', async () => {
	const ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
	const side = (name, text) => `<w:${name} ${ns}><w:p><w:r><w:t xml:space="preserve">${text.slice(0, 6)}</w:t></w:r><w:r><w:tab/><w:t>${text.slice(6)}</w:t></w:r></w:p></w:${name}>`;
	const parts = { 'word/header1.xml': side('hdr', `经办人：张三${PHONE}`), 'word/footer2.xml': side('ftr', `身份证号码：${ID}`) };
	const id = await attached(docx(run('公示名单'), [], parts), '带页眉.docx');
	assert.deepEqual(kinds(id), ['id_card', 'mobile']);
	const page = await zfb.clerk.get(at(id));
	assert.match(page.plain, /附件 带页眉\.docx 的页眉或页脚/);
	assert.match(page.plain, /1381\*+678|138\*+5678/);
	assert.doesNotMatch(page.plain, new RegExp(PHONE));
	assert.equal((await sign(zfb.clerk, id)).status, 303);
	assert.equal((await send(id, [['act', 'submit']])).location.includes('check=1'), true, 'it cannot be submitted so');
});

test('whom a PDF names as its author, in Info and in XMP, each once; programs are nobody', async () => {
	const hex = (s) => [...s].map((c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('');
	const xmp = (names) => Buffer.from(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq>${names.map((n) => `<rdf:li>${n}</rdf:li>`).join('')}</rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`).toString('latin1');
	const file = (text, names) => Buffer.from(pdf(text, `/Author <feff${hex(names[0])}>/Creator (WPS)`, xmp(names)), 'latin1');
	const id = await attached(file('Budget table', ['张三丰', '李四光']), '预算.pdf');
	assert.deepEqual(found(id).map((f) => [f.kind, f.masked]), [['author', '张三丰'], ['author', '李四光']]);
	assert.match((await zfb.clerk.get(at(id))).plain, /附件 预算\.pdf ：文件属性里有作者姓名 张三丰 请在 Word、WPS 里清除文件属性，另存或者重新导出 PDF，再替换/);
	assert.deepEqual(kinds(await attached(file('Another table', ['Administrator', 'Windows User']), '决算.pdf')), []);
});
