// What programs read: the interface answers as its description says, feeds and
// sitemaps are valid and tell of what left, the copies of everything are whole.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { address, amend, inState, move, people } from '../office.mjs';
import { start, top } from '../site.mjs';

const spec = JSON.parse(readFileSync(join(top, 'static/openapi.json')));
let site, zfb, reader, id, at, deleted, withdrawn, ended;
before(async () => {
	site = await start();
	zfb = await people(site);
	reader = site.visitor();
	ended = [];
	for (const [action, state] of [['expire', 'expired'], ['repeal', 'repealed']]) {
		const over = await inState(zfb, 'published', { title: `不再有效的一条${action}` });
		assert.equal((await move(zfb.reviewer, over, action)).status, 303);
		ended.push([address(site, over), state]);
	}
	id = await inState(zfb, 'published', { title: '数据<接口>&"一条"' });
	at = address(site, id);
	await amend(zfb.admin, id, { note: '补充', summary: '补充后的概述' });
	const d = await inState(zfb, 'deleted', { title: '删除的一条' });
	const w = await inState(zfb, 'withdrawn', { title: '撤下的一条' });
	[deleted, withdrawn] = [address(site, d), address(site, w)];
	site.gkctl('register', 'sign');
	site.gkctl('drain');	// or pages change while they are asked for
});
after(() => site.stop());

// As much of JSON Schema as the description uses; what is not described is wrong.
function fits(schema, value, where, wrong = []) {
	if (schema.$ref)
		return fits(spec.components.schemas[schema.$ref.split('/').at(-1)], value, where, wrong);
	if (schema.anyOf) {
		if (!schema.anyOf.some((s) => fits(s, value, where).length === 0))
			wrong.push(`${where}: none of the choices`);
		return wrong;
	}
	const type = value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;
	if (![schema.type].flat().includes(type))
		wrong.push(`${where}: ${type}`);
	else if (type === 'array')
		value.forEach((v, k) => fits(schema.items, v, `${where}[${k}]`, wrong));
	else if (type === 'object') {
		for (const k of schema.required.filter((r) => !(r in value)))
			wrong.push(`${where}: no ${k}`);
		for (const [k, v] of Object.entries(value))
			schema.properties[k] ? fits(schema.properties[k], v, `${where}.${k}`, wrong) : wrong.push(`${where}: ${k} is not described`);
	} else if (type === 'string') {
		if (schema.enum && !schema.enum.includes(value))
			wrong.push(`${where}: ${value}`);
		if (schema.pattern && !new RegExp(schema.pattern).test(value))
			wrong.push(`${where}: ${value}`);
		if (schema.format === 'date-time' && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value))
			wrong.push(`${where}: ${value}`);
		if (schema.format === 'date' && !/^\d{4}-\d\d-\d\d$/.test(value))
			wrong.push(`${where}: ${value}`);
	}
	return wrong;
}

test('every answer is as described', async () => {
	const [, unit, number] = /\/doc\/(.*)\/(.*)/.exec(at);
	const path = (p) => p.replace('{unit}', unit).replace('{number}', number).replace('{version}', 1).replace('{line}', 1);
	const heads = site.sql('SELECT min(size) a, max(size) b FROM register_head WHERE size > 0')[0];
	const query = { proof: '?line=2', consistency: `?first=${heads.a}&second=${heads.b}`, documents: '?unit=zfb&limit=3' };
	for (const [p, { get }] of Object.entries(spec.paths)) {
		const url = `/api/v1${path(p)}${query[get.operationId] || ''}`;
		const page = await reader.get(url);
		assert.equal(page.status, 200, url);
		assert.equal(page.headers.get('content-type'), 'application/json; charset=utf-8');
		assert.equal(page.headers.get('access-control-allow-origin'), '*');
		assert.deepEqual(fits(get.responses[200].content['application/json'].schema, JSON.parse(page.text), url), []);
		const again = await reader.get(url, { headers: { 'if-none-match': page.headers.get('etag') } });
		assert.equal(again.status, 304, url);
	}
	for (const [url, status, schema] of [['/api/v1/nowhere', 404, 'Problem'], ['/api/v1/documents/zfb/2026-99999', 404, 'Problem'], [withdrawn.replace('/doc', '/api/v1/documents'), 404, 'Problem'],
		[deleted.replace('/doc', '/api/v1/documents'), 410, 'Tombstone'], ['/api/v1/documents?unit=nobody', 422, 'Problem'], ['/api/v1/documents?q=%ff', 400, 'Problem']]) {
		const page = await reader.get(url);
		assert.equal(page.status, status, url);
		assert.deepEqual(fits(spec.components.schemas[schema], JSON.parse(page.text), url), []);
	}
	assert.equal((await reader.get('/list')).headers.get('access-control-allow-origin'), null, 'pages are not open to other sites');
});

test('a number that is not as described is refused by its name, and nothing else is', async () => {
	for (const [p, { get }] of Object.entries(spec.paths)) {
		const asked = get.parameters.filter((q) => q.in === 'query');
		for (const { name, schema, required } of asked) {
			const answer = async (value, status) => {
				const with_year = name === 'month' ? '&year=2026' : '';
				const rest = asked.filter((q) => q.required && q.name !== name).map((q) => `&${q.name}=1`).join('');
				const page = await reader.get(`/api/v1${p}?${name}=${value}${rest}${with_year}`);
				const told = JSON.parse(page.text), what = `${p} ${name}=${value}`;
				assert.ok(status.includes(page.status), `${what}: ${page.status}`);
				assert.ok(get.responses[page.status], `${what}: ${page.status} is not described`);
				if (page.status !== 200) {
					assert.match(page.headers.get('content-type'), /problem\+json/);
					assert.deepEqual(fits(spec.components.schemas.Problem, told, what), []);
				}
				if ([400, 422].includes(page.status)) {
					assert.equal(told.field, name, what);
					assert.match(told.detail, /^请|^这一项重复了/, what);
				}
			};
			await answer(`1&${name}=1`, [400]);
			await answer('', required ? [422] : [200]);
			if (schema.type !== 'integer')
				continue;
			for (const bad of ['0', '-1', '1e9', 'abc', '1.5', '%2B1', '0x1', '9'.repeat(30), '%EF%BC%91', ...(schema.maximum ? [schema.maximum + 1] : [])])
				await answer(bad, [422]);
			for (const good of [schema.minimum, ...(schema.maximum ? [schema.maximum] : [])])
				await answer(good, [200, 404]);
		}
	}
	assert.match(JSON.parse((await reader.get('/api/v1/documents?limit=0')).text).detail, /1 到 100 的整数/);
	const all = async (q) => JSON.parse((await reader.get(`/api/v1/documents${q}`)).text).documents.length;
	const { schema } = spec.paths['/documents'].get.parameters.find((q) => q.name === 'limit');
	assert.equal(await all(''), await all(`?limit=${schema.default}`));
	assert.equal(await all('?limit=1'), 1);
});

test('what is not in force any more is as described, too', async () => {
	const filter = spec.paths['/documents'].get.parameters.find((p) => p.name === 'validity');
	const rows = async (validity) => {
		const answer = JSON.parse((await reader.get(`/api/v1/documents?unit=zfb&validity=${validity}`)).text);
		assert.deepEqual(fits({ $ref: '/Documents' }, answer, validity), []);
		return answer.documents;
	};
	for (const [path, state] of ended) {
		const told = JSON.parse((await reader.get(path.replace('/doc', '/api/v1/documents'))).text);
		assert.deepEqual(fits({ $ref: '/Document' }, told, path), []);
		assert.equal(told.state, state);
		assert.ok(filter.schema.enum.includes(state), state);
		const found = await rows(state);
		assert.ok(found.some((d) => d.path === path) && found.every((d) => d.state === state), state);
	}
	assert.match(site.gkctl('register', 'verify'), /all good/);
});

test('what was withdrawn leaves its number and when it left, and nothing of what it said', async () => {
	const [{ since, number }] = site.sql("SELECT since, number FROM register_line WHERE state = 'withdrawn' ORDER BY number DESC LIMIT 1");
	for (const path of [withdrawn, `${withdrawn}/v/1`, `${withdrawn}/pdf`, `${withdrawn}/file/1`]) {
		const page = await reader.get(path);
		assert.equal(page.status, 404, path);
		assert.match(page.plain, /这条信息已经撤下.*索引号 ZFB\/2026-\d{5} .*公开时间 \d{4}-\d\d-\d\d 至 \d{4}-\d\d-\d\d/, path);
		assert.ok(page.links.includes(`/register/${number}`), path);
		assert.ok(!page.plain.includes('撤下的一条'), path);
		assert.match(page.text, /<meta name="robots" content="noindex">/);
	}
	for (const path of ['', '/versions/1']) {
		const told = JSON.parse((await reader.get(withdrawn.replace('/doc', '/api/v1/documents') + path)).text);
		assert.deepEqual([told.status, told.state, told.left], [404, 'withdrawn', since]);
	}
	// what never was, and another way to write the address, are nothing at all
	for (const path of ['/doc/zfb/2026-99999', withdrawn.replace('zfb', 'ZFB')])
		assert.match((await reader.get(path)).plain, /没有找到这个页面/, path);
	assert.match((await reader.get(deleted)).text, /<dt>登记<\/dt><dd><a href="\/register\/\d+">/);
});

test('the page for people says what the description says', async () => {
	const page = await reader.get('/data/api');
	for (const [p, { get }] of Object.entries(spec.paths)) {
		assert.ok(page.plain.includes(`/api/v1${p} ${get.summary}`), p);
		for (const q of get.parameters)
			assert.ok(page.plain.includes(`${q.name} ${q.description}`), `${p} ${q.name}`);
	}
	assert.equal((page.text.replace(/<script type="application.ld.json">[^<]*/, '').match(/\/api\/v1\/[a-z]/g) || []).length, Object.keys(spec.paths).length + 1, 'and nothing else');
	assert.deepEqual(JSON.parse((await reader.get('/api/v1/openapi.json')).text), spec);
});

test('following next tells every document once', async () => {
	const seen = [];
	for (let url = '/api/v1/documents?limit=90'; url;) {
		const page = JSON.parse((await reader.get(url)).text);
		seen.push(...page.documents.map((d) => d.index_no));
		url = page.next;
	}
	const all = site.sql('SELECT index_no FROM public_document ORDER BY publication DESC').map((r) => r.index_no);
	assert.deepEqual(seen, all);
});

test('filters meet: kind, agency word, month, validity', async () => {
	const told = async (q) => {
		const seen = [];
		for (let url = `/api/v1/documents?limit=20&${q}`; url;) {
			const page = await reader.get(url);
			assert.equal(page.status, 200, url);
			const { documents, next } = JSON.parse(page.text);
			seen.push(...documents.map((d) => d.index_no));
			url = next;
		}
		return seen;
	};
	const there = (where) => site.sql(`SELECT index_no i FROM public_document WHERE ${where} ORDER BY publication DESC`).map((r) => r.i);
	const [{ kind, word }] = site.sql("SELECT kind_name kind, substr(doc_no, 1, instr(doc_no, '〔') - 1) word FROM public_document WHERE doc_no <> '' GROUP BY 1, 2 ORDER BY count(*) DESC LIMIT 1");
	const asked = {
		[`kind=${encodeURIComponent(kind)}`]: `kind_name = '${kind}'`,
		[`word=${encodeURIComponent(word)}`]: `doc_no LIKE '${word}〔%'`,
		'year=2026&month=10': "made_on LIKE '2026-10-%'",
		'validity=expired': "state = 'expired'",
		[`validity=valid&kind=${encodeURIComponent(kind)}&word=${encodeURIComponent(word)}&year=2026`]: `state = 'published' AND kind_name = '${kind}' AND doc_no LIKE '${word}〔2026〕%' AND made_on LIKE '2026-%'`,
	};
	for (const [q, where] of Object.entries(asked)) {
		assert.ok(there(where).length > 0, where);
		assert.deepEqual(await told(q), there(where), q);
	}
	for (const bad of ['kind=nothing', 'word=nothing', 'month=10', 'month=13&year=2026', 'validity=maybe'])
		assert.equal((await reader.get(`/api/v1/documents?${bad}`)).status, 422, bad);
});

let files = 0;
const xml = (text) => {
	const file = join(site.dir, `${++files}.xml`);
	writeFileSync(file, text);
	return (query) => execFileSync('xmllint', ['--nonet', '--xpath', query, file], { encoding: 'utf8' });
};
const local = (name) => `*[local-name()="${name}"]`;

test('feeds: what changed last, with what left', async () => {
	const page = await reader.get('/feed/atom?unit=zfb');
	assert.equal(page.headers.get('content-type'), 'application/atom+xml; charset=utf-8');
	const x = xml(page.text);
	assert.equal(x(`string(/${local('feed')}/${local('entry')}[1]/${local('title')})`).trim(), '数据<接口>&"一条"');
	const ids = x(`//${local('entry')}/${local('id')}/text()`).trim().split('\n');
	assert.equal(new Set(ids).size, ids.length, 'each once');
	assert.ok(ids[0].endsWith(at));
	for (const gone of [deleted, withdrawn])
		assert.equal(x(`count(//${local('deleted-entry')}[substring(@ref, string-length(@ref) - ${gone.length - 1}) = "${gone}"])`).trim(), '1', gone);
	const next = new URL(x(`string(//${local('link')}[@rel="next"]/@href)`).trim());
	assert.equal(xml((await reader.get(next.pathname + next.search)).text)(`count(//${local('entry')}[${local('id')}="${ids[0]}"])`).trim(), '0', 'the next page goes on');
	const [revised] = site.sql('SELECT at FROM register_line WHERE action = \'revise\' ORDER BY number DESC LIMIT 1');
	assert.equal(x(`string(//${local('entry')}[1]/${local('updated')})`).trim(), revised.at);
	assert.equal((await reader.get('/feed/atom?unit=zfb', { headers: { 'if-none-match': page.headers.get('etag') } })).status, 304);
	for (const url of ['/feed/atom', '/feed/rss', '/feed/rss?unit=zfb', '/feed/atom?category=guide', '/feed/rss?theme=1', '/feed/atom?q=%E9%80%9A%E7%9F%A5', '/feed/rss?q=%3C%26%22', '/feed/register'])
		xml((await reader.get(url)).text)('/*');
	assert.ok(/pubDate>\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000</.test((await reader.get('/feed/rss')).text));
	for (const [url, status] of [['/feed/atom?unit=nobody', 404], ['/feed/json', 404], ['/feed/atom?unit=zfb&theme=1', 422], ['/feed/atom?before=x', 422]])
		assert.equal((await reader.get(url)).status, status, url);
	assert.match((await reader.get('/list')).text, /<link rel="alternate" type="application\/atom\+xml"/);
	// a search tells when something of what it found changed, and is narrowed as a search is
	const search = async (q) => xml((await reader.get(`/feed/atom?q=${q}`)).text);
	const later = site.sql("SELECT action, max(index_no) i, at FROM register_line l WHERE action IN ('revise', 'expire') AND number = (SELECT max(number) FROM register_line n WHERE n.index_no = l.index_no) AND at > (SELECT published FROM public_document p WHERE p.index_no = l.index_no) GROUP BY action");
	assert.ok(later.length > 0);
	for (const old of later) {
		const found = await search(encodeURIComponent(old.i));
		assert.equal(found(`string(//${local('entry')}/${local('updated')})`).trim(), old.at, old.action);
		assert.equal(found(`string(/${local('feed')}/${local('updated')})`).trim(), old.at);
	}
	const hit = `//${local('entry')}[substring(${local('id')}, string-length(${local('id')}) - ${at.length - 1}) = "${at}"]`;
	for (const [narrow, n] of [['&unit=zfb', 1], ['&unit=czj', 0], ['&unit=zfb&category=guide', 0]])
		assert.equal((await search(encodeURIComponent('数据 接口') + narrow))(`count(${hit})`).trim(), String(n), narrow);
	assert.match((await reader.get(`/feed/atom?q=${encodeURIComponent('通知')}&unit=zfb&theme=1`)).text, /<title>[^<]*：通知 宝坻区人民政府办公室 [^<]+<\/title>[^]*rel="alternate" type="text\/html" href="[^"]*\/search\?q=%E9%80%9A%E7%9F%A5&amp;unit=zfb&amp;theme=1"/);
	for (const q of ['%EF%BF%BF', '%EF%BF%BE', '%F0%9F%98%80', '%C2%A0%5D%5D%3E'])
		for (const kind of ['atom', 'rss'])
			xml((await reader.get(`/feed/${kind}?q=${q}`)).text)('/*');
	const heads = xml((await reader.get('/feed/register')).text);
	assert.equal(heads(`string(//${local('entry')}[1]/${local('updated')})`).trim(), site.sql('SELECT max(at) a FROM register_head')[0].a);
});

test('sitemaps hold every public document once, robots.txt names them', async () => {
	const robots = (await reader.get('/robots.txt')).text;
	assert.match(robots, /^Sitemap: https:.*\/sitemap\.xml$/m);
	assert.match(robots, /^Disallow: \/apply\/status$/m);
	// what a search finds may be kept by others, each question once
	assert.match(robots, /^Disallow: \/search\?\*&$/m);
	for (const [at, kept] of [['/search', true], ['/search?q=%E9%80%9A%E7%9F%A5', true], ['/search?q=%E9%80%9A%E7%9F%A5&unit=zfb', false], ['/search?q=%E9%BE%98%E9%BE%98', false]])
		assert.equal(!(await reader.get(at)).text.includes('<meta name="robots" content="noindex">'), kept, at);
	const index = xml((await reader.get('/sitemap.xml')).text)(`//${local('loc')}/text()`).trim().split('\n');
	const pages = xml((await reader.get('/sitemap/pages.xml')).text)(`//${local('loc')}/text()`).trim().split('\n').map((l) => new URL(l));
	assert.equal(new Set(pages.map(String)).size, pages.length);
	for (const page of ['/leaders', '/organisation', '/staff', '/statistics', '/map', '/data', ...pages.map((l) => l.pathname + l.search)]) {
		assert.ok(pages.some((l) => l.pathname + l.search === page), page);
		const { status, text } = await reader.get(page);
		assert.equal(status, 200, page);
		assert.doesNotMatch(text, /noindex/, page);
		assert.ok(text.includes(`<link rel="canonical" href="${new URL(page, pages[0]).href.replaceAll('&', '&amp;')}">`), page);
	}
	const found = [];
	for (const loc of index) {
		const page = await reader.get(new URL(loc).pathname);
		assert.equal(page.status, 200, loc);
		found.push(...xml(page.text)(`//${local('loc')}/text()`).trim().split('\n').filter((l) => l.includes('/doc/')).map((l) => new URL(l).pathname));
	}
	const all = site.sql('SELECT lower(index_no) n FROM public_document').map((r) => `/doc/${r.n}`);
	assert.deepEqual(found.sort(), all.sort());
	assert.ok(!found.includes(deleted) && !found.includes(withdrawn));
	assert.equal((await reader.get('/sitemap/1999-01.xml')).status, 404);
	assert.equal((await reader.get('/sitemap/2026-1.xml')).status, 404);
});

test('where a district and its units disclose what', async () => {
	const d = JSON.parse((await reader.get('/.well-known/disclosure.json')).text);
	assert.equal(d.units.length, 60);
	const u = JSON.parse((await reader.get(new URL(d.units[0].disclosure).pathname)).text);
	assert.equal(u.unit.code, d.units[0].code);
	for (const url of [d.guide, d.rules, d.catalogue, d.reports, d.apply, d.feeds.atom, d.api, d.openapi, d.dcat, u.guide, u.rules, u.catalogue, u.documents, u.apply, u.feeds.rss, u.api]) {
		const { pathname, search } = new URL(url);
		assert.equal((await reader.get(pathname + search)).status, 200, url);
	}
	assert.equal((await reader.get('/.well-known/disclosure/nobody.json')).status, 404);
});

test('the copy of everything is whole and offered', async () => {
	assert.match((await reader.get('/data/api')).plain, /还没有制作/);
	assert.match(site.gkctl('dump'), /5 files/);
	const page = await reader.get('/data/api');
	const sums = (await reader.get('/data/dump/SHA256SUMS')).text.trim().split('\n').map((l) => l.split('  '));
	assert.equal(sums.length, 5);
	const file = {};
	for (const [sum, name] of sums) {
		const bytes = Buffer.from(await (await fetch(`${site.url}/data/dump/${name}`)).arrayBuffer());
		assert.equal(createHash('sha256').update(bytes).digest('hex'), sum, name);
		assert.ok(page.plain.includes(sum), name);
		file[name] = gunzipSync(bytes).toString();
	}
	const docs = file['documents.jsonl.gz'].trim().split('\n').map((l) => JSON.parse(l));
	assert.deepEqual(docs.map((d) => d.index_no), site.sql('SELECT index_no FROM public_document ORDER BY publication').map((r) => r.index_no));
	docs.forEach((d) => assert.deepEqual(fits({ $ref: '/Document' }, d, d.index_no), []));
	assert.deepEqual(docs.find((d) => d.path === at), JSON.parse((await reader.get(at.replace('/doc', '/api/v1/documents'))).text), 'the same as the interface');
	assert.equal(file['documents.csv.gz'].trim().split('\r\n').length, docs.length + 1);
	assert.equal(file['register.jsonl.gz'].trim().split('\n').length, site.sql('SELECT count(*) n FROM register_line')[0].n);
	const dcat = JSON.parse((await reader.get('/data/catalogue.jsonld')).text);
	assert.equal(dcat['dcat:dataset'][0]['dcat:distribution'].filter((x) => x['spdx:checksum']).length, 5);
	assert.ok([400, 404].includes((await reader.get('/data/dump/..%2Fxxgk.db')).status));
	assert.equal((await reader.get('/data/dump/xxgk.db')).status, 404);
});
