// browser.mjs - real Chromium on a running site.  Everything is watched: a
// report of the content security policy, a script error or a request that
// leaves this machine fails the test that is running.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PASSWORD } from './site.mjs';

const require = createRequire(import.meta.url);
const { chromium } = require('playwright-core');
const { AxeBuilder } = require('@axe-core/playwright');

// The same engine without the window around it, which costs a third of the
// time of a machine without a screen.
export const executablePath = process.env.CHROMIUM
	|| ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((file) => existsSync(file));

export async function launch() {
	return chromium.launch({
		executablePath,
		args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking',
			'--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic',
			// no page lives long enough to win back what compiling its script well costs
			'--js-flags=--no-opt --no-maglev'],
	});
}

export const DESKTOP = { width: 1366, height: 900 };
export const PHONE = { width: 390, height: 844 };

// A person at a browser: page, and what went wrong so far.
export async function open(browser, site, { script = true, viewport = DESKTOP, ...options } = {}) {
	const context = await browser.newContext({
		locale: 'zh-CN', timezoneId: 'Asia/Shanghai', javaScriptEnabled: script, viewport, baseURL: site.url, ...options,
	});
	context.setDefaultTimeout(30000);	// the first editor on a busy machine
	const wrong = [];
	context.on('request', (r) => {
		const { protocol, hostname } = new URL(r.url());
		if (/^(http|ws)/.test(protocol) && hostname !== '127.0.0.1')
			wrong.push(`request to ${r.url()}`);
	});
	context.on('console', (m) => {
		if (/Content Security Policy|violates the following/i.test(m.text()))
			wrong.push(`policy: ${m.text()}`);
	});
	context.on('weberror', (e) => wrong.push(`script: ${e.error().stack}`));
	const page = await context.newPage();
	return { context, page, wrong, close: () => context.close() };
}

export async function login(page, name, password = PASSWORD) {
	await page.goto('/gkht');
	await page.getByLabel('用户名').fill(name);
	await page.getByLabel('密码', { exact: true }).fill(password);
	await page.getByRole('button', { name: '登录', exact: true }).click();
	await page.waitForLoadState();
}

// The first login: the initial password opens only the page that changes it.
export async function firstLogin(page, name) {
	await login(page, name, '111111');
	await page.getByLabel('原密码').fill('111111');
	await page.getByLabel('新密码', { exact: true }).fill(PASSWORD);
	await page.getByLabel('确认新密码').fill(PASSWORD);
	await page.getByRole('button', { name: '保存', exact: true }).click();
	await page.waitForLoadState();
}

// 保密审查 in the dialog 内容表添加, with or without script.
export async function sign(page) {
	const sheet = page.locator('#f-secrecy');
	if (!await sheet.getByLabel('审查意见').isVisible())
		await sheet.getByText('填写审查意见').click();
	await sheet.getByLabel('以下都不含有').check();
	await sheet.getByLabel('审查意见').selectOption('公开');
	await sheet.getByLabel('承办人').fill('王晓');
	await sheet.getByLabel('部门负责人').fill('李明');
	await sheet.getByLabel('审查人', { exact: true }).fill('赵强');
	await sheet.getByRole('button', { name: '签署', exact: true }).click();
	await sheet.getByText(/已签署/).waitFor();
}

// The same of a change of what is published, in one step with it.
export const signChange = (page) => page.getByLabel('已对修改后的内容重新进行保密审查').check();

// The session of somebody who logged in without a browser.
export async function adopt(context, site, visitor) {
	await context.addCookies([...visitor.jar].map(([name, value]) => ({ name, value, url: site.url })));
}

// What the page leaves for later (content-visibility) is laid out now.
const layOut = (page) => page.evaluate(() => {
	for (const e of document.querySelectorAll('body *'))
		if (getComputedStyle(e).contentVisibility === 'auto')
			e.style.contentVisibility = 'visible';
});

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

// Half a megabyte, once a frame: the builder would send it twice, and anew each time.
async function loadAxe(page) {
	for (const frame of page.frames())
		if (!await frame.evaluate(() => 'axe' in window))
			await frame.evaluate(axeSource);
}

// Of rows that look alike, from the fourth on: sixty lines of a list are one
// line judged sixty times.  A name of its own, that no page asks for.
const markAlike = (page) => page.evaluate(() => {
	const looks = new Map();
	const look = (e) => {
		const states = [...e.attributes].map((a) => (/^(class|type|role|lang|style|tabindex|aria-(?!label))/.test(a.name) || a.value === '' ? `${a.name}=${a.value}` : a.name));
		const words = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim() !== '') ? '.' : '';
		const text = `<${e.tagName} ${states}>${words}${[...e.children].map(look).join('')}`.replace(/\d+/g, '0');
		looks.set(e, text);
		return text;
	};
	look(document.body);
	const mark = (parent) => {
		const met = new Map();
		for (const e of parent.children) {
			met.set(looks.get(e), (met.get(looks.get(e)) || 0) + 1);
			e.toggleAttribute('data-axe-alike', met.get(looks.get(e)) > 3);
			if (!e.hasAttribute('data-axe-alike'))
				mark(e);
		}
	};
	mark(document.body);
});

export async function faults(page) {
	await layOut(page);
	await markAlike(page);
	await loadAxe(page);
	// in the page itself: the other way opens and fills a page of its own for each answer
	const { violations } = await new AxeBuilder({ page, axeSource: 'void 0' }).setLegacyMode().exclude('[data-axe-alike]')
		.options({ resultTypes: ['violations'] })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
	return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} - ${n.failureSummary.split('\n')[1] || v.help}`));
}

// How far the page sticks out to the right; 0 is right.
export async function overflow(page) {
	await layOut(page);
	return page.evaluate(() =>
		Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
}
