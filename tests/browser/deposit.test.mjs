// The copy for archives: whole, opens from a disk, and tells when a byte of it
// is not what it was.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { launch, overflow, PHONE } from '../browser.mjs';
import { address, inState, move, people, save } from '../office.mjs';
import { check } from '../register_check.mjs';
import { build, start } from '../site.mjs';

const SECRET = '副本里不许有的词';
let site, copy, at, files, withdrawn, deleted;
const text = (name) => readFileSync(join(copy, name), 'utf8');
const entities = (s) => s.replaceAll('&amp;', '&');
before(async () => {
	site = await start();
	const zfb = await people(site);
	const id = await inState(zfb, 'published', { title: '交给档案馆的一条', body: '正文第一版。' });
	at = address(site, id);
	const page = await zfb.admin.get(`/gkht/manage/${id}`);
	const sent = await zfb.admin.post(`/gkht/manage/${id}`, [...page.form(`/gkht/manage/${id}`).filter(([k]) => !['note', 'body', 'act'].includes(k)),
		['note', '改了一个字'], ['secrecy_signed', '1'], ['body', '<p>正文第二版。</p><table><tr><td>甲</td></tr></table>'], ['act', 'save'], ['file', new Blob(['附件的内容'], { type: 'text/plain' }), '附件 一.txt']], { multipart: true });
	assert.equal(sent.status, 303, sent.plain.slice(0, 500));
	await inState(zfb, 'draft', { title: `${SECRET}草稿` });
	withdrawn = address(site, await inState(zfb, 'withdrawn', { title: `${SECRET}撤下`, body: SECRET }));
	deleted = address(site, await inState(zfb, 'deleted', { title: '删除的标题', body: SECRET }));
	const again = await inState(zfb, 'published', { title: '撤下修改的一条' });
	await move(zfb.reviewer, again, 'withdraw');
	await save(zfb.clerk, again, { title: `${SECRET}修改` });
	site.gkctl('register', 'sign');
	copy = join(site.dir, 'copy');
	site.gkctl('deposit', copy);
	files = readdirSync(copy, { recursive: true }).filter((f) => statSync(join(copy, f)).isFile());
});
after(() => site.stop());

test('every link leads to a file of the copy, and nothing needs a server', () => {
	const wrong = [], there = new Set(files);
	for (const page of files.filter((f) => f.endsWith('.html'))) {
		const html = text(page).replace(/<link rel="canonical"[^>]*>/, '');
		if (/<form|<input|<select/.test(html))
			wrong.push(`${page}: a form`);
		for (const [, value] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
			if (/^(#|tel:|mailto:|data:)/.test(value))
				continue;
			const to = join(dirname(page), decodeURIComponent(entities(value).split('#')[0]));
			if (/^\w+:|^\/|\?/.test(value) || !there.has(to))
				wrong.push(`${page}: ${value}`);
		}
	}
	assert.deepEqual(wrong.slice(0, 10), []);
	// and it is the whole portal
	const documents = site.sql("SELECT '/doc/' || lower(index_no) path FROM public_document");
	assert.ok(documents.length > 300);
	for (const { path } of documents)
		assert.ok(existsSync(join(copy, `${path}.html`)) && existsSync(join(copy, `api/v1/documents/${path.slice(5)}.json`)), path);
	const listed = new Set();
	for (const page of files.filter((f) => /^list(\.\d+)?\.html$/.test(f)))
		for (const [, doc] of text(page).matchAll(/href="(doc\/\w+\/[\d-]+)\.html"/g))
			listed.add(`/${doc}`);
	assert.deepEqual(documents.filter((d) => !listed.has(d.path)), []);
});

test('what is not public is not in it; what left keeps its place', () => {
	for (const name of files)
		assert.ok(!readFileSync(join(copy, name)).includes(SECRET), name);
	assert.match(text(`${withdrawn}.html`), /已经撤下/);
	assert.match(text(`${deleted}.html`), /删除的标题[\s\S]*撤下原因/);
	assert.match(text(`${at}.html`), /修订记录/);
	assert.match(text(`${at}/compare.from-1.to-2.html`), /<ins>二<\/ins>/);
	assert.match(text(`${at}/table-1.csv`), /甲/);
	const [file] = files.filter((f) => f.startsWith(`${at.slice(1)}/file-`));
	assert.match(file, /\.txt$/);
	assert.equal(text(file), '附件的内容');
});

test('an independent checker finds its register, proofs and documents good', async () => {
	const get = async (path) => {
		const [name, query] = path.split('?');
		const at = query ? query.startsWith('after=') ? `${name}.before-${query.slice(6)}` : `${name}/${query.replaceAll('=', '-').replaceAll('&', '.')}` : name;
		return existsSync(join(copy, `${at}.json`)) ? JSON.parse(text(`${at}.json`)) : null;
	};
	const found = await check(get);
	assert.deepEqual(found.wrong, []);
	assert.ok(found.lines > 300 && found.heads.length > 0);
});

test('it says when a byte changed, a file is missing or too much', () => {
	const verify = (dir) => spawnSync(join(build, 'gkctl'), ['deposit', '--verify', dir], { encoding: 'utf8' });
	const python = (dir) => spawnSync('python3', [join(dir, 'verify.py')], { encoding: 'utf8' });
	assert.equal(verify(copy).status, 0, verify(copy).stderr);
	assert.equal(python(copy).status, 0, python(copy).stderr);
	execFileSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: copy });
	const touched = ['SHA256SUMS', `${at}.html`, `api/v1/documents${at.slice(4)}.json`, 'register-lines.txt'].map((f) => [join(copy, f), text(f)]);
	const [page, json, lines] = touched.slice(1).map(([f]) => f);
	const spoil = (what, said, by = [verify, python]) => {
		what();
		for (const f of by) {
			const { status, stderr } = f(copy);
			assert.equal(status, 1, said.source);
			assert.match(stderr, said);
		}
		touched.forEach(([f, was]) => writeFileSync(f, was));
	};
	spoil(() => writeFileSync(page, readFileSync(page, 'utf8').replace('第二版', '第三版')), /2026-\d+\.html: changed/);
	spoil(() => rmSync(page), /2026-\d+\.html: missing/);
	const more = join(copy, 'doc/more.html');
	spoil(() => writeFileSync(more, 'x'), /doc\/more\.html: not of this copy/);
	rmSync(more);
	// who makes the list anew cannot sign it, and a swapped text has another hash
	const sums = () => execFileSync('sh', ['-c', "find . -type f ! -name 'SHA256SUMS*' -printf '%P\\n' | LC_ALL=C sort | xargs -d '\\n' sha256sum >SHA256SUMS"], { cwd: copy });
	spoil(() => { appendFileSync(page, ' '); sums(); }, /the signature is wrong/, [verify]);
	spoil(() => { writeFileSync(json, readFileSync(json, 'utf8').replaceAll('第二版', '第三版')); sums(); }, /not the text of line/, [python]);
	spoil(() => { writeFileSync(lines, readFileSync(lines, 'utf8').replace('"publish"', '"revise"')); sums(); }, /not of these lines/);
	assert.throws(() => site.gkctl('deposit', copy), /is there already/);
});

test('one that is stopped goes on nowhere, and its name says that it is not whole', async () => {
	const other = join(site.dir, 'stopped');
	const child = spawn(join(build, 'gkctl'), ['-c', join(site.data, 'xxgk.conf'), 'deposit', other], { stdio: 'ignore' });
	const ended = new Promise((done) => child.on('exit', done));
	const until = async (is) => { while (!is()) await new Promise((done) => setTimeout(done, 20)); };
	const runs = () => readdirSync('/proc').some((pid) => {
		try {
			return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`${other}.part`);
		} catch {
			return false;	// gone meanwhile
		}
	});
	await until(() => existsSync(`${other}.part/index.html`));
	assert.ok(runs(), 'somebody makes the pages');
	child.kill('SIGKILL');
	await ended;
	await until(() => !runs());
	assert.ok(existsSync(`${other}.part`) && !existsSync(other));
	// nothing but what is public, above all no database
	assert.deepEqual(readdirSync(`${other}.part`).filter((f) => f.startsWith('.')), []);
});

test('a browser reads it from the disk, without any server', async () => {
	const browser = await launch();
	try {
		const moved = join(site.dir, '馆藏 副本');	// wherever it is put
		renameSync(copy, moved);
		const context = await browser.newContext({ locale: 'zh-CN', viewport: PHONE });
		const page = await context.newPage();
		const outside = [], failed = [];
		page.on('request', (r) => r.url().startsWith(`${pathToFileURL(moved)}/`) || /^(data|blob):/.test(r.url()) || outside.push(r.url()));
		page.on('requestfailed', (r) => r.failure().errorText === 'net::ERR_ABORTED' || failed.push(r.url()));
		page.on('pageerror', (e) => failed.push(e.message));
		await page.goto(pathToFileURL(join(moved, 'index.html')).href);
		assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.hero')).backgroundColor), 'rgb(12, 47, 92)');
		await page.getByRole('link', { name: '全部信息' }).click();
		await page.getByRole('link', { name: '下一页' }).click();
		await page.getByText('第 2 页').first().waitFor();
		await page.getByRole('link', { name: '首页', exact: true }).last().click();
		await page.getByRole('link', { name: '交给档案馆的一条' }).first().click();
		await page.getByText('正文第二版').waitFor();
		assert.equal(await overflow(page), 0);
		await page.getByRole('link', { name: '与第 1 版比较' }).click();
		await page.locator('ins', { hasText: '二' }).waitFor();
		await page.goBack();
		await page.getByRole('link', { name: '核验这条登记' }).click();
		await page.getByText('在第', { exact: false }).first().waitFor();
		await page.goBack();
		await page.getByRole('link', { name: '的馆藏副本' }).click();
		await page.getByText('副本里没有检索').waitFor();
		assert.deepEqual([outside, failed], [[], []]);
		renameSync(moved, copy);
	} finally {
		await browser.close();
	}
});
