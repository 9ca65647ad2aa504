// soffice.mjs - documents in other formats, made from ours by LibreOffice.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

export const installed = existsSync('/usr/lib/libreoffice/program/soffice.bin');

// to: an ending, or ending:filter
export function convert(path, to) {
	const dir = mkdtempSync(join(tmpdir(), 'soffice-'));
	try {
		execFileSync('soffice', [`-env:UserInstallation=file://${dir}/profile`, '--headless',
			'--norestore', '--convert-to', to, '--outdir', dir, path], { stdio: 'ignore', timeout: 120000 });
		return readFileSync(join(dir, basename(path).replace(/\.[^.]*$/, `.${to.split(':')[0]}`)));
	} finally {
		rmSync(dir, { recursive: true, force: true });
	}
}
