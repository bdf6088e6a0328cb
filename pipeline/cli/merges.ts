import { entityAt, idsOf, isEntity } from '../../src/query/access.ts';
import { JOIN_RULES, type JoinRule } from '../../src/rules.ts';
import { previewAliases, type Brief, type Preview } from '../preview.ts';
import { Failure, Misuse } from './errors.ts';
import { graphIn } from './graph-folder.ts';
import { print } from './output.ts';

export interface MergesFlags {
  graph: string;
  preview: boolean;
  aliases?: string;
  rule?: string;
  limit: number;
  format: 'text' | 'json';
}

/** Lists what became one in a graph, by the rules that look further than the words; or what other aliases would change. */
export async function mergesCommand(flags: MergesFlags): Promise<void> {
  if (!flags.preview && flags.aliases !== undefined) throw new Misuse('--aliases is for --preview: say merges --preview --aliases FILE');
  await print(flags.preview ? await preview(flags) : await merges(flags));
}

async function merges({ graph: place, rule, limit, format }: MergesFlags): Promise<string> {
  if (rule !== undefined && !Object.hasOwn(JOIN_RULES, rule))
    throw new Misuse(`no rule is called "${rule}": ${Object.keys(JOIN_RULES).join(', ')}`);
  const wanted = (by: JoinRule): boolean => (rule === undefined ? by !== 'same words' && by !== 'defined in the paper' : by === rule);
  const graph = await graphIn(place);
  const all = idsOf(graph, isEntity).flatMap((id) =>
    entityAt(graph, id).joins.flatMap((join) => (join.to !== undefined && wanted(join.rule) ? [{ id, ...join }] : [])),
  );
  all.sort((a, b) => b.papers - a.papers || (a.id < b.id ? -1 : a.id > b.id ? 1 : a.form < b.form ? -1 : 1));
  const items = all.slice(0, limit);
  if (format === 'json') return `${JSON.stringify({ items, total: all.length }, null, 2)}\n`;
  const lines = items.map(
    ({ id, form, to, papers, rule: by, note }) =>
      `${id}: "${form}" as "${to}" (${by}${note === undefined ? '' : `: ${note}`}), papers: ${papers}`,
  );
  const more = all.length > items.length ? `${items.length} of ${all.length} joins: ask for more with --limit` : `${all.length} joins`;
  return `${[...lines, more].map(plain).join('\n')}\n`;
}

async function preview({ graph, aliases, limit, format }: MergesFlags): Promise<string> {
  let found: Preview;
  try {
    found = await previewAliases(graph, aliases);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'ENOTDIR')
      throw new Failure(`there are no records in ${graph}: build the graph with \`claimgraph build INPUT... --out ${graph}\``);
    throw error;
  }
  const items = found.changes.slice(0, limit);
  if (format === 'json') return `${JSON.stringify({ items, total: found.changes.length, messages: found.messages }, null, 2)}\n`;
  const lines = items.flatMap(({ change, before, after, because }) => [
    `${change.padEnd(9)} ${named(before) || 'nothing'} -> ${named(after) || 'nothing'}`,
    ...because.map((line) => `          ${line}`),
  ]);
  const told = found.messages.map(({ line, problem }) => `line ${line}: ${problem}`);
  const count = found.changes.length;
  const end =
    count === 0
      ? 'nothing would change'
      : `${items.length < count ? `${items.length} of ` : ''}${count} change${count === 1 ? '' : 's'}; nothing is written until the next build`;
  return `${[...lines, ...told, end].map(plain).join('\n')}\n`;
}

const named = (briefs: readonly Brief[]): string =>
  briefs.map(({ id, label, papers }) => `${id} "${label}" (papers: ${papers})`).join(' + ');

/** Without what a terminal would obey. */
const plain = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');
