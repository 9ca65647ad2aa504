// editor.js - the form of 内容表添加: kinds, editor, Word import, attachments,
// saving without leaving.  The form works without it.
(function () {
	'use strict';
	var form = document.getElementById('content');
	var places = form.getAttribute('data-static');
	var draft = form.getAttribute('data-target') === 'entry';
	var dirty = form.hasAttribute('data-dirty'), sending = false, leaving = false;
	var uploads = 0, sent = 0, editor = null;
	// The closed list of the stylesheet; what is numbered follows.
	var classes = 'ta-l ta-c ta-r ta-j ti-0 ff-song ff-xbs ff-hei ff-kai ff-fang ff-li ' +
	    'zh-0 zh-0s zh-1 zh-1s zh-2 zh-2s zh-3 zh-3s zh-4 zh-4s zh-5 zh-5s zh-6 zh-6s ' +
	    'zh-7 zh-8 sign rule nb tw gw-t gw-n gw-h gw-e red em-dot em-comma em-ring ' +
	    'em-under u-dbl u-wave u-dot u-dash caps caps-s va-t va-m va-b' + numbered();
	var equation = ['math', 'mi', 'mfrac', 'mover', 'mrow', 'mn', 'mo', 'mtext', 'msqrt',
		'mroot', 'msub', 'msup', 'msubsup', 'munder', 'munderover', 'mtable', 'mtr', 'mtd'];
	var sizes = [['初号', 'zh-0'], ['小初', 'zh-0s'], ['一号', 'zh-1'],
		['小一', 'zh-1s'], ['二号', 'zh-2'], ['小二', 'zh-2s'],
		['三号', 'zh-3'], ['小三', 'zh-3s'], ['四号', 'zh-4'],
		['小四', 'zh-4s'], ['五号', 'zh-5']];

	function numbered() {
		var names = '', k, width;

		for (k = 1; k <= 28; k++) {
			width = k > 16 ? k - 8 : k === 1 ? 'h' : (k >> 1) + (k % 2 ? 'h' : '');
			names += ' ti-' + width + ' hi-' + width + ' pl-' + width + ' pr-' + width;
		}
		for (k = 12; k <= 288; k += k < 48 ? 1 : k < 80 ? 2 : k < 144 ? 4 : 16)
			names += ' fs-' + k;
		for (k = 0; k < 512; k++)
			names += (' c-' + (k + 512).toString(8).slice(1)) +
			    (' bg-' + (k + 512).toString(8).slice(1));
		for (k = 0; k < 16; k++)
			names += ' bd-' + k.toString(16);
		return names;
	}
	function one(selector, from) { return (from || document).querySelector(selector); }
	function all(selector, from) {
		return Array.prototype.slice.call((from || document).querySelectorAll(selector));
	}
	function make(tag, className, text) {
		var e = document.createElement(tag);

		if (className)
			e.className = className;
		if (text)
			e.textContent = text;
		return e;
	}
	function icon(name) {
		var ns = 'http://www.w3.org/2000/svg';
		var svg = document.createElementNS(ns, 'svg'), use = document.createElementNS(ns, 'use');

		svg.setAttribute('class', 'i');
		svg.setAttribute('aria-hidden', 'true');
		use.setAttribute('href', '#i-' + name);
		svg.appendChild(use);
		return svg;
	}
	function touched() { dirty = true; }

	// ---- kinds
	function kinds() {
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

	// ---- date, summary
	function fields() {
		var date = document.getElementById('f-made_on'), open = one('[data-date-open]');
		var text = one('[data-count]'), counter = one('[data-counter]');

		function count() {
			counter.textContent = Array.from(text.value).length + ' / 500 字';
		}
		open.addEventListener('click', function () {
			date.focus();
			try { date.showPicker(); } catch (e) { /* typing is left */ }
		});
		text.addEventListener('input', count);
		count();
	}

	// ---- files
	function request(url, field, file, progress, done, failed) {
		var data = new FormData(), x = new XMLHttpRequest();

		data.append('csrf', one('input[name=csrf]', form).value);
		data.append(field, file);
		x.open('POST', url);
		x.setRequestHeader('X-Requested-With', 'fetch');
		x.upload.addEventListener('progress', function (event) {
			if (event.lengthComputable)
				progress(Math.round(event.loaded * 100 / event.total));
		});
		x.addEventListener('error', function () { failed('网络中断，请重试。'); });
		x.addEventListener('abort', function () { failed(''); });
		x.addEventListener('load', function () {
			var answer = read(x.responseText);

			if (x.status === 200 && answer)
				done(answer);
			else
				failed(complaint(answer, x.status));
		});
		x.send(data);
		return x;
	}

	function read(text) {
		try { return JSON.parse(text); } catch (e) { return null; }
	}

	function complaint(answer, status) {
		if (answer && answer.errors)
			return answer.errors.map(function (e) { return e.text; }).join('；');
		if (answer && answer.error)
			return answer.error;
		if (status === 413)
			return '文件太大。';
		return '没有成功，可能是登录已经过期。请在新窗口重新登录后再试。';
	}

	function size(bytes) {
		return bytes < 1048576 ? (bytes / 1024).toFixed(1) + ' KB' :
		    (bytes / 1048576).toFixed(1) + ' MB';
	}

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
		uploads++;
		going = request('/gkht/upload', 'file', file, function (percent) {
			bar.value = percent;
			note.textContent = size(file.size) + '，正在上传 ' + percent + '%';
		}, function (answer) {
			var id = make('input');

			uploads--;
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
			uploads--;
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

	function attachments() {
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

	// ---- Word import
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

		if (editor)
			editor.undoManager.transact(function () { editor.setContent(answer.html); });
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

	function wordDialog() {
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
			if (editor)
				editor.focus();
		});
		return function () {
			dialog.showModal();
			input.focus();
		};
	}

	// ---- the editor
	// Word writes looks as style attributes; those that mean something become
	// classes.  The attribute is renamed first: parsing it would be reported.
	function pasted(html) {
		var doc = new DOMParser().parseFromString(html.replace(/(\s)style\s*=/gi, '$1data-s='), 'text/html');

		all('style, script, meta, link, title, xml', doc).forEach(function (e) { e.remove(); });
		all('*', doc.body).forEach(function (e) {
			var look = (e.getAttribute('data-s') || '').toLowerCase();
			var align = /text-align:\s*(center|right|justify)/.exec(look) ||
			    [0, (e.getAttribute('align') || '').toLowerCase()];
			var keep = [];

			if (/^(p|h[1-6]|td|th|div)$/i.test(e.tagName)) {
				if (align[1] === 'center')
					keep.push('ta-c');
				else if (align[1] === 'right')
					keep.push('ta-r');
				else if (/text-indent:\s*[1-9]/.test(look))
					keep.push('ti-2');
			}
			Array.prototype.slice.call(e.attributes).forEach(function (a) {
				if (!/^(href|src|alt|colspan|rowspan|start|type)$/.test(a.name))
					e.removeAttribute(a.name);
			});
			if (keep.length)
				e.className = keep.join(' ');
			if (e.tagName.indexOf(':') >= 0)
				e.replaceWith.apply(e, Array.prototype.slice.call(e.childNodes));
		});
		return doc.body.innerHTML.replace(/<!--[\s\S]*?-->/g, '');
	}

	function takePaste(ed) {
		ed.getBody().addEventListener('paste', function (event) {
			var html = event.clipboardData && event.clipboardData.getData('text/html');

			if (!html || event.clipboardData.types.indexOf('x-hugerte/html') >= 0)
				return;
			event.preventDefault();
			event.stopImmediatePropagation();
			ed.insertContent(pasted(html));
		}, true);
	}

	function aligned(name) {
		return { selector: 'p,h1,h2,h3,h4,div,td,th,caption', classes: name };
	}

	function formats() {
		var f = {
			alignleft: aligned('ta-l'), aligncenter: aligned('ta-c'),
			alignright: aligned('ta-r'), alignjustify: aligned('ta-j'),
			indent2: aligned('ti-2')
		};

		sizes.forEach(function (s) { f[s[1]] = { inline: 'span', classes: s[1] }; });
		return f;
	}

	function chooseSize(ed, chosen) {
		ed.undoManager.transact(function () {
			sizes.forEach(function (s) { ed.formatter.remove(s[1]); });
			if (chosen)
				ed.formatter.apply(chosen);
		});
	}

	function buttons(ed, openWord) {
		var registry = ed.ui.registry;

		registry.addButton('importword', {
			text: '导入word文档', tooltip: '导入word文档', onAction: openWord
		});
		registry.addMenuButton('zhsize', {
			text: '字号', tooltip: '字号',
			fetch: function (callback) {
				callback([{ type: 'menuitem', text: '默认', onAction: function () {
					chooseSize(ed, null);
				} }].concat(sizes.map(function (s) {
					return { type: 'menuitem', text: s[0], onAction: function () {
						chooseSize(ed, s[1]);
					} };
				})));
			}
		});
		registry.addToggleButton('indent2', {
			text: '缩进 2 字', tooltip: '首行缩进 2 字',
			onAction: function () { ed.execCommand('mceToggleFormat', false, 'indent2'); },
			onSetup: function (api) {
				return ed.formatter.formatChanged('indent2', function (on) {
					api.setActive(on);
				}).unbind;
			}
		});
	}

	function start(openWord) {
		window.hugerte.init({
			target: document.getElementById('f-body'),
			base_url: places + '/hugerte', suffix: '.min',
			language: 'zh_CN', language_url: places + '/hugerte/langs/zh_CN.js',
			skin_url: places + '/hugerte/skins/ui/oxide',
			content_css: places + '/content.css', body_class: 'gw',
			iframe_aria_text: '原文',
			plugins: 'lists table link',
			toolbar: 'importword | undo redo | bold | blocks zhsize | alignleft ' +
			    'aligncenter alignright | indent2 | table | link',
			toolbar_mode: 'wrap', menubar: false, statusbar: false,
			branding: false, promotion: false, elementpath: false, resize: false,
			contextmenu: false, object_resizing: false, convert_urls: false,
			block_formats: '正文=p;一级标题=h2;二级标题=h3;三级标题=h4',
			formats: formats(), forced_root_block_attrs: { 'class': 'ti-2' },
			valid_styles: { '*': '' }, valid_classes: classes,
			// equations, which the editor does not know by itself
			custom_elements: '~' + equation.join(',~'),
			extended_valid_elements: 'math[display],mi[mathvariant],' +
			    'mfrac[linethickness],mover[accent],' + equation.slice(4).join(','),
			table_use_colgroups: false, table_default_styles: {},
			table_default_attributes: {}, table_sizing_mode: 'responsive',
			table_advtab: false, table_cell_advtab: false,
			table_row_advtab: false, table_appearance_options: false,
			table_style_by_css: false,
			link_target_list: false, link_title: false, link_default_target: '',
			paste_data_images: false,
			height: Math.max(340, Math.min(680, window.innerHeight - 400)),
			setup: function (ed) {
				buttons(ed, openWord);
				ed.on('init', function () {
					editor = ed;
					// the frame's title names it; a body may not
					ed.getBody().removeAttribute('aria-label');
					takePaste(ed);
				});
				ed.on('input change undo redo ExecCommand', function () {
					if (ed.isDirty())
						touched();
				});
				ed.on('keydown', function (event) {
					var name = event.key === 'Enter' ? 'ctrl+enter' : 'ctrl+s';

					if (!(event.ctrlKey || event.metaKey) ||
					    (event.key !== 'Enter' && event.key.toLowerCase() !== 's'))
						return;
					event.preventDefault();
					one('[data-key="' + name + '"]').click();
				});
			}
		});
	}

	// ---- saving
	function status(kind, text) {
		var s = one('[data-saved]');

		s.className = 'save ' + kind;
		s.textContent = text;
		if (kind === '')
			s.insertBefore(icon('check'), s.firstChild);
	}

	function reach(field) {
		var target = document.getElementById('f-' + field);

		if (field === 'body' && editor) {
			editor.getContainer().scrollIntoView({ block: 'center' });
			editor.focus();
			return;
		}
		if (!target)
			return;
		if (target.closest('details'))
			target.closest('details').open = true;
		if (field === 'secrecy')
			one('details', target).open = true;
		target.scrollIntoView({ block: 'center' });
		(one('button:not([hidden]), input', target) || target).focus();
	}

	// The passage that a finding is about: stars stand for what is not shown.
	function pattern(masked) {
		return new RegExp(Array.from(masked).map(function (c) {
			return c === '*' ? '[^\\n]{1,2}?' : '[' + c.replace(/[\]\\^-]/g, '\\$&') +
			    String.fromCharCode(c.charCodeAt(0) + (c > '!' && c <= '~' ? 0xfee0 : 0)) + '][ -]?';
		}).join(''), 'i');
	}

	function seek(field, masked) {
		var input = document.getElementById('f-' + field), doc, walk, hit, range;

		if (field !== 'body' || !editor) {
			hit = input.value && pattern(masked).exec(input.value);
			if (hit && input.setSelectionRange)
				input.setSelectionRange(hit.index, hit.index + hit[0].length);
			return;
		}
		doc = editor.getDoc();
		walk = doc.createTreeWalker(editor.getBody(), NodeFilter.SHOW_TEXT);
		while (!hit && walk.nextNode())
			hit = pattern(masked).exec(walk.currentNode.data);
		if (!hit)
			return;
		range = doc.createRange();
		range.setStart(walk.currentNode, hit.index);
		range.setEnd(walk.currentNode, hit.index + hit[0].length);
		editor.selection.setRng(range);
		walk.currentNode.parentNode.scrollIntoView({ block: 'center' });
	}

	function marks(list) {
		all('.field-err, .bad', form).forEach(function (e) {
			e.classList.remove('field-err', 'bad');
		});
		list.forEach(function (e) {
			var target = document.getElementById('f-' + e.field);
			var row = target && target.closest('.fr');

			if (target && target.offsetParent && target.matches('.form-control'))
				target.classList.add('bad');
			else if (row)
				row.classList.add('field-err');
		});
	}

	function errors(heading, list) {
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

	function checks(missing) {
		var fields = missing.map(function (m) { return m.field; });

		all('[data-check]').forEach(function (li) {
			li.className = fields.indexOf(li.getAttribute('data-check')) < 0 ? 'k' : 's';
		});
	}

	// The server draws what only it knows: the working-day light, documents
	// that are like this one, what was found.
	function refresh(parts) {
		fetch(form.action, { credentials: 'same-origin' }).then(function (r) {
			return r.text();
		}).then(function (html) {
			var page = new DOMParser().parseFromString(html, 'text/html');

			parts.forEach(function (name) {
				var part = '[data-fresh="' + name + '"]', fresh = one(part, page);

				if (fresh && one(part))
					one(part).replaceWith(document.importNode(fresh, true));
			});
		}).catch(function () { /* the next save shows it */ });
	}

	function saved(answer, button) {
		var address = '/gkht/entry/' + answer.id, on = one('#back input[name=on]');

		dirty = false;
		if (editor)
			editor.setDirty(false);
		one('input[name=version]', form).value = answer.version;
		document.getElementById('f-doc_no').value = answer.doc_no;
		form.action = address;
		history.replaceState(null, '', address);
		if (!on) {
			on = make('input');
			on.type = 'hidden';
			on.name = 'on';
			document.getElementById('back').appendChild(on);
		}
		on.value = answer.id;
		status('', '已保存 ' + answer.saved);
		checks(answer.missing);
		errors('草稿已保存，还不能提交，缺少下面的内容', answer.refused ? answer.missing : []);
		refresh(['lamp', 'alike', 'findings', 'secrecy-state'].concat(
		    button.value === 'sign' ? ['secrecy'] : []));
	}

	// What cannot be answered in place is sent as a page.
	function leave(button) {
		leaving = true;
		dirty = false;
		if (editor)
			editor.save();
		form.noValidate = true;
		form.requestSubmit(button);
	}

	// Whoever logged in again in another window has a new form token.
	function renew(button) {
		fetch(form.action, { credentials: 'same-origin' }).then(function (r) {
			return r.text();
		}).then(function (html) {
			var page = new DOMParser().parseFromString(html, 'text/html');
			var token = one('#content input[name=csrf]', page);

			if (token) {
				one('input[name=csrf]', form).value = token.value;
				send(button, true);
				return;
			}
			status('bad', '没有保存');
			errors('没有保存', [{ login: true, text: '登录已经过期，内容还在这里。请点这里在新窗口登录，再回来保存。' }]);
		}).catch(offline);
	}

	function offline() {
		status('bad', '没有保存');
		errors('没有保存', [{ text: '网络中断，内容还在这里，请重试。' }]);
	}

	function answered(status_, answer, button, again) {
		if (answer && answer.leave) {
			leave(button);
		} else if (answer && answer.go) {
			dirty = false;
			location.href = answer.go;
		} else if (status_ === 200 && answer) {
			saved(answer, button);
		} else if (status_ === 409) {
			leave(button);
		} else if (status_ === 403 && !again) {
			renew(button);
		} else {
			status('bad', '没有保存');
			errors('没有保存', answer && answer.errors ? answer.errors :
			    [{ text: complaint(answer, status_) }]);
		}
	}

	function send(button, again) {
		var data, buttons_ = all('.dlg-f .r button, [name=mend], [value=sign]', form);

		if (editor)
			editor.save();
		data = new FormData(form);
		data.append(button.name, button.value);
		data.delete('word');
		sending = true;
		buttons_.forEach(function (b) { b.disabled = true; });
		status('busy', '正在保存…');
		fetch(form.action, {
			method: 'POST', body: data, credentials: 'same-origin',
			headers: { 'X-Requested-With': 'fetch' }
		}).then(function (r) {
			return r.text().then(function (text) {
				rest();
				answered(r.status, read(text), button, again);
			});
		}).catch(function () {
			rest();
			offline();
		});
		function rest() {
			sending = false;
			buttons_.forEach(function (b) { b.disabled = false; });
		}
	}

	function submit(event) {
		var button = event.submitter || one('button[value=save]', form);

		if (leaving)
			return;
		if (uploads > 0) {
			event.preventDefault();
			errors('附件还在上传', [{ field: 'attachment', text: '请等上传完成，或者点【停止】。' }]);
			return;
		}
		if (draft) {
			event.preventDefault();
			if (!sending)
				send(button);
			return;
		}
		if (editor)
			editor.save();
		dirty = false;
	}

	document.addEventListener('DOMContentLoaded', function () {
		var openWord;

		document.querySelector('.over').appendChild(document.importNode(
		    document.getElementById('dialogs').content, true));
		openWord = wordDialog();
		all('[data-cancel]').forEach(function (b) {
			b.addEventListener('click', function () { b.closest('dialog').close(); });
		});
		kinds();
		all('[data-plain]').forEach(function (e) { e.remove(); });
		fields();
		attachments();
		form.addEventListener('input', touched);
		form.addEventListener('submit', submit);
		form.addEventListener('click', function (event) {
			var link = event.target.closest('a[href^="#f-"]');

			if (!link)
				return;
			event.preventDefault();
			reach(link.getAttribute('href').slice(3));
			if (link.hasAttribute('data-seek'))
				seek(link.getAttribute('href').slice(3), link.getAttribute('data-seek'));
		});
		window.addEventListener('beforeunload', function (event) {
			if (dirty)
				event.preventDefault();
		});
		start(openWord);
	});
})();
