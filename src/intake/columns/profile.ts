import { countryOf, COUNTRIES_WITH_REGIONS, regionOf } from '../../geo';
import type { Cell } from '../../plan/cells';
import { cellText, isBlank, isErrorText, isPlaceholder, trimText } from '../cells/cell-text';
import { isPlausibleSerial, readDateText } from '../cells/dates';
import { readDegreesText, readPointPair } from '../cells/degrees';
import { readFlagText } from '../cells/flags';
import { currencyCode } from '../cells/currencies';
import { readNumberText } from '../cells/numbers';

/**
 * What the cells of a column look like, from a sample spread over all rows. Shares are of the filled
 * cells of the sample, 0…1.
 */
export interface ColumnProfile {
  /** Cells that hold something, as a share of the cells looked at. */
  readonly filled: number;
  readonly sampled: number;
  /** Distinct values as a share of the sample. */
  readonly distinct: number;
  readonly number: number;
  readonly integer: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly money: number;
  readonly percent: number;
  readonly date: number;
  readonly flag: number;
  readonly zip: number;
  readonly postcode: number;
  readonly state: number;
  /** Texts of two or three capitals. */
  readonly shortCapitals: number;
  readonly country: number;
  readonly currency: number;
  /** Numbers with decimals that can be degrees north, or east; and numbers that can, with decimals or not. */
  readonly latitude: number;
  readonly longitude: number;
  readonly within90: number;
  readonly within180: number;
  readonly salesforceId: number;
  /** Guids, Salesforce ids, and codes of letters and digits. */
  readonly code: number;
  /** Texts without a space. */
  readonly oneWord: number;
  readonly email: number;
  readonly web: number;
  readonly phone: number;
  readonly json: number;
  readonly person: number;
  readonly firm: number;
  readonly text: number;
  /** Text with a comma and a region or country at its end: `Dallas, TX`. */
  readonly cityAndState: number;
  /** Texts that begin or end with a house number: `12 Oak St`, `Lange Straße 4a`. */
  readonly houseNumber: number;
  /** Latitude and longitude in one cell: `(39.75, -104.99)`, `POINT (-104.99 39.75)`. */
  readonly pointPair: number;
  /** Parts of the world or of a country that sales are organised by: `EMEA`, `Midwest`, `North America`. */
  readonly salesRegion: number;
  /** Words that say who owns a firm, not who sells to it: `PROPRIETARY`, `NON-PROFIT`. */
  readonly legalForm: number;
  readonly averageLength: number;
}

const SAMPLE = 300;
const LOOKED_AT = 4000;

const ZIP = /^\d{5}(?:-?\d{4})?$/;
const POSTCODE =
  /^(?:[A-Z]\d[A-Z](?:[ -]?\d[A-Z]\d)?|[A-Z]{1,2}\d[A-Z\d]? ?(?:\d[A-Z]{2})?|(?:[A-Z]{1,2}-)?\d{4,6}|\d{3} \d{2}|\d{4} ?[A-Z]{2}|\d{5}-\d{3}|\d{2}-\d{3}|\d{3}-\d{4}|\d{8}|\d{9})$/i;
const FIRM =
  /\b(?:inc|llc|l\.l\.c|corp|corporation|co|company|ltd|limited|plc|gmbh|ag|kg|ohg|se|sa|sas|sarl|s\.a|s\.r\.l|srl|spa|bv|nv|ab|oy|as|aps|pty|group|holdings?|bank|university|hospital|center|centre|clinic|health|school|partners|systems|industries|services|solutions|store|stores|shop|market|restaurant|hotel|technologies|international|associates|medical|foods?|energy|insurance|capital|& co|& sons)\b\.?/i;
const PERSON =
  /^\p{Lu}[\p{L}'’.-]+(?:,?\s+(?:\p{Lu}\.?|de|da|van|von|der|del|la|di|le|bin|al|[\p{Lu}][\p{L}'’.-]+)){1,3}$/u;
const LEGAL_FORM =
  /^(?:proprietary|(?:voluntary )?non-?profit\b.*|not-?for-?profit.*|for-?profit|government\b.*|public|private|municipal|federal|state|church|religious|county|district|tribal|physician|military|corporation|partnership|subsidiary|nonprofit|limited liability.*|individual|cooperative|authority.*|investor owned)$/i;
const HOUSE_NUMBER = /^\d+[a-z]?[ ,-]+\p{L}|\p{L}[ ,.-]+\d+ ?[a-z]?$/iu;
const SALES_REGION =
  /^(?:emea|apac|amer|amers|americas|latam|noram|nam|anz|apj|mea|mena|asean|cee|dach|benelux|nordics?|uki|uk&i|global|worldwide|row|international|domestic|europe|asia|africa|oceania|antarctica|(?:north|south|latin|central) america|asia[ -]pacific|(?:middle|far) east|(?:(?:north|south)[ -]?)?(?:east|west)(?:ern)?(?: (?:coast|us|usa|region))?|(?:north|south)(?:ern)?(?: (?:us|usa|region))?|(?:upper |lower )?mid[ -]?west|mid[ -]atlantic|central|pacific|mountain|southeast asia|(?:western|eastern|southern|northern|central) europe|[nsew]{1,2}|region \d+|(?:nord|süd|sued|ost|west|mitte)|(?:nord|sud|est|ouest|centre)|(?:norte|sul|sur|leste|oeste|este|centro))$/i;
const WEB =
  /^(?:https?:\/\/|www\.)|^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|edu|gov|io|co|de|fr|uk|us|ai|ca|eu|es|it|ch|at|nl)(?:\/.*)?$/i;
/** Two separators at least, or a plus sign in front: one hyphen alone is a code. */
const PHONE = /^(?:\+[\d\s().x/-]{8,22}|(?=(?:.*?[\s().x/-]){2})[\d\s().x/-]{9,22})$/i;

/** One word, or a word of letters and a number: `H-0013`, `GAR 04`. */
const CODE = /^\{?[\w-]+\}?$|^[A-Z]{1,4} \d{1,8}$/;

/** Brazilian and French company numbers, which look like a telephone's. */
const COMPANY_NUMBER = /^\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}$|^\d{3} \d{3} \d{3}(?: \d{5})?$/;

export function profileColumn(cells: readonly Cell[], format = 'General'): ColumnProfile {
  const { sample, filled } = takeSample(cells);
  const dates = isDateFormat(format);
  const counts: Record<string, number> = {};
  const hit = (name: string, yes: boolean) => {
    if (yes) counts[name] = (counts[name] ?? 0) + 1;
  };
  const distinct = new Set<Cell>();
  let minimum = Infinity;
  let maximum = -Infinity;
  let length = 0;
  for (const cell of sample) {
    distinct.add(cell);
    const text = trimText(cellText(cell));
    length += text.length;
    const value = numberIn(cell, text);
    if (value !== undefined) {
      minimum = Math.min(minimum, value);
      maximum = Math.max(maximum, value);
    }
    const decimals = value !== undefined && !Number.isInteger(value);
    const isText = typeof cell === 'string' && value === undefined;
    hit('number', value !== undefined);
    hit('integer', value !== undefined && !decimals);
    hit('money', typeof cell === 'string' && /[$€£¥]|\b(?:USD|EUR|GBP)\b/.test(text) && value !== undefined);
    hit('percent', /%$/.test(text));
    hit('date', isDate(cell, text, dates));
    hit(
      'flag',
      typeof cell === 'boolean' ||
        (typeof cell === 'string' && readFlagText(text) !== undefined) ||
        value === 0 ||
        value === 1,
    );
    hit('zip', isZip(cell, text));
    hit('postcode', isZip(cell, text) || (isPostcodeText(text) && !decimals));
    hit('shortCapitals', /^[A-Z]{2,3}$/.test(text));
    hit('state', isText && isRegion(text));
    hit('country', isText && countryOf(text) !== undefined);
    hit('currency', isText && /^\p{Lu}{3}$|^[$€£¥]$/u.test(text) && currencyCode(text) !== undefined);
    const degrees = readDegreesText(text);
    const fine = degrees !== undefined && (!Number.isInteger(degrees) || degrees === 0);
    hit('latitude', fine && Math.abs(degrees) <= 90);
    hit('within90', degrees !== undefined && Math.abs(degrees) <= 90);
    hit('longitude', fine);
    hit('within180', degrees !== undefined);
    hit('salesforceId', isText && /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(text) && /\d/.test(text));
    hit('code', isText && CODE.test(text) && /\d/.test(text));
    hit('oneWord', isText && !text.includes(' '));
    hit('email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text));
    hit('web', WEB.test(text));
    hit(
      'phone',
      isText && PHONE.test(text) && !COMPANY_NUMBER.test(text) && text.replace(/\D/g, '').length >= 9,
    );
    hit('json', /^[[{].*[\]}]$/s.test(text) && text.includes('"'));
    hit('firm', isText && FIRM.test(text));
    hit('person', isText && PERSON.test(text) && !FIRM.test(text));
    hit('houseNumber', isText && HOUSE_NUMBER.test(text));
    hit('pointPair', isText && readPointPair(text) !== undefined);
    hit('salesRegion', isText && SALES_REGION.test(text));
    hit('legalForm', isText && LEGAL_FORM.test(text));
    hit('cityAndState', isText && endsInRegion(text));
    hit('text', isText);
  }
  const share = (name: string) => (sample.length === 0 ? 0 : (counts[name] ?? 0) / sample.length);
  return {
    filled,
    sampled: sample.length,
    distinct: sample.length === 0 ? 0 : distinct.size / sample.length,
    minimum,
    maximum,
    averageLength: sample.length === 0 ? 0 : length / sample.length,
    number: share('number'),
    integer: share('integer'),
    money: share('money'),
    percent: share('percent'),
    date: share('date'),
    flag: share('flag'),
    zip: share('zip'),
    postcode: share('postcode'),
    state: share('state'),
    shortCapitals: share('shortCapitals'),
    country: share('country'),
    currency: share('currency'),
    within90: share('within90'),
    within180: share('within180'),
    latitude: share('latitude'),
    longitude: share('longitude'),
    salesforceId: share('salesforceId'),
    code: share('code'),
    oneWord: share('oneWord'),
    email: share('email'),
    web: share('web'),
    phone: share('phone'),
    json: share('json'),
    person: share('person'),
    firm: share('firm'),
    text: share('text'),
    cityAndState: share('cityAndState'),
    houseNumber: share('houseNumber'),
    pointPair: share('pointPair'),
    salesRegion: share('salesRegion'),
    legalForm: share('legalForm'),
  };
}

/** True for a number format that shows a date. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase();
  return /[dy]/.test(bare) && /m|d|y/.test(bare) && !/general|standard/.test(bare) && !/[#0]/.test(bare);
}

/** Filled cells spread over the column, without placeholders and errors; and how many are filled. */
function takeSample(cells: readonly Cell[]): { sample: Cell[]; filled: number } {
  const step = Math.max(1, Math.floor(cells.length / LOOKED_AT));
  const found: Cell[] = [];
  let looked = 0;
  let filled = 0;
  for (let i = 0; i < cells.length; i += step) {
    const cell = cells[i];
    looked++;
    if (cell === undefined || isBlank(cell)) continue;
    filled++;
    if (typeof cell === 'string' && (isErrorText(cell) || isPlaceholder(trimText(cell)))) continue;
    if (cell === -999 || cell === '-999') continue;
    found.push(cell);
  }
  const every = Math.max(1, found.length / SAMPLE);
  const sample: Cell[] = [];
  for (let at = 0; at < found.length && sample.length < SAMPLE; at += every) {
    const cell = found[Math.floor(at)];
    if (cell !== undefined) sample.push(cell);
  }
  return { sample, filled: looked === 0 ? 0 : filled / looked };
}

function numberIn(cell: Cell, text: string): number | undefined {
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'boolean' || !/\d/.test(text)) return undefined;
  const reading = readNumberText(text, '.');
  return reading === undefined || (reading.range && !/[-–+]|to|bis/i.test(text)) ? undefined : reading.value;
}

function isDate(cell: Cell, text: string, dateFormat: boolean): boolean {
  if (typeof cell === 'number') {
    if (dateFormat) return isPlausibleSerial(cell);
    return (
      Number.isInteger(cell) && cell > 19000000 && cell < 21000000 && readDateText(text, 'mdy') !== undefined
    );
  }
  return typeof cell === 'string' && /\d/.test(text) && readDateText(text, 'mdy') !== undefined;
}

function isZip(cell: Cell, text: string): boolean {
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 501 && cell <= 99950;
  return ZIP.test(text) || /^\d{3,4}$/.test(text);
}

function isPostcodeText(text: string): boolean {
  return text.length >= 3 && text.length <= 10 && /\d/.test(text) && POSTCODE.test(text);
}

/** Names of regions anywhere; two letters only where they are a state of North America: others say too little. */
function isRegion(text: string): boolean {
  if (text.length > 30) return false;
  const countries = text.length > 2 ? COUNTRIES_WITH_REGIONS : ['US', 'CA'];
  return countries.some((country) => regionOf(country, text) !== undefined);
}

function endsInRegion(text: string): boolean {
  const parts = text.split(',');
  const last = (parts[parts.length - 1] ?? '').replace(/\s+\d{5}(-\d{4})?$/, '').trim();
  return parts.length > 1 && last !== '' && (isRegion(last) || countryOf(last) !== undefined);
}
