// Lists: filters that meet, orders, pages by key, and the same rows as files.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from '../site.mjs';

let site, reader, all;
before(async () => {
	site = await start();
	reader = site.visitor();
	all = (await json('')).documents;
});
after(() => site.stop());

async function json(query) {
	const page = await reader.get(`/list.json${query && '?'}${query}`);
	assert.equal(page.status, 200, query);
	return JSON.parse(page.text);
}
const links = (page) => [...page.text.matchAll(/<td class="t"><a href="(\/doc\/[^"]+)"/g)].map((m) => m[1]);
const path = (d) => new URL(d.url).pathname;
const next = (page) => (/<a href="([^"]*)" rel="next"/.exec(page.text)?.[1] || '').replaceAll('&amp;', '&');
const previous = (page) => (/<a href="([^"]*)" rel="prev"/.exec(page.text)?.[1] || '').replaceAll('&amp;', '&');

// All pages of a list, and back again.
async function walk(query) {
	const pages = [];
	let at = `/list?${query}`;
	while (at) {
		const page = await reader.get(at);
		assert.equal(page.status, 200, at);
		pages.push({ at, rows: links(page), previous: previous(page) });
		at = next(page) && `/list${next(page)}`;
		assert.ok(pages.length < 60);
	}
	for (const [k, p] of pages.entries()) {
		assert.equal(p.previous === '' && k > 0, false, `${p.at} leads back`);
		if (k > 0)
			assert.deepEqual(links(await reader.get(`/list${p.previous || '?'}`)), pages[k - 1].rows, p.at);
	}
	return pages.flatMap((p) => p.rows);
}

test('what the file holds is what the pages show, in every order', async () => {
	for (const query of ['', 'unit=zfb', 'unit=zfb&sort=made', 'sort=number&unit=zfb', 'year=2026&sort=made&validity=valid', 'unit=zfb&year=2026&validity=expired']) {
		const { documents, complete, total } = await json(query);
		assert.deepEqual(await walk(query), documents.map(path), query);
		assert.equal(total, documents.length, query);
		assert.ok(complete);
	}
});

test('filters that meet hold what meets them all', async () => {
	const kinds = site.sql('SELECT id, name FROM vocabulary WHERE list = \'kind\'');
	const themes = site.sql('SELECT id, name FROM vocabulary WHERE list = \'theme\'');
	const units = site.sql('SELECT code, short_name FROM unit');
	const keep = {
		unit: (d, v) => d.unit === units.find((u) => u.code === v).short_name,
		kind: (d, v) => d.kind === kinds.find((k) => k.id === Number(v)).name,
		theme: (d, v) => d.theme === themes.find((t) => t.id === Number(v)).name,
		year: (d, v) => d.made_on?.startsWith(v), month: (d, v) => Number(d.made_on?.slice(5, 7)) === Number(v),
		word: (d, v) => d.doc_no?.startsWith(`${v}〔`), validity: (d, v) => d.validity === v,
	};
	let met = 0;
	for (const d of all.slice(0, 60)) {
		const is = {
			unit: units.find((u) => u.short_name === d.unit).code, kind: kinds.find((k) => k.name === d.kind)?.id, theme: themes.find((t) => t.name === d.theme)?.id,
			year: d.made_on?.slice(0, 4), month: Number(d.made_on?.slice(5, 7)), word: d.doc_no?.split('〔')[0], validity: d.validity,
		};
		const names = Object.keys(is).filter((n) => is[n] && (n !== 'month' || is.year)).filter(() => (met = (met * 31 + 7) % 97) % 3);
		if (names.includes('month') && !names.includes('year'))
			names.push('year');
		const got = (await json(names.map((n) => `${n}=${encodeURIComponent(is[n])}`).join('&'))).documents;
		const want = all.filter((e) => names.every((n) => keep[n](e, String(is[n]))));
		assert.deepEqual(got.map((e) => e.index_no), want.map((e) => e.index_no), names.join());
		assert.ok(got.some((e) => e.index_no === d.index_no), d.index_no);
	}
});

test('by day the newest come first, by number those of a word stand together', async () => {
	const made = (await json('sort=made')).documents.map((d) => d.made_on);
	assert.deepEqual(made, [...made].sort().reverse());
	const numbered = (await json('sort=number')).documents.filter((d) => d.doc_no);
	const words = numbered.map((d) => d.doc_no.split('〔')[0]);
	assert.equal(words.filter((w, k) => w !== words[k - 1]).length, new Set(words).size);
	for (let k = 1; k < numbered.length; k++) {
		const [a, b] = [k - 1, k].map((n) => /^(.*)〔(\d+)〕(\d+)号/.exec(numbered[n].doc_no));
		if (a[1] === b[1])
			assert.ok(a[2] > b[2] || (a[2] === b[2] && Number(a[3]) >= Number(b[3])), `${a[0]} before ${b[0]}`);
	}
});

test('each filter is a chip that takes it away', async () => {
	const word = all.find((d) => d.doc_no && d.unit === '区政府办公室').doc_no.split('〔')[0];
	const page = await reader.get(`/list?unit=zfb&year=2026&month=10&validity=valid&word=${encodeURIComponent(word)}&sort=made`);
	assert.equal(page.status, 200);
	for (const text of ['单位：区政府办公室', '成文年份：2026 年', '月份：10 月', '有效性：有效', `文号：${word}`])
		assert.ok(page.plain.includes(text), text);
	const chips = [...page.text.matchAll(/<a class="chip" href="([^"]*)"/g)].map((m) => m[1].replaceAll('&amp;', '&'));
	assert.equal(chips.length, 5);
	for (const c of chips) {
		assert.equal((await reader.get(c)).status, 200, c);
		assert.ok(c.includes('sort=made'), c);
	}
	assert.ok(chips.some((c) => !c.includes('year=') && !c.includes('month=')), 'the month goes with its year');
});

test('files have a Chinese name and the columns of the list', async () => {
	const csv = await reader.get('/list.csv?unit=zfb&category=a20-1-policy');
	assert.match(csv.headers.get('content-disposition'), /filename\*=UTF-8''%E6%94%BF%E5%BA%9C/);
	assert.equal(decodeURIComponent(/UTF-8''(\S+)/.exec(csv.headers.get('content-disposition'))[1]), '政府信息公开目录-区政府办公室-政策文件.csv');
	const lines = csv.text.replace(/^\ufeff/, '').trim().split('\r\n');
	assert.equal(lines[0], '索引号,名称,文号,发布机构,体裁,主题分类,成文日期,发布日期,有效性,网址');
	assert.equal(lines.length - 1, (await json('unit=zfb&category=a20-1-policy')).documents.length);
	const xlsx = await fetch(`${site.url}/list.xlsx?unit=zfb&category=a20-1-policy`);
	assert.equal(xlsx.headers.get('content-type'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
	const dir = mkdtempSync(join(tmpdir(), 'xlsx-'));
	try {
		writeFileSync(join(dir, 'a.xlsx'), Buffer.from(await xlsx.arrayBuffer()));
		const sheet = execFileSync('unzip', ['-p', join(dir, 'a.xlsx'), 'xl/worksheets/sheet1.xml'], { encoding: 'utf8' });
		assert.equal((sheet.match(/<row /g) || []).length, lines.length);
		for (const cell of lines[1].split(',').slice(0, 3))
			assert.ok(sheet.includes(`>${cell}</t>`), cell);
	} finally {
		rmSync(dir, { recursive: true });
	}
});

test('addresses that ask for nothing there is', async () => {
	for (const [query, status] of [['unit=nowhere', 404], ['kind=999999', 404], ['word=%E6%97%A0', 404], ['validity=x', 422], ['sort=x', 422], ['month=13', 422], ['word=%FF', 400], [`word=${'x'.repeat(500)}`, 422]])
		for (const at of ['/list', '/list.csv', '/list.json', '/list.xlsx'])
			assert.equal((await reader.get(`${at}?${query}`)).status, status, `${at}?${query}`);
	for (const query of ['month=3', 'month=3&year=', 'unit=zfb&month=3&sort=made'])
		for (const at of ['/list.csv', '/list.json', '/list.xlsx', '/api/v1/documents']) {
			const page = await reader.get(`${at}?${query}`.replace(/(api.*)&sort=made/, '$1'));
			assert.equal(page.status, 422, `${at}?${query}`);
			assert.match(at.includes('api') ? page.text : page.plain, /请再选一个年份，或者不选月份。/, 'a month without a year is told, not left out');
		}
	assert.equal((await reader.get('/list?year=&month=')).status, 200);
	// who takes the year out of the filters has not done anything wrong
	const page = await reader.get('/list?unit=zfb&year=&month=3');
	assert.equal(page.status, 200);
	assert.match(page.plain, /没有选年份，所以没有按 3 月筛选。请再选一个年份。/);
	assert.doesNotMatch((await reader.get('/list?year=2025&month=3')).plain, /没有选年份/);
});

test('all units, by group and by the letter that their short names are looked for', async () => {
	const page = await reader.get('/units');
	const names = site.sql("SELECT code, short_name name FROM unit WHERE enabled = 1");
	const letters = [...page.text.matchAll(/<h2 class="h3">([A-Z#])<\/h2>(.*?)<\/ul>/gs)].flatMap(([, letter, list]) =>
		[...list.matchAll(/href="\/unit\/(\w+)">([^<]*)</g)].map(([, code, name]) => ({ letter, code, name })));
	assert.deepEqual(letters.map((u) => u.code).sort(), names.map((u) => u.code).sort(), 'each once');
	for (const u of letters)
		assert.equal(u.name, names.find((n) => n.code === u.code).name);
	for (const [code, letter] of Object.entries({ jyj: 'J', gafj: 'G', gzfj: 'G', jkq: 'B', bmcz: 'B' }))
		assert.equal(letters.find((u) => u.code === code).letter, letter, code);
	assert.equal([...page.text.matchAll(/<h2 id="k-\w+">/g)].length, 4);
	for (const { code } of names)
		assert.ok(page.text.includes(`<td class="t"><a href="/unit/${code}">`), code);
	const guide = await reader.get('/guide?unit=czj');
	assert.ok(guide.links.includes('/guide?unit=gafj'), 'the same page of another unit');
});
