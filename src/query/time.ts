/** How long one question may take. Nothing interrupts a running program from inside; long loops look at the clock themselves. */
import { TooLongError } from './errors.ts';

let end = Infinity;

/**
 * Does some work in a given time.
 * @param limit in milliseconds
 * @throws TooLongError when the work calls `tick` after that
 */
export function within<T>(limit: number, work: () => T): T {
  end = performance.now() + limit;
  try {
    return work();
  } finally {
    end = Infinity;
  }
}

/** @throws TooLongError when the time is over; costs nothing to speak of, so that every long loop can call it */
export function tick(): void {
  if (end !== Infinity && performance.now() > end)
    throw new TooLongError('the question takes too long', 'narrow it, or ask it in a shell, where nothing else waits');
}
