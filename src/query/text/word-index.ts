/** Saturation and length normalisation of BM25. */
const K1 = 1.2;
const B = 0.7;

/** A field: its words in each text, how much one counts, and whether it counts less among many. */
export interface Field {
  words(text: number): string[];
  boost: number;
  byLength: boolean;
}

/** Texts by the words they hold: those of word w are `texts[starts[w]]` to `texts[starts[w + 1]]`, in ascending order. */
export interface WordIndex {
  /** In code-unit order. */
  words: string[];
  starts: Uint32Array;
  texts: Uint32Array;
  weights: Float32Array;
}

/**
 * Weighs each word in each text by BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields",
 * 2004): its frequencies in all fields, each by the field's boost and length, saturate together.
 */
export function indexWords(fields: readonly Field[], count: number): WordIndex {
  const numbers = new Map<string, number>();
  const tokens = fields.map(({ words }) => Array.from({ length: count }, (_, text) => words(text).map((word) => numberOf(numbers, word))));
  const means = tokens.map((texts) => texts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, count) || 1);

  const [word, text, frequency]: [number[], number[], number[]] = [[], [], []];
  for (let t = 0; t < count; t++) {
    const often = new Map<number, number>();
    tokens.forEach((texts, f) => {
      const words = texts[t]!;
      const { boost, byLength } = fields[f]!;
      const each = byLength ? boost / (1 - B + (B * words.length) / means[f]!) : boost;
      for (const number of words) often.set(number, (often.get(number) ?? 0) + each);
    });
    for (const [number, times] of often) {
      word.push(number);
      text.push(t);
      frequency.push(times);
    }
  }

  const words = [...numbers.keys()].sort((a, b) => (a < b ? -1 : 1));
  const place = new Uint32Array(words.length);
  words.forEach((each, w) => (place[numbers.get(each)!] = w));
  const starts = new Uint32Array(words.length + 1);
  for (const number of word) starts[place[number]! + 1]!++;
  for (let w = 0; w < words.length; w++) starts[w + 1]! += starts[w]!;
  const next = starts.slice();
  const texts = new Uint32Array(word.length);
  const weights = new Float32Array(word.length);
  word.forEach((number, i) => {
    const w = place[number]!;
    const at = next[w]!++;
    const held = starts[w + 1]! - starts[w]!;
    texts[at] = text[i]!;
    weights[at] = (Math.log(1 + (count - held + 0.5) / (held + 0.5)) * frequency[i]! * (K1 + 1)) / (frequency[i]! + K1);
  });
  return { words, starts, texts, weights };
}

function numberOf(numbers: Map<string, number>, word: string): number {
  let number = numbers.get(word);
  if (number === undefined) numbers.set(word, (number = numbers.size));
  return number;
}
