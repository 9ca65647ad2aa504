// Niceties only: every page is complete without this file.
(function () {
	var clock = document.querySelector('[data-print-time]');

	document.querySelectorAll('[data-print]').forEach(function (button) {
		button.hidden = false;
		button.addEventListener('click', function () { window.print(); });
	});
	if (clock) {
		window.addEventListener('beforeprint', function () {
			clock.textContent = '打印时间 ' + new Date().toLocaleString('zh-CN');
		});
	}
})();
