import type { Frontier } from './frontier';

/**
 * Makes a plan cheaper by single moves and swaps until none helps. The penalties keep it in tolerance.
 * @returns moves made
 */
export function descend(frontier: Frontier, maxSteps: number): number {
  const { n, k, option, at, width } = frontier;
  let steps = 0;
  for (let changed = true; changed && steps < maxSteps;) {
    changed = false;
    for (let t = 0; t < n && steps < maxSteps; t++) {
      let gain = -1e-9;
      let best = -1;
      for (let q = 0; q < width && option[t * width + q]! >= 0; q++) {
        if (q === at[t]) continue;
        const change = frontier.moveGain(t, q);
        if (change < gain) {
          gain = change;
          best = q;
        }
      }
      if (best < 0) continue;
      frontier.move(t, best);
      steps++;
      changed = true;
    }
    for (let j = 0; j < k; j++) {
      for (const o of frontier.reachable(j)) {
        while (steps < maxSteps && frontier.bestSwap(j, o, 1e-9)) {
          const { a, q, b, r } = frontier.swap;
          frontier.move(a, q);
          frontier.move(b, r);
          steps += 2;
          changed = true;
        }
      }
    }
  }
  return steps;
}
