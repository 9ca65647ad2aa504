// What the head of every page tells programs: the tags of 政府网站发展指引
// (国办发〔2017〕47号), a description, one address, feeds, schema.org.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, amend, inState, people } from '../office.mjs';
import { routes, start } from '../site.mjs';

const NASTY = '</script><script>alert(1)</script>"\'&amp;\\u2028<!-- 名称';
let site, reader, ids, at, pages;
before(async () => {
	site = await start();
	reader = site.visitor();
	const zfb = await people(site);
	ids = {};
	for (const state of ['published', 'expired', 'deleted'])
		ids[state] = await inState(zfb, state, { title: `${NASTY}${state}`, doc_no: state === 'published' ? '宝坻政办发〔2026〕8801号' : '' });
	await amend(zfb.admin, ids.published, { note: '补充', summary: '补充后的概述' });
	at = address(site, ids.published);
	pages = {
		'/unit/:code': ['/unit/zfb'], '/register/:line': ['/register/1'], '/list': ['/list', '/list?unit=zfb', '/list?category=a20-1', '/list?theme=1&year=2026'],
		'/doc/:unit/:number': [at, address(site, ids.expired), address(site, ids.deleted)], '/doc/:unit/:number/v/:n': [`${at}/v/1`], '/doc/:unit/:number/compare': [`${at}/compare`],
		'/search': ['/search', '/search?q=%E9%80%9A%E7%9F%A5'], '/rules': ['/rules', '/rules?unit=zfb'], '/apply': ['/apply', '/apply?unit=zfb'], '/apply/form/:step': ['/apply/form/unit'],
	};
});
after(() => site.stop());

function metas(html) {
	const found = new Map();
	for (const [, , name, content] of html.slice(0, html.indexOf('</head>')).matchAll(/<meta (name|property)="([^"]*)" content="([^"]*)"/g))
		found.set(name.toLowerCase(), [...found.get(name.toLowerCase()) ?? [], content]);
	return found;
}
const one = (tags, name, where) => {
	const all = tags.get(name.toLowerCase()) ?? [];
	assert.equal(all.length, 1, `${where}: ${all.length} times ${name}`);
	assert.notEqual(all[0].trim(), '', `${where}: ${name} is empty`);
	return all[0];
};
const data = (html) => JSON.parse(/<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html)[1])['@graph'];

test('every page names the site, itself and what it is about', async () => {
	let seen = 0;
	for (const r of routes('portal').filter((r) => r.method === 'GET' && !/\.|^\/(api|feed)\//.test(r.path))) {
		for (const path of pages[r.path] ?? (r.path.includes(':') ? [] : [r.path])) {
			const page = await reader.get(path);
			if (!/text\/html/.test(page.headers.get('content-type')) || ![200, 410].includes(page.status))
				continue;
			seen++;
			const tags = metas(page.text), document = /^\/doc\//.test(path);
			for (const name of ['SiteName', 'SiteDomain', 'SiteIDCode', 'description', ...document ? ['ArticleTitle', 'PubDate', 'ContentSource'] : ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType']])
				one(tags, name, path);
			if (document)
				assert.match(one(tags, 'PubDate', path), /^\d{4}-\d\d-\d\d \d\d:\d\d$/);
			assert.match(page.text, /<title>[^<]+<\/title>/, path);
			const canonical = [...page.text.matchAll(/<link rel="canonical" href="([^"]*)">/g)];
			if (!tags.has('robots')) {
				assert.equal(canonical.length, 1, path);
				assert.match(canonical[0][1], /^https?:\/\/[^/]+\//, path);
				for (const name of ['og:title', 'og:description', 'og:type', 'og:url', 'og:site_name'])
					one(tags, name, path);
				assert.equal(one(tags, 'og:url', path), canonical[0][1]);
			}
		}
	}
	assert.ok(seen > 35, `${seen} pages`);
});

test('who only reads is given no number', async () => {
	let forms = 0, plain = 0;
	const all = routes('portal').filter((r) => r.method === 'GET').flatMap((r) => pages[r.path] ?? (r.path.includes(':') ? [] : [r.path]));
	for (const path of [...all, '/nowhere', '/image/none', '/doc/zfb/0']) {
		const page = await site.visitor().get(path, { headers: { cookie: 'view=elder' } });
		const form = page.text.includes('name="csrf"');
		assert.equal(page.headers.getSetCookie().some((c) => c.startsWith('portalv=')), form || path === '/apply/challenge', path);
		if (form)
			forms++;
		else
			plain++;
	}
	assert.ok(forms >= 4 && plain >= 40, `${forms} with a form, ${plain} without`);
});

test('schema.org: the site, a unit, documents, the data', async () => {
	const [web, government] = data((await reader.get('/')).text);
	assert.equal(web['@type'], 'WebSite');
	assert.match(web.potentialAction.target, /\/search\?q=\{search_term_string\}$/);
	assert.equal(government['@type'], 'GovernmentOrganization');
	assert.equal(web.publisher['@id'], government['@id']);
	const [unit, service] = data((await reader.get('/unit/zfb')).text);
	assert.deepEqual([unit['@type'], service['@type']], ['GovernmentOrganization', 'GovernmentService']);
	assert.equal(service.provider['@id'], unit['@id']);
	assert.match(service.availableChannel.serviceUrl, /\/apply\?unit=zfb$/);
	const [d, of] = data((await reader.get(at)).text);
	const told = JSON.parse((await reader.get(`/api/v1/documents${at.slice(4)}`)).text);
	assert.equal(d['@type'], 'DigitalDocument');
	assert.deepEqual(d.identifier, [told.index_no, told.doc_no]);
	assert.deepEqual([d.name, d.abstract, d.datePublished, d.dateModified, d.version], [told.title, '补充后的概述', told.first_published, told.published, '2']);
	assert.equal(of.name, told.unit_name ?? of.name);
	assert.ok(data((await reader.get(address(site, ids.expired))).text)[0].expires);
	assert.equal(data((await reader.get(`${at}/v/1`)).text)[0].version, '1');
	const report = site.sql("SELECT '/doc/' || lower(d.index_no) path FROM public_document d JOIN revision_category r ON r.revision_id = d.revision_id JOIN category c ON c.id = r.category_id WHERE c.code = 'report'")[0].path;
	assert.equal(data((await reader.get(report)).text)[0]['@type'], 'Report');
	const [set] = data((await reader.get('/data')).text);
	assert.equal(set['@type'], 'Dataset');
	for (const { contentUrl } of set.distribution)
		assert.equal((await reader.get(new URL(contentUrl).pathname)).status, 200, contentUrl);
});

test('no name of a document ends the data early', async () => {
	const { text } = await reader.get(at);
	assert.equal((text.match(/<script/g) ?? []).length, 2);	// the data and portal.js
	assert.ok(data(text)[0].name.startsWith(NASTY.slice(0, 9)));
});

test('pages name the feed of what they show, and it is there', async () => {
	const feed = async (path) => [...(await reader.get(path)).text.matchAll(/<link rel="alternate" type="application\/atom\+xml" title="([^"]+)" href="([^"]+)">/g)].map(([, title, href]) => [title, href.replaceAll('&amp;', '&')]);
	for (const [path, wanted] of [['/unit/zfb', '?unit=zfb'], ['/list?unit=zfb&year=2026', '?unit=zfb'], ['/list?category=a20-1', '?category=a20-1'], ['/list?category=a20-1&unit=zfb', '?unit=zfb&category=a20-1'],
		['/list?theme=1', '?theme=1'], ['/rules', '?category=rules'], ['/rules?unit=zfb', '?category=rules&unit=zfb'], ['/search?q=%E9%80%9A%E7%9F%A5', '?q=%E9%80%9A%E7%9F%A5'], ['/search?q=%E9%80%9A%E7%9F%A5&unit=zfb&theme=1&year=2026', '?q=%E9%80%9A%E7%9F%A5&unit=zfb&theme=1']]) {
		const found = (await feed(path)).find(([, href]) => href === `/feed/atom${wanted}`);
		assert.ok(found, path);
		const atom = await reader.get(found[1]);
		assert.equal(atom.status, 200, found[1]);
		assert.match(atom.text, /<feed /);
	}
	assert.deepEqual((await feed('/')).map(([, href]) => href), ['/feed/atom']);
	const list = await reader.get('/list?unit=zfb');
	assert.match(list.text, /<a href="\/feed\/atom\?unit=zfb">订阅<\/a>/);
	// a feed of a theme tells what that theme's list shows
	const entries = (xml) => [...xml.matchAll(/<link rel="alternate" type="text\/html" href="https?:\/\/[^/]+(\/doc\/[^"]+)"/g)].map(([, p]) => p);
	const theme = site.sql('SELECT theme_id id, count(*) n FROM public_document GROUP BY 1 ORDER BY n DESC')[0].id;
	const shown = [...(await reader.get(`/list?theme=${theme}`)).text.matchAll(/<td class="t"><a href="(\/doc\/[^"]+)"/g)].map(([, p]) => p);
	assert.ok(shown.length > 10);
	const told = entries((await reader.get(`/feed/atom?theme=${theme}`)).text);
	assert.deepEqual(shown.filter((p) => !told.includes(p)).slice(0, 1), [], 'in the list, not in the feed');
	const hits = entries((await reader.get('/feed/atom?q=%E9%80%9A%E7%9F%A5')).text);
	assert.ok(hits.length > 10);
});
