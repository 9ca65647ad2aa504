// What tries to become a program stays text: through the sanitizer, and
// inside a Word document as text, link, style, font and bookmark.  In real
// Chromium, without our policy: as page text and by two passes of innerHTML
// nothing runs, and nothing that could is in the tree.
// XSS_LISTS=FOLDER: foreign lists besides ours, one attempt a line, or JSON.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { adopt, launch, open } from '../browser.mjs';
import { address, fullDraft, people, publish, reply, submit } from '../office.mjs';
import { build, start, top } from '../site.mjs';
import { docx, styles, xml } from '../zip.mjs';

const BATCH = 400;
const LONG = { timeout: process.env.XSS_LISTS ? 3600000 : 300000 };
const PAGE = 'http://127.0.0.1:9/page';	// nobody is there: the answer is ours
const ours = readFileSync(join(top, 'tests/data/xss/payloads.txt'), 'utf8').trimEnd().split('\n')
	.map((line) => line.replace(/\\n/g, '\n'));
let browser, dir, path;
before(async () => {
	browser = await launch();
	dir = mkdtempSync(join(tmpdir(), 'xxgk-xss-'));
	path = join(dir, 'a.docx');
});
after(async () => {
	await browser?.close();
	rmSync(dir, { recursive: true, force: true });
});

function foreign(folder) {
	return readdirSync(folder).flatMap((name) => {
		const text = readFileSync(join(folder, name), 'utf8');
		if (name.endsWith('.json'))
			return JSON.parse(text).map((item) => item.payload);
		return name.endsWith('.txt') && !/LICENSE/.test(name) ? text.split(/\r?\n/).filter(Boolean) : [];
	});
}
const lists = [...ours, ...(process.env.XSS_LISTS ? foreign(process.env.XSS_LISTS) : [])];

function* batches(list) {
	for (let k = 0; k < list.length; k += BATCH)
		yield list.slice(k, k + BATCH);
}

function imported(bytes) {
	writeFileSync(path, bytes);
	return execFileSync(join(build, 'gkctl'), ['word', path], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });
}

// In the page: what is wrong with the tree.
function dirt() {
	const bad = [];
	for (const e of document.querySelectorAll('body *')) {
		if (/^(script|style|iframe|object|embed|form|svg|template|base|meta|link|noscript|title|textarea)$/i.test(e.localName))
			bad.push(`<${e.localName}>`);
		for (const a of e.attributes)
			if (/^on/i.test(a.name) || /^(style|srcdoc|formaction|action|xlink:href)$/i.test(a.name) ||
			    (/^(href|src|background)$/i.test(a.name) && !/^(https?:|mailto:|#|\/image\/)/i.test(a.value)))
				bad.push(`${e.localName} ${a.name}=${a.value}`);
	}
	return bad;
}

async function harmless(html) {
	const context = await browser.newContext();
	const page = await context.newPage();
	const fired = [], asked = [];
	page.on('dialog', (d) => { fired.push(d.message()); d.dismiss(); });
	await page.route('**', (route) => {
		if (route.request().url() === PAGE)
			return route.fulfill({ contentType: 'text/html; charset=utf-8', body: `<!DOCTYPE html><body>${html}` });
		asked.push(route.request().url());
		return route.abort();
	});
	await page.addInitScript(() => {
		window.fired = [];
		for (const name of ['alert', 'prompt', 'confirm', 'print'])
			window[name] = (text) => window.fired.push(`${name} ${text}`);
	});
	await page.goto(PAGE);
	assert.deepEqual(await page.evaluate(dirt), [], 'as page text');
	for (const pass of [1, 2]) {
		await page.evaluate(() => { document.body.innerHTML = document.body.innerHTML; });
		assert.deepEqual(await page.evaluate(dirt), [], `innerHTML, pass ${pass}`);
	}
	// What waits for somebody to come by.
	await page.evaluate(() => {
		for (const e of document.querySelectorAll('body *'))
			for (const name of ['mouseover', 'focus', 'error', 'load', 'toggle', 'animationstart'])
				e.dispatchEvent(new Event(name, { bubbles: true }));
	});
	assert.deepEqual([...fired, ...await page.evaluate(() => window.fired)], []);
	assert.deepEqual(asked.filter((url) => !/\/image\//.test(url)), [], 'nothing is fetched');
	const text = await page.evaluate(() => [...document.querySelectorAll('p, li')].map((e) => e.textContent));
	await context.close();
	return text;
}

test('markup, through the sanitizer', LONG, async () => {
	for (const batch of batches(lists)) {
		const chunks = batch.map((payload, k) => [`c${k}`, 'aFChunk', `c${k}.html`]);
		const parts = Object.fromEntries(batch.map((payload, k) => [`word/c${k}.html`, payload || ' ']));
		const html = imported(docx(`<w:p><w:r><w:t>begin</w:t></w:r></w:p>${chunks.map(([id]) => `<w:altChunk r:id="${id}"/>`).join('')}<w:p><w:r><w:t>end</w:t></w:r></w:p>`, chunks, parts));
		const text = await harmless(html);
		assert.equal(text[0], 'begin');
		assert.equal(text[text.length - 1], 'end', 'all of it was read');
	}
});

test('a Word document that carries it', LONG, async () => {
	const run = (props, text) => `<w:r><w:rPr>${props}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

	for (const batch of batches(lists)) {
		const relations = batch.map((payload, k) => [`l${k}`, 'hyperlink', payload, true]);
		relations.push(['s', 'styles', 'styles.xml']);
		const sheet = batch.map((payload, k) => `<w:style w:type="paragraph" w:styleId="${xml(payload)}${k}"><w:name w:val="${xml(payload)}"/></w:style>`).join('');
		const body = batch.map((payload, k) => {
			const p = xml(payload);
			return `<w:p><w:pPr><w:pStyle w:val="${p}${k}"/></w:pPr><w:bookmarkStart w:id="${k}" w:name="${p}"/>${run(`<w:rFonts w:eastAsia="${p}" w:ascii="${p}"/><w:color w:val="${p}"/><w:highlight w:val="${p}"/>`, `T${p}`)}</w:p>` +
				`<w:p><w:hyperlink r:id="l${k}">${run('', 'L')}</w:hyperlink><w:hyperlink w:anchor="${p}">${run('', 'A')}</w:hyperlink>` +
				`<w:fldSimple w:instr="HYPERLINK &quot;${p}&quot;">${run('', 'F')}</w:fldSimple></w:p>`;
		}).join('');
		const text = await harmless(imported(docx(body, relations, { 'word/styles.xml': styles(sheet) })));
		const bare = (s) => s.replace(/[\s\u00a0\u2003\ufffd]+/g, '');
		const all = bare(text.join(''));
		for (const payload of batch) {
			const wanted = bare(`T${payload.replace(/[\0-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]/g, '')}`);
			if (/^[\x20-\x7e]*$/.test(wanted))
				assert.ok(all.includes(wanted), `the text is kept: ${payload}`);
		}
	}
});

test('what a clerk saves of it, on the reviewer\'s page and the portal', { timeout: 120000 }, async () => {
	const site = await start();
	try {
		const zfb = await people(site);
		const id = await fullDraft(zfb.clerk, { title: '<img src=x onerror=alert(1)>', body: ours.map((p) => `<p>P</p>${p}`).join('') });
		assert.equal((await submit(zfb.clerk, id)).status, 303);
		const seen = async (url, person) => {
			const { context, page, wrong, close } = await open(browser, site);
			if (person)
				await adopt(context, site, person);
			page.on('dialog', (d) => { wrong.push(`dialog ${d.message()}`); d.dismiss(); });
			await page.goto(url);
			await page.locator('.gw').first().waitFor();
			const bad = await page.evaluate(() => [...document.querySelectorAll('.gw *')].filter((e) => /^(script|iframe|svg|style|form)$/i.test(e.localName) || [...e.attributes].some((a) => /^on|^style$/i.test(a.name))).map((e) => e.outerHTML));
			assert.deepEqual(bad, []);
			assert.deepEqual(wrong, []);
			await close();
		};
		await seen(`/gkht/document/${id}`, zfb.reviewer);
		assert.equal((await reply(zfb.reviewer, id, 'approve')).status, 303);
		assert.equal((await publish(zfb.reviewer, id)).status, 303);
		await seen(address(site, id));
	} finally {
		await site.stop();
	}
});
