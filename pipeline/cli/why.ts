import { ask } from '../../src/query/ask.ts';
import type { ItemOf } from '../../src/query/open.ts';
import { labelOf } from '../../src/query/access.ts';
import { graphIn } from './graph-folder.ts';
import { print, terminalWidth } from './output.ts';
import { wrap } from './wrap.ts';

type Reason = ItemOf<'why'>;

const WIDTH = 100;

export interface WhyFlags {
  graph: string;
  format: 'text' | 'json';
  limit?: string;
}

/** Prints why names are one or not, in words with the sentences, or as JSON. */
export async function whyCommand(entity: string, other: string | undefined, { graph: place, format, limit }: WhyFlags): Promise<void> {
  const graph = await graphIn(place);
  const answer = ask(graph, 'why', { entity, ...(other !== undefined && { other }), ...(limit !== undefined && { limit }) });
  if (format === 'json') return print(`${JSON.stringify(answer, null, 2)}\n`);
  const reasons = answer.items as unknown as Reason[];
  const lines: string[] = [];
  let last = '';
  for (const reason of reasons) {
    if (reason.id !== last) lines.push(`${lines.length ? '\n' : ''}${labelOf(graph, reason.id)} (${reason.id})`);
    last = reason.id;
    lines.push(
      ...block(reason.why + counted(reason), '  '),
      ...reason.evidence.flatMap(({ sentence, paper }) => block(`“${sentence}” (${paper})`, '      ')),
    );
  }
  if (!reasons.length) lines.push(`${entity} is written in one way only, and nothing speaks for joining it with another.`);
  if (answer.total > reasons.length) lines.push(`\n${reasons.length} of ${answer.total} reasons: ask for more with --limit`);
  await print(`${lines.join('\n')}\n`);
}

const counted = ({ is, papers }: Reason): string => (is === 'one' && papers ? `, in ${papers} paper${papers === 1 ? '' : 's'}` : '');

/** Text in lines, without what a terminal would obey. */
const block = (text: string, indent: string): string[] =>
  wrap(text.replace(/\p{Cc}+/gu, ' '), Math.min(terminalWidth() ?? WIDTH, WIDTH) - indent.length).map((line) => indent + line);
