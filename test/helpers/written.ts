/** Records of papers written for a test: names and figures are found where they stand in the text. */
import type { Claim, Entity, EntityType, Mark, Record, Result, Role } from '../../src/model.ts';
import { textOf } from '../../src/model.ts';

export interface Written {
  id: string;
  title: string;
  date?: Record['date'];
  /** Each in a sentence of its own, ending with a full stop. */
  sentences: string[];
  /** Names by type; a technique's with its role before it: "used: pruning". Further forms follow after " = ". */
  names: { [type in EntityType]?: string[] };
  results?: (Partial<Result> & { value: string })[];
  /** "outperforms X" where a sentence says so. */
  claims?: { kind: Claim['kind']; baseline: string | null; in: string }[];
}

/** @throws where a name or a figure is not in the text */
export function written({ id, title, date, sentences, names, results = [], claims = [] }: Written): Record {
  const text = textOf({ title, abstract: sentences.join(' ') });
  const bounds: [number, number][] = [[0, title.length]];
  for (const sentence of sentences) {
    const start = bounds.at(-1)![1] + 1;
    bounds.push([start, start + sentence.length]);
  }
  const sentenceAt = (at: number): number => bounds.findIndex(([start, end]) => at >= start && at < end);
  const marks = (form: string): Mark[] => {
    const found: Mark[] = [];
    for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1))
      found.push({ start, end: start + form.length, sentence: sentenceAt(start) });
    if (!found.length) throw new Error(`"${form}" is not in ${id}`);
    return found;
  };
  const entities = Object.entries(names).flatMap(([type, all]) =>
    all.map((line): Entity => {
      const [, role, rest] = /^(?:(\w+): )?(.*)$/.exec(line)!;
      const forms = rest!.split(' = ');
      const mentions = forms.flatMap(marks).sort((a, b) => a.start - b.start);
      return { type: type as EntityType, name: forms[0]!, forms, ...(role && { role: role as Role }), mentions, by: ['written'] };
    }),
  );
  return {
    id,
    title,
    abstract: sentences.join(' '),
    ...(date && { date }),
    sentences: bounds,
    entities,
    results: results.map(({ value, ...more }): Result => {
      const span = marks(value)[0]!;
      const evidence = text.slice(...bounds[span.sentence]!);
      return { value, metric: null, direction: 'value', baseline: null, dataset: null, hardware: null, ...more, evidence, span };
    }),
    claims: claims.map((claim): Claim => {
      const span = marks(claim.in)[0]!;
      return { kind: claim.kind, baseline: claim.baseline, dataset: null, evidence: claim.in, span };
    }),
    links: [],
  };
}
