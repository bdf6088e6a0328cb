/**
 * How right the joins are: `npx tsx test/bench/joins.ts RECORDS [--seed N] [--each N] [--draw]`, RECORDS being what `claimgraph extract`
 * prints of the daily papers in ../shared/corpora.
 *
 * With --draw it prints pairs of names, as rows of test/golden/joins.tsv with a sentence of either paper, to be judged by reading: in
 * the column `verdict` goes "one" where the two are one thing, "two" where they are not. Without it counts what the table says of the
 * pairs that are joined now and of those that are not.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { resolve } from '../../pipeline/4-resolve/resolve.ts';
import { loadLists } from '../../pipeline/knowledge.ts';
import { percent, recordsOf } from './corpora.ts';
import { Pairs, type Pair } from './pairs.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, each: { type: 'string', default: '200' }, draw: { type: 'boolean', default: false } },
});
if (!positionals[0]) throw new Error('give a file of records');

const pairs = new Pairs(resolve(await recordsOf(positionals[0], []), loadLists()));
if (values.draw) draw(Number(values.seed), Number(values.each));
else count();

function draw(seed: number, each: number): void {
  console.log(['seed', 'kind', 'rule', 'type', 'a', 'paper', 'b', 'paper', 'verdict', 'reason'].join('\t'));
  for (const { kind, rule, type, a, b, inA, inB } of [...pairs.joins(seed, each), ...pairs.nearMisses(seed, each)])
    console.log([seed, kind, rule, type, a, inA.record.id, b, inB.record.id, '', '', pairs.said(inA), pairs.said(inB)].join('\t'));
}

function count(): void {
  const rows = readFileSync(join(import.meta.dirname, '../golden/joins.tsv'), 'utf8').split('\n').filter(Boolean).slice(1); // prettier-ignore
  const all = rows.map((row) => row.split('\t') as [string, Pair['kind'], string, Pair['type'], ...string[]]);
  for (const seed of new Set(all.map(([first]) => first))) {
    const made = { one: 0, two: 0 };
    const kept = { one: 0, two: 0 };
    for (const [of, , , type, a, inA, b, inB, verdict] of all) {
      if (of !== seed || (verdict !== 'one' && verdict !== 'two')) continue;
      const [x, y] = [pairs.find(type, a!, inA!), pairs.find(type, b!, inB!)];
      if (x !== undefined && y !== undefined) (x === y ? made : kept)[verdict]++;
    }
    console.log(`seed ${seed}: joined ${made.one + made.two}, rightly ${percent(made.one, made.one + made.two)}; apart ${kept.one + kept.two}, rightly ${percent(kept.two, kept.one + kept.two)}`); // prettier-ignore
  }
}
