import { diffGraphs } from '../../src/diff/diff.ts';
import { diffMarkdown } from '../../src/diff/markdown.ts';
import { graphIn } from './graph-folder.ts';
import { print } from './output.ts';

/** Prints what a graph says that an earlier one did not, and the other way round. */
export async function diffCommand(before: string, after: string, { format, limit }: { format: string; limit: number }): Promise<void> {
  const diff = diffGraphs(await graphIn(before), await graphIn(after));
  if (format === 'json') await print(`${JSON.stringify(diff, null, 2)}\n`);
  else for (const part of diffMarkdown(diff, limit)) await print(part);
}
