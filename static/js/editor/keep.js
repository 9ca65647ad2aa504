// keep.js - what is typed is kept every few seconds: on the server, and while
// that cannot be reached on this computer.
import { all, make, one } from './dom.js';
import { form, state } from './form.js';
import { errors, status } from './message.js';
import { read } from './request.js';

const here = Math.random().toString(36).slice(2), place = form.getAttribute('data-keep');
// after: what is to be done once the copy under way has arrived
let keeping = false, pause = null, failing = false, after = null;

// where it is kept moves on with the first save of a new one
function at() { return draft ? new URL(form.action).pathname : place; }

// saved in place, again and again; other forms are sent as a page
export const draft = form.getAttribute('data-target') === 'entry';

function prefix() {
	return 'copy:' + form.getAttribute('data-login') + ':' + at() + ':';
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

function hold(copy, serial) {
	all('input[name=copy]').forEach(function (i) { i.value = copy; });
	one('input[name=serial]', form).value = serial;
}

function keptThere(answer, n) {
	state.kept = n;
	failing = false;
	forget();
	if (answer.secret)
		return;
	hold(answer.copy, answer.serial);
	status('', '已自动保存 ' + answer.saved);
	if (answer.at)
		history.replaceState(null, '', answer.at);
}

// Saved for good: what was kept meanwhile is not needed any more.
export function settled(n) {
	state.dirty = state.changes !== n;
	state.kept = n;
	failing = false;
	forget();
	hold('', '');
}

// Whoever logged in again in another window has a new form token.
function freshToken(then, lost) {
	fetch('/gkht/help', { credentials: 'same-origin', redirect: 'error' }).then(function (r) {
		return r.text();
	}).then(function (html) {
		var token = one('input[name=csrf]', new DOMParser().parseFromString(html, 'text/html'));

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
	return fetch(at() + '/copy', {
		method: 'POST', body: data, credentials: 'same-origin',
		headers: { 'X-Requested-With': 'fetch' }
	}).then(function (r) {
		return r.text().then(function (text) {
			return { status: r.status, answer: read(text) };
		});
	});
}

// Files are sent by themselves or with the page.
function typed() {
	var data = new FormData();

	if (state.editor)
		state.editor.save();
	new FormData(form).forEach(function (value, name) {
		if (typeof value === 'string')
			data.append(name, value);
	});
	return data;
}

// then: the page goes on; where what is typed would be lost it does not.
function answered(r, data, n, again, then) {
	if (r.status === 200 && r.answer) {
		keptThere(r.answer, n);
	} else if (r.status === 403 && again !== true) {
		freshToken(function () { keep(true, then); }, function () {
			keepHere(data, n, '登录已经过期');
			loginLink();
			stuck(then, { login: true, text: '登录已经过期，内容还在这里。请点这里在新窗口登录，再回来保存。' });
		});
		return;
	} else if (r.status === 404 || r.status === 409) {
		keepHere(data, n, '这条信息已经不能修改');
	} else {
		keepHere(data, n, '自动保存没有成功');
		if (r.status >= 500) {
			stuck(then, { text: '系统暂时没有回应，内容还在这里，请稍后重试。' });
			return;
		}
	}
	if (then)
		then();
}

function stuck(then, why) {
	if (then)
		errors('没有保存', [why]);
}

function keep(again, then) {
	var data, n = state.changes;

	if (keeping) {
		after = then || after;
		return;
	}
	if (state.sending || state.leaving || (!then && n === state.kept && !failing))
		return;
	data = typed();
	keeping = true;
	post(data).then(function (r) {
		keeping = false;
		if (!state.sending)
			answered(r, data, n, again, then);
		settle();
	}).catch(function () {
		keeping = false;
		keepHere(data, n, '网络中断');
		stuck(then, { text: '网络中断，内容还在这里，请重试。' });
		settle();
	});
}

function settle() {
	var then = after;

	after = null;
	if (then)
		keep(false, then);
}

// What is sent as a page is kept before: on a dead network, or with a session
// that is over, the browser would show an empty error in its place.
export function keepFirst(then) { keep(false, then); }

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
		location.replace(at() + '?copy=' + r.answer.copy);
	}).catch(function () { /* it stays here */ });
}

export function trouble() { failing = true; }

// 放弃: what is under way would be kept after it was given up.
function dropping(event) {
	clearTimeout(pause);
	state.leaving = true;
	state.dirty = false;
	forget();
	if (keeping) {
		event.preventDefault();
		setTimeout(function () { event.target.requestSubmit(); }, 200);
	}
}

export function copies() {
	window.addEventListener('beforeunload', function (event) {
		if (state.dirty && state.changes !== state.kept)
			event.preventDefault();
	});
	window.addEventListener('pageshow', function (event) {
		if (event.persisted)
			state.leaving = false;
	});
	document.getElementById('drop').addEventListener('submit', dropping);
	adopt();
	// it came back from the server as no copy has it
	if (state.dirty && form.getAttribute('data-dirty') !== 'kept')
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
