/**
 * Draws pairs of names for judging by reading, and scores judgements: `npx tsx test/bench/joins.ts RECORDS [--seed N] [--each N]`.
 * RECORDS is what `claimgraph extract` prints; the judged samples are of the daily papers in ../shared/corpora.
 *
 * A join: two forms, in two papers, that became one node and differ in more than number, hyphens, blanks or capitals. A near-miss:
 * two nodes of one type that stayed apart, and have nearly the same letters, or the same words but for one that says what it is, or a
 * short form in common. Each is printed as JSON with a sentence of either; what test/golden/joins.jsonl says of it is told, and counted.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isShortForm, wordsOfName } from '../../pipeline/4-resolve/keys.ts';
import { resolve } from '../../pipeline/4-resolve/resolve.ts';
import { loadLists } from '../../pipeline/knowledge.ts';
import { sentenceOf, type EntityType, type Mark, type Record } from '../../src/model.ts';
import { seeded } from '../../src/random.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, each: { type: 'string', default: '200' }, score: { type: 'boolean', default: false } },
});
if (!positionals[0]) throw new Error('give a file of records');
const seed = Number(values.seed);
const each = Number(values.each);

interface Pair {
  kind: 'join' | 'edit' | 'head' | 'acronym';
  type: EntityType;
  a: string;
  b: string;
}
type Place = { record: Record; mark: Mark };
type Found = Pair & { inA: string; inB: string };
interface Judged extends Pair {
  seed: number;
  /** Whether the two are one thing. */
  verdict: 'one' | 'two';
  reason?: string;
}

const given = readFileSync(positionals[0], 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record); // prettier-ignore
given.sort((a, b) => (a.id < b.id ? -1 : 1));
const { records, entities, entityOf } = resolve(given, loadLists());

/** Where each form of each entity stands: at most two papers. */
const places: Map<string, Place[]>[] = entities.map(() => new Map());
records.forEach((record, r) =>
  record.entities.forEach((entity, e) => {
    const of = places[entityOf[r]![e]!]!;
    for (const mark of entity.mentions) {
      const form = `${record.title}\n${record.abstract}`.slice(mark.start, mark.end).replace(/\s+/g, ' ');
      const known = of.get(form);
      if (!known) of.set(form, [{ record, mark }]);
      else if (known.length < 2 && known[0]!.record !== record) known.push({ record, mark });
    }
  }),
);

/** What is left of a form when number, hyphens, blanks and capitals are gone; the capitals of a short form stay. */
const folded = (form: string): string => {
  const bare = form.replace(/(?<=\p{L})s\b/gu, '').replace(/[^\p{L}\p{N}+*]/gu, '');
  return isShortForm(form) ? bare : bare.toLowerCase();
};

function* drawn<T>(pool: readonly T[], random: () => number): Generator<T> {
  const left = [...pool];
  while (left.length) {
    const i = Math.floor(random() * left.length);
    yield left[i]!;
    left[i] = left.at(-1)!;
    left.pop();
  }
}

/** Where a form stands: its paper, and the sentence. */
const said = ({ record, mark }: Place): string => `${record.id}: ${sentenceOf(record, mark.sentence).replace(/\s+/g, ' ')}`;

function* joins(random: () => number): Generator<Found> {
  const pool = entities.flatMap((_, i) => [...places[i]!.keys()].sort().map((form) => ({ i, form })));
  for (const { i, form } of drawn(pool, random)) {
    const here = places[i]!.get(form)!;
    const others = [...places[i]!].filter(
      ([other, there]) => folded(other) !== folded(form) && (there.length > 1 || here.length > 1 || there[0]!.record !== here[0]!.record),
    );
    if (!others.length) continue;
    const [other, there] = others[Math.floor(random() * others.length)]!;
    const b = there.find(({ record }) => record !== here[0]!.record) ?? there[0]!;
    const a = here.find(({ record }) => record !== b.record)!;
    yield { kind: 'join', type: entities[i]!.type, a: form, b: other, inA: said(a), inB: said(b) };
  }
}

const HEADS = new Set(['model', 'method', 'algorithm', 'approach', 'framework', 'strategy', 'network', 'module', 'architecture', 'system', 'technique', 'mechanism', 'dataset', 'benchmark', 'corpus', 'suite', 'device', 'gpu', 'score', 'rate', 'task', 'problem']); // prettier-ignore

const shown = (i: number): string => said((places[i]!.get(entities[i]!.label) ?? [...places[i]!.values()][0]!)[0]!);

/** Pairs of entities by kind, each kind in an order that is the seed's. */
function nearMisses(random: () => number): Found[][] {
  const byKey = new Map<string, Map<string, Set<number>>>();
  const put = (kind: string, key: string, i: number): void => {
    let keys = byKey.get(kind);
    if (!keys) byKey.set(kind, (keys = new Map()));
    const at = keys.get(key);
    if (at) at.add(i);
    else keys.set(key, new Set([i]));
  };
  entities.forEach(({ type, label, joins: all }, i) => {
    if (!places[i]!.size) return;
    const key = wordsOfName(label).join('');
    if (key.length >= 6) for (let at = 0; at < key.length; at++) put('edit', `${type}:${key.slice(0, at)}_${key.slice(at + 1)}`, i);
    if (key.length >= 6) for (let at = 0; at <= key.length; at++) put('edit', `${type}:${key.slice(0, at)}_${key.slice(at)}`, i);
    const words = wordsOfName(label);
    put('head', `${type}:${words.join(' ')}`, i);
    if (words.length > 1 && HEADS.has(words.at(-1)!)) put('head', `${type}:${words.slice(0, -1).join(' ')}`, i);
    for (const { form } of all) if (isShortForm(form)) put('acronym', `${type}:${form}`, i);
  });
  return (['edit', 'head', 'acronym'] as const).map((kind) => {
    const pairs = new Map<string, Found>();
    for (const at of byKey.get(kind)!.values()) {
      const list = [...at];
      for (let x = 0; x < list.length; x++)
        for (let y = x + 1; y < list.length; y++) {
          const [a, b] = [entities[list[x]!]!, entities[list[y]!]!];
          pairs.set(`${list[x]} ${list[y]}`, { kind, type: a.type, a: a.label, b: b.label, inA: shown(list[x]!), inB: shown(list[y]!) });
        }
    }
    return [...drawn([...pairs.values()], random)];
  });
}

const judged = new Map<string, Judged>();
const keyOf = ({ kind, type, a, b }: Pair): string => JSON.stringify([kind === 'join', type, ...[a, b].sort()]);
try {
  for (const line of readFileSync(join(import.meta.dirname, '../golden/joins.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)) {
    const one = JSON.parse(line) as Judged;
    judged.set(keyOf(one), one);
  }
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}

const random = seeded(seed);
const sample: Found[] = [];
const seen = new Set<string>();
for (const pair of joins(random)) {
  if (sample.length === each) break;
  if (seen.has(keyOf(pair))) continue;
  seen.add(keyOf(pair));
  sample.push(pair);
}
const near = nearMisses(random);
for (let i = 0; sample.length < 2 * each && near.some((pairs) => i < pairs.length); i++)
  for (const pairs of near) if (pairs[i] && sample.length < 2 * each) sample.push(pairs[i]!);

const count = { join: { one: 0, two: 0, open: 0 }, near: { one: 0, two: 0, open: 0 } };
for (const pair of sample) {
  const verdict = judged.get(keyOf(pair))?.verdict ?? 'open';
  count[pair.kind === 'join' ? 'join' : 'near'][verdict]++;
  if (!values.score) console.log(JSON.stringify({ ...pair, verdict }));
}
const { join: made, near: kept } = count;
console.error(`seed ${seed}: joins ${made.one} right, ${made.two} wrong, ${made.open} not judged; near-misses ${kept.two} rightly apart, ${kept.one} wrongly, ${kept.open} not judged`); // prettier-ignore
