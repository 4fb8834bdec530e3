import type { Budget } from './budget';
import type { Standing } from './standing';

/** A plan this far out (surplus as a fraction of all load, or a territory beyond these indices) needs more than repair. */
const SURPLUS = 0.1;
const FULL = 2;
const BARE = 0.5;
/** Receivers are filled alike up to this difference of index, within which the nearest gets an atom. */
const EVEN = 0.1;

/** True where so much has to move that single best moves would take long to find. */
export function isLopsided(standing: Standing): boolean {
  const { k, metrics, load, measures } = standing;
  for (let m = 0; m < metrics; m++) {
    let surplus = 0;
    for (let j = 0; j < k; j++) {
      const index = load[j * metrics + m]! / measures.target[j * metrics + m]!;
      if (index > FULL || index < BARE) return true;
      if (index > 1) surplus += (load[j * metrics + m]! - measures.target[j * metrics + m]!) / k;
    }
    if (surplus > SURPLUS) return true;
  }
  return false;
}

/**
 * Relieves overfull territories wholesale: their heaviest atoms, of which the fewest are needed, go to the
 * nearest eligible territory that has room, as long as the budget lasts. Fine work is left to repair.
 * @returns atoms moved
 */
export function shed(standing: Standing, budget: Budget): number {
  const { k, metrics, binding, assignment, measures } = standing;
  const { target, band } = measures;
  if (metrics === 0) return 0;
  const lists: number[][] = Array.from({ length: k }, () => []);
  for (const head of binding.heads) if (assignment[head]! >= 0) lists[assignment[head]!]!.push(head);
  const fullness = (j: number, head = -1): number => {
    let worst = 0;
    for (let m = 0; m < metrics; m++) {
      const more = head < 0 ? 0 : standing.weight(head, m);
      worst = Math.max(worst, (standing.load[j * metrics + m]! + more) / target[j * metrics + m]!);
    }
    return worst;
  };
  const overfull = (j: number): boolean => {
    for (let m = 0; m < metrics; m++) {
      const at = j * metrics + m;
      if (standing.load[at]! > target[at]! + band[at]!) return true;
    }
    return false;
  };
  let moved = 0;
  const order = Array.from({ length: k }, (_, j) => j).sort((a, b) => fullness(b) - fullness(a) || a - b);
  for (const j of order) {
    if (!overfull(j)) continue;
    const heft = new Map(lists[j]!.map((h) => [h, standing.weight(h, 0)]));
    const heavy = lists[j]!.sort((a, b) => heft.get(b)! - heft.get(a)! || a - b);
    for (const head of heavy) {
      if (!overfull(j)) break;
      if (!budget.affords(head)) continue;
      const to = goal(head, j);
      if (to < 0) continue;
      budget.spend(head);
      standing.move(head, to);
      moved++;
    }
  }
  return moved;

  /** The nearest of the emptiest territories that have room for an atom on every metric. */
  function goal(head: number, own: number): number {
    const open: number[] = [];
    let emptiest = Infinity;
    for (let o = 0; o < k; o++) {
      if (o === own || !standing.allowed(head, o) || fullness(o, head) > 1) continue;
      open.push(o);
      emptiest = Math.min(emptiest, fullness(o));
    }
    let best = -1;
    let nearest = Infinity;
    for (const o of open) {
      if (fullness(o) > emptiest + EVEN) continue;
      const away = standing.distance(head, o);
      const distance = away === away ? away : Number.MAX_VALUE;
      if (best >= 0 && distance >= nearest) continue;
      nearest = distance;
      best = o;
    }
    return best;
  }
}
