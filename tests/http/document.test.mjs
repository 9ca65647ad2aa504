// A document's page: its contents, tables, versions and their differences.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { markupFaults } from '../markup.mjs';
import { address, amend, inState, people } from '../office.mjs';
import { start } from '../site.mjs';

let site, zfb, reader, id, at;

const TABLE = '<table><caption>补贴标准</caption><tbody><tr><th>方式</th><th>项目</th><th>标准</th></tr>'
	+ '<tr><td rowspan="2">煤改电</td><td>电价</td><td>0.20元</td></tr><tr><td>谷段</td><td>=20:00</td></tr></tbody></table>';
const long = (words) => ['一、总体要求', '二、工作任务', '三、保障措施', '四、组织领导']
	.map((h) => `<h2>${h}</h2><p class="ti-2">${words.repeat(60)}</p>`).join('');

before(async () => {
	site = await start();
	zfb = await people(site);
	reader = site.visitor();
	id = await inState(zfb, 'published', {
		title: '冬季清洁取暖保障方案', doc_no: '宝坻政办发〔2026〕812号',
		body: `${long('各单位要高度重视。')}${TABLE}<p>资金于四月底前发放到户。</p>`,
	});
	at = address(site, id);
	const page = await amend(zfb.admin, id, {
		note: '更正补贴标准', title: '冬季清洁取暖运行保障方案',
		body: `${long('各单位要高度重视。')}${TABLE.replace('0.20', '0.25')}<p>资金于五月底前发放到户。</p><p><strong>新增一段</strong></p>`,
	});
	assert.equal(page.status, 303, page.plain.slice(0, 400));
});
after(() => site.stop());

test('a long text has a table of contents that leads to its headings', async () => {
	const page = await reader.get(at);
	assert.equal(page.status, 200);
	for (const [k, name] of ['总体要求', '工作任务', '保障措施', '组织领导'].entries()) {
		assert.match(page.text, new RegExp(`<a href="#s-${k + 1}">[^<]*${name}</a>`));
		assert.match(page.text, new RegExp(`<h2 id="s-${k + 1}">[^<]*${name}</h2>`));
	}
	assert.deepEqual(await markupFaults(page.text), []);
	assert.equal(site.sql(`SELECT body FROM revision WHERE document_id = ${id}`).some((r) => r.body.includes('s-1')), false);
});

test('each table is a CSV of its own, spans filled in, formulas disarmed', async () => {
	const page = await reader.get(at);
	assert.ok(page.links.includes(`${at}/table/1`));
	const csv = await fetch(site.url + `${at}/table/1`);
	assert.equal(csv.status, 200);
	assert.match(csv.headers.get('content-type'), /^text\/csv/);
	assert.match(csv.headers.get('content-disposition'), /^attachment/);
	assert.deepEqual((await csv.text()).replace('\ufeff', '').trim().split('\r\n'),
		['方式,项目,标准', '煤改电,电价,0.25元', "煤改电,谷段,\"'=20:00\""]);
	for (const n of ['0', '2', 'x', '99999999999999999999'])
		assert.equal((await reader.get(`${at}/table/${n}`)).status, 404, n);
});

test('the QR code is a picture of our own and leads here', async () => {
	const r = await fetch(site.url + `${at}/qr`);
	assert.equal(r.status, 200);
	assert.equal(r.headers.get('content-type'), 'image/svg+xml');
	assert.match(await r.text(), /^<svg [^>]*><path [^>]*><path d="M/);
	assert.match((await reader.get(at)).text, new RegExp(`<img src="${at}/qr" alt="[^"]+"`));
});

test('two versions are compared: names, words, cells, whole paragraphs', async () => {
	const page = await reader.get(at);
	assert.ok(page.links.includes(`${at}/compare?from=1&to=2`), page.links.join(' '));
	const d = await reader.get(`${at}/compare?from=1&to=2`);
	assert.equal(d.status, 200);
	assert.match(d.text, /清洁取暖<ins>运行<\/ins>保障方案/);
	assert.match(d.text, /<td><del>0\.20<\/del><ins>0\.25<\/ins>元<\/td>/);
	assert.match(d.text, /资金于<del>四<\/del><ins>五<\/ins>月底前/);
	assert.match(d.text, /<p class="df-new"><ins><strong>新增一段<\/strong><\/ins><\/p>/);
	assert.match(d.plain, /修改说明：更正补贴标准/);
	assert.ok(!d.plain.includes('总体要求'), 'unchanged paragraphs are left out');
	assert.ok((await reader.get(`${at}/compare?from=1&to=2&all=1`)).plain.includes('总体要求'));
	assert.deepEqual(await markupFaults(d.text), []);
	// turned round, alone and with nothing chosen it is the same comparison
	for (const query of ['?from=2&to=1', '?to=2', ''])
		assert.match((await reader.get(`${at}/compare${query}`)).text, /<ins>0\.25<\/ins>/, query);
	const same = await reader.get(`${at}/compare?from=2&to=2`);
	assert.equal(same.status, 200);
	assert.match(same.plain, /没有变化/);
	for (const query of ['?from=1&to=3', '?from=9&to=2'])
		assert.equal((await reader.get(`${at}/compare${query}`)).status, 404, query);
});

test('a document of one version has nothing to compare', async () => {
	const one = await inState(zfb, 'published', { title: '只有一版的信息', doc_no: '宝坻政办发〔2026〕813号' });
	assert.equal((await reader.get(`${address(site, one)}/compare`)).status, 404);
	// but it has a neighbour by number
	assert.ok((await reader.get(address(site, one))).links.includes(at));
	assert.ok((await reader.get(at)).links.includes(address(site, one)));
});

test('the page says how to cite it, each version by its own address', async () => {
	assert.match((await reader.get(at)).plain, /《冬季清洁取暖运行保障方案》（宝坻政办发〔2026〕812号），\d{4}-\d\d-\d\d 发布（第 2 版），索引号 ZFB\/\d{4}-\d{5}，http/);
	const old = await reader.get(`${at}/v/1`);
	assert.match(old.plain, /《冬季清洁取暖保障方案》.*（第 1 版）.*\/v\/1/);
	assert.match(old.plain, /这是第 1 版/);
});

test('in traditional characters: words and names, but no address and nothing typed', async () => {
	const visitor = site.visitor();
	const set = await visitor.get(`/view?script=hant&back=${encodeURIComponent(at)}`);
	assert.equal(set.status, 303);
	assert.equal(set.location, at);
	const page = await visitor.get(at);
	assert.match(page.text, /<html lang="zh-Hant"/);
	assert.match(page.plain, /冬季清潔取暖運行保障方案/);
	assert.match(page.plain, /政府信息公開/);
	assert.ok(page.links.includes(`${at}/compare?from=1&to=2`));
	assert.deepEqual(await markupFaults(page.text), []);
	const found = await visitor.get(`/search?q=${encodeURIComponent('运行保障')}`);
	assert.match(found.text, /name="q"[^>]*value="运行保障"/);
	// one reader's choice is not another's page, also where pages are kept
	assert.match((await reader.get(at)).text, /<html lang="zh-CN"/);
	await visitor.get('/view?script=hans&back=/');
	assert.match((await visitor.get(at)).plain, /冬季清洁取暖运行保障方案/);
});

// The smallest PDF of so many pages.
function pdf(pages) {
	const objects = ['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Kids[${Array.from({ length: pages }, (_, k) => `${k + 3} 0 R`).join(' ')}]/Count ${pages}>>`,
		...Array.from({ length: pages }, () => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>')];
	return `%PDF-1.4\n${objects.map((o, k) => `${k + 1} 0 obj${o}endobj\n`).join('')}trailer<</Root 1 0 R>>\n%%EOF\n`;
}
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

test('attachments say type, size and pages; PDF and pictures show in the page', async () => {
	const page = await zfb.admin.get(`/gkht/manage/${id}`);
	const form = page.form(`/gkht/manage/${id}`).filter(([k]) => !['note', 'act'].includes(k));
	const sent = await zfb.admin.post(`/gkht/manage/${id}`, [...form, ['note', '加附件'], ['secrecy_signed', '1'], ['act', 'save'],
		['file', new Blob([pdf(12)]), '扫描件.pdf'], ['file', new Blob([png]), '示意图.png'], ['file', new Blob(['文字']), '说明.txt']], { multipart: true });
	assert.equal(sent.status, 303, sent.plain.slice(0, 400));
	site.gkctl('drain');
	const shown = await reader.get(at);
	assert.deepEqual(await markupFaults(shown.text), []);
	assert.match(shown.plain, /扫描件\.pdf PDF，\d+ B?，?\S* ?12 页|扫描件\.pdf PDF，[^页]*，12 页/);
	const views = [...shown.text.matchAll(/<(iframe|img) src="(\/doc\/[^"]*\/view\/\d+)"/g)].map(([, tag, path]) => [tag, path]);
	assert.deepEqual(views.map(([tag]) => tag), ['iframe', 'img']);
	for (const [k, type] of ['application/pdf', 'image/png'].entries()) {
		const file = await fetch(site.url + views[k][1]);
		assert.equal(file.status, 200);
		assert.equal(file.headers.get('content-type'), type);
		assert.equal(file.headers.get('content-disposition'), null);
		assert.equal(file.headers.get('content-security-policy'), "frame-ancestors 'self'");
		assert.equal(file.headers.get('x-frame-options'), 'SAMEORIGIN');
		assert.equal(file.headers.get('x-content-type-options'), 'nosniff');
	}
	// what a browser would take for a page of ours is only given as a file
	const text = site.sql(`SELECT a.upload_id id FROM public_attachment a WHERE a.document_id = ${id} AND a.name = '说明.txt'`)[0].id;
	assert.equal((await reader.get(`${at}/view/${text}`)).status, 404);
	const file = await fetch(`${site.url}${at}/file/${text}`);
	assert.match(file.headers.get('content-disposition'), /^attachment/);
	assert.match(file.headers.get('content-security-policy'), /sandbox/);
});
