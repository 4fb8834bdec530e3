import type { Problem } from '../problem/contract';
import { limitedStakes } from '../problem/leaving';

/**
 * The problem as prices take it: what may not leave at all by some limit stays, and no toll need say so. A family stays as
 * a whole, if it is in one territory.
 */
export function sparing(problem: Problem): Problem {
  const { cap, limits, current, classOf, eligible, territories: k, pinned, family } = problem;
  const none = limitedStakes(problem).filter(({ allowed }) => allowed === 0);
  if (none.length === 0) return problem;
  const counts = (i: number) => none.some(({ of }) => of(i) > 0);
  const mayStay = (i: number) => {
    const today = current[i]!;
    return today >= 0 && (pinned[i]! < 0 ? eligible[classOf[i]! * k + today] === 1 : pinned[i] === today);
  };
  const torn = new Set<number>();
  const counted = new Set<number>();
  const home = new Map<number, number>();
  family.forEach((id, i) => {
    if (id < 0) return;
    if (counts(i)) counted.add(id);
    if (!mayStay(i) || (home.get(id) ?? current[i]) !== current[i]) torn.add(id);
    home.set(id, current[i]!);
  });
  const stays = (i: number) => {
    const id = family[i]!;
    return id < 0 ? mayStay(i) && counts(i) : counted.has(id) && !torn.has(id);
  };
  const some = (part = 1) => (part === 0 ? 1 : part);
  return {
    ...problem,
    ...(cap ? { cap: { accounts: some(cap.accounts), money: some(cap.money) } } : {}),
    ...(limits ? { limits: limits.filter(({ most }) => most !== 0) } : {}),
    pinned: pinned.map((j, i) => (stays(i) ? current[i]! : j)),
  };
}
