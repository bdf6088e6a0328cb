import type { Doc, Mention } from '../../src/model.ts';
import { normalForm, wordsOf } from '../../src/words.ts';
import type { Acronym, Candidate, Extractor } from './layers.ts';

export interface ReconcileOptions {
  /** A mention needs this much trust, 0 to 1. */
  threshold: number;
  /** What each further word of a longer candidate is worth beside a shorter one. */
  perWord: number;
}
export const RECONCILE: ReconcileOptions = { threshold: 0.5, perWord: 0.06 };

/**
 * Overlapping candidates made one set of mentions in which no two overlap: candidates of the same span and type add up
 * their trust, forms found surely in one place count in all places, and the most trusted and longest win.
 * @param general words too general to be a name alone
 */
export function reconcileExtractor(
  general: ReadonlySet<string>,
  options = RECONCILE,
): Extractor<'candidates' | 'acronyms' | 'links', 'mentions'> {
  return {
    id: 'reconcile',
    summary: 'overlapping candidates made one set of mentions: longest term, best evidence',
    needs: ['candidates', 'acronyms', 'links'],
    gives: ['mentions'],
    extract: (doc) => {
      const usable = doc.candidates.filter(
        (c) => !doc.links.some((l) => c.start < l.end && l.start < c.end) && !isGeneral(doc.text.slice(c.start, c.end), general),
      );
      return { mentions: choose(doc, pool(doc, usable, doc.acronyms), options) };
    },
  };
}

/** "method", "deep learning", "3", "our model" are no names. */
export function isGeneral(form: string, general: ReadonlySet<string>): boolean {
  const words = wordsOf(form);
  return words.length === 0 || general.has(words.join('')) || words.every((w) => /^[\d.%+]+$/.test(w) || general.has(w));
}

interface Pooled extends Candidate {
  trust: number;
  finders: string[];
}

/** Candidates of one span and type as one; what a definition joins shares its trust. */
function pool({ text }: Doc, candidates: readonly Candidate[], acronyms: readonly Acronym[]): Pooled[] {
  const expansion = new Map(
    acronyms.map(({ short, long }) => [normalForm(text.slice(short.start, short.end)), normalForm(text.slice(long.start, long.end))]),
  );
  const key = (c: Candidate): string => {
    const form = normalForm(text.slice(c.start, c.end));
    return `${c.type} ${expansion.get(form) ?? form}`;
  };
  const bySpan = new Map<string, Pooled>();
  for (const c of candidates) {
    const at = `${c.start} ${c.end} ${c.type}`;
    const known = bySpan.get(at);
    if (!known) bySpan.set(at, { ...c, trust: c.score, finders: [c.by] });
    else if (!known.finders.includes(c.by)) {
      known.trust = 1 - (1 - known.trust) * (1 - c.score);
      known.finders.push(c.by);
    }
  }
  const best = new Map<string, number>();
  for (const p of bySpan.values()) best.set(key(p), Math.max(best.get(key(p)) ?? 0, p.trust));
  // a place without evidence of its own is worth nearly what the best place is worth
  for (const p of bySpan.values()) p.trust = Math.max(p.trust, 0.95 * best.get(key(p))!);
  return [...bySpan.values()];
}

function choose(doc: Doc, pooled: readonly Pooled[], { threshold, perWord }: ReconcileOptions): Mention[] {
  const length = (p: Pooled): number => wordsOf(doc.text.slice(p.start, p.end)).length;
  const worth = (p: Pooled): number => p.trust + perWord * Math.min(length(p), 6);
  const ranked = pooled
    .filter((p) => p.trust >= threshold)
    .sort((a, b) => worth(b) - worth(a) || a.start - b.start || b.end - a.end || (a.type < b.type ? -1 : 1));
  const chosen: Pooled[] = [];
  const taken = new Uint8Array(doc.text.length);
  for (const p of ranked) {
    if (taken.subarray(p.start, p.end).includes(1)) continue;
    taken.fill(1, p.start, p.end);
    chosen.push(p);
  }
  chosen.sort((a, b) => a.start - b.start);
  let sentence = 0;
  return chosen.flatMap(({ start, end, type, finders }) => {
    while (doc.sentences[sentence + 1] && doc.sentences[sentence]!.end < end) sentence++;
    return doc.sentences[sentence]!.start <= start && end <= doc.sentences[sentence]!.end
      ? [{ start, end, type, sentence, by: [...finders].sort() }]
      : [];
  });
}
