// What stands between: pages kept for a second, packed for who takes it so,
// never one reader's for another, never longer than said.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { get } from 'node:http';
import { address, inState, move, people } from '../office.mjs';
import { start } from '../site.mjs';

let site, zfb;
before(async () => {
	site = await start({ set: ['page_seconds = 1'] });
	zfb = await people(site);
});
after(() => site.stop());

// The bytes as they were sent: fetch would unpack them.
function raw(path, headers = {}) {
	return new Promise((done, fail) => get(site.url + path, { headers }, (res) => {
		const parts = [];
		res.on('data', (d) => parts.push(d));
		res.on('end', () => done({ status: res.statusCode, headers: res.headers, bytes: Buffer.concat(parts) }));
	}).on('error', fail));
}
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

test('a withdrawn document is gone after the time that was said', async () => {
	const id = await inState(zfb, 'published', { title: '将被撤下的一条' });
	const at = address(site, id);
	for (let k = 0; k < 4; k++)
		assert.equal((await raw(at)).status, 200);
	assert.equal((await move(zfb.reviewer, id, 'withdraw')).status, 303);
	await wait(3100);
	for (let k = 0; k < 4; k++)
		assert.equal((await raw(at)).status, 404);
	// found by nobody either
	assert.ok(!(await raw('/list?unit=zfb')).bytes.includes('将被撤下的一条'));
});

test('a page that is kept is confirmed without its body', async () => {
	for (let k = 0; k < 4; k++) {
		const { etag } = (await raw('/list')).headers;
		assert.match(etag, /^W\//);
		const again = await raw('/list', { 'if-none-match': etag });
		assert.equal(again.status, 304);
		assert.equal(again.bytes.length, 0);
	}
});

test('readers get their own version, and forms are never kept', async () => {
	for (let k = 0; k < 3; k++) {
		const plain = (await raw('/')).bytes.toString();
		const elder = (await raw('/', { cookie: 'view=elder' })).bytes.toString();
		assert.ok(!plain.includes('view-elder') && elder.includes('view-elder'));
	}
	const tokens = new Set();
	for (let k = 0; k < 4; k++)
		tokens.add(/name="csrf" value="([^"]*)"/.exec((await raw('/apply')).bytes.toString())[1]);
	assert.equal(tokens.size, 4, 'each visitor has a token of his own');
});

test('pages and files are packed for who takes them so', async () => {
	for (let k = 0; k < 3; k++) {
		const page = await raw('/list'), packed = await raw('/list', { 'accept-encoding': 'gzip, deflate, br' });
		assert.equal(packed.headers['content-encoding'], 'gzip');
		assert.equal(page.headers['content-encoding'], undefined);
		assert.deepEqual(gunzipSync(packed.bytes), page.bytes);
		assert.ok(packed.bytes.length * 3 < page.bytes.length, `${packed.bytes.length} of ${page.bytes.length}`);
	}
	assert.equal((await raw('/apply', { 'accept-encoding': 'gzip' })).headers['content-encoding'], undefined, 'a page with a token');
	const css = /href="([^"]*portal\.css)"/.exec((await raw('/')).bytes.toString())[1];
	const [file, gz, br] = [await raw(css), await raw(css, { 'accept-encoding': 'gzip' }), await raw(css, { 'accept-encoding': 'gzip, br' })];
	assert.equal(gz.headers['content-encoding'], 'gzip');
	assert.equal(br.headers['content-encoding'], 'br');
	assert.deepEqual(gunzipSync(gz.bytes), file.bytes);
	assert.deepEqual(brotliDecompressSync(br.bytes), file.bytes);
	assert.match(br.headers['cache-control'], /immutable/);
});
