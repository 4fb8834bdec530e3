import type { Obstacle, Problem } from './contract';

/** Which accounts are decided before solving, and which move together. */
export interface Binding {
  /** N values: the territory an account must go to, `FREE`, or `HOPELESS` where none is eligible. */
  readonly fixed: Int32Array;
  /** Free accounts that stand for themselves or lead a family, in account order. */
  readonly heads: Int32Array;
  /** N values: the next member after an account in its family, −1 at the end; null without families. */
  readonly next: Int32Array | null;
  /** N values: the eligibility row of a head. Rows past `problem.classes` are intersections of several classes. */
  readonly rowOf: Int32Array;
  /** rows × K. */
  readonly eligible: Uint8Array;
  /** rows × K, or null without preferences. */
  readonly preference: Float64Array | null;
  readonly conflicts: readonly Obstacle[];
}

export const FREE = -1;
export const HOPELESS = -2;

/** Eligibility rows for sets of classes, made when first asked for. */
class Rows {
  readonly sets: number[][] = [];
  private readonly index = new Map<string, number>();
  private readonly k: number;

  constructor(private readonly problem: Problem) {
    this.k = problem.territories;
    for (let q = 0; q < problem.classes; q++) this.sets.push([q]);
  }

  /** The row of a set of classes; a single class is its own row. */
  of(classes: number[]): number {
    if (classes.length === 1) return classes[0]!;
    const key = classes.join();
    let row = this.index.get(key);
    if (row === undefined) {
      row = this.sets.length;
      this.sets.push(classes);
      this.index.set(key, row);
    }
    return row;
  }

  allows(classes: readonly number[], territory: number): boolean {
    return classes.every((q) => this.problem.eligible[q * this.k + territory] === 1);
  }

  any(classes: readonly number[]): boolean {
    for (let j = 0; j < this.k; j++) if (this.allows(classes, j)) return true;
    return false;
  }

  eligible(): Uint8Array {
    const { k, problem } = this;
    const table = new Uint8Array(this.sets.length * k);
    table.set(problem.eligible);
    for (let row = problem.classes; row < this.sets.length; row++) {
      for (let j = 0; j < k; j++) table[row * k + j] = this.allows(this.sets[row]!, j) ? 1 : 0;
    }
    return table;
  }

  /** A family of several classes has the mean of their preferences. */
  preference(): Float64Array | null {
    const { k, problem } = this;
    if (!problem.preference) return null;
    const table = new Float64Array(this.sets.length * k);
    table.set(problem.preference);
    for (let row = problem.classes; row < this.sets.length; row++) {
      const set = this.sets[row]!;
      for (let j = 0; j < k; j++) {
        let sum = 0;
        for (const q of set) sum += problem.preference[q * k + j]!;
        table[row * k + j] = sum / set.length;
      }
    }
    return table;
  }
}

function include(classes: readonly number[], q: number): number[] {
  return classes.includes(q) ? [...classes] : [...classes, q].sort((a, b) => a - b);
}

/**
 * Resolves pins, eligibility and families, in this order of strength: a pin holds always; a member that
 * is not eligible where its family must go leaves the family; otherwise a family is one indivisible atom.
 * Each breach is reported as a `conflict`.
 */
export function bind(problem: Problem): Binding {
  const { accounts: n, territories: k, classOf, pinned, family } = problem;
  const rows = new Rows(problem);
  const conflicts: Obstacle[] = [];
  const fixed = new Int32Array(n).fill(FREE);
  const rowOf = classOf.slice();

  // The only territory of a class decides for its accounts at once.
  const only = new Int32Array(problem.classes);
  for (let q = 0; q < problem.classes; q++) {
    let count = 0;
    let last = HOPELESS;
    for (let j = 0; j < k; j++) {
      if (problem.eligible[q * k + j] === 1) {
        count++;
        last = j;
      }
    }
    only[q] = count > 1 ? FREE : last;
  }

  const members = new Map<number, number[]>();
  let heads = 0;
  for (let i = 0; i < n; i++) {
    if (family[i]! >= 0) {
      const list = members.get(family[i]!);
      if (list) list.push(i);
      else members.set(family[i]!, [i]);
      continue;
    }
    fixed[i] = pinned[i]! >= 0 ? pinned[i]! : only[classOf[i]!]!;
    if (fixed[i] === FREE) heads++;
  }

  let next: Int32Array | null = null;
  const isHead = new Uint8Array(members.size > 0 ? n : 0);
  for (const list of members.values()) {
    next ??= new Int32Array(n).fill(-1);
    const lead = list.find((i) => pinned[i]! >= 0);
    let rest = list;
    if (lead !== undefined) {
      rest = [];
      const territory = pinned[lead]!;
      for (const i of list) {
        if (pinned[i]! >= 0) {
          fixed[i] = pinned[i]!;
          if (pinned[i] !== territory) conflicts.push({ kind: 'conflict', account: lead, other: i });
        } else if (problem.eligible[classOf[i]! * k + territory] === 1) {
          fixed[i] = territory;
        } else {
          if (only[classOf[i]!] !== HOPELESS) conflicts.push({ kind: 'conflict', account: lead, other: i });
          rest.push(i);
        }
      }
    }
    const groups: { first: number; last: number; classes: number[] }[] = [];
    for (const i of rest) {
      const q = classOf[i]!;
      if (only[q] === HOPELESS) {
        fixed[i] = HOPELESS;
        continue;
      }
      const joined = groups.find((g) => rows.any(include(g.classes, q)));
      if (joined) {
        joined.classes = include(joined.classes, q);
        next[joined.last] = i;
        joined.last = i;
      } else {
        if (groups.length > 0) conflicts.push({ kind: 'conflict', account: groups[0]!.first, other: i });
        groups.push({ first: i, last: i, classes: [q] });
      }
    }
    for (const { first, classes } of groups) {
      const choices: number[] = [];
      for (let j = 0; j < k && choices.length < 2; j++) if (rows.allows(classes, j)) choices.push(j);
      if (choices.length === 1) {
        for (let i = first; i >= 0; i = next[i]!) fixed[i] = choices[0]!;
      } else {
        rowOf[first] = rows.of(classes);
        isHead[first] = 1;
        heads++;
      }
    }
  }

  const list = new Int32Array(heads);
  let count = 0;
  for (let i = 0; i < n; i++) {
    if (family[i]! < 0 ? fixed[i] === FREE : isHead[i] === 1) list[count++] = i;
  }
  return {
    fixed,
    heads: list,
    next,
    rowOf,
    eligible: rows.eligible(),
    preference: rows.preference(),
    conflicts,
  };
}
