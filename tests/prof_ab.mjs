import { start } from './site.mjs';
const [, , lib, ...skip] = process.argv;
const { launch, open, adopt, faults } = await import(`./${lib}.mjs`);
const site = await start(); const browser = await launch();
const staff = await site.staff('zfb002');
const { page, context } = await open(browser, site); await adopt(context, site, staff);
const t0 = performance.now(); let n = 0; const each = [];
for (let k = 0; k < 2; k++)
for (const at of ['/', '/list', '/gkht/entry/new', '/gkht/catalogue', '/about', '/gkht/help', '/apply', '/search?q=a', '/units', '/gkht/entry', '/gkht/counter', '/gkht/password', '/unit/zfb', '/gkht/applications']) {
  await page.goto(at, { waitUntil: 'load' });
  if (at === '/gkht/entry/new') await page.locator('iframe').first().waitFor();
  const t = performance.now();
  await faults(page); n++;
  each.push(`${at} ${(performance.now() - t) | 0} ${await page.evaluate(() => document.querySelectorAll('[data-axe-alike], [data-axe-alike] *').length + '/' + document.querySelectorAll('*').length)}`);
}
console.log(lib, n, 'runs', ((performance.now() - t0) / 1000).toFixed(1), process.cpuUsage().user / 1e6);
if (process.env.V) console.log(each.join('\n'));
await browser.close(); await site.stop(); process.exit();
