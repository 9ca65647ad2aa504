// paste.js - what comes from the clipboard brings classes, no styles.
import { all } from './dom.js';

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

export function takePaste(ed) {
	ed.getBody().addEventListener('paste', function (event) {
		var html = event.clipboardData && event.clipboardData.getData('text/html');

		if (!html || event.clipboardData.types.indexOf('x-hugerte/html') >= 0)
			return;
		event.preventDefault();
		event.stopImmediatePropagation();
		ed.insertContent(pasted(html));
	}, true);
}
