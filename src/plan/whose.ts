import { witnessIn, type KeyKind, type RowKeys } from './account-keys';
import { once } from './once';
import { textHash } from './text-hash';

/**
 * Whose each territory is, as a workbook remembers it: twelve letters an account, whatever the account is called. It tells
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
const PRINT = 5;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** So many territories can be told apart; the last stands for none. */
const SEATS = DIGITS.length ** SEAT;
/** Where a row says nothing. */
const NOTHING = ' '.repeat(PRINT);

/** A number in so many letters, six bits each. */
function letters(value: number, count: number): string {
  let text = '';
  for (let n = 0; n < count; n++) text += DIGITS.charAt((value >>> (6 * n)) & 63);
  return text;
}

const seatText = (seat: number): string => letters(seat < 0 ? SEATS - 1 : seat, SEAT);

/** 30 bits of a text. */
function printOf(text: string): string {
  if (text === '') return NOTHING;
  let hash = textHash(text);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return letters(hash ^ (hash >>> 16), PRINT);
}

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
  const witness = witnessIn(rows);
  const [keys, names, own]: string[][] = [[], [], []];
  for (let i = 0; i < accounts.length; i++) {
    const seat = seats[i] ?? -1;
    if (seat >= SEATS - 1) return undefined;
    const row = accounts[i] ?? -1;
    keys?.push(printOf(rows.keys[row] ?? ''));
    names?.push(printOf(witness(row)));
    own?.push(seatText(seat));
  }
  const joined = (texts: readonly string[] = []): string => texts.join('');
  return { schema: 1, kind: rows.by.kind, keys: joined(keys), names: joined(names), seats: joined(own) };
}

/** What a workbook remembers, read; undefined where it remembers nothing, or what cannot be read. */
export function readWhose(stored: unknown): Whose | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { schema, kind, keys, names, seats } = stored as Partial<Record<keyof Whose, unknown>>;
  if (schema !== 1 || typeof keys !== 'string' || typeof names !== 'string' || typeof seats !== 'string')
    return undefined;
  if (kind !== 'id' && kind !== 'name' && kind !== 'row') return undefined;
  const count = seats.length / SEAT;
  if (keys.length !== count * PRINT || names.length !== keys.length) return undefined;
  return { schema, kind, keys, names, seats };
}

/**
 * Which accounts stand beside a territory that is another's: their key or their name is remembered with others alone. One
 * of the two is enough to be right: ids are numbered anew, and names corrected. Of an account that nothing is known of
 * nothing is said.
 * @param accounts the body row of each account
 * @param seatAt the territory that stands beside an account; undefined: none does
 */
export function astrayAmong(
  whose: Whose,
  rows: RowKeys,
  accounts: ArrayLike<number>,
  seatAt: (account: number) => number | undefined,
): number[] {
  const { keys, seats } = whose;
  const { isOneKind, keyOf, nameOf, byKey, byName } = memoryOf(whose, rows);
  const astray: number[] = [];
  for (let i = 0; i < accounts.length; i++) {
    const seat = seatAt(i);
    if (seat === undefined) continue;
    const text = seatText(seat);
    const row = accounts[i] ?? -1;
    const key = keyOf(row);
    // Most lists are as they were.
    if (isOneKind && keys.startsWith(key, i * PRINT) && seats.startsWith(text, i * SEAT)) continue;
    const known = byKey().get(key);
    if (known !== undefined && hasSeat(known, text)) continue;
    const named = byName().get(nameOf(row));
    if (named !== undefined ? !hasSeat(named, text) : known !== undefined) astray.push(i);
  }
  return astray;
}

/** What is recalled of an account that nothing is known of. */
export const UNKNOWN = -2;

/**
 * The territory that is remembered of each account, by its key and its name.
 * @param accounts the body row of each account
 * @returns N values: place in the record, −1 for one that had none, `UNKNOWN` where nothing, or more than one thing, is known
 */
export function recallSeats(whose: Whose, rows: RowKeys, accounts: ArrayLike<number>): Int32Array {
  const { keys, names, seats } = whose;
  const { isOneKind, keyOf, nameOf, byKey, byName } = memoryOf(whose, rows);
  return Int32Array.from({ length: accounts.length }, (_, i) => {
    const row = accounts[i] ?? -1;
    const key = keyOf(row);
    const name = nameOf(row);
    const isSame = isOneKind && keys.startsWith(key, i * PRINT) && names.startsWith(name, i * PRINT);
    // Most lists are as they were.
    if (isSame && key !== NOTHING) return seatIn(seats, i * SEAT);
    const [known, named] = [byKey().get(key), byName().get(name)];
    const both = known && named && sharedBy(known, named);
    // Where key and name speak of different accounts ids were numbered anew: names are what stays.
    const seat = both !== undefined && both !== '' ? both : (named ?? known);
    return seat?.length === SEAT ? seatIn(seat, 0) : UNKNOWN;
  });
}

/** Territories that are in both. */
function sharedBy(known: string, named: string): string {
  let shared = '';
  for (let at = 0; at < known.length; at += SEAT)
    if (hasSeat(named, known.slice(at, at + SEAT))) shared += known.slice(at, at + SEAT);
  return shared;
}

function seatIn(text: string, at: number): number {
  let seat = 0;
  for (let n = SEAT - 1; n >= 0; n--) seat = seat * 64 + DIGITS.indexOf(text.charAt(at + n));
  return seat === SEATS - 1 ? -1 : seat;
}

/** What is remembered, as it is asked about rows of now: prints by body row, and the territories known with each print. */
function memoryOf({ kind, keys, names, seats }: Whose, rows: RowKeys) {
  const isOneKind = kind === rows.by.kind;
  const witness = witnessIn(rows);
  return {
    isOneKind,
    keyOf: (row: number) => printOf(rows.keys[row] ?? ''),
    nameOf: (row: number) => printOf(witness(row)),
    byKey: once(() => (isOneKind ? seatsBy(keys, seats) : new Map<string, string>())),
    byName: once(() => seatsBy(names, seats)),
  };
}

function hasSeat(known: string, seat: string): boolean {
  for (let at = 0; at < known.length; at += SEAT) if (known.startsWith(seat, at)) return true;
  return false;
}

/** All territories that are remembered with a print. */
function seatsBy(prints: string, seats: string): Map<string, string> {
  const found = new Map<string, string>();
  for (let n = 0; n * SEAT < seats.length; n++) {
    const print = prints.slice(n * PRINT, (n + 1) * PRINT);
    if (print === NOTHING) continue;
    const seat = seats.slice(n * SEAT, (n + 1) * SEAT);
    const known = found.get(print);
    if (known === undefined) found.set(print, seat);
    else if (!hasSeat(known, seat)) found.set(print, known + seat);
  }
  return found;
}
