import { rulesOf } from '../carve/classes';
import { admitsTo } from '../plan/rules/rule';
import { togetherOf } from '../plan/together';
import { isToldBySeats } from './advice';
import { carveInput } from './carve-input';
import { unitOfEach, type Objection } from './objections';
import type { StandingPlan } from './standing-plan';
import type { Understanding } from './understanding/understand';

/**
 * Accounts that stand where the rules of the plan would not have put them, since something about them has changed: they
 * crossed a segment line, moved to another region, are carried by a partner now, or came under another parent, or to another place that is whole. Locked
 * ones, and those that somebody put there by hand, stay.
 * @returns by account, in the order of the list; none where the team cannot tell whose territory is whose
 */
export function outOfPlace(
  understanding: Pick<Understanding, 'settings' | 'list' | 'choices'>,
  standing: StandingPlan,
): ReadonlyMap<number, Objection> {
  if (!isToldBySeats(understanding, standing)) return new Map();
  const { choices, list, settings } = understanding;
  const { assignment } = standing;
  const rules = rulesOf(carveInput(understanding)).eligibility;
  const together = togetherOf(list.accounts, settings);
  const home = homesOf(together, assignment);
  const unitAt = unitOfEach(list.accounts, settings);
  const found = new Map<number, Objection>();
  assignment.forEach((at, account) => {
    if (at < 0 || (choices.locks.seat[account] ?? -1) >= 0) return;
    const against = rules.find((rule) => !admitsTo(rule, account, at));
    if (against !== undefined) {
      found.set(account, { code: 'rule', by: against.explain(account) });
      return;
    }
    const counts = home.get(together[account] ?? -1);
    if (counts === undefined) return;
    const [most, apart] = mostIn(counts);
    // One that may not go to where its family is was torn from it by a rule.
    if (most === at || !rules.every((rule) => admitsTo(rule, account, most))) return;
    found.set(account, { code: 'apart', from: apart, unit: unitAt(account) });
  });
  return found;
}

/** How many accounts of each family are in each territory, of those that are in more than one. */
function homesOf(family: Int32Array, assignment: Int32Array): Map<number, Map<number, number>> {
  const homes = new Map<number, Map<number, number>>();
  family.forEach((id, account) => {
    const at = assignment[account] ?? -1;
    if (id < 0 || at < 0) return;
    const counts = homes.get(id) ?? new Map<number, number>();
    counts.set(at, (counts.get(at) ?? 0) + 1);
    homes.set(id, counts);
  });
  return new Map([...homes].filter(([, counts]) => counts.size > 1));
}

/** The territory with most of a family, the first of equals, and how many are there. */
const mostIn = (counts: ReadonlyMap<number, number>): readonly [territory: number, accounts: number] =>
  [...counts].reduce((best, one) =>
    one[1] > best[1] || (one[1] === best[1] && one[0] < best[0]) ? one : best,
  );
