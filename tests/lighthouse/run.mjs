// Lighthouse (phone and desktop, the median of three) on the pages that most
// people see, as they get them: kept and packed; pa11y on each kind of page, in
// each way of looking.  Prints a table; fails where a score is under 100 or
// pa11y finds something.  The first row is a page of one line: what this machine
// and its browser take from a score that no page can win back.
//   ROUNDS=3 ONLY=list,search	ROUNDS=0: pa11y alone
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { executablePath } from '../browser.mjs';
import { start } from '../site.mjs';

const run = promisify(execFile);
const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const pa11y = require('pa11y'), puppeteer = require('puppeteer');
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const KINDS = ['performance', 'accessibility', 'best-practices', 'seo'];
const site = await start({ workers: 2, set: ['page_seconds = 1'] });
const dir = mkdtempSync(join(tmpdir(), 'xxgk-lighthouse-'));
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
let faults = 0;

async function scores(url, desktop) {
	const out = join(dir, 'report.json');
	await run(process.execPath, [join(here, 'node_modules/lighthouse/cli/index.js'), url, '--quiet', '--output=json', `--output-path=${out}`,
		`--only-categories=${KINDS}`, '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-background-networking',
		...(desktop ? ['--preset=desktop'] : [])], { env: { ...process.env, CHROME_PATH: executablePath } });
	const report = JSON.parse(readFileSync(out, 'utf8'));
	const low = Object.values(report.audits).filter((a) => a.score !== null && a.score < 0.9 && a.scoreDisplayMode === 'binary').map((a) => a.id);
	return { by: KINDS.map((k) => Math.round(report.categories[k].score * 100)), low, lcp: report.audits['largest-contentful-paint'].numericValue,
		tbt: report.audits['total-blocking-time'].numericValue,
		bytes: report.audits['total-byte-weight'].numericValue, requests: report.audits['network-requests'].details.items.length };
}

// Prints a row; the medians of KINDS.
async function measure(name, url, desktop) {
	const runs = [];
	while (runs.length < ROUNDS)
		runs.push(await scores(url, desktop));
	const by = KINDS.map((_, k) => median(runs.map((r) => r.by[k])));
	const of = (what) => median(runs.map((r) => r[what]));
	console.log(`${name.padEnd(11)}${desktop ? 'desktop' : 'phone  '}  ${KINDS.map((k, n) => `${k} ${by[n]}`).join('  ')}  LCP ${(of('lcp') / 1000).toFixed(2)} s  blocked ${of('tbt').toFixed(0)} ms  ${(runs[0].bytes / 1024).toFixed(0)} KB in ${runs[0].requests} requests  ${[...new Set(runs.flatMap((r) => r.low))].join(' ')}`);
	return by;
}

const oneLine = createServer((_, answer) => answer.writeHead(200, { 'content-type': 'text/html' })
	.end('<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>一行</title><h1>政府信息公开</h1>'));
await once(oneLine.listen(0, '127.0.0.1'), 'listening');
try {
	const [{ u, i }] = site.sql(`SELECT unit_code u, index_no i FROM public_document ORDER BY length(body) DESC LIMIT 1`);
	const pages = { home: '/', list: '/list', search: '/search?q=%E9%80%9A%E7%9F%A5', document: `/doc/${u}/${i.split('/')[1]}`, unit: '/unit/zfb', statistics: '/statistics', apply: '/apply' };
	const only = process.env.ONLY?.split(',');
	const chosen = Object.entries(pages).filter(([n]) => !only || only.includes(n));
	for (const desktop of ROUNDS > 0 ? [false, true] : []) {
		await measure('one line', `http://127.0.0.1:${oneLine.address().port}/`, desktop);
		for (const [name, path] of chosen)
			faults += (await measure(name, site.url + path, desktop)).filter((s) => s < 100).length;
	}
	const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] });
	const rest = Object.fromEntries(['guide', 'rules', 'leaders', 'organisation', 'open', 'report', 'register', 'register/1', 'feeds', 'units', 'map', 'data', 'data/api', 'about', 'accessibility', 'privacy',
		'feedback', 'feedback/status', 'apply/status', 'apply/log', 'apply/form/unit', 'nowhere'].map((n) => [n, `/${n}`]));
	const looks = { '': [pages, rest], 'view=elder': [pages], 'contrast=high': [pages], 'contrast=dark': [pages], 'script=hant': [pages] };
	for (const [cookie, lists] of Object.entries(looks))
		for (const [name, path] of lists.flatMap(Object.entries).filter(([n]) => !only || only.includes(n))) {
			// what a program cannot judge (one figure over a bar) is no fault
			const found = await pa11y(site.url + path, { browser, standard: 'WCAG2AA', runners: ['axe', 'htmlcs'], levelCapWhenNeedsReview: 'warning', headers: cookie ? { cookie } : {} });
			for (const f of found.issues)
				console.log(`  pa11y ${name} ${cookie} ${f.code}: ${f.selector} ${f.message}`);
			faults += found.issues.length;
		}
	await browser.close();
	console.log(`pa11y: ${Object.keys(looks).length} ways of looking`);
} finally {
	oneLine.close();
	await site.stop();
	rmSync(dir, { recursive: true, force: true });
}
console.log(`lighthouse: ${faults} faults`);
process.exit(faults > 0 ? 1 : 0);
