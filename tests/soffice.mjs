// soffice.mjs - documents in other formats, made from ours by LibreOffice.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

export const installed = existsSync('/usr/lib/libreoffice/program/soffice.bin');

// The profile is made once, and each document once in each format.  It seems
// used: a new one has the machine's graphics tried out at every start.
const used = '<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.0</value></prop></item></oor:items>';
const made = new Map();
let home;

function profile() {
	if (!home) {
		home = mkdtempSync(join(tmpdir(), 'soffice-'));
		mkdirSync(join(home, 'profile/user'), { recursive: true });
		writeFileSync(join(home, 'profile/user/registrymodifications.xcu'), used);
		process.on('exit', () => rmSync(home, { recursive: true, force: true }));
	}
	return home;
}

// to: an ending, or ending:filter
export function convert(path, to) {
	const key = `${to} ${path}`;

	if (!made.has(key)) {
		const dir = mkdtempSync(join(profile(), 'out-'));

		execFileSync('soffice', [`-env:UserInstallation=file://${home}/profile`, '--headless',
			'--norestore', '--convert-to', to, '--outdir', dir, path], { stdio: 'ignore', timeout: 120000 });
		made.set(key, readFileSync(join(dir, basename(path).replace(/\.[^.]*$/, `.${to.split(':')[0]}`))));
	}
	return made.get(key);
}
