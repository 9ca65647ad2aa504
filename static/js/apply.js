// Proof of work before an application is sent (ALTCHA's worker finds it, the
// server checks it).  Without this file, or when anything fails, the form is
// taken as well, only less often from one address.
(function () {
	var place = document.querySelector('[data-challenge]');
	var field = document.querySelector('input[name="altcha"]');

	function workerAddress() {
		var address = place.getAttribute('data-worker');

		return window.trustedTypes ? window.trustedTypes.createPolicy('xxgk-worker', {
			createScriptURL: function () { return address; }
		}).createScriptURL('') : address;
	}

	function prove(challenge) {
		var worker = new Worker(workerAddress());

		worker.onmessage = function (event) {
			worker.terminate();
			if (!event.data || !event.data.derivedKey) {
				place.textContent = '';
				return;
			}
			field.value = btoa(JSON.stringify({ challenge: challenge, solution: event.data }));
			place.textContent = place.getAttribute('data-done');
		};
		worker.onerror = function () { place.textContent = ''; };
		worker.postMessage({ type: 'work', challenge: challenge, counterMode: 'uint32', counterStart: 0, counterStep: 1 });
		place.textContent = place.getAttribute('data-working');
	}

	// Only a secure address has what the worker needs.
	if (!place || !field || !window.Worker || !window.isSecureContext)
		return;
	fetch(place.getAttribute('data-challenge'), { credentials: 'same-origin' })
		.then(function (answer) { return answer.ok ? answer.json() : null; })
		.then(function (challenge) { if (challenge) prove(challenge); })
		.catch(function () { place.textContent = ''; });
})();
