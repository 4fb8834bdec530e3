import type { Problem } from '../engine/problem';
import { reclassed } from './reclass';

/** Hours are sums. */
const EXACT = 1e-6;

/** What seats can hold. */
export interface Room {
  /** K values: most accounts, and most hours a year; infinite where nothing is said. */
  readonly accounts: Float64Array;
  readonly hours: Float64Array;
  /** N values ≥ 0: hours that an account takes; all 0 where nobody knows. */
  readonly work: Float64Array;
}

/** What seats can hold, and who would go. */
export interface Books extends Room {
  /** N values: the lowest goes first; of equal ones the later in the list. */
  readonly score: Float64Array;
  /** N values: 1 for an account that may go to the pool. */
  readonly free: Uint8Array;
}

/** What is beyond the books of an assignment. */
export interface Beyond {
  /** Accounts for the pool, the lowest first in each seat. */
  readonly accounts: readonly number[];
  /** Seats that stay above their limit: nobody else of theirs may go. */
  readonly seats: readonly number[];
}

/**
 * The accounts with the lowest scores that have to go so that no seat holds more than its book.
 * @param assignment N values: seat, −1 none
 */
export function beyondBooks(
  assignment: Int32Array,
  { accounts: most, hours, work, score, free }: Books,
): Beyond {
  const held = Array.from(most, (): number[] => []);
  assignment.forEach((j, i) => held[j]?.push(i));
  const pooled: number[] = [];
  const seats: number[] = [];
  held.forEach((book, j) => {
    let count = book.length;
    let load = book.reduce((sum, i) => sum + (work[i] ?? 0), 0);
    const isOver = () => count > (most[j] ?? Infinity) || load > (hours[j] ?? Infinity) + EXACT;
    const leaving = book
      .filter((i) => free[i] === 1)
      .sort((a, b) => (score[a] ?? 0) - (score[b] ?? 0) || b - a);
    for (const i of leaving) {
      if (!isOver()) break;
      // One that takes no time helps hours nothing.
      if (count <= (most[j] ?? Infinity) && (work[i] ?? 0) === 0) continue;
      pooled.push(i);
      count--;
      load -= work[i] ?? 0;
    }
    if (isOver()) seats.push(j);
  });
  return { accounts: pooled, seats };
}

/** Seats that hold more than their book by an assignment, and more than they did before it (N seats each, −1 none). */
export function overfilled(assignment: Int32Array, before: Int32Array, room: Room): number[] {
  const held = heldBy(assignment, room);
  const then = heldBy(before, room);
  return [...room.accounts.keys()].filter((j) => {
    const exceeds = (now: number, was: number, most: number) => now > most + EXACT && now > was + EXACT;
    return (
      exceeds(held.accounts[j] ?? 0, then.accounts[j] ?? 0, room.accounts[j] ?? Infinity) ||
      exceeds(held.hours[j] ?? 0, then.hours[j] ?? 0, room.hours[j] ?? Infinity)
    );
  });
}

function heldBy(assignment: Int32Array, { accounts, work }: Room): Pick<Room, 'accounts' | 'hours'> {
  const held = { accounts: new Float64Array(accounts.length), hours: new Float64Array(accounts.length) };
  assignment.forEach((j, i) => {
    if (j < 0) return;
    held.accounts[j] = (held.accounts[j] ?? 0) + 1;
    held.hours[j] = (held.hours[j] ?? 0) + (work[i] ?? 0);
  });
  return held;
}

/** The problem in which nothing may come to some seats: what is there by an assignment may stay. */
export function takingNone(problem: Problem, assignment: Int32Array, seats: ReadonlySet<number>): Problem {
  if (seats.size === 0) return problem;
  const { classes, territories: k, classOf, eligible } = problem;
  const row = new Map([...seats].map((j, n) => [j, n + 1]));
  const open = new Uint8Array(classes * (seats.size + 1) * k);
  for (let c = 0; c < classes; c++) {
    for (const at of [-1, ...seats]) {
      const start = (c * (seats.size + 1) + (row.get(at) ?? 0)) * k;
      for (let j = 0; j < k; j++) {
        open[start + j] = j === at || !seats.has(j) ? (eligible[c * k + j] ?? 0) : 0;
      }
    }
  }
  return {
    ...problem,
    ...reclassed(
      problem,
      Array.from({ length: classes * (seats.size + 1) }, (_, c) => Math.floor(c / (seats.size + 1))),
    ),
    classOf: classOf.map((c, i) => c * (seats.size + 1) + (row.get(assignment[i] ?? -1) ?? 0)),
    eligible: open,
  };
}
