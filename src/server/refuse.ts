import type { Context } from 'hono';
import { NotFoundError, QueryError, TooLongError } from '../query/errors.ts';

type Status = 400 | 403 | 404 | 405 | 500 | 503;

/** What is wrong, and what to do instead. */
export const refuse = (c: Context, status: Status, error: string, remedy: string, more: object = {}): Response =>
  c.json({ error, remedy, ...more }, status);

/** An error as an answer; what is no fault of the question is told as ours. */
export function failure(error: Error, c: Context): Response {
  if (!(error instanceof QueryError)) return refuse(c, 500, 'the query failed', 'report it with the address asked');
  const status = error instanceof NotFoundError ? 404 : error instanceof TooLongError ? 503 : 400;
  return refuse(c, status, error.message, error.remedy, {
    kind: error.name,
    ...(error.candidates.length && { candidates: error.candidates }),
  });
}
