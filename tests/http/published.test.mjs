// 已发布信息维护 of several, with reasons from the list and what the public gets.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, inState, people, publish, state } from '../office.mjs';
import { filled, start } from '../site.mjs';

let site, zfb;
before(async () => {
	site = await start();
	zfb = await people(site);
});
after(() => site.stop());

const pick = (id) => `${id}-${site.sql(`SELECT version v FROM document WHERE id = ${id}`)[0].v}`;
const batch = (act, ids, more = {}) => zfb.reviewer.post('/gkht/published', [['act', act], ...ids.map((i) => ['pick', pick(i)]), ...Object.entries(more)]);
const shown = async (id) => site.visitor().get(address(site, id));

test('several at once: asked, previewed, one reason, one successor for all', async () => {
	const next = await inState(zfb, 'published', { title: '新的办法' });
	const ids = [await inState(zfb, 'published', { title: '旧办法甲' }), await inState(zfb, 'published', { title: '旧办法乙' })];
	const no = site.sql(`SELECT index_no n FROM document WHERE id = ${next}`)[0].n;
	const ask = await batch('expire', ids);
	assert.match(ask.plain, /是否确认/);
	for (const word of ['旧办法甲', '旧办法乙', '规定的事项已经办完', '有效期已满', '替代它的信息'])
		assert.ok(ask.plain.includes(word), word);
	for (const other of ['误发布', '已明令废止'])
		assert.ok(!ask.plain.includes(other), 'only reasons of this action');
	const preview = await batch('expire', ids, { confirm: 1, preview: 1, cause: 'done', reason: '见区政府公告', successor: no });
	assert.match(preview.plain, /公众将看到.*本信息已失效（[-\d]+），仅供查阅。 ?原因：规定的事项已经办完：见区政府公告 由\s*《新的办法》\s*替代/);
	const nowhere = await batch('expire', ids, { confirm: 1, preview: 1, cause: 'done', successor: 'ZFB/1999-00001' });
	assert.equal(nowhere.status, 422);
	assert.match(nowhere.plain, /没有找到这份已公开的信息/);
	assert.doesNotMatch(nowhere.plain, /公众将看到/, 'no preview of what cannot be');
	assert.equal(state(site, ids[0]), 'published', 'looking changes nothing');
	assert.equal((await batch('expire', ids, { confirm: 1 })).status, 422);
	const unknown = await batch('expire', ids, { confirm: 1, cause: 'done', successor: 'ZFB/1999-00001' });
	assert.equal(unknown.status, 422);
	assert.match(unknown.plain, /没有找到这份已公开的信息/);
	const own = site.sql(`SELECT index_no n FROM document WHERE id = ${ids[0]}`)[0].n;
	for (const more of [{}, { preview: 1 }])
		for (const act of ['expire', 'delete']) {
			const itself = await batch(act, ids, { confirm: 1, cause: 'done', successor: own, ...more });
			assert.equal(itself.status, 422);
			assert.match(itself.plain, /替代它的信息：不能.*自己/, 'one of those that go');
		}
	assert.deepEqual(ids.map((id) => state(site, id)), ['published', 'published']);
	assert.equal((await batch('expire', ids, { confirm: 1, cause: 'done', reason: '见区政府公告', successor: no })).location, '/gkht/published?done=expire&count=2');
	for (const id of ids)
		assert.match((await shown(id)).plain, /失效.*原因：规定的事项已经办完：见区政府公告.*新的办法/);
	// what cannot is left and named
	const mixed = await batch('expire', [ids[0], next], { confirm: 1, cause: 'over' });
	assert.equal(mixed.status, 409);
	assert.match(mixed.plain, /已处理 1 条.*下面的信息没有处理.*旧办法甲/);
	assert.equal(state(site, next), 'expired');
});

test('the preview of taking away is what the public then gets', async () => {
	const id = await inState(zfb, 'published', { title: '重复的信息' });
	const at = `/gkht/published/${id}/delete`;
	const form = (await zfb.reviewer.get(at)).form(at);
	const preview = await zfb.reviewer.post(at, filled(form, { cause: 'twice', preview: 1 }));
	assert.equal(preview.status, 200);
	assert.match(preview.plain, /公众将看到 410\s信息已撤下 这条信息已经不再公开 名称 重复的信息 索引号 ZFB/);
	assert.equal(state(site, id), 'published');
	assert.equal((await zfb.reviewer.post(at, filled(form, { reason: '' }))).status, 422);
	assert.equal((await zfb.reviewer.post(at, filled(form, { cause: 'twice', reason: '' }))).status, 303);
	const tomb = await shown(id);
	assert.equal(tomb.status, 410);
	assert.match(tomb.plain, /重复的信息.*撤下原因 重复发布/);
	const other = await inState(zfb, 'published', { title: '取消发布的信息' });
	assert.match((await batch('withdraw', [other], { confirm: 1, preview: 1, cause: 'wrong' })).plain, /404\s信息已撤下.*索引号.*公开时间/s);
	assert.equal((await batch('withdraw', [other], { confirm: 1, cause: 'wrong' })).status, 303);
	assert.equal((await shown(other)).status, 404);
	// what is in the catalogue alone was never seen
	const closed = await inState(zfb, 'approved', { title: '不予公开的信息', openness: 'closed' });
	assert.doesNotMatch((await zfb.reviewer.get(`/gkht/publish/${closed}`)).plain, /任何人都能在前台看到/);
	assert.equal((await publish(zfb.reviewer, closed)).status, 303);
	const hidden = await batch('expire', [closed], { confirm: 1, preview: 1, cause: 'done' });
	assert.match(hidden.plain, /本来就不在前台.*公众将看到 “不予公开的信息”不在前台，公众什么也看不到/);
});

test('废止 is a mark of its own wherever the public looks', async () => {
	const next = await inState(zfb, 'published', { title: '新的规定' });
	const ids = [await inState(zfb, 'published', { title: '蜡梅规定甲' }), await inState(zfb, 'published', { title: '蜡梅规定乙' })];
	const over = await inState(zfb, 'expired', { title: '蜡梅规定丙' });
	const no = site.sql(`SELECT index_no n FROM document WHERE id = ${next}`)[0].n;
	const preview = await batch('repeal', ids, { confirm: 1, preview: 1, cause: 'clearing', reason: '区政府令第 3 号', successor: no });
	assert.match(preview.plain, /公众将看到.*废止 本信息已废止（[-\d]+），仅供查阅。 ?原因：经文件清理决定废止：区政府令第 3 号/);
	assert.equal((await batch('repeal', ids, { confirm: 1 })).status, 422, 'a reason is needed');
	assert.equal((await batch('repeal', ids, { confirm: 1, cause: 'clearing', reason: '区政府令第 3 号', successor: no })).location, '/gkht/published?done=repeal&count=2');
	const reader = site.visitor();
	for (const id of ids)
		assert.match((await shown(id)).plain, /本信息已废止（[-\d]+），仅供查阅。 ?原因：经文件清理决定废止：区政府令第 3 号.*新的规定.*有效性\s*废止/);
	const at = address(site, ids[0]);
	const [{ documents: found }, { documents: expired }] = [JSON.parse((await reader.get('/api/v1/documents?unit=zfb&validity=repealed')).text), JSON.parse((await reader.get('/api/v1/documents?unit=zfb&validity=expired')).text)];
	assert.deepEqual(found.map((d) => [d.path, d.state]), ids.map((id) => [address(site, id), 'repealed']).reverse());
	assert.ok(expired.some((d) => d.path === address(site, over)) && expired.every((d) => d.state === 'expired'));
	assert.match((await reader.get('/list?unit=zfb&validity=repealed')).plain, /废止\s*2[^]*有效性：废止[^]*蜡梅规定乙[^]*蜡梅规定甲/);
	assert.deepEqual(JSON.parse((await reader.get('/list.json?unit=zfb&validity=repealed')).text).documents.map((d) => d.validity), ['repealed', 'repealed']);
	assert.match((await reader.get('/list.csv?unit=zfb&validity=repealed')).text, /蜡梅规定甲.*废止/);
	const search = await reader.get('/search?q=%E8%9C%A1%E6%A2%85%E8%A7%84%E5%AE%9A');
	assert.match(search.plain, /废止\s*2 条/);
	assert.match((await reader.get('/search?q=%E8%9C%A1%E6%A2%85%E8%A7%84%E5%AE%9A&validity=repealed')).plain, /只看废止/);
	assert.match((await reader.get('/feed/atom?unit=zfb')).text, /category term="废止"/);
	// one marked 失效 by mistake: the day stays, and no mark twice
	assert.equal((await batch('repeal', [over], { confirm: 1, cause: 'repealed' })).status, 303);
	assert.match((await shown(over)).plain, /本信息已废止/);
	assert.equal((await batch('repeal', [over], { confirm: 1, cause: 'repealed' })).status, 409);
	assert.match((await zfb.reviewer.get('/gkht/published')).plain, /蜡梅规定丙.*废止/);
	assert.match((await reader.get(at)).plain, /蜡梅规定甲/);
	// published again, it is in force
	assert.equal((await batch('withdraw', [over], { confirm: 1, cause: 'check' })).status, 303);
	assert.equal(site.sql(`SELECT repealed r FROM document WHERE id = ${over}`)[0].r, 0);
});
