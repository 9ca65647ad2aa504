// A document in every state but the public ones is absent from every public
// exit.  The exits come from the route table: a new one fails here until it
// says how it is walked.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, amend, inState, people, publish, reply, save, submit } from '../office.mjs';
import { routes, start } from '../site.mjs';

const HIDDEN = ['draft', 'submitted', 'returned', 'approved', 'withdrawn', 'deleted'];
const SECRET = '藏而不露';	// stands in every part of every hidden document
let site, zfb, reader, hidden, shown;

const file = (name, text) => new Blob([text], { type: 'text/plain' });

async function attach(clerk, id, name, text) {
	const at = `/gkht/entry/${id}`;
	const form = (await clerk.get(at)).form(at);
	const page = await clerk.post(at, [...form, ['file', file(name, text), name], ['act', 'save']], { multipart: true });
	assert.equal(page.status, 303, page.plain.slice(0, 500));
}

async function hide(state, n) {
	const words = `${SECRET}${'甲乙丙丁戊己庚辛'[n]}`;
	const no = `宝坻政办发〔2026〕${9100 + n}号`;
	const id = await inState(zfb, 'draft', {
		title: `${words}的名称`, summary: `${words}的概述`, body: `${words}的正文`, doc_no: no,
	});
	await attach(zfb.clerk, id, `${words}.txt`, `${words}的附件`);
	const go = { submitted: [submit], returned: [submit, 'return'], approved: [submit, 'approve'], withdrawn: [submit, 'approve', publish, 'withdraw'], deleted: [submit, 'approve', publish, 'delete'] }[state] || [];
	const { move } = await import('../office.mjs');
	let at = '';
	for (const step of go) {
		const page = step === submit ? await submit(zfb.clerk, id)
			: step === publish ? await publish(zfb.reviewer, id)
			: ['return', 'approve'].includes(step) ? await reply(zfb.reviewer, id, step, '原因在此')
			: await move(zfb.reviewer, id, step);
		assert.equal(page.status, 303, `${state}: ${page.plain.slice(0, 400)}`);
		if (step === publish)
			at = address(site, id);
	}
	const uploads = site.sql(`SELECT a.upload_id id FROM attachment a JOIN revision r ON r.id = a.revision_id WHERE r.document_id = ${id}`);
	return { state, id, words, no, at, upload: uploads[0].id };
}

before(async () => {
	site = await start();
	zfb = await people(site);
	reader = site.visitor();
	hidden = [];
	for (const [n, state] of HIDDEN.entries())
		hidden.push(await hide(state, n));
	for (const [n, openness] of ['request', 'closed'].entries()) {
		const words = `${SECRET}${'壬癸'[n]}`;
		const id = await inState(zfb, 'published', { title: `${words}的名称`, summary: `${words}的概述`, body: `${words}的正文`, openness });
		hidden.push({ state: openness, id, words, at: address(site, id), upload: 0 });
	}
	// a change that was begun but never published
	const id = await inState(zfb, 'published', { title: '公开过又撤下修改的信息' });
	const { move } = await import('../office.mjs');
	await move(zfb.reviewer, id, 'withdraw');
	await save(zfb.clerk, id, { title: `${SECRET}子的名称`, body: `${SECRET}子的正文` });
	hidden.push({ state: 'rework', id, words: `${SECRET}子`, at: address(site, id), upload: 0 });
	// what was filled into the forms of the unit's own pages, and not published yet
	for (const [n, kind] of ['guide', 'organisation', 'leaders', 'staff'].entries()) {
		const words = `${SECRET}${'寅卯辰巳'[n]}`;
		const form = (await zfb.clerk.get(`/gkht/profile?kind=${kind}`)).form('/gkht/profile');
		const kept = await zfb.clerk.post('/gkht/profile', form.filter(([k]) => k !== 'do').map(([k, v]) => [k, k === 'p_organ' || k === 'p_name' || k === 'p_note' ? words : v]), { multipart: true });
		const draft = Number(/\d+/.exec(kept.location)[0]);
		if (n % 2)
			await submit(zfb.clerk, draft);
		hidden.push({ state: kind, id: draft, words, at: '', upload: 0 });
	}
	// and one that everybody may see, so that the walk proves something
	const open = await inState(zfb, 'published', { title: '大家都看得见的名称', body: '大家都看得见的正文' });
	await amend(zfb.admin, open, { note: '补充说明', summary: '大家都看得见的概述' });
	shown = { id: open, at: address(site, open) };
	// a change of something public that waits for its review, and one that came back
	await zfb.admin.post('/gkht/settings', { scope: 'district', retention_days: '1095', amend_review: '1' });
	for (const [n, words] of [`${SECRET}午`, `${SECRET}未`].entries()) {
		const changed = await inState(zfb, 'published', { title: '有修改没有生效的信息' });
		const at = `/gkht/manage/${changed}`;
		const form = (await zfb.admin.get(at)).form(at).map(([k, v]) => [k, { title: `${words}的名称`, summary: `${words}的概述`, body: `${words}的正文`, note: `${words}的说明` }[k] ?? v]);
		const page = await zfb.admin.post(at, [...form, ['file', file(`${words}.txt`, `${words}的附件`), `${words}.txt`], ['secrecy_signed', '1'], ['act', 'save']], { multipart: true });
		assert.equal(page.location, '/gkht/manage?done=propose', page.plain.slice(0, 400));
		const [a] = site.sql(`SELECT m.id, a.upload_id upload FROM amendment m JOIN attachment a ON a.revision_id = m.revision_id WHERE m.document_id = ${changed}`);
		if (n)
			assert.equal((await zfb.reviewer.post(`/gkht/amendment/${a.id}`, { result: 'return', remark: '再核对' })).status, 303);
		hidden.push({ state: 'amendment', id: changed, words, at: address(site, changed), upload: a.upload });
	}
});
after(() => site.stop());

const all = (rows, f) => rows.flatMap(f);
function lists(path) {
	const leaf = site.sql('SELECT DISTINCT c.code FROM category c JOIN revision_category r ON r.category_id = c.id').map((r) => r.code);
	return [path, `${path}?unit=zfb`, `${path}?year=2026`, `${path}?year=2026&month=10&sort=made`, `${path}?sort=number`, `${path}?validity=expired`, `${path}?validity=valid&unit=zfb&year=2026`,
		`${path}?word=${encodeURIComponent('宝坻政办发')}&sort=number`,
		...leaf.flatMap((c) => [`${path}?category=${c}`, `${path}?category=${c}&unit=zfb`]),
		...site.sql(`SELECT id, list FROM vocabulary`).map((t) => `${path}?${t.list}=${t.id}`)];
}
// How each exit is walked: every address that could show a hidden document.
const walk = {
	'/': () => ['/'],
	'/unit/:code': () => ['/unit/zfb'],
	'/list': () => lists('/list'), '/list.csv': () => lists('/list.csv'), '/list.json': () => lists('/list.json'),
	// a packed file shows nothing by its bytes: test/http/list reads them
	'/list.xlsx': () => ['/list.xlsx'],
	'/doc/:unit/:number': () => [shown.at, ...all(hidden, (h) => (h.at ? [h.at] : []))],
	'/doc/:unit/:number/v/:n': () => [`${shown.at}/v/1`, ...all(hidden, (h) => (h.at ? [1, 2, 3].map((n) => `${h.at}/v/${n}`) : [])), ...[3, 4].map((n) => `${shown.at}/v/${n}`)],
	'/doc/:unit/:number/view/:id': () => all(hidden.filter((h) => h.upload), (h) => [`${h.at || shown.at}/view/${h.upload}`, `${shown.at}/view/${h.upload}`]),
	'/doc/:unit/:number/file/:id': () => all(hidden.filter((h) => h.upload), (h) => [`${h.at || shown.at}/file/${h.upload}`, `${shown.at}/file/${h.upload}`]),
	'/doc/:unit/:number/compare': () => [`${shown.at}/compare`, ...all(hidden, (h) => (h.at ? ['', '?from=1&to=2', '?from=1&to=3&all=1', '?from=2&to=3'].map((q) => `${h.at}/compare${q}`) : [])), ...['?from=1&to=3', '?from=2&to=4'].map((q) => `${shown.at}/compare${q}`)],
	'/doc/:unit/:number/table/:n': () => [`${shown.at}/table/1`, ...all(hidden, (h) => (h.at ? [`${h.at}/table/1`] : []))],
	'/doc/:unit/:number/qr': () => [`${shown.at}/qr`, ...all(hidden, (h) => (h.at ? [`${h.at}/qr`] : []))],
	// the same with what a PDF says: tests/http/pdf reads it
	'/doc/:unit/:number/pdf': () => all(hidden, (h) => (h.at ? [`${h.at}/pdf`] : [])),
	'/doc/:unit/:number/v/:n/pdf': () => all(hidden, (h) => (h.at ? [1, 2, 3].map((n) => `${h.at}/v/${n}/pdf`) : [])).concat([3, 4].map((n) => `${shown.at}/v/${n}/pdf`)),
	'/image/:name': () => all(site.sql(`SELECT DISTINCT sha256 s FROM upload`), (r) => [`/image/${r.s}.png`]).slice(0, 40),
	'/search': () => all(hidden, (h) => [`/search?q=${encodeURIComponent(h.words)}`, `/search?q=${encodeURIComponent(h.words.slice(0, 2))}`])
		.concat(all(HIDDEN, (_, n) => `/search?q=${encodeURIComponent(`宝坻政办发〔2026〕${9100 + n}号`)}`), ['/search?q=ZFB', `/search?q=${encodeURIComponent('名称')}`]),
	'/suggest': () => all(hidden, (h) => [h.words, h.words.slice(0, 2), h.words.slice(-2)].map((q) => `/suggest?q=${encodeURIComponent(q)}`)).concat(`/suggest?q=${encodeURIComponent('大家都看')}`),
	'/guide': () => ['/guide', '/guide?unit=zfb'], '/leaders': () => ['/leaders', '/leaders?unit=zfb'], '/organisation': () => ['/organisation', '/organisation?unit=zfb'], '/staff': () => ['/staff', '/staff?unit=zfb'],
	'/map': () => ['/map'], '/data': () => ['/data'], '/statistics': () => ['/statistics', '/statistics?year=2025'],
	'/rules': () => ['/rules', '/rules?unit=zfb'],
	'/open': () => ['/open', '/open?unit=zfb'],
	'/report': () => ['/report', '/report?unit=zfb'],
	'/register': () => ['/register'],
	'/register/:line': () => site.sql('SELECT number n FROM register_line ORDER BY number DESC LIMIT 30').map((l) => `/register/${l.n}`),
	'/feed/:form': () => ['atom', 'rss'].flatMap((f) => [`/feed/${f}`, `/feed/${f}?unit=zfb`, ...all(hidden, (h) => `/feed/${f}?q=${encodeURIComponent(h.words)}`),
		...site.sql('SELECT DISTINCT c.code FROM category c JOIN revision_category r ON r.category_id = c.id').map((c) => `/feed/${f}?category=${c.code}`), ...site.sql("SELECT id FROM vocabulary WHERE list = 'theme'").map((t) => `/feed/${f}?theme=${t.id}`)]),
	'/feed/register': () => ['/feed/register'],
	'/sitemap.xml': () => ['/sitemap.xml'], '/sitemap/pages.xml': () => ['/sitemap/pages.xml'],
	'/sitemap/:month': () => site.sql('SELECT month m FROM register_month').map((r) => `/sitemap/${r.m}.xml`),
	'/api/v1/documents': () => ['/api/v1/documents', '/api/v1/documents?unit=zfb'],
	'/api/v1/documents/:unit/:number': () => [shown, ...hidden].filter((h) => h.at).map((h) => h.at.replace('/doc/', '/api/v1/documents/')),
	'/api/v1/documents/:unit/:number/versions/:version': () => [shown, ...hidden].filter((h) => h.at).flatMap((h) => [1, 2, 3].map((n) => `${h.at.replace('/doc/', '/api/v1/documents/')}/versions/${n}`)),
	'/api/v1/units': () => ['/api/v1/units'], '/api/v1/categories': () => ['/api/v1/categories'], '/api/v1/themes': () => ['/api/v1/themes'],
	'/api/v1/register/lines': () => ['/api/v1/register/lines'], '/api/v1/register/lines/:line': () => ['/api/v1/register/lines/1'],
	'/api/v1/register/heads': () => ['/api/v1/register/heads'], '/api/v1/register/keys': () => ['/api/v1/register/keys'],
	'/api/v1/register/proof': () => ['/api/v1/register/proof?line=1'], '/api/v1/register/consistency': () => ['/api/v1/register/consistency?first=1&second=5'],
	'/data/dump/:name': () => site.gkctl('dump') && ['SHA256SUMS', 'documents.jsonl.gz', 'documents.csv.gz', 'register.jsonl.gz'].map((n) => `/data/dump/${n}`),
	'/data/catalogue.jsonld': () => ['/data/catalogue.jsonld'], '/data/api': () => ['/data/api'],
	// addresses that show no documents
	'/feeds': () => ['/feeds'], '/robots.txt': () => ['/robots.txt'], '/api/v1/openapi.json': () => ['/api/v1/openapi.json'],
	'/.well-known/disclosure.json': () => ['/.well-known/disclosure.json'], '/.well-known/disclosure/:unit': () => ['/.well-known/disclosure/zfb.json'],
	// what is asked before an application is answered from public content
	'/apply/answers': () => ['/apply/answers'], '/apply/answered': () => ['/apply/answered'],
	'/apply/log': () => ['/apply/log', '/apply/log?unit=zfb'], '/apply/log/:id': () => ['/apply/log/1'],
	'/apply/form/:step': () => ['/apply/form/check'], '/apply/challenge': () => ['/apply/challenge'], '/apply/receipt': () => ['/apply/receipt'], '/apply/receipt.pdf': () => ['/apply/receipt.pdf'],
	'/apply/status': () => ['/apply/status'], '/apply/status/contact': () => ['/apply/status/contact'], '/apply/status/calendar.ics': () => ['/apply/status/calendar.ics'],
	'/apply/status/:act': () => ['/apply/status/correct'], '/apply/status/letter/:id': () => ['/apply/status/letter/1'],
	'/feedback': () => ['/feedback', `/feedback?page=${encodeURIComponent(shown.at)}`], '/feedback/status': () => ['/feedback/status'],
	'/units': () => ['/units'], '/apply': () => ['/apply', '/apply?unit=zfb'], '/about': () => ['/about'],
	'/accessibility': () => ['/accessibility'], '/privacy': () => ['/privacy'], '/view': () => ['/view?view=elder'],
};

test('the walk knows every address of the portal', () => {
	for (const r of routes('portal').filter((x) => x.method === 'GET'))
		assert.ok(r.path in walk, `${r.path} is not walked`);
});

test('nothing hidden shows at any exit', async () => {
	let seen = 0;
	const leaks = [];
	for (const r of routes('portal').filter((x) => x.method === 'GET')) {
		for (const at of walk[r.path]()) {
			const page = await reader.get(at);
			// The page may repeat what was asked for; that is no leak.
			const asked = new URL(at, site.url).searchParams.get('q') || '';
			// A tombstone keeps the name and the number, and nothing else.
			const kept = page.status === 410 ? hidden.filter((h) => h.state === 'deleted').flatMap((h) => [`${h.words}的名称`, h.no]) : [];
			let body = page.plain + page.links.map(decodeURIComponent).join(' ') + page.text.replace(/<[^>]*>/g, '');
			for (const k of kept)
				body = body.replaceAll(k, '');
			if (asked)
				body = body.replaceAll(asked, '');
			if (body.includes(SECRET) || /9[1]0\d号/.test(body))
				leaks.push(`${at} (${page.status})`);
			if (page.text.includes('大家都看得见'))
				seen++;
		}
	}
	assert.deepEqual(leaks, []);
	assert.ok(seen >= 5, `the public one was seen ${seen} times only`);
});

test('each hidden one answers as it should', async () => {
	for (const h of hidden.filter((x) => x.at)) {
		const want = { deleted: 410, amendment: 200 }[h.state] || 404;
		assert.equal((await reader.get(h.at)).status, want, `${h.state} ${h.at}`);
		if (h.upload)
			assert.equal((await reader.get(`${h.at}/file/${h.upload}`)).status === 200, false, h.state);
	}
	for (const h of hidden.filter((x) => x.upload))
		assert.equal((await reader.get(`${shown.at}/file/${h.upload}`)).status, 404, h.state);
	for (const [path] of [['/gkht/document/'], ['/gkht/entry/'], ['/gkht/review/']])
		for (const h of hidden)
			assert.equal((await reader.get(path + h.id)).status, 303, 'strangers are sent to the login');
});

test('the search before an application finds only what is public', async () => {
	for (const h of [...hidden, { words: '大家都看得见' }]) {
		const v = site.visitor();
		await v.get('/apply');
		const page = await v.post('/apply/ask', { description: h.words });
		assert.equal(page.status, 303);
		const seen = (await v.get('/apply/answers')).text.replaceAll(`您想了解：${h.words}`, '');
		assert.equal(seen.includes('大家都看得见'), h.words === '大家都看得见', h.words);
		assert.ok(!seen.includes(SECRET), h.words);
	}
});

test('files of documents cannot be reached around the programs', async () => {
	const [row] = site.sql('SELECT sha256 s FROM upload LIMIT 1');
	for (const at of [`/_files/${row.s.slice(0, 2)}/${row.s}`, `/files/${row.s.slice(0, 2)}/${row.s}`, `/s/../files/${row.s}`, '/xxgk.db', '/.git/config', '/s/%2e%2e/xxgk.db'])
		assert.ok([400, 404].includes((await reader.get(at)).status), at);
});

test('a Word file that carries what its page does not show stays inside', async () => {
	const { readFileSync } = await import('node:fs');
	const { top } = await import('../site.mjs');
	const word = (name) => new Blob([readFileSync(`${top}/tests/data/word/${name}`)]);
	for (const [name, offered] of [['inspection.docx', false], ['notice.docx', true]]) {
		const id = await inState(zfb, 'draft', { title: `导入自${name}` });
		const at = `/gkht/entry/${id}`;
		const form = (await zfb.clerk.get(at)).form(at);
		const page = await zfb.clerk.post(at, [...form, ['word', word(name), name], ['act', 'import']], { multipart: true });
		assert.equal(page.status, 200, page.plain.slice(0, 300));
		const saved = await zfb.clerk.post(at, [...page.form(at), ['act', 'save']], { multipart: true });
		assert.equal(saved.status, 303, saved.plain.slice(0, 300));
		const original = site.sql(`SELECT r.original_id o FROM document d JOIN revision r ON r.id = d.revision_id WHERE d.id = ${id}`)[0].o;
		assert.ok(original, 'the original is kept');
		assert.equal((await zfb.clerk.get(`/gkht/file/${original}`)).status, 200, 'for staff');
		await submit(zfb.clerk, id);
		await reply(zfb.reviewer, id, 'approve');
		await publish(zfb.reviewer, id);
		const seen = await reader.get(`${address(site, id)}/file/${original}`);
		assert.equal(seen.status, offered ? 200 : 404, name);
	}
});
