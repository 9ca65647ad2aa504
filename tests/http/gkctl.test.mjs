// The operator's command line: init, units, accounts, demo, backup, verify.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { build, top } from '../site.mjs';

const program = join(build, 'gkctl');
const sqlDir = join(top, 'sql');
let dir, demo, empty;

function run(args, options = {}) {
	const r = spawnSync(program, args, { encoding: 'utf8', input: '', ...options });
	return { code: r.status, out: r.stdout, err: r.stderr };
}
function good(args) {
	const r = run(args);
	assert.equal(r.code, 0, `gkctl ${args.join(' ')}: ${r.err}`);
	return r.out;
}
function bad(args, line) {
	const r = run(args);
	assert.notEqual(r.code, 0, `gkctl ${args.join(' ')} should have failed`);
	assert.match(r.err, line);
	return r;
}
const conf = (data) => join(data, 'xxgk.conf');
const on = (data, ...args) => good(['-c', conf(data), ...args]);
const off = (data, line, ...args) => bad(['-c', conf(data), ...args], line);
const sql = (data, text) => execFileSync('sqlite3', [join(data, 'xxgk.db'), text], { encoding: 'utf8' }).trim();
const mode = (path) => statSync(path).mode & 0o777;
const init = (name, ...more) => {
	good(['init', join(dir, name), '--set', `sql=${sqlDir}`, ...more]);
	return join(dir, name);
};
const copyOf = (data, name) => {
	cpSync(data, join(dir, name), { recursive: true });
	return join(dir, name);
};

before(() => {
	dir = mkdtempSync(join(tmpdir(), 'xxgk-gkctl-'));
	demo = init('demo');
	on(demo, 'demo');
	empty = init('empty');
});
after(() => rmSync(dir, { recursive: true, force: true }));

test('init makes a closed folder with key, configuration and base data', () => {
	assert.equal(mode(empty), 0o700);
	assert.equal(mode(join(empty, 'secret.key')), 0o600);
	for (const name of ['files', 'tmp', 'run'])
		assert.equal(mode(join(empty, name)), 0o700);
	assert.match(readFileSync(conf(empty), 'utf8'), new RegExp(`^sql = ${sqlDir}$`, 'm'));
	assert.equal(sql(empty, 'SELECT COUNT(*) FROM unit'), '0');
	assert.equal(sql(empty, "SELECT COUNT(*) FROM vocabulary WHERE list = 'theme'"), '22');
	assert.equal(sql(empty, "SELECT COUNT(*) FROM vocabulary WHERE list = 'kind'"), '16');
	assert.equal(sql(empty, "SELECT COUNT(*) FROM category WHERE code LIKE 'a20-%' AND depth = 1"), '15');
	assert.equal(sql(empty, "SELECT COUNT(*) FROM category WHERE parent_id IS NULL"), '4');
	assert.equal(sql(empty, "SELECT kind FROM holiday WHERE day = '2026-10-10'"), 'work');
});

test('all libraries are in it, and it lies at another address each time', { skip: /asan/.test(build) }, () => {
	const file = execFileSync('readelf', ['--wide', '--file-header', '--dynamic', program], { encoding: 'utf8' });
	assert.match(file, /Type: +DYN/);
	assert.match(file, /FLAGS_1.*NOW PIE/);
	assert.doesNotMatch(file, /\(NEEDED\)/);
});

test('init again keeps everything that is there', () => {
	const data = init('again', '--set', 'site_name=第一次');
	const key = readFileSync(join(data, 'secret.key'));
	on(data, 'unit', 'add', '宝坻区教育局');
	sql(data, "UPDATE vocabulary SET name = '改过的' WHERE list = 'kind' AND name = '其他'");
	const out = good(['init', data, '--set', 'site_name=第二次']);
	assert.match(out, /no effect/);
	assert.deepEqual(readFileSync(join(data, 'secret.key')), key);
	assert.match(readFileSync(conf(data), 'utf8'), /第一次/);
	assert.match(on(data, 'unit', 'list'), /jyj/);
	assert.equal(sql(data, 'SELECT COUNT(*) FROM category'), sql(empty, 'SELECT COUNT(*) FROM category'));
});

test('init refuses what cannot work, in one line', () => {
	bad(['init'], /init DIR/);
	bad(['init', join(dir, 'x'), '--set', 'sql'], /KEY=VALUE/);
	bad(['init', join(dir, 'x'), '--set', 'no_such_key=1'], /no_such_key/);
	writeFileSync(join(dir, 'file'), '');
	bad(['init', join(dir, 'file')], /file/);
	bad(['init', '/proc/no/such'], /\/proc\/no/);
});

test('commands say what they need', () => {
	bad([], /no command/);
	bad(['bogus'], /no such command/);
	bad(['demo'], /-c CONF/);
	bad(['-c', join(dir, 'missing'), 'demo'], /missing/);
	assert.match(good(['help']), /backup DIR/);
	assert.match(good(['config']), /^data = /m);
	const data = copyOf(empty, 'unknown-key');
	appendFileSync(conf(data), 'no_such_key = 1\n');
	off(data, /no_such_key/, 'unit', 'list');
});

test('unit add suggests codes and refuses clashes', () => {
	const data = copyOf(empty, 'units');
	let out = on(data, 'unit', 'add', '宝坻区霍各庄镇人民政府');
	assert.match(out, /^free codes: hgzz /);
	assert.match(out, /hgzz001 +admin +initial password 111111\n +hgzz002 +entry .*\n +hgzz003 +review /);
	out = on(data, 'unit', 'add', '宝坻区郝各庄镇人民政府');
	assert.match(out, /added hgzz2 .* \(town\)/);
	const r = off(data, /the code is taken/, 'unit', 'add', '宝坻区海滨街道办事处', '--code', 'hgzz');
	assert.match(r.err, /free codes: hbjd/);
	off(data, /the name is taken/, 'unit', 'add', '宝坻区霍各庄镇人民政府', '--code', 'other');
	off(data, /the code must be/, 'unit', 'add', '测试局', '--code', 'a-b');
	off(data, /--kind is/, 'unit', 'add', '测试局', '--kind', 'village');
	off(data, /name is missing/, 'unit', 'add');
	off(data, /needs a value/, 'unit', 'add', '测试局', '--code');
	on(data, 'unit', 'add', '宝坻区人民政府办公室', '--code', 'zfb', '--short', '区政府办公室', '--supervising');
	assert.match(on(data, 'unit', 'list'), /^zfb\tdepartment\t区政府办公室\t宝坻区人民政府办公室\tsupervising$/m);
	assert.match(on(data, 'unit', 'suggest', '宝坻区朝霞街道办事处'), /^zxjd\n/);
});

test('random initial passwords by configuration', () => {
	const data = init('random', '--set', 'random_initial=yes');
	const out = on(data, 'unit', 'add', '宝坻区教育局');
	const shown = out.match(/initial password (\S+)/)[1];
	assert.equal(shown.length, 12);
	assert.notEqual(on(data, 'user', 'reset', 'jyj002').trim().split(' ').pop(), shown);
});

test('user list, reset, enable, disable', () => {
	const data = copyOf(empty, 'users');
	on(data, 'unit', 'add', '宝坻区教育局');
	assert.equal(on(data, 'user', 'list').trim().split('\n').length, 3);
	assert.match(on(data, 'user', 'disable', 'jyj002'), /disabled/);
	assert.match(on(data, 'user', 'list', 'jyj'), /^jyj002\tentry\t.*\tdisabled/m);
	assert.match(on(data, 'user', 'enable', 'jyj002'), /enabled/);
	assert.match(on(data, 'user', 'list', 'jyj'), /^jyj002\tentry\t.*\tenabled/m);
	assert.match(on(data, 'user', 'reset', 'jyj001'), /111111/);
	off(data, /only reset/, 'user', 'disable', 'jyj001');
	off(data, /not found/, 'user', 'reset', 'jyj004');
	off(data, /not found/, 'user', 'list', 'nosuch');
	assert.equal(sql(data, "SELECT COUNT(*) FROM audit WHERE login = 'operator' AND object = 'account'"), '3');
});

test('the demo district is whole', () => {
	const count = (text) => Number(sql(demo, text));
	assert.equal(count('SELECT COUNT(*) FROM unit'), 60);
	assert.equal(count("SELECT COUNT(*) FROM unit WHERE kind IN ('town', 'street')"), 24);
	assert.equal(count('SELECT COUNT(*) FROM account WHERE initial = 1'), 180);
	assert.equal(sql(demo, 'SELECT code FROM unit WHERE supervising = 1'), 'zfb');
	assert.ok(count('SELECT COUNT(*) FROM document') >= 280);
	for (const state of ['draft', 'submitted', 'approved', 'published', 'withdrawn', 'expired', 'deleted'])
		assert.ok(count(`SELECT COUNT(*) FROM document WHERE state = '${state}'`) > 0, state);
	assert.ok(count("SELECT COUNT(*) FROM document WHERE returned <> ''") > 0);
	assert.ok(count("SELECT COUNT(*) FROM revision WHERE number > 1 AND published <> ''") > 10);
	for (const openness of ['request', 'closed'])
		assert.ok(count(`SELECT COUNT(*) FROM revision WHERE openness = '${openness}'`) > 0);
	for (const code of ['guide', 'a20-2-org'])
		assert.equal(count(`SELECT COUNT(DISTINCT l.unit_id) FROM listing l JOIN category c
		    ON c.id = l.category_id WHERE c.code = '${code}'`), 60);
	assert.equal(count('SELECT COUNT(DISTINCT year) FROM listing'), 3);
	assert.equal(count("SELECT COUNT(*) FROM revision WHERE published <> '' AND made_on > substr(published, 1, 10)"), 0);
	assert.equal(count('SELECT COUNT(*) FROM revision r JOIN holiday h ON h.day = r.made_on WHERE h.kind = \'off\''), 0);
	assert.equal(count("SELECT COUNT(*) FROM revision WHERE title LIKE '%{%' OR summary LIKE '%{%' OR body LIKE '%{%'"), 0);
	assert.match(sql(demo, "SELECT body_text FROM public_document WHERE title LIKE '%做好政府信息主动公开工作的通知'"),
		/【导入word文档】[^]*【申请处理】/);
	off(demo, /empty one/, 'demo');
});

test('the demo was made by steps of the right accounts, in order', () => {
	assert.equal(sql(demo, `SELECT COUNT(*) FROM document d JOIN audit a ON a.object = 'document'
	    AND a.object_id = d.id AND a.action = 'approve' AND a.account_id = d.entered_by`), '0');
	assert.equal(sql(demo, `SELECT COUNT(*) FROM (SELECT at, LAG(at) OVER (ORDER BY id) AS before
	    FROM audit WHERE object = 'document') WHERE at < before`), '0');
	assert.equal(sql(demo, `SELECT COUNT(*) FROM document a JOIN document b
	    ON a.publication < b.publication AND a.published > b.published`), '0');
	assert.equal(sql(demo, "SELECT COUNT(*) FROM audit WHERE at > strftime('%Y-%m-%dT%H:%M:%SZ', 'now')"), '0');
});

test('verify finds every kind of damage', () => {
	assert.match(on(demo, 'verify'), /all good/);
	const file = sql(demo, "SELECT sha256 FROM upload WHERE use = 'attachment' LIMIT 1");
	const path = (data) => join(data, 'files', file.slice(0, 2), file);
	let data = copyOf(demo, 'damaged');
	appendFileSync(path(data), 'x');
	off(data, new RegExp(`${file}.* is damaged`), 'verify');
	rmSync(path(data));
	off(data, new RegExp(`${file}.* is missing`), 'verify');
	data = copyOf(demo, 'damaged-text');
	sql(data, `UPDATE revision SET body = body || '<p>x</p>' WHERE id =
	    (SELECT revision_id FROM public_document LIMIT 1)`);
	off(data, /is not what was approved/, 'verify');
	data = copyOf(demo, 'damaged-list');
	sql(data, 'DELETE FROM listing WHERE document_id = (SELECT id FROM public_document LIMIT 1)');
	off(data, /run gkctl reindex/, 'verify');
	on(data, 'reindex');
	assert.match(on(data, 'verify'), /all good/);
	data = copyOf(demo, 'damaged-audit');
	sql(data, "DROP TRIGGER audit_no_update; UPDATE audit SET login = 'x' WHERE id = 5");
	off(data, /audit chain breaks at row 5/, 'verify');
	assert.deepEqual(readdirSync(join(data, 'tmp')), []);
});

// Everything is older than a day; only what nothing refers to goes.
test('files that nothing refers to are counted by verify and removed by daily, no other', () => {
	const data = copyOf(demo, 'strays');
	const names = () => execFileSync('find', ['files', '-type', 'f'], { cwd: data, encoding: 'utf8' }).trim().split('\n').sort();
	const before = names();
	const stray = (text, age) => {
		const name = createHash('sha256').update(text).digest('hex');
		mkdirSync(join(data, 'files', name.slice(0, 2)), { recursive: true });
		writeFileSync(join(data, 'files', name.slice(0, 2), name), text);
		execFileSync('touch', ['-d', age, join(data, 'files', name.slice(0, 2), name)]);
		return `files/${name.slice(0, 2)}/${name}`;
	};
	for (const name of before)
		execFileSync('touch', ['-d', '3 days ago', join(data, name)]);
	assert.match(on(data, 'verify'), /^\d+ checks, all good$/m);
	assert.match(on(data, 'strays'), /^0 files/);
	const old = stray('a killed upload', '2 days ago');
	const young = stray('an upload of this minute', '1 hour ago');
	assert.match(on(data, 'verify'), /^1 files that nothing refers to: gkctl daily removes them$/m);
	assert.ok(names().includes(old), 'verify removes nothing');
	assert.match(on(data, 'daily'), /purge: .* 1 files that nothing refers to/);
	assert.deepEqual(names(), [...before, young].sort());
	assert.match(on(data, 'verify'), /all good/);
	sql(data, 'UPDATE application_file SET sha256 = \'\'; DELETE FROM revision_image; UPDATE upload SET sha256 = lower(hex(randomblob(32)))');
	for (let k = 0; k < 101; k++)
		stray(`file ${k}`, '3 days ago');
	off(data, /\d+ files that nothing refers to, which is very many: is this the database of these files/, 'daily');
	assert.ok(before.every((name) => names().includes(name)), 'a database that is not of these files removes none');
});

test('backup and restore give a working folder', () => {
	const copy = join(dir, 'backup');
	const back = join(dir, 'restored');
	assert.match(on(demo, 'backup', copy), /secret key is not among/);
	assert.ok(!existsSync(join(copy, 'secret.key')));
	execFileSync('sha256sum', ['-c', '--quiet', 'MANIFEST'], { cwd: copy });
	assert.match(good(['restore', copy, back]), /new one was made/);
	assert.match(on(back, 'verify'), /all good/);
	assert.equal(sql(back, 'SELECT MAX(hash) FROM audit'), sql(demo, 'SELECT MAX(hash) FROM audit'));
	bad(['restore', copy, back], /File exists/);
	off(demo, /File exists/, 'backup', copy);

	const whole = join(dir, 'backup-key');
	on(demo, 'backup', whole, '--with-key');
	good(['restore', whole, join(dir, 'restored-key')]);
	assert.deepEqual(readFileSync(join(dir, 'restored-key', 'secret.key')), readFileSync(join(demo, 'secret.key')));
});

test('restore refuses a changed backup', () => {
	const copy = join(dir, 'backup-bad');
	on(demo, 'backup', copy);
	writeFileSync(join(copy, 'xxgk.conf'), 'site_name = x\n');
	bad(['restore', copy, join(dir, 'never')], /changed since the backup/);
	assert.ok(!existsSync(join(dir, 'never')));
	writeFileSync(join(copy, 'MANIFEST'), `${'0'.repeat(64)}  ../../etc/passwd\n`);
	bad(['restore', copy, join(dir, 'never')], /not a line of a backup/);
	mkdirSync(join(dir, 'nothing'));
	bad(['restore', join(dir, 'nothing'), join(dir, 'never')], /MANIFEST/);
});

test('word refuses what is not a Word document', () => {
	writeFileSync(join(dir, 'plain.docx'), 'just text');
	bad(['word', join(dir, 'plain.docx')], /is not a Word document/);
	bad(['word'], /word FILE/);
});

test('twenty thousand rows of a historical register, in time; one bad row stops it', () => {
	const data = copyOf(demo, 'register'), csv = join(data, 'register.csv');
	const day = (k) => new Date(Date.UTC(2019, 0, 2) + k * 86400e3).toISOString().slice(0, 10);
	const rows = ['unit,old_number,channel,received,kind,name,wish,result,closed,corrected,extended,review,suit,suit_after'];
	for (let k = 0; k < 20000; k++)
		rows.push(`${['czj', 'zfb', 'zjw'][k % 3]},${k},${['internet', 'post', 'fax', 'oral'][k % 4]},${day(k % 2400)},citizen,某人${k},第${k}项信息,granted,${day(k % 2400 + 20)},,,,,`);
	const before = Number(sql(data, 'SELECT COUNT(*) FROM application'));
	writeFileSync(csv, [...rows, 'czj,x,pigeon,2026-02-30,citizen,某人,信息,,,,,,,'].join('\r\n'));
	const r = off(data, /line 20002: channel [^]*1 bad rows, nothing was added/, 'import', 'applications', csv);
	assert.ok(!r.err.includes('某人'), 'nobody is named');
	writeFileSync(csv, rows.join('\r\n'));
	assert.match(on(data, 'import', 'applications', csv, '--dry-run'), /20000 would be added/);
	assert.equal(Number(sql(data, 'SELECT COUNT(*) FROM application')), before);
	const began = Date.now();
	on(data, 'import', 'applications', csv);
	const took = Date.now() - began;
	console.log(`# 20000 rows in ${took} ms`);
	assert.ok(took < 60000);
	assert.equal(Number(sql(data, 'SELECT COUNT(*) FROM application')), before + 20000);
	assert.match(on(data, 'import', 'applications', csv), /0 added, 20000 were there already/);
	assert.equal(sql(data, "SELECT COUNT(*) FROM application WHERE person LIKE '%某人%'"), '0');
});

test('daily forgets applicants whose time is over, keeps what is counted, and signs', () => {
	const data = copyOf(demo, 'daily');
	const old = "closed <> '' AND purged = ''";
	sql(data, `UPDATE application SET closed = '2020-01-02T00:00:00Z' WHERE ${old}`);
	const counted = () => sql(data, 'SELECT channel, state, result, COUNT(*) FROM application GROUP BY 1, 2, 3 ORDER BY 1, 2, 3');
	const before = counted();
	const n = sql(data, `SELECT COUNT(*) FROM application WHERE ${old}`);
	assert.ok(Number(n) > 5);
	const said = on(data, 'daily');
	assert.match(said, new RegExp(`^purge: ${n} applications`, 'm'));
	assert.match(said, /^register sign: /m);
	assert.equal(counted(), before, 'statistics survive');
	assert.equal(sql(data, `SELECT COUNT(*) FROM application WHERE closed <> '' AND (person <> '' OR applicant <> '' OR masked_name <> '' OR wish_name <> '' OR purged = '')`), '0');
	assert.notEqual(sql(data, "SELECT COUNT(*) FROM application WHERE closed = '' AND person <> ''"), '0', 'open ones stay');
	assert.match(on(data, 'daily'), /^purge: 0 applications/m);
	assert.match(on(data, 'verify'), /./);
	off(data, /takes no arguments/, 'daily', 'now');
	sql(data, 'DROP TABLE code_failure');
	const r = off(data, /1 of \d+ jobs failed/, 'daily');
	assert.match(r.out, /register sign: /, 'one that fails keeps none from its turn');
});
