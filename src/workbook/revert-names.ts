import type { Cell } from '../plan/cells';
import { anchor, readAnchors, setAnchor, type Anchors } from './anchors';
import { asWritten } from './cells';
import type { Renamed } from './checkpoint';

/** Old names for the time of writing. Can be repeated. */
export async function takeNames(context: Excel.RequestContext, renamed: readonly Renamed[]): Promise<void> {
  if (renamed.length === 0) return;
  await rename(
    context,
    renamed.map(({ cell: _, ...one }) => ({ ...one, from: one.now, to: one.before })),
  );
  const list = renamed.find(({ kind }) => kind === 'range');
  if (list?.range !== undefined) await makeTable(context, list.before, list.range);
}

/** The names that the user gave. Can be repeated. */
export async function giveNames(context: Excel.RequestContext, renamed: readonly Renamed[]): Promise<void> {
  if (renamed.length === 0) return;
  const list = renamed.find(({ kind }) => kind === 'range');
  if (list !== undefined) {
    const other = renamed.find(({ kind, now }) => kind === 'table' && now === list.before);
    await makeRange(context, list.before, other?.before);
  }
  await rename(
    context,
    renamed.map((one) => ({ ...one, from: one.before, to: one.now })),
  );
  for (const { which } of renamed)
    if (anchor.isAside(which)) context.workbook.names.getItemOrNullObject(which).delete();
  await context.sync();
}

interface Thing extends Pick<Renamed, 'kind' | 'which' | 'range' | 'cell'> {
  readonly from: string;
  readonly to: string;
}

/** One after the other may need the name that another has: all let theirs go before any takes its new one. */
async function rename(context: Excel.RequestContext, all: readonly Thing[]): Promise<void> {
  const things = all.filter(({ kind }) => kind !== 'range');
  const known = await readAnchors(context);
  for (const { which, range } of things)
    if (range !== undefined && !known.has(which)) setAnchor(context, known, which, range);
  const { tables, worksheets } = context.workbook;
  tables.load('items/name');
  worksheets.load('items/name');
  const anchors = await readAnchors(context);
  const there = {
    table: new Set(tables.items.map(({ name }) => name)),
    sheet: new Set(worksheets.items.map(({ name }) => name)),
  };
  const open = things.flatMap((thing, n) => {
    const now = calledNow(thing, between(n), anchors, there);
    return now === undefined || isDone(thing, things, now, there) ? [] : [{ ...thing, now, n }];
  });
  for (const thing of open) call(context, thing, thing.now, between(thing.n));
  await context.sync();
  for (const thing of open) call(context, thing, between(thing.n), thing.to, thing.cell);
  await context.sync();
}

const between = (n: number): string => `Ef_moving_${n}`;

type There = Readonly<Record<'table' | 'sheet', ReadonlySet<string>>>;

/** The name that a thing has at this moment; undefined if it is not there. */
function calledNow(
  { kind, which, from }: Thing,
  moving: string,
  anchors: Anchors,
  there: There,
): string | undefined {
  if (kind === 'column') return anchors.get(which) ? from : undefined;
  const ours = kind === 'sheet' && which !== '' ? anchors.get(anchor.sheet(which))?.sheet : undefined;
  return ours ?? [from, moving].find((name) => there[kind === 'sheet' ? 'sheet' : 'table'].has(name));
}

/** It has its new name; not so where another has it that has still to let it go. */
function isDone(thing: Thing, things: readonly Thing[], now: string, there: There): boolean {
  const { kind, which, to } = thing;
  if (kind === 'column') return false;
  if (kind === 'sheet' && which !== '') return now === to;
  if (!there[kind === 'sheet' ? 'sheet' : 'table'].has(to)) return false;
  const holder = things.find((other) => other !== thing && other.kind === kind && other.from === to);
  return holder === undefined || isDone(holder, things, to, there);
}

/** @param cell what is written into a header, where that is not the name as a text */
function call(
  context: Excel.RequestContext,
  { kind, which }: Thing,
  from: string,
  to: string,
  cell: Cell = asWritten(to),
): void {
  const { tables, worksheets, names } = context.workbook;
  if (kind === 'table') tables.getItem(from).name = to;
  else if (kind === 'sheet') worksheets.getItem(from).name = to;
  else names.getItem(which).getRange().formulas = [[cell]];
}

type Range = NonNullable<Renamed['range']>;

async function makeTable(context: Excel.RequestContext, name: string, range: Range): Promise<void> {
  const table = context.workbook.tables.getItemOrNullObject(name);
  table.load('name');
  await context.sync();
  if (!table.isNullObject) return;
  const sheet = context.workbook.worksheets.getItem(range.sheet);
  const made = sheet.tables.add(
    sheet.getRangeByIndexes(range.row, range.column, range.rows, range.columns),
    true,
  );
  made.name = name;
  await context.sync();
}

/**
 * What speaks of the table speaks of its cells from here on.
 * @param aside what a table of the user's with that name is called as long as the list has it
 */
async function makeRange(context: Excel.RequestContext, name: string, aside?: string): Promise<void> {
  const { tables } = context.workbook;
  const table = tables.getItemOrNullObject(name);
  table.load('name');
  const other = aside === undefined ? undefined : tables.getItemOrNullObject(aside);
  other?.load('name');
  await context.sync();
  if (!table.isNullObject && other?.isNullObject !== true) table.convertToRange();
}
