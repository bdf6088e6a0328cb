/** The line below the map: what is on it, and what to do first. Pure. */
import type { Drawn } from './detail.ts';
import { count } from './dom.ts';
import { countKinds } from './filter.ts';
import { KIND_NAMES } from './kinds.ts';
import { PAPER, type Model } from './model.ts';

export function hintOf(model: Model, { tier, cut }: Pick<Drawn, 'tier' | 'cut'>, touch: boolean): string {
  const papers = count(countKinds(model)[PAPER]!, ...KIND_NAMES.paper);
  const point = touch ? 'Tap' : 'Click';
  if (tier === 'far')
    return `${papers}, a dot each. ${point} a name or ${touch ? 'pinch' : 'scroll'} to come closer: what papers share appears on the way.`;
  const more = cut > 0 ? ` ${cut.toLocaleString('en')} more are here: come closer.` : '';
  return `${papers} and the things they share. ${touch ? 'Tap one' : 'Point at one to see its links, click it'} to read who claims what.${more}`;
}
