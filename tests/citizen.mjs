// citizen.mjs - somebody who applies: valid papers, a scan, the way through the
// form without a browser.
import { deflateSync, crc32 } from 'node:zlib';
import { filled } from './site.mjs';

// GB 11643: the check character of 17 digits.
export function idCard(first17) {
	const weight = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
	const sum = weight.reduce((s, w, k) => s + w * Number(first17[k]), 0);
	return first17 + '10X98765432'[sum % 11];
}

// GB 32100: the check character of 17 places.
export function uscc(first17) {
	const places = '0123456789ABCDEFGHJKLMNPQRTUWXY';
	let sum = 0;
	for (let k = 0, weight = 1; k < 17; k++, weight = (weight * 3) % 31)
		sum += places.indexOf(first17[k]) * weight;
	return first17 + places[(31 - sum % 31) % 31];
}

function chunk(type, data) {
	const out = Buffer.alloc(data.length + 12);
	out.writeUInt32BE(data.length, 0);
	out.write(type, 4, 'latin1');
	data.copy(out, 8);
	out.writeUInt32BE(crc32(out.subarray(4, data.length + 8)), data.length + 8);
	return out;
}

// A grey picture of that many pixels a side, in PNG.
export function png(side = 8) {
	const head = Buffer.alloc(13);
	head.writeUInt32BE(side, 0);
	head.writeUInt32BE(side, 4);
	head[8] = 8;
	const rows = Buffer.alloc((side + 1) * side, 0x80);
	for (let y = 0; y < side; y++)
		rows[y * (side + 1)] = 0;
	return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head),
		chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

export const scan = (name = '身份证.png') => [new Blob([png()], { type: 'image/png' }), name];

export const ZHANG = {
	kind: 'citizen', name: '张三丰', paper_kind: 'id_card', paper_no: idCard('12011519900101123'),
	phone: '13800001234', email: 'zhang@example.com', address: '宝坻区海滨街道一号', postcode: '301800',
	wish_name: '关于老旧小区改造的竣工验收报告', wish_description: '2025 年潮阳街道的项目',
	delivery: 'email', carrier: 'electronic',
};

export const steps = ['unit', 'who', 'identity', 'contact', 'wish', 'delivery'];
const NEEDS = {
	unit: ['unit'], who: ['kind'], identity: ['name', 'paper_kind', 'paper_no'],
	contact: ['phone', 'email', 'address', 'postcode'], wish: ['wish_name', 'wish_doc_no', 'wish_description'],
	delivery: ['delivery', 'carrier'],
};

// Fills in the form up to and with that step, as the pages have it.
export async function fill(visitor, unit, values = {}, last = 'delivery') {
	const all = { ...ZHANG, ...values, unit };
	let page = await visitor.get('/apply');
	page = await visitor.post('/apply/new', {});
	for (const step of steps) {
		const at = `/apply/form/${step}`;
		page = await visitor.get(at);
		if (page.status !== 200)
			throw new Error(`${at}: ${page.status} ${page.location}`);
		const own = Object.fromEntries(NEEDS[step].filter((k) => k in all).map((k) => [k, all[k]]));
		const fields = filled(page.form(at), own);
		if (step === 'identity')
			fields.push(['file', ...(all.file ?? scan())]);
		page = await visitor.post(at, fields, { multipart: step === 'identity' });
		if (page.status !== 303)
			throw new Error(`${at}: ${page.status} ${page.plain.slice(0, 400)}`);
		if (step === last)
			break;
	}
	return page;
}

export const wait = (ms) => new Promise((done) => setTimeout(done, ms));

// The whole way: { number, code }.
export async function apply(visitor, unit, values) {
	await fill(visitor, unit, values);
	const check = await visitor.get('/apply/form/check');
	await wait(3100);
	const sent = await visitor.post('/apply/form/check', check.form('/apply/form/check'));
	if (sent.location !== '/apply/receipt')
		throw new Error(`not sent: ${sent.status} ${sent.location} ${sent.plain.slice(0, 400)}`);
	return receipt(await visitor.get('/apply/receipt'));
}

export function receipt(page) {
	const code = /<p class="code">(.*?)<\/p>/.exec(page.text);
	return {
		page, number: /SQ-[A-Z0-9]+-\d{4}-\d{5}/.exec(page.text)[0],
		code: code ? [...code[1].matchAll(/<span>([^<]*)/g)].map((m) => m[1]).join(' ') : '',
	};
}

// What a person answers to the question on a page: 二十七加十三等于多少？
export function solved(page) {
	const number = (s) => {
		const [tens, ones] = s.includes('十') ? s.split('十') : ['零', s];
		const digit = (c, empty) => (c === '' ? empty : '零一二三四五六七八九'.indexOf(c));
		return 10 * digit(tens, 1) + digit(ones, 0);
	};
	const [, a, how, b] = /([零一二三四五六七八九十]+)(加|减|和)([零一二三四五六七八九十]+)(?:等于多少|，哪一个数大)/.exec(page.plain);
	return String({ 加: number(a) + number(b), 减: number(a) - number(b), 和: Math.max(number(a), number(b)) }[how]);
}
