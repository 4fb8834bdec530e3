import type { Problem } from '../../src/engine';
import { choices, families } from './checker';

/** An account or a family that stays together, and where it may go. */
interface Atom {
  readonly members: readonly number[];
  readonly open: readonly number[];
}

/**
 * The targets of a plan by the words of `SetApart` alone: K × M, the territories that are set apart, and the accounts
 * that are there for want of a choice. For problems in one pool whose families are not torn.
 */
export function restOf(
  problem: Problem,
  plan: ArrayLike<number>,
): { target: number[]; closed: boolean[]; apart: ReadonlySet<number> } {
  const { territories: k, metrics, share } = problem;
  const placeable = [...Array(problem.accounts).keys()].filter((i) => choices(problem, i).length > 0);
  const together = families(problem).filter(({ open }) => open.length > 0);
  const alone = placeable.filter((i) => !together.some(({ members }) => members.includes(i)));
  const atoms: Atom[] = [...together, ...alone.map((i) => ({ members: [i], open: choices(problem, i) }))];
  const sum = (members: readonly number[], m: number) =>
    members.reduce((s, i) => s + metrics[m]!.weight[i]!, 0);
  const total = metrics.map((_, m) => sum(placeable, m));
  const first = total.findIndex((x) => x > 0);
  const closed = new Array<boolean>(k).fill(false);
  const stuck = atoms
    .filter(({ open }) => open.length === 1)
    .map(({ members, open }) => ({ members, j: open[0]! }));
  let free = atoms.filter(({ open }) => open.length > 1);

  const held = (j: number, m: number) =>
    stuck.reduce((s, atom) => s + (atom.j === j ? sum(atom.members, m) : 0), 0);
  const targetOf = (j: number, m: number): number => {
    if (closed[j]) return held(j, m);
    let left = total[m]!;
    let shares = 0;
    for (let o = 0; o < k; o++) {
      if (closed[o]) left -= held(o, m);
      else shares += share[o]!;
    }
    return (left * share[j]!) / shares;
  };
  const isFree = (j: number, but?: Atom) =>
    !closed[j] &&
    free.every((a) => a === but || !a.open.includes(j) || a.open.some((o) => o !== j && !closed[o]));

  for (let more = first >= 0 && k > 1; more;) {
    more = false;
    const limit = closed.map((_, j) => targetOf(j, first) * (1 + metrics[first]!.tolerance) * (1 + 1e-9));
    const full = closed.map((shut, j) => !shut && held(j, first) > limit[j]!);
    for (let j = 0; j < k; j++) {
      if (!full[j] || !isFree(j)) continue;
      closed[j] = true;
      more = true;
    }
    const large = free.filter(({ members, open }) => {
      const rooms = open.filter((j) => !closed[j]).map((j) => limit[j]!);
      return rooms.length > 0 && Math.max(...rooms) > 0 && sum(members, first) > Math.max(...rooms);
    });
    large.sort((a, b) => sum(b.members, first) - sum(a.members, first));
    for (const atom of large) {
      const j = plan[atom.members[0]!]!;
      if (j < 0 || !(closed[j] || isFree(j, atom))) continue;
      stuck.push({ members: atom.members, j });
      free = free.filter((a) => a !== atom);
      closed[j] = true;
      more = true;
    }
  }
  const target = Array.from({ length: k * metrics.length }, (_, at) =>
    targetOf(Math.floor(at / metrics.length), at % metrics.length),
  );
  const apart = stuck.filter(({ j }) => closed[j]).flatMap(({ members }) => members);
  return { target, closed, apart: new Set(apart) };
}

/** M values: what lies beyond the tolerances of the rest, summed over its territories, as fractions of target. */
export function restExcesses(problem: Problem, plan: ArrayLike<number>): number[] {
  const { target, closed } = restOf(problem, plan);
  return problem.metrics.map(({ weight, tolerance }, m) => {
    let excess = 0;
    closed.forEach((shut, j) => {
      const goal = target[j * problem.metrics.length + m]!;
      if (shut || !(goal > 0)) return;
      let load = 0;
      for (let i = 0; i < problem.accounts; i++) if (plan[i] === j) load += weight[i]!;
      excess += Math.max(0, Math.abs(load / goal - 1) - tolerance - 1e-9);
    });
    return excess;
  });
}
