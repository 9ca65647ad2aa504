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
		var boxes = all('input[type=checkbox][name=pick]:not(:disabled)'), every = one('[data-all]');
		var status = one('[data-chosen]'), last = -1;
		var here = one('[data-rows] tr.on');	// where one comes back to

		function label(button, n) {
			var word = button.getAttribute('data-many'), text = one('span', button);

			text.textContent = n ? word.replace('所选', '') + '（' + n + '）' : word;
			button.disabled = n === 0 || !able(button.getAttribute('data-can'));
		}
		function able(letter) {
			return !letter || boxes.every(function (b) {
				return !b.checked || b.getAttribute('data-can').indexOf(letter) >= 0;
			});
		}
		// which deeds are not for all that are ticked
		function barred() {
			var names = all('[data-many][data-can]').filter(function (b) {
				return !able(b.getAttribute('data-can'));
			}).map(function (b) { return '【' + b.getAttribute('data-many').replace('所选', '') + '】'; });

			return names.length ? ' · 其中有的不能' + names.join('') : '';
		}
		function update() {
			var n = boxes.filter(function (b) { return b.checked; }).length, reason = barred();

			boxes.forEach(function (b) {
				var row = b.closest('tr');

				row.classList.toggle('on', b.checked || row === here);
			});
			if (every) {
				every.checked = n > 0 && n === boxes.length;
				every.indeterminate = n > 0 && n < boxes.length;
			}
			all('[data-many]').forEach(function (b) { label(b, n); });
			all('[data-one]').forEach(function (b) {
				b.disabled = n !== 1;
				if (n > 1)
					reason += ' · ' + b.getAttribute('data-one');
			});
			if (status)
				status.textContent = n ? '已选 ' + n + ' 条' + reason : '';
		}
		if (!one('[data-chosen]'))
			return;
		boxes.forEach(function (b, at) {
			b.addEventListener('click', function (event) {
				var from = Math.min(at, last), to = Math.max(at, last);

				if (event.shiftKey && last >= 0)
					boxes.slice(from, to + 1).forEach(function (c) { c.checked = b.checked; });
				last = at;
				update();
			});
			b.addEventListener('change', update);
		});
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

	// ---- the head of a table stays in sight: by itself where the whole table
	// fits, else it goes along with the page
	function head(top) {
		var box = top.parentNode.parentNode;

		function follow() {
			var at = box.getBoundingClientRect(), most = at.height - 2 * top.offsetHeight;
			var by = box.classList.contains('fits') ? 0 : Math.max(0, Math.min(-at.top, most));

			top.style.transform = by ? 'translateY(' + by + 'px)' : '';
		}
		function fit() {
			box.classList.remove('fits');
			box.classList.toggle('fits', box.scrollWidth <= box.clientWidth);
			follow();
		}
		if (!window.ResizeObserver)
			return;
		new ResizeObserver(fit).observe(box);
		window.addEventListener('scroll', follow, { passive: true });
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
			if (/[?&]on=/.test(location.search) && one('[data-rows] tr.on .t a'))
				one('[data-rows] tr.on .t a').focus();
			return;
		}
		// the page may know the way itself
		if (!back || one('input:not([name=on])', back))
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

	// ---- the focus: back where it was when a dialog is shut or its deed is
	// done; where that row is gone, to the one that took its place
	function controls(row) { return all('a, button, input:not([type=hidden])', row); }

	function leave() {
		var rows = all('.grid tbody tr'), at = document.activeElement;
		var row = at.closest('.grid tbody tr') || (one('[name=pick]:checked') || document.body).closest('tr');
		var name = row && one('[id]', row);

		remember('place:' + location.pathname, JSON.stringify({
			id: name ? name.id : '', row: rows.indexOf(row), text: at.textContent.trim(),
		}));
	}
	function arrive() {
		var rows = all('.grid tbody tr'), back = recall('return'), place, known, row, same;

		remember('return', '');
		if (back !== location.pathname || one('#errs') || one('[data-rows] tr.on'))
			return;
		try { place = JSON.parse(recall('place:' + location.pathname)); } catch (e) { /* nothing kept */ }
		if (!place)
			return;
		known = place.id && document.getElementById(place.id);
		row = known ? known.closest('tr') : rows[Math.min(place.row, rows.length - 1)];
		same = (!row || known) && controls(row || one('#main')).filter(function (c) { return c.textContent.trim() === place.text; })[0];
		(same || row && (one('.t a', row) || controls(row)[0]) || one('#main')).focus();
	}
	function place() {
		var back = one('#back');

		if (one('#dlg')) {
			remember('return', back ? new URL(back.action, location.href).pathname : '');
			return;
		}
		arrive();
		window.addEventListener('pagehide', leave);
	}

	function tick() {
		var row = document.activeElement.closest('[data-rows] tr'), box = row && one('[name=pick]:not(:disabled)', row);

		if (box)
			box.click();
	}

	// A native dialog of the page's templates; the browser gives the focus
	// back to where it was.
	function sheet(id) {
		var source = document.getElementById('sheets'), dialog = document.getElementById(id), box;

		if (dialog || !source)
			return dialog;
		dialog = document.body.appendChild(document.importNode(source.content.getElementById(id), true));
		all('[data-shut]', dialog).forEach(function (b) { b.addEventListener('click', function () { dialog.close(); }); });
		box = one('[data-single]', dialog);
		if (box)
			switched(box);
		dialog.addEventListener('close', function () { dialog.remove(); });
		dialog.showModal();
		return dialog;
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
		} else if (event.key === '?') {
			event.preventDefault();
			sheet('keys');
		} else if (event.key === 'x') {
			tick();
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

	// ---- one screen for a decision
	function squeeze(text) { return text.replace(/\s+/g, ''); }

	// What was opened counts as seen; the button does the same and goes on.
	function seen() {
		var form = one('form[data-read]');

		if (form)
			fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual', credentials: 'same-origin' }).catch(function () {});
	}

	function paint() {
		var form = one('[data-paint]'), told = one('[data-painting]');

		if (!form)
			return;
		one('button', form).disabled = true;
		told.textContent = '正在显示原文件各页，通常需要几秒钟…';
		fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), credentials: 'same-origin' }).then(function (res) {
			return res.ok ? res.text() : Promise.reject(new Error(res.status));
		}).then(function (text) {
			var fresh = one('[data-original]', new DOMParser().parseFromString(text, 'text/html'));

			one('[data-original]').innerHTML = fresh.innerHTML;
		}).catch(function () {
			told.textContent = '没有显示出来。请再试一次，或者下载原文件对照。';
			one('button', form).disabled = false;
		});
	}

	// The passage, found as the server counts: without spaces, in the text;
	// what is not there stands in the name or the summary.
	function passage(quote, place, inside) {
		var walker = document.createTreeWalker(inside, NodeFilter.SHOW_TEXT);
		var text = '', at = [], want = squeeze(quote), from = -1, node, i, range;

		while ((node = walker.nextNode()))
			for (i = 0; i < node.data.length; i++)
				if (!/\s/.test(node.data[i])) {
					text += node.data[i];
					at.push([node, i]);
				}
		do
			from = text.indexOf(want, from < 0 ? 0 : from + want.length);
		while (from >= 0 && --place > 0);
		if (from < 0)
			return null;
		range = document.createRange();
		range.setStart(at[from][0], at[from][1]);
		range.setEnd(at[from + want.length - 1][0], at[from + want.length - 1][1] + 1);
		return range;
	}

	function look(button) {
		button.addEventListener('click', function () {
			var quote = button.getAttribute('data-passage'), paper = one('.paper');
			var range = one('[data-body]') && passage(quote, Number(button.getAttribute('data-place')), one('[data-body]')) ||
				passage(quote, 1, paper);

			if (!range)
				return;
			getSelection().removeAllRanges();
			getSelection().addRange(range);
			range.startContainer.parentNode.scrollIntoView({ block: 'center' });
		});
	}

	function count(text, want) {
		return want ? text.split(want).length - 1 : 0;
	}

	// What is selected in the text is what the remark is about.
	function quoting() {
		var paper = one('[data-paper]'), field = one('#f-quote'), select = one('#f-place');

		if (!paper || !field)
			return;
		document.addEventListener('selectionchange', function () {
			var s = getSelection(), text = String(s).trim(), body = one('[data-body]'), before, n = 1, option;

			if (!text || text.length > 200 || !s.rangeCount || !paper.contains(s.anchorNode) || !paper.contains(s.focusNode))
				return;
			if (body && body.contains(s.anchorNode)) {
				before = document.createRange();
				before.setStart(body, 0);
				before.setEnd(s.getRangeAt(0).startContainer, s.getRangeAt(0).startOffset);
				n = count(squeeze(String(before)), squeeze(text)) + 1;
			}
			field.value = text;
			option = one('option[value="' + n + '"]', select) || select.appendChild(new Option('第 ' + n + ' 处', n));
			select.value = option.value;
			field.closest('details').open = true;
		});
	}

	// ---- the session: what is on the page outlives it
	var minute = 60000, warn = 2 * minute, active = Date.now();

	function alive() {
		try { localStorage.setItem('last-request', Date.now()); } catch (e) { /* not allowed */ }
		active = Date.now();
	}
	function lastRequest() {
		try { return Number(localStorage.getItem('last-request')) || active; } catch (e) { return active; }
	}
	function say(dialog, left) {
		var over = left <= 0;

		all('[data-soon]', dialog).forEach(function (n) { n.hidden = over; });
		all('[data-over]', dialog).forEach(function (n) { n.hidden = !over; });
		one('[data-minutes]', dialog).textContent = Math.max(1, Math.ceil(left / minute));
	}
	function expiry(idle) {
		var left = lastRequest() + idle - Date.now(), open = document.getElementById('expiry'), dialog;

		if (left > warn) {
			if (open)
				open.close();
			return;
		}
		dialog = sheet('expiry');
		say(dialog, left);
		if (!open)
			one('[data-go-on]', dialog).addEventListener('click', function () {
				fetch('/gkht/help', { credentials: 'same-origin', redirect: 'error' }).then(function () {
					alive();
					dialog.close();
				}).catch(function () { say(dialog, 0); });
			});
	}

	function session() {
		var idle = Number(document.body.getAttribute('data-idle')) * 1000;

		if (!idle || !window.PerformanceObserver)
			return;
		alive();
		new PerformanceObserver(function (list) {
			if (list.getEntries().some(function (e) { return /fetch|xmlhttprequest/.test(e.initiatorType); }))
				alive();
		}).observe({ entryTypes: ['resource'] });
		setInterval(function () { expiry(idle); }, 5000);
	}

	// ---- the numbers in the menu: asked again while somebody works here, so
	// that nobody's session lives for ever
	function badges() {
		var used = Date.now();

		function refresh() {
			var nav = one('.menu nav'), here = nav && one('[aria-current]', nav);

			if (!nav || document.hidden || nav.contains(document.activeElement) || Date.now() - used > minute)
				return;
			fetch('/gkht/help', { credentials: 'same-origin', redirect: 'error' }).then(function (res) {
				return res.ok ? res.text() : Promise.reject(new Error(res.status));
			}).then(function (text) {
				var fresh = one('.menu nav', new DOMParser().parseFromString(text, 'text/html')), link;

				if (!fresh)
					return;
				all('[aria-current]', fresh).forEach(function (a) { a.removeAttribute('aria-current'); });
				link = here && one('a[href="' + here.getAttribute('href') + '"]', fresh);
				if (link)
					link.setAttribute('aria-current', 'page');
				// somebody may have come to the menu meanwhile
				if (fresh.isEqualNode(nav) || nav.contains(document.activeElement))
					return;
				nav.innerHTML = fresh.innerHTML;
			}).catch(function () { /* next time */ });
		}
		['keydown', 'pointerdown', 'scroll'].forEach(function (kind) {
			document.addEventListener(kind, function () { used = Date.now(); }, { passive: true, capture: true });
		});
		window.addEventListener('focus', function () { used = Date.now(); refresh(); });
		setInterval(refresh, minute);
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

	// A day that is filled in means: at that time.
	function later(field) {
		field.addEventListener('input', function () { one('input[name=when][value=later]').checked = true; });
	}

	function toast() {
		var box = one('.toast'), url = new URL(location.href);

		if (!box)
			return;
		// what changes inside a live region is what is read out
		setTimeout(function () { one('span', box).textContent = one('span', box).textContent; }, 200);
		setTimeout(function () { box.hidden = true; }, forget);
		// nothing lies over what has the focus
		document.addEventListener('focusin', function (event) {
			var it = event.target.getBoundingClientRect(), over = box.getBoundingClientRect();

			if (event.target !== one('#main') && it.right > over.left && it.left < over.right && it.bottom > over.top && it.top < over.bottom)
				box.hidden = true;
		});
		['done', 'count'].forEach(function (name) { url.searchParams.delete(name); });
		history.replaceState(history.state, '', url.href);
	}

	function settings() {
		var box = document.getElementById('single-keys');

		if (box)
			switched(box);
	}

	function switched(box) {
		box.checked = singleKeys();
		box.addEventListener('change', function () {
			try { localStorage.setItem('single-keys', box.checked ? 'on' : 'off'); } catch (e) { /* not allowed */ }
		});
	}

	function printing() {
		all('[data-print]').forEach(function (button) {
			button.addEventListener('click', function () { window.print(); });
		});
	}

	// autofocus does not reach every page that comes back with errors
	function focus() {
		var box = one('#errs') || one('#dlg [autofocus]');

		if (box)
			box.focus();
	}

	// ---- what goes on behind the scenes: looked at again until it is over
	function poll(section) {
		setTimeout(function () {
			fetch(location.href, { credentials: 'same-origin' }).then(function (res) {
				return res.ok ? res.text() : '';
			}).then(function (text) {
				var next = one('[data-poll]', new DOMParser().parseFromString(text, 'text/html'));

				if (!next && text)
					return location.reload();
				if (next)
					section.innerHTML = next.innerHTML;
				poll(section);
			}, function () { poll(section); });
		}, 2000);
	}

	// ---- on a phone the menu is one row: what is open is in sight
	function menu() {
		var here = one('.menu [aria-current]'), row = here && here.closest('.menu');

		if (row)
			row.scrollLeft = here.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
	}

	document.addEventListener('DOMContentLoaded', function () {
		toast();
		menu();
		lists();
		place();
		selection();
		rows();
		all('.card > .scroll > .grid > thead').forEach(head);
		settings();
		printing();
		session();
		badges();
		all('[data-phrases]').forEach(phrases);
		all('[data-passage]').forEach(look);
		all('[data-later]').forEach(later);
		all('[data-poll]').forEach(poll);
		seen();
		paint();
		quoting();
		all('form[method=post]').forEach(function (form) {
			if (form.id !== 'content' && form.id !== 'list' && !form.hasAttribute('data-download'))
				once(form);
		});
		// before the editor, whose open menu takes Esc for itself
		document.addEventListener('keydown', keys, true);
		focus();
	});
})();
