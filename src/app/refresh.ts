import { isErrorText, mapAccountColumns, readAccounts } from '../intake';
import { idKey } from '../loads/people';
import { cellAddress, type Cell, type SourceTable } from '../plan/cells';
import { Failure } from '../plan/failures';
import { ownHeaders } from '../plan/ownership';
import { isSamePlace } from '../plan/schedule';
import { accountLabel } from '../plan/accounts';
import { bodyRowOf } from './account-at';
import type { TableRef, WorkbookPort } from './ports';
import { columnCalled, pairColumns, type ColumnsApart } from './refresh-columns';
import { ourColumn } from './understanding/our-column';
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
export interface Refresh extends ColumnsApart {
  /** What the export is called: its table, else its sheet. */
  readonly name: string;
  readonly changed: readonly ChangedCell[];
  readonly added: readonly NewAccount[];
  /** Accounts of the list that the export has not. */
  readonly gone: readonly LoneAccount[];
  /** Accounts that are in both. */
  readonly both: number;
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
  /** Accounts that have left the plan since its design (they are gone, say), and that the export has: are they back? */
  readonly back: readonly string[];
}

/** Tables of the workbook that may be a newer export of the list, by name: each has one of its own. */
export function exportsIn({ list }: Pick<Understanding, 'list'>): ReadonlyMap<string, TableRef> {
  const own = refKey(list.ref);
  const found = new Map<string, TableRef>();
  for (const ref of list.candidates) {
    if (refKey(ref) === own) continue;
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
  understanding: Pick<Understanding, 'book' | 'list'>,
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
export function compared(
  name: string,
  fresh: SourceTable,
  { list, book }: Pick<Understanding, 'book' | 'list'>,
): Refresh {
  const { source, mapping, accounts, rows } = list;
  const idAt = mapping.accountId;
  if (list.derived !== undefined || idAt === undefined || rows.by.kind !== 'id')
    throw new Failure('exportNoIds', { name: list.ref.table ?? list.ref.sheet });
  const understood = mapAccountColumns(fresh).mapping;
  const freshIdAt = columnCalled(fresh.headers, source.headers[idAt] ?? '') ?? understood.accountId;
  if (freshIdAt === undefined) throw new Failure('exportNoIds', { name });
  // Totals, remarks and repeated heads of a report are no accounts.
  const read = readAccounts(fresh, { ...understood, accountId: freshIdAt }, { includeHiddenRows: true });
  const rowsRead = Array.from(read.accounts.sheetRow, (row) => row - fresh.firstRow);
  const mine = byId(source.columns[idAt] ?? [], [...(source.columns[idAt] ?? []).keys()]);
  const theirs = byId(fresh.columns[freshIdAt] ?? [], rowsRead);
  const doubled = new Map([...mine.doubled, ...theirs.doubled]);
  const ours = new Set(ownHeaders(book.owned));
  const both = [...theirs.rows].flatMap(([key, row]) => {
    const at = mine.rows.get(key);
    return at === undefined || doubled.has(key) ? [] : [{ at, row }];
  });
  const { pairs, taken, ...apart } = pairColumns(source, fresh, ours, [idAt, freshIdAt], {
    mine: mapping,
    theirs: understood,
    alike: (at, from) => alike(source.columns[at] ?? [], fresh.columns[from] ?? [], both),
  });
  const tally = new Tally(fresh);
  const idIn = (row: number) => String(source.columns[idAt]?.[row] ?? '').trim();
  const labelIn = ({ columns }: SourceTable, column: number | undefined, row: number) =>
    String(column === undefined ? '' : (columns[column]?.[row] ?? '')).trim();

  const changed: ChangedCell[] = [];
  for (const { at, row } of both) {
    for (const { header, at: column, from } of taken) {
      if (column === idAt) continue;
      const before = source.columns[column]?.[at] ?? '';
      const isOther = (after: Cell) => typeof before !== typeof after && !isBlank(before);
      const after = tally.taken(before, row, from, isOther);
      const label = labelIn(source, mapping.accountName, at);
      if (after !== undefined) changed.push({ row: at, id: idIn(at), label, header, before, after });
    }
  }
  if (both.length === 0) {
    const isKnown = [...theirs.rows.keys()].some((key) => mine.rows.has(key));
    throw new Failure(isKnown ? 'exportTwice' : 'exportStrange', { name });
  }
  // The text of a new account would go uncounted among numbers.
  const numeric = new Set(taken.flatMap(({ at }) => (mostlyNumbers(source.columns[at] ?? []) ? [at] : [])));
  const freshNameAt = pairs.find(({ at }) => at === mapping.accountName)?.from;
  const added = [...theirs.rows].flatMap(([key, row]): NewAccount[] => {
    if (mine.rows.has(key) || doubled.has(key)) return [];
    const cells = taken.flatMap(({ header, at, from }) => {
      const isText = (cell: Cell) => numeric.has(at) && typeof cell === 'string';
      const cell = tally.taken('', row, from, isText);
      return cell === undefined ? [] : [[header, cell] as const];
    });
    const id = labelIn(fresh, freshIdAt, row);
    return [{ id, label: labelIn(fresh, freshNameAt, row), cells: new Map(cells) }];
  });
  const whole = { whole: list.whole, owned: book.owned };
  const ourCells = (['designed', 'accepted'] as const).map((key) => ourColumn(whole, key));
  const hasLeft = (i: number): boolean => {
    const [designed = '', accepted = ''] = ourCells.map((column) => column.at(accounts.sheetRow[i] ?? 0));
    return !isSamePlace(designed, '') && accepted !== '' && isSamePlace(accepted, '');
  };
  const inList = Array.from({ length: accounts.count }, (_, i) => i);
  const gone = inList.flatMap((i): LoneAccount[] => {
    const id = idIn(bodyRowOf(list, i));
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
    both: both.length,
    ...apart,
    ...tally.counts(),
    nameless: rowsRead.length - theirs.found,
    doubled: [...doubled.values()],
    back: inList.flatMap((i) => {
      const key = keyOf(idIn(bodyRowOf(list, i)));
      return hasLeft(i) && theirs.rows.has(key) ? [accountLabel(accounts, i)] : [];
    }),
  };
}

/** How many of the cells that both columns have filled are the same, 0 … 1; of columns that are blank none are. */
function alike(
  mine: readonly Cell[],
  theirs: readonly Cell[],
  rows: readonly { readonly at: number; readonly row: number }[],
): number {
  let [filled, same] = [0, 0];
  for (const { at, row } of rows) {
    const [a, b] = [mine[at] ?? '', theirs[row] ?? ''];
    if (isBlank(a) || isBlank(b)) continue;
    filled++;
    if (isSame(a, b)) same++;
  }
  return filled === 0 ? 0 : same / filled;
}

/** Which of the export's cells are taken over, and how many are not, and why. */
class Tally {
  private blanks = 0;
  private errors = 0;
  private strange = 0;
  private first = '';

  constructor(private readonly fresh: SourceTable) {}

  /**
   * What the export says, where that is to be taken over.
   * @param isOther whether a cell is of another kind than it should be
   */
  taken(before: Cell, row: number, from: number, isOther: (cell: Cell) => boolean): Cell | undefined {
    const { columns, sheet, firstRow, firstColumn } = this.fresh;
    const cell = columns[from]?.[row] ?? '';
    if (isSame(before, cell)) return undefined;
    if (isBlank(cell)) this.blanks++;
    else if (isError(cell)) this.errors++;
    else if (!isOther(cell)) return cell;
    else if (this.strange++ === 0) this.first = cellAddress(sheet, firstRow + row, firstColumn + from);
    return undefined;
  }

  counts(): Pick<Refresh, 'blanks' | 'errors' | 'strange'> {
    const { blanks, errors, strange: count, first } = this;
    return { blanks, errors, strange: count === 0 ? undefined : { count, first } };
  }
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
