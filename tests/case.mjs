// case.mjs - what staff do with applications, through the same forms and
// without script.
import { day } from './office.mjs';
import { filled } from './site.mjs';

// A file stands in `file` as [blob, name].
export function sent(fields, { file, ...values }) {
	return [...filled(fields, values), ...file ? [['file', ...file]] : []];
}

let seed = 10000;

// 002: 申请表录入.  Each application comes from another person unless told.
export async function counter(clerk, values = {}) {
	const page = await clerk.get('/gkht/counter');
	const made = await clerk.post('/gkht/counter', sent(page.form('/gkht/counter'), {
		channel: 'counter', name: '李四光', paper_kind: 'passport', paper_no: `E${++seed}`,
		phone: '022-29240000', wish_name: `第${seed}号建设工程规划许可证`, ...values,
	}), { multipart: true });
	if (made.status !== 200 || !/SQ-[A-Z0-9]+-\d{4}-\d{5}/.test(made.text))
		throw new Error(`not registered: ${made.status} ${made.plain.slice(0, 900)}`);
	const number = /SQ-[A-Z0-9]+-\d{4}-\d{5}/.exec(made.text)[0];
	const code = /class="secret num">([^<]*)</.exec(made.text);
	const [{ id }] = clerk.site.sql(`SELECT id FROM application WHERE number = '${number}'`);
	return { id, number, code: code ? code[1] : '', page: made };
}

export const at = (id, key) => `/gkht/applications/${id}${key ? `/${key}` : ''}`;

// One act with all its steps; the page that answered the last one.
export async function act(person, id, key, values = {}) {
	const to = at(id, key);
	let page = await person.get(to);
	if (page.status !== 200)
		return page;
	const letter = page.text.includes('name="step" value="check"');
	page = await person.post(to, sent(page.form(to), { ...values, step: letter ? 'check' : 'do' }), { multipart: true });
	if (!letter || page.status !== 200)
		return page;
	return person.post(to, filled(page.form(to), { step: 'do' }), { multipart: true });
}

export async function must(promise, what = '') {
	const page = await promise;
	if (page.status !== 303)
		throw new Error(`${what}: ${page.status} ${page.plain.slice(0, 1500)}`);
	return page;
}

// 回复结果: the result, the fields, then the letter's page.
export async function reply(reviewer, id, values) {
	const to = at(id, 'reply');
	let page = await reviewer.get(to);
	page = await reviewer.post(to, filled(page.form(to), { result: values.result, step: 'fill' }), { multipart: true });
	if (page.status !== 200)
		return page;
	return reviewer.post(to, sent(page.form(to), { ...values, step: 'save' }), { multipart: true });
}

export async function letter(person, id, step, values = {}) {
	const to = at(id, 'letter');
	const page = await person.get(to);
	if (page.status !== 200)
		return page;
	return person.post(to, filled(page.form(to), { ...values, step }));
}

export const GRANTED = { result: 'granted', note: '您申请的信息可以公开，随本告知书提供。' };
export const TEXT = { text: '请写明需要哪一年的信息。' };

// An application of that unit's people in the wanted state.
export async function inCase(people, wanted, values = {}) {
	const { reviewer, clerk } = people;
	const made = await counter(clerk, wanted === 'submitted' ? { channel: 'fax', ...values } : values);
	const steps = {
		submitted: [], open: [],
		correcting: [() => act(reviewer, made.id, 'ask_correction', TEXT)],
		drafted: [() => reply(reviewer, made.id, GRANTED)],
		withdrawn: [() => act(reviewer, made.id, 'withdraw')],
		ended: [() => act(reviewer, made.id, 'end', { text: '申请人已取得信息。' })],
	};
	steps.answered = [...steps.drafted, () => letter(reviewer, made.id, 'release')];
	for (const step of steps[wanted])
		await must(step(), `on the way to ${wanted}`);
	const [row] = clerk.site.sql(`SELECT state FROM application WHERE id = ${made.id}`);
	if (row.state !== wanted)
		throw new Error(`wanted ${wanted}, but it is ${row.state}`);
	return { ...made, day: day() };
}
