// word.js - 导入word文档: its dialog, and what the document says of itself.
import { make, one } from './dom.js';
import { form, state, touched } from './form.js';
import { request } from './request.js';

// The server words the report; the page of the comparison has it.
function told(id) {
	var box = one('[data-imported]');

	box.hidden = false;
	one('[data-report]', box).replaceWith(make('div'));
	box.lastElementChild.setAttribute('data-report', '');
	fetch('/gkht/word/' + id, { credentials: 'same-origin' }).then(function (r) {
		return r.text();
	}).then(function (html) {
		var fresh = one('[data-report]', new DOMParser().parseFromString(html, 'text/html'));

		if (fresh)
			one('[data-report]', box).replaceWith(document.importNode(fresh, true));
	}).catch(function () { /* the page of the comparison still has it */ });
}

// What the document says of itself: into empty fields, else beside them.
function offered(field, text) {
	var box = one('[data-offer="' + field + '"]'), input = document.getElementById('f-' + field);
	var hidden = one('input', box), take = make('button', 'btn btn-s', '采用');

	box.hidden = !text || input.value.trim() === text;
	if (box.hidden)
		return;
	box.textContent = '';
	if (input.value.trim() === '') {
		input.value = text;
		box.textContent = '已按文档填写，请核对';
	} else {
		take.type = 'button';
		take.addEventListener('click', function () {
			input.value = text;
			box.hidden = true;
			input.focus();
			touched();
		});
		box.appendChild(document.createTextNode('从文档读到：'));
		box.appendChild(make('b', '', text));
		box.appendChild(document.createTextNode(' '));
		box.appendChild(take);
	}
	hidden.value = text;
	box.appendChild(hidden);
}

function alike(list) {
	var box = one('[data-alike]'), ul = one('ul', box);

	box.hidden = !list.length;
	ul.textContent = '';
	list.forEach(function (a) {
		var li = make('li', '', a.number ? '文号相同：' : '内容几乎相同：'), link = make('a', '', a.title);

		link.href = '/gkht/document/' + a.id;
		link.target = '_blank';
		link.rel = 'noopener';
		li.appendChild(link);
		ul.appendChild(li);
	});
}

function saidOfItself(read) {
	var box = one('[data-read]');

	box.textContent = '从文档读到：' + (read.organ ? '发文机关 ' + read.organ : '') +
	    (read.organ && read.addressee ? '，' : '') +
	    (read.addressee ? '主送机关 ' + read.addressee : '');
	box.hidden = !read.organ && !read.addressee;
	['title', 'doc_no', 'made_on'].forEach(function (f) { offered(f, read[f]); });
}

function imported(answer) {
	var title = document.getElementById('f-title');
	var original = one('[data-original]'), name = one('[data-original-name]');
	var id = make('input'), link = make('a', '', answer.original.name);

	if (state.editor)
		state.editor.undoManager.transact(function () { state.editor.setContent(answer.html); });
	else
		document.getElementById('f-body').value = answer.html;
	saidOfItself(answer.read);
	if (title.value.trim() === '')
		title.value = answer.title;
	alike(answer.alike);
	id.type = 'hidden';
	id.name = 'original';
	id.value = answer.original.id;
	link.href = '/gkht/file/' + answer.original.id;
	name.textContent = '';
	name.appendChild(link);
	name.appendChild(make('small', '', answer.original.size));
	name.appendChild(id);
	original.hidden = false;
	told(answer.original.id);
	touched();
}

export function wordDialog() {
	var dialog = document.getElementById('word'), input = one('[data-word]');
	var name = document.getElementById('word-name'), bar = one('progress', dialog);
	var wrong = one('[data-word-error]'), ok = one('[data-word-ok]'), going = null;

	function say(text) {
		var box = make('div', 'errs');

		wrong.textContent = '';
		if (!text)
			return;
		box.setAttribute('role', 'alert');
		box.appendChild(make('h2', '', '没有导入，原文框里的内容没有变'));
		box.appendChild(make('p', '', text));
		wrong.appendChild(box);
	}
	function rest() {
		going = null;
		bar.hidden = true;
		ok.disabled = false;
	}
	input.addEventListener('change', function () {
		say('');
		name.textContent = input.files.length ? input.files[0].name : '还没有选择文档';
	});
	ok.addEventListener('click', function () {
		if (going)
			return;
		if (!input.files.length) {
			say('请先点【浏览】选择文档。');
			return;
		}
		if (input.files[0].size > Number(form.getAttribute('data-max'))) {
			say('文档太大。');
			return;
		}
		say('');
		bar.value = 0;
		bar.hidden = false;
		ok.disabled = true;
		going = request('/gkht/word', 'word', input.files[0], function (percent) {
			bar.value = percent;
		}, function (answer) {
			rest();
			imported(answer);
			dialog.close();
		}, function (why) {
			rest();
			say(why);
		});
	});
	dialog.addEventListener('close', function () {
		if (going)
			going.abort();
		input.value = '';
		name.textContent = '还没有选择文档';
		say('');
		if (state.editor)
			state.editor.focus();
	});
	return function () {
		dialog.showModal();
		input.focus();
	};
}
