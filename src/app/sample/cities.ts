import places from './places.json';

/** City, state, inhabitants in thousands, and some ZIPs with their points (GeoNames, CC BY 4.0). */
export type City = readonly [
  city: string,
  state: string,
  thousands: number,
  zips: readonly [string, number, number][],
];
/** The largest first. */
export const CITIES = places as unknown as readonly City[];

/** Where a city is: at the first of its ZIPs. */
export const pointOf = ([, , , zips]: City) => ({
  latitude: zips[0]?.[1] ?? 0,
  longitude: zips[0]?.[2] ?? 0,
});
