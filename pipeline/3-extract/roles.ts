import type { Doc, Entity, Mark, Role } from '../../src/model.ts';

/**
 * How the paper stands to a technique, by the words around its mentions: announced or named in the title's head is
 * proposed, compared with is baseline, built on is used, else mentioned.
 */
export function roleOf(doc: Doc, entity: Entity): Role {
  const votes: globalThis.Record<Role, number> = { proposed: 0, baseline: 0, used: 0, mentioned: 0.5 };
  for (const mark of entity.mentions) {
    const role = roleAt(doc, mark);
    votes[role] += role === 'proposed' ? 2.5 : role === 'baseline' ? 1.2 : 1;
  }
  if (inTitleHead(doc, entity)) votes.proposed += 3;
  const order: Role[] = ['proposed', 'baseline', 'used', 'mentioned'];
  return order.reduce((best, role) => (votes[role] > votes[best] ? role : best));
}

/** "FBNetV3: Joint Architecture-Recipe Search": what stands before the colon is what the paper brings. */
function inTitleHead({ paper, text }: Doc, { mentions }: Entity): boolean {
  const colon = paper.title.indexOf(':');
  return mentions.some((m) => m.sentence === 0 && colon > 0 && m.start <= 1 && m.end >= colon - 1 && text.charAt(m.end) !== '');
}

const PROPOSED =
  /(?:\bpropos\w+|\bintroduc\w+|\bpresent\w*|\bdevelop\w*|\bdevis\w+|\bdesign\w*|\bcalled|\bnamed|\btermed?|\bdubbed|\bnamely|\bnovel|\bour|\bwe call)\b[^.;]{0,60}$/i;
const BASELINE =
  /(?:\bthan|\bcompar\w+ (?:to|with|against)|\boutperform\w*|\bsurpass\w*|\bover|\bagainst|\bversus|\bvs\.?|\bexceed\w*|\bunlike|\bmatch\w*|\bbaselines?|\brival\w*|\bbeat\w*)\b[^.;]{0,50}$/i;
const USED =
  /(?:\bus(?:e|es|ing)|\bbased on|\bbuil[dt]\w* (?:on|upon)|\bvia|\bwith|\bleverag\w+|\bemploy\w*|\butiliz\w+|\bincorporat\w+|\bcombin\w+|\bapply\w*|\bapplied|\badopt\w*|\bthrough|\bintegrat\w+|\bextend\w*|\bby)\b[^.;]{0,40}$/i;
const ACTS =
  /^\W{0,3}(?:achieves?|outperforms?|improves?|reduces?|surpasses|attains?|consists?|is able|can|provides?|enables?|consistently|significantly)\b/i;

function roleAt({ text, sentences }: Doc, mark: Mark): Role {
  const sentence = sentences[mark.sentence]!;
  const before = text.slice(Math.max(sentence.start, mark.start - 90), mark.start);
  const after = text.slice(mark.end, Math.min(sentence.end, mark.end + 40));
  if (BASELINE.test(before) || /^\S*\s*baselines?\b/.test(after)) return 'baseline';
  if (PROPOSED.test(before)) return 'proposed';
  if (ACTS.test(after)) return 'proposed';
  if (USED.test(before)) return 'used';
  return 'mentioned';
}
