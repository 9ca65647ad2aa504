// richtext.js - the editor of the body: its buttons, its formats, what it may keep.
import { one } from './dom.js';
import { form, state, touched } from './form.js';
import { takePaste } from './paste.js';
import { classes, equation, sizes } from './vocabulary.js';

const places = form.getAttribute('data-static');

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

// The tools are reached by Alt+F10 and go round there by Tab; this button is
// none of them: Tab comes to it and goes on.
function ownStop(button) {
	button.tabIndex = 0;
	button.addEventListener('keydown', function (event) {
		if (event.key === 'Tab')
			event.stopPropagation();
	});
}

function buttons(ed, openWord) {
	var registry = ed.ui.registry;

	registry.addButton('importword', {
		text: '导入word文档', tooltip: '导入word文档', onAction: openWord,
		onSetup: function () {
			ownStop(one('[data-mce-name=importword]', ed.getContainer()));
			return function () {};
		}
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

// Without script the text is written in lines, as the server reads them.
function paragraphs(text) {
	var p = document.createElement('p');

	return text.split(/\n\s*\n/).map(function (lines) {
		p.textContent = lines.trim();
		return '<p class="ti-2">' + p.innerHTML.replace(/\n/g, '<br>') + '</p>';
	}).join('');
}

export function start(openWord) {
	var body = document.getElementById('f-body');

	// the browser may have put back what the editor wrote there
	if (body.hasAttribute('data-lines') && body.value && !/^<p/.test(body.value))
		body.value = paragraphs(body.value);
	window.hugerte.init({
		target: body,
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
		// an empty line as the importer writes it
		pad_empty_with_br: true,
		link_target_list: false, link_title: false, link_default_target: '',
		paste_data_images: false,
		height: Math.max(340, Math.min(680, window.innerHeight - 400)),
		setup: function (ed) {
			buttons(ed, openWord);
			ed.on('init', function () {
				state.editor = ed;
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
