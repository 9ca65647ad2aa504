// The lists of the back office keep their conditions, order and place: over
// pages, into a document and back, by keyboard and by double click.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, login, open } from '../browser.mjs';
import { draft, people } from '../office.mjs';
import { start } from '../site.mjs';

const WORD = '名单里的一条';
let site, browser;
before(async () => {
	site = await start();
	browser = await launch();
	const { clerk } = await people(site);
	const id = await draft(clerk, { title: `${WORD}000`, openness: 'active' });
	const [{ document, revision }] = site.sql("SELECT (SELECT v FROM seq WHERE name = 'document') document, (SELECT v FROM seq WHERE name = 'revision') revision");
	site.sql(`CREATE TEMP TABLE more AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 44) SELECT i FROM n;
		INSERT INTO revision (id, document_id, number, title, title_sort, created_by, created, saved_by)
			SELECT ${revision} + i, ${document} + i, 1, '${WORD}' || printf('%03d', i), r.title_sort || printf('%03d', i), d.entered_by, d.created, d.entered_by FROM more, document d JOIN revision r ON r.id = d.revision_id WHERE d.id = ${id};
		INSERT INTO document (id, unit_id, state, version, revision_id, entered_by, created, modified, title_sort)
			SELECT ${document} + i, d.unit_id, 'draft', 1, ${revision} + i, d.entered_by, d.created, d.created, r.title_sort FROM more, document d JOIN revision r ON r.id = ${revision} + i WHERE d.id = ${id};
		UPDATE seq SET v = v + 44 WHERE name IN ('document', 'revision');`);
});
after(async () => {
	await browser?.close();
	await site?.stop();
});

const titles = (page) => page.locator('[data-rows] .t a').allTextContents();
const query = (page) => {
	const q = new URL(page.url()).searchParams;
	q.delete('on');
	return q.toString();
};

test('下一页, a document opened by Enter and by double click, and back: the same list at the same row', { timeout: 120000 }, async () => {
	const o = await open(browser, site), { page } = o;
	await login(page, 'zfb002');
	await page.goto('/gkht/entry');
	await page.getByLabel('名称、文号或索引号').fill(WORD);
	await page.locator('summary').filter({ hasText: '更多条件' }).click();
	await page.getByLabel('公开方式').selectOption('active');
	await page.getByRole('button', { name: '筛选' }).click();
	await page.getByText('公开方式：主动公开').waitFor();
	await page.getByRole('link', { name: '信息名称' }).click();
	await page.waitForURL(/sort=title-up/);
	const first = await titles(page);
	assert.equal(first.length, 20);
	assert.deepEqual(first, [...first].sort(), 'by name');

	await page.getByRole('link', { name: '下一页' }).click();
	await page.waitForURL(/after_id=/);
	const second = await titles(page), at = query(page);
	assert.ok(second[0] > first[19]);
	assert.match(at, /openness=active/);
	assert.match(at, /sort=title-up/);

	const third = page.locator('[data-rows] .t a').nth(2);
	await third.focus();
	await page.keyboard.press('Enter');
	await page.locator('#dlg').waitFor();
	await page.getByRole('button', { name: '关闭' }).press('Enter');
	await page.locator('#dlg').waitFor({ state: 'detached' });
	await page.locator('tr.on').waitFor();
	assert.equal(query(page), at, 'the same conditions, order and page');
	assert.deepEqual(await titles(page), second);
	assert.equal(await page.evaluate(() => document.activeElement.textContent), second[2], 'the focus is where it was');

	await page.locator('[data-rows] tbody tr').nth(5).locator('td').last().dblclick();
	await page.locator('#dlg').waitFor();
	await page.getByRole('button', { name: '关闭' }).click();
	await page.locator('#dlg').waitFor({ state: 'detached' });
	await page.locator('tr.on').waitFor();
	assert.equal(query(page), at);
	assert.match(await page.locator('tr.on .t a').textContent(), new RegExp(second[5]));

	await page.getByRole('link', { name: '下一页' }).click();
	await page.waitForFunction((was) => !document.querySelector('[data-rows] .t a').textContent.includes(was), second[0]);
	assert.ok((await titles(page))[0] > second[19]);
	await page.goBack();
	await page.getByText(second[0], { exact: true }).waitFor();
	assert.equal(query(page), at);
	await page.getByRole('link', { name: '回到第一页' }).click();
	await page.getByText(first[0], { exact: true }).waitFor();
	assert.match(query(page), /openness=active/);
	assert.deepEqual(await titles(page), first);
	assert.deepEqual(o.wrong, []);
	await o.close();
});

test('the head of a table stays in sight at every width where it is a table, also of one that is moved sideways', { timeout: 120000 }, async () => {
	for (const [width, script, fits] of [[820, true, false], [1024, true, false], [1366, true, true], [1366, false, true]]) {
		const o = await open(browser, site, { script, viewport: { width, height: 600 } }), { page } = o;
		await login(page, 'zfb002');
		await page.goto('/gkht/entry?size=100');
		const head = page.locator('[data-rows] th').nth(1), box = page.locator('.scroll:has([data-rows])');
		const top = async () => Math.round((await head.boundingBox()).y);
		if (script)
			await page.waitForFunction((is) => document.querySelector('.scroll:has([data-rows])').classList.contains('fits') === is, fits);
		await page.mouse.move(width / 2, 300);
		await page.mouse.wheel(0, (await top()) + 400);
		for (let k = 0; k < 50 && (await box.boundingBox()).y > -100; k++)
			await page.waitForTimeout(100);
		await page.waitForTimeout(200);
		assert.ok((await box.boundingBox()).y < -100);
		assert.equal(await top(), 0, `${width}, script ${script}`);
		if (!fits) {
			await page.mouse.wheel(60, 0);
			await page.waitForFunction(() => document.querySelector('.scroll:has([data-rows])').scrollLeft > 20);
			const cell = await page.locator('[data-rows] tbody tr').nth(9).locator('td').nth(1).boundingBox();
			assert.equal(Math.round((await head.boundingBox()).x), Math.round(cell.x), 'over its column');
		}
		// what gets the focus by going up does not lie under it
		const links = page.locator('[data-rows] .t a');
		await links.nth(12).focus();
		await links.nth(1).focus();
		const { y } = await links.nth(1).boundingBox(), under = await head.boundingBox();
		assert.ok(y >= under.y + under.height - 1 || under.y > 0, `${y} under ${under.y + under.height}`);
		assert.deepEqual(o.wrong, []);
		await o.close();
	}
});
