import { log } from '../../exact/math';
import { Best } from './best';
import type { Frontier } from './frontier';

export interface AnnealOptions {
  readonly steps: number;
  /** Temperatures in units of the objective. */
  readonly hot: number;
  readonly cold: number;
  readonly seed: number;
}

/** Stages of equal temperature; between them the best plan is remembered and penalties adapt. */
const STAGES = 24;

/**
 * Simulated annealing (Kirkpatrick et al. 1983) over moves and swaps of the frontier, ending in the best
 * state met. Penalties grow at each stage that ends out of tolerance. A fixed number of steps from a seed:
 * the same on every machine.
 */
export function* anneal(frontier: Frontier, options: AnnealOptions): Generator<void> {
  const { n, at, option, width, members, penalty } = frontier;
  if (n === 0) return;
  // −log of uniform numbers: a worsening by Δ passes with probability e^(−Δ/T), without an exponential a step.
  const luck = new Float64Array(1024);
  for (let i = 0; i < luck.length; i++) luck[i] = -log((i + 0.5) / luck.length);
  const best = new Best(frontier);
  const perStage = Math.ceil(options.steps / STAGES);
  let state = Math.imul(options.seed, 0x9e3779b1) >>> 0;
  const cooling = STAGES > 1 ? options.cold / options.hot : 1;
  let temperature = options.hot;
  const ratio = rootOf(cooling, STAGES - 1);
  for (let stage = 0; stage < STAGES; stage++) {
    for (let step = 0; step < perStage; step++) {
      // A linear congruential generator (Knuth's), inlined; its high bits are good enough here.
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const t = Math.floor(((state >>> 8) / 16777216) * n);
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const dice = state >>> 8;
      const allowed = temperature * luck[dice & 1023]!;
      const q = (dice >>> 10) % width;
      const to = option[t * width + q]!;
      if (to < 0 || q === at[t]) continue;
      if ((dice & 0x800000) === 0) {
        if (frontier.moveGain(t, q) <= allowed) frontier.move(t, q);
        continue;
      }
      const from = frontier.territory(t);
      const others = members[to]!;
      if (others.length === 0) continue;
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const other = others[Math.floor(((state >>> 8) / 16777216) * others.length)]!;
      const r = frontier.find(other, from);
      if (r < 0) continue;
      if (frontier.swapGain(t, q, other, r) <= allowed) {
        frontier.move(t, q);
        frontier.move(other, r);
      }
    }
    best.offer();
    for (let j = 0; j < frontier.k; j++) {
      for (let m = 0; m < frontier.metrics; m++) {
        if (frontier.excess(j, m) <= 0) continue;
        penalty[j * frontier.metrics + m]! *= 1.5;
      }
    }
    temperature *= ratio;
    yield;
  }
  best.restore();
}

/** The positive n-th root of x by bisection: exact operations only. */
function rootOf(x: number, n: number): number {
  let low = 0;
  let high = Math.max(1, x);
  for (let it = 0; it < 100; it++) {
    const mid = (low + high) / 2;
    let power = 1;
    for (let i = 0; i < n; i++) power *= mid;
    if (power < x) low = mid;
    else high = mid;
  }
  return (low + high) / 2;
}
