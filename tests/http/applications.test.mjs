// The back office of 依申请公开 through its forms: who may do what in which
// state, what the letters say, what is written down and what stays sealed.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { act, at, counter, GRANTED, inCase, letter, must, reply, sent, TEXT } from '../case.mjs';
import { apply, scan } from '../citizen.mjs';
import { people } from '../office.mjs';
import { filled, start } from '../site.mjs';

let site, own, other;
before(async () => {
	site = await start();
	own = await people(site, 'czj');
	other = await people(site, 'mzj');
});
after(() => site.stop());

const row = (id) => site.sql(`SELECT * FROM application WHERE id = ${id}`)[0];
const letters = (id) => site.sql(`SELECT * FROM letter WHERE application_id = ${id} ORDER BY id`);
const bytes = async (person, path, fields) => {
	const body = new URLSearchParams({ ...fields, csrf: person.csrf });
	const res = await fetch(site.url + path, { method: 'POST', body, redirect: 'manual',
		headers: { cookie: [...person.jar].map(([k, v]) => `${k}=${v}`).join('; ') } });
	return { status: res.status, headers: res.headers, data: Buffer.from(await res.arrayBuffer()) };
};

async function opened(made) {
	const v = site.visitor();
	const form = await v.get('/apply/status');
	await v.post('/apply/status', filled(form.form('/apply/status'), { number: made.number, code: made.code }));
	return { visitor: v, page: await v.get('/apply/status') };
}

test('from the portal: confirmed, answered, released, read by the applicant', async () => {
	const made = await apply(site.visitor(), 'czj', { wish_name: '二〇二五年财政决算说明' });
	const { id } = site.sql(`SELECT id FROM application WHERE number = '${made.number}'`)[0];
	const list = await own.reviewer.get('/gkht/applications');
	assert.ok(list.plain.includes('二〇二五年财政决算说明') && list.plain.includes('待确认'));
	assert.ok(!list.text.includes('张三丰'), 'the name is masked');
	await must(act(own.reviewer, id, 'confirm'), 'confirm');
	assert.equal(row(id).state, 'open');
	assert.match(letters(id)[0].number, /受〔\d{4}〕\d+号$/);
	await must(reply(own.reviewer, id, GRANTED), 'reply');
	assert.equal(row(id).state, 'drafted');
	await must(letter(own.reviewer, id, 'save', { body: '第一段。\n\n改过的第二段。' }), 'correct');
	await must(letter(own.reviewer, id, 'release'), 'release');
	assert.equal(row(id).state, 'answered');
	const out = letters(id).find((l) => l.kind === 'reply');
	assert.match(out.number, /答〔\d{4}〕\d+号$/);
	assert.ok(out.body_text.includes('改过的第二段。'));
	assert.ok(!out.body_text.includes('张三丰') && !out.title.includes('张三丰'));
	const { page } = await opened(made);
	assert.ok(page.plain.includes('已答复'), page.plain.slice(0, 600));
	assert.ok(page.text.includes(`"/apply/status/letter/${out.id}"`));
});

test('over the counter: the code stands on one page, once, and opens the status page', async () => {
	const first = await own.clerk.get('/gkht/counter');
	const fields = sent(first.form('/gkht/counter'), {
		channel: 'post', name: '赵六', paper_kind: 'passport', paper_no: 'E12345678', phone: '13800001111', wish_name: '绿化工程合同', file: scan('申请表.png'),
	});
	const page = await own.clerk.post('/gkht/counter', fields, { multipart: true });
	assert.equal(page.status, 200);
	const number = /SQ-CZJ-\d{4}-\d{5}/.exec(page.text)[0];
	const code = /class="secret num">([^<]*)</.exec(page.text)[1];
	assert.match(code, /^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
	const again = await own.clerk.post('/gkht/counter', fields, { multipart: true });
	assert.ok(again.text.includes(number) && !again.text.includes(code), 'a second click makes nothing new');
	const [a] = site.sql(`SELECT id, state FROM application WHERE number = '${number}'`);
	assert.equal(a.state, 'open', 'signed for: the clock runs');
	assert.ok(!(await own.clerk.get(`/gkht/counter/${a.id}`)).text.includes(code));
	const { page: status } = await opened({ number, code });
	assert.ok(status.plain.includes(number));
	const bad = await own.clerk.post('/gkht/counter', filled((await own.clerk.get('/gkht/counter')).form('/gkht/counter'), { name: '', wish_name: '', paper_no: '1' }), { multipart: true });
	assert.equal(bad.status, 422);
	assert.ok(bad.plain.includes('身份证号码应为 18 位'));
});

// state -> act -> who; read from the law and the rules of the office, not from
// the program.
const R = 'reviewer', A = 'admin', C = 'clerk';
const TABLE = {
	submitted: { confirm: [R], forward: [R], withdraw: [R], end: [R] },
	open: {
		ask_correction: [R], consult_third: [R], consult_organ: [R], consult_maker: [R], ask_extension: [R], ask_reasons: [R],
		fee_notice: [R], forward: [R], suspend: [R], draft_reply: [R], withdraw: [R], end: [R],
	},
	correcting: { correct: [R, C], withdraw: [R], end: [R] },
	drafted: { draft_reply: [R], release_reply: [R, A], return_reply: [R, A], withdraw: [R], end: [R] },
	answered: {}, withdrawn: {}, ended: {},
};
const ACTS = ['confirm', 'ask_correction', 'correct', 'correction_lapsed', 'consult_third', 'consult_organ', 'consult_maker', 'consult_reply',
	'ask_extension', 'approve_extension', 'refuse_extension', 'ask_reasons', 'reasons_given', 'fee_notice', 'fee_paid',
	'fee_lapsed', 'forward', 'suspend', 'resume', 'draft_reply', 'release_reply', 'return_reply', 'withdraw', 'end'];

test('every act x state x role: buttons, dialogs and deeds agree with the table', async () => {
	for (const [state, may] of Object.entries(TABLE)) {
		const { id } = await inCase(own, state);
		const { version } = row(id);
		for (const who of [R, A, C]) {
			const page = await own[who].get(at(id));
			const buttons = ACTS.filter((a) => page.links.includes(at(id, a)));
			const want = ACTS.filter((a) => (may[a] || []).includes(who));
			assert.deepEqual(buttons, want, `${state} ${who}`);
			for (const a of ACTS) {
				const dialog = await own[who].get(at(id, a));
				const allowed = want.includes(a);
				if (!['draft_reply', 'release_reply'].includes(a))
					assert.equal(dialog.status, allowed ? 200 : 303, `${state} ${who} GET ${a}`);
				if (allowed)
					continue;
				const deed = await own[who].post(at(id, a), { version, step: 'do', text: '因', organ: '某局', days: 5, amount: 100, title: '题', body: '文', event: 1 });
				assert.ok([403, 404, 422].includes(deed.status), `${state} ${who} POST ${a}: ${deed.status}`);
			}
		}
		assert.deepEqual([row(id).state, row(id).version], [state, version], `${state} was changed`);
		for (const a of ACTS)
			assert.equal((await other.reviewer.get(at(id, a))).status, 404, `another unit: ${a}`);
	}
});

test('补正 once, and the clock begins anew', async () => {
	const { id } = await inCase(own, 'open');
	await must(act(own.reviewer, id, 'ask_correction', TEXT));
	assert.ok(letters(id)[0].body_text.includes('请写明需要哪一年的信息。'));
	assert.ok(letters(id)[0].body_text.includes('第三十条'));
	await must(act(own.clerk, id, 'correct', { text: '二〇二五年', file: scan('补正.png') }), 'correct');
	assert.equal(row(id).state, 'open');
	assert.equal((await own.reviewer.get(at(id, 'ask_correction'))).status, 303, 'asked before');
	const page = await own.reviewer.get(at(id));
	assert.ok(page.plain.includes('补正材料'));
});

test('third party, other organ, extension with approval, suspension, reasons, fee', async () => {
	const { id } = await inCase(own, 'open');
	await must(act(own.reviewer, id, 'consult_third', { text: '合同价款能否公开', organ: '某某置业有限公司' }));
	const third = letters(id).find((l) => l.kind === 'third_party');
	assert.ok(!third.organ.includes('置业'), 'who is asked is sealed');
	assert.ok(!third.body_text.includes('李四光'));
	const page = await own.reviewer.get(at(id, 'consult_reply'));
	const event = /name="event" value="(\d+)"/.exec(page.text)[1];
	assert.ok(page.plain.includes('某某置业有限公司'));
	await must(act(own.clerk, id, 'consult_reply', { event, opinion: 'agree', text: '同意公开' }));
	await must(act(own.reviewer, id, 'consult_organ', { text: '请确认', organ: '区审计局' }));
	const next = /name="event" value="(\d+)"/.exec((await own.reviewer.get(at(id, 'consult_reply'))).text)[1];
	await must(act(own.reviewer, id, 'consult_reply', { event: next, opinion: 'agree', text: '无意见' }));
	await must(act(own.reviewer, id, 'ask_extension', { text: '检索量大', days: 10 }));
	assert.ok((await own.admin.get('/gkht/extensions')).plain.includes('10 个工作日'));
	await must(act(own.admin, id, 'approve_extension'));
	assert.ok(letters(id).find((l) => l.kind === 'extension').body_text.includes('10个工作日'));
	assert.equal((await own.reviewer.get(at(id, 'ask_extension'))).status, 303, 'only once');
	await must(act(own.reviewer, id, 'suspend', { text: '正在诉讼中' }));
	assert.equal((await own.reviewer.get(at(id, 'reply'))).status, 303, 'no reply while suspended');
	await must(act(own.reviewer, id, 'resume'));
	await must(act(own.reviewer, id, 'ask_reasons', { text: '数量明显超过合理范围' }));
	await must(act(own.reviewer, id, 'reasons_given', { text: '研究需要' }));
	const to = at(id, 'fee_notice');
	const fee = await own.reviewer.post(to, filled((await own.reviewer.get(to)).form(to), { step: 'fee', by: 'pages', count: 120, text: '共 120 页' }), { multipart: true });
	assert.equal(fee.value('amount'), '1100', '70 x 10 + 20 x 20');
	await must(act(own.reviewer, id, 'fee_notice', { amount: 1100, text: '共 120 页' }));
	assert.ok(letters(id).find((l) => l.kind === 'fee').body_text.includes('1100元'));
	await must(act(own.clerk, id, 'fee_paid'));
	assert.equal(row(id).state, 'open');
});

// One of the papers of a consultation, with all its steps.
async function paper(person, id, kind, values = {}) {
	const to = at(id, `write/${kind}`);
	let page = await person.get(to);
	if (page.status !== 200)
		return page;
	page = await person.post(to, filled(page.form(to), { ...values, step: 'check' }));
	return page.status === 200 ? person.post(to, filled(page.form(to), { step: 'do' })) : page;
}

test('third parties and other organs: every paper, to whom it goes, no disclosure over an objection in silence', async () => {
	const { id } = await inCase(own, 'open', { name: '李时珍' });
	assert.equal((await own.reviewer.get(at(id, 'write/third_notice'))).status, 404, 'nobody was asked');
	await must(act(own.reviewer, id, 'consult_third', { text: '合同价款能否公开', organ: '某某置业有限公司' }));
	await must(act(own.reviewer, id, 'consult_maker', { text: '联合印发的会议纪要', organ: '区财政局' }));
	await must(act(own.reviewer, id, 'consult_organ', { text: '请协助检索', organ: '区档案馆' }));
	assert.equal((await own.clerk.get(at(id, 'write/third_notice'))).status, 403);
	const third = site.sql(`SELECT id FROM case_event WHERE application_id = ${id} AND kind = 'consult_third'`)[0].id;
	await must(paper(own.reviewer, id, 'third_notice', { event: third }), 'notice');
	await must(paper(own.reviewer, id, 'third_confirm'), 'confirm');
	assert.equal((await own.reviewer.get(at(id, 'write/third_decision'))).status, 404, 'nothing is decided');
	const says = (kind) => letters(id).find((l) => l.kind === kind);
	const want = {
		third_party: ['政府信息公开征求意见书', '第十五条、第三十二条', /征〔\d{4}〕\d+号$/],
		maker: ['政府信息公开征求意见书', '第三十四条', /共〔\d{4}〕\d+号$/], organ: ['政府信息公开协办函', '第三十三条', /协〔\d{4}〕\d+号$/],
		third_notice: ['政府信息公开申请征求意见告知书', '第三十二条、第三十三条', /知〔\d{4}〕\d+号$/],
		third_confirm: ['政府信息公开征求意见确认函', '□ 不同意公开', /确〔\d{4}〕\d+号$/],
	};
	for (const [kind, [title, text, number]] of Object.entries(want)) {
		assert.equal(says(kind).title, title);
		assert.ok(says(kind).body_text.includes(text), `${kind}: ${says(kind).body_text}`);
		assert.match(says(kind).number, number);
		assert.ok(!/李时珍|某某置业/.test(says(kind).body_text), kind);
	}
	assert.ok(says('maker').body_text.includes('视为同意公开') && !says('organ').body_text.includes('视为同意'));
	for (const [kind, opinion] of [['consult_third', 'object'], ['consult_maker', 'agree'], ['consult_organ', 'agree']]) {
		const [{ id: event }] = site.sql(`SELECT id FROM case_event WHERE application_id = ${id} AND kind = '${kind}'`);
		assert.equal((await act(own.clerk, id, 'consult_reply', { event, opinion: 'silent' })).status, 422, 'its time is not over');
		await must(act(own.clerk, id, 'consult_reply', { event, opinion, text: '意见函' }), kind);
	}
	assert.match((await own.reviewer.get(at(id))).plain, /收到意见\s*：不同意公开/);
	await must(reply(own.reviewer, id, GRANTED));
	const refused = await letter(own.reviewer, id, 'release');
	assert.equal(refused.status, 422);
	assert.ok(refused.plain.includes('请先出具依申请公开告知书'));
	assert.equal((await paper(own.reviewer, id, 'third_decision')).status, 422, 'what is disclosed, and why');
	await must(paper(own.reviewer, id, 'third_decision', { text: '公开合同总价。不公开可能对公共利益造成重大影响。' }), 'decision');
	const decision = says('third_decision');
	assert.ok(/第三十二条/.test(decision.body_text) && /6个月内/.test(decision.body_text) && /公开合同总价/.test(decision.body_text));
	await must(letter(own.reviewer, id, 'release'));
	const docx = await bytes(own.reviewer, at(id, `paper/${decision.id}`), { format: 'docx', reason: '寄第三方' });
	assert.equal(docx.status, 200);
});

test('what closes a case without an answer says where to go', async () => {
	const { id } = await inCase(own, 'ended');
	const { body_text: text } = letters(id).find((l) => l.kind === 'ending');
	assert.ok(text.includes('60日内') && text.includes('6个月内'), text);
});

test('what was given up: the letter has its article and both remedies, not before the time is over', async () => {
	for (const [ask, lapse, extra, article, result] of [
		['ask_correction', 'correction_lapsed', TEXT, '第三十条', 'lapsed_correction'],
		['fee_notice', 'fee_lapsed', { amount: 100, text: '共 40 页' }, '第四十二条', 'lapsed_fee']]) {
		const { id } = await inCase(own, 'open');
		await must(act(own.reviewer, id, ask, extra), ask);
		assert.ok(!(await own.reviewer.get(at(id))).links.includes(at(id, lapse)), 'too early');
		site.sql(`UPDATE case_event SET until = date('now', '-2 days') WHERE application_id = ${id} AND kind = '${ask}'`);
		await must(act(own.reviewer, id, lapse, { text: '期限届满没有收到。' }), lapse);
		assert.deepEqual([row(id).state, row(id).result], ['ended', result]);
		const { body_text: text } = letters(id).find((l) => l.kind === 'lapse');
		for (const part of [article, '视为放弃申请', '60日内', '6个月内', '期限届满没有收到。'])
			assert.ok(text.includes(part), `${lapse} ${part}: ${text}`);
		assert.ok(!text.includes('先向'), text);
	}
});

// result -> article and remedy, P: 复议前置, N: a choice.
const RESULTS = {
	granted: ['第三十六条第（二）项', 'N'], granted_public: ['第三十六条第（一）项', 'N', { way: '政府网站' }],
	partial: ['第三十七条', 'P', { given: '合同标的', withheld: '联系人电话', basis: 'refused_third', reason: '个人隐私' }],
	refused_secret: ['第十四条', 'P'], refused_law: ['第十四条', 'P'], refused_safety: ['第十四条', 'P'],
	refused_third: ['第十五条', 'P'], refused_internal: ['第十六条第一款', 'P'], refused_process: ['第十六条第二款', 'P'],
	refused_enforcement: ['第十六条第二款', 'P'], refused_inquiry: ['第三十六条第（七）项', 'N'],
	unable_absent: ['第三十六条第（四）项', 'N'], unable_other_organ: ['第三十六条第（五）项', 'N', { organ: '区规划局', organ_contact: '022-29240001' }],
	unable_make: ['第三十八条', 'N'], unable_unclear: ['第三十条', 'N'],
	declined_petition: ['第三十九条第一款', 'N'], declined_repeat: ['第三十六条第（六）项', 'N'],
	declined_publication: ['第三十九条第二款', 'N', { way: '新华书店' }], declined_excessive: ['第三十五条', 'N'],
	declined_confirm: ['', 'N'], other: ['', 'N'],
};

test('every result: the letter has its article and its remedy, numbers without gaps', async () => {
	const { id } = await inCase(own, 'correcting');
	await must(act(own.reviewer, id, 'correct', { text: '补正了' }));
	for (const [result, [article, remedy, extra]] of Object.entries(RESULTS)) {
		await must(reply(own.reviewer, id, { reason: '经审查属于此情形', ...extra, result, note: `描述${result}` }), result);
		const text = letters(id).find((l) => l.kind === 'reply').body_text;
		assert.ok(text.includes(article) && text.includes(`描述${result}`), `${result}: ${text}`);
		assert.equal(text.includes('先向'), remedy === 'P', `${result}: ${text}`);
		assert.equal(text.includes('6个月内'), remedy === 'N', `${result}: ${text}`);
		assert.equal(text.includes('行政复议决定书之日起15日内'), remedy === 'P', `${result}: ${text}`);
	}
	assert.equal(letters(id).filter((l) => l.kind === 'reply').length, 1);
	await must(letter(own.reviewer, id, 'release'));
	const all = site.sql(`SELECT serial FROM letter WHERE kind = 'reply' AND serial > 0 AND unit_id = ${row(id).unit_id} AND year = ${new Date().getFullYear()} ORDER BY serial`);
	assert.deepEqual(all.map((l) => l.serial), all.map((_, k) => k + 1));
});

test('a partial answer needs both parts and a ground', async () => {
	const { id } = await inCase(own, 'open');
	const page = await reply(own.reviewer, id, { result: 'partial', note: '部分' });
	assert.equal(page.status, 422);
	for (const name of ['given', 'withheld', 'basis', 'reason'])
		assert.ok(page.text.includes(`#f-${name}`), name);
	assert.ok(page.text.includes('>部分</textarea>'), 'what was typed stays');
	assert.equal(row(id).state, 'open');
});

test('an attachment is sealed, stays through a wrong form, and reaches the applicant', async () => {
	const made = await inCase(own, 'open');
	const to = at(made.id, 'reply');
	let page = await own.reviewer.get(to);
	page = await own.reviewer.post(to, filled(page.form(to), { result: 'granted', step: 'fill' }), { multipart: true });
	page = await own.reviewer.post(to, sent(page.form(to), { step: 'save', note: '', file: scan('答复.png') }), { multipart: true });
	assert.equal(page.status, 422);
	assert.match(page.text, /name="kept" value="\d+" checked/);
	page = await own.reviewer.post(to, filled(page.form(to), { step: 'save', note: '随附' }), { multipart: true });
	assert.equal(page.status, 303);
	await must(letter(own.reviewer, made.id, 'release'));
	const [file] = site.sql(`SELECT * FROM application_file WHERE application_id = ${made.id} AND use = 'answer'`);
	const stored = readFileSync(join(site.data, 'files', file.sha256.slice(0, 2), file.sha256));
	assert.ok(!stored.includes(Buffer.from('PNG')), 'sealed in the store');
	const { page: status } = await opened(made);
	assert.ok(status.text.includes(`"/apply/status/file/${file.id}"`));
});

test('four eyes: who drafts does not release', async () => {
	const to = '/gkht/settings';
	const page = await own.admin.get(to);
	await must(own.admin.post(to, filled(page.form(to), { four_eyes: '1', letter_word: '宝坻财公开' })));
	const { id } = await inCase(own, 'drafted');
	assert.equal((await letter(own.reviewer, id, 'release')).status, 422);
	assert.equal(row(id).state, 'drafted');
	await must(letter(own.reviewer, id, 'save'));
	assert.ok((await own.admin.get('/gkht/extensions')).plain.includes('等待签发'));
	await must(letter(own.admin, id, 'release'));
	assert.match(letters(id).find((l) => l.kind === 'reply').number, /^宝坻财公开答〔/);
	const said = async () => [...(await own.admin.get('/gkht/audit')).plain.matchAll(/修改设置 (\S+?：\S+)/g)].map((m) => m[1]);
	assert.deepEqual(await said(), ['告知书代字：宝坻财公开', '起草人与签发人分开：开'], 'what changed, in words');
	await must(own.admin.post(to, { scope: 'unit', four_eyes: '1', letter_word: '宝坻财公开' }));
	assert.equal((await said()).length, 2, 'saved once more without a change: nothing to write down');
	await must(own.admin.post(to, { scope: 'unit' }));
	assert.equal((await other.admin.post(to, { scope: 'district', public_log: '1' })).status, 403, 'only the supervising unit');
});

test('two officers at once: the second one is told and loses nothing', async () => {
	const { id } = await inCase(own, 'open');
	const to = at(id, 'forward');
	const form = (await own.reviewer.get(to)).form(to);
	await must(act(own.reviewer, id, 'suspend', { text: '先办的' }));
	const late = await own.reviewer.post(to, filled(form, { step: 'check', text: '后办的', organ: '某局' }), { multipart: true });
	assert.equal(late.status, 409);
	assert.ok(late.plain.includes('刚才已由其他人办理') && late.text.includes('>后办的</textarea>'));
	const drafted = await inCase(own, 'drafted');
	const old = (await own.reviewer.get(at(drafted.id, 'letter'))).form(at(drafted.id, 'letter'));
	await must(letter(own.reviewer, drafted.id, 'release'));
	assert.equal((await own.reviewer.post(at(drafted.id, 'letter'), filled(old, { step: 'release' }))).status, 409);
	assert.equal(letters(drafted.id).filter((l) => l.kind === 'reply').length, 1);
});

test('the identity opens for a reason only, and is written down', async () => {
	const { id } = await inCase(own, 'open', { name: '钱学森' });
	for (const who of ['reviewer', 'admin', 'clerk'])
		assert.ok(!(await own[who].get(at(id))).text.includes('钱学森'), who);
	assert.equal((await own.clerk.get(at(id, 'person'))).status, 403);
	assert.equal((await own.reviewer.post(at(id, 'person'), { reason: '' })).status, 422);
	assert.equal((await other.reviewer.post(at(id, 'person'), { reason: '核对' })).status, 404);
	const page = await own.reviewer.post(at(id, 'person'), { reason: '电话核实' });
	assert.ok(page.plain.includes('钱学森'));
	assert.equal(page.headers.get('cache-control'), 'no-store');
	const [audit] = site.sql(`SELECT * FROM audit WHERE object = 'application' AND object_id = ${id} AND action = 'view_person'`);
	assert.ok(audit.login === 'czj003' && audit.detail.includes('电话核实'));
});

test('letters on paper: with the name, as a page and as a Word file that is well-formed', async () => {
	const { id } = await inCase(own, 'answered', { name: '孙中山' });
	const l = letters(id).find((x) => x.kind === 'reply');
	const to = at(id, `paper/${l.id}`);
	assert.ok(!(await own.reviewer.get(to)).text.includes('孙中山'));
	const print = await own.reviewer.post(to, { format: 'print', reason: '邮寄' });
	assert.ok(print.plain.includes('孙中山：') && print.plain.includes(l.number));
	const docx = await bytes(own.reviewer, to, { format: 'docx', reason: '邮寄' });
	assert.equal(docx.status, 200);
	assert.match(docx.headers.get('content-disposition'), /reply\.docx/);
	const dir = mkdtempSync(join(tmpdir(), 'xxgk-docx-'));
	writeFileSync(join(dir, 'a.docx'), docx.data);
	const xml = execFileSync('unzip', ['-p', join(dir, 'a.docx'), 'word/document.xml'], { encoding: 'utf8' });
	execFileSync('xmllint', ['--noout', '-'], { input: xml });
	assert.ok(xml.includes('孙中山') && xml.includes('w:jc w:val="right"'));
	rmSync(dir, { recursive: true });
	if ((await own.reviewer.get(to)).plain.includes('下载 PDF')) {
		const ask = () => bytes(own.reviewer, to, { format: 'pdf', reason: '邮寄' });
		let pdf = await ask();
		if (pdf.status === 503)	// it says so, and to come again
			pdf = await ask();
		assert.equal(pdf.status, 200);
		assert.equal(pdf.data.subarray(0, 5).toString(), '%PDF-');
	}
	assert.equal(site.sql(`SELECT COUNT(*) n FROM audit WHERE object = 'application' AND object_id = ${id} AND action = 'view_person'`)[0].n >= 2, true);
	assert.equal((await other.reviewer.get(to)).status, 404);
	assert.equal((await own.reviewer.get(at((await inCase(own, 'open')).id, `paper/${l.id}`))).status, 404, "another application's letter");
});

test('the bundle: everything, with checksums that hold', async () => {
	const { id } = await inCase(own, 'answered', { name: '周树人', file: scan('身份证.png') });
	assert.equal((await own.reviewer.post(at(id, 'evidence'), { reason: '' })).status, 422);
	const zip = await bytes(own.reviewer, at(id, 'evidence'), { reason: '答复行政复议' });
	assert.equal(zip.headers.get('content-type'), 'application/zip');
	const dir = mkdtempSync(join(tmpdir(), 'xxgk-zip-'));
	writeFileSync(join(dir, 'a.zip'), zip.data);
	execFileSync('unzip', ['-q', join(dir, 'a.zip'), '-d', dir]);
	const sums = readFileSync(join(dir, 'SHA256SUMS'), 'utf8').trim().split('\n').map((line) => line.split('  '));
	for (const [sum, name] of sums)
		assert.equal(createHash('sha256').update(readFileSync(join(dir, name))).digest('hex'), sum, name);
	const names = sums.map(([, name]) => name);
	for (const want of ['1-form.html', '2-timeline.html', '3-clock.html', '4-delivery.html', '5-audit.html', '6-register.html', '6-register.docx'])
		assert.ok(names.includes(want), want);
	assert.ok(names.some((n) => /^letters\/\d+-reply\.html$/.test(n)) && names.some((n) => n.startsWith('files/')), names.join());
	assert.ok(readFileSync(join(dir, '1-form.html'), 'utf8').includes('周树人'));
	const answer = readFileSync(join(dir, names.find((n) => /^letters\/\d+-reply\.html$/.test(n))), 'utf8');
	assert.ok(answer.includes('周树人：') && answer.includes(letters(id).find((l) => l.kind === 'reply').number));
	const sheet = readFileSync(join(dir, '6-register.html'), 'utf8');
	assert.ok(sheet.includes('政府信息公开申请登记表') && sheet.includes('周树人') && sheet.includes('负责人意见'));
	assert.ok(execFileSync('unzip', ['-p', join(dir, '6-register.docx'), 'word/document.xml'], { encoding: 'utf8' }).includes('周树人'));
	assert.ok(readFileSync(join(dir, '5-audit.html'), 'utf8').includes('答复行政复议'));
	rmSync(dir, { recursive: true });
	assert.deepEqual(readdirSync(join(site.data, 'tmp')).filter((n) => n.includes('zip')), []);
});

test('复议 and 诉讼, the public log, 转主动公开', async () => {
	const { id, day: today } = await inCase(own, 'answered');
	const follow = at(id, 'follow');
	await must(own.reviewer.post(follow, filled((await own.reviewer.get(follow)).form(follow), { kind: 'review', text: '宝坻政复〔2026〕5号' })));
	const [f] = site.sql(`SELECT * FROM case_follow WHERE application_id = ${id}`);
	assert.equal(f.outcome, 'pending');
	const edit = await own.reviewer.get(`${follow}?id=${f.id}`);
	await must(own.reviewer.post(follow, filled(edit.form(follow), { outcome: 'upheld', done: today })));
	assert.equal(site.sql(`SELECT outcome FROM case_follow WHERE id = ${f.id}`)[0].outcome, 'upheld');
	assert.equal((await own.reviewer.post(follow, filled(edit.form(follow), { outcome: 'other', done: today }))).status, 409);
	const log = at(id, 'log');
	assert.equal((await own.reviewer.post(log, filled((await own.reviewer.get(log)).form(log), { open: '1', summary: '' }))).status, 422);
	await must(own.reviewer.post(log, filled((await own.reviewer.get(log)).form(log), { open: '1', summary: '一项规划许可' })));
	assert.equal(row(id).open_summary, '一项规划许可');
	const wish = '东城片区老旧小区加装电梯补贴标准';
	const same = [];
	for (const last of ['001', '002', '003'])
		same.push(await counter(own.clerk, { wish_name: wish, paper_kind: 'passport', paper_no: `E12${last}`, name: `人${last}` }));
	const page = await own.reviewer.get(at(same[2].id));
	assert.ok(page.plain.includes('转主动公开'), page.plain.slice(0, 1500));
	await must(own.reviewer.post(at(same[2].id, 'propose'), {}));
	assert.ok((await own.clerk.get('/gkht/entry')).plain.includes(wish));
});

test('whose applications: by number or name, for a reason, written down without either', async () => {
	const to = '/gkht/applications/find';
	const a = await counter(own.clerk, { name: '司马光', paper_kind: 'passport', paper_no: 'FIND778899', wish_name: '查找之一' });
	await counter(own.clerk, { name: '司马迁', paper_kind: 'passport', paper_no: 'FIND112233', wish_name: '查找之二' });
	const find = (values) => own.reviewer.post(to, { reason: '核对是否重复申请', ...values });
	assert.equal((await own.clerk.get(to)).status, 403);
	assert.equal((await find({})).status, 422);
	assert.equal((await find({ name: '司马光', reason: '' })).status, 422);
	const only = (page) => [page.plain.includes('查找之一'), page.plain.includes('查找之二')];
	assert.deepEqual(only(await find({ name: '司马光' })), [true, false], 'the same masked name is another person');
	assert.deepEqual(only(await find({ paper_no: 'find778899' })), [true, false]);
	assert.deepEqual(only(await find({ paper_no: 'FIND778899', name: '司马迁' })), [false, false]);
	assert.ok((await find({ name: '无此人' })).plain.includes('没有这位申请人的申请'));
	assert.deepEqual(only(await other.reviewer.post(to, { name: '司马光', reason: '核对' })), [false, false], 'another unit');
	const audit = site.sql("SELECT * FROM audit WHERE action = 'find_person'");
	assert.ok(audit.length >= 5 && audit.every((r) => r.detail.startsWith('核对')));
	assert.ok(!/司马|FIND|find7/.test(JSON.stringify(audit)));
	const register = at(a.id, 'paper/register');
	const page = await own.reviewer.get(register);
	assert.ok(page.plain.includes('政府信息公开申请登记表') && page.plain.includes('查找之一') && !page.text.includes('司马光'));
	assert.equal((await own.clerk.get(register)).status, 403);
	const print = await own.reviewer.post(register, { format: 'print', reason: '归档' });
	assert.ok(print.plain.includes('司马光') && print.plain.includes('FIND778899') && print.plain.includes(a.number));
	const docx = await bytes(own.reviewer, register, { format: 'docx', reason: '归档' });
	assert.match(docx.headers.get('content-disposition'), /register\.docx/);
	assert.ok(docx.data.subarray(0, 2).toString() === 'PK');
	assert.equal(site.sql(`SELECT COUNT(*) n FROM audit WHERE object_id = ${a.id} AND action = 'view_person' AND detail = '归档'`)[0].n, 2);
});

test('letters issued at once: one series, no gap, no number twice', async () => {
	const ids = [];
	for (let k = 0; k < 6; k++)
		ids.push((await inCase(own, 'open')).id);
	const before = site.sql("SELECT MAX(l.serial) n FROM letter l JOIN unit u ON u.id = l.unit_id WHERE u.code = 'czj' AND l.kind = 'suspension'")[0].n || 0;
	await Promise.all(ids.map((id) => must(act(own.reviewer, id, 'suspend', { text: '等候判决' }))));
	const made = site.sql(`SELECT serial, number FROM letter WHERE kind = 'suspension' AND application_id IN (${ids}) ORDER BY serial`);
	assert.deepEqual(made.map((l) => l.serial), ids.map((_, k) => before + k + 1));
	assert.equal(new Set(made.map((l) => l.number)).size, ids.length);
	// Two officers answer one application: exactly one wins.
	const { id } = await inCase(own, 'open');
	const to = at(id, 'reply');
	const form = (await own.reviewer.post(to, filled((await own.reviewer.get(to)).form(to), { result: 'granted', step: 'fill' }), { multipart: true })).form(to);
	const both = await Promise.all(['甲的答复', '乙的答复'].map((note) => own.reviewer.post(to, filled(form, { note, step: 'save' }), { multipart: true })));
	assert.deepEqual(both.map((r) => r.status).sort(), [303, 409]);
	const lost = both[0].status === 409 ? 0 : 1;
	assert.ok(both[lost].plain.includes('刚才已由其他人办理') && both[lost].text.includes(['甲的答复', '乙的答复'][lost]), 'his own side');
	assert.ok(both[lost].plain.includes(['乙的答复', '甲的答复'][lost]), 'and the other one');
	assert.equal(site.sql(`SELECT COUNT(*) n FROM case_event WHERE application_id = ${id} AND kind = 'draft_reply'`)[0].n, 1);
});

test('the queue: filters, counts, the same applicant again', async () => {
	await counter(own.clerk, { paper_kind: 'passport', paper_no: 'G7654321', name: '同一人', wish_name: '公交线路调整方案全文' });
	const again = await counter(own.clerk, { paper_kind: 'passport', paper_no: 'G7654321', name: '同一人', wish_name: '公交线路调整的方案全文' });
	assert.ok((await own.reviewer.get(at(again.id))).plain.includes('同一申请人此前有 1 件内容相近的申请'));
	const list = async (q) => (await own.reviewer.get(`/gkht/applications?${q}`)).plain;
	assert.ok((await list('q=%E5%85%AC%E4%BA%A4')).includes('公交线路调整方案全文'));
	assert.ok(!(await list('q=%E5%85%AC%E4%BA%A4&channel=fax')).includes('公交线路调整方案全文'));
	assert.ok((await list('tab=all&state=answered')).includes('已答复'));
	assert.ok((await list('only=overdue')).includes('超期'));
	const today = again.page && new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10);
	for (const tab of ['todo', 'all']) {
		assert.ok((await list(`tab=${tab}&q=%E5%85%AC%E4%BA%A4&from=${today}&to=${today}`)).includes('公交线路'), tab);
		assert.ok(!(await list(`tab=${tab}&q=%E5%85%AC%E4%BA%A4&from=2000-01-01&to=2000-12-31`)).includes('公交线路调整的'), tab);
	}
	assert.equal((await own.reviewer.get('/gkht/applications?rows=100&after=999999999')).status, 200);
	const clerk = await own.clerk.get('/gkht/applications');
	assert.ok(clerk.plain.includes('申请查询'));
});
