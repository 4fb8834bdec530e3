import type { Settings } from '../settings';
import type { Explanation } from './rule';

/** A limit on the plan as a whole: how much may change owner. It forbids no single move. */
export interface CapRule {
  readonly id: 'cap';
  /** At most these fractions of the accounts and of the money held today move; absent: no limit. */
  readonly limit: Settings['cap'];
  /**
   * Why the tolerances cannot be met: moves (or money) allowed, and about how much it takes.
   * @param by `accounts`, `money`, or the name of a limit on a class of moves
   */
  readonly explain: (by: string, allowed: number, needed: number) => Explanation<'cap'>;
}

export const capRule = ({ cap }: Settings): CapRule => ({
  id: 'cap',
  limit: cap,
  explain: (by, allowed, needed) => ({ rule: 'cap', params: { by, allowed, needed } }),
});
