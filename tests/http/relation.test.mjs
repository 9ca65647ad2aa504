// Documents that belong together: entered by 索引号 or 文号, shown on both sides
// while both are public, and on the tombstone of what was replaced.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, amend, inState, move, people, save } from '../office.mjs';
import { start } from '../site.mjs';

let site, zfb, reader, policy, at;
const no = (id) => site.sql(`SELECT index_no n FROM document WHERE id = ${id}`)[0].n;

before(async () => {
	site = await start();
	zfb = await people(site);
	reader = site.visitor();
	policy = await inState(zfb, 'published', { title: '被解读的办法', doc_no: '宝坻政办发〔2026〕901号' });
	at = address(site, policy);
});
after(() => site.stop());

test('a reading names what it explains; both pages show it', async () => {
	const id = await inState(zfb, 'published', { title: '办法的政策解读', interprets: '宝坻政办发[2026]901号' });
	assert.match((await reader.get(address(site, id))).text, new RegExp(`<h2>解读的文件</h2><ul><li><a href="${at}">被解读的办法</a>`));
	assert.match((await reader.get(at)).text, new RegExp(`<h2>政策解读</h2><ul><li><a href="${address(site, id)}">办法的政策解读</a>`));
	// off the portal it is off the other's page as well
	assert.equal((await move(zfb.reviewer, id, 'withdraw')).status, 303);
	assert.ok(!(await reader.get(at)).plain.includes('办法的政策解读'));
});

test('a draft, an unknown number and itself are refused, with all that was typed', async () => {
	const draft = await inState(zfb, 'draft', { title: '还没有公开' });
	for (const wrong of ['ZFB/2026-99999', '没有这个号', no(policy) + '；宝坻政办发〔2026〕999号']) {
		const page = await save(zfb.clerk, draft, { replaces: wrong });
		assert.equal(page.status, 422, wrong);
		assert.match(page.plain, /没有找到这份已公开的信息/);
		assert.ok(page.text.includes(`name="replaces" value="${wrong}"`), wrong);
	}
	const own = await amend(zfb.admin, policy, { note: '关联', replaces: no(policy) });
	assert.equal(own.status, 422);
	assert.match(own.plain, /不能填写这条信息自己/);
	assert.equal(site.sql(`SELECT count(*) n FROM document_relation WHERE from_id = ${draft}`)[0].n, 0);
});

test('the administrator relates what is published without a new revision', async () => {
	const old = await inState(zfb, 'published', { title: '从前的办法' });
	const before = site.sql(`SELECT max(number) n FROM revision WHERE document_id = ${policy}`)[0].n;
	assert.equal((await amend(zfb.admin, policy, { note: '补充关联', replaces: no(old).toLowerCase() })).status, 303);
	assert.equal(site.sql(`SELECT max(number) n FROM revision WHERE document_id = ${policy}`)[0].n, before);
	assert.match((await reader.get(address(site, old))).plain, /本信息已有新的：\s*《被解读的办法》/);
	assert.match((await reader.get(at)).text, new RegExp(`<h2>它替代的信息</h2><ul><li><a href="${address(site, old)}">从前的办法</a>`));
	assert.equal(site.sql("SELECT count(*) n FROM audit WHERE action = 'relate' AND object_id = " + policy)[0].n, 1);
	// and takes it back
	assert.equal((await amend(zfb.admin, policy, { note: '取消关联', replaces: '' })).status, 303);
	assert.ok(!(await reader.get(at)).plain.includes('它替代的信息'));
});

async function end(id, action, successor) {
	const path = `/gkht/published/${id}/${action}`;
	const form = (await zfb.reviewer.get(path)).form(path);
	return zfb.reviewer.post(path, [...form.filter(([k]) => k !== 'reason' && k !== 'successor'), ['reason', '已由新的办法替代'], ['successor', successor]]);
}

test('失效 and 删除 name a successor, which the page and the tombstone link', async () => {
	for (const action of ['expire', 'delete']) {
		const id = await inState(zfb, 'published', { title: `旧办法${action}` });
		const where = address(site, id);
		const wrong = await end(id, action, '不存在的号');
		assert.equal(wrong.status, 422);
		assert.match(wrong.text, /name="successor"[^>]*value="不存在的号"/);
		assert.equal(site.sql(`SELECT state FROM document WHERE id = ${id}`)[0].state, 'published');
		assert.equal((await end(id, action, '宝坻政办发〔2026〕901号')).status, 303);
		const page = await reader.get(where);
		assert.equal(page.status, action === 'expire' ? 200 : 410);
		assert.ok(page.links.includes(at), `${action}: ${page.plain.slice(0, 600)}`);
		if (action === 'expire')
			assert.match(page.plain, /本信息已失效（\d{4}-\d\d-\d\d）.*由\s*《被解读的办法》\s*替代/);
		assert.match((await reader.get(at)).plain, /被解读的办法/);
	}
	assert.ok(!(await reader.get(at)).plain.includes('旧办法delete'), 'what was deleted is not named');
});
