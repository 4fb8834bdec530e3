import { foldText } from '../exact/fold-text';
import { isDateCell, listRanges } from '../intake';
import { columnKey } from '../loads/exports';
import { idKey, nameKey } from '../loads/people';
import { accountLabel } from '../plan/accounts';
import { columnLetters, type Cell, type SourceTable } from '../plan/cells';
import { ofAccounts, type LoggedChange } from '../plan/change-log';
import { textAt } from '../plan/columns';
import { Failure } from '../plan/failures';
import { MAIN_LAYER } from '../plan/layer';
import { columnsInUse, namesOf, ownSheets } from '../plan/ownership';
import { changesByAccount, isSamePlace, placeOn, serialDay, daySerial } from '../plan/schedule';
import { moneyFormat } from '../reports/amounts';
import { attainmentSheet } from '../reports/attainment';
import type { AttainmentContext, Booked, Credit } from '../reports/attainment/context';
import { SETTING_WORDS, type AttainmentSetting } from '../reports/attainment/layout';
import type { ReportContext, StandingContext } from '../reports/context';
import { columnRef } from '../reports/spec';
import { holderIn } from './compare-sources';
import { knownBy } from './changes';
import { readOwnTable } from './own-table';
import { settingsOnSheet } from './settings-on-sheet';
import { isSummed } from './plain-columns';
import type { TableRef, WorkbookPort } from './ports';
import { ownersIn } from './schedule';
import { headerOf } from './understanding/header-of';
import { ourColumn } from './understanding/our-column';
import type { Understanding } from './understanding/understand';

/** What the table of bookings, or its sheet, is called. */
const CALLED = ['bookings', 'abschlüsse', 'buchungen'].map(foldText);

/** What its columns are called, first the likelier; keys of headers. */
const COLUMNS = {
  account: ['account id', 'account', 'account name', 'customer', 'kundennummer', 'kunde'],
  closed: ['close date', 'closed', 'booking date', 'date', 'abschlussdatum', 'datum'],
  amount: ['amount', 'bookings', 'booked', 'acv', 'tcv', 'betrag'],
  deal: [
    'deal',
    'deal id',
    'booking id',
    'order id',
    'opportunity',
    'opportunity id',
    'opportunity name',
    'id',
    'geschäft',
  ],
  rep: ['credited rep', 'credited to', 'rep', 'sales rep', 'seller', 'gutschrift an', 'verkäufer'],
  split: ['split %', 'split', 'credit %', 'anteil', 'anteil %'],
} as const;
type BookingColumn = keyof typeof COLUMNS;

/**
 * What was booked, and against what: a table Bookings where there is one, else what the list says of the year.
 * @param at ISO time
 * @throws Failure `noActuals`, `bookingsColumns`
 */
export async function attainmentContext(
  understanding: Pick<Understanding, 'settings' | 'book' | 'list' | 'choices'>,
  standing: ReportContext | StandingContext,
  workbook: WorkbookPort,
  hasQuota: boolean,
  at: string,
): Promise<AttainmentContext> {
  const { exchange } = understanding.choices;
  return {
    ...standing,
    booked:
      (await fromTable(understanding, standing, workbook)) ??
      (await fromList(understanding, standing, workbook)),
    hasQuota,
    money: moneyFormat(exchange.base ?? exchange.currencies[0], '#,##0'),
    typed: await attainmentTyped(understanding, workbook),
    at,
  };
}

/** What users typed on the sheet as it stands; nothing where it does not. */
export async function attainmentTyped(
  { book: { survey } }: Pick<Understanding, 'book'>,
  workbook: WorkbookPort,
): Promise<ReadonlyMap<AttainmentSetting, Cell>> {
  return settingsOnSheet(workbook, survey, attainmentSheet.key, 'attainmentSettings', SETTING_WORDS);
}

/** The last day of what is closed, ISO; undefined where nothing is. */
export async function closedThrough(
  understanding: Pick<Understanding, 'book'>,
  workbook: WorkbookPort,
): Promise<string | undefined> {
  const day = (await attainmentTyped(understanding, workbook)).get('closed');
  return typeof day === 'number' && day > 0 ? serialDay(day) : undefined;
}

/** Whether there is something booked to be told: what stands on a sheet of ours is not written anew without. */
export async function canAttain(
  understanding: Pick<Understanding, 'book' | 'list'>,
  workbook: WorkbookPort,
): Promise<boolean> {
  const found = await bookingsIn(understanding, workbook);
  return found === undefined ? headerOfYear(understanding) !== undefined : found.missing.length === 0;
}

/** The column of what the list says was booked this year; undefined where formulas cannot sum one. */
function headerOfYear({ list, book }: Pick<Understanding, 'book' | 'list'>): string | undefined {
  const ours = columnsInUse(namesOf(book.owned, MAIN_LAYER));
  return (
    ours['read:bookingsYtd'] ?? (isSummed(list, 'bookingsYtd') ? headerOf(list, 'bookingsYtd') : undefined)
  );
}

/** The table Bookings, its columns, and those that it lacks; undefined where there is none. */
async function bookingsIn({ book, list }: Pick<Understanding, 'book' | 'list'>, workbook: WorkbookPort) {
  const isList = ({ sheet, headerRow, firstColumn }: TableRef) =>
    sheet === list.ref.sheet && headerRow === list.ref.headerRow && firstColumn === list.ref.firstColumn;
  const found = listRanges(book.survey, ownSheets(book.owned)).find(
    (one) => !isList(one) && [one.table, one.sheet].some((name) => CALLED.includes(foldText(name ?? ''))),
  );
  if (found === undefined) return undefined;
  const { headers: _, ...ref } = found;
  const source = await workbook.read(ref);
  const at = columnsOf(source);
  const missing = (['account', 'closed', 'amount'] as const).filter((key) => at[key] === undefined);
  return { ref, source, at, missing };
}

async function fromList(
  understanding: Pick<Understanding, 'book' | 'list'>,
  { record }: StandingContext,
  workbook: WorkbookPort,
): Promise<Booked> {
  const { book } = understanding;
  const header = headerOfYear(understanding);
  if (header === undefined) throw new Failure('noActuals');
  const log = ofAccounts(book.logged?.log ?? []);
  const table = await readOwnTable(workbook, book.survey, 'change-log', 'changeLog');
  return {
    from: 'list',
    header,
    isLogged: table?.column('booked') !== undefined,
    came: record.territories.map(({ name }) =>
      log.reduce(
        (sum, { from, to, booked = 0 }) =>
          sum + booked * (Number(isSamePlace(to, name)) - Number(isSamePlace(from, name))),
        0,
      ),
    ),
  };
}

async function fromTable(
  understanding: Pick<Understanding, 'settings' | 'book' | 'list'>,
  standing: ReportContext | StandingContext,
  workbook: WorkbookPort,
): Promise<Booked | undefined> {
  const bookings = await bookingsIn(understanding, workbook);
  if (bookings === undefined) return undefined;
  const { ref, source, at, missing } = bookings;
  const name = ref.table ?? ref.sheet;
  if (missing.length > 0)
    throw new Failure('bookingsColumns', { name, columns: missing.map((key) => COLUMNS[key][0]).join(', ') });
  const cell = (key: BookingColumn, row: number): Cell => source.columns[at[key] ?? -1]?.[row] ?? '';
  const whose = crediting(understanding, standing);
  const credits: Credit[] = [];
  let unread = 0;
  let total = 0;
  for (let row = 0; row < source.rowCount; row++) {
    const closed = dayOf(cell('closed', row));
    const amount = cell('amount', row);
    if (typeof amount === 'number') total += amount;
    const split = partOf(cell('split', row));
    const isDate = isDateCell(source, at.amount ?? -1, row);
    if (closed === undefined || typeof amount !== 'number' || isDate || split === undefined) {
      if (source.columns.some((column) => String(column[row] ?? '') !== '')) unread++;
      continue;
    }
    const account = String(cell('account', row)).trim();
    const rep = String(cell('rep', row)).trim();
    credits.push({
      deal: String(cell('deal', row)).trim(),
      closed,
      amount,
      split,
      ...whose(account, rep, serialDay(closed)),
    });
  }
  const amounts =
    ref.table === undefined
      ? rangeOf(source, at.amount ?? 0)
      : columnRef(ref.table, source.headers[at.amount ?? 0] ?? '');
  return { from: 'table', name, credits, unread, amounts, total: Math.round(total * 100) / 100 };
}

function columnsOf({ headers }: SourceTable): Partial<Record<BookingColumn, number>> {
  const keys = headers.map(columnKey);
  const taken = new Set<number>();
  const entries = (Object.keys(COLUMNS) as BookingColumn[]).flatMap((key) => {
    const at = COLUMNS[key]
      .map((word) => keys.indexOf(columnKey(word)))
      .find((column) => column >= 0 && !taken.has(column));
    if (at === undefined) return [];
    taken.add(at);
    return [[key, at] as const];
  });
  return Object.fromEntries(entries);
}

function rangeOf({ sheet, firstRow, firstColumn, rowCount }: SourceTable, column: number): string {
  const letters = columnLetters(firstColumn + column);
  return `'${sheet.replaceAll("'", "''")}'!$${letters}$${firstRow}:$${letters}$${firstRow + rowCount - 1}`;
}

/** 1900 serial of a cell that is a date, or an ISO day as text. */
function dayOf(cell: Cell): number | undefined {
  if (typeof cell === 'number') return cell > 0 ? Math.floor(cell) : undefined;
  const [, day] = /^\s*(\d{4}-\d{2}-\d{2})/.exec(String(cell)) ?? [];
  const serial = day === undefined ? NaN : daySerial(day);
  return Number.isNaN(serial) ? undefined : serial;
}

/** 0 … 1; blank is the whole. Above 1 it is per cent. */
function partOf(cell: Cell): number | undefined {
  const text = String(cell).trim();
  if (text === '') return 1;
  const isPercent = text.endsWith('%');
  const value = typeof cell === 'number' ? cell : Number(text.replace('%', ''));
  if (Number.isNaN(value) || value < 0) return undefined;
  return isPercent || value > 1 ? value / 100 : value;
}

/** Whom a booking of an account is credited to that closed on a day, and in which territory. */
function crediting(
  understanding: Pick<Understanding, 'settings' | 'book' | 'list'>,
  standing: ReportContext | StandingContext,
): (account: string, rep: string, day: string) => Pick<Credit, 'account' | 'rep' | 'id' | 'why'> {
  const { list, book } = understanding;
  const { record } = standing;
  const { accounts } = list;
  const accepted = ourColumn({ whole: list.whole, owned: book.owned }, 'accepted');
  const log = book.logged?.log ?? [];
  const changes = changesByAccount(ofAccounts(log));
  const owners = ownersIn(understanding, record);
  // Written along with a new plan, its columns are not there yet.
  const holder = 'plan' in standing ? standing.holder : holderIn(understanding);
  const begins = record.settings.effectiveFrom ?? record.designedAt.slice(0, 10);
  const found = accountsBy(understanding);
  const territoryOf = (rep: string, place: number): string => {
    const isHis = (j: number) => owners[j] !== '' && nameKey(owners[j] ?? '') === nameKey(rep);
    const j = isHis(place) ? place : owners.findIndex((_, k) => isHis(k));
    return record.territories[j >= 0 ? j : place]?.id ?? '';
  };
  /** Nothing of it was accepted yet: whoever had it before the plan has it. */
  const isWaiting = (i: number, row: number | undefined): boolean =>
    row !== undefined &&
    accepted.at(row) === '' &&
    !changes.has(knownBy(understanding, i, accountLabel(accounts, i)));
  return (word, rep, day) => {
    const i = found(word);
    const row = i === undefined ? undefined : accounts.sheetRow[i];
    const label = i === undefined ? word : accountLabel(accounts, i);
    const place =
      i === undefined || row === undefined
        ? -1
        : record.territories.findIndex(({ name }) =>
            isSamePlace(
              name,
              placeOn(changes.get(knownBy(understanding, i, label)) ?? [], accepted.at(row), day),
            ),
          );
    if (rep !== '') return { account: label, rep, id: territoryOf(rep, place), why: 'named' };
    const owner =
      i === undefined
        ? ''
        : day < begins || isWaiting(i, row)
          ? holder(i).trim()
          : place < 0
            ? ''
            : ownerOn(log, record.territories[place]?.name ?? '', owners[place] ?? '', day);
    if (owner === '')
      return { account: label, rep: '', id: record.territories[place]?.id ?? '', why: 'nobody' };
    return { account: label, rep: owner, id: territoryOf(owner, place), why: 'owner' };
  };
}

/** Who had a territory on a day, as far as the log tells: whoever covers for a while does not have it. */
export function ownerOn(
  log: readonly Pick<LoggedChange, 'kind' | 'name' | 'from' | 'to' | 'effective' | 'until'>[],
  territory: string,
  now: string,
  day: string,
): string {
  let owner = now;
  for (const change of [...log].reverse()) {
    if (change.kind !== 'seat' || change.until !== undefined || !isSamePlace(change.name, territory))
      continue;
    if (change.effective > day && nameKey(change.to) === nameKey(owner)) owner = change.from;
  }
  return owner;
}

/** Accounts by id, in any of its spellings, else by name; undefined for none, or several of one name. */
function accountsBy({
  list: { accounts },
}: Pick<Understanding, 'list'>): (word: string) => number | undefined {
  const ids = new Map<string, number>();
  const names = new Map<string, number | undefined>();
  const { sheetRow } = accounts;
  sheetRow.forEach((_, i) => {
    const id = idKey(textAt(accounts.text.accountId, i) ?? '');
    if (id !== '' && !ids.has(id)) ids.set(id, i);
    const name = foldText(accountLabel(accounts, i));
    names.set(name, names.has(name) ? undefined : i);
  });
  return (word) => ids.get(idKey(word)) ?? names.get(foldText(word));
}
