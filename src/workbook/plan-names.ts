import type { Cell } from '../plan/cells';
import { Failure } from '../plan/failures';
import type { AccountsNow } from './accounts';
import { anchor } from './anchors';
import type { Renamed } from './checkpoint';
import type { Journal } from './journal';
import type { AccountsPlan } from './revert-accounts';
import type { SheetPlan } from './plan-sheets';

/**
 * Formulas that were kept speak of tables, sheets and columns by the names they had. So Revert gives these their old
 * names back (a list that is no table any more is one again), writes the formulas, and then gives them the names again
 * that the user gave since: Excel carries these through. Whatever has one of the old names by now has another for that
 * time.
 * @throws Failure `nameTaken` if that cannot be
 */
export async function planNames(
  context: Excel.RequestContext,
  { accounts }: Journal,
  plan: AccountsPlan | undefined,
  sheets: readonly SheetPlan[],
): Promise<Renamed[]> {
  const renamed: Renamed[] = [];
  const now = plan?.now;
  const cells = await headersOfRange(context, now);
  if (accounts !== undefined && now !== undefined) {
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
      const at = spot ? spot.column - now.firstColumn : -1;
      const header = now.headers[at];
      if (header === undefined || header === before) continue;
      const cell = cells[at];
      renamed.push({ kind: 'column', which, before, now: header, ...(cell === undefined ? {} : { cell }) });
    }
  }
  for (const { key, name, isNow, before } of sheets)
    if (before !== undefined && isNow !== undefined && isNow !== name)
      renamed.push({ kind: 'sheet', which: key, before: name, now: isNow });
  return renamed.length === 0 ? renamed : [...(await inTheWay(context, renamed, now, cells)), ...renamed];
}

/** The header cells of a list that is no table, as they stand; none of a table: it has texts alone, all of them different. */
async function headersOfRange(context: Excel.RequestContext, now: AccountsNow | undefined): Promise<Cell[]> {
  if (now === undefined || now.table !== undefined) return [];
  const { sheet, headerRow, firstColumn, headers } = now;
  const range = sheet.getRangeByIndexes(headerRow, firstColumn, 1, headers.length);
  range.load('formulas');
  await context.sync();
  return (range.formulas[0] ?? []) as Cell[];
}

/** A header that a table would not leave as it is: a number, a formula, a blank, or one that is there twice. */
function isNoHeader(cells: readonly Cell[], c: number): boolean {
  const cell = cells[c];
  if (cell === undefined) return false;
  if (typeof cell !== 'string' || cell === '' || cell.startsWith('=')) return true;
  const isSame = (other: Cell) => String(other).toLowerCase() === cell.toLowerCase();
  return cells.some((other, n) => n !== c && isSame(other));
}

/** What has a name that is needed, and is none of those that are renamed themselves. */
async function inTheWay(
  context: Excel.RequestContext,
  renamed: readonly Renamed[],
  list: AccountsNow | undefined,
  cells: readonly Cell[],
): Promise<Renamed[]> {
  const { worksheets, tables, names } = context.workbook;
  worksheets.load('items/name');
  tables.load('items/name');
  names.load('items/name');
  await context.sync();
  const wanted = (kinds: readonly Renamed['kind'][]) => {
    const of = renamed.filter(({ kind }) => kinds.includes(kind));
    const leaving = new Set(of.map(({ now }) => now.toLowerCase()));
    const coming = new Set(of.map(({ before }) => before.toLowerCase()));
    return (name: string) => coming.has(name.toLowerCase()) && !leaving.has(name.toLowerCase());
  };
  const [asSheet, asTable, asColumn] = [wanted(['sheet']), wanted(['table', 'range']), wanted(['column'])];
  // A name has one name for good.
  const fixed = names.items.find(({ name }) => asTable(name));
  if (fixed !== undefined) throw new Failure('nameTaken', { name: fixed.name });
  // Columns that are found by an anchor have the name that formulas need, or get it.
  const known = new Set(
    [...(list?.anchors ?? [])].flatMap(([name, spot]) =>
      spot !== null && spot.sheet === list?.sheetName && (anchor.isColumn(name) || anchor.isReference(name))
        ? [spot.column - list.firstColumn]
        : [],
    ),
  );
  const headers = (list?.headers ?? [])
    .map((name, c) => ({ name, c }))
    .filter(({ name, c }) => asColumn(name) || (!known.has(c) && isNoHeader(cells, c)));
  const found: Omit<Renamed, 'before'>[] = [
    ...worksheets.items.filter(({ name }) => asSheet(name)).map(({ name }) => aside('sheet', name)),
    ...tables.items.filter(({ name }) => asTable(name)).map(({ name }) => aside('table', name)),
    ...headers.map(({ name, c }, n) => ({
      ...aside('column', name),
      ...(cells[c] === undefined ? {} : { cell: cells[c] }),
      which: anchor.aside(n),
      range: {
        sheet: list?.sheetName ?? '',
        row: list?.headerRow ?? 0,
        column: (list?.firstColumn ?? 0) + c,
        rows: 1,
        columns: 1,
      },
    })),
  ];
  // A number is a text for that time.
  const isFree = ({ now, cell }: (typeof found)[number]) =>
    cell !== undefined &&
    typeof cell !== 'string' &&
    !asColumn(now) &&
    list?.headers.filter((header) => header.toLowerCase() === now.toLowerCase()).length === 1;
  return found.map((one, n) => ({ ...one, before: isFree(one) ? one.now : `Ef_aside_${n}` }));
}

const aside = (kind: Renamed['kind'], now: string) => ({ kind, which: '', now });
