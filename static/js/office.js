// office.js - what makes the back office quicker: every page is complete
// without it.
(function () {
	'use strict';
	var root = document.documentElement;
	var forget = 8000;	// milliseconds that a message stays

	root.classList.add('js');

	function one(selector, from) { return (from || document).querySelector(selector); }
	function all(selector, from) {
		return Array.prototype.slice.call((from || document).querySelectorAll(selector));
	}
	function remember(key, value) {
		try { sessionStorage.setItem(key, value); } catch (e) { /* not allowed */ }
	}
	function recall(key) {
		try { return sessionStorage.getItem(key); } catch (e) { return null; }
	}
	function typing(target) {
		return /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable;
	}
	function singleKeys() {
		try { return localStorage.getItem('single-keys') !== 'off'; } catch (e) { return true; }
	}

	// ---- lists: what is ticked decides which buttons work
	function selection() {
		var boxes = all('input[type=checkbox][name=pick]'), every = one('[data-all]');
		var status = one('[data-chosen]');

		function label(button, n) {
			var word = button.getAttribute('data-many'), text = one('span', button);

			text.textContent = n ? word.replace('所选', '') + '（' + n + '）' : word;
			button.disabled = n === 0;
		}
		function update() {
			var n = boxes.filter(function (b) { return b.checked; }).length, reason = '';

			boxes.forEach(function (b) {
				b.closest('tr').classList.toggle('on', b.checked);
			});
			if (every) {
				every.checked = n > 0 && n === boxes.length;
				every.indeterminate = n > 0 && n < boxes.length;
			}
			all('[data-many]').forEach(function (b) { label(b, n); });
			all('[data-one]').forEach(function (b) {
				b.disabled = n !== 1;
				if (n > 1)
					reason = ' · ' + b.getAttribute('data-one');
			});
			if (status)
				status.textContent = n ? '已选 ' + n + ' 条' + reason : '';
		}
		if (!one('[data-chosen]'))
			return;
		boxes.forEach(function (b) { b.addEventListener('change', update); });
		if (every)
			every.addEventListener('change', function () {
				boxes.forEach(function (b) { b.checked = every.checked; });
				update();
			});
		window.addEventListener('pageshow', update);
		update();
	}

	function rows() {
		var table = one('[data-rows]');

		if (!table)
			return;
		table.addEventListener('dblclick', function (event) {
			var row = event.target.closest('tbody tr');

			if (row && !event.target.closest('a, button, input, label'))
				location.href = one('.t a', row).href;
		});
	}

	function step(by) {
		var links = all('[data-rows] .t a'), at = links.indexOf(document.activeElement);

		if (links.length)
			links[Math.max(0, Math.min(links.length - 1, at + by))].focus();
	}

	// ---- dialogs: closing leads back to the list as it was filtered
	function lists() {
		var back = one('#back');

		if (!one('#dlg')) {
			remember('list:' + location.pathname, location.search);
			return;
		}
		if (!back)
			return;
		back.addEventListener('submit', function (event) {
			var url = new URL(back.action, location.href);
			var on = one('input[name=on]', back);
			var query = new URLSearchParams(recall('list:' + url.pathname) || '');

			event.preventDefault();
			query.delete('done');
			query.delete('count');
			query.delete('on');
			if (on && on.value)
				query.set('on', on.value);
			url.search = query.toString();
			location.href = url.href;
		});
	}

	function keyButton(name) {
		return all('[data-key="' + name + '"]').filter(function (b) {
			return !b.disabled && b.offsetParent !== null;
		})[0];
	}

	function press(event, name) {
		var button = keyButton(name);

		if (!button)
			return false;
		event.preventDefault();
		button.click();
		return true;
	}

	function singleKey(event) {
		var field = one('[data-key="/"]');

		if (event.key === '/' && field) {
			event.preventDefault();
			field.focus();
			field.select();
		} else if (event.key === 'j') {
			step(1);
		} else if (event.key === 'k') {
			step(-1);
		}
	}

	function keys(event) {
		var inside = one('dialog:not(.here)[open], .tox-menu, .tox-dialog');
		var ctrl = event.ctrlKey || event.metaKey;

		if (ctrl && event.key.toLowerCase() === 's')
			return press(event, 'ctrl+s');
		if (ctrl && event.key === 'Enter')
			return press(event, 'ctrl+enter');
		if (event.key === 'Escape' && !inside && !event.defaultPrevented) {
			if (one('[data-close]'))
				one('[data-close]').click();
		} else if (!ctrl && !event.altKey && !one('#dlg') && !typing(event.target) &&
		    singleKeys()) {
			singleKey(event);
		}
		return false;
	}

	// ---- small things
	function phrases(select) {
		var target = document.getElementById(select.getAttribute('data-phrases'));

		select.addEventListener('change', function () {
			if (!select.value)
				return;
			target.value += (target.value ? '；' : '') + select.value;
			select.value = '';
			target.focus();
		});
	}

	// A second click on the way would only meet a conflict.
	function once(form) {
		form.addEventListener('submit', function () {
			setTimeout(function () {
				all('button', form).forEach(function (b) { b.disabled = true; });
			}, 0);
		});
		window.addEventListener('pageshow', function (event) {
			if (event.persisted)
				all('button', form).forEach(function (b) { b.disabled = false; });
		});
	}

	function toast() {
		var box = one('.toast'), url = new URL(location.href);

		if (!box)
			return;
		setTimeout(function () { box.hidden = true; }, forget);
		['done', 'count'].forEach(function (name) { url.searchParams.delete(name); });
		history.replaceState(history.state, '', url.href);
	}

	function settings() {
		var box = document.getElementById('single-keys');

		if (!box)
			return;
		box.checked = singleKeys();
		box.addEventListener('change', function () {
			try { localStorage.setItem('single-keys', box.checked ? 'on' : 'off'); } catch (e) { /* not allowed */ }
		});
	}

	// autofocus does not reach every page that comes back with errors
	function focus() {
		var box = one('#errs') || one('#dlg [autofocus]');

		if (box)
			box.focus();
	}

	document.addEventListener('DOMContentLoaded', function () {
		toast();
		lists();
		selection();
		rows();
		settings();
		all('[data-phrases]').forEach(phrases);
		all('form[method=post]').forEach(function (form) {
			if (form.id !== 'content' && form.id !== 'list' && !form.hasAttribute('data-download'))
				once(form);
		});
		// before the editor, whose open menu takes Esc for itself
		document.addEventListener('keydown', keys, true);
		focus();
	});
})();
