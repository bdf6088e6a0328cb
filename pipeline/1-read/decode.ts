/** What the bytes of a file say, as text. */
export interface Decoded {
  /** Without a byte order mark, every line end one line feed; otherwise as given. */
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  /** Number of ill-formed sequences, each replaced by U+FFFD. */
  replaced: number;
}

/**
 * The one decoder: UTF-8, or UTF-16 where a byte order mark or the pattern of zero bytes says so. Never throws.
 */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  const raw = new TextDecoder(encoding).decode(bytes);
  const replaced = raw.includes('\ufffd') ? count(raw, '\ufffd') - givenReplacements(bytes, encoding) : 0;
  return { text: raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw, encoding, replaced };
}

function encodingOf(bytes: Uint8Array): Decoded['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // No mark: ASCII in UTF-16 has a zero in every second byte, and never one in the others.
  const head = bytes.subarray(0, 1024);
  const zeros = [0, 0];
  for (const [i, byte] of head.entries()) if (byte === 0) zeros[i % 2]!++;
  const many = head.length >= 8 ? head.length * 0.35 : Infinity;
  if (zeros[1]! > many && zeros[0] === 0) return 'utf-16le';
  if (zeros[0]! > many && zeros[1] === 0) return 'utf-16be';
  return 'utf-8';
}

function count(text: string, sign: string): number {
  let n = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) n++;
  return n;
}

/** How many U+FFFD stand in the bytes themselves: these are as given, no sign of damage. */
function givenReplacements(bytes: Uint8Array, encoding: Decoded['encoding']): number {
  let n = 0;
  if (encoding === 'utf-8') {
    for (let i = 0; i + 2 < bytes.length; i++) if (bytes[i] === 0xef && bytes[i + 1] === 0xbf && bytes[i + 2] === 0xbd) n++;
    return n;
  }
  const [first, second] = encoding === 'utf-16le' ? [0xfd, 0xff] : [0xff, 0xfd];
  for (let i = 0; i + 1 < bytes.length; i += 2) if (bytes[i] === first && bytes[i + 1] === second) n++;
  return n;
}
