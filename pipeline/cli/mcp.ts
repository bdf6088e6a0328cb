import { once } from 'node:events';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { createAssistant } from '../../src/server/assistant.ts';
import { liveGraph } from './live-graph.ts';
import { packageVersion } from './package-root.ts';

/** Answers an assistant on standard input and output, until it goes away. What people should know goes to standard error. */
export async function mcpCommand(folder: string): Promise<void> {
  const tell = (line: string): void => console.error(line);
  const graph = await liveGraph(folder, tell);
  const version = packageVersion();
  const handle = serveStdio(() => createAssistant(() => graph.current().graph, version), {
    onerror: (error) => tell(error.message),
  });
  await once(process.stdin, 'close');
  graph.close();
  await handle.close();
}
