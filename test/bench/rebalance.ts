import { design, repair, runToEnd, type Problem } from '../../src/engine';
import { isOff } from '../support/churn';
import { figureOf, timed, type Figure } from './figures';
import { count, made, seedsTo } from './setups';

const EDITS = 5;

/**
 * One account moved by hand so that its new territory overflows, and the plan brought back into tolerance: its time as
 * a part of a full run’s. The edit moves the lightest account that does overflow the next territory.
 */
export function rebalanceAfterEdit(n: number, k: number, seeds: number): Figure[] {
  const ratios: number[] = [];
  const moves: number[] = [];
  const times: number[] = [];
  for (const seed of seedsTo(seeds)) {
    const problem = made(n, k, seed, 1, 0.05);
    const full = timed(() => runToEnd(design(problem)));
    for (let q = 0; q < EDITS; q++) {
      const edited = edit(
        problem,
        full.value.assignment,
        Math.floor((q * k) / EDITS),
        full.value.load,
        full.value.target,
      );
      if (!isOff(problem, edited)) throw new Error('the edit did not put the plan out of tolerance');
      const again = timed(() => runToEnd(repair(problem, edited)));
      if (!again.value.withinTolerance) throw new Error('the plan was not brought back into tolerance');
      let moved = 0;
      again.value.assignment.forEach((j, i) => (moved += j === edited[i] ? 0 : 1));
      ratios.push(again.ms / full.ms);
      times.push(again.ms / 1000);
      moves.push(moved);
    }
  }
  const what = `rebalance after one edit, ${count(n)} × ${k}, ±5 %`;
  return [
    figureOf(what, 'time ÷ full run', '×', ratios, { most: 0.05, by: 'median' }),
    figureOf(what, 'time', 's', times),
    figureOf(what, 'moves', 'moves', moves),
  ];
}

function edit(
  problem: Problem,
  plan: Int32Array,
  to: number,
  load: Float64Array,
  target: Float64Array,
): Int32Array {
  const { weight, tolerance } = problem.metrics[0]!;
  const room = target[to]! * (1 + tolerance) * (1 + 1e-6) - load[to]!;
  let chosen = -1;
  weight.forEach((w, i) => {
    if (plan[i] !== to && w > room && (chosen < 0 || w < weight[chosen]!)) chosen = i;
  });
  const edited = plan.slice();
  if (chosen >= 0) edited[chosen] = to;
  return edited;
}
