export interface Problem {
  /** From 1. */
  line?: number;
  problem: string;
}

const MOST = 20;

/** An aliases file that is none, or that contradicts itself: every problem with its line. */
export class AliasesError extends Error {
  override name = 'AliasesError';

  constructor(file: string, problems: readonly Problem[]) {
    const told = problems.slice(0, MOST).map(({ line, problem }) => `${file}${line === undefined ? '' : `, line ${line}`}: ${problem}`);
    if (problems.length > MOST) told.push(`and ${problems.length - MOST} more problems in ${file}`);
    super(told.join('\n'));
  }
}
