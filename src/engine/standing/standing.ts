import { beyond } from '../problem/excess';
import { holderOf, setApart } from '../problem/apart';
import { bind, HOPELESS, type Binding } from '../problem/families';
import { centresOf } from '../problem/figures';
import { measuresOf, type Measures } from '../problem/measures';
import { Neighbours } from './neighbours';
import type { Problem } from '../problem/contract';
import { validate, validateAssignment } from '../problem/validate';

/**
 * A plan in force, kept up to date move by move: what repair, placing and advice work on. Its moves are by
 * atom (an account, or a family that stays together), named by the account that leads it. Building one is a
 * pass over the accounts; a move costs no more than its members.
 */
export class Standing {
  readonly binding: Binding;
  /** Targets of the accounts that are not set apart where they are now (apart.ts). */
  measures: Measures;
  /** Targets of all accounts. */
  readonly whole: Measures;
  /** Atoms above this load may be set apart: where they are decides about the targets. */
  private large = Infinity;
  /** N territories, −1 for none. */
  readonly assignment: Int32Array;
  /** K × M scaled loads of all accounts that have a territory. */
  readonly load: Float64Array;
  /** K × dims as the plan was at the start: they do not follow moves. NaN without placed accounts. */
  readonly centres: Float64Array;
  readonly neighbours: Neighbours;
  /** Mean distance of a centre to the next one; 1 without any. */
  readonly spacing: number;
  readonly k: number;
  readonly metrics: number;

  /** @throws EngineError if the problem or the assignment breaks its contract */
  constructor(
    readonly problem: Problem,
    assignment: ArrayLike<number>,
    centres?: Float64Array,
  ) {
    validate(problem);
    validateAssignment(problem, assignment);
    this.binding = bind(problem);
    this.whole = measuresOf(problem, this.binding);
    this.assignment = Int32Array.from(assignment);
    this.measures = this.whole;
    this.k = problem.territories;
    this.metrics = this.whole.ids.length;
    this.measure();
    this.load = new Float64Array(this.k * this.metrics);
    for (let i = 0; i < problem.accounts; i++) this.count(i, this.assignment[i]!, 1);
    this.centres = centres?.slice() ?? centresOf(problem, this.measures, this.assignment);
    this.neighbours = new Neighbours(this.centres, this.k, problem.dims);
    let sum = 0;
    let known = 0;
    for (let j = 0; j < this.k && problem.dims > 0 && this.k > 1; j++) {
      const [next] = this.neighbours.around(j, 1);
      const distance = Math.sqrt(this.neighbours.square(this.centres, j * problem.dims, next!));
      if (!(distance < Infinity)) continue;
      sum += distance;
      known++;
    }
    this.spacing = sum > 0 ? sum / known : 1;
  }

  /** Finds anew what is set apart, and the targets of the rest. */
  measure(): void {
    const { problem, binding, whole, assignment, k, metrics } = this;
    const apart = setApart(problem, binding, whole, holderOf(assignment));
    this.measures = apart?.measures ?? whole;
    this.large = Infinity;
    const { target, band } = this.measures;
    for (let j = 0; j < k && metrics > 0; j++) {
      if (apart?.closed[j] === 1) continue;
      this.large = Math.min(this.large, target[j * metrics]! + band[j * metrics]!);
    }
  }

  /** Members of the atom that an account leads, itself first. */
  members(head: number): number[] {
    const { next } = this.binding;
    const list = [head];
    for (let i = next ? next[head]! : -1; i >= 0; i = next![i]!) list.push(i);
    return list;
  }

  /** Weight of an atom on a metric. */
  weight(head: number, m: number): number {
    const { next } = this.binding;
    let sum = 0;
    for (let i = head; i >= 0; i = next ? next[i]! : -1) sum += this.measures.weight(i, m);
    return sum;
  }

  /** True if an atom may go to a territory. */
  allowed(head: number, j: number): boolean {
    return this.binding.eligible[this.binding.rowOf[head]! * this.k + j] === 1;
  }

  /** Puts an atom into a territory. */
  move(head: number, to: number): void {
    const { next } = this.binding;
    for (let i = head; i >= 0; i = next ? next[i]! : -1) this.set(i, to);
    if (next && next[head]! >= 0 && this.metrics > 0 && this.weight(head, 0) > this.large) this.measure();
  }

  /** Puts one account into a territory, whatever the rules. */
  set(i: number, to: number): void {
    this.count(i, this.assignment[i]!, -1);
    this.assignment[i] = to;
    this.count(i, to, 1);
    if (this.metrics > 0 && this.whole.weight(i, 0) > this.large) this.measure();
  }

  /** Distance in coordinates from an account to a centre; NaN where either has no place. */
  distance(i: number, j: number): number {
    const { dims, points } = this.problem;
    return dims === 0 ? NaN : Math.sqrt(this.neighbours.square(points, i * dims, j));
  }

  /** Excess of a territory beyond its tolerance on a metric as a fraction of target, with `more` load added. */
  excess(j: number, m: number, more = 0): number {
    return beyond(this.measures, this.load, j * this.metrics + m, more);
  }

  /** Centres of the plan as it is now (K × dims); a territory that is empty now has the one it had. */
  presentCentres(): Float64Array {
    return centresOf(this.problem, this.measures, this.assignment).map((c, at) =>
      c === c ? c : this.centres[at]!,
    );
  }

  private count(i: number, j: number, sign: number): void {
    if (j < 0 || this.binding.fixed[i] === HOPELESS) return;
    for (let m = 0; m < this.metrics; m++)
      this.load[j * this.metrics + m]! += sign * this.measures.weight(i, m);
  }
}
