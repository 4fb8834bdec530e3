import { afford } from './afford';
import { anneal } from './anneal';
import { outranks, rankOf, type Rank } from './best';
import { weightOf } from '../problem/cloud';
import type { Core } from '../problem/core';
import { descend } from './descend';
import { dive } from './dive';
import type { Dual } from '../prices/dual';
import { Frontier } from './frontier';
import { FrontierBuilder } from './frontier-builder';
import type { Ledger } from './ledger';
import { settle } from './settle';

/** Border atoms wanted per territory: enough to choose from, few enough to try pairs. */
const PER_TERRITORY = 120;
/** Territories tried for one atom. */
const WIDTH = 6;
/** The same where all atoms are tried, and a smoothing wide enough to reach so many. */
const WIDE = 8;
const EVERYWHERE = 10;
/** Atoms above this part of a target are heavy. */
const HEAVY = 0.2;
/** Widest border strip, as a fraction of squared spacing. */
const WIDEST = 0.4;
/** How much excess is spread: where it cannot be avoided, the largest comes first. */
const SPREAD = 10;
/** Factor on penalties that makes any excess dearer than all it could save. */
const STRICT = 1000;
/** Up to this many atoms annealing is tried as well, over all of them, with this many steps for each. */
const ANNEALED = 2500;
const STEPS_PER_ATOM = 2000;
/** The same where one metric is all there is to balance: there annealing hardly ever betters a plan of more. */
const ANNEALED_PLAIN = 600;
/** Beyond, annealing only helps where an excess is left, on the border. */
const STEPS_AT_MOST = 1_000_000;
/** Temperatures in units of mean mass × squared spacing. */
const HOT = 0.02;
const COLD = 0.0005;
/** How much dearer the excess of a metric is than that of the next one, where not all can be met. */
const RATES = [1, 8, 200];
/** Bound on the moves of one repair or descent. */
const MOST_MOVES = 20000;
/** Breakouts in a row before a repair gives up. */
const PATIENCE = 60;

/**
 * From prices to a plan within tolerance: the dive, repair and descent on the border. Where that leaves an excess,
 * annealing goes on from there; the better plan stands in the ledger.
 * @returns moves made
 */
export function* refine(ledger: Ledger, dual: Dual, seed: number, effort: number): Generator<number, number> {
  const { core } = ledger;
  const prices = dual.prices.slice();
  const target = dual.target.slice();
  const limit = Math.ceil(MOST_MOVES * effort);

  yield* dive(ledger, dual);
  ledger.recount();
  const frontier = borderFrontier(ledger, dual);
  let moves = afford(frontier);
  moves += settle(frontier, { moves: limit, patience: PATIENCE, swaps: 'always' });
  yield frontier.totalExcess(0);
  tighten(frontier);
  moves += descend(frontier, limit);
  write(ledger, frontier);
  if (!ledger.isOff()) return moves;
  dual.restore(prices, target);
  for (const rates of RATES) {
    // Where not all metrics can be met, the first comes first.
    if (rates > 1 && (core.metrics < 2 || !ledger.isOff())) break;
    moves += yield* annealed(ledger, dual, { seed, effort, rates });
  }
  if (ledger.isOff()) {
    moves += inOrder(ledger, dual, limit);
    moves += polish(ledger, dual, effort);
  }
  return moves;
}

/** True where annealing may better even a plan within the tolerances. */
export const mayAnneal = ({ metrics, cloud }: Core): boolean =>
  metrics > 0 && cloud.n <= (metrics === 1 ? ANNEALED_PLAIN : ANNEALED);

/**
 * Annealing from a plan that stands in the ledger, at the dual's centres and prices; the better plan stands there then.
 * @returns moves made
 */
export const annealFurther = (
  ledger: Ledger,
  dual: Dual,
  seed: number,
  effort: number,
): Generator<number, number> => annealed(ledger, dual, { seed, effort, rates: 1 });

/** Moves and swaps that make a plan cheaper at the dual's centres without leaving the tolerances further. */
export function polish(ledger: Ledger, dual: Dual, effort: number): number {
  const small = ledger.core.cloud.n <= ANNEALED;
  let moves = 0;
  // With tolls what is moved makes room for what gains more; without them what is allowed is used up.
  const free = new Float64Array(dual.tolls.length);
  for (const tolls of free.length > 0 ? [dual.tolls, free] : [free]) {
    const frontier = small ? wholeFrontier(ledger, dual, tolls) : borderFrontier(ledger, dual, tolls);
    frontier.off.forEach((off, i) => (frontier.limit[i] = Math.max(frontier.limit[i]!, Math.abs(off))));
    tighten(frontier);
    moves += descend(frontier, Math.ceil(MOST_MOVES * effort));
    write(ledger, frontier);
  }
  return moves;
}

/** Moves and swaps that bring a plan back to the tolerances, wherever they put what moves. */
export function mend(ledger: Ledger, dual: Dual): number {
  const { core } = ledger;
  const frontier = core.cloud.n <= ANNEALED ? wholeFrontier(ledger, dual) : borderFrontier(ledger, dual);
  const moves = settle(frontier, { moves: MOST_MOVES, patience: PATIENCE, swaps: 'always' });
  write(ledger, frontier);
  return moves;
}

/** What excess of a metric counts while one is brought into tolerance: those before it more, those after it nothing. */
const orderly = (metric: number, now: number): number =>
  metric > now ? 0 : metric < now ? STRICT * STRICT : STRICT;

/** Metric by metric: each is brought as near to its tolerance as those before it allow. */
function inOrder(ledger: Ledger, dual: Dual, limit: number): number {
  const { core, out } = ledger;
  const before = out.slice();
  const frontier = core.cloud.n <= ANNEALED ? wholeFrontier(ledger, dual) : borderFrontier(ledger, dual);
  const first = rankIn(ledger, frontier, dual);
  const penalty = penalties(ledger, dual);
  let moves = 0;
  for (let metric = 0; metric < core.metrics; metric++) {
    frontier.penalty.set(penalty.map((p, i) => orderly(i % core.metrics, metric) * p));
    moves += settle(frontier, { moves: limit, patience: PATIENCE, swaps: 'always' });
  }
  write(ledger, frontier);
  if (!outranks(rankIn(ledger, frontier, dual), first)) {
    out.set(before);
    ledger.recount();
  }
  return moves;
}

/** Annealing, repair and descent from the plan in the ledger, which keeps what is better. */
function* annealed(
  ledger: Ledger,
  dual: Dual,
  { seed, effort, rates }: { seed: number; effort: number; rates: number },
): Generator<number, number> {
  const { core, out } = ledger;
  const { metrics } = core;
  const small = core.cloud.n <= ANNEALED;
  const before = out.slice();
  const frontier = small ? wholeFrontier(ledger, dual) : borderFrontier(ledger, dual);
  const first = rankIn(ledger, frontier, dual);
  const penalty = penalties(ledger, dual).map((p, i) => p * importance(i % metrics, metrics, rates));
  frontier.penalty.set(penalty);
  const unit = unitOf(ledger, dual);
  const most = small ? Infinity : STEPS_AT_MOST;
  const steps = Math.round(effort * Math.min(STEPS_PER_ATOM * frontier.n, most));
  for (const _ of anneal(frontier, { steps, hot: HOT * unit, cold: COLD * unit, seed })) {
    yield frontier.totalExcess(0);
  }
  frontier.penalty.set(penalty);
  const limit = Math.ceil(MOST_MOVES * effort);
  let moves = settle(frontier, { moves: limit, patience: PATIENCE, swaps: 'always' });
  tighten(frontier);
  moves += descend(frontier, limit);
  write(ledger, frontier);
  if (!outranks(rankIn(ledger, frontier, dual), first)) {
    out.set(before);
    ledger.recount();
  }
  return moves;
}

/** Rank of the plan in the ledger, as a frontier sees it that stands at the same. */
const rankIn = (ledger: Ledger, frontier: Frontier, { tolls }: Dual): Rank => ({
  ...rankOf(frontier),
  cost:
    ledger.totalCost() +
    frontier.unevenness() +
    ledger.left().reduce((sum, left, r) => sum + tolls[r]! * left, 0),
});

function importance(metric: number, metrics: number, rate: number): number {
  let factor = 1;
  for (let m = metric + 1; m < metrics; m++) factor *= rate;
  return factor;
}

/** Frontier of all atoms. */
function wholeFrontier(ledger: Ledger, dual: Dual, tolls = dual.tolls): Frontier {
  dual.smooth(EVERYWHERE);
  return frontierOf(ledger, dual, WIDE, tolls);
}

/** Frontier of the atoms that lie near a border of the dual's cells. */
function borderFrontier(ledger: Ledger, dual: Dual, tolls = dual.tolls): Frontier {
  narrowTo(PER_TERRITORY * ledger.core.k, dual, ledger.core.cloud.n);
  return frontierOf(ledger, dual, WIDTH, tolls);
}

/**
 * Frontier of the atoms that the smoothing last set leaves undecided, each with up to `width` territories, and of
 * the heavy ones of territories out of tolerance, wherever they are.
 */
function frontierOf(ledger: Ledger, dual: Dual, width: number, tolls = dual.tolls): Frontier {
  const { k, metrics, target, aim, band, cloud } = ledger.core;
  const budgets = dual.tolls.length;
  const builder = new FrontierBuilder(width, budgets);
  const put = (atom: number, j: number): void => {
    if (budgets === 0) {
      builder.option(j, ledger.cost(atom, j));
      return;
    }
    const needs = ledger.need(atom, j);
    builder.option(
      j,
      needs.reduce((cost, need, r) => cost + tolls[r]! * need, ledger.cost(atom, j)),
      needs,
    );
  };
  const seen = new Uint8Array(cloud.n);
  const add = (atom: number, others: ArrayLike<number>, count: number): void => {
    const own = ledger.out[atom]!;
    const home = budgets > 0 ? ledger.home(atom) : -1;
    builder.begin(atom);
    put(atom, own);
    if (home >= 0 && home !== own && ledger.allowed(atom, home)) put(atom, home);
    for (let q = 0; q < count; q++) if (others[q] !== own && others[q] !== home) put(atom, others[q]!);
    seen[atom] = 1;
  };
  dual.undecided((atom, territories, _values, count) => add(atom, territories, count));
  const off = ledger.load.map((load, i) => load - aim[i]!);
  // Where there is too little to fill a target, what there is is shared as closely.
  const limit = band.map((b, i) => b * Math.min(1, aim[i]! / target[i]!) + ledger.slack * target[i]!);
  const weight = (atom: number, m: number) => weightOf(cloud, atom, m);
  const isOff = Array.from({ length: k }, (_, j) => {
    for (let m = 0; m < metrics; m++)
      if (Math.abs(off[j * metrics + m]!) > limit[j * metrics + m]!) return true;
    return false;
  });
  for (let atom = 0; atom < cloud.n; atom++) {
    const own = ledger.out[atom]!;
    if (!isOff[own] || seen[atom] === 1) continue;
    for (let m = 0; m < metrics; m++) {
      if (weight(atom, m) <= HEAVY * target[own * metrics + m]!) continue;
      const near = ledger.nearest(atom);
      add(atom, near, near.length);
      break;
    }
  }
  return new Frontier(
    builder,
    {
      k,
      metrics,
      off,
      limit,
      size: target,
      penalty: penalties(ledger, dual),
      spread: SPREAD,
      even: dual.evenSlope(),
      ...(tolls.length > 0 ? { used: ledger.left(), allowed: dual.allowed } : {}),
    },
    weight,
  );
}

/** Sets the smoothing so that about `wanted` of n atoms lie within its width of a border; all in reach if fewer do. */
function narrowTo(wanted: number, dual: Dual, n: number): void {
  let eta = WIDEST * Math.min(1, (2 * wanted) / n);
  for (let round = 0; round < 6; round++) {
    dual.smooth(eta);
    let count = 0;
    dual.undecided(() => count++);
    if (count > 1.5 * wanted) eta *= Math.max(0.05, (0.9 * wanted) / count);
    else if (2 * count < wanted && eta < WIDEST) eta = Math.min(WIDEST, (eta * wanted) / Math.max(1, count));
    else return;
  }
}

/** A unit of excess costs its price and what carrying it over a full spacing would. */
function penalties({ core }: Ledger, dual: Dual): Float64Array {
  return dual.prices.map((p, i) => Math.abs(p) + dual.spacing2[(i / core.metrics) | 0]!);
}

function tighten(frontier: Frontier): void {
  for (let i = 0; i < frontier.penalty.length; i++) frontier.penalty[i]! *= STRICT;
}

function write(ledger: Ledger, frontier: Frontier): void {
  for (let t = 0; t < frontier.n; t++) {
    const i = frontier.atom[t]!;
    if (ledger.out[i] !== frontier.territory(t)) ledger.move(i, frontier.territory(t));
  }
}

/** Mean mass of an atom times mean squared spacing: what one misplaced account costs, roughly. */
function unitOf({ core }: Ledger, dual: Dual): number {
  let mass = 0;
  for (const u of core.cloud.u) mass += u;
  let spacing = 0;
  for (const s of dual.spacing2) spacing += s;
  return (mass / Math.max(1, core.cloud.n)) * (spacing / core.k);
}
