import { haversineKm, type GeoPoint, type Lookup } from '../../geo';
import { PlaceMethod } from '../../plan/accounts';
import type { AddressPlace } from './address-point';
import type { StatedPlace } from './stated-places';

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
/** So far from its places a point may still be somewhere remote in a country. */
const REMOTE_KM = 400;

/** Coordinates are judged by the cell they lie in, this many degrees wide: 11 km at most. */
const CELL = 0.1;

/**
 * Holds coordinates against the stated country, state and address. In another country or state than
 * stated they are not believed, unless nothing else is known; a lost minus sign is put back.
 */
export class CoordinateCheck {
  private readonly surroundings = new Map<string, Surroundings>();

  constructor(private readonly lookup: Lookup) {}

  check(point: GeoPoint, stated: StatedPlace, address: AddressPlace): CheckedCoordinates {
    const read = `${point.latitude}, ${point.longitude}`;
    if (address.point && agrees(point, address.point)) {
      return { read, point, country: address.country, ...regionPart(address.region) };
    }
    const mirrored = { latitude: point.latitude, longitude: -point.longitude };
    if (address.point && agrees(mirrored, address.point)) {
      const contradiction = { kind: 'signLost' } as const;
      return {
        read,
        point: mirrored,
        country: address.country,
        ...regionPart(address.region),
        contradiction,
      };
    }
    const { country } = stated;
    const around = this.around(point, country, stated.region);
    if (country === undefined) {
      return {
        read,
        point,
        ...(around.country === undefined ? {} : { country: around.country }),
        ...regionPart(around.region),
      };
    }
    if (around.elsewhere !== undefined) {
      const { elsewhere } = around;
      const contradiction =
        elsewhere === ''
          ? { kind: 'elsewhere', stated: country }
          : { kind: 'country', stated: country, found: elsewhere };
      return { read, contradiction };
    }
    if (around.otherRegion !== undefined) {
      return {
        read,
        contradiction: { kind: 'region', stated: stated.region ?? '', found: around.otherRegion },
      };
    }
    const region = stated.region ?? around.region;
    const sure = address.method === PlaceMethod.Zip || address.method === PlaceMethod.Postcode;
    const unambiguous = address.method === PlaceMethod.City && address.remarks.length === 0;
    const km = address.point && (sure || unambiguous) ? haversineKm(point, address.point) : 0;
    if (km > ADDRESS_KM) {
      // The ZIP is one against two where the town lies at the coordinates.
      const town =
        stated.city === undefined ? undefined : this.lookup.cityNear(country, stated.city, point, AGREES_KM);
      if (town !== undefined)
        return {
          read,
          point,
          country,
          ...regionPart(region),
          contradiction: { kind: 'postcode', km: Math.round(km) },
        };
      const contradiction = { kind: 'address', km: Math.round(km) } as const;
      return sure ? { read, contradiction } : { read, point, country, ...regionPart(region), contradiction };
    }
    return { read, point, country, ...regionPart(region) };
  }

  /** What lies around a point, worked out once for each cell. */
  private around(point: GeoPoint, country: string | undefined, region: string | undefined): Surroundings {
    const row = Math.floor(point.latitude / CELL);
    const column = Math.floor(point.longitude / CELL);
    const key = `${row},${column},${country ?? ''},${region ?? ''}`;
    let found = this.surroundings.get(key);
    if (found === undefined) {
      const middle = { latitude: (row + 0.5) * CELL, longitude: (column + 0.5) * CELL };
      found = surroundingsOf(middle, country, region, this.lookup);
      this.surroundings.set(key, found);
    }
    return found;
  }
}

/** What the look-up says of a point, in view of the country and region that are stated for it. */
interface Surroundings {
  /** Country of the nearest larger place, where none is stated. */
  readonly country?: string;
  /** ISO 3166-2 of the nearest place, empty where unknown. */
  readonly region: string;
  /** The country it is in instead of the stated one; empty if only that it is not is known. */
  readonly elsewhere?: string;
  /** The region it is in instead of the stated one. */
  readonly otherRegion?: string;
}

function surroundingsOf(
  point: GeoPoint,
  country: string | undefined,
  region: string | undefined,
  lookup: Lookup,
): Surroundings {
  if (country === undefined) {
    const near = lookup.countryNear(point)?.country;
    if (near === undefined) return { region: '' };
    return { country: near, region: lookup.has(near) ? (lookup.regionNear(near, point)?.region ?? '') : '' };
  }
  const elsewhere = otherCountry(point, country, lookup);
  if (elsewhere !== undefined) return { region: '', elsewhere };
  const otherRegion = otherRegionThan(point, region, country, lookup);
  if (otherRegion !== undefined) return { region: '', otherRegion };
  return { region: region ?? lookup.regionNear(country, point)?.region ?? '' };
}

function agrees(a: GeoPoint, b: GeoPoint): boolean {
  const north = Math.abs(a.latitude - b.latitude);
  const east = Math.abs(a.longitude - b.longitude);
  // A degree is 111 km at most: half the way in each direction needs no trigonometry.
  if (north < 0.35 && east < 0.35) return true;
  return north < 1 && haversineKm(a, b) <= AGREES_KM;
}

const regionPart = (region: string) => (region === '' ? {} : { region });

/** Territories that people state the mother country for. */
const PARTS_OF: Readonly<Record<string, string>> = {
  IM: 'GB',
  JE: 'GB',
  GG: 'GB',
  GI: 'GB',
  PR: 'US',
  VI: 'US',
  GU: 'US',
  AS: 'US',
  MP: 'US',
  MC: 'FR',
  RE: 'FR',
  GP: 'FR',
  MQ: 'FR',
  GF: 'FR',
  YT: 'FR',
  NC: 'FR',
  PF: 'FR',
  HK: 'CN',
  MO: 'CN',
  GL: 'DK',
  FO: 'DK',
  AX: 'FI',
  SJ: 'NO',
  AW: 'NL',
  CW: 'NL',
  SX: 'NL',
};

const isSameCountry = (found: string, stated: string) =>
  found === stated || PARTS_OF[found] === stated || PARTS_OF[stated] === found;

/** The country that the point is in if it is plainly not the stated one; empty if only that is known. */
function otherCountry(point: GeoPoint, stated: string, lookup: Lookup): string | undefined {
  if (!lookup.has(stated)) return undefined;
  if (lookup.kmToCountry(stated, point, COUNTRY_KM) <= COUNTRY_KM) return undefined;
  const other = lookup.countryNear(point);
  const found = other !== undefined && !isSameCountry(other.country, stated) ? other : undefined;
  if (other !== undefined && found === undefined) return undefined;
  const km = lookup.kmToCountry(stated, point, REMOTE_KM);
  if (found !== undefined && 3 * found.km < km) return found.country;
  // Deserts and oceans: near no place at all, but not too far from the stated country's.
  return km <= REMOTE_KM ? undefined : '';
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
