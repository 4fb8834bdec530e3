import { shortPrint, witnessIn, SHORT_PRINT, type KeyKind, type RowKeys } from './account-keys';

/**
 * Whose each territory is, as a workbook remembers it: fourteen letters an account, whatever the account is called. It tells
 * whether the accounts still stand beside what a plan said of them, when the pane that wrote it is long gone.
 */
export interface Whose {
  readonly schema: 1;
  readonly kind: KeyKind;
  /** A print of each account's key, one after the other. */
  readonly keys: string;
  /** The same of what bears witness beside it: name and place, most of the time. */
  readonly names: string;
  /** Each account's territory, by its place in the record. */
  readonly seats: string;
}

const SEAT = 2;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** So many territories can be told apart; the last stands for none. */
const SEATS = DIGITS.length ** SEAT;

const seatText = (seat: number): string => {
  const n = seat < 0 ? SEATS - 1 : seat;
  return (DIGITS[Math.floor(n / DIGITS.length)] ?? '') + (DIGITS[n % DIGITS.length] ?? '');
};

/**
 * @param rows the list's keys, by body row
 * @param accounts the body row of each account
 * @param seats the territory of each, −1 none
 * @returns undefined where there are too many territories
 */
export function rememberWhose(
  rows: RowKeys,
  accounts: ArrayLike<number>,
  seats: ArrayLike<number>,
): Whose | undefined {
  if (Array.from(seats).some((seat) => seat >= SEATS - 1)) return undefined;
  const prints = printsOf(rows);
  const keys: string[] = [];
  const names: string[] = [];
  const own: string[] = [];
  Array.from(accounts).forEach((row, i) => {
    keys.push(prints.key(row));
    names.push(prints.name(row));
    own.push(seatText(seats[i] ?? -1));
  });
  return { schema: 1, kind: rows.by.kind, keys: keys.join(''), names: names.join(''), seats: own.join('') };
}

/** Blank where a row says nothing. */
const NOTHING = ' '.repeat(SHORT_PRINT);

function printsOf(rows: RowKeys): { key: (row: number) => string; name: (row: number) => string } {
  const witness = witnessIn(rows);
  const print = (text: string): string => (text === '' ? NOTHING : shortPrint(text));
  return { key: (row) => print(rows.keys[row] ?? ''), name: (row) => print(witness(row)) };
}

/** What a workbook remembers, read; undefined where it remembers nothing, or what cannot be read. */
export function readWhose(stored: unknown): Whose | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { schema, kind, keys, names, seats } = stored as Partial<Record<keyof Whose, unknown>>;
  if (schema !== 1 || typeof keys !== 'string' || typeof names !== 'string' || typeof seats !== 'string')
    return undefined;
  if (kind !== 'id' && kind !== 'name' && kind !== 'row') return undefined;
  const count = seats.length / SEAT;
  if (keys.length !== count * SHORT_PRINT || names.length !== keys.length) return undefined;
  return { schema, kind, keys, names, seats };
}

/**
 * Which rows stand beside a territory that is another account's: their key or their name is remembered with others
 * alone. One of them is enough to be right: ids are numbered anew, and names corrected. Of a row that nothing is known
 * of nothing is said.
 * @param seatAt the territory that stands in a row; undefined: none stands there
 */
export function astrayRows(
  { kind, keys, names, seats }: Whose,
  rows: RowKeys,
  accounts: ArrayLike<number>,
  seatAt: (account: number) => number | undefined,
): number[] {
  const isOneKind = kind === rows.by.kind;
  const byKey = isOneKind ? seatsBy(keys, seats) : new Map<string, string>();
  // Without an id the key is the name, and the witness none.
  const byName = seatsBy(names, seats);
  const prints = printsOf(rows);
  return Array.from(accounts).flatMap((row, i) => {
    const seat = seatAt(i);
    if (seat === undefined) return [];
    const found = [byKey.get(prints.key(row)), byName.get(prints.name(row))].filter(
      (known) => known !== undefined,
    );
    const text = seatText(seat);
    return found.length === 0 || found.some((known) => hasSeat(known, text)) ? [] : [i];
  });
}

const hasSeat = (known: string, seat: string): boolean => {
  for (let at = 0; at < known.length; at += SEAT) if (known.startsWith(seat, at)) return true;
  return false;
};

/** All territories that are remembered with a print. */
function seatsBy(prints: string, seats: string): Map<string, string> {
  const found = new Map<string, string>();
  for (let n = 0; n * SEAT < seats.length; n++) {
    const print = prints.slice(n * SHORT_PRINT, (n + 1) * SHORT_PRINT);
    if (print === NOTHING) continue;
    const seat = seats.slice(n * SEAT, (n + 1) * SEAT);
    const known = found.get(print);
    if (known === undefined) found.set(print, seat);
    else if (!hasSeat(known, seat)) found.set(print, known + seat);
  }
  return found;
}
