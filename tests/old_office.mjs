// old_office.mjs - files of Office before its packages, built byte by byte:
// a compound file and what programs write down of people in it.
// node tests/old_office.mjs FOLDER writes the seeds of fuzz_imprint anew.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { photo } from './photo.mjs';

const SECTOR = 512, MINI = 64, CUTOFF = 4096, END = 0xfffffffe, FREE = 0xffffffff;
const u16 = (n) => Buffer.from([n & 255, n >> 8 & 255]);
const u32 = (n) => Buffer.from([n, n >>> 8, n >>> 16, n >>> 24].map((b) => b & 255));
const padded = (b, unit) => Buffer.concat([b, Buffer.alloc((unit - b.length % unit) % unit)]);
const wide = (s) => Buffer.from(s, 'utf16le');
const counted = (s) => Buffer.concat([u16(s.length), wide(s)]);

// A chain of n pieces from `first` on, in the table that they stand in.
function chain(table, first, n) {
	for (let k = 0; k < n; k++)
		table[first + k] = k + 1 < n ? first + k + 1 : END;
	return n ? first : END;
}

function entry(name, type, { start = END, size = 0, child = FREE, right = FREE }) {
	const e = Buffer.alloc(128), units = wide(`${name}\0`);

	units.copy(e);
	e.writeUInt16LE(units.length, 64);
	e[66] = type;
	for (const [at, n] of [[68, FREE], [72, right], [76, child], [116, start], [120, size]])
		e.writeUInt32LE(n, at);
	return e;
}

// {name: bytes}: small streams share one, as the format has it.  scattered:
// the pieces of large streams lie in the file from back to front.
export function compound(streams, scattered = false) {
	const names = Object.keys(streams), mini = [], small = [], large = [];
	let at = 0;

	for (const name of names) {
		const data = Buffer.from(streams[name]);
		if (data.length >= CUTOFF)
			continue;
		small[name] = chain(mini, at, Math.ceil(data.length / MINI));
		large.push(padded(data, MINI));
		at = mini.length;
	}
	const shared = Buffer.concat(large), table = padded(Buffer.concat(mini.map(u32)), SECTOR);
	const sectors = [], fat = [0xfffffffd];
	const put = (data) => {
		const pieces = [], n = Math.ceil(data.length / SECTOR), first = fat.length;
		for (let k = 0; k < n; k++)
			pieces.push(padded(data.subarray(k * SECTOR, k * SECTOR + SECTOR), SECTOR));
		if (!scattered || n === 0) {
			sectors.push(...pieces);
			return chain(fat, first, n);
		}
		sectors.push(...pieces.reverse());
		for (let k = 0; k < n; k++)
			fat[first + k] = k ? first + k - 1 : END;
		return first + n - 1;
	};
	const starts = names.map((name) => (name in small ? small[name] : put(Buffer.from(streams[name]))));
	const root = { start: put(shared), size: shared.length, child: names.length ? 1 : FREE };
	const tables = put(table);
	const directory = put(Buffer.concat([entry('Root Entry', 5, root), ...names.map((name, k) => entry(name, 2,
		{ start: starts[k], size: streams[name].length, right: k + 2 <= names.length ? k + 2 : FREE }))]));
	const head = Buffer.alloc(SECTOR, 255);
	Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head);
	head.fill(0, 8, 76);
	for (const [place, n] of [[24, 0x3e], [26, 3], [28, 0xfffe], [30, 9], [32, 6]])
		head.writeUInt16LE(n, place);
	for (const [place, n] of [[44, 1], [48, directory], [56, CUTOFF], [60, tables], [64, table.length / SECTOR], [68, END], [76, 0]])
		head.writeUInt32LE(n, place);
	const list = Buffer.alloc(SECTOR, 255);
	fat.forEach((n, k) => list.writeUInt32LE(n >>> 0, 4 * k));
	return Buffer.concat([head, list, ...sectors]);
}

// Strings by number: of the codepage (bytes or text), or wide: ['…'].
function set(codepage, values) {
	const rows = [[1, Buffer.concat([u32(2), u16(codepage), u16(0)])]];

	for (const [id, value] of Object.entries(values)) {
		const lone = Array.isArray(value);
		const text = lone || codepage === 1200 ? wide(`${lone ? value[0] : value}\0`) : Buffer.concat([Buffer.from(value), Buffer.alloc(1)]);
		rows.push([Number(id), padded(Buffer.concat([u32(lone ? 31 : 30), u32(lone ? text.length / 2 : text.length), text]), 4)]);
	}
	let at = 8 + 8 * rows.length;
	const list = rows.map(([id, value]) => {
		const row = Buffer.concat([u32(id), u32(at)]);
		at += value.length;
		return row;
	});
	return Buffer.concat([u32(at), u32(rows.length), ...list, ...rows.map(([, value]) => value)]);
}

const FORMATS = ['e0859ff2f94f6810ab9108002b27b3d9', '02d5cdd59c2e1b10939708002b2cf9ae', '05d5cdd59c2e1b10939708002b2cf9ae'];
function properties(first, ...sets) {
	let at = 28 + 20 * sets.length;
	const list = sets.map((s, k) => {
		const row = Buffer.concat([Buffer.from(FORMATS[first + k], 'hex'), u32(at)]);
		at += s.length;
		return row;
	});
	return Buffer.concat([u16(0xfffe), u16(0), u32(0x20005), Buffer.alloc(16), u32(sets.length), ...list, ...sets]);
}

// In GBK: 张三丰.
export const GBK = Buffer.from('d5c5c8fdb7e1', 'hex');
export const summary = (codepage, author, last) => ({ '\x05SummaryInformation':
	properties(0, set(codepage, { 2: 'Title', 3: 'about Li', 4: author, 8: last })) });
export const document = (codepage, manager, company, own) => ({ '\x05DocumentSummaryInformation':
	properties(1, set(codepage, { 14: manager, 15: company }), set(codepage, { 2: own })) });

const record = (type, data) => Buffer.concat([u16(type), u16(data.length), data]);
export function xls(name, more = {}, records = []) {
	const begin = record(0x809, Buffer.concat([u16(0x600), u16(5), Buffer.alloc(12)]));
	const writer = Buffer.alloc(112, ' ');
	Buffer.concat([u16(name.length), Buffer.from([1]), wide(name)]).copy(writer);
	return compound({ Workbook: Buffer.concat([begin, record(0x5c, writer), ...records, record(0x0a, Buffer.alloc(0)), Buffer.alloc(CUTOFF)]), ...more });
}
export const LOCKED = record(0x2f, Buffer.alloc(6));
// Two sheets, the second hidden; a row and a run of columns that nobody sees
// beside others; a comment.
const sheet = (state, type) => record(0x85, Buffer.concat([u32(0), Buffer.from([state, type, 1, 0, 65])]));
const row = (flags) => record(0x208, Buffer.concat([Buffer.alloc(12), u32(flags)]));
const columns = (flags) => record(0x7d, Buffer.concat([Buffer.alloc(8), u16(flags), u16(0)]));
export const HIDDEN = [sheet(0, 0), sheet(1, 0), sheet(2, 6), row(0), row(0x20), columns(0), columns(1)];
export const NOTE = record(0x1c, Buffer.alloc(12));

// A picture as it was, in the record that all three programs put it into.
export const blip = (jpeg) => Buffer.concat([u16(0x46a << 4), u16(0xf01d), u32(17 + jpeg.length), Buffer.alloc(17), jpeg]);

export function ppt(name, more = {}) {
	const user = Buffer.concat([u16(0), u16(0xff6), u32(24 + 3 * name.length), u32(0x14), u32(0xe391c05f), u32(0), u16(name.length), u16(1012), u32(3), Buffer.from(name, 'latin1'), u32(8), wide(name)]);
	return compound({ 'PowerPoint Document': Buffer.alloc(100), 'Current User': user, ...more });
}

export function doc(author, last, more = {}) {
	const associated = Buffer.concat([u16(0xffff), u16(18), u16(0), ...Array.from({ length: 18 }, (_, k) => counted({ 2: 'Title', 6: author, 7: last }[k] ?? ''))]);
	const saved = Buffer.concat([u16(0xffff), u16(2), u16(0), counted(last), counted('C:\\li\\a.doc')]);
	const table = Buffer.concat([Buffer.alloc(5000), associated, saved]), fib = Buffer.alloc(CUTOFF);
	fib.writeUInt16LE(0xa5ec, 0);
	fib.writeUInt16LE(0xc1, 2);
	fib.writeUInt16LE(0x200, 10);
	for (const [k, at, n] of [[32, 5000, associated.length], [71, 5000 + associated.length, saved.length]]) {
		fib.writeUInt32LE(at, 154 + 8 * k);
		fib.writeUInt32LE(n, 158 + 8 * k);
	}
	return compound({ WordDocument: fib, '1Table': table, ...more }, true);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const seeds = {
		doc: doc('Zhang Three', '李四光', { ...summary(936, GBK, 'Li Four'), ...document(936, ['王五常'], 'Some Company', 'li@example.com') }),
		xls: xls('赵六一', { ...summary(1200, '张三丰', '李四光'), ...document(65001, '王五常', '某局', 'li@example.com') }, [...HIDDEN, NOTE]),
		ppt: ppt('Qian Seven', { ...summary(1252, 'Zhang Three', 'Qian Seven'), Pictures: Buffer.concat([blip(photo), Buffer.alloc(5000)]) }),
		rtf: Buffer.from(String.raw`{\rtf1\ansi\ansicpg936 {\info{\title A \{b\}}{\author \'d5\'c5\'c8\'fd\'b7\'e1}{\operator \uc1\u26446\'3f\u22235 ?\u20809 ?}{\*\manager{\uc2\u-10174\'3f\'3f\u-8265 ??\u23433 ??}}{\company Some Company}{\author Wang \{5\}}{\doccomm for Li}}{\*\userprops{\propname a}{\staticval li@example.com}}text \{\author no\}\bin9 {\author x}`),
	};
	for (const [name, data] of Object.entries(seeds))
		writeFileSync(`${process.argv[2]}/${name}`, data);
}
