import { HOPELESS, type Binding } from './families';
import { fairShares, type Supply } from './fairshare';
import type { Measures } from './measures';
import type { Obstacle, Problem } from './contract';

export interface Feasibility {
  readonly obstacles: Obstacle[];
  /** One per metric of the problem: no plan that keeps the rules has a smaller worst deviation. */
  readonly toleranceFloor: Float64Array;
  /** K × M scaled loads to aim at: the targets, or the most even loads if accounts could be split where that is off. */
  readonly aim: Float64Array;
}

/** Oversized accounts named per metric, the largest first. */
const NAMED = 50;
/** Load ÷ target ratios that differ by less belong together. */
const LEVEL = 1e-6;
/** Sums may differ by this fraction from rounding alone. */
const ROUNDING = 1e-9;

/**
 * What can be said before solving: which accounts, pins, segments or territories make the tolerances
 * impossible, and a floor under the tolerance that can be reached. Every claim is checked by adding up the
 * accounts it speaks of, not by trusting an iteration.
 */
export function checkFeasibility(problem: Problem, binding: Binding, measures: Measures): Feasibility {
  const { territories: k, accounts } = problem;
  const obstacles: Obstacle[] = [...binding.conflicts];
  const floor = new Float64Array(problem.metrics.length);
  const raise = (m: number, to: number) => (floor[measures.ids[m]!] = Math.max(floor[measures.ids[m]!]!, to));

  const hopeless = new Map<number, number>();
  const occupied = new Uint8Array(k);
  for (let i = 0; i < accounts; i++) {
    const j = binding.fixed[i]!;
    if (j >= 0) occupied[j] = 1;
    if (j !== HOPELESS) continue;
    hopeless.set(problem.classOf[i]!, (hopeless.get(problem.classOf[i]!) ?? 0) + 1);
  }
  for (const [classIndex, count] of hopeless)
    obstacles.push({ kind: 'ineligible', classIndex, accounts: count });

  const aim = measures.target.slice();
  const rows = rowsOf(problem, binding, measures);
  for (let m = 0; m < measures.ids.length; m++) {
    const of = (values: Float64Array) => values.filter((_, at) => at % measures.ids.length === m);
    const target = of(measures.target);
    const upper = of(measures.band).map((b, j) => target[j]! + b);
    const fixed = new Float64Array(k);
    for (let i = 0; i < accounts; i++) {
      if (binding.fixed[i]! >= 0) fixed[binding.fixed[i]!]! += measures.weight(i, m);
    }
    const metric = measures.ids[m]!;
    const { tolerance } = problem.metrics[metric]!;

    for (let j = 0; j < k; j++) {
      raise(m, fixed[j]! / target[j]! - 1);
      if (fixed[j]! > upper[j]! * (1 + ROUNDING)) {
        const value = measures.inUnits(m, fixed[j]!);
        obstacles.push({
          kind: 'pinned',
          territory: j,
          metric,
          value,
          limit: measures.inUnits(m, upper[j]!),
        });
      }
    }
    const oversized: Extract<Obstacle, { kind: 'oversized' }>[] = [];
    const rooms = new Float64Array(binding.eligible.length / k);
    for (const [row, { territories }] of rows)
      for (const j of territories) rooms[row] = Math.max(rooms[row]!, target[j]!);
    let fullest = 0;
    for (const head of binding.heads) {
      let value = 0;
      for (let i = head; i >= 0; i = binding.next ? binding.next[i]! : -1) value += measures.weight(i, m);
      const room = rooms[binding.rowOf[head]!]!;
      if (value > fullest * room) fullest = value / room;
      const limit = room * (1 + tolerance);
      if (value > limit * (1 + ROUNDING)) {
        oversized.push({
          kind: 'oversized',
          account: head,
          metric,
          value: measures.inUnits(m, value),
          limit: measures.inUnits(m, limit),
        });
      }
    }
    raise(m, fullest - 1);
    oversized.sort((a, b) => b.value - a.value || a.account - b.account);
    obstacles.push(...oversized.slice(0, NAMED));
    crowding(m, metric, tolerance, target, fixed);
  }

  const empty = k - Math.min(k, binding.heads.length + occupied.reduce((a, b) => a + b, 0));
  if (empty > 0) {
    obstacles.push({ kind: 'empty', territories: empty });
    for (let m = 0; m < measures.ids.length; m++) raise(m, 1);
  }
  return { obstacles, toleranceFloor: floor, aim };

  /** Segments that fit into too few territories, and territories that too few accounts may go to. */
  function crowding(
    m: number,
    metric: number,
    tolerance: number,
    target: Float64Array,
    fixed: Float64Array,
  ): void {
    const supplies = [...rows.values()].map((r): Supply => ({
      amount: r.amount[m]!,
      territories: r.territories,
    }));
    const load = fairShares(supplies, target, fixed);
    const ratio = load.map((l, j) => l / target[j]!);
    const sum = (js: readonly number[], values: Float64Array) => js.reduce((s, j) => s + values[j]!, 0);
    const all = Array.from({ length: k }, (_, j) => j);

    const highest = Math.max(...ratio);
    if (ratio.some((r) => Math.abs(r - 1) > tolerance + ROUNDING)) {
      for (const j of all) aim[j * measures.ids.length + m] = load[j]!;
    }
    const crowded = all.filter((j) => ratio[j]! >= highest - LEVEL);
    const confined = [...rows.values()].filter(
      (r) => r.amount[m]! > 0 && r.territories.every((j) => crowded.includes(j)),
    );
    const value = sum(crowded, fixed) + confined.reduce((s, r) => s + r.amount[m]!, 0);
    const room = sum(crowded, target);
    raise(m, value / room - 1);
    if (confined.length > 0 && value > room * (1 + tolerance) * (1 + ROUNDING)) {
      const classes = Int32Array.from(new Set(confined.flatMap((r) => r.classes))).sort();
      const territories = Int32Array.from(crowded);
      const limit = measures.inUnits(m, room * (1 + tolerance));
      obstacles.push({
        kind: 'tooMuch',
        classes,
        territories,
        metric,
        value: measures.inUnits(m, value),
        limit,
      });
    }

    const lowest = Math.min(...ratio);
    const starved = all.filter((j) => ratio[j]! <= lowest + LEVEL);
    let supply = sum(starved, fixed);
    for (const r of rows.values()) if (r.territories.some((j) => starved.includes(j))) supply += r.amount[m]!;
    const need = sum(starved, target);
    raise(m, 1 - supply / need);
    if (supply < need * (1 - tolerance) * (1 - ROUNDING)) {
      const territories = Int32Array.from(starved);
      const limit = measures.inUnits(m, need * (1 - tolerance));
      obstacles.push({ kind: 'tooLittle', territories, metric, value: measures.inUnits(m, supply), limit });
    }
  }
}

interface Row {
  readonly territories: readonly number[];
  /** Classes of the accounts. */
  readonly classes: readonly number[];
  /** Free weight per metric. */
  readonly amount: Float64Array;
}

/** What the free accounts of each eligibility row weigh, and where they may go. */
function rowsOf(problem: Problem, binding: Binding, measures: Measures): Map<number, Row> {
  const { territories: k, classOf } = problem;
  const rows = new Map<number, Row & { readonly seen: Set<number>; classes: number[] }>();
  for (const head of binding.heads) {
    const row = binding.rowOf[head]!;
    let entry = rows.get(row);
    if (!entry) {
      const territories: number[] = [];
      for (let j = 0; j < k; j++) if (binding.eligible[row * k + j] === 1) territories.push(j);
      entry = { territories, classes: [], seen: new Set(), amount: new Float64Array(measures.ids.length) };
      rows.set(row, entry);
    }
    for (let i = head; i >= 0; i = binding.next ? binding.next[i]! : -1) {
      if (!entry.seen.has(classOf[i]!)) {
        entry.seen.add(classOf[i]!);
        entry.classes.push(classOf[i]!);
      }
      for (let m = 0; m < measures.ids.length; m++) entry.amount[m]! += measures.weight(i, m);
    }
  }
  return rows;
}
