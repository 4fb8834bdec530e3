import { beyond } from '../standing/excess';
import type { Ledger } from './ledger';

/** Moves that may make room for one piece. */
const DEEP = 12;
/** Times that all pieces are looked at. */
const ROUNDS = 4;

/** How much more a move counts that needs no further one. */
const LAST = 4;
/** Sums differ by this much from rounding alone. */
const SAME = 1e-9;

/** Which atoms are neighbours: lists by atom. */
export type Graph = readonly (readonly number[])[];

/** Neighbours among atoms, from pairs of accounts of which some may have no choice. */
export function graphOf(pairs: ArrayLike<number>, atomOf: Int32Array, n: number): Graph {
  const lists = Array.from({ length: n }, () => new Set<number>());
  for (let q = 0; q + 1 < pairs.length; q += 2) {
    const a = atomOf[pairs[q]!]!;
    const b = atomOf[pairs[q + 1]!]!;
    if (a < 0 || b < 0 || a === b) continue;
    lists[a]!.add(b);
    lists[b]!.add(a);
  }
  return lists.map((list) => [...list].sort((a, b) => a - b));
}

/** The connected pieces of a territory, the heaviest first; atoms without neighbours belong to none. */
export function piecesOf({ core, out }: Ledger, graph: Graph, territory: number): number[][] {
  const { u } = core.cloud;
  const seen = new Uint8Array(out.length);
  const pieces: { atoms: number[]; mass: number }[] = [];
  for (let from = 0; from < out.length; from++) {
    if (out[from] !== territory || seen[from] === 1 || graph[from]!.length === 0) continue;
    const atoms = [from];
    seen[from] = 1;
    let mass = 0;
    for (const i of atoms) {
      mass += u[i]!;
      for (const o of graph[i]!) {
        if (out[o] !== territory || seen[o] === 1) continue;
        seen[o] = 1;
        atoms.push(o);
      }
    }
    pieces.push({ atoms, mass });
  }
  return pieces.sort((a, b) => b.mass - a.mass || a.atoms[0]! - b.atoms[0]!).map(({ atoms }) => atoms);
}

/**
 * Makes territories connected where the tolerances allow it: each piece that is cut off goes to a territory beside it, and
 * single atoms at borders make room, none of which cuts another territory in two. A piece for which there is no such way
 * stays. Leaves loads no further from the tolerances than they were.
 * @returns moves made
 */
export function connect(ledger: Ledger, graph: Graph): number {
  const { core } = ledger;
  let moves = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const before = moves;
    for (let j = 0; j < core.k; j++) {
      for (const piece of piecesOf(ledger, graph, j).slice(1).reverse())
        moves += rejoin(ledger, graph, piece);
    }
    if (moves === before) break;
  }
  return moves;
}

function rejoin(ledger: Ledger, graph: Graph, piece: readonly number[]): number {
  const { out } = ledger;
  const home = out[piece[0]!]!;
  const beside = new Set<number>();
  for (const i of piece) for (const o of graph[i]!) if (out[o] !== home) beside.add(out[o]!);
  const start = out.slice();
  const limit = excess(ledger);
  let best: { out: Int32Array; cost: number; moves: number } | null = null;
  for (const to of [...beside].sort((a, b) => a - b)) {
    if (!piece.every((i) => ledger.allowed(i, to))) continue;
    for (const i of piece) ledger.move(i, to);
    const moves = makeRoom(ledger, graph, limit, new Set(piece));
    if (moves >= 0) {
      const cost = ledger.totalCost();
      if (!best || cost < best.cost) best = { out: out.slice(), cost, moves: piece.length + moves };
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
function makeRoom(ledger: Ledger, graph: Graph, limit: number, fixed: Set<number>): number {
  const { out, core } = ledger;
  const unit = spread(ledger);
  let now = excess(ledger);
  for (let step = 0; step < DEEP; step++) {
    if (now <= limit + SAME) return step;
    let best = { atom: -1, to: -1, gain: 0 };
    for (let i = 0; i < out.length; i++) {
      if (fixed.has(i)) continue;
      const from = out[i]!;
      for (const to of new Set(graph[i]!.map((o) => out[o]!))) {
        if (to === from || !ledger.allowed(i, to)) continue;
        const before = excessIn(ledger, from) + excessIn(ledger, to);
        const cost = ledger.cost(i, to) - ledger.cost(i, from);
        ledger.move(i, to);
        const less = before - excessIn(ledger, from) - excessIn(ledger, to);
        ledger.move(i, from);
        if (less <= SAME) continue;
        const worth = now - less <= limit + SAME ? less * LAST : less;
        const gain = worth / (1 + Math.max(0, cost) / Math.max(SAME, core.cloud.u[i]!) / unit);
        if (gain > best.gain && staysWhole(out, graph, i)) best = { atom: i, to, gain };
      }
    }
    if (best.atom < 0) return -1;
    ledger.move(best.atom, best.to);
    fixed.add(best.atom);
    now = excess(ledger);
  }
  return now <= limit + SAME ? DEEP : -1;
}

/** True if what an atom is linked to in its territory stays linked without it. */
function staysWhole(out: Int32Array, graph: Graph, atom: number): boolean {
  const own = out[atom]!;
  const near = graph[atom]!.filter((o) => out[o] === own);
  if (near.length <= 1) return near.length === 1;
  const seen = new Set([near[0]!]);
  for (const i of seen) for (const o of graph[i]!) if (o !== atom && out[o] === own) seen.add(o); // a set grows while it is walked
  return near.every((o) => seen.has(o));
}

function excessIn({ core, load }: Ledger, j: number): number {
  let sum = 0;
  for (let at = j * core.metrics; at < (j + 1) * core.metrics; at++) sum += beyond(core.measures, load, at);
  return sum;
}

function excess(ledger: Ledger): number {
  let sum = 0;
  for (let j = 0; j < ledger.core.k; j++) sum += excessIn(ledger, j);
  return sum;
}

/** Squared distance that is far: what is spread over all territories, evenly divided. */
function spread({ core }: Ledger): number {
  let mass = 0;
  for (const u of core.cloud.u) mass += u;
  return Math.max(SAME, core.atomMoment / mass / core.k);
}
