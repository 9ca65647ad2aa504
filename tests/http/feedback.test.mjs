// 找错: reported by a visitor, answered by the unit of the page, found by number and code.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { wait } from '../citizen.mjs';
import { address, inState, people } from '../office.mjs';
import { start } from '../site.mjs';

let site, zfb, citizen, at, done;
const FORM = '/feedback';
const SECRET = '13912345678';

async function filled(values, page = at) {
	const form = (await citizen.get(`${FORM}?page=${encodeURIComponent(page)}`)).form(FORM);
	return [...form.filter(([k]) => !(k in values)), ...Object.entries(values)];
}

before(async () => {
	site = await start();
	zfb = await people(site);
	citizen = site.visitor();
	at = address(site, await inState(zfb, 'published', { title: '有错字的信息' }));
});
after(() => site.stop());

test('the form is refused empty, at once and with the trap filled, and keeps what was typed', async () => {
	const quick = await citizen.post(FORM, await filled({ words: '“布暑”应为“部署”' }));
	assert.equal(quick.status, 422);
	assert.match(quick.text, /“布暑”应为“部署”<\/textarea>/);
	assert.ok(quick.text.includes(`value="${at}"`));
	const empty = await filled({ words: '' }), trap = await filled({ words: '错', website: 'http://x' });
	await wait(3100);
	assert.equal((await citizen.post(FORM, empty)).status, 422);
	assert.equal((await citizen.post(FORM, trap)).status, 422);
	assert.equal((await site.visitor().post(FORM, empty)).status, 403, 'another visitor has another token');
	assert.equal(site.sql('SELECT count(*) n FROM feedback')[0].n, 0);
});

test('it reaches the unit of the page once, with a number and a code', async () => {
	const form = await filled({ words: '“布暑”应为“部署”', contact: SECRET });
	await wait(3100);
	const page = await citizen.post(FORM, form);
	assert.equal(page.status, 200, page.plain.slice(0, 400));
	done = { number: /ZC-ZFB-\d{4}-\d{5}/.exec(page.plain)[0], code: /([0-9a-f]{4} ){7}[0-9a-f]{4}/.exec(page.plain)[0] };
	assert.ok(page.links.includes(at));
	const again = await citizen.post(FORM, form);
	assert.ok(again.plain.includes(done.number) && again.plain.includes(done.code), 'the same form again: the answer may have been lost');
	const changed = await citizen.post(FORM, form.map(([k, v]) => [k, k === 'words' ? '“布暑”应为“部署”，两处' : v]));
	assert.equal(changed.status, 409, 'with other words');
	assert.match(changed.text, /“布暑”应为“部署”，两处<\/textarea>/, 'which stay');
	assert.match(changed.plain, /这次写的不一样，还没有收下/);
	assert.equal(site.sql('SELECT count(*) n FROM feedback')[0].n, 1);
	const [row] = site.sql('SELECT f.*, u.code FROM feedback f JOIN unit u ON u.id = f.unit_id');
	assert.equal(row.code, 'zfb');
	assert.ok(row.document_id > 0);
	assert.ok(!JSON.stringify(row).includes(SECRET), 'the contact is sealed');
	assert.ok(!JSON.stringify(row).includes(done.code.replaceAll(' ', '')), 'the code is not stored');
	const other = await filled({ words: '首页有错' }, 'https://evil.example/');
	assert.ok(!JSON.stringify(other).includes('evil'), 'foreign addresses are no pages of ours');
});

test('the unit sees it, others and clerks do not; the contact only with a trace', async () => {
	const list = await zfb.reviewer.get('/gkht/feedback');
	assert.match(list.plain, /“布暑”应为“部署”/);
	assert.match(list.plain, /1 条待处理/);
	assert.equal((await zfb.admin.get('/gkht/feedback')).status, 200);
	assert.equal((await zfb.clerk.get('/gkht/feedback')).status, 403);
	const [one] = list.links.filter((l) => /^\/gkht\/feedback\/\d+$/.test(l));
	const other = (await people(site, 'jyj').catch(() => null)) || await people(site, site.sql("SELECT code FROM unit WHERE code <> 'zfb' LIMIT 1")[0].code);
	assert.equal((await other.reviewer.get(one)).status, 404);
	const page = await zfb.reviewer.get(one);
	assert.ok(page.links.includes(at));
	assert.ok(!page.text.includes(SECRET));
	const seen = await zfb.reviewer.post(`${one}/contact`, page.form(`${one}/contact`));
	assert.equal(seen.status, 200);
	assert.ok(seen.text.includes(SECRET));
	assert.equal(site.sql("SELECT count(*) n FROM audit WHERE action = 'feedback_contact'")[0].n, 1);
	done.one = one;
});

test('wrong pairs find nothing; before the answer it says 待处理, after it the answer', async () => {
	const STATUS = '/feedback/status';
	const ask = async (number, code) => citizen.post(STATUS, [...(await citizen.get(STATUS)).form(STATUS).filter(([k]) => k === 'csrf'), ['number', number], ['code', code]]);
	for (const [n, c] of [[done.number, '0'.repeat(32)], ['ZC-ZFB-2026-99999', done.code], [done.number, '']])
		assert.equal((await ask(n, c)).status, 422, `${n} ${c}`);
	assert.match((await ask(done.number.toLowerCase(), done.code)).plain, /待处理/);
	const empty = await zfb.reviewer.post(done.one, (await zfb.reviewer.get(done.one)).form(done.one).filter(([k]) => k !== 'answer'));
	assert.equal(empty.status, 422);
	const answered = await zfb.reviewer.post(done.one, [...(await zfb.reviewer.get(done.one)).form(done.one).filter(([k]) => k !== 'answer'), ['answer', '已经更正，谢谢。'], ['corrected', '1']]);
	assert.equal(answered.status, 303);
	const page = await ask(done.number, done.code.replaceAll(' ', ''));
	assert.match(page.plain, /已答复 网页已更正/);
	assert.match(page.plain, /已经更正，谢谢。/);
	assert.ok(!page.text.includes(SECRET));
	assert.match((await zfb.reviewer.get('/gkht/feedback')).plain, /没有待处理的找错/);
	assert.match((await zfb.reviewer.get('/gkht/feedback?state=answered')).plain, /网页已更正/);
	const again = await zfb.admin.post(done.one, [['csrf', (await zfb.admin.get('/gkht/feedback')).text.match(/name="csrf" value="([^"]+)"/)?.[1] ?? ''], ['answer', '再答一次']]);
	assert.ok([403, 409].includes(again.status));
	assert.equal(site.sql('SELECT answer FROM feedback')[0].answer, '已经更正，谢谢。');
});
