import { existsSync, readFileSync } from 'node:fs';

/** Reads accounts from a file of doubles, designs if told to, and prints its highest memory in MB. */
async function main([file = '', n = '', k = '', metrics = '', mode = '']: string[]): Promise<void> {
  const bytes = readFileSync(file);
  const all = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
  const count = Number(n);
  const points = all.subarray(0, 3 * count);
  const weights = Array.from({ length: Number(metrics) }, (_, m) =>
    all.subarray((3 + m) * count, (4 + m) * count),
  );
  const none = () => new Int32Array(count).fill(-1);
  const territories = Number(k);
  const problem = {
    accounts: count,
    territories,
    space: 'sphere' as const,
    dims: 3,
    points,
    metrics: weights.map((weight) => ({ weight, tolerance: 0.05 })),
    share: new Float64Array(territories).fill(1),
    classOf: new Int32Array(count),
    classes: 1,
    eligible: new Uint8Array(territories).fill(1),
    pinned: none(),
    family: none(),
    current: none(),
    keep: 0,
    seatsFixed: false,
    seed: 1,
    effort: 1,
  };
  if (mode === 'design') {
    const { design, runToEnd } = await import('../../src/engine');
    if (!runToEnd(design(problem)).withinTolerance) throw new Error('the design missed its tolerance');
  }
  process.stdout.write(String(peakMegabytes()));
}

/**
 * The highest resident memory of this process so far. Linux hands `maxRSS` on from the parent, so there the kernel's
 * own mark for this process is read.
 */
function peakMegabytes(): number {
  const status = '/proc/self/status';
  const mark = existsSync(status) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(status, 'utf8')) : null;
  return (mark ? Number(mark[1]) : process.resourceUsage().maxRSS) / 1024;
}

void main(process.argv.slice(2));
