import type { Losses } from '../types.ts';

/** Halves of surrogate pairs become U+FFFD, NUL too, which many readers end at; both are counted. */
export const wellFormed = (text: string, losses?: Losses): string =>
  text.replace(/\p{Cs}|\0/gu, () => {
    if (losses) losses.characters++;
    return '\ufffd';
  });
