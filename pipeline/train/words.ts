/** The vocabulary, its vectors and clusters, from unlabelled abstracts -> data/tagger/words.tsv */
import { parse } from '../2-parse/parse.ts';
import { Vocab } from '../2-parse/vocab.ts';
import { compromise } from '../compromise.ts';
import { tagOf } from '../3-extract/tags.ts';
import { wordKey } from '../3-extract/tagger/vocabulary.ts';
import { allTexts } from './corpus.ts';
import { clusters, embed, type EmbedOptions } from './embed.ts';

export const WORDS = { minCount: 8, grains: [128, 512, 1536], rounds: 12 };
export const EMBED: EmbedOptions = {
  dims: 64,
  window: 3,
  negatives: 5,
  epochs: 2,
  rate: 0.05,
  minCount: WORDS.minCount,
  sample: 1e-4,
  seed: 7,
};

/** The text of words.tsv: word, log2 of its count, first letter of its tag, its cluster at each grain; the commonest first. */
export async function trainWords(log: (line: string) => void): Promise<string> {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  const stream: number[] = [];
  const vocab = new Vocab();
  for await (const text of allTexts()) {
    const { tokens, sentences } = parse(text, vocab);
    for (const { from, to } of sentences) {
      for (let i = from; i < to; i++) {
        const key = wordKey(tokens.at(i).lower);
        let id = ids.get(key);
        if (id === undefined) {
          ids.set(key, (id = counts.length));
          counts.push(0);
        }
        counts[id]!++;
        stream.push(id);
      }
      stream.push(-1);
    }
  }
  const names = [...ids.keys()];
  const kept = counts.map((_, i) => i).filter((i) => counts[i]! >= WORDS.minCount && !/[\t\n]/.test(names[i]!));
  kept.sort((a, b) => counts[b]! - counts[a]! || (names[a]! < names[b]! ? -1 : 1));
  const place = new Int32Array(counts.length).fill(-2);
  kept.forEach((id, i) => (place[id] = i));
  const sentences = Int32Array.from(stream, (id) => (id < 0 ? -1 : place[id]!)).filter((w) => w > -2);
  log(`${kept.length} words in ${sentences.length} places`);
  const words = kept.map((i) => names[i]!);
  const embedding = embed(
    sentences,
    words,
    Uint32Array.from(kept, (i) => counts[i]!),
    EMBED,
    log,
  );
  const grains = WORDS.grains.map((k) => clusters(embedding, k, WORDS.rounds));
  return words
    .map(
      (word, i) =>
        `${[word, Math.log2(counts[kept[i]!]!).toFixed(1), tagOf(word, compromise).charAt(0), ...grains.map((g) => g[i])].join('\t')}\n`,
    )
    .join('');
}
