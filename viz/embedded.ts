/** A graph that the page itself holds: columns or JSON, compressed by gzip or not, in base 64, in the element with the id `graph`. */
import { openBytes, type Loaded } from './load.ts';

/** The graph in the page, or null where it holds none. */
export function embedded(): Promise<Loaded> | null {
  const text = document.getElementById('graph')?.textContent?.trim();
  return text ? unpacked(text).then((bytes) => openBytes(bytes, 'the graph in this page')) : null;
}

async function unpacked(text: string): Promise<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.buffer;
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
