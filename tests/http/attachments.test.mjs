// Attachments: renamed and put in order without script, a large one streamed,
// a killed one gone without a trace.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fullDraft, people } from '../office.mjs';
import { filled, start } from '../site.mjs';

let site, zfb;
before(async () => {
	site = await start();
	zfb = await people(site);
});
after(() => site?.stop());

const stored = () => readdirSync(join(site.data, 'files'), { recursive: true, withFileTypes: true }).filter((f) => f.isFile()).length;
const names = (id) => site.sql(`SELECT u.name FROM attachment a JOIN upload u ON u.id = a.upload_id JOIN document d ON d.revision_id = a.revision_id WHERE d.id = ${id} ORDER BY a.position`).map((r) => r.name);

test('renamed and reordered by a plain form; the ending stays', async () => {
	const id = await fullDraft(zfb.clerk, { title: '带附件' });
	const at = `/gkht/entry/${id}`;
	const form = (await zfb.clerk.get(at)).form(at);
	const files = ['甲', '乙', '丙'].map((n) => ['file', new Blob([`${n}的内容`]), `${n}.txt`]);
	assert.equal((await zfb.clerk.post(at, [...filled(form, { act: 'save' }), ...files], { multipart: true })).status, 303);
	assert.deepEqual(names(id), ['甲.txt', '乙.txt', '丙.txt']);
	const again = (await zfb.clerk.get(at)).form(at);
	let n = 0;
	const fields = filled(again, { act: 'save' }).map(([k, v]) => (k === 'named_as' && v === '乙.txt' ? [k, '附表/一览表'] : k === 'named_at' && ++n === 3 ? [k, '1'] : [k, v]));
	assert.equal((await zfb.clerk.post(at, fields, { multipart: true })).status, 303);
	assert.deepEqual(names(id), ['丙.txt', '甲.txt', '一览表.txt']);
	const count = site.sql('SELECT count(*) n FROM upload')[0].n;
	const same = (await zfb.clerk.get(at)).form(at);
	await zfb.clerk.post(at, filled(same, { act: 'save' }), { multipart: true });
	assert.equal(site.sql('SELECT count(*) n FROM upload')[0].n, count, 'nothing new for the same names');
});

const workers = () => readdirSync('/proc').filter((p) => /^\d+$/.test(p)).filter((p) => {
	try {
		return readFileSync(`/proc/${p}/cmdline`, 'utf8').includes(site.data) && readFileSync(`/proc/${p}/comm`, 'utf8').startsWith('gkht');
	} catch { return false; }
});

// One empty page and a large stream.  It has its table: without one pdftotext
// searches all of it for the page, which took most of the test's time.
function pdf(size) {
	const number = (n) => String(n).padStart(10, '0');
	const frame = (length) => {
		let head = '%PDF-1.4\n', table = 'xref\n0 5\n0000000000 65535 f \n';
		['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>', `<</Length ${number(length)}>>stream\n`].forEach((object, k) => {
			table += `${number(head.length)} 00000 n \n`;
			head += `${k + 1} 0 obj${object}${k < 3 ? 'endobj\n' : ''}`;
		});
		return [head, `\nendstream\nendobj\n${table}trailer<</Size 5/Root 1 0 R>>\nstartxref\n${number(head.length + length + 18)}\n%%EOF\n`];
	};
	const length = size - frame(0).join('').length;
	return Buffer.from(frame(length).join(' '.repeat(length)));
}


const peak = (p) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${p}/status`, 'utf8'))[1]);

test('100 MB stream to the disk; the workers do not grow', { timeout: 120000 }, async (t) => {
	await zfb.clerk.get('/gkht/entry/new');
	const before_ = Object.fromEntries(workers().map((p) => [p, peak(p)]));
	const size = 100 * 1024 * 1024 - 100;
	const big = new Blob([pdf(size)]);
	const page = await zfb.clerk.post('/gkht/upload', [['file', big, '大文件.pdf']], { multipart: true, headers: { 'x-requested-with': 'fetch' } });
	assert.equal(page.status, 200, page.text.slice(0, 300));
	assert.equal(site.sql('SELECT size FROM upload ORDER BY id DESC LIMIT 1')[0].size, size);
	const grown = Object.entries(before_).map(([p, kb]) => peak(p) - kb);
	t.diagnostic(`workers grew by ${grown.join(', ')} KB`);
	assert.ok(grown.length > 0 && Math.max(...grown) < 8192, `${grown} KB`);
});

test('a killed upload leaves nothing', async () => {
	const files = stored();
	const rows = site.sql('SELECT count(*) n FROM upload')[0].n;
	await new Promise((done) => {
		const s = connect(site.port, '127.0.0.1', () => {
			s.write(`POST /gkht/upload HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${[...zfb.clerk.jar].map(([k, v]) => `${k}=${v}`).join('; ')}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 50000000\r\n\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n${'字'.repeat(1000000)}`);
			setTimeout(() => { s.destroy(); done(); }, 500);
		});
	});
	await new Promise((then) => setTimeout(then, 1000));
	assert.equal(stored(), files);
	assert.equal(site.sql('SELECT count(*) n FROM upload')[0].n, rows);
	assert.deepEqual(site.temporaryFiles(), []);
	const left = execFileSync('find', [join(site.data, 'run'), '-path', '*body*', '-type', 'f'], { encoding: 'utf8' });
	assert.equal(left, '', 'nor with the web server');
});
