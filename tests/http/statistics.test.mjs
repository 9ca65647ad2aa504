// 统计: what the page shows is what the database holds, and what its files say.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { day, fullDraft, inState, people, publish, reply, submit } from '../office.mjs';
import { start } from '../site.mjs';

let site, zfb, czj, year;
before(async () => {
	site = await start();
	zfb = await people(site);
	czj = await people(site, 'czj');
	year = day().slice(0, 4);
	const late = await fullDraft(czj.clerk, { title: '晚了公开', made_on: day(-60), late: '等待上级批复' });
	await submit(czj.clerk, late);
	await reply(czj.reviewer, late, 'approve');
	assert.equal((await publish(czj.reviewer, late)).status, 303);
	await inState(czj, 'published', { title: '当天公开', made_on: day() });
});
after(() => site.stop());

async function csv(who, query = '') {
	const page = await who.get(`/gkht/statistics.csv${query}`);
	assert.equal(page.status, 200);
	const [head, ...rows] = page.text.replace(/^\ufeff/, '').trim().split('\r\n').map((line) => line.split(','));
	assert.deepEqual(head, ['统计项目', '名称', '条数']);
	return rows;
}
const of = (rows, subject) => Object.fromEntries(rows.filter((r) => r[0] === subject).map((r) => [r[1], Number(r[2])]));
const sum = (counts) => Object.values(counts).reduce((a, b) => a + b, 0);

test('months, clerks and states add up to what there is', async () => {
	const rows = await csv(czj.admin);
	const [{ id }] = site.sql("SELECT id FROM unit WHERE code = 'czj'");
	const published = site.sql(`SELECT count(*) n FROM document WHERE unit_id = ${id} AND first_published >= '${year - 1}-12-31T16:00:00Z'`)[0].n;
	assert.equal(Object.keys(of(rows, '各月首次发布')).length, 12);
	assert.equal(sum(of(rows, '各月首次发布')), published);
	assert.equal(sum(of(rows, '各录入人首次发布')), published);
	assert.equal(sum(of(rows, '各状态（不分年份）')), site.sql(`SELECT count(*) n FROM document WHERE unit_id = ${id}`)[0].n);
	const page = await czj.admin.get('/gkht/statistics');
	for (const [, name, n] of rows.filter((r) => r[0] !== '各月首次发布'))
		assert.ok(page.text.includes(`<tr><td>${name}</td><td class="rt n">${n}</td></tr>`), name);
});

test('how soon it became public, and whether the late ones say why', async () => {
	const before = of(await csv(czj.admin), '主动公开用时');
	assert.equal(before['超期，已说明理由'], 1);
	await inState(czj, 'published', { title: '又是当天', made_on: day() });
	const now = of(await csv(czj.admin), '主动公开用时');
	assert.equal(now['5 个工作日内'], before['5 个工作日内'] + 1);
	assert.equal(sum(now), sum(before) + 1);
});

test('现在前台可见 is what the portal shows, without what is in the catalogues alone', async () => {
	await inState(czj, 'published', { title: '不予公开', openness: 'closed' });
	await inState(czj, 'expired', { title: '失效了' });
	const [{ all, old }] = site.sql("SELECT count(*) \"all\", sum(state = 'expired') old FROM public_document WHERE unit_code = 'czj'");
	assert.match((await czj.admin.get('/gkht/statistics')).plain, new RegExp(`现在前台可见 ${all} 条 其中失效、废止 ${old} 条`));
	const api = JSON.parse((await site.visitor().get('/api/v1/documents?unit=czj&limit=1')).text);
	assert.equal(api.total, all);
});

test('a part of the year holds its months alone', async () => {
	const whole = of(await csv(zfb.admin, `?year=${year}`), '各月首次发布');
	const quarters = [];
	for (const part of [3, 4, 5, 6])
		quarters.push(of(await csv(zfb.admin, `?year=${year}&part=${part}`), '各月首次发布'));
	assert.deepEqual(Object.assign({}, ...quarters), whole);
	assert.deepEqual(Object.keys(quarters[1]), ['4 月', '5 月', '6 月']);
	const page = await zfb.admin.get(`/gkht/statistics?year=${year}&part=4`);
	assert.match(page.plain, new RegExp(`${year}-04-01 至 ${year}-06-30`));
	assert.match(page.text, /<option value="4" selected>二季度/);
	assert.match((await zfb.admin.get('/gkht/statistics?part=7')).text, /<option value="0" selected>全年/);
});

test('the workbook holds the rows of the csv', async () => {
	const book = join(site.dir, 'a.xlsx');
	const headers = { cookie: [...czj.admin.jar].map(([k, v]) => `${k}=${v}`).join('; ') };
	writeFileSync(book, Buffer.from(await (await fetch(`${site.url}/gkht/statistics.xlsx`, { headers })).arrayBuffer()));
	const sheet = execFileSync('unzip', ['-p', book, 'xl/worksheets/sheet1.xml'], { encoding: 'utf8' });
	const rows = await csv(czj.admin);
	assert.equal(sheet.split('<row ').length - 2, rows.length);
	for (const name of ['当', '晚'])
		assert.ok(!sheet.includes(name), 'figures alone');
	assert.match(sheet, /超期，已说明理由/);
});

test('the whole district for the supervising unit alone; nothing for others', async () => {
	const all = of(await csv(zfb.admin), '各单位主动公开');
	const [{ name }] = site.sql("SELECT name FROM unit WHERE code = 'czj'");
	assert.equal(all[name], sum(of(await csv(czj.admin), '主动公开用时')));
	assert.deepEqual(of(await csv(czj.admin), '各单位主动公开'), {});
	assert.doesNotMatch((await czj.admin.get('/gkht/statistics')).plain, /各单位/);
	for (const who of [czj.clerk, czj.reviewer])
		for (const at of ['statistics', 'statistics.csv', 'statistics.xlsx'])
			assert.equal((await who.get(`/gkht/${at}`)).status, 403);
});

test('what a unit has nothing in is told to it, and not shown to the public', async () => {
	const blank = [...(await czj.admin.get('/gkht/statistics')).text.matchAll(/<tr><td class="t">([^<]*)<\/td><td class="n w" data-l="上级栏目">/g)].map(([, name]) => name);
	const filled = site.sql(`SELECT DISTINCT c.code, c.name FROM public_document p JOIN revision_category r ON r.revision_id = p.revision_id
		JOIN category c ON c.id = r.category_id WHERE p.unit_code = 'czj' AND c.code LIKE 'a2%' AND NOT EXISTS (SELECT 1 FROM category k WHERE k.parent_id = c.id)`);
	const leaves = site.sql('SELECT code, name FROM category c WHERE c.code LIKE \'a2%\' AND NOT EXISTS (SELECT 1 FROM category k WHERE k.parent_id = c.id)');
	assert.ok(blank.length > 0 && filled.length > 0);
	const shown = (await site.visitor().get('/open?unit=czj')).links;
	for (const { code } of filled)
		assert.ok(shown.some((l) => l.includes(`category=${code}`)), code);
	for (const { code, name } of leaves.filter((l) => blank.includes(l.name) && !filled.some((f) => f.name === l.name)))
		assert.ok(!shown.some((l) => l.includes(`category=${code}&`) || l.endsWith(`category=${code}`)), `${name} is empty`);
	for (const { name } of filled)
		assert.ok(!blank.includes(name) || leaves.filter((l) => l.name === name).length > 1, name);
});
