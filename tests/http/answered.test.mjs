// An application after its answer, as its applicant sees it: the letter and
// when it was fetched, what can be done about it and until when, its days with
// their proof; and what becomes public of it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { act, at, counter, inCase, letter, must, reply } from '../case.mjs';
import { filled, start } from '../site.mjs';

let site, people;
before(async () => {
	site = await start();
	people = { reviewer: await site.staff('czj003'), clerk: await site.staff('czj002') };
});
after(() => site.stop());

const STATUS = '/apply/status';

async function opened({ number, code }) {
	const v = site.visitor();
	const page = await v.get(`${STATUS}?number=${number}`);
	const sent = await v.post(STATUS, filled(page.form(STATUS), { number, code }));
	assert.equal(sent.location, STATUS);
	return v;
}

// The same day some months on; the last of the month where there is none.
function monthsOn(day, n) {
	const [y, m, d] = day.split('-').map(Number);
	const last = new Date(Date.UTC(y, m - 1 + n + 1, 0)).getUTCDate();
	return new Date(Date.UTC(y, m - 1 + n, Math.min(d, last))).toISOString().slice(0, 10);
}

test('the answer is fetched, and the first time is kept', async () => {
	const made = await inCase(people, 'answered');
	const v = await opened(made);
	let page = await v.get(STATUS);
	assert.ok(page.plain.includes('已答复') && page.plain.includes('予以公开'));
	const to = /action="(\/apply\/status\/letter\/\d+)"/.exec(page.text)[1];
	assert.equal((await v.get(to)).location, STATUS, 'not by a mere link');
	const kept = () => site.sql(`SELECT downloaded d FROM letter WHERE id = ${to.split('/').pop()}`)[0].d;
	assert.equal(kept(), '');
	assert.equal((await v.post(to)).location, to);
	const first = kept();
	assert.notEqual(first, '');
	page = await v.get(to);
	assert.ok(page.plain.includes('李四光') && page.plain.includes('第三十六条'));
	await v.post(to);
	assert.equal(kept(), first);
	page = await people.reviewer.get(at(made.id));
	assert.ok(page.plain.includes('申请人查收'));
	const [{ number }] = site.sql(`SELECT number FROM letter WHERE id = ${to.split('/').pop()}`);
	const log = (await (await site.staff('czj001')).get('/gkht/audit')).plain;
	assert.match(log, /申请人查收答复 [^ ]*告知书 [^ ]+号/);
	assert.ok(number && log.includes(number), 'the letter by its name, not by a number of ours');
	assert.doesNotMatch(log, /letter \d/);
	const stranger = await opened(await inCase(people, 'answered'));
	await stranger.get(STATUS);
	assert.equal((await stranger.post(to)).status, 404, 'an id of somebody else');
	assert.equal((await stranger.get(to)).status, 404);
});

test('the next step after each kind of answer, with its last day', async () => {
	const refused = await counter(people.clerk), granted = await inCase(people, 'answered');
	await must(reply(people.reviewer, refused.id, { result: 'refused_third', note: '不予公开。', reason: '第三方不同意公开，涉及商业秘密。' }));
	await must(letter(people.reviewer, refused.id, 'release'));
	let page = await (await opened(refused)).get(STATUS);
	const from = refused.day ?? granted.day;
	const review = new Date(Date.parse(from) + 60 * 86400e3).toISOString().slice(0, 10);
	assert.ok(page.plain.includes('请先申请行政复议') && !page.plain.includes('两种办法'));
	assert.ok(page.plain.includes('《行政复议法》第二十三条'));
	assert.ok(page.plain.includes(`最迟 ${review}`), review);
	page = await (await opened(granted)).get(STATUS);
	assert.ok(page.plain.includes('两种办法') && !page.plain.includes('请先申请行政复议'));
	assert.ok(page.plain.includes(`最迟 ${review}`));
	assert.ok(page.plain.includes(`行政诉讼 ：最迟 ${monthsOn(from, 6)}`), monthsOn(from, 6));
});

test('the days with their proof, as page and for a calendar', async () => {
	const v = await opened(await inCase(people, 'open'));
	const page = await v.get(STATUS);
	assert.match(page.plain.replace(/ /g, ''), /第31条、?第33条/);
	const due = /答复期限 (\d{4}-\d\d-\d\d)/.exec(page.plain)[1];
	const said = site.gkctl('deadline', '--received', new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10));
	assert.ok(said.includes(due), said.slice(0, 200));
	const ics = await v.get(`${STATUS}/calendar.ics`);
	assert.match(ics.headers.get('content-type'), /^text\/calendar/);
	assert.match(ics.text, new RegExp(`DTSTART;VALUE=DATE:${due.replaceAll('-', '')}\\r\\n`));
	assert.equal((await site.visitor().get(`${STATUS}/calendar.ics`)).location, STATUS);
});

test('records to correct and a suggestion to publish reach the unit', async () => {
	const made = await inCase(people, 'answered');
	const v = await opened(made);
	for (const [what, words] of [['records', '更正'], ['suggest', '主动公开']]) {
		const to = `${STATUS}/${what}`;
		const page = await v.get(to);
		assert.equal((await v.post(to, filled(page.form(to), { text: '' }))).status, 422);
		assert.equal((await v.post(to, filled(page.form(to), { text: `说明一下${what}` }))).location, `${STATUS}?done=${what}`);
		const staff = await people.reviewer.get(at(made.id));
		assert.ok(staff.plain.includes(`说明一下${what}`) && staff.plain.includes(words), what);
	}
});

test('corrected online: once, and the count begins anew', async () => {
	const made = await inCase(people, 'correcting');
	const v = await opened(made);
	const to = `${STATUS}/correct`;
	const page = await v.get(to);
	assert.ok(page.plain.includes('请写明需要哪一年的信息'), 'in the words of the unit');
	const form = filled(page.form(to), { text: '二〇二五年的' });
	assert.equal((await v.post(to, form, { multipart: true })).location, `${STATUS}?done=correct`);
	assert.ok((await v.get(STATUS)).plain.includes('收到补正'));
	assert.equal((await v.post(to, form, { multipart: true })).location, STATUS, 'sent twice is sent once');
	const times = (kind) => site.sql(`SELECT COUNT(*) n FROM case_event WHERE application_id = ${made.id} AND kind = '${kind}'`)[0].n;
	assert.equal(times('correct'), 1);
	await act(people.reviewer, made.id, 'ask_correction', { text: '再补一次' });
	assert.equal(times('ask_correction'), 1, 'asked for once only');
});
