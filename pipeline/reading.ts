import type { Report } from '../src/report.ts';
import type { Input, Progress } from './types.ts';

/** The same documents; tells how many records were read of them so far, document by document and piece by piece. */
export async function* counted(inputs: AsyncIterable<Input>, { files }: Report, progress: Progress): AsyncGenerator<Input> {
  let [before, at] = [0, 0];
  const tell = (): void => {
    while (at < files.length - 1) before += files[at++]!.read;
    progress('read', before + (files[at]?.read ?? 0));
  };
  for await (const input of inputs) {
    yield { ...input, bytes: pieces(input.bytes, tell) };
    tell();
  }
}

async function* pieces(bytes: Input['bytes'], tell: () => void): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) {
    tell();
    yield piece;
  }
}
