import { McpServer } from '@modelcontextprotocol/server';
import type { CallToolResult, StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { KnowledgeGraph } from '../graph.ts';
import { ask } from '../query/ask.ts';
import { QueryError } from '../query/errors.ts';
import { FORMATS } from '../query/format/index.ts';
import { QUERIES } from '../query/index.ts';
import type { Query } from '../query/types.ts';

/** How many items an answer has where the assistant does not say: it pays for every word. */
const FEW = 10;
const DEFAULT_FORMAT = 'md';

const INSTRUCTIONS = `A knowledge graph of research papers and what they claim: techniques, datasets, hardware, metrics, tasks and \
every claimed figure, each with the sentence it rests on. Begin with "search" to find names and ids. Names, aliases and ids are \
accepted everywhere; a name that nothing bears is answered with the nearest ones. Quote the sentences and give the paper ids when \
you report what is claimed. Answers come in pages: ask for the next with "offset". They are tables; format "json" holds more.`;

/**
 * An assistant's server (Model Context Protocol): a tool for each query.
 * @param graph gives the graph as it is at each call
 */
export function createAssistant(graph: () => KnowledgeGraph, version: string): McpServer {
  const server = new McpServer({ name: 'claimgraph', version }, { instructions: INSTRUCTIONS });
  for (const query of QUERIES as readonly Query[])
    server.registerTool(
      query.id,
      { description: query.summary, inputSchema: inputOf(query), annotations: { readOnlyHint: true, openWorldHint: false } },
      (given) => call(graph(), query, given as { [param: string]: unknown }),
    );
  return server;
}

function call(graph: KnowledgeGraph, query: Query, { format = DEFAULT_FORMAT, ...params }: { [param: string]: unknown }): CallToolResult {
  const few = 'limit' in query.params.shape ? { limit: FEW } : {};
  const { write } = FORMATS.find(({ id }) => id === format) ?? FORMATS[0]!;
  try {
    return { content: [{ type: 'text', text: write(query, ask(graph, query.id, { ...few, ...params })) }] };
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    return { isError: true, content: [{ type: 'text', text: `${error.message}; ${error.remedy}` }] };
  }
}

/** The parameters as JSON Schema. They are checked where every query is, whose messages say the remedy. */
function inputOf({ params }: Query): StandardSchemaWithJSON {
  const { $schema: _, properties, ...schema } = z.toJSONSchema(params, { io: 'input' });
  const { limit } = properties as { limit?: object };
  const formats = FORMATS.map(({ id }) => id).filter((id) => id !== 'csv');
  const format = { type: 'string', enum: formats, default: DEFAULT_FORMAT, description: 'tables, or JSON with all sentences' };
  const json = { ...schema, properties: { ...properties, ...(limit && { limit: { ...limit, default: FEW } }), format } };
  const converter = { input: () => json, output: () => json };
  return { '~standard': { version: 1, vendor: 'claimgraph', validate: (value) => ({ value }), jsonSchema: converter } };
}
