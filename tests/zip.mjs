// zip.mjs - packages for the tests: {name: text or bytes} becomes a zip, stored.
import { crc32 } from 'node:zlib';

export function zip(parts) {
	const files = [], directory = [];
	let at = 0;

	for (const [name, content] of Object.entries(parts)) {
		const data = Buffer.from(content), title = Buffer.from(name);
		const common = Buffer.alloc(26);
		common.writeUInt16LE(20, 0);
		common.writeUInt32LE(crc32(data), 10);
		common.writeUInt32LE(data.length, 14);
		common.writeUInt32LE(data.length, 18);
		common.writeUInt16LE(title.length, 22);
		files.push(Buffer.from('PK\x03\x04'), common, title, data);
		const rest = Buffer.alloc(14);
		rest.writeUInt32LE(at, 10);
		directory.push(Buffer.from('PK\x01\x02\x14\0'), common, rest, title);
		at += 30 + title.length + data.length;
	}
	const list = Buffer.concat(directory), end = Buffer.alloc(22);
	end.write('PK\x05\x06');
	end.writeUInt16LE(Object.keys(parts).length, 8);
	end.writeUInt16LE(Object.keys(parts).length, 10);
	end.writeUInt32LE(list.length, 12);
	end.writeUInt32LE(at, 16);
	return Buffer.concat([...files, list, end]);
}

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

// XML has no place for control characters and half of a pair.
export const xml = (text) => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/g, '')
	.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

// relations: [id, type, target, external?]; more: further parts
export function docx(body, relations = [], more = {}) {
	const rels = (list) => `<Relationships xmlns="${PACKAGE}/relationships">${list.map(([id, type, target, external]) =>
		`<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${xml(target)}"${external ? ' TargetMode="External"' : ''}/>`).join('')}</Relationships>`;

	return zip({
		'[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"/>`,
		'_rels/.rels': rels([['r', 'officeDocument', 'word/document.xml']]),
		'word/document.xml': `<w:document xmlns:w="${MAIN}" xmlns:r="${OFFICE}"><w:body>${body}</w:body></w:document>`,
		'word/_rels/document.xml.rels': rels(relations),
		...more,
	});
}

export const styles = (inside) => `<w:styles xmlns:w="${MAIN}">${inside}</w:styles>`;
