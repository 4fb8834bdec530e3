declare const brand: unique symbol;

/** A value that only its own factory makes, so that ids cannot be mixed up with names. */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/** Short id of a territory: `T07`. Stable over renames. */
export type TerritoryId = Branded<string, 'TerritoryId'>;

/** What an id of a territory looks like, however many there are. */
export const TERRITORY_ID = /^T\d{2,}$/;

/** `T01` … `T99`, `T001` … when there are a hundred or more. `index` counts from 0. */
export function territoryId(index: number, count: number): TerritoryId {
  const digits = Math.max(2, String(count).length);
  return `T${String(index + 1).padStart(digits, '0')}` as TerritoryId;
}
