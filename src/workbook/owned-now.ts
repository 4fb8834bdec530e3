import { Failure } from '../plan/failures';
import { inLayer, MAIN_LAYER, type LayerId } from '../plan/layer';
import { owning, readOwnership, type LayerNames, type Ownership } from '../plan/ownership';
import type { TableRef } from '../app/ports';
import { columnAt, findListOrOff, isList, type AccountsNow } from './accounts';
import { anchor, loadAnchors, type Anchors } from './anchors';
import { RECORD_SHEET } from './journal';
import { readStore } from './hidden-store';

/** What is ours as it stands, and what of it was deleted. */
export interface OwnedNow {
  readonly owned: Ownership | undefined;
  /** Names of columns and sheets of ours that are not there any more. */
  readonly gone: readonly string[];
  /** The list that our columns stand in; the failure where that cannot be read. */
  readonly list?: AccountsNow | Failure | undefined;
}

/**
 * What is ours, by the names it has at this moment: columns and sheets that the user renamed are still ours, those
 * that were deleted are not named any more. Undefined before the first Apply.
 * @param list the list that is asked about: in another one no column is ours, whatever it is called
 */
export async function lookAtOwned(
  context: Excel.RequestContext,
  stored: unknown,
  anchors: Anchors,
  list?: TableRef,
): Promise<OwnedNow> {
  const owned = readOwnership(stored) ?? anchored(anchors);
  if (owned === undefined) return { owned, gone: [] };
  context.workbook.worksheets.load('items/name');
  // Another list is asked about, or none: it can be read although this one cannot.
  const found = await findListOrOff(context, owned.accountsTable);
  if (found instanceof Failure && list !== undefined && list.table === found.params['name']) throw found;
  const standing = found instanceof Failure ? undefined : found;
  const there = new Set(context.workbook.worksheets.items.map(({ name }) => name));
  const accounts = list === undefined || isList(standing, list) ? standing : undefined;
  const gone: string[] = [];
  const namesNow = (layer: LayerId, { columns, sheets, unused }: LayerNames): LayerNames => ({
    ...(unused === undefined ? {} : { unused }),
    columns: namesOfThose(columns, (key, header) => {
      if (accounts === undefined) return undefined;
      const now = accounts.headers[columnAt(accounts, anchor.column(inLayer(layer, key)), header)];
      if (now === undefined) gone.push(header);
      return now;
    }),
    sheets: namesOfThose(sheets, (key, name) => {
      const spot = anchors.get(anchor.sheet(inLayer(layer, key)));
      const now = spot === undefined ? name : spot?.sheet;
      if (now !== undefined && there.has(now)) return now;
      gone.push(name);
      return undefined;
    }),
  });
  const layers = Object.entries(owned.layers).map(
    ([layer, names]) => [layer, namesNow(layer as LayerId, names)] as const,
  );
  return {
    owned: {
      schema: owned.schema,
      ...(found instanceof Failure
        ? { accountsTable: String(found.params['name']) }
        : accounts?.table === undefined
          ? {}
          : { accountsTable: accounts.table }),
      layers: Object.fromEntries(layers),
    },
    gone,
    list: found,
  };
}

/**
 * What anchors alone tell, where the record of what is ours is lost (Excel's Document Inspector takes hidden sheets away).
 * Headers and names are read where the anchors stand.
 */
function anchored(anchors: Anchors): Ownership | undefined {
  const keysOf = (prefix: string) =>
    [...anchors].flatMap(([name, spot]) =>
      name.startsWith(prefix) && spot !== null ? [name.slice(prefix.length)] : [],
    );
  // Columns that were read or give points have a colon in their key, sheets a hyphen: no name may hold either.
  const columns = keysOf(anchor.column('')).map((key) => key.replace(/^(read|factor)_/, '$1:'));
  const sheets = keysOf(anchor.sheet('')).map((key) => key.replaceAll('_', '-'));
  if (columns.length + sheets.length === 0) return undefined;
  const nameless = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, '']));
  return owning(MAIN_LAYER, { columns: nameless(columns), sheets: nameless(sheets) }, undefined);
}

const namesOfThose = (
  names: Readonly<Record<string, string>>,
  nameNow: (key: string, name: string) => string | undefined,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(names).flatMap(([key, name]) => {
      const now = nameNow(key, name);
      return now === undefined ? [] : [[key, now] as const];
    }),
  );

/** The same, with all that has to be read for it. */
export async function ownedNow(
  context: Excel.RequestContext,
  list?: TableRef,
): Promise<Ownership | undefined> {
  const anchors = loadAnchors(context);
  const stored = (await readStore(context, RECORD_SHEET)).get('owned');
  return (await lookAtOwned(context, stored, anchors(), list)).owned;
}

/** Where the record keeps how a sheet of ours was last written. */
export const specKey = (layer: LayerId, key: string): string => `spec:${inLayer(layer, key)}`;
