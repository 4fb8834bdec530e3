import {
  isUsablePoint,
  knowsAllRegions,
  loadLookup,
  SMALL_US_PLACES,
  WORLD,
  type FetchChunk,
  type GeoPoint,
  type Lookup,
} from '../../geo';
import { PlaceMethod, type Accounts, type Places } from '../../plan/accounts';
import { TextColumnBuilder, textAt } from '../../plan/columns';
import type { AccountField, AccountMapping } from '../../plan/fields';
import type { Finding, FindingCode, Severity } from '../../plan/findings';
import type { Roster } from '../../plan/roster';
import { locateAddress, type AddressPlace, type PlaceRemark } from './address-point';
import { CoordinateCheck, type CheckedCoordinates } from './coordinates';
import { FindingList } from '../cells/finding-list';
import { townsInAddress } from './place-text';
import { rosterCountries } from './place-roster';
import {
  countriesInDoubt,
  neededPlaces,
  StatedPlaces,
  statesCountry,
  townsAreKnown,
  usualCountry,
  type StatedPlace,
} from './stated-places';

/**
 * Loads what is needed to locate these accounts, and the homes of these reps: their countries, and the
 * world where a country must be guessed or coordinates checked.
 * @param said the country of addresses that say none, by the user
 */
export async function lookupFor(
  accounts: Accounts,
  fetchChunk: FetchChunk,
  roster?: Roster,
  said?: string,
): Promise<Lookup> {
  const { countries, world, townsWithoutZip } = neededPlaces(accounts);
  const coarse = world && !statesCountry(accounts) ? await loadLookup([WORLD], fetchChunk) : undefined;
  let usual = usualCountry(accounts, coarse, said);
  const inDoubt = usual === undefined && coarse !== undefined ? countriesInDoubt(accounts) : [];
  if (inDoubt.length > 0) usual = usualCountry(accounts, await loadLookup([WORLD, ...inDoubt], fetchChunk));
  const homes = roster === undefined ? [] : rosterCountries(roster);
  const asked = [...countries, ...homes, ...(usual === undefined ? [] : [usual]), ...(world ? [WORLD] : [])];
  const american = asked.includes('US') && (townsWithoutZip || homes.length > 0);
  return loadLookup(american ? [...asked, SMALL_US_PLACES] : asked, fetchChunk);
}

/**
 * Finds where accounts are: from their coordinates if these do not contradict the rest, else from the
 * address. Every doubt and every account without a place is noted.
 *
 * @param columns 1-based worksheet column of each field (`worksheetColumns`), for the findings
 * @param said the country of addresses that say none, by the user
 */
export function locate(
  accounts: Accounts,
  lookup: Lookup,
  columns: AccountMapping = {},
  said?: string,
): { places: Places; findings: Finding[] } {
  const latitude = new Float64Array(accounts.count).fill(NaN);
  const longitude = new Float64Array(accounts.count).fill(NaN);
  const method = new Uint8Array(accounts.count);
  const country = new TextColumnBuilder(accounts.count);
  const region = new TextColumnBuilder(accounts.count);
  const stated = new StatedPlaces(accounts);
  const usual = usualCountry(accounts, lookup, said);
  const abroad = usual !== undefined || townsAreKnown(accounts, lookup);
  const notes = new PlaceNotes(accounts, columns);
  const check = new CoordinateCheck(lookup);
  const known = new Map<string, KnownPlace>();
  const area = new Areas(accounts, stated, lookup);
  const regions: number[] = [];
  const blanks: number[] = [];
  const saysNoCountry = accounts.text.country === undefined;
  const held: { i: number; place: KnownPlace; point: GeoPoint; checked: CheckedCoordinates | undefined }[] =
    [];
  const settle = (i: number, place: KnownPlace, checked: CheckedCoordinates | undefined) => {
    notes.stated(i, place.stated);
    if (checked) notes.contradiction(i, checked, place.address);
    let found: GeoPoint | undefined;
    if (checked?.point) {
      found = checked.point;
      method[i] = PlaceMethod.Coordinates;
    } else {
      const within = place.address.point === undefined ? townWithin(accounts, i, place, lookup) : undefined;
      found = place.address.point ?? within;
      method[i] =
        within !== undefined
          ? PlaceMethod.City
          : place.address.country === '' && !found
            ? PlaceMethod.None
            : place.address.method;
      notes.remarks(i, place.address.remarks, place.stated);
    }
    if (found) {
      latitude[i] = found.latitude;
      longitude[i] = found.longitude;
    } else {
      const isKnown = area.take(i, place.stated, place.address);
      if (saysMore(place.stated)) notes.missing(i, place.stated, place.address);
      else (isKnown ? regions : blanks).push(i);
    }
    country.set(i, checked?.country ?? place.address.country);
    region.set(i, checked?.region ?? place.address.region);
  };
  for (let i = 0; i < accounts.count; i++) {
    const key = stated.key(i);
    let place = known.get(key);
    if (place === undefined) {
      const says = stated.at(i);
      place = { stated: says, address: locateAddress(says, usual, lookup, abroad) };
      known.set(key, place);
    }
    const point = notes.coordinates(i);
    const checked = point && check.check(point, place.stated, place.address);
    if (point !== undefined && saysNoCountry && isByNameAlone(place, checked))
      held.push({ i, place, point, checked });
    else settle(i, place, checked);
  }
  // `Amazonas` is in Brazil, but in a list that lies in Peru it is Peru's.
  const home = held.length === 0 ? undefined : homeOf(country, latitude);
  for (const { i, place, point, checked } of held)
    settle(
      i,
      place,
      home !== undefined && checked?.contradiction?.['found'] === home ? believed(point, home) : checked,
    );
  const isRule = (rows: readonly number[]) =>
    !hasPlaceColumns(accounts) || (rows.length > 20 && rows.length > 0.3 * accounts.count);
  const each = (i: number) => {
    const place = known.get(stated.key(i));
    if (place !== undefined) notes.missing(i, place.stated, place.address);
  };
  if (!isRule(regions)) regions.forEach(each);
  else if (regions.length > 0) notes.all('regions', regions.length);
  if (!isRule(blanks)) blanks.forEach(each);
  else if (blanks.length > 0)
    notes.all(blanks.length === accounts.count ? 'noColumns' : 'blanks', blanks.length);
  const places = {
    latitude,
    longitude,
    method,
    country: country.build(),
    region: region.build(),
    ...area.found(),
  };
  return { places, findings: notes.list.finish() };
}

interface KnownPlace {
  readonly stated: StatedPlace;
  readonly address: AddressPlace;
}

/** Coordinates in another country than a state's name says, and nothing but that name: which of the two is right is open. */
const isByNameAlone = ({ stated, address }: KnownPlace, checked: CheckedCoordinates | undefined): boolean =>
  checked?.point === undefined &&
  checked?.contradiction?.kind === 'country' &&
  address.point === undefined &&
  stated.city === undefined &&
  stated.postalCode === undefined;

const MOST_AT_HOME = 0.8;
const FEWEST_AT_HOME = 10;

/** The country that most of the points so far lie in; undefined of few, and of a list of many countries. */
function homeOf(country: TextColumnBuilder, latitude: Float64Array): string | undefined {
  const counts = new Map<string, number>();
  let all = 0;
  const column = country.build();
  latitude.forEach((value, i) => {
    const name = Number.isNaN(value) ? undefined : textAt(column, i);
    if (name === undefined) return;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    all++;
  });
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] >= MOST_AT_HOME * all && all >= FEWEST_AT_HOME ? best[0] : undefined;
}

const believed = (point: GeoPoint, country: string): CheckedCoordinates => ({
  read: `${point.latitude}, ${point.longitude}`,
  point,
  country,
  region: '',
});

/** The town that stands in an address, where the column of towns has none that is known. */
function townWithin(
  { text }: Accounts,
  i: number,
  { stated, address }: { readonly stated: StatedPlace; readonly address: AddressPlace },
  lookup: Lookup,
): GeoPoint | undefined {
  const street = textAt(text.street, i);
  if (street === undefined || address.country === '' || !lookup.has(address.country)) return undefined;
  const region = address.region === '' ? undefined : address.region;
  for (const town of townsInAddress(street)) {
    if (town === stated.city) continue;
    const hit = lookup.city(address.country, town, region);
    if (hit?.match === 'name' && !hit.ambiguous) return hit;
  }
  return undefined;
}

/** Columns that a point can come from, besides coordinates. */
const POINT_COLUMNS = ['city', 'postalCode', 'street'] as const;

const hasPlaceColumns = ({ text }: Accounts): boolean =>
  POINT_COLUMNS.some((field) => text[field] !== undefined);

/** True if an address says more than a region or country: what could not be found is named. */
const saysMore = ({ city, postalCode, nowhere }: StatedPlace): boolean =>
  city !== undefined || postalCode !== undefined || nowhere;

/** Different regions of which so many must be towns for the others to be. */
const FEWEST_TOWNS = 3;
const MOSTLY = 0.6;

/** The middles of regions, and of countries where a list spans several, for accounts of which no more is known. */
class Areas {
  private readonly latitude: Float64Array;
  private readonly longitude: Float64Array;
  private readonly spansCountries: boolean;
  private readonly regionsAreTowns: boolean;
  private any = false;

  constructor(
    private readonly accounts: Accounts,
    stated: StatedPlaces,
    private readonly lookup: Lookup,
  ) {
    const { count } = accounts;
    this.latitude = new Float64Array(count).fill(NaN);
    this.longitude = new Float64Array(count).fill(NaN);
    this.spansCountries = stated.countriesStated() > 1;
    this.regionsAreTowns = this.areTowns(stated);
  }

  /**
   * True if most words of the column of regions are towns of the row's country: provinces are called as their capital
   * in much of the world, and parts of a country to sell in (`West`) are not.
   */
  private areTowns(stated: StatedPlaces): boolean {
    const { region, country } = this.accounts.text;
    if (region === undefined || country === undefined) return false;
    const asked = new Map<string, boolean>();
    for (let i = 0; i < this.accounts.count; i++) {
      const word = textAt(region, i);
      const land = stated.at(i).country;
      if (word === undefined || land === undefined || asked.has(`${land}|${word}`)) continue;
      asked.set(`${land}|${word}`, this.townOf(land, word) !== undefined);
    }
    const found = [...asked.values()].filter((is) => is).length;
    return asked.size >= FEWEST_TOWNS && found > MOSTLY * asked.size;
  }

  /** The town that a province is called as: it says where the province is, not where in it. */
  private townOf(country: string, word: string): GeoPoint | undefined {
    // `West` is a town in Texas, and no state.
    if (knowsAllRegions(country)) return undefined;
    const hit = this.lookup.city(country, word);
    return hit?.match === 'name' ? hit : undefined;
  }

  /** Puts an account into the middle of its area; false where none is known. */
  take(i: number, { country, state }: StatedPlace, address: AddressPlace): boolean {
    const land = country ?? (address.country === '' ? undefined : address.country);
    const called = state ?? (this.regionsAreTowns ? textAt(this.accounts.text.region, i) : undefined);
    const region =
      address.region !== ''
        ? this.lookup.centreOf(address.region)
        : land === undefined || called === undefined
          ? undefined
          : this.townOf(land, called);
    const middle =
      region ?? (country !== undefined && this.spansCountries ? this.lookup.centreOf(country) : undefined);
    if (middle === undefined) return region !== undefined || country !== undefined;
    this.any = true;
    this.latitude[i] = middle.latitude;
    this.longitude[i] = middle.longitude;
    return true;
  }

  found(): Pick<Places, 'area'> {
    return this.any ? { area: { latitude: this.latitude, longitude: this.longitude } } : {};
  }
}

/** Words what was noticed about places as findings. */
class PlaceNotes {
  readonly list = new FindingList();
  constructor(
    private readonly accounts: Accounts,
    private readonly columns: AccountMapping,
  ) {}

  /** The coordinates of a row if both are filled and usable; half, wrong and zero ones are noted. */
  coordinates(i: number): GeoPoint | undefined {
    const latitude = this.accounts.number.latitude?.[i] ?? NaN;
    const longitude = this.accounts.number.longitude?.[i] ?? NaN;
    if (Number.isNaN(latitude) && Number.isNaN(longitude)) return undefined;
    if (isUsablePoint(latitude, longitude)) return { latitude, longitude };
    const read = [latitude, longitude].map((value) => (Number.isNaN(value) ? '–' : String(value))).join(', ');
    if (Math.abs(latitude) > 90 && isUsablePoint(longitude, latitude)) {
      this.add(i, 'latitude', 'placeContradiction', 'warning', read, `${longitude}, ${latitude}`, {
        kind: 'swapped',
      });
      return { latitude: longitude, longitude: latitude };
    }
    const zero = latitude === 0 && longitude === 0;
    this.add(
      i,
      'latitude',
      zero ? 'placeholder' : 'placeContradiction',
      zero ? 'note' : 'warning',
      read,
      undefined,
      {
        kind: 'unusable',
      },
    );
    return undefined;
  }

  stated(i: number, { unknownCountry, others }: StatedPlace): void {
    if (unknownCountry !== undefined) this.add(i, 'country', 'unknownCountry', 'warning', unknownCountry);
    if (others.length > 0) {
      const read = textAt(this.accounts.text.city, i) ?? '';
      this.add(i, 'city', 'severalPlaces', 'warning', read, undefined, { count: others.length + 1 });
    }
  }

  contradiction(i: number, checked: CheckedCoordinates, address: AddressPlace): void {
    const { contradiction, read } = checked;
    if (contradiction === undefined) return;
    const used = checked.point ? 'coordinates' : address.point ? 'address' : 'none';
    const understood = checked.point && `${checked.point.latitude}, ${checked.point.longitude}`;
    this.add(i, 'latitude', 'placeContradiction', 'warning', read, understood, { ...contradiction, used });
  }

  /** @param stated what an address in one cell says, where no column has it */
  remarks(i: number, remarks: readonly PlaceRemark[], stated: StatedPlace): void {
    const code = this.text(i, 'postalCode') || (stated.postalCode ?? '');
    const state = this.text(i, 'state') || (stated.state ?? '');
    for (const remark of remarks) {
      switch (remark.kind) {
        case 'padded':
          this.add(i, 'postalCode', 'paddedPostcode', 'note', code, remark.zip);
          break;
        case 'zipState':
        case 'zipCity':
          this.add(i, 'postalCode', 'placeContradiction', 'warning', code, undefined, {
            ...remark,
          });
          break;
        case 'otherRegion':
          this.add(i, 'state', 'placeContradiction', 'warning', state, remark.found, {
            ...remark,
          });
          break;
        case 'zip3':
          this.add(i, 'postalCode', 'approximatePlace', 'note', code, undefined, {
            ...remark,
          });
          break;
        case 'area':
          this.add(i, 'postalCode', 'approximatePlace', 'note', remark.postalCode, remark.town, {
            ...remark,
          });
          break;
        case 'misspelt':
          this.add(i, 'city', 'approximatePlace', 'note', remark.city, remark.name, { ...remark });
          break;
        case 'ambiguousCity':
          this.add(i, 'city', 'approximatePlace', 'note', remark.city, remark.region, { ...remark });
          break;
      }
    }
  }

  missing(i: number, stated: StatedPlace, address: AddressPlace): void {
    const { city, postalCode } = stated;
    const reason = stated.nowhere
      ? 'nowhere'
      : city !== undefined
        ? 'unknownCity'
        : postalCode !== undefined
          ? 'unknownPostcode'
          : address.country !== '' && (stated.country !== undefined || stated.state !== undefined)
            ? 'regionOnly'
            : 'blank';
    const field: AccountField =
      reason === 'unknownPostcode' ? 'postalCode' : reason === 'regionOnly' ? 'state' : 'city';
    const read = stated.nowhere ? this.text(i, 'city') : (city ?? postalCode ?? stated.state ?? '');
    const region = address.region || address.country;
    this.add(i, field, 'noPlace', 'warning', read, undefined, { reason, region });
  }

  /** What is true of many accounts: one finding for all. */
  all(reason: 'regions' | 'noColumns' | 'blanks', count: number): void {
    const { sheet } = this.accounts;
    const severity = reason === 'regions' ? 'note' : 'warning';
    const params = { reason, count };
    this.list.add({ code: 'noPlace', severity, sheet, row: 0, column: 0, read: '', params });
  }

  private text(i: number, field: 'city' | 'postalCode' | 'state'): string {
    return textAt(this.accounts.text[field], i) ?? '';
  }

  private add(
    i: number,
    field: AccountField,
    code: FindingCode,
    severity: Severity,
    read: string,
    understood?: string,
    params?: Readonly<Record<string, string | number>>,
  ): void {
    const column =
      this.columns[field] ?? PLACE_COLUMNS.map((f) => this.columns[f]).find((c) => c !== undefined) ?? 0;
    this.list.add({
      code,
      severity,
      sheet: this.accounts.sheet,
      row: this.accounts.sheetRow[i] ?? 0,
      column,
      read,
      ...(understood === undefined ? {} : { understood }),
      ...(params === undefined ? {} : { params }),
    });
  }
}

const PLACE_COLUMNS: readonly AccountField[] = [
  'city',
  'postalCode',
  'state',
  'country',
  'street',
  'accountName',
  'accountId',
];
