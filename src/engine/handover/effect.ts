import type { Design, Problem } from '../problem/contract';

/** What moving one account would do to the index (load ÷ target) of both territories. M values each. */
export interface Effect {
  readonly account: number;
  readonly from: number;
  readonly to: number;
  readonly fromIndex: { readonly before: Float64Array; readonly after: Float64Array };
  readonly toIndex: { readonly before: Float64Array; readonly after: Float64Array };
  /** km (feature units) farther from its centre; negative: nearer. NaN without a place. */
  readonly extraKm: number;
}

/**
 * The arithmetic behind an account's place: what it would change to give it to its runner-up. Members of its
 * family are not moved along.
 * @returns undefined if it is unassigned or has no runner-up
 */
export function effectOf(problem: Problem, design: Design, account: number): Effect | undefined {
  const from = design.assignment[account] ?? -1;
  const to = design.runnerUp[account] ?? -1;
  if (from < 0 || to < 0) return undefined;
  const index = (j: number, sign: number) =>
    Float64Array.from(problem.metrics, ({ weight }, q) => {
      const at = j * problem.metrics.length + q;
      const target = design.target[at]!;
      return target > 0 ? (design.load[at]! + sign * weight[account]!) / target : NaN;
    });
  return {
    account,
    from,
    to,
    fromIndex: { before: index(from, 0), after: index(from, -1) },
    toIndex: { before: index(to, 0), after: index(to, 1) },
    extraKm: design.runnerUpExtraKm[account]!,
  };
}
