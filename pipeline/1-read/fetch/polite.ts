import { Unanswered, type Get } from './service.ts';

interface Manners {
  /** Address of the API. */
  api: string;
  /** Milliseconds between the end of one request and the next. */
  pause: number;
  /** Who asks: name, version and contact. */
  agent: string;
  /** Milliseconds before the first repetition, doubled with each. */
  backoff?: number;
  /** Told before each wait. */
  waiting?: (why: string, milliseconds: number) => void;
}

const TRIES = 5;
const TIMEOUT = 60_000;
/** A service that asks for a longer wait does not want to be asked now. */
const LONGEST_WAIT = 120_000;
/** Bytes of one answer. */
const LARGEST = 64 * 2 ** 20;

/**
 * One request at a time, with a pause between, a contact in its User-Agent, and repetition with growing waits where the service is
 * busy (429, 5xx, no connection) or says when to come again (Retry-After).
 */
export function politely({ api, pause, agent, backoff = 1000, waiting = () => {} }: Manners): Get {
  const host = api.replace(/\/$/, '');
  let asked = false;
  return async (path) => {
    for (let tries = 1; ; tries++) {
      if (asked) await wait(pause);
      asked = true;
      const answer = await once(`${host}${path}`, agent);
      if ('text' in answer) return answer.text;
      const before = Math.max(answer.after ?? 0, backoff * 2 ** (tries - 1));
      if (!answer.again || tries === TRIES || before > LONGEST_WAIT) throw new Unanswered(`${host}: ${answer.why}`);
      waiting(answer.why, before);
      await wait(before);
    }
  };
}

type Answer = { text: string } | { why: string; again: boolean; after?: number };

async function once(url: string, agent: string): Promise<Answer> {
  try {
    const response = await fetch(url, {
      headers: { 'User-Agent': agent, Accept: 'application/json, application/atom+xml;q=0.9' },
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const text = await textOf(response);
    if (response.ok) return text === null ? { why: `more than ${LARGEST / 2 ** 20} MB in one answer`, again: false } : { text };
    const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
    const why = `answered ${response.status} ${response.statusText}${text ? `: ${text.slice(0, 200).replace(/\s+/g, ' ')}` : ''}`;
    const again = response.status === 429 || response.status >= 500;
    return { why, again, ...(seconds >= 0 && { after: seconds * 1000 }) };
  } catch (error) {
    const { name, message, cause } = error as Error & { cause?: { code?: string } };
    return { why: name === 'TimeoutError' ? 'no answer within a minute' : `no connection (${cause?.code ?? message})`, again: true };
  }
}

/** null where there is more than anyone reads. */
async function textOf(response: Response): Promise<string | null> {
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > LARGEST) return null;
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}

const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
