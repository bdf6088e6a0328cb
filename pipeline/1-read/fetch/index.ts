import { arxiv } from './arxiv.ts';
import { hf } from './hf.ts';
import { openalex } from './openalex.ts';
import type { Service } from './service.ts';

export { politely } from './polite.ts';
export * from './service.ts';

/** Every service that papers can be fetched from. */
export const SERVICES: readonly Service[] = [arxiv, hf, openalex];
