// What anybody may write behind the question mark of every public address: a
// clear answer, never our fault, never much work.  Every field gets a fourth of
// what there is, one another fourth than the next; ADDRESSES=1: everything.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { routes, start } from '../site.mjs';

let site, reader, at;
before(async () => {
	site = await start({ workers: 1 });
	site.gkctl('register', 'sign');
	site.gkctl('drain');	// or the reader of attachments counts as well
	site.gkctl('dump');
	reader = site.visitor();
	const [doc] = site.sql("SELECT lower(p.index_no) no, f.upload_id file FROM public_document p JOIN public_file_text f ON f.document_id = p.id WHERE f.name LIKE '%.pdf' OR f.name LIKE '%.docx' ORDER BY length(p.body_text) LIMIT 1");
	const [unit, number] = doc.no.split('/');
	const [{ sha256 }] = site.sql("SELECT sha256 FROM upload WHERE type LIKE 'image/%' OR name LIKE '%.png' LIMIT 1").concat({ sha256: '0'.repeat(64) });
	const named = { unit, number, n: 1, id: doc.file, version: 1, line: 1, form: 'atom', month: '2026-10.xml', name: `${sha256}.png`, step: 'check', act: 'correct' };
	at = (path) => path.replace('/data/dump/:name', '/data/dump/SHA256SUMS').replace('disclosure/:unit', 'disclosure/zfb.json').replace(/:(\w+)/g, (_, name) => named[name]);
});
after(() => site.stop());

const han = (n) => encodeURIComponent('取'.repeat(n));
const values = {
	'over-long': 'a'.repeat(6000), 'over-long in Chinese': han(600), 'longer than a line may be': han(2000),
	'ten thousand terms': Array.from({ length: 10000 }, (_, k) => k.toString(36)).join('+'), 'as many as fit': Array.from({ length: 1500 }, (_, k) => k.toString(36)).join('+'),
	'no UTF-8': '%ff%fe', 'overlong UTF-8': '%c0%80', 'half a character': '%E9%80', surrogate: '%ed%a0%80', 'half an escape': '%', 'no escape': '%zz', noncharacter: '%EF%BF%BF',
	NUL: 'a%00b', 'a new header': 'a%0d%0aSet-Cookie:%20evil=1', operators: '%22a%22%20OR%20*%20NEAR(b,1)%20%5Ec%20title:d%20-%20e*', 'open quote': '%22%27%60%E2%80%9C%E3%80%8C',
	SQL: "1'%20OR%20'1'='1';DROP%20TABLE%20document--", script: '%22%3E%3Cscript%3Ealert(1)%3C/script%3E', template: '%3C?cs%20var:Page.Csrf%20?%3E', path: '../../../etc/passwd',
	nothing: '', space: '+', minus: '-1', nought: '0', power: '1e9', huge: '9'.repeat(30), hexadecimal: '0x10', 'full width': '%EF%BC%91', fraction: '1.5', format: '%25s%25n',
};
// Behind each name, and where there is none.
const shapes = {
	twice: (f) => `${f}=1&${f}=2`, 'twice and empty': (f) => `${f}=&${f}=`, list: (f) => `${f}[]=1&${f}[]=2`, 'list, written out': (f) => `${f}%5B0%5D=1`, 'no value': (f) => f, 'NUL in the name': (f) => `${f}%00=1`,
	'broken name': (f) => `%ff${f}=1`, 'three hundred': (f) => `${`${f}x=1&`.repeat(300)}`, 'a thousand': (f) => `${f}=1&`.repeat(1000).slice(0, 7000), semicolons: (f) => `${f}=1;${f}=2`, ampersands: () => '&&&==&=&?&', prototype: () => '__proto__=1&constructor=2',
};
const MAY = { 200: 1, 303: 1, 400: 1, 403: 1, 404: 1, 410: 1, 414: 1, 422: 1 };

async function cost(address) {
	const before = site.cpu('portal'), page = await reader.get(address);
	return { page, took: site.cpu('portal') - before };
}

// usual: what the address costs without a query, which is a lot for a PDF.
async function ask(path, query, usual, wrong) {
	const { page, took } = await cost(`${path}?${query}`), what = `${page.status} ${path}?${query.slice(0, 100)}`;
	if (!MAY[page.status])
		wrong.push(what);
	if (took > 100 + usual && (await cost(`${path}?${query}`)).took > 100 + usual)
		wrong.push(`${took.toFixed(0)} ms: ${what}`);
	if (page.headers.get('set-cookie')?.includes('evil') || /<script>alert|sqlite|\.c:\d/i.test(page.text))
		wrong.push(`repeated: ${what}`);
	if (page.status >= 400 && page.status !== 403 && !/\p{Script=Han}{4}/u.test(page.headers.get('content-type').includes('json') ? JSON.parse(page.text).title : page.plain))
		wrong.push(`nothing said: ${what}`);
}

test('every query of every public address gets a clear answer, soon', { timeout: 300000 }, async () => {
	const wrong = [];
	let turn = 0;
	for (const r of routes('portal').filter((x) => x.method === 'GET')) {
		const path = at(r.path), usual = (await cost(path)).took;
		for (const field of r.fields.length ? r.fields : ['x']) {
			for (const query of [...Object.values(values).map((v) => `${field}=${v}`), ...Object.values(shapes).map((s) => s(field))])
				if (turn++ % 4 === 0 || field === 'q' || process.env.ADDRESSES)
					await ask(path, query, usual, wrong);
		}
	}
	assert.ok(turn > 5000);
	assert.deepEqual(wrong, []);
});

test('what is wrong is named', async () => {
	const said = {
		'/list?unit=zfb&unit=czj': '单位：这一项重复了', '/list?year=abc': '年份：请填写不大于 9999 的整数', '/list?month=13&year=2026': '月份：请填写不大于 12 的整数', '/list?validity=maybe': '有效性：请从列出的选项中选择',
		'/list.csv?sort=x': '排序：请从', '/register?before=abc': '页码：请填写从 1 开始的整数', '/report?page=-1': '页码：', '/search?q=a&q=b': '检索词：这一项重复了', '/feed/rss?before=0': '页码：请填写从 1 开始的整数', '/statistics?year=2026&year=2025': '年份：这一项重复了',
		[`/list?${'a=1&'.repeat(1100)}`]: '网址里的内容有误', '/search?q=%ff': '网址里的内容有误',
	};
	for (const [path, text] of Object.entries(said)) {
		const page = await reader.get(path);
		assert.equal(page.status, /这一项重复|网址里/.test(text) ? 400 : 422, path.slice(0, 60));
		assert.ok(page.plain.includes(text), `${path.slice(0, 60)}: ${page.plain.slice(0, 300)}`);
	}
});
