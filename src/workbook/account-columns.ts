import type { AccountsOrder, TableRef } from '../app/ports';
import type { Cell } from '../plan/cells';
import { Failure } from '../plan/failures';
import type { RowMatch } from '../plan/match-accounts';
import { findAccounts, heightOf, isSteady, lookAtRange, lookAtTable, type AccountsNow } from './accounts';
import { WIDTH } from './area';
import { asWritten, everywhere, writeAll } from './cells';
import { bytesOfColumn, inRequests } from './in-requests';
import { columnCells } from './grid';
import { rulesOn } from './conditionals';
import { keptCell, type AddedColumn, type KeptAccounts, type KeptColumn } from './journal';
import { refuseMergedIn } from './merged';
import { isFormula, writtenAgain, type Met } from './met';
import { findRows, readColumns } from './read-keys';
import { areSame, MOST_TRIES } from './read-steadily';
import { CHARACTER_POINTS, addConditional, addValidation, dress, firstLast } from './styles';

/** Where the accounts stand before we write, and which of our columns stand there already. */
export interface Placement {
  readonly now: AccountsNow;
  /** Which row of the order each row is. */
  readonly rows: RowMatch;
  readonly exists: readonly boolean[];
}

/**
 * Finds the accounts, our columns among them, and room for those that are missing. Nothing is changed.
 * @param ours headers that are ours as they stand now
 * @throws Failure `tableGone`, `protectedSheet`, `rowsChanged`, `nameTaken`, `mergedCells`, `sheetEnds`, `noRoom`
 */
export async function placeColumns(
  context: Excel.RequestContext,
  { ref, columns, rows: then }: AccountsOrder,
  ours: ReadonlySet<string>,
): Promise<Placement> {
  const now = await findList(context, ref);
  if (now.isProtected) throw new Failure('protectedSheet', { sheet: now.sheetName });
  const lost = then.by.headers.filter((header) => !now.headers.includes(header));
  if (lost.length > 0) throw new Failure('changedSinceDesign');
  const rows = await findRows(context, now, then);
  if (isChanged(rows) && !isSteady(now, await findList(context, ref)))
    throw new Failure('changedSinceDesign');
  refuseChanged(rows);
  const exists = columns.map(({ header }) => now.headers.includes(header));
  const clash = columns.find(({ header }, i) => exists[i] === true && !ours.has(header));
  if (clash !== undefined) throw new Failure('nameTaken', { name: clash.header });
  const added = exists.filter((there) => !there).length;
  const free = WIDTH - now.firstColumn - now.headers.length;
  if (added > free) throw new Failure('sheetEnds', { sheet: now.sheetName, needed: added, free });
  if (now.table === undefined || added > 0) await refuseMerged(context, now, added);
  if (added > 0) {
    const room = now.sheet.getRangeByIndexes(
      now.headerRow,
      now.firstColumn + now.headers.length,
      heightOf(now),
      added,
    );
    const taken = room.getUsedRangeOrNullObject(true);
    taken.load('address');
    await context.sync();
    if (!taken.isNullObject) throw new Failure('noRoom', { address: taken.address });
  }
  return { now, rows, exists };
}

/** Looks for merged cells in the list that is to be a table, and in the room for more columns. @throws Failure `mergedCells` */
async function refuseMerged(context: Excel.RequestContext, now: AccountsNow, added: number): Promise<void> {
  const { sheet, sheetName, headerRow, firstColumn, headers, table } = now;
  const from = table === undefined ? firstColumn : firstColumn + headers.length;
  const columns = firstColumn + headers.length + added - from;
  const place = { row: headerRow, column: from, rows: heightOf(now), columns };
  await refuseMergedIn(context, sheet, sheetName, [place]);
}

async function findList(context: Excel.RequestContext, ref: TableRef): Promise<AccountsNow> {
  const found =
    ref.table === undefined
      ? await lookAtRange(context, {
          sheet: ref.sheet,
          headerRow: ref.headerRow - 1,
          firstColumn: ref.firstColumn - 1,
          rows: ref.rowCount,
          columns: ref.columnCount,
        })
      : await lookAtTable(context, ref.table);
  if (found === undefined) throw new Failure('tableGone', { name: ref.table ?? ref.sheet });
  return found;
}

/**
 * Contents, number formats, looks, drop-downs and conditional formats of our columns. What speaks of an
 * account is written to the row where that account stands at this moment.
 * @returns what others filled since these columns were kept, by the rows of `kept`
 */
export async function writeColumns(
  context: Excel.RequestContext,
  order: AccountsOrder,
  { exists, rows: match }: Placement,
  { added, kept }: Pick<KeptAccounts, 'added' | 'kept'>,
  onProgress: (done: number) => void,
): Promise<NonNullable<Met['columns']>> {
  const now = await standing(context, order);
  if (now.rows === 0) return {};
  const placed = order.columns.map((column, i) => ({ column, exists: exists[i] === true }));
  const toFill = placed.filter((spot) => !(spot.column.keepExisting === true && spot.exists));
  for (const { column } of toFill) {
    const body = bodyOf(context, now, column.header);
    const { formats = 'General' } = added.find(({ key }) => key === column.key)?.looks ?? {};
    // A cell that is formatted as text takes a formula for text.
    if (column.format !== undefined || formats !== 'General')
      body.numberFormat = everywhere(column.format ?? 'General');
    if (typeof column.cells === 'string') body.formulas = everywhere(column.cells);
  }
  await context.sync();
  onProgress(0.2);
  // Rows without an account are no one's: nobody looked at what stood in them.
  const rowOf = new Map(Array.from(match.then, (was, r) => [was, r] as const).filter(([was]) => was >= 0));
  const met = await placeCells(
    context,
    order,
    toFill.flatMap(({ column: { key, header, cells } }) => {
      const column = kept.find((one) => one.key === key);
      const stood = (was: number) => {
        const row = rowOf.get(was);
        return row === undefined ? undefined : column && keptCell(column, row);
      };
      return typeof cells === 'string' ? [] : [{ key, header, cells, ...(column && { stood }) }];
    }),
  );
  const metByKey = Object.fromEntries(
    [...met].map(([key, cells]) => [
      key,
      [...cells].flatMap(([was, cell]) => {
        const row = rowOf.get(was);
        return row === undefined ? [] : [[row, cell] as const];
      }),
    ]),
  );
  if (met.size > 0) return metByKey;
  onProgress(0.7);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const before = await standing(context, order);
    await dressColumns(context, before, placed, added);
    onProgress(1);
    // Conditional formats speak of cells by address.
    if (isSteady(before, await standing(context, order))) return {};
  }
  throw new Failure('rowsMoved');
}

async function dressColumns(
  context: Excel.RequestContext,
  now: AccountsNow,
  placed: readonly { readonly column: AccountsOrder['columns'][number]; readonly exists: boolean }[],
  added: readonly AddedColumn[],
): Promise<void> {
  const rules = await rulesOn(
    context,
    placed.map(({ column }) => bodyOf(context, now, column.header)),
  );
  placed.forEach(({ column, exists }, n) => {
    const looks = added.find(({ key }) => key === column.key)?.looks;
    const { own = [] } = rules[n] ?? {};
    for (const rule of own) if (looks?.rules.includes(rule.id) !== true) rule.delete();
    const body = bodyOf(context, now, column.header);
    const at = now.firstColumn + now.headers.indexOf(column.header);
    if (column.style !== undefined) dress(body, column.style);
    if (column.validation !== undefined) addValidation(body, column.validation);
    firstLast(column.conditional).forEach((conditional) => {
      addConditional(body, conditional, now.headerRow + 1, at);
    });
    const header = columnOf(context, now, column.header).getHeaderRowRange();
    header.format.font.bold = true;
    const whole = header.getEntireColumn();
    whole.format.columnWidth = column.width * CHARACTER_POINTS;
    // Hidden, not grouped: no host tells whether a group is there, and Revert must be repeatable.
    if (column.folded === true && !exists) whole.columnHidden = true;
  });
  await context.sync();
}

/** A column of the table, found when the request is carried out: other hands may move it until then. */
function columnOf(
  context: Excel.RequestContext,
  { table, headers }: AccountsNow,
  header: string,
): Excel.TableColumn {
  if (table === undefined || !headers.includes(header)) throw new Failure('changedSinceDesign');
  return context.workbook.tables.getItem(table).columns.getItem(header);
}

const bodyOf = (context: Excel.RequestContext, now: AccountsNow, header: string): Excel.Range =>
  columnOf(context, now, header).getDataBodyRange();

/** The accounts at this moment; they are a table by now. */
async function standing(
  context: Excel.RequestContext,
  { table }: Pick<AccountsOrder, 'table'>,
): Promise<AccountsNow> {
  const now = await findAccounts(context, table);
  if (now === undefined) throw new Failure('tableGone', { name: table });
  return now;
}

/**
 * Puts cells to their accounts: reads the keys, writes in the very next request, and reads keys and cells
 * back. If rows moved in between, all are placed again.
 * @param columns `stood`: what a cell was seen to hold, by the account's row in the order; undefined where nobody looked
 * @returns what others filled since then and until these cells were written over, by key and row in the order
 * @throws Failure `rowsChanged` when accounts came or went, `rowsMoved` when rows move each time
 */
async function placeCells(
  context: Excel.RequestContext,
  order: Pick<AccountsOrder, 'table' | 'rows'>,
  columns: readonly {
    readonly key: string;
    readonly header: string;
    readonly cells: readonly (Cell | { formula: string })[];
    readonly stood?: (was: number) => Cell | undefined;
  }[],
): Promise<Map<string, Map<number, Cell>>> {
  const met = new Map<string, Map<number, Cell>>();
  if (columns.length === 0) return met;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const now = await standing(context, order);
    const rows = await findRows(context, now, order.rows);
    if (isChanged(rows) && !isSteady(now, await standing(context, order))) continue;
    refuseChanged(rows);
    const written = columns.map(({ cells }) =>
      columnCells(
        Array.from(rows.then, (was) => cells[was] ?? ''),
        now.rows,
      ),
    );
    const ahead = columns.map(({ header, stood }) => {
      if (stood === undefined) return undefined;
      // In the request that writes over them.
      const body = bodyOf(context, now, header);
      body.load('formulas');
      return body;
    });
    const refused = await inRequests(
      context,
      columns.map(({ header }, k) => ({ body: bodyOf(context, now, header), cells: written[k] ?? [] })),
      ({ cells }) => bytesOfColumn(cells),
      ({ body, cells }) =>
        writeAll(
          context,
          body,
          cells.map((cell) => [cell]),
        ),
    );
    const after = await standing(context, order);
    if (refused !== undefined) {
      // Nobody was faster, so trying again is of no use.
      if (isSteady(now, after) && now.rows === after.rows) throw refused;
      continue;
    }
    const stayed = await findRows(context, after, order.rows);
    const at = columns.map(({ header }) => after.headers.indexOf(header));
    const read = at.includes(-1) ? [] : await readColumns(context, after, at, 'formulas');
    const isThere = columns.every((_, k) => allStand(written[k] ?? [], read[k] ?? []));
    const isStill = areSame(stayed.then, rows.then);
    if (isStill)
      columns.forEach(({ key, stood }, k) => {
        const read = (ahead[k]?.formulas ?? []) as Cell[][];
        rows.then.forEach((was, r) => {
          const cell = writtenAgain(read[r]?.[0] ?? '');
          const before = stood?.(was);
          if (before === undefined || cell === '' || isFormula(cell)) return;
          if (cell === before || cell === written[k]?.[r]) return;
          // Rows moved under an earlier try: what it placed beside other accounts is nobody's.
          if (tries > 0 && written[k]?.includes(cell) === true) return;
          met.set(key, (met.get(key) ?? new Map<number, Cell>()).set(was, cell));
        });
      });
    if (isThere && isStill) return met;
  }
  throw new Failure('rowsMoved');
}

/**
 * Writes kept columns with other cells in some rows. What others fill meanwhile is written with them.
 * @param order its rows are those of the kept cells
 * @param next what a cell is going to be
 * @throws Failure as `placeCells`
 */
export async function placeKept(
  context: Excel.RequestContext,
  order: Pick<AccountsOrder, 'table' | 'rows'>,
  kept: readonly KeptColumn[],
  next: (cell: Cell, was: number, column: number) => Cell | { formula: string },
  note: (met: Met) => void,
): Promise<void> {
  const stand = kept.map((column) => order.rows.keys.map((_, was) => keptCell(column, was) ?? ''));
  const all = new Map<string, Map<number, Cell>>();
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const met = await placeCells(
      context,
      order,
      kept.map(({ key, header }, k) => ({
        key,
        header,
        cells: (stand[k] ?? []).map((cell, was) => next(cell, was, k)),
        // What was written in an earlier try stands there now.
        stood: (was) =>
          tries === 0 ? stand[k]?.[was] : asWritten(plain(next(stand[k]?.[was] ?? '', was, k))),
      })),
    );
    if (met.size === 0) return;
    kept.forEach(({ key }, k) => {
      for (const [was, cell] of met.get(key) ?? []) {
        (stand[k] ?? [])[was] = cell;
        all.set(key, (all.get(key) ?? new Map<number, Cell>()).set(was, cell));
      }
    });
    note({ columns: Object.fromEntries([...all].map(([key, cells]) => [key, [...cells]])) });
  }
  throw new Failure('rowsMoved');
}

const plain = (cell: Cell | { formula: string }): Cell => (typeof cell === 'object' ? cell.formula : cell);

const allStand = (written: readonly Cell[], read: readonly Cell[]): boolean =>
  written.length === read.length && written.every((cell, r) => stands(cell, read[r] ?? ''));

/** Whether a cell holds what was written: formulas come back in Excel's own spelling. */
export function stands(written: Cell, read: Cell): boolean {
  if (typeof written !== 'string') return written === read;
  if (written.startsWith('=')) return String(read).startsWith('=');
  return String(read) === (written.startsWith("'") ? written.slice(1) : written);
}

const isChanged = ({ added, gone }: RowMatch): boolean => added + gone > 0;

export function refuseChanged({ added, gone }: RowMatch): void {
  if (added + gone > 0) throw new Failure('rowsChanged', { total: added + gone, added, gone, changed: 0 });
}
