import type { Doc, EntityType, Mention } from '../../src/model.ts';
import type { Extractor } from './layers.ts';
import { eachRow } from './select/features.ts';
import { probability, type Forest } from './select/forest.ts';
import { groupCandidates, type Group } from './select/groups.ts';
import { Names, type Background } from './select/names.ts';

/** What a group must reach to be kept, by type; chosen on held-out papers. */
export type Thresholds = Readonly<globalThis.Record<EntityType, number>>;

/**
 * Candidates of one name are judged together, as a careful reader would: boosted trees weigh what the tagger, the lists,
 * the shapes and the cues say at all of its places, and what competes with it. What is kept takes its places in the order
 * of its probability, so that no two mentions overlap.
 */
export function selectExtractor(
  forest: Forest,
  thresholds: Thresholds,
  background: Background,
): Extractor<'candidates' | 'acronyms' | 'links', 'mentions'> {
  const names = new Names(background);
  return {
    id: 'select',
    summary: 'overlapping candidates made one set of mentions, by boosted trees trained on annotated abstracts',
    needs: ['candidates', 'acronyms', 'links'],
    gives: ['mentions'],
    extract: (doc) => {
      const usable = doc.links.length
        ? doc.candidates.filter((c) => !doc.links.some((l) => c.start < l.end && l.start < c.end))
        : doc.candidates;
      const groups = groupCandidates(doc, usable, doc.acronyms, names);
      const probabilities: number[] = [];
      eachRow(doc, groups, names, (row, { type }) => probabilities.push(probability(forest, row, thresholds[type])));
      return { mentions: place(doc, groups, probabilities, thresholds) };
    },
  };
}

/** Mentions of the groups that reach their threshold, in reading order. */
export function place(doc: Doc, groups: readonly Group[], probabilities: readonly number[], thresholds: Thresholds): Mention[] {
  const kept = groups.map((group, i) => ({ group, p: probabilities[i]! })).filter(({ group, p }) => p >= thresholds[group.type]);
  kept.sort((a, b) => b.p - a.p || a.group.places[0]!.start - b.group.places[0]!.start || (a.group.type < b.group.type ? -1 : 1));
  const taken = new Uint8Array(doc.text.length);
  const mentions: Mention[] = [];
  for (const { group, p } of kept)
    for (const { start, end, by } of group.places) {
      if (isTaken(taken, start, end)) {
        giveWay(mentions, `${group.type} ${doc.text.slice(start, end)}`, start, end);
        continue;
      }
      const sentence = doc.sentences.findIndex((s) => start >= s.start && end <= s.end);
      if (sentence < 0) continue;
      taken.fill(1, start, end);
      mentions.push({
        type: group.type,
        start,
        end,
        sentence,
        by: by.length > 1 ? [...by].sort() : by,
        confidence: Math.round(p * 100) / 100,
      });
    }
  return mentions.sort((a, b) => a.start - b.start);
}

function isTaken(taken: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (taken[i]) return true;
  return false;
}

/** Notes on the mentions that stand in its place what was likely there too. */
function giveWay(mentions: readonly Mention[], loser: string, start: number, end: number): void {
  for (const m of mentions) if (m.start < end && start < m.end) (m.over ??= []).push(loser);
}
