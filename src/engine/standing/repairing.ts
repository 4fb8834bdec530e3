import { Budget } from './budget';
import { Frontier } from '../whole/frontier';
import { FrontierBuilder } from '../whole/frontier-builder';
import { limitedStakes } from '../problem/leaving';
import type { Standing } from './standing';

/** How far a repair looks. */
export interface Scope {
  /** Up to this many atoms all of them are looked at; beyond, so many in each of the territories concerned. */
  readonly all: number;
  readonly some: number;
  /** Up to this many atoms × territories every atom may go anywhere; beyond, to so many territories. */
  readonly complete: number;
  readonly width: number;
}
export const GLANCE: Scope = { all: 200, some: 80, complete: 0, width: 6 };
export const SEARCH: Scope = { all: 6000, some: 400, complete: 250_000, width: 10 };
/** A unit of target beyond tolerance is at first worth this many moves: a tenth of a per cent, one move. */
const URGENCY = 1000;
/** The most that distance counts, in moves. */
const DETOUR = 0.25;

/**
 * Frontier for moving few accounts: each account moved costs 1 (0 where it has no territory to leave), or what its class
 * weighs, and up to a quarter more for the detour. Destinations are the needy territories near by and the neighbours.
 */
export function repairFrontier(standing: Standing, from: Int32Array, scope: Scope): Frontier {
  const { k, metrics, problem, measures } = standing;
  const { keepOf, classOf } = problem;
  const violating = violations(standing);
  const atoms = candidates(standing, violating, scope);
  const cap = limitedStakes(problem).length > 0 ? capOf(standing) : null;
  const width = atoms.length * k <= scope.complete ? k : Math.min(k, scope.width);
  const builder = new FrontierBuilder(width, cap ? cap.allowed.length : 0);
  const known = new Map<number, number[]>();
  for (const head of atoms) {
    const own = standing.assignment[head]!;
    const key = standing.binding.rowOf[head]! * k + own;
    let goals = known.get(key);
    if (!goals) {
      goals = destinations(standing, own, head, violating, width - 1);
      known.set(key, goals);
    }
    if (goals.length === 0) continue;
    const members = standing.members(head);
    builder.begin(head);
    for (const j of [own, ...goals]) {
      let moves = 0;
      for (const i of members) if (from[i]! >= 0 && from[i] !== j) moves += keepOf ? keepOf[classOf[i]!]! : 1;
      const away = standing.distance(head, j) - standing.distance(head, own);
      const detour = away > 0 ? away / (away + standing.spacing) : 0;
      builder.option(j, moves + DETOUR * detour, cap?.budget.need(head, j));
    }
  }
  const off = standing.load.map((load, i) => load - measures.target[i]!);
  const limit = measures.band.map((b, i) => b + 1e-11 * measures.target[i]!);
  const penalty = measures.target.map((t) => URGENCY / t);
  const scales = { k, metrics, off, limit, size: measures.target, penalty, ...cap };
  return new Frontier(builder, scales, (head, m) => standing.weight(head, m));
}

/** The disruption cap as budgets of a frontier. */
function capOf(standing: Standing): { budget: Budget; used: Float64Array; allowed: Float64Array } {
  const budget = new Budget(standing);
  return {
    budget,
    used: Float64Array.from(budget.used),
    allowed: Float64Array.from(budget.allowed),
  };
}

/** Territories out of tolerance: +1 too full on some metric, −1 only too empty, 0 within. */
function violations(standing: Standing): Int8Array {
  const out = new Int8Array(standing.k);
  const { target } = standing.measures;
  for (let j = 0; j < standing.k; j++) {
    for (let m = 0; m < standing.metrics; m++) {
      if (standing.excess(j, m) === 0) continue;
      const at = j * standing.metrics + m;
      if (standing.load[at]! > target[at]!) out[j] = 1;
      else if (out[j] === 0) out[j] = -1;
    }
  }
  return out;
}

/** Atoms worth moving. */
function candidates(standing: Standing, violating: Int8Array, { all, some }: Scope): number[] | Int32Array {
  const { binding, k, assignment } = standing;
  if (binding.heads.length <= all) return binding.heads;
  const near = new Uint8Array(k);
  for (let j = 0; j < k; j++) {
    if (violating[j] === 0) continue;
    near[j] = 1;
    for (const o of standing.neighbours.around(j, 4)) near[o] = 1;
  }
  const lists: number[][] = Array.from({ length: k }, () => []);
  for (const head of binding.heads) if (near[assignment[head]!] === 1) lists[assignment[head]!]!.push(head);
  const chosen: number[] = [];
  for (let j = 0; j < k; j++) {
    const list = lists[j]!;
    if (list.length <= some) {
      chosen.push(...list);
      continue;
    }
    // A ladder of weights, from heavy to light: some rung fits whatever has to be moved.
    const weight = new Map(list.map((h) => [h, standing.metrics > 0 ? standing.weight(h, 0) : 0]));
    list.sort((a, b) => weight.get(b)! - weight.get(a)! || a - b);
    for (let q = 0; q < some; q++) chosen.push(list[Math.floor((q * list.length) / some)]!);
  }
  return chosen;
}

/** Where atoms of a territory may usefully go: the needy, the roomy, the near. */
function destinations(
  standing: Standing,
  own: number,
  head: number,
  violating: Int8Array,
  most: number,
): number[] {
  const { k } = standing;
  const open: number[] = [];
  for (const j of standing.neighbours.around(own, k)) if (standing.allowed(head, j)) open.push(j);
  const goals = new Set<number>();
  const take = (list: readonly number[], count: number) => {
    for (const j of list) {
      if (count === 0 || goals.size >= most) return;
      if (goals.has(j)) continue;
      goals.add(j);
      count--;
    }
  };
  const room = (j: number) => {
    let least = Infinity;
    for (let m = 0; m < standing.metrics; m++) {
      const at = j * standing.metrics + m;
      least = Math.min(least, 1 - standing.load[at]! / standing.measures.target[at]!);
    }
    return least;
  };
  const byRoom = [...open].sort((a, b) => room(b) - room(a) || a - b);
  take(
    byRoom.filter((j) => violating[j] === -1),
    1,
  );
  take(
    open.filter((j) => violating[j] === -1),
    2,
  );
  take(
    byRoom.filter((j) => violating[j] !== 1),
    1,
  );
  take(
    open.filter((j) => violating[j] !== 1),
    2,
  );
  take(open, most);
  return [...goals];
}
