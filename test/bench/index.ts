import { cpus } from 'node:os';
import { kmeans } from 'ml-kmeans';
import { design, runToEnd } from '../../src/engine';
import { madeAccounts, onSphere, problemOf } from './accounts';

/**
 * `npm run bench [-- --json]`: the engine beside plain ml-kmeans on the same points, in one run, so that the
 * ratio of times means something on any machine. Medians over seeds; nothing is asserted.
 */
const SEEDS = [1, 2, 3];
const N = 10_000;
const K = 50;

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

function timed<T>(act: () => T): { seconds: number; value: T } {
  const start = performance.now();
  const value = act();
  return { seconds: (performance.now() - start) / 1000, value };
}

interface Row {
  readonly what: string;
  readonly worstDeviation: number;
  readonly gap: number;
  readonly meanKm: number;
  readonly seconds: number;
  readonly timesKmeans: number;
}

function measure(what: string, tolerances: readonly number[]): Row {
  const runs = SEEDS.map((seed) => {
    const accounts = madeAccounts(N, seed);
    const points = onSphere(accounts.lat, accounts.lon);
    const weights = [accounts.potential, accounts.hours, accounts.count];
    const problem = problemOf(
      points,
      tolerances.map((tolerance, m) => ({ weight: weights[m] ?? accounts.count, tolerance })),
      K,
      { seed },
    );
    const plain = timed(() =>
      kmeans(
        Array.from({ length: N }, (_, i) => [...points.subarray(3 * i, 3 * i + 3)]),
        K,
        { seed, maxIterations: 50 },
      ),
    );
    const ours = timed(() => runToEnd(design(problem)));
    return { ours: ours.value, seconds: ours.seconds, ratio: ours.seconds / plain.seconds };
  });
  return {
    what,
    worstDeviation: median(runs.map(({ ours }) => Math.max(...ours.worstDeviation))),
    gap: median(runs.map(({ ours }) => ours.gap)),
    meanKm: median(runs.map(({ ours }) => ours.meanKm)),
    seconds: median(runs.map(({ seconds }) => seconds)),
    timesKmeans: median(runs.map(({ ratio }) => ratio)),
  };
}

const rows = [
  measure(`${N} accounts × ${K} territories, one metric ±5 %`, [0.05]),
  measure(`${N} × ${K}, one metric ±0.1 %`, [0.001]),
  measure(`${N} × ${K}, three metrics ±5 %`, [0.05, 0.05, 0.05]),
];
const machine = { node: process.version, cpu: cpus()[0]?.model ?? '', cores: cpus().length };

if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify({ machine, seeds: SEEDS, rows })}\n`);
} else {
  console.log(
    `Medians over ${SEEDS.length} seeds. ${machine.cpu}, ${machine.cores} cores, Node ${machine.node}.`,
  );
  console.table(
    rows.map(({ what, worstDeviation, gap, meanKm, seconds, timesKmeans }) => ({
      what,
      'worst deviation %': +(100 * worstDeviation).toFixed(3),
      'gap to bound %': +(100 * gap).toFixed(3),
      'mean km': +meanKm.toFixed(1),
      seconds: +seconds.toFixed(2),
      '× ml-kmeans': +timesKmeans.toFixed(2),
    })),
  );
}
