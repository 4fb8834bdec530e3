import { isBlank, trimText } from '../cells/cell-text';
import { accountDictionary, repDictionary } from './dictionaries';
import type { HeaderDictionary } from './header-score';
import { withoutPrefix } from './header-words';
import type { Range } from './ranges';

/** Why a table was taken, or put behind others. */
export type TableReason =
  | { readonly code: 'fields'; readonly count: number; readonly of: number }
  | { readonly code: 'rows'; readonly count: number }
  | { readonly code: 'headerBelowTop'; readonly row: number }
  | { readonly code: 'plainRange' }
  | { readonly code: 'hiddenSheet' }
  | { readonly code: 'name'; readonly word: string };

/** A range that may be the accounts, or the reps. */
export interface TableChoice {
  readonly sheet: string;
  /** Name of the Excel table; absent for a plain range. */
  readonly table?: string;
  /** 1-based worksheet row of the header and column of the first cell. */
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly columnCount: number;
  /** Body rows, blank ones at the end included. */
  readonly rowCount: number;
  /** 0…1: how surely this is what was looked for. */
  readonly score: number;
  readonly reasons: readonly TableReason[];
}

/** Fields that tell an account table, and a roster, from other tables; and how much each tells. */
const ACCOUNT_MARKS: Readonly<Record<string, number>> = {
  accountName: 3,
  accountId: 2,
  owner: 2,
  ownerId: 1,
  city: 2,
  state: 1.5,
  postalCode: 2,
  country: 1,
  latitude: 1,
  longitude: 1,
  annualRevenue: 1,
  employees: 1,
  industry: 1.5,
  potential: 1.5,
  arr: 1.5,
  openPipeline: 1.5,
  parentId: 1,
  type: 0.5,
  segment: 0.5,
  currentTerritory: 0.5,
  street: 1,
  lastActivity: 1,
  renewalDate: 1,
};
const REP_MARKS: Readonly<Record<string, number>> = {
  repName: 2,
  lastName: 1.5,
  repId: 2,
  email: 1,
  role: 1.5,
  manager: 1.5,
  hireDate: 2.5,
  startDate: 1,
  base: 1.5,
  variable: 1.5,
  ote: 2.5,
  quota: 2,
  commission: 1.5,
  bonus: 1,
  capacityHours: 1,
  capacityShare: 1,
  maxAccounts: 1.5,
  homePostalCode: 0.5,
  homeCity: 0.5,
  territory: 1,
  backfill: 1.5,
  coveredBy: 1,
  active: 0.5,
  attainment: 1.5,
  crmUserId: 1,
  bookingsYtd: 1,
};
/** Fields of other tables: contacts, leads, opportunities, orders and addresses are not accounts. */
export const FOREIGN =
  /^(?:stage ?name|stage|probability|opportunity ?(?:id|name)|deal ?name|deal ?stage|order ?(?:id|number|date|key|quantity)|product ?(?:id|key|number)|salutation|quota ?date|line ?number|sales ?order.*|lead ?source|is ?converted|unit ?price|invoice.*|due ?date(?: ?key)?|quantity|ship ?via|freight)$/i;

/** What a kind of table is told by. */
export interface Kind {
  readonly dictionary: HeaderDictionary;
  readonly marks: Readonly<Record<string, number>>;
  /** Dictionary and fields of the other kind: each found speaks against this one. */
  readonly other: HeaderDictionary;
  readonly against: ReadonlySet<string>;
  /** Headers of tables that share fields with this kind, such as contacts with accounts. */
  readonly foreign: RegExp;
  /** Headers of what this kind is never keyed by: a list with a customer in every row is no team. */
  readonly keyed?: RegExp;
  /** Fields that name a row: if their values repeat, it is a list of something else about them. */
  readonly once: readonly string[];
  /** Words in the name of the sheet or table. */
  readonly name: RegExp;
}

export const ACCOUNTS: Kind = {
  dictionary: accountDictionary,
  marks: ACCOUNT_MARKS,
  other: repDictionary,
  against: new Set(
    'hireDate ote base variable quota commission role capacityHours maxAccounts manager attainment'.split(
      ' ',
    ),
  ),
  foreign: /^(?:first|last)[_ ]?name$|^salutation$|^contact[_ ]?id$|^birth[_ ]?date$/i,
  once: [],
  name: /account|customer|client|kunde|compan|firm|store|prospect|hospital|cuenta|cliente|compte/i,
};
export const REPS: Kind = {
  dictionary: repDictionary,
  marks: REP_MARKS,
  other: accountDictionary,
  against: new Set(
    'annualRevenue employees parentId parentName ultimateParentId owner arr openPipeline potential street'.split(
      ' ',
    ),
  ),
  // What the CRMs put before the columns of a lead, a deal or a contact: `Lead - Title`.
  foreign:
    /^contact[_ ]?name$|^industry$|^phone ?\d$|^(?:lead|deal|activity|aktivität|contact|kontakt) ?[-–:] /i,
  keyed: /^(?:account|customer|client|company|acct)(?:[_ ]?(?:id|name|number|no\.?))?$/i,
  once: ['repId', 'repName'],
  name: /\breps?\b|roster|team|sales ?people|salespers|seller|\baes?\b|mitarbeiter|vertrieb|employee|headcount|staff|vendedor|equipe/i,
};

/** The field that a header most surely means in a dictionary, if surely enough. */
export function meant(
  dictionary: HeaderDictionary,
  header: string,
  least: number,
): [string, number] | undefined {
  let best: [string, number] | undefined;
  for (const entry of dictionary.scores(header).scores) if (entry[1] >= (best?.[1] ?? least)) best = entry;
  return best;
}

/** True if the values of a column repeat among the rows that the survey shows. */
function repeats({ sheet, headerRow, firstColumn }: Range, column: number | undefined): boolean {
  if (column === undefined) return false;
  const values = sheet.top
    .slice(headerRow - sheet.firstRow + 1)
    .map((row) => row[firstColumn - sheet.firstColumn + column])
    .filter((cell) => !isBlank(cell));
  return values.length >= 8 && new Set(values).size < 0.6 * values.length;
}

const KEYED = 4;

/** How surely a range is of a kind. */
export function judge(
  range: Range,
  { dictionary, marks, other, against, foreign, keyed, once, name }: Kind,
): TableChoice {
  const found = new Map<string, number>();
  const columns = new Map<string, number>();
  let points = 0;
  withoutPrefix(range.headers).forEach((header, column) => {
    if (FOREIGN.test(trimText(header).replace(/[_\s]+/g, ' '))) points -= 1.5;
    if (foreign.test(header)) points -= 1.5;
    if (keyed?.test(header) === true) points -= KEYED;
    const best = meant(dictionary, header, 0.7);
    if (best && best[1] > (found.get(best[0]) ?? 0)) {
      found.set(...best);
      columns.set(best[0], column);
    }
    // `Rep Name` is a holder in a list of accounts, but it is what a team list is made of.
    const others = meant(other, header, 0.9);
    if (others !== undefined && against.has(others[0]) && (best === undefined || best[1] < others[1]))
      points -= 1.2;
  });
  if (once.some((field) => repeats(range, columns.get(field)))) points -= 4;
  for (const [field, weight] of found) points += (marks[field] ?? 0.2) * weight;
  const reasons: TableReason[] = [
    { code: 'fields', count: found.size, of: range.headers.length },
    { code: 'rows', count: range.rowCount },
  ];
  // `sales_reps` names reps as `Sales Reps` does.
  const words = (text: string) => text.replace(/[_.-]+/g, ' ');
  const named = name.exec(words(range.table ?? '')) ?? name.exec(words(range.sheet.sheet));
  if (named) {
    points += 1.5;
    reasons.push({ code: 'name', word: named[0] });
  }
  if (range.table === undefined) {
    reasons.push({ code: 'plainRange' });
    if (range.headerRow > range.sheet.firstRow)
      reasons.push({ code: 'headerBelowTop', row: range.headerRow });
  }
  if (!range.sheet.visible) {
    points -= 3;
    reasons.push({ code: 'hiddenSheet' });
  }
  if (range.rowCount < 2) points -= 2;
  // Half sure at four points; the more speaks for it the closer to one.
  const score = points <= 0 ? 0 : points / (points + 4);
  return {
    sheet: range.sheet.sheet,
    ...(range.table === undefined ? {} : { table: range.table }),
    headerRow: range.headerRow,
    firstColumn: range.firstColumn,
    columnCount: range.headers.length,
    rowCount: range.rowCount,
    score,
    reasons,
  };
}
