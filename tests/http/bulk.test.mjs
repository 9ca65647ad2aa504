// 批量导入: a table and its files become drafts, after a dry run that names
// every bad row; whoever is killed is followed by somebody who goes on; the
// whole is taken back as if it had never been.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { csv, decide, docx, number, send, until, zip } from '../bulk.mjs';
import { day, draft, people, save, sign, submit } from '../office.mjs';
import { build, start } from '../site.mjs';

let site, zfb, czj;
const WORD = Number(process.env.BULK_WORD || 10);
before(async () => {
	site = await start();
	zfb = await people(site);
	czj = await people(site, 'czj');
});
after(() => site.stop());

const report = async (clerk, id, show = 'all') =>
	(await clerk.get(`/gkht/entry/bulk/${id}/report.csv?show=${show}`)).text;

// Everything but what tells of the import itself: logs, numbers, sessions.
const ASIDE = /^(audit|seq|session|login_failure|bulk|bulk_row|bulk_note|bulk_file|search\w*|sqlite_\w+)$/;
function everything() {
	const tables = site.sql("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").map((t) => t.name).filter((n) => !ASIDE.test(n));
	assert.ok(tables.includes('document') && tables.includes('upload') && tables.length > 30);
	const out = execFileSync('sqlite3', ['-cmd', '.timeout 10000', join(site.data, 'xxgk.db'),
		tables.map((t) => `SELECT '@@${t}'; SELECT * FROM ${t};`).join(' ')], { maxBuffer: 1e9, encoding: 'utf8' });
	return Object.fromEntries(out.split(/^@@/m).slice(1).map((part) => {
		const lines = part.split('\n');
		return [lines[0], createHash('sha256').update(lines.slice(1).sort().join('\n')).digest('hex')];
	}));
}
const files = () => readdirSync(join(site.data, 'files'), { recursive: true }).filter((n) => n.length > 64).sort().join('\n');

async function checked(clerk, bytes, name, help = true) {
	const id = number(await send(clerk, bytes, name));
	await until(site, id, 'checked', help);
	return id;
}

test('the template: the columns of the form, how to fill them in, what they take', async () => {
	const dir = mkdtempSync(join(tmpdir(), 'xxgk-bulk-'));
	try {
		await zfb.clerk.get('/gkht/entry');
		const headers = { cookie: [...zfb.clerk.jar].map(([k, v]) => `${k}=${v}`).join('; ') };
		const book = await fetch(`${site.url}/gkht/entry/bulk/template.xlsx`, { headers });
		assert.equal(book.headers.get('content-type'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
		writeFileSync(join(dir, 'a.xlsx'), Buffer.from(await book.arrayBuffer()));
		const part = (name) => execFileSync('unzip', ['-p', join(dir, 'a.xlsx'), name], { encoding: 'utf8', maxBuffer: 1e8 });
		const names = [...part('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)].map((m) => m[1]);
		assert.deepEqual(names, ['信息', '填写说明', '信息种类', '主题分类', '体裁', '公开方式', '法律依据']);
		const sheet = part('xl/worksheets/sheet1.xml');
		const heads = [...sheet.matchAll(/<t [^>]*>([^<]*)/g)].map((m) => m[1]);
		const text = await (await fetch(`${site.url}/gkht/entry/bulk/template.csv`, { headers })).text();
		assert.equal(text.replace('\ufeff', '').trim(), heads.join(','));
		for (const name of ['信息名称', '文号', '生成日期', '内容概述', '信息种类', '主题分类', '公开方式', '理由', 'Word 文档', '附件'])
			assert.ok(heads.includes(name), name);
		assert.ok(sheet.includes("'信息种类'!$A$2:"), 'the cells offer the list');
		assert.ok(part('xl/worksheets/sheet3.xml').includes('规范性文件') && part('xl/worksheets/sheet6.xml').includes('不予公开'));
		// what comes out goes in: every value of the lists, in the template itself
		const kinds = [...part('xl/worksheets/sheet4.xml').matchAll(/<t [^>]*>([^<]*)/g)].map((m) => m[1]).slice(1);
		const id = await checked(zfb.clerk, csv(kinds.map((k, n) => ({ 信息名称: `主题${n}`, 主题分类: k }))), '主题.csv');
		assert.equal(site.sql(`SELECT count(*) n FROM bulk_row WHERE bulk_id = ${id} AND state = 'good' AND theme_id > 0`)[0].n, kinds.length);
		await decide(zfb.clerk, id, 'drop');
	} finally {
		rmSync(dir, { recursive: true });
	}
});

test('from the table to drafts that go the usual way', async () => {
	const before = everything(), store = files();
	const table = csv([
		{ 信息名称: '批量第一条', 文号: '宝坻政办发[2026]701号', 生成日期: day().replace(/-/g, '/'), 内容概述: '概述一', 信息种类: '规范性文件；教育', 体裁: '通知', 'Word 文档': '一.docx', 附件: '附表.txt' },
		{ 'Word 文档': '二.docx' },
		{ 信息名称: '批量第三条', 原文: '第一段\n\n第二段', 公开方式: '依申请公开', 法律依据: '13', 理由: '内部使用' },
	]);
	const gbk = (s) => execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], { input: s });
	const id = await checked(zfb.clerk, zip([[gbk('材料/目录.csv'), gbk(table)], [gbk('材料/一.docx'), docx('批量第一条', '各单位：', '联系电话 13912345678。')],
		[gbk('材料/二.docx'), docx('关于做好批量工作的通知', '各单位：', '正文。')], [gbk('材料/附表.txt'), '附表'], ['材料/Thumbs.db', 'x'], ['材料/没用到.txt', 'x']]));
	const page = await zfb.clerk.get(`/gkht/entry/bulk/${id}`);
	assert.match(page.plain, /3 行可以导入/);
	assert.match(page.plain, /有 1 个文件，表里没有一行用到/);
	assert.match(page.plain, /从 Word 文档识别为“关于做好批量工作的通知”/);
	assert.match(page.plain, /检查发现 1 处需要说明的内容/);
	assert.deepEqual(everything(), before, 'a dry run leaves nothing');
	assert.equal((await decide(zfb.clerk, id, 'import')).status, 303);
	await until(site, id, 'imported');
	const list = await zfb.clerk.get('/gkht/entry');
	assert.match(list.plain, new RegExp(`批量第一条 宝坻政办发〔2026〕701号 来自 批量导入第 ${id} 批 第 2 行`));
	const rows = site.sql(`SELECT b.number line, d.state, r.* FROM bulk_row b JOIN document d ON d.id = b.document_id JOIN revision r ON r.id = d.revision_id WHERE b.bulk_id = ${id} ORDER BY b.number`);
	assert.deepEqual(rows.map((r) => [r.line, r.state, r.title, r.openness]), [[2, 'draft', '批量第一条', 'active'], [3, 'draft', '关于做好批量工作的通知', 'active'], [4, 'draft', '批量第三条', 'request']]);
	assert.equal(rows[0].made_on, day());
	assert.match(rows[0].body, /13912345678/);
	assert.match(rows[2].body, /第一段<\/p>\s*<p[^>]*>第二段/);
	assert.ok(rows[0].original_id && !rows[2].original_id);
	assert.equal(site.sql(`SELECT w.name FROM attachment a JOIN upload w ON w.id = a.upload_id WHERE a.revision_id = ${rows[0].id}`)[0].name, '附表.txt');
	// the second one is changed, the third submitted: those stay
	assert.equal((await save(zfb.clerk, rows[1].document_id, { summary: '补充概述' })).status, 303);
	assert.equal((await decide(zfb.clerk, id, 'undo')).status, 303);
	await until(site, id, 'undone');
	const undone = await zfb.clerk.get(`/gkht/entry/bulk/${id}?show=kept`);
	assert.match(undone.plain, /已撤销 2 条 1 条导入后有人修改/);
	assert.match(undone.plain, /3 关于做好批量工作的通知 没有撤销/);
	assert.deepEqual(site.sql(`SELECT document_id d FROM revision WHERE title LIKE '批量第%'`), []);
	// what is left goes the usual way
	await save(zfb.clerk, rows[1].document_id, { category: site.sql("SELECT id FROM category WHERE code = 'a20-11-edu'")[0].id, made_on: day() });
	await sign(zfb.clerk, rows[1].document_id);
	assert.equal((await submit(zfb.clerk, rows[1].document_id)).status, 303);
	assert.notEqual(files(), store, 'its original is kept');
});

test('every bad row is named with its reason, and only those', async () => {
	await draft(zfb.clerk, { title: '已经有的', doc_no: '宝坻政办发〔2026〕901号' });
	const good = (n) => ({ 信息名称: `正常${n}`, 生成日期: day(), 内容概述: '概述', 信息种类: '教育', 原文: `正文${n}` });
	const bad = [
		[{ 信息名称: '' , 原文: '没有名称' }, /信息名称：请填写这一项/],
		[{ 信息名称: '', 信息种类: '没有的种类', 生成日期: '2026-13-40', 文号: '不是文号(12)号x', 原文: '几处都错' }, /信息种类（没有的种类）.*生成日期（2026-13-40）.*信息名称：请填写这一项.*文号/],
		[{ 信息名称: '长'.repeat(201) }, /信息名称（长+…）：最多 200 个字/],
		[{ 信息名称: '文号', 文号: '不是文号(12)号x' }, /文号：文号的年份请用六角括号/],
		[{ 信息名称: '日期', 生成日期: '2026-02-30' }, /生成日期（2026-02-30）：请填写年月日/],
		[{ 信息名称: '将来', 生成日期: day(3) }, /生成日期：这一天还没有到/],
		[{ 信息名称: '年份少一位', 生成日期: '1126-11-02' }, /生成日期：年份不对/],
		[{ 信息名称: '种类', 信息种类: '教育；没有的种类' }, /信息种类（没有的种类）：请从列出的选项中选择/],
		[{ 信息名称: '上级', 信息种类: '民生政策' }, /信息种类（民生政策）/],
		[{ 信息名称: '主题', 主题分类: '没有的主题' }, /主题分类（没有的主题）/],
		[{ 信息名称: '方式', 公开方式: '随便' }, /公开方式（随便）/],
		[{ 信息名称: '依据', 公开方式: '依申请公开', 法律依据: '16.1' }, /法律依据：请从列出的选项中选择/],
		[{ 信息名称: '解读', 解读的文件: 'ZFB/1999-00001' }, /解读的文件（ZFB\/1999-00001）：没有找到这份已公开的信息/],
		[{ 信息名称: '概述', 内容概述: '长'.repeat(501) }, /内容概述（.*）：最多 500 个字/],
		[{ 信息名称: '缺文件', 'Word 文档': '没有.docx' }, /Word 文档（没有.docx）：压缩文件里没有这个文件/],
		[{ 信息名称: '缺附件', 附件: '有.txt；没有.pdf' }, /附件（没有.pdf）：压缩文件里没有这个文件/],
		[{ 信息名称: '坏文件', 'Word 文档': '坏.docx' }, /Word 文档（坏.docx）：(文档已经损坏|这不是 Word)/],
		[{ 信息名称: '加密', 'Word 文档': '图.png' }, /Word 文档（图.png）：这不是 Word/],
		[{ 信息名称: '附件类型', 附件: '程序.exe' }, /附件（程序.exe）：不接受这种文件/],
		[{ 信息名称: '附件不符', 附件: '假.pdf' }, /附件（假.pdf）：文件内容与扩展名不符/],
		[{ 信息名称: '两个', 附件: '同名.txt' }, /附件（同名.txt）：压缩文件里有几个这样的文件/],
		[{ 信息名称: '两处原文', 附件: '没有.txt', 原文: '文', 'Word 文档': '好.docx' }, /附件（没有.txt）.*原文：已经有 Word 文档/],
		[{ 信息名称: '用过', 文号: '宝坻政办发〔2026〕901号' }, /文号：本单位的“已经有的”已经使用这个文号/],
		[{ 信息名称: '重复', 文号: '宝坻政办发〔2026〕902号' }, /文号：与第 2 行的文号相同/],
	];
	const rows = [{ ...good(0), 文号: '宝坻政办发〔2026〕902号', 附件: 'x/同名.txt' }, ...bad.flatMap(([r], n) => [r, good(n + 1)])];
	const id = await checked(zfb.clerk, zip([['目录.csv', csv(rows)], ['有.txt', 'a'], ['坏.docx', 'PK\x03\x04 nothing'], ['图.png', Buffer.from('89504e470d0a1a0a', 'hex')],
		['程序.exe', 'MZ'], ['假.pdf', 'no pdf'], ['x/同名.txt', 'a'], ['y/同名.txt', 'b'], ['好.docx', docx('好', '文')]]));
	const lines = (await report(zfb.clerk, id, 'bad')).trim().split('\r\n').slice(1);
	assert.equal(lines.length, bad.length);
	bad.forEach(([, reason], n) => {
		assert.ok(lines[n].startsWith(`${2 * n + 3},`), `${lines[n]} is row ${2 * n + 3}`);
		assert.match(lines[n], reason);
	});
	assert.match((await zfb.clerk.get(`/gkht/entry/bulk/${id}`)).plain, new RegExp(`${bad.length + 1} 行可以导入， ${bad.length} 行有问题`));
	assert.equal((await decide(zfb.clerk, id, 'drop')).status, 303);
	await until(site, id, 'dropped');
	assert.equal(site.sql(`SELECT count(*) n FROM bulk_file WHERE bulk_id = ${id}`)[0].n, 0);
	assert.equal((await decide(zfb.clerk, id, 'import')).status, 409, 'dropped is dropped');
});

test('a thousand rows, fifty of them bad: named, imported, the worker killed, taken back', async (t) => {
	const before = everything(), store = files(), wrong = new Set();
	for (let k = 0; k < 50; k++)
		wrong.add(7 + 19 * k);
	const rows = [], parts = [];
	for (let n = 2; n <= 1001; n++) {
		const row = { 信息名称: `千条之${n}`, 文号: `宝坻千发〔2026〕${n}号`, 生成日期: day(), 内容概述: `第 ${n} 行的概述`, 信息种类: '教育' };
		const body = `这是第 ${n} 份文件的正文，与别的不同：${createHash('md5').update(String(n)).digest('hex')}。`;
		// a Word document takes the worker longest: every tenth row has one
		row[n % WORD === 0 ? 'Word 文档' : '原文'] = n % WORD === 0 ? `文件${n}.docx` : body;
		if (n % WORD === 0)
			parts.push([`文件${n}.docx`, docx(`千条之${n}`, body)]);
		if (wrong.has(n))
			row[['生成日期', '信息种类', '附件'][n % 3]] = '错的';
		rows.push(row);
	}
	let since = Date.now();
	const id = number(await send(czj.clerk, zip([['表.csv', csv(rows)], ...parts]), '千条.zip'));
	await killed(id, 'good');
	await until(site, id, 'checked', false);
	t.diagnostic(`dry run of 1,000 documents: ${Date.now() - since} ms`);
	const lines = (await report(czj.clerk, id, 'bad')).trim().split('\r\n').slice(1);
	assert.deepEqual(lines.map((l) => Number(l.split(',')[0])), [...wrong].sort((a, b) => a - b));
	assert.ok(lines.every((l) => /（错的）：/.test(l)));
	assert.deepEqual(everything(), before);
	since = Date.now();
	await decide(czj.clerk, id, 'import');
	await killed(id, 'imported');
	await until(site, id, 'imported', false);
	t.diagnostic(`import of 950, with the worker killed on its way: ${Date.now() - since} ms`);
	const whole = site.sql(`SELECT count(*) n, count(DISTINCT b.id) b, count(DISTINCT r.doc_no) nos, count(r.original_id) originals FROM bulk_row b JOIN document d ON d.id = b.document_id
	    JOIN revision r ON r.id = d.revision_id WHERE b.bulk_id = ${id} AND b.state = 'imported' AND d.state = 'draft' AND r.body LIKE '%份文件的正文%'`)[0];
	assert.deepEqual(whole, { n: 950, b: 950, nos: 950, originals: rows.filter((r, n) => r['Word 文档'] && !wrong.has(n + 2)).length });
	assert.equal(site.sql("SELECT count(*) n FROM revision WHERE title LIKE '千条之%'")[0].n, 950);
	since = Date.now();
	await decide(czj.clerk, id, 'undo');
	await killed(id, 'undone');
	await until(site, id, 'undone', false);
	t.diagnostic(`taken back: ${Date.now() - since} ms`);
	assert.deepEqual(everything(), before);
	assert.equal(files(), store);
	assert.match(site.gkctl('verify'), /./);
});

// A second worker is killed after some rows; the one of the site goes on.
async function killed(id, state) {
	const count = () => site.sql(`SELECT count(*) n FROM bulk_row WHERE bulk_id = ${id} AND state = '${state}'`)[0].n;
	const child = spawn(join(build, 'gkctl'), ['-c', join(site.data, 'xxgk.conf'), 'drain'], { stdio: 'ignore' });
	const over = new Promise((then) => child.on('exit', then));
	while (count() < 20)
		await new Promise((then) => setTimeout(then, 20));
	child.kill('SIGKILL');
	await over;
	const [sum] = site.sql(`SELECT count(*) n, count(d.id) documents, count(r.id) revisions FROM bulk_row b LEFT JOIN document d ON d.id = b.document_id LEFT JOIN revision r ON r.id = d.revision_id WHERE b.bulk_id = ${id} AND b.state = '${state}'`);
	const whole = state === 'imported' ? sum.n : 0;
	assert.deepEqual([sum.documents, sum.revisions], [whole, whole], 'no row half done');
}

test('the same sheet sent twice is imported once', async () => {
	const table = csv([{ 信息名称: '只要一次', 文号: '宝坻政办发〔2026〕950号', 原文: '文' }]);
	const one = await checked(zfb.clerk, table, '表.csv'), two = await checked(zfb.clerk, table, '表.csv');
	await decide(zfb.clerk, one, 'import');
	await until(site, one, 'imported');
	await decide(zfb.clerk, two, 'import');
	await until(site, two, 'imported');
	assert.match((await zfb.clerk.get(`/gkht/entry/bulk/${two}`)).plain, /文号：本单位的“只要一次”已经使用这个文号/);
	assert.equal(site.sql("SELECT count(*) n FROM revision WHERE doc_no = '宝坻政办发〔2026〕950号'")[0].n, 1);
	await decide(zfb.clerk, one, 'undo');
	await until(site, one, 'undone');
});

test('files that are no such thing are refused with what to do', async () => {
	const sheet = csv([{ 信息名称: '一' }]);
	const before = site.sql('SELECT count(*) n FROM bulk')[0].n, store = files();
	const locked = zip([['表.csv', sheet]]);
	locked[6] |= 1;
	locked[locked.indexOf('PK\x01\x02') + 8] |= 1;
	for (const [bytes, name, want] of [
		['nothing', 'a.zip', /第一行有不认识、重复或缺少的列/],
		[Buffer.from('d0cf11e0a1b11ae1', 'hex'), '表.xls', /请另存为 xlsx 或 csv/],
		['PK\x03\x04', 'a.zip', /压缩文件打不开/],
		[zip([['a.docx', docx('x')]]), 'a.zip', /没有找到填好的表/],
		[zip([['表.csv', sheet], ['表2.csv', sheet]]), 'a.zip', /有两张填好的表/],
		[zip([['表.csv', sheet], ['../a.docx', 'x']]), 'a.zip', /不能使用的文件名或链接.*请看：\.\.\/a\.docx/],
		[zip([['表.csv', sheet], ['/etc/passwd', 'x']]), 'a.zip', /不能使用的文件名或链接/],
		[zip([['表.csv', sheet], ['a.docx', 'x'], ['A.docx', 'y']]), 'a.zip', /两个同名的文件/],
		[locked, 'a.zip', /设有密码/],
		[csv([{ 信息名称: '一', 标题: '二' }]), '表.csv', /第一行有不认识.*请看：标题/],
		['信息名称,文号\r\n', '表.csv', /没有填写内容/],
		[csv(Array.from({ length: 2001 }, (_, n) => ({ 信息名称: `行${n}` }))), '表.csv', /一次最多 2000 行/],
	]) {
		const page = await send(zfb.clerk, bytes, name);
		assert.equal(page.status, 422, `${name} ${want}`);
		assert.match(page.plain, want);
	}
	assert.equal(site.sql('SELECT count(*) n FROM bulk')[0].n, before);
	assert.equal(files(), store);
	assert.deepEqual(site.temporaryFiles(), []);
});

test('the clerk of the unit alone', async () => {
	const id = await checked(zfb.clerk, csv([{ 信息名称: '别人看不到的' }]), '表.csv');
	for (const at of [`/gkht/entry/bulk/${id}`, `/gkht/entry/bulk/${id}/report.csv`]) {
		assert.equal((await czj.clerk.get(at)).status, 404);
		assert.equal((await zfb.admin.get(at)).status, 403);
		assert.equal((await zfb.reviewer.get(at)).status, 403);
		assert.equal((await site.visitor().get(at)).status, 303);
	}
	for (const act of ['import', 'drop', 'undo']) {
		await czj.clerk.get('/gkht/entry/bulk');
		assert.equal((await czj.clerk.post(`/gkht/entry/bulk/${id}`, { act })).status, 404);
		await zfb.admin.get('/gkht/manage');
		assert.equal((await zfb.admin.post(`/gkht/entry/bulk/${id}`, { act })).status, 403);
		assert.equal((await zfb.clerk.post(`/gkht/entry/bulk/${id}`, { act }, { csrf: '' })).status, 403);
	}
	assert.ok(!(await czj.clerk.get('/gkht/entry/bulk')).plain.includes(`第 ${id} 批`));
	assert.equal(site.sql(`SELECT state FROM bulk WHERE id = ${id}`)[0].state, 'checked');
	await decide(zfb.clerk, id, 'drop');
});
