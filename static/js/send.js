// send.js - forms on an unsure line (data-send says what then to do): what was
// chosen stays on the page until there is an answer.  Not a module: the page of
// a refusal is written in place of this one and runs it anew.
(function () {
	'use strict';

	// there before anything is said, so that it is heard
	function told(form) {
		var p = form.querySelector('[data-told]');

		if (p)
			return p;
		p = form.appendChild(document.createElement('p'));
		p.setAttribute('data-told', '');
		p.setAttribute('role', 'status');
		p.hidden = true;
		return p;
	}
	function tell(form, text, bad) {
		var p = told(form);

		p.hidden = false;
		p.className = bad ? 'err' : 'hint';
		p.textContent = text;
	}

	function progress(form, upload) {
		var bar = form.insertBefore(document.createElement('progress'), told(form));

		bar.max = 100;
		bar.setAttribute('aria-label', '上传进度');
		upload.addEventListener('progress', function (e) {
			if (e.lengthComputable)
				bar.value = Math.round(e.loaded * 100 / e.total);
		});
	}

	function broken(form, why) {
		var bar = form.querySelector('progress');

		if (bar)
			bar.remove();
		form.querySelectorAll('button').forEach(function (b) { b.disabled = false; });
		tell(form, why + form.getAttribute('data-send'), true);
	}

	// where it led to; a refusal shows its page here
	function answered(form, x) {
		if (x.status >= 500) {
			broken(form, x.status === 500 ? '系统出错了，没有完成。' : x.status === 503 ? '现在很忙，没有完成。' : '系统刚刚中断，正在恢复。');
		} else if (x.status < 400) {
			location.href = x.responseURL;
		} else {
			document.open();
			document.write(x.responseText);
			document.close();
		}
	}

	document.querySelectorAll('form[data-send]').forEach(told);
	document.addEventListener('submit', function (event) {
		var form = event.target, x = new XMLHttpRequest(), data, button = event.submitter;

		if (!form.hasAttribute('data-send') || event.defaultPrevented)
			return;
		event.preventDefault();
		data = new FormData(form);
		if (button && button.name)
			data.append(button.name, button.value);
		x.open('POST', form.getAttribute('action'));
		tell(form, '正在发送…', false);
		if (form.querySelector('input[type=file]'))
			progress(form, x.upload);
		x.addEventListener('load', function () { answered(form, x); });
		x.addEventListener('error', function () { broken(form, '网络中断，没有得到答复。'); });
		x.send(data);
	});
}());
