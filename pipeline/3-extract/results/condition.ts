import { tokenFrom } from '../spans.ts';
import type { FigureMark, Scene } from './scene.ts';

/** What begins a condition: "at the same compute budget", "without fine-tuning", "under 4-bit quantization". */
const BEGINS = /^(?:at|under|without|when|while|given|within|despite|after|before|if)$/;
/** "at least", "at most", "after all" begin none; "while reducing ..." says another result. */
const NONE = /^(?:least|most|best|all|achieving|reducing|improving|using|maintaining|being|also|only|a)$/;
const ENDS = /^(?:[,;:.)(]|and|but|while|whereas|which|compared|over|than|versus|vs|respectively)$/;
/** How far behind its figure a condition may begin, and how long it may be, in tokens. */
const BEHIND = 14;
const LENGTH = 9;

/**
 * Under what a figure holds, as the text says it after the figure and within its clause ("2.1x faster at batch size 1"); undefined
 * where it says nothing of the kind.
 */
export function conditionOf({ doc, figures }: Scene, figure: FigureMark): string | undefined {
  const { tokens } = doc;
  const lower = (i: number): string => tokens.at(i).lower;
  const { to } = doc.sentences[figure.sentence]!;
  const from = tokenFrom(tokens, figure.end);
  const next = figures.find((f) => f.sentence === figure.sentence && f.start >= figure.end && f.group !== figure.group);
  for (let i = from; i < Math.min(to, from + BEHIND); i++) {
    // what follows the next figure is that one's condition
    if ((next && tokens.starts[i]! >= next.start) || /^[;.]$/.test(lower(i))) return undefined;
    if (!BEGINS.test(lower(i)) || i + 1 >= to || NONE.test(lower(i + 1))) continue;
    let end = i + 1;
    while (end < Math.min(to, i + LENGTH) && !ENDS.test(lower(end))) end++;
    if (end - i >= 2 && (end === to || ENDS.test(lower(end)))) return doc.text.slice(tokens.starts[i], tokens.ends[end - 1]);
  }
  return undefined;
}
