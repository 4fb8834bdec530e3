import type { Obstacle, Problem } from './contract';
import { fairShares, type Supply } from './fairshare';
import type { Binding } from './families';
import type { Measures } from './measures';

/** Load ÷ target ratios that differ by less belong together. */
const LEVEL = 1e-6;
/** Sums may differ by this fraction from rounding alone. */
export const ROUNDING = 1e-9;

/** One metric as the checks see it, scaled. */
export interface Scale {
  /** Its place among the measures, and in the problem. */
  readonly m: number;
  readonly metric: number;
  readonly tolerance: number;
  /** K values. */
  readonly target: Float64Array;
  readonly upper: Float64Array;
  /** The territories that are balanced. */
  readonly open: readonly number[];
  /** K loads of the accounts that have no choice. */
  readonly fixed: Float64Array;
  /** A scaled value in the metric's own unit. */
  readonly inUnits: (value: number) => number;
}

/** What a check found, and the worst deviation that no plan can go below by it (0 or less: nothing). */
export interface Claims {
  readonly floor: number;
  readonly obstacles: readonly Obstacle[];
}

/** The free accounts of one eligibility row. */
export interface Row {
  readonly territories: readonly number[];
  /** Classes of the accounts. */
  readonly classes: readonly number[];
  /** Free weight per metric. */
  readonly amount: Float64Array;
}

/** What the free accounts of each eligibility row weigh, and where they may go. */
export function rowsOf(problem: Problem, binding: Binding, measures: Measures): Map<number, Row> {
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

/** The most even loads there can be if accounts could be split (K values). */
export function evenLoads(rows: readonly Row[], { m, target, fixed }: Scale): Float64Array {
  const supplies = rows.map((r): Supply => ({ amount: r.amount[m]!, territories: r.territories }));
  return fairShares(supplies, target, fixed);
}

const sum = (territories: readonly number[], values: Float64Array): number =>
  territories.reduce((s, j) => s + values[j]!, 0);

/** The fullest territories of the most even loads: the accounts that fit only there may be too much for them. */
export function crowded(rows: readonly Row[], scale: Scale, ratio: Float64Array): Claims {
  const { m, metric, tolerance, target, open, fixed, inUnits } = scale;
  const highest = open.reduce((most, j) => Math.max(most, ratio[j]!), 0);
  const full = open.filter((j) => ratio[j]! >= highest - LEVEL);
  const confined = rows.filter((r) => r.amount[m]! > 0 && r.territories.every((j) => full.includes(j)));
  const value = sum(full, fixed) + confined.reduce((s, r) => s + r.amount[m]!, 0);
  const room = sum(full, target);
  const floor = value / room - 1;
  if (confined.length === 0 || value <= room * (1 + tolerance) * (1 + ROUNDING))
    return { floor, obstacles: [] };
  const tooMuch: Obstacle = {
    kind: 'tooMuch',
    classes: Int32Array.from(new Set(confined.flatMap((r) => r.classes))).sort(),
    territories: Int32Array.from(full),
    metric,
    value: inUnits(value),
    limit: inUnits(room * (1 + tolerance)),
  };
  return { floor, obstacles: [tooMuch] };
}

/** The emptiest territories of the most even loads: the accounts that may go there may be too little for them. */
export function starved(rows: readonly Row[], scale: Scale, ratio: Float64Array): Claims {
  const { m, metric, tolerance, target, open, fixed, inUnits } = scale;
  const lowest = open.reduce((least, j) => Math.min(least, ratio[j]!), Infinity);
  const empty = open.filter((j) => ratio[j]! <= lowest + LEVEL);
  let supply = sum(empty, fixed);
  for (const r of rows) if (r.territories.some((j) => empty.includes(j))) supply += r.amount[m]!;
  const need = sum(empty, target);
  const floor = 1 - supply / need;
  if (supply >= need * (1 - tolerance) * (1 - ROUNDING)) return { floor, obstacles: [] };
  const tooLittle: Obstacle = {
    kind: 'tooLittle',
    territories: Int32Array.from(empty),
    metric,
    value: inUnits(supply),
    limit: inUnits(need * (1 - tolerance)),
  };
  return { floor, obstacles: [tooLittle] };
}
