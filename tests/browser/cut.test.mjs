// The network is cut, or every worker killed, in the middle of an upload, of
// a batch on its way up, of its import: nothing is there by halves, the page
// says what happened and keeps what was chosen, and once more is enough.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { csv, until, zip } from '../bulk.mjs';
import { adopt, faults, launch, open, PHONE } from '../browser.mjs';
import { fill } from '../citizen.mjs';
import { day, people } from '../office.mjs';
import { proxy } from '../proxy.mjs';
import { filled, start } from '../site.mjs';

const MB = 1024 * 1024, LONG = { timeout: 240000 };
let site, browser, zfb, line, dir;
before(async () => {
	site = await start();
	browser = await launch();
	zfb = await people(site);
	line = await proxy(site.port);
	dir = mkdtempSync(join(tmpdir(), 'xxgk-cut-'));
});
after(async () => {
	await browser?.close();
	await line?.stop();
	await site?.stop();
	rmSync(dir, { recursive: true, force: true });
});

async function at(path, options = {}) {
	const a = await open(browser, site, { baseURL: line.url, ...options });
	a.context.setDefaultTimeout(60000);
	await adopt(a.context, site, zfb.clerk);
	await a.page.goto(path);
	return a;
}
const count = (what) => site.sql(`SELECT count(*) n FROM ${what}`)[0].n;
const stored = () => readdirSync(join(site.data, 'files'), { recursive: true }).filter((n) => n.length > 64).sort().join('\n');
const left = () => readdirSync(join(site.data, 'files')).filter((n) => n.startsWith('.put-'));
const workers = () => readdirSync('/proc').filter((p) => /^\d+$/.test(p)).filter((p) => {
	try {
		return readFileSync(`/proc/${p}/cmdline`, 'utf8').includes(site.data) && readFileSync(`/proc/${p}/comm`, 'utf8').startsWith('gkht');
	} catch { return false; }
}).map(Number);
async function wait(what) {
	for (let k = 0; k < 3000; k++) {
		if (await what())
			return;
		await new Promise((then) => setTimeout(then, 50));
	}
	assert.fail(`never: ${what}`);
}
// Whoever wants to write waits, so that there is a middle to be killed in.
async function held(during) {
	const db = spawn('sqlite3', ['-cmd', '.timeout 10000', join(site.data, 'xxgk.db')]);
	const ended = new Promise((done) => db.on('exit', done));
	const began = new Promise((done) => db.stdout.on('data', (d) => String(d).includes('held') && done()));
	db.stdin.write("BEGIN IMMEDIATE; SELECT 'held';\n");
	await began;
	try {
		return await during();
	} finally {
		db.stdin.end('ROLLBACK;\n');
		await ended;
	}
}
// The workers with a request in hand: a connection beside the listening one;
// with an upload in hand: a file without a name.
const busy = (sign) => workers().filter((p) => {
	try {
		return readdirSync(`/proc/${p}/fd`).some((f) => f !== '0' && sign.test(readlinkSync(`/proc/${p}/fd/${f}`)));
	} catch { return false; }
});
async function killAll(sign = /\/tmp\/#/) {
	let was = [];
	await wait(() => {
		const now = busy(sign), stays = now.some((p) => was.includes(p));
		was = now;
		return stays;
	});
	for (const pid of workers())
		try { process.kill(pid, 'SIGKILL'); } catch { /* gone */ }
}
const pdf = (bytes) => Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(bytes, 0x20)]);
const row = (page) => page.getByRole('list', { name: '附件' }).getByRole('listitem').filter({ hasText: '大附件.pdf' });

test('an attachment of 20 MB: the line is cut, the workers are killed, 【重试】 sends it', LONG, async () => {
	const a = await at('/gkht/entry/new'), { page } = a;
	await page.getByLabel('信息名称').fill('断线也不丢的信息');
	const files = stored(), rows = count('upload');
	writeFileSync(join(dir, '大附件.pdf'), pdf(20 * MB));
	line.cutAfter(8 * MB);
	await page.locator('[data-attach]').setInputFiles(join(dir, '大附件.pdf'));
	await row(page).getByText(/上传失败：网络中断/).waitFor();
	assert.equal(line.cuts, 1);
	assert.deepEqual([stored(), count('upload'), left()], [files, rows, []]);
	assert.equal(await page.getByLabel('信息名称').inputValue(), '断线也不丢的信息');
	assert.deepEqual(await faults(page), []);
	line.mend();
	const since = Date.now();
	await held(async () => {
		await row(page).getByRole('button', { name: '重试' }).click();
		await killAll();
		await row(page).getByText(/上传失败：系统刚刚中断，正在恢复/).waitFor();
	});
	assert.ok(Date.now() - since < 30000, 'nobody waits for the web server to give up');
	assert.deepEqual([count('upload'), left()], [rows, []]);
	await page.setViewportSize(PHONE);
	assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
	await row(page).getByRole('button', { name: '重试' }).click();
	await row(page).getByText('20.0 MB', { exact: true }).waitFor();
	await page.keyboard.press('Control+s');
	await page.getByText(/已保存 \d\d:\d\d/).waitFor();
	assert.equal(count("attachment t JOIN revision r ON r.id = t.revision_id WHERE r.title = '断线也不丢的信息'"), 1);
	assert.equal(count("document d JOIN revision r ON r.id = d.revision_id WHERE r.title = '断线也不丢的信息'"), 1);
	assert.equal(count('upload'), rows + 1);
	assert.deepEqual(a.wrong, []);
	await a.close();
});

test('the first 【保存】 of a new one, whose answer is lost: sent again it is the same draft', LONG, async () => {
	const a = await at('/gkht/entry/new'), { page } = a;
	const drafts = () => count("document d JOIN revision r ON r.id = d.revision_id WHERE r.title LIKE '答复丢了的信息%'");
	await page.getByLabel('信息名称').fill('答复丢了的信息');
	line.cutAnswer('/gkht/entry/new HTTP');
	await page.keyboard.press('Control+s');
	await page.getByText('网络中断，内容还在这里，请重试。').waitFor();
	assert.equal(drafts(), 1, 'it arrived, though nobody was told');
	line.mend();
	await page.getByLabel('信息名称').fill('答复丢了的信息，又改了');
	// kept meanwhile, and opened anew from what was kept
	await page.waitForURL(/entry\/new\?copy=/);
	await page.getByText(/已自动保存 \d\d:\d\d/).waitFor();
	await page.reload();
	assert.equal(await page.getByLabel('信息名称').inputValue(), '答复丢了的信息，又改了');
	await page.keyboard.press('Control+s');
	await page.getByText(/已保存 \d\d:\d\d/).waitFor();
	assert.match(page.url(), /\/gkht\/entry\/\d+$/);
	assert.equal(drafts(), 1);
	assert.equal(count("revision WHERE title = '答复丢了的信息，又改了'"), 1);
	assert.equal(count("working_copy WHERE title LIKE '答复丢了的信息%'"), 0);
	assert.deepEqual(a.wrong, []);
	await a.close();
});

test('without script: the page of the error is ours, comes at once, and saving again saves once', LONG, async () => {
	const page = await zfb.clerk.get('/gkht/entry/new');
	const fields = [...filled(page.form('/gkht/entry/new'), { act: 'save', title: '没有脚本也一样' }), ['file', new Blob([pdf(20 * MB)]), '大附件二.pdf']];
	const since = Date.now();
	const answer = await held(async () => {
		const sent = zfb.clerk.post('/gkht/entry/new', fields, { multipart: true });
		await killAll();
		return sent;
	});
	assert.ok(Date.now() - since < 30000);
	assert.equal(answer.status, 502);
	assert.match(answer.plain, /系统刚刚中断，正在恢复 如果您刚才正在提交内容或者上传文件，很可能没有保存。请点浏览器的“返回”/);
	assert.equal(count("revision WHERE title = '没有脚本也一样'"), 0);
	await wait(() => site.answers());
	assert.equal((await zfb.clerk.post('/gkht/entry/new', fields, { multipart: true })).status, 303);
	assert.equal(count("revision WHERE title = '没有脚本也一样'"), 1);
	assert.equal(count("attachment t JOIN revision r ON r.id = t.revision_id WHERE r.title = '没有脚本也一样'"), 1);
});

// A citizen's line: cut when so many bytes are up, or with the answer.  The
// browser shows its own page of the error, and sends again what was typed when
// that is loaded anew.
async function lost(page, button, cut) {
	cut();
	await button.click({ noWaitAfter: true });
	await wait(() => page.evaluate(() => location.protocol === 'chrome-error:').catch(() => false));
	line.mend();
}

test('依申请公开: cut on the way up, cut on the way back; nothing typed is lost, and it is one application', LONG, async () => {
	const citizen = site.visitor();
	await fill(citizen, 'czj', {}, 'contact');
	const { page, context, wrong, close } = await open(browser, site, { baseURL: line.url });
	await adopt(context, site, citizen);
	const next = page.getByRole('button', { name: '保存并继续' }), name = page.getByLabel('信息名称');
	await page.goto('/apply/form/wish');
	await name.fill('断线时写的信息名称');
	await lost(page, next, () => line.cutAfter(0));
	await page.reload();
	await page.waitForURL('**/apply/form/delivery');
	await page.goto('/apply/form/wish');
	assert.equal(await name.inputValue(), '断线时写的信息名称', 'not sent at first');
	await name.fill('断线时写的另一个名称');
	await lost(page, next, () => line.cutAnswer('/apply/form/wish'));
	await page.goto('/apply/form/wish');
	assert.equal(await name.inputValue(), '断线时写的另一个名称', 'sent: it is kept');
	await next.click();
	await page.getByRole('radio', { name: /电子邮件/ }).check();
	await page.getByRole('radio', { name: /电子文档/ }).check();
	await next.click();
	await page.getByText('浏览器已经验证').waitFor();
	const all = count('application'), send = page.getByRole('button', { name: '提交', exact: true });
	await lost(page, send, () => line.cutAnswer('/apply/form/check'));
	assert.equal(count('application'), all + 1, 'it arrived, though nobody was told');
	await page.reload();
	await page.getByRole('heading', { level: 1, name: '已收到您的申请' }).waitFor();
	assert.equal(count('application'), all + 1);
	assert.deepEqual(wrong, []);
	await close();
});

test('找错: sent again after its answer was lost it is one, with its number and code', LONG, async () => {
	const { page, wrong, close } = await open(browser, site, { baseURL: line.url });
	const words = page.getByLabel('错在哪里'), send = page.getByRole('button', { name: '提交', exact: true }), all = count('feedback');
	await page.goto('/feedback');
	await words.fill('断线时写的错误');
	await page.waitForTimeout(3100);	// as long as a person looks at it
	await lost(page, send, () => line.cutAnswer('/feedback'));
	assert.equal(count('feedback'), all + 1);
	await page.reload();
	await page.getByText(/ZC-[A-Z]+-\d{4}-\d{5}/).first().waitFor();
	assert.equal(count('feedback'), all + 1);
	assert.deepEqual(wrong, []);
	await close();
});

test('a ZIP of a batch on its way up, its answer on the way back, and its import', LONG, async () => {
	const rows = [1, 2, 3].map((k) => ({ 信息名称: `断线的批次 ${k}`, 信息种类: '公告公示', 生成日期: day(-1), 内容概述: '一句话', 附件: '附件.pdf' }));
	writeFileSync(join(dir, '批次.zip'), zip([['表.csv', csv(rows)], ['附件.pdf', pdf(8 * MB)]]));
	const a = await at('/gkht/entry/bulk'), { page } = a;
	const form = page.locator('form[data-send]'), button = page.getByRole('button', { name: '上传并检查' });
	const files = stored(), bulks = count('bulk');
	await page.getByLabel('上传填好的表或 ZIP').setInputFiles(join(dir, '批次.zip'));
	line.cutAfter(3 * MB);
	await button.click();
	await form.getByText(/网络中断，没有得到答复。选好的文件还在/).waitFor();
	assert.deepEqual([stored(), count('bulk'), left()], [files, bulks, []]);
	assert.deepEqual(await faults(page), []);
	// taken, but nobody is told
	line.mend();
	line.cutAnswer('/gkht/entry/bulk');
	await button.click();
	await wait(() => count('bulk') === bulks + 1);
	await form.getByText(/网络中断，没有得到答复/).waitFor();
	line.mend();
	await button.click();
	await page.waitForURL(/\/gkht\/entry\/bulk\/\d+$/);
	assert.equal(count('bulk'), bulks + 1, 'the same one');
	const id = Number(/\d+$/.exec(page.url())[0]);
	await until(site, id, 'checked', true);
	await page.getByRole('button', { name: '导入 3 条' }).waitFor();
	// the import: killed before it is decided, then cut after
	await held(async () => {
		await page.getByRole('button', { name: '导入 3 条' }).click();
		await killAll(/^socket:/);
		await page.getByText(/系统刚刚中断，正在恢复。请检查网络，再点一次。已经收到的不会重复导入/).waitFor();
	});
	assert.equal(site.sql(`SELECT state FROM bulk WHERE id = ${id}`)[0].state, 'checked');
	line.cutAnswer(`/gkht/entry/bulk/${id}`);
	await page.getByRole('button', { name: '导入 3 条' }).click();
	await page.getByText(/网络中断，没有得到答复。请检查网络，再点一次/).waitFor();
	line.mend();
	await page.getByRole('button', { name: '导入 3 条' }).click();
	await until(site, id, 'imported', true);
	await page.getByText('已导入 3 条草稿').waitFor();
	assert.equal(count("revision WHERE title LIKE '断线的批次%'"), 3);
	assert.equal(count(`audit WHERE object = 'bulk' AND object_id = ${id} AND action = 'bulk_import'`), 1);
	assert.equal(site.sql('PRAGMA integrity_check')[0].integrity_check, 'ok');
	assert.match(site.gkctl('verify'), /all good/);
	assert.deepEqual(a.wrong, []);
	await a.close();
});
