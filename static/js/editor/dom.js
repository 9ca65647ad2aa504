// dom.js - finding and making elements.

export function one(selector, from) { return (from || document).querySelector(selector); }
export function all(selector, from) {
	return Array.prototype.slice.call((from || document).querySelectorAll(selector));
}

export function make(tag, className, text) {
	var e = document.createElement(tag);

	if (className)
		e.className = className;
	if (text)
		e.textContent = text;
	return e;
}

export function icon(name) {
	var ns = 'http://www.w3.org/2000/svg';
	var svg = document.createElementNS(ns, 'svg'), use = document.createElementNS(ns, 'use');

	svg.setAttribute('class', 'i');
	svg.setAttribute('aria-hidden', 'true');
	use.setAttribute('href', '#i-' + name);
	svg.appendChild(use);
	return svg;
}
