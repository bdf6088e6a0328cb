import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { READERS } from '../../../pipeline/1-read/index.ts';
import type { Paper } from '../../../src/model.ts';
import type { Message } from '../../../src/report.ts';
import { input, readAll, unaccounted } from '../../helpers/read.ts';

const FIXTURES = 'test/fixtures/read';

/** What a file is understood as, short enough to be read through. */
const shown = (papers: readonly Paper[], messages: readonly Message[]) => ({
  papers: papers.map(({ source, ...paper }) => ({ ...paper, source: [source!.record, source!.line] })),
  messages: messages.map(
    ({ record, line, problem, done }) => `${record ? `record ${record}` : '-'}, line ${line ?? '-'}: ${problem} (${done})`,
  ),
});

describe.each(READERS.filter(({ id }) => id !== 'daily-papers-page').map(({ id }) => id))('%s', (id) => {
  const files = readdirSync(join(FIXTURES, id)).sort();

  it('has three fixtures at least', () => expect(files.length).toBeGreaterThanOrEqual(3));

  it('understands its fixtures as is written down', async () => {
    const all: { [file: string]: object } = {};
    for (const file of files) {
      const { papers, report } = await readAll([input(file, readFileSync(join(FIXTURES, id, file)))]);
      expect(report.files).toMatchObject([{ reader: id }]);
      expect(unaccounted(report)).toBe(0);
      const { read, kept, merged, rejected, dropped } = report.files[0]!;
      all[file] = { counts: { read, kept, merged, rejected, dropped }, ...shown(papers, report.messages) };
    }
    await expect(`${JSON.stringify(all, null, 1)}\n`).toMatchFileSnapshot(`../../golden/read/${id}.json`);
  });
});
