import { design, repair, runToEnd } from '../../src/engine';
import { churn, isOff } from '../support/churn';
import { solveWhole } from '../support/highs';
import { fewestMoves } from '../support/programme';
import { figureOf, percent, timed, type Figure } from './figures';
import { made } from './setups';

const TOLERANCE = 0.05;

/**
 * A plan after 5 % of its accounts have been replaced, repaired: moves made beside the fewest there can be (HiGHS; its
 * bound where it does not finish). 1,000 to 4,000 accounts, 20 to 40 territories.
 */
export async function afterChurn(cases: number): Promise<Figure[]> {
  const moved: number[] = [];
  const fewest: number[] = [];
  const beyond: number[] = [];
  const deviation: number[] = [];
  const times: number[] = [];
  for (let q = 0; q < cases; q++) {
    const part = cases === 1 ? 0 : q / (cases - 1);
    const n = Math.round(1000 + 3000 * part);
    const k = Math.round(20 + 20 * part);
    // A list with an account that fits into no territory has no repair: the next seed takes its place.
    let seed = q + 1;
    let before = made(n, k, seed, 1, TOLERANCE);
    let planned = runToEnd(design(before));
    while (planned.obstacles.length > 0) {
      seed += cases;
      before = made(n, k, seed, 1, TOLERANCE);
      planned = runToEnd(design(before));
    }
    const plan = planned.assignment;
    const { problem, standing } = churn(before, plan, { share: 0.05, spread: 10, seed });
    const repaired = timed(() => runToEnd(repair(problem, standing)));
    const { assignment, worstDeviation } = repaired.value;
    let moves = 0;
    assignment.forEach((j, i) => (moves += j === standing[i] ? 0 : 1));
    if (!isOff(problem, standing) && moves === 0) continue;
    const proven = await solveWhole(fewestMoves(problem, standing, assignment), moves, {
      seconds: 30,
      whole: true,
    });
    moved.push(moves);
    fewest.push(proven.bound);
    beyond.push(moves - (1.5 * proven.bound + 2));
    deviation.push(percent(Math.max(...worstDeviation)));
    times.push(repaired.ms / 1000);
  }
  const what = 'repair after 5 % churn, 1,000–4,000 × 20–40, ±5 %';
  return [
    figureOf(what, 'moves', 'moves', moved),
    figureOf(what, 'fewest possible, proven', 'moves', fewest),
    figureOf(what, 'moves beyond 1.5 × fewest + 2', 'moves', beyond, { most: 0, by: 'worst' }),
    figureOf(what, 'worst deviation', '%', deviation, { most: percent(TOLERANCE) + 1e-7, by: 'worst' }),
    figureOf(what, 'time of the repair', 's', times),
  ];
}
