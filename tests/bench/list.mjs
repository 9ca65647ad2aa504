// The list page against nginx's static file of the same bytes and against a
// minimal FastCGI program, in interleaved rounds of one run.  One address
// finds the parts of its page kept by the worker; a spread over more addresses
// than a worker can keep has them made anew.  Kept: what readers get, a page
// that nginx keeps for a second.  The machine is noisy: only the
// ratios mean something, and of them CPU time a request is the steadiest.
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, start } from '../site.mjs';

const ROUNDS = Number(process.env.ROUNDS || 7);
const SECONDS = 2;
// No worker may leave and take the count of its CPU time with it.
const site = await start({ workers: 4, set: ['requests_per_worker = 1000000', 'page_seconds = 1'] });
const run = join(site.data, 'run');
let minimal;

function descendants(pid) {
	let kids = [];
	try {
		kids = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
	} catch { /* gone */ }
	return [pid, ...kids.flatMap(descendants)];
}
const comm = (pid) => { try { return readFileSync(`/proc/${pid}/comm`, 'utf8').trim(); } catch { return ''; } };
const all = () => [...descendants(site.child.pid), ...descendants(minimal.pid)];
// CPU nanoseconds used so far by the processes of that name.
function used(name) {
	return all().filter((p) => comm(p).startsWith(name))
		.reduce((sum, p) => sum + Number(readFileSync(`/proc/${p}/schedstat`, 'utf8').split(' ')[0]), 0);
}
const NAMES = ['nginx', 'portal.fcgi', 'bench_minimal'];

function measure(path, more = []) {
	const before = NAMES.map(used);
	const out = execFileSync('wrk', ['-t2', '-c32', `-d${SECONDS}s`, ...more, site.url + path], { encoding: 'utf8' });
	const cpu = NAMES.map((n, k) => used(n) - before[k]).reduce((a, b) => a + b, 0);
	const requests = Number(/(\d+) requests in/.exec(out)[1]);
	// a 304 counts as no error; anything else does
	if (/Socket errors/.test(out) || (/Non-2xx or 3xx/.test(out)))
		throw new Error(`${path}: ${out}`);
	return { rate: requests / SECONDS, us: cpu / 1000 / requests };
}

// Every combination of unit, category and year that holds something.
function addresses() {
	const rows = site.sql(`SELECT u.code u, c.code c, l.year y, COUNT(*) n FROM listing l JOIN unit u ON u.id = l.unit_id JOIN category c ON c.id = l.category_id GROUP BY 1, 2, 3`);
	const all = rows.flatMap(({ u, c, y }) => [`unit=${u}`, `category=${c}`, `category=${c}&year=${y}`, `unit=${u}&category=${c}`, `unit=${u}&year=${y}`]);
	return [...new Set(all)].map((q) => `/list?${q}`);
}

// A script for wrk that asks for one after the other, each thread its own way.
function spread(paths) {
	const file = join(run, 'spread.lua');
	writeFileSync(file, `local at = {${paths.map((p) => `"${p}"`).join(',')}}
local n = 0
function init() math.randomseed(os.time()) n = math.random(#at) end
function request() n = n % #at + 1 return wrk.format("GET", at[n]) end\n`);
	return ['-s', file];
}

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

try {
	const res = await fetch(`${site.url}/list`);
	const etag = res.headers.get('etag');
	const bytes = Buffer.from(await res.arrayBuffer());
	const file = join(run, 'page.html');
	writeFileSync(file, bytes);
	minimal = spawn('spawn-fcgi', ['-n', '-s', join(run, 'minimal.sock'), '-M', '0600', '--',
		execFileSync('which', ['multiwatch'], { encoding: 'utf8' }).trim(), '-f', '4', '--', join(build, 'bench_minimal'), file], { stdio: 'ignore' });
	const conf = join(run, 'nginx.conf');
	const extra = `location = /bench/static { default_type text/html; alias "${file}"; }
		location = /bench/minimal { fastcgi_pass "unix:${run}/minimal.sock"; }\n`;
	writeFileSync(conf, readFileSync(conf, 'utf8').replace('location / {', `${extra}location / { fastcgi_cache_bypass $http_x_anew; fastcgi_no_cache $http_x_anew;`));
	process.kill(Number(readFileSync(join(run, 'nginx.pid'), 'utf8')), 'SIGHUP');
	await new Promise((done) => setTimeout(done, 1000));

	const many = addresses();
	const anew = ['-H', 'X-Anew: 1'];
	const cases = [['static', '/bench/static'], ['minimal', '/bench/minimal'], ['list', '/list', anew], ['spread', '/list', [...anew, ...spread(many)]],
		['kept', '/list'], ['kept 300', '/list', spread(many.slice(0, 300))], ['304', '/list', ['-H', `If-None-Match: ${etag}`]]];
	const got = Object.fromEntries(cases.map(([name]) => [name, []]));
	for (const [, path, more] of cases)	// warm
		measure(path, more);
	for (let k = 0; k < ROUNDS; k++)
		for (const [name, path, more] of cases)
			got[name].push(measure(path, more));

	const ratio = (f) => {
		const list = Array.from({ length: ROUNDS }, (_, k) => f(k));
		return `${median(list).toFixed(2)} [${Math.min(...list).toFixed(2)}-${Math.max(...list).toFixed(2)}]`;
	};
	console.log(`list page: ${bytes.length} bytes, ${ROUNDS} interleaved rounds of ${SECONDS} s, 4 workers, 32 connections; spread over ${many.length} addresses of lists`);
	for (const [name] of cases)
		console.log(`  ${name.padEnd(8)} ${median(got[name].map((g) => g.us)).toFixed(0).padStart(5)} us CPU a request, ${median(got[name].map((g) => g.rate)).toFixed(0)} requests/s`);
	for (const [name, what] of [['list', 'one address'], ['spread', 'many addresses']]) {
		console.log(`requests/s, list / static, ${`${what}:`.padEnd(18)}${ratio((k) => got[name][k].rate / got.static[k].rate)}   (aim 0.25)`);
		console.log(`CPU, minimal FastCGI / list, ${`${what}:`.padEnd(16)}${ratio((k) => got.minimal[k].us / got[name][k].us)}   (aim 0.60)`);
	}
	for (const [name, what, aim] of [['kept', 'one address', '0.95'], ['kept 300', '300 addresses', '0.80']])
		console.log(`requests/s, kept a second / static, ${`${what}:`.padEnd(15)}${ratio((k) => got[name][k].rate / got.static[k].rate)}   (aim ${aim})`);
	console.log(`requests/s, 304 / list:        ${ratio((k) => got['304'][k].rate / got.list[k].rate)}`);
	console.log(`requests/s, minimal / static:  ${ratio((k) => got.minimal[k].rate / got.static[k].rate)}`);
	// What is no file: pages of the database belong to all who read it.
	const own = all().filter((p) => comm(p) === 'portal.fcgi')
		.map((p) => Number(/Anonymous:\s+(\d+)/.exec(readFileSync(`/proc/${p}/smaps_rollup`, 'utf8'))[1]));
	console.log(`memory of a portal worker:     ${(median(own) / 1024).toFixed(2)} MiB private   (aim 2)`);
} finally {
	minimal?.kill('SIGTERM');
	await site.stop();
}
