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
        const chunks = exporter.write(await graphIn(graph));
        if (out !== '-') return writeAtomically(out, chunks);
        for await (const chunk of chunks) await print(chunk);
      });
  }
}
