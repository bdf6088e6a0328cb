import type { Context, Next } from 'hono';
import type { secureHeaders } from 'hono/secure-headers';
import { refuse } from './refuse.ts';

/** Longest query part of an address, in characters. */
const MAX_QUERY = 4096;

/** Nothing runs, loads or frames but what this server gives. */
export const HEADERS: Parameters<typeof secureHeaders>[0] = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    workerSrc: ["'self'", 'blob:'],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  strictTransportSecurity: false, // plain HTTP on the loopback
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
};

/** A page elsewhere must not read the graph through the reader's own browser, by name (DNS rebinding) or by script. */
export async function guard(c: Context, next: Next): Promise<Response | void> {
  const url = new URL(c.req.url);
  const host = c.req.header('host') ?? url.host;
  const origin = c.req.header('origin');
  if (!isLocal(`http://${host}`)) return refuse(c, 403, 'this host is not served', 'open the address that the program printed');
  if (origin !== undefined && !isLocal(origin)) return refuse(c, 403, 'other origins are not served', 'ask from a page of this server');
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    c.header('Allow', 'GET, HEAD');
    return refuse(c, 405, `${c.req.method} is not served`, 'use GET');
  }
  if (url.search.length > MAX_QUERY) return refuse(c, 400, 'the address is too long', `keep its parameters under ${MAX_QUERY} characters`);
  return next();
}

/** An http(s) origin on the loopback, at any port, and nothing else in it. */
const isLocal = (origin: string): boolean => /^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i.test(origin);
