/**
 * Word vectors and word clusters from unlabelled abstracts.
 * Vectors: skip-gram with negative sampling (Mikolov et al., 2013), small window, so that words of one kind come near.
 * Clusters: spherical k-means over the vectors of frequent words.
 */
import { seeded } from '../../src/random.ts';

export interface Embedding {
  words: string[];
  counts: Uint32Array;
  dims: number;
  /** Row i: the unit vector of words[i]. */
  vectors: Float32Array;
}

export interface EmbedOptions {
  dims: number;
  window: number;
  negatives: number;
  epochs: number;
  rate: number;
  /** Words rarer than this have no vector. */
  minCount: number;
  /** Threshold above which frequent words are thinned out. */
  sample: number;
  seed: number;
}

/** @param sentences word indices, sentence after sentence, each ended by -1 */
export function embed(
  sentences: Int32Array,
  words: string[],
  counts: Uint32Array,
  options: EmbedOptions,
  log: (line: string) => void,
): Embedding {
  const { dims, window, negatives, epochs, seed } = options;
  const n = words.length;
  const random = seeded(seed);
  const input = new Float32Array(n * dims);
  const output = new Float32Array(n * dims);
  for (let i = 0; i < input.length; i++) input[i] = (random() - 0.5) / dims;
  let total = 0;
  for (const c of counts) total += c;
  const keep = Float64Array.from(counts, (c) => Math.min(1, Math.sqrt((options.sample * total) / c) + (options.sample * total) / c));
  // unigram^0.75 table for negatives
  const table = new Int32Array(1 << 20);
  let norm = 0;
  for (const c of counts) norm += c ** 0.75;
  for (let i = 0, w = 0, cum = counts[0]! ** 0.75 / norm; i < table.length; i++) {
    table[i] = w;
    if ((i + 1) / table.length > cum && w < n - 1) cum += counts[++w]! ** 0.75 / norm;
  }
  const sigmoid = new Float32Array(1024);
  for (let i = 0; i < 1024; i++) sigmoid[i] = 1 / (1 + Math.exp(-((i / 1024) * 12 - 6)));
  const gradient = new Float32Array(dims);
  const line = new Int32Array(4096);
  let done = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    let length = 0;
    for (let at = 0; at < sentences.length; at++) {
      const w = sentences[at]!;
      if (w >= 0) {
        if (length < line.length && random() < keep[w]!) line[length++] = w;
        continue;
      }
      const rate = Math.max(options.rate * (1 - done / (epochs * sentences.length)), options.rate * 1e-3);
      for (let i = 0; i < length; i++) {
        const reach = 1 + Math.floor(random() * window);
        const a = line[i]! * dims;
        for (let j = Math.max(0, i - reach); j < Math.min(length, i + reach + 1); j++) {
          if (j === i) continue;
          gradient.fill(0);
          for (let k = 0; k <= negatives; k++) {
            const target = k === 0 ? line[j]! : table[(random() * table.length) | 0]!;
            if (k > 0 && target === line[j]) continue;
            const b = target * dims;
            let dot = 0;
            for (let d = 0; d < dims; d++) dot += input[a + d]! * output[b + d]!;
            const p = dot > 6 ? 1 : dot < -6 ? 0 : sigmoid[((dot + 6) * (1023 / 12)) | 0]!;
            const g = ((k === 0 ? 1 : 0) - p) * rate;
            for (let d = 0; d < dims; d++) {
              gradient[d]! += g * output[b + d]!;
              output[b + d]! += g * input[a + d]!;
            }
          }
          for (let d = 0; d < dims; d++) input[a + d]! += gradient[d]!;
        }
      }
      done = epoch * sentences.length + at;
      length = 0;
      if (at % 4_000_000 < 40) log(`epoch ${epoch + 1} of ${epochs}, ${((at / sentences.length) * 100).toFixed(0)}%`);
    }
  }
  for (let w = 0; w < n; w++) {
    let sum = 0;
    for (let d = 0; d < dims; d++) sum += input[w * dims + d]! ** 2;
    const scale = 1 / (Math.sqrt(sum) || 1);
    for (let d = 0; d < dims; d++) input[w * dims + d]! *= scale;
  }
  return { words, counts, dims, vectors: input };
}

/** Cluster of each word by spherical k-means; the start is every (n/k)-th word by frequency. */
export function clusters({ words, dims, vectors }: Embedding, k: number, rounds: number): Uint16Array {
  const n = words.length;
  const centres = new Float32Array(k * dims);
  for (let c = 0; c < k; c++) {
    const w = Math.floor((c * Math.min(n, k * 4)) / k);
    centres.set(vectors.subarray(w * dims, (w + 1) * dims), c * dims);
  }
  const of = new Uint16Array(n);
  for (let round = 0; round < rounds; round++) {
    for (let w = 0; w < n; w++) {
      let best = -2;
      for (let c = 0; c < k; c++) {
        let dot = 0;
        for (let d = 0; d < dims; d++) dot += vectors[w * dims + d]! * centres[c * dims + d]!;
        if (dot > best) {
          best = dot;
          of[w] = c;
        }
      }
    }
    centres.fill(0);
    for (let w = 0; w < n; w++) for (let d = 0; d < dims; d++) centres[of[w]! * dims + d]! += vectors[w * dims + d]!;
    for (let c = 0; c < k; c++) {
      let sum = 0;
      for (let d = 0; d < dims; d++) sum += centres[c * dims + d]! ** 2;
      const scale = 1 / (Math.sqrt(sum) || 1);
      for (let d = 0; d < dims; d++) centres[c * dims + d]! *= scale;
    }
  }
  return of;
}
