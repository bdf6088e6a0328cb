/** Records made of annotations: input for the stages after extraction that does not depend on it. */
import { readFileSync } from 'node:fs';
import { parse } from '../../pipeline/2-parse/parse.ts';
import type { Resolved } from '../../pipeline/types.ts';
import { textOf, type Doc, type Entity, type Mark, type Paper, type Record, type Role } from '../../src/model.ts';
import { slug } from '../../src/slug.ts';

type OneOrMore<T> = T | T[];
export interface Gold {
  id: string;
  title: string;
  entities: { type: Entity['type']; name: string; forms: string[]; role?: OneOrMore<Role> }[];
  results: {
    value: string;
    metric: OneOrMore<string | null>;
    direction: OneOrMore<Record['results'][number]['direction']>;
    baseline: OneOrMore<string | null>;
    dataset: OneOrMore<string | null>;
    hardware: OneOrMore<string | null>;
    evidence: string;
  }[];
  claims: {
    kind: Record['claims'][number]['kind'];
    baseline: OneOrMore<string | null>;
    dataset: OneOrMore<string | null>;
    evidence: string;
  }[];
  links: string[];
}

/** A slot that annotators filled differently holds a list. */
const first = <T>(slot: OneOrMore<T>): T => (Array.isArray(slot) ? slot[0]! : slot);

/** The papers of the seed page, read crudely: the reader has tests of its own. */
export function seedPapers(): Paper[] {
  const text = readFileSync('seeds/000_b587e1390801653f.txt', 'utf8');
  return [...text.matchAll(/\n([^\n]+)\n\n([^\n]+)\n\n {2}• (\d+) authors?\n·\n(?:\w+ \d+, (\d{4}))?/g)].map(
    ([, title, abstract, count, year]) => ({
      id: slug(title!),
      title: title!,
      abstract: abstract!,
      authors: { count: Number(count) },
      ...(year && { date: { year: Number(year) } }),
    }),
  );
}

export const goldOf = (path: string): Gold[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Gold);

/** The 41 papers of the seed page; those that are annotated bear what the annotation says. */
export function seedRecords(): Record[] {
  const gold = new Map(goldOf('test/fixtures/seed-dev.gold.jsonl').map((g) => [g.title, g]));
  return seedPapers().map((paper) => toRecord(paper, gold.get(paper.title)));
}

export function toRecord(paper: Paper, gold?: Gold): Record {
  const doc = parse(paper);
  const marks = (form: string): Mark[] => places(doc, form);
  return {
    ...paper,
    sentences: doc.sentences.map((s) => [s.start, s.end]),
    entities: (gold?.entities ?? []).map(({ type, name, forms, role }) => ({
      type,
      name,
      forms,
      ...(role && { role: first(role) }),
      mentions: forms.flatMap(marks).sort((a, b) => a.start - b.start || a.end - b.end),
      by: ['gold'],
    })),
    results: (gold?.results ?? []).map((r) => ({
      value: r.value,
      metric: first(r.metric),
      direction: first(r.direction),
      baseline: first(r.baseline),
      dataset: first(r.dataset),
      hardware: first(r.hardware),
      evidence: r.evidence,
      span: marks(r.evidence)[0] ?? { start: 0, end: paper.title.length, sentence: 0 },
    })),
    claims: (gold?.claims ?? []).map((c) => ({
      kind: c.kind,
      baseline: first(c.baseline),
      dataset: first(c.dataset),
      evidence: c.evidence,
      span: marks(c.evidence)[0] ?? { start: 0, end: paper.title.length, sentence: 0 },
    })),
    links: gold?.links ?? [],
  };
}

function places(doc: Doc, form: string): Mark[] {
  const text = textOf(doc.paper);
  const found: Mark[] = [];
  for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + form.length)) {
    const sentence = doc.sentences.findIndex((s) => start >= s.start && start < s.end);
    found.push({ start, end: start + form.length, sentence: Math.max(0, sentence) });
  }
  return found;
}

/** Entities are one when type and slug are equal. */
export function naiveResolve(records: Record[]): Resolved {
  const entities: Resolved['entities'] = [];
  const known = new Map<string, number>();
  const entityOf = records.map((record) =>
    Uint32Array.from(record.entities, (entity) => {
      const id = `${entity.type}:${slug(entity.name)}`;
      const at = known.get(id) ?? entities.push({ id, type: entity.type, label: entity.name, aliases: [], joins: [] }) - 1;
      known.set(id, at);
      const { aliases, label } = entities[at]!;
      for (const form of entity.forms) if (form !== label && !aliases.includes(form)) aliases.push(form);
      return at;
    }),
  );
  return { records, entities, entityOf, variants: [], messages: [] };
}
