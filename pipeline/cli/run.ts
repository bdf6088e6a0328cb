import { CommanderError } from 'commander';
import { BadParamsError, QueryError } from '../../src/query/errors.ts';
import { Failure, Misuse } from './errors.ts';
import { createProgram } from './program.ts';

/**
 * Runs one command.
 * @returns the exit code: 0 done, also with messages; 1 nothing could be done; 2 misuse
 */
export async function run(args: readonly string[]): Promise<number> {
  // A reader that has seen enough (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const stop = (): never => process.exit(130);
  process.once('SIGINT', stop);
  try {
    const program = await createProgram(args);
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    return told(error);
  } finally {
    process.off('SIGINT', stop);
  }
}

function told(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2; // commander has said what was wrong
  const say = (text: string): void => console.error(`claimgraph: ${text}`);
  if (error instanceof QueryError) say(`${error.message}; ${error.remedy}`);
  else if (error instanceof Misuse || error instanceof Failure || isNamed(error, 'BusyError') || isNamed(error, 'AliasesError'))
    say(error.message);
  else if (isSystemError(error)) say(`${error.message}: check the path, its permissions and the room on the disk`);
  else say(error instanceof Error ? `a fault of the program: ${error.stack}` : String(error));
  return error instanceof Misuse || error instanceof BadParamsError || isNamed(error, 'AliasesError') ? 2 : 1;
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'syscall' in error;

/** By name, because its class is part of what is loaded only for a build. */
const isNamed = (error: unknown, name: string): error is Error => error instanceof Error && error.name === name;
