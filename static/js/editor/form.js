// form.js - the form itself, and what every part of its page must know.

export const form = document.getElementById('content');
// editor: null until it is there; uploads: those still under way
export const state = { dirty: form.hasAttribute('data-dirty'), editor: null, uploads: 0 };

export function touched() { state.dirty = true; }
