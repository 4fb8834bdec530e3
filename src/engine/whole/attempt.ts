import { solve, type Found, type Solved } from '../centres/solve';
import type { Progress } from '../problem/contract';
import type { Core } from '../problem/core';
import { relay } from '../relay';
import { Ledger } from './ledger';
import { recentre } from './recentre';
import { annealFurther, refine } from './refine';

/** A plan that one start has led to, and the centres and prices it stands at. */
export interface Attempt {
  readonly solved: Solved;
  readonly ledger: Ledger;
  readonly steps: number;
}

/** Prices, whole accounts, and centres that follow them. */
export function* attempt(core: Core, found: Found): Generator<Progress, Attempt> {
  const { seed, effort, keep } = core.problem;
  const solved = yield* relay(solve(core, found), 'balance', 0.5, 0.7);
  const { dual, sites } = solved;
  const out = new Int32Array(core.cloud.n);
  dual.assign(out);
  const ledger = new Ledger(core, out, dual.centres, dual.constants, keep);
  if (core.metrics === 0) return { solved, ledger, steps: solved.steps };
  const prices = dual.prices.slice();
  const target = dual.target.slice();
  const moves = yield* relay(refine(ledger, dual, seed, effort), 'repair', 0.7, 0.85);
  // Rounding took points out of play and changed the prices.
  dual.restore(prices, target);
  const centred = yield* relay(recentre(ledger, sites, dual, effort), 'repair', 0.85, 0.9);
  return { solved, ledger: centred.ledger, steps: solved.steps + moves + centred.moves };
}

/** The plan of an attempt after annealing, with centres that follow it. */
export function* annealed(core: Core, { solved, ledger, steps }: Attempt): Generator<Progress, Attempt> {
  const { seed, effort } = core.problem;
  const { dual, sites } = solved;
  const copy = new Ledger(core, ledger.out.slice(), ledger.centres, ledger.constants, ledger.keep);
  const prices = dual.prices.slice();
  const target = dual.target.slice();
  const moves = yield* relay(annealFurther(copy, dual, seed, effort), 'repair', 0.5, 0.85);
  dual.restore(prices, target);
  const centred = yield* relay(recentre(copy, sites, dual, effort), 'repair', 0.85, 0.9);
  return { solved, ledger: centred.ledger, steps: steps + moves + centred.moves };
}
