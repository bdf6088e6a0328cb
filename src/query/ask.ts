import { z } from 'zod';
import type { KnowledgeGraph } from '../graph.ts';
import { BadParamsError, NotFoundError } from './errors.ts';
import { QUERIES } from './index.ts';
import { MAX_PARAM } from './params.ts';
import { reading } from './reference.ts';
import type { Answer, Query } from './types.ts';

/** @throws NotFoundError when there is no query of that name */
export function queryOf(name: string): Query {
  const found: Query | undefined = QUERIES.find(({ id }) => id === name);
  if (found) return found;
  const names = QUERIES.map(({ id }) => id);
  throw new NotFoundError(`no query is called "${name.slice(0, 100)}"`, `ask one of: ${names.join(', ')}`, names);
}

/**
 * Asks the graph a question by name, with parameters as text (from a shell or an address) or typed.
 * @throws NotFoundError, AmbiguousError, BadParamsError
 */
export function ask(graph: KnowledgeGraph, name: string, params: { readonly [param: string]: unknown } = {}): Answer {
  const query = queryOf(name);
  for (const [param, value] of Object.entries(params)) {
    if (typeof value !== 'string') continue;
    if (!value.trim()) throw new BadParamsError(`the parameter "${param}" is empty`, `give it a value or leave it out`);
    if (value.length > MAX_PARAM) throw new BadParamsError(`the parameter "${param}" is too long`, `give at most ${MAX_PARAM} characters`);
  }
  const checked = query.params.safeParse(params);
  if (!checked.success) throw badParams(query, checked.error, params);
  const { made, notes: names } = reading(() => query.run(graph, checked.data));
  const { items, total } = made;
  const notes = [...new Set(names), ...(made.notes ?? [])];
  const next = Number(checked.data['offset'] ?? 0) + items.length;
  return { query: query.id, items, total, ...(items.length && next < total && { next }), ...(notes.length && { notes }) };
}

function badParams({ id, params }: Query, { issues }: z.ZodError, given: object): BadParamsError {
  const issue = issues[0]!;
  const known = Object.keys(params.shape);
  if (issue.code === 'unrecognized_keys')
    return new BadParamsError(`the query "${id}" has no parameter "${issue.keys[0]}"`, `its parameters are: ${known.join(', ')}`, known);
  const param = String(issue.path[0]);
  const about = params.shape[param]?.description ?? '';
  if (!Object.hasOwn(given, param))
    return new BadParamsError(`the query "${id}" needs the parameter "${param}"`, `give ${param}: ${about}`);
  return new BadParamsError(`the parameter "${param}" of "${id}" does not fit: ${issue.message}`, `${param} is ${about}`);
}
