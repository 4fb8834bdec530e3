import { Best } from './best';
import { WIDTH, type Frontier } from './frontier';

/** How fast the penalty of a stuck territory grows. */
const BREAKOUT = 2;
/** Breakouts in a row without a better plan before giving up. */
const PATIENCE = 60;

/**
 * Brings loads into tolerance: the territory with the dearest excess is relieved by the move or swap that
 * lowers the objective most. Where none does, its penalty grows until its neighbours take the excess over and
 * pass it on (breakout, Morris 1993); chains over several territories come about that way.
 * @returns moves made
 */
export function settle(frontier: Frontier, maxSteps: number): number {
  const { k, metrics, penalty } = frontier;
  const best = new Best(frontier);
  let steps = 0;
  let patience = PATIENCE;
  while (steps < maxSteps) {
    let worst = -1;
    let most = 0;
    for (let j = 0; j < k; j++) {
      let strain = 0;
      for (let m = 0; m < metrics; m++) strain += penalty[j * metrics + m]! * frontier.excess(j, m);
      if (strain > most) {
        most = strain;
        worst = j;
      }
    }
    if (worst < 0) break;
    if (relieve(frontier, worst)) {
      steps++;
      if (best.offer()) patience = PATIENCE;
      continue;
    }
    if (--patience < 0) break;
    for (let m = 0; m < metrics; m++) {
      if (frontier.excess(worst, m) > 0) penalty[worst * metrics + m]! *= BREAKOUT;
    }
  }
  best.restore();
  return steps;
}

/** Makes the best move or swap that involves a territory; false if none lowers the objective. */
function relieve(frontier: Frontier, j: number): boolean {
  const { start, entries, option, at } = frontier;
  let gain = -1e-12;
  let a = -1;
  let q = -1;
  let b = -1;
  let r = -1;
  for (let e = start[j]!; e < start[j + 1]!; e++) {
    const t = entries[e]!;
    const here = frontier.territory(t);
    for (let o = 0; o < WIDTH; o++) {
      const to = option[t * WIDTH + o]!;
      if (to < 0) break;
      if (o === at[t] || (here !== j && to !== j)) continue;
      const change = frontier.moveGain(t, o);
      if (change < gain) {
        gain = change;
        a = t;
        q = o;
        b = -1;
      }
    }
  }
  for (const pair of frontier.pairsOf[j]!) {
    if (!frontier.bestSwap(pair, -gain)) continue;
    ({ a, q, b, r, gain } = frontier.swap);
  }
  if (a < 0) return false;
  frontier.move(a, q);
  if (b >= 0) frontier.move(b, r);
  return true;
}
