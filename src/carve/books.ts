/** What seats can hold, and who would go. */
export interface Books {
  /** K values: most accounts, and most hours a year; infinite where nothing is said. */
  readonly accounts: Float64Array;
  readonly hours: Float64Array;
  /** N values ≥ 0: hours that an account takes; all 0 where nobody knows. */
  readonly work: Float64Array;
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
    const isOver = () => count > (most[j] ?? Infinity) || load > (hours[j] ?? Infinity) + 1e-6;
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
