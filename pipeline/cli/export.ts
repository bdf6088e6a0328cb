import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { EXPORTERS, html, select, zipped, type Exporter, type Selection } from '../../src/export/index.ts';
import { NODE_KINDS, type KnowledgeGraph, type NodeKind } from '../../src/graph.ts';
import type { PartialDate } from '../../src/model.ts';
import { parseDate } from '../1-read/date.ts';
import { writeAtomically } from '../atomic.ts';
import { NotOursError, writeFolder } from '../folder.ts';
import { Failure, Misuse } from './errors.ts';
import { graphIn } from './graph-folder.ts';
import { example } from './help.ts';
import { print } from './output.ts';
import { packageRoot } from './package-root.ts';

interface Options {
  graph: string;
  out: string;
  kind?: NodeKind[];
  community?: string[];
  since?: PartialDate;
}

/** A subcommand for each format. */
export function addExporters(parent: Command, graphFolder: string): void {
  for (const exporter of [...EXPORTERS, html(viewer)]) {
    const isFile = 'write' in exporter;
    const preset = isFile ? `graph.${exporter.extension}` : exporter.id;
    parent
      .command(exporter.id)
      .description(exporter.summary)
      .option('--graph <dir>', 'folder of the graph', graphFolder)
      .requiredOption(
        isFile ? '--out <file>' : '--out <dir>',
        isFile
          ? 'file to write, or - for standard output'
          : 'folder to write, or a file that ends in .zip, or - for a zip on standard output',
      )
      .option('--kind <kinds>', `only nodes of these kinds, with commas between them: ${NODE_KINDS.join(', ')}`, kinds)
      .option('--community <name>', 'only papers of this community, by id or name, with what they name; may be repeated', together)
      .option('--since <date>', 'only papers of this day and later, with what they name: 2024, 2024-05 or 2024-05-31', date)
      .addHelpText('after', example(`claimgraph export ${exporter.id} --graph ${graphFolder} --out ${preset}`))
      .action((options: Options) => exportCommand(exporter, options));
  }
}

/** The page that the build makes. */
function viewer(): string {
  try {
    return readFileSync(join(packageRoot(), 'dist', 'viewer.html'), 'utf8');
  } catch (cause) {
    throw new Failure('the viewer is not built: run `npm run build` in the folder of the program', { cause });
  }
}

async function exportCommand(exporter: Exporter, { graph, out, kind, community, since }: Options): Promise<void> {
  const whole = await graphIn(graph);
  const selection: Selection = {
    ...(kind && { kinds: kind }),
    ...(community && { communities: community.map((name) => communityOf(whole, name)) }),
    ...(since && { since }),
  };
  const part = Object.keys(selection).length ? select(whole, selection) : whole;
  if (!part.order) throw new Failure(`${graph} has nothing that --kind, --community and --since leave: ask for less`);

  const losses = { characters: 0, numbers: 0 };
  if ('files' in exporter && out !== '-' && !out.endsWith('.zip')) await toFolder(out, exporter.files(part, losses));
  else {
    const chunks = ('files' in exporter ? zipped(exporter) : exporter).write(part, losses);
    if (out === '-') for await (const chunk of chunks) await print(chunk);
    else await writeAtomically(out, chunks);
  }
  for (const [what, count] of Object.entries(losses))
    if (count) console.error(`left out: ${count} ${what} that ${exporter.id} cannot hold`);
}

async function toFolder(...args: Parameters<typeof writeFolder>): Promise<void> {
  try {
    await writeFolder(...args);
  } catch (error) {
    throw error instanceof NotOursError ? new Failure(error.message) : error;
  }
}

/** The id of a community, from its id or name. */
function communityOf(graph: KnowledgeGraph, name: string): string {
  const all = graph.getAttribute('communities');
  const low = name.toLowerCase();
  const found = all.find(({ id }) => id === name) ?? all.find(({ label }) => label.toLowerCase() === low);
  if (found) return found.id;
  const near = all.filter(({ label }) => label.toLowerCase().includes(low));
  const options = (near.length ? near : all).slice(0, 10).map(({ label }) => `"${label}"`);
  throw new Misuse(`no community is called "${name}"${options.length ? `: there are ${options.join(', ')}` : ''}`);
}

function kinds(text: string, before: NodeKind[] = []): NodeKind[] {
  const named = text.split(',').map((kind) => kind.trim());
  const unknown = named.find((kind) => !(NODE_KINDS as readonly string[]).includes(kind));
  if (unknown !== undefined) throw new InvalidArgumentError(`"${unknown}" is no kind of node: name some of ${NODE_KINDS.join(', ')}.`);
  return [...before, ...(named as NodeKind[])];
}

const together = (text: string, before: string[] = []): string[] => [...before, text];

function date(text: string): PartialDate {
  const date = parseDate(text);
  if (date?.year === undefined) throw new InvalidArgumentError('give a year, a month or a day: 2024, 2024-05 or 2024-05-31.');
  return date;
}
