import { atomsOf } from '../problem/atoms';
import { Borders } from '../problem/borders';
import type { Ledger } from './ledger';
import type { Dual } from '../prices/dual';
import { mend } from './refine';
import { cutOff, piecesIn, staysWhole } from './pieces';
import { excess, excessIn, PIECE, weave } from './weave';

/** Moves that may make room for one piece. */
const DEEP = 30;
/** Times that all pieces are looked at. */
const ROUNDS = 8;
/** At most this part of the cost may go into one piece. */
const DEAR = 0.05;

/** How much more a move counts that needs no further one. */
const LAST = 4;
/** Sums differ by this much from rounding alone. */
const SAME = 1e-9;

/**
 * Makes territories connected if the problem says what is beside what: each piece that is cut off goes to a territory beside
 * it, or the plan is woven anew, whichever leaves fewer pieces for less. What moves is limited in some plans: these are only
 * joined.
 * @returns moves made
 */
export function joined(ledger: Ledger, dual: Dual): number {
  const { core, out } = ledger;
  const { problem, binding, cloud } = core;
  if (!problem.neighbours) return 0;
  const borders = new Borders(problem, atomsOf(core), binding.fixed, cloud.n);
  if (cutOff(ledger, borders) === 0) return 0;
  const limit = excess(ledger);
  const percent = Math.abs(ledger.totalCost()) / 100 || 1;
  const judge = () => PIECE * cutOff(ledger, borders) + ledger.totalCost() / percent;
  const first = out.slice();
  const dear = ledger.totalCost() + CHEAP * percent;
  const isCheap = () => cutOff(ledger, borders) === 0 && ledger.totalCost() <= dear;
  let moves = connect(ledger, borders);
  // Where moves are limited weaving knows nothing of it; what costs next to nothing is not worth the time.
  if (core.stakes.length > 0 || isCheap()) return moves;
  const joinedUp = { out: out.slice(), bad: judge() };
  out.set(first);
  ledger.recount();
  for (const warm of core.metrics > 1 ? WARM : WARM.slice(1)) {
    if (isCheap()) break;
    moves += weave(ledger, borders, { warm, percent, limit, judge, mend: () => mend(ledger, dual) });
  }
  if (judge() < joinedUp.bad) return moves;
  out.set(joinedUp.out);
  ledger.recount();
  return moves;
}

/** What all of it may cost, in hundredths, so that nothing better is looked for. */
const CHEAP = 1;
/** How warm a plan is woven, time after time: with several metrics there are fewer ways, and the first is hotter. */
const WARM = [1, 0.6, 0.3];

/**
 * Makes territories connected where the tolerances allow it: each piece that is cut off goes to a territory beside it, and
 * single atoms at borders make room, none of which cuts another territory in two. A piece for which there is no such way,
 * or a dear one, stays, and so does one that holds what stands fast. Leaves loads no further from the tolerances than they were, and
 * where moves are limited no more leaves than is allowed, or than did.
 * @returns moves made
 */
function connect(ledger: Ledger, borders: Borders): number {
  const { core } = ledger;
  const most = core.allowed.map((allowed, r) => Math.max(allowed, ledger.left()[r]!));
  let moves = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const before = moves;
    for (let j = 0; j < core.k; j++) {
      for (const piece of piecesIn(ledger, borders, j).slice(1).reverse())
        if (!piece.some((node) => borders.isFast(node))) moves += rejoin(ledger, borders, piece, most);
    }
    if (moves === before) break;
  }
  return moves;
}

function rejoin(ledger: Ledger, borders: Borders, piece: readonly number[], most: Float64Array): number {
  const { out } = ledger;
  const home = out[piece[0]!]!;
  const beside = new Set(piece.flatMap((i) => borders.of(i).map((o) => borders.holder(out, o))));
  beside.delete(home);
  const start = out.slice();
  const limit = excess(ledger);
  const dear = (1 + DEAR) * ledger.totalCost();
  let best: { out: Int32Array; cost: number; moves: number } | null = null;
  for (const to of [...beside].sort((a, b) => a - b)) {
    if (!piece.every((i) => ledger.allowed(i, to))) continue;
    for (const i of piece) ledger.move(i, to);
    const moves = makeRoom(ledger, borders, limit, new Set(piece));
    if (moves >= 0 && ledger.left().every((left, r) => left <= most[r]!)) {
      const cost = ledger.totalCost();
      if (cost <= dear && (!best || cost < best.cost))
        best = { out: out.slice(), cost, moves: piece.length + moves };
    }
    out.set(start);
    ledger.recount();
  }
  if (!best) return 0;
  out.set(best.out);
  ledger.recount();
  return best.moves;
}

/** Single moves between neighbours, the best first, until no load is further off than at first. −1: there is no way. */
function makeRoom(ledger: Ledger, borders: Borders, limit: number, moved: Set<number>): number {
  const { out, core } = ledger;
  const unit = spread(ledger);
  let now = excess(ledger);
  for (let step = 0; step < DEEP; step++) {
    if (now <= limit + SAME) return step;
    let best = { atom: -1, to: -1, gain: 0 };
    for (let i = 0; i < out.length; i++) {
      if (moved.has(i)) continue;
      const from = out[i]!;
      for (const to of new Set(borders.of(i).map((o) => borders.holder(out, o)))) {
        if (to === from || !ledger.allowed(i, to)) continue;
        const before = excessIn(ledger, from) + excessIn(ledger, to);
        const cost = ledger.cost(i, to) - ledger.cost(i, from);
        ledger.move(i, to);
        const less = before - excessIn(ledger, from) - excessIn(ledger, to);
        ledger.move(i, from);
        if (less <= SAME) continue;
        const worth = now - less <= limit + SAME ? less * LAST : less;
        const gain = worth / (1 + Math.max(0, cost) / Math.max(SAME, core.cloud.u[i]!) / unit);
        if (gain > best.gain && staysWhole(out, borders, i)) best = { atom: i, to, gain };
      }
    }
    if (best.atom < 0) return -1;
    ledger.move(best.atom, best.to);
    moved.add(best.atom);
    now = excess(ledger);
  }
  return now <= limit + SAME ? DEEP : -1;
}

/** Squared distance that is far: what is spread over all territories, evenly divided. */
function spread({ core }: Ledger): number {
  let mass = 0;
  for (const u of core.cloud.u) mass += u;
  return Math.max(SAME, core.atomMoment / mass / core.k);
}
