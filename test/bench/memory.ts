import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { figureOf, type Figure } from './figures';
import { count, made } from './setups';

/**
 * Highest memory (maximum RSS) of a process that reads n accounts from a file and designs, less that of one that only
 * reads them.
 */
export function memory(n: number, k: number): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'evenfield-bench-'));
  try {
    return ([1, 3] as const).flatMap((metrics) => {
      const file = join(folder, `${metrics}.bin`);
      const problem = made(n, k, 1, metrics, 0.05);
      const columns = [problem.points, ...problem.metrics.map(({ weight }) => weight)];
      writeFileSync(file, Buffer.concat(columns.map((c) => new Uint8Array(c.buffer))));
      const peak = (mode: 'hold' | 'design') => run(file, n, k, metrics, mode);
      const held = peak('hold');
      const designed = peak('design');
      const what = `memory, ${metrics === 1 ? 'one metric' : 'three metrics'}, ${count(n)} × ${k}`;
      return [
        figureOf(what, 'maximum RSS above the input’s', 'MB', [designed - held], { most: 250, by: 'worst' }),
        figureOf(what, 'maximum RSS of the whole process', 'MB', [designed]),
      ];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** MB at the most. */
function run(file: string, n: number, k: number, metrics: number, mode: string): number {
  const script = join(__dirname, 'memory-child.ts');
  const args = ['--import', 'tsx', script, file, String(n), String(k), String(metrics), mode];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const peak = Number(stdout);
  if (status !== 0 || !(peak > 0)) throw new Error(`the memory process failed: ${stderr}`);
  return peak;
}
