import type { EntityType, Tokens } from '../../src/model.ts';
import { Attribute } from './attribute.ts';
import type { Candidate, Extractor } from './layers.ts';

/** Names told by their looks: an inner capital, a digit, several capitals ("BSP-Net", "FBNetV3", "CIFAR-100", "OTOv3"). */
export const shapes: Extractor<never, 'candidates'> = {
  id: 'shapes',
  summary: 'names told by their looks, typed by the word that follows',
  needs: [],
  gives: ['candidates'],
  extract: ({ tokens, sentences }) => {
    const candidates: Candidate[] = [];
    for (const { from, to } of sentences)
      for (let i = from; i < to; i++) {
        if (!named.at(tokens, i)) continue;
        const type = typeByHead(tokens, i + 1, to);
        candidates.push({
          start: tokens.starts[i]!,
          end: tokens.ends[i]!,
          type: type ?? 'technique',
          score: type ? 0.6 : 0.35,
          by: 'shapes',
        });
      }
    return { candidates };
  },
};

/** Capitals and figures that name no entity. */
const COMMON =
  /^(?:AI|ML|NLP|CV|API|APIs|USA|US|EU|UK|PDF|URL|HTML|JSON|XML|IDs?|[23]D|4D|[23]-D|SOTA|RGB|CO_?2|TODO|I{2,3}|IV|\d+[kKmMbBxX]|\d+(?:st|nd|rd|th)|[A-Z]|[A-Z]\d|\p{Lu}\p{Ll}+|Q&A|R&D)$/u;

export function looksLikeName(word: string): boolean {
  if (word.length < 2 || word.startsWith('http') || COMMON.test(word)) return false;
  return /\p{Lu}\p{Lu}|\p{Ll}\p{Lu}|\p{Lu}[\p{L}-]{0,40}\d|\p{Lu}\p{L}{0,40}-\p{Lu}/u.test(word);
}

/** A name by its looks. */
export const named = new Attribute(({ text }) => looksLikeName(text));

const HEADS: ReadonlyMap<string, EntityType> = new Map<string, EntityType>([
  ...['dataset', 'datasets', 'benchmark', 'benchmarks', 'corpus', 'corpora', 'leaderboard'].map((w) => [w, 'dataset'] as const),
  ...['gpu', 'gpus', 'cpu', 'cpus', 'fpga', 'fpgas', 'processor', 'processors', 'chip', 'chips', 'accelerator', 'soc', 'tpu', 'tpus'].map(
    (w) => [w, 'hardware'] as const,
  ),
  ...['score', 'scores', 'metric', 'metrics'].map((w) => [w, 'metric'] as const),
  ...[
    'model',
    'models',
    'method',
    'algorithm',
    'framework',
    'architecture',
    'network',
    'module',
    'loss',
    'optimizer',
    'layer',
    'attention',
  ].map((w) => [w, 'technique'] as const),
]);

/** The head that a name qualifies: "OGB benchmark"; over a conjunction too: "P100 and P4000 GPUs". */
function typeByHead(tokens: Tokens, from: number, to: number): EntityType | undefined {
  for (let i = from; i < Math.min(to, from + 8); i++) {
    const { lower, text } = tokens.at(i);
    const head = HEADS.get(lower);
    if (head) return head;
    if (!/^(?:,|and|or|\/|&)$/.test(text) && !named.at(tokens, i)) return undefined;
  }
  return undefined;
}
