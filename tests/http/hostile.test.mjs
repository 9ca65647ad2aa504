// What no honest client sends: the worker lives, temporary files are gone,
// the answer is a clear status or a closed connection.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { people } from '../office.mjs';
import { start } from '../site.mjs';

let site, zfb;
const workers = () => execFileSync('pgrep', ['-f', `fcgi -c ${site.data}/xxgk.conf`], { encoding: 'utf8' }).trim().split('\n')
	.filter((pid) => /^(portal|gkht)\.fcgi$/.test(execFileSync('cat', [`/proc/${pid}/comm`], { encoding: 'utf8' }).trim())).sort().join();
let born;

before(async () => {
	site = await start();
	zfb = await people(site);
	born = workers();
	assert.equal(born.split(',').length, 4);
});
after(() => site.stop());

async function alive(what) {
	assert.equal((await site.visitor().get('/')).status, 200, what);
	assert.equal((await zfb.clerk.get('/gkht/entry')).status, 200, what);
	assert.equal(workers(), born, `a worker died: ${what}`);
	assert.deepEqual(site.temporaryFiles(), [], `temporary files stay: ${what}`);
}

// Bytes straight at a worker's socket; what came back, or '' when it closed.
function raw(program, bytes, { end = true, wait = 1500 } = {}) {
	return new Promise((done) => {
		const s = connect(join(site.data, 'run', `${program}.sock`));
		let got = Buffer.alloc(0);
		s.on('data', (d) => { got = Buffer.concat([got, d]); });
		s.on('error', () => done(got));
		s.on('close', () => done(got));
		s.on('connect', () => {
			s.write(bytes);
			if (end)
				s.end();
		});
		setTimeout(() => s.destroy(), wait).unref();
	});
}

const record = (type, body, { version = 1, id = 1, length = body.length } = {}) => {
	const head = Buffer.alloc(8);
	head[0] = version;
	head[1] = type;
	head.writeUInt16BE(id, 2);
	head.writeUInt16BE(length & 0xffff, 4);
	return Buffer.concat([head, body]);
};
const begin = record(1, Buffer.from([0, 1, 0, 0, 0, 0, 0, 0]));
const pair = (k, v) => Buffer.concat([Buffer.from([k.length]), v.length < 128 ? Buffer.from([v.length]) : (() => { const b = Buffer.alloc(4); b.writeUInt32BE((v.length | 0x80000000) >>> 0); return b; })(), Buffer.from(k), Buffer.from(v)]);
const params = (o) => record(4, Buffer.concat(Object.entries(o).map(([k, v]) => pair(k, v))));
const none = record(4, Buffer.alloc(0));

test('malformed and cut-off records', async () => {
	const whole = Buffer.concat([begin, params({ REQUEST_METHOD: 'GET', REQUEST_URI: '/', SERVER_NAME: 'x' }), none, record(5, Buffer.alloc(0))]);
	assert.match((await raw('portal', whole)).toString('latin1'), /Status: 200|<!doctype/i, 'the good one works');
	const cases = {
		nothing: Buffer.alloc(0),
		'one byte': Buffer.from([1]),
		'bad version': record(1, Buffer.alloc(8), { version: 9 }),
		'unknown type': record(77, Buffer.alloc(8)),
		'begin only': begin,
		'cut off in params': Buffer.concat([begin, record(4, Buffer.from([5, 5, 65]), { length: 400 })]),
		'huge lengths': Buffer.concat([begin, record(4, Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 65, 66]))]),
		'no params': Buffer.concat([begin, none, record(5, Buffer.alloc(0))]),
		'no method': Buffer.concat([begin, params({ REQUEST_URI: '/' }), none, record(5, Buffer.alloc(0))]),
		'body shorter than said': Buffer.concat([begin, params({ REQUEST_METHOD: 'POST', REQUEST_URI: '/gkht/login', CONTENT_TYPE: 'application/x-www-form-urlencoded', CONTENT_LENGTH: '500' }), none, record(5, Buffer.from('login=x')), record(5, Buffer.alloc(0))]),
		'cut off in the body': Buffer.concat([begin, params({ REQUEST_METHOD: 'POST', REQUEST_URI: '/gkht/login', CONTENT_TYPE: 'application/x-www-form-urlencoded', CONTENT_LENGTH: '500' }), none, record(5, Buffer.from('login=x'), { length: 400 })]),
		'negative length': Buffer.concat([begin, params({ REQUEST_METHOD: 'POST', REQUEST_URI: '/gkht/login', CONTENT_TYPE: 'application/x-www-form-urlencoded', CONTENT_LENGTH: '-5' }), none, record(5, Buffer.alloc(0))]),
		noise: Buffer.from(Array.from({ length: 3000 }, (_, k) => (k * 7919) & 255)),
	};
	for (const [name, bytes] of Object.entries(cases)) {
		for (const program of ['portal', 'gkht'])
			await raw(program, bytes);
		await alive(name);
	}
});

// An HTTP request written by hand; the status line that came back.
function http(text, { hangUpAfter = 0, wait = 10000 } = {}) {
	return new Promise((done) => {
		const s = connect(site.port, '127.0.0.1');
		let got = '';
		s.on('data', (d) => {
			got += d;
			if (!hangUpAfter && got.includes('\r\n\r\n'))
				s.destroy();
		});
		s.on('error', () => {});
		s.on('close', () => done(Number(/^HTTP\/1\.1 (\d+)/.exec(got)?.[1] || 0)));
		s.on('connect', () => s.write(text, () => { if (hangUpAfter) setTimeout(() => s.destroy(), hangUpAfter); }));
		setTimeout(() => s.destroy(), wait).unref();
	});
}
const post = (path, length, type = 'application/x-www-form-urlencoded') =>
	`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n`;

test('a body of 2 GB is refused before it is sent', async () => {
	for (const path of ['/gkht/login', '/gkht/upload', '/'])
		assert.equal(await http(post(path, 2 ** 31)), 413, path);
	await alive('2 GB');
});

test('100,000 fields', async () => {
	const many = Array.from({ length: 100000 }, (_, k) => [`f${k}`, 'x']);
	const page = await zfb.clerk.post('/gkht/entry/new', many);
	assert.ok([400, 413].includes(page.status), String(page.status));
	const parts = Array.from({ length: 5000 }, (_, k) => [`f${k}`, 'x']);
	const form = await zfb.clerk.post('/gkht/entry/new', parts, { multipart: true });
	assert.ok([400, 413].includes(form.status), String(form.status));
	await alive('100,000 fields');
});

test('a client that hangs up half way', async () => {
	for (let k = 0; k < 10; k++) {
		await http(`${post('/gkht/login', 5000)}login=zfb`, { hangUpAfter: 20 });
		await http('GET /list HTTP/1.1\r\nHost: x\r\n\r\n', { hangUpAfter: 1 });
	}
	await alive('hung up');
});

test('broken multipart bodies', async () => {
	const type = 'multipart/form-data; boundary=aaa';
	const bodies = ['', '--aaa', '--aaa\r\n', '--aaa\r\nContent-Disposition: form-data; name="file"; filename="x.pdf"\r\n\r\n%PDF-', `--aaa\r\n${'X: y\r\n'.repeat(500)}\r\n\r\n--aaa--`, `--aaa\r\nContent-Disposition: form-data; name="${'n'.repeat(5000)}"\r\n\r\nx\r\n--aaa--`, '--bbb\r\n\r\n\r\n--bbb--'];
	for (const body of bodies) {
		const status = (await zfb.clerk.send('POST', '/gkht/upload', { body, headers: { 'content-type': type } })).status;
		assert.ok([400, 403, 413, 422].includes(status), `${status} for ${body.slice(0, 40)}`);
	}
	for (const boundary of ['', 'a'.repeat(200), 'ü', 'a b\u0001'].map(encodeURI)) {
		const status = (await zfb.clerk.send('POST', '/gkht/upload', { body: 'x', headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } })).status;
		assert.ok([400, 403].includes(status), `${status} for boundary ${boundary}`);
	}
	await alive('multipart');
});

test('addresses that try to climb, and text that is no text', async () => {
	const v = site.visitor();
	for (const at of ['/%00', '/%ff%fe', '/doc/zfb/..%2f..%2fetc', '/doc/%c0%af/1', '/list?year=%ff', '/search?q=%ff%fe', '/list?year=99999999999999999999', '/list?unit=zfb&unit=czj', `/search?q=${'%E5%AE%9D'.repeat(800)}`, '/doc/zfb/2026-00001%00', '/image/../../x.png', '/search?q=%22%20OR%20*%20NEAR(', "/list?category=a'--"]) {
		const page = await v.get(at);
		assert.ok(page.status >= 200 && page.status < 500, `${page.status} for ${at}`);
		assert.ok(!/sqlite|syntax error|\.c:\d/i.test(page.text), at);
	}
	await alive('addresses');
});

test('what the web server itself refuses is told in our words, with our headers', async () => {
	const lines = { 'GET /%00 HTTP/1.1': 400, 'GET /%2e%2e/%2e%2e/x HTTP/1.1': 400, 'GET /list HTTP/1.1\r\nHost: y': 400, [`GET /search?q=${'a'.repeat(1 << 20)} HTTP/1.1`]: 414, 'TRACE /list HTTP/1.1': 405, 'GET /s/none/none.css HTTP/1.1': 404 };
	for (const [line, status] of Object.entries(lines)) {
		const text = await new Promise((done) => {
			const s = connect(site.port, '127.0.0.1');
			let got = '';
			s.setEncoding('utf8').on('data', (d) => { got += d; }).on('error', () => done(got)).on('close', () => done(got));
			s.write(`${line}\r\nHost: x\r\nConnection: close\r\n\r\n`);
		});
		const at = line.slice(0, 40);
		assert.equal(Number(/^HTTP\/1.1 (\d+)/.exec(text)?.[1]), status, `${at}: ${text.slice(0, 200)}`);
		assert.match(text, /<h1>[^<]*\p{Script=Han}/u, at);
		assert.match(text, /^Content-Security-Policy: default-src/mi, at);
		assert.match(text, /^X-Content-Type-Options: nosniff/mi, at);
	}
	await alive('refused');
});

test('markup typed anywhere comes back as text', async () => {
	const { fullDraft, submit, reply, publish, address } = await import('../office.mjs');
	const evil = '"><img src=x onerror=alert(1)><script>alert(2)</script>';
	const id = await fullDraft(zfb.clerk, { title: `名${evil}`, summary: evil, body: `<p>好</p><script>alert(3)</script><img src=x onerror=alert(4)><a href="javascript:alert(5)">x</a>` });
	await submit(zfb.clerk, id);
	for (const [who, at] of [[zfb.clerk, `/gkht/entry/${id}`], [zfb.clerk, '/gkht/entry'], [zfb.reviewer, `/gkht/review/${id}`], [zfb.reviewer, '/gkht/review']]) {
		const page = await who.get(at);
		assert.ok(!/<img[^>]*onerror|<script>alert|href="javascript:/i.test(page.text), at);
	}
	await reply(zfb.reviewer, id, 'approve', evil);
	await publish(zfb.reviewer, id);
	const v = site.visitor();
	for (const at of [address(site, id), '/', '/list?unit=zfb', `/search?q=${encodeURIComponent(evil)}`, `/search?q=${encodeURIComponent('名')}`])
		assert.ok(!/<img[^>]*onerror|<script>alert|href="javascript:/i.test((await v.get(at)).text), at);
});

test('a file that is not what it says', async () => {
	const cases = [['坏.pdf', '<html><script>alert(1)</script>'], ['页.html', '<html></html>'], ['图.svg', '<svg onload="alert(1)"/>'], ['空.pdf', ''], ['程序.exe', 'MZ\x90'], ['../../etc/passwd.txt.sh', '#!/bin/sh']];
	for (const [name, text] of cases) {
		const page = await zfb.clerk.post('/gkht/upload', [['file', new Blob([text]), name]], { multipart: true, headers: { 'x-requested-with': 'fetch' } });
		assert.equal(page.status, 422, `${name}: ${page.text.slice(0, 200)}`);
		assert.match(page.headers.get('content-type'), /json/);
	}
	await alive('files');
});

test('headers: the same strict ones on every kind of answer', async () => {
	const v = site.visitor();
	for (const at of ['/', '/nowhere', '/gkht/login', '/list', '/search?q=x']) {
		const { headers } = await v.get(at);
		assert.match(headers.get('content-security-policy'), /default-src 'none'/, at);
		assert.doesNotMatch(headers.get('content-security-policy'), /unsafe/, at);
		assert.equal(headers.get('x-content-type-options'), 'nosniff', at);
		assert.ok(headers.get('referrer-policy'), at);
		assert.match(headers.get('content-type'), /charset=utf-8/i, at);
		assert.doesNotMatch(headers.get('server') || '', /\d/, at);
	}
	assert.equal((await zfb.clerk.get('/gkht/entry')).headers.get('cache-control'), 'no-store');
	const first = await v.get('/list');
	const again = await v.get('/list', { headers: { 'if-none-match': first.headers.get('etag') } });
	assert.equal(again.status, 304);
	assert.equal((await v.send('HEAD', '/')).status, 200);
	const redirect = await v.get(`/gkht/login?next=${encodeURIComponent('//evil.example/')}`);
	assert.ok(!redirect.text.includes('evil.example'));
});
