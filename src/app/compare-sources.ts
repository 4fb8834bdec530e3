import { evidenceIn, standingsTold } from '../plan/account-standing';
import type { Cell } from '../plan/cells';
import type { AccountNumberField } from '../plan/fields';
import { MAIN_LAYER } from '../plan/layer';
import { columnsInUse, namesOf } from '../plan/ownership';
import { CHANGED, ownerChange } from '../plan/owner-changes';
import type { RunRecord } from '../plan/run-record';
import { moneyFormat } from '../reports/amounts';
import type { CompareContext, Move } from '../reports/compare/context';
import type { ReportContext, StandingContext } from '../reports/context';
import {
  keyCells,
  listedOf,
  textOf,
  type AccountTexts,
  type Decisions,
  type Listed,
  type LostMove,
} from './decisions';
import { isSummed } from './plain-columns';
import { isMoney } from './understanding/currency';
import { headerOf } from './understanding/header-of';
import { ourColumn } from './understanding/our-column';
import type { Understanding } from './understanding/understand';

/** Amounts that are compared, besides those that are balanced. */
const AMOUNTS = ['arr', 'openPipeline', 'availableToRenew', 'bookingsYtd'] as const;
const MOST_AMOUNTS = 3;
/** More moves than these are counted, not listed: nobody talks them over one by one. */
const MOST_MOVES = 1000;

/**
 * The plan beside today, and what is to be remembered of the accounts that are listed.
 * @param assignment N values: index of the territory, −1 none
 */
export function compareContext(
  understanding: Pick<Understanding, 'book' | 'list' | 'choices'>,
  context: StandingContext | ReportContext,
  assignment: Int32Array,
  decisions: Decisions,
): { readonly context: CompareContext; readonly listed: Listed } {
  const { list } = understanding;
  const holder = 'plan' in context ? context.holder : holderIn(understanding);
  const { territories } = context.record;
  const { moves, ...counts } = movesOf(understanding, context, assignment, holder, decisions);
  const compared: CompareContext = {
    ...context,
    people: peopleIn(territories, list.accounts.count, holder),
    amounts: amountsOf(understanding, context),
    ...renewalsIn(understanding),
    standings: standingsOf(understanding, context),
    moves,
    ...counts,
  };
  return { context: compared, listed: listedOf(moves, list.rows) };
}

/** Who held an account before the plan that stands, as its own column says. */
export function holderIn({ list, book }: Pick<Understanding, 'book' | 'list'>): (account: number) => string {
  const holder = ourColumn({ whole: list.whole, owned: book.owned }, 'holder');
  return (i) => holder.at(list.accounts.sheetRow[i] ?? 0);
}

/** Names are one whatever their case, as formulas compare them. */
export function peopleIn(
  territories: RunRecord['territories'],
  count: number,
  holder: (account: number) => string,
): string[] {
  const known = new Map<string, string>();
  const add = (name: string) => {
    if (name !== '' && !known.has(name.toLowerCase())) known.set(name.toLowerCase(), name);
  };
  for (const { owner } of territories) add((owner ?? '').trim());
  const inPlan = known.size;
  for (let i = 0; i < count; i++) add(holder(i));
  const all = [...known.values()];
  const others = all.slice(inPlan).sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  // A table has one row at least.
  return all.length === 0 ? ['–'] : [...all.slice(0, inPlan), ...others];
}

/** Amounts of the list with the headers that hold them as numbers: those that are balanced first. */
export function amountsOf(
  { list, book, choices: { exchange } }: Pick<Understanding, 'book' | 'list' | 'choices'>,
  context: StandingContext | ReportContext,
): CompareContext['amounts'] {
  const { say, metrics, metricHeaders } = context;
  // Of a column that is not all plain numbers, what was read stands in one of ours.
  const ours =
    'plan' in context
      ? Object.fromEntries(context.readColumns.map(({ field, header }) => [field, header]))
      : columnsInUse(namesOf(book.owned, MAIN_LAYER));
  const readIn = (field: (typeof AMOUNTS)[number]) =>
    ('plan' in context ? ours[field] : ours[`read:${field}`]) ??
    (isSummed(list, field) ? headerOf(list, field) : undefined);
  const money = moneyFormat(exchange.base ?? exchange.currencies[0], '#,##0');
  // Of a metric that is a sum, each column by itself: customers are not prospects.
  const headers = new Map<AccountNumberField, string>();
  metrics.forEach(({ fields }, m) => {
    fields.forEach((field, f) => {
      const header = metricHeaders[m]?.[f];
      if (header !== undefined) headers.set(field, header);
    });
  });
  for (const field of AMOUNTS) {
    const header = headers.get(field) ?? readIn(field);
    if (header !== undefined) headers.set(field, header);
  }
  return [...headers].slice(0, MOST_AMOUNTS).map(([field, header]) => ({
    header,
    label: say(`field.${field}`),
    format: isMoney(field) ? money : '#,##0',
  }));
}

/** The header of the renewals: where every cell is a date as Excel has it, or blank, and where some are not. */
function renewalsIn({
  list,
}: Pick<Understanding, 'list'>): Pick<CompareContext, 'renewal' | 'renewalUnread'> {
  const cells = list.source.columns[list.mapping.renewalDate ?? -1]?.filter((cell) => cell !== '') ?? [];
  const header = headerOf(list, 'renewalDate');
  // An amount among the dates is none of them, and formulas see no format.
  const days = list.accounts.number.renewalDate;
  const isRead =
    cells.every((cell) => typeof cell === 'number') &&
    days?.filter((day) => !Number.isNaN(day)).length === cells.length;
  return {
    renewal: isRead && cells.length > 0 ? header : undefined,
    renewalUnread: isRead ? undefined : header,
  };
}

function standingsOf(
  { list, book }: Pick<Understanding, 'book' | 'list'>,
  context: StandingContext | ReportContext,
): CompareContext['standings'] {
  if ('plan' in context) return context.standings;
  const header = columnsInUse(namesOf(book.owned, MAIN_LAYER))['standing'];
  const evidence = evidenceIn(list.accounts, 0);
  return header === undefined || evidence === undefined
    ? undefined
    : { header, told: standingsTold(evidence) };
}

/** A row of the table, and where its account stands. */
type Listing = Move & { readonly at: number | AccountTexts };

/**
 * Accounts that change owner, the largest first; of equals, those that stand first in the list. Then those that do not,
 * or are not to be told any more, with what was typed beside them.
 */
function movesOf(
  { list, choices }: Pick<Understanding, 'list' | 'choices'>,
  { record }: StandingContext,
  assignment: Int32Array,
  holder: (account: number) => string,
  { of, lost }: Decisions,
): Pick<CompareContext, 'unlisted' | 'stays' | 'lost'> & { readonly moves: readonly Listing[] } {
  const { accounts, source } = list;
  const keys = keyCells(list);
  // Of two accounts with one key a row would speak of the first alone.
  const known = new Map<string, number>();
  for (const key of keys ?? []) known.set(textOf(key), (known.get(textOf(key)) ?? 0) + 1);
  const rowOf = (i: number) => (accounts.sheetRow[i] ?? 0) - source.firstRow;
  const keyAt = (row: number): Cell => keys?.[row] ?? '';
  const isAlone = (row: number) => known.get(textOf(keyAt(row))) === 1;
  const territories = record.territories.map(({ owner = '' }) => ({ owner }));
  const owners = new Set(territories.map(({ owner }) => owner.toLowerCase()).filter((name) => name !== ''));
  const size = (i: number): number => choices.money?.[i] ?? choices.weights[0]?.[i] ?? 0;
  const all = Array.from({ length: keys === undefined ? 0 : accounts.count }, (_, i) => i).sort(
    (a, b) => size(b) - size(a) || a - b,
  );
  const moving = all.filter((i) =>
    CHANGED.includes(ownerChange(holder(i), territories[assignment[i] ?? -1], owners)),
  );
  const can = moving.map(rowOf).filter(isAlone);
  const listed = can.filter((row, n) => n < MOST_MOVES || of.has(row));
  const there = new Set(listed);
  const stay = all.map(rowOf).filter((row) => of.has(row) && !there.has(row) && isAlone(row));
  for (const row of stay) there.add(row);
  const rows = [...listed, ...stay].map((row): Listing => {
    const { decision = '', comment = '' } = of.get(row) ?? {};
    return { key: keyAt(row), decision, comment, at: row };
  });
  const untold = [
    ...[...of].filter(([row]) => !there.has(row)).map(([at, move]) => ({ ...move, at })),
    ...lost,
  ];
  const taken = new Set([...known.keys()]);
  return {
    moves: [...rows, ...untold.map((one) => ofNobody(one, taken))],
    unlisted: moving.length - listed.length,
    stays: stay.length,
    lost: untold.length,
  };
}

/** Words whose account is not to be told, under a key that no account has. */
function ofNobody(one: (Move & { readonly at: number }) | LostMove, taken: Set<string>): Listing {
  let { key } = one;
  while (key === '' || taken.has(textOf(key))) key = `${key} ?`.trim();
  taken.add(textOf(key));
  const { decision, comment } = one;
  return { key, decision, comment, at: 'at' in one ? one.at : one.known };
}
