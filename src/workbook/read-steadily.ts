import { Failure } from '../plan/failures';
import { isSteady, type AccountsNow } from './accounts';

/** How often rows or columns may move under our hands before we give up. */
export const MOST_TRIES = 3;

/**
 * Reads cells of the list by their places, and looks afterwards whether these are still the same: a request or more lies
 * between finding the list and reading it, and other hands may sort it then, or put a column into it. What was read
 * while it moved is read again.
 * @param locate finds the list and what its rows are known by
 * @param isSame whether the rows stand in the order they stood in
 * @param first where it was found already
 * @throws Failure `rowsMoved` where the list moves each time; and what `locate` throws
 */
export async function readSteadily<Place extends { readonly now: AccountsNow }, Found>(
  locate: () => Promise<Place>,
  read: (place: Place) => Promise<Found>,
  isSame: (one: Place, other: Place) => boolean,
  first?: Place,
): Promise<{ readonly place: Place; readonly found: Found }> {
  let place = first ?? (await locate());
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const found = await read(place);
    const after = await locate();
    if (isSteady(place.now, after.now) && place.now.rows === after.now.rows && isSame(place, after))
      return { place, found };
    place = after;
  }
  throw new Failure('rowsMoved');
}

/** Whether the same rows stand in the same order. */
export const areSame = (one: Int32Array, other: Int32Array): boolean =>
  one.length === other.length && one.every((was, r) => was === other[r]);
