declare const brand: unique symbol;

/** A value that only its own factory makes, so that ids cannot be mixed up with names. */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/** Short id of a territory: `T07`. Stable over renames. */
export type TerritoryId = Branded<string, 'TerritoryId'>;

/** What an id of a territory looks like, however many there are. */
export const TERRITORY_ID = /^T\d{2,}$/;

/** Number of a territory in its id, however many digits it had when it was given. */
export const numberOf = (id: string): number => Number(id.slice(1));

/**
 * Ids of territories that come to those that are there. Nobody gets a number that is somebody's, or by which something that
 * was promised to somebody who is gone is known.
 * @param there ids of the plan that stands
 * @param promised ids of which something is kept for good
 */
export function nextIds(there: readonly string[], promised: readonly string[], count: number): TerritoryId[] {
  const gone = new Set(promised.map(numberOf));
  const ids: TerritoryId[] = [];
  for (let number = Math.max(0, ...there.map(numberOf)) + 1; ids.length < count; number++)
    if (!gone.has(number)) ids.push(territoryId(number - 1, Math.max(number, there.length + count)));
  return ids;
}

/** What is said of a territory among words that are kept by id. */
export function saidOf<Words>(words: Readonly<Record<string, Words>>, id: string): Words | undefined {
  const known = Object.keys(words).find((key) => numberOf(key) === numberOf(id));
  return known === undefined ? undefined : words[known];
}

/** `T01` … `T99`, `T001` … when there are a hundred or more. `index` counts from 0. */
export function territoryId(index: number, count: number): TerritoryId {
  const digits = Math.max(2, String(count).length);
  return `T${String(index + 1).padStart(digits, '0')}` as TerritoryId;
}
