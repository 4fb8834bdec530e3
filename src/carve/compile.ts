import type { Problem } from '../engine/problem';
import { toSphereKm } from '../geo/sphere';
import type { Accounts } from '../plan/accounts';
import { metricWeights, type MetricSpec } from '../plan/metrics';
import { carriedBy, sharing, type Rep } from '../plan/roster';
import type { Locks } from '../plan/rules/lock';
import type { Settings } from '../plan/settings';
import { alikePoints } from './alike';
import { familiesOf } from './areas';
import { neighboursOf } from './borders';
import { classify, fairPools, rulesOf } from './classes';
import { withCrowdsLaidOut } from './crowded';
import { limitsOf, moveClassesOf, parted } from './move-classes';
import { carvingPoints, hasSpace } from './stand-ins';

/** What is to be carved: accounts, the seats of the team, and who holds what today. */
export interface CarveInput {
  readonly accounts: Accounts;
  readonly metrics: readonly MetricSpec[];
  /** One per territory, in the order of the roster. */
  readonly seats: readonly Rep[];
  /** N values: seat of today's owner, −1 none. */
  readonly current: Int32Array;
  readonly locks: Locks;
  /** N values: rank of an account in the pool, from 1; 0 for all that are carved. Absent: nobody is there for want of room. */
  readonly pooled?: Int32Array;
  /** Column of money at stake in a move; absent: every account counts the same. */
  readonly money?: Float64Array;
  readonly settings: Settings;
}

const SPHERE_DIMS = 3;
/** The engine wants a share of every territory: this is one that is closed. */
const CLOSED = 1e-6;

/** Translates accounts, seats and rules into the engine's arrays. */
export function compile(input: CarveInput): Problem {
  const { accounts, metrics, seats, current, money, settings } = input;
  const located = hasSpace(accounts.places);
  const alike = located ? undefined : alikePoints(accounts, settings, current, seats.length);
  const points = located
    ? withCrowdsLaidOut(carvingPoints(accounts, current), current, seats.length, (i) =>
        Number.isNaN(accounts.places.latitude[i] ?? NaN),
      )
    : (alike?.points ?? new Float64Array(0));
  const dims = located ? SPHERE_DIMS : (alike?.dims ?? 0);
  const rules = rulesOf(input);
  const weighed = metrics.map((metric) => ({
    weight: withTrace(metricWeights(accounts, metric), rules.lock.groupOf, seats),
    tolerance: metric.tolerance,
  }));
  const moves = moveClassesOf(accounts);
  const { classOf, classes, eligible, keepOf } = parted(
    classify(accounts.count, seats.length, rules.eligibility),
    moves,
    settings,
  );
  const limits = limitsOf(moves, settings, current);
  // What is in a seat for named accounts was given by hand: nothing else goes there.
  const isClosed = seats.map((seat) => carriedBy(seat) === 0 || seat.named === true);
  return {
    accounts: accounts.count,
    territories: seats.length,
    space: located ? 'sphere' : alike === undefined ? 'none' : 'features',
    dims,
    points,
    ...(located && settings.connected === true ? { neighbours: neighboursOf(points) } : {}),
    metrics: weighed,
    share: Float64Array.from(seats, (seat) => carriedBy(seat) || CLOSED),
    ...poolsOf(input),
    classOf,
    classes,
    eligible: eligible.map((may, n) => (isClosed[n % seats.length] === true ? 0 : may)),
    pinned: rules.lock.groupOf,
    family: familiesOf({ ...input, metrics: weighed, classOf, rowOf: rowsOf(eligible, seats.length) }),
    current,
    ...(money === undefined ? {} : { money }),
    ...(rules.cap.limit === undefined ? {} : { cap: rules.cap.limit }),
    ...(limits.length === 0 ? {} : { limits }),
    keep: dims > 0 ? settings.continuity * keepScale(points, dims, seats.length) : settings.continuity,
    ...(keepOf === undefined ? {} : { keepOf }),
    ...homes(seats, located),
    evenness: settings.evenness,
    seatsFixed: false,
    seed: settings.seed,
    effort: settings.effort,
  };
}

/** A number of each class, the same for those that may go to the same seats. */
function rowsOf(eligible: Uint8Array, seats: number): (classIndex: number) => number {
  const rows = new Map<string, number>();
  const of = Array.from({ length: eligible.length / seats }, (_, c) => {
    const row = eligible.subarray(c * seats, (c + 1) * seats).join('');
    const known = rows.get(row) ?? rows.size;
    rows.set(row, known);
    return known;
  });
  return (classIndex) => of[classIndex] ?? -1;
}

/** Each segment's and region's accounts are shared fairly among its own seats; a seat for named accounts shares nothing with anybody. */
function poolsOf({ accounts, seats, settings }: CarveInput): Pick<Problem, 'pool'> {
  const shared = sharing(seats);
  const fair = fairPools(accounts, shared, settings)?.pool;
  if (shared.length === seats.length) return fair === undefined ? {} : { pool: fair };
  let next = 1 + Math.max(0, ...(fair ?? []));
  let n = 0;
  return {
    pool: Int32Array.from(seats, ({ named }) => (named === true ? next++ : (fair?.[n++] ?? 0))),
  };
}

/**
 * The engine wants something of every metric in each pool. Where a seat for named accounts has nothing of one, the first of
 * its accounts gets a trace, too little to be seen in any figure.
 * @param weight is changed
 */
function withTrace(weight: Float64Array, pinned: Int32Array, seats: readonly Rep[]): Float64Array {
  const bare = new Set(seats.flatMap(({ named }, j) => (named === true ? [j] : [])));
  if (bare.size === 0) return weight;
  const first = new Map<number, number>();
  let sum = 0;
  weight.forEach((value, i) => {
    const j = pinned[i] ?? -1;
    sum += value;
    if (!bare.has(j)) return;
    if (value > 0) bare.delete(j);
    else if (!first.has(j)) first.set(j, i);
  });
  for (const j of bare) {
    const i = first.get(j);
    if (i !== undefined) weight[i] = TRACE * sum;
  }
  return weight;
}

const TRACE = 1e-12;

function homes(seats: readonly Rep[], located: boolean): Pick<Problem, 'home' | 'homeWeight'> {
  const known = seats.some((seat) => seat.homeLatitude !== undefined && seat.homeLongitude !== undefined);
  if (!located || !known) return {};
  const home = new Float64Array(seats.length * SPHERE_DIMS);
  seats.forEach((seat, j) => {
    home.set(toSphereKm(seat.homeLatitude ?? NaN, seat.homeLongitude ?? NaN), j * SPHERE_DIMS);
  });
  return { home, homeWeight: HOME_WEIGHT };
}

/** Homes settle which rep gets which territory; they do not bend the territories. */
const HOME_WEIGHT = 0;

/**
 * The squared distance at which full continuity lets go of an account: twice the mean squared radius that
 * a territory would have if the accounts' spread were divided evenly among K.
 * @param points of which one is known
 */
function keepScale(points: Float64Array, dims: number, territories: number): number {
  const mean = new Float64Array(dims);
  let n = 0;
  for (let q = 0; q + dims <= points.length; q += dims) {
    const x = points[q] ?? NaN;
    if (Number.isNaN(x)) continue;
    n++;
    for (let d = 0; d < dims; d++) mean[d] = (mean[d] ?? 0) + (points[q + d] ?? 0);
  }
  let spread = 0;
  for (let q = 0; q + dims <= points.length; q += dims) {
    if (Number.isNaN(points[q] ?? NaN)) continue;
    for (let d = 0; d < dims; d++) {
      const delta = (points[q + d] ?? 0) - (mean[d] ?? 0) / n;
      spread += delta * delta;
    }
  }
  return (2 * spread) / n / territories;
}
