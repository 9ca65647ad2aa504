// Starting and stopping: what an operator sees when it works and when not.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { build, freePort, start, top } from '../site.mjs';

let dir;
before(() => { dir = mkdtempSync(join(tmpdir(), 'xxgk-run-')); });
after(() => rmSync(dir, { recursive: true, force: true }));

// Runs the server script until it ends or `ready` shows in its output.
function serve(env, ready = /Ctrl-C/) {
	const child = spawn(join(top, 'deploy/serve.sh'), [], {
		env: { ...process.env, B: build, WORKERS: '2', ...env }, stdio: ['ignore', 'pipe', 'pipe'],
	});
	const run = { child, out: '', err: '', code: null };
	child.stdout.on('data', (d) => { run.out += d; });
	child.stderr.on('data', (d) => { run.err += d; });
	run.ended = new Promise((done) => child.on('exit', (code) => { run.code = code; done(code); }));
	run.ready = (async () => {
		for (let k = 0; k < 1200 && run.code === null && !ready.test(run.out); k++)
			await new Promise((done) => setTimeout(done, 50));
	})();
	return run;
}
const using = (folder) => {
	try {
		return execFileSync('pgrep', ['-f', folder], { encoding: 'utf8' }).trim();
	} catch {
		return '';
	}
};
const copy = (name, district = 'empty') => {
	cpSync(join(build, 'district', district), join(dir, name), { recursive: true });
	return join(dir, name);
};

const took = [];
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	test(`${signal} stops everything that was started`, async () => {
		const data = copy(`signal-${signal}`);
		const port = await freePort();
		const run = serve({ VAR: data, PORT: String(port) });
		await run.ready;
		assert.match(run.out, new RegExp(`http://127.0.0.1:${port}/`), run.err);
		assert.match(run.out, /\/gkht/);
		assert.ok(using(data));
		const since = Date.now();
		run.child.kill(signal);
		await run.ended;
		took.push(Date.now() - since);
		assert.equal(using(data), '', 'a process is left');
		assert.deepEqual(readdirSync(join(data, 'run')).filter((f) => f.endsWith('.sock')), []);
		await assert.rejects(fetch(`http://127.0.0.1:${port}/`));
	});
}

test('what has ended is not waited for: the quickest stop, of a busy machine', () => {
	assert.ok(Math.min(...took) < 1500, `${took} ms`);
});

test('a second start is up within 5 seconds; two sites run side by side', async () => {
	const [a, b] = [copy('side-a'), copy('side-b')];
	const runs = [];
	for (const data of [a, b]) {
		const begun = Date.now();
		const run = serve({ VAR: data, PORT: String(await freePort()) });
		await run.ready;
		assert.equal(run.code, null, run.err);
		assert.ok(Date.now() - begun < 5000, `${Date.now() - begun} ms`);
		runs.push(run);
	}
	for (const run of runs)
		run.child.kill('SIGTERM');
	await Promise.all(runs.map((r) => r.ended));
});

test('the first start makes the demo district, DEMO=0 an empty one', async () => {
	const data = join(dir, 'fresh');
	const run = serve({ VAR: data, PORT: String(await freePort()), DEMO: '0' });
	await run.ready;
	assert.equal(run.code, null, run.err);
	assert.ok(existsSync(join(data, 'xxgk.db')));
	run.child.kill('SIGTERM');
	await run.ended;
	const n = execFileSync('sqlite3', [join(data, 'xxgk.db'), 'SELECT (SELECT COUNT(*) FROM unit), (SELECT COUNT(*) FROM category) > 20'], { encoding: 'utf8' });
	assert.equal(n.trim(), '0|1');
});

test('an interrupted first start is done again', async () => {
	const data = join(dir, 'half');
	const first = serve({ VAR: data, PORT: String(await freePort()), DEMO: '1' }, /Creating/);
	await first.ready;
	await new Promise((done) => setTimeout(done, 700));
	first.child.kill('SIGTERM');
	await first.ended;
	assert.equal(using(data), '');
	const again = serve({ VAR: data, PORT: String(await freePort()), DEMO: '1' });
	await again.ready;
	assert.equal(again.code, null, again.err);
	again.child.kill('SIGTERM');
	await again.ended;
	const n = execFileSync('sqlite3', [join(data, 'xxgk.db'), 'SELECT COUNT(*) FROM unit'], { encoding: 'utf8' });
	assert.equal(n.trim(), '60');
});

async function refuses(env, line) {
	const run = serve(env);
	const code = await run.ended;
	assert.notEqual(code, 0);
	const said = run.err.trim().split('\n').filter(Boolean);
	assert.ok(said.length <= 2, `more than a line: ${run.err}`);
	assert.match(run.err, line);
	return run;
}

test('a used port', async () => {
	const data = copy('port');
	const server = createServer().listen(0, '127.0.0.1');
	await new Promise((done) => server.on('listening', done));
	await refuses({ VAR: data, PORT: String(server.address().port) }, /port/i);
	server.close();
	assert.equal(using(data), '');
});

test('a folder that cannot be written', { skip: process.getuid() === 0 && !existsSync('/proc/sys') }, async () => {
	// root writes anywhere but below a file
	writeFileSync(join(dir, 'file'), '');
	await refuses({ VAR: join(dir, 'file', 'var'), PORT: String(await freePort()) }, /VAR=.*write/);
});

test('an unknown key in the configuration', async () => {
	const data = copy('key');
	appendFileSync(join(data, 'xxgk.conf'), '\nno_such_key = 1\n');
	await refuses({ VAR: data, PORT: String(await freePort()) }, /no_such_key/);
	assert.equal(using(data), '');
});

test('a folder with something else in it', async () => {
	const data = join(dir, 'other');
	mkdirSync(data);
	writeFileSync(join(data, 'precious.txt'), 'x');
	await refuses({ VAR: data, PORT: String(await freePort()) }, /other things|empty/);
	assert.ok(existsSync(join(data, 'precious.txt')));
});

test('a template with a fault stops the start with file and line', async () => {
	const data = copy('template');
	const templates = join(dir, 'templates');
	cpSync(join(top, 'templates'), templates, { recursive: true });
	appendFileSync(join(templates, 'portal/home.cs'), '\n<p class=<?cs var:Page.Title ?>>x</p>\n');
	execFileSync('sed', ['-i', `s|^templates *=.*|templates = ${templates}|`, join(data, 'xxgk.conf')]);
	const run = serve({ VAR: data, PORT: String(await freePort()) });
	assert.notEqual(await run.ended, 0);
	assert.match(run.err, /portal\/home\.cs:\d+/);
	assert.equal(using(data), '');
});

test('a worker that is killed is replaced, and nothing is lost', async () => {
	const site = await start({ district: 'demo' });
	const workers = () => execFileSync('pgrep', ['-f', `portal.fcgi -c ${site.data}`], { encoding: 'utf8' }).trim().split('\n').map(Number)
		.filter((pid) => execFileSync('cat', [`/proc/${pid}/comm`], { encoding: 'utf8' }).trim() === 'portal.fcgi');
	const old = workers();
	assert.equal(old.length, 2);
	for (const pid of old) {
		process.kill(pid, 'SIGKILL');
		await new Promise((done) => setTimeout(done, 300));
	}
	const now = workers();
	assert.equal(now.length, 2);
	assert.ok(now.every((pid) => !old.includes(pid)));
	assert.equal((await fetch(`${site.url}/`)).status, 200);
	await site.stop();
});
