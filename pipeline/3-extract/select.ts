import type { Doc, EntityType } from '../../src/model.ts';
import type { Extractor, Named } from './layers.ts';
import type { Names } from './names.ts';
import { eachRow } from './select/features.ts';
import { probability, type Forest } from './select/forest.ts';
import { findersOf, groupCandidates, type Group } from './select/groups.ts';
import { sentenceTo } from './spans.ts';

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
  names: Names,
): Extractor<'candidates' | 'acronyms' | 'links', 'mentions'> {
  return {
    id: 'select',
    summary: 'overlapping candidates made one set of mentions, by boosted trees trained on annotated abstracts',
    needs: ['candidates', 'acronyms', 'links'],
    gives: ['mentions'],
    extract: (doc) => {
      const usable = doc.links.length
        ? doc.candidates.filter((c) => !doc.links.some((l) => c.start < l.end && l.start < c.end))
        : doc.candidates;
      const { groups, places } = groupCandidates(doc, usable, doc.acronyms, names);
      const probabilities: number[] = [];
      eachRow(doc, groups, places, names, (row, { type }) => probabilities.push(probability(forest, row, thresholds[type])));
      return { mentions: place(doc, groups, probabilities, thresholds) };
    },
  };
}

/** Mentions of the groups that reach their threshold, in reading order. */
export function place(doc: Doc, groups: readonly Group[], probabilities: readonly number[], thresholds: Thresholds): Named[] {
  const kept: { group: Group; p: number }[] = [];
  for (const [i, group] of groups.entries()) if (probabilities[i]! >= thresholds[group.type]) kept.push({ group, p: probabilities[i]! });
  kept.sort((a, b) => b.p - a.p || a.group.places[0]!.start - b.group.places[0]!.start || (a.group.type < b.group.type ? -1 : 1));
  const mentions: Named[] = [];
  for (const { group, p } of kept)
    for (const { start, end, by, name } of group.places) {
      if (givesWay(mentions, group.type, doc.text, start, end)) continue;
      const sentence = sentenceTo(doc, end);
      const begins = doc.sentences[sentence]?.start;
      if (begins === undefined || start < begins) continue;
      mentions.push({
        type: group.type,
        start,
        end,
        sentence,
        by: findersOf(by),
        confidence: Math.round(p * 100) / 100,
        name,
      });
    }
  return mentions.sort((a, b) => a.start - b.start);
}

/** Is a place taken? The mentions that stand in it then note what was likely there too. */
function givesWay(mentions: readonly Named[], type: EntityType, text: string, start: number, end: number): boolean {
  let taken = false;
  for (const m of mentions)
    if (m.start < end && start < m.end) {
      (m.over ??= []).push(`${type} ${text.slice(start, end)}`);
      taken = true;
    }
  return taken;
}
