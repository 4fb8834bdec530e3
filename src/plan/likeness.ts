import { othersIn, restCells, type RowKeys } from './account-keys';
import type { Matching } from './match-accounts';

/**
 * How alike rows are in their cells beside the key. A cell that few rows have says much, one that all have nothing: it
 * weighs as many bits as it tells (Fellegi and Sunter 1969, with the frequencies of the list itself).
 */
class Likeness {
  private readonly counts: Map<string, number>[];
  private readonly most: number;

  constructor(
    private readonly then: RowKeys,
    private readonly now: RowKeys,
  ) {
    this.counts = then.by.rest.map(() => new Map<string, number>());
    this.most = Math.log2(Math.max(2, then.keys.length));
    then.keys.forEach((_, row) => {
      restCells(then, row).forEach((cell, c) => {
        const counts = this.counts[c];
        if (cell !== '') counts?.set(cell, (counts.get(cell) ?? 0) + 1);
      });
    });
  }

  /** What a cell of now tells, in bits. */
  weight(c: number, cell: string): number {
    const count = this.counts[c]?.get(cell);
    return count === undefined ? this.most : Math.log2(Math.max(2, this.then.keys.length) / count);
  }

  /** How often a cell stands in its column then. */
  count(c: number, cell: string): number {
    return this.counts[c]?.get(cell) ?? 0;
  }

  /** All that a row of now tells. */
  whole(r: number): number {
    return restCells(this.now, r).reduce(
      (sum, cell, c) => (cell === '' ? sum : sum + this.weight(c, cell)),
      0,
    );
  }

  /** What of that a row of then says too. */
  shared(r: number, row: number): number {
    const was = restCells(this.then, row);
    return restCells(this.now, r).reduce(
      (sum, cell, c) => (cell !== '' && cell === was[c] ? sum + this.weight(c, cell) : sum),
      0,
    );
  }
}

/** Rows are strangers that share less than this part of what they tell. */
const STRANGE = 0.5;

/** A row is another one that shares this part of what it tells: two accounts may have a figure in common. */
const ENOUGH = 0.4;
/** One whose key was never seen is a new account, if it is not nearly all another one. */
const UNKNOWN = 0.8;
/** A cell that more rows have is no trace of any of them. */
const RARE = 8;

/**
 * Rows of now without a match, or with a stranger's, and rows of then that are as lonely: pairs that are each the other's
 * likest by far.
 * @returns the row of then by the row of now
 */
export function likestOf({ then, now, match, free }: Matching): Map<number, number> {
  const left = [...free.values()].flat();
  const isAnyStrange = match.some((was, r) => was >= 0 && now.rest[r] !== then.rest[was]);
  if (left.length === 0 && !isAnyStrange) return new Map();
  const likeness = new Likeness(then, now);
  const [othersThen, othersNow] = [othersIn(then), othersIn(now)];
  const rows = Array.from(match.keys()).filter((r) => {
    const was = match[r] ?? -1;
    if ((now.keys[r] ?? '') === '') return false;
    if (was < 0) return true;
    if (now.rest[r] === then.rest[was]) return false;
    const others = othersNow(r);
    // It was the name that somebody changed.
    if (then.by.isNamed === true && others !== '' && others === othersThen(was)) return false;
    return likeness.shared(r, was) < STRANGE * likeness.whole(r);
  });
  const held = rows.map((r) => match[r] ?? -1).filter((was) => was >= 0);
  const traces = tracesOf(then, [...held, ...left], likeness);
  const known = new Set(then.keys);
  const wanted = new Map<number, { readonly r: number; readonly score: number; readonly isTied: boolean }>();
  const found: { readonly r: number; readonly row: number }[] = [];
  for (const r of rows) {
    const scores = restCells(now, r)
      .flatMap((cell, c) => traces.get(`${c}:${cell}`) ?? [])
      .filter((row, n, all) => all.indexOf(row) === n)
      .map((row) => ({ row, score: likeness.shared(r, row) }))
      .sort((a, b) => b.score - a.score);
    const [best, next] = scores;
    const held = match[r] ?? -1;
    const part = known.has(now.keys[r] ?? '') ? ENOUGH : UNKNOWN;
    const enough = Math.max(part * likeness.whole(r), held < 0 ? 0 : 1 + likeness.shared(r, held));
    if (best === undefined || best.row === held || best.score < enough || best.score === next?.score)
      continue;
    found.push({ r, row: best.row });
    const other = wanted.get(best.row);
    if (other === undefined || best.score > other.score)
      wanted.set(best.row, { r, score: best.score, isTied: false });
    else if (best.score === other.score) wanted.set(best.row, { ...other, isTied: true });
  }
  return new Map(
    found.flatMap(({ r, row }): [number, number][] => {
      const winner = wanted.get(row);
      return winner?.r === r && !winner.isTied ? [[r, row]] : [];
    }),
  );
}

/** Which candidates have a rare cell, by column and cell. */
function tracesOf(
  then: RowKeys,
  candidates: readonly number[],
  likeness: Likeness,
): ReadonlyMap<string, readonly number[]> {
  const traces = new Map<string, number[]>();
  for (const row of candidates)
    restCells(then, row).forEach((cell, c) => {
      if (cell === '' || likeness.count(c, cell) > RARE) return;
      const key = `${c}:${cell}`;
      const known = traces.get(key);
      if (known === undefined) traces.set(key, [row]);
      else known.push(row);
    });
  return traces;
}
