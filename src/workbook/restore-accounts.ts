import type { Cell } from '../plan/cells';
import { stands } from './account-columns';
import { columnAt, heightOf, type AccountsNow } from './accounts';
import { anchor, setAnchor } from './anchors';
import { asWritten, eachInTurn, everywhere, writeBlock } from './cells';
import { asKept, type AddedColumn, type KeptAccounts, type KeptColumn, type KeptValidation } from './journal';
import { escaped } from './keep';
import { readColumns } from './keys';
import { isMadeFrom, lookAtKept, rowsNow, type AccountsPlan } from './revert-accounts';

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

/** Kept columns that were deleted since come back at the table's right end. */
async function remakeColumns(context: Excel.RequestContext, kept: KeptAccounts): Promise<void> {
  if (kept.kept.length === 0) return;
  const { now, anchors } = await lookAtKept(context, kept);
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

/** What cells of a kept column are to be, in the rows as they stand now; undefined: whatever it is. */
function cellsNow(
  { table }: KeptAccounts,
  { cells }: KeptColumn,
  then: Int32Array,
  gone: readonly string[],
): (Cell | undefined)[] {
  const one = cells.every((cell) => cell === cells[0]) ? cells[0] : undefined;
  const formula = typeof one === 'string' && one.startsWith('=') ? one : undefined;
  return Array.from(then, (was) => {
    const before = was < 0 ? formula : cells[was];
    return before === undefined ? undefined : withoutColumns(before, table, gone);
  });
}

async function restoreColumn(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  column: KeptColumn,
  gone: readonly string[],
): Promise<void> {
  const { now, anchors } = await lookAtKept(context, kept);
  const at = columnAt(now, anchors, anchor.column(column.key), column.header);
  if (at < 0 || now.rows === 0) return;
  const { then } = await rowsNow(context, kept, now, anchors);
  const [formulas = []] = await readColumns(context, now, [at], 'formulas');
  const [values = []] = await readColumns(context, now, [at]);
  const cells = cellsNow(kept, column, then, gone).map(
    (cell, r) => cell ?? withoutColumns(asKept(formulas[r] ?? '', values[r] ?? ''), kept.table, gone),
  );
  const body = now.sheet.getRangeByIndexes(now.headerRow + 1, now.firstColumn + at, now.rows, 1);
  const { formats } = column;
  body.numberFormat =
    typeof formats === 'string'
      ? everywhere(formats)
      : Array.from(then, (was) => [formats[was] ?? formats[0] ?? 'General']);
  for (const { from, rows, validation } of validationsNow(column, then))
    validate(
      now.sheet.getRangeByIndexes(now.headerRow + 1 + from, now.firstColumn + at, rows, 1).dataValidation,
      validation,
    );
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

/** Runs of rows, as they stand now, that had the same rule. Rows that came since keep theirs where rules are mixed. */
function validationsNow(
  { validations }: KeptColumn,
  then: Int32Array,
): { readonly from: number; readonly rows: number; readonly validation: KeptValidation | null }[] {
  const [only, ...others] = validations;
  if (only?.rows === undefined)
    return only === undefined ? [] : [{ from: 0, rows: then.length, validation: only.validation }];
  const ruleOf = new Map(
    [only, ...others].flatMap(({ rows = [] }, n) => rows.map((row) => [row, n] as const)),
  );
  const runs: { from: number; rows: number; n: number }[] = [];
  then.forEach((was, r) => {
    const n = ruleOf.get(was);
    const last = runs.at(-1);
    if (n === undefined) return;
    if (last?.n === n && last.from + last.rows === r) last.rows++;
    else runs.push({ from: r, rows: 1, n });
  });
  return runs.map(({ from, rows, n }) => ({ from, rows, validation: validations[n]?.validation ?? null }));
}

function validate(to: Excel.DataValidation, validation: KeptValidation | null): void {
  to.clear();
  if (validation === null) return;
  to.rule = validation.rule;
  to.ignoreBlanks = validation.ignoreBlanks;
  to.prompt = validation.prompt;
  to.errorAlert = validation.errorAlert;
}

/** Headers of kept columns in which a cell is not what it was, and of added ones that are still there. */
export async function unlike(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  { now: planned, gone, users }: AccountsPlan,
): Promise<string[]> {
  if (planned === undefined) return [];
  const { now, anchors } = await lookAtKept(context, kept);
  const { then } = await rowsNow(context, kept, now, anchors);
  const found: string[] = [];
  await eachInTurn(kept.kept, async (column) => {
    const at = columnAt(now, anchors, anchor.column(column.key), column.header);
    const [formulas = []] = at < 0 ? [] : await readColumns(context, now, [at], 'formulas');
    const isBack =
      at >= 0 &&
      cellsNow(kept, column, then, gone).every(
        (cell, r) => cell === undefined || stands(cell, formulas[r] ?? ''),
      );
    if (!isBack) found.push(column.header);
  });
  const left = kept.added.filter(({ header }) => now.headers.includes(header) && !users.includes(header));
  return [...found, ...left.map(({ header }) => header)];
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
  const { now, anchors } = await lookAtKept(context, kept);
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
