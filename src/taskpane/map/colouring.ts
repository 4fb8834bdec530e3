import { apart } from './apart';
import type { Neighbours } from './neighbours';
import { PALETTE, USUAL } from './palette';

/**
 * A number of a colour per territory, so that neighbours differ (DSATUR, Brélaz 1979: the territory whose neighbours
 * have most colours already is next). A territory keeps the colour of its own number where it can, so that plans with
 * the same territories look alike. Only where neighbours have all colours of the palette is one shared, with the
 * neighbour that it touches least.
 *
 * @param beside who is beside whom in the plan: never the same colour
 * @param also who is beside whom in another view of the same territories: not the same where it can be helped
 */
export function colouring(beside: Neighbours, also?: Neighbours): number[] {
  const { count } = beside;
  const given = new Array<number>(count).fill(-1);
  const used = new Array<number>(PALETTE.length).fill(0);
  for (let turn = 0; turn < count; turn++) {
    const j = mostBound(beside, given);
    const touching = sharedBy(beside, given, j);
    const touchingThere = also === undefined ? [] : sharedBy(also, given, j);
    const cost = (colour: number) => [
      touching[colour] ?? 0,
      colour < USUAL ? 0 : 1,
      touching.filter((edges, other) => edges > 0 && LIKE[colour]?.[other] === true).length,
      touchingThere[colour] ?? 0,
      colour === j % USUAL ? 0 : 1,
      used[colour] ?? 0,
    ];
    let best = 0;
    for (let colour = 1; colour < PALETTE.length; colour++)
      if (isLess(cost(colour), cost(best))) best = colour;
    given[j] = best;
    used[best] = (used[best] ?? 0) + 1;
  }
  return given;
}

/** Colours that are told apart, but are better not beside each other. */
const LIKE = PALETTE.map((a) => PALETTE.map((b) => a !== b && apart(a, b) < 15));

function mostBound({ count, edges }: Neighbours, given: readonly number[]): number {
  let most = -1;
  let rank: readonly number[] = [];
  for (let j = 0; j < count; j++) {
    if ((given[j] ?? 0) >= 0) continue;
    const colours = new Set<number>();
    let degree = 0;
    for (let k = 0; k < count; k++) {
      if ((edges[j * count + k] ?? 0) === 0) continue;
      degree++;
      const colour = given[k] ?? -1;
      if (colour >= 0) colours.add(colour);
    }
    const mine = [-colours.size, -degree];
    if (most < 0 || isLess(mine, rank)) [most, rank] = [j, mine];
  }
  return most;
}

/** How much of j's border each colour has by now. */
function sharedBy({ count, edges }: Neighbours, given: readonly number[], j: number): number[] {
  const shared = new Array<number>(PALETTE.length).fill(0);
  for (let k = 0; k < count; k++) {
    const colour = given[k] ?? -1;
    if (colour >= 0) shared[colour] = (shared[colour] ?? 0) + (edges[j * count + k] ?? 0);
  }
  return shared;
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
