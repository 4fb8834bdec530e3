import { design, runToEnd, type Design, type Problem } from '../../src/engine';
import { seeded } from '../../src/exact/random';
import { figureOf, percent, type Figure } from './figures';
import { made, seedsTo } from './setups';

const FEW = 60;
const SEATS = 8;
const OTHERS = 400;
const TOLERANCE = 0.05;

/** Where the band cannot be met: a segment with too few accounts, equal weights that do not divide, metrics in conflict. */
export function crowds(seeds: number): Figure[] {
  return [...crowdedSegment(seeds), ...equalWeights(seeds), ...inConflict(seeds)];
}

/** A segment of 60 accounts for eight seats beside one of 400 for two. */
function crowdedSegment(seeds: number): Figure[] {
  const runs = seedsTo(seeds).flatMap((seed) =>
    [true, false].map((equal) => {
      const problem = segments(seed, equal);
      const plan = runToEnd(design(problem));
      const weight = problem.metrics[0]!.weight;
      const fair = weight.subarray(0, FEW).reduce((a, b) => a + b, 0) / SEATS;
      const loads = [...plan.load.subarray(2)];
      const heaviest = Math.max(...weight.subarray(0, FEW));
      return {
        plan,
        equal,
        empty: loads.filter((load) => load === 0).length,
        // Equal accounts can lie one beside the fair share; of others the heaviest may be more than a share.
        off: Math.max(...loads.map((load) => Math.abs(load - fair))) / Math.max(heaviest, fair / FEW),
      };
    }),
  );
  const what = `a segment of ${FEW} accounts for ${SEATS} seats, ${OTHERS} others for two, ±${percent(TOLERANCE)} %`;
  const of = (
    figure: string,
    list: typeof runs,
    value: (run: (typeof runs)[number]) => number,
    most?: number,
  ) =>
    figureOf(
      what,
      figure,
      figure.startsWith('gap') ? '%' : '',
      list.map(value),
      most === undefined ? undefined : { most, by: 'worst' },
    );
  return [
    of('empty territories', runs, ({ empty }) => empty, 0),
    of('largest distance from a fair share, in accounts of the heaviest', runs, ({ off }) => off, 1),
    of(
      'gap to the bound at these deviations, equal weights',
      runs.filter(({ equal }) => equal),
      ({ plan }) => percent(plan.gap),
    ),
  ];
}

function segments(seed: number, equal: boolean): Problem {
  const k = SEATS + 2;
  const plain = made(FEW + OTHERS, k, seed, 1, TOLERANCE);
  const weight = equal ? new Float64Array(plain.accounts).fill(1) : plain.metrics[0]!.weight;
  return {
    ...plain,
    metrics: [{ weight, tolerance: TOLERANCE }],
    classOf: Int32Array.from({ length: plain.accounts }, (_, i) => (i < FEW ? 1 : 0)),
    classes: 2,
    eligible: Uint8Array.from({ length: 2 * k }, (_, at) => ((at < k ? at < 2 : at - k >= 2) ? 1 : 0)),
  };
}

const worst = ({ worstDeviation }: Design, m = 0): number => worstDeviation[m] ?? NaN;

/** 300 equal accounts in seven: 42 or 43 each, 2.0 % below the share at worst. */
function equalWeights(seeds: number): Figure[] {
  const above = seedsTo(seeds).map((seed) => {
    const plain = made(300, 7, seed, 1, 0.001);
    const metrics = [{ weight: new Float64Array(300).fill(1), tolerance: 0.001 }];
    return percent(worst(runToEnd(design({ ...plain, metrics }))));
  });
  const most = percent(1 - (7 * 42) / 300) + 1e-7;
  return [figureOf('300 equal accounts in 7, ±0.1 %', 'worst deviation', '%', above, { most, by: 'worst' })];
}

/** Two metrics of which the second is in few hands: whole accounts cannot share it, and the first comes first. */
function inConflict(seeds: number): Figure[] {
  const first = seedsTo(seeds).map((seed) => {
    const plain = made(240, 8, seed, 1, TOLERANCE);
    const random = seeded(seed);
    const second = plain.metrics[0]!.weight.map(() => (random() < 0.05 ? 40 : 1));
    const metrics = [plain.metrics[0]!, { weight: second, tolerance: 0.02 }];
    return percent(worst(runToEnd(design({ ...plain, metrics }))));
  });
  return [
    figureOf('240 × 8, a second metric that cannot be met', 'worst deviation of the first', '%', first, {
      most: percent(TOLERANCE) + 1e-7,
      by: 'worst',
    }),
  ];
}
