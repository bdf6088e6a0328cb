import { createRequire } from 'node:module';
import type { Compromise } from './3-extract/tags.ts';

const require = createRequire(import.meta.url);

/** compromise, loaded when it is first asked for. */
export const compromise: Compromise = () => require('compromise/two') as ReturnType<Compromise>;
