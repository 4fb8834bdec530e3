import type { Cell } from '../plan/cells';
import { Failure } from '../plan/failures';
import { columnAt, type AccountsNow } from './accounts';
import { isCarriedOut, MOST_TRIES } from './account-columns';
import { anchor, anchorCell, type Anchors } from './anchors';
import { asWritten, eachInTurn, everywhere, writeAll } from './cells';
import { asKept, type KeptAccounts, type KeptColumn } from './journal';
import { escaped } from './keep';
import { findKept, lookAtKept, rowsNow } from './kept-list';
import { readColumns } from './keys';
import { isMadeFrom, removeColumns } from './revert-added';

/** What can be given back of the accounts as they stand now. */
export interface AccountsPlan {
  /** Undefined: they are gone, and our columns with them. */
  readonly now: AccountsNow | undefined;
  /** The user has changed nothing in the list since. */
  readonly isUntouched: boolean;
  /** Columns of the user's that kept formulas speak of, and that were deleted since. */
  readonly gone: readonly string[];
  readonly report: {
    readonly rowsGone: number;
    readonly rowsAdded: number;
    readonly columnsStay: readonly string[];
    readonly columnsGone: readonly string[];
    readonly accountsGone: boolean;
  };
}

/** @throws Failure when the accounts are there but cannot be written to, or are no table any more */
export async function planAccounts(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  anchors: Anchors,
): Promise<AccountsPlan> {
  const { now, match } = await findKept(context, kept, anchors);
  if (now === undefined || match === undefined)
    return { now: undefined, isUntouched: false, gone: [], report: { ...NOTHING, accountsGone: true } };
  if (now.isProtected) throw new Failure('protectedSheet', { sheet: now.sheetName });
  if (now.table === undefined && kept.kept.length > 0) throw new Failure('noTableNow', { name: kept.table });
  const gone = kept.references.filter((header, n) => columnAt(now, anchor.reference(n), header) < 0);
  const ours = new Set(
    [...kept.added, ...kept.kept].map(({ key, header }) => columnAt(now, anchor.column(key), header)),
  );
  const users = now.headers.filter((_, at) => !ours.has(at));
  const before = kept.headers.map(String).filter((header) => !kept.kept.some((own) => own.header === header));
  const stay = users.filter((header) => !before.includes(header) && !isMade(kept, header));
  const columnsGone = kept.wasRange ? [] : before.filter((header) => !users.includes(header));
  return {
    now,
    gone,
    isUntouched:
      now.sheetName === kept.sheet &&
      (kept.wasRange || now.table === kept.table) &&
      now.headerRow === kept.headerRow &&
      now.firstColumn === kept.firstColumn &&
      match.isSame &&
      match.isUntouched &&
      stay.length === 0 &&
      columnsGone.length === 0 &&
      !ours.has(-1),
    report: {
      rowsGone: match.gone,
      rowsAdded: match.added,
      columnsStay: stay,
      columnsGone,
      accountsGone: false,
    },
  };
}

const NOTHING = { rowsGone: 0, rowsAdded: 0, columnsStay: [], columnsGone: [] } as const;

/** A header that Excel gave when the list became a table: for a blank one, or for one that stands there twice. */
const isMade = ({ wasRange, headers }: KeptAccounts, header: string): boolean =>
  wasRange && headers.some((was, c) => isMadeFrom(headers, c, was, header));

/** Gives our columns back as they were, each cell to its account, and takes those away that were not there. */
export async function restoreAccounts(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  { now: planned, gone }: AccountsPlan,
): Promise<void> {
  if (planned === undefined) return;
  await remakeColumns(context, kept);
  await eachInTurn(kept.kept, (column) => restoreColumn(context, kept, column, gone));
  await removeColumns(context, kept, await lookAtKept(context, kept));
}

/** Kept columns that were deleted since come back at the table's right end. */
async function remakeColumns(context: Excel.RequestContext, kept: KeptAccounts): Promise<void> {
  if (kept.kept.length === 0) return;
  const now = await lookAtKept(context, kept);
  const missing = kept.kept.filter(({ key, header }) => columnAt(now, anchor.column(key), header) < 0);
  if (missing.length === 0 || now.table === undefined) return;
  const table = context.workbook.tables.getItem(now.table);
  const beside = () => table.getRange().getLastColumn().getOffsetRange(0, 1);
  const taken = beside()
    .getResizedRange(0, missing.length - 1)
    .getUsedRangeOrNullObject(true);
  taken.load('address');
  await context.sync();
  if (!taken.isNullObject)
    beside()
      .getResizedRange(0, missing.length - 1)
      .insert('Right');
  missing.forEach(({ key, header }, n) => {
    const cell = beside().getCell(0, n);
    cell.values = [[asWritten(header)]];
    anchorCell(context, now.anchors, anchor.column(key), cell);
  });
  table.resize(table.getRange().getResizedRange(0, missing.length));
  await context.sync();
}

/** A column comes back by account; where rows moved while it was written, all of it is placed again. */
async function restoreColumn(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  column: KeptColumn,
  gone: readonly string[],
): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const now = await lookAtKept(context, kept);
    const at = columnAt(now, anchor.column(column.key), column.header);
    if (at < 0 || now.rows === 0) return;
    const { then } = await rowsNow(context, kept, now);
    await placeKept(context, kept, column, gone, { now, at, then });
    if (!(await isCarriedOut(context))) continue;
    const after = await lookAtKept(context, kept);
    const stayed = await rowsNow(context, kept, after);
    if (stayed.then.length === then.length && stayed.then.every((was, r) => was === then[r])) return;
  }
  throw new Failure('rowsMoved');
}

async function placeKept(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  column: KeptColumn,
  gone: readonly string[],
  { now, at, then }: { readonly now: AccountsNow; readonly at: number; readonly then: Int32Array },
): Promise<void> {
  const [formulas = []] = await readColumns(context, now, [at], 'formulas');
  const [values = []] = await readColumns(context, now, [at]);
  const one = column.cells.every((cell) => cell === column.cells[0]) ? column.cells[0] : undefined;
  const formula = typeof one === 'string' && one.startsWith('=') ? one : undefined;
  const cells = Array.from(then, (was, r): Cell => {
    const before = was < 0 ? formula : column.cells[was];
    return withoutColumns(before ?? asKept(formulas[r] ?? '', values[r] ?? ''), kept.table, gone);
  });
  if (now.table === undefined) throw new Failure('noTableNow', { name: kept.table });
  const body = context.workbook.tables
    .getItem(now.table)
    .columns.getItem(now.headers[at] ?? '')
    .getDataBodyRange();
  const { formats, validation } = column;
  body.numberFormat =
    typeof formats === 'string'
      ? everywhere(formats)
      : Array.from(then, (was) => [formats[was] ?? formats[0] ?? 'General']);
  if (validation !== null) {
    body.dataValidation.clear();
    body.dataValidation.rule = validation.rule;
    body.dataValidation.ignoreBlanks = validation.ignoreBlanks;
    body.dataValidation.prompt = validation.prompt;
    body.dataValidation.errorAlert = validation.errorAlert;
  }
  const whole = body.getEntireColumn();
  whole.format.columnWidth = column.width;
  whole.columnHidden = column.isHidden;
  await writeAll(
    context,
    body,
    cells.map((cell) => [cell]),
  );
}

/** A formula with columns that are not there any more is refused: Excel says `#REF!` in their place. */
export function withoutColumns(cell: Cell, table: string, gone: readonly string[]): Cell {
  if (typeof cell !== 'string' || !cell.startsWith('=') || gone.length === 0) return cell;
  return gone.reduce((text, header) => {
    const name = escaped(header);
    return [
      `${table}[${name}]`,
      `${table}[@[${name}]]`,
      `${table}[@${name}]`,
      `[@[${name}]]`,
      `[@${name}]`,
    ].reduce((rest, reference) => rest.replaceAll(reference, '#REF!'), text);
  }, cell);
}
