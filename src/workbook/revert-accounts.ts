import { digested, matchRows, narrowed, type RowMatch } from '../plan/account-keys';
import type { Cell } from '../plan/cells';
import { Failure } from '../plan/failures';
import { columnAt, findList, heightOf, lookAtRange, type AccountsNow } from './accounts';
import { anchor, readAnchors, setAnchor, type Anchors } from './anchors';
import { asWritten, eachInTurn, everywhere, writeBlock } from './cells';
import { asKept, type AddedColumn, type KeptAccounts, type KeptColumn } from './journal';
import { escaped } from './keep';
import { readColumns, readKeys } from './keys';

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
    /** It is no Excel table any more: formulas that are given back speak of its cells. */
    readonly isRange?: boolean;
  };
}

/** @throws Failure when the accounts are there but cannot be written to, or are no table any more */
export async function planAccounts(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  anchors: Anchors,
): Promise<AccountsPlan> {
  const now = await locate(context, kept, anchors);
  if (now === undefined)
    return { now, isUntouched: false, gone: [], report: { ...NOTHING, accountsGone: true } };
  if (now.isProtected) throw new Failure('protectedSheet', { sheet: now.sheetName });
  const match = await rowsNow(context, kept, now, anchors);
  const gone = kept.references.filter((header, n) => columnAt(now, anchors, anchor.reference(n), header) < 0);
  const ours = new Set(
    [...kept.added, ...kept.kept].map(({ key, header }) =>
      columnAt(now, anchors, anchor.column(key), header),
    ),
  );
  const users = now.headers.filter((_, at) => !ours.has(at));
  const before = kept.headers.map(String).filter((header) => !kept.kept.some((own) => own.header === header));
  const stay = users.filter((header) => !before.includes(header) && !isMade(kept, header));
  const columnsGone = kept.wasRange ? [] : before.filter((header) => !users.includes(header));
  return {
    now,
    gone,
    isUntouched:
      match.isSame &&
      match.isUntouched &&
      (now.table !== undefined || kept.wasRange) &&
      stay.length === 0 &&
      columnsGone.length === 0 &&
      ours.size > 0,
    report: {
      rowsGone: match.gone,
      rowsAdded: match.added,
      columnsStay: stay,
      columnsGone,
      accountsGone: false,
      isRange: now.table === undefined && !kept.wasRange,
    },
  };
}

const NOTHING = { rowsGone: 0, rowsAdded: 0, columnsStay: [], columnsGone: [] } as const;

/** A header that Excel gave when the list became a table: for a blank one, or for one that stands there twice. */
const isMade = ({ wasRange, headers }: KeptAccounts, header: string): boolean =>
  wasRange && headers.some((was, c) => isMadeFrom(headers, c, was, header));

function isMadeFrom(headers: readonly Cell[], c: number, was: Cell, header: string): boolean {
  if (typeof was !== 'string' || was.startsWith('='))
    return String(was) === header || String(was).startsWith('=');
  const isDouble = headers.findIndex((other) => String(other).toLowerCase() === was.toLowerCase()) < c;
  const bare = header.replace(/\d+$/, '');
  return header !== bare && (was === '' ? /^\p{L}+$/u.test(bare) : isDouble && bare === was);
}

/**
 * By anchors or name; a list that is no table any more as far down as its rows go, one that was not made a table yet where
 * it stood.
 */
async function locate(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  anchors: Anchors,
): Promise<AccountsNow | undefined> {
  const found = await findList(context, anchors, kept.table);
  if (found !== undefined)
    return found.table === undefined ? cutToRows(context, kept, found, anchors) : found;
  if (anchors.get(anchor.accounts) === null) return undefined;
  return lookAtRange(context, {
    sheet: kept.sheet,
    headerRow: kept.headerRow,
    firstColumn: kept.firstColumn,
    rows: kept.rows.keys.length,
    columns: kept.columns + kept.added.length,
  });
}

/** A range ends with the last row that is known, and what follows it without a gap. */
async function cutToRows(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  found: AccountsNow,
  anchors: Anchors,
): Promise<AccountsNow> {
  const { then } = await rowsNow(context, kept, found, anchors);
  const columns = await readColumns(
    context,
    found,
    found.headers.map((_, c) => c),
  );
  let rows = 0;
  then.forEach((was, r) => {
    if (was >= 0) rows = r + 1;
  });
  while (rows < found.rows && columns.some((column) => column[rows] !== '')) rows++;
  return { ...found, rows };
}

/** Which kept row each row is now. */
async function rowsNow(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  now: AccountsNow,
  anchors: Anchors,
): Promise<RowMatch & { readonly isUntouched: boolean }> {
  const called = new Map(
    kept.references.flatMap((header, n) => {
      const at = columnAt(now, anchors, anchor.reference(n), header);
      return at < 0 ? [] : [[header, now.headers[at] ?? ''] as const];
    }),
  );
  const isThere = (header: string) => called.has(header) || now.headers.includes(header);
  const rest = kept.rows.by.rest.every(isThere);
  const then = narrowed(
    rest
      ? kept.rows
      : { ...kept.rows, rest: kept.rows.rest.map(() => ''), by: { ...kept.rows.by, rest: [] } },
    isThere,
  );
  const by = {
    ...then.by,
    headers: then.by.headers.map((header) => called.get(header) ?? header),
    rest: then.by.rest.map((header) => called.get(header) ?? header),
  };
  const is = digested(await readKeys(context, now, by));
  const match = matchRows(then, is);
  return { ...match, isUntouched: rest && is.rest.every((text, r) => text === then.rest[r]) };
}

/** Gives our columns back as they were, each cell to its account, and takes those away that were not there. */
export async function restoreAccounts(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  { now: planned, gone }: AccountsPlan,
): Promise<void> {
  if (planned === undefined) return;
  await remakeColumns(context, kept);
  await eachInTurn(kept.kept, (column) => restoreColumn(context, kept, column, gone));
  await removeColumns(context, kept);
}

/** The accounts at this moment, and the anchors with which they were found. */
async function look(
  context: Excel.RequestContext,
  kept: KeptAccounts,
): Promise<{ readonly now: AccountsNow; readonly anchors: Anchors }> {
  const anchors = await readAnchors(context);
  const now = await locate(context, kept, anchors);
  if (now === undefined) throw new Failure('tableGone', { name: kept.table });
  return { now, anchors };
}

/** Kept columns that were deleted since come back at the table's right end. */
async function remakeColumns(context: Excel.RequestContext, kept: KeptAccounts): Promise<void> {
  if (kept.kept.length === 0) return;
  const { now, anchors } = await look(context, kept);
  const missing = kept.kept.filter(
    ({ key, header }) => columnAt(now, anchors, anchor.column(key), header) < 0,
  );
  if (missing.length === 0) return;
  const { sheet, sheetName, headerRow, firstColumn } = now;
  const height = heightOf(now);
  const end = firstColumn + now.headers.length;
  const taken = sheet
    .getRangeByIndexes(headerRow, end, height, missing.length)
    .getUsedRangeOrNullObject(true);
  taken.load('address');
  await context.sync();
  if (!taken.isNullObject) sheet.getRangeByIndexes(headerRow, end, height, missing.length).insert('Right');
  missing.forEach(({ key, header }, n) => {
    const column = end + n;
    sheet.getRangeByIndexes(headerRow, column, 1, 1).values = [[asWritten(header)]];
    setAnchor(context, anchors, anchor.column(key), { sheet: sheetName, row: headerRow, column });
  });
  const columns = now.headers.length + missing.length;
  if (now.table !== undefined)
    context.workbook.tables
      .getItem(now.table)
      .resize(sheet.getRangeByIndexes(headerRow, firstColumn, height, columns));
  await context.sync();
}

async function restoreColumn(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  column: KeptColumn,
  gone: readonly string[],
): Promise<void> {
  const { now, anchors } = await look(context, kept);
  const at = columnAt(now, anchors, anchor.column(column.key), column.header);
  if (at < 0 || now.rows === 0) return;
  const { then } = await rowsNow(context, kept, now, anchors);
  const [formulas = []] = await readColumns(context, now, [at], 'formulas');
  const [values = []] = await readColumns(context, now, [at]);
  const one = column.cells.every((cell) => cell === column.cells[0]) ? column.cells[0] : undefined;
  const formula = typeof one === 'string' && one.startsWith('=') ? one : undefined;
  const cells = Array.from(then, (was, r): Cell => {
    const before = was < 0 ? formula : column.cells[was];
    return withoutColumns(before ?? asKept(formulas[r] ?? '', values[r] ?? ''), kept.table, gone);
  });
  const body = now.sheet.getRangeByIndexes(now.headerRow + 1, now.firstColumn + at, now.rows, 1);
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
  await writeBlock(
    context,
    body.getCell(0, 0),
    cells.map((cell) => [cell]),
  );
  await context.sync();
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

async function removeColumns(context: Excel.RequestContext, kept: KeptAccounts): Promise<void> {
  const { now, anchors } = await look(context, kept);
  const { sheet, headerRow, firstColumn } = now;
  const ours = kept.added
    .map((column) => ({ ...column, at: columnAt(now, anchors, anchor.column(column.key), column.header) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at);
  const height = heightOf(now);
  const stays = now.headers.length - ours.length;
  const isAtEnd = ours.every(({ at }) => at >= stays);
  for (const { at, width } of ours) {
    const whole = sheet.getRangeByIndexes(0, firstColumn + at, 1, 1).getEntireColumn();
    whole.columnHidden = false;
    whole.format.columnWidth = width;
  }
  if (now.table !== undefined) {
    const table = context.workbook.tables.getItem(now.table);
    if (kept.wasRange) table.convertToRange();
    else if (ours.length > 0 && isAtEnd)
      table.resize(sheet.getRangeByIndexes(headerRow, firstColumn, height, stays));
  }
  if (kept.wasRange && now.table !== undefined) giveHeaders(kept, now, ours);
  if (isAtEnd) {
    await context.sync();
    clearCells(sheet, headerRow, firstColumn, height, ours);
  } else {
    await closeUp(context, now, ours, kept.wasRange);
  }
  await context.sync();
}

/** Headers that Excel changed to make a table are again what they were. */
function giveHeaders(
  { headers, columns }: KeptAccounts,
  now: AccountsNow,
  ours: readonly { readonly at: number }[],
): void {
  const places = now.headers.flatMap((_, at) => (ours.some((own) => own.at === at) ? [] : [at]));
  let next = 0;
  for (let c = 0; c < columns; c++) {
    const was = headers[c] ?? '';
    const at = places.findIndex(
      (place, n) =>
        n >= next && (now.headers[place] === was || isMadeFrom(headers, c, was, now.headers[place] ?? '')),
    );
    if (at < 0) continue;
    next = at + 1;
    const place = places[at] ?? 0;
    if (now.headers[place] !== was)
      now.sheet.getRangeByIndexes(now.headerRow, now.firstColumn + place, 1, 1).formulas = [[was]];
  }
}

function clearCells(
  sheet: Excel.Worksheet,
  headerRow: number,
  firstColumn: number,
  height: number,
  ours: readonly (AddedColumn & { readonly at: number })[],
): void {
  for (const { at } of ours) {
    const cells = sheet.getRangeByIndexes(headerRow, firstColumn + at, height, 1);
    cells.dataValidation.clear();
    cells.conditionalFormats.clearAll();
    cells.clear();
  }
}

/**
 * Something of the user's stands to the right of ours in the table: it moves up to it. What stands beyond the table
 * stays where it is.
 */
async function closeUp(
  context: Excel.RequestContext,
  now: AccountsNow,
  ours: readonly { readonly at: number }[],
  wasRange: boolean,
): Promise<void> {
  const { sheet, headerRow, firstColumn, headers, table } = now;
  const height = heightOf(now);
  const end = firstColumn + headers.length;
  const beyond = sheet.getRangeByIndexes(headerRow, end, height, 16_384 - end).getUsedRangeOrNullObject(true);
  beyond.load('address');
  await context.sync();
  for (const { at } of ours) {
    if (table !== undefined && !wasRange)
      context.workbook.tables.getItem(table).columns.getItemAt(at).delete();
    else sheet.getRangeByIndexes(headerRow, firstColumn + at, height, 1).delete('Left');
  }
  if (!beyond.isNullObject)
    sheet.getRangeByIndexes(headerRow, end - ours.length, height, ours.length).insert('Right');
}
