// keyboard.mjs - somebody who has no mouse: what has the focus is always seen,
// and nothing lies over it.
import assert from 'node:assert/strict';
import { DESKTOP, faults, overflow } from './browser.mjs';

// What has the focus: shown by a ring, and on top at some point of it.
const focus = (wanted) => {
	const e = document.activeElement;
	if (e === document.body)
		return null;
	const style = getComputedStyle(e), [box] = e.getClientRects();
	// the calendar's button in a field of dates has the browser's own ring
	const ring = !e.matches(':focus') || style.outlineStyle !== 'none' || style.boxShadow !== 'none' || (e.labels?.[0] && getComputedStyle(e.labels[0]).boxShadow !== 'none');
	const seen = box && [[.5, .5], [.1, .5], [.9, .5], [.5, .1]].some(([x, y]) => {
		const at = document.elementFromPoint(box.left + box.width * x, Math.min(box.top + box.height * y, innerHeight - 2));
		return at && (e.contains(at) || at.contains(e) || e.labels?.[0]?.contains(at));
	});
	return { name: `${e.tagName} ${e.id || e.name || e.textContent.trim().slice(0, 30)}`, ring, seen, there: wanted.includes(e) };
};

// Tab after Tab until the focus is there.
export async function reach(page, wanted) {
	await wanted.first().waitFor();
	const list = await wanted.elementHandles();
	for (let k = 0; k < 200; k++) {
		await page.keyboard.press('Tab');
		const at = await page.evaluate(focus, list);
		if (at === null)
			continue;
		assert.ok(at.ring, `no ring at ${at.name}`);
		assert.ok(at.seen, `covered: ${at.name}`);
		if (at.there)
			return;
	}
	assert.fail(`not reached by Tab: ${wanted}`);
}

export async function press(page, wanted, key = 'Enter') {
	await reach(page, wanted);
	await page.keyboard.press(key);
}
// To another page: that it comes, not how fast.
export const moved = (page) => page.waitForEvent('domcontentloaded', { timeout: 60000 });
export const go = (page, wanted, key) => Promise.all([moved(page), press(page, wanted, key)]);

export async function type(page, wanted, text) {
	await reach(page, wanted);
	await page.keyboard.press('Control+a');
	await page.keyboard.type(text);
}

export async function choose(page, wanted, label) {
	await reach(page, wanted);
	for (let k = 0; k < 20 && await page.evaluate(() => document.activeElement.selectedOptions[0].text) !== label; k++)
		await page.keyboard.press('ArrowDown');
}

// What is on the screen now: for axe, and as wide as a page four times as large.
export async function clean(page, what) {
	await page.waitForLoadState();
	assert.deepEqual(await faults(page), [], what);
	await page.setViewportSize({ width: 320, height: 640 });
	assert.equal(await overflow(page), 0, `${what}: sticks out at 320 px`);
	await page.setViewportSize(DESKTOP);
}

// What has the focus; "" is nothing.
export const active = (page) => page.evaluate(() => {
	const e = document.activeElement;
	return e === document.body ? '' : e.textContent.trim() || e.getAttribute('aria-label') || e.name || e.id;
});
