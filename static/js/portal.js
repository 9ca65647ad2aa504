// Niceties only: every page is complete without this file.
(function () {
	var clock = document.querySelector('[data-print-time]');

	document.querySelectorAll('[data-print]').forEach(function (button) {
		button.hidden = false;
		button.addEventListener('click', function () { window.print(); });
	});
	if (clock) {
		window.addEventListener('beforeprint', function () {
			clock.textContent = '打印时间 ' + new Date().toLocaleString('zh-CN');
		});
	}
	document.querySelectorAll('[data-suggest]').forEach(suggest);
	document.querySelectorAll('[data-read]').forEach(reader);

	// Reads a text aloud with the browser's own voice, paragraph by
	// paragraph, and shows where it is.  data-read names the text,
	// data-stop what the button says meanwhile.
	function reader(button) {
		var label = button.querySelector('span'), begin = label.textContent;
		var blocks = 'h1, h2, h3, h4, p, li, caption, th, td, dt, dd';
		var left = [], now = null;

		if (!('speechSynthesis' in window))
			return;
		button.hidden = false;
		button.addEventListener('click', function () {
			if (now)
				stop();
			else
				start();
		});
		window.addEventListener('pagehide', stop);

		function start() {
			left = [].filter.call(document.querySelector(button.dataset.read).querySelectorAll(blocks), function (block) {
				return !block.querySelector(blocks) && !block.closest('.no-print') && block.textContent.trim();
			});
			label.textContent = button.dataset.stop;
			button.setAttribute('aria-pressed', 'true');
			next();
		}

		function next() {
			var block = left.shift(), words;

			if (now)
				now.classList.remove('reading');
			now = block;
			if (!block)
				return stop();
			words = new SpeechSynthesisUtterance(block.textContent);
			words.lang = document.documentElement.lang;
			words.rate = 0.9;
			words.onend = words.onerror = function () {
				if (now === block)
					next();
			};
			block.classList.add('reading');
			block.scrollIntoView({ block: 'nearest' });
			window.speechSynthesis.speak(words);
		}

		function stop() {
			if (now)
				now.classList.remove('reading');
			now = null;
			left = [];
			window.speechSynthesis.cancel();
			label.textContent = begin;
			button.setAttribute('aria-pressed', 'false');
		}
	}

	// A search box that offers units, categories, words and titles while
	// somebody types: the combobox pattern of ARIA 1.2 with a list.
	// data-suggest holds the names of the four kinds and what is said of
	// their number.
	function suggest(input) {
		var names = input.dataset.suggest.split('|');
		var kinds = ['unit', 'category', 'word', 'title'];
		var list = document.createElement('ul');
		var said = document.createElement('span');
		var known = new Map();	// answers of this page
		var shown = [], at = -1, timer, asked = '';

		list.id = input.id + '-list';
		list.className = 'suggest';
		list.hidden = true;
		list.setAttribute('role', 'listbox');
		list.setAttribute('aria-label', names[5]);
		said.className = 'sr';
		said.setAttribute('role', 'status');
		input.type = 'text';
		input.autocomplete = 'off';
		input.setAttribute('enterkeyhint', 'search');
		input.setAttribute('role', 'combobox');
		input.setAttribute('aria-autocomplete', 'list');
		input.setAttribute('aria-expanded', 'false');
		input.setAttribute('aria-controls', list.id);
		input.form.append(list, said);

		function close() {
			list.hidden = true;
			input.setAttribute('aria-expanded', 'false');
			mark(-1);
		}

		function mark(k) {
			[].forEach.call(list.children, function (option, n) {
				option.setAttribute('aria-selected', String(n === k));
			});
			at = k;
			if (k < 0) {
				input.removeAttribute('aria-activedescendant');
				return;
			}
			input.setAttribute('aria-activedescendant', list.children[k].id);
			list.children[k].scrollIntoView({ block: 'nearest' });
		}

		function option(one, k) {
			var item = document.createElement('li');
			var kind = document.createElement('i');
			var text = document.createElement('span');

			item.id = list.id + k;
			item.setAttribute('role', 'option');
			kind.textContent = names[kinds.indexOf(one.kind)];
			text.textContent = one.text;
			item.append(text, kind);
			item.addEventListener('click', function () { take(one); });
			return item;
		}

		function show(found) {
			shown = found;
			list.replaceChildren.apply(list, found.map(option));
			list.hidden = found.length === 0;
			input.setAttribute('aria-expanded', String(found.length > 0));
			said.textContent = found.length > 0 ? found.length + ' ' + names[4] : '';
			mark(-1);
		}

		function take(one) {
			close();
			if (one.kind !== 'word') {
				location.assign(one.at);
				return;
			}
			input.value = one.text;
			input.form.submit();
		}

		function ask() {
			var typed = asked = input.value.trim();

			if (typed === '') {
				close();
			} else if (known.has(typed)) {
				show(known.get(typed));
			} else {
				fetch('/suggest?q=' + encodeURIComponent(typed)).then(function (answer) {
					return answer.ok ? answer.json() : { suggestions: [] };
				}).then(function (answer) {
					known.set(typed, answer.suggestions);
					if (typed === asked && document.activeElement === input)
						show(answer.suggestions);
				}).catch(function () { /* nothing to offer */ });
			}
		}

		function soon() {
			clearTimeout(timer);
			timer = setTimeout(ask, 120);
		}

		input.addEventListener('input', function (e) {
			if (!e.isComposing)
				soon();
		});
		input.addEventListener('compositionend', soon);
		input.addEventListener('blur', function () {
			asked = '';
			clearTimeout(timer);
			close();
		});
		// a press would take the focus away before it becomes a click
		list.addEventListener('mousedown', function (e) { e.preventDefault(); });
		input.addEventListener('keydown', function (e) {
			if (e.isComposing)
				return;
			if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
				e.preventDefault();
				if (list.hidden)
					ask();
				else if (e.key === 'ArrowDown')
					mark(at + 1 < shown.length ? at + 1 : -1);
				else
					mark(at < 0 ? shown.length - 1 : at - 1);
			} else if (e.key === 'Enter' && at >= 0) {
				e.preventDefault();
				take(shown[at]);
			} else if (e.key === 'Escape' && !list.hidden) {
				e.preventDefault();
				close();
			}
		});
	}
})();
