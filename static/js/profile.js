// profile.js - the forms of structured documents, which work without it: what
// is typed is kept, as in editor.js.
import { form, touched } from './editor/form.js';
import { copies } from './editor/keep.js';
import { submit } from './editor/save.js';

document.addEventListener('DOMContentLoaded', function () {
	form.addEventListener('input', touched);
	form.addEventListener('change', touched);
	form.addEventListener('submit', submit);
	copies();
});
