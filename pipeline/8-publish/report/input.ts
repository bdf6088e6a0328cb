import type { Message, Report } from '../../../src/report.ts';
import { table } from '../../../src/markdown.ts';

const COUNTS = ['read', 'kept', 'merged', 'rejected', 'dropped'] as const;

/** Problems told; reading caps them a file already. */
const PROBLEMS = 5_000;

/** Files with their counts, and every problem with its place. */
export function* input({ files, messages }: Report): Generator<string> {
  yield '## Input\n\n';
  yield 'Every record that is read is kept, merged with another record of the same paper, or rejected. Dropped lines are part of no record.\n\n';
  const rows = files
    .toSorted((a, b) => (a.file < b.file ? -1 : 1))
    .map((file) => [file.file, file.reader ?? 'none', ...COUNTS.map((count) => file[count])]);
  const total = COUNTS.map((count) => files.reduce((sum, file) => sum + file[count], 0));
  if (files.length > 1) rows.push(['all', '', ...total]);
  yield* table(['file', 'reader', ...COUNTS], rows);

  yield '## Problems\n\n';
  if (!messages.length) yield 'None.\n\n';
  yield* table(
    ['place', 'problem', 'done'],
    messages.slice(0, PROBLEMS).map((message) => [placeOf(message), message.problem, message.done]),
  );
  if (messages.length > PROBLEMS) yield `And ${messages.length - PROBLEMS} more.\n\n`;
}

const placeOf = ({ file, line, record }: Message): string =>
  [file, line === undefined ? '' : `line ${line}`, record === undefined ? '' : `record ${record}`].filter(Boolean).join(', ');
