// pictures.mjs - takes the pictures of 使用说明 and writes what a test compares
// later: their sizes into the pages, the names on them into tests/data.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { adopt, launch, open } from './browser.mjs';
import { figures, folder, names, reach, scene } from './figures.mjs';
import { people } from './office.mjs';
import { start, top } from './site.mjs';

const QUALITY = 0.8;

// Chromium itself writes WebP, a third of the PNG.
async function webp(page, png) {
	const url = await page.evaluate(async ([data, quality]) => {
		const image = new Image();
		image.src = `data:image/png;base64,${data}`;
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = image.naturalWidth;
		canvas.height = image.naturalHeight;
		canvas.getContext('2d').drawImage(image, 0, 0);
		return canvas.toDataURL('image/webp', quality);
	}, [png.toString('base64'), QUALITY]);
	return Buffer.from(url.split(',')[1], 'base64');
}

const size = (png) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });

function write(sizes) {
	for (const file of readdirSync(`${top}/templates/gkht`).filter((f) => f.startsWith('help_'))) {
		const path = `${top}/templates/gkht/${file}`, text = readFileSync(path, 'utf8');
		writeFileSync(path, text.replace(/(call:figure\("([a-z-]+)", )"\d+", "\d+"/g,
			(all, head, name) => (sizes[name] ? `${head}"${sizes[name].width}", "${sizes[name].height}"` : all)));
	}
}

const site = await start();
const browser = await launch();
try {
	const zfb = await people(site), s = await scene(site, zfb);
	const maker = await (await browser.newContext()).newPage();
	const sizes = {}, seen = {};
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	for (const role of [undefined, 'clerk', 'reviewer', 'admin']) {
		const { context, page, close } = await open(browser, site);
		context.setDefaultTimeout(60000);	// a cold editor on a busy machine
		if (role)
			await adopt(context, site, zfb[role]);
		for (const name of Object.keys(figures).filter((n) => figures[n].role === role)) {
			const part = await reach(page, name, s);
			seen[name] = await names(page, part);
			const png = await (part || page).screenshot({ animations: 'disabled', caret: 'hide' });
			sizes[name] = size(png);
			writeFileSync(`${folder}/${name}.webp`, await webp(maker, png));
			console.log(name, sizes[name].width, sizes[name].height);
		}
		await close();
	}
	write(sizes);
	writeFileSync(`${top}/tests/data/figures.json`, `${JSON.stringify(seen, null, '\t')}\n`);
} finally {
	await browser.close();
	await site.stop();
}
