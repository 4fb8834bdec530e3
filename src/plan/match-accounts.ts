import { namesIn, othersIn, restCells, type RowKeys } from './account-keys';
import { likestOf } from './likeness';

/** Where the rows of now stood then. */
export interface RowMatch {
  /** For each row now the row then; −1: it was not there, or it holds no account. */
  readonly then: Int32Array;
  /** Accounts now that were not there then, and the other way round. */
  readonly added: number;
  readonly gone: number;
  /** The same accounts in the same rows. */
  readonly isSame: boolean;
}

/** Matching under way: what each row was, and which rows of then no row has, by their keys. */
export interface Matching {
  readonly then: RowKeys;
  readonly now: RowKeys;
  readonly match: Int32Array;
  readonly free: Map<string, number[]>;
}

/**
 * Finds the rows of then among those of now, both keyed by the same columns. Rows with one key are matched by
 * their other cells, then by name and place, then in their order. A row without its old key is the same row if its other
 * cells are those of one row alone that is missing: somebody corrected an id. Where all other cells of a row are those of
 * one other row then, or name and place are and the row of its id has nothing of it, that is its account, whatever its id
 * says: somebody numbered the list anew.
 */
export function matchRows(then: RowKeys, now: RowKeys): RowMatch {
  const match = new Int32Array(now.keys.length).fill(-1);
  const free = new Map<string, number[]>();
  then.keys.forEach((key, r) => {
    if (key === '') return;
    const known = free.get(key);
    if (known === undefined) free.set(key, [r]);
    else known.push(r);
  });
  const rows = now.keys.flatMap((key, r) => (key === '' ? [] : [r]));
  const take = (r: number, pick: (group: readonly number[]) => number) => {
    const group = free.get(now.keys[r] ?? '');
    if (group === undefined || group.length === 0) return;
    const at = pick(group);
    if (at < 0) return;
    match[r] = group[at] ?? -1;
    group.splice(at, 1);
  };
  const isAlone = (group: readonly number[]) => group.length === 1;
  const doubled = new Set([...free].flatMap(([key, group]) => (isAlone(group) ? [] : [key])));
  const isDoubled = countedTwice(now.keys);
  for (const r of rows) {
    const key = now.keys[r] ?? '';
    if (doubled.has(key) || isDoubled.has(key))
      take(r, (group) => group.findIndex((was) => then.rest[was] === now.rest[r]));
    else take(r, () => 0);
  }
  const matching = { then, now, match, free };
  // Most lists are as they were, in whatever order: there is nothing to weigh then.
  if (!isSettled(matching, rows)) settle(matching, rows, take);

  const gone = [...free.values()].reduce((sum, group) => sum + group.length, 0);
  const added = rows.filter((r) => match[r] === -1).length;
  const isSame =
    added === 0 && gone === 0 && then.keys.length === now.keys.length && rows.every((r) => match[r] === r);
  return { then: match, added, gone, isSame };
}

/** Every row has its match, no row of then is left, and all cells are what they were. */
const isSettled = ({ then, now, match, free }: Matching, rows: readonly number[]): boolean =>
  rows.every((r) => match[r] !== -1 && now.rest[r] === then.rest[match[r] ?? -1]) &&
  [...free.values()].every((group) => group.length === 0);

/** Weighs what keys alone do not tell. */
function settle(
  matching: Matching,
  rows: readonly number[],
  take: (r: number, pick: (group: readonly number[]) => number) => void,
): void {
  const { then, now, match } = matching;
  const [nameThen, nameNow] = [namesIn(then), namesIn(now)];
  for (const r of rows)
    if (match[r] === -1 && nameNow(r) !== '')
      take(r, (group) => group.findIndex((was) => nameThen(was) === nameNow(r)));
  renumbered(matching);
  byText(then.rest, now.rest, matching);
  const names = (keys: RowKeys, of: (row: number) => string) => keys.keys.map((_, r) => of(r));
  byText(names(then, nameThen), names(now, nameNow), matching);
  // A row that has little of the row of its id, and much of another that is as lonely, is that one: somebody numbered
  // the list anew and changed more of it.
  move(likestOf(matching), matching);
  if (isInOrder(match)) inTurn(matching);
}

/** No row that was found stands before one that stood before it. */
function isInOrder(match: Int32Array): boolean {
  let last = -1;
  return match.every((was) => {
    if (was < 0) return true;
    const isAfter = was > last;
    last = was;
    return isAfter;
  });
}

/**
 * Rows with one key are told by their order, as long as the list has kept its own and each has something of the row that
 * it would be: twins that changed places and figures are nobody that is known.
 */
function inTurn({ then, now, match, free }: Matching): void {
  const left = new Map<string, number[]>();
  now.keys.forEach((key, r) => {
    if (key !== '' && match[r] === -1) left.set(key, [...(left.get(key) ?? []), r]);
  });
  for (const [key, rows] of left) {
    const group = free.get(key) ?? [];
    const pairs = rows.slice(0, group.length).map((r, n) => [r, group[n] ?? -1] as const);
    if (!pairs.every(([r, was]) => hasOf(restCells(now, r), restCells(then, was)))) continue;
    for (const [r, was] of pairs) match[r] = was;
    group.splice(0, pairs.length);
  }
}

/** Whether a row has a cell of another, or says nothing. */
const hasOf = (cells: readonly string[], was: readonly string[]): boolean =>
  cells.every((cell) => cell === '') || cells.some((cell, c) => cell !== '' && cell === was[c]);

/** Rows by their other cells, where these are one row's alone. */
function alone(entries: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const [rest, r] of entries) if (rest !== '') rows.set(rest, rows.has(rest) ? -1 : r);
  return new Map([...rows].filter(([, r]) => r >= 0));
}

/** Rows that took over the id of another row are the rows they were: all else is that one's, or its name and place. */
function renumbered(matching: Matching): void {
  const { then, now, match } = matching;
  move(new Map([...namedAnew(then, now, match), ...movedBy(then.rest, now.rest, match)]), matching);
}

/** Gives rows of now other rows of then; whose row was taken has none until something else finds it one. */
function move(to: ReadonlyMap<number, number>, { then, match, free }: Matching): void {
  const taken = new Set(to.values());
  const release = (row: number) => {
    const key = then.keys[row] ?? '';
    const group = free.get(key);
    if (group === undefined) free.set(key, [row]);
    else group.push(row);
  };
  match.forEach((before, r) => {
    if (before === -1 || !(to.has(r) || taken.has(before))) return;
    release(before);
    match[r] = -1;
  });
  for (const [r, before] of to) {
    const group = free.get(then.keys[before] ?? '') ?? [];
    group.splice(group.indexOf(before), 1);
    match[r] = before;
  }
}

/** Rows of now, found by one text that is theirs alone, that were other rows then than their ids say. */
function movedBy(
  was: readonly string[],
  is: readonly string[],
  match: Int32Array,
): [now: number, then: number][] {
  if (is.every((text, r) => match[r] === -1 || was[match[r] ?? -1] === text)) return [];
  const before = alone(was.map((text, r) => [text, r] as const));
  return [...alone(is.map((text, r) => [text, r] as const))].flatMap(([text, r]): [number, number][] => {
    const row = before.get(text);
    return row === undefined || match[r] === row || match[r] === -1 ? [] : [[r, row]];
  });
}

/** The same by name and place. Where all else is as it was beside the id, it was the names that somebody changed. */
function namedAnew(then: RowKeys, now: RowKeys, match: Int32Array): [now: number, then: number][] {
  const [was, is] = [namesIn(then), namesIn(now)];
  const [othersThen, othersNow] = [othersIn(then), othersIn(now)];
  const all = (keys: RowKeys, of: (row: number) => string) => keys.keys.map((_, r) => of(r));
  return movedBy(all(then, was), all(now, is), match).filter(([r]) => {
    const others = othersNow(r);
    return others === '' || others !== othersThen(match[r] ?? -1);
  });
}

function countedTwice(keys: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const key of keys) {
    if (seen.has(key)) twice.add(key);
    seen.add(key);
  }
  return twice;
}

/** Matches what is left by one text, where it is one row's alone on both sides. */
function byText(was: readonly string[], is: readonly string[], { then, now, match, free }: Matching): void {
  const left = [...free.values()].flat();
  if (left.length === 0) return;
  const before = alone(left.map((r) => [was[r] ?? '', r]));
  const after = alone(
    Array.from(match).flatMap((m, r) =>
      m === -1 && (now.keys[r] ?? '') !== '' ? [[is[r] ?? '', r] as const] : [],
    ),
  );
  for (const [text, r] of after) {
    const row = before.get(text);
    if (row === undefined) continue;
    match[r] = row;
    const group = free.get(then.keys[row] ?? '');
    group?.splice(group.indexOf(row), 1);
  }
}
