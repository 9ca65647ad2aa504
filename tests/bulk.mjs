// bulk.mjs - tables and zip files as a clerk sends them for 批量导入.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import { build } from './site.mjs';

// [name, bytes] pairs, stored; a name that is a Buffer goes in as it is, as
// programs write it that know no UTF-8.
export function zip(files) {
	const parts = [], heads = [];
	let at = 0;
	for (const [name, data] of files) {
		const n = Buffer.isBuffer(name) ? name : Buffer.from(name);
		const bytes = Buffer.from(data), utf8 = Buffer.isBuffer(name) ? 0 : 0x800;
		const head = Buffer.alloc(26);
		head.writeUInt16LE(20, 0);
		head.writeUInt16LE(utf8, 2);
		head.writeUInt32LE(crc32(bytes), 10);
		head.writeUInt32LE(bytes.length, 14);
		head.writeUInt32LE(bytes.length, 18);
		head.writeUInt16LE(n.length, 22);
		const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, n, bytes]);
		const tail = Buffer.alloc(14);
		tail.writeUInt32LE(at, 10);
		heads.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), head, tail, n]));
		parts.push(local);
		at += local.length;
	}
	const directory = Buffer.concat(heads), end = Buffer.alloc(18);
	end.writeUInt16LE(files.length, 4);
	end.writeUInt16LE(files.length, 6);
	end.writeUInt32LE(directory.length, 8);
	end.writeUInt32LE(at, 12);
	return Buffer.concat([...parts, directory, Buffer.from('PK\x05\x06'), end]);
}

const xml = (s) => s.replace(/&/g, '&amp;').replace(/</g, '&lt;');

// A Word document of these paragraphs.
export const docx = (...paragraphs) => zip([
	['[Content_Types].xml', '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'],
	['_rels/.rels', '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'],
	['word/document.xml', `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.map((p) => `<w:p><w:r><w:t>${xml(p)}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`],
]);

// Rows of a table, each an object by column name.
export function csv(rows, columns = [...new Set(rows.flatMap((r) => Object.keys(r)))]) {
	const cell = (s) => (/[",\n]/.test(s) ? `"${s.replace(/"/g, '""')}"` : s);
	return [columns, ...rows.map((r) => columns.map((c) => r[c] ?? ''))]
		.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

export async function send(clerk, bytes, name = '批量.zip') {
	await clerk.get('/gkht/entry/bulk');
	return clerk.post('/gkht/entry/bulk', [['sheet', new Blob([bytes]), name]], { multipart: true });
}

// The number of a bulk that was taken.
export function number(page) {
	const id = /\/gkht\/entry\/bulk\/(\d+)$/.exec(page.location);
	if (!id)
		throw new Error(`not taken: ${page.status} ${page.plain.slice(0, 1500)}`);
	return Number(id[1]);
}

// Until the worker of the site has brought it there; help: a second one does
// not wait until the first looks again.
export async function until(site, id, state, help = true) {
	if (help)
		await promisify(execFile)(join(build, 'gkctl'), ['-c', join(site.data, 'xxgk.conf'), 'drain']).catch(() => { /* it was busy */ });
	for (let k = 0; k < 3000; k++) {
		const [row] = site.sql(`SELECT state, work FROM bulk WHERE id = ${id}`);
		if (row.state === state && (row.work === 0 || state === 'checking'))
			return;
		await new Promise((then) => setTimeout(then, 100));
	}
	throw new Error(`bulk ${id} never became ${state}: ${JSON.stringify(site.sql(`SELECT * FROM bulk WHERE id = ${id}`))}`);
}

export async function decide(clerk, id, act) {
	await clerk.get(`/gkht/entry/bulk/${id}`);
	return clerk.post(`/gkht/entry/bulk/${id}`, { act });
}
