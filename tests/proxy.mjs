// proxy.mjs - a line between a browser and the web server that can be cut.
import { connect, createServer } from 'node:net';

export async function proxy(port) {
	let after = Infinity, answer = null, down = false, cuts = 0;
	const open = new Set();
	const server = createServer((client) => {
		const up = connect(port, '127.0.0.1');
		let seen = 0, posted = false;
		const end = () => { client.destroy(); up.destroy(); open.delete(end); };
		const cut = () => {
			cuts++;
			down = true;
			for (const e of [...open])
				e();
		};
		open.add(end);
		if (down)
			return end();
		client.on('data', (d) => {
			seen += d.length;
			posted ||= answer !== null && d.subarray(0, 2000).toString('latin1').startsWith(`POST ${answer}`);
			if (seen > after)
				return cut();
			up.write(d);
		});
		up.on('data', (d) => (posted ? cut() : client.write(d)));
		for (const s of [client, up]) {
			s.on('error', end);
			s.on('close', end);
		}
		return null;
	});
	await new Promise((done) => server.listen(0, '127.0.0.1', done));
	return {
		url: `http://127.0.0.1:${server.address().port}`,
		get cuts() { return cuts; },
		// when so many bytes have gone up on one connection; or with the first
		// byte of the answer to a POST there
		cutAfter(bytes) { after = bytes; },
		cutAnswer(path) { answer = path; },
		mend() { after = Infinity; answer = null; down = false; },
		async stop() {
			for (const e of [...open])
				e();
			await new Promise((done) => server.close(done));
		},
	};
}
