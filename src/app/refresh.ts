import { foldText } from '../exact/fold-text';
import { isErrorText, mapAccountColumns, readAccounts } from '../intake';
import { idKey } from '../loads/people';
import { cellAddress, type Cell, type SourceTable } from '../plan/cells';
import { Failure } from '../plan/failures';
import { ownHeaders } from '../plan/ownership';
import { accountLabel } from '../plan/accounts';
import { bodyRowOf } from './account-at';
import type { TableRef, WorkbookPort } from './ports';
import { refKey } from './understanding/tables';
import type { Understanding } from './understanding/understand';

/** A cell of an account that the export says otherwise. */
export interface ChangedCell {
  /** Row of the list's body. */
  readonly row: number;
  readonly id: string;
  readonly label: string;
  /** The list's header. */
  readonly header: string;
  readonly before: Cell;
  readonly after: Cell;
}

/** An account that only one of the two has. */
export interface LoneAccount {
  readonly id: string;
  readonly label: string;
}

export interface NewAccount extends LoneAccount {
  /** By headers of the list. */
  readonly cells: ReadonlyMap<string, Cell>;
}

/** A newer export beside the list, account by account. */
export interface Refresh {
  /** What the export is called: its table, else its sheet. */
  readonly name: string;
  readonly changed: readonly ChangedCell[];
  readonly added: readonly NewAccount[];
  /** Accounts of the list that the export has not. */
  readonly gone: readonly LoneAccount[];
  /** Accounts that are in both. */
  readonly both: number;
  /** Headers of the list that the export has too, and those that only the export has. */
  readonly columns: readonly string[];
  readonly more: readonly string[];
  /** Columns of the list that are formulas: they say what they say. */
  readonly formulas: readonly string[];
  /** Headers that stand twice in the export: nobody knows which of the columns is meant. */
  readonly twice: readonly string[];
  /** Accounts of the export without an id. */
  readonly nameless: number;
  /** Cells that are filled in the list and blank in the export: they stay. */
  readonly blanks: number;
  /** Cells of the export that are errors (`#VALUE!`): nothing is taken over from them. */
  readonly errors: number;
  /** Cells of another kind than the list's, text instead of a number: they are not taken over; address of the first. */
  readonly strange: { readonly count: number; readonly first: string } | undefined;
  /** Ids that stand twice in the list or the export: nobody knows whose a row is. */
  readonly doubled: readonly string[];
}

/** Tables of the workbook that may be a newer export of the list, by name: each has one of its own. */
export function exportsIn({ list }: Pick<Understanding, 'list'>): ReadonlyMap<string, TableRef> {
  const own = refKey(list.ref);
  const found = new Map<string, TableRef>();
  for (const ref of list.candidates) {
    if (refKey(ref) === own || (ref.sheet === list.ref.sheet && ref.table === list.ref.table)) continue;
    const name = ref.table ?? ref.sheet;
    const isTaken = [...found.keys()].some((known) => known.toLowerCase() === name.toLowerCase());
    found.set(isTaken ? cellAddress(ref.sheet, ref.headerRow, ref.firstColumn) : name, ref);
  }
  return found;
}

/**
 * Reads a newer export and compares it with the list, by account id.
 * @throws Failure `noExport` where there is none of that name; `exportNoIds` where list or export have no ids,
 *   `exportStrange` where none of its ids is in the list
 */
export async function compareWith(
  name: string,
  understanding: Understanding,
  workbook: WorkbookPort,
): Promise<Refresh> {
  const found = [...exportsIn(understanding)].find(
    ([known]) => known.toLowerCase() === name.trim().toLowerCase(),
  );
  if (found === undefined) throw new Failure('noExport', { name });
  const [called, ref] = found;
  return compared(called, await workbook.read(ref), understanding);
}

/** @throws as above */
export function compared(name: string, fresh: SourceTable, { list, book }: Understanding): Refresh {
  const { source, mapping, accounts, rows } = list;
  const idAt = mapping.accountId;
  const freshIdAt = idColumn(fresh, idAt === undefined ? undefined : source.headers[idAt]);
  if (list.derived !== undefined || idAt === undefined || rows.by.kind !== 'id')
    throw new Failure('exportNoIds', { name: list.ref.table ?? list.ref.sheet });
  if (freshIdAt === undefined) throw new Failure('exportNoIds', { name });
  const nameAt = mapping.accountName;
  // Totals, remarks and repeated heads of a report are no accounts.
  const { accounts: read } = readAccounts(
    fresh,
    { ...mapAccountColumns(fresh).mapping, accountId: freshIdAt },
    { includeHiddenRows: true },
  );
  const rowsRead = Array.from(read.sheetRow, (row) => row - fresh.firstRow);
  const mine = byId(source.columns[idAt] ?? [], [...(source.columns[idAt] ?? []).keys()]);
  const theirs = byId(fresh.columns[freshIdAt] ?? [], rowsRead);
  const doubled = new Map([...mine.doubled, ...theirs.doubled]);
  const ours = new Set(ownHeaders(book.owned));
  const columnIn = sameColumn(source.headers, fresh.headers);
  const pairs = source.headers.flatMap((header, at) => {
    const from = at === idAt ? freshIdAt : columnIn(header);
    return header === '' || ours.has(header) || from === undefined ? [] : [{ header, at, from }];
  });
  const twice = [
    ...new Set(fresh.headers.filter((header) => header !== '' && isTwice(fresh.headers, header))),
  ];
  const formulas = pairs.filter(({ at }) => source.isFormula[at] === true).map(({ header }) => header);
  const taken = pairs.filter(({ at }) => source.isFormula[at] !== true);
  const paired = new Set(pairs.map(({ from }) => from));
  const freshNameAt = pairs.find(({ at }) => at === nameAt)?.from;
  const labelOf = (cells: SourceTable['columns'], column: number | undefined, row: number) =>
    String(column === undefined ? '' : (cells[column]?.[row] ?? '')).trim();

  const changed: ChangedCell[] = [];
  let both = 0;
  let blanks = 0;
  let errors = 0;
  let strange = 0;
  let first = '';
  const tellStrange = (row: number, from: number): void => {
    if (strange++ === 0) first = cellAddress(fresh.sheet, fresh.firstRow + row, fresh.firstColumn + from);
  };
  const numeric = new Map<number, boolean>();
  /** Most of its filled cells are numbers: the text of a new account would go uncounted there. */
  const isNumeric = (column: number): boolean => {
    const known = numeric.get(column) ?? mostlyNumbers(source.columns[column] ?? []);
    numeric.set(column, known);
    return known;
  };
  for (const [key, row] of theirs.rows) {
    const at = mine.rows.get(key);
    if (at === undefined || doubled.has(key)) continue;
    both++;
    for (const { header, at: column, from } of taken) {
      if (column === idAt) continue;
      const before = source.columns[column]?.[at] ?? '';
      const after = fresh.columns[from]?.[row] ?? '';
      if (isSame(before, after)) continue;
      if (isBlank(after)) {
        blanks++;
        continue;
      }
      if (isError(after)) {
        errors++;
        continue;
      }
      if (typeof before !== typeof after && !isBlank(before)) {
        tellStrange(row, from);
        continue;
      }
      const id = String(source.columns[idAt]?.[at] ?? '').trim();
      changed.push({ row: at, id, label: labelOf(source.columns, nameAt, at), header, before, after });
    }
  }
  if (both === 0) {
    const isKnown = [...theirs.rows.keys()].some((key) => mine.rows.has(key));
    throw new Failure(isKnown ? 'exportTwice' : 'exportStrange', { name });
  }
  const added = [...theirs.rows].flatMap(([key, row]): NewAccount[] => {
    if (mine.rows.has(key) || doubled.has(key)) return [];
    const cells = new Map(
      taken.flatMap(({ header, at, from }) => {
        const cell = fresh.columns[from]?.[row] ?? '';
        if (isBlank(cell)) return [];
        if (isError(cell)) errors++;
        else if (isNumeric(at) && typeof cell === 'string') tellStrange(row, from);
        else return [[header, cell] as const];
        return [];
      }),
    );
    const id = String(fresh.columns[freshIdAt]?.[row] ?? '').trim();
    return [{ id, label: labelOf(fresh.columns, freshNameAt, row), cells }];
  });
  const inList = Array.from({ length: accounts.count }, (_, i) => i);
  const gone = inList.flatMap((i): LoneAccount[] => {
    const id = String(source.columns[idAt]?.[bodyRowOf(list, i)] ?? '').trim();
    const key = keyOf(id);
    return id === '' || theirs.rows.has(key) || doubled.has(key)
      ? []
      : [{ id, label: accountLabel(accounts, i) }];
  });
  return {
    name,
    changed,
    added,
    gone,
    both,
    columns: taken.map(({ header }) => header),
    more: fresh.headers.filter(
      (header, c) => header !== '' && !paired.has(c) && !ours.has(header) && !twice.includes(header),
    ),
    twice,
    nameless: rowsRead.length - theirs.found,
    formulas,
    blanks,
    errors,
    strange: strange === 0 ? undefined : { count: strange, first },
    doubled: [...doubled.values()],
  };
}

/** The column of ids: the one that is called as in the list, else what reads as such. */
function idColumn(fresh: SourceTable, header: string | undefined): number | undefined {
  const same =
    header === undefined ? -1 : fresh.headers.findIndex((one) => foldText(one) === foldText(header));
  return same >= 0 ? same : mapAccountColumns(fresh).mapping.accountId;
}

function byId(
  cells: readonly Cell[],
  rows: readonly number[],
): {
  readonly rows: ReadonlyMap<string, number>;
  /** As they stand, by their keys. */
  readonly doubled: ReadonlyMap<string, string>;
  /** How many of the rows have one. */
  readonly found: number;
} {
  const byKey = new Map<string, number>();
  const doubled = new Map<string, string>();
  let found = 0;
  for (const row of rows) {
    const cell = cells[row] ?? '';
    const key = isError(cell) ? '' : keyOf(String(cell));
    if (key === '') continue;
    found++;
    if (byKey.has(key)) doubled.set(key, String(cell).trim());
    else byKey.set(key, row);
  }
  return { rows: byKey, doubled, found };
}

/**
 * The export's column for one of the list: the one that is called so, else the one that reads so, if no other of either
 * side does. One that stands twice is none.
 */
function sameColumn(
  mine: readonly string[],
  theirs: readonly string[],
): (header: string) => number | undefined {
  const one = (same: (other: string) => boolean): number | undefined => {
    const at = theirs.findIndex(same);
    return at >= 0 && theirs.findIndex((other, c) => c > at && same(other)) < 0 ? at : undefined;
  };
  return (header) => {
    const exact = (other: string) => plain(other) === plain(header);
    if (theirs.some(exact)) return one(exact);
    const fold = foldText(header);
    const isAlone = mine.filter((other) => foldText(other) === fold).length === 1;
    return fold !== '' && isAlone ? one((other) => foldText(other) === fold) : undefined;
  };
}

const plain = (header: string): string => header.trim().toLowerCase();
const isTwice = (headers: readonly string[], header: string): boolean =>
  headers.filter((other) => plain(other) === plain(header)).length > 1;

function mostlyNumbers(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  return 2 * filled.filter((cell) => typeof cell === 'number').length > filled.length;
}

/** A number that was read as a number has lost its leading zeros: it is the same id. */
const keyOf = (id: string): string => idKey(id).replace(/^0+(?=\d+$)/, '');

const isError = (cell: Cell): boolean => typeof cell === 'string' && isErrorText(cell.trim());
const isBlank = (cell: Cell): boolean => typeof cell === 'string' && cell.trim() === '';

/** Numbers that were written as text in one of the two are the same number. */
function isSame(a: Cell, b: Cell): boolean {
  if (a === b) return true;
  const [one, other] = [String(a).trim(), String(b).trim()];
  if (one === other) return true;
  if (typeof a === 'boolean' || typeof b === 'boolean') return one.toLowerCase() === other.toLowerCase();
  return one !== '' && other !== '' && typeof a !== typeof b && Number(one) === Number(other);
}
