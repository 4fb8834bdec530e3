import type { Frontier } from './frontier';

/** So many on each side are tried, the most promising ones. */
const MOST = 200;
/** Gains below this are rounding. */
const LEAST = 1e-9;

/** A change of one entry, and what of the objective it gains (negative) for each unit of what it spends or frees. */
interface Offer {
  readonly entry: number;
  readonly option: number;
  readonly worth: number;
}

/**
 * Where budgets are used up, an entry goes back to where it needs none, and what that frees lets another one go that gains
 * more: neither is a move that helps by itself, and they need not have a territory in common.
 * @param move makes a change for good
 * @returns true if one was found
 */
export function trade(frontier: Frontier, move: (entry: number, option: number) => void): boolean {
  const spending = offers(frontier, 1);
  let found = false;
  for (const { entry, option } of offers(frontier, -1)) {
    const { at } = frontier;
    const before = at[entry]!;
    const price = frontier.gainAnyway(entry, option);
    frontier.move(entry, option);
    let gain = -LEAST - price;
    let best: Offer | null = null;
    for (const other of spending) {
      if (other.entry === entry || at[other.entry] === other.option) continue;
      const change = frontier.moveGain(other.entry, other.option);
      if (change < gain) {
        gain = change;
        best = other;
      }
    }
    frontier.move(entry, before);
    if (!best) continue;
    move(entry, option);
    move(best.entry, best.option);
    found = true;
  }
  return found;
}

/** Changes that need more of some budget and gain (sign 1), or need less of all and cost something (−1), the best first. */
function offers(frontier: Frontier, sign: 1 | -1): Offer[] {
  const { n, width, option, at, budgets, need, allowed } = frontier;
  const list: Offer[] = [];
  for (let t = 0; t < n; t++) {
    const row = t * width;
    for (let q = 0; q < width && option[row + q]! >= 0; q++) {
      if (q === at[t]) continue;
      let more = 0;
      let against = false;
      for (let r = 0; r < budgets; r++) {
        const part = need[(row + q) * budgets + r]! - need[(row + at[t]!) * budgets + r]!;
        if (part * sign < 0) against = true;
        more += (part * sign) / Math.max(1e-12, allowed[r]!);
      }
      if (against || !(more > 0)) continue;
      const gain = frontier.gainAnyway(t, q);
      if (sign === 1 && gain >= 0) continue;
      list.push({ entry: t, option: q, worth: gain / more });
    }
  }
  return list.sort((a, b) => a.worth - b.worth || a.entry - b.entry).slice(0, MOST);
}
