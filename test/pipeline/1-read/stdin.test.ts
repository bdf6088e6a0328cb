import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

describe('standard input', () => {
  it('is one document, read once', () => {
    const script = `
      import { inputsFrom } from './pipeline/1-read/files.ts';
      void (async () => {
        for await (const { name, bytes } of inputsFrom(['-', '-'], { messages: [], files: [] })) {
          let length = 0;
          for await (const part of bytes) length += part.length;
          process.stdout.write(name + ': ' + length);
        }
      })();`;
    const out = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { input: 'x'.repeat(200_000) });
    expect(String(out)).toBe('standard input: 200000');
  });
});
