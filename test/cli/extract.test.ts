import { expect, onTestFinished, test, vi } from 'vitest';
import { extractCommand } from '../../pipeline/cli/extract.ts';
import type { BuildOptions } from '../../pipeline/pipeline.ts';

vi.mock('../../pipeline/records-of.ts', () => ({
  async *recordsOf(_inputs: unknown, _report: unknown, { progress }: BuildOptions) {
    progress!('extract', 3);
    yield '{"id":"a"}\n';
    throw new Error('no more');
  },
}));

test('an error in the middle ends the progress, so that its message has a line of its own', async () => {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  onTestFinished(() => [out, err].forEach((spy) => spy.mockRestore()));
  const terminal = process.stderr.isTTY;
  process.stderr.isTTY = false;
  onTestFinished(() => void (process.stderr.isTTY = terminal));
  await expect(extractCommand(['x'], { quiet: false, progress: 'auto' })).rejects.toThrow('no more');
  expect(out.mock.calls.map(([text]) => text)).toEqual(['{"id":"a"}\n']);
  expect(err.mock.calls.map(([text]) => text)).toEqual(['extract   3\n']);
});
