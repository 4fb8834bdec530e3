import type { Problem } from './contract';
import type { Binding } from './families';
import type { Measures } from './measures';

export function hasPlace(problem: Problem, i: number): boolean {
  const d = problem.dims;
  return d > 0 && problem.points[i * d] === problem.points[i * d];
}

/** The mean place (dims): taken off all places, so that squares of sphere coordinates do not eat the digits. */
export function originOf(problem: Problem): Float64Array {
  const { accounts, dims, points } = problem;
  const origin = new Float64Array(dims);
  let placed = 0;
  for (let i = 0; i < accounts; i++) {
    if (!hasPlace(problem, i)) continue;
    placed++;
    for (let d = 0; d < dims; d++) origin[d]! += points[i * dims + d]!;
  }
  if (placed > 0) for (let d = 0; d < dims; d++) origin[d]! /= placed;
  return origin;
}

/**
 * Places of atoms, one at a time: the mean of the members' places by mass. Members without a place are taken to
 * be there too.
 */
export class AtomPlaces {
  /** The place last read (dims). */
  readonly place: Float64Array;

  constructor(
    private readonly problem: Problem,
    private readonly next: Binding['next'],
    private readonly mass: Measures['mass'],
  ) {
    this.place = new Float64Array(problem.dims);
  }

  /** Reads the place of the atom that an account leads; false where no member has one. */
  read(head: number): boolean {
    const { problem, next, place } = this;
    const { dims, points } = problem;
    if (!next || next[head]! < 0) {
      for (let d = 0; d < dims; d++) place[d] = points[head * dims + d]!;
      return hasPlace(problem, head);
    }
    let sum = 0;
    let count = 0;
    place.fill(0);
    for (let i = head; i >= 0; i = next[i]!) {
      if (!hasPlace(problem, i)) continue;
      const u = this.mass(i) + 1e-12; // members of no mass at all still have a mean
      for (let d = 0; d < dims; d++) place[d]! += u * points[i * dims + d]!;
      sum += u;
      count++;
    }
    for (let d = 0; d < dims; d++) place[d]! /= sum;
    return count > 0;
  }
}
