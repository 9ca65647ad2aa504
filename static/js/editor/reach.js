// reach.js - to the field, and to the passage in it, that a message is about.
import { one } from './dom.js';
import { state } from './form.js';

export function reach(field) {
	var target = document.getElementById('f-' + field);

	if (field === 'body' && state.editor) {
		state.editor.getContainer().scrollIntoView({ block: 'center' });
		state.editor.focus();
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

export function seek(field, masked) {
	var input = document.getElementById('f-' + field), doc, walk, hit, range;

	if (field !== 'body' || !state.editor) {
		hit = input.value && pattern(masked).exec(input.value);
		if (hit && input.setSelectionRange)
			input.setSelectionRange(hit.index, hit.index + hit[0].length);
		return;
	}
	doc = state.editor.getDoc();
	walk = doc.createTreeWalker(state.editor.getBody(), NodeFilter.SHOW_TEXT);
	while (!hit && walk.nextNode())
		hit = pattern(masked).exec(walk.currentNode.data);
	if (!hit)
		return;
	range = doc.createRange();
	range.setStart(walk.currentNode, hit.index);
	range.setEnd(walk.currentNode, hit.index + hit[0].length);
	state.editor.selection.setRng(range);
	walk.currentNode.parentNode.scrollIntoView({ block: 'center' });
}
