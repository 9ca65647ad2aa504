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

// The text with the places of its nodes: a number may be half in bold.
function textOf(body) {
	var walk = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
	var all = { text: '', nodes: [] }, block, last;

	while (walk.nextNode()) {
		block = walk.currentNode.parentNode.closest('p, li, td, th, h1, h2, h3, h4, h5, h6, body');
		all.text += last && block !== last ? '\n' : '';
		all.nodes.push({ node: walk.currentNode, at: all.text.length });
		all.text += walk.currentNode.data;
		last = block;
	}
	return all;
}

function spot(all, at) {
	var in_ = all.nodes.filter(function (n) { return n.at <= at; }).pop();

	return { node: in_.node, at: Math.min(at - in_.at, in_.node.data.length) };
}

function passage(body, masked) {
	var all = textOf(body), hit = pattern(masked).exec(all.text);
	var range = body.ownerDocument.createRange(), from, to, link;

	if (hit) {
		from = spot(all, hit.index);
		to = spot(all, hit.index + hit[0].length - 1);
		range.setStart(from.node, from.at);
		range.setEnd(to.node, to.at + 1);
		return range;
	}
	// an address stands in no text
	link = Array.from(body.querySelectorAll('a[href]')).find(function (a) {
		return a.href === masked || a.getAttribute('data-mce-href') === masked;
	});
	if (link)
		range.selectNodeContents(link);
	return link ? range : null;
}

export function seek(field, masked) {
	var input = document.getElementById('f-' + field), hit, range;

	if (field !== 'body' || !state.editor) {
		hit = input.value && pattern(masked).exec(input.value);
		if (hit && input.setSelectionRange)
			input.setSelectionRange(hit.index, hit.index + hit[0].length);
		return;
	}
	range = passage(state.editor.getBody(), masked);
	if (!range)
		return;
	state.editor.selection.setRng(range);
	range.startContainer.parentNode.scrollIntoView({ block: 'center' });
}
