import { weightOf, type Cloud } from './problem/cloud';
import { buildCore, type Core } from './problem/core';
import { accountsApart, seatOf, setApart } from './problem/apart';
import { bind } from './problem/families';
import { checkFeasibility } from './problem/feasibility';
import { measuresOf } from './problem/measures';
import { spreadAtoms } from './problem/atoms';
import { joined } from './whole/connect';
import type { Design, Problem, Progress, Stage } from './problem/contract';
import { validate } from './problem/validate';
import { seatsFor } from './centres/seats';
import { compete } from './centres/compete';
import { cellsOf, choicesOf, warmed, type Found } from './centres/solve';
import { seedCentres } from './centres/starts';
import type { Attempt } from './whole/attempt';
import { certificateOf } from './whole/certificate';
import { contest } from './whole/contest';
import { Ledger } from './whole/ledger';
import { rebalance } from './standing/rebalance';
import { Standing } from './standing/standing';
import { designWithinCap, needsCap } from './handover/capped';
import { describe } from './handover/outcome';
import { designFromToday, todayIsBetter } from './handover/today';
import { unbalancedKm } from './handover/unbalanced';
import { relay } from './relay';

/** In plans of up to so many atoms whose cost is this part above the bound so many more batches of starts are tried. */
const POOR_ATOMS = 1000;
const POOR = 0.03;
const MORE = 2;

function progress(stage: Stage, done: number, worstDeviation: number): Progress {
  return { stage, done, worstDeviation };
}

/**
 * Designs territories: feasibility, seeds, balanced Lloyd on micro-cells, prices on all points, repair and
 * descent, seats, explanation (README.md). Yields between rounds; dropping the generator cancels.
 * @throws EngineError if the problem breaks its contract
 */
export function* design(problem: Problem): Generator<Progress, Design> {
  validate(problem);
  yield progress('check', 0, NaN);
  const { known } = problem;
  if (known && needsCap(problem, known.assignment)) return yield* designWithinCap(problem, known);
  const binding = bind(problem);
  const measures = measuresOf(problem, binding);
  const feasibility = checkFeasibility(problem, binding, measures);
  const rest = setApart(problem, binding, measures, seatOf(problem, binding)) ?? {
    binding,
    measures,
    closed: new Uint8Array(problem.territories),
    heads: [],
  };
  const { aim } =
    rest.binding === binding
      ? feasibility
      : checkFeasibility(problem, rest.binding, rest.measures, rest.closed);
  const core = { ...buildCore(problem, false, rest), aim };
  const { k, cloud } = core;

  let cells: Cloud | null = null;
  let best: Attempt | null = null;
  let steps = 0;
  if (cloud.groups.some((g) => g.placed)) {
    yield progress('seed', 0.02, NaN);
    cells = cellsOf(core);
    ({ best, steps } = yield* bestOf(core, cells, feasibility.obstacles.length > 0));
  }
  const ledger =
    best?.ledger ??
    new Ledger(
      core,
      new Int32Array(cloud.n),
      new Float64Array(k * cloud.dims),
      new Float64Array(k),
      problem.keep,
    );
  const { out } = ledger;
  if (!best) {
    fillEmptiest(ledger);
    const standing = new Standing(problem, spreadAtoms(core, out));
    steps += yield* rebalance(standing, problem.current);
    for (let t = 0; t < out.length; t++) out[t] = standing.assignment[core.head[t]!]!;
    ledger.recount();
  }
  if (best) steps += joined(ledger, best.solved.dual);
  const solved = best?.solved;
  const certified = solved
    ? certificateOf(core, solved.dual)(ledger)
    : { cost: NaN, bound: NaN, boundAsEven: NaN };

  yield progress('match', 0.9, NaN);
  // Where keeping took part in the prices, seats were given before (centres/solve.ts).
  const seat = problem.keep > 0 ? null : seatsFor(core, out, solved?.sites.centroid ?? null);
  if (seat) for (let i = 0; i < out.length; i++) out[i] = seat[out[i]!]!;
  const assignment = spreadAtoms(core, out);
  if (seat) for (const i of accountsApart(binding, core.apart)) assignment[i] = seat[assignment[i]!]!;
  const placed = new Float64Array(k * cloud.dims);
  for (let j = 0; j < k; j++) {
    for (let d = 0; d < cloud.dims; d++) {
      const c = solved ? solved.sites.centroid[j * cloud.dims + d]! : 0;
      placed[(seat ? seat[j]! : j) * cloud.dims + d] = c + core.origin[d]!;
    }
  }
  yield progress('explain', 0.95, NaN);
  const design = describe(problem, binding, {
    assignment,
    centres: placed,
    ...certified,
    meanKmUnbalanced:
      solved && cells ? unbalancedKm(core, solved.sites.centroid, cells, choicesOf(core, 0)) : NaN,
    toleranceFloor: feasibility.toleranceFloor,
    obstacles: feasibility.obstacles,
    steps,
  });
  if (needsCap(problem, design.assignment)) return yield* designWithinCap(problem, design);
  if (todayIsBetter(problem, binding, measures, design.assignment)) {
    return yield* designFromToday(problem, binding, steps);
  }
  return design;
}

/**
 * The best of the searches, and of more batches of starts where a small plan is poor.
 * @param isHopeless nobody can come within the tolerances: the first search is enough
 */
function* bestOf(
  core: Core,
  cells: Cloud,
  isHopeless: boolean,
): Generator<Progress, { readonly best: Attempt | null; readonly steps: number }> {
  let best: Attempt | null = null;
  let steps = 0;
  const enough = () => best !== null && (!best.ledger.isOff() || isHopeless);
  for (const search of searches(core, cells)) {
    best = yield* contest(core, yield* relay(search, 'balance', 0.05, 0.5), best);
    steps = best?.steps ?? 0;
    // Another search only where it may come within the tolerances.
    if (enough()) break;
  }
  for (let batch = 1; batch <= MORE && best !== null && enough() && isPoor(core, best); batch++) {
    const more = compete(core, cells, seedCentres(core, cells, batch));
    best = yield* contest(core, yield* relay(more, 'repair', 0.5, 0.6), best);
    steps = best?.steps ?? steps;
  }
  return { best, steps };
}

/** True where a small plan costs so much more than its bound that whole accounts must be badly placed, and others may be better. */
function isPoor(core: Core, { solved, ledger }: Attempt): boolean {
  if (core.metrics !== 1 || core.cloud.n > POOR_ATOMS || ledger.isOff()) return false;
  const { cost, boundAsEven } = certificateOf(core, solved.dual)(ledger);
  return cost > (1 + POOR) * boundAsEven;
}

/** Where to look for starts: at the centres of what is known, then everywhere. */
function* searches(core: Core, cells: Cloud): Generator<Generator<number, readonly Found[]>> {
  const { known } = core.problem;
  if (known?.centres.every((c) => c === c))
    yield warmed(
      core,
      cells,
      known.centres.map((c, at) => c - core.origin[at % core.origin.length]!),
    );
  yield compete(core, cells, seedCentres(core, cells));
}

/**
 * The start where nothing need be compact: what somebody holds stays with him, and the rest goes, largest first, to
 * the emptiest territory (Graham 1969).
 */
function fillEmptiest(ledger: Ledger): void {
  const { core, out, load } = ledger;
  const { k, metrics, target, cloud, fixedLoad } = core;
  load.set(fixedLoad);
  const count = new Float64Array(k);
  const order = Array.from({ length: cloud.n }, (_, i) => i);
  order.sort((a, b) => cloud.u[b]! - cloud.u[a]! || a - b);
  const isHeld = new Uint8Array(cloud.n);
  for (let i = 0; i < cloud.n; i++) {
    const holder = core.problem.current[core.head[i]!]!;
    if (holder < 0 || !ledger.allowed(i, holder)) continue;
    isHeld[i] = 1;
    take(i, holder);
  }
  for (const i of order) {
    if (isHeld[i]) continue;
    let best = -1;
    let least = Infinity;
    for (let j = 0; j < k; j++) {
      if (!ledger.allowed(i, j)) continue;
      let full = metrics === 0 ? count[j]! / core.problem.share[j]! : 0;
      for (let m = 0; m < metrics; m++) {
        full = Math.max(full, (load[j * metrics + m]! + weightOf(cloud, i, m)) / target[j * metrics + m]!);
      }
      if (full < least) {
        least = full;
        best = j;
      }
    }
    take(i, best);
  }

  function take(i: number, j: number): void {
    out[i] = j;
    count[j]!++;
    for (let m = 0; m < metrics; m++) load[j * metrics + m]! += weightOf(cloud, i, m);
  }
}
