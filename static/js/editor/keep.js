// keep.js - what is typed is kept every few seconds: on the server, and while
// that cannot be reached on this computer.
import { all, make, one } from './dom.js';
import { form, state } from './form.js';
import { status } from './message.js';
import { read } from './request.js';

const here = Math.random().toString(36).slice(2);
let keeping = false, pause = null, failing = false;

export const draft = form.getAttribute('data-target') === 'entry';

function prefix() {
	return 'copy:' + form.getAttribute('data-login') + ':' + new URL(form.action).pathname + ':';
}

function forget() {
	try { localStorage.removeItem(prefix() + here); } catch (e) { /* never was */ }
}

function minute() {
	var d = new Date();

	return ('0' + d.getHours()).slice(-2) + ':' + ('0' + d.getMinutes()).slice(-2);
}

// The network or the session is gone.
function keepHere(data, n, why) {
	var pairs = [];

	failing = true;
	data.forEach(function (value, name) {
		if (typeof value === 'string' && name !== 'csrf')
			pairs.push([name, value]);
	});
	try {
		localStorage.setItem(prefix() + here, JSON.stringify(pairs));
		state.kept = n;
		status('bad', why + '，内容暂存在这台电脑（' + minute() + '）');
	} catch (e) {
		status('bad', why + '，内容还没有保存，请不要关闭页面');
	}
}

function loginLink() {
	var a = make('a', '', '重新登录');

	a.href = '/gkht/login?next=' + encodeURIComponent(location.pathname + location.search);
	one('[data-saved]').appendChild(document.createTextNode('。'));
	one('[data-saved]').appendChild(a);
}

function place(copy, serial) {
	one('input[name=copy]', form).value = copy;
	one('input[name=serial]', form).value = serial;
}

function keptThere(answer, n) {
	state.kept = n;
	failing = false;
	forget();
	if (answer.secret)
		return;
	place(answer.copy, answer.serial);
	status('', '已自动保存 ' + answer.saved);
	if (/\/new$/.test(new URL(form.action).pathname))
		history.replaceState(null, '', form.action + '?copy=' + answer.copy);
}

// Saved for good: what was kept meanwhile is not needed any more.
export function settled(n) {
	state.dirty = state.changes !== n;
	state.kept = n;
	failing = false;
	forget();
	place('', '');
}

function freshToken(then, lost) {
	fetch('/gkht/entry/new', { credentials: 'same-origin' }).then(function (r) {
		return r.text();
	}).then(function (html) {
		var token = one('#content input[name=csrf]', new DOMParser().parseFromString(html, 'text/html'));

		if (!token) {
			lost();
			return;
		}
		all('input[name=csrf]').forEach(function (i) { i.value = token.value; });
		then();
	}).catch(lost);
}

function post(data) {
	data.set('csrf', one('input[name=csrf]', form).value);
	return fetch(form.action + '/copy', {
		method: 'POST', body: data, credentials: 'same-origin',
		headers: { 'X-Requested-With': 'fetch' }
	}).then(function (r) {
		return r.text().then(function (text) {
			return { status: r.status, answer: read(text) };
		});
	});
}

function typed() {
	var data;

	if (state.editor)
		state.editor.save();
	data = new FormData(form);
	['word', 'file'].forEach(function (name) { data.delete(name); });
	return data;
}

function answered(r, data, n, again) {
	if (r.status === 200 && r.answer)
		keptThere(r.answer, n);
	else if (r.status === 403 && again !== true)
		freshToken(function () { keep(true); }, function () {
			keepHere(data, n, '登录已经过期');
			loginLink();
		});
	else if (r.status === 404 || r.status === 409)
		keepHere(data, n, '这条信息已经不能修改');
	else
		keepHere(data, n, '自动保存没有成功');
}

function keep(again) {
	var data, n = state.changes;

	if (keeping || state.sending || state.leaving || (n === state.kept && !failing))
		return;
	data = typed();
	keeping = true;
	post(data).then(function (r) {
		keeping = false;
		if (!state.sending)
			answered(r, data, n, again);
	}).catch(function () {
		keeping = false;
		keepHere(data, n, '网络中断');
	});
}

// What this computer kept goes to the server, and into the form.
function adopt() {
	var names = [], data = new FormData();

	try {
		names = Object.keys(localStorage).filter(function (k) {
			return k.indexOf(prefix()) === 0;
		});
		JSON.parse(localStorage.getItem(names[0])).forEach(function (p) {
			data.append(p[0], p[1]);
		});
	} catch (e) {
		return;
	}
	post(data).then(function (r) {
		if (r.status !== 200 || !r.answer || !r.answer.copy)
			return;
		localStorage.removeItem(names[0]);
		state.dirty = false;
		location.replace(form.action + '?copy=' + r.answer.copy);
	}).catch(function () { /* it stays here */ });
}

export function trouble() { failing = true; }

export function copies() {
	if (!draft)
		return;
	adopt();
	if (state.dirty && !one('input[name=copy]', form).value)
		state.changes++;
	state.onchange = function () {
		clearTimeout(pause);
		pause = setTimeout(keep, 2500);
	};
	setInterval(keep, 15000);
	setInterval(function () {
		if (failing)
			keep();
	}, 5000);
	window.addEventListener('online', function () { keep(); });
}
