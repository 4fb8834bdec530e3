import { digested, reordered } from '../plan/account-keys';
import { Failure } from '../plan/failures';
import type { RowMatch } from '../plan/match-accounts';
import type { AccountsOrder } from '../app/ports';
import type { AccountColumnSpec } from '../reports/spec';
import { placeColumns, type Placement } from './account-columns';
import { columnCells } from './grid';
import { compact, MAX_KEPT_CHARACTERS, type KeptAccounts, type KeptColumn, type KeptSheet } from './journal';
import { areSame, readSteadily } from './read-steadily';
import { keepRoom } from './room-for-columns';
import { CHARACTER_POINTS } from './styles';
import { keepColumns, spokenOf } from './undo-copy';

/** Finds the accounts, and keeps what a job will overwrite there. @throws Failure as `placeColumns`; `rowsMoved`, `tooManyToKeep` */
export const placeAndKeep = (
  context: Excel.RequestContext,
  order: AccountsOrder,
  ours: ReadonlySet<string>,
  sheets: readonly KeptSheet[],
  first?: Placement,
): Promise<{ readonly place: Placement; readonly found: KeptAccounts }> =>
  readSteadily(
    () => placeColumns(context, order, ours),
    (place) => keepAccounts(context, order, place, ours, sheets),
    ({ rows: one }, { rows: other }) => areSame(one.then, other.then),
    first,
  );

/** Our columns that stand in the accounts table, and what making or widening the table will change. */
async function keepAccounts(
  context: Excel.RequestContext,
  { columns, ref, table, rows }: AccountsOrder,
  { now, rows: match, exists }: Placement,
  ours: ReadonlySet<string>,
  sheets: readonly KeptSheet[],
): Promise<KeptAccounts> {
  const existing = columns.filter((_, i) => exists[i] === true);
  const refuseAbove = (size: number) => {
    if (size <= MAX_KEPT_CHARACTERS) return;
    // Nobody decides anything in it, and it is the longest.
    const spare = existing.find(({ key }) => key === 'designedReason')?.header ?? 'none';
    throw new Failure('tooManyToKeep', { cells: existing.length * now.rows, spare });
  };
  // Of a column of formulas one is kept. What is going to be written tells what is likely to stand there.
  const likely = existing.map(({ cells, keepExisting }) =>
    typeof cells === 'string'
      ? cells.length
      : now.rows * (keepExisting === true ? CELL_SIZE : sizeOf(cells) / cells.length || 0),
  );
  refuseAbove(likely.reduce((sum, size) => sum + size, 0));
  const header = now.sheet.getRangeByIndexes(now.headerRow, now.firstColumn, 1, now.headers.length);
  header.load('formulas');
  const missing = columns.filter((_, i) => exists[i] !== true);
  const widths = missing.map((_, n) => {
    const cell = now.sheet.getRangeByIndexes(0, now.firstColumn + now.headers.length + n, 1, 1);
    cell.load('columnHidden');
    cell.format.load('columnWidth');
    return cell;
  });
  await context.sync();
  const kept = await keepColumns(
    context,
    now,
    existing.map(({ key, header: name, width }) => ({
      key,
      at: now.headers.indexOf(name),
      made: width * CHARACTER_POINTS,
    })),
  );
  const stored = kept.map((column, n): KeptColumn => {
    const { typed, keepExisting, cells: written = [] } = existing[n] ?? {};
    if (typed !== true) return compact(column);
    return { ...column, ...(keepExisting === true ? { typed } : typedIn(match, written)) };
  });
  refuseAbove(stored.reduce((sum, { cells }) => sum + sizeOf(cells), 0));
  const room = await keepRoom(context, now, missing);
  const users = now.headers.filter((name) => !ours.has(name));
  const formulas = [
    ...kept.map((column) => column.cells),
    ...sheets.flatMap(({ before }) => before?.cells ?? []),
  ];
  return {
    sheet: now.sheetName,
    table: ref.table ?? table,
    wasRange: ref.table === undefined,
    headerRow: now.headerRow,
    firstColumn: now.firstColumn,
    columns: now.headers.length,
    rows: digested(reordered(rows, match.then)),
    headers: (header.formulas[0] ?? []) as string[],
    references: [
      ...new Set([...rows.by.headers.filter((name) => name !== ''), ...spokenOf(users, formulas.flat())]),
    ],
    added: missing.map(({ key, header: name, typed, cells: written, width, folded }, n) => ({
      key,
      header: name,
      ...(typed === true && typedIn(match, written)),
      width: widths[n]?.format.columnWidth ?? 0,
      ...(widths[n]?.columnHidden === true ? { isHidden: true } : {}),
      made: width * CHARACTER_POINTS,
      ...(folded === true && { isFolded: true }),
      ...(room.looks[n] === undefined ? {} : { looks: room.looks[n] }),
    })),
    ...(room.font === undefined ? {} : { font: room.font }),
    kept: stored,
  };
}

/** Of a cell, whatever it says: its marks in the journal. */
const CELL_SIZE = 3;

/** How much room cells take in the journal, in characters. */
const sizeOf = (cells: readonly unknown[]): number =>
  cells.reduce<number>((sum, cell) => sum + CELL_SIZE + String(cell).length, 0);

/** What the job writes in a column that users fill, in the rows as they stand now. */
function typedIn({ then }: RowMatch, cells: AccountColumnSpec['cells']): Pick<KeptColumn, 'typed' | 'wrote'> {
  const written = columnCells(cells, then.reduce((most, row) => Math.max(most, row), 0) + 1);
  const wrote = Array.from(then, (was) => written[was] ?? '');
  return { typed: true, ...(wrote.some((cell) => cell !== '') && { wrote }) };
}
