import type { WriteOrder } from '../app/ports';
import { namesOf, owning, unusedAfter, type Ownership } from '../plan/ownership';
import type { SheetSpec } from '../reports/spec';

/** What is ours once an order is carried out. @param named under which names its sheets are written */
export function ownedAfter(
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
