// 依申请公开 on the portal, through its forms and without script: what is
// demanded, what is kept, who sees it, what robots meet.
import assert from 'node:assert/strict';
import { pbkdf2Sync } from 'node:crypto';
import { after, before, test } from 'node:test';
import { apply, fill, idCard, png, receipt, scan, solved, steps, uscc, wait, ZHANG } from '../citizen.mjs';
import { filled, start } from '../site.mjs';

let site;
before(async () => { site = await start(); });
after(() => site.stop());

const CHECK = '/apply/form/check';

// Somebody with an application of his own, opened by number and code.
async function owner(unit = 'czj', values = {}) {
	const made = await apply(site.visitor(), unit, values);
	const v = site.visitor();
	const page = await query(v, made.number, made.code);
	assert.equal(page.location, '/apply/status');
	return { ...made, v };
}

async function query(v, number, code) {
	const page = await v.get(`/apply/status?number=${number}`);
	return v.post('/apply/status', filled(page.form('/apply/status'), { number, code }));
}

async function step(v, name, values, extra = []) {
	const at = `/apply/form/${name}`;
	const page = await v.get(at);
	return v.post(at, [...filled(page.form(at), values), ...extra], { multipart: name === 'identity' });
}

// The number a browser finds, for the proof of work.
function solve({ parameters: p, signature }) {
	const salt = Buffer.from(p.salt, 'hex');
	for (let counter = 0; counter < 5000; counter++) {
		const password = Buffer.alloc(20);
		Buffer.from(p.nonce, 'hex').copy(password);
		password.writeUInt32BE(counter, 16);
		const derivedKey = pbkdf2Sync(password, salt, p.cost, p.keyLength, 'sha256').toString('hex');
		if (derivedKey.startsWith(p.keyPrefix))
			return Buffer.from(JSON.stringify({ challenge: { parameters: p, signature }, solution: { counter, derivedKey, time: 1 } })).toString('base64');
	}
	throw new Error('no number found');
}

const count = () => site.sql('SELECT COUNT(*) n FROM application')[0].n;

test('filed without script in 8 pages, with a receipt and a code', async () => {
	const v = site.visitor();
	const { page, number, code } = await apply(v, 'czj');
	assert.match(number, /^SQ-CZJ-\d{4}-\d{5}$/);
	assert.match(code, /^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
	assert.ok(page.text.includes('role="img" aria-label="查询页的二维码"'));
	assert.ok(page.plain.includes('张＊＊') && !page.text.includes('张三丰'));
	assert.equal(page.headers.get('cache-control'), 'no-store');
	const [row] = site.sql(`SELECT * FROM application WHERE number = '${number}'`);
	assert.ok(!JSON.stringify(row).includes(code) && !JSON.stringify(row).includes('张三丰'), 'sealed');
	// The code stays for a reload; 已经保存 takes it away for good.
	assert.equal(receipt(await v.get('/apply/receipt')).code, code);
	assert.equal((await v.post('/apply/receipt')).location, '/apply/status');
	assert.equal((await v.get('/apply/receipt')).location, '/apply?over=1');
	assert.ok((await v.get('/apply/status')).plain.includes(number), 'the sender goes on without typing it');
});

test('sent twice is one application', async () => {
	const v = site.visitor();
	await fill(v, 'mzj');
	const check = await v.get(CHECK);
	await wait(3100);
	const n = count();
	const both = await Promise.all([0, 1].map(() => v.post(CHECK, check.form(CHECK))));
	assert.deepEqual(both.map((p) => p.location), ['/apply/receipt', '/apply/receipt']);
	assert.equal(count(), n + 1);
	assert.equal((await v.post(CHECK, check.form(CHECK))).location, '/apply/receipt', 'replayed');
	assert.equal(count(), n + 1);
});

test('each page demands what it must, names the field and keeps what was typed', async () => {
	const v = site.visitor();
	await fill(v, 'czj', {}, 'unit');
	const bad = [
		['unit', { unit: 'nosuch' }, '请从列出的单位中选择受理单位'],
		['who', {}, '请填写这一项'],
		['who', { kind: 'citizen' }],
		['identity', { name: '李四', paper_kind: 'id_card', paper_no: '120115199001011234' }, '身份证号码应为 18 位'],
		['identity', { name: '', paper_kind: 'passport', paper_no: 'E12345678' }, '姓名：请填写这一项'],
		['identity', { name: '李四', paper_kind: 'passport', paper_no: 'E12345678' }, '请添加身份证明的照片或扫描件'],
		['identity', { name: '李四', paper_no: idCard('12011519900101002') }, null, [['file', ...scan()]]],
		['contact', { phone: 'abc' }, '请填写电话号码'],
		['contact', { email: 'nobody' }, '请填写电子邮箱'],
		['contact', { phone: '', email: '' }, '请至少填写一种联系方式'],
		['contact', { phone: '13800001234' }],
		['wish', {}, '至少填写一项'],
		['wish', { wish_doc_no: '宝坻政办发〔2026〕12号' }],
		['delivery', {}, '获取方式：请填写这一项'],
		['delivery', { delivery: 'mail', carrier: 'paper' }, '通信地址：您选择的获取方式需要填写这一项'],
		['delivery', { delivery: 'pickup', carrier: 'paper' }],
	];
	for (const [name, values, words, extra] of bad) {
		const page = await step(v, name, Object.fromEntries(Object.entries(values)), extra);
		if (!words) {
			assert.equal(page.status, 303, `${name}: ${page.plain.slice(0, 400)}`);
			continue;
		}
		assert.equal(page.status, 422, `${name} ${JSON.stringify(values)}`);
		assert.ok(page.title.startsWith('错误：'), page.title);
		assert.ok(page.plain.includes(words), `${name}: ${words}`);
		for (const typed of Object.values(values).filter((x) => x && x !== 'nosuch'))
			assert.ok(page.text.includes(typed), `${name} lost ${typed}`);
		if (name === 'unit')
			await step(v, 'unit', { unit: 'czj' });
		if (name === 'contact')
			await v.get('/apply/form/contact');
	}
	const check = await v.get(CHECK);
	for (const words of ['李四', '13800001234', '宝坻政办发〔2026〕12号', '自行领取', '身份证.png'])
		assert.ok(check.plain.includes(words), words);
	assert.equal((await v.get('/apply/form/wish?back=check')).form('/apply/form/wish').find(([k]) => k === 'back')[1], 'check');
});

test('no step can be skipped and nothing is sent before all are good', async () => {
	const v = site.visitor();
	assert.equal((await v.get(CHECK)).location, '/apply?over=1');
	await v.get('/apply');
	await v.post('/apply/new', {});
	for (const name of [...steps.slice(1), 'check'])
		assert.equal((await v.get(`/apply/form/${name}`)).location, '/apply/form/unit', name);
	const n = count();
	assert.equal((await v.post(CHECK, {})).location, '/apply/form/unit');
	assert.equal(count(), n);
	assert.equal((await v.get('/apply/form/nosuch')).status, 404);
});

test('organisations: their kind and their code', async () => {
	const v = site.visitor();
	const made = await apply(v, 'jyj', {
		kind: 'research', name: '宝坻农业研究所', paper_kind: 'uscc', paper_no: uscc('12120115MB0000001'),
	});
	assert.ok(made.page.plain.includes('科研机构'));
	assert.equal(site.sql(`SELECT organisation o FROM application WHERE number = '${made.number}'`)[0].o, 'research');
	const w = site.visitor();
	await fill(w, 'jyj', { kind: 'business' }, 'who');
	const page = await step(w, 'identity', { name: '某公司', paper_kind: 'uscc', paper_no: '91120115MB00000011' });
	assert.equal(page.status, 422);
	assert.ok(page.plain.includes('统一社会信用代码应为 18 位'));
});

test('scans: pictures and PDF by content, sealed, bounded, removable', async () => {
	const v = site.visitor();
	await fill(v, 'czj', {}, 'who');
	const send = (blob, name) => step(v, 'identity', { act: 'add' }, [['file', new Blob([blob]), name]]);
	for (const [blob, name] of [['<script>alert(1)</script>', 'a.png'], ['MZ\x90\x00', 'a.pdf'], ['hello', 'a.txt'], [png(), 'a.html']]) {
		const page = await send(blob, name);
		assert.equal(page.status, 422, name);
		assert.ok(page.plain.includes('JPG、PNG 图片或 PDF'), name);
	}
	const big = await step(v, 'identity', { act: 'add' }, [['file', new Blob([png(), Buffer.alloc(10.5 * 1024 * 1024)]), 'big.png']]);
	assert.equal(big.status, 422);
	const huge = await step(v, 'identity', { act: 'add' }, [['file', new Blob([png(), Buffer.alloc(12 * 1024 * 1024)]), 'huge.png']]).catch(() => ({ status: 413 }));
	assert.equal(huge.status, 413);
	assert.equal((await send(png(), '../../证件 "x".png')).status, 303);
	let page = await v.get('/apply/form/identity');
	const id = /name="drop" value="(\d+)"/.exec(page.text)[1];
	// not by somebody else
	const w = site.visitor();
	await fill(w, 'czj', {}, 'who');
	await step(w, 'identity', { drop: id });
	page = await v.get('/apply/form/identity');
	assert.ok(page.text.includes(`value="${id}"`));
	assert.equal((await step(v, 'identity', { drop: id })).status, 303);
	page = await v.get('/apply/form/identity');
	assert.ok(!page.text.includes(`value="${id}"`));
});

test('a wrong pair is one answer, and guessing is slowed', async () => {
	const made = await apply(site.visitor(), 'sfj');
	const answers = new Set();
	const v = site.visitor();
	for (const [number, code] of [[made.number, '0000 0000 0000 0000 0000 0000 0000 0000'], ['SQ-SFJ-2026-99999', made.code], [made.number, 'x'], ["' OR 1=1 --", made.code]]) {
		const page = await query(v, number, code);
		assert.equal(page.status, 422, number);
		assert.ok(!page.text.includes(made.code), 'the code is never shown again');
		answers.add(/id="code-e">.*?<\/p>/s.exec(page.text)[0]);
	}
	assert.equal(answers.size, 1, 'the same words for each');
	assert.equal((await query(v, made.number.toLowerCase(), made.code.replaceAll(' ', '').toUpperCase())).location, '/apply/status');
	const w = site.visitor();
	let locked = false;
	for (let k = 0; k < 60 && !locked; k++)
		locked = (await query(w, made.number, String(k))).plain.includes('次数太多');
	assert.ok(locked, 'the address is slowed');
	let page = await query(site.visitor(), made.number, made.code);
	assert.ok(!page.location, 'even with the right one, unless a question is answered');
	const x = site.visitor();
	page = await query(x, made.number, made.code);
	const again = (answer) => x.post('/apply/status', filled(page.form('/apply/status'), { number: made.number, code: made.code, answer }));
	page = await again('1000');
	assert.ok(page.plain.includes('回答不对'));
	page = await again(solved(page));
	assert.equal(page.location, '/apply/status');
	assert.ok(!site.output.includes(made.code));
	execute('DELETE FROM code_failure');
});

test('the status page belongs to who opened it', async () => {
	const { v, number } = await owner();
	const page = await v.get('/apply/status');
	assert.ok(page.plain.includes(number) && page.plain.includes('待确认'));
	assert.equal(page.headers.get('cache-control'), 'no-store');
	assert.ok(!page.text.includes(ZHANG.paper_no) && !page.text.includes(ZHANG.phone));
	const stranger = site.visitor();
	assert.ok(!(await stranger.get('/apply/status')).plain.includes(number));
	await stranger.get('/apply/status');
	for (const act of ['correct', 'withdraw', 'suggest', 'records', 'reasons']) {
		assert.equal((await stranger.get(`/apply/status/${act}`)).location, '/apply/status', act);
		const sent = await stranger.post(`/apply/status/${act}`, { version: 1, text: '文' }, { multipart: act === 'correct' });
		assert.equal(sent.location, '/apply/status', act);
	}
	for (const at of ['/apply/status/letter/1', '/apply/status/file/1'])
		assert.equal((await stranger.post(at, {})).status, 404, at);
	assert.equal((await v.get('/apply/status/suggest')).location, '/apply/status', 'only after an answer');
	await v.get('/apply/status');
	assert.equal((await v.post('/apply/status/close')).location, '/apply');
	assert.ok(!(await v.get('/apply/status')).plain.includes(number));
});

test('withdrawn once, with its reason', async () => {
	const { v, number } = await owner();
	const at = '/apply/status/withdraw';
	const page = await v.get(at);
	assert.equal((await v.post(at, filled(page.form(at), { text: '已经找到' }))).location, '/apply/status?done=withdraw');
	assert.ok((await v.get('/apply/status')).plain.includes('已撤回'));
	assert.equal((await v.post(at, page.form(at))).location, '/apply/status', 'a second time there is nothing to do');
	assert.equal(site.sql(`SELECT state s FROM application WHERE number = '${number}'`)[0].s, 'withdrawn');
});

test('robots: traps, age, signatures', async () => {
	const v = site.visitor();
	await fill(v, 'czj');
	const form = (await v.get(CHECK)).form(CHECK);
	const n = count();
	for (const [values, words] of [
		[{}, '提交得太快'], [{ website: 'http://spam' }, '应当留空'], [{ since: '' }, '打开的时间太长'],
		[{ since: `1.${'a'.repeat(64)}` }, '打开的时间太长'], [{ altcha: 'e30=' }, '提交得太快'],
	]) {
		const page = await v.post(CHECK, filled(form, values));
		assert.equal(page.status, 422, words);
		assert.ok(page.plain.includes(words), `${words}: ${page.plain.slice(0, 300)}`);
		assert.ok(page.plain.includes('张三丰'), 'nothing is lost');
	}
	assert.equal(count(), n);
	const challenge = await v.get('/apply/challenge');
	assert.equal(challenge.headers.get('cache-control'), 'no-store');
	const proof = solve(JSON.parse(challenge.text));
	const flipped = Buffer.from(Buffer.from(proof, 'base64').toString().replace(/"derivedKey":"../, '"derivedKey":"zz')).toString('base64');
	assert.equal((await v.post(CHECK, filled(form, { altcha: flipped }))).status, 422);
	// A proof is for one visitor, and for one form.
	const w = site.visitor();
	await fill(w, 'czj');
	const other = (await w.get(CHECK)).form(CHECK);
	assert.equal((await w.post(CHECK, filled(other, { altcha: proof }))).status, 422);
	assert.equal((await v.post(CHECK, filled(form, { altcha: proof }))).location, '/apply/receipt', 'at once, with a proof');
	await v.get('/apply');
	await fill(v, 'czj');
	const again = (await v.get(CHECK)).form(CHECK);
	assert.equal((await v.post(CHECK, filled(again, { altcha: proof }))).status, 422, 'spent');
});

test('too many from one address answer a question, and nobody is shut out', async () => {
	execute('DELETE FROM gate_bucket');
	const v = site.visitor();
	await fill(v, 'czj');
	const form = (await v.get(CHECK)).form(CHECK);
	const since = form.find(([k]) => k === 'since')[1];
	await wait(3100);
	const full = (name, from) => execute(`INSERT INTO gate_bucket SELECT replace(key, '${from} ', '${name} '), CAST(strftime('%s', 'now') AS INTEGER) + 100000 FROM gate_bucket WHERE key LIKE '${from} %'`);
	full('send plain', 'open');
	let page = await v.post(CHECK, form);
	assert.equal(page.status, 422);
	assert.ok(page.plain.includes('请回答这个问题再继续') && page.plain.includes('张三丰'));
	assert.ok(!/<img/.test(page.text), 'in plain words');
	const wrong = filled(page.form(CHECK), { answer: '1000', since });
	page = await v.post(CHECK, wrong);
	assert.ok(page.plain.includes('回答不对'));
	page = await v.post(CHECK, filled(wrong, { answer: solved(page) }));
	assert.ok(page.plain.includes('请回答这个问题再继续'), 'each question is for one answer');
	const w = site.visitor();
	await fill(w, 'czj');
	const theirs = filled((await w.get(CHECK)).form(CHECK), page.form(CHECK).filter(([k]) => k === 'ask').reduce((o, [k, x]) => ({ ...o, [k]: x }), { answer: solved(page) }));
	await wait(3100);
	assert.equal((await w.post(CHECK, theirs)).status, 422, 'nor for somebody else');
	full('answered', 'open');
	assert.ok((await v.post(CHECK, filled(page.form(CHECK), { answer: solved(page), since }))).plain.includes('请等一分钟再试'));
	execute("DELETE FROM gate_bucket WHERE key LIKE 'answered %'");
	page = await v.post(CHECK, filled(page.form(CHECK), { since }));
	assert.equal((await v.post(CHECK, filled(page.form(CHECK), { answer: solved(page), since }))).location, '/apply/receipt');
	execute('DELETE FROM gate_bucket');
});

test('answered before it was asked: found, counted, forgotten', async () => {
	const v = site.visitor();
	await v.get('/apply');
	assert.equal((await v.post('/apply/ask', {})).status, 422);
	assert.equal((await v.post('/apply/ask', { description: '政府信息主动公开工作' })).location, '/apply/answers');
	const page = await v.get('/apply/answers');
	const ids = [...page.text.matchAll(/name="id" value="(\d+)"/g)];
	assert.ok(ids.length >= 1 && ids.length <= 3);
	const n = () => site.sql('SELECT COALESCE(SUM(n), 0) n FROM answered_click')[0].n;
	const before = n();
	assert.equal((await v.post('/apply/answered', { id: ids[0][1] })).location, '/apply/answered');
	assert.equal(n(), before + 1);
	assert.equal((await v.get('/apply/answers')).location, '/apply?over=1', 'what was typed is gone');
	assert.equal((await v.post('/apply/answered', { id: ids[0][1] })).status, 303);
	assert.equal(n(), before + 1, 'counted once');
	const counts = async (login) => (await (await site.staff(login)).get('/gkht/statistics')).plain;
	assert.match(await counts('zfb001'), new RegExp(`申请前已回答 .*信息种类 次数 .*合计 ${before + 1}`));
	assert.ok(!(await counts('czj001')).includes('申请前已回答'), 'for the supervising unit');
});

test('the unit is found by what it does', async () => {
	const v = site.visitor();
	await v.get('/apply');
	await v.post('/apply/new', {});
	const find = async (q) => {
		assert.equal((await step(v, 'unit', { q, act: 'find' })).location, '/apply/form/unit');
		const page = await v.get('/apply/form/unit');
		return [...page.text.split('class="likely"')[1].split('<details')[0].matchAll(/value="([a-z0-9]+)"/g)].map((m) => m[1]);
	};
	assert.equal((await find('城镇老旧小区改造'))[0], 'zjw');
	assert.equal((await find('财政局'))[0], 'czj');
	assert.ok((await find('潮阳街道'))[0].startsWith('cy'));
});

test('the log is there only when the district wants it', async () => {
	const at = ['/apply/log', '/apply/log/1'];
	execute("INSERT INTO setting (unit_id, key, value) VALUES (0, 'public_log', '0') ON CONFLICT DO UPDATE SET value = '0'");
	for (const path of at)
		assert.equal((await site.visitor().get(path)).status, 404, path);
	assert.ok(!(await site.visitor().get('/apply')).text.includes('"/apply/log"'));
	execute("UPDATE setting SET value = '1' WHERE key = 'public_log'");
	const page = await site.visitor().get('/apply/log');
	assert.equal(page.status, 200);
	const shown = site.sql('SELECT open_summary s FROM application WHERE open_answer = 1').map((r) => r.s);
	for (const { s } of site.sql('SELECT wish_name s FROM application WHERE open_answer = 0 AND length(wish_name) > 4'))
		assert.ok(shown.some((x) => x.includes(s)) || !page.plain.includes(s), s);
	assert.ok((await site.visitor().get('/apply')).text.includes('"/apply/log"'));
});

test('nothing personal stands in a log', () => {
	for (const words of [ZHANG.name, ZHANG.paper_no, ZHANG.phone, ZHANG.email])
		assert.ok(!site.output.includes(words), words);
});

// Something that time would do.
function execute(text) {
	site.sql(text);
}
