import type { Cell, SourceTable } from '../../plan/cells';
import type { AccountField } from '../../plan/fields';
import { isBlank, trimText } from '../cells/cell-text';
import { accountDictionary, repDictionary } from '../headers/dictionaries';
import type { CellKind } from './cell-kinds';
import { profileColumn, type ColumnProfile } from './profile';

/** Rows without a row of headers, and what their columns are taken for by their values. */
export interface HeaderlessColumns {
  readonly rowCount: number;
  readonly columns: readonly { readonly cells: readonly Cell[]; readonly field?: AccountField }[];
  /** Days, numbers, and nothing that names a row: what was sold, not whom to. Which column is the customer's nobody knows. */
  readonly isOfSales: boolean;
}

/** Kinds of cells that a word in a header hardly is. */
const TELLING: readonly CellKind[] = [
  'number',
  'date',
  'email',
  'web',
  'phone',
  'postcode',
  'shortCapitals',
  'person',
  'houseNumber',
  'country',
  'latitude',
  'longitude',
];
const ROWS = 4;

/**
 * The columns of a table whose first row is data like the others: two of its cells at least are of the kind that
 * their column is, and none is a header that anybody writes. Undefined for a table with headers.
 */
export function headerlessColumns(source: SourceTable): HeaderlessColumns | undefined {
  if (source.table !== undefined || source.rowCount < ROWS) return undefined;
  const known = (header: string) =>
    Math.max(
      0,
      ...accountDictionary.scores(header).scores.values(),
      ...repDictionary.scores(header).scores.values(),
    );
  const meant = source.headers.filter(
    (header) => !isBlank(header) && known(header) >= 0.6 && !looksLikeData(header),
  );
  let alike = 0;
  let surely = 0;
  source.headers.forEach((header, c) => {
    if (isBlank(header)) return;
    const column = profileColumn(source.columns[c] ?? [], source.formats[c]);
    const own = profileColumn([typed(header)]);
    const isLike = (kind: CellKind) => column[kind] > 0.8 && own[kind] === 1;
    if (column.sampled < 3 || !TELLING.some(isLike)) return;
    alike++;
    if (isLike('web') || isLike('email')) surely++;
  });
  // A word of a first row may be a header's by chance (`Competitor`), where an address of the net beside it is not.
  if (alike < 2 || (meant.length > 0 && (surely === 0 || meant.length >= alike))) return undefined;
  const columns = source.columns.map((cells, c) => [typed(source.headers[c] ?? ''), ...cells]);
  const read = named(columns);
  return { rowCount: source.rowCount + 1, columns: read, isOfSales: isOfSales(read, columns) };
}

/** Names of customers stand once or twice in a list of them. */
const NAMES_ONCE = 0.8;
const OF_A_PLACE: readonly AccountField[] = ['street', 'city', 'postalCode', 'latitude'];

/** True of rows with a day each whose names come again and again, and that say no place. */
function isOfSales(columns: HeaderlessColumns['columns'], cells: readonly (readonly Cell[])[]): boolean {
  if (columns.some(({ field }) => field !== undefined && OF_A_PLACE.includes(field))) return false;
  const profiles = cells.map((column) => profileColumn(column));
  if (!profiles.some((p) => p.date > 0.8) || !profiles.some((p) => p.number > 0.8 && p.date < 0.5))
    return false;
  const isName = (p: ColumnProfile, column: readonly Cell[]) =>
    p.text > 0.8 && p.date < 0.3 && p.code < 0.5 && timeShare(column) < 0.3;
  return !profiles.some((p, c) => isName(p, cells[c] ?? []) && distinctShare(cells[c] ?? []) >= NAMES_ONCE);
}

const TIME = /^\d{1,2}[:h]\d{2}(?::\d{2})?$/i;
const timeShare = (column: readonly Cell[]): number =>
  column.filter((cell) => typeof cell === 'string' && TIME.test(cell.trim())).length /
  Math.max(1, column.length);

function distinctShare(column: readonly Cell[]): number {
  const filled = column.filter((cell) => !isBlank(cell));
  return new Set(filled.map((cell) => String(cell).trim().toLowerCase())).size / Math.max(1, filled.length);
}

/** A header cell is text however it was typed: a number in it is one again. */
function typed(header: string): Cell {
  const text = trimText(header);
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

const looksLikeData = (header: string): boolean => /\d/.test(header);

function named(columns: readonly (readonly Cell[])[]): HeaderlessColumns['columns'] {
  const profiles = columns.map((cells) => profileColumn(cells));
  const fields = new Map<number, AccountField>();
  const free = (c: number) => !fields.has(c) && (profiles[c]?.sampled ?? 0) > 0;
  const best = (score: (p: ColumnProfile, c: number) => number, field: AccountField) => {
    let at = -1;
    let most = 0;
    profiles.forEach((profile, c) => {
      const value = free(c) ? score(profile, c) : 0;
      if (value > most) {
        most = value;
        at = c;
      }
    });
    if (at >= 0) fields.set(at, field);
    return at;
  };
  // Two columns of fine degrees side by side.
  for (let c = 0; c + 1 < profiles.length; c++) {
    const [a, b] = [profiles[c], profiles[c + 1]];
    if (a === undefined || b === undefined || a.latitude < 0.9 || b.longitude < 0.9 || a.averageLength < 5)
      continue;
    fields.set(c, 'latitude');
    fields.set(c + 1, 'longitude');
    break;
  }
  const isPlain = (p: ColumnProfile) =>
    p.text > 0.85 && p.email < 0.3 && p.web < 0.3 && p.phone < 0.3 && p.date < 0.3 && p.json < 0.1;
  const state = best((p) => (p.state > 0.9 && p.shortCapitals > 0.9 ? p.state : 0), 'state');
  best((p) => (p.country > 0.9 && p.averageLength > 3 ? p.country : 0), 'country');
  const postcode = best(
    (p) =>
      Math.max(p.postcode, p.zip) > 0.9 &&
      p.averageLength > 4.2 &&
      p.averageLength < 10 &&
      p.phone < 0.3 &&
      // Eleven figures without a sign of money are a telephone's.
      (p.averageLength < 9 || p.money > 0.5) &&
      !isAmount(p)
        ? 1
        : 0,
    'postalCode',
  );
  // A town stands before its state or postcode; so may a blank column.
  for (const anchor of [state, postcode]) {
    if ([...fields.values()].includes('city')) break;
    for (let c = anchor - 1; c >= 0 && c >= anchor - 3; c--) {
      const p = profiles[c];
      if (p === undefined || !free(c)) continue;
      const mayBeTown = isPlain(p) && p.houseNumber < 0.5 && p.filled > 0.3 && p.averageLength < 25;
      if (mayBeTown && !isOncePerRow(p) && !isAddressOfJapan(columns[c] ?? []) && c > 0) {
        fields.set(c, 'city');
        break;
      }
    }
  }
  best((p) => (p.person > 0.7 && p.firm < 0.2 && p.distinct < 0.5 ? p.person : 0), 'owner');
  best((p) => (isNumbered(p) ? 1 : 0), 'accountId');
  if (![...fields.values()].includes('accountId'))
    best(
      (p, c) =>
        p.code > 0.8 && p.distinct > 0.97 && p.oneWord > 0.9 && !isOfPhones(columns[c] ?? []) ? 1 : 0,
      'accountId',
    );
  best((_, c) => (isAddressOfJapan(columns[c] ?? []) ? 1 : 0), 'street');
  // Numbers that count the rows are no amount.
  const running = profiles.findIndex((p) => isRunning(p, columns[0]?.length ?? 0));
  if (running >= 0 && free(running) && ![...fields.values()].includes('accountId'))
    fields.set(running, 'accountId');
  const isWithHouse = (p: ColumnProfile) =>
    isPlain(p) && Math.max(p.houseNumber, p.digitFirst) > 0.5 && p.oneWord < 0.2;
  if (![...fields.values()].includes('street'))
    best((p) => (isWithHouse(p) && p.averageLength > FULL_ADDRESS ? 1 : 0), 'street');
  best(
    (p, c) =>
      isPlain(p) && p.distinct > 0.5
        ? p.distinct + 0.5 * p.firm - 0.05 * c - 0.5 * p.code * (p.oneWord > 0.9 ? 1 : 0)
        : 0,
    'accountName',
  );
  if (![...fields.values()].includes('street')) best((p) => (isWithHouse(p) ? 1 : 0), 'street');
  best(
    (p) => (isAmount(p) && !isRunning(p, columns[0]?.length ?? 0) && !isNumbered(p) ? p.maximum : 0),
    'bookingsYtd',
  );
  return columns.map((cells, c) => {
    const field = fields.get(c);
    return field === undefined ? { cells } : { cells, field };
  });
}

/** Whole numbers of one length, six figures or more, each another one: numbers of records. Amounts differ in length. */
const isNumbered = (p: ColumnProfile): boolean =>
  p.integer > 0.97 &&
  p.distinct > 0.97 &&
  p.sampled >= MANY &&
  p.minimum >= 1e5 &&
  Math.floor(Math.log10(p.minimum)) === Math.floor(Math.log10(p.maximum)) &&
  p.money < 0.1;

/** Towns come again among so many rows; a column without repetition names something else. */
const MANY = 50;
const isOncePerRow = (p: ColumnProfile): boolean => p.sampled >= MANY && p.distinct > 0.95;

const shareOf = (column: readonly Cell[], pattern: RegExp): number => {
  const filled = column.filter((cell) => !isBlank(cell)).slice(0, 200);
  return filled.filter((cell) => pattern.test(String(cell))).length / Math.max(1, filled.length);
};

/** `千葉市中央区亥鼻1-8-1`: a town or quarter, and a number after it. */
const isAddressOfJapan = (column: readonly Cell[]): boolean =>
  shareOf(column, /[市区町村郡].{0,30}[\d０-９一二三四五六七八九十]/) > 0.6;
const isOfPhones = (column: readonly Cell[]): boolean =>
  shareOf(column, /^[+(]?\d{2,5}[)\- ]\d{1,4}[- ]\d{3,4}$/) > 0.8;

/** So long is an address with its postcode and town, in the mean. */
const FULL_ADDRESS = 22;

/** Whole numbers, each another one, about as many as from the smallest to the largest. */
const isRunning = (p: ColumnProfile, rows: number): boolean =>
  p.integer > 0.97 && p.distinct > 0.97 && p.maximum - p.minimum < 1.5 * rows;

/** Numbers that differ and are no ids, years or postcodes written small. */
const isAmount = (p: ColumnProfile): boolean =>
  p.number > 0.9 &&
  p.minimum >= 0 &&
  p.maximum >= 1000 &&
  p.distinct > 0.3 &&
  p.phone < 0.1 &&
  p.date < 0.5 &&
  // Ten figures and more without a sign of money are a telephone's.
  (p.averageLength < 9 || p.money > 0.5);
