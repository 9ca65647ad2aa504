// photo.mjs - a photograph that tells where it was taken: a JPEG of one grey
// square with a GPS part and an orientation in its EXIF.
const tiff = Buffer.from('4d4d002a00000008000201120003000000010006000088250004000000010000002600000000', 'hex');
const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
const size = Buffer.alloc(2);
size.writeUInt16BE(exif.length + 2);
// what has to stay of it: every pixel
export const rest = Buffer.from('ffdb004300' + '01'.repeat(64) + 'ffc0000b080001000101011100' + 'ffc40014000100000000000000000000000000000003ffc40014100100000000000000000000000000000000ffda0008010100003f0037ffd9', 'hex');
export const photo = Buffer.concat([Buffer.from('ffd8ffe1', 'hex'), size, exif, rest]);
