// Without script: the citizen's way and the clerk's shortest way.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { adopt, firstLogin, launch, open, sign } from '../browser.mjs';
import { day, fullDraft, people } from '../office.mjs';
import { start, top } from '../site.mjs';

let site, browser;
before(async () => {
	site = await start();
	browser = await launch();
});
after(async () => {
	await browser?.close();
	await site?.stop();
});
test('written in lines without script, gone on with in the editor', { timeout: 120000 }, async () => {
	const { clerk } = await people(site, 'mzj');
	const id = await fullDraft(clerk, { title: '分行写的信息', body: '甲 < 乙\n第二行\n\n最后一段' });
	const body = () => site.sql(`SELECT r.body FROM document d JOIN revision r ON r.id = d.revision_id WHERE d.id = ${id}`)[0].body;
	const was = body(), { page, context, wrong, close } = await open(browser, site);
	await adopt(context, site, clerk);
	await page.goto(`/gkht/entry/${id}`);
	const editor = page.frameLocator('iframe').locator('body');
	await editor.getByText('最后一段').waitFor({ timeout: 60000 });
	assert.deepEqual(await editor.locator('p').evaluateAll((all) => all.map((p) => p.innerText)), ['甲 < 乙\n第二行', '最后一段']);
	await page.keyboard.press('Control+s');
	await page.getByText(/已保存 \d\d:\d\d/).waitFor();
	assert.equal(body(), was, 'the same paragraphs');
	assert.deepEqual(wrong, []);
	await close();
});

const control = (scope, name) => scope.getByRole('button', { name, exact: true }).or(scope.getByRole('link', { name, exact: true })).first();

test('a citizen finds, reads and downloads', { timeout: 60000 }, async () => {
	const { page, wrong, close } = await open(browser, site, { script: false });
	await page.goto('/');
	for (const name of ['政府信息公开指南', '政府信息公开制度', '法定主动公开内容', '政府信息公开年报', '依申请公开'])
		assert.ok(await page.getByRole('link', { name: new RegExp(name) }).count() > 0, name);
	await page.getByRole('main').getByLabel(/检索|名称、文号或关键词/).fill('政府信息主动公开工作');
	await page.getByRole('main').getByRole('button', { name: '检索' }).click();
	await page.getByRole('link', { name: /关于做好.*政府信息主动公开工作的通知/ }).first().click();
	await page.getByRole('heading', { level: 1 }).waitFor();
	for (const label of ['索引号', '发布机构', '生成日期', '发布日期', '名称', '文号', '公开方式', '有效性'])
		assert.ok(await page.locator('dl.meta dt', { hasText: label }).or(page.locator('dl.meta dt', { hasText: label.replace('生成', '成文') })).count() > 0, label);
	await page.getByText('政府信息公开系统使用说明').first().waitFor();
	await page.getByRole('link', { name: '首页' }).first().click();
	await page.getByRole('link', { name: /财政局/ }).first().click();
	await page.getByRole('heading', { level: 1 }).waitFor();
	await page.goto('/list');
	// all of it: a page that is still coming in shows its beginning
	const turn = async (name) => {
		await Promise.all([page.waitForEvent('load'), page.getByRole('link', { name }).first().click()]);
		return page.locator('main').innerText();
	};
	const second = await turn('下一页');
	await turn('上一页');
	assert.equal(await turn('下一页'), second, 'paging is stable');
	assert.deepEqual(wrong, []);
	await close();
});

test('a citizen narrows a search, reads it in traditional characters, subscribes, tells of an error', { timeout: 120000 }, async () => {
	const { page, wrong, close } = await open(browser, site, { script: false });
	await page.goto('/search?q=%E5%B9%B4%E5%BA%A6%E6%8A%A5%E5%91%8A');
	const total = async () => Number(await page.locator('.found .bar b').first().innerText());
	const all = await total();
	await page.locator('.facet a[href*=year]').first().click();
	assert.ok(await total() < all);
	await page.goto('/list');
	await page.getByRole('radio', { name: /^失效/ }).check();
	await page.getByRole('button', { name: '应用筛选' }).click();
	assert.match(page.url(), /validity=expired/);
	await page.locator('.tag-old').first().waitFor();
	await page.goto('/doc/zfb/2026-00001');
	await page.getByRole('button', { name: '繁體' }).click();
	await page.getByRole('heading', { level: 1, name: '寶坻區人民政府2025年政府信息公開工作年度報告' }).waitFor();
	await page.getByRole('button', { name: '特大' }).click();
	assert.match(await page.locator('html').getAttribute('class'), /size-3/);
	await page.getByRole('link', { name: '我要糾錯' }).click();
	await page.locator('button[name=script]').click();
	await page.getByLabel('错在哪里').fill('合计的件数不对。');
	await page.waitForTimeout(3200);	// as long as a person looks at it
	await page.getByRole('main').getByRole('button', { name: '提交', exact: true }).click();
	await page.getByRole('heading', { level: 1 }).waitFor();
	assert.equal(site.sql('SELECT words FROM feedback ORDER BY id DESC LIMIT 1')[0].words, '合计的件数不对。');
	await page.goto('/feeds');
	const feed = await page.request.get(await page.getByRole('link', { name: /区政府办公室\s*Atom/ }).getAttribute('href'));
	assert.match(await feed.text(), /^<\?xml[^]*<feed [^]*政府信息/);
	assert.deepEqual(wrong, []);
	await close();
});

test('the clerk and the reviewer without script', { timeout: 120000 }, async () => {
	const title = '没有脚本也能公开的信息';
	const { page, wrong, close } = await open(browser, site, { script: false });
	await firstLogin(page, 'czj002');
	await page.getByRole('link', { name: /^信息上载/ }).click();
	await control(page, '增加').click();
	await page.locator('#f-title').fill(title);
	await page.getByRole('button', { name: /^保存/ }).click();
	await page.getByText(/已保存/).first().waitFor();
	await page.getByRole('button', { name: /^提交/ }).click();
	await page.getByRole('alert').or(page.locator('.errs')).first().waitFor();
	for (const name of ['信息种类', '生成日期', '内容概述', '原文'])
		await page.locator('.errs').getByText(name).first().waitFor();
	const box = page.getByRole('checkbox', { name: /预算|财政/ }).first();
	if (!await box.isVisible())
		await page.getByText('选择', { exact: true }).first().click();
	await page.getByRole('checkbox', { name: /预算|财政/ }).first().check();
	await page.locator('#f-made_on').fill(day(-2));
	await page.locator('#f-summary').fill('概述。');
	await page.getByLabel('原文').fill('第一段。\n\n第二段。');
	await page.locator('input[type=file][name=file]').setInputFiles({ name: '附表.csv', mimeType: 'text/csv', buffer: Buffer.from('项目,金额\n甲,1\n') });
	await page.getByRole('button', { name: /^保存/ }).click();
	await page.getByText('附表.csv').first().waitFor();
	await page.locator('input[type=file][name=word]').setInputFiles(`${top}/tests/data/word/inspection.docx`);
	await page.getByRole('button', { name: '导入word文档' }).click();
	assert.match(await page.getByLabel('原文').inputValue(), /冬季消防安全检查/);
	await sign(page);
	await page.getByRole('button', { name: /^提交/ }).click();
	await page.getByText('待审核').first().waitFor();
	await page.getByRole('button', { name: '退出' }).click();
	await firstLogin(page, 'czj003');
	await page.getByRole('link', { name: /^信息审核/ }).click();
	await page.getByRole('link', { name: title }).click();
	await page.getByText('冬季消防安全检查').first().waitFor();
	await control(page, '关闭').click();
	await control(page.getByRole('row').filter({ hasText: title }), '审核').click();
	await page.getByLabel('审批通过', { exact: true }).check();
	await page.getByRole('button', { name: '保存' }).click();
	await page.getByRole('link', { name: /^信息发布/ }).click();
	await control(page.getByRole('row').filter({ hasText: title }), '发布').click();
	await page.getByRole('button', { name: '确认' }).click();
	await page.goto('/unit/czj');
	await page.getByRole('link', { name: title }).first().click();
	await page.getByRole('heading', { level: 1, name: title }).waitFor();
	await page.getByRole('link', { name: /附表\.csv/ }).waitFor();
	assert.deepEqual(wrong, []);
	await close();
});

test('reader versions are kept', { timeout: 60000 }, async () => {
	const { page, close } = await open(browser, site, { script: false });
	await page.goto('/list');
	await page.getByRole('button', { name: '长辈版' }).click();
	assert.match(await page.locator('html').getAttribute('class'), /elder/);
	assert.match(page.url(), /\/list/);
	await page.goto('/');
	assert.match(await page.locator('html').getAttribute('class'), /elder/);
	await page.getByRole('button', { name: '高对比' }).click();
	assert.match(await page.locator('html').getAttribute('class'), /contrast-high/);
	await close();
});
