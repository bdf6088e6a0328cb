import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { singleFile } from './viz/build/single-file.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string; dependencies: object };

/** Changes whenever code or knowledge changes, so that a build knows what it may reuse. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const walk = (dir: string): void => {
    for (const entry of readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(dir, entry.name);
      if (entry.isDirectory()) walk(path);
      else hash.update(path).update('\0').update(readFileSync(path));
    }
  };
  for (const dir of ['src', 'pipeline', 'data']) walk(dir);
  return `${manifest.version}+${hash.digest('hex').slice(0, 12)}`;
}

const external = [/^node:/, ...builtinModules, ...Object.keys(manifest.dependencies).flatMap((name) => [name, new RegExp(`^${name}/`)])];

export default defineConfig({
  root: 'viz',
  base: './', // so that the viewer may lie in any folder of any site
  define: { __CLAIMGRAPH_VERSION__: JSON.stringify(fingerprint()), __SINGLE_FILE__: 'false' },
  builder: {}, // one `vite build` makes all: the viewer (client), the same as one file (single) and the program (ssr)
  plugins: [singleFile('single', 'viewer.html')],
  environments: {
    client: { build: { outDir: '../dist/viewer', emptyOutDir: true, modulePreload: { polyfill: false }, assetsInlineLimit: 0 } },
    single: {
      consumer: 'client',
      define: { __SINGLE_FILE__: 'true' },
      build: {
        outDir: '../dist',
        emptyOutDir: false,
        modulePreload: false,
        assetsInlineLimit: (file) => !file.endsWith('.woff2') || /-latin-wght/.test(file),
        rolldownOptions: { input: 'viz/index.html', output: { codeSplitting: false } },
      },
    },
    ssr: {
      build: {
        outDir: '../dist',
        emptyOutDir: false,
        ssr: true,
        target: 'node20',
        rolldownOptions: {
          input: { cli: 'pipeline/cli.ts', index: 'src/index.ts', pipeline: 'pipeline/pipeline.ts', worker: 'pipeline/workers/worker.ts' },
          external,
          output: { entryFileNames: '[name].js', chunkFileNames: '[name].chunk.js' },
        },
      },
    },
  },
  test: {
    root: '.',
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 10_000 } }, // a busy machine draws slowly
  },
});
