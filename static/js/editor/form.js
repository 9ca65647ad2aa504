// form.js - the form itself, and what every part of its page must know.

export const form = document.getElementById('content');
// editor: null until it is there; uploads: those still under way
// changes: how often something was changed; kept: the same when it was kept last
export const state = {
	dirty: form.hasAttribute('data-dirty'), editor: null, uploads: 0,
	changes: 0, kept: 0, sending: false, leaving: false, onchange: null
};

export function touched() {
	state.dirty = true;
	state.changes++;
	if (state.onchange)
		state.onchange();
}
