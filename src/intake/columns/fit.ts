import type { AccountField, FieldKind, RepField } from '../../plan/fields';
import { ACCOUNT_FIELDS, REP_FIELDS } from '../../plan/fields';
import type { ColumnProfile } from './profile';

/**
 * How well cells fit a field, 0 (cannot be) … 1 (as expected). Columns without a single filled cell give
 * `EMPTY`: nothing speaks against the header.
 */
const EMPTY = 0.8;

type Fit = (profile: ColumnProfile) => number;

const clamp = (value: number) => Math.max(0, Math.min(1, value));
/** Full marks from `enough` on, none at 0. */
const share = (value: number, enough = 0.8) => clamp(value / enough);

const numeric: Fit = (p) =>
  share(p.number, 0.7) * (p.date > 0.8 && p.money === 0 && p.minimum > 18264 ? 0.5 : 1);
/** Amounts of money; fractions alone are shares of something (`Wallet Share`). */
const money: Fit = (p) => numeric(p) * (p.sampled > 5 && p.maximum > 0 && p.maximum <= 1 ? 0.3 : 1);
const date: Fit = (p) => Math.max(share(p.date, 0.7), serialLike(p) ? 0.75 : 0);
const flag: Fit = (p) => share(p.flag, 0.8);

/** Integers in the range of recent serials, in a column without a date format. */
function serialLike(p: ColumnProfile): boolean {
  return p.number > 0.8 && p.minimum >= 29221 && p.maximum < 73051 && p.distinct > 0.02;
}

const plainText: Fit = (p) =>
  clamp(p.text - p.email * 0.5 - p.web * 0.7 - p.phone * 0.9 - p.json - p.date * 0.8 - p.salesforceId * 0.8);
const label: Fit = (p) => clamp(plainText(p) + 0.35 * p.number) * (p.averageLength > 60 ? 0.5 : 1);
const identifier: Fit = (p) =>
  clamp(1 - p.email * 0.6 - p.web - p.phone - p.json - p.date * (p.integer > 0.8 ? 0.2 : 0.8)) *
  (p.number > 0.5 && p.integer < 0.9 * p.number ? 0.3 : 1) *
  (p.averageLength > 45 ? 0.4 : 1);

/** One value throughout: the top of a hierarchy (`Total Accounts`), not a parent. */
const isConstant = (p: ColumnProfile) => p.sampled > 20 && p.distinct * p.sampled < 1.5;
/** Small whole numbers that repeat: codes of size classes, not counts. */
const isCoded = (p: ColumnProfile) =>
  p.sampled > 30 && p.number > 0.9 && p.maximum < 10 && p.distinct * p.sampled < 12;

const unique: Fit = (p) => (p.distinct >= 0.9 ? 1 : p.distinct >= 0.6 ? 0.9 : 0.65);

function degrees(limit: 'latitude' | 'longitude'): Fit {
  // Latitudes beyond 90 may be longitudes that stand in the wrong column: each row tells.
  return (p) =>
    limit === 'latitude'
      ? Math.max(
          share(p.within90, 0.8) * (p.latitude > 0.5 ? 1 : 0.3),
          p.longitude > 0.5 ? 0.6 * p.within180 : 0,
        )
      : share(p.within180, 0.8) * (p.longitude > 0.5 ? 1 : 0.3);
}

const BY_KIND: Readonly<Record<FieldKind, Fit>> = {
  id: identifier,
  text: label,
  number: numeric,
  money,
  fraction: numeric,
  date,
  flag,
  degrees: numeric,
};

const city: Fit = (p) =>
  plainText(p) *
  (p.averageLength > 40 ? 0.5 : 1) *
  (p.shortCapitals > 0.9 ? 0.3 : 1) *
  (1 - p.pointPair) *
  (p.country > 0.7 && p.averageLength > 3 ? 0.3 : 1) *
  (p.houseNumber > 0.6 && p.cityAndState < 0.3 ? 0.5 : 1);
/** Any text may be a region somewhere, but not an address, and not a part of the world to sell in. */
const state: Fit = (p) =>
  p.number > 0.5 && p.averageLength > 2.6
    ? 0.05
    : Math.max(
        share(p.state, 0.6),
        0.75 * plainText(p) * (1 - p.houseNumber) * clamp(1 - 1.2 * p.salesRegion),
        p.number > 0.5 ? 0.15 : 0,
      );
const country: Fit = (p) => Math.max(share(p.country, 0.6), 0.5 * plainText(p));
const postcode: Fit = (p) =>
  Math.max(share(p.postcode, 0.6), share(p.zip, 0.6)) * (p.distinct < 0.01 ? 0.8 : 1);
const person: Fit = (p) =>
  clamp(plainText(p) + p.email * 0.5 - 1.2 * p.legalForm) *
  (p.firm > 0.3 ? 0.4 : 1) *
  (p.distinct > 0.9 && p.sampled > 30 ? 0.85 : 1) *
  // A word of its own in every row is what the customer signs in with.
  (p.distinct > 0.95 && p.sampled > 8 && p.oneWord > 0.9 && p.email < 0.3 ? 0.4 : 1);
const name: Fit = (p) =>
  plainText(p) *
  (p.code > 0.8 ? 0.4 : 1) *
  (p.distinct > 0.4 ? 1 : 0.75) *
  // A word that stands in every twentieth row names a kind of customer.
  (p.distinct < 0.05 && p.sampled > 40 ? 0.4 : 1) *
  (p.averageLength > 80 ? 0.6 : 1);

const ACCOUNT_FITS: Partial<Record<AccountField, Fit>> = {
  // One that stands in every other row is somebody else's: the owner's, the head office's.
  accountId: (p) =>
    identifier(p) *
    unique(p) *
    (p.distinct < 0.5 && p.sampled > 40 ? 0.5 : 1) *
    (p.text > 0.8 && p.code < 0.2 && p.oneWord < 0.9 ? 0.35 : 1),
  accountName: (p) => Math.max(name(p), 0.3 * p.number),
  parentId: (p) => identifier(p) * (p.code + p.number + p.shortCapitals > 0.4 ? 1 : 0.3),
  parentName: (p) =>
    clamp(plainText(p) - p.salesforceId) *
    (p.code > 0.7 && p.firm < 0.2 ? 0.4 : 1) *
    (isConstant(p) ? 0.3 : 1),
  ultimateParentId: (p) => identifier(p) * (p.code + p.number > 0.4 ? 1 : 0.3),
  ultimateParentName: (p) => plainText(p) * (p.code > 0.7 && p.firm < 0.2 ? 0.4 : 1),
  owner: person,
  ownerId: (p) => identifier(p) * (p.person > 0.6 ? 0.3 : 1),
  decisionMaker: (p) => Math.max(label(p), flag(p)) * (p.person > 0.4 || p.flag > 0.6 ? 1 : 0.7),
  currentTerritory: (p) =>
    clamp(plainText(p) + 0.6 * p.integer) * (p.distinct > 0.9 && p.sampled > 8 ? 0.4 : 1),
  // Addresses of e-mail and of the net are none.
  street: (p) =>
    Math.max(plainText(p), p.houseNumber) * (p.averageLength < 4 ? 0.4 : 1) * (1 - Math.max(p.email, p.web)),
  city,
  county: (p) => clamp(plainText(p) + 0.45 * p.integer),
  state,
  postalCode: postcode,
  country,
  currency: (p) => Math.max(share(p.currency, 0.7), 0.4 * plainText(p)),
  latitude: degrees('latitude'),
  longitude: degrees('longitude'),
  employees: (p) =>
    numeric(p) * (p.number > 0 && p.integer < 0.6 * p.number ? 0.7 : 1) * (isCoded(p) ? 0.4 : 1),
  // A probability or a grade; what is larger is money at risk, or allowed to be.
  churnRisk: (p) => (p.maximum > 1000 ? 0 : Math.max(label(p), numeric(p))),
  satisfaction: numeric,
  tier: (p) => Math.max(label(p), 0.9 * p.integer) * (p.distinct > 0.6 && p.sampled > 20 ? 0.4 : 1),
  industry: (p) => clamp(plainText(p) + 0.4 * p.integer),
  type: (p) =>
    plainText(p) * (p.distinct > 0.7 && p.sampled > 30 ? 0.4 : 1) * (p.averageLength < 1.5 ? 0.5 : 1),
  // States and countries are places; a region to sell in is a word that few share.
  region: (p) =>
    label(p) * (p.distinct > 0.5 && p.sampled > 20 ? 0.3 : 1) * clamp(1.2 - Math.max(p.state, p.country)),
  segment: (p) => label(p) * (p.distinct > 0.7 && p.sampled > 30 ? 0.4 : 1),
  lock: (p) => Math.max(label(p), flag(p)),
  coverage: (p) => label(p) * (p.distinct > 0.3 && p.sampled > 20 ? 0.4 : 1),
  named: (p) => Math.max(flag(p), p.text > 0.5 && p.distinct < 0.1 ? 0.5 : 0),
  openPipeline: money,
  wonDeals: (p) => numeric(p) * (p.maximum <= 100000 ? 1 : 0.5),
  lostDeals: (p) => numeric(p) * (p.maximum <= 100000 ? 1 : 0.5),
  productLine: label,
  potential: money,
};

const REP_FITS: Partial<Record<RepField, Fit>> = {
  repId: identifier,
  repName: (p) => clamp(plainText(p)) * (p.firm > 0.5 ? 0.6 : 1),
  firstName: plainText,
  lastName: plainText,
  email: (p) => Math.max(share(p.email), 0.3 * p.text),
  manager: (p) => clamp(plainText(p) + 0.5 * p.email + 0.6 * p.integer),
  region: (p) => label(p) * (p.state > 0.8 && p.shortCapitals > 0.8 ? 0.5 : 1),
  homeCity: city,
  homeState: state,
  homePostalCode: postcode,
  homeCountry: country,
  homeLatitude: degrees('latitude'),
  homeLongitude: degrees('longitude'),
  active: (p) => Math.max(flag(p), 0.75 * plainText(p)),
  coveredBy: (p) => clamp(plainText(p) + 0.5 * p.email),
  backfill: (p) => clamp(plainText(p) + 0.6 * p.integer + 0.5 * p.flag),
  territory: (p) => clamp(plainText(p) + 0.6 * p.integer),
  crmUserId: (p) => identifier(p) * (p.person > 0.5 ? 0.3 : 1),
  crmTerritoryId: identifier,
  role: label,
  // What grew or fell is no part of a working week.
  capacityShare: (p) => numeric(p) * (p.minimum < 0 ? 0.2 : 1),
};

/** Fit of a column's cells to an account field. */
export function accountFit(field: AccountField, profile: ColumnProfile): number {
  if (profile.sampled === 0) return EMPTY;
  return (ACCOUNT_FITS[field] ?? BY_KIND[ACCOUNT_FIELDS[field]])(profile);
}

/** Fit of a column's cells to a field of the roster. */
export function repFit(field: RepField, profile: ColumnProfile): number {
  if (profile.sampled === 0) return EMPTY;
  return (REP_FITS[field] ?? BY_KIND[REP_FIELDS[field]])(profile);
}

/**
 * What the cells alone say when the header says nothing to us, for contents that can hardly be anything
 * else. Scores stay low, so that such a column is always shown as doubtful.
 *
 * @param phrase the header's words; where it is blank or made up (`Column1`), people, firms and numbers
 *   may be guessed too
 */
export function accountGuess(field: AccountField, p: ColumnProfile, phrase: string): number {
  const nameless = NAMELESS.test(phrase);
  if (p.sampled < 5) return 0;
  const many = p.distinct > 0.6;
  const when = (yes: boolean, score: number) => (yes ? score : 0);
  switch (field) {
    case 'state':
      return when(p.state > 0.9 && p.shortCapitals > 0.9 && (p.distinct < 0.6 || p.sampled < 60), 0.58);
    case 'postalCode':
      return when(
        p.zip > 0.95 &&
          p.distinct > 0.3 &&
          p.minimum > 1000 &&
          p.maximum < 99951 &&
          nameless &&
          p.averageLength > 4.5,
        0.55,
      );
    case 'country':
      return when(p.country > 0.9 && p.averageLength > 3, 0.58);
    case 'city':
      return when(p.cityAndState > 0.8 && p.houseNumber < 0.3 && p.averageLength < 40, 0.55);
    case 'currency':
      return when(p.currency > 0.95, 0.52);
    case 'accountId':
      return Math.max(
        when(p.salesforceId > 0.9 && p.distinct > 0.95, 0.58),
        when(SOME_ID.test(phrase) && p.distinct > 0.97 && (p.code > 0.8 || p.integer > 0.95), 0.55),
      );
    case 'accountName':
      return when(nameless && p.firm > 0.4 && many && p.text > 0.9, 0.55);
    case 'owner':
      return when(nameless && p.person > 0.8 && p.distinct < 0.4 && p.shortCapitals === 0, 0.52);
    case 'latitude':
      return when(nameless && p.latitude > 0.9 && many && p.minimum > 18 && p.maximum < 72, 0.52);
    case 'longitude':
      return when(nameless && p.longitude > 0.9 && many && p.minimum < -60 && p.maximum < -60, 0.52);
    default:
      return 0;
  }
}

/** Headers that spreadsheets and exports make up where there is none. */
const NAMELESS =
  /^(?:(?:column|columna|colonne|spalte|field|feld|unnamed|col|var|f|x)? ?\d*|column [a-z]|unnamed \d+(?: level \d+)?)$/;

/** The id of something that we do not know, but of no other record, person or number that stands with accounts. */
const SOME_ID =
  /^(?!.*\b(?:parent|owner|contact|user|created|modified|type|tax|vat|phone|fax|campaign|region|territory|order|invoice|opportunity|lead|product|zip|postal|run|batch|session|person|employee|partner|hours|master|jigsaw|dandb|duns|image|photo|place)\b).*\b(?:id|code|key|number)$/;

/** Whether a column could be the accounts' names for want of a better: short texts, nearly all different. */
export function couldBeNames(p: ColumnProfile): boolean {
  const other = Math.max(
    p.email,
    p.web,
    p.phone,
    p.json,
    p.date,
    p.cityAndState,
    p.salesforceId,
    p.pointPair,
  );
  const length = p.averageLength >= 3 && p.averageLength <= 45;
  return p.sampled >= 5 && p.text > 0.85 && p.distinct > 0.85 && length && other < 0.3 && p.digitFirst < 0.5;
}

/** Of several such columns, which is likelier: words and legal forms rather than tickers and codes. */
export const namelikeness = (p: ColumnProfile): number => 2 * p.firm - p.oneWord - p.shortCapitals - p.code;
