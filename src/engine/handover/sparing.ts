import type { Problem } from '../problem/contract';

/**
 * The problem as prices take it: where no money may move, what has any stays, and no toll need say so. A family stays as a
 * whole, if it is in one territory.
 */
export function sparing(problem: Problem): Problem {
  const { cap, money, current, classOf, eligible, territories: k, pinned, family } = problem;
  if (!cap || cap.money > 0) return problem;
  const mayStay = (i: number) => {
    const today = current[i]!;
    return today >= 0 && (pinned[i]! < 0 ? eligible[classOf[i]! * k + today] === 1 : pinned[i] === today);
  };
  const torn = new Set<number>();
  const worthy = new Set<number>();
  const home = new Map<number, number>();
  family.forEach((id, i) => {
    if (id < 0) return;
    if (money?.[i] !== 0) worthy.add(id);
    if (!mayStay(i) || (home.get(id) ?? current[i]) !== current[i]) torn.add(id);
    home.set(id, current[i]!);
  });
  const stays = (i: number) => {
    const id = family[i]!;
    return id < 0 ? mayStay(i) && money?.[i] !== 0 : worthy.has(id) && !torn.has(id);
  };
  return {
    ...problem,
    cap: { ...cap, money: 1 },
    pinned: pinned.map((j, i) => (stays(i) ? current[i]! : j)),
  };
}
