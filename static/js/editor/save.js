// save.js - saving without leaving the page.
import { all, make, one } from './dom.js';
import { form, state } from './form.js';
import { draft, keepFirst, settled, trouble } from './keep.js';
import { checks, errors, status } from './message.js';
import { complaint, read } from './request.js';


// The server draws what only it knows: the working-day light, documents
// that are like this one, what was found.
function refresh(parts) {
	fetch(form.action, { credentials: 'same-origin' }).then(function (r) {
		return r.text();
	}).then(function (html) {
		var page = new DOMParser().parseFromString(html, 'text/html');

		parts.forEach(function (name) {
			var part = '[data-fresh="' + name + '"]', fresh = one(part, page);

			if (fresh && one(part))
				one(part).replaceWith(document.importNode(fresh, true));
		});
	}).catch(function () { /* the next save shows it */ });
}

function saved(answer, button, n) {
	var address = '/gkht/entry/' + answer.id, on = one('#back input[name=on]');

	settled(n);
	if (state.editor)
		state.editor.setDirty(false);
	one('input[name=version]', form).value = answer.version;
	document.getElementById('f-doc_no').value = answer.doc_no;
	form.action = address;
	history.replaceState(null, '', address);
	if (!on) {
		on = make('input');
		on.type = 'hidden';
		on.name = 'on';
		document.getElementById('back').appendChild(on);
	}
	on.value = answer.id;
	status('', '已保存 ' + answer.saved);
	checks(answer.missing);
	errors('草稿已保存，还不能提交，缺少下面的内容', answer.refused ? answer.missing : []);
	refresh(['lamp', 'alike', 'findings', 'secrecy-state'].concat(
	    button.value === 'sign' ? ['secrecy'] : []));
}

// What cannot be answered in place is sent as a page.
function leave(button) {
	state.leaving = true;
	state.dirty = false;
	if (state.editor)
		state.editor.save();
	form.noValidate = true;
	form.requestSubmit(button);
}

// Whoever logged in again in another window has a new form token.
function renew(button) {
	fetch(form.action, { credentials: 'same-origin' }).then(function (r) {
		return r.text();
	}).then(function (html) {
		var page = new DOMParser().parseFromString(html, 'text/html');
		var token = one('#content input[name=csrf]', page);

		if (token) {
			one('input[name=csrf]', form).value = token.value;
			send(button, true);
			return;
		}
		status('bad', '没有保存');
		errors('没有保存', [{ login: true, text: '登录已经过期，内容还在这里。请点这里在新窗口登录，再回来保存。' }]);
	}).catch(offline);
}

function offline() {
	trouble();
	status('bad', '没有保存');
	errors('没有保存', [{ text: '网络中断，内容还在这里，请重试。' }]);
}

function answered(status_, answer, button, again, n) {
	if (answer && answer.leave) {
		leave(button);
	} else if (answer && answer.go) {
		state.dirty = false;
		location.href = answer.go;
	} else if (status_ === 200 && answer) {
		saved(answer, button, n);
	} else if (status_ === 409) {
		leave(button);
	} else if (status_ === 403 && !again) {
		renew(button);
	} else {
		status('bad', '没有保存');
		errors('没有保存', answer && answer.errors ? answer.errors :
		    [{ text: complaint(answer, status_) }]);
	}
}

function send(button, again) {
	var data, n = state.changes, buttons_ = all('.dlg-f .r button, [name=mend], [value=sign]', form);

	if (state.editor)
		state.editor.save();
	data = new FormData(form);
	data.append(button.name, button.value);
	data.delete('word');
	state.sending = true;
	buttons_.forEach(function (b) { b.disabled = true; });
	status('busy', '正在保存…');
	fetch(form.action, {
		method: 'POST', body: data, credentials: 'same-origin',
		headers: { 'X-Requested-With': 'fetch' }
	}).then(function (r) {
		return r.text().then(function (text) {
			rest();
			answered(r.status, read(text), button, again, n);
		});
	}).catch(function () {
		rest();
		offline();
	});
	function rest() {
		state.sending = false;
		buttons_.forEach(function (b) { b.disabled = false; });
	}
}

export function submit(event) {
	var button = event.submitter || one('button[value=save], button[data-key]', form);

	if (state.leaving)
		return;
	if (state.uploads > 0) {
		event.preventDefault();
		errors('附件还在上传', [{ field: 'attachment', text: '请等上传完成，或者点【停止】。' }]);
		return;
	}
	event.preventDefault();
	// both sides in one form: a page again, as after the conflict
	if (!draft || button.value === 'merge')
		keepFirst(function () { leave(button); });
	else if (!state.sending)
		send(button);
}
