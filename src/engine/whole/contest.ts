import type { Found } from '../centres/solve';
import type { Progress } from '../problem/contract';
import { fixedCost, isLarge, type Core } from '../problem/core';
import { excessOf, nearer } from '../problem/excess';
import { annealed, attempt, type Attempt } from './attempt';
import { uneven } from './frontier';
import { mayAnneal } from './refine';

/** Sums differ by this much from rounding alone. */
const SAME = 1e-9;

/** So many of the plans, by the atoms they have together, and at most so many are annealed: in small ones rounding decides. */
const ANNEALED_ATOMS = 1200;
const ANNEALED = 3;

/** What an attempt calls the part of the run that it is. */
const FROM = 0.5;
const TO = 0.9;

/**
 * Makes plans from where several starts have led to, and keeps the best: the nearest to the tolerances, and of those that
 * are alike the one that costs least about its own centres. Prices tell starts apart as if accounts could be split, which
 * says little where accounts are large; hence whole plans compete, in small problems all, in large ones until one is
 * within the tolerances. The best are annealed where that may better them.
 * @param before a plan that is there already
 */
export function* contest(
  core: Core,
  found: readonly Found[],
  before: Attempt | null = null,
): Generator<Progress, Attempt | null> {
  const made: Attempt[] = [];
  const shareOf = (q: number) => FROM + ((TO - FROM) * q) / (found.length + (mayAnneal(core) ? 1 : 0));
  for (const start of found) {
    const q = made.length;
    if (made.some((one) => isBeyond(core, start, one))) continue;
    made.push(yield* part(attempt(core, start), q > 0, shareOf(q), shareOf(q + 1)));
    if (isLarge(core) && !made.at(-1)!.ledger.isOff()) break;
  }
  let steps = made.reduce((sum, one) => sum + one.steps, before?.steps ?? 0);
  let best = before;
  const offer = (one: Attempt) => {
    if (!best || isBetter(core, one, best)) best = one;
  };
  made.forEach(offer);
  if (mayAnneal(core)) {
    // Ties stay in the order of the starts.
    const order = made.sort((a, b) => (isBetter(core, a, b) ? -1 : isBetter(core, b, a) ? 1 : 0));
    const count = Math.max(1, Math.min(ANNEALED, Math.floor(ANNEALED_ATOMS / core.cloud.n)));
    for (const [q, one] of order.slice(0, count).entries()) {
      const rest = (at: number) => shareOf(found.length + at / count);
      const next = yield* part(annealed(core, one), true, rest(q), rest(q + 1));
      steps += next.steps - one.steps;
      offer(next);
    }
  }
  return best && { ...best, steps };
}

/** Passes the progress of one of several plans on, as the part of the run that falls to it. */
function* part<T>(
  plan: Generator<Progress, T>,
  isLater: boolean,
  from: number,
  to: number,
): Generator<Progress, T> {
  for (;;) {
    const step = plan.next();
    if (step.done) return step.value;
    const { stage, done, worstDeviation } = step.value;
    yield {
      stage: isLater ? 'repair' : stage,
      done: from + ((to - from) * (done - FROM)) / (TO - FROM),
      worstDeviation,
    };
  }
}

function isBetter(core: Core, a: Attempt, b: Attempt): boolean {
  const over = overspent(core, a) - overspent(core, b);
  if (Math.abs(over) > SAME) return over < 0;
  const [x, y] = [excessOf(core.measures, a.ledger.load), excessOf(core.measures, b.ledger.load)];
  if (nearer(x, y)) return true;
  const slope = slopeOf(a, b);
  return !nearer(y, x) && priceOf(core, a, slope) < priceOf(core, b, slope);
}

/**
 * True where a start cannot lead to a plan that costs less than one within the tolerances: what it would if accounts could
 * be split is more than that one without what evenness has cost it. (Its centres may still move, but not by so much.)
 */
function isBeyond(core: Core, { dual, value }: Found, { ledger }: Attempt): boolean {
  if (ledger.isOff()) return false;
  const least = value + core.atomMoment + fixedCost(core, dual.centres, dual.constants);
  const cost = ledger.totalCost() + fixedCost(core, ledger.centres, ledger.constants);
  return least > cost / (1 + (core.problem.evenness ?? 0));
}

/** Unevenness counts alike in both, at the mean of the rates they were made with. */
function slopeOf({ solved: { dual: a } }: Attempt, { solved: { dual: b } }: Attempt): Float64Array {
  const other = b.evenSlope();
  return a.evenSlope().map((slope, i) => (slope + other[i]!) / 2);
}

/** What leaves beyond what is allowed, as parts of that. */
function overspent({ allowed }: Core, { ledger }: Attempt): number {
  return ledger
    .left()
    .reduce((sum, left, r) => sum + Math.max(0, left - allowed[r]!) / Math.max(1, allowed[r]!), 0);
}

function priceOf(core: Core, { ledger }: Attempt, slope: Float64Array): number {
  let price = ledger.totalCost() + fixedCost(core, ledger.centres, ledger.constants);
  slope.forEach((s, i) => (price += s * uneven(ledger.load[i]! - core.aim[i]!)));
  return price;
}
