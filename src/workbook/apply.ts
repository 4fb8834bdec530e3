import { Failure } from '../plan/failures';
import type { AccountsOrder, OnProgress, Ownership, WriteOrder } from '../app/ports';
import type { SheetSpec } from '../reports/spec';
import { extendTable, placeColumns, writeColumns, type Placement } from './account-columns';
import { eachInTurn } from './cells';
import { looksOnly } from './grid';
import {
  CHECKPOINT_SHEET,
  JOURNAL_SCHEMA,
  MAX_KEPT_CELLS,
  RECORD_SHEET,
  keepColumn,
  keepSheet,
  type Journal,
  type KeptAccounts,
  type KeptColumn,
} from './journal';
import { decorateSheet, drawCharts, fillSheet, raiseSheet } from './sheets';
import { readStore, writeStore } from './store';

/** Names under which sheets are written, by key. */
export type SheetNames = Readonly<Record<string, string>>;

/**
 * Writes a plan into the workbook. First everything is checked and kept in the checkpoint, then the
 * skeletons of tables and names are raised, then contents, then looks, and last the record.
 * Each phase can be repeated without harm; `revert` undoes any number of them.
 */
export async function applyOrder(
  context: Excel.RequestContext,
  order: WriteOrder,
  sheetNames: SheetNames,
  at: Date,
  onProgress: OnProgress,
): Promise<void> {
  const record = await readStore(context, RECORD_SHEET);
  const { accounts } = order;
  const place = accounts && (await placeColumns(context, accounts));
  const journal = await keep(context, order, place, sheetNames, record, at);
  await writeStore(context, CHECKPOINT_SHEET, phase('writing', journal));
  onProgress(0.1);

  const named = (spec: SheetSpec) => sheetNames[spec.key] ?? spec.name;
  await eachInTurn(order.sheets, (spec) => raiseSheet(context, spec, named(spec)));
  if (accounts && place) {
    await extendTable(context, accounts, place);
    onProgress(0.2);
    await writeColumns(context, accounts, place, (done) => {
      onProgress(0.2 + 0.5 * done);
    });
  }
  await eachInTurn(order.sheets, (spec) => fillSheet(context, spec, named(spec)));
  onProgress(0.85);
  await eachInTurn(order.sheets, (spec) => decorateSheet(context, spec, named(spec)));
  await eachInTurn(order.sheets, (spec) => drawCharts(context, spec, named(spec)));
  onProgress(0.95);

  const next = new Map(record);
  if (order.record) next.set('record', order.record);
  next.set('owned', ownedAfter(order, record.get('owned') as Ownership | undefined, named));
  for (const spec of order.sheets) next.set(`spec:${spec.key}`, looksOnly(spec));
  await writeStore(context, RECORD_SHEET, next);
  await writeStore(context, CHECKPOINT_SHEET, phase('applied', journal));
  onProgress(1);
}

function ownedAfter(
  { accounts, sheets }: WriteOrder,
  before: Ownership | undefined,
  named: (spec: SheetSpec) => string,
): Ownership {
  return {
    ...before,
    ...(accounts && { accountsTable: accounts.ref.table ?? accounts.table }),
    columns: accounts
      ? Object.fromEntries(accounts.columns.map(({ key, header }) => [key, header]))
      : (before?.columns ?? {}),
    sheets: { ...before?.sheets, ...Object.fromEntries(sheets.map((spec) => [spec.key, named(spec)])) },
  };
}

export function phase(name: 'writing' | 'applied', journal: Journal): Map<string, unknown> {
  return new Map<string, unknown>([
    ['phase', name],
    ['journal', journal],
  ]);
}

/** Reads what is about to be overwritten. Nothing has been changed yet. */
async function keep(
  context: Excel.RequestContext,
  order: WriteOrder,
  place: Placement | undefined,
  sheetNames: SheetNames,
  record: ReadonlyMap<string, unknown>,
  at: Date,
): Promise<Journal> {
  const accounts = order.accounts && place && (await keepAccounts(context, order, order.accounts, place));
  const names = order.sheets
    .flatMap((spec) => spec.names)
    .map(({ name }) => {
      const item = context.workbook.names.getItemOrNullObject(name);
      item.load('formula');
      return { name, item };
    });
  await context.sync();
  const sheets: Journal['sheets'][number][] = [];
  await eachInTurn(order.sheets, async (spec) => {
    const name = sheetNames[spec.key] ?? spec.name;
    const before = record.get(`spec:${spec.key}`) as SheetSpec | undefined;
    sheets.push(await keepSheet(context, spec.key, name, before));
  });
  return {
    schema: JOURNAL_SCHEMA,
    at: at.toISOString(),
    ...(accounts && { accounts }),
    sheets,
    names: names.map(({ name, item }) => ({
      name,
      formula: item.isNullObject ? null : String(item.formula),
    })),
    record: [...record],
  };
}

/** Our columns that stand in the accounts table, and what making or widening the table will change. */
async function keepAccounts(
  context: Excel.RequestContext,
  order: WriteOrder,
  accounts: AccountsOrder,
  place: Placement,
): Promise<KeptAccounts> {
  const existing = place.at.filter(({ exists }) => exists);
  if (existing.length * place.rows > MAX_KEPT_CELLS && order.withoutCheckpoint !== true) {
    throw new Failure('tooManyToKeep', { cells: existing.length * place.rows, limit: MAX_KEPT_CELLS });
  }
  const sheet = context.workbook.worksheets.getItem(place.sheet);
  const header = sheet.getRangeByIndexes(place.headerRow, place.firstColumn, 1, place.columns);
  header.load('formulas');
  const added = place.at
    .filter(({ exists }) => !exists)
    .map(({ column }) => {
      const { format } = sheet.getRangeByIndexes(0, column, 1, 1);
      format.load('columnWidth');
      return { column, format };
    });
  await context.sync();

  const kept: KeptColumn[] = [];
  if (order.withoutCheckpoint !== true) {
    await eachInTurn(existing, async ({ column }) => {
      kept.push(await keepColumn(context, sheet, place.headerRow, column, place.rows));
    });
  }
  return {
    sheet: place.sheet,
    table: accounts.ref.table ?? accounts.table,
    wasRange: accounts.ref.table === undefined,
    headerRow: place.headerRow,
    firstColumn: place.firstColumn,
    rows: place.rows,
    columns: place.columns,
    hasTotals: place.hasTotals,
    headers: (header.formulas[0] ?? []) as string[],
    added: added.map(({ column, format }) => ({ column, width: format.columnWidth })),
    kept,
  };
}
