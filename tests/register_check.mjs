// register_check.mjs - an independent checker of a register of publication,
// written from RFC 9162 section 2.1.  It knows nothing of the system but the
// public JSON:  node register_check.mjs http://host [saved.json]
// With a file it also proves that the heads saved there are still inside, and
// saves the newest ones.  Prints what is wrong and exits 1.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const sha = (...parts) => parts.reduce((h, p) => h.update(p), createHash('sha256')).digest();
const bytes = (hex) => Buffer.from(hex, 'hex');
const leafHash = (text) => sha(Buffer.from([0]), text);
const nodeHash = (l, r) => sha(Buffer.from([1]), l, r);
const half = (n) => 2 ** Math.ceil(Math.log2(n) - 1);
const take = (path) => path.pop() ?? Buffer.alloc(0);

// MTH(D[n]), 2.1.1, over all leaves
function tree(leaves) {
	if (leaves.length <= 1)
		return leaves[0] ?? sha('');
	const k = half(leaves.length);
	return nodeHash(tree(leaves.slice(0, k)), tree(leaves.slice(k)));
}

// PATH(m, D[n]), 2.1.3.1, the other way round: the root that it makes of a leaf
function climb(leaf, m, n, path) {
	if (n === 1)
		return leaf;
	const k = half(n), other = take(path);
	return m < k ? nodeHash(climb(leaf, m, k, path), other) : nodeHash(other, climb(leaf, m - k, n - k, path));
}
export function included(leaf, index, size, root, path) {
	const rest = path.map(bytes);
	return index < size && climb(leaf, index, size, rest).equals(bytes(root)) && rest.length === 0;
}

// SUBPROOF(m, D[n], b), 2.1.4.1, the same way: the roots of m and of n leaves
function grow(old, m, n, path) {
	if (m === n)
		return old ? [old, old] : Array(2).fill(take(path));
	const k = half(n), other = take(path);
	if (m <= k) {
		const [first, second] = grow(old, m, k, path);
		return [first, nodeHash(second, other)];
	}
	return grow(null, m - k, n - k, path).map((hash) => nodeHash(other, hash));
}
export function consistent(first, second, path) {
	const rest = path.map(bytes), roots = [first, second].map((h) => bytes(h.root));
	return first.size > 0 && first.size <= second.size && grow(roots[0], first.size, second.size, rest).every((r, k) => r.equals(roots[k])) && rest.length === 0;
}

export function signed(head) {
	const key = createPublicKey({ format: 'der', type: 'spki', key: bytes(`302a300506032b6570032100${head.public_key}`) });
	return head.text.includes(`\n${head.size}\n${head.root}\n${head.at}\n`) && verify(null, Buffer.from(head.text), key, bytes(head.signature));
}

// What approval is bound to: fields with their length before them.
function contentHash(d) {
	const codes = d.categories.map((c) => c.code).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
	const fields = [d.title, d.doc_no ?? '', d.made_on ?? '', d.summary, d.openness, d.kind_id, d.theme_id, codes.length, ...codes,
		d.html, d.attachments.length, ...d.attachments.flatMap((f) => [f.name, f.type, f.sha256]), d.original_sha256 ?? ''].map(String);
	return sha(...fields.map((f) => `${Buffer.byteLength(f)}:${f}`)).toString('hex');
}

// get(path) gives the parsed answer.
export async function check(get, saved = []) {
	const wrong = [], last = new Map(), dated = new Map();
	const must = (good, what) => good || wrong.push(what);
	const all = async (name) => {
		const found = [];
		for (let page, at = `/api/v1/register/${name}`; at; found.push(...page[name]), at = page.next)
			page = await get(at);
		return found;
	};
	const lines = await all('lines'), heads = await all('heads');
	const leaves = lines.map((l) => leafHash(l.text));
	lines.forEach((l, k) => {
		must(l.line === k + 1 && (k === 0 || lines[k - 1].at <= l.at), `line ${k + 1} is missing or out of order`);
		must(Object.entries(JSON.parse(l.text)).every(([name, value]) => l[name] === value), `line ${l.line} does not say what is signed`);
		last.set(l.document, l);
		if (['publish', 'revise'].includes(l.action))
			dated.set(l.document, l);
	});
	for (const h of heads)
		must(signed(h) && h.size <= leaves.length && tree(leaves.slice(0, h.size)).equals(bytes(h.root)), `head ${h.id} is not of these lines, or not signed`);
	for (const old of saved) {
		const proof = old.size > 0 && await get(`/api/v1/register/consistency?first=${old.size}&second=${heads[0].size}`);
		must(JSON.stringify(heads.find((h) => h.id === old.id)) === JSON.stringify(old), `the saved head ${old.id} is another now`);
		must(signed(old) && (proof === false || consistent(old, heads[0], proof?.path ?? [])), `the saved head ${old.id} is not inside any more`);
	}
	for (const l of last.values()) {
		const d = await get(`/api/v1/documents/${l.document.toLowerCase()}`);
		must(d?.sha256 ? d.state === l.state : ['withdrawn', 'deleted'].includes(l.state), `${l.document}: line ${l.line} says ${l.state}`);
		if (d?.sha256) {
			const { line, origin, since } = dated.get(l.document);
			must(contentHash(d) === l.sha256, `${l.document} is not the text of line ${l.line}`);
			must(origin === 'existing' || d.versions[0].published === since, `${l.document} has another date than line ${line}`);
		}
		if (l.line > (heads[0]?.size ?? 0))
			continue;
		const proof = await get(`/api/v1/register/proof?line=${l.line}`), h = heads.find((o) => o.id === proof?.head?.id);
		must(h && included(leafHash(l.text), l.line - 1, h.size, h.root, proof.path), `line ${l.line} has no good proof`);
	}
	return { wrong, lines: lines.length, heads };
}

if (process.argv[1] === import.meta.filename) {
	const [base, file] = process.argv.slice(2);
	const saved = file && existsSync(file) ? JSON.parse(readFileSync(file)) : [];
	const { wrong, lines, heads } = await check(async (path) => (await fetch(base + path)).json(), saved);
	wrong.forEach((w) => console.error(w));
	if (file && wrong.length === 0)
		writeFileSync(file, JSON.stringify(heads.slice(0, 5)));
	console.log(`${lines} lines, ${heads.length} heads, ${wrong.length} things wrong`);
	process.exitCode = wrong.length ? 1 : 0;
}
