/** The library in a browser: bundled as its users would, it answers as in Node. */
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveGraph } from '../../src/graph.ts';
import { open } from '../../src/query/open.ts';
import type { Questions } from '../../src/query/open.ts';
import { ASKED, askedGraph } from '../helpers/asked.ts';
import { openBrowser } from './browser.ts';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

test('every question is answered in a browser as in Node', async () => {
  const [bundle] = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry: 'src/index.ts', formats: ['es'], fileName: 'claimgraph' } },
  })) as unknown as [{ output: [{ code: string }] }];
  const { code } = bundle.output[0];
  expect(code).not.toMatch(/from ["']node:/);

  const text = [...saveGraph(askedGraph())].join('');
  const page = await browser.newPage();
  // As text, because tests rewrite `import()` in functions.
  const answers = await page.evaluate(`(async () => {
    const code = new Blob([${JSON.stringify(code)}], { type: 'text/javascript' });
    const { open } = await import(URL.createObjectURL(code));
    const claims = open(${JSON.stringify(text)});
    return ${JSON.stringify(ASKED)}.map(([name, params]) => claims[name](params));
  })()`);
  await page.close();
  const claims = open(text) as unknown as Record<keyof Questions, (params: object) => unknown>;
  expect(answers).toEqual(ASKED.map(([name, params]) => claims[name as keyof Questions](params)));
});
