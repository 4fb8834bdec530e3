import type { Obstacle, Problem } from './contract';
import { EligibilityRows, include } from './eligibility';

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
  /** Factor of `keep` a row, or null where all are kept alike. */
  readonly keepOf: Float64Array | null;
  readonly conflicts: readonly Obstacle[];
}

export const FREE = -1;
export const HOPELESS = -2;

/**
 * Resolves pins, eligibility and families, in this order of strength: a pin holds always; a member that
 * is not eligible where its family must go leaves the family; otherwise a family is one indivisible atom.
 * Each breach is reported as a `conflict`.
 */
export function bind(problem: Problem): Binding {
  const { accounts: n, classOf, pinned, family } = problem;
  const fixed = new Int32Array(n).fill(FREE);
  const only = onlyTerritories(problem);
  const members = new Map<number, number[]>();
  for (let i = 0; i < n; i++) {
    if (family[i]! >= 0) {
      const list = members.get(family[i]!);
      if (list) list.push(i);
      else members.set(family[i]!, [i]);
      continue;
    }
    fixed[i] = pinned[i]! >= 0 ? pinned[i]! : only[classOf[i]!]!;
  }
  const families = new Families(problem, only, fixed, members.size > 0);
  for (const list of members.values()) families.bind(list);
  const { rows, rowOf, next, isHead, conflicts } = families;
  return {
    fixed,
    heads: positionsWhere(n, (i) => (family[i]! < 0 ? fixed[i] === FREE : isHead[i] === 1)),
    next: members.size > 0 ? next : null,
    rowOf,
    eligible: rows.eligible(),
    preference: rows.preference(),
    keepOf: rows.keepOf(),
    conflicts,
  };
}

/** The only territory of each class, which decides for its accounts at once; else `FREE`, or `HOPELESS`. */
function onlyTerritories({ classes, territories: k, eligible }: Problem): Int32Array {
  const only = new Int32Array(classes);
  for (let q = 0; q < classes; q++) {
    let count = 0;
    let last = HOPELESS;
    for (let j = 0; j < k; j++) {
      if (eligible[q * k + j] === 1) {
        count++;
        last = j;
      }
    }
    only[q] = count > 1 ? FREE : last;
  }
  return only;
}

function positionsWhere(n: number, test: (i: number) => boolean): Int32Array {
  let count = 0;
  for (let i = 0; i < n; i++) if (test(i)) count++;
  const found = new Int32Array(count);
  for (let i = 0, at = 0; at < count; i++) if (test(i)) found[at++] = i;
  return found;
}

/** Members of a family that go together: a chain along `next`, and the classes they are of. */
interface Chain {
  readonly first: number;
  last: number;
  classes: number[];
}

/** Binds families one after another, into the arrays of the binding. */
class Families {
  readonly rows: EligibilityRows;
  readonly rowOf: Int32Array;
  readonly next: Int32Array;
  /** N flags: leads a family that has a choice. */
  readonly isHead: Uint8Array;
  readonly conflicts: Obstacle[] = [];

  constructor(
    private readonly problem: Problem,
    private readonly only: Int32Array,
    private readonly fixed: Int32Array,
    any: boolean,
  ) {
    this.rows = new EligibilityRows(problem);
    this.rowOf = problem.classOf.slice();
    this.next = new Int32Array(any ? problem.accounts : 0).fill(-1);
    this.isHead = new Uint8Array(any ? problem.accounts : 0);
  }

  bind(members: readonly number[]): void {
    const lead = members.find((i) => this.problem.pinned[i]! >= 0);
    const rest = lead === undefined ? members : this.follow(lead, members);
    for (const chain of this.chains(rest)) this.decide(chain);
  }

  /** Puts members where the first pinned one is. Returns those that may not go there. */
  private follow(lead: number, members: readonly number[]): number[] {
    const { pinned, eligible, classOf, territories: k } = this.problem;
    const rest: number[] = [];
    const territory = pinned[lead]!;
    for (const i of members) {
      if (pinned[i]! >= 0) {
        this.fixed[i] = pinned[i]!;
        if (pinned[i] !== territory) this.conflicts.push({ kind: 'conflict', account: lead, other: i });
      } else if (eligible[classOf[i]! * k + territory] === 1) {
        this.fixed[i] = territory;
      } else {
        if (this.only[classOf[i]!] !== HOPELESS) {
          this.conflicts.push({ kind: 'conflict', account: lead, other: i });
        }
        rest.push(i);
      }
    }
    return rest;
  }

  /** Members that share a territory they all may go to; one chain where rules do not tear the family apart. */
  private chains(members: readonly number[]): Chain[] {
    const chains: Chain[] = [];
    for (const i of members) {
      const q = this.problem.classOf[i]!;
      if (this.only[q] === HOPELESS) {
        this.fixed[i] = HOPELESS;
        continue;
      }
      const joined = chains.find((chain) => this.rows.any(include(chain.classes, q)));
      if (joined) {
        joined.classes = include(joined.classes, q);
        this.next[joined.last] = i;
        joined.last = i;
      } else {
        if (chains.length > 0) {
          this.conflicts.push({ kind: 'conflict', account: chains[0]!.first, other: i });
        }
        chains.push({ first: i, last: i, classes: [q] });
      }
    }
    return chains;
  }

  /** A chain with one choice is fixed there; another is an atom. */
  private decide({ first, classes }: Chain): void {
    const choices: number[] = [];
    for (let j = 0; j < this.problem.territories && choices.length < 2; j++) {
      if (this.rows.allows(classes, j)) choices.push(j);
    }
    if (choices.length === 1) {
      for (let i = first; i >= 0; i = this.next[i]!) this.fixed[i] = choices[0]!;
    } else {
      this.rowOf[first] = this.rows.of(classes);
      this.isHead[first] = 1;
    }
  }
}
