// site.mjs - a whole running site for one test file: its own copy of the
// demo district, its own nginx and workers on a free port, gone afterwards.
import { spawn, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const top = resolve(dirname(fileURLToPath(import.meta.url)), '..');
export const build = resolve(top, process.env.B || 'build');
export const PASSWORD = 'Gongkai-2026';

export function freePort() {
	return new Promise((done, fail) => {
		const s = createServer();
		s.on('error', fail);
		s.listen(0, '127.0.0.1', () => {
			const { port } = s.address();
			s.close(() => done(port));
		});
	});
}

// district: 'demo' or 'empty', made once by the Makefile before the tests.
export async function start({ district = 'demo', workers = 2, set = [] } = {}) {
	const dir = mkdtempSync(join(tmpdir(), 'xxgk-test-'));
	const data = join(dir, 'var');
	cpSync(join(build, 'district', district), data, { recursive: true });
	const site = new Site(dir, data, workers);
	// What is asked for is what there is now, unless a test is about that.
	for (const line of ['page_seconds = 0', ...set])
		site.configure(line);
	await site.up();
	return site;
}

// A child of the reader of attachments comes and goes at any moment.
function proc(pid, name) {
	try {
		return readFileSync(`/proc/${pid}/${name}`, 'utf8').trim();
	} catch {
		return '';
	}
}

export class Site {
	constructor(dir, data, workers) {
		Object.assign(this, { dir, data, workers, output: '' });
	}

	configure(line) {
		const file = join(this.data, 'xxgk.conf');
		const key = line.split('=')[0].trim();
		execFileSync('sed', ['-i', `s|^${key} *=.*|${line}|`, file]);
	}

	async up() {
		this.port = await freePort();
		this.url = `http://127.0.0.1:${this.port}`;
		this.child = spawn(join(top, 'deploy/serve.sh'), [], {
			env: {
				...process.env, B: build, VAR: this.data,
				PORT: String(this.port), WORKERS: String(this.workers),
			},
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		for (const stream of [this.child.stdout, this.child.stderr])
			stream.on('data', (d) => { this.output += d; });
		this.ended = new Promise((done) => this.child.on('exit', done));
		let over = false;
		this.ended.then(() => { over = true; });
		for (let k = 0; k < 300; k++) {
			if (over)
				throw new Error(`the site did not start:\n${this.output}`);
			if (await this.answers())
				return;
			await new Promise((done) => setTimeout(done, 50));
		}
		throw new Error(`the site does not answer:\n${this.output}`);
	}

	async answers() {
		try {
			const [a, b] = await Promise.all([fetch(`${this.url}/`),
				fetch(`${this.url}/gkht/login`)]);
			return a.status === 200 && b.status === 200;
		} catch {
			return false;
		}
	}

	async stop() {
		this.child.kill('SIGTERM');
		await this.ended;
		rmSync(this.dir, { recursive: true, force: true });
	}

	gkctl(...words) {
		return execFileSync(join(build, 'gkctl'),
			['-c', join(this.data, 'xxgk.conf'), ...words],
			{ encoding: 'utf8' });
	}

	// Rows of a query, each an array of text; for looking behind the pages.
	sql(text) {
		const out = execFileSync('sqlite3', ['-cmd', '.timeout 10000', '-json', join(this.data, 'xxgk.db'), text],
			{ encoding: 'utf8', maxBuffer: 1 << 28 });
		return out.trim() === '' ? [] : JSON.parse(out);
	}

	// CPU milliseconds of a program's workers: others use this machine too.
	cpu(program, pid = this.child.pid) {
		const own = proc(pid, 'comm') === `${program}.fcgi` ? Number(proc(pid, 'schedstat').split(' ')[0]) / 1e6 : 0;
		return proc(pid, `task/${pid}/children`).split(' ').filter(Boolean).reduce((sum, kid) => sum + this.cpu(program, kid), own);
	}

	temporaryFiles() {
		return readdirSync(join(this.data, 'tmp'));
	}

	visitor() {
		return new Visitor(this);
	}

	// Logged in, with the initial password already changed.
	async staff(login) {
		const v = new Visitor(this);
		await v.login(login);
		return v;
	}
}

// One browser without script: cookies, forms with their token, no redirects
// followed unless asked.
export class Visitor {
	constructor(site) {
		Object.assign(this, { site, jar: new Map(), csrf: '' });
	}

	async send(method, path, { body, headers = {}, follow = false } = {}) {
		const ask = () => fetch(this.site.url + path, {
			method, body, redirect: 'manual',
			headers: { cookie: [...this.jar].map(([k, v]) => `${k}=${v}`).join('; '), ...headers },
		});
		// a connection that the server let go while it was idle: nothing was sent
		const res = await ask().catch((e) => { if (e.cause?.code !== 'EPIPE') throw e; return ask(); });
		for (const line of res.headers.getSetCookie()) {
			const [pair] = line.split(';');
			const k = pair.slice(0, pair.indexOf('='));
			const v = pair.slice(pair.indexOf('=') + 1);
			if (v === '' || /max-age=0/i.test(line))
				this.jar.delete(k);
			else
				this.jar.set(k, v);
		}
		const text = method === 'HEAD' ? '' : await res.text();
		const token = /name="csrf" value="([^"]*)"/.exec(text);
		if (token)
			this.csrf = token[1];
		const page = new Page(res, text);
		if (follow && page.location)
			return this.send('GET', page.location, { follow });
		return page;
	}

	get(path, options) { return this.send('GET', path, options); }
	follow(path) { return this.send('GET', path, { follow: true }); }

	// fields: [name, value] pairs or an object; a Blob value is a file.
	post(path, fields = {}, { csrf = this.csrf, multipart = false, ...options } = {}) {
		const pairs = Array.isArray(fields) ? [...fields] : Object.entries(fields);
		if (csrf !== null)
			pairs.unshift(['csrf', csrf]);
		let body = new URLSearchParams();
		if (multipart) {
			body = new FormData();
			for (const [k, v, name] of pairs)
				v instanceof Blob ? body.append(k, v, name) : body.append(k, v);
		} else {
			for (const [k, v] of pairs)
				body.append(k, v);
		}
		return this.send('POST', path, { body, ...options });
	}

	async login(login, password = PASSWORD) {
		await this.get('/gkht/login');
		let page = await this.post('/gkht/login', { login, password });
		if (page.status !== 303) {
			page = await this.post('/gkht/login', { login, password: '111111' });
			if (page.status !== 303)
				throw new Error(`${login} cannot log in: ${page.status}`);
			await this.get('/gkht/password');
			page = await this.post('/gkht/password',
				{ old: '111111', new: password, again: password });
			if (page.status !== 303)
				throw new Error(`${login} cannot change the password: ${page.status} ${page.text}`);
		}
		this.name = login;
		await this.follow('/gkht/');
		return page;
	}
}

export class Page {
	constructor(res, text) {
		Object.assign(this, { status: res.status, headers: res.headers, text });
		this.location = res.headers.get('location') || '';
	}

	get title() { return plain((/<title>([^<]*)/.exec(this.text) || [])[1] || ''); }
	get links() { return [...this.text.matchAll(/\shref="([^"]*)"/g)].map((m) => plain(m[1])); }
	get plain() {
		return plain(this.text.replace(/<(script|style)\b.*?<\/\1>/gs, '').replace(/<[^>]*>/g, ' '));
	}

	// The fields a browser would send with the form posting to that address:
	// [name, value] pairs, without the buttons.
	form(action) {
		for (const [, head, inside] of this.text.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs))
			if (attribute(head, 'action') === action && attribute(head, 'method') === 'post')
				return fields(inside);
		throw new Error(`no form to ${action} on ${this.title}`);
	}

	value(name) {
		const m = new RegExp(`name="${name}"[^>]*\\svalue="([^"]*)"`).exec(this.text)
			|| new RegExp(`value="([^"]*)"[^>]*\\sname="${name}"`).exec(this.text);
		return m ? plain(m[1]) : '';
	}
}

function attribute(tag, name) {
	const m = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
	return m ? plain(m[1]) : null;
}

function fields(inside) {
	const pairs = [];
	const tags = /<input\b([^>]*)>|<textarea\b([^>]*)>(.*?)<\/textarea>|<select\b([^>]*)>(.*?)<\/select>/gs;
	for (const [, input, area, text, select, options] of inside.matchAll(tags)) {
		const tag = input ?? area ?? select;
		const name = attribute(tag, 'name');
		if (name === null || name === 'csrf' || /\sdisabled/.test(tag))
			continue;
		if (area !== undefined) {
			pairs.push([name, text.replace(/^\n/, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>')
				.replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&')]);
		} else if (select !== undefined) {
			const all = [...options.matchAll(/<option\b([^>]*)>/g)];
			const chosen = all.find(([, o]) => /\sselected/.test(o)) || all[0];
			pairs.push([name, chosen ? attribute(chosen[1], 'value') ?? '' : '']);
		} else {
			const type = attribute(tag, 'type') || 'text';
			if (['submit', 'button', 'file', 'image'].includes(type))
				continue;
			if (['checkbox', 'radio'].includes(type) && !/\schecked/.test(tag))
				continue;
			pairs.push([name, attribute(tag, 'value') ?? '']);
		}
	}
	return pairs;
}

// Pairs with some of them set anew.
export function filled(pairs, values) {
	const kept = pairs.filter(([k]) => !(k in values));
	for (const [k, v] of Object.entries(values))
		for (const one of Array.isArray(v) ? v : [v])
			kept.push([k, one]);
	return kept;
}

export function plain(html) {
	return html.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"')
		.replace(/&#39;/g, "'").replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim();
}

// The route tables as the programs have them.
export function routes(program) {
	const out = execFileSync(join(build, `${program}.routes`), { encoding: 'utf8' });
	return out.trim().split('\n').map((line) => {
		const [method, path, who, flags, fields] = line.split('\t');
		return { method, path, who: who.split(','), flags: flags.split(','), fields: (fields || '').split(',').filter(Boolean) };
	});
}
