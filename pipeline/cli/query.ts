import { Option } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import { ask } from '../../src/query/ask.ts';
import { FORMATS } from '../../src/query/format/index.ts';
import { QUERIES } from '../../src/query/index.ts';
import type { Query } from '../../src/query/types.ts';
import { Misuse } from './errors.ts';
import { graphIn } from './graph-folder.ts';
import { example } from './help.ts';
import { print, terminalWidth } from './output.ts';

type Given = Record<string, string>;

/** A subcommand for each query, with an option for each of its parameters; the chief ones may be given by their place. */
export function addQueries(parent: Command, graphFolder: string): void {
  for (const query of QUERIES as readonly Query[]) {
    const command = parent.command(query.id).description(lowered(query.summary));
    const { properties = {}, required = [] } = z.toJSONSchema(query.params, { io: 'input' });
    const { given = [] } = query;
    for (const param of given) command.argument(`[${param.toUpperCase()}${given.length === 1 ? '...' : ''}]`, `the same as --${param}`);
    for (const [param, schema] of Object.entries(properties)) {
      const { description, default: preset } = schema as { description?: string; default?: unknown };
      const needed = required.includes(param) ? ' (needed)' : preset === undefined ? '' : ` (default: ${String(preset)})`;
      command.option(`--${param} <${param}>`, `${description ?? ''}${needed}`);
    }
    command
      .option('--graph <dir>', 'folder of the graph, a graph.json, or - for standard input', graphFolder)
      .addOption(
        new Option('--format <format>', 'how to print the answer').choices(['table', ...FORMATS.map(({ id }) => id)]).default('table'),
      )
      .addHelpText('after', example(exampleOf(query)))
      .action(async (...args: unknown[]) => {
        const { graph, format, ...options } = args[given.length] as Given & { graph: string; format: string };
        const params = { ...placed(given, args.slice(0, given.length), options), ...options };
        const answer = ask(await graphIn(graph), query.id, params);
        const written = FORMATS.find(({ id }) => id === format)?.write(query, answer);
        return print(written ?? (await import('./table.ts')).tableOf(query, answer, terminalWidth()));
      });
  }
}

const lowered = (summary: string): string => summary.charAt(0).toLowerCase() + summary.slice(1).replace(/\.$/, '');

/** The parameters given by their place; the words of a single one need no quotation marks. */
function placed(given: readonly string[], values: readonly unknown[], options: Given): Given {
  const found: Given = {};
  given.forEach((param, i) => {
    const value = Array.isArray(values[i]) ? values[i].join(' ') : values[i];
    if (!value) return;
    if (param in options) throw new Misuse(`${param} is given twice, as "${String(value)}" and with --${param}: give it once`);
    found[param] = String(value);
  });
  return found;
}

function exampleOf({ id, example, given = [] }: Query): string {
  const quoted = (value: string): string => (/^[\w,.:-]+$/.test(value) ? value : `"${value}"`);
  const words = Object.entries(example).map(([param, value]) => (given.includes(param) ? quoted(value) : `--${param} ${quoted(value)}`));
  return ['claimgraph query', id, ...words, '--graph graph'].join(' ');
}
