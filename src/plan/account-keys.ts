import type { Cell } from './cells';

/**
 * What an account is known by, so that a value finds it again wherever its row stands: its id, else its name
 * and place, else all of its cells. Nothing here knows a row number for longer than one reading.
 */
export type KeyKind = 'id' | 'name' | 'row';

/** The columns keys are made of, by header. */
export interface KeyBasis {
  readonly kind: KeyKind;
  readonly headers: readonly string[];
  /** Further columns of the user's, no formulas: they tell rows with one key apart. */
  readonly rest: readonly string[];
  /** Some of `rest`: whether an id still stands beside its account shows there. */
  readonly witness?: readonly string[];
}

/** A key a body row. `''` is a row that holds no account. */
export interface RowKeys {
  readonly by: KeyBasis;
  readonly keys: readonly string[];
  /** A row's other cells, as one text. Two rows with one key are told apart by it, then by their order. */
  readonly rest: readonly string[];
}

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

/** Columns of a table by header; undefined where there is none. */
export type ColumnOf = (header: string) => readonly Cell[] | undefined;

/** How many columns bear witness where nothing is known of what they mean. */
const WITNESSES = 3;
const CELL_END = '\u001f';

/**
 * Keys of all body rows.
 * @param candidates column headers for an id, and for a name with its place; empty where there are none
 * @param user headers of the user's own columns that are no formulas, in their order
 */
export function rowKeys(
  columnOf: ColumnOf,
  rows: number,
  user: readonly string[],
  candidates: { readonly id: readonly string[]; readonly name: readonly string[] },
): RowKeys {
  const filled = filledRows(columnOf, rows, user);
  const tries: KeyBasis[] = (['id', 'name'] as const)
    .filter((kind) => candidates[kind].length > 0)
    .map((kind) => {
      const rest = user.filter((header) => !candidates[kind].includes(header));
      const witness = candidates.name.filter((header) => rest.includes(header));
      return {
        kind,
        headers: candidates[kind],
        rest,
        ...(kind === 'id' ? { witness: witness.length > 0 ? witness : rest.slice(0, WITNESSES) } : {}),
      };
    });
  for (const by of tries) {
    const found = keysBy(columnOf, rows, by);
    if (tellApart(columnOf(by.headers[0] ?? ''), found.keys, filled)) return found;
  }
  return keysBy(columnOf, rows, { kind: 'row', headers: user, rest: [] });
}

/** Keys made of the columns that keys were made of before. A column that is not there counts as blank. */
export function keysBy(columnOf: ColumnOf, rows: number, by: KeyBasis): RowKeys {
  const rest = joined(columnOf, rows, by.rest);
  // A row without a key of its own is known by its other cells.
  const keys = joined(columnOf, rows, by.headers).map((key, r) =>
    key === '' && rest[r] !== '' ? CELL_END : key,
  );
  return { by, keys, rest };
}

/** Cells of some columns as one text a row; '' where all are blank. */
function joined(columnOf: ColumnOf, rows: number, headers: readonly string[]): string[] {
  const columns = headers.map((header) => columnOf(header));
  return Array.from({ length: rows }, (_, r) => {
    const texts = columns.map((column) => textOf(column?.[r]));
    return texts.some((text) => text !== '') ? texts.join(CELL_END) : '';
  });
}

const textOf = (cell: Cell | undefined): string => (cell === undefined ? '' : String(cell).trim());

function filledRows(columnOf: ColumnOf, rows: number, user: readonly string[]): boolean[] {
  const filled = new Array<boolean>(rows).fill(false);
  for (const header of user) {
    columnOf(header)?.forEach((cell, r) => {
      if (textOf(cell) !== '') filled[r] = true;
    });
  }
  return filled;
}

/** The same keys in less room, to be kept: other cells become a fingerprint of them. */
export function digested(keys: RowKeys): RowKeys {
  return { ...keys, rest: keys.rest.map((text) => (text === '' ? '' : fingerprint(text))) };
}

/** 53 bits of a text: to tell rows of one list apart, nothing more. */
function fingerprint(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/**
 * Keys without the columns that are not there any more. Where none of the key's own is left, the other cells
 * are the key.
 */
export function narrowed(keys: RowKeys, has: (header: string) => boolean): RowKeys {
  const { by } = keys;
  const headers = by.headers.filter(has);
  const rest = by.rest.filter(has);
  if (headers.length === by.headers.length && rest.length === by.rest.length) return keys;
  const restCells = keys.rest.map((text) => only(text, by.rest, has));
  if (headers.length === 0)
    return { by: { kind: 'row', headers: rest, rest: [] }, keys: restCells, rest: restCells.map(() => '') };
  return {
    by: { ...by, headers, rest },
    keys: keys.keys.map((key) => (key === CELL_END ? key : only(key, by.headers, has))),
    rest: restCells,
  };
}

function only(text: string, headers: readonly string[], has: (header: string) => boolean): string {
  if (text === '') return '';
  const cells = text.split(CELL_END).filter((_, c) => has(headers[c] ?? ''));
  return cells.some((cell) => cell !== '') ? cells.join(CELL_END) : '';
}

/** Two readings of one list, keyed by the columns that both have. */
export function comparable(then: RowKeys, now: RowKeys): readonly [RowKeys, RowKeys] {
  const isOneKind = then.by.kind === now.by.kind && then.by.headers.length === now.by.headers.length;
  // Keys hold no headers: a renamed column changes none.
  const kept = isOneKind ? [...then.by.headers, ...now.by.headers] : [];
  const both = new Set(allOf(then).filter((header) => allOf(now).includes(header)));
  const has = (header: string) => kept.includes(header) || both.has(header);
  const pair = [narrowed(then, has), narrowed(now, has)] as const;
  if (isOneKind) return pair;
  const widest = (keys: RowKeys) => merged(keys, [...both]);
  return [widest(then), widest(now)];
}

const allOf = ({ by }: RowKeys): string[] => [...by.headers, ...by.rest];

/** Keys of whole rows: all cells of the columns named, in that order. */
function merged(keys: RowKeys, headers: readonly string[]): RowKeys {
  const { by } = keys;
  const at = headers.map((header) => [by.headers.indexOf(header), by.rest.indexOf(header)] as const);
  const rows = keys.keys.map((key, r) => {
    const own = key === CELL_END ? [] : key.split(CELL_END);
    const others = restOf(keys, r).split(CELL_END);
    const cells = at.map(([k, c]) => (k >= 0 ? own[k] : others[c]) ?? '');
    return cells.some((cell) => cell !== '') ? cells.join(CELL_END) : '';
  });
  return { by: { kind: 'row', headers, rest: [] }, keys: rows, rest: rows.map(() => '') };
}

/** Every filled row has one, and they tell most rows apart. */
function tellApart(
  first: readonly Cell[] | undefined,
  keys: readonly string[],
  filled: readonly boolean[],
): boolean {
  let count = 0;
  let blank = 0;
  const distinct = new Set<string>();
  filled.forEach((isFilled, r) => {
    if (!isFilled) return;
    count++;
    if (textOf(first?.[r]) === '') blank++;
    distinct.add(keys[r] ?? '');
  });
  // A total or a remark below the list has no id: a few such rows do no harm, they are keyed by what they have.
  return count > 0 && blank <= count / 100 + 1 && 2 * distinct.size > count;
}

/**
 * Finds the rows of then among those of now, both keyed by the same columns. Rows with one key are matched by
 * their other cells, then in their order. A row without its old key is the same row if its other cells are
 * those of one row alone that is missing: somebody corrected an id. Where all other cells of a row are those of one
 * other row then, that is its account, whatever its id says: somebody numbered the list anew.
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
  for (const r of rows) if (match[r] === -1) take(r, () => 0);
  renumbered(then, now, match, free);
  byRest(then, now, match, free);

  const gone = [...free.values()].reduce((sum, group) => sum + group.length, 0);
  const added = rows.filter((r) => match[r] === -1).length;
  const isSame =
    added === 0 && gone === 0 && then.keys.length === now.keys.length && rows.every((r) => match[r] === r);
  return { then: match, added, gone, isSame };
}

/** Rows by their other cells, where these are one row's alone. */
function alone(entries: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const [rest, r] of entries) if (rest !== '') rows.set(rest, rows.has(rest) ? -1 : r);
  return new Map([...rows].filter(([, r]) => r >= 0));
}

/** Rows that took over the id of another row, with all else unchanged, are the rows they were. */
function renumbered(then: RowKeys, now: RowKeys, match: Int32Array, free: Map<string, number[]>): void {
  const was = alone(then.rest.map((rest, r) => [rest, r] as const));
  const moved = [...alone(now.rest.map((rest, r) => [rest, r] as const))].flatMap(([rest, r]) => {
    const before = was.get(rest);
    const isOther = before !== undefined && match[r] !== before && match[r] !== -1;
    return isOther && (now.keys[r] ?? '') !== '' ? [[r, before] as const] : [];
  });
  const to = new Map(moved);
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
  for (const [r, before] of moved) {
    const group = free.get(then.keys[before] ?? '') ?? [];
    group.splice(group.indexOf(before), 1);
    match[r] = before;
  }
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

/** Matches what is left by the other cells, where these are one row's alone on both sides. */
function byRest(then: RowKeys, now: RowKeys, match: Int32Array, free: Map<string, number[]>): void {
  const left = [...free.values()].flat();
  if (left.length === 0) return;
  const was = alone(left.map((r) => [restOf(then, r), r]));
  const is = alone(
    Array.from(match).flatMap((m, r) =>
      m === -1 && (now.keys[r] ?? '') !== '' ? [[restOf(now, r), r] as const] : [],
    ),
  );
  for (const [rest, r] of is) {
    const before = was.get(rest);
    if (before === undefined) continue;
    match[r] = before;
    const group = free.get(then.keys[before] ?? '');
    group?.splice(group.indexOf(before), 1);
  }
}

const restOf = ({ rest }: RowKeys, r: number): string => rest[r] ?? '';
