// Files let go on the form: refused, stopped, renamed and put in order by
// mouse and by keyboard; and a decision in whose middle the worker is killed.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { adopt, faults, launch, open } from '../browser.mjs';
import { inState, people, state } from '../office.mjs';
import { start } from '../site.mjs';

const MB = 1024 * 1024;
let site, browser, zfb;
before(async () => {
	site = await start();
	browser = await launch();
	zfb = await people(site);
});
after(async () => {
	await browser?.close();
	await site?.stop();
});

async function at(who, path) {
	const a = await open(browser, site);
	a.context.setDefaultTimeout(60000);	// a cold editor on a busy machine
	await adopt(a.context, site, zfb[who]);
	await a.page.goto(path);
	return a;
}
const files = (page) => page.getByRole('list', { name: '附件' }).getByRole('listitem');
const workers = () => readdirSync('/proc').filter((p) => /^\d+$/.test(p)).filter((p) => {
	try {
		return readFileSync(`/proc/${p}/cmdline`, 'utf8').includes(site.data) && readFileSync(`/proc/${p}/comm`, 'utf8').startsWith('gkht');
	} catch { return false; }
}).map(Number);
// as kill -9 does, and the site is there again
async function killWorkers() {
	const gone = workers();
	assert.ok(gone.length > 0);
	for (const pid of gone)
		try { process.kill(pid, 'SIGKILL'); } catch { /* by itself */ }
	await until(() => workers().some((p) => !gone.includes(p)));
	await until(() => site.answers());
}
async function until(what) {
	for (let k = 0; k < 600; k++) {
		if (await what())
			return;
		await new Promise((then) => setTimeout(then, 100));
	}
	assert.fail(`never: ${what}`);
}

const csv = (name, size = 20) => ({ name, size });
// Files as they come out of a folder, let go on the form.
async function drop(page, list) {
	const data = await page.evaluateHandle((made) => {
		const d = new DataTransfer();
		for (const f of made)
			d.items.add(new File([f.name.endsWith('.pdf') ? '%PDF-1.4\n' : '', new Uint8Array(f.size).fill(0x20)], f.name, { type: 'application/octet-stream' }));
		return d;
	}, list);
	const dialog = page.getByRole('dialog', { name: '内容表添加' });
	await dialog.dispatchEvent('dragover', { dataTransfer: data });
	assert.match(await dialog.getAttribute('class'), /dropping/);
	await dialog.dispatchEvent('drop', { dataTransfer: data });
	assert.doesNotMatch(await dialog.getAttribute('class'), /dropping/);
	await data.dispose();
}
// The way up is slow, so that there is a middle.
async function line(a) {
	const session = await a.context.newCDPSession(a.page);
	const set = (uploadThroughput) => session.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput });
	return { slow: (bytes) => set(bytes), fast: () => set(-1) };
}
const order = (page) => files(page).locator('span[id]').evaluateAll((l) => l.map((e) => e.firstChild.textContent.trim()));

test('several files dropped at once: one refused, one stopped, the rest renamed and put in order', { timeout: 180000 }, async () => {
	const a = await at('clerk', '/gkht/entry/new'), { page } = a;
	await page.frameLocator('iframe').locator('body').waitFor();
	const way = await line(a);
	await way.slow(MB);
	await drop(page, [csv('甲.csv'), csv('程序.exe'), csv('乙.csv'), csv('丙.csv'), { name: '大.pdf', size: 30 * MB }]);
	const one = (name) => files(page).filter({ hasText: name });
	await one('程序.exe').getByText(/不接受这种文件/).waitFor();
	await one('大.pdf').getByRole('progressbar').waitFor();
	await one('大.pdf').getByText(/正在上传 \d+%/).waitFor();
	await one('大.pdf').getByRole('button', { name: '停止' }).click();
	await one('大.pdf').getByText('已停止').waitFor();
	await way.fast();
	for (const name of ['程序.exe', '大.pdf'])
		await one(name).getByRole('button', { name: '移除' }).click();
	assert.deepEqual(await faults(page), []);
	await one('丙.csv').getByRole('button', { name: '上移' }).click();
	assert.deepEqual(await order(page), ['甲.csv', '丙.csv', '乙.csv']);
	// and by the keyboard; the focus stays on the button that was pressed
	await one('甲.csv').getByRole('button', { name: '下移' }).focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
	assert.deepEqual(await order(page), ['丙.csv', '乙.csv', '甲.csv']);
	assert.equal(await page.evaluate(() => document.activeElement.textContent), '下移');
	await one('乙.csv').getByText('改名').focus();
	await page.keyboard.press('Enter');
	await one('乙.csv').getByLabel('文件名称').fill('附表.csv');
	await page.getByLabel('信息名称').fill('拖进来的附件');
	await page.keyboard.press('Control+s');
	await page.getByText(/已保存 \d\d:\d\d/).waitFor();
	assert.deepEqual(site.sql("SELECT u.name FROM attachment t JOIN upload u ON u.id = t.upload_id JOIN revision r ON r.id = t.revision_id WHERE r.title = '拖进来的附件' ORDER BY t.position").map((r) => r.name), ['丙.csv', '附表.csv', '甲.csv']);
	assert.deepEqual(a.wrong, []);
	await a.close();
	await until(() => site.temporaryFiles().length === 0);
});

test('a worker killed in the middle of a decision: it was taken or it was not', { timeout: 180000 }, async () => {
	const ids = [];
	for (const n of ['一', '二', '三'])
		ids.push(await inState(zfb, 'submitted', { title: `审到一半${n}` }));
	for (const id of ids) {
		const page = await zfb.reviewer.get(`/gkht/review/${id}/reply`);
		const to = `/gkht/review/${id}/reply`;
		const sent = zfb.reviewer.post(to, [...page.form(to), ['result', 'approve']], { multipart: page.text.includes('multipart') }).catch(() => null);
		await killWorkers();
		await sent;
		const taken = state(site, id);
		assert.ok(['submitted', 'approved'].includes(taken), taken);
		const moves = site.sql(`SELECT count(*) n FROM audit WHERE object_id = ${id} AND action = 'approve'`)[0].n;
		assert.equal(moves, taken === 'approved' ? 1 : 0, 'the state and its entry in the log go together');
		if (taken === 'submitted') {
			const again = await zfb.reviewer.get(to);
			assert.equal((await zfb.reviewer.post(to, [...again.form(to), ['result', 'approve']], { multipart: again.text.includes('multipart') })).status, 303);
		}
		assert.equal(state(site, id), 'approved');
	}
	assert.equal(site.sql('PRAGMA integrity_check')[0].integrity_check, 'ok');
});
