import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { example } from './help.ts';
import { packageVersion } from './package-root.ts';

/** Files and folders to read where none are named. */
const SEEDS = 'seeds';
const GRAPH = 'graph';
const PORT = 4173;

/**
 * The commands. What a command needs is loaded when it runs, and the queries and formats only where they are asked for, so that
 * the program starts quickly.
 */
export async function createProgram(args: readonly string[]): Promise<Command> {
  const program = new Command('claimgraph')
    .description(
      'A knowledge graph of who claims what: reads paper abstracts, links what they name, and shows the sentence behind each link.',
    )
    .version(packageVersion())
    .exitOverride()
    .configureHelp({ minWidthToWrap: 20 })
    .showHelpAfterError('(add --help for the options and an example)')
    .addHelpText('after', example('claimgraph build papers/ --out graph --serve'));
  addBuild(program);
  const fetching = program
    .command('fetch')
    .description('fetch papers to build from; `fetch --help` lists the services')
    .addHelpText('after', example('claimgraph fetch arxiv structured pruning --out papers.atom'));
  const reading = addRead(program);
  addExtract(program);
  const query = program
    .command('query')
    .description('ask the graph a question; `query --help` lists them')
    .addHelpText('after', example('claimgraph query search knowledge distillation --graph graph'));
  const exporting = program
    .command('export')
    .description('write the graph in another format; `export --help` lists them')
    .addHelpText('after', example('claimgraph export gexf --graph graph --out graph.gexf'));
  addWhy(program);
  addMerges(program);
  addDiff(program);
  addStore(program);
  addServe(program);
  addMcp(program);
  const [asked, topic] = args;
  if (asked === 'read' || topic === 'read') reading.addHelpText('after', await readable());
  if (asked === 'fetch' || topic === 'fetch') (await import('./fetch.ts')).addServices(fetching);
  if (asked === 'query' || topic === 'query') (await import('./query.ts')).addQueries(query, GRAPH);
  if (asked === 'export' || topic === 'export') (await import('./export.ts')).addExporters(exporting, GRAPH);
  return program;
}

function addBuild(program: Command): void {
  program
    .command('build')
    .description('read papers and build their graph')
    .argument('[INPUT...]', `files and folders of papers (default: ${SEEDS})`)
    .option('--out <dir>', 'folder to write to', GRAPH)
    .option('--aliases <file>', 'which names are one and which are not (default: aliases.yml, where it is there)')
    .addOption(workers())
    .addOption(progress())
    .option('--serve', 'then serve the viewer', false)
    .option('--port <number>', 'port of the viewer', port, PORT)
    .option('--quiet', 'say only what went wrong', false)
    .addHelpText('after', example('claimgraph build papers/ more.jsonl --out graph'))
    .action(async (inputs: string[], options) => (await import('./build.ts')).buildCommand(inputs.length ? inputs : [SEEDS], options));
}

function addRead(program: Command): Command {
  return program
    .command('read')
    .description('print what is understood of papers, and what is not, to check before a build')
    .argument('<INPUT...>', 'files and folders of papers; - is standard input')
    .addOption(
      new Option('--format <format>', 'table, one JSON object, or one paper a line').choices(['table', 'json', 'jsonl']).default('table'),
    )
    .option('--limit <number>', 'papers that the table shows', '20')
    .option('--quiet', 'say nothing of the progress', false)
    .addHelpText('after', example('claimgraph read library.bib'))
    .action(async (inputs: string[], options) => (await import('./read.ts')).readCommand(inputs, options));
}

async function readable(): Promise<string> {
  const { READERS } = await import('../1-read/index.ts');
  return `\nRead are (also gzip-compressed, in folders, from standard input; what a file holds decides, not its name):\n${READERS.map(({ summary }) => `  ${summary}`).join('\n')}`;
}

function addExtract(program: Command): void {
  program
    .command('extract')
    .description('print what each paper names and claims, one JSON object a line')
    .argument('[INPUT...]', `files and folders of papers (default: ${SEEDS})`)
    .addOption(workers())
    .addOption(progress())
    .option('--quiet', 'say only what went wrong', false)
    .addHelpText('after', example('claimgraph extract papers/ > records.jsonl'))
    .action(async (inputs: string[], options) => (await import('./extract.ts')).extractCommand(inputs.length ? inputs : [SEEDS], options));
}

function addWhy(program: Command): void {
  program
    .command('why')
    .description('why names are one thing in the graph, or two: the rules, with the sentences')
    .argument('<ENTITY>', 'an id, a label or any form of a name')
    .argument('[OTHER]', 'a second one')
    .option('--graph <dir>', 'folder of the graph, a graph.json, or - for standard input', GRAPH)
    .option('--limit <number>', 'how many reasons to give (default: 50)')
    .addOption(new Option('--format <format>', 'how to print them').choices(['text', 'json']).default('text'))
    .addHelpText('after', example('claimgraph why KD "knowledge distillation" --graph graph'))
    .action(async (entity: string, other: string | undefined, options) => (await import('./why.ts')).whyCommand(entity, other, options));
}

function addMerges(program: Command): void {
  program
    .command('merges')
    .description('what became one by a rule that looks further than the words; --preview: what other aliases would change')
    .option('--preview', 'list what a build with the aliases file would change in the graph, and change nothing', false)
    .option('--aliases <file>', 'aliases file to preview (default: aliases.yml, where it is there)')
    .option('--rule <rule>', 'only what this rule joined')
    .option('--graph <dir>', 'folder of the graph', GRAPH)
    .option('--limit <number>', 'how many to list', count, 100)
    .addOption(new Option('--format <format>', 'how to print them').choices(['text', 'json']).default('text'))
    .addHelpText('after', example('claimgraph merges --preview --aliases aliases.yml --graph graph'))
    .action(async (options) => (await import('./merges.ts')).mergesCommand(options));
}

function addDiff(program: Command): void {
  program
    .command('diff')
    .description('what changed from one graph to another: papers, entities, joins, results, claims, communities')
    .argument('<OLD>', 'folder of a graph, or a graph.json')
    .argument('<NEW>', 'another one')
    .option('--limit <number>', 'how many to tell of each change, in Markdown', count, 50)
    .addOption(new Option('--format <format>', 'how to print it').choices(['markdown', 'json']).default('markdown'))
    .addHelpText('after', example('claimgraph diff graph-may graph-june'))
    .action(async (before: string, after: string, options) => (await import('./diff.ts')).diffCommand(before, after, options));
}

function addStore(program: Command): void {
  program
    .command('store')
    .description('what is kept of extraction beside a graph, so that the next build goes on from there')
    .addArgument(
      new Argument('[WHAT]', 'check: every record, line by line; compact: drop what no build needs').choices(['check', 'compact']),
    )
    .option('--graph <dir>', 'folder of the graph', GRAPH)
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .addHelpText('after', example('claimgraph store check --graph graph'))
    .action(async (what: 'check' | 'compact' | undefined, options) => (await import('./store.ts')).storeCommand(what, options));
}

function addServe(program: Command): void {
  program
    .command('serve')
    .description('serve the viewer and the queries on this machine')
    .option('--graph <dir>', 'folder of the graph', GRAPH)
    .option('--port <number>', 'port to serve on; the next one where it is in use', port, PORT)
    .addHelpText('after', example('claimgraph serve --graph graph --port 8080'))
    .action(async ({ graph, port }) => (await import('./serve.ts')).serveCommand(graph, port));
}

function addMcp(program: Command): void {
  program
    .command('mcp')
    .description('answer an AI assistant on standard input and output (Model Context Protocol)')
    .option('--graph <dir>', 'folder of the graph', GRAPH)
    .addHelpText('after', example('claimgraph mcp --graph graph'))
    .action(async ({ graph }) => (await import('./mcp.ts')).mcpCommand(graph));
}

const progress = (): Option =>
  new Option('--progress <how>', 'auto: a bar on a terminal, else a line a stage; json: JSON Lines, on standard error')
    .choices(['auto', 'json', 'none'])
    .default('auto');

const workers = (): Option =>
  new Option(
    '--workers <number>',
    'threads that extract; 0 is none beside the program (default: as many as cores, none for few papers)',
  ).argParser((text) => {
    if (!/^\d{1,2}$/.test(text)) throw new InvalidArgumentError('give a number from 0 to 99.');
    return Number(text);
  });

function count(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('give a whole number from 1.');
  return Number(text);
}

function port(text: string): number {
  const number = Number(text);
  if (!/^\d{1,5}$/.test(text) || number > 65_535) throw new InvalidArgumentError('give a number from 0 to 65535; 0 takes any free port.');
  return number;
}
