import type { Notice } from '../design';

/** Why a rule binds: its id, and what the sentences about it in `text/` need. */
export interface Explanation<Id extends string = string, Params = Parameters> {
  readonly rule: Id;
  readonly params: Readonly<Params>;
}

type Parameters = Record<string, string | number>;

/**
 * A rule over the accounts and seats of one plan. It puts the accounts it speaks of into groups that it
 * treats alike, says to which seats a group may go, and explains itself.
 */
export interface Rule<Id extends string = string, Params = Parameters> {
  readonly id: Id;
  /** N values: group of an account, from 0 on; −1 where the rule does not speak of it. */
  readonly groupOf: Int32Array;
  /** How many groups there are. */
  readonly groups: number;
  /** Whether accounts of a group may go to a seat. */
  readonly admits: (group: number, seat: number) => boolean;
  /** Why it binds an account of which it speaks. */
  readonly explain: (account: number) => Explanation<Id, Params>;
  /** What of the rule itself could not be understood. */
  readonly notices?: readonly Notice[];
}

/** Whether a rule lets an account go to a seat. */
export const admitsTo = (rule: Rule, account: number, seat: number): boolean => {
  const group = rule.groupOf[account] ?? -1;
  return group < 0 || rule.admits(group, seat);
};

/**
 * The rule that decides on an account, where rules narrow its choice one after the other: the first after
 * which at most `left` seats remain. Undefined if more remain after all of them, or there never were more.
 */
export function decidedBy<R extends Rule>(
  rules: readonly R[],
  seats: number,
  account: number,
  left: 0 | 1,
): R | undefined {
  if (seats <= left) return undefined;
  let open = Array.from({ length: seats }, (_, j) => j);
  for (const rule of rules) {
    const group = rule.groupOf[account] ?? -1;
    if (group < 0) continue;
    open = open.filter((j) => admitsTo(rule, account, j));
    if (open.length <= left) return rule;
  }
  return undefined;
}
