import type { SourceTable } from '../../plan/cells';
import type { AccountField } from '../../plan/fields';
import { accountDictionary } from '../headers/dictionaries';
import { headerWords } from '../headers/header-words';
import type { DoubtfulChoice, FieldChoice, MappingResult } from './mapping';
import { profileColumn, type ColumnProfile } from './profile';

/** Headers that speak of the customer's year, whoever reads them. */
const THEIRS =
  /\b(?:annual|yearly|annuel|annuels|annuelle|anual|annuo|annuale|jaaromzet|jahresumsatz|company|firm|firmen|corporate|parent|range|band|bucket|bracket|rounded)\b|pro jahr|年間|年商|年收入/;
/** A year or a part of one: what was sold in it. */
const YEAR = /\b(?:fy ?\d{2}(?:\d{2})?|(?:20)\d{2}|ytd|ltm|q[1-4])\b/;
/** Headers that stand beside a firm's own figures in lists of data vendors. */
const FIRM_FIGURE =
  /\b(?:founded|year established|established|ticker|ceo|market cap|profits?|assets|net income|rank change|headquarters?)\b/;
/** Beside nothing that tells, a typical value from here on is what a firm turns over, not what one buys. */
const A_FIRMS_TURNOVER = 5e6;
const MEANT = 0.5;
/** A column with fewer filled cells is not taken for a fuller one of another year. */
const FULL = 0.6;

/**
 * Columns of revenue, told apart: what the customer turns over in a year (`annualRevenue`), and what was sold to
 * it (`bookingsYtd`). The header decides where it says whose it is; else its year, the figures of a firm beside it
 * (employees, founded), a holder of the accounts, and how large the amounts are. Of several years of sales the
 * latest that is filled is taken. What the user has chosen stays.
 */
export function settleRevenue(
  source: SourceTable,
  found: MappingResult<AccountField>,
): MappingResult<AccountField> {
  const said = new Set(found.choices.filter(({ remembered }) => remembered).map(({ field }) => field));
  const mapped = (['annualRevenue', 'bookingsYtd'] as const).map((field) => found.mapping[field]);
  // What holds no plain amounts (ranges, words) was taken by its header alone, and stays what it says.
  if (mapped.some((column) => column !== undefined && moneyIn(source, column) === undefined)) return found;
  if (said.has('annualRevenue') && said.has('bookingsYtd')) return found;
  const { annualRevenue, bookingsYtd } = found.mapping;
  const own: Money[] = [];
  const theirs: Money[] = [];
  for (const column of [annualRevenue, bookingsYtd, ...found.unmapped]) {
    if (column === undefined) continue;
    const money = moneyIn(source, column);
    if (money === undefined) continue;
    (isOwn(money, source, found) ? own : theirs).push(money);
  }
  const best = [...own].sort(byWorth)[0];
  const firm = theirs.find(({ column }) => column === annualRevenue) ?? theirs[0];
  return withMoney(found, said, best, firm, own);
}

interface Money {
  readonly column: number;
  readonly phrase: string;
  readonly profile: ColumnProfile;
  /** As a revenue, and as sales or bookings: how surely the header means it. */
  readonly asRevenue: number;
  readonly asSales: number;
  readonly year: number;
}

function moneyIn(source: SourceTable, column: number): Money | undefined {
  const header = source.headers[column] ?? '';
  const { scores, words } = accountDictionary.scores(header);
  const asRevenue = scores.get('annualRevenue') ?? 0;
  const asSales = scores.get('bookingsYtd') ?? 0;
  if (Math.max(asRevenue, asSales) < MEANT) return undefined;
  if (Math.max(...scores.values()) > Math.max(asRevenue, asSales) + 0.05) return undefined;
  const profile = profileColumn(source.columns[column] ?? [], source.formats[column]);
  if (profile.number < 0.7) return undefined;
  return { column, phrase: words.phrase, profile, asRevenue, asSales, year: yearOf(words.phrase) };
}

const A_YEAR = /\b(?:fy ?(\d{2,4})|(20\d{2}))\b/;

/** What a header says besides its year: the same for `Total 2024` and `Total 2025`. */
export const butItsYear = (phrase: string): string => phrase.replace(A_YEAR, '').trim();

/** `FY26`, `2025`: as a year; 0 without. */
export function yearOf(phrase: string): number {
  const match = A_YEAR.exec(phrase);
  const digits = match?.[1] ?? match?.[2];
  if (digits === undefined) return 0;
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function isOwn(
  { phrase, asRevenue, asSales, column }: Money,
  source: SourceTable,
  { mapping }: MappingResult<AccountField>,
): boolean {
  if (asSales > asRevenue) return true;
  if (THEIRS.test(phrase)) return false;
  const isHeld = mapping.owner !== undefined || mapping.ownerId !== undefined;
  const isFirm =
    mapping.employees !== undefined ||
    source.headers.some((header) => FIRM_FIGURE.test(headerWords(header).phrase));
  if (isHeld || mapping.closeDate !== undefined) return !isFirm || YEAR.test(phrase);
  if (isFirm) return false;
  return YEAR.test(phrase) || typical(source, column) < A_FIRMS_TURNOVER;
}

/** The middle of the amounts above zero, with the unit that the header names. */
function typical(source: SourceTable, column: number): number {
  const { unit } = headerWords(source.headers[column] ?? '');
  const values = (source.columns[column] ?? [])
    .map((cell) => (typeof cell === 'number' ? cell : Number(String(cell).replace(/[^\d.-]/g, ''))))
    .filter((value) => value > 0)
    .sort((a, b) => a - b);
  return (values[values.length >> 1] ?? 0) * unit;
}

/** Bookings before revenue, the latest full year first, then as they stand. */
function byWorth(a: Money, b: Money): number {
  const full = (money: Money) => (money.profile.filled >= FULL ? 1 : 0);
  const sales = (money: Money) => (money.asSales > money.asRevenue ? 1 : 0);
  return full(b) - full(a) || sales(b) - sales(a) || b.year - a.year || a.column - b.column;
}

function withMoney(
  found: MappingResult<AccountField>,
  said: ReadonlySet<AccountField>,
  best: Money | undefined,
  firm: Money | undefined,
  own: readonly Money[],
): MappingResult<AccountField> {
  const wanted = new Map<AccountField, number | undefined>();
  if (!said.has('annualRevenue')) wanted.set('annualRevenue', firm?.column);
  if (!said.has('bookingsYtd')) wanted.set('bookingsYtd', best?.column);
  const kept = [...said].map((field) => found.mapping[field]);
  for (const [field, column] of wanted)
    if (column !== undefined && kept.includes(column)) wanted.set(field, undefined);
  if ([...wanted].every(([field, column]) => found.mapping[field] === column)) return withRivals(found, own);
  const others = found.choices.filter(({ field }) => !wanted.has(field));
  const taken = [...wanted].flatMap(([field, column]): FieldChoice<AccountField>[] => {
    if (column === undefined) return [];
    const before = found.choices.find((choice) => choice.column === column);
    return [{ field, column, confidence: before?.confidence ?? 0.7, remembered: false }];
  });
  const choices = [...others, ...taken].sort((a, b) => b.confidence - a.confidence);
  const columns = new Set(choices.map(({ column }) => column));
  const all = [...found.choices.map(({ column }) => column), ...found.unmapped].sort((a, b) => a - b);
  return withRivals(
    {
      mapping: Object.fromEntries(choices.map(({ field, column }) => [field, column])),
      choices,
      doubtful: found.doubtful.filter(({ field }) => !wanted.has(field)),
      unmapped: all.filter((column) => !columns.has(column)),
    },
    own,
  );
}

/** Of several amounts of one's own, the one that was taken is shown beside the next. */
function withRivals(found: MappingResult<AccountField>, own: readonly Money[]): MappingResult<AccountField> {
  const choice = found.choices.find(({ field }) => field === 'bookingsYtd');
  if (choice === undefined || choice.remembered) return found;
  const rival = [...own].sort(byWorth).find(({ column }) => column !== choice.column);
  if (rival === undefined || found.mapping.bookingsYtd === rival.column) return found;
  const doubt: DoubtfulChoice<AccountField> = {
    ...choice,
    runnerUp: { column: rival.column, confidence: choice.confidence },
  };
  return {
    ...found,
    doubtful: [...found.doubtful.filter(({ field }) => field !== 'bookingsYtd'), doubt],
  };
}
