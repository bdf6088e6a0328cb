import type { Command } from 'commander';
import { EXPORTERS } from '../../src/export/index.ts';
import { writeAtomically } from '../atomic.ts';
import { graphIn } from './graph-folder.ts';
import { example } from './help.ts';
import { print } from './output.ts';

/** A subcommand for each format. */
export function addExporters(parent: Command, graphFolder: string): void {
  for (const exporter of EXPORTERS) {
    const preset = `graph.${exporter.extension}`;
    parent
      .command(exporter.id)
      .description(exporter.summary)
      .option('--graph <dir>', 'folder of the graph', graphFolder)
      .requiredOption('--out <file>', 'file to write, or - for standard output')
      .addHelpText('after', example(`claimgraph export ${exporter.id} --graph ${graphFolder} --out ${preset}`))
      .action(async ({ graph, out }: { graph: string; out: string }) => {
        const losses = { characters: 0, numbers: 0 };
        const chunks = exporter.write(await graphIn(graph), losses);
        if (out === '-') for await (const chunk of chunks) await print(chunk);
        else await writeAtomically(out, chunks);
        for (const [what, count] of Object.entries(losses))
          if (count) console.error(`left out: ${count} ${what} that ${exporter.id} cannot hold`);
      });
  }
}
