import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Record } from '../src/model.ts';
import { NO_ALIASES } from './4-resolve/aliases.ts';
import { formKey } from './4-resolve/keys.ts';
import { resolve } from './4-resolve/resolve.ts';
import { readAliases } from './aliases/read.ts';
import { loadLists } from './knowledge.ts';
import { LastBuild } from './last-build.ts';
import type { AliasName, Aliases, Resolved } from './types.ts';

/** An entity as a preview names it. */
export interface Brief {
  id: string;
  label: string;
  /** Number of papers that name it. */
  papers: number;
}

/** What other aliases would do to entities that share mentions. */
export interface Change {
  change: 'joined' | 'parted' | 'regrouped' | 'dropped' | 'new' | 'retyped' | 'renamed';
  before: Brief[];
  after: Brief[];
  /** What the aliases say now, or no longer say, of these names. */
  because: string[];
}

export interface Preview {
  changes: Change[];
  /** What the aliases ask for and this input cannot give. */
  messages: { line: number; problem: string }[];
}

/**
 * What a build with other aliases would change in a graph folder, without writing anything.
 * @param file aliases file; undefined for `aliases.yml` of the working folder
 * @throws AliasesError, and the system's errors where the folder holds no records
 */
export async function previewAliases(folder: string, file?: string): Promise<Preview> {
  const next = readAliases(file) ?? NO_ALIASES;
  const last = (await LastBuild.in(folder)).aliases ?? NO_ALIASES;
  const records: Record[] = [];
  for await (const line of createInterface({ input: createReadStream(join(folder, 'records.jsonl')), crlfDelay: Infinity }))
    if (line) records.push(JSON.parse(line) as Record);
  const lists = loadLists();
  const after = resolve(records, lists, next);
  return { changes: changesBetween(resolve(records, lists, last), after, saidAnew(last, next)), messages: after.messages };
}

/** What two ways of resolving the same records differ in: entities that share mentions, taken together. */
export function changesBetween(before: Resolved, after: Resolved, said: readonly Said[] = []): Change[] {
  const [was, is] = [mentionsOf(before), mentionsOf(after)];
  const links = new Map<number, Set<number>>();
  const gone = new Set<number>();
  const back = new Map<number, Set<number>>();
  const add = (to: Map<number, Set<number>>, a: number, b: number): void => void (to.get(a)?.add(b) ?? to.set(a, new Set([b])));
  for (const [place, a] of was) {
    const b = is.get(place);
    if (b === undefined) gone.add(a);
    else {
      add(links, a, b);
      add(back, b, a);
    }
  }
  for (const [place, b] of is) if (!was.has(place) && !back.has(b)) back.set(b, new Set());

  const [papersBefore, papersAfter] = [papersOf(before), papersOf(after)];
  const brief = ({ entities }: Resolved, papers: Uint32Array, i: number): Brief => ({
    id: entities[i]!.id,
    label: entities[i]!.label,
    papers: papers[i]!,
  });
  const changes: Change[] = [];
  const seen = new Set<number>();
  const settle = (start: readonly number[], alone: readonly number[] = []): void => {
    const [olds, news] = [new Set(start), new Set(alone)];
    for (const a of olds)
      for (const b of links.get(a) ?? []) {
        news.add(b);
        for (const other of back.get(b)!) olds.add(other);
      }
    for (const a of olds) seen.add(a);
    const change = kindOf(
      [...olds].map((a) => before.entities[a]!),
      [...news].map((b) => after.entities[b]!),
      [...olds].some((a) => gone.has(a)),
    );
    if (!change) return;
    const keys = new Set([...olds].map((a) => before.entities[a]!).concat([...news].map((b) => after.entities[b]!)).flatMap(({ label, aliases }) => [label, ...aliases].map(formKey))); // prettier-ignore
    changes.push({
      change,
      before: [...olds].map((a) => brief(before, papersBefore, a)).sort(byId),
      after: [...news].map((b) => brief(after, papersAfter, b)).sort(byId),
      because: said.filter(({ names }) => names.some((name) => keys.has(name))).map(({ text }) => text),
    });
  };
  before.entities.forEach((_, a) => {
    if (!seen.has(a) && (links.has(a) || gone.has(a))) settle([a]);
  });
  for (const [b, olds] of back) if (!olds.size) settle([], [b]);
  return changes.sort((x, y) => (firstId(x) < firstId(y) ? -1 : 1));
}

const byId = (x: Brief, y: Brief): number => (x.id < y.id ? -1 : 1);
const firstId = ({ before, after }: Change): string => (before[0] ?? after[0])!.id;

type Entity = Resolved['entities'][number];
function kindOf(before: readonly Entity[], after: readonly Entity[], lost: boolean): Change['change'] | null {
  if (!after.length) return 'dropped';
  if (!before.length) return 'new';
  if (before.length > 1) return after.length > 1 || lost ? 'regrouped' : 'joined';
  if (after.length > 1) return 'parted';
  if (lost) return 'regrouped';
  const [a, b] = [before[0]!, after[0]!];
  return a.type !== b.type ? 'retyped' : a.id !== b.id || a.label !== b.label ? 'renamed' : null;
}

/** The entity of each mention, by its paper and place. */
function mentionsOf({ records, entityOf }: Resolved): Map<string, number> {
  const found = new Map<string, number>();
  records.forEach(({ id, entities }, r) =>
    entities.forEach(({ mentions }, e) => {
      for (const { start, end } of mentions) found.set(`${id}\n${start}-${end}`, entityOf[r]![e]!);
    }),
  );
  return found;
}

function papersOf({ entities, entityOf }: Resolved): Uint32Array {
  const papers = new Uint32Array(entities.length);
  for (const list of entityOf) for (const entity of new Set(list)) papers[entity]!++;
  return papers;
}

/** Something that the aliases say, with the words of the names that it is about. */
export interface Said {
  text: string;
  names: string[];
}

/** What is said now and was not, and the other way round. */
export function saidAnew(last: Aliases, next: Aliases): Said[] {
  const [was, is] = [saidIn(last), saidIn(next)];
  const news = [...is]
    .filter(([what]) => !was.has(what))
    .map(([what, said]) => ({ ...said, text: `${next.file}, line ${said.line}: ${what}` }));
  const olds = [...was].filter(([what]) => !is.has(what)).map(([what, said]) => ({ ...said, text: `no longer ${what}` }));
  return [...news, ...olds].map(({ text, names }) => ({ text, names }));
}

function saidIn({ same, not, type, drop }: Aliases): Map<string, { names: string[]; line: number }> {
  const full = ({ name, type: of }: AliasName): string => (of === undefined ? name : `${of}:${name}`);
  const said = new Map<string, { names: string[]; line: number }>();
  const add = (what: string, names: readonly AliasName[]): void =>
    void said.set(what, { names: names.map(({ name }) => formKey(name)), line: names[0]!.line });
  for (const list of same) add(`same [${list.map(full).join(', ')}]`, list);
  for (const list of not) add(`not [${list.map(full).join(', ')}]`, list);
  for (const { name, is } of type) add(`type ${full(name)}: ${is}`, [name]);
  for (const name of drop) add(`drop ${full(name)}`, [name]);
  return said;
}
