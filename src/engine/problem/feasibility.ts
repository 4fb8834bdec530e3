import type { Obstacle, Problem } from './contract';
import { crowded, evenLoads, ROUNDING, rowsOf, starved, type Claims, type Row, type Scale } from './crowding';
import { HOPELESS, type Binding } from './families';
import { granularFloor } from './granules';
import type { Measures } from './measures';

export interface Feasibility {
  readonly obstacles: Obstacle[];
  /** One per metric of the problem: no plan that keeps the rules has a smaller worst deviation. */
  readonly toleranceFloor: Float64Array;
  /** K × M scaled loads to aim at: the targets, or the most even loads if accounts could be split where that is off. */
  readonly aim: Float64Array;
}

/** Oversized accounts named per metric, the largest first. */
const NAMED = 50;

/**
 * What can be said before solving: which accounts, pins, segments or territories make the tolerances
 * impossible, and a floor under the tolerance that can be reached. Every claim is checked by adding up the
 * accounts it speaks of, not by trusting an iteration.
 * @param closed K flags: 1 where a territory is set apart from the balance
 */
export function checkFeasibility(
  problem: Problem,
  binding: Binding,
  measures: Measures,
  closed: Uint8Array = new Uint8Array(problem.territories),
): Feasibility {
  const obstacles: Obstacle[] = [...binding.conflicts, ...ineligible(problem, binding)];
  const floor = new Float64Array(problem.metrics.length);
  const aim = measures.target.slice();
  const rows = rowsOf(problem, binding, measures);
  const metrics = measures.ids.length;
  const take = (metric: number, found: Claims) => {
    floor[metric] = Math.max(floor[metric]!, found.floor);
    obstacles.push(...found.obstacles);
  };
  for (let m = 0; m < metrics; m++) {
    const scale = scaleOf(problem, binding, measures, closed, m);
    take(scale.metric, overfull(scale));
    take(scale.metric, { floor: granularFloor(binding, measures, m), obstacles: [] });
    take(scale.metric, oversized(binding, measures, rows, scale));
    const even = evenLoads([...rows.values()], scale);
    const ratio = even.map((load, j) => load / scale.target[j]!);
    if (ratio.some((r) => Math.abs(r - 1) > scale.tolerance + ROUNDING)) {
      even.forEach((load, j) => (aim[j * metrics + m] = load));
    }
    take(scale.metric, crowded([...rows.values()], scale, ratio));
    take(scale.metric, starved([...rows.values()], scale, ratio));
  }
  const empty = emptyTerritories(problem, binding);
  if (empty > 0) {
    obstacles.push({ kind: 'empty', territories: empty });
    for (const id of measures.ids) floor[id] = Math.max(floor[id]!, 1);
  }
  return { obstacles, toleranceFloor: floor, aim };
}

/** Classes with accounts that may go nowhere. */
function ineligible({ accounts, classOf }: Problem, { fixed }: Binding): Obstacle[] {
  const hopeless = new Map<number, number>();
  for (let i = 0; i < accounts; i++) {
    if (fixed[i] === HOPELESS) hopeless.set(classOf[i]!, (hopeless.get(classOf[i]!) ?? 0) + 1);
  }
  return [...hopeless].map(([classIndex, count]) => ({ kind: 'ineligible', classIndex, accounts: count }));
}

/** How many territories stay empty because there are too few atoms. */
function emptyTerritories({ territories: k }: Problem, { fixed, heads }: Binding): number {
  const occupied = new Uint8Array(k);
  for (const j of fixed) if (j >= 0) occupied[j] = 1;
  return k - Math.min(k, heads.length + occupied.reduce((a, b) => a + b, 0));
}

function scaleOf(
  problem: Problem,
  binding: Binding,
  measures: Measures,
  closed: Uint8Array,
  m: number,
): Scale {
  const { territories: k, accounts } = problem;
  const of = (values: Float64Array) => values.filter((_, at) => at % measures.ids.length === m);
  const target = of(measures.target);
  const fixed = new Float64Array(k);
  for (let i = 0; i < accounts; i++) {
    if (binding.fixed[i]! >= 0) fixed[binding.fixed[i]!]! += measures.weight(i, m);
  }
  const metric = measures.ids[m]!;
  return {
    m,
    metric,
    tolerance: problem.metrics[metric]!.tolerance,
    target,
    open: [...closed.keys()].filter((j) => closed[j] === 0),
    upper: of(measures.band).map((b, j) => target[j]! + b),
    fixed,
    inUnits: (value) => measures.inUnits(m, value),
  };
}

/** Territories whose pinned accounts alone are too much. */
function overfull({ metric, target, upper, fixed, inUnits }: Scale): Claims {
  let floor = 0;
  const obstacles: Obstacle[] = [];
  for (let j = 0; j < target.length; j++) {
    floor = Math.max(floor, fixed[j]! / target[j]! - 1);
    if (fixed[j]! <= upper[j]! * (1 + ROUNDING)) continue;
    obstacles.push({
      kind: 'pinned',
      territory: j,
      metric,
      value: inUnits(fixed[j]!),
      limit: inUnits(upper[j]!),
    });
  }
  return { floor, obstacles };
}

/** Atoms that are too much for every territory they may go to. */
function oversized(
  { heads, next, rowOf, eligible }: Binding,
  { weight }: Measures,
  rows: ReadonlyMap<number, Row>,
  { m, metric, tolerance, target, inUnits }: Scale,
): Claims {
  const found: Extract<Obstacle, { kind: 'oversized' }>[] = [];
  const rooms = new Float64Array(eligible.length / target.length);
  for (const [row, { territories }] of rows) {
    for (const j of territories) rooms[row] = Math.max(rooms[row]!, target[j]!);
  }
  let fullest = 0;
  for (const head of heads) {
    let value = 0;
    for (let i = head; i >= 0; i = next ? next[i]! : -1) value += weight(i, m);
    const room = rooms[rowOf[head]!]!;
    if (value > fullest * room) fullest = value / room;
    const limit = room * (1 + tolerance);
    if (value <= limit * (1 + ROUNDING)) continue;
    found.push({ kind: 'oversized', account: head, metric, value: inUnits(value), limit: inUnits(limit) });
  }
  found.sort((a, b) => b.value - a.value || a.account - b.account);
  return { floor: fullest - 1, obstacles: found.slice(0, NAMED) };
}
