/** Questions that a text in the search box may mean: "lineage BERT", "path from BERT to ImageNet", "contradict". Pure. */
import type { Declared } from './answers.ts';
import type { Question } from './state.ts';

export interface Meant {
  kind: 'question';
  /** What is asked, in words. */
  label: string;
  ask: Question;
  /** Whether the text says all that the question needs, and more than its name. */
  complete: boolean;
}

const SHOWN = 2;
const LEAST = 3;
/** What stands between a question's name and what it is about, and between two things. */
const BEFORE = /^(?:of|from|between|for|about|on)\s/i;
const BETWEEN = /\s(?:to|and|with|vs|versus|on)\s|\s?,\s?/i;

/** The questions whose names a text begins with, what follows as their parameters; else those whose summaries have its words. */
export function questionsIn(text: string, all: readonly Declared[]): Meant[] {
  const plain = text.slice(0, 200).trim().replace(/\s+/g, ' ');
  const [name = ''] = plain.toLowerCase().split(' ');
  if (name.length < LEAST) return [];
  const rest = plain.slice(name.length).trim().replace(BEFORE, '');
  const others = all.filter(({ id }) => id !== 'search'); // which the box itself is
  const named = others.filter(({ id }) => id.startsWith(name));
  if (named.length) return named.slice(0, SHOWN).map((one) => meant(one, rest));
  const words = plain.toLowerCase().split(' ');
  const says = ({ summary }: Declared) =>
    words.every((word) =>
      summary
        .toLowerCase()
        .split(/\W+/)
        .some((said) => said.startsWith(word)),
    );
  return others.filter(says).slice(0, SHOWN).map((one) => meant(one, '')); // prettier-ignore
}

function meant({ id, params }: Declared, rest: string): Meant {
  const needed = params.filter(({ required }) => required);
  const wanted = needed.length ? needed : params.slice(0, 1);
  const parts = rest === '' ? [] : wanted.length > 1 ? rest.split(BETWEEN).slice(0, wanted.length) : [rest];
  const given = parts.flatMap((part, i) => (part.trim() ? [[wanted[i]!.name, part.trim()] as const] : []));
  return {
    kind: 'question',
    label: [id, given.map(([, value]) => value).join(' – ')].filter(Boolean).join(': '),
    ask: { query: id, params: Object.fromEntries(given) },
    complete: given.length > 0 && given.length === wanted.length,
  };
}
