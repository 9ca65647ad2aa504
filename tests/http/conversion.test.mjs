// What LibreOffice has to convert before it is imported: each takes seconds.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { counts, good, send, words } from '../importing.mjs';
import { draft, people } from '../office.mjs';
import { start, top } from '../site.mjs';
import { convert, installed } from '../soffice.mjs';

const folder = join(top, 'tests/data/word');
const notice = readFileSync(join(folder, 'notice.docx'));
const skip = installed ? false : 'LibreOffice is not installed';
let site, zfb;
before(async () => {
	site = await start({ workers: 4 });
	zfb = await people(site);
});
after(() => site.stop());

// How much of the text that is wanted is there, whatever the order.
function recall(wanted, html) {
	const bag = new Map();
	let same = 0;

	for (const c of words(html))
		bag.set(c, (bag.get(c) || 0) + 1);
	for (const c of wanted)
		if (bag.get(c) > 0) {
			bag.set(c, bag.get(c) - 1);
			same++;
		}
	return same / [...wanted].length;
}

// A conversion takes seconds: each format is sent once, under a name that is
// not always its own.
test('.doc, .wps, .rtf, .odt and HTML by any name become the same text', { skip }, async () => {
	const wanted = words((await good(zfb.clerk, notice, 'a.docx')).html);
	const kinds = [
		['doc:MS Word 97', 'a.wps', 0.99], ['rtf', 'wrong.docx', 0.97], ['odt', 'a.odt', 0.97],
	];
	for (const [to, name, least] of kinds) {
		const answer = await good(zfb.clerk, convert(join(folder, 'notice.docx'), to), name);
		assert.ok(recall(wanted, answer.html) >= least, `${to} as ${name}: ${recall(wanted, answer.html)}`);
		assert.ok(answer.original.name.startsWith(name));
		assert.match(answer.html, /<table/, to);
		assert.match(answer.html, /<img/, to);
		assert.equal(answer.report.characters.found, answer.report.characters.word, to);
		assert.deepEqual(site.temporaryFiles(), [], 'nothing stays behind');
	}
	const html = await good(zfb.clerk, Buffer.concat([
		Buffer.from('<html><head><meta charset="gb2312"><style>p{color:red}</style><script>alert(1)</script></head><body><p>'),
		Buffer.from('b9e6b6a8', 'hex'),
		Buffer.from('</p><img src="http://127.0.0.1:9/x.png"><p onclick="x()">second</p></body></html>'),
	]), '网页.doc');
	assert.match(html.html, /规定/);
	assert.match(html.html, /second/);
	assert.doesNotMatch(html.html, /script|alert|onclick|127\.0\.0\.1/);
});

test('an old document does not carry out deleted, hidden or commented text', { skip }, async () => {
	const rtf = String.raw`{\rtf1\ansi\ansicpg936 visible {\v hiddensecret}{\deleted gonesecret}{\revised newtext} end\par}`;
	const answer = await good(zfb.clerk, rtf, 'a.rtf');
	assert.match(answer.html, /visible/);
	assert.doesNotMatch(answer.html, /hiddensecret|gonesecret/);
	assert.equal(counts(answer.report, 'dropped').hidden, 1);
	const stored = site.sql(`SELECT report, body FROM imported WHERE upload_id = ${answer.original.id}`)[0];
	assert.doesNotMatch(stored.report + stored.body, /hiddensecret|gonesecret/);
});

test('a document cannot read the machine it is converted on', { skip }, async () => {
	const secret = join(site.data, 'xxgk.conf');
	const rtf = String.raw`{\rtf1 before {\field{\*\fldinst INCLUDETEXT "${secret}"}{\fldrslt x}}{\field{\*\fldinst INCLUDEPICTURE "file://${secret}"}{\fldrslt y}} after\par}`;
	const answer = await good(zfb.clerk, rtf, 'a.rtf');
	assert.match(answer.html, /before[^]*after/);
	assert.doesNotMatch(answer.html, /site_name|templates =/);
	const html = await good(zfb.clerk, `<html><body><p>one</p><iframe src="file://${secret}"></iframe><object data="file://${secret}"></object><p>two</p></body></html>`, 'a.doc');
	assert.match(html.html, /one[^]*two/);
	assert.doesNotMatch(html.html, /site_name|templates =/);
});

test('while one document is converted others are not shut out', { skip }, async () => {
	const old = convert(join(folder, 'notice.docx'), 'doc:MS Word 97');
	const going = send(zfb.clerk, old, 'a.doc');
	await new Promise((done) => setTimeout(done, 150));
	const since = Date.now();
	await draft(zfb.clerk, { title: '同时保存' });
	assert.ok(Date.now() - since < 2000, 'a save does not wait for the conversion');
	const { page, json } = await going;
	assert.equal(page.status, 200);
	assert.ok(recall(words((await good(zfb.clerk, notice, 'a.docx')).html), json.html) >= 0.99);
});

test('more conversions at once than may wait: some are told to come later', { skip }, async () => {
	const old = convert(join(folder, 'notice.docx'), 'doc:MS Word 97');
	const all = await Promise.all([1, 2, 3, 4].map(() => send(zfb.clerk, old, 'a.doc')));
	for (const { page, json } of all)
		if (page.status !== 200) {
			assert.equal(page.status, 422);
			assert.match(json.errors[0].text, /过一会儿再导入/);
		}
	assert.ok(all.some(({ page }) => page.status === 200));
	assert.ok(all.some(({ page }) => page.status === 422));
	assert.deepEqual(site.temporaryFiles(), []);
});
