import type { Message, Report } from '../../src/report.ts';
import type { Built } from '../pipeline.ts';

const MAX_MESSAGES = 20;

/** What became of a record, the gravest first. */
const GRAVITY: readonly Message['done'][] = ['rejected', 'skipped', 'kept', 'repaired'];

/** What was wrong in the input, one a line, to standard error; of more than `most` messages the gravest. */
export function printMessages({ messages }: Report, more: string, most = MAX_MESSAGES): void {
  const gravest = messages.length > most ? messages.toSorted((a, b) => GRAVITY.indexOf(a.done) - GRAVITY.indexOf(b.done)) : messages;
  for (const message of gravest.slice(0, most)) console.error(lineOf(message));
  if (messages.length > most) console.error(`and ${messages.length - most} more messages: ${more}`);
}

function lineOf({ file, record, line, problem, done }: Message): string {
  const place = [file, line === undefined ? '' : `line ${line}`, record === undefined ? '' : `record ${record}`];
  return `${place.filter(Boolean).join(', ')}: ${problem} (${done})`.replace(/\p{Cc}+/gu, ' ');
}

/** What a build found, for people. */
export function summaryOf({ summary, unchanged, extracted, damaged, aliases }: Built, seconds: number): string {
  const { papers, entities, results, claims, communities } = summary;
  const byType = Object.entries(entities).map(([type, count]) => plural(count, type));
  const total = Object.values(entities).reduce((a, b) => a + b, 0);
  const rows = [
    ['papers', String(papers)],
    ['entities', `${total}: ${byType.join(', ')}`],
    ['results', String(results)],
    ['claims', String(claims)],
    ['communities', String(communities.length)],
    ...communities.map(({ label, size }) => ['', `${label} (${plural(size, 'paper')})`]),
    ['seconds', `${seconds.toFixed(1)}${unchanged ? ', nothing changed since the last build' : ''}`],
  ];
  if (aliases !== undefined) rows.push(['aliases', aliases]);
  if (damaged) rows.push(['store', `${plural(damaged, 'record')} cut short or damaged: extracted again`]);
  if (!unchanged && extracted < papers) rows.push(['extracted', `${extracted} of ${papers}, the others known from the last build`]);
  return rows.map(([name, value]) => `${name!.padEnd(12)} ${value}`).join('\n');
}

/** "hardware" has no plural; the other names take an s. */
const plural = (count: number, word: string): string => `${count} ${word}${count === 1 || word === 'hardware' ? '' : 's'}`;
