// register_check.mjs - an independent checker of a register of publication,
// written from RFC 9162 sections 2.1.1 to 2.1.4.  It knows nothing of the
// system but the public JSON:
//   node register_check.mjs http://host [saved.json]
// With a file it also proves that the heads saved there are still inside, and
// saves the newest ones.  Prints what is wrong and exits 1.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const sha = (...parts) => parts.reduce((h, p) => h.update(p), createHash('sha256')).digest();
const bytes = (hex) => Buffer.from(hex, 'hex');
const leafHash = (text) => sha(Buffer.from([0]), text);
const nodeHash = (l, r) => sha(Buffer.from([1]), l, r);

// MTH(D[n]), 2.1.1, over all leaves
export function tree(leaves) {
	if (leaves.length <= 1)
		return leaves[0] ?? sha('');
	const k = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
	return nodeHash(tree(leaves.slice(0, k)), tree(leaves.slice(k)));
}

// 2.1.3.2
export function included(leaf, index, size, root, path) {
	let [fn, sn, r] = [index, size - 1, leaf];
	for (const p of path.map(bytes)) {
		if (sn === 0)
			return false;
		r = fn % 2 === 1 || fn === sn ? nodeHash(p, r) : nodeHash(r, p);
		if (fn % 2 === 0 && fn === sn)
			for (; fn % 2 === 0 && fn !== 0; fn = fn >> 1)
				sn = sn >> 1;
		[fn, sn] = [fn >> 1, sn >> 1];
	}
	return index < size && sn === 0 && r.equals(bytes(root));
}

// 2.1.4.2
export function consistent(first, second, path) {
	if (first.size === second.size)
		return path.length === 0 && first.root === second.root;
	const all = path.map(bytes);
	if (Number.isInteger(Math.log2(first.size)))
		all.unshift(bytes(first.root));
	let [fn, sn] = [first.size - 1, second.size - 1];
	for (; fn % 2 === 1; fn = fn >> 1)
		sn = sn >> 1;
	let [fr, sr] = [all[0], all[0]];
	for (const c of all.slice(1)) {
		if (sn === 0)
			return false;
		if (fn % 2 === 1 || fn === sn) {
			[fr, sr] = [nodeHash(c, fr), nodeHash(c, sr)];
			for (; fn % 2 === 0 && fn !== 0; fn = fn >> 1)
				sn = sn >> 1;
		} else
			sr = nodeHash(sr, c);
		[fn, sn] = [fn >> 1, sn >> 1];
	}
	return sn === 0 && fr.equals(bytes(first.root)) && sr.equals(bytes(second.root));
}

export function signed(head) {
	const key = createPublicKey({ format: 'der', type: 'spki', key: bytes(`302a300506032b6570032100${head.public_key}`) });
	return head.text.includes(`\n${head.size}\n${head.root}\n${head.at}\n`) && verify(null, Buffer.from(head.text), key, bytes(head.signature));
}

// What approval is bound to: fields with their length before them.
export function contentHash(d) {
	const file = (f) => [f.name, f.type, f.sha256];
	const codes = d.categories.map((c) => c.code).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
	const fields = [d.title, d.doc_no ?? '', d.made_on ?? '', d.summary, d.openness, d.kind_id, d.theme_id, codes.length, ...codes,
		d.html, d.attachments.length, ...d.attachments.flatMap(file), d.original_sha256 ?? ''].map(String);
	return sha(...fields.map((f) => `${Buffer.byteLength(f)}:${f}`)).toString('hex');
}

// get(path) gives the parsed answer, or null when there is none.
export async function check(get, saved = []) {
	const wrong = [], lines = [], last = new Map();
	const must = (good, what) => good || wrong.push(what);
	for (let at = '/api/v1/register/lines'; at;) {
		const page = await get(at);
		lines.push(...page.lines);
		at = page.next;
	}
	const { heads } = await get('/api/v1/register/heads');
	lines.forEach((l, k) => {
		const said = JSON.parse(l.text);
		must(l.line === k + 1 && said.line === k + 1, `line ${k + 1} is missing`);
		must(['action', 'at', 'document', 'sha256', 'since', 'state', 'version'].every((f) => said[f] === l[f]), `line ${l.line} does not say what is signed`);
		must(k === 0 || lines[k - 1].at <= l.at, `line ${l.line} is out of order`);
		last.set(l.document, l);
	});
	const leaves = lines.map((l) => leafHash(l.text));
	for (const h of heads) {
		must(signed(h), `head ${h.id}: the signature is wrong`);
		must(h.size <= leaves.length && tree(leaves.slice(0, h.size)).equals(bytes(h.root)), `head ${h.id} is not of these lines`);
	}
	for (const old of saved) {
		const again = heads.find((h) => h.id === old.id);
		must(!again || (again.text === old.text && again.signature === old.signature), `the saved head ${old.id} was signed anew`);
		const now = heads[0], proof = old.size > 0 && await get(`/api/v1/register/consistency?first=${old.size}&second=${now.size}`);
		must(signed(old) && (old.size === 0 || (proof && consistent(old, now, proof.path))), `the saved head ${old.id} is not inside any more`);
	}
	for (const l of last.values()) {
		const d = await get(`/api/v1/documents/${l.document.toLowerCase()}`);
		const gone = ['withdrawn', 'deleted'].includes(l.state);
		if (gone || !d || d.sha256 === undefined) {
			must(gone === !(d && d.sha256), `${l.document}: line ${l.line} says ${l.state}`);
			continue;
		}
		must(d.state === l.state, `${l.document}: line ${l.line} says ${l.state}, not ${d.state}`);
		must(contentHash(d) === l.sha256, `${l.document} is not the text of line ${l.line}`);
		const dated = lines.filter((o) => o.document === l.document && ['publish', 'revise'].includes(o.action)).at(-1);
		must(dated.origin === 'existing' || d.versions[0].published === dated.since, `${l.document} has another date than line ${dated.line}`);
		const proof = l.line <= heads[0]?.size && await get(`/api/v1/register/proof?line=${l.line}`);
		must(!proof || included(leafHash(l.text), l.line - 1, proof.head.size, proof.head.root, proof.path), `line ${l.line} has no good proof`);
	}
	return { wrong, lines: lines.length, heads };
}

if (process.argv[1] === import.meta.filename) {
	const [base, file] = process.argv.slice(2);
	const get = async (path) => {
		const r = await fetch(base + path);
		return r.ok ? r.json() : null;
	};
	const { wrong, lines, heads } = await check(get, file && existsSync(file) ? JSON.parse(readFileSync(file)) : []);
	wrong.forEach((w) => console.error(w));
	if (file && wrong.length === 0)
		writeFileSync(file, JSON.stringify(heads.slice(0, 5)));
	console.log(`${lines} lines, ${heads.length} heads, ${wrong.length} things wrong`);
	process.exitCode = wrong.length ? 1 : 0;
}
