/** How quickly a stage goes on. */
export interface Pace {
  /** Items a second, of those done in this run. */
  rate: number;
  /** Seconds until all are done, where their number is known. */
  left?: number;
}

/**
 * The pace of one stage.
 * @param now milliseconds of any clock
 */
export function paceOf(now: () => number): (done: number, total?: number) => Pace | undefined {
  const start = now();
  let first: number | undefined;
  return (done, total) => {
    first ??= done; // what an earlier build had done says nothing of this one
    const seconds = (now() - start) / 1000;
    if (done === first || seconds < SETTLED) return undefined;
    const rate = (done - first) / seconds;
    return { rate, ...(total !== undefined && { left: (total - done) / rate }) };
  };
}

/** Seconds before a pace means anything. */
const SETTLED = 0.5;

/** "3 min 20 s". */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** "412", "3.2": as many digits as mean something. */
export const perSecond = (rate: number): string => (rate < 10 ? rate.toFixed(1) : String(Math.round(rate)));

export const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
