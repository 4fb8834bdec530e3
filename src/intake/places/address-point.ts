import { haversineKm, regionOf, type CityHit, type GeoPoint, type Lookup, type PlaceHit } from '../../geo';
import { PlaceMethod } from '../../plan/accounts';
import { readZip } from '../../plan/zip';
import { readSortationArea } from './postcodes';
import { AREA_KM, type StatedPlace } from './stated-places';

/** Why a place is less sure than its method says, or what contradicts what. */
export type PlaceRemark =
  | { readonly kind: 'padded'; readonly zip: string }
  | {
      readonly kind: 'zipState';
      readonly zip: string;
      readonly zipRegion: string;
      readonly region: string;
      readonly used: string;
    }
  | {
      readonly kind: 'zipCity';
      readonly zip: string;
      readonly zipPlace: string;
      readonly city: string;
      readonly km: number;
    }
  | { readonly kind: 'zip3'; readonly zip: string }
  | { readonly kind: 'area'; readonly postalCode: string; readonly town: string }
  | { readonly kind: 'ambiguousCity'; readonly city: string; readonly region: string }
  | { readonly kind: 'misspelt'; readonly city: string; readonly name: string }
  | { readonly kind: 'otherRegion'; readonly city: string; readonly region: string; readonly found: string };

/** Where an address is, as well as the look-up can tell. */
export interface AddressPlace {
  readonly point?: GeoPoint;
  readonly method: PlaceMethod;
  /** Alpha-2 and ISO 3166-2, empty where unknown. */
  readonly country: string;
  readonly region: string;
  readonly remarks: readonly PlaceRemark[];
}

/** A ZIP and a city of the same state that lie farther apart than this do not belong together. */
const ZIP_CITY_KM = 120;
/** A ZIP of the neighbouring state may serve a place this near to it. */
const BORDER_KM = 40;

/** A town without a namesake in the stated state may lie so far outside it. */
const BESIDE_KM = 20;

const NOWHERE: AddressPlace = { method: PlaceMethod.None, country: '', region: '', remarks: [] };

/**
 * Locates an address: US ZIP, else Canadian sortation area, else city in its state, else the first three
 * digits of the ZIP. What is known of country and state is kept even where no point is found; the middle
 * of a state or country is never taken for a point.
 * @param abroad a town that no country is stated for may be looked for all over the world
 */
export function locateAddress(
  stated: StatedPlace,
  usual: string | undefined,
  lookup: Lookup,
  abroad = true,
): AddressPlace {
  const country = stated.country ?? usual;
  if (country === undefined || (stated.country === undefined && !fits(stated, country, lookup))) {
    return (
      (abroad ? anywhere(stated, usual, lookup) : undefined) ??
      (country === undefined ? NOWHERE : inCountry(stated, country, lookup))
    );
  }
  return inCountry(stated, country, lookup);
}

/** True if something stated speaks for the usual country, or nothing against it. */
function fits(stated: StatedPlace, country: string, lookup: Lookup): boolean {
  if (stated.city === undefined || !lookup.hasWorld) return true;
  if (country === 'US' && stated.postalCode !== undefined && readZip(stated.postalCode)) return true;
  if (lookup.city(country, stated.city) !== undefined) return true;
  // A suburb that is not known lies where its postcode says, not in a namesake abroad, unless the code is at home there.
  if (stated.postalCode === undefined || lookup.areaOfPostcode(country, stated.postalCode) === undefined)
    return false;
  const abroad = lookup.cityAnywhere(stated.city);
  return abroad === undefined || !lookup.bearsOut(abroad.country, stated.postalCode, stated.city, AREA_KM);
}

/**
 * A city that is not known in the usual country, found among the larger places of the world. Of the United States
 * every village is known; elsewhere what is not known is rather one of the country's own than a small town abroad.
 */
function anywhere(stated: StatedPlace, usual: string | undefined, lookup: Lookup): AddressPlace | undefined {
  const hit = stated.city === undefined ? undefined : lookup.cityAnywhere(stated.city);
  if (hit === undefined || (usual !== undefined && usual !== 'US' && hit.isLarge !== true)) return undefined;
  const remark = { kind: 'ambiguousCity', city: stated.city ?? '', region: hit.country } as const;
  return { point: hit, method: PlaceMethod.City, country: hit.country, region: '', remarks: [remark] };
}

const US_LIKE = new Set(['US', 'PR', 'VI', 'GU', 'AS', 'MP']);

function inCountry(stated: StatedPlace, country: string, lookup: Lookup): AddressPlace {
  const region = stated.region ?? (stated.state === undefined ? '' : (regionOf(country, stated.state) ?? ''));
  if (US_LIKE.has(country)) return inUnitedStates({ ...stated, region }, lookup);
  if (country === 'CA') {
    const area = stated.postalCode === undefined ? undefined : readSortationArea(stated.postalCode);
    const hit = area === undefined ? undefined : lookup.postcode('CA', area);
    if (hit && (region === '' || hit.region === region)) {
      const town =
        isRural(area) && stated.city !== undefined ? townOfRural(stated.city, hit, lookup) : undefined;
      if (town !== undefined)
        return { point: town, method: PlaceMethod.City, country, region: hit.region, remarks: [] };
      return { point: hit, method: PlaceMethod.Postcode, country, region: hit.region, remarks: [] };
    }
  }
  const area =
    stated.postalCode === undefined ? undefined : lookup.areaOfPostcode(country, stated.postalCode);
  return area === undefined
    ? byCity(stated, country, region, lookup, [])
    : nearArea(stated, country, region, area, lookup);
}

/** A rural sortation area of Canada is named for a town and may reach so far from its middle. */
const RURAL_KM = 400;
const isRural = (area: string | undefined): boolean => area?.[1] === '0';

/** The town itself, where a rural area has it in its province: such an area may be as large as a country. */
function townOfRural(city: string, area: PlaceHit, lookup: Lookup): PlaceHit | undefined {
  const town = lookup.cityNear('CA', city, area, RURAL_KM);
  return town?.region === area.region ? town : undefined;
}

/** A town of the written state that lies so far from the area is another one, or its postcode is wrong. */
const NOT_OF_AREA_KM = 150;

/**
 * A place by town and postal area: the town of that name in or beside the area; without one, a town of the written
 * state that is not far off; else the area itself, which says where it is to some ten kilometres.
 */
function nearArea(
  stated: StatedPlace,
  country: string,
  region: string,
  area: PlaceHit,
  lookup: Lookup,
): AddressPlace {
  const near = stated.city === undefined ? undefined : lookup.cityNear(country, stated.city, area, AREA_KM);
  if (near !== undefined)
    return { point: near, method: PlaceMethod.City, country, region: near.region || region, remarks: [] };
  const byName = byCity(stated, country, region, lookup, []);
  const isOther = byName.point !== undefined && haversineKm(byName.point, area) > NOT_OF_AREA_KM;
  // Town and state that agree beat a postcode that does not; a town alone does not.
  const agree = region !== '' && byName.region === region && area.region !== '' && area.region !== region;
  if (byName.point !== undefined && (!isOther || agree)) return byName;
  const remarks: PlaceRemark[] = [{ kind: 'area', postalCode: stated.postalCode ?? '', town: area.name }];
  return { point: area, method: PlaceMethod.Postcode, country, region: area.region || region, remarks };
}

type WithRegion = StatedPlace & { readonly region: string };

function inUnitedStates(stated: WithRegion, lookup: Lookup): AddressPlace {
  const reading = stated.postalCode === undefined ? undefined : readZip(stated.postalCode);
  const remarks: PlaceRemark[] = reading?.padded ? [{ kind: 'padded', zip: reading.zip }] : [];
  const hit = reading && lookup.postcode('US', reading.zip);
  if (reading === undefined || hit === undefined) {
    const place = byCity(stated, 'US', stated.region, lookup, remarks);
    return place.point || reading === undefined ? place : byZip3(stated, reading.zip, lookup, place, remarks);
  }
  const city =
    stated.city === undefined ? undefined : lookup.city('US', stated.city, stated.region || undefined);
  if (stated.region !== '' && hit.region !== stated.region) {
    return againstState(stated, reading.zip, hit, city, lookup, remarks);
  }
  if (city && city.match === 'name' && !city.ambiguous) {
    const km = haversineKm(hit, city);
    if (km > ZIP_CITY_KM) {
      remarks.push({
        kind: 'zipCity',
        zip: reading.zip,
        zipPlace: hit.name,
        city: stated.city ?? '',
        km: Math.round(km),
      });
    }
  }
  return { point: hit, method: PlaceMethod.Zip, country: 'US', region: hit.region, remarks };
}

/** The ZIP lies in another state than stated: whichever of the two the city bears out. */
function againstState(
  stated: WithRegion,
  zip: string,
  hit: PlaceHit,
  city: CityHit | undefined,
  lookup: Lookup,
  remarks: PlaceRemark[],
): AddressPlace {
  const { region } = stated;
  if (city && haversineKm(hit, city) <= BORDER_KM) {
    return { point: hit, method: PlaceMethod.Zip, country: 'US', region, remarks };
  }
  const contradiction = (used: string): PlaceRemark => ({
    kind: 'zipState',
    zip,
    zipRegion: hit.region,
    region,
    used,
  });
  if (city) {
    return {
      point: city,
      method: PlaceMethod.City,
      country: 'US',
      region,
      remarks: [...remarks, contradiction('city')],
    };
  }
  const cityOfZip = stated.city === undefined ? undefined : lookup.city('US', stated.city, hit.region);
  if (cityOfZip && haversineKm(hit, cityOfZip) <= ZIP_CITY_KM) {
    const all = [...remarks, contradiction('zip')];
    return { point: hit, method: PlaceMethod.Zip, country: 'US', region: hit.region, remarks: all };
  }
  const area = lookup.zip3(zip.slice(0, 3));
  if (area && area.region === region) {
    return {
      point: area,
      method: PlaceMethod.Zip3,
      country: 'US',
      region,
      remarks: [...remarks, contradiction('zip3')],
    };
  }
  return { method: PlaceMethod.Region, country: 'US', region, remarks: [...remarks, contradiction('state')] };
}

function byZip3(
  stated: WithRegion,
  zip: string,
  lookup: Lookup,
  otherwise: AddressPlace,
  remarks: readonly PlaceRemark[],
): AddressPlace {
  const area = lookup.zip3(zip.slice(0, 3));
  if (area === undefined || (stated.region !== '' && area.region !== stated.region)) return otherwise;
  const all: PlaceRemark[] = [...remarks, { kind: 'zip3', zip }];
  return { point: area, method: PlaceMethod.Zip3, country: 'US', region: area.region, remarks: all };
}

function byCity(
  stated: StatedPlace,
  country: string,
  region: string,
  lookup: Lookup,
  remarks: readonly PlaceRemark[],
): AddressPlace {
  const bare: AddressPlace = { method: PlaceMethod.Region, country, region, remarks };
  if (stated.city === undefined) return bare;
  const inRegion = lookup.city(country, stated.city, region || undefined);
  // Abroad, states are often those of the head office or a sales area: the city decides. In the United
  // States, where towns of one name are many, an unknown town stays in the state that is written, unless its
  // only namesake lies just across the border.
  const hit =
    inRegion ??
    (region === ''
      ? undefined
      : country === 'US'
        ? lookup.cityBeside(stated.city, region, BESIDE_KM)
        : lookup.city(country, stated.city));
  if (hit === undefined) return bare;
  const all = [...remarks];
  if (inRegion === undefined) all.push({ kind: 'otherRegion', city: stated.city, region, found: hit.region });
  if (hit.match === 'likeness') all.push({ kind: 'misspelt', city: stated.city, name: hit.name });
  else if (hit.ambiguous)
    all.push({ kind: 'ambiguousCity', city: stated.city, region: hit.region || country });
  return { point: hit, method: PlaceMethod.City, country, region: hit.region || region, remarks: all };
}
