import { Best } from './best';
import type { Frontier } from './frontier';

/** How fast the penalty of a stuck territory grows, and how often before it is given up. */
const BREAKOUT = 2;
const STRIKES = 20;

/** Moves (and a territory's worth more) without a better plan before giving up: penalties may chase excess in circles. */
const IDLE = 300;

export interface SettleOptions {
  /** Most moves. */
  readonly moves: number;
  /** Breakouts in a row without a better plan before giving up. */
  readonly patience: number;
  /** 'last' tries swaps only where no single move helps: right where each move has its price. */
  readonly swaps: 'always' | 'last';
}

/**
 * Brings loads into tolerance: the territory with the dearest excess is relieved by the move or swap that
 * lowers the objective most. Where none does, its penalty grows until its neighbours take the excess over and
 * pass it on (breakout, Morris 1993); chains over several territories come about that way. Ends in the best
 * plan met.
 * @returns moves made
 */
export function settle(frontier: Frontier, options: SettleOptions): number {
  const { k, metrics, penalty } = frontier;
  const best = new Best(frontier);
  const strikes = new Uint8Array(k);
  let steps = 0;
  let { patience } = options;
  let idle = 0;
  while (steps < options.moves && idle < IDLE + k) {
    let worst = -1;
    let most = 0;
    for (let j = 0; j < k; j++) {
      if (strikes[j]! >= STRIKES) continue;
      let strain = 0;
      for (let m = 0; m < metrics; m++) strain += penalty[j * metrics + m]! * frontier.excess(j, m);
      if (strain > most) {
        most = strain;
        worst = j;
      }
    }
    if (worst < 0) break;
    if (relieve(frontier, worst, options.swaps)) {
      steps++;
      idle++;
      if (best.offer()) {
        idle = 0;
        ({ patience } = options);
      }
      continue;
    }
    strikes[worst]!++;
    if (--patience < 0) break;
    for (let m = 0; m < metrics; m++) {
      if (frontier.excess(worst, m) > 0) penalty[worst * metrics + m]! *= BREAKOUT;
    }
  }
  best.restore();
  return steps;
}

/** Makes the best move or swap that involves a territory; false if none lowers the objective. */
function relieve(frontier: Frontier, j: number, swaps: SettleOptions['swaps']): boolean {
  const { start, entries, entryOption, option, at, width } = frontier;
  let gain = -1e-12;
  let a = -1;
  let q = -1;
  let b = -1;
  let r = -1;
  const consider = (t: number, o: number): void => {
    const change = frontier.moveGain(t, o);
    if (change >= gain) return;
    gain = change;
    a = t;
    q = o;
  };
  for (let e = start[j]!; e < start[j + 1]!; e++) {
    const t = entries[e]!;
    if (at[t] !== entryOption[e]) {
      consider(t, entryOption[e]!);
      continue;
    }
    for (let o = 0; o < width && option[t * width + o]! >= 0; o++) if (o !== at[t]) consider(t, o);
  }
  if (a < 0 || swaps === 'always') {
    for (const o of frontier.reachable(j)) {
      if (frontier.bestSwap(j, o, -gain)) ({ a, q, b, r, gain } = frontier.swap);
    }
  }
  if (a < 0) return false;
  frontier.move(a, q);
  if (b >= 0) frontier.move(b, r);
  return true;
}
