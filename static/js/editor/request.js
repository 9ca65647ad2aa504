// request.js - a file on its way to the server, and the words for what went
// wrong; whether the same may be tried again.
import { one } from './dom.js';
import { form } from './form.js';

export function request(url, field, file, progress, done, failed) {
	var data = new FormData(), x = new XMLHttpRequest();

	data.append('csrf', one('input[name=csrf]', form).value);
	data.append(field, file);
	x.open('POST', url);
	x.setRequestHeader('X-Requested-With', 'fetch');
	x.upload.addEventListener('progress', function (event) {
		if (event.lengthComputable)
			progress(Math.round(event.loaded * 100 / event.total));
	});
	x.addEventListener('error', function () { failed('网络中断，请重试。', true); });
	x.addEventListener('abort', function () { failed('', true); });
	x.addEventListener('load', function () {
		var answer = read(x.responseText);

		if (x.status === 200 && answer)
			done(answer);
		else
			failed(complaint(answer, x.status), x.status !== 422 && x.status !== 413);
	});
	x.send(data);
	return x;
}

export function read(text) {
	try { return JSON.parse(text); } catch (e) { return null; }
}

export function complaint(answer, status) {
	if (answer && answer.errors)
		return answer.errors.map(function (e) { return e.text; }).join('；');
	if (answer && answer.error)
		return answer.error;
	if (status === 413)
		return '文件太大。';
	if (status === 503)
		return '现在很忙，请过几秒再试。';
	if (status >= 502)
		return '系统刚刚中断，正在恢复，请过几秒再试。';
	if (status >= 500)
		return '系统出错了，没有成功，请再试一次。';
	return '没有成功，可能是登录已经过期。请在新窗口重新登录后再试。';
}

export function size(bytes) {
	return bytes < 1048576 ? (bytes / 1024).toFixed(1) + ' KB' :
	    (bytes / 1048576).toFixed(1) + ' MB';
}
