// Bundles the two Node programs; packages stay outside, since they are installed anyway.
import fs from 'node:fs';
import { build } from 'esbuild';

await build({
  entryPoints: { 'server/main': 'server/main.ts', 'engine/main': 'engine/main.ts' },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  // Plain "node20" would drop the attributes of JSON imports.
  target: 'node20.19',
  sourcemap: true,
  logLevel: 'warning',
});
// A thread is started from a file of its own, beside the program that starts it.
fs.copyFileSync('server/workflow/lint-worker.mjs', 'dist/server/lint-worker.mjs');
