import { buildCore } from '../problem/core';
import { holderOf, setApart } from '../problem/apart';
import { bind } from '../problem/families';
import { checkFeasibility } from '../problem/feasibility';
import { centresOf } from '../problem/figures';
import { certificateOf } from '../whole/certificate';
import { Ledger } from '../whole/ledger';
import { measuresOf } from '../problem/measures';
import { describe } from './outcome';
import type { Design, Problem } from '../problem/contract';
import { rivalsOf } from '../problem/atoms';
import { findBroken } from '../problem/rules';
import { Sites } from '../centres/sites';
import { cellsOf, choicesOf, dualOf } from '../centres/solve';
import { unbalancedKm } from './unbalanced';
import { validate, validateAssignment } from '../problem/validate';

/**
 * Describes any assignment (N territories, −1 for none) as if it were a design: the plan of today, or one with
 * manual edits. It need not keep the rules; then there is no bound (NaN).
 * @throws EngineError if the problem or the assignment breaks its contract
 */
export function evaluate(problem: Problem, assignment: ArrayLike<number>): Design {
  validate(problem);
  validateAssignment(problem, assignment);
  const binding = bind(problem);
  const measures = measuresOf(problem, binding);
  const plan = Int32Array.from(assignment);
  const { obstacles, toleranceFloor, aim } = checkFeasibility(problem, binding, measures);
  const apart = setApart(problem, binding, measures, holderOf(plan));
  const closed = new Uint8Array(problem.territories); // what stands there may stay
  const whole = buildCore(problem, false, {
    binding,
    measures: apart?.measures ?? measures,
    closed,
    heads: [],
  });
  const core = { ...whole, aim: apart ? apart.measures.target : aim };
  const centres = centresOf(problem, measures, plan);
  const rest = { assignment: plan, centres, toleranceFloor, obstacles, steps: 0 };
  const cells = cellsOf(core);
  const inner = new Float64Array(centres.length);
  for (let at = 0; at < inner.length; at++) {
    const c = centres[at]!;
    inner[at] = c === c ? c - core.origin[at % problem.dims]! : 0;
  }
  const placed = core.cloud.groups.some((g) => g.placed);
  const meanKmUnbalanced = placed ? unbalancedKm(core, inner, cells, choicesOf(core, 0)) : NaN;
  if (!placed || centres.some((c) => c !== c) || findBroken(problem, binding, plan).length > 0) {
    return describe(problem, binding, { ...rest, cost: NaN, bound: NaN, boundAsEven: NaN, meanKmUnbalanced });
  }

  // Any prices give a bound; those that balance the cells at these centres are nearly the best ones.
  const rivals = rivalsOf(core);
  const sites = new Sites(core, inner);
  const coarse = dualOf(core, cells, problem.keep, rivals);
  sites.apply(coarse);
  for (const eta of [1, 0.3, 0.1]) {
    coarse.smooth(eta);
    coarse.climb(5e-3, 20, true);
  }
  const dual = dualOf(core, core.cloud, problem.keep, rivals);
  dual.prices.set(coarse.prices);
  sites.apply(dual);
  for (const eta of [0.1, 0.03]) {
    dual.smooth(eta);
    dual.climb(2e-3, 15, true);
  }
  const out = core.head.map((h) => plan[h]!);
  const ledger = new Ledger(core, out, dual.centres, dual.constants, problem.keep);
  return describe(problem, binding, { ...rest, ...certificateOf(core, dual)(ledger), meanKmUnbalanced });
}
