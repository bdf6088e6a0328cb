#!/usr/bin/env node
import module from 'node:module';

// From Node 22 on, what is compiled once is not compiled again.
(module as { enableCompileCache?: () => void }).enableCompileCache?.();
const { run } = await import('./cli/run.ts');

process.exitCode = await run(process.argv.slice(2));
