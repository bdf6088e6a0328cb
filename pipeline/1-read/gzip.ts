export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

/**
 * Unpacks a gzip stream as it comes, one after another where several are joined.
 * @throws where it is damaged or cut off
 */
export async function* gunzip(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  const fed = (async () => {
    for await (const part of packed) await writer.write(part as Uint8Array<ArrayBuffer>);
    await writer.close();
  })();
  let fault: unknown; // one of the source, which the reading end does not know
  fed.catch((error: unknown) => {
    fault = error;
    return writer.abort(error).catch(() => {});
  });
  const reader = readable.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
    await fed;
  } catch (error) {
    throw fault ?? error;
  } finally {
    await reader.cancel().catch(() => {});
  }
}
