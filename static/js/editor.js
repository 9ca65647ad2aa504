// editor.js - the form of 内容表添加, which works without it.  Its parts are
// modules beside it; each knows one subject.
import { attachments } from './editor/attachments.js';
import { closure } from './editor/closure.js';
import { all } from './editor/dom.js';
import { fields } from './editor/fields.js';
import { form, touched } from './editor/form.js';
import { copies } from './editor/keep.js';
import { kinds } from './editor/kinds.js';
import { reach, seek } from './editor/reach.js';
import { start } from './editor/richtext.js';
import { submit } from './editor/save.js';
import { wordDialog } from './editor/word.js';

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
	if (document.getElementById('f-body').tagName === 'TEXTAREA')
		start(openWord);
	closure();
	copies();
});
