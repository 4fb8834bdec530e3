import type { Problem } from './contract';

/** Eligibility rows for sets of classes, made when first asked for. */
export class EligibilityRows {
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
    return this.means(this.problem.preference, this.k);
  }

  /** Factors of keeping, the mean of a family's classes. */
  keepOf(): Float64Array | null {
    return this.means(this.problem.keepOf, 1);
  }

  /** @param values classes × width; @returns rows × width, where a set of classes has their means */
  private means(values: Float64Array | undefined, width: number): Float64Array | null {
    if (!values) return null;
    const table = new Float64Array(this.sets.length * width);
    table.set(values);
    for (let row = this.problem.classes; row < this.sets.length; row++) {
      const set = this.sets[row]!;
      for (let j = 0; j < width; j++) {
        let sum = 0;
        for (const q of set) sum += values[q * width + j]!;
        table[row * width + j] = sum / set.length;
      }
    }
    return table;
  }
}

/** A set of classes with one more. */
export function include(classes: readonly number[], q: number): number[] {
  return classes.includes(q) ? [...classes] : [...classes, q].sort((a, b) => a - b);
}
