// attachments.js - files are sent as they are chosen.
import { all, icon, make, one } from './dom.js';
import { form, state, touched } from './form.js';
import { request, size } from './request.js';

let sent = 0;

function refuse(file) {
	var dot = file.name.lastIndexOf('.');
	var ending = dot < 0 ? '' : file.name.slice(dot).toLowerCase();
	var good = form.getAttribute('data-accept').split(/[\s,]+/);

	if (file.size === 0)
		return '文件是空的';
	if (file.size > Number(form.getAttribute('data-max')))
		return '文件太大，单个不能超过 ' + size(Number(form.getAttribute('data-max')));
	if (good.indexOf(ending) < 0)
		return '不接受这种文件，可以用：' + good.join(' ');
	return '';
}

function button(li, what, text) {
	var b = make('button', what === 'data-remove' ? 'btn btn-x' : 'btn', text);

	b.type = 'button';
	b.setAttribute(what, '');
	b.setAttribute('aria-describedby', one('[id]', li).id);
	return b;
}

function removable(li) { li.appendChild(button(li, 'data-remove', '移除')); }

// Before 移除: one place up, one down.
function movable(li) {
	var box = make('span', 'mv');

	box.appendChild(button(li, 'data-up', '上移'));
	box.appendChild(button(li, 'data-down', '下移'));
	box.appendChild(one('[data-remove]', li));
	li.insertBefore(box, one('.ren', li));
}

function renamable(li, id, name) {
	var box = make('details', 'ren'), label = make('label', '', '文件名称 ');
	var input = make('input', 'form-control'), hidden = make('input');

	box.appendChild(make('summary', '', '改名'));
	hidden.type = 'hidden';
	hidden.name = 'named';
	hidden.value = id;
	input.name = 'named_as';
	input.value = name;
	input.maxLength = 200;
	label.appendChild(input);
	box.appendChild(hidden);
	box.appendChild(label);
	li.appendChild(box);
}

function move(li, up) {
	var other = up ? li.previousElementSibling : li.nextElementSibling;

	if (!other)
		return;
	li.parentNode.insertBefore(up ? li : other, up ? other : li);
	one(up ? '[data-up]' : '[data-down]', li).focus();
	touched();
}

// Files from a folder are let go anywhere on the form but in its text.
function droppable() {
	var dialog = document.getElementById('dlg');

	function files(event) {
		return event.dataTransfer && Array.prototype.indexOf.call(event.dataTransfer.types, 'Files') >= 0;
	}
	dialog.addEventListener('dragover', function (event) {
		if (!files(event))
			return;
		event.preventDefault();
		dialog.classList.add('dropping');
	});
	dialog.addEventListener('dragleave', function (event) {
		if (!dialog.contains(event.relatedTarget))
			dialog.classList.remove('dropping');
	});
	dialog.addEventListener('drop', function (event) {
		if (!files(event))
			return;
		event.preventDefault();
		dialog.classList.remove('dropping');
		Array.prototype.forEach.call(event.dataTransfer.files, attach);
	});
}

function attach(file) {
	var list = one('[data-files]'), li = make('li'), text = make('span', '', file.name + ' ');
	var note = make('span', 'muted', size(file.size)), wrong = refuse(file);

	text.id = 'sent' + (++sent);
	li.appendChild(icon('file'));
	text.appendChild(note);
	li.appendChild(text);
	list.appendChild(li);
	if (wrong) {
		note.className = 'bad';
		note.textContent = wrong;
		removable(li);
	} else {
		upload(li, file, note);
	}
}

// The same file once more, in its place.
function retriable(li, file, note) {
	var box = make('span', 'mv'), again = button(li, 'data-again', '重试');

	again.addEventListener('click', function () {
		box.remove();
		note.className = 'muted';
		upload(li, file, note);
		one('button', li).focus();
	});
	box.appendChild(again);
	box.appendChild(one('[data-remove]', li));
	li.appendChild(box);
}

function upload(li, file, note) {
	var stop = make('button', 'btn', '停止'), bar = make('progress'), going;

	function failed(why, again) {
		stop.remove();
		bar.remove();
		note.className = 'bad';
		note.textContent = why ? '上传失败：' + why : '已停止';
		removable(li);
		if (again)
			retriable(li, file, note);
	}
	stop.type = 'button';
	stop.setAttribute('aria-describedby', one('[id]', li).id);
	stop.addEventListener('click', function () { going.abort(); });
	bar.max = 100;
	bar.value = 0;
	bar.setAttribute('aria-label', file.name + ' 上传进度');
	li.appendChild(stop);
	li.appendChild(bar);
	state.uploads++;
	note.textContent = size(file.size) + '，正在上传';
	going = request('/gkht/upload', 'file', file, function (percent) {
		bar.value = percent;
		note.textContent = size(file.size) + '，正在上传 ' + percent + '%';
	}, function (answer) {
		var id = make('input');

		state.uploads--;
		stop.remove();
		bar.remove();
		note.textContent = answer.size;
		id.type = 'hidden';
		id.name = 'attachment';
		id.value = answer.id;
		li.appendChild(id);
		removable(li);
		renamable(li, answer.id, answer.name);
		movable(li);
		touched();
	}, function (why, again) {
		state.uploads--;
		failed(why, again);
	});
}

function choose(input) {
	input.removeAttribute('name');
	input.addEventListener('change', function () {
		Array.prototype.forEach.call(input.files, attach);
		input.value = '';
	});
}

// The manual goes from 添加附件 to 浏览, so that is there as well.
function browse(input) {
	var label = make('label', 'btn pick', '浏览'), copy = input.cloneNode();

	label.appendChild(copy);
	choose(copy);
	input.parentNode.insertAdjacentElement('afterend', label);
}

export function attachments() {
	var input = one('[data-attach]');

	choose(input);
	all('li', one('[data-files]')).forEach(movable);
	droppable();
	input.addEventListener('click', function () { browse(input); }, { once: true });
	one('[data-files]').addEventListener('click', function (event) {
		var li = event.target.closest('li');

		if (event.target.closest('[data-up], [data-down]'))
			move(li, event.target.closest('[data-up]') !== null);
		if (!event.target.closest('[data-remove]'))
			return;
		li.remove();
		touched();
		one('[data-attach]').focus();
	});
}
