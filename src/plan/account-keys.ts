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
  /** These are the account's name and place. */
  readonly isNamed?: boolean;
}

/** A key a body row. `''` is a row that holds no account. */
export interface RowKeys {
  readonly by: KeyBasis;
  readonly keys: readonly string[];
  /** A row's other cells, as one text. Two rows with one key are told apart by it, then by their order. */
  readonly rest: readonly string[];
  /** Where accounts have names beside their ids: name and place of a row, and its cells but for key, name and place. */
  readonly named?: { readonly names: readonly string[]; readonly others: readonly string[] };
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
        ...(kind === 'id' && witness.length > 0 ? { isNamed: true } : {}),
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
  if (by.isNamed !== true) return { by, keys, rest };
  const named = {
    names: joined(columnOf, rows, by.witness ?? []),
    others: joined(columnOf, rows, othersOf(by)),
  };
  return { by, keys, rest, named };
}

const othersOf = ({ rest, witness = [] }: KeyBasis): string[] =>
  rest.filter((header) => !witness.includes(header));

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
  const { rest, named } = keys;
  return {
    ...keys,
    rest: prints(rest),
    ...(named && { named: { names: prints(named.names), others: prints(named.others) } }),
  };
}

const prints = (texts: readonly string[]): string[] =>
  texts.map((text) => (text === '' ? '' : fingerprint(text)));

/** The same without other cells than names and places: what is left of fingerprints where a column is gone. */
export function withoutRest(keys: RowKeys): RowKeys {
  const blank = keys.keys.map(() => '');
  return {
    ...keys,
    by: { ...keys.by, rest: [] },
    rest: blank,
    ...(keys.named && { named: { ...keys.named, others: blank } }),
  };
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
  const { by, named, ...texts } = keys;
  const headers = by.headers.filter(has);
  const rest = by.rest.filter(has);
  const witness = by.witness?.filter(has);
  const isNamed = by.isNamed === true && witness?.length === by.witness?.length;
  if (
    headers.length === by.headers.length &&
    rest.length === by.rest.length &&
    isNamed === (by.isNamed === true)
  )
    return keys;
  const restCells = texts.rest.map((text) => only(text, by.rest, has));
  if (headers.length === 0)
    return { by: { kind: 'row', headers: rest, rest: [] }, keys: restCells, rest: restCells.map(() => '') };
  const { isNamed: _, ...basis } = by;
  return {
    by: { ...basis, headers, rest, ...(witness && { witness }), ...(isNamed && { isNamed }) },
    keys: texts.keys.map((key) => (key === CELL_END ? key : only(key, by.headers, has))),
    rest: restCells,
    ...(isNamed &&
      named && {
        named: { names: named.names, others: named.others.map((text) => only(text, othersOf(by), has)) },
      }),
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
    const others = (keys.rest[r] ?? '').split(CELL_END);
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
