import { design, rebalance, repair, runToEnd, Standing, type Problem } from '../../src/engine';
import { isOff } from '../support/churn';
import { figureOf, timed, type Figure } from './figures';
import { count, made, seedsTo } from './setups';

const EDITS = 5;

/**
 * One account (a few, where none is heavy enough) moved by hand so that its new territory overflows, and the plan brought
 * back into tolerance: its time as a part of a full run’s. Once with a plan that is held on to between edits, once with
 * everything checked, explained and described anew.
 */
export function rebalanceAfterEdit(n: number, k: number, seeds: number): Figure[] {
  const ratios: number[] = [];
  const held: number[] = [];
  const moves: number[] = [];
  const times: number[] = [];
  for (const seed of seedsTo(seeds)) {
    const problem = made(n, k, seed, 1, 0.05);
    const full = timed(() => runToEnd(design(problem)));
    const standing = new Standing(problem, full.value.assignment);
    const put = (plan: Int32Array) => {
      for (let i = 0; i < n; i++) if (standing.assignment[i] !== plan[i]) standing.set(i, plan[i]!);
    };
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
      const on = timed(() => {
        put(edited);
        return runToEnd(rebalance(standing, edited));
      });
      if (isOff(problem, standing.assignment)) throw new Error('the plan held on to was not brought back');
      put(full.value.assignment);
      held.push(on.ms / full.ms);
      let moved = 0;
      again.value.assignment.forEach((j, i) => (moved += j === edited[i] ? 0 : 1));
      ratios.push(again.ms / full.ms);
      times.push(again.ms / 1000);
      moves.push(moved);
    }
  }
  const what = `rebalance after one edit, ${count(n)} × ${k}, ±5 %`;
  return [
    figureOf(what, 'time ÷ full run, plan held on to', '×', held, { most: 0.05, by: 'median' }),
    figureOf(what, 'time ÷ full run, with the explanations', '×', ratios, { most: 0.05, by: 'median' }),
    figureOf(what, 'time', 's', times),
    figureOf(what, 'moves', 'moves', moves),
  ];
}

/** Few accounts of other territories that together overflow territory `to`: the lightest that does, else the heaviest before it. */
function edit(
  problem: Problem,
  plan: Int32Array,
  to: number,
  load: Float64Array,
  target: Float64Array,
): Int32Array {
  const { weight, tolerance } = problem.metrics[0]!;
  const others = [...weight.keys()].filter((i) => plan[i] !== to).sort((a, b) => weight[b]! - weight[a]!);
  const edited = plan.slice();
  let room = target[to]! * (1 + tolerance) * (1 + 1e-6) - load[to]!;
  for (const [q, i] of others.entries()) {
    const lighter = others[q + 1];
    if (weight[i]! > room && lighter !== undefined && weight[lighter]! > room) continue;
    edited[i] = to;
    room -= weight[i]!;
    if (room < 0) break;
  }
  return edited;
}
