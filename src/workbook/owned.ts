import { inLayer, type LayerId } from '../plan/layer';
import { readOwnership, type LayerNames, type Ownership } from '../plan/ownership';
import { columnAt, findAccounts, lookAtRange, type AccountsNow } from './accounts';
import { anchor, readAnchors, widthBy, type Anchors } from './anchors';
import { RECORD_SHEET } from './journal';
import { readStore } from './store';

/**
 * What is ours, by the names it has at this moment: columns and sheets that the user renamed are still ours, those
 * that were deleted are not named any more. Undefined before the first Apply.
 */
export async function ownedNow(context: Excel.RequestContext): Promise<Ownership | undefined> {
  const owned = readOwnership((await readStore(context, RECORD_SHEET)).get('owned'));
  if (owned === undefined) return undefined;
  context.workbook.worksheets.load('items/name');
  const anchors = await readAnchors(context);
  const there = new Set(context.workbook.worksheets.items.map(({ name }) => name));
  const accounts =
    (await findAccounts(context, anchors, owned.accountsTable)) ?? (await findRange(context, anchors));
  const namesNow = (layer: LayerId, { columns, sheets }: LayerNames): LayerNames => ({
    columns: Object.fromEntries(
      Object.entries(columns).flatMap(([key, header]) => {
        const at =
          accounts === undefined ? -1 : columnAt(accounts, anchor.column(inLayer(layer, key)), header);
        const now = accounts?.headers[at];
        return now === undefined ? [] : [[key, now] as const];
      }),
    ),
    sheets: Object.fromEntries(
      Object.entries(sheets).flatMap(([key, name]) => {
        const spot = anchors.get(anchor.sheet(inLayer(layer, key)));
        const now = spot === undefined ? name : spot?.sheet;
        return now !== undefined && there.has(now) ? [[key, now] as const] : [];
      }),
    ),
  });
  return {
    schema: owned.schema,
    ...(accounts?.table === undefined ? {} : { accountsTable: accounts.table }),
    layers: Object.fromEntries(
      Object.entries(owned.layers).map(([layer, names]) => [layer, namesNow(layer as LayerId, names)]),
    ),
  };
}

/** The list where the user has made its table a range again: its headers as far as anchors of ours reach. */
async function findRange(context: Excel.RequestContext, anchors: Anchors): Promise<AccountsNow | undefined> {
  const spot = anchors.get(anchor.accounts);
  if (!spot) return undefined;
  return lookAtRange(context, {
    sheet: spot.sheet,
    headerRow: spot.row,
    firstColumn: spot.column,
    rows: 0,
    columns: widthBy(anchors, spot),
  });
}
