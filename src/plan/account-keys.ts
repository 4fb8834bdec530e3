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
  /** The list is too large for all of its columns to be kept: there were more of them. */
  readonly isPartial?: boolean;
}

/** A key a body row. `''` is a row that holds no account. */
export interface RowKeys {
  readonly by: KeyBasis;
  readonly keys: readonly string[];
  /** A row's other cells, as one text. Two rows with one key are told apart by it, then by their order. */
  readonly rest: readonly string[];
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
  return { by, keys, rest };
}

/** The same keys, in another order of rows. */
export function reordered({ by, keys, rest }: RowKeys, rows: ArrayLike<number>): RowKeys {
  const of = (texts: readonly string[]) => Array.from(rows, (row) => texts[row] ?? '');
  return { by, keys: of(keys), rest: of(rest) };
}

/** A row's name and place, where they stand beside its id; '' where nothing is known of them. */
export function namesIn(keys: RowKeys): (row: number) => string {
  const { by, rest } = keys;
  const { isNamed, witness = [] } = by;
  if (isNamed !== true) return () => '';
  return (row) => only(rest[row] ?? '', by.rest, (header) => witness.includes(header));
}

/** The cells of a row that bear witness beside its id, whatever they are; '' where there are none. */
export function witnessIn({ by, rest }: RowKeys): (row: number) => string {
  const places = (by.witness ?? []).map((header) => by.rest.indexOf(header)).filter((place) => place >= 0);
  return (row) => {
    const text = rest[row] ?? '';
    if (text === '' || places.length === 0) return '';
    const cells = text.split(CELL_END);
    const own = places.map((place) => cells[place] ?? '');
    return own.some((cell) => cell !== '') ? own.join(CELL_END) : '';
  };
}

/** Its cells but for key, name and place. */
export function othersIn({ by, rest }: RowKeys): (row: number) => string {
  const { witness = [] } = by;
  return (row) => only(rest[row] ?? '', by.rest, (header) => !witness.includes(header));
}

/** A row's cells beside its key, in the order of the columns; none where all are blank. */
export const restCells = ({ rest }: RowKeys, row: number): readonly string[] =>
  rest[row] === undefined || rest[row] === '' ? [] : rest[row].split(CELL_END);

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

/** So many cells are kept of a list, each as a fingerprint. */
const MOST_PRINTS = 400_000;

/**
 * The same keys in less room, to be kept: each other cell becomes a fingerprint of it, and of a large list only some
 * columns are kept, names and places first.
 */
export function digested(keys: RowKeys): RowKeys {
  const { by } = keys;
  const room = Math.max(WITNESSES, Math.floor(MOST_PRINTS / Math.max(1, keys.keys.length)));
  const { witness = [] } = by;
  const first = [...new Set([...witness, ...by.rest])].slice(0, room);
  const some =
    by.rest.length <= room ? keys : narrowed(keys, (h) => by.headers.includes(h) || first.includes(h));
  return printed(some === keys ? keys : { ...some, by: { ...some.by, isPartial: true } });
}

/** The same keys, their other cells as fingerprints. */
export const printed = (keys: RowKeys): RowKeys => ({
  ...keys,
  rest: keys.rest.map((text) => text.split(CELL_END).map(print).join(CELL_END)),
});

/** A cell as it is kept. */
export const print = (cell: string): string => (cell === '' ? '' : fingerprint(cell).slice(-PRINT));
/** 31 bits: to tell the cells of one column apart. */
const PRINT = 6;

/** 53 bits of a text: to tell rows of one list apart, nothing more. */
export function fingerprint(text: string): string {
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

/** A row that is known by its other cells, of which none is left, holds nothing by which it could be found. */
export const withoutUnknown = (keys: RowKeys): RowKeys => ({
  ...keys,
  keys: keys.keys.map((key, r) => (key === CELL_END && keys.rest[r] === '' ? '' : key)),
});

/**
 * Keys without the columns that are not there any more. Where none of the key's own is left, the other cells
 * are the key.
 */
export function narrowed(keys: RowKeys, has: (header: string) => boolean): RowKeys {
  const { by, ...texts } = keys;
  const headers = by.headers.filter(has);
  const rest = by.rest.filter(has);
  if (headers.length === by.headers.length && rest.length === by.rest.length) return keys;
  const others = texts.rest.map((text) => only(text, by.rest, has));
  if (headers.length === 0)
    return { by: { kind: 'row', headers: rest, rest: [] }, keys: others, rest: others.map(() => '') };
  const witness = by.witness?.filter(has);
  const { isNamed, ...basis } = by;
  // What is left of name and place still tells of whom a row speaks.
  const isStillNamed = isNamed === true && witness !== undefined && witness.length > 0;
  return {
    by: { ...basis, headers, rest, ...(witness && { witness }), ...(isStillNamed && { isNamed }) },
    keys: texts.keys.map((key) => (key === CELL_END ? key : only(key, by.headers, has))),
    rest: others,
  };
}

function only(text: string, headers: readonly string[], has: (header: string) => boolean): string {
  if (text === '') return '';
  const cells = text.split(CELL_END).filter((_, c) => has(headers[c] ?? ''));
  return cells.some((cell) => cell !== '') ? cells.join(CELL_END) : '';
}

/** A column of then that is called otherwise now holds so many of its cells still. */
const SAME_COLUMN = 0.6;

/**
 * Columns that were renamed: each header that is not there any more, and the new one under which most of its cells
 * stand, whatever the order of the rows.
 * @param then keys of then; `cellsOf` gives the cells of a header of now as they are in them
 */
export function renamedColumns(
  then: RowKeys,
  fresh: readonly string[],
  cellsOf: (header: string) => readonly string[],
  gone: readonly string[],
): Map<string, string> {
  const found = new Map<string, string>();
  for (const header of gone) {
    const was = columnIn(then, header);
    const free = fresh.filter((name) => ![...found.values()].includes(name));
    const [best] = free
      .map((name) => ({ name, share: shareOf(was, cellsOf(name)) }))
      .filter(({ share }) => share >= SAME_COLUMN)
      .sort((a, b) => b.share - a.share);
    if (best !== undefined) found.set(header, best.name);
  }
  return found;
}

/** The cells of one column of keys, in the order of the rows. */
function columnIn({ by, keys, rest }: RowKeys, header: string): string[] {
  const at = by.headers.indexOf(header);
  const c = by.rest.indexOf(header);
  return at >= 0
    ? keys.map((key) => (key === CELL_END ? '' : (key.split(CELL_END)[at] ?? '')))
    : rest.map((text) => text.split(CELL_END)[c] ?? '');
}

/** How much of the filled cells of a column stands in another, 0 … 1; nothing of one that says the same everywhere. */
function shareOf(was: readonly string[], is: readonly string[]): number {
  const filled = was.filter((cell) => cell !== '');
  if (new Set(filled).size < 2) return 0;
  const left = new Map<string, number>();
  for (const cell of is) left.set(cell, (left.get(cell) ?? 0) + 1);
  let there = 0;
  for (const cell of filled) {
    const count = left.get(cell) ?? 0;
    if (count === 0) continue;
    there++;
    left.set(cell, count - 1);
  }
  return there / filled.length;
}

/** Keys under the headers that their columns had. */
function calledAsThen(now: RowKeys, renamed: ReadonlyMap<string, string>): RowKeys {
  if (renamed.size === 0) return now;
  const before = new Map([...renamed].map(([header, name]) => [name, header]));
  const of = (headers: readonly string[]) => headers.map((header) => before.get(header) ?? header);
  const { by } = now;
  return {
    ...now,
    by: {
      ...by,
      headers: of(by.headers),
      rest: of(by.rest),
      ...(by.witness && { witness: of(by.witness) }),
    },
  };
}

/** Two readings of one list, keyed by the columns that both have. */
export function comparable(then: RowKeys, read: RowKeys): readonly [RowKeys, RowKeys] {
  const there = new Set(allOf(read));
  const before = new Set(allOf(then));
  const gone = allOf(then).filter((header) => !there.has(header));
  const fresh = allOf(read).filter((header) => !before.has(header));
  const now = calledAsThen(
    read,
    gone.length === 0 ? new Map() : renamedColumns(then, fresh, (header) => columnIn(read, header), gone),
  );
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
