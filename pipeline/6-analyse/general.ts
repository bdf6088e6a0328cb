import { slug } from '../../src/slug.ts';

/** Words that, without another, name no field of work. */
const GENERAL = new Set(['deep', 'neural', 'network', 'networks', 'model', 'models', 'machine', 'learning', 'method', 'methods', 'algorithm', 'algorithms']); // prettier-ignore

/** Whether a name is made of such words alone, as "deep neural networks" is: two papers that share it need have little in common. */
export const isGeneral = (label: string): boolean =>
  slug(label)
    .split('-')
    .every((word) => GENERAL.has(word));
