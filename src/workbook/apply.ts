import { digested, type RowKeys, type RowMatch } from '../plan/account-keys';
import { Failure } from '../plan/failures';
import { inLayer, type LayerId } from '../plan/layer';
import { namesOf, owning, ownHeaders, type Ownership } from '../plan/ownership';
import type { AccountsOrder, OnProgress, WriteOrder } from '../app/ports';
import type { SheetSpec } from '../reports/spec';
import { placeColumns, writeColumns, type Placement } from './account-columns';
import { anchor, readAnchors } from './anchors';
import { eachInTurn } from './cells';
import { extendTable } from './extend-table';
import type { Job } from './door';
import { extentOf, looksOnly } from './grid';
import { keepColumn, keepSheet, spokenOf } from './keep';
import { findRows } from './keys';
import { MAX_KEPT_CELLS, RECORD_SHEET, type KeptAccounts, type KeptSheet } from './journal';
import { ownedNow } from './owned';
import { decorateSheet, drawCharts, fillSheet, raiseSheet } from './sheets';
import { openStore, writeStore } from './store';

/** Names under which sheets are written, by key. */
export type SheetNames = Readonly<Record<string, string>>;

/**
 * Looks whether a plan can be written, and keeps what it will overwrite. Then: the skeletons of tables and names
 * are raised, then contents, then looks, and last the record. Each phase can be repeated without harm.
 */
export async function applyOrder(
  context: Excel.RequestContext,
  order: WriteOrder,
  sheetNames: SheetNames,
  onProgress: OnProgress,
): Promise<Job> {
  const { entries: record, place: at } = await openStore(context, RECORD_SHEET);
  const { accounts } = order;
  const owned = await ownedNow(context);
  const anchors = await readAnchors(context);
  const named = (spec: SheetSpec) => sheetNames[spec.key] ?? spec.name;
  await refuseProtected(context, order.sheets.map(named));
  const ours = new Set(ownHeaders(owned));
  const place = accounts && (await placeColumns(context, accounts, ours));
  const sheets: KeptSheet[] = [];
  await eachInTurn(order.sheets, async (spec) => {
    const before = record.get(specKey(spec.layer, spec.key)) as SheetSpec | undefined;
    const kept = await keepSheet(context, spec.key, named(spec), before);
    sheets.push({ ...kept, writes: spec.blocks.map(extentOf) });
  });
  const kept = accounts && place && (await keepAccounts(context, order, accounts, place, ours, sheets));
  const names = await keepNames(context, [
    ...order.sheets.flatMap((spec) => [anchor.sheet(spec.key), ...spec.names.map(({ name }) => name)]),
    ...(kept === undefined
      ? []
      : [anchor.accounts, anchor.list, ...kept.references.map((_, n) => anchor.reference(n))]),
    ...(accounts?.columns ?? []).map(({ key }) => anchor.column(key)),
  ]);
  onProgress(0.1);
  return {
    journal: { ...(kept && { accounts: kept }), sheets, names, record: [...record], place: at },
    write: async () => {
      await eachInTurn(order.sheets, (spec) => raiseSheet(context, spec, named(spec), anchors));
      if (accounts && place && kept) {
        await extendTable(context, accounts, place, kept.references, anchors);
        onProgress(0.2);
        await writeColumns(context, accounts, place, (done) => {
          onProgress(0.2 + 0.5 * done);
        });
      }
      await eachInTurn(order.sheets, (spec) => {
        const spot = anchors.get(anchor.sheet(spec.key));
        // Where rows or columns came in on a sheet of ours, nothing tells what is whose: all of it is written anew.
        const isInPlace = spot?.row === 0 && spot.column === 0;
        const before = record.get(`spec:${spec.key}`) as SheetSpec | undefined;
        const reach = isInPlace ? before?.blocks.map(extentOf) : undefined;
        return fillSheet(context, spec, named(spec), reach);
      });
      onProgress(0.85);
      await eachInTurn(order.sheets, (spec) => decorateSheet(context, spec, named(spec)));
      await eachInTurn(order.sheets, (spec) => drawCharts(context, spec, named(spec)));
      onProgress(0.95);
      const next = new Map(record);
      if (order.record) next.set('record', order.record);
      next.set('owned', ownedAfter(order, owned, named));
      for (const spec of order.sheets) next.set(specKey(spec.layer, spec.key), looksOnly(spec));
      await writeStore(context, RECORD_SHEET, next);
      onProgress(1);
    },
  };
}

function ownedAfter(
  { layer, accounts, sheets }: WriteOrder,
  before: Ownership | undefined,
  named: (spec: SheetSpec) => string,
): Ownership {
  const names = namesOf(before, layer);
  const columns = accounts
    ? Object.fromEntries(accounts.columns.map(({ key, header }) => [key, header]))
    : names.columns;
  const more = Object.fromEntries(sheets.map((spec) => [spec.key, named(spec)]));
  return {
    ...owning(layer, { columns, sheets: { ...names.sheets, ...more } }, before),
    ...(accounts && { accountsTable: accounts.ref.table ?? accounts.table }),
  };
}

/** Where the record keeps how a sheet of ours was last written. */
export const specKey = (layer: LayerId, key: string): string => `spec:${inLayer(layer, key)}`;

async function refuseProtected(context: Excel.RequestContext, names: readonly string[]): Promise<void> {
  const found = names.map((name) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load('name');
    sheet.protection.load('protected');
    return sheet;
  });
  await context.sync();
  const closed = found.find((sheet) => !sheet.isNullObject && sheet.protection.protected);
  if (closed !== undefined) throw new Failure('protectedSheet', { sheet: closed.name });
}

/** Our columns that stand in the accounts table, and what making or widening the table will change. */
async function keepAccounts(
  context: Excel.RequestContext,
  order: WriteOrder,
  { columns, ref, table, rows }: AccountsOrder,
  { now, rows: match, exists }: Placement,
  ours: ReadonlySet<string>,
  sheets: readonly KeptSheet[],
): Promise<KeptAccounts> {
  const existing = columns.filter((_, i) => exists[i] === true);
  const cells = existing.length * now.rows;
  if (cells > MAX_KEPT_CELLS && order.withoutCheckpoint !== true)
    throw new Failure('tooManyToKeep', { cells, limit: MAX_KEPT_CELLS });
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
  const kept: KeptAccounts['kept'][number][] = [];
  if (order.withoutCheckpoint !== true)
    await eachInTurn(existing, async ({ key, header: name }) => {
      kept.push(await keepColumn(context, now, key, now.headers.indexOf(name)));
    });
  // Cells were read over several requests: they must all be of the same rows.
  const again = await findRows(context, now, rows);
  if (!again.then.every((was, r) => was === match.then[r])) throw new Failure('rowsMoved');
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
    rows: digested(inRowsOf(match, rows)),
    headers: (header.formulas[0] ?? []) as string[],
    references: [
      ...new Set([...rows.by.headers.filter((name) => name !== ''), ...spokenOf(users, formulas.flat())]),
    ],
    added: missing.map(({ key, header: name }, n) => ({
      key,
      header: name,
      width: widths[n]?.format.columnWidth ?? 0,
      ...(widths[n]?.columnHidden === true ? { isHidden: true } : {}),
    })),
    kept,
  };
}

/** Keys in the order in which the rows stand now. */
function inRowsOf({ then }: RowMatch, { by, keys, rest }: RowKeys): RowKeys {
  const of = (texts: readonly string[]) => Array.from(then, (was) => texts[was] ?? '');
  return { by, keys: of(keys), rest: of(rest) };
}

/** Names as they stand, and which of them are none yet. */
export async function keepNames(
  context: Excel.RequestContext,
  wanted: readonly string[],
): Promise<{ name: string; formula: string | null }[]> {
  const found = [...new Set(wanted)].map((name) => {
    const item = context.workbook.names.getItemOrNullObject(name);
    item.load('formula');
    return { name, item };
  });
  await context.sync();
  return found.map(({ name, item }) => ({ name, formula: item.isNullObject ? null : String(item.formula) }));
}
