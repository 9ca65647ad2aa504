// closure.js - why it is not for everybody: asked only then, with the articles that fit.
import { all, one } from './dom.js';

export function closure() {
	var openness = document.getElementById('f-openness'), box = one('[data-closed]');

	function fit() {
		var value = openness.value;

		box.hidden = value === 'active';
		box.open = !box.hidden;
		all('option[data-fits]', box).forEach(function (o) {
			o.hidden = o.getAttribute('data-fits').split(' ').indexOf(value) < 0;
			if (o.hidden)
				o.selected = false;
		});
	}
	openness.addEventListener('change', fit);
	fit();
}
