import { countryOf, COUNTRIES_WITH_REGIONS, regionOf } from '../../geo';
import type { Cell } from '../../plan/cells';
import { currencyCode } from '../cells/currencies';
import { isPlausibleSerial, readDateText } from '../cells/dates';
import { readDegreesText, readPointPair } from '../cells/degrees';
import { readFlagText } from '../cells/flags';
import { readNumberText } from '../cells/numbers';

const ZIP = /^\d{5}(?:-?\d{4})?$/;
const POSTCODE =
  /^(?:[A-Z]\d[A-Z](?:[ -]?\d[A-Z]\d)?|[A-Z]{1,2}\d[A-Z\d]? ?(?:\d[A-Z]{2})?|(?:[A-Z]{1,2}-)?\d{4,6}|\d{3} \d{2}|\d{4} ?[A-Z]{2}|\d{5}-\d{3}|\d{2}-\d{3}|\d{3}-\d{4}|\d{8}|\d{9})$/i;
/** `75031 CEDEX 01`: what the French post writes behind the codes of firms. */
const CEDEX = / cedex(?: \d{1,2})?$/i;
const FIRM =
  /\b(?:inc|llc|l\.l\.c|corp|corporation|co|company|ltd|limited|plc|gmbh|ag|kg|ohg|se|sa|sas|sarl|s\.a|s\.r\.l|srl|spa|bv|nv|ab|oy|as|aps|pty|group|holdings?|bank|university|hospital|center|centre|clinic|health|school|partners|systems|industries|services|solutions|store|stores|shop|market|restaurant|hotel|technologies|international|associates|medical|foods?|energy|insurance|capital|& co|& sons)\b\.?/i;
const PERSON =
  /^\p{Lu}[\p{L}'’.-]+(?:,?\s+(?:\p{Lu}\.?|de|da|van|von|der|del|la|di|le|bin|al|[\p{Lu}][\p{L}'’.-]+)){1,3}$/u;
const LEGAL_FORM =
  /^(?:proprietary|(?:voluntary )?non-?profit\b.*|not-?for-?profit.*|for-?profit|government\b.*|public|private|municipal|federal|state|church|religious|county|district|tribal|physician|military|corporation|partnership|subsidiary|nonprofit|limited liability.*|individual|cooperative|authority.*|investor owned)$/i;
const HOUSE_NUMBER = /^\d+[a-z]?[ ,-]+\p{L}|\p{L}[ ,.-]+\d+ ?[a-z]?$/iu;
const SALES_REGION =
  /^(?:emea|apac|amer|amers|americas|latam|noram|nam|anz|apj|mea|mena|asean|cee|dach|benelux|nordics?|uki|uk&i|global|worldwide|row|international|domestic|europe|asia|africa|oceania|antarctica|(?:north|south|latin|central) america|asia[ -]pacific|(?:middle|far) east|(?:(?:north|south)[ -]?)?(?:east|west)(?:ern)?(?: (?:coast|us|usa|region))?|(?:north|south)(?:ern)?(?: (?:us|usa|region))?|(?:upper |lower )?mid[ -]?west|mid[ -]atlantic|central|pacific|mountain|southeast asia|(?:western|eastern|southern|northern|central) europe|[nsew]{1,2}|region \d+|(?:nord|süd|sued|ost|west|mitte)|(?:nord|sud|est|ouest|centre)|(?:norte|sul|sur|leste|oeste|este|centro))$/i;
/** Addresses of the net, and names of files. */
const WEB =
  /^(?:https?:\/\/|www\.)|^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|edu|gov|io|co|de|fr|uk|us|ai|ca|eu|es|it|ch|at|nl)(?:\/.*)?$|\.(?:jpe?g|png|gif|svg|webp|pdf)$/i;
/** Two separators at least, or a plus sign in front: one hyphen alone is a code. */
const PHONE = /^(?:\+[\d\s().x/-]{8,22}|(?=(?:.*?[\s().x/-]){2})[\d\s().x/-]{9,22})$/i;

/** One word, or a word of letters and a number: `H-0013`, `GAR 04`. */
const CODE = /^\{?[\w-]+\}?$|^[A-Z]{1,4} \d{1,8}$/;

/** Brazilian and French company numbers, which look like a telephone's. */
const COMPANY_NUMBER = /^\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}$|^\d{3} \d{3} \d{3}(?: \d{5})?$/;

/** A filled cell, read once for all kinds. */
interface SeenCell {
  readonly cell: Cell;
  /** As text, trimmed. */
  readonly text: string;
  readonly value: number | undefined;
  /** Text that is no number. */
  readonly isText: boolean;
  readonly decimals: boolean;
  readonly degrees: number | undefined;
  /** Degrees with decimals, as coordinates are written. */
  readonly fine: boolean;
  /** The column's number format shows dates. */
  readonly dates: boolean;
}

/** Kinds that a cell can be of, several at once. */
const KINDS = {
  number: ({ value }) => value !== undefined,
  integer: ({ value, decimals }) => value !== undefined && !decimals,
  money: ({ cell, text, value }) =>
    typeof cell === 'string' && /[$€£¥]|\b(?:USD|EUR|GBP)\b/.test(text) && value !== undefined,
  percent: ({ text }) => /%$/.test(text),
  date: ({ cell, text, dates }) => isDate(cell, text, dates),
  flag: ({ cell, text, value }) =>
    typeof cell === 'boolean' ||
    (typeof cell === 'string' && readFlagText(text) !== undefined) ||
    value === 0 ||
    value === 1,
  zip: ({ cell, text }) => isZip(cell, text),
  postcode: ({ cell, text, decimals }) => isZip(cell, text) || (isPostcodeText(text) && !decimals),
  /** Two or three capitals. */
  shortCapitals: ({ text }) => /^[A-Z]{2,3}$/.test(text),
  state: ({ isText, text }) => isText && isRegion(text),
  country: ({ isText, text }) => isText && countryOf(text) !== undefined,
  currency: ({ isText, text }) =>
    isText && /^\p{Lu}{3}$|^[$€£¥]$/u.test(text) && currencyCode(text) !== undefined,
  /** Numbers with decimals that can be degrees north, or east; and numbers that can, with decimals or not. */
  latitude: ({ degrees, fine }) => fine && Math.abs(degrees ?? NaN) <= 90,
  longitude: ({ fine }) => fine,
  within90: ({ degrees }) => degrees !== undefined && Math.abs(degrees) <= 90,
  within180: ({ degrees }) => degrees !== undefined,
  salesforceId: ({ isText, text }) =>
    isText && /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(text) && /\d/.test(text),
  /** Guids, Salesforce ids, and codes of letters and digits. */
  code: ({ isText, text }) => isText && CODE.test(text) && /\d/.test(text),
  oneWord: ({ isText, text }) => isText && !text.includes(' '),
  email: ({ text }) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
  web: ({ text }) => WEB.test(text),
  phone: ({ isText, text }) =>
    isText && PHONE.test(text) && !COMPANY_NUMBER.test(text) && text.replace(/\D/g, '').length >= 9,
  json: ({ text }) => /^[[{].*[\]}]$/s.test(text) && text.includes('"'),
  firm: ({ isText, text }) => isText && FIRM.test(text),
  person: ({ isText, text }) => isText && PERSON.test(text) && !FIRM.test(text),
  /** Begins or ends with a house number: `12 Oak St`, `Lange Straße 4a`. */
  houseNumber: ({ isText, text }) => isText && HOUSE_NUMBER.test(text),
  /** Begins with a digit, as addresses and dates do. */
  digitFirst: ({ isText, text }) => isText && /^\d/.test(text),
  /** Latitude and longitude in one cell: `(39.75, -104.99)`, `POINT (-104.99 39.75)`. */
  pointPair: ({ isText, text }) => isText && readPointPair(text) !== undefined,
  /** Parts of the world or of a country that sales are organised by: `EMEA`, `Midwest`, `North America`. */
  salesRegion: ({ isText, text }) => isText && SALES_REGION.test(text),
  /** Words that say who owns a firm, not who sells to it: `PROPRIETARY`, `NON-PROFIT`. */
  legalForm: ({ isText, text }) => isText && LEGAL_FORM.test(text),
  /** A comma and a region or country at the end: `Dallas, TX`. */
  cityAndState: ({ isText, text }) => isText && endsInRegion(text),
  text: ({ isText }) => isText,
} satisfies Record<string, (seen: SeenCell) => boolean>;

export type CellKind = keyof typeof KINDS;
export const CELL_KINDS = Object.keys(KINDS) as readonly CellKind[];

/**
 * Kinds of a filled cell, and the number in it if there is one.
 * @param text the cell as text, trimmed
 * @param dates true if the column's number format shows dates
 */
export function kindsOf(
  cell: Cell,
  text: string,
  dates: boolean,
): { kinds: CellKind[]; value: number | undefined } {
  const value = numberIn(cell, text);
  const degrees = readDegreesText(text);
  const seen: SeenCell = {
    cell,
    text,
    value,
    isText: typeof cell === 'string' && value === undefined,
    decimals: value !== undefined && !Number.isInteger(value),
    degrees,
    fine: degrees !== undefined && (!Number.isInteger(degrees) || degrees === 0),
    dates,
  };
  return { kinds: CELL_KINDS.filter((kind) => KINDS[kind](seen)), value };
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
  const code = text.replace(CEDEX, '');
  return code.length >= 3 && code.length <= 10 && /\d/.test(code) && POSTCODE.test(code);
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
