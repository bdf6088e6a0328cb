import type { Result } from '../../src/model.ts';

/** A metric that names the change itself: "8x speed-up" needs no "more". */
const IS_A_CHANGE =
  /(?:speed-?ups?|accelerations?|reductions?|improvements?|gains?|savings?|increases?|decreases?|drops?|compression(?: (?:ratio|rate|factor))?)$/i;

/** A quantity that is counted: "fewer FLOPs", but "less latency". */
const IS_COUNTED = /[^aius']s$/i;

/** A result in one line, made of what the text says: "up to 2.0x fewer FLOPs", "98% accuracy", "8-18x less computational complexity". */
export function resultLabel(result: Pick<Result, 'value' | 'metric' | 'direction' | 'hedge'>): string {
  const { value, metric, direction, hedge } = result;
  return [hedge, value, comparative(metric, direction), metric].filter(Boolean).join(' ');
}

function comparative(metric: string | null, direction: Result['direction']): string {
  if (direction === 'value' || (metric && IS_A_CHANGE.test(metric.slice(-40)))) return '';
  const counted = metric !== null && IS_COUNTED.test(metric);
  if (direction === 'decrease') return counted ? 'fewer' : 'less';
  return counted || metric === null ? 'more' : 'higher';
}
