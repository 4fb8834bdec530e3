import { haversineKm, type GeoPoint, type Lookup } from '../geo';
import { PlaceMethod } from '../plan/accounts';
import type { AddressPlace } from './addressPoint';
import type { StatedPlace } from './statedPlaces';

/** How coordinates and the stated address disagree. Parameters of the finding. */
export type Contradiction = Readonly<Record<string, string | number>> & { readonly kind: string };

export interface CheckedCoordinates {
  readonly read: string;
  /** The coordinates if they are believed. */
  readonly point?: GeoPoint;
  readonly country?: string;
  readonly region?: string;
  readonly contradiction?: Contradiction;
}

/** Coordinates this near to the address need no further check. */
const AGREES_KM = 60;
/** Coordinates that lie farther from a ZIP or an unambiguous city than this belong to something else. */
const ADDRESS_KM = 150;
/** A point farther than this from every known place of a country is not taken for one in it without proof. */
const COUNTRY_KM = 40;
const REGION_KM = 40;

/**
 * Holds coordinates against the stated country, state and address. In another country or state than
 * stated they are not believed, unless nothing else is known; a lost minus sign is put back.
 */
export function checkCoordinates(
  point: GeoPoint,
  stated: StatedPlace,
  address: AddressPlace,
  lookup: Lookup,
): CheckedCoordinates {
  const read = `${point.latitude}, ${point.longitude}`;
  const near = address.point && haversineKm(point, address.point) <= AGREES_KM;
  if (near) return { read, point, country: address.country, ...regionPart(address.region) };
  const mirrored = { latitude: point.latitude, longitude: -point.longitude };
  if (address.point && haversineKm(mirrored, address.point) <= AGREES_KM) {
    const contradiction = { kind: 'signLost' } as const;
    return { read, point: mirrored, country: address.country, ...regionPart(address.region), contradiction };
  }
  const country = stated.country;
  if (country === undefined) return withoutCountry(read, point, lookup);
  const elsewhere = otherCountry(point, country, lookup);
  if (elsewhere !== undefined) {
    return { read, contradiction: { kind: 'country', stated: country, found: elsewhere } };
  }
  const otherRegion = otherRegionThan(point, stated.region, country, lookup);
  if (otherRegion !== undefined) {
    return { read, contradiction: { kind: 'region', stated: stated.region ?? '', found: otherRegion } };
  }
  const region = stated.region ?? lookup.regionNear(country, point)?.region ?? '';
  const sure = address.method === PlaceMethod.Zip || address.method === PlaceMethod.Postcode;
  const km = address.point ? haversineKm(point, address.point) : 0;
  if (km > ADDRESS_KM && (sure || (address.method === PlaceMethod.City && address.remarks.length === 0))) {
    const contradiction = { kind: 'address', km: Math.round(km) } as const;
    return sure ? { read, contradiction } : { read, point, country, ...regionPart(region), contradiction };
  }
  return { read, point, country, ...regionPart(region) };
}

const regionPart = (region: string) => (region === '' ? {} : { region });

function withoutCountry(read: string, point: GeoPoint, lookup: Lookup): CheckedCoordinates {
  const country = lookup.countryNear(point)?.country;
  if (country === undefined) return { read, point };
  const region = lookup.has(country) ? lookup.regionNear(country, point)?.region : undefined;
  return { read, point, country, ...(region === undefined ? {} : { region }) };
}

/** The country that the point is in if it is plainly not the stated one; empty if only that is known. */
function otherCountry(point: GeoPoint, stated: string, lookup: Lookup): string | undefined {
  if (!lookup.has(stated)) return undefined;
  const km = lookup.kmToCountry(stated, point, COUNTRY_KM);
  if (km <= COUNTRY_KM) return undefined;
  const other = lookup.countryNear(point);
  if (other !== undefined && other.country !== stated && other.km < COUNTRY_KM) return other.country;
  // No larger place near: deserts and oceans. Within 400 km of the stated country it may be remote.
  if (lookup.kmToCountry(stated, point, 400) <= 400) return undefined;
  return other !== undefined && other.country !== stated ? other.country : '';
}

function otherRegionThan(
  point: GeoPoint,
  stated: string | undefined,
  country: string,
  lookup: Lookup,
): string | undefined {
  if (stated === undefined) return undefined;
  const near = lookup.regionNear(country, point);
  if (near === undefined || near.region === stated) return undefined;
  return lookup.kmToRegion(stated, point, REGION_KM) <= REGION_KM ? undefined : near.region;
}
