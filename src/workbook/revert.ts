import type { OnProgress } from '../app/ports';
import { eachInTurn, everywhere, writeBlock } from './cells';
import { CHECKPOINT_SHEET, RECORD_SHEET, type Journal, type KeptAccounts } from './journal';
import { decorateSheet, drawCharts, refillSheet } from './sheets';
import { removeSheet, writeStore } from './store';

/**
 * Gives back the workbook as the journal found it. Every step looks first whether it is still needed, so
 * it can be run again after a failure, and after an Apply that broke off anywhere.
 */
export async function revertJournal(
  context: Excel.RequestContext,
  journal: Journal,
  onProgress: OnProgress,
): Promise<void> {
  if (journal.accounts) await restoreAccounts(context, journal.accounts);
  onProgress(0.5);
  await eachInTurn(journal.sheets, (sheet) => restoreSheet(context, sheet));
  await restoreNames(context, journal);
  onProgress(0.9);
  await writeStore(context, RECORD_SHEET, new Map(journal.record));
  await writeStore(context, CHECKPOINT_SHEET, new Map());
  onProgress(1);
}

async function restoreAccounts(context: Excel.RequestContext, accounts: KeptAccounts): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(accounts.sheet);
  sheet.load('name');
  const table = context.workbook.tables.getItemOrNullObject(accounts.table);
  table.load('name');
  const range = table.getRange();
  range.load('rowIndex,columnIndex,rowCount');
  await context.sync();
  if (sheet.isNullObject) return;

  // Rows that were added to the table after Apply are the user's: the table keeps them.
  const bodyRows = Math.max(
    accounts.rows + 1 + (accounts.hasTotals ? 1 : 0),
    table.isNullObject ? 0 : range.rowCount,
  );
  await eachInTurn(accounts.kept, async ({ column, formulas, numberFormat }) => {
    const body = sheet.getRangeByIndexes(accounts.headerRow + 1, column, formulas.length, 1);
    body.numberFormat = everywhere(numberFormat);
    await writeBlock(
      context,
      body.getCell(0, 0),
      formulas.map((formula) => [formula]),
    );
  });
  const before = sheet.getRangeByIndexes(
    accounts.headerRow,
    accounts.firstColumn,
    bodyRows,
    accounts.columns,
  );
  if (!table.isNullObject) {
    if (accounts.wasRange) table.convertToRange();
    else table.resize(before);
  }
  await context.sync();
  accounts.added.forEach(({ column, width }) => {
    const cells = sheet.getRangeByIndexes(accounts.headerRow, column, bodyRows, 1);
    cells.dataValidation.clear();
    cells.conditionalFormats.clearAll();
    cells.clear();
    const whole = cells.getEntireColumn();
    whole.columnHidden = false;
    whole.format.columnWidth = width;
  });
  if (accounts.wasRange) before.getRow(0).formulas = [[...accounts.headers]];
  await context.sync();
}

async function restoreSheet(context: Excel.RequestContext, kept: Journal['sheets'][number]): Promise<void> {
  const { worksheets, tables } = context.workbook;
  const sheet = worksheets.getItemOrNullObject(kept.name);
  sheet.load('name');
  await context.sync();
  if (kept.before === undefined) {
    if (!sheet.isNullObject) await removeSheet(context, sheet);
    return;
  }
  const { spec, formulas } = kept.before;
  const there = sheet.isNullObject ? worksheets.add(kept.name) : sheet;
  const found = kept.before.tables.map((old) => {
    const table = tables.getItemOrNullObject(old.name);
    table.load('name');
    return { old, table };
  });
  await context.sync();
  for (const { old, table } of found) {
    const target = there.getRangeByIndexes(old.row, old.column, old.rows, old.columns);
    if (!table.isNullObject) {
      table.resize(target);
      continue;
    }
    target.getRow(0).formulas = [(formulas[old.row] ?? []).slice(old.column, old.column + old.columns)];
    const made = there.tables.add(target, true);
    made.name = old.name;
  }
  await context.sync();
  await refillSheet(context, spec, kept.name, formulas);
  await decorateSheet(context, spec, kept.name);
  await drawCharts(context, spec, kept.name);
}

async function restoreNames(context: Excel.RequestContext, journal: Journal): Promise<void> {
  const found = journal.names.map(({ name, formula }) => {
    const item = context.workbook.names.getItemOrNullObject(name);
    item.load('name');
    return { name, formula, item };
  });
  await context.sync();
  for (const { name, formula, item } of found) {
    if (formula === null) {
      if (!item.isNullObject) item.delete();
    } else if (item.isNullObject) {
      context.workbook.names.add(name, formula);
    } else {
      item.formula = formula;
    }
  }
  await context.sync();
}
