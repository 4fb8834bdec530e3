import { exp, log } from '../../exact/math';
import { seeded, type Random } from '../../exact/random';
import type { Borders } from '../problem/borders';
import { beyond } from '../problem/excess';
import type { Ledger } from './ledger';
import { staysWhole } from './pieces';

/** Times that each atom is looked at, at effort 1, and how many looks there are at most. */
const SWEEPS = 1500;
const LOOKS = 2e6;
/** What a piece that is cut off may cost, in hundredths of the plan's cost: the unit of all prices below. */
export const PIECE = 3;
/** A target beyond its tolerance: at first, in the end, and in the last sweeps, where it is taken back at any price. */
const BEYOND = { first: 500, last: 50_000, wall: 1e7 };
const WALL = 0.85;
/** How dear a change of one atom of so many may be that is taken now and then in the end. */
const COLD = 5;
/** Part of the looks that are at any territory, not at one beside. */
const ANYWHERE = 0.1;
/** Sums differ by this much from rounding alone. */
const SAME = 1e-9;

/** How a plan is woven. */
export interface Weaving {
  /** How dear a change may be that is taken now and then, at first. */
  readonly warm: number;
  /** A hundredth of the plan's cost. */
  readonly percent: number;
  /** What may lie beyond the tolerances, summed over loads, in targets. */
  readonly limit: number;
  /** How bad a plan within that limit is. */
  readonly judge: () => number;
  /** Brings the plan in the ledger back to the tolerances, whatever is cut off by it. @returns moves made */
  readonly mend: () => number;
}

/**
 * Anneals a plan towards territories in one piece: single atoms go to a territory beside them or, now and then, to any
 * other; a piece more or less has a price, as cost and what is beyond the tolerances have. Nothing cuts a territory in two
 * but a single atom that stands alone. (Simulated annealing over connected districts: Browdy 1990; Ricca & Simeone 2008.)
 * @returns moves made; the best plan on the way that keeps the limit is in the ledger then, the first one if there is no better
 */
export function weave(ledger: Ledger, borders: Borders, how: Weaving): number {
  const { out } = ledger;
  const n = out.length;
  const { seed, effort } = ledger.core.problem;
  const { limit, judge } = how;
  const random = seeded(seed);
  const sweeps = Math.ceil(Math.min(SWEEPS * effort, LOOKS / Math.max(1, n)));
  let best = { out: out.slice(), bad: judge() };
  let moves = 0;
  const look = () => {
    ledger.recount();
    if (excess(ledger) > limit + SAME) return;
    const bad = judge();
    if (bad < best.bad) best = { out: out.slice(), bad };
  };
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const part = sweep / sweeps;
    const prices = {
      percent: how.percent,
      warmth: between(how.warm, COLD / n, part),
      beyond: part > WALL ? BEYOND.wall : between(BEYOND.first, BEYOND.last, part / WALL),
    };
    for (let q = 0; q < n; q++) if (tried(ledger, borders, random, prices)) moves++;
    if (sweep % EVERY === 0) look();
  }
  look();
  moves += how.mend();
  look();
  out.set(best.out);
  ledger.recount();
  return moves;
}

/** Looks at one atom and one place for it. @returns whether it went there */
function tried(
  ledger: Ledger,
  borders: Borders,
  random: Random,
  { percent, warmth, beyond: price }: { percent: number; warmth: number; beyond: number },
): boolean {
  const { out, core } = ledger;
  const i = Math.floor(random() * out.length);
  const isAnywhere = random() < ANYWHERE;
  const draw = random();
  const beside = borders.of(i);
  if (beside.length === 0) return false;
  const from = out[i]!;
  const to = isAnywhere
    ? Math.floor(draw * core.k)
    : borders.holder(out, beside[Math.floor(draw * beside.length)]!);
  if (to === from || !ledger.allowed(i, to)) return false;
  const isAlone = !beside.some((o) => borders.holder(out, o) === from);
  const joins = beside.some((o) => borders.holder(out, o) === to);
  const cost = (ledger.cost(i, to) - ledger.cost(i, from)) / percent;
  const before = excessIn(ledger, from) + excessIn(ledger, to);
  ledger.move(i, to);
  const more = excessIn(ledger, from) + excessIn(ledger, to) - before;
  const worse = cost + price * more + PIECE * ((joins ? 0 : 1) - (isAlone ? 1 : 0));
  if (worse <= 0 || worse < -warmth * log(random())) {
    if (isAlone) return true;
    out[i] = from;
    const stays = staysWhole(out, borders, i);
    out[i] = to;
    if (stays) return true;
  }
  ledger.move(i, from);
  return false;
}

/** Sweeps from one look at the whole to the next. */
const EVERY = 5;

/** From one price to another by equal factors. */
const between = (first: number, last: number, part: number): number =>
  exp(log(first) + part * log(last / first));

/** What lies beyond the tolerances of a territory, in targets. */
export function excessIn({ core, load }: Ledger, j: number): number {
  let sum = 0;
  for (let at = j * core.metrics; at < (j + 1) * core.metrics; at++) sum += beyond(core.measures, load, at);
  return sum;
}

/** The same of all of them. */
export function excess(ledger: Ledger): number {
  let sum = 0;
  for (let j = 0; j < ledger.core.k; j++) sum += excessIn(ledger, j);
  return sum;
}
