import { meanKmOf } from '../carve/mean-km';
import { suggestion, type Suggestion } from './advice';
import { carveInput } from './carve-input';
import type { StandingPlan } from './standing-plan';
import type { Understanding } from './understanding/understand';

/** Several accounts that would go to one territory, and what that would do. */
export interface Several {
  readonly standing: StandingPlan;
  /** Index of the territory. */
  readonly to: number;
  readonly selected: number;
  /** Those of them that are elsewhere. */
  readonly suggestion: Suggestion;
  /** How many of these are locked where they are. */
  readonly locked: number;
  /** What goes with them; NaN where no money is known. */
  readonly money: number;
  /** Mean distance to the centres of all territories, km; NaN where no place is known. */
  readonly before: number;
  readonly after: number;
}

/** @param accounts that are selected */
export function severalTo(
  accounts: readonly number[],
  to: number,
  understanding: Pick<Understanding, 'settings' | 'list' | 'choices'>,
  standing: StandingPlan,
): Several {
  const { choices } = understanding;
  const { assignment } = standing;
  const moves = accounts.flatMap((account) => {
    const from = assignment[account] ?? -1;
    return from === to ? [] : [{ account, from, to }];
  });
  const then = Int32Array.from(assignment);
  for (const { account } of moves) then[account] = to;
  const input = carveInput(understanding);
  return {
    standing,
    to,
    selected: accounts.length,
    suggestion: suggestion(understanding, moves, NaN),
    locked: moves.filter(({ account }) => (choices.locks.seat[account] ?? -1) >= 0).length,
    money:
      choices.money === undefined
        ? NaN
        : moves.reduce((sum, { account }) => sum + Math.max(0, choices.money?.[account] ?? 0), 0),
    before: meanKmOf(input, assignment),
    after: meanKmOf(input, then),
  };
}
