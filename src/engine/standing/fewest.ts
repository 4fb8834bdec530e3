import { seeded } from '../../exact/random';
import { outranks, rankOf } from '../whole/best';
import { settle, type SettleOptions } from '../whole/settle';
import type { Frontier } from '../whole/frontier';

/** The first repair, and the short ones after some moves were taken back. */
const FIRST: SettleOptions = { moves: 20000, patience: 60, swaps: 'last' };
const AGAIN: SettleOptions = { moves: 30, patience: 6, swaps: 'last' };
/** Rounds where the plan is out of tolerance anyway. */
const FEW = 15;

/**
 * Back into tolerance with few moves, on a frontier whose costs count moves: repair, then again and again take
 * some moves back and repair anew (large neighbourhood search, Shaw 1998), keeping what is better. One move
 * taken back tests whether it is needed, two whether one other can do the work of both.
 * @param least moves that are needed in any case: the search ends there, unless one of them is of an atom that is dear
 */
export function* fewest(
  frontier: Frontier,
  {
    tries,
    least,
    isDear,
    seed,
  }: { tries: number; least: number; isDear: (atom: number) => boolean; seed: number },
): Generator<number, number> {
  const penalty = frontier.penalty.slice();
  let steps = settle(frontier, FIRST);
  yield frontier.totalExcess(0);
  const random = seeded(seed);
  const rounds = rankOf(frontier).excess.every((x) => x === 0) ? tries : Math.min(tries, FEW);
  for (let round = 0; round < rounds; round++) {
    const moved: number[] = [];
    for (let t = 0; t < frontier.n; t++) if (frontier.at[t] !== 0) moved.push(t);
    if (moved.length <= least && !moved.some((t) => isDear(frontier.atom[t]!))) break;
    const before = rankOf(frontier);
    const state = frontier.at.slice();
    const count = Math.min(moved.length, 1 + (round % 3));
    const first = round < moved.length ? moved[round]! : moved[Math.floor(random() * moved.length)]!;
    for (const t of ruin(frontier, moved, first, count, random)) frontier.move(t, 0);
    frontier.penalty.set(penalty);
    steps += settle(frontier, AGAIN);
    if (!outranks(rankOf(frontier), before)) {
      for (let t = 0; t < frontier.n; t++) if (frontier.at[t] !== state[t]) frontier.move(t, state[t]!);
    }
    if (round % 20 === 19) yield frontier.totalExcess(0);
  }
  return steps;
}

/** A moved entry and others that share a territory with it, if there are such. */
function ruin(
  frontier: Frontier,
  moved: readonly number[],
  first: number,
  count: number,
  random: () => number,
): number[] {
  const chosen = [first];
  const ends = (t: number) => [frontier.option[t * frontier.width]!, frontier.territory(t)];
  const near = new Set(ends(first));
  const pool = moved.filter((t) => t !== first && ends(t).some((j) => near.has(j)));
  const from = pool.length >= count - 1 ? pool : moved.filter((t) => t !== first);
  while (chosen.length < count && from.length > 0) {
    const [t] = from.splice(Math.floor(random() * from.length), 1);
    chosen.push(t!);
  }
  return chosen;
}
