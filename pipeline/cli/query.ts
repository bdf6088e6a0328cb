import { Option } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import { ask } from '../../src/query/ask.ts';
import { QUERIES } from '../../src/query/index.ts';
import type { Query } from '../../src/query/types.ts';
import { graphIn } from './graph-folder.ts';
import { example } from './help.ts';
import { print } from './output.ts';

/** A subcommand for each query, with an option for each of its parameters. */
export function addQueries(parent: Command, graphFolder: string): void {
  for (const query of QUERIES) {
    const command = parent.command(query.id).description(lowered(query.summary));
    const { properties = {}, required = [] } = z.toJSONSchema(query.params, { io: 'input' });
    for (const [param, schema] of Object.entries(properties)) {
      const { description, default: preset } = schema as { description?: string; default?: unknown };
      const needed = required.includes(param) ? ' (needed)' : preset === undefined ? '' : ` (default: ${String(preset)})`;
      command.option(`--${param} <${param}>`, `${description ?? ''}${needed}`);
    }
    command
      .option('--graph <dir>', 'folder of the graph', graphFolder)
      .addOption(new Option('--format <format>', 'how to print the answer').choices(['table', 'json']).default('table'))
      .addHelpText('after', example(exampleOf(query)))
      .action(async ({ graph, format, ...params }: { graph: string; format: string; [param: string]: string }) => {
        const answer = ask(await graphIn(graph), query.id, params);
        if (format === 'json') return print(`${JSON.stringify(answer, null, 2)}\n`);
        const { tableOf } = await import('./table.ts');
        return print(tableOf(query, answer, process.stdout.columns));
      });
  }
}

const lowered = (summary: string): string => summary.charAt(0).toLowerCase() + summary.slice(1).replace(/\.$/, '');

function exampleOf({ id, example }: Query): string {
  const options = Object.entries(example).map(([param, value]) => `--${param} ${/^[\w,.:-]+$/.test(value) ? value : `"${value}"`}`);
  return ['claimgraph query', id, ...options, '--graph graph'].join(' ');
}
