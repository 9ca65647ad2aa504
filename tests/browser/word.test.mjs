// 导入word文档 from the dialog to the portal: what the clerk's paper looks
// like is what citizens see, for a .docx and for the .doc and .wps made from it.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { adopt, faults, launch, open, overflow, PHONE, sign } from '../browser.mjs';
import { address, day, leafCategory, people, publish, reply, state } from '../office.mjs';
import { convert, installed } from '../soffice.mjs';
import { start, top } from '../site.mjs';
import { docx, styles } from '../zip.mjs';

const notice = `${top}/tests/data/word/notice.docx`;
const shots = process.env.SHOTS;	// a folder for pictures to look at
let site, browser, office, dir;
before(async () => {
	site = await start();
	browser = await launch();
	office = await people(site);
	dir = mkdtempSync(join(tmpdir(), 'xxgk-word-'));
	if (shots)
		mkdirSync(shots, { recursive: true });
});
after(async () => {
	await browser?.close();
	await site?.stop();
	rmSync(dir, { recursive: true, force: true });
});

const button = (scope, name) => scope.getByRole('button', { name, exact: true });

async function upload(page, path) {
	const dialog = page.getByRole('dialog', { name: '内容表添加' });
	await button(dialog, '导入word文档').click();
	const word = page.getByRole('dialog', { name: '导入word文档' });
	const chooser = page.waitForEvent('filechooser');
	await word.getByText('浏览', { exact: true }).click();
	await (await chooser).setFiles(path);
	await button(word, '确定').click();
	return { dialog, word };
}

// Draft, panel, save, submit in the browser; returns the document's id.
async function enter(page, path, title) {
	await page.goto('/gkht/entry/new');
	await page.locator('iframe').first().waitFor();
	const { dialog, word } = await upload(page, path);
	// an old format goes through LibreOffice, which waits for its turn
	await word.waitFor({ state: 'hidden', timeout: 110000 });
	const panel = dialog.locator('[data-imported]');
	await panel.getByText('一字不少').waitFor();
	await panel.getByText('保留', { exact: true }).waitFor();
	assert.match(await panel.locator('[data-part=tables]').innerText(), /表格 1 个/);
	await panel.getByRole('link', { name: '对照原文' }).waitFor();
	await dialog.getByLabel('信息名称').fill(title);
	await dialog.getByLabel('生成日期').fill(day(-1));
	await dialog.getByLabel('内容概述').fill('从 Word 文档导入的通知。');
	await page.evaluate((id) => {
		document.querySelector(`#kinds input[value="${id}"], [data-kinds] input[value="${id}"]`).click();
	}, String(leafCategory(site)));
	await dialog.getByRole('button', { name: /^保存/ }).click();
	await dialog.getByText(/已保存 \d\d:\d\d/).waitFor();
	const id = Number(/entry\/(\d+)/.exec(page.url())[1]);
	await sign(page);
	await dialog.getByRole('button', { name: /^提交/ }).click();
	await dialog.waitFor({ state: 'hidden' });
	return id;
}

// How a paragraph of the portal page is set.
const look = (page, text) => page.evaluate((t) => {
	const all = [...document.querySelectorAll('.gw *')].filter((e) => e.textContent.includes(t));
	const e = all[all.length - 1].closest('p, h1, h2, h3, h4, li, td, th') || all[all.length - 1];
	const s = getComputedStyle(e);
	return { align: s.textAlign, indent: parseFloat(s.textIndent) / parseFloat(s.fontSize), tag: e.tagName, right: parseFloat(s.paddingRight) };
}, text);

async function portal(page) {
	assert.equal((await look(page, '云河县人民政府办公室')).align, 'right', 'signature');
	assert.equal((await look(page, '2026年3月2日')).align, 'right', 'date');
	assert.ok(Math.abs((await look(page, '详见')).indent - 2) < 0.1, 'first line indented by two');
	const text = await page.locator('.gw').innerText();
	for (const label of ['一、', '（一）', '（二）'])
		assert.ok(text.includes(label), label);
	const table = page.locator('.gw table');
	assert.equal(await table.count(), 1);
	assert.ok(await table.locator('[colspan], [rowspan]').count() > 0, 'merged cells');
	const image = page.locator('.gw img');
	assert.equal(await image.count(), 1);
	assert.ok(await image.evaluate((e) => e.complete && e.naturalWidth > 0), 'the picture loads');
	await page.locator('.gw').getByRole('link', { name: '政府信息公开条例' }).waitFor();
}

async function journey(path, title) {
	const clerk = await open(browser, site);
	await adopt(clerk.context, site, office.clerk);
	const id = await enter(clerk.page, path, title);
	assert.equal(state(site, id), 'submitted');
	assert.deepEqual(clerk.wrong, []);
	await clerk.close();
	assert.equal((await reply(office.reviewer, id, 'approve')).status, 303);
	assert.equal((await publish(office.reviewer, id)).status, 303);
	const reader = await open(browser, site, { script: false });
	await reader.page.goto(address(site, id));
	const script = await open(browser, site);
	await script.page.goto(address(site, id));
	await portal(script.page);
	if (shots)
		await script.page.screenshot({ path: join(shots, `${title}.png`), fullPage: true });
	assert.deepEqual([...reader.wrong, ...script.wrong], []);
	await reader.close();
	await script.close();
	return id;
}

test('a .docx, from the dialog to the portal', { timeout: 120000 }, async () => {
	await journey(notice, '从docx导入的通知');
});

test('a .doc and a .wps made from it look the same', { timeout: 300000, skip: installed ? false : 'LibreOffice is not installed' }, async () => {
	const path = join(dir, '通知.doc'), wps = join(dir, '通知.wps');
	writeFileSync(path, convert(notice, 'doc:MS Word 97'));
	// WPS writes the same format under its own name.
	copyFileSync(path, wps);
	await journey(wps, '从wps导入的通知');
	const id = await journey(path, '从doc导入的通知');
	// The reviewer compares it with the pages of the original.
	const { context, page, wrong, close } = await open(browser, site);
	await adopt(context, site, office.reviewer);
	await page.goto(`/gkht/document/${id}`);
	const beside = page.getByRole('link', { name: '对照原文' }).first();
	await page.getByText('导入情况').first().click();
	await page.goto(await beside.getAttribute('href'));
	// LibreOffice turns it into pages before the answer comes
	await button(page, '显示原文件各页').click({ timeout: 90000 });
	const sheet = page.getByRole('img', { name: '原文件第 1 页' });
	await sheet.waitFor({ timeout: 60000 });
	assert.ok(await sheet.evaluate((e) => e.complete && e.naturalWidth === 900));
	assert.deepEqual(await faults(page), []);
	if (shots)
		await page.screenshot({ path: join(shots, 'beside.png') });
	await page.setViewportSize(PHONE);
	assert.equal(await overflow(page), 0);
	assert.deepEqual(wrong, []);
	await close();
});

// Everything that notice.docx has not: looks of characters and paragraphs,
// ruby, equations, symbols, marks, tables in tables, an official's red head.
function rich() {
	const r = (props, text) => `<w:r><w:rPr>${props}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
	const p = (props, ...runs) => `<w:p><w:pPr>${props}</w:pPr>${runs.join('')}</w:p>`;
	const cell = (props, inside) => `<w:tc><w:tcPr>${props}</w:tcPr>${inside}</w:tc>`;
	const word = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
	const m = (tag, ...inside) => `<m:${tag}>${inside.join('')}</m:${tag}>`;
	const n = (text) => m('r', m('t', text));

	return docx([
		p('<w:jc w:val="center"/>', r('<w:rFonts w:eastAsia="方正小标宋简体"/><w:color w:val="FF0000"/><w:sz w:val="84"/>', '区人民政府办公室文件')),
		p('<w:jc w:val="center"/>', r('<w:sz w:val="32"/>', '政办发〔2026〕3号')),
		p('<w:pBdr><w:bottom w:val="single" w:color="FF0000" w:sz="8"/></w:pBdr>'),
		p('<w:jc w:val="center"/>', r('<w:rFonts w:eastAsia="方正小标宋简体"/><w:sz w:val="44"/>', '关于版式的通知')),
		p('<w:pStyle w:val="h1"/>', r('', '一级标题')), p('<w:pStyle w:val="h2"/>', r('<w:rFonts w:eastAsia="楷体"/>', '二级标题')),
		p('<w:ind w:firstLineChars="200"/>', r('<w:b/>', '粗'), r('<w:i/>', '斜'), r('<w:u w:val="single"/>', '线'), r('<w:u w:val="double"/>', '双'),
			r('<w:u w:val="wave"/>', '波'), r('<w:strike/>', '删'), r('<w:vertAlign w:val="superscript"/>', '上'), r('<w:vertAlign w:val="subscript"/>', '下'),
			r('<w:highlight w:val="yellow"/>', '亮'), r('<w:color w:val="0070C0"/>', '蓝'), r('<w:em w:val="dot"/>', '重'), r('<w:caps/>', 'caps'),
			r('<w:position w:val="8"/>', '升'), r('<w:position w:val="-7"/>', '降'), r('<w:eastAsianLayout w:combine="1" w:combineBrackets="round"/>', '双行合一'),
			r('<w:sz w:val="52"/>', '大'), r('<w:sz w:val="18"/>', '小'), r('<w:rFonts w:eastAsia="黑体"/>', '黑'), r('<w:rFonts w:eastAsia="隶书"/>', '隶')),
		p('<w:pageBreakBefore/><w:spacing w:before="200" w:afterLines="150"/><w:jc w:val="distribute"/>', r('', '新页分散')),
		p('<w:jc w:val="right"/><w:ind w:rightChars="400"/>', r('', '右四字')), p('<w:ind w:leftChars="300" w:hangingChars="150"/>', r('', '悬挂')),
		p('<w:jc w:val="both"/><w:shd w:val="clear" w:fill="DDDDDD"/>', r('', '底纹  两个空格　全角'), '<w:r><w:br/></w:r>', r('', '换行'), '<w:r><w:tab/></w:r>', r('', '跳格')),
		p('<w:pBdr><w:top w:val="single"/><w:left w:val="single"/><w:bottom w:val="single"/><w:right w:val="single"/></w:pBdr>', r('', '框里')),
		p('', '<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>hàn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>汉</w:t></w:r></w:rubyBase></w:ruby></w:r>',
			'<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', '<w:bookmarkStart w:id="1" w:name="here"/><w:bookmarkEnd w:id="1"/>', r('', '书签'),
			`<w:hyperlink w:anchor="here">${r('', '去书签')}</w:hyperlink>`, `<w:hyperlink r:id="l">${r('', '网页')}</w:hyperlink>`),
		p('', r('', '式'), `<m:oMath ${word}>${m('f', m('num', n('a')), m('den', m('rad', m('deg'), m('e', n('b')))))}${m('sSup', m('e', n('x')), m('sup', n('2')))}${n('&lt;')}</m:oMath>`),
		`<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('<w:gridSpan w:val="2"/><w:shd w:val="clear" w:fill="FFFF00"/>', p('<w:jc w:val="center"/>', r('', '表头')))}</w:tr>` +
			`<w:tr>${cell('<w:vMerge w:val="restart"/><w:vAlign w:val="bottom"/>', p('', r('', '合并')))}${cell('<w:tcBorders><w:top w:val="nil"/></w:tcBorders>', `${p('', r('', '一'))}${p('', r('', '二'))}`)}</w:tr>` +
			`<w:tr>${cell('<w:vMerge/>', p(''))}${cell('', `<w:tbl><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr>${cell('', p('', r('', '内')))}</w:tr></w:tbl>${p('')}`)}</w:tr></w:tbl>`,
		p('<w:jc w:val="right"/><w:ind w:rightChars="200"/>', r('', '区人民政府办公室')), p('<w:jc w:val="right"/><w:ind w:rightChars="200"/>', r('', '2026年3月2日')),
	].join(''), [['s', 'styles', 'styles.xml'], ['l', 'hyperlink', 'https://www.example.gov.cn/?a=1&b=2', true]], {
		'word/styles.xml': styles('<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/></w:style>'),
	});
}

test('import, editor, save: nothing of it changes, twice', { timeout: 120000 }, async () => {
	const { context, page, wrong, close } = await open(browser, site);
	const body = (id) => site.sql(`SELECT r.body FROM document d JOIN revision r ON r.id = d.revision_id WHERE d.id = ${id}`)[0].body;
	const paper = join(dir, '版式.docx');

	writeFileSync(paper, rich());
	await adopt(context, site, office.clerk);
	for (const path of [paper, notice]) {
		await page.goto('/gkht/entry/new');
		await page.locator('iframe').first().waitFor();
		const { dialog, word } = await upload(page, path);
		await word.waitFor({ state: 'hidden', timeout: 60000 });
		await dialog.getByLabel('信息名称').fill(`往返 ${path}`);
		await dialog.getByRole('button', { name: /^保存/ }).click();
		await dialog.getByText(/已保存 \d\d:\d\d/).waitFor();
		const id = Number(/entry\/(\d+)/.exec(page.url())[1]);
		const [{ body: imported }] = site.sql(`SELECT i.body FROM imported i ORDER BY i.upload_id DESC LIMIT 1`);
		assert.equal(body(id), imported, 'as it was imported');
		await page.goto(`/gkht/entry/${id}`);
		await page.frameLocator('iframe').first().locator('body p').first().waitFor();
		await dialog.getByRole('button', { name: /^保存/ }).click();
		await dialog.getByText(/已保存 \d\d:\d\d/).waitFor();
		assert.equal(body(id), imported, 'opened and saved once more');
	}
	assert.deepEqual(wrong, []);
	await close();
});

test('a refusal says what to do and the editor keeps what it had', { timeout: 60000 }, async () => {
	const { context, page, wrong, close } = await open(browser, site);
	await adopt(context, site, office.clerk);
	await page.goto('/gkht/entry/new');
	const frame = page.frameLocator('iframe').first().locator('body');
	await frame.click();
	await page.keyboard.type('写好的正文');
	const path = join(dir, '排好版.doc');
	writeFileSync(path, '%PDF-1.7\n');
	const { word } = await upload(page, path);
	await word.getByRole('alert').filter({ hasText: 'PDF、OFD' }).waitFor();
	await word.getByRole('button', { name: '取消' }).click();
	assert.match(await frame.innerText(), /写好的正文/);
	assert.deepEqual(wrong, []);
	await close();
});
