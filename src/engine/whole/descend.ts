import type { Frontier } from './frontier';
import { trade } from './trade';

/**
 * Makes a plan cheaper by single moves and swaps until none helps, where budgets are used up also by trades (trade.ts). The penalties keep it in tolerance. What was tried in
 * vain is tried again only where one of the two territories has changed since.
 * @returns moves made
 */
export function descend(frontier: Frontier, maxSteps: number): number {
  const { n, k, option, at, width } = frontier;
  /** When each territory last changed; when each entry and each pair was last tried. Counted in moves. */
  const changed = new Int32Array(k);
  const lookedAt = new Int32Array(n).fill(-1);
  const paired = new Int32Array(k * k).fill(-1);
  let steps = 0;
  let now = 0;
  const move = (t: number, q: number): void => {
    now++;
    changed[frontier.territory(t)] = now;
    frontier.move(t, q);
    changed[frontier.territory(t)] = now;
    steps++;
  };
  for (let isBetter = true; isBetter && steps < maxSteps;) {
    isBetter = false;
    for (let t = 0; t < n && steps < maxSteps; t++) {
      let gain = -1e-9;
      let best = -1;
      const row = t * width;
      const since = lookedAt[t]!;
      const all = changed[option[row + at[t]!]!]! > since;
      for (let q = 0; q < width && option[row + q]! >= 0; q++) {
        if (q === at[t] || (!all && changed[option[row + q]!]! <= since)) continue;
        const change = frontier.moveGain(t, q);
        if (change < gain) {
          gain = change;
          best = q;
        }
      }
      lookedAt[t] = now;
      if (best < 0) continue;
      move(t, best);
      isBetter = true;
    }
    for (let j = 0; j < k; j++) {
      for (const o of frontier.reachable(j)) {
        const pair = j < o ? j * k + o : o * k + j;
        while (
          steps < maxSteps &&
          Math.max(changed[j]!, changed[o]!) > paired[pair]! &&
          ((paired[pair] = now), frontier.bestSwap(j, o, 1e-9))
        ) {
          const { a, q, b, r } = frontier.swap;
          move(a, q);
          move(b, r);
          isBetter = true;
        }
      }
    }
    if (!isBetter && frontier.budgets > 0) isBetter = trade(frontier, move);
  }
  return steps;
}
