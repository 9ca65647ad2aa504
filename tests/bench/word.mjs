// word.mjs - how faithful and how fast the Word import is, beside other
// converters that are installed.  A scorer is called for each document as
//   python3 SCORER DOCUMENT PAGE --json
// and gives {"feature": {"score": 0...1}, ...}.
//   make bench-word SCORER=... DOCS="folder or files ..." [LONG=a.docx]
// How it grows is measured on LONG, or on our own notice, n times over.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const { B = 'build', SCORER, DOCS } = process.env;
const LONG = process.env.LONG || 'tests/data/word/notice.docx';
const COUNTS = ['leak', 'unsafe', 'markup', 'heading_nolevel'];
const SANE = { timeout: 60000, maxBuffer: 1 << 28 };

function documents(path) {
	return statSync(path).isDirectory()
		? readdirSync(path).sort().flatMap((name) => documents(join(path, name)))
		: /\.do[ct][xm]$/.test(path) ? [path] : [];
}

function installed(program) {
	return spawnSync(program, ['--version'], SANE).status === 0;
}

const converters = {
	ours: (doc, page) => writeFileSync(page,
		execFileSync(join(B, 'gkctl'), ['word', doc, '--standalone'], { ...SANE, stdio: 'pipe' })),
	pandoc: (doc, page) => execFileSync('pandoc',
		['-s', '--self-contained', '--mathml', doc, '-o', page], { ...SANE, stdio: 'pipe' }),
	soffice: (doc, page, folder) => {
		execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless',
			'--convert-to', 'html:HTML:EmbedImages', '--outdir', folder, doc], { ...SANE, stdio: 'pipe' });
		writeFileSync(page, readFileSync(join(folder, basename(doc).replace(/\.[^.]*$/, '.html'))));
	},
};

function score(doc, page) {
	const run = spawnSync('python3', [SCORER, doc, page, '--json'], { ...SANE, encoding: 'utf8' });

	return run.status === 0 ? JSON.parse(run.stdout) : null;
}

function measure(convert, docs, folder) {
	const all = { scores: {}, documents: 0, silent: 0, leaks: 0, unsafe: 0, markup: [] };

	for (const doc of docs) {
		const page = join(folder, 'page.html');
		let result;

		try {
			convert(doc, page, folder);
			result = score(doc, page);
		} catch {
			all.silent++;
			continue;
		}
		if (result === null)
			continue;
		all.documents++;
		all.leaks += (result.leak?.score ?? 0) > 0;
		all.unsafe += (result.unsafe?.score ?? 0) > 0;
		all.markup.push(result.markup.score);
		for (const [name, value] of Object.entries(result))
			if (!COUNTS.includes(name) && !name.startsWith('_'))
				(all.scores[name] ??= []).push(value.score);
	}
	return all;
}

const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;
const middle = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

function table(results) {
	const names = [...new Set(Object.values(results).flatMap((r) => Object.keys(r.scores)))];
	const cell = (text) => String(text).padStart(9);
	const row = (name, of) => console.log(name.padEnd(14) +
		Object.values(results).map((r) => cell(of(r))).join(''));

	console.log(''.padEnd(14) + Object.keys(results).map(cell).join(''));
	for (const name of names)
		row(name, (r) => r.scores[name] ? mean(r.scores[name]).toFixed(3) : '-');
	row('mean', (r) => mean(Object.values(r.scores).map(mean)).toFixed(3));
	row('documents', (r) => r.documents);
	row('no page', (r) => r.silent);
	row('leaking', (r) => r.leaks);
	row('unsafe', (r) => r.unsafe);
	row('markup/text', (r) => middle(r.markup).toFixed(2));
}

// The document's body n times over.
const REPEAT = `
import sys, zipfile
a, b, n = sys.argv[1], sys.argv[2], int(sys.argv[3])
src, out = zipfile.ZipFile(a), zipfile.ZipFile(b, 'w', zipfile.ZIP_DEFLATED)
for name in src.namelist():
    data = src.read(name)
    if name == 'word/document.xml':
        s = data.decode()
        i, j = s.index('<w:body>') + 8, s.rindex('<w:sectPr') if '<w:sectPr' in s else s.index('</w:body>')
        data = (s[:i] + s[i:j] * n + s[j:]).encode()
    out.writestr(name, data)
out.close()`;

function speed(folder) {
	for (const times of [1, 219, 438, 2190, 2500]) {
		const doc = join(folder, 'long.docx'), runs = [];
		let memory = 0;

		execFileSync('python3', ['-c', REPEAT, LONG, doc, String(times)]);
		for (let k = 0; k < 5; k++) {
			const run = spawnSync('python3', ['-c',
				'import os,sys\n' +
				'os.dup2(os.open(os.devnull,os.O_WRONLY),3)\n' +
				'p=os.posix_spawn(sys.argv[1],sys.argv[1:],os.environ,' +
				'file_actions=[(os.POSIX_SPAWN_DUP2,3,1)])\n' +
				'_,s,u=os.wait4(p,0)\n' +
				'print(u.ru_maxrss,u.ru_utime+u.ru_stime,s)',
				join(B, 'gkctl'), 'word', doc], { ...SANE, encoding: 'utf8' });
			const [kib, cpu, status] = run.stdout.split(' ').map(Number);

			if (status !== 0)
				return console.log(`${times} times: refused`);
			memory = Math.max(memory, kib);
			runs.push(cpu * 1000);
		}
		console.log(`${basename(LONG)} ${times} times: processor ` +
			`${middle(runs).toFixed(0)} ms, largest process ${(memory / 1024).toFixed(0)} MiB`);
	}
}

const folder = mkdtempSync(join(tmpdir(), 'word-'));

try {
	if (SCORER && DOCS) {
		const docs = DOCS.split(/\s+/).filter(Boolean).flatMap(documents);

		table(Object.fromEntries(Object.entries(converters)
			.filter(([name]) => name === 'ours' || installed(name))
			.map(([name, convert]) => [name, measure(convert, docs, folder)])));
	} else {
		console.log('Word import: name a scorer and documents (SCORER= DOCS=) to measure fidelity');
	}
	speed(folder);
} finally {
	rmSync(folder, { recursive: true });
}
