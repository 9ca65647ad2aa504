// 使用说明: its pictures are of the pages as they are now, every 【name】 of its
// text stands on them, it prints as one document; and the main screens fit
// into 320 px.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { adopt, launch, open, overflow } from '../browser.mjs';
import { figures, folder, names, reach, scene } from '../figures.mjs';
import { people } from '../office.mjs';
import { start, top } from '../site.mjs';

// where a page of a narrow telephone is worth the while
const NARROW = ['login', 'entry-list', 'entry-form', 'counter', 'review-list', 'review-screen', 'publish-ask', 'published-list', 'cases', 'case', 'case-reply', 'manage', 'users', 'settings'];
const kept = JSON.parse(readFileSync(`${top}/tests/data/figures.json`, 'utf8'));
let site, browser, zfb, made;
before(async () => {
	site = await start();
	browser = await launch();
	zfb = await people(site);
	made = await scene(site, zfb);
});
after(async () => {
	await browser?.close();
	await site?.stop();
});

async function as(role) {
	const at = await open(browser, site);
	at.context.setDefaultTimeout(60000);	// a cold editor on a busy machine
	if (role)
		await adopt(at.context, site, zfb[role]);
	return at;
}

async function look(role) {
	const { page, wrong, close } = await as(role);
	const found = [];
	for (const name of Object.keys(figures).filter((n) => figures[n].role === role)) {
		const is = await names(page, await reach(page, name, made));
		if (JSON.stringify(is) !== JSON.stringify(kept[name]))
			found.push(`${name} has ${is}, had ${kept[name]}: look at the text of 使用说明, then make pictures`);
		if (NARROW.includes(name)) {
			await page.setViewportSize({ width: 320, height: 640 });
			const out = await overflow(page);
			if (out > 0)
				found.push(`${name}: ${out} px stick out at 320 px`);
		}
	}
	await close();
	return [...found, ...wrong];
}

test('the pictures show what is there; the main screens fit into 320 px', { timeout: 400000 }, async () => {
	const roles = [undefined, 'clerk', 'reviewer', 'admin'];
	assert.deepEqual((await Promise.all(roles.map(look))).flat(), []);
});

// Names of the menus stand beside every page of their role.
const elsewhere = (name) => /【/.test(name) || Object.values(kept).some((list) => list.includes(name) && list.includes('信息'));

test('each picture is in its place in the size that is said; each name stands on one beside it; on paper it is one document', { timeout: 120000 }, async () => {
	const { page, wrong, close } = await as('clerk');
	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto('/gkht/help');
	assert.equal(await overflow(page), 0, '320 px');
	const shots = await page.locator('.shot img').evaluateAll(async (list) => {
		for (const image of list)
			image.loading = 'eager';
		await Promise.all(list.map((image) => image.decode()));
		return list.map((i) => ({ name: i.closest('figure').id.slice(2), width: i.naturalWidth, height: i.naturalHeight, said: [Number(i.getAttribute('width')), Number(i.getAttribute('height'))], alt: i.alt }));
	});
	assert.deepEqual(shots.map((s) => s.name).sort(), Object.keys(figures).sort());
	for (const s of shots) {
		assert.deepEqual(s.said, [s.width, s.height], s.name);
		assert.ok(s.alt.length > 10, s.name);
	}
	assert.deepEqual(readdirSync(folder).sort(), shots.map((s) => `${s.name}.webp`).sort());
	const bytes = shots.reduce((sum, s) => sum + statSync(`${folder}/${s.name}.webp`).size, 0);
	assert.ok(bytes < 1500000, `${bytes} bytes`);
	const parts = await page.locator('.how').evaluateAll((list) => list.map((e) => ({ id: e.id, text: e.textContent, shown: [...e.querySelectorAll('.shot')].map((f) => f.id.slice(2)) })));
	const missing = parts.flatMap(({ id, text, shown }) => [...text.matchAll(/【([^】]*)】/g)].map((m) => m[1])
		.filter((name) => !shown.some((s) => kept[s].includes(name)) && !elsewhere(name)).map((name) => `${id}: 【${name}】`));
	assert.deepEqual(missing, []);
	await page.setViewportSize({ width: 1366, height: 900 });
	const pdf = await page.pdf({ format: 'A4', margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } });
	const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
	assert.ok(sheets >= 8 && sheets <= 40, `${sheets} sheets`);
	await page.emulateMedia({ media: 'print' });
	for (const hidden of ['.head', '.menu', '[data-print]'])
		assert.ok(!await page.locator(hidden).first().isVisible(), hidden);
	for (const href of await page.locator('.help nav a').evaluateAll((a) => a.map((e) => e.getAttribute('href'))))
		assert.equal(await page.locator(href).count(), 1, href);
	for (const href of new Set(await page.locator('.how li a').evaluateAll((a) => a.map((e) => e.getAttribute('href')))))
		assert.equal((await zfb.clerk.get(href)).status, 200, href);
	assert.deepEqual(wrong, []);
	await close();
});
