import { cpus } from 'node:os';
import { capped } from './caps';
import { afterChurn } from './churned';
import { crowds } from './crowds';
import { againstHighs } from './against-highs';
import { againstKmeans } from './against-kmeans';
import { evenness } from './fair';
import { lineOf, percent, type Figure } from './figures';
import { runInstances } from './instances';
import { memory } from './memory';
import { placing } from './placing';
import { rebalanceAfterEdit } from './rebalance';
import { calculating } from './sheets';
import { manyStarts } from './starts';
import { besideWhales } from './whales';

/**
 * `npm run bench [-- --seeds 20] [--only one,three,…] [--large] [--json]`: the engine measured side by side with plain
 * ml-kmeans and with HiGHS, in one run, so that ratios mean something on any machine. Nothing is asserted; what misses
 * its target says so. `npm run bench -- --folder <dir>` designs public instances instead.
 */
const CASES: Readonly<Record<string, (seeds: number) => Figure[] | Promise<Figure[]>>> = {
  one: (seeds) => [0.05, 0.001].flatMap((tolerance) => kmeansCase(10_000, 1, tolerance, seeds, 0.5)),
  three: (seeds) => [0.05, 0.02].flatMap((tolerance) => kmeansCase(10_000, 3, tolerance, seeds, 0.5)),
  mip: (seeds) => againstHighs(1, seeds),
  lp: (seeds) => againstHighs(3, seeds),
  churn: (seeds) => afterChurn(seeds),
  rebalance: (seeds) => rebalanceAfterEdit(10_000, 50, Math.min(seeds, 3)),
  starts: (seeds) => manyStarts(seeds),
  evenness: (seeds) => evenness(seeds),
  caps: (seeds) => capped(seeds),
  whales: (seeds) => besideWhales(seeds),
  crowds: (seeds) => crowds(seeds),
  place: () => placing(10_000, 50, 3),
  sheets: () => calculating(),
  memory: () => memory(1_000_000, 50),
  large100k: () => kmeansCase(100_000, 1, 0.05, 1, 0.15),
  large1m: () => kmeansCase(1_000_000, 1, 0.05, 1, 0.03),
  largeThree: () => kmeansCase(1_000_000, 3, 0.05, 1),
  largeRebalance: () => rebalanceAfterEdit(1_000_000, 200, 1),
};
const LARGE = ['large100k', 'large1m', 'largeThree', 'largeRebalance'];

function kmeansCase(
  accounts: number,
  metrics: 1 | 3,
  tolerance: number,
  seeds: number,
  ratio?: number,
): Figure[] {
  const gap = metrics === 1 ? 0.003 : 0.02;
  return againstKmeans({
    accounts,
    territories: 50,
    metrics,
    tolerance,
    seeds,
    gap,
    ...(ratio ? { ratio } : {}),
  });
}

/** The value after a flag; undefined without the flag. */
function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  if (at < 0) return undefined;
  const value = process.argv[at + 1];
  if (value === undefined || value.startsWith('--')) throw new Error(`--${name} needs a value.`);
  return value;
}

const KNOWN = ['--seeds', '--only', '--large', '--json', '--folder'];

async function main(): Promise<void> {
  const unknown = process.argv.slice(2).find((word) => word.startsWith('--') && !KNOWN.includes(word));
  if (unknown) throw new Error(`${unknown} is not known; there are ${KNOWN.join(', ')}.`);
  const json = process.argv.includes('--json');
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? '', cores: cpus().length };
  const folder = option('folder');
  if (folder !== undefined) {
    tellInstances(folder, json);
    return;
  }

  const seeds = Number(option('seeds') ?? 3);
  if (!Number.isInteger(seeds) || seeds < 1) throw new Error('--seeds needs a whole number of at least 1.');
  const all = Object.keys(CASES);
  const wanted =
    option('only')?.split(',') ??
    (process.argv.includes('--large') ? all : all.filter((c) => !LARGE.includes(c)));
  const strange = wanted.find((name) => !all.includes(name));
  if (strange !== undefined) throw new Error(`There is no case ${strange}; there are ${all.join(', ')}.`);

  const figures: Figure[] = [];
  for (const name of wanted) {
    if (!json) console.error(`${name} …`);
    figures.push(...(await CASES[name]!(seeds)));
  }
  if (json) {
    process.stdout.write(`${JSON.stringify({ machine, seeds, figures })}\n`);
    return;
  }
  console.log(
    `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}; ${seeds} seeds where not said otherwise.`,
  );
  console.table(figures.map(lineOf));
}

function tellInstances(folder: string, json: boolean): void {
  const { results, errors } = runInstances(folder);
  if (json) process.stdout.write(`${JSON.stringify({ instances: results, errors })}\n`);
  else if (results.length > 0) {
    const shares = (list: readonly number[]) => list.map((x) => Number(percent(x).toFixed(2))).join(' / ');
    console.table(
      results.map((r) => ({
        instance: r.instance,
        n: r.units,
        p: r.territories,
        'tolerance %': shares(r.tolerances),
        'worst deviation %': shares(r.worstDeviation),
        within: r.withinTolerance ? 'yes' : 'NO',
        compactness: Number(r.compactness.toFixed(1)),
        'connected %': Number(percent(r.connected).toFixed(1)),
        seconds: Number(r.seconds.toFixed(2)),
      })),
    );
  }
  for (const error of errors) console.error(error);
  if (errors.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
