// importing.mjs - a file sent through POST /gkht/word, and what came of it.
import assert from 'node:assert/strict';

export const words = (html) => html.replace(/<[^>]*>/g, '').replace(/&nbsp;/g, ' ').replace(/\s+/g, '');
export const counts = (report, group) => Object.fromEntries(report[group].map((i) => [i.kind, i.count]));

export async function send(person, bytes, name) {
	const page = await person.post('/gkht/word', [['word', new Blob([bytes]), name]],
		{ multipart: true, headers: { 'x-requested-with': 'fetch' } });
	const json = /^\{/.test(page.text) ? JSON.parse(page.text) : null;
	return { page, json };
}

export async function good(person, bytes, name) {
	const { page, json } = await send(person, bytes, name);
	assert.equal(page.status, 200, `${name}: ${page.text}`);
	return json;
}
