import type { Cell } from '../plan/cells';
import { digested, reordered } from '../plan/account-keys';
import type { RowMatch } from '../plan/match-accounts';
import { Failure } from '../plan/failures';
import { namesOf, owning, ownHeaders, unusedAfter, type Ownership } from '../plan/ownership';
import type { AccountsOrder, ApplyReport, OnProgress, TableRef, WriteOrder } from '../app/ports';
import type { AccountColumnSpec, SheetSpec } from '../reports/spec';
import { isList, lookAtTable } from './accounts';
import { placeColumns, writeColumns, type Placement } from './account-columns';
import { anchor, readAnchors } from './anchors';
import { at } from './area';
import { withLooks } from './cell-looks';
import { asRead, eachInTurn } from './cells';
import { editAccounts } from './edit-accounts';
import { fillCells } from './fill-cells';
import { standsStill, type SheetNow } from './foreign-cells';
import { extendTable } from './extend-table';
import type { Job } from './door';
import { addressOf, columnCells, contentsOf, extentOf, isTable, meet, remembered } from './grid';
import { loadHigh } from './heights';
import { keepColumns, keepSheet, spokenOf } from './undo-copy';
import { refuseMergedIn } from './merged';
import {
  cellsAddress,
  headsOf,
  inTables,
  isFormula,
  metAmong,
  strangeAmong,
  type Met,
  type MetOnSheet,
} from './met';
import { areSame, readSteadily } from './read-steadily';
import {
  compact,
  MAX_KEPT_CELLS,
  RECORD_SHEET,
  type KeptAccounts,
  type KeptColumn,
  type KeptSheet,
} from './journal';
import { CHARACTER_POINTS } from './styles';
import { lookAtOwned, specKey, type OwnedNow } from './owned-now';
import { makeRoom, movedOn, NO_ROOM } from './make-room';
import { refuseTaken } from './insert-sheets';
import { keptMade, makeList, referencesOf } from './made-list';
import { drawCharts } from './charts';
import { inputsThatStay } from './own-inputs';
import { keepRoom } from './room-for-columns';
import { decorateSheet, fillSheet, raiseSheet, sheetAnchors, type Filled, type Filling } from './sheets';
import { openStore, savedKey, writeStore } from './hidden-store';
import { refuseUnread, type Readings } from './unread';
import { placesOf, verifySheets, writeUndisturbed } from './verify-sheets';

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
  readings: Readings,
  onProgress: OnProgress,
): Promise<Job & { readonly report: ApplyReport }> {
  const { entries: record, place: storePlace } = await openStore(context, RECORD_SHEET);
  const { accounts, made } = order;
  const anchors = await readAnchors(context);
  const { owned, gone, list } = await lookAtOwned(context, record.get('owned'), anchors, accounts?.ref);
  if (made !== undefined) await refuseTaken(context, [made]);
  if (accounts !== undefined) await refuseOtherList(context, list, accounts.ref, made !== undefined);
  const named = (spec: SheetSpec) => sheetNames[spec.key] ?? spec.name;
  await refuseProtected(context, order.sheets.map(named));
  const ours = new Set(ownHeaders(owned));
  // A list that is made first has no columns yet, and goes as a whole.
  const isFirst = accounts !== undefined && made === undefined;
  const first = isFirst ? await placeColumns(context, accounts, ours) : undefined;
  const pages = await planPages(context, order, named, record, readings);
  const sheets = pages.map(({ kept: one }) => one);
  const placed = isFirst ? await placeAndKeep(context, accounts, ours, sheets, first) : undefined;
  const kept = placed?.found;
  const edit = order.edit && (await editAccounts(context, order.edit));
  const fill = order.fill && (await fillCells(context, order.fill, anchors));
  const former = formerNames(order.sheets, record);
  const names = await keepNames(context, [
    ...former,
    ...order.sheets.flatMap((spec) => [...sheetAnchors(spec), ...spec.names.map(({ name }) => name)]),
    ...(accounts === undefined
      ? []
      : [anchor.accounts, anchor.list, ...referencesOf(accounts, kept).map((_, n) => anchor.reference(n))]),
    ...(made === undefined ? [] : [anchor.made]),
    ...(accounts?.columns ?? []).map(({ key }) => anchor.column(key)),
    ...(fill?.names ?? []),
  ]);
  onProgress(0.1);
  const there = [...sheets.map(({ name }) => name), ...(accounts?.columns ?? []).map(({ header }) => header)];
  return {
    report: {
      remade: gone.filter((name) => there.includes(name)),
      moved: pages.flatMap(({ spec, filling }) => movedOn(named(spec), filling.room)),
    },
    journal: {
      ...edit?.journal,
      ...(kept && { accounts: kept }),
      ...(fill && { fills: fill.kept }),
      sheets: [...sheets, ...(made === undefined ? [] : [keptMade(made, accounts)])],
      names,
      record: [...record],
      place: storePlace,
    },
    tellsSheets: true,
    write: async (note) => {
      if (made !== undefined) await makeList(context, made, anchors);
      await eachInTurn(pages, async ({ spec, now }) => {
        if (now === undefined) return;
        const sheet = context.workbook.worksheets.getItem(named(spec));
        if (!(await standsStill(context, sheet, now)))
          throw new Failure('sheetMoved', { sheet: named(spec) });
      });
      // From here on they are touched.
      note({});
      await eachInTurn(pages, async ({ spec, kept: { before } }) => {
        const left = tablesLeft(before?.spec, spec);
        if (await raiseSheet(context, spec, named(spec), anchors, left, before?.tables))
          throw new Failure('sheetMoved', { sheet: named(spec) });
      });
      if (accounts) {
        const { place: spot, found } = placed ?? (await placeAndKeep(context, accounts, ours, sheets));
        await extendTable(context, accounts, spot, referencesOf(accounts, kept), anchors);
        onProgress(0.2);
        const columns = await writeColumns(context, accounts, spot, found, (done) => {
          onProgress(0.2 + 0.5 * done);
        });
        await refuseMet(context, note, { columns }, accounts.table);
      }
      const written = pages.map(({ spec }) => ({ spec, name: named(spec) }));
      // In the very next request cells are written by their places.
      await verifySheets(context, written);
      await writeUndisturbed(context, written, async () => {
        const met = await fillPages(context, pages, named);
        await refuseMet(context, note, { sheets: met.found }, met.first);
        await verifySheets(context, written);
        await edit?.write(note);
        await dropNames(context, former);
        onProgress(0.85);
        await eachInTurn(pages, ({ spec, filling }, n) =>
          decorateSheet(context, spec, named(spec), filling.room, {}, met.low[n]),
        );
        await eachInTurn(order.sheets, (spec) => drawCharts(context, spec, named(spec)));
      });
      await verifySheets(context, written);
      onProgress(0.95);
      await fill?.write();
      await remember();
      onProgress(1);
    },
    end: () => fill?.end(),
  };

  async function remember(): Promise<void> {
    const next = new Map(record);
    if (order.record) next.set('record', order.record);
    next.set('owned', ownedAfter(order, owned, named));
    for (const spec of order.sheets) next.set(specKey(spec.layer, spec.key), remembered(spec));
    for (const [key, value] of Object.entries(order.remember ?? {})) next.set(savedKey(key), value);
    await writeStore(context, RECORD_SHEET, next);
  }
}

/** Fills sheets, and looks what stood there when they were written over. */
async function fillPages(
  context: Excel.RequestContext,
  pages: readonly Page[],
  named: (spec: SheetSpec) => string,
): Promise<{
  readonly found: Record<string, MetOnSheet>;
  readonly first: string;
  /** Of each page: rows that are as high as what stood there made them, and are not to be any more. */
  readonly low: readonly (readonly number[])[];
}> {
  const filled: (Page & { readonly moved: () => string | undefined; readonly stood: Filled })[] = [];
  const high: (() => readonly number[])[] = [];
  await eachInTurn(pages, async (page) => {
    const { spec, filling, kept } = page;
    // In the same request: what rows had moved by then.
    const moved = placesOf(context, [{ spec, name: named(spec) }]);
    high.push(loadHigh(context.workbook.worksheets.getItem(named(spec)), kept.before?.spec, spec));
    filled.push({ ...page, moved, stood: await fillSheet(context, spec, named(spec), filling) });
  });
  await context.sync();
  const found: Record<string, MetOnSheet> = {};
  let first = '';
  for (const {
    spec,
    kept: { before },
    filling,
    moved,
    stood,
  } of filled) {
    const seen = new Map<number, Cell>();
    before?.cells.forEach((line, row) => {
      line.forEach((cell, column) => {
        if (cell !== '') seen.set(at(row, column), cell);
      });
    });
    const isShifted = moved() !== undefined;
    const stay = new Set(filling.room.stay);
    const known = [...seen].flatMap(([cell, content]) => (stay.has(cell) ? [] : [content]));
    const cells = isShifted
      ? strangeAmong(stood.cells(), [...known, ...headsOf(spec)], stood.wrote)
      : metAmong(stood.cells(), seen, stood.wrote, inTables(spec, before?.tables ?? []));
    if (cells.length === 0) continue;
    found[spec.key] = { cells, isShifted };
    if (first === '') first = cellsAddress(named(spec), cells);
  }
  return { found, first, low: high.map((rows) => rows()) };
}

/** Cells that somebody else filled meanwhile are kept for the roll-back. @throws Failure `typedMeanwhile` */
async function refuseMet(
  context: Excel.RequestContext,
  note: (met: Met) => void,
  met: Met,
  address: string,
): Promise<void> {
  if ([met.sheets, met.columns].every((found) => Object.keys(found ?? {}).length === 0)) return;
  note(met);
  await context.sync();
  throw new Failure('typedMeanwhile', { address });
}

/** A sheet that is going to be written. */
interface Page {
  readonly spec: SheetSpec;
  readonly kept: KeptSheet;
  readonly now?: SheetNow;
  readonly filling: Filling;
}

/**
 * Words that were typed in cells of ours since the order was made would be lost: it knows nothing of them.
 * @throws Failure `typedMeanwhile`
 */
function refuseUnknownWords(sheet: string, { typed }: SheetNow, words: readonly string[]): void {
  const known = new Set(words);
  const unread = typed.filter(
    ({ cell }) => cell !== '' && !isFormula(cell) && !known.has(String(asRead(cell))),
  );
  if (unread.length > 0) throw new Failure('typedMeanwhile', { address: cellsAddress(sheet, unread) });
}

/** Looks at our sheets, and finds room on them. @throws Failure `sheetTaken` where a table of the user's is in the way */
async function planPages(
  context: Excel.RequestContext,
  { sheets: specs, read }: Pick<WriteOrder, 'sheets' | 'read'>,
  named: (spec: SheetSpec) => string,
  record: ReadonlyMap<string, unknown>,
  readings: Readings,
): Promise<Page[]> {
  await refuseForeignTables(context, specs, named);
  const pages: Page[] = [];
  await eachInTurn(specs, async (spec) => {
    const before = record.get(specKey(spec.layer, spec.key)) as SheetSpec | undefined;
    const { kept, now } = await keepSheet(context, named(spec), before, spec);
    if (now !== undefined && spec.key === read?.sheet) refuseUnknownWords(named(spec), now, read.words);
    if (now !== undefined) refuseUnread(named(spec), now, spec, readings);
    if (now !== undefined)
      await refuseMergedIn(
        context,
        context.workbook.worksheets.getItem(named(spec)),
        named(spec),
        spec.blocks.filter(isTable).map(extentOf),
      );
    const inTheWay = now?.tables.find((table) => spec.blocks.some((block) => meet(extentOf(block), table)));
    if (inTheWay !== undefined)
      throw new Failure('sheetTaken', { address: addressOf(named(spec), inTheWay) });
    const contents = contentsOf(spec);
    if (now !== undefined) for (const [cell, stays] of inputsThatStay(now, spec)) contents.set(cell, stays);
    const room =
      now === undefined
        ? NO_ROOM
        : await withLooks(
            context,
            context.workbook.worksheets.getItem(named(spec)),
            makeRoom(now.others, spec, contents),
          );
    pages.push({
      spec,
      ...(now && { now }),
      kept: {
        ...kept,
        next: remembered(spec),
        moved: [...room.moved, ...room.carried],
        looks: room.looks ?? [],
      },
      filling: { contents, ours: now?.ours ?? [], room },
    });
  });
  return pages;
}

/** A table of the user's with a name of ours would be taken for ours. @throws Failure `nameTaken` */
async function refuseForeignTables(
  context: Excel.RequestContext,
  specs: readonly SheetSpec[],
  named: (spec: SheetSpec) => string,
): Promise<void> {
  const wanted = specs.flatMap((spec) =>
    spec.blocks.filter(isTable).map(({ name }) => ({ name, sheet: named(spec) })),
  );
  const found = wanted.map(({ name, sheet }) => {
    const table = context.workbook.tables.getItemOrNullObject(name);
    table.load('name');
    table.worksheet.load('name');
    return { table, sheet };
  });
  await context.sync();
  const foreign = found.find(({ table, sheet }) => !table.isNullObject && table.worksheet.name !== sheet);
  if (foreign !== undefined) throw new Failure('nameTaken', { name: foreign.table.name });
}

/** Tables that a sheet had and has no more. */
function tablesLeft(before: SheetSpec | undefined, { blocks }: SheetSpec): string[] {
  const now = new Set(blocks.filter(isTable).map(({ name }) => name));
  return (before?.blocks ?? []).filter(isTable).flatMap(({ name }) => (now.has(name) ? [] : [name]));
}

/** Names that the sheets had when they were last written, and have no more. */
function formerNames(specs: readonly SheetSpec[], record: ReadonlyMap<string, unknown>): string[] {
  return specs.flatMap(({ layer, key, names }) => {
    const before = record.get(specKey(layer, key)) as SheetSpec | undefined;
    const now = new Set(names.map(({ name }) => name));
    return (before?.names ?? []).map(({ name }) => name).filter((name) => !now.has(name));
  });
}

async function dropNames(context: Excel.RequestContext, former: readonly string[]): Promise<void> {
  if (former.length === 0) return;
  const items = former.map((name) => {
    const item = context.workbook.names.getItemOrNullObject(name);
    item.load('name');
    return item;
  });
  await context.sync();
  for (const item of items) if (!item.isNullObject) item.delete();
  await context.sync();
}

function ownedAfter(
  { layer, accounts, sheets }: WriteOrder,
  before: Ownership | undefined,
  named: (spec: SheetSpec) => string,
): Ownership {
  const names = namesOf(before, layer);
  const written = accounts?.columns.map(({ key, header }) => [key, header] as const);
  // Those of an earlier plan stay where they are, and stay ours: nobody is to take them for figures of the user's.
  const columns = { ...names.columns, ...(written && Object.fromEntries(written)) };
  const unused =
    written === undefined
      ? (names.unused ?? [])
      : unusedAfter(
          written.map(([key]) => key),
          columns,
          names.unused,
        );
  const more = Object.fromEntries(sheets.map((spec) => [spec.key, named(spec)]));
  return {
    ...owning(
      layer,
      { columns, sheets: { ...names.sheets, ...more }, ...(unused.length > 0 && { unused }) },
      before,
    ),
    ...(accounts && { accountsTable: accounts.ref.table ?? accounts.table }),
  };
}

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

/** Finds the accounts, and keeps what a job will overwrite there. @throws Failure as `placeColumns`; `rowsMoved`, `tooManyToKeep` */
const placeAndKeep = (
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
    if (size > MAX_KEPT_CELLS)
      throw new Failure('tooManyToKeep', { cells: existing.length * now.rows, limit: MAX_KEPT_CELLS });
  };
  // Of a column of formulas one is kept. What is going to be written tells what is likely to stand there.
  const likely = existing.map(({ cells, keepExisting }) =>
    typeof cells === 'string'
      ? 1
      : now.rows * (keepExisting === true ? 1 : sizeOf(cells) / cells.length || 0),
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

/** A number takes an eighth of the room of a text such as a reason. */
const NUMBER_SIZE = 1 / 8;

/** How much room cells take in the journal, in cells of text. */
const sizeOf = (cells: readonly unknown[]): number =>
  cells.reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? NUMBER_SIZE : 1), 0);

/** What the job writes in a column that users fill, in the rows as they stand now. */
function typedIn({ then }: RowMatch, cells: AccountColumnSpec['cells']): Pick<KeptColumn, 'typed' | 'wrote'> {
  const written = columnCells(cells, then.reduce((most, row) => Math.max(most, row), 0) + 1);
  const wrote = Array.from(then, (was) => written[was] ?? '');
  return { typed: true, ...(wrote.some((cell) => cell !== '') && { wrote }) };
}

/** Names as they stand, and which of them are none yet. */
async function keepNames(
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

/** Columns of ours stand in another list: they would be nobody's from now on. @throws Failure `otherList` */
async function refuseOtherList(
  context: Excel.RequestContext,
  found: OwnedNow['list'],
  ref: TableRef,
  isNew: boolean,
): Promise<void> {
  if (found instanceof Failure) throw found;
  if (found === undefined || isList(found, ref)) return;
  const isThere = [...found.anchors].some(
    ([name, spot]) => anchor.isColumn(name) && spot !== null && spot.sheet === found.sheetName,
  );
  // A list that was renamed since it was read is still the same.
  const isSame = !isNew && ref.table !== undefined && (await lookAtTable(context, ref.table)) === undefined;
  if (isThere && !isSame) throw new Failure('otherList', { name: found.table ?? found.sheetName });
}
