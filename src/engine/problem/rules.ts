import { bind, FREE, HOPELESS, type Binding } from './families';
import type { Problem } from './contract';
import { validate, validateAssignment } from './validate';

/** A hard rule that an assignment breaks, and for which account. */
export interface Broken {
  readonly account: number;
  readonly rule: 'pin' | 'eligible' | 'family' | 'unassigned';
}

/**
 * The hard rules that an assignment breaks: accounts away from their pin, in a territory that is not eligible,
 * apart from their family, or without a territory although one is eligible.
 * @throws EngineError if the problem or the assignment breaks its contract
 */
export function brokenRules(problem: Problem, assignment: ArrayLike<number>): Broken[] {
  validate(problem);
  validateAssignment(problem, assignment);
  return findBroken(problem, bind(problem), assignment);
}

/** As `brokenRules`, for input already checked. */
export function findBroken(problem: Problem, binding: Binding, assignment: ArrayLike<number>): Broken[] {
  const { territories: k, pinned, classOf, eligible } = problem;
  const { fixed, heads, next } = binding;
  const broken: Broken[] = [];
  for (let i = 0; i < problem.accounts; i++) {
    const j = assignment[i]!;
    const must = fixed[i]!;
    if (j < 0) {
      if (must !== HOPELESS) broken.push({ account: i, rule: 'unassigned' });
    } else if (pinned[i]! >= 0) {
      if (j !== pinned[i]) broken.push({ account: i, rule: 'pin' });
    } else if (eligible[classOf[i]! * k + j] !== 1) {
      broken.push({ account: i, rule: 'eligible' });
    } else if (must !== FREE && must !== j) {
      broken.push({ account: i, rule: 'family' });
    }
  }
  if (!next) return broken;
  for (const h of heads) {
    for (let i = next[h]!; i >= 0; i = next[i]!) {
      if (assignment[i] !== assignment[h]) broken.push({ account: i, rule: 'family' });
    }
  }
  return broken;
}
