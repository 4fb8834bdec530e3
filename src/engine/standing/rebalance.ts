import { rankOf } from '../whole/best';
import { Budget } from './budget';
import { excessOf, nearer } from '../problem/excess';
import { fewest } from './fewest';
import type { Problem, Progress } from '../problem/contract';
import { GLANCE, repairFrontier, SEARCH } from './repairing';
import { isLopsided, shed } from './shed';
import type { Standing } from './standing';

/** Ruin-and-repair rounds of a repair at effort 1. */
const TRIES = 300;

/**
 * Moves few atoms of a standing plan so that it comes within tolerance, or nearer to it; none where that cannot
 * be. Moves count against `from` (N).
 */
export function* rebalance(standing: Standing, from: Int32Array): Generator<Progress, number> {
  const before = excessOf(standing.measures, standing.load);
  if (before.sum.every((x) => x === 0)) return 0;
  const kept = standing.assignment.slice();
  let steps = isLopsided(standing) ? shed(standing, new Budget(standing)) : 0;
  const least = fewestPossible(standing);
  const spare = standing.binding.heads.length > SEARCH.all ? 1 : 0;
  const isDear = dearerThanMust(standing.problem);
  // Few edits are mended near by as a rule; only where that took more moves than it must (in large plans, one
  // more) is all looked at.
  for (const scope of [GLANCE, SEARCH]) {
    const frontier = repairFrontier(standing, from, scope);
    const tries = scope === GLANCE ? 0 : Math.ceil(TRIES * standing.problem.effort);
    steps += yield* passed(fewest(frontier, { tries, least, isDear, seed: standing.problem.seed }));
    const moved: number[] = [];
    for (let t = 0; t < frontier.n; t++) if (frontier.at[t] !== 0) moved.push(t);
    const mended = rankOf(frontier).excess.every((x) => x === 0);
    const isDearer = moved.some((t) => isDear(frontier.atom[t]!));
    if (scope === GLANCE && (!mended || moved.length > least + spare || isDearer)) continue;
    for (const t of moved) standing.move(frontier.atom[t]!, frontier.territory(t));
    break;
  }
  if (!nearer(excessOf(standing.measures, standing.load), before)) {
    for (let i = 0; i < kept.length; i++) if (standing.assignment[i] !== kept[i]) standing.set(i, kept[i]!);
  }
  return steps;
}

/** Whether an account weighs more than those of the class that is moved most lightly. */
function dearerThanMust({ keepOf, classOf }: Problem): (account: number) => boolean {
  if (!keepOf) return () => false;
  const lightest = keepOf.reduce((least, weight) => Math.min(least, weight), Infinity);
  return (account) => keepOf[classOf[account]!]! > lightest;
}

/** Passes a search on as progress. */
function* passed(search: Generator<number, number>): Generator<Progress, number> {
  let left = 1;
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
    left *= 0.9;
    yield { stage: 'repair', done: 0.9 - 0.9 * left, worstDeviation: step.value };
  }
}

/** Moves that a repair needs at least: each mends two territories at most. */
function fewestPossible(standing: Standing): number {
  let off = 0;
  for (let j = 0; j < standing.k; j++) {
    for (let m = 0; m < standing.metrics; m++) {
      if (standing.excess(j, m) === 0) continue;
      off++;
      break;
    }
  }
  return Math.ceil(off / 2);
}
