import type { AtomPlaces } from './atom-places';
import type { Group } from './cloud';
import type { Problem } from './contract';
import type { Binding } from './families';
import { flattenAxes, flattenSphere, hilbertKeys, sortByGroup, sortByKey, type Flatten } from './hilbert';

/** Atoms in the order of the solver. */
export interface Grouping {
  /** n positions in `binding.heads`: group after group, each along the Hilbert curve. */
  readonly order: Uint32Array;
  readonly groups: readonly Group[];
}

/**
 * Groups atoms by eligibility row, by the territory they are in today where `splitByCurrent` asks for it, and by
 * whether they have a place; within a group they follow the Hilbert curve.
 */
export function groupAtoms(
  problem: Problem,
  binding: Binding,
  places: AtomPlaces,
  splitByCurrent: boolean,
): Grouping {
  const { heads, rowOf } = binding;
  const n = heads.length;
  let flatten: Flatten = flattenSphere;
  if (problem.space !== 'sphere') flatten = flattenAxes(...widestAxes(problem));
  const flat = new Float32Array(2 * n);
  const pair = new Float64Array(2);
  const groupOf = new Int32Array(n);
  const kinds = new Kinds(problem.territories);
  for (let a = 0; a < n; a++) {
    const h = heads[a]!;
    const placed = places.read(h);
    if (placed) flatten(places.place, pair);
    flat[2 * a] = placed ? pair[0]! : NaN;
    flat[2 * a + 1] = placed ? pair[1]! : NaN;
    groupOf[a] = kinds.of(rowOf[h]!, splitByCurrent ? currentOf(problem, binding, h) : -1, placed);
  }
  const rank = kinds.ranked();
  const position = new Int32Array(rank.length);
  rank.forEach(({ number }, p) => (position[number] = p));
  for (let a = 0; a < n; a++) groupOf[a] = position[groupOf[a]!]!;

  const { order, start } = sortByGroup(sortByKey(hilbertKeys(flat)), groupOf, rank.length);
  const groups = rank.map(({ row, current, placed }, p): Group => ({
    start: start[p]!,
    end: start[p + 1]!,
    row,
    current,
    placed,
  }));
  return { order, groups };
}

interface Kind {
  /** In order of first appearance. */
  readonly number: number;
  readonly row: number;
  readonly current: number;
  readonly placed: boolean;
}

/** The kinds of atoms seen so far. */
class Kinds {
  private readonly kinds: Kind[] = [];
  private readonly index = new Map<number, number>();
  private lastKey = -1;
  private last = -1;

  constructor(private readonly k: number) {}

  /** Number of a kind, a new one where it is seen for the first time. */
  of(row: number, current: number, placed: boolean): number {
    const key = (row * (this.k + 1) + current + 1) * 2 + (placed ? 1 : 0);
    // Neighbours in the list are mostly of one kind.
    if (key === this.lastKey) return this.last;
    this.lastKey = key;
    this.last = this.index.get(key) ?? -1;
    if (this.last < 0) {
      this.last = this.kinds.push({ number: this.kinds.length, row, current, placed }) - 1;
      this.index.set(key, this.last);
    }
    return this.last;
  }

  /** Placed ones first, then by row and current: an order that does not hang on the order of accounts. */
  ranked(): Kind[] {
    return [...this.kinds].sort(
      (a, b) => Number(b.placed) - Number(a.placed) || a.row - b.row || a.current - b.current,
    );
  }
}

/** The territory an atom counts as being in today: that of most of its members' money, ties to the lower. */
function currentOf(problem: Problem, binding: Binding, head: number): number {
  const { next } = binding;
  if (!next || next[head]! < 0) return problem.current[head]!;
  const stake = new Map<number, number>();
  for (let i = head; i >= 0; i = next[i]!) {
    const j = problem.current[i]!;
    if (j >= 0) stake.set(j, (stake.get(j) ?? 0) + (problem.money ? problem.money[i]! : 1));
  }
  let best = -1;
  let most = -1;
  for (const [j, value] of stake) {
    if (value > most || (value === most && j < best)) {
      best = j;
      most = value;
    }
  }
  return best;
}

/** The two coordinates that vary most. */
function widestAxes(problem: Problem): [number, number] {
  const { dims, points, accounts } = problem;
  const spread = Array.from({ length: dims }, (_, d) => {
    let sum = 0;
    let sum2 = 0;
    let count = 0;
    for (let i = 0; i < accounts; i++) {
      const x = points[i * dims + d]!;
      if (x === x) {
        sum += x;
        sum2 += x * x;
        count++;
      }
    }
    return { d, variance: count > 0 ? sum2 / count - (sum / count) * (sum / count) : 0 };
  });
  spread.sort((a, b) => b.variance - a.variance || a.d - b.d);
  return [spread[0]?.d ?? -1, spread[1]?.d ?? -1];
}
