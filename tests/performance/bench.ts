/**
 * Runs the benchmarks one after the other, each in a process of its own, and says on what machine
 * and under what load. Times of a shared machine say little: compare the ratios.
 *
 *   npm run bench [-- seconds for each figure]
 */
import { spawnSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';

const BENCHES = ['feel-bench.ts', 'engine-bench.ts'] as const;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function describeMachine(): string {
  const load = os.loadavg()[0] ?? 0;
  const cores = os.availableParallelism();
  const memoryGb = (os.totalmem() / 1024 ** 3).toFixed(0);
  const when = new Date().toISOString().slice(0, 16);
  return `${when}Z, Node ${process.versions.node}, ${cores} cores, ${memoryGb} GB, load ${load.toFixed(1)}`;
}

function run(bench: string): boolean {
  say(`\n${bench}`);
  const file = path.join(import.meta.dirname, bench);
  const args = ['--import', 'tsx', file, ...process.argv.slice(2)];
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
}

say(describeMachine());
const failed = BENCHES.filter((bench) => !run(bench));
say(`\n${describeMachine()}`);
if (failed.length > 0) {
  process.stderr.write(`Expected every benchmark to end, but these failed: ${failed.join(', ')}\n`);
  process.exitCode = 1;
}
