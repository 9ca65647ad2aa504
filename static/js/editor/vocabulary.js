// vocabulary.js - the closed list of the stylesheet, as the editor may keep it.

export const equation = ['math', 'mi', 'mfrac', 'mover', 'mrow', 'mn', 'mo', 'mtext', 'msqrt',
	'mroot', 'msub', 'msup', 'msubsup', 'munder', 'munderover', 'mtable', 'mtr', 'mtd'];
export const sizes = [['初号', 'zh-0'], ['小初', 'zh-0s'], ['一号', 'zh-1'],
	['小一', 'zh-1s'], ['二号', 'zh-2'], ['小二', 'zh-2s'],
	['三号', 'zh-3'], ['小三', 'zh-3s'], ['四号', 'zh-4'],
	['小四', 'zh-4s'], ['五号', 'zh-5']];

function numbered() {
	var names = '', k, width;

	for (k = 1; k <= 28; k++) {
		width = k > 16 ? k - 8 : k === 1 ? 'h' : (k >> 1) + (k % 2 ? 'h' : '');
		names += ' ti-' + width + ' hi-' + width + ' pl-' + width + ' pr-' + width +
		    ' sa-' + width + ' sb-' + width;
	}
	for (k = 12; k <= 288; k += k < 48 ? 1 : k < 80 ? 2 : k < 144 ? 4 : 16)
		names += ' fs-' + k;
	for (k of [1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 20, 24, 30, 36, 48])
		names += ' up-' + k + ' dn-' + k;
	for (k = 0; k < 512; k++)
		names += (' c-' + (k + 512).toString(8).slice(1)) +
		    (' bg-' + (k + 512).toString(8).slice(1));
	for (k = 0; k < 16; k++)
		names += ' bd-' + k.toString(16);
	for (k = 1; k < 100; k++)
		names += ' cw-' + k;
	return names;
}

export const classes = 'ta-l ta-c ta-r ta-j ta-d ti-0 ff-song ff-xbs ff-hei ff-kai ff-fang ff-li ' +
    'zh-0 zh-0s zh-1 zh-1s zh-2 zh-2s zh-3 zh-3s zh-4 zh-4s zh-5 zh-5s zh-6 zh-6s ' +
    'zh-7 zh-8 sign rule nb tw gw-t gw-n gw-h gw-e red em-dot em-comma em-ring ' +
    'em-under u-dbl u-wave u-dot u-dash caps caps-s va-t va-m va-b np twin' +
    numbered();
