// attachments.js - files are sent as they are chosen.
import { icon, make, one } from './dom.js';
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

function removable(li) {
	var b = make('button', 'btn btn-x', '移除');

	b.type = 'button';
	b.setAttribute('data-remove', '');
	b.setAttribute('aria-describedby', one('span', li).id);
	li.appendChild(b);
}

function attach(file) {
	var list = one('[data-files]'), li = make('li'), text = make('span', '', file.name + ' ');
	var note = make('span', 'muted', size(file.size)), stop = make('button', 'btn', '停止');
	var bar = make('progress'), wrong = refuse(file), going;

	text.id = 'sent' + (++sent);
	li.appendChild(icon('file'));
	text.appendChild(note);
	li.appendChild(text);
	list.appendChild(li);
	function failed(why) {
		stop.remove();
		bar.remove();
		note.className = 'bad';
		note.textContent = why || '已停止';
		removable(li);
	}
	if (wrong) {
		failed(wrong);
		return;
	}
	stop.type = 'button';
	stop.setAttribute('aria-describedby', text.id);
	stop.addEventListener('click', function () { going.abort(); });
	bar.max = 100;
	bar.value = 0;
	bar.setAttribute('aria-label', file.name + ' 上传进度');
	li.appendChild(stop);
	li.appendChild(bar);
	state.uploads++;
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
		touched();
	}, function (why) {
		state.uploads--;
		failed(why);
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
	input.addEventListener('click', function () { browse(input); }, { once: true });
	one('[data-files]').addEventListener('click', function (event) {
		var button = event.target.closest('[data-remove]');

		if (!button)
			return;
		button.closest('li').remove();
		touched();
		one('[data-attach]').focus();
	});
}
