import type { Name, Term } from './terms.ts';

/** A thing with all that is said of it. */
export interface Resource {
  iri: string;
  types: readonly Name[];
  says: readonly (readonly [name: Name, term: Term])[];
  /** It is a statement: this, in a graph of its own under its own name, and among all others too. */
  states?: { subject: string; name: Name; object: string };
}

/** One value or several, of which those that are not there are left out. */
export const said = (name: Name, terms: Term | undefined | readonly (Term | undefined)[]): (readonly [Name, Term])[] =>
  (Array.isArray(terms) ? (terms as readonly (Term | undefined)[]) : [terms as Term | undefined]).flatMap((term) =>
    term === undefined ? [] : [[name, term] as const],
  );
