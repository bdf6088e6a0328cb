import { ROLES, type Doc, type Entity, type Role } from '../../src/model.ts';
import { wordsOf } from '../../src/words.ts';
import { rawScore, type Forest } from './select/forest.ts';
import { looksLikeName } from './shapes.ts';

/** How the paper stands to a technique: the likeliest role by the words around its mentions, its place and the looks of its name. */
export function roleOf(
  doc: Doc,
  entity: Entity,
  all: readonly Entity[],
  forests: readonly Forest[],
  known: (name: string) => boolean,
): Role {
  const row = roleFeatures(doc, entity, all, known);
  const scores = forests.map((forest) => rawScore(forest, row));
  return ROLES[scores.indexOf(Math.max(...scores))] ?? 'mentioned';
}

/** Kinds of words that say how a paper stands to what is named near them. */
const CUES: readonly RegExp[] = [
  /^(?:propos|introduc|present|develop|devis|design|contribut|formulat|releas)\w*$|^(?:novel|new|first)$/,
  /^(?:call|nam|term|dub|coin|refer)(?:s|ed|e)?$|^namely$/,
  /^(?:we|our|ours)$/,
  /^(?:than|over|against|versus|vs|unlike)$|^(?:compar|outperform|surpass|exceed|beat|rival|match)\w*$/,
  /^(?:baselines?|counterparts?|competitors?|competing|prior|previous|existing|conventional|traditional|standard|vanilla|recent|state-of-the-art|sota|strong|current)$/,
  /^(?:using|use|uses|used|via|through|by|leverag\w*|employ\w*|utili[sz]\w*|adopt\w*|appl(?:y|ies|ied|ying))$/,
  /^(?:bas|buil[dt]|extend|inspir|adapt|finetun|fine-tun|train|initiali[sz]|combin|integrat|incorporat|unif|coupl)\w*$|^(?:on|upon|top|into|with)$/,
  /^(?:such|like|including|e\.g|as|particularly|especially)$/,
  /^(?:of|in|for|to|from|between|across)$/,
  /^(?:but|however|although|while|despite|yet|suffers?|fails?|limited|limitations?|lacks?|struggles?|challeng\w*|problems?|issues?|costly|expensive|require\w*)$/,
  /^(?:achiev|improv|reduc|attain|reach|enabl|provid|consist|compris|demonstrat|show|yield|produc|deliver|learn|generat|allow|address|solv)\w*$/,
  /^(?:recently|emerged|popular|widely|have|has|been|become|success\w*|promising|advances?|progress)$/,
  /^(?:models?|methods?|approach(?:es)?|techniques?|algorithms?|frameworks?|modules?|networks?|architectures?|loss|mechanism|strategy)$/,
  /^(?:is|are|was|were|be|can|that|which)$/,
  /^(?:a|an)$/,
  /^(?:the|this|these|its|their)$/,
  /^(?:evaluat|experiment|validat|test|benchmark|analy[sz]|stud|investigat|compress|accelerat|prun|quanti[sz])\w*$/,
  /^[,;:]$/,
  /^[()]$/,
  /^(?:and|or)$/,
];

/** Before and after a mention: next to it, near it, anywhere in the sentence. */
const REACH = [1, 4, 60] as const;

/** One row of numbers: place and looks of the entity, then for each kind of cue the share of mentions that have it at each reach. */
export function roleFeatures(doc: Doc, entity: Entity, all: readonly Entity[], known: (name: string) => boolean): Float64Array {
  const { tokens, sentences, paper, text } = doc;
  const colon = paper.title.search(/:\s/);
  const count = entity.mentions.length;
  const share = (test: (m: Entity['mentions'][number]) => boolean): number => entity.mentions.filter(test).length / count;
  const first = entity.mentions[0]!;
  const body = Math.max(1, sentences.length - 1);
  const row = [
    count,
    first.sentence / body,
    entity.mentions.at(-1)!.sentence / body,
    (entity.mentions.find((m) => m.sentence > 0)?.sentence ?? 0) / body,
    share((m) => m.sentence === 0),
    share((m) => m.sentence === 0 && colon > 0 && m.end <= colon),
    share((m) => m.start === 0 && m.end === colon),
    known(entity.name) ? 1 : 0,
    entity.forms.some((f) => known(f)) ? 1 : 0,
    entity.forms.length,
    looksLikeName(entity.name) ? 1 : 0,
    entity.forms.some(looksLikeName) ? 1 : 0,
    wordsOf(entity.name).length,
    entity.name.length,
    /^\p{Lu}/u.test(entity.name) ? 1 : 0,
    (entity.name.match(/\p{Lu}/gu)?.length ?? 0) / entity.name.length,
    /\d/.test(entity.name) ? 1 : 0,
    share((m) => text.charAt(m.start - 1) === '('),
    share((m) => text.charAt(m.end) === '-'),
    share((m) => /^s\b/.test(text.slice(m.end - 1, m.end))),
    sentences.length,
  ];
  const hits = new Float64Array(CUES.length * REACH.length * 2);
  for (const mark of entity.mentions) {
    const sentence = sentences[mark.sentence]!;
    const seen = new Set<number>();
    for (let i = sentence.from; i < sentence.to; i++) {
      const token = tokens[i]!;
      if (token.end > mark.start && token.start < mark.end) continue;
      const kind = cuesOf(token.text);
      if (kind.length === 0) continue;
      const after = token.start >= mark.end;
      const distance = after
        ? i - tokenAt(doc, mark.end, sentence.from, sentence.to) + 1
        : tokenAt(doc, mark.start, sentence.from, sentence.to) - i;
      for (const c of kind) {
        REACH.forEach((reach, r) => {
          const at = (c * REACH.length + r) * 2 + (after ? 1 : 0);
          if (distance > reach || seen.has(at)) return;
          seen.add(at);
          hits[at]! += 1 / count;
        });
      }
    }
  }
  return Float64Array.from([...row, ...hits, ...amongOthers(entity, all)]);
}

/** How the entity stands among the paper's techniques: how many there are, its place in the order of first mentions, names in the title. */
function amongOthers(entity: Entity, all: readonly Entity[]): number[] {
  const techniques = all.filter((e) => e.type === 'technique');
  const most = Math.max(...techniques.map((e) => e.mentions.length));
  const beside = entity.mentions.flatMap((m) =>
    techniques.filter((e) => e !== entity && e.mentions.some((o) => o.sentence === m.sentence)),
  );
  return [
    techniques.length,
    techniques.indexOf(entity) / techniques.length,
    entity.mentions.length / most,
    techniques.filter((e) => e !== entity && e.mentions[0]!.sentence === 0).length,
    new Set(beside).size,
    techniques.some((e) => e !== entity && entity.name.length > e.name.length && entity.name.includes(e.name)) ? 1 : 0,
    techniques.some((e) => e !== entity && e.name.length > entity.name.length && e.name.includes(entity.name)) ? 1 : 0,
  ];
}

const cache = new Map<string, readonly number[]>();
function cuesOf(token: string): readonly number[] {
  let kinds = cache.get(token);
  if (kinds) return kinds;
  const word = token.toLowerCase();
  kinds = CUES.flatMap((cue, c) => (cue.test(word) ? [c] : []));
  if (cache.size < 50_000) cache.set(token, kinds);
  return kinds;
}

/** Index of the first token of the range that begins at or after an offset. */
function tokenAt({ tokens }: Doc, offset: number, from: number, to: number): number {
  let i = from;
  while (i < to && tokens[i]!.start < offset) i++;
  return i;
}
