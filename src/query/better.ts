import type { KnowledgeGraph } from '../graph.ts';
import { resultAt } from './access.ts';
import type { Order } from './order.ts';

/** Words of metrics of which less is better, whatever papers say of them ("improves FID by 3"). */
const LESS =
  /\b(?:errors?|loss|fid|gfid|rfid|fvd|kid|fad|lpips|perplexity|ppl|bpb|bpc|wer|cer|mae|mse|rmse|nll|latency|delay|times?|ttft|memory|vram|size|footprint|parameters?|flops?|macs?|costs?|price|energy|power|emissions?|distance|deviation|regret|overhead|complexity|epochs?|iterations?|hallucinations?|toxicity|violations?|collisions?|hours)\b/i;

/** Which figures of a metric are best, and how that is known. */
export interface Sense {
  best: Order;
  why: string;
}

/**
 * Known for the usual metrics; for others by what papers boast of: where most changes claimed are decreases, less is better.
 * @param results all that are claimed on the metric
 */
export function senseOf(graph: KnowledgeGraph, metric: string, results: Iterable<string>): Sense {
  if (LESS.test(metric.slice(0, 200))) return { best: 'least', why: `The least figures come first: less ${metric} is better.` };
  let more = 0;
  let less = 0;
  for (const id of results) {
    const { direction } = resultAt(graph, id);
    if (direction === 'increase') more++;
    if (direction === 'decrease') less++;
  }
  const best = less > more ? 'least' : 'greatest';
  const changes =
    less > more
      ? `${less} of ${more + less} changes claimed on it are decreases`
      : `${more} of ${more + less} changes claimed on it are increases`;
  const why = more === less ? 'no claim tells whether more or less is better' : changes;
  return { best, why: `The ${best} figures come first: ${why}.` };
}
