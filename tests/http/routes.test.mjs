// Every route x method x person gives exactly what the route tables declare,
// and no POST works without its form token.  Generated from the tables: a new
// route fails here until it says what its parameters may be.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { csv, number, send } from '../bulk.mjs';
import { at as caseAt, act, inCase, must } from '../case.mjs';
import { amend, inState, people, submit } from '../office.mjs';
import { routes, start, top } from '../site.mjs';

const ROLES = ['admin', 'entry', 'review'];
const PERSON = { admin: 'admin', entry: 'clerk', review: 'reviewer' };
let site, own, other, office, sample, image;

before(async () => {
	site = await start();
	own = await people(site, 'czj');
	other = await people(site, 'mzj');
	office = await people(site, 'zfb');
	const make = (state) => inState(own, state, { title: `样本${state}` });
	const entry = await make('draft');
	const review = await make('submitted');
	const publish = await make('approved');
	const published = await make('published');
	const closed = await inState(own, 'published', { title: '样本不公开', openness: 'closed' });
	const file = site.sql(`SELECT w.id, w.unit_id FROM upload w JOIN attachment a ON a.upload_id = w.id
	    JOIN public_document p ON p.revision_id = a.revision_id WHERE p.unit_code = 'czj' LIMIT 1`)[0];
	image = site.sql(`SELECT sha256, type FROM upload WHERE use = 'image' LIMIT 1`)[0];
	const user = site.sql("SELECT id FROM account WHERE login = 'czj002'")[0].id;
	const drafted = (await inCase(own, 'drafted', { wish_name: '样本申请' })).id;
	const done = (await inCase(own, 'answered', { wish_name: '样本申请' })).id;
	const open = (await inCase(own, 'open', { wish_name: '样本申请' })).id;
	await must(act(own.reviewer, open, 'forward', { text: '转告', organ: '某局' }));
	const asked = (await inCase(own, 'open', { wish_name: '样本申请' })).id;
	await must(act(own.reviewer, asked, 'consult_third', { text: '能否公开', organ: '某公司' }));
	const letter = site.sql(`SELECT id FROM letter WHERE application_id = ${done} AND kind = 'reply'`)[0].id;
	const path = (id, key) => caseAt(id, key).slice('/gkht'.length);
	await own.clerk.get('/gkht/entry/new');
	const word = JSON.parse((await own.clerk.post('/gkht/word', [['word', new Blob([readFileSync(`${top}/tests/data/word/notice.docx`)]), '通知.docx']],
		{ multipart: true, headers: { 'x-requested-with': 'fetch' } })).text).original.id;
	const bulk = number(await send(own.clerk, csv([{ 信息名称: '样本批量' }]), '样本.csv'));
	const citizen = site.visitor();
	const blank = (await citizen.get('/feedback?page=/unit/czj')).form('/feedback');
	await new Promise((then) => setTimeout(then, 3200));	// as long as a person looks at it
	await citizen.post('/feedback', [...blank.filter(([k]) => k !== 'words'), ['words', '样本错字']]);
	const report = site.sql('SELECT max(id) id FROM feedback')[0].id;
	const filled = (await own.clerk.get('/gkht/profile?kind=organisation')).form('/gkht/profile');
	const formed = Number(/\d+/.exec((await own.clerk.post('/gkht/profile', filled.filter(([k]) => k !== 'do'), { multipart: true })).location)[0]);
	await submit(own.clerk, formed);	// under way: both lead to what can be read
	await office.admin.post('/gkht/settings', { scope: 'district', retention_days: '1095', amend_review: '1' });
	await must(amend(own.admin, published, { summary: '等待审核的概述。', note: '改概述' }));
	const [amended] = site.sql('SELECT max(id) id FROM amendment');
	await own.admin.post('/gkht/saved', { list: 'manage', q: '样本', query_name: '样本' });
	const kept = site.sql("SELECT max(id) id FROM saved_query")[0].id;
	sample = {
		'/users/:id/handover': `/users/${user}/handover`,
		'/saved/:id': `/saved/${kept}`,
		'/amendment/:id': `/amendment/${amended.id}`,
		'/amendment/:id/abandon': `/amendment/${amended.id}/abandon`,
		'/profile/:id': `/profile/${formed}`,
		'/profile/:id/copy': `/profile/${formed}/copy`,
		'/profile/:id/drop': `/profile/${formed}/drop`,
		'/yearly/:id': `/yearly/${formed}`,
		'/feedback/:id': `/feedback/${report}`,
		'/feedback/:id/contact': `/feedback/${report}/contact`,
		'/applications/:id': path(open),
		'/applications/:id/person': path(open, 'person'),
		'/applications/:id/evidence': path(open, 'evidence'),
		'/applications/:id/follow': path(done, 'follow'),
		'/applications/:id/log': path(done, 'log'),
		'/applications/:id/propose': path(open, 'propose'),
		'/applications/:id/file/:file': path(open, 'file/1'),
		'/applications/:id/paper/:letter': path(done, `paper/${letter}`),
		'/applications/:id/reply': path(open, 'reply'),
		'/applications/:id/write/:kind': path(asked, 'write/third_notice'),
		'/applications/:id/letter': path(drafted, 'letter'),
		'/applications/:id/:act': path(open, 'resume'),
		'/counter/:id': path(open).replace('applications', 'counter'),
		'/entry/bulk/:id': `/entry/bulk/${bulk}`,
		'/entry/bulk/:id/report.csv': `/entry/bulk/${bulk}/report.csv`,
		'/entry/:id': `/entry/${entry}`,
		'/entry/:id/copy': `/entry/${entry}/copy`,
		'/entry/:id/drop': `/entry/${entry}/drop`,
		'/entry/:id/submit': `/entry/${entry}/submit`,
		'/entry/:id/discard': `/entry/${entry}/discard`,
		'/document/:id': `/document/${published}`,
		'/catalogue/:id/assess': `/catalogue/${closed}/assess`,
		'/document/:id/secrecy': `/document/${published}/secrecy`,
		'/review/:id': `/review/${review}`,
		'/review/:id/reply': `/review/${review}/reply`, '/review/:id/read': `/review/${review}/read`,
		'/publish/:id': `/publish/${publish}`,
		'/published/:id/:action': `/published/${published}/expire`,
		'/manage/:id': `/manage/${published}`,
		'/manage/:id/copy': `/manage/${published}/copy`,
		'/manage/:id/drop': `/manage/${published}/drop`,
		'/users/:id': `/users/${user}`,
		'/word/:id': `/word/${word}`,
		'/word/:id/pages': `/word/${word}/pages`,
		'/file/:id': file ? `/file/${file.id}` : null,
		'/image/:name': null,
	};
});
after(() => site.stop());

// What the table lets this person do: the role, and for some routes the unit.
const may = (r, role, supervising = false) => r.who.includes('anyone')
	|| (r.who.includes(role) && (supervising || !r.flags.includes('supervising')));

const expand = (path) => (path.includes(':') ? sample[path] : path);

// Of the role's own unit: 200 for pages, 303 for the two that lead elsewhere.
const LEADS_ON = new Set(['/', '/applications/:id/:act', '/profile/:id']);

test('every back office page, for everybody', async () => {
	const table = routes('gkht').filter((r) => r.method === 'GET');
	assert.ok(table.length > 15);
	const nobody = site.visitor();
	for (const r of table) {
		assert.ok(!r.path.includes(':') || r.path in sample, `no sample for ${r.path}`);
		const path = expand(r.path);
		if (path === null)
			continue;
		const at = `/gkht${path}`;
		const stranger = await nobody.get(at);
		if (r.who.includes('anyone')) {
			assert.equal(stranger.status, 200, `nobody ${at}`);
		} else {
			assert.equal(stranger.status, 303, `nobody ${at}`);
			assert.match(stranger.location, /^\/gkht\/login/, `nobody ${at}`);
		}
		for (const role of ROLES) {
			const page = await own[PERSON[role]].get(at);
			const want = !may(r, role) ? 403 : LEADS_ON.has(r.path) || (r.who.includes('anyone') && page.status === 303) ? 303 : 200;
			assert.equal(page.status, want, `${role} ${at}`);
			if (!r.path.includes(':'))
				continue;
			const foreign = await other[PERSON[role]].get(at);
			assert.equal(foreign.status, may(r, role) ? 404 : 403, `${role} of another unit ${at}`);
			assert.ok(!foreign.text.includes('样本'), `${at} shows another unit's document`);
		}
	}
});

test('what is for the supervising unit alone', async () => {
	const table = routes('gkht').filter((r) => r.flags.includes('supervising'));
	assert.ok(table.length > 0);
	for (const r of table) {
		assert.ok(!r.who.includes('anyone'), r.path);
		for (const role of ROLES) {
			const at = `/gkht${expand(r.path)}`;
			const person = office[PERSON[role]];
			const page = r.method === 'GET' ? await person.get(at) : await person.post(at, {});
			const want = !may(r, role, true) ? 403 : r.method === 'GET' ? 200 : 422;
			assert.equal(page.status, want, `${r.method} ${role} of the supervising unit ${at}`);
		}
	}
});

test('no POST works without the form token of the one who sends it', async () => {
	const table = [...routes('gkht').filter((r) => r.method === 'POST')];
	assert.ok(table.length > 10);
	const before = site.sql('SELECT COUNT(*) n, MAX(id) m FROM audit')[0];
	for (const r of table) {
		const at = `/gkht${expand(r.path)}`;
		const nobody = site.visitor();
		await nobody.get('/gkht/login');
		for (const csrf of [null, '', 'x', other.admin.csrf]) {
			const page = await nobody.post(at, {}, { csrf });
			assert.equal(page.status, 403, `nobody, token ${csrf}: POST ${at}`);
			for (const role of ROLES) {
				const mine = await own[PERSON[role]].post(at, {}, { csrf });
				assert.equal(mine.status, 403, `${role}, token ${csrf}: POST ${at}`);
			}
		}
	}
	assert.deepEqual(site.sql('SELECT COUNT(*) n, MAX(id) m FROM audit')[0], before, 'something was written');
});

test('every POST of the back office, for everybody, with a token but nothing else', async () => {
	for (const r of routes('gkht').filter((x) => x.method === 'POST' && x.path !== '/logout')) {
		const at = `/gkht${expand(r.path)}`;
		const nobody = site.visitor();
		await nobody.get('/gkht/login');
		const page = await nobody.post(at, {});
		if (r.who.includes('anyone'))
			assert.equal(page.status, 422, `nobody ${at}`);
		else
			assert.equal(page.status, 403, `nobody ${at}`);
		for (const role of ROLES) {
			if (!may(r, role)) {
				const denied = await own[PERSON[role]].post(at, {});
				assert.equal(denied.status, 403, `${role} ${at}`);
			} else if (r.path.includes(':')) {
				const foreign = await other[PERSON[role]].post(at, { version: 1, act: 'save', title: '改', result: 'approve', reason: '因', note: '注' });
				assert.ok([404, 422].includes(foreign.status), `${role} of another unit ${at}: ${foreign.status}`);
			}
		}
	}
	const rows = site.sql("SELECT d.state, r.title FROM document d JOIN revision r ON r.id = d.revision_id WHERE r.title LIKE '样本%' ORDER BY d.id");
	assert.deepEqual(rows.map((x) => x.state), ['draft', 'submitted', 'approved', 'published', 'published']);
	assert.ok(rows.every((x) => x.title !== '改'));
});

test('other methods and unknown addresses', async () => {
	const v = site.visitor();
	const portal = routes('portal');
	const posts = new Set(portal.filter((r) => r.method === 'POST').map((r) => r.path));
	for (const r of portal.filter((x) => !x.path.includes(':')))
		assert.equal((await v.post(r.path, {}, { csrf: 'x' })).status, posts.has(r.path) ? 403 : 405, `POST ${r.path}`);
	for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
		assert.equal((await v.send(method, '/')).status, 405, method);
		assert.equal((await v.send(method, '/gkht/login')).status, 405, method);
	}
	assert.equal((await v.get('/nowhere')).status, 404);
	assert.equal((await v.get('/gkht/nowhere')).status, 303, 'strangers learn nothing');
	assert.equal((await own.clerk.get('/gkht/nowhere')).status, 404);
	assert.equal((await v.get('/gkhtx')).status, 404);
});

test('an initial password opens nothing but the page that changes it', async () => {
	const v = site.visitor();
	await v.get('/gkht/login');
	assert.equal((await v.post('/gkht/login', { login: 'sjj002', password: '111111' })).status, 303);
	for (const r of routes('gkht').filter((x) => x.method === 'GET' && !x.who.includes('anyone'))) {
		const path = expand(r.path);
		if (path === null)
			continue;
		const page = await v.get(`/gkht${path}`);
		if (r.flags.includes('initial'))
			assert.equal(page.status, 200, path);
		else
			assert.match(`${page.status} ${page.location}`, /^303 \/gkht\/password/, path);
	}
});
