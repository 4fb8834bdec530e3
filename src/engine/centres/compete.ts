import { massOnly, mergeCells, ofCells, type Cells } from '../problem/cells';
import type { Cloud } from '../problem/cloud';
import { isLarge, type Core } from '../problem/core';
import { rivalsOf } from '../problem/atoms';
import { Dual } from '../prices/dual';
import { Envelope } from '../prices/envelope';
import { Lloyd, type Cooling } from './lloyd';
import { Sites } from './sites';
import { AGAIN, changesSeats, dualOf, joined, LOST, reseat, SETTLED, sharpened, type Found } from './solve';
import type { Start } from './starts';
import { startTolls } from './tolls';

/** How borders sharpen while centres are found on cells, from a start that is to be forgotten and from one that is near. */
const ANNEALED: Cooling = { soft: 1.5, sharp: 0.1, rounds: 20, rest: 20 };
const BRIEF: Cooling = { soft: 0.3, sharp: 0.1, rounds: 4, rest: 12, quick: true };
/** Starts that are near race: after so many rounds this part of them goes on, and so many times those that become plans. */
const HEAT = 6;
const GOES_ON = 0.5;
const RIVALS = 2;
/** Cells that starts compete on, and how many a territory has of them at least; fewer in large plans, where all points settle the rest. */
const COARSE = 500;
const COARSE_EACH = 25;
const COARSE_LARGE = 12;
/** Steps to the prices of a start whose seats have changed. */
const CLIMB = 20;
/**
 * Of the starts so many, by the atoms × metrics they have together, are compared with sharp borders, which soft ones blur, and become
 * whole plans; so many at most and at least.
 */
const FINAL_ATOMS = 10_000;
const FINALISTS = 16;
const FINALISTS_LEAST = 2;
/** Starts whose values differ by less than this part of the cost have led to the same. */
const SAME = 1e-4;
/** So have finalists whose values differ by less than this, and whose centres are no further apart than this part of their spacing. */
const ALIKE = 1e-3;
const BESIDE = 0.05;
/** In large plans one more is kept, lest the first leads nowhere, and neither is looked at so closely. */
const RESERVE = 2;

/** A start on its way: with several metrics these are first taken as one. */
interface Run {
  readonly start: Start;
  readonly sites: Sites;
  readonly dual: Dual;
  readonly lloyd: Lloyd;
}

/**
 * Finds centres from each start (K × dims, relative to the origin) on coarse cells; in large plans by one price a
 * territory alone. Yields the residual.
 * @param cells that the few are compared on
 * @returns the few that are most compact, best first
 */
export function* compete(
  core: Core,
  cells: Cloud,
  starts: Iterable<Start>,
): Generator<number, readonly Found[]> {
  const rivals = rivalsOf(core);
  const large = isLarge(core);
  const coarse = mergeCells(core.cloud, Math.max(COARSE, (large ? COARSE_LARGE : COARSE_EACH) * core.k));
  const mean = core.metrics < 2 ? null : massOnly(coarse.cloud);
  const runs: Run[] = [];
  for (const start of starts) {
    const run = runOf(core, coarse, mean, start, rivals);
    yield* run.lloyd.run(start.isSoft ? Infinity : HEAT);
    runs.push(run);
  }
  const found: Found[] = [];
  const most = large ? RESERVE : finalistsFor(core);
  for (const run of selected(runs, most)) {
    yield* run.lloyd.run();
    const value = yield* seatedValue(core, coarse, run);
    if (found.some((other) => isSame(core, other.value, value))) continue;
    found.push({ sites: run.sites, dual: run.dual, value });
    // Ties stay in the order of the starts.
    found.sort(inOrder);
    found.length = Math.min(found.length, most);
  }
  if (large) return found;
  const finals: Found[] = [];
  for (const { sites, dual: before } of found) {
    const dual = dualOf(core, cells, core.problem.keep, rivals);
    dual.prices.set(before.prices);
    dual.tolls.set(before.tolls);
    dual.steps = before.steps;
    sites.apply(dual);
    finals.push({ sites, dual, value: yield* sharpened(core, sites, dual) });
  }
  finals.sort(inOrder);
  return finals.filter((one, q) => !finals.slice(0, q).some((other) => isBeside(core, other, one)));
}

/** True where balance was lost: what prices say of such a start is too little. */
const isOff = ({ dual }: { readonly dual: Dual }): boolean => dual.residual() > LOST;

/** Balanced ones first, then the more compact. */
const inOrder = (a: Found, b: Found): number => Number(isOff(a)) - Number(isOff(b)) || a.value - b.value;

function runOf(core: Core, coarse: Cells, mean: Cloud | null, start: Start, rivals: Uint8Array): Run {
  const sites = new Sites(core, start.centres);
  const dual = dualOf(core, coarse.cloud, core.problem.keep, rivals);
  sites.apply(dual);
  startTolls(dual);
  const used = mean ? meanDual(core, dual, mean) : dual;
  used.tolls.set(dual.tolls);
  const annealing = start.isSoft ? ANNEALED : BRIEF;
  const cooling = { ...annealing, rest: Math.ceil(annealing.rest * core.problem.effort) };
  return { start, sites, dual, lloyd: new Lloyd(sites, used, cooling) };
}

/**
 * The runs that go on, in the order of the starts: of those that were near and are balanced the better ones, and all others,
 * of which nobody knows.
 */
function selected(runs: readonly Run[], most: number): readonly Run[] {
  const race = runs.filter(({ start, lloyd }) => !start.isSoft && !isOff(lloyd));
  race.sort((a, b) => a.lloyd.value - b.lloyd.value);
  const out = new Set(race.slice(Math.max(Math.ceil(GOES_ON * race.length), RIVALS * most)));
  return runs.filter((run) => !out.has(run));
}

/** A run at its end, with prices for each metric and its territories given to the seats: the value of its dual. */
function* seatedValue(core: Core, coarse: Cells, { sites, dual, lloyd }: Run): Generator<number, number> {
  if (isOff(lloyd)) {
    yield lloyd.dual.climb(LOST, AGAIN);
    lloyd.value = lloyd.dual.smoothed();
  }
  let { value } = lloyd;
  const { metrics } = core;
  if (lloyd.dual !== dual) {
    const mean = lloyd.dual;
    dual.tolls.set(mean.tolls);
    for (let i = 0; i < dual.prices.length; i++) dual.prices[i] = mean.prices[(i / metrics) | 0]! / metrics;
    dual.steps += mean.steps;
    sites.apply(dual);
    if (!isLarge(core)) value = yield* joined(core, sites, dual, value);
  }
  if (!changesSeats(core)) return value;
  const out = new Int32Array(coarse.cloud.n);
  dual.assign(out);
  reseat(core, sites, dual, ofCells(coarse, out));
  yield dual.climb(SETTLED, CLIMB);
  return dual.smoothed();
}

function finalistsFor({ cloud, metrics, problem }: Core): number {
  const most = Math.floor(FINAL_ATOMS / Math.max(1, cloud.n * metrics));
  return Math.ceil(Math.min(1, problem.effort) * Math.max(FINALISTS_LEAST, Math.min(FINALISTS, most)));
}

/** True where two starts have led to the same centres, by what is left of the cost. */
const isSame = ({ atomMoment }: Core, a: number, b: number, part = SAME): boolean =>
  Math.abs(a - b) < part * (Math.min(a, b) + atomMoment);

/** True where two cost about the same, and each centre of one lies beside its nearest of the other. */
function isBeside(core: Core, a: Found, b: Found): boolean {
  if (!isSame(core, a.value, b.value, ALIKE)) return false;
  const { k, origin } = core;
  const dims = origin.length;
  for (let j = 0; j < k; j++) {
    let least = Infinity;
    for (let o = 0; o < k; o++) {
      let square = 0;
      for (let d = 0; d < dims; d++) {
        const x = a.sites.centroid[j * dims + d]! - b.sites.centroid[o * dims + d]!;
        square += x * x;
      }
      if (square < least) least = square;
    }
    if (!(least <= BESIDE * BESIDE * a.dual.spacing2[j]!)) return false;
  }
  return true;
}

/**
 * The dual with the mass of the points as its only metric: several go together as a rule, so the centres are nearly the
 * same, with a third of the prices.
 * @param cloud the points with that metric alone
 */
function meanDual(
  { k, metrics }: Core,
  { envelope, target, band, scale, rivals, allowed }: Dual,
  cloud: Cloud,
): Dual {
  let mass = 0;
  for (const u of cloud.u) mass += u;
  const mean = (values: Float64Array) => {
    const out = new Float64Array(k);
    for (let i = 0; i < values.length; i++) out[(i / metrics) | 0]! += values[i]! / metrics;
    return out;
  };
  const net = mean(target).map((t) => Math.max(0, t));
  const total = net.reduce((a, b) => a + b, 0);
  const part = total > 0 ? mass / total : 1;
  return new Dual(
    new Envelope(cloud, envelope.choices),
    net.map((t) => t * part),
    mean(band),
    mean(scale),
    rivals,
    allowed,
  );
}
