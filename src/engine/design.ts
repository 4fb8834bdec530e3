import { BorderBuilder, wholeBorder, type Border } from './border';
import { mergeCells } from './cells';
import { weightOf } from './cloud';
import { buildCore, fixedCost, mayGo, offsetOf } from './core';
import { Dual } from './dual';
import { Envelope, type Choices } from './envelope';
import { checkFeasibility } from './feasibility';
import { Ledger } from './ledger';
import { balancedLloyd } from './lloyd';
import { describe, rivalsOf, spreadAtoms } from './outcome';
import { polish } from './polish';
import type { Design, Problem, Progress, Stage } from './problem';
import { seedCentres } from './starts';
import { seatsFor } from './seats';
import { Sites } from './sites';
import { validate } from './validate';
import { unbalancedKm } from './unbalanced';

/** Runs a job to its end without listening to its progress. */
export function runToEnd<T>(job: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = job.next();
    if (done) return value as T;
  }
}

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
  const core = buildCore(problem, problem.keep > 0);
  const { k, cloud, metrics } = core;
  const feasibility = checkFeasibility(core);
  const net = core.target.map((t, i) => t - core.fixedLoad[i]!);
  const rivals = rivalsOf(core);
  const choices: Choices = {
    k,
    allowed: (group, j) => mayGo(core, group, j),
    offset: (group, j) => offsetOf(core, group, j, problem.keep),
  };

  yield progress('seed', 0.02, NaN);
  const hasSpace = cloud.groups.some((g) => g.placed);
  const cells = mergeCells(cloud, Math.max(2000, 50 * k));
  const cellDual = () => new Dual(new Envelope(cells, choices), net, core.band, core.target, rivals);
  let best: { sites: Sites; dual: Dual; value: number } | null = null;
  const starts: Float64Array[] = hasSpace ? seedCentres(core, cells) : [new Float64Array(k * cloud.dims)];
  let at = 0;
  for (const start of starts) {
    const sites = new Sites(core, start);
    const dual = cellDual();
    sites.apply(dual);
    let value = 0;
    if (hasSpace) {
      const rounds = balancedLloyd(sites, dual, {
        rounds: Math.ceil(60 * problem.effort),
        eta: 0.2,
        settle: 3e-4,
      });
      for (;;) {
        const step = rounds.next();
        if (step.done) {
          value = step.value;
          break;
        }
        yield progress('balance', 0.05 + (0.4 * at) / starts.length, step.value);
      }
    }
    at++;
    if (!best || value < best.value) best = { sites, dual, value };
  }
  const { sites, dual: coarse } = best!;

  const dual = new Dual(new Envelope(cloud, choices), net, core.band, core.target, rivals);
  dual.prices.set(coarse.prices);
  sites.apply(dual);
  if (hasSpace && metrics > 0) {
    for (const eta of [0.1, 0.05]) {
      yield progress('refine', 0.5, dual.climb(eta, 0.01, 20));
      sites.recentre(dual.envelope, dual);
    }
    for (const eta of [0.05, 0.02, 0.006, 0.002, 0.0007])
      yield progress('refine', 0.6, dual.climb(eta, 1e-3, 20));
  }
  const out = new Int32Array(cloud.n);
  dual.assign(out);
  const constant = fixedCost(core, dual.centres, dual.constants) + core.familySpread;

  const ledger = new Ledger(core, out, dual.centres, dual.constants, problem.keep);
  if (!hasSpace) fillEmptiest(ledger);
  const border = hasSpace && cloud.n > 3000 && metrics > 0 ? borderOf(dual) : wholeBorder(ledger);
  const polishing = polish(ledger, border, Math.ceil(20000 * problem.effort));
  let steps = dual.steps + coarse.steps;
  for (;;) {
    const step = polishing.next();
    if (step.done) {
      steps += step.value;
      break;
    }
    yield progress('repair', 0.8, Math.sqrt(step.value));
  }

  const cost = ledger.totalCost() + constant;
  dual.assign(null);
  const bound = dual.bound(ledger.reachedBand()) + core.atomMoment + constant;

  yield progress('match', 0.9, NaN);
  const seat = seatsFor(core, out, sites);
  for (let i = 0; i < out.length; i++) out[i] = seat[out[i]!]!;
  const centres = new Float64Array(k * cloud.dims);
  for (let j = 0; j < k; j++) {
    for (let d = 0; d < cloud.dims; d++) {
      centres[seat[j]! * cloud.dims + d] = sites.centroid[j * cloud.dims + d]! + core.origin[d]!;
    }
  }
  yield progress('explain', 0.95, NaN);
  return describe(core, {
    assignment: spreadAtoms(core, out),
    centres,
    cost: hasSpace ? cost : NaN,
    bound: hasSpace ? bound : NaN,
    meanKmUnbalanced: hasSpace ? unbalancedKm(core, sites, cells, choices) : NaN,
    toleranceFloor: feasibility.toleranceFloor,
    obstacles: feasibility.obstacles,
    steps,
  });
}

/** Atoms within a tenth of the squared spacing of another territory's price. */
function borderOf(dual: Dual): Border {
  const builder = new BorderBuilder();
  dual.border(0.3, (atom, territories, values, count) => builder.add(atom, territories, values, count));
  return builder.done();
}

/** Largest first to the emptiest territory: the start where nothing need be compact (Graham 1969). */
function fillEmptiest(ledger: Ledger): void {
  const { core, out, load } = ledger;
  const { k, metrics, target, cloud, fixedLoad } = core;
  if (metrics === 0) {
    const count = new Float64Array(k);
    for (let i = 0; i < cloud.n; i++)
      place(
        i,
        (j) => count[j]! / core.problem.share[j]!,
        (j) => count[j]!++,
      );
    return;
  }
  load.set(fixedLoad);
  const order = Array.from({ length: cloud.n }, (_, i) => i).sort(
    (a, b) => cloud.u[b]! - cloud.u[a]! || a - b,
  );
  for (const i of order) {
    const full = (j: number) => {
      let worst = 0;
      for (let m = 0; m < metrics; m++) {
        const at = j * metrics + m;
        worst = Math.max(worst, (load[at]! + weightOf(cloud, i, m)) / target[at]!);
      }
      return worst;
    };
    place(i, full, (j) => {
      for (let m = 0; m < metrics; m++) load[j * metrics + m]! += weightOf(cloud, i, m);
    });
  }
  ledger.refresh();

  function place(i: number, fullness: (j: number) => number, put: (j: number) => void): void {
    let best = -1;
    let least = Infinity;
    for (let j = 0; j < k; j++) {
      if (!ledger.allowed(i, j)) continue;
      const f = fullness(j) + ledger.cost(i, j) * 1e-12;
      if (f < least) {
        least = f;
        best = j;
      }
    }
    out[i] = best;
    put(best);
  }
}
