import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Graph, { MultiGraph } from 'graphology';
import { RelaxNGValidator, XmlDocument, xmlCleanupInputProvider } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { gexf } from '../../src/export/gexf.ts';
import type { FileExporter, Losses } from '../../src/export/index.ts';
import type { KnowledgeGraph } from '../../src/graph.ts';

const SCHEMA = 'test/fixtures/gexf/gexf.rng';
let schema: RelaxNGValidator | undefined;

function validator(): RelaxNGValidator {
  if (schema) return schema;
  xmlRegisterFsInputProviders();
  const rng = XmlDocument.fromBuffer(readFileSync(SCHEMA), { url: SCHEMA });
  schema = RelaxNGValidator.fromDoc(rng);
  rng.dispose();
  xmlCleanupInputProvider();
  return schema;
}

/** @throws when it is not well-formed, or not GEXF by the schema of the format's authors */
export function validateGexf(xml: string): void {
  const document = XmlDocument.fromBuffer(new TextEncoder().encode(xml));
  try {
    validator().validate(document);
  } finally {
    document.dispose();
  }
}

export const gexfOf = (graph: KnowledgeGraph, losses?: Losses, exporter: FileExporter = gexf): string =>
  [...(exporter.write(graph, losses) as Iterable<string>)].join('');

/** Reads GEXF by a parser that is not ours. */
export function parseGexf(xml: string): Graph {
  const { parse } = createRequire(import.meta.url)('graphology-gexf') as { parse(make: typeof Graph, xml: string): Graph };
  return parse(MultiGraph as typeof Graph, xml);
}
