// message.js - how the last save went, and what stands in the way.
import { all, icon, make, one } from './dom.js';
import { form } from './form.js';

export function status(kind, text) {
	var s = one('[data-saved]');

	s.className = 'save ' + kind;
	s.textContent = text;
	if (kind === '')
		s.insertBefore(icon('check'), s.firstChild);
}

function marks(list) {
	all('.field-err, .bad', form).forEach(function (e) {
		e.classList.remove('field-err', 'bad');
	});
	list.forEach(function (e) {
		var target = document.getElementById('f-' + e.field);
		var row = target && target.closest('.fr, .field, .tick');

		if (target && target.offsetParent && target.matches('.form-control'))
			target.classList.add('bad');
		else if (row)
			row.classList.add('field-err');
	});
}

export function errors(heading, list) {
	var place = one('[data-errors]'), box = make('div', 'errs'), ul = make('ul');

	place.textContent = '';
	marks(list);
	if (!list.length)
		return;
	box.setAttribute('role', 'alert');
	box.id = 'errs';
	box.tabIndex = -1;
	box.appendChild(make('h2', '', heading));
	list.forEach(function (e) {
		var li = make('li'), a = make('a', '', (e.label ? e.label + '：' : '') + e.text);

		a.href = e.field ? '#f-' + e.field : '/gkht/login';
		if (!e.field)
			a.target = '_blank';
		li.appendChild(e.field || e.login ? a : document.createTextNode(e.text));
		ul.appendChild(li);
	});
	box.appendChild(ul);
	place.appendChild(box);
	box.focus();
	box.scrollIntoView({ block: 'nearest' });
}

export function checks(missing) {
	var fields = missing.map(function (m) { return m.field; });

	all('[data-check]').forEach(function (li) {
		li.className = fields.indexOf(li.getAttribute('data-check')) < 0 ? 'k' : 's';
	});
}
