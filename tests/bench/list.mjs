// The uncached list page against nginx's static file of the same bytes and
// against a minimal FastCGI program, in interleaved rounds of one run.  The
// machine is noisy: only the ratios mean something, and of them CPU time a
// request is the steadiest.
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, start } from '../site.mjs';

const ROUNDS = Number(process.env.ROUNDS || 7);
const SECONDS = 2;
const site = await start({ workers: 4 });
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

function measure(path, header) {
	const before = NAMES.map(used);
	const out = execFileSync('wrk', ['-t2', '-c32', `-d${SECONDS}s`, ...(header ? ['-H', header] : []), site.url + path], { encoding: 'utf8' });
	const cpu = NAMES.map((n, k) => used(n) - before[k]).reduce((a, b) => a + b, 0);
	const requests = Number(/(\d+) requests in/.exec(out)[1]);
	// a 304 counts as no error; anything else does
	if (/Socket errors/.test(out) || (/Non-2xx or 3xx/.test(out)))
		throw new Error(`${path}: ${out}`);
	return { rate: requests / SECONDS, us: cpu / 1000 / requests };
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
	writeFileSync(conf, readFileSync(conf, 'utf8').replace('location / {', `${extra}location / {`));
	process.kill(Number(readFileSync(join(run, 'nginx.pid'), 'utf8')), 'SIGHUP');
	await new Promise((done) => setTimeout(done, 1000));

	const cases = [['static', '/bench/static'], ['minimal', '/bench/minimal'], ['list', '/list'], ['304', '/list', `If-None-Match: ${etag}`]];
	const got = Object.fromEntries(cases.map(([name]) => [name, []]));
	for (const [, path, header] of cases)	// warm
		measure(path, header);
	for (let k = 0; k < ROUNDS; k++)
		for (const [name, path, header] of cases)
			got[name].push(measure(path, header));

	const ratio = (f) => {
		const list = Array.from({ length: ROUNDS }, (_, k) => f(k));
		return `${median(list).toFixed(2)} [${Math.min(...list).toFixed(2)}-${Math.max(...list).toFixed(2)}]`;
	};
	console.log(`list page: ${bytes.length} bytes, ${ROUNDS} interleaved rounds of ${SECONDS} s, 4 workers, 32 connections`);
	for (const [name] of cases)
		console.log(`  ${name.padEnd(8)} ${median(got[name].map((g) => g.us)).toFixed(0).padStart(5)} us CPU a request, ${median(got[name].map((g) => g.rate)).toFixed(0)} requests/s`);
	console.log(`requests/s, list / static:     ${ratio((k) => got.list[k].rate / got.static[k].rate)}   (aim 0.25)`);
	console.log(`CPU, minimal FastCGI / list:   ${ratio((k) => got.minimal[k].us / got.list[k].us)}   (aim 0.60)`);
	console.log(`requests/s, 304 / list:        ${ratio((k) => got['304'][k].rate / got.list[k].rate)}`);
	console.log(`requests/s, minimal / static:  ${ratio((k) => got.minimal[k].rate / got.static[k].rate)}`);
	const dirty = all().filter((p) => comm(p) === 'portal.fcgi')
		.map((p) => Number(/Private_Dirty:\s+(\d+)/.exec(readFileSync(`/proc/${p}/smaps_rollup`, 'utf8'))[1]));
	console.log(`memory of a portal worker:     ${(median(dirty) / 1024).toFixed(2)} MiB private   (aim 2)`);
} finally {
	minimal?.kill('SIGTERM');
	await site.stop();
}
