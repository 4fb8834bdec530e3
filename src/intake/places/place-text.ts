import { COUNTRIES_WITH_REGIONS, countryOf, regionOf } from '../../geo';
import { countryOfPostcode } from './postcodes';

/** What a cell that should hold a city says. */
export interface PlaceText {
  readonly city?: string;
  readonly state?: string;
  readonly postalCode?: string;
  readonly country?: string;
  /** Further places in the same cell, as they stand there. */
  readonly others: readonly string[];
  /** The cell says that there is no one place: `Remote`, `Various`. */
  readonly nowhere: boolean;
}

const NOWHERE =
  /^(?:fully\s+)?(?:remote|virtual|various|multiple(?: locations)?|several|worldwide|global|nationwide|anywhere|distributed|online|home ?office|hybrid|mobil|bundesweit|weltweit|diverse|varios|plusieurs|telework|work from home|wfh)(?:\s*[(-].*)?$/i;

/**
 * Takes a city cell apart: `Dallas, TX 75201`, `San Francisco, California, United States`, `New York /
 * London`, `Dallas, TX; Houston, TX`, `Remote`. The first place counts, the others are listed.
 */
export function readPlaceText(text: string): PlaceText {
  const parts = text
    .split(/\s*[;|\n]\s*|\s+\/\s+|\s+&\s+(?=\p{Lu})/u)
    .flatMap(splitRun)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const places = parts.filter((part) => !NOWHERE.test(part));
  const [first, ...others] = places;
  if (first === undefined) return { others: [], nowhere: parts.length > 0 };
  return { ...readOne(first), others, nowhere: false };
}

/** `Dallas, TX, Houston, TX` is two places. */
function splitRun(part: string): string[] {
  const words = part.split(/\s*,\s*/);
  if (words.length < 4 || words.length % 2 !== 0) return [part];
  const pairs: string[] = [];
  for (let i = 0; i < words.length; i += 2) {
    const [city = '', state = ''] = words.slice(i, i + 2);
    if (!/^[A-Z]{2}$/.test(state) || /\d/.test(city)) return [part];
    pairs.push(`${city}, ${state}`);
  }
  return pairs;
}

const PART_OF_WORLD =
  /^(?:emea|apac|amer|americas|latam|anz|dach|nordics?|benelux|worldwide|global|europe|asia|africa|oceania|(?:north|south|latin|central) america|asia[ -]pacific|middle east|(?:western|eastern|southern|northern|central) europe)$/i;

/** One place: from the right come country, postcode and state, what is left at the end is the city. */
function readOne(text: string): Omit<PlaceText, 'others' | 'nowhere'> {
  const words = text.split(/\s*,\s*/).filter((word) => word !== '');
  let country: string | undefined;
  let postalCode: string | undefined;
  let state: string | undefined;
  while (words.length > 1) {
    const last = words[words.length - 1] ?? '';
    const stateAndZip = /^(.*?)\s*\b(\d{5}(?:-\d{4})?)$/.exec(last);
    const known = isRegion(stateAndZip?.[1] ?? last);
    if (stateAndZip && (stateAndZip[1] === '' || known) && postalCode === undefined) {
      postalCode = stateAndZip[2];
      if (stateAndZip[1]) state = stateAndZip[1];
    } else if (known && state === undefined) state = last;
    else if (countryOf(last) !== undefined && country === undefined) country = last;
    else if (countryOfPostcode(last) !== undefined && postalCode === undefined) postalCode = last;
    else if (words.length > 2 && state === undefined && !/\d/.test(last)) state = last;
    else break;
    words.pop();
  }
  // A street may stand before the city; a bare first word is the city itself, if it is no part of the world.
  const last = words[words.length - 1];
  const city = last !== undefined && PART_OF_WORLD.test(last) ? undefined : last;
  return {
    ...(city === undefined ? {} : { city }),
    ...(state === undefined ? {} : { state }),
    ...(postalCode === undefined ? {} : { postalCode }),
    ...(country === undefined ? {} : { country }),
  };
}

function isRegion(text: string): boolean {
  return COUNTRIES_WITH_REGIONS.some((country) => regionOf(country, text) !== undefined);
}

/** What a Japanese address begins with: perhaps a postcode, the prefecture, and what follows it. */
const JAPANESE =
  /^〒?\s*(?:(\d{3}[-－]?\d{4})\s*)?(北海道|東京都|京都府|大阪府|\p{Script=Han}{2,3}県)\s*(.*)$/u;
/** The ward of Tokyo, the city, or the town of a district: names may hold these words themselves (`四日市市`, `町田市`). */
const WARD = /^(.{1,4}?区)/u;
const JAPANESE_TOWNS = [
  /^(.{1,6}?市)(?!市)/u,
  /^.{1,4}?郡(.{1,5}?[町村])(?![町村])/u,
  /^(.{1,5}?[町村])(?![町村])/u,
];

/** A Japanese address goes from the large to the small, in one run: prefecture, town, block. */
function readJapanese(address: string): PlaceText | undefined {
  const [, postalCode, state, rest = ''] = JAPANESE.exec(address.trim()) ?? [];
  if (state === undefined) return undefined;
  const ward = state === '東京都' ? WARD.exec(rest)?.[1] : undefined;
  const city = ward ?? JAPANESE_TOWNS.map((form) => form.exec(rest)?.[1]).find((town) => town !== undefined);
  return {
    state,
    country: 'JP',
    ...(city === undefined ? {} : { city }),
    ...(postalCode === undefined ? {} : { postalCode: postalCode.replace('－', '-') }),
    others: [],
    nowhere: false,
  };
}

/** City, state and postcode at the end of a full address, where no other column has them. */
export function readAddressTail(street: string): PlaceText | undefined {
  const japanese = readJapanese(street);
  if (japanese !== undefined) return japanese;
  const oneLine = street.replace(/\s*[\r\n]+\s*/g, ', ');
  if (!oneLine.includes(',')) return readInOneRun(oneLine);
  const place = readOne(oneLine);
  if (place.state === undefined && place.postalCode === undefined && place.country === undefined)
    return undefined;
  return { ...place, others: [], nowhere: false };
}

/** Parts of an address looked at for its town, from the end. */
const LAST_PARTS = 3;

/**
 * What may be the town in an address written in one cell, the likeliest first: the parts between commas from the end,
 * without figures, and the last word of one (`12 High Street Larkfield 8083`).
 */
export function townsInAddress(address: string): readonly string[] {
  const parts = address
    .split(/[,\r\n]+/)
    .map((part) => part.replace(/\d+/g, ' ').replace(/\s+/g, ' ').trim())
    .filter((part) => part.length > 2);
  if (parts.length < 2) return [];
  const last = parts.slice(-LAST_PARTS).reverse();
  return [...last, ...last.flatMap((part) => part.split(' ').slice(-1)).filter((word) => word.length > 3)];
}

/** Behind a street: `6 RUE ALBERT EINSTEIN 63000 CLERMONT-FERRAND`, `12 Main St Springfield IL 62701`. */
const CODE_AND_TOWN = /^.*\S\s(\d{5})\s+(\p{L}[\p{L}\s.'’-]{1,40}(?:\s\d{1,2})?)$/u;
const STATE_AND_ZIP = /^.*\S\s([A-Z]{2})\s+(\d{5}(?:-\d{4})?)$/;

/** Postcode and town, or state and ZIP, at the end of an address without commas. */
function readInOneRun(address: string): PlaceText | undefined {
  const text = address.trim();
  const american = STATE_AND_ZIP.exec(text);
  if (american?.[1] !== undefined && american[2] !== undefined && isRegion(american[1]))
    return { state: american[1], postalCode: american[2], others: [], nowhere: false };
  const [, postalCode, city] = CODE_AND_TOWN.exec(text) ?? [];
  if (postalCode === undefined || city === undefined) return undefined;
  return { city: city.trim(), postalCode, others: [], nowhere: false };
}
