import { CAPS } from './caps.ts';

/** What a file begins with when it is no text, with the remedy. */
const SIGNATURES: readonly [bytes: number[], what: string][] = [
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG image: give the text of the page instead of a picture of it'],
  [[0xff, 0xd8, 0xff], 'a JPEG image: give the text of the page instead of a picture of it'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF image: give the text of the page instead of a picture of it'],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'a PDF: give the title and abstract as text, or as JSON Lines'],
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive (or an office document): unpack it, or save it as plain text'],
  [[0x1f, 0x8b], 'gzip-compressed twice: unpack it first (gunzip)'],
  [[0x42, 0x5a, 0x68], 'bzip2-compressed: unpack it first (bunzip2)'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'xz-compressed: unpack it first (unxz)'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'zstd-compressed: unpack it first (unzstd)'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7z archive: unpack it first'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an office document: save it as plain text'],
];

/** "ustar", in the heading of the first file. */
const TAR = [0x75, 0x73, 0x74, 0x61, 0x72];

/** Says what is wrong with bytes that hold no text, and the remedy; null for the others. */
export function binaryKind(bytes: Uint8Array): string | null {
  if (TAR.every((byte, i) => bytes[257 + i] === byte)) return 'this is a tar archive: unpack it, and give the folder';
  const known = SIGNATURES.find(([start]) => start.every((byte, i) => bytes[i] === byte));
  return known ? `this is ${known[1]}` : null;
}

/** Text that is mostly control characters was no text. */
export function looksBinary(text: string): boolean {
  const head = text.slice(0, CAPS.head);
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    const c = head.charCodeAt(i);
    if ((c < 32 && c !== 9 && c !== 10 && c !== 12) || c === 127 || c === 0xfffd) odd++;
  }
  return odd > head.length * 0.05;
}

/** Says what a text is that no reader takes, and the remedy. `readers` describes what could be read. */
export function textKind(text: string, readers: string): string {
  const head = text.slice(0, 1024).trimStart();
  if (/^<(?:!doctype html|html|head|body|meta|script|div)\b/i.test(head))
    return 'this is an HTML page: save the page as text (Save as > Text), or export JSON Lines with title and abstract';
  if (head.startsWith('<')) return `this is XML, and no reader knows it; readable are ${readers}`;
  if (/^[[{]/.test(head)) return `this looks like JSON, but holds no objects; readable are ${readers}`;
  return `no reader knows this text; readable are ${readers}`;
}
