import { anchor, readAnchors } from './anchors';
import { asWritten } from './cells';
import type { Renamed } from './checkpoint';
import type { Journal } from './journal';
import type { AccountsPlan } from './revert-accounts';
import type { SheetPlan } from './revert-sheets';

/**
 * Formulas that were kept speak of tables, sheets and columns by the names they had. So Revert gives these their old
 * names back, writes the formulas, and then gives them the names again that the user gave since: Excel carries
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
    if (now.table !== undefined && now.table !== accounts.table)
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
  for (const { key, name, now, before } of sheets)
    if (before !== undefined && now !== undefined && now !== name)
      renamed.push({ kind: 'sheet', which: key, before: name, now });
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
  names: readonly (Pick<Renamed, 'kind' | 'which'> & { readonly from: string; readonly to: string })[],
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
  for (const { which, to, table, sheet } of things) {
    const spot = anchors.get(which);
    if (table !== undefined) {
      if (!table.isNullObject) table.name = to;
    } else if (sheet !== undefined) {
      if (!sheet.isNullObject) sheet.name = to;
    } else if (spot) {
      context.workbook.names.getItem(which).getRange().values = [[asWritten(to)]];
    }
  }
  await context.sync();
}
