/** Bytes in base 64, piece by piece, without line breaks. */
export function* base64(chunks: Iterable<Uint8Array>): Generator<string> {
  let rest = new Uint8Array();
  for (const chunk of chunks) {
    const bytes = new Uint8Array(rest.length + chunk.length);
    bytes.set(rest);
    bytes.set(chunk, rest.length);
    const whole = bytes.length - (bytes.length % GROUP);
    for (let at = 0; at < whole; at += PIECE) yield encoded(bytes.subarray(at, Math.min(at + PIECE, whole)));
    rest = bytes.slice(whole);
  }
  if (rest.length) yield encoded(rest);
}

/** Three bytes are four characters. */
const GROUP = 3;
/** As many as a call may have arguments, with room. */
const PIECE = GROUP * (1 << 13);

const encoded = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
