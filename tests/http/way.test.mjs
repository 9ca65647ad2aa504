// Without script: whatever opens from a list leads back to the list as it
// stood, and nowhere else.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, fullDraft, inState, people, sign } from '../office.mjs';
import { filled, plain, start } from '../site.mjs';

let site, zfb;
before(async () => {
	site = await start();
	zfb = await people(site);
});
after(() => site.stop());

// Where 关闭 and 取消 lead: the address a browser makes of that form.
function back(page) {
	const [, action, inside] = /<form id="back" action="([^"]*)">(.*?)<\/form>/s.exec(page.text);
	const query = new URLSearchParams([...inside.matchAll(/name="([^"]*)" value="([^"]*)"/g)].map(([, k, v]) => [plain(k), plain(v)]));
	return `${action}?${query}`;
}
// The same of a row's own GET form.
function asked(page, action) {
	const [, inside] = new RegExp(`<form action="${action}"[^>]*>(.*?)</form>`, 's').exec(page.text);
	const way = /name="way" value="([^"]*)"/.exec(inside);
	return way ? `${action}?way=${encodeURIComponent(plain(way[1]))}` : action;
}
const link = (page, start) => page.links.find((l) => l.startsWith(start));
const same = (a, b) => assert.deepEqual([...new URLSearchParams(a.split('?')[1])].sort(), [...new URLSearchParams(b.split('?')[1])].sort());

test('信息发布: dialog, question, deed and refusal all come back to filter and order', async () => {
	const id = await inState(zfb, 'approved', { title: '回得来的信息', made_on: day(-1) });
	const query = `q=${encodeURIComponent('回得来')}&openness=active&sort=modified-up&rows=50`;
	const list = await zfb.reviewer.get(`/gkht/publish?${query}`);
	const paper = await zfb.reviewer.get(link(list, `/gkht/document/${id}`));
	same(back(paper), `?${query}&on=${id}`);
	const ask = await zfb.reviewer.get(asked(list, `/gkht/publish/${id}`));
	same(back(ask), `?${query}`);
	const again = await zfb.reviewer.get(asked(paper, `/gkht/publish/${id}`));
	same(back(again), `?${query}`);
	const form = ask.form(`/gkht/publish/${id}`);
	const bad = await zfb.reviewer.post(`/gkht/publish/${id}`, filled(form, { when: 'later', day: '', time: '' }));
	assert.equal(bad.status, 422);
	same(back(bad), `?${query}`);
	const done = await zfb.reviewer.post(`/gkht/publish/${id}`, filled(form, { when: 'later', day: day(1), time: '09:30' }));
	same(done.location, `?${query}&done=plan`);
	const end = await zfb.reviewer.follow(done.location);
	assert.match(end.plain, /已安排/);
	assert.match(end.plain, /回得来的信息/);
});

test('several of a list come back to it as well', async () => {
	const id = await inState(zfb, 'submitted', { title: '几条一起回来' });
	const query = `q=${encodeURIComponent('几条一起')}&sort=title`;
	const list = await zfb.reviewer.get(`/gkht/review?${query}`);
	const screen = await zfb.reviewer.get(link(list, `/gkht/review/${id}`));
	same(back(screen), `?${query}&on=${id}`);
	same((await zfb.reviewer.post(`/gkht/review/${id}/read`, screen.form(`/gkht/review/${id}/read`))).location.replace(/^\/gkht\/review\/\d+\?way=(.*)$/, (all, w) => `?${decodeURIComponent(w)}`), `?${query}`);
	const seen = await zfb.reviewer.get(`/gkht/review?${query}`);
	const pick = /name="pick" value="([^"]*)"/.exec(seen.text)[1];
	const ask = await zfb.reviewer.post('/gkht/review', [...filled(seen.form('/gkht/review'), { act: 'approve' }), ['pick', pick]]);
	assert.match(ask.title, /是否确认/);
	same(back(ask), `?${query}`);
	const fields = [...ask.text.split('<dialog')[1].matchAll(/type="hidden" name="(pick|act|confirm|way)" value="([^"]*)"/g)].map(([, k, v]) => [k, plain(v)]);
	const done = await zfb.reviewer.post('/gkht/review', fields);
	same(done.location, `?${query}&done=approve&count=1`);
});

test('信息上载: a page further on, the form, its savings and its end', async () => {
	for (let k = 0; k < 22; k++)
		await fullDraft(zfb.clerk, { title: `翻页的草稿 ${String(k).padStart(2, '0')}` });
	const query = `q=${encodeURIComponent('翻页的草稿')}&sort=title-up`;
	const first = await zfb.clerk.get(`/gkht/entry?${query}`);
	const next = link(first, `/gkht/entry?${query}&after=`);
	const second = await zfb.clerk.get(next);
	assert.match(second.plain, /翻页的草稿 21/);
	const opened = link(second, '/gkht/entry/');
	const id = /entry\/(\d+)/.exec(second.links.find((l) => /^\/gkht\/entry\/\d+\?way/.test(l)))[1];
	const form = await zfb.clerk.get(second.links.find((l) => l.startsWith(`/gkht/entry/${id}?way`)));
	assert.ok(opened);
	same(back(form), `${next}&on=${id}`);
	const at = `/gkht/entry/${id}`;
	const saved = await zfb.clerk.post(at, filled(form.form(at), { act: 'save', title: '翻页的草稿 改过' }), { multipart: true });
	const after = await zfb.clerk.follow(saved.location);
	assert.match(after.plain, /已保存/);
	same(back(after), `${next}&on=${id}`);
	await sign(zfb.clerk, id);
	const done = await zfb.clerk.post(at, filled((await zfb.clerk.get(saved.location)).form(at), { act: 'submit' }), { multipart: true });
	same(done.location, `${next}&done=submit`);
});

test('已发布信息维护 and 管理', async () => {
	const id = await inState(zfb, 'published', { title: '发布以后的信息' });
	const query = `q=${encodeURIComponent('发布以后')}&state=published`;
	const list = await zfb.reviewer.get(`/gkht/published?${query}`);
	const ask = await zfb.reviewer.get(asked(list, `/gkht/published/${id}/expire`));
	same(back(ask), `?${query}`);
	const preview = await zfb.reviewer.post(`/gkht/published/${id}/expire`, filled(ask.form(`/gkht/published/${id}/expire`), { reason: '到期', preview: '1' }));
	same(back(preview), `?${query}`);
	const done = await zfb.reviewer.post(`/gkht/published/${id}/expire`, filled(ask.form(`/gkht/published/${id}/expire`), { reason: '到期' }));
	same(done.location, `?${query}&done=expire`);
	const managed = await zfb.admin.get('/gkht/manage?q=a%26b%3D%22c&state=expired');
	const all = await zfb.admin.get(`/gkht/manage?q=${encodeURIComponent('发布以后')}&sort=index`);
	const form = await zfb.admin.get(link(all, `/gkht/manage/${id}`));
	same(back(form), `?q=${encodeURIComponent('发布以后')}&sort=index&on=${id}`);
	assert.match(managed.plain, /没有符合条件的信息/);
});

test('what is no query is not followed', async () => {
	const id = await inState(zfb, 'approved', { title: '不往外走' });
	for (const way of ['https://evil.example/', '//evil.example', '"><script>alert(1)</script>', '%', '%0d%0aSet-Cookie:a=b', '%ff=1', 'a b', '\\\\evil', 'x'.repeat(3000)]) {
		const page = await zfb.reviewer.get(`/gkht/document/${id}?way=${encodeURIComponent(way)}`);
		assert.equal(page.status, 200, way);
		assert.equal(back(page), `/gkht/publish?on=${id}`, way);
		const form = await zfb.reviewer.get(`/gkht/publish/${id}`);
		const done = await zfb.reviewer.post(`/gkht/publish/${id}`, [...filled(form.form(`/gkht/publish/${id}`), { when: 'later', day: day(1), time: '09:00' }), ['way', way]]);
		if (done.status === 303)
			assert.equal(done.location, '/gkht/publish?done=plan', way);
		else
			assert.equal(done.status, 422, way);
	}
});
