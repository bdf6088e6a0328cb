import type { JoinRule } from '../rules.ts';
import type { GraphDiff } from './diff.ts';
import type { Claimed } from './claims.ts';
import type { Joined } from './entities.ts';
import type { Figure } from './results.ts';

/** Items told of each list. */
const MOST = 50;

/** A comparison as a page for people; what there is much of is cut, and says so. @param most items told of each list */
export function* diffMarkdown(diff: GraphDiff, most = MOST): Generator<string> {
  yield '# What changed\n\n';
  if (diff.same) {
    yield 'Nothing.\n';
    return;
  }
  yield* totals(diff);
  const { papers, entities, joins, results, claims, communities } = diff;
  const list = (title: string, items: readonly string[]): Generator<string> => section(title, items, most);

  yield* list('New papers', papers.new.map(({ id, title }) => `${text(title)} (${code(id)})`)); // prettier-ignore
  yield* list('Papers gone', papers.gone.map(({ id, title }) => `${text(title)} (${code(id)})`)); // prettier-ignore
  yield* list('Papers that say another thing', papers.changed.map(({ id, title, fields }) => `${text(title)} (${code(id)}): ${fields.join(', ')}`)); // prettier-ignore

  yield* list('New communities', communities.new.map(({ label, size, from }) => `**${text(label)}**, ${counted(size)}${from ? `, split from **${text(from.label)}**` : ''}`)); // prettier-ignore
  yield* list('Communities gone', communities.gone.map(({ label, size, into }) => `**${text(label)}**, ${counted(size)}${into ? `, merged into **${text(into.label)}**` : ''}`)); // prettier-ignore
  yield* list('Communities renamed', communities.renamed.map(({ from, to }) => `**${text(from.label)}** is **${text(to.label)}** now`)); // prettier-ignore
  yield* list('Papers in another community', communities.moved.map(({ title, from, to }) => `${text(title)}: from ${place(from)} to ${place(to)}`)); // prettier-ignore

  yield* list('New entities', entities.new.map(({ kind, label, id }) => `${text(label)}, ${kind} (${code(id)})`)); // prettier-ignore
  yield* list('Entities gone', entities.gone.map(({ kind, label, id }) => `${text(label)}, ${kind} (${code(id)})`)); // prettier-ignore
  yield* list('Entities under another name', entities.renamed.map(({ kind, from, to }) => `${text(from)} is ${text(to)} now, ${kind}`)); // prettier-ignore
  yield* list('New joins, beyond the same words', joins.new.filter(telling).map(joined)); // prettier-ignore
  yield* list('Joins gone, beyond the same words', joins.gone.filter(telling).map(joined)); // prettier-ignore
  yield* list('Forms that went to another entity', joins.moved.map(({ form, from, to, rule }) => `“${text(form)}”: from ${text(from.label)} to ${text(to.label)} (${rule})`)); // prettier-ignore

  yield* list('New results', results.new.map(figure)); // prettier-ignore
  yield* list('Results gone', results.gone.map(figure)); // prettier-ignore
  yield* list('New claims', claims.new.map(claim)); // prettier-ignore
  yield* list('Claims gone', claims.gone.map(claim)); // prettier-ignore
  yield* list('Links between what both hold', diff.links.map((link) => `${code(link.kind)}: ${link.new} new, ${link.gone} gone`)); // prettier-ignore
}

function* totals({ totals, papers, entities, results, claims, communities }: GraphDiff): Generator<string> {
  yield '| | before | after | new | gone |\n| --- | --: | --: | --: | --: |\n';
  const changes = { papers, entities, results, communities };
  for (const [what, change] of Object.entries(changes)) {
    const { before, after } = totals[what as keyof typeof changes];
    yield `| ${what} | ${before} | ${after} | ${change.new.length} | ${change.gone.length} |\n`;
  }
  yield `| claims | | | ${claims.new.length} | ${claims.gone.length} |\n\n`;
}

function* section(title: string, items: readonly string[], most: number): Generator<string> {
  if (!items.length) return;
  yield `## ${title}: ${items.length}\n\n`;
  for (const item of items.slice(0, most)) yield `- ${item}\n`;
  if (items.length > most) yield `- and ${items.length - most} more\n`;
  yield '\n';
}

/** Plurals and capitals are no news. */
const telling = ({ rule }: Joined): boolean => rule !== ('same words' satisfies JoinRule);

const joined = ({ form, label, rule }: Joined): string => `“${text(form)}” is ${text(label)} (${text(rule)})`;

const figure = ({ title, label, baseline, dataset, hardware }: Figure): string => {
  const slots = [baseline && `over ${text(baseline)}`, dataset && `on ${text(dataset)}`, hardware && `on ${text(hardware)}`];
  return `${[text(label), ...slots.filter(Boolean)].join(' ')}: ${text(title)}`;
};

const SAYS = { outperforms: 'outperforms', matches: 'matches', first: 'claims to be the first', 'state-of-the-art': 'claims the state of the art' }; // prettier-ignore

const claim = ({ kind, subject, baseline, dataset }: Claimed): string => {
  const other = baseline ?? (kind === 'outperforms' || kind === 'matches' ? 'others' : null);
  return [text(subject), SAYS[kind], other && text(other), dataset && `on ${text(dataset)}`].filter(Boolean).join(' ');
};

const counted = (papers: number): string => `${papers} ${papers === 1 ? 'paper' : 'papers'}`;
const place = (community: { label: string } | null): string => (community ? `**${text(community.label)}**` : 'none');

/** Text of others in a Markdown page: one line that means nothing but itself. */
const text = (said: string): string => said.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim().replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&'); // prettier-ignore
const code = (id: string): string => `\`${id.replace(/[\s`\p{Cc}]+/gu, ' ')}\``;
