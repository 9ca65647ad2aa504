// Every page of both sites: valid HTML, axe-core finds nothing, nothing sticks out on a
// phone, no report of the content security policy, no foreign request.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { adopt, DESKTOP, faults, launch, open, overflow, PHONE } from '../browser.mjs';
import { csv, number, send, until } from '../bulk.mjs';
import { act, at as caseAt, inCase, must } from '../case.mjs';
import { markupFaults } from '../markup.mjs';
import { address, amend, inState, people } from '../office.mjs';
import { routes, start, top } from '../site.mjs';

// answers that are no pages for people
const notPages = ['/feed/:form', '/feed/register', '/robots.txt', '/sitemap.xml', '/sitemap/pages.xml', '/sitemap/:month', '/data/catalogue.jsonld', '/data/dump/:name', '/.well-known/disclosure.json', '/.well-known/disclosure/:unit',
	...routes('portal').map((r) => r.path).filter((p) => p.startsWith('/api/'))];
let site, browser, office, pages;
before(async () => {
	site = await start();
	browser = await launch();
	office = await people(site);
	const id = {};
	for (const state of ['draft', 'returned', 'submitted', 'approved', 'published', 'expired', 'deleted', 'withdrawn'])
		id[state] = await inState(office, state, { title: `一条${state}的信息，名称写得稍微长一些，好看看它在手机上怎样折行` });
	id.closed = await inState(office, 'published', { title: '不予公开的一条', openness: 'closed' });
	await amend(office.admin, id.published, { note: '补充一句', summary: '补充后的概述' });
	await office.clerk.get('/gkht/entry/new');
	const word = JSON.parse((await office.clerk.post('/gkht/word', [['word', new Blob([readFileSync(`${top}/tests/data/word/notice.docx`)]), '通知.docx']],
		{ multipart: true, headers: { 'x-requested-with': 'fetch' } })).text).original.id;
	const at = address(site, id.published);
	const notice = address(site, site.sql("SELECT id FROM public_document WHERE title LIKE '%政府信息主动公开工作%'")[0].id);
	const open = (await inCase(office, 'open')).id, drafted = (await inCase(office, 'drafted')).id;
	const waiting = (await inCase(office, 'submitted')).id, done = (await inCase(office, 'answered')).id;
	const asked = (await inCase(office, 'open')).id;
	await must(act(office.reviewer, asked, 'consult_third', { text: '能否公开', organ: '某公司' }));
	const paper = site.sql(`SELECT id FROM letter WHERE application_id = ${done} AND kind = 'reply'`)[0].id;
	const acts = { [waiting]: ['confirm', 'forward', 'withdraw', 'end'], [open]: ['ask_correction', 'consult_third', 'consult_organ', 'consult_maker', 'ask_extension', 'ask_reasons', 'fee_notice', 'suspend'], [drafted]: ['return_reply'] };
	const path = (...w) => caseAt(...w).slice('/gkht'.length);
	const bulk = number(await send(office.clerk, csv([{ 信息名称: '名称写得很长，看看在手机上怎样折行的一条信息', 生成日期: '昨天', 附件: '没有.pdf' }, { 信息名称: '好的一条' }]), '表.csv'));
	await until(site, bulk, 'checked');
	const citizen = site.visitor();
	const blank = (await citizen.get(`/feedback?page=${at}`)).form('/feedback');
	await new Promise((then) => setTimeout(then, 3200));	// as long as a person looks at it
	await citizen.post('/feedback', [...blank.filter(([k]) => !['words', 'contact'].includes(k)), ['words', '电话号码不对'], ['contact', '13900000000']]);
	const report = site.sql('SELECT max(id) id FROM feedback')[0].id;
	const filled = (await office.clerk.get('/gkht/profile?kind=organisation')).form('/gkht/profile');
	const formed = Number(/\d+/.exec((await office.clerk.post('/gkht/profile', filled.filter(([k]) => k !== 'do'), { multipart: true })).location)[0]);
	await office.admin.post('/gkht/settings', { scope: 'district', retention_days: '1095', amend_review: '1' });
	for (const which of [id.expired, id.published])
		await amend(office.admin, which, { note: '更正一处数字，说明写得稍微长一些', body: '改过的正文。', summary: '改过的概述' });
	const [back, waits] = site.sql('SELECT id FROM amendment ORDER BY id');
	await office.reviewer.post(`/gkht/amendment/${back.id}`, { result: 'return', remark: '数字还是不对' });
	pages = {
		portal: {
			'/unit/:code': ['/unit/zfb'], '/register/:line': ['/register/1', `/register/${site.sql('SELECT max(number) n FROM register_line')[0].n}`], ...Object.fromEntries(notPages.map((p) => [p, []])),
			'/doc/:unit/:number': [at, address(site, id.expired), address(site, id.deleted), address(site, id.withdrawn), notice],
			'/doc/:unit/:number/v/:n': [`${at}/v/1`], '/doc/:unit/:number/compare': [`${at}/compare`, `${at}/compare?all=1`], '/doc/:unit/:number/table/:n': [], '/doc/:unit/:number/qr': [], '/doc/:unit/:number/pdf': [], '/doc/:unit/:number/v/:n/pdf': [], '/doc/:unit/:number/file/:id': [], '/doc/:unit/:number/view/:id': [], '/image/:name': [], '/view': [], '/suggest': [],
			'/list': ['/list', '/list?unit=zfb&year=2026&validity=valid', '/list?year=1999', '/list?year=2026&month=10&sort=number'], '/list.csv': [], '/list.xlsx': [], '/list.json': [], '/apply/form/:step': [], '/apply/status/:act': [], '/apply/status/letter/:id': [], '/apply/status/calendar.ics': [], '/apply/challenge': [], '/apply/receipt.pdf': [], '/apply/status/contact': [], '/apply/log/:id': [],
			'/search': ['/search', '/search?q=%E9%80%9A%E7%9F%A5', '/search?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E6%A0%B7%E7%9A%84'],
		},
		gkht: {
			'/entry/bulk': ['/entry/bulk'], '/entry/bulk/template.xlsx': [], '/entry/bulk/template.csv': [], '/entry/bulk/:id': [`/entry/bulk/${bulk}`, `/entry/bulk/${bulk}?show=bad`], '/entry/bulk/:id/report.csv': [],
			'/entry/:id': [`/entry/${id.draft}`, `/entry/${id.returned}`, `/entry/${id.draft}?check=1`], '/document/:id': [`/document/${id.published}`], '/document/:id/secrecy': [`/document/${id.published}/secrecy`],
			'/catalogue': ['/catalogue', '/catalogue?kind=request', '/catalogue?kind=closed&due=1'], '/catalogue/xlsx': [], '/catalogue/docx': [], '/catalogue/:id/assess': [`/catalogue/${id.closed}/assess`],
			'/amendment/:id': [`/amendment/${waits.id}`],
			'/review/:id': [`/review/${id.submitted}`], '/review/:id/reply': [`/review/${id.submitted}/reply`], '/publish/:id': [`/publish/${id.approved}`],
			'/published/:id/:action': ['expire', 'withdraw', 'delete'].map((a) => `/published/${id.published}/${a}`), '/manage/:id': [`/manage/${id.published}`],
			'/file/:id': [], '/image/:name': [], '/manage.csv': [], '/manage.xlsx': [], '/statistics.csv': [], '/statistics.xlsx': [],
			'/profile': ['guide', 'organisation', 'leaders', 'staff'].map((k) => `/profile?kind=${k}`), '/profile/:id': [`/profile/${formed}`], '/': [], ...Object.fromEntries([['person', open], ['evidence', open], ['follow', done], ['log', done], ['reply', open], ['letter', drafted]].map(([k, n]) => [`/applications/:id/${k}`, [path(n, k)]])),
			'/applications/:id': [open, drafted, waiting, done].map((n) => path(n)), '/applications/:id/:act': Object.entries(acts).flatMap(([n, list]) => list.map((a) => path(n, a))),
			'/applications/:id/write/:kind': [path(asked, 'write/third_notice'), path(asked, 'write/third_confirm'), path(asked, 'consult_reply')],
			'/applications/:id/paper/:letter': [path(done, `paper/${paper}`), path(done, 'paper/register')], '/counter/:id': [`/counter/${open}`],
			'/applications': ['/applications', '/applications?tab=all&state=answered', '/applications?q=zzzz'],
			'/users/:id/handover': [`/users/${site.sql("SELECT id FROM account WHERE login = 'zfb002'")[0].id}/handover`],
			'/word/:id': [`/word/${word}`], '/feedback/:id': [`/feedback/${report}`],
		},
	};
});
after(async () => {
	await browser?.close();
	await site?.stop();
});

function addresses(program, role) {
	return routes(program).filter((r) => r.method === 'GET' && (r.who.includes(role) || r.who.includes('anyone'))).flatMap((r) => {
		const known = pages[program][r.path];
		assert.ok(known || !r.path.includes(':'), `no address for ${r.path}`);
		return known || [r.path];
	});
}

const editor = (at) => /(entry|manage)\/(\d|new)/.test(at);

// What axe judges a page by, inside and outside its main part: tags, classes and
// states, and whether there are words, not which.
function shapes(html) {
	const shape = (part) => part
		.replace(/<(script|style|textarea)\b.*?<\/\1>/gs, '<$1>.')
		.replace(/>[^<]*[^<\s][^<]*/g, '>.')
		.replace(/ (href|src|value|content|title|alt|placeholder|aria-label|datetime|action)="[^"]+"/g, ' $1')
		.replace(/\d+/g, '0').replace(/\s+/g, ' ');
	const from = html.indexOf('<main'), to = html.indexOf('</main>');
	const around = html.slice(0, from) + html.slice(to);
	// the marked item of the menu looks alike wherever it stands
	return [shape(html.slice(from, to)), shape(around).replace(/ aria-current="page"/g, '')];
}

// Whether something on it has not been looked at yet.
function fresh(seen, html) {
	const added = shapes(html).filter((s) => !seen.has(s));
	added.forEach((s) => seen.add(s));
	return added.length > 0;
}

const started = async (page, at) => (!editor(at) ? []
	: page.locator('iframe').first().waitFor({ timeout: 15000 }).then(() => [], () => ['no editor']));

async function sticksOut(page) {
	const out = await overflow(page);
	return out > 0 ? [`${out} px stick out`] : [];
}

// One address at a desk.
async function wide(page, at, seen) {
	const res = await page.goto(at, { waitUntil: 'load' });
	const html = await res.text();
	const found = await markupFaults(html);
	if (at.startsWith('/gkht') && res.status() >= 400)
		found.push(`status ${res.status()}`);
	found.push(...await started(page, at));
	if (fresh(seen, html))
		found.push(...await faults(page));
	return [...found, ...await sticksOut(page)];
}

// The same page on a phone: no script asks for the width, but the editor
// arranges its buttons when it starts.  Staff sit at desks: there it has to fit.
async function narrow(page, at) {
	await page.setViewportSize(PHONE);
	if (editor(at))
		await page.reload({ waitUntil: 'load' });
	const found = await started(page, at);
	if (!at.startsWith('/gkht'))
		found.push(...await faults(page));
	found.push(...await sticksOut(page));
	await page.setViewportSize(DESKTOP);
	return found;
}

async function walk({ page, wrong }, list, looks) {
	const found = [];
	for (const at of list)
		for (const [what, look] of Object.entries(looks))
			found.push(...(await look(page, at)).map((f) => `${what} ${at}: ${f}`));
	return [...found, ...wrong];
}

test('the portal, desktop and phone', { timeout: 900000 }, async () => {
	const context = await open(browser, site);
	const list = [...addresses('portal', 'anyone'), '/nowhere'];
	const seen = new Set();
	assert.deepEqual(await walk(context, list, { desktop: (page, at) => wide(page, at, seen), phone: narrow }), []);
	await context.close();
});

test('the portal for the elder, in high contrast, and at 320 px', { timeout: 900000 }, async () => {
	const some = ['/', '/list', pages.portal['/doc/:unit/:number'][0], '/search?q=%E9%80%9A%E7%9F%A5', '/apply'];
	for (const [what, options] of [['view=elder', {}], ['contrast=high', {}], ['320 px', { viewport: { width: 320, height: 640 } }]]) {
		const context = await open(browser, site, options);
		if (what.includes('='))
			await context.page.goto(`/view?${what}&back=/`);
		assert.deepEqual(await walk(context, some, { [what]: (page, at) => wide(page, at, new Set()) }), []);
		await context.close();
	}
});

// What one of them sees as the other does is judged once; it fits for each.
const seen = new Set();
for (const [role, who] of [['admin', 'admin'], ['entry', 'clerk'], ['review', 'reviewer']]) {
	test(`the back office of ${role}, desktop and phone`, { timeout: 900000 }, async () => {
		const context = await open(browser, site);
		await adopt(context.context, site, office[who]);
		const list = addresses('gkht', role).map((at) => `/gkht${at}`);
		assert.deepEqual(await walk(context, list, { desktop: (page, at) => wide(page, at, seen), phone: narrow }), []);
		await context.close();
	});
}
