// fields.js - the date and the length of the summary.
import { one } from './dom.js';

export function fields() {
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
