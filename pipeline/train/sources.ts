/** Labelled text to learn from, each set read into documents of ours with what it labels and what it leaves open. */
import { existsSync, readFileSync } from 'node:fs';
import { ENTITY_TYPES, type Doc, type EntityType, type Paper } from '../../src/model.ts';
import { parse } from '../2-parse/parse.ts';
import { Vocab } from '../2-parse/vocab.ts';
import { trimmed } from '../3-extract/spans.ts';
import { labelOf, LABELS } from '../3-extract/tagger/labels.ts';
import type { Gold } from './results/gold.ts';

export type { Gold } from './results/gold.ts';

/** A document whose token i may have any of the labels in the bit set allowed[i]. */
export interface Labelled {
  doc: Doc;
  allowed: Uint16Array;
  /** Annotated by our own guidelines. */
  ours: boolean;
}

/** The words of all sets. */
const vocab = new Vocab(Infinity);

const ANY = (1 << LABELS.length) - 1;
const bit = (label: number): number => 1 << label;

export const SHARED = new URL('../../../shared/', import.meta.url);
export function readShared(path: string): string {
  const url = new URL(path, SHARED);
  if (!existsSync(url)) throw new Error(`${url.pathname} is not there: training and evaluation read the shared data beside the repository`);
  return readFileSync(url, 'utf8');
}
export const jsonLines = <T>(text: string): T[] =>
  text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as T);

/** Gold records with their papers, in file order. */
export function readGold(name: string): { gold: Gold; paper: Paper }[] {
  const papers = new Map(jsonLines<Paper>(readShared(`gold/${name}.papers.jsonl`)).map((p) => [p.title, p]));
  return jsonLines<Gold>(readShared(`gold/${name}.gold.jsonl`)).flatMap((gold) => {
    const paper = papers.get(gold.title);
    return paper ? [{ gold, paper }] : [];
  });
}

/** Every occurrence of the gold forms in the text, longest first; those of optional entities may also be left out. */
export function labelGold(gold: Gold, paper: Paper): Labelled {
  const doc = parse(paper, vocab);
  const allowed = new Uint16Array(doc.tokens.length).fill(bit(0));
  const taken = new Uint8Array(doc.tokens.length);
  const forms = gold.entities.flatMap((e) =>
    [...new Set([e.name, ...e.forms])].filter(Boolean).map((form) => ({ form, type: e.type, optional: e.optional ?? false })),
  );
  forms.sort((a, b) => b.form.length - a.form.length);
  for (const { form, type, optional } of forms)
    for (const occurrence of occurrences(doc, form)) {
      const range = trimmed(doc, ...occurrence);
      if (range) mark(allowed, taken, ...range, type, optional);
    }
  return { doc, allowed, ours: true };
}

function mark(allowed: Uint16Array, taken: Uint8Array, from: number, to: number, type: EntityType, optional: boolean): void {
  for (let i = from; i < to; i++) if (taken[i]) return;
  for (let i = from; i < to; i++) {
    taken[i] = 1;
    const label = bit(labelOf(type, i === from));
    allowed[i] = optional ? label | bit(0) : label;
  }
}

/** Token ranges at which a form stands, in any case for the first letter, with a plural s or without. */
export function occurrences({ text, tokens }: Doc, form: string): [number, number][] {
  const found: [number, number][] = [];
  const variants = new Set([form, form.charAt(0).toUpperCase() + form.slice(1), form.charAt(0).toLowerCase() + form.slice(1)]);
  const starts = new Map(Array.from(tokens.starts, (start, i) => [start, i]));
  const ends = new Map(Array.from(tokens.ends, (end, i) => [end, i]));
  for (const variant of variants) {
    for (let at = text.indexOf(variant); at >= 0; at = text.indexOf(variant, at + 1)) {
      const from = starts.get(at);
      const stop = at + variant.length;
      const to = ends.get(stop) ?? ends.get(stop + 1) ?? ends.get(stop + 2);
      if (from === undefined || to === undefined || to < from) continue;
      const rest = text.slice(stop, tokens.ends[to]);
      if (rest === '' || rest === 's' || rest === 'es') found.push([from, to + 1]);
    }
  }
  return found.sort((a, b) => a[0] - b[0]);
}

interface TokenSet {
  /** Tokens of a text, and spans [from, to) with a type of ours, or null for "could be anything". */
  tokens: string[];
  spans: [number, number, EntityType | null][];
}

/** Joins tokens to a text that looks as it was written, and labels our own tokens of it. */
function labelTokens({ tokens, spans }: TokenSet, types: readonly EntityType[]): Labelled {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const fixed = tokens.map((t) => ({ '-LRB-': '(', '-RRB-': ')', '-LSB-': '[', '-RSB-': ']', '``': '"', "''": '"' })[t] ?? t);
  fixed.forEach((token, i) => {
    const before = fixed[i - 1] ?? '';
    const tight = /^[,.;:!?)\]%]$|^'s$|^n't$|^-$|^\/$/.test(token) || /^[([/-]$/.test(before) || text === '';
    if (!tight) text += ' ';
    starts.push(text.length);
    text += token;
    ends.push(text.length);
  });
  const doc = parse({ id: '', title: '', abstract: text }, vocab);
  // what a set does not label may be there all the same
  const open = ENTITY_TYPES.filter((t) => !types.includes(t)).reduce(
    (set, t) => set | bit(labelOf(t, true)) | bit(labelOf(t, false)),
    bit(0),
  );
  const allowed = new Uint16Array(doc.tokens.length).fill(open);
  for (const [from, to, type] of spans) {
    const start = starts[from]! + 1;
    const end = ends[to - 1]! + 1;
    let first = true;
    for (let i = 0; i < doc.tokens.length; i++) {
      if (doc.tokens.ends[i]! <= start || doc.tokens.starts[i]! >= end) continue;
      allowed[i] = type ? bit(labelOf(type, first)) : ANY;
      first = false;
    }
  }
  return { doc, allowed, ours: false };
}

/** CoNLL: token first, tag last; `B-X` or `I-X` runs; blank lines part sentences, which `group` joins. */
function readConll(
  path: string,
  map: globalThis.Record<string, EntityType | null>,
  types: readonly EntityType[],
  byDocument: boolean,
): Labelled[] {
  const sets: TokenSet[] = [];
  let set: TokenSet = { tokens: [], spans: [] };
  let last = 'O';
  const close = (): void => {
    if (set.tokens.length) sets.push(set);
    set = { tokens: [], spans: [] };
  };
  for (const line of readShared(path).split('\n')) {
    const cells = line.trim().split(/\s+/);
    if (line.startsWith('-DOCSTART-')) close();
    else if (!line.trim()) {
      last = 'O';
      if (!byDocument) close();
    } else {
      const tag = cells.at(-1)!;
      const i = set.tokens.length;
      set.tokens.push(cells[0]!);
      const name = tag.slice(2);
      if (tag !== 'O') {
        if (tag.startsWith('I-') && last.slice(2) === name && set.spans.length && set.spans.at(-1)![1] === i) set.spans.at(-1)![1] = i + 1;
        else set.spans.push([i, i + 1, map[name] ?? null]);
      }
      last = tag;
    }
  }
  close();
  return sets.map((s) => labelTokens(s, types));
}

const SCIERC = {
  Method: 'technique',
  Material: 'dataset',
  Metric: 'metric',
  Task: 'task',
  Generic: null,
  OtherScientificTerm: null,
} as const;
const SCIREX = { Method: 'technique', Material: 'dataset', Metric: 'metric', Task: 'task' } as const;
const TDM = { DATASET: 'dataset', METRIC: 'metric', TASK: 'task' } as const;
const CROSS = { algorithm: 'technique', metrics: 'metric', task: 'task' } as const;

/** The labelled sets of others. */
export function readOthers(): Labelled[] {
  const scirex = jsonLines<{ tokens: string[]; ner: [number, number, keyof typeof SCIREX][] }>(readShared('ner/scirex/train.jsonl')).map(
    ({ tokens, ner }) =>
      labelTokens({ tokens, spans: ner.map(([a, b, l]) => [a, b, SCIREX[l] ?? null]) }, ['technique', 'dataset', 'metric', 'task']),
  );
  return [
    ...readConll('ner/scierc/train.txt', SCIERC, ['technique', 'metric', 'task'], true),
    ...scirex,
    ...readConll('ner/tdmsci/train.conll', TDM, ['dataset', 'metric', 'task'], false),
    ...readConll('ner/crossner-ai/train.txt', CROSS, ['metric', 'task'], false),
  ];
}
