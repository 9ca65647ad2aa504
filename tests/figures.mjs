// figures.mjs - the pictures of 使用说明: whose page each one is, how to get
// there, and what of it is shown.  `make pictures` takes them from a running
// site; a browser test goes to the same places and compares.
import { act, at, counter, inCase, must, reply } from './case.mjs';
import { day, fullDraft, inState, submit } from './office.mjs';
import { top } from './site.mjs';

const LAPTOP = { width: 1366, height: 700 };
const FORM = { width: 1000, height: 700 };
const low = (height) => ({ width: 1366, height });
export const folder = `${top}/static/img/help`;

// What the pictures show, made by the people of the unit.
export async function scene(site, zfb) {
	const s = {};
	const facts = { made_on: day(-6), summary: '部署今冬明春消防安全检查，明确责任单位和时间安排。', body: '各街道办事处，各镇人民政府，区政府各部门：\n\n为做好今冬明春火灾防控工作，现将有关事项通知如下。\n\n一、检查时间为十二月一日至三十一日。\n\n二、联系电话：29241012。' };
	s.draft = await fullDraft(zfb.clerk, { ...facts, title: '关于2026年困难群众临时救助名单的公示', summary: '公示本月临时救助名单。', body: '现将名单公示如下。\n\n王某，身份证号110105194912310021，联系电话13812345678。\n\n公示期七天。'.replace('110105194912310021', '11010519491231002X') });
	s.submitted = await inState(zfb, 'submitted', { ...facts, title: '关于开展今冬明春消防安全检查的通知', doc_no: '宝坻政办发〔2026〕92号' });
	await inState(zfb, 'returned', { ...facts, title: '2026年第三季度部门预算执行情况' });
	s.approved = await inState(zfb, 'approved', { ...facts, title: '关于冬季清洁取暖补贴发放的通知' });
	s.published = await inState(zfb, 'published', { ...facts, title: '关于做好森林防火工作的通知' });
	s.open = (await counter(zfb.clerk, { wish_name: '2025年南关大街改造工程规划许可证' })).id;
	s.drafted = (await inCase(zfb, 'drafted', { wish_name: '2024年度城乡低保资金发放明细' })).id;
	const late = await inCase(zfb, 'open', { wish_name: '宝平街道征地补偿安置方案' });
	await must(act(zfb.reviewer, late.id, 'ask_extension', { text: '需要查找历年档案', days: '10' }));
	return s;
}

const dialog = (name) => (page) => page.getByRole('dialog', { name });
const press = (name) => (page) => page.getByRole('button', { name, exact: true }).first().click();
async function attached(page) {
	await editor(page);
	await page.getByRole('dialog', { name: '内容表添加' }).getByLabel('公开方式').selectOption('依申请公开');
	await page.locator('[data-attach]').first().setInputFiles(['一、责任分工表.csv', '二、检查记录.csv'].map((name) => ({ name, mimeType: 'text/csv', buffer: Buffer.from('单位,任务\n甲,乙\n') })));
	await page.getByRole('button', { name: '移除' }).nth(1).waitFor();
	await page.getByLabel('理由', { exact: true }).scrollIntoViewIfNeeded();
}
const editor = (page) => page.frameLocator('iframe').locator('body').waitFor();

// role, path, state to reach, the part that is shown (nothing: the window)
export const figures = {
	'login': { path: '/gkht/login', size: { width: 560, height: 520 } },
	'password': { role: 'clerk', path: '/gkht/password', size: { width: 1000, height: 460 } },
	'entry-list': { role: 'clerk', path: '/gkht/entry' },
	'entry-form': { role: 'clerk', path: (s) => `/gkht/entry/${s.draft}`, size: { width: 1200, height: 860 }, reach: editor, part: dialog('内容表添加') },
	'entry-check': { role: 'clerk', path: (s) => `/gkht/entry/${s.draft}`, size: { width: 1000, height: 1500 }, reach: editor, part: (page) => page.locator('#f-inspection') },
	'entry-secrecy': { role: 'clerk', path: (s) => `/gkht/entry/${s.draft}`, size: { width: 1000, height: 1500 }, reach: async (page) => { await editor(page); await page.getByText('填写审查意见').click(); }, part: (page) => page.locator('#f-secrecy') },
	'entry-kinds': { role: 'clerk', path: '/gkht/entry/new', reach: async (page) => { await editor(page); await page.locator('[data-kinds-open]').click(); }, part: dialog('选择信息种类') },
	'entry-word': { role: 'clerk', path: '/gkht/entry/new', before: press('取消'), reach: async (page) => { await editor(page); await press('导入word文档')(page); }, part: dialog('导入word文档') },
	'entry-files': { role: 'clerk', path: '/gkht/entry/new', before: press('取消'), size: { width: 1200, height: 860 }, reach: attached, part: dialog('内容表添加') },
	'profile': { role: 'clerk', path: '/gkht/profile?kind=guide', size: FORM },
	'bulk': { role: 'clerk', path: '/gkht/entry/bulk', size: FORM },
	'counter': { role: 'clerk', path: '/gkht/counter', size: FORM },
	'review-list': { role: 'reviewer', path: '/gkht/review' },
	'review-screen': { role: 'reviewer', path: (s) => `/gkht/review/${s.submitted}`, size: { width: 1200, height: 860 }, reach: (page) => page.getByText('对一段话写意见').click(), part: dialog('信息查看') },
	'review-reply': { role: 'reviewer', path: (s) => `/gkht/review/${s.submitted}/reply`, reach: (page) => page.getByText('常用意见').click(), part: dialog('回复结果') },
	'publish-list': { role: 'reviewer', path: '/gkht/publish', size: low(470) },
	'publish-ask': { role: 'reviewer', path: (s) => `/gkht/publish/${s.approved}`, reach: (page) => page.getByRole('radio', { name: '定时发布' }).check(), part: dialog('是否确认') },
	'published-list': { role: 'reviewer', path: '/gkht/published' },
	'published-ask': { role: 'reviewer', path: (s) => `/gkht/published/${s.published}/expire`, part: dialog('是否确认') },
	'cases': { role: 'reviewer', path: '/gkht/applications' },
	'case': { role: 'reviewer', path: (s) => at(s.open), size: low(860) },
	'case-result': { role: 'reviewer', path: (s) => at(s.open, 'reply'), part: dialog('回复结果') },
	'case-reply': { role: 'reviewer', path: (s) => at(s.open, 'reply'), reach: async (page) => { await page.getByRole('radio', { name: /^予以公开/ }).first().check(); await press('下一步')(page); await page.getByLabel('回复描述').waitFor(); }, part: dialog('回复结果') },
	'case-letter': { role: 'reviewer', path: (s) => at(s.drafted, 'letter'), part: dialog('核对告知书') },
	'manage': { role: 'admin', path: '/gkht/manage' },
	'amend': { role: 'admin', path: (s) => `/gkht/manage/${s.published}`, reach: async (page) => { await editor(page); await page.getByLabel('修改说明').scrollIntoViewIfNeeded(); }, part: dialog('内容表修改') },
	'statistics': { role: 'admin', path: '/gkht/statistics', size: FORM },
	'users': { role: 'admin', path: '/gkht/users', size: low(360) },
	'extensions': { role: 'admin', path: '/gkht/extensions', size: low(480) },
	'holidays': { role: 'admin', path: '/gkht/holidays' },
	'settings': { role: 'admin', path: '/gkht/settings', size: FORM },
	'late': { role: 'admin', path: '/gkht/late' },
};

// The page of a figure, as it is shown; the part to take a picture of.
export async function reach(page, name, s) {
	const f = figures[name];
	const path = typeof f.path === 'function' ? f.path(s) : f.path;
	await page.setViewportSize(f.size || LAPTOP);
	if (page.url() !== 'about:blank' && new URL(page.url()).pathname === path)
		await f.before?.(page);
	else
		await page.goto(path);
	await f.reach?.(page);
	const part = f.part?.(page);
	await part?.waitFor();
	return part;
}

// The names that can be read there: buttons, links, fields, headings.  What is
// in rows and lists of values is content, and numbers come and go.
export function names(page, part) {
	const read = (root) => {
		const NAMED = 'button, summary, label, legend, h1, h2, h3, th, dt, nav a, a.btn, .lb, .actlist a, option, .why > span';
		const content = (e) => e.closest('.kinds, [data-chips], .kpi, .mt')
			|| (e.closest('td, .find') && !e.matches('.btn, .why > span')) || (e.closest('.tox') && !/word/.test(e.textContent));
		const shown = (e) => e.tagName === 'OPTION' ? e.parentNode.options.length < 8 : e.getClientRects().length > 0;
		const text = (e) => {
			const copy = e.cloneNode(true);
			for (const x of copy.querySelectorAll('kbd, .cnt, .sr, small, .req, svg, select, textarea, .muted'))
				x.remove();
			return copy.textContent.replace(/\s+/g, ' ').trim();
		};
		// what a closed part holds counts; one browser lays it out, another one does not
		const closed = [...root.querySelectorAll('details:not([open])')];
		for (const part of closed)
			part.open = true;
		const found = [...root.querySelectorAll(NAMED)].filter((e) => shown(e) && !content(e)).map(text).filter((t) => t && (!/\d/.test(t) || t.startsWith('遮盖')));
		for (const part of closed)
			part.open = false;
		return [...new Set(found)].sort();
	};
	return (part || page.locator('body')).evaluate(read);
}
