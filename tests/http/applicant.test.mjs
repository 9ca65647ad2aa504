// What an applicant has in his hands: the receipt as a paper with its QR code,
// and the contact details he may correct; and what nobody else ever sees.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { apply, idCard, scan, ZHANG } from '../citizen.mjs';
import { filled, routes, start } from '../site.mjs';

const jsQR = createRequire(import.meta.url)('jsqr');

let site;
before(async () => { site = await start(); });
after(() => site.stop());

const cookies = (v) => [...v.jar].map(([k, w]) => `${k}=${w}`).join('; ');

// The picture of an SVG path of ours: bars of one module's height.
function picture(svg) {
	const [, low, side] = /viewBox="(-\d+) -\d+ (\d+) \d+"/.exec(svg).map(Number);
	const zoom = 4, pixels = new Uint8ClampedArray((side * zoom) ** 2 * 4).fill(255);
	for (const [, x, y, n] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
		for (let row = 0; row < zoom; row++)
			for (let col = 0; col < n * zoom; col++) {
				const at = ((y - low) * zoom + row) * side * zoom + (x - low) * zoom + col;
				pixels.fill(0, at * 4, at * 4 + 3);
			}
	return [pixels, side * zoom, side * zoom];
}

test('the receipt: its QR code leads to the status page, without the code', async () => {
	const v = site.visitor();
	const made = await apply(v, 'zjw');
	const svg = /<svg viewBox="-4 .*?<\/svg>/s.exec(made.page.text)[0];
	const url = new URL(jsQR(...picture(svg)).data);
	assert.equal(url.pathname + url.search, `/apply/status?number=${made.number}`);
	const page = await site.visitor().get(url.pathname + url.search);
	assert.equal(page.value('number'), made.number);
});

test('the receipt as PDF, as long as the code is shown', async () => {
	const v = site.visitor();
	const made = await apply(v, 'zjw', { wish_description: '很长的特征描述。'.repeat(200) });
	assert.ok(made.page.links.includes('/apply/receipt.pdf'));
	const got = await fetch(`${site.url}/apply/receipt.pdf`, { headers: { cookie: cookies(v) } });
	assert.equal(got.headers.get('content-type'), 'application/pdf');
	assert.equal(got.headers.get('cache-control'), 'no-store');
	assert.match(got.headers.get('content-disposition'), /^attachment/);
	const file = join(site.dir, 'receipt.pdf');
	writeFileSync(file, Buffer.from(await got.arrayBuffer()));
	const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
	for (const words of ['政府信息公开申请接收回执', made.number, made.code, '宝坻区住房和建设委员会', '张＊＊', ZHANG.wish_name])
		assert.ok(text.includes(words), words);
	for (const words of [ZHANG.name, ZHANG.paper_no, ZHANG.phone])
		assert.ok(!text.includes(words), words);
	assert.equal(text.replace(/\s/g, '').split('很长的特征描述。').length - 1, 200, 'over two pages, nothing cut off');
	const [, side] = execFileSync('pdftoppm', ['-r', '144', '-gray', '-f', '1', '-l', '1', file], { maxBuffer: 1 << 25 }).toString('latin1').match(/^P5\n(\d+) (\d+)/);
	const pgm = execFileSync('pdftoppm', ['-r', '144', '-gray', '-f', '1', '-l', '1', file], { maxBuffer: 1 << 25 });
	const height = Number(/^P5\n\d+ (\d+)/.exec(pgm.toString('latin1'))[1]);
	const grey = pgm.subarray(pgm.length - side * height);
	const rgba = new Uint8ClampedArray(grey.length * 4);
	grey.forEach((g, k) => rgba.fill(g, k * 4, k * 4 + 4));
	assert.ok(jsQR(rgba, Number(side), height).data.endsWith(made.number), 'the printed code can be read too');
	await v.get('/apply/receipt');
	await v.post('/apply/receipt', {});
	assert.notEqual((await v.get('/apply/receipt.pdf')).status, 200, 'gone with the code');
	assert.notEqual((await site.visitor().get('/apply/receipt.pdf')).status, 200);
});

test('contact details are added and corrected, and staff are told', async () => {
	const v = site.visitor();
	const { number } = await apply(v, 'zjw');
	const at = '/apply/status/contact';
	let page = await v.get('/apply/status');
	assert.ok(page.links.includes(at));
	page = await v.get(at);
	const form = page.form(at);
	assert.equal(page.headers.get('cache-control'), 'no-store');
	assert.ok(!page.text.includes(ZHANG.paper_no));
	page = await v.post(at, filled(form, { phone: '', email: '', address: '', postcode: '' }));
	assert.equal(page.status, 422);
	assert.ok(page.plain.includes('请至少填写一种联系方式'));
	page = await v.post(at, filled(form, { phone: '022-29240099', email: 'x@' }));
	assert.equal(page.status, 422);
	assert.equal(page.value('phone'), '022-29240099');
	assert.equal((await v.post(at, filled(form, { phone: '022-29240099' }))).location, '/apply/status?done=contact');
	page = await v.get('/apply/status?done=contact');
	assert.ok(page.plain.includes('联系方式已经保存') && page.plain.includes('您更新了联系方式'));
	assert.equal((await v.post(at, filled(form, { phone: '1380000' }))).status, 409, 'from an old page');
	assert.equal((await site.visitor().get(at)).location, '/apply/status');
	const stranger = site.visitor();
	await stranger.get('/apply/status');
	assert.equal((await stranger.post(at, form)).location, '/apply/status');
	const { id } = site.sql(`SELECT id FROM application WHERE number = '${number}'`)[0];
	const staff = await site.staff('zjw003');
	page = await staff.get(`/gkht/applications/${id}`);
	assert.ok(page.plain.includes('申请人更新联系方式'));
	assert.ok(!page.text.includes('022-29240099'), 'seen for a reason only');
	const ask = `/gkht/applications/${id}/person`;
	page = await staff.post(ask, { reason: '与申请人确认收到' });
	assert.ok(page.plain.includes('022-29240099'));
});

// Everything typed once, with marks that stand nowhere else.
const MARKS = {
	name: '欧阳甲乙丙', paper_no: idCard('12011519870605433'), phone: '13998765432',
	email: 'marker-mail@nowhere.example', address: '某村某路玖拾玖号暗记', postcode: '301877',
};

function* files(dir) {
	for (const entry of readdirSync(dir, { withFileTypes: true })) {
		const path = join(dir, entry.name);
		if (entry.isDirectory())
			yield* files(path);
		else if (entry.isFile() && statSync(path).size > 0)
			yield path;
	}
}

test('nothing personal in the database, the files, the logs, the trail or a page', async () => {
	const v = site.visitor();
	const { number, code } = await apply(v, 'czj', MARKS);
	await v.get('/apply/status/contact');
	await v.post('/apply/status/contact', { version: 1, phone: MARKS.phone, address: `${MARKS.address}二`, email: MARKS.email });
	const { id } = site.sql(`SELECT id FROM application WHERE number = '${number}'`)[0];
	const staff = await site.staff('czj003');
	await staff.get(`/gkht/applications/${id}`);
	assert.ok((await staff.post(`/gkht/applications/${id}/person`, { reason: '核对' })).plain.includes(MARKS.name));
	for (let k = 0; k < 3; k++)
		await site.visitor().get(`/apply/status?number=${number}`);
	const marks = [...Object.values(MARKS).filter((m) => m !== MARKS.postcode), '证件暗记', code, code.replaceAll(' ', '')];
	const scanned = site.visitor();
	await apply(scanned, 'czj', { ...MARKS, file: scan('证件暗记.png') });
	let searched = 0;
	for (const path of files(site.data)) {
		const bytes = readFileSync(path);
		searched++;
		for (const mark of marks)
			assert.equal(bytes.indexOf(mark), -1, `${mark} in ${path}`);
	}
	assert.ok(searched > 20, `${searched} files`);
	for (const mark of marks)
		assert.ok(!site.output.includes(mark), `${mark} in what the programs print`);
	const trail = JSON.stringify(site.sql('SELECT * FROM audit'));
	for (const mark of marks)
		assert.ok(!trail.includes(mark), `${mark} in the trail`);
	const open = routes('portal').filter((r) => r.method === 'GET' && !r.path.includes(':')).map((r) => r.path);
	for (const path of [...open, `/apply/log/${id}`, `/search?q=${encodeURIComponent(MARKS.name)}`, '/no/such/page']) {
		const page = await site.visitor().get(path);
		for (const mark of marks)
			assert.ok(path.includes(encodeURIComponent(mark)) || !page.text.includes(mark), `${mark} on ${path}`);
	}
	for (const path of ['/gkht/applications', `/gkht/applications/${id}`]) {
		const page = await staff.get(path);
		for (const mark of marks)
			assert.ok(!page.text.includes(mark), `${mark} on ${path}: masked there`);
	}
});
