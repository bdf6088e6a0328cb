import { Option } from 'commander';
import type { Command } from 'commander';
import { BadQuery, politely, SERVICES, Unanswered } from '../1-read/fetch/index.ts';
import type { Service } from '../1-read/fetch/index.ts';
import { writeAtomically } from '../atomic.ts';
import { slug } from '../../src/slug.ts';
import { Failure, Misuse } from './errors.ts';
import { example } from './help.ts';
import { print } from './output.ts';
import { packageVersion } from './package-root.ts';

const MOST = 100;

interface FetchFlags {
  out?: string;
  max: string;
  contact: string;
  api: string;
  pause: string;
}

/** A subcommand for each service. */
export function addServices(parent: Command): void {
  for (const service of SERVICES) {
    parent
      .command(service.id)
      .description(`fetch papers from ${service.summary}`)
      .argument('<QUERY...>', service.queries)
      .option('--out <file>', 'file to write, or - for standard output (default: named after the query)')
      .option('--max <number>', 'papers at most', String(MOST))
      .addOption(
        new Option('--contact <email>', 'an address for the operators of the service, who ask for one')
          .env('CLAIMGRAPH_CONTACT')
          .default('', 'none'),
      )
      .option('--api <url>', 'address of the API: a mirror, for example', service.api)
      .option('--pause <seconds>', 'seconds between requests', String(service.pause))
      .addHelpText('after', example(`claimgraph fetch ${service.id} ${service.example} --out papers.${service.extension}`))
      .action((words: string[], flags: FetchFlags) => fetchCommand(service, words.join(' '), flags));
  }
}

/** Writes what the service answers to a file that `build` reads. What was fetched before a failure is kept, and said to be a part. */
async function fetchCommand(service: Service, query: string, { out, max, contact, api, pause }: FetchFlags): Promise<void> {
  const most = numberOf(max, 'max', 1);
  const seconds = numberOf(pause, 'pause', 0);
  if (api === service.api && seconds < service.pause)
    throw new Misuse(`--pause ${pause}: ${service.summary} asks for ${service.pause} seconds`);
  if (!/^https?:\/\/[^\s]+$/.test(api)) throw new Misuse(`--api ${api}: give an address that begins with https://`);
  const file = out ?? `${service.id}-${slug(query)}.${service.extension}`;
  const agent = `claimgraph/${packageVersion()}${contact ? ` (mailto:${contact.replace(/[^\x21-\x7e]/g, '')})` : ''}`;
  const waiting = (why: string, milliseconds: number): void =>
    console.error(`${service.summary}: ${why}; asking again in ${milliseconds / 1000} s`);
  const get = politely({ api, pause: seconds * 1000, agent, waiting });
  let [papers, total, failed]: [number, number | undefined, string] = [0, undefined, ''];
  const parts: string[] = [];
  try {
    for await (const part of service.ask(query, most, get, contact)) {
      parts.push(part.text);
      papers += part.papers;
      total = part.total ?? total;
      if (part.papers > 0) console.error(`${papers}${total === undefined ? '' : ` of ${Math.min(total, most)}`} papers`);
    }
  } catch (error) {
    if (error instanceof BadQuery) throw new Misuse(error.message);
    if (!(error instanceof Unanswered)) throw error;
    if (papers === 0) throw new Failure(`${error.message}: nothing was written`);
    failed = error.message;
    if (service.extension === 'atom') parts.push('</feed>\n');
  }
  if (papers === 0) throw new Failure(`${service.summary} has no paper for "${query}": nothing was written`);
  if (out === '-') for (const part of parts) await print(part);
  else await writeAtomically(file, parts);
  if (failed) console.error(`${failed}: only the first ${papers} papers were fetched`);
  const more = failed || papers < most ? '' : total === undefined ? ', as many as --max allows' : total > papers ? `, of ${total} that ${service.summary} has: ask for more with --max` : ''; // prettier-ignore
  if (out !== '-') console.log(`${papers} paper${papers === 1 ? '' : 's'} in ${file}${more}\nnext: claimgraph build ${file}`);
}

function numberOf(text: string, name: string, least: number): number {
  const number = Number(text);
  if (!/^\d{1,6}(?:\.\d{1,3})?$/.test(text) || number < least) throw new Misuse(`--${name} ${text}: give a number of at least ${least}`);
  return number;
}
