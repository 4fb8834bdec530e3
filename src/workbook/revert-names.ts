import { anchor, readAnchors } from './anchors';
import { asWritten } from './cells';
import type { Renamed } from './checkpoint';
import type { Journal } from './journal';
import type { AccountsPlan } from './revert-accounts';
import type { SheetPlan } from './revert-sheets';

/**
 * Formulas that were kept speak of tables, sheets and columns by the names they had. So Revert gives these their old
 * names back (a list that is no table any more is one again), writes the formulas, and then gives them the names again that the user gave since: Excel carries
 * these through.
 */
export function planNames(
  { accounts }: Journal,
  plan: AccountsPlan | undefined,
  sheets: readonly SheetPlan[],
): Renamed[] {
  const renamed: Renamed[] = [];
  if (accounts !== undefined && plan?.now !== undefined) {
    const { now } = plan;
    if (now.table === undefined) {
      const { sheetName: sheet, headerRow: row, firstColumn: column, headers } = now;
      const range = { sheet, row, column, rows: now.rows + 1, columns: headers.length };
      if (!accounts.wasRange)
        renamed.push({ kind: 'range', which: '', before: accounts.table, now: '', range });
    } else if (now.table !== accounts.table)
      renamed.push({ kind: 'table', which: '', before: accounts.table, now: now.table });
    const columns = [
      ...accounts.references.map((header, n) => [anchor.reference(n), header] as const),
      ...accounts.kept.map(({ key, header }) => [anchor.column(key), header] as const),
    ];
    for (const [which, before] of columns) {
      const spot = now.anchors.get(which);
      const header = spot ? now.headers[spot.column - now.firstColumn] : undefined;
      if (header !== undefined && header !== before)
        renamed.push({ kind: 'column', which, before, now: header });
    }
  }
  for (const { key, name, isNow, before } of sheets)
    if (before !== undefined && isNow !== undefined && isNow !== name)
      renamed.push({ kind: 'sheet', which: key, before: name, now: isNow });
  return renamed;
}

/** Old names for the time of writing. */
export const takeNames = (context: Excel.RequestContext, renamed: readonly Renamed[]): Promise<void> =>
  call(
    context,
    renamed.map((one) => ({ ...one, from: one.now, to: one.before })),
  );

/** The names that the user gave. */
export const giveNames = (context: Excel.RequestContext, renamed: readonly Renamed[]): Promise<void> =>
  call(
    context,
    renamed.map((one) => ({ ...one, from: one.before, to: one.now })),
  );

async function call(
  context: Excel.RequestContext,
  names: readonly (Pick<Renamed, 'kind' | 'which' | 'range'> & {
    readonly from: string;
    readonly to: string;
  })[],
): Promise<void> {
  if (names.length === 0) return;
  const anchors = await readAnchors(context);
  const { tables, worksheets } = context.workbook;
  const things = names.map((one) => {
    const table = one.kind === 'table' ? tables.getItemOrNullObject(one.from) : undefined;
    const sheet = one.kind === 'sheet' ? worksheets.getItemOrNullObject(one.from) : undefined;
    table?.load('name');
    sheet?.load('name');
    return { ...one, table, sheet };
  });
  await context.sync();
  for (const { which, from, to, range, table, sheet } of things) {
    const spot = anchors.get(which);
    if (range !== undefined) {
      if (to === '') await makeRange(context, from);
      else await makeTable(context, to, range);
    } else if (table !== undefined) {
      if (!table.isNullObject) table.name = to;
    } else if (sheet !== undefined) {
      if (!sheet.isNullObject) sheet.name = to;
    } else if (spot) {
      context.workbook.names.getItem(which).getRange().values = [[asWritten(to)]];
    }
  }
  await context.sync();
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
}

/** What speaks of the table speaks of its cells from here on. */
async function makeRange(context: Excel.RequestContext, name: string): Promise<void> {
  const table = context.workbook.tables.getItemOrNullObject(name);
  table.load('name');
  await context.sync();
  if (!table.isNullObject) table.convertToRange();
}
