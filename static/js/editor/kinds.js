// kinds.js - the dialog that chooses the categories of a document.
import { all, make, one } from './dom.js';
import { touched } from './form.js';

export function kinds() {
	var dialog = document.getElementById('kinds'), list = one('[data-kinds]');
	var filter = document.getElementById('kf'), chips = one('[data-chips]');
	var boxes = all('input[name=category]', list), before = [];

	function name(box) { return box.parentNode.textContent.trim(); }
	function chip(box) {
		var c = make('span', 'kind', name(box)), x = make('button', '', '×');

		x.type = 'button';
		x.setAttribute('aria-label', '移除 ' + name(box));
		x.addEventListener('click', function () {
			box.checked = false;
			touched();
			draw();
			one('[data-kinds-open]').focus();
		});
		c.appendChild(x);
		chips.appendChild(c);
	}
	function draw() {
		chips.textContent = '';
		boxes.filter(function (b) { return b.checked; }).forEach(chip);
	}
	function count() {
		one('[data-kinds-count]').textContent = '已选 ' +
		    boxes.filter(function (b) { return b.checked; }).length + ' 种';
	}
	function sift() {
		var words = filter.value.trim(), found = 0;

		all('li', list).forEach(function (li) {
			var hit = words === '' || (one('input', li) !== null &&
			    li.textContent.indexOf(words) >= 0);

			li.hidden = !hit;
			found += hit;
		});
		one('[data-kinds-none]').hidden = found > 0;
	}
	one('[data-kinds-here]').appendChild(list);
	one('[data-kinds-open]').addEventListener('click', function () {
		before = boxes.map(function (b) { return b.checked; });
		filter.value = '';
		sift();
		count();
		dialog.showModal();
		filter.focus();
	});
	filter.addEventListener('input', sift);
	list.addEventListener('change', count);
	one('[data-kinds-ok]').addEventListener('click', function () {
		before = null;
		dialog.close();
		touched();
		draw();
	});
	dialog.addEventListener('close', function () {
		if (before)
			boxes.forEach(function (b, i) { b.checked = before[i]; });
		one('[data-kinds-open]').focus();
	});
	filter.addEventListener('keydown', function (event) {
		if (event.key === 'Enter')
			event.preventDefault();
	});
	draw();
}
