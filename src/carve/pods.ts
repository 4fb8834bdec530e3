import { haversineKm, type GeoPoint } from '../geo/sphere';

/** Who is to help whom: T territories, P people of one role. */
export interface PodProblem {
  /** T values, not negative, in any unit; 0 everywhere: all territories are alike. */
  readonly load: Float64Array;
  /** T points in degrees; NaN where no place is known. */
  readonly centres: readonly GeoPoint[];
  /** T names of who leads the territory; empty for nobody. */
  readonly leaders: readonly string[];
  readonly people: readonly { readonly share: number; readonly leader: string }[];
  /** T values: person who stays there, FREE, or NOBODY. */
  readonly fixed: Int32Array;
  /** Load this far from the fair one, as a fraction, is as good as none. */
  readonly tolerance: number;
}
export const FREE = -1;
export const NOBODY = -2;

/** A territory under another leader is as far as two territories are on average. */
const LED_APART = 1;
/** What being beyond the tolerance costs, a territory, beside distances of about 1. */
const BEYOND = 20;
const WITHIN = 1;
/** With more territories than this only single ones are moved. */
const MOST_SWAPPED = 300;
const SWEEPS = 200;

/**
 * Gives every territory a person: loads within the tolerance of the fair ones first, then territories of a person near each
 * other and under one leader. Cut from a row of territories in three ways, each mended by moves and swaps until none is
 * better; the best is taken, of equals the first.
 * @returns T values: index of the person, −1 for nobody
 */
export function podsOf(problem: PodProblem): Int32Array {
  const { load, fixed, people } = problem;
  const none = new Int32Array(load.length).fill(-1);
  if (people.length === 0) return none;
  const apart = distances(problem);
  let best: Search | undefined;
  for (const order of orders(problem)) {
    const search = new Search(problem, apart, cut(problem, order));
    search.run();
    if (best === undefined || search.cost() < best.cost() - 1e-9) best = search;
  }
  const found = best?.assignment ?? none;
  return found.map((p, i) => (fixed[i] === NOBODY ? -1 : p));
}

/** T × T, about 1 on average; 1 where a place is not known. */
function distances({ centres, leaders }: PodProblem): Float64Array {
  const t = centres.length;
  const km = new Float64Array(t * t).fill(NaN);
  let [sum, count] = [0, 0];
  for (let i = 0; i < t; i++)
    for (let k = 0; k < i; k++) {
      const [a, b] = [centres[i], centres[k]];
      if (a === undefined || b === undefined || Number.isNaN(a.latitude) || Number.isNaN(b.latitude))
        continue;
      km[i * t + k] = km[k * t + i] = haversineKm(a, b);
      sum += km[i * t + k] ?? 0;
      count++;
    }
  const mean = sum > 0 ? sum / count : 1;
  return km.map((way, at) => {
    const [i, k] = [Math.floor(at / t), at % t];
    if (i === k) return 0;
    const isSplit = leaders[i] !== '' && leaders[k] !== '' && leaders[i] !== leaders[k];
    return (Number.isNaN(way) ? 1 : way / mean) + (isSplit ? LED_APART : 0);
  });
}

/** Territories in a row: by leader and from west to east, from west to east, from north to south. */
function orders({ centres, leaders, fixed }: PodProblem): number[][] {
  const free = Array.from(fixed, (_, i) => i).filter((i) => fixed[i] === FREE);
  const at = (i: number, axis: keyof GeoPoint) => {
    const value = centres[i]?.[axis] ?? NaN;
    return Number.isNaN(value) ? 0 : value;
  };
  const west = (a: number, b: number) => at(a, 'longitude') - at(b, 'longitude');
  const north = (a: number, b: number) => at(b, 'latitude') - at(a, 'latitude');
  const led = (a: number, b: number) => {
    const [x, y] = [leaders[a] ?? '', leaders[b] ?? ''];
    return x < y ? -1 : Number(x > y);
  };
  return [
    [...free].sort((a, b) => led(a, b) || west(a, b) || a - b),
    [...free].sort((a, b) => west(a, b) || a - b),
    [...free].sort((a, b) => north(a, b) || a - b),
  ];
}

/** The row in pieces, one a person, each about as large as is fair. */
function cut({ load, people, fixed }: PodProblem, order: readonly number[]): Int32Array {
  const assignment = Int32Array.from(fixed, (p) => Math.max(p, -1));
  const weigh = (i: number) => (load[i] ?? 0) + 1e-9;
  const total = order.reduce((sum, i) => sum + weigh(i), 0);
  const shares = people.reduce((sum, { share }) => sum + share, 0);
  let p = 0;
  let end = (total * (people[0]?.share ?? 1)) / shares;
  let before = 0;
  for (const i of order) {
    const middle = before + weigh(i) / 2;
    while (p < people.length - 1 && middle > end) end += (total * (people[++p]?.share ?? 1)) / shares;
    assignment[i] = p;
    before += weigh(i);
  }
  return assignment;
}

/** A plan under repair, with all that a move changes. */
class Search {
  private readonly t: number;
  /** Per person: number and load of territories, Σ of distances between them (each pair twice). */
  private readonly count: Float64Array;
  private readonly held: Float64Array;
  private readonly within: Float64Array;
  /** T × P: Σ of distances from a territory to those of a person. */
  private readonly to: Float64Array;
  private readonly fair: Float64Array;
  private readonly load: Float64Array;
  /** People whose leader leads territories. */
  private readonly isLed: readonly boolean[];

  constructor(
    private readonly problem: PodProblem,
    private readonly apart: Float64Array,
    readonly assignment: Int32Array,
  ) {
    const { people, leaders, load } = problem;
    const n = people.length;
    this.t = load.length;
    const sum = load.reduce((all, x, i) => (assignment[i] === -1 ? all : all + x), 0);
    this.load = sum > 0 ? load : new Float64Array(this.t).fill(1);
    const total = this.load.reduce((all, x, i) => (assignment[i] === -1 ? all : all + x), 0);
    const shares = people.reduce((all, { share }) => all + share, 0);
    this.fair = Float64Array.from(people, ({ share }) => (total * share) / shares);
    this.count = new Float64Array(n);
    this.held = new Float64Array(n);
    this.within = new Float64Array(n);
    this.to = new Float64Array(this.t * n);
    this.isLed = people.map(({ leader }) => leader !== '' && leaders.includes(leader));
    assignment.forEach((p, i) => {
      if (p >= 0) this.put(i, p);
    });
  }

  cost(): number {
    const { people } = this.problem;
    let cost = 0;
    for (let p = 0; p < people.length; p++)
      cost += spread(this.within[p] ?? 0, this.count[p] ?? 0) + this.unfair(p, this.held[p] ?? 0);
    this.assignment.forEach((p, i) => {
      if (p >= 0) cost += this.strange(i, p);
    });
    return cost;
  }

  run(): void {
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
      const moved = this.moves();
      if (!moved && !this.swaps()) return;
    }
  }

  private put(i: number, p: number): void {
    const { t, apart } = this;
    const n = this.count.length;
    this.within[p] = (this.within[p] ?? 0) + 2 * this.toOf(i, p);
    this.count[p] = (this.count[p] ?? 0) + 1;
    this.held[p] = (this.held[p] ?? 0) + (this.load[i] ?? 0);
    for (let k = 0; k < t; k++) this.to[k * n + p] = this.toOf(k, p) + (apart[k * t + i] ?? 0);
    this.assignment[i] = p;
  }

  private take(i: number): void {
    const { t, apart } = this;
    const n = this.count.length;
    const p = this.assignment[i] ?? -1;
    for (let k = 0; k < t; k++) this.to[k * n + p] = this.toOf(k, p) - (apart[k * t + i] ?? 0);
    this.within[p] = (this.within[p] ?? 0) - 2 * this.toOf(i, p);
    this.count[p] = (this.count[p] ?? 0) - 1;
    this.held[p] = (this.held[p] ?? 0) - (this.load[i] ?? 0);
  }

  private readonly toOf = (i: number, p: number): number => this.to[i * this.count.length + p] ?? 0;

  private strange(i: number, p: number): number {
    const leader = this.problem.leaders[i] ?? '';
    return this.isLed[p] === true && leader !== '' && leader !== this.problem.people[p]?.leader ? 1 : 0;
  }

  private unfair(p: number, held: number): number {
    const fair = this.fair[p] ?? 0;
    if (fair <= 0) return 0;
    const off = Math.abs(held / fair - 1);
    return this.t * (BEYOND * Math.max(0, off - this.problem.tolerance / 2) + WITHIN * off * off);
  }

  /** What changes for one person. */
  private change(p: number, within: number, count: number, held: number): number {
    const [w, c, h] = [this.within[p] ?? 0, this.count[p] ?? 0, this.held[p] ?? 0];
    return spread(w + within, c + count) - spread(w, c) + this.unfair(p, h + held) - this.unfair(p, h);
  }

  private moves(): boolean {
    const { problem, load } = this;
    let any = false;
    for (let i = 0; i < this.t; i++) {
      if (problem.fixed[i] !== FREE) continue;
      const p = this.assignment[i] ?? -1;
      const away = this.change(p, -2 * this.toOf(i, p), -1, -(load[i] ?? 0)) - this.strange(i, p);
      let [best, to] = [-1e-9, -1];
      for (let q = 0; q < problem.people.length; q++) {
        if (q === p) continue;
        const gain = away + this.change(q, 2 * this.toOf(i, q), 1, load[i] ?? 0) + this.strange(i, q);
        if (gain < best) [best, to] = [gain, q];
      }
      if (to < 0) continue;
      this.take(i);
      this.put(i, to);
      any = true;
    }
    return any;
  }

  private swaps(): boolean {
    const { t, apart, load, problem } = this;
    if (t > MOST_SWAPPED) return false;
    let any = false;
    for (let i = 0; i < t; i++)
      for (let k = i + 1; k < t; k++) {
        if (problem.fixed[i] !== FREE || problem.fixed[k] !== FREE) continue;
        const [p, q] = [this.assignment[i] ?? -1, this.assignment[k] ?? -1];
        if (p === q) continue;
        const between = apart[i * t + k] ?? 0;
        const more = (load[k] ?? 0) - (load[i] ?? 0);
        const gain =
          this.change(p, 2 * (this.toOf(k, p) - between - this.toOf(i, p)), 0, more) +
          this.change(q, 2 * (this.toOf(i, q) - between - this.toOf(k, q)), 0, -more) +
          this.strange(i, q) +
          this.strange(k, p) -
          this.strange(i, p) -
          this.strange(k, q);
        if (gain > -1e-9) continue;
        this.take(i);
        this.take(k);
        this.put(i, q);
        this.put(k, p);
        any = true;
      }
    return any;
  }
}

/** Mean distance of a group's members to each other, times how many there are, halved. */
const spread = (within: number, count: number): number => (count < 1.5 ? 0 : within / (2 * count));
