// How the portal reads: the elder version's sizes, high contrast with hints
// for the keyboard, reading aloud, attachments in the page, what a first visit
// loads, four times the size.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { launch, open, overflow, DESKTOP, PHONE } from '../browser.mjs';
import { address, inState, people } from '../office.mjs';
import { build, start, top } from '../site.mjs';

let site, browser, at;
before(async () => {
	site = await start();
	browser = await launch();
	const zfb = await people(site);
	const id = await inState(zfb, 'published', { title: '关于朗读的一条信息', body: '第一段文字。\n\n第二段文字。' });
	at = address(site, id);
	const page = await zfb.admin.get(`/gkht/manage/${id}`);
	const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
	await zfb.admin.post(`/gkht/manage/${id}`, [...page.form(`/gkht/manage/${id}`).filter(([k]) => !['note', 'act'].includes(k)), ['note', '加附件'], ['secrecy_signed', '1'], ['act', 'save'], ['file', new Blob([pdf]), '扫描件.pdf']], { multipart: true });
});
after(async () => {
	await browser?.close();
	await site?.stop();
});

const kinds = () => ['/', '/list', '/search?q=%E9%80%9A%E7%9F%A5', '/unit/zfb', '/guide', '/open', '/report', '/statistics', '/units', '/apply', '/accessibility', at];

// What is too small to read or to hit, by eye and finger.
function small([text, target]) {
	const seen = (e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility === 'visible' && !e.closest('.sr, .skip, .hide, svg, [hidden]');
	const name = (e) => `${e.tagName.toLowerCase()}.${e.className} ${e.textContent.trim().slice(0, 20)}`;
	const found = [];
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const e = walker.currentNode.parentElement;
		if (walker.currentNode.data.trim() && seen(e) && parseFloat(getComputedStyle(e).fontSize) < text)
			found.push(`text ${getComputedStyle(e).fontSize}: ${name(e)}`);
	}
	for (const e of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')) {
		// a link in a sentence is as high as the line; a label is part of its box
		const box = (e.closest('label') ?? e).getBoundingClientRect();
		const inline = e.tagName === 'A' && getComputedStyle(e).display === 'inline' && [...e.parentElement.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
		if (seen(e) && !inline && (box.height < target - 0.5 || box.width < target - 0.5 && e.tagName !== 'A'))
			found.push(`target ${Math.round(box.width)}x${Math.round(box.height)}: ${name(e)}`);
	}
	return [...new Set(found)];
}

test('the elder version: no text below 18 px, no target below 44, one column', async () => {
	const found = [];
	for (const viewport of [DESKTOP, PHONE]) {
		const { page, wrong, close } = await open(browser, site, { viewport, script: viewport === DESKTOP });
		await page.goto('/');
		await page.getByRole('button', { name: '长辈版' }).click();
		for (const path of kinds()) {
			await page.goto(path);
			found.push(...(await page.evaluate(small, [18, 44])).map((f) => `${viewport.width} ${path} ${f}`));
			if (await overflow(page) > 0)
				found.push(`${viewport.width} ${path} sticks out`);
		}
		await page.goto('/');
		assert.ok(await page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('.news a')).fontSize)) >= 24);
		assert.equal(await page.evaluate(() => new Set([...document.querySelectorAll('.five li')].map((l) => l.getBoundingClientRect().left)).size), 1);
		await page.getByRole('button', { name: '长辈版' }).click();	// and back
		assert.doesNotMatch(await page.locator('html').getAttribute('class') ?? '', /elder/);
		assert.deepEqual(wrong, []);
		await close();
	}
	assert.deepEqual(found, []);
});

test('high contrast says how to use the keyboard; the keyboard reaches all', async () => {
	const { page, close } = await open(browser, site);
	await page.goto('/');
	assert.equal(await page.locator('.keys').count(), 0);
	await page.getByRole('button', { name: '高对比' }).click();
	await page.getByText('只用键盘：').waitFor();
	await page.goto(at);
	await page.keyboard.press('Tab');
	assert.equal(await page.evaluate(() => document.activeElement.textContent), '跳到正文');
	await page.keyboard.press('Enter');
	assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
	const names = [];
	for (let k = 0; k < 60; k++) {
		await page.keyboard.press('Tab');
		const now = await page.evaluate(() => {
			const e = document.activeElement, style = getComputedStyle(e);
			return { name: e.textContent.trim(), body: e === document.body, ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 };
		});
		if (now.body)
			break;
		assert.ok(now.ring, `no ring round ${now.name}`);
		names.push(now.name);
	}
	for (const name of ['朗读', '打印', '大', '扫描件.pdf', '核验这条登记'])
		assert.ok(names.some((n) => n.startsWith(name)), `${name} in ${names.join(' | ')}`);
	await close();
});

test('reading aloud: paragraph by paragraph, in Chinese, until it is stopped', async () => {
	const { context, page, close } = await open(browser, site);
	await context.addInitScript(() => {	// a voice that a test can hear
		window.said = [];
		window.speechSynthesis.speak = (u) => { window.said.push([u.lang, u.text]); window.current = u; };
		window.speechSynthesis.cancel = () => { window.said.push('cancelled'); };
	});
	await page.goto(at);
	const button = page.locator('[data-read]');
	await button.click();
	assert.equal(await button.getAttribute('aria-pressed'), 'true');
	assert.equal((await button.textContent()).trim(), '停止朗读');
	for (let k = 0; k < 3; k++)
		await page.evaluate(() => window.current.onend());
	const said = await page.evaluate(() => window.said);
	assert.deepEqual(said.slice(0, 3), [['zh-CN', '关于朗读的一条信息'], ['zh-CN', '第一段文字。'], ['zh-CN', '第二段文字。']]);
	await page.locator('.reading').waitFor({ state: 'attached' });
	await button.click();
	assert.equal(await page.locator('.reading').count(), 0);
	assert.equal((await page.evaluate(() => window.said)).at(-1), 'cancelled');
	assert.equal((await button.textContent()).trim(), '朗读');
	await close();
	const plain = await open(browser, site, { script: false });
	await plain.page.goto(at);
	assert.equal(await plain.page.locator('[data-read]').isVisible(), false, 'no button without a voice behind it');
	await plain.close();
});

test('an attachment opens in the page, with and without script', async () => {
	for (const script of [true, false]) {
		const { page, wrong, close } = await open(browser, site, { script });
		const asked = [];
		page.on('response', (r) => asked.push([new URL(r.url()).pathname, r.status(), r.headers()['content-type']]));
		await page.goto(at);
		// with script, what nobody asked for is not loaded; without it a browser knows no loading="lazy"
		if (script)
			assert.equal(asked.filter(([p]) => p.includes('/view/')).length, 0, 'loaded before anybody asked');
		await page.locator('details.view summary').click();
		await page.locator('details.view iframe').waitFor();
		for (let k = 0; k < 100 && !asked.some(([p]) => p.includes('/view/')); k++)
			await page.waitForTimeout(100);
		assert.deepEqual(asked.find(([p]) => p.includes('/view/')).slice(1), [200, 'application/pdf']);
		assert.deepEqual(wrong, []);
		await close();
	}
});

test('every class of the stylesheets is of some page, and they stay small', () => {
	const folders = ['templates/portal', 'cgi-bin/portal', 'cgi-bin/richtext', 'static/js'];
	const used = folders.flatMap((f) => readdirSync(join(top, f)).filter((n) => /\.(cs|c|js)$/.test(n)).map((n) => readFileSync(join(top, f, n), 'utf8'))).join('');
	// put together from a name and a choice: html.size-2, contrast-high, the levels of a table of contents
	const made = /^(size-\d|contrast-\w+|l\d)$/;
	for (const [name, most] of [['portal', 12.5], ['apply', 3]]) {
		const packed = readFileSync(join(build, `static/${name}.css.gz`));
		assert.ok(packed.length <= most * 1024, `${name}: ${packed.length} bytes`);
		const classes = new Set(gunzipSync(packed).toString().replace(/url\([^)]*\)/g, '').match(/\.[a-zA-Z][\w-]*/g).map((c) => c.slice(1)));
		assert.deepEqual([...classes].filter((c) => !made.test(c) && !new RegExp(`(?<![\\w-])${c}(?![\\w-])`).test(used)), [], name);
	}
});

test('a first visit: at most 40 KB and 6 requests for a page of text', async () => {
	const longest = site.sql("SELECT '/doc/' || lower(index_no) path FROM public_document ORDER BY length(body) DESC LIMIT 1")[0].path;
	for (const path of ['/', '/unit/zfb', '/list', '/search?q=%E9%80%9A%E7%9F%A5', '/statistics', at, longest]) {
		const { context, page, close } = await open(browser, site);
		const cdp = await context.newCDPSession(page);
		let bytes = 0, requests = 0;
		await cdp.send('Network.enable');
		cdp.on('Network.loadingFinished', (e) => { bytes += e.encodedDataLength; requests++; });
		await page.goto(path, { waitUntil: 'networkidle' });
		assert.ok(requests <= 6 && bytes <= 40 * 1024, `${path}: ${bytes} bytes in ${requests} requests`);
		await close();
	}
});

test('four times the size: nothing sticks out but tables in a box of their own', async () => {
	const { page, close } = await open(browser, site, { viewport: { width: 320, height: 256 } });
	const found = [];
	for (const path of kinds()) {
		await page.goto(path);
		if (await overflow(page) > 0)
			found.push(path);
		// what is fixed to the window would cover all of it
		if (await page.evaluate(() => [...document.querySelectorAll('body *')].some((e) => ['fixed', 'sticky'].includes(getComputedStyle(e).position) && e.getClientRects().length && e.getBoundingClientRect().height > 128)))
			found.push(`${path}: covered`);
	}
	assert.deepEqual(found, []);
	await close();
});
