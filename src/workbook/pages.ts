import type { Cell } from '../plan/cells';
import { Failure } from '../plan/failures';
import type { WriteOrder } from '../app/ports';
import type { SheetSpec } from '../reports/spec';
import { at } from './area';
import { withLooks } from './cell-looks';
import { asRead, eachInTurn } from './cells';
import { readCells, type SheetNow } from './foreign-cells';
import { addressOf, contentsOf, extentOf, isTable, meet, remembered } from './grid';
import { loadHigh } from './heights';
import type { KeptSheet } from './journal';
import { makeRoom, NO_ROOM } from './make-room';
import { refuseMergedIn } from './merged';
import {
  cellsAddress,
  headsOf,
  inTables,
  isFormula,
  metAmong,
  strangeAmong,
  type MetCell,
  type MetOnSheet,
} from './met';
import { specKey } from './owned-now';
import { inputsThatStay } from './own-inputs';
import { fillSheet, type Filled, type Filling } from './sheets';
import { sideBySide } from './side-by-side';
import { saysOfOurs, tablesToCome } from './speaks-of-gone';
import { keepSheet } from './undo-copy';
import { refuseUnread, type Readings } from './unread';
import { placesOf } from './verify-sheets';

/*
 * Sheets of ours that a job writes: what is going to stand on each is planned before anything is touched, and what
 * stood there in the request that wrote over it is looked at after.
 */

/** A sheet that is going to be written. */
export interface Page {
  readonly spec: SheetSpec;
  readonly kept: KeptSheet;
  readonly now?: SheetNow;
  readonly filling: Filling;
}

/** Looks at our sheets, and finds room on them. @throws Failure `sheetTaken` where a table of the user's is in the way */
export async function planPages(
  context: Excel.RequestContext,
  { sheets: specs, read }: Pick<WriteOrder, 'sheets' | 'read'>,
  named: (spec: SheetSpec) => string,
  record: ReadonlyMap<string, unknown>,
  readings: Readings,
): Promise<Page[]> {
  await refuseForeignTables(context, specs, named);
  const tables = tablesToCome(
    specs.map(({ layer, key }) => record.get(specKey(layer, key)) as SheetSpec | undefined),
    specs,
  );
  return sideBySide(context, specs, async (context, spec) => {
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
            makeRoom(now.others, spec, contents, undefined, (cell) => saysOfOurs(cell, tables)),
          );
    return {
      spec,
      ...(now && { now }),
      kept: {
        ...kept,
        next: remembered(spec),
        moved: [...room.moved, ...room.carried],
        looks: room.looks ?? [],
      },
      filling: { contents, ours: now?.ours ?? [], room },
    };
  });
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

/** Fills sheets, and looks what stood there when they were written over. */
export async function fillPages(
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

/**
 * What was not there when a sheet was seen, and is not ours, wherever it stands by now: rows have moved.
 * @param seen its cells, as they must be written
 */
export async function strangersOn(
  context: Excel.RequestContext,
  name: string,
  spec: SheetSpec,
  seen: readonly (readonly Cell[])[],
): Promise<MetCell[]> {
  const stood = new Map<number, Cell>();
  const cells = await readCells(context, context.workbook.worksheets.getItem(name));
  cells.forEach((line, row) => {
    line.forEach(({ formula }, column) => {
      if (formula !== '') stood.set(at(row, column), formula);
    });
  });
  const all = new Map([...stood.keys()].map((cell) => [cell, ''] as const));
  return strangeAmong(stood, [...seen.flat().filter((cell) => cell !== ''), ...headsOf(spec)], all);
}
