import { Failure } from '../plan/failures';
import type { AccountsNow } from './accounts';
import { anchor } from './anchors';
import type { Renamed } from './checkpoint';
import type { Journal } from './journal';
import type { AccountsPlan } from './revert-accounts';
import type { SheetPlan } from './revert-sheets';

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
      const header = spot ? now.headers[spot.column - now.firstColumn] : undefined;
      if (header !== undefined && header !== before)
        renamed.push({ kind: 'column', which, before, now: header });
    }
  }
  for (const { key, name, isNow, before } of sheets)
    if (before !== undefined && isNow !== undefined && isNow !== name)
      renamed.push({ kind: 'sheet', which: key, before: name, now: isNow });
  return renamed.length === 0 ? renamed : [...(await inTheWay(context, renamed, now)), ...renamed];
}

/** What has a name that is needed, and is none of those that are renamed themselves. */
async function inTheWay(
  context: Excel.RequestContext,
  renamed: readonly Renamed[],
  list: AccountsNow | undefined,
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
  const headers = (list?.headers ?? []).map((name, c) => ({ name, c })).filter(({ name }) => asColumn(name));
  const found: Omit<Renamed, 'before'>[] = [
    ...worksheets.items.filter(({ name }) => asSheet(name)).map(({ name }) => aside('sheet', name)),
    ...tables.items.filter(({ name }) => asTable(name)).map(({ name }) => aside('table', name)),
    ...headers.map(({ name, c }, n) => ({
      ...aside('column', name),
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
  return found.map((one, n) => ({ ...one, before: `Ef_aside_${n}` }));
}

const aside = (kind: Renamed['kind'], now: string) => ({ kind, which: '', now });
