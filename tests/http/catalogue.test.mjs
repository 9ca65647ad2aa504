// What is not for everybody: never on the portal, in the unit's catalogue with
// article and reason, files for 备案, looked at again in time; and what comes
// late says why.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { address, day, fullDraft, inState, people, publish, reply, save, sign, state, submit } from '../office.mjs';
import { filled, start } from '../site.mjs';

let site, zfb, czj, reader;
before(async () => {
	site = await start();
	zfb = await people(site);
	czj = await people(site, 'czj');
	reader = site.visitor();
});
after(() => site?.stop());

const change = (text) => execFileSync('sqlite3', ['-cmd', '.timeout 10000', join(site.data, 'xxgk.db'), text]);

test('without article, reason and day of re-assessment it is not submitted', async () => {
	const id = await fullDraft(czj.clerk, { title: '缺理由', openness: 'closed', article: '', closed_reason: '', reassess: '' });
	const refused = await submit(czj.clerk, id);
	const page = await czj.clerk.get(refused.location);
	for (const field of ['article', 'closed_reason', 'reassess'])
		assert.match(page.text, new RegExp(`href="#f-${field}"`), field);
	assert.equal(state(site, id), 'draft');
	assert.equal((await save(czj.clerk, id, { article: '13' })).status, 422, 'an article that does not fit 不予公开');
	await save(czj.clerk, id, { article: '14', closed_reason: '危及公共安全', reassess: day(-1) });
	assert.match((await czj.clerk.get((await submit(czj.clerk, id)).location)).text, /href="#f-reassess"/, 'a day that is over');
	await save(czj.clerk, id, { reassess: day(30) });
	assert.match((await submit(czj.clerk, id)).location, /done=submit/);
});

test('both catalogues: pages for all three, files, nothing on the portal', async () => {
	const shut = await inState(czj, 'published', { title: '内部值班安排表', openness: 'closed', closed_reason: '属于内部<事务>信息', article: '16.1' });
	const asked = await inState(czj, 'published', { title: '个案调查材料', openness: 'request', article: '13' });
	for (const id of [shut, asked])
		assert.equal((await reader.get(address(site, id))).status, 404);
	for (const who of Object.values(czj)) {
		const closed = await who.get('/gkht/catalogue?kind=closed');
		assert.ok(closed.plain.includes('内部值班安排表') && closed.plain.includes('第十六条第一款') && !closed.plain.includes('个案调查材料'));
		assert.ok((await who.get('/gkht/catalogue?kind=request')).plain.includes('个案调查材料'));
	}
	assert.ok(!(await zfb.clerk.get('/gkht/catalogue?kind=closed')).plain.includes('内部值班安排表'));
	assert.ok((await zfb.admin.get('/gkht/catalogue?kind=closed&unit=czj')).plain.includes('内部值班安排表'), 'the supervising unit looks at it');
	assert.ok(!(await czj.admin.get('/gkht/catalogue?kind=closed&unit=zfb')).plain.includes('区政府办公室 · '), 'nobody else does');
	const dir = mkdtempSync(join(tmpdir(), 'catalogue-'));
	try {
		for (const [form, part] of [['xlsx', 'xl/worksheets/sheet1.xml'], ['docx', 'word/document.xml']]) {
			const res = await fetch(`${site.url}/gkht/catalogue/${form}?kind=closed`, { headers: { cookie: [...czj.admin.jar].map(([k, v]) => `${k}=${v}`).join('; ') } });
			assert.equal(res.status, 200);
			const file = join(dir, form);
			writeFileSync(file, Buffer.from(await res.arrayBuffer()));
			const xml = execFileSync('unzip', ['-p', file, part], { encoding: 'utf8', maxBuffer: 1e8 });
			assert.ok(xml.includes('内部值班安排表') && xml.includes('条例第十六条第一款') && xml.includes('&lt;事务&gt;'), form);
			assert.ok(!xml.includes('个案调查材料'));
		}
	} finally {
		rmSync(dir, { recursive: true });
	}
});

test('due: counted in the menu, kept with a reason and a new day, or opened into a draft', async () => {
	const id = await inState(czj, 'published', { title: '到期要看的', openness: 'closed' });
	change(`UPDATE closure SET reassess = '${day()}' WHERE revision_id = (SELECT revision_id FROM document WHERE id = ${id})`);
	const due = await czj.reviewer.get('/gkht/catalogue?kind=closed&due=1');
	assert.ok(due.plain.includes('到期要看的') && due.plain.includes('1 条不予公开的信息到期评估'));
	assert.equal((await czj.clerk.get(`/gkht/catalogue/${id}/assess`)).status, 403, 'only 003 decides');
	const at = `/gkht/catalogue/${id}/assess`;
	const form = (await czj.reviewer.get(at)).form(at);
	const again = await czj.reviewer.post(at, filled(form, { result: 'keep', note: '仍是内部事务', next: day() }));
	assert.equal(again.status, 422, 'the next time lies ahead');
	assert.ok(again.text.includes('仍是内部事务'), 'what was typed is there');
	assert.equal((await czj.reviewer.post(at, filled(form, { result: 'keep', note: '仍是内部事务', next: day(180) }))).status, 303);
	assert.ok(!(await czj.reviewer.get('/gkht/catalogue?kind=closed&due=1')).plain.includes('到期要看的'));
	assert.ok((await czj.admin.get('/gkht/catalogue?kind=closed')).plain.includes(day(180)));
	assert.deepEqual(site.sql(`SELECT result, note, next FROM reassessment WHERE document_id = ${id}`), [{ result: 'keep', note: '仍是内部事务', next: day(180) }]);
	const open = (await czj.reviewer.get(at)).form(at);
	assert.equal((await czj.reviewer.post(at, filled(open, { result: 'open', note: '可以公开了' }))).status, 303);
	assert.equal(state(site, id), 'draft');
	assert.ok((await czj.clerk.get(`/gkht/entry/${id}`)).plain.includes('可以公开了'), 'the clerk reads why');
	assert.ok(!(await czj.admin.get('/gkht/catalogue?kind=closed')).plain.includes('到期要看的'));
	await save(czj.clerk, id, { openness: 'active' });
	await sign(czj.clerk, id, { secrecy_opinion: 'public' });
	assert.match((await save(czj.clerk, id, { act: 'submit' })).location, /done=submit/);
	await reply(czj.reviewer, id, 'approve');
	await publish(czj.reviewer, id);
	assert.equal((await reader.get(address(site, id))).status, 200);
});

test('下次评估日期: two decide at once, the second one is told and keeps what was typed', async () => {
	const id = await inState(czj, 'published', { title: '两人评估', openness: 'closed' });
	const at = `/gkht/catalogue/${id}/assess`;
	const first = (await czj.reviewer.get(at)).form(at), second = (await czj.reviewer.get(at)).form(at);
	assert.equal((await czj.reviewer.post(at, filled(first, { result: 'keep', note: '先写的', next: day(100) }))).status, 303);
	const told = await czj.reviewer.post(at, filled(second, { result: 'keep', note: '后写的理由', next: day(200) }));
	assert.equal(told.status, 409);
	assert.match(told.plain, /已经处理过/);
	assert.ok(told.text.includes('后写的理由') && told.text.includes(day(200)));
	assert.deepEqual(site.sql(`SELECT note, next FROM reassessment WHERE document_id = ${id}`), [{ note: '先写的', next: day(100) }]);
	assert.equal(site.sql(`SELECT k.reassess FROM closure k JOIN document d ON d.revision_id = k.revision_id WHERE d.id = ${id}`)[0].reassess, day(100));
});

test('late at submission: a reason is demanded, kept and counted', async () => {
	const id = await fullDraft(czj.clerk, { title: '晚了才录', made_on: day(-60) });
	const refused = await czj.clerk.get((await submit(czj.clerk, id)).location);
	assert.match(refused.text, /href="#f-late"/);
	await save(czj.clerk, id, { late: '等待上级批复' });
	assert.match((await submit(czj.clerk, id)).location, /done=submit/);
	await reply(czj.reviewer, id, 'approve');
	assert.equal((await publish(czj.reviewer, id)).status, 303);
	const page = await czj.admin.get('/gkht/late');
	assert.ok(page.plain.includes('晚了才录') && page.plain.includes('等待上级批复'));
	assert.match((await zfb.admin.get('/gkht/late')).text, /区财政局<\/td><td class="rt n">\d+<\/td><td class="rt n">[1-9]/);
});

test('late while it waited: the reason is demanded at publication', async () => {
	const id = await fullDraft(czj.clerk, { title: '等着等着晚了', made_on: day(-60), late: '起草时间长' });
	await submit(czj.clerk, id);
	await reply(czj.reviewer, id, 'approve');
	change(`DELETE FROM late_reason WHERE document_id = ${id}`);
	const asked = await czj.reviewer.get(`/gkht/publish/${id}`);
	assert.ok(asked.text.includes('超期原因'));
	assert.equal((await publish(czj.reviewer, id)).status, 422);
	assert.equal(state(site, id), 'approved');
	const form = asked.form(`/gkht/publish/${id}`);
	assert.equal((await czj.reviewer.post(`/gkht/publish/${id}`, filled(form, { reason: '审核排队' }))).status, 303);
	assert.equal(state(site, id), 'published');
	assert.equal(site.sql(`SELECT reason FROM late_reason WHERE document_id = ${id}`)[0].reason, '审核排队');
});
