// office.mjs - what the three people of a unit do, through the same forms and
// without script.  Each returns the page that answered.
import { filled } from './site.mjs';

export const day = (offset = 0) =>
	new Date(Date.now() + 8 * 3600e3 + offset * 86400e3).toISOString().slice(0, 10);

async function fill(person, address, action, values) {
	const page = await person.get(address);
	if (page.status !== 200)
		return page;
	return person.post(action, filled(page.form(action), values),
		{ multipart: page.text.includes('multipart/form-data') });
}

export function leafCategory(site, code = 'a20-1') {
	const [row] = site.sql(`SELECT id FROM category c WHERE code LIKE '${code}%' AND NOT EXISTS (SELECT 1 FROM category k WHERE k.parent_id = c.id) ORDER BY position LIMIT 1`);
	return row.id;
}

// 002: 增加, fill in, 保存.  Returns the document's id.
export async function draft(clerk, values) {
	const page = await fill(clerk, '/gkht/entry/new', '/gkht/entry/new', {
		title: '测试信息', act: 'save', ...values,
	});
	const id = /\/gkht\/entry\/(\d+)/.exec(page.location);
	if (!id)
		throw new Error(`not saved: ${page.status} ${page.plain.slice(0, 800)}`);
	return Number(id[1]);
}

// Why it is not for everybody.
const closure = (openness) => (!openness || openness === 'active' ? {} : {
	article: openness === 'closed' ? '16.1' : '13', closed_reason: '内部管理事项',
	...(openness === 'closed' ? { reassess: day(365) } : {}),
});

// Everything that 提交 demands.
export async function fullDraft(clerk, values = {}) {
	return draft(clerk, {
		made_on: day(-1), summary: '概述一句话。', openness: 'active',
		category: leafCategory(clerk.site), body: '正文第一段。\n\n正文第二段。',
		...closure(values.openness), ...values,
	});
}

export const save = (clerk, id, values) =>
	fill(clerk, `/gkht/entry/${id}`, `/gkht/entry/${id}`, { act: 'save', ...values });
// 保密审查: 【签署】 of what is saved.
export const secrecy = {
	secrecy_holds: 'none', secrecy_opinion: 'public', secrecy_basis: '不含不宜公开的内容', secrecy_handler: '承办人甲', secrecy_head: '负责人乙', secrecy_reviewer: '审查人丙',
};
export async function sign(clerk, id, values = {}) {
	const at = `/gkht/entry/${id}`;
	const page = await clerk.get(at);
	if (page.status !== 200 || !page.text.includes('name="secrecy_opinion"'))
		return page;
	const opinion = /<option value="closed" selected>不予公开/.test(page.text) ? 'closed' : 'public';
	return clerk.post(at, filled(page.form(at), { ...secrecy, secrecy_opinion: opinion, act: 'sign', ...values }), { multipart: true });
}
export async function submit(clerk, id) {
	await sign(clerk, id);
	return fill(clerk, `/gkht/entry/${id}`, `/gkht/entry/${id}`, { act: 'submit' });
}
export const signed = (values = {}) => ({ ...secrecy, secrecy_opinion: values.openness === 'closed' ? 'closed' : 'public', secrecy_signed: '1' });
export const reply = (reviewer, id, result, remark = '') =>
	fill(reviewer, `/gkht/review/${id}/reply`, `/gkht/review/${id}/reply`, { result, remark });
export const publish = (reviewer, id) =>
	fill(reviewer, `/gkht/publish/${id}`, `/gkht/publish/${id}`, {});
// action: withdraw, expire, delete
export const move = (reviewer, id, action, reason = '内容有误，需要核实') =>
	fill(reviewer, `/gkht/published/${id}/${action}`, `/gkht/published/${id}/${action}`, { reason });
// With 保密审查 of the content as it becomes.
export const amend = (admin, id, values) =>
	fill(admin, `/gkht/manage/${id}`, `/gkht/manage/${id}`, { act: 'save', ...signed(values), ...values });

export const state = (site, id) => site.sql(`SELECT state FROM document WHERE id = ${id}`)[0].state;

// A document of that unit's people in the wanted state.
export async function inState(people, wanted, values = {}) {
	const id = await fullDraft(people.clerk, values);
	const steps = {
		draft: [],
		submitted: [() => submit(people.clerk, id)],
		returned: [() => submit(people.clerk, id), () => reply(people.reviewer, id, 'return', '请补充附件')],
		approved: [() => submit(people.clerk, id), () => reply(people.reviewer, id, 'approve')],
	};
	steps.published = [...steps.approved, () => publish(people.reviewer, id)];
	for (const [name, action] of [['withdrawn', 'withdraw'], ['expired', 'expire'], ['deleted', 'delete']])
		steps[name] = [...steps.published, () => move(people.reviewer, id, action)];
	for (const step of steps[wanted]) {
		const page = await step();
		if (page.status !== 303)
			throw new Error(`on the way to ${wanted}: ${page.status} ${page.plain.slice(0, 800)}`);
	}
	const [row] = site(people).sql(`SELECT state FROM document WHERE id = ${id}`);
	if (row.state !== (wanted === 'returned' ? 'draft' : wanted))
		throw new Error(`wanted ${wanted}, but it is ${row.state}`);
	return id;
}

const site = (people) => people.clerk.site;

export async function people(site, code = 'zfb') {
	return {
		admin: await site.staff(`${code}001`),
		clerk: await site.staff(`${code}002`),
		reviewer: await site.staff(`${code}003`),
	};
}

export const address = (site, id) => {
	const [row] = site.sql(`SELECT u.code, d.index_no no FROM document d JOIN unit u ON u.id = d.unit_id WHERE d.id = ${id}`);
	return `/doc/${row.code}/${row.no.split('/')[1]}`;
};
