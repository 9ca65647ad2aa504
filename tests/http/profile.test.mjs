// profile.test.mjs - 公开指南, 机构信息, 领导信息 and 责任人名单: their forms, the
// law's parts, the way to the public and who may.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { start, filled } from '../site.mjs';
import { address, fullDraft, inState, leafCategory, people, publish, reply, state, submit } from '../office.mjs';

let site, czj, citizen;
before(async () => {
	site = await start({ district: 'empty' });
	site.gkctl('unit', 'add', '宝坻区财政局', '--code', 'czj');
	czj = await people(site, 'czj');
	citizen = site.visitor();
});
after(() => site.stop());

const guide = {
	p_organ: '宝坻区财政局', p_address: '建设路96号', p_hours: '工作日 8:30—17:30', p_phone: '022-29240001', p_fax: '022-29240002',
	p_internet: 'czj@example.gov.cn', p_classes: '按条例分类', p_scheme: '索引号由单位代码和年份组成', p_access: '在本平台查阅',
	p_visit: '一楼服务窗口', p_post: '寄至建设路96号财政局办公室',
};
const leaders = [
	{ p_name: '张建国', p_office: '局长', p_task: '主持全面工作', p_cv: '2001年参加工作', p_photo: '' },
	{ p_name: '李秀英', p_office: '副局长', p_task: '分管预算', p_cv: '', p_photo: '' },
];
// Every field of the form with these values; several people as lists.
async function fill(person, kind, values, id = '') {
	const at = `/gkht/profile${id ? `/${id}` : ''}`;
	const page = await person.get(id ? at : `${at}?kind=${kind}`);
	assert.equal(page.status, 200, page.plain.slice(0, 300));
	const rest = page.form(at).filter(([name]) => !name.startsWith('p_') && name !== 'do' && !(name in values));
	const pairs = Object.entries(values).flatMap(([name, v]) => (Array.isArray(v) ? v.map((one) => [name, one]) : [[name, v]]));
	return person.post(at, [...rest, ...pairs], { multipart: true });
}
const rows = (list) => Object.fromEntries(Object.keys(list[0]).map((k) => [k, list.map((p) => p[k])]));
const idOf = (page) => Number(/\/(\d+)\?/.exec(page.location)[1]);

// A picture that a camera wrote its name into.
function photograph() {
	const plain = Buffer.from('/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=', 'base64');
	const exif = Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x0f\0\x02\0\0\0\x07\0\0\0\x1a\0\0\0\0Camera\0', 'latin1');
	const size = Buffer.alloc(2);
	size.writeUInt16BE(exif.length + 2);
	return Buffer.concat([plain.subarray(0, 2), Buffer.from('ffe1', 'hex'), size, exif, plain.subarray(2)]);
}

async function out(kind, values) {
	const saved = await fill(czj.clerk, kind, values);
	assert.equal(saved.status, 303, saved.plain.slice(0, 500));
	const id = idOf(saved);
	const sent = await submit(czj.clerk, id);
	assert.equal(sent.location, '/gkht/entry?done=submit', sent.plain.slice(0, 800));
	assert.equal((await reply(czj.reviewer, id, 'approve')).status, 303);
	assert.equal((await publish(czj.reviewer, id)).status, 303);
	return id;
}

test('the clerk finds the forms in 信息上载; others have none', async () => {
	const page = await czj.clerk.get('/gkht/entry');
	for (const [kind, label] of [['guide', '公开指南'], ['organisation', '机构信息'], ['leaders', '领导信息'], ['staff', '责任人和工作人员名单']]) {
		assert.ok(page.text.includes(`href="/gkht/profile?kind=${kind}">${label}</a>`), kind);
		assert.equal((await czj.reviewer.get(`/gkht/profile?kind=${kind}`)).status, 403);
		assert.equal((await czj.admin.get(`/gkht/profile?kind=${kind}`)).status, 403);
		assert.equal((await citizen.get(`/gkht/profile?kind=${kind}`)).status, 303);
	}
});

test('a 指南 that lacks one of its statutory parts stays a draft and is told so', async () => {
	const labels = { p_organ: '机构名称', p_address: '办公地址', p_hours: '办公时间', p_phone: '联系电话', p_fax: '传真号码', p_internet: '互联网联系方式', p_classes: '信息分类', p_scheme: '编排体系', p_access: '获取方式', p_visit: '当面申请', p_post: '邮寄申请' };
	let id;
	for (const [part, label] of Object.entries(labels)) {
		const saved = await fill(czj.clerk, 'guide', { ...guide, [part]: '' }, id);
		assert.match(saved.location, /^\/gkht\/profile\/\d+\?check=1$/, part);
		id = idOf(saved);
		const told = await czj.clerk.get(saved.location);
		assert.ok(told.plain.includes('草稿已保存，还不能提交') && told.plain.includes(`${label}：请填写这一项`), part);
		assert.ok(told.text.includes(`href="#f-${part}"`) && told.text.includes(`id="f-${part}"`), part);
		const refused = await submit(czj.clerk, id);
		assert.equal(refused.location, `/gkht/entry/${id}?check=1`);
		assert.ok((await czj.clerk.get(refused.location)).plain.includes(`${label}：法定内容`), part);
		assert.equal(state(site, id), 'draft');
	}
	const list = await czj.clerk.post('/gkht/entry', filled((await czj.clerk.get('/gkht/entry')).form('/gkht/entry'), { act: 'submit', pick: `${id}-${site.sql(`SELECT version v FROM document WHERE id = ${id}`)[0].v}` }));
	assert.equal(list.status, 409);
	assert.equal(state(site, id), 'draft');
	// the form comes back to the same draft, with what was typed
	assert.equal((await czj.clerk.get('/gkht/profile?kind=guide')).location, `/gkht/profile/${id}`);
	assert.ok((await czj.clerk.get(`/gkht/profile/${id}`)).text.includes('建设路96号'));
	const page = await czj.clerk.get(`/gkht/entry/${id}`);
	assert.equal((await czj.clerk.post(`/gkht/entry/${id}/discard`, page.form(`/gkht/entry/${id}`).filter(([n]) => n === 'version'))).status, 303);
});

test('a 公开指南 cannot be made beside its form', async () => {
	const id = await fullDraft(czj.clerk, { title: '手写的公开指南', category: leafCategory(site, 'guide') });
	const refused = await submit(czj.clerk, id);
	assert.equal(refused.location, `/gkht/entry/${id}?check=1`);
	assert.match((await czj.clerk.get(refused.location)).plain, /公开指南请用【信息上载】的【公开指南】表单填写/);
	assert.equal(state(site, id), 'draft');
});

test('a whole 指南 goes through the review and takes the place of the one before', async () => {
	const first = await out('guide', guide);
	const at = address(site, first);
	let page = await citizen.get(at);
	assert.ok(page.plain.includes('022-29240002') && page.plain.includes('一楼服务窗口'));
	const form = await czj.clerk.get('/gkht/profile?kind=guide');
	assert.ok(form.text.includes('value="建设路96号"') && form.text.includes(`href="${at}"`), 'begins as what is public');
	const saved = await fill(czj.clerk, 'guide', { ...guide, p_hours: '工作日 9:00—17:00' });
	const id = idOf(saved);
	assert.equal(saved.location, `/gkht/entry/${id}?saved=1`);
	await submit(czj.clerk, id);
	page = await czj.reviewer.get(`/gkht/review/${id}`);
	assert.match(page.text, /<del[^>]*>8:30|8:30[^<]*<\/del>|<ins[^>]*>9:00/, 'the reviewer sees the difference to the one that is public');
	await reply(czj.reviewer, id, 'approve');
	assert.equal(state(site, first), 'published');
	await publish(czj.reviewer, id);
	assert.equal(state(site, first), 'expired');
	assert.match((await citizen.get(at)).plain, /公开指南已经更新/);
	assert.ok((await citizen.get(at)).text.includes(address(site, id)), 'and leads to the new one');
	const [n] = site.sql("SELECT COUNT(*) n FROM audit WHERE action = 'expire'");
	assert.equal(n.n, 1);
});

test('the text is what the form made, whatever is sent to 内容表', async () => {
	const id = idOf(await fill(czj.clerk, 'staff', rows([{ p_role: 'head', p_name: '张建国', p_office: '局长', p_call: '022-29240001', p_mail: '' }])));
	const at = `/gkht/entry/${id}`;
	const page = await czj.clerk.get(at);
	assert.ok(!page.text.includes('name="body"'));
	const saved = await czj.clerk.post(at, [...filled(page.form(at), { act: 'save', title: '名单（改）' }), ['body', '<p>别的</p>']].filter(([n]) => n !== 'category'), { multipart: true });
	assert.equal(saved.status, 303);
	const [row] = site.sql(`SELECT r.title, r.body_text b, f.kind, (SELECT COUNT(*) FROM revision_category c WHERE c.revision_id = r.id) n FROM document d JOIN revision r ON r.id = d.revision_id JOIN profile f ON f.revision_id = r.id WHERE d.id = ${id}`);
	assert.equal(row.title, '名单（改）');
	assert.ok(row.b.includes('张建国') && !row.b.includes('别的'));
	assert.deepEqual([row.kind, row.n], ['staff', 1]);
	const refused = await submit(czj.clerk, id);
	assert.match((await czj.clerk.get(refused.location)).plain, /责任：法定内容没有填写完整/, 'all three are named');
	await czj.clerk.post(`${at}/discard`, (await czj.clerk.get(at)).form(at).filter(([n]) => n === 'version'));
});

test('official telephones and addresses are seen and explained by the kind', async () => {
	const staff = rows([
		{ p_role: 'head', p_name: '张建国', p_office: '局长', p_call: '13812345678', p_mail: '' },
		{ p_role: 'leader', p_name: '李秀英', p_office: '副局长', p_call: '022-29240003', p_mail: '' },
		{ p_role: 'officer', p_name: '王磊', p_office: '科员', p_call: '022-29240004', p_mail: 'wanglei@163.com' },
	]);
	const saved = await fill(czj.clerk, 'staff', { ...staff, p_note: '家里的电话 13987654321' });
	const id = idOf(saved);
	const found = site.sql(`SELECT kind, masked, reason FROM finding WHERE revision_id = (SELECT revision_id FROM document WHERE id = ${id}) ORDER BY line, kind`);
	assert.equal(found.length, 3, JSON.stringify(found));
	assert.deepEqual(found.filter((f) => f.reason).map((f) => f.kind).sort(), ['email', 'mobile']);
	assert.match(found.find((f) => !f.reason).masked, /^139/, 'a number in the remarks is no official one');
	const refused = await submit(czj.clerk, id);
	assert.match((await czj.clerk.get(refused.location)).plain, /检查结果里还有没有处理的内容/);
	await fill(czj.clerk, 'staff', { ...staff, p_note: '' }, id);
	assert.equal((await submit(czj.clerk, id)).location, '/gkht/entry?done=submit');
	assert.match((await czj.reviewer.get(`/gkht/review/${id}`)).plain, /本单位依法公布的工作联系方式/, 'the reviewer sees them with the reason');
	await reply(czj.reviewer, id, 'approve');
	await publish(czj.reviewer, id);
	assert.match((await citizen.get(address(site, id))).plain, /第一责任人[^]*张建国[^]*工作人员[^]*王磊/);
});

test('people are added, moved and removed without script; photographs lose what the camera wrote', async () => {
	const at = '/gkht/profile';
	const press = (list, todo, files = []) => czj.clerk.post(at, [['kind', 'leaders'], ['version', '0'], ['do', todo], ...list.flatMap((p, k) => [...Object.entries(p), ['photo', files[k] || new File([], ''), files[k] ? files[k].name : '']])], { multipart: true });
	const names = (page) => [...page.text.matchAll(/name="p_name" value="([^"]*)"/g)].map((m) => m[1]);
	assert.deepEqual(names(await press(leaders, 'add')), ['张建国', '李秀英', '']);
	assert.deepEqual(names(await press(leaders, 'down-1')), ['李秀英', '张建国']);
	assert.deepEqual(names(await press(leaders, 'up-2')), ['李秀英', '张建国']);
	assert.deepEqual(names(await press(leaders, 'remove-1')), ['李秀英']);
	assert.deepEqual(names(await press(leaders, 'remove-9')), ['张建国', '李秀英']);
	const jpeg = photograph();
	const page = await press(leaders, 'add', [null, new File([jpeg], 'a.jpg', { type: 'image/jpeg' })]);
	const photos = [...page.text.matchAll(/name="p_photo" value="([^"]*)"/g)].map((m) => m[1]);
	assert.match(photos[1], /^[0-9a-f]{64}\.jpg$/);
	assert.deepEqual([photos[0], photos[2]], ['', '']);
	const kept = Buffer.from(await (await fetch(`${site.url}/gkht/image/${photos[1]}`, { headers: { cookie: [...czj.clerk.jar].map(([n, v]) => `${n}=${v}`).join('; ') } })).arrayBuffer());
	assert.ok(kept.length > 100 && !kept.includes('Exif'));
	for (const [name, bytes] of [['a.txt', '文字'], ['a.jpg', '不是图片'], ['b.pdf', '%PDF-1.4']]) {
		const wrong = await press(leaders, 'add', [new File([bytes], name)]);
		assert.equal(wrong.status, 422, name);
		assert.deepEqual(names(wrong).slice(0, 2), ['张建国', '李秀英']);
	}
	leaders[1].p_photo = photos[1];
	const id = await out('leaders', rows(leaders));
	const shown = await citizen.get(address(site, id));
	assert.ok(shown.text.includes(`/image/${photos[1]}`));
	assert.ok(shown.plain.indexOf('张建国') < shown.plain.indexOf('李秀英'));
	assert.equal((await citizen.get(`/image/${photos[1]}`)).status, 200);
});

test('the administrator changes it in the same form, at once and with a note', async () => {
	const [{ id }] = site.sql("SELECT d.id FROM document d JOIN profile f ON f.revision_id = d.revision_id WHERE f.kind = 'guide' AND d.state = 'published'");
	assert.ok((await czj.admin.get(`/gkht/manage/${id}`)).text.includes(`/gkht/profile/${id}`));
	let page = await fill(czj.admin, 'guide', { ...guide, p_fax: '022-29249999', note: '' }, id);
	assert.equal(page.status, 422);
	assert.ok(page.text.includes('022-29249999') && page.text.includes('href="#f-note"'));
	page = await fill(czj.admin, 'guide', { ...guide, p_fax: '', note: '去掉传真' }, id);
	assert.equal(page.status, 422, 'the law holds for the administrator, too');
	page = await fill(czj.admin, 'guide', { ...guide, p_fax: '022-29249999', note: '更换传真', secrecy_signed: '1' }, id);
	assert.equal(page.location, '/gkht/manage?done=amend', page.plain.slice(0, 400));
	assert.match((await citizen.get(address(site, id))).plain, /022-29249999/);
	assert.equal((await czj.clerk.get(`/gkht/profile/${id}`)).location, `/gkht/document/${id}`);
});

test('who was faster is told, and what was typed stays', async () => {
	const id = idOf(await fill(czj.clerk, 'organisation', { p_organ: '宝坻区财政局', p_duties: '管财政' }));
	const page = await fill(czj.clerk, 'organisation', { p_organ: '宝坻区财政局', p_duties: '管财政和税收', version: '7' }, id);
	assert.equal(page.status, 409);
	assert.ok(page.text.includes('管财政和税收') && page.plain.includes('您填写的内容没有保存'));
	const again = await fill(czj.clerk, 'organisation', { p_organ: '宝坻区财政局', p_duties: '管财政和税收', version: page.form(`/gkht/profile/${id}`).find(([n]) => n === 'version')[1] }, id);
	assert.equal(again.status, 303);
});

test('a form of another unit, or of a plain document, is not there', async () => {
	const [{ id }] = site.sql("SELECT d.id FROM document d JOIN profile f ON f.revision_id = d.revision_id WHERE f.kind = 'organisation'");
	site.gkctl('unit', 'add', '宝坻区教育局', '--code', 'jyj');
	const other = await site.staff('jyj002');
	assert.equal((await other.get(`/gkht/profile/${id}`)).status, 404);
	const plain = await inState(czj, 'draft');
	assert.equal((await czj.clerk.get(`/gkht/profile/${plain}`)).status, 404);
});

test('年度核对: 001 and 002 are reminded, the supervising unit sees who is late', async () => {
	const [{ id }] = site.sql("SELECT d.id FROM document d JOIN profile f ON f.revision_id = d.revision_id WHERE f.kind = 'guide' AND d.state = 'published'");
	site.gkctl('unit', 'add', '宝坻区人民政府办公室', '--code', 'zfb', '--supervising');
	const office = await site.staff('zfb001');
	assert.ok(!(await czj.clerk.get('/gkht/entry')).plain.includes('已满一年没有更新'));
	assert.ok(!(await office.get('/gkht/yearly')).plain.includes('公开指南 2025'));
	site.sql(`UPDATE revision SET published = '2025-01-02T03:00:00Z' WHERE id = (SELECT revision_id FROM document WHERE id = ${id})`);
	for (const [person, at] of [[czj.clerk, '/gkht/entry'], [czj.admin, '/gkht/manage']]) {
		const page = await person.get(at);
		assert.match(page.plain, /公开指南\s*已满一年没有更新（逾期 \d+ 天）/, at);
		assert.ok(page.links.includes('/gkht/yearly'));
	}
	let page = await office.get('/gkht/yearly');
	assert.match(page.plain, /宝坻区财政局\s+公开指南\s+2025-01-02 发布\s+2026-01-02\s+逾期 \d+ 天/);
	assert.match(page.plain, /宝坻区教育局\s+机构信息\s+—\s+—\s+还没有公开/);
	assert.ok(!(await czj.admin.get('/gkht/yearly')).plain.includes('宝坻区教育局'), 'others see their own');
	assert.equal((await czj.reviewer.post(`/gkht/yearly/${id}`, {})).status, 403);
	assert.equal((await (await site.staff('jyj002')).post(`/gkht/yearly/${id}`, {})).status, 404);
	page = await czj.clerk.get('/gkht/yearly');
	assert.ok(page.links.includes('/gkht/profile?kind=guide'));
	assert.equal((await czj.clerk.post(`/gkht/yearly/${id}`, {})).location, '/gkht/yearly?done=1');
	assert.match((await czj.clerk.get('/gkht/yearly?done=1')).plain, /已记录核对无变化[^]*公开指南\s+\d{4}-\d\d-\d\d 核对/);
	assert.ok(!(await czj.clerk.get('/gkht/entry')).plain.includes('已满一年没有更新'));
	assert.ok(!/宝坻区财政局\s+公开指南/.test((await office.get('/gkht/yearly')).plain));
	assert.match((await citizen.get('/guide?unit=czj')).plain, /更新日期\s+2025-01-02\s*，\s*\d{4}-\d\d-\d\d\s+核对无变化/);
	assert.equal(site.sql("SELECT COUNT(*) n FROM audit WHERE action = 'confirm'")[0].n, 1);
});

test('the pages of the unit show them; empty columns stay hidden', async () => {
	const unit = await citizen.get('/unit/czj');
	for (const at of ['/leaders', '/staff', '/guide'])
		assert.ok(unit.links.includes(`${at}?unit=czj`), at);
	assert.ok(!unit.links.includes('/organisation?unit=czj'), 'nothing of it is public');
	assert.match(unit.plain, /张建国\s+局长/);
	const leaders = await citizen.get('/leaders?unit=czj');
	assert.match(leaders.plain, /张建国\s+局长\s+主持全面工作[^]*李秀英\s+副局长/);
	assert.match(leaders.text, /"@type":"Person","name":"张建国","jobTitle":"局长"/);
	assert.match((await citizen.get('/staff?unit=czj')).text, /<td data-l="责任">第一责任人<\/td><td data-l="姓名"><b>张建国/);
	assert.match((await citizen.get('/guide?unit=czj')).plain, /传真号码\s+022-29249999/);
	const empty = await citizen.get('/unit/jyj');
	assert.ok(!empty.plain.includes('领导信息') && !empty.plain.includes('责任人'));
});
