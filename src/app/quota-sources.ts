import { foldText } from '../exact/fold-text';
import { hasNoCents } from '../plan/minor-units';
import { ofAccounts } from '../plan/change-log';
import type { AccountNumberField } from '../plan/fields';
import { PERSONAL, repKey, rowKey, USUAL_SETTINGS, type QuotaLine, type QuotaSettings } from '../plan/quota';
import type { Rep } from '../plan/roster';
import { metricSpecs, type RunRecord } from '../plan/run-record';
import type { Part } from '../quota/quotas';
import { daySerial } from '../plan/schedule';
import { isIsoDay, wordsFor } from '../plan/settings';
import type { StandingContext } from '../reports/context';
import { metricColumns } from '../reports/balance/sums';
import { CENTS } from '../quota/round';
import { moneyFormat, withCents } from '../reports/amounts';
import { isFor, type QuotaContext, type QuotaSeat, type SeatShare } from '../reports/quota/context';
import { heldIn } from './quota-held';
import { movesSince } from './quota-moves';
import { isPlain } from './plain-columns';
import { namesIn, seatShares } from './seat-shares';
import { skillMatch, skillsSaid } from './skill-match';
import type { Say } from '../text/say';
import { dateSerial } from './time';
import { headerOf } from './understanding/header-of';
import { seatCalled } from './understanding/standing-seats';
import type { Understanding } from './understanding/understand';

/** A plan of which nobody has said the number yet. */
const NO_LINE: QuotaLine = { component: 'new', role: '', segment: '', amount: 0, method: 'equal' };

/** Somebody has said how much there is to sell: without that there are no quotas. */
export const hasPlanNumber = (understanding: Parameters<typeof quotaSettings>[0]): boolean =>
  quotaSettings(understanding).lines.some(({ amount }) => amount > 0);

/** What is set of quota, with the usual where nothing is. */
export const quotaSettings = ({ settings }: Pick<Understanding, 'settings'>): QuotaSettings =>
  settings.quota ?? USUAL_SETTINGS;

/** First day of the fiscal year: as set, else January of the year from which the plan holds, else next January. */
function fiscalYear({ fiscalYear: set }: Pick<QuotaSettings, 'fiscalYear'>, record: RunRecord): number {
  if (set !== undefined) return Math.floor(set);
  const { effectiveFrom } = record.settings;
  const year =
    effectiveFrom === undefined
      ? new Date(record.designedAt).getUTCFullYear() + 1
      : new Date(effectiveFrom).getUTCFullYear();
  return dateSerial(new Date(Date.UTC(year, 0, 1)));
}

/** The seats of a plan with what the team list, and the user before it, says of them. */
export function quotaSeats(
  { team, choices, settings }: Pick<Understanding, 'team' | 'choices' | 'settings'>,
  { territories }: RunRecord,
  { seats: words, rows }: QuotaSettings,
): QuotaSeat[] {
  const seatOf = (owner: string, id: string): Rep | undefined => {
    const seat = seatCalled({ choices }, id);
    if (owner === '') return seat?.tbh === true ? seat : undefined;
    const isHim = (rep: Rep) => !rep.tbh && foldText(rep.name) === foldText(owner);
    return seat !== undefined && isHim(seat) ? seat : team.roster.reps.find(isHim);
  };
  const { planCurrency, rateOf, dayOf } = ratesFor({ team, choices, settings });
  const currencyOf = (rep: Rep | undefined) =>
    rep?.currency === undefined || rep.currency === planCurrency ? '' : rep.currency;
  return territories.map(({ id, name, owner: before = '', manager, share }) => {
    // Whoever sits in the seat by now brings dates and pay; its role and its segment are the seat's.
    const listed = wordsFor(settings, id);
    const owner = listed.owner?.trim() ?? before;
    const sitting = seatOf(owner, id);
    // Of two who have it together the first is the seat's; its role and its segment stay.
    const [first] = namesIn(owner, team.roster);
    const rep = first === undefined ? sitting : seatOf(first, id);
    const said = wordsOf(words[id] ?? {}, owner);
    /** A cell that was cleared is nothing, whatever the team list says; what is said over that holds. */
    const or = <Value>(part: keyof typeof said, listed: Value | undefined): Value | undefined =>
      (said[part] as Value | undefined) ?? (said.blank?.[part] === true ? undefined : listed);
    const rate = currencyOf(rep) === '' ? 1 : or('rate', rateOf(rep));
    return {
      id,
      territory: name,
      owner,
      role: or('role', sitting?.role ?? rep?.role) ?? '',
      segment: sitting?.segment ?? rep?.segment ?? '',
      manager: listed.manager ?? manager ?? sitting?.manager ?? rep?.manager ?? '',
      capacity: listed.share ?? share ?? 1,
      coveredBy: or('coveredBy', rep?.coveredBy) ?? '',
      status: owner === '' ? 'tbh' : 'filled',
      hired: or('hired', rep?.hireDate),
      start: or('start', rep?.startDate),
      end: or('end', rep?.endDate),
      leaveFrom: said.leaveFrom,
      leaveTo: said.leaveTo,
      currency: currencyOf(rep),
      rate,
      // A rate that was typed for the seat has a day of its own, or none.
      rateDate: or('rateDate', said.rate === undefined && currencyOf(rep) !== '' ? dayOf(rep) : undefined),
      base: or('base', rep?.base),
      variable: or('variable', variableOf(rep)),
      lastYear:
        rows[rowKey(id, 0)]?.blank?.['lastYear'] === true || rate === undefined || rep?.quota === undefined
          ? undefined
          : rep.quota * rate,
      lastYearIn: rate === undefined && rep?.quota !== undefined ? rep.currency : undefined,
      travel: said.travel,
      attained: or('attained', rep?.attainment),
    };
  });
}

/** The second reps of seats that several share, and all after them: with the role and the manager of the seat. */
function secondReps(
  from: Pick<Understanding, 'team' | 'choices' | 'settings'>,
  record: RunRecord,
  quota: QuotaSettings,
  seats: readonly QuotaSeat[],
  shared: readonly SeatShare[],
): QuotaContext['seconds'] {
  return shared.flatMap(({ seat, nth, rep }): QuotaContext['seconds'][number][] => {
    const one = seats[seat];
    if (nth === 0 || one === undefined) return [];
    const id = repKey(one.id, nth);
    const alone = { id, name: one.territory, owner: rep };
    const [him] = quotaSeats(
      { ...from, settings: { ...from.settings, territoryList: {} } },
      { ...record, territories: [alone as RunRecord['territories'][number]] },
      quota,
    );
    if (him === undefined) return [];
    const { role, segment, manager, capacity, status, coveredBy } = one;
    return [{ ...him, role, segment, manager, capacity, status, coveredBy, lastYear: undefined, seat }];
  });
}

/** What is said of a seat: what was said of somebody else in it is not said of its owner. */
function wordsOf(words: SeatWords, owner: string): SeatWords {
  if (words.of === undefined || foldText(words.of) === foldText(owner)) return words;
  const isSeats = ([part]: [string, unknown]): boolean => !PERSONAL.some((own) => own === part);
  const { blank = {}, ...others } = words;
  return {
    ...Object.fromEntries(Object.entries(others).filter(isSeats)),
    blank: Object.fromEntries(Object.entries(blank).filter(isSeats)),
  };
}

type SeatWords = QuotaSettings['seats'][string];

/** ISO code of what quotas are in; undefined where nobody says. */
export const quotaCurrency = (
  from: Pick<Understanding, 'team' | 'choices' | 'settings'>,
): string | undefined => ratesFor(from).planCurrency;

/** What the plan is in, and what one unit of a rep's own currency is worth in it; undefined where nobody knows. */
function ratesFor({ team, choices, settings }: Pick<Understanding, 'team' | 'choices' | 'settings'>) {
  const { exchange } = choices;
  const counts = new Map<string, number>();
  for (const { currency } of team.roster.reps)
    if (currency !== undefined) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const [usual] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([code]) => code);
  const planCurrency = exchange.base ?? exchange.currencies[0] ?? usual;
  const rateOf = (rep: Rep | undefined): number | undefined =>
    rep?.currency === undefined || rep.currency === planCurrency
      ? 1
      : (exchange.rates[rep.currency] ?? settings.fx?.[rep.currency]);
  const dayOf = (rep: Rep | undefined): number | undefined => {
    const date = settings.fxFrom?.[rep?.currency ?? '']?.date;
    if (typeof date === 'number') return date >= 1 ? date : undefined;
    return date !== undefined && isIsoDay(date) ? daySerial(date) : undefined;
  };
  return { planCurrency, rateOf, dayOf };
}

/** Target variable as the team list has it, else what OTE leaves over the base, else bonus and commission on the quota. */
const variableOf = (rep: Rep | undefined): number | undefined =>
  rep?.variable ??
  (rep?.ote !== undefined && rep.base !== undefined && rep.ote >= rep.base
    ? rep.ote - rep.base
    : undefined) ??
  commissionOf(rep);

/** What is paid to somebody who sells all of his quota as the team list has it: the bonus, and the commission on it. */
function commissionOf({ bonus, commission, quota }: Partial<Rep> = {}): number | undefined {
  if (commission === undefined) return bonus;
  return quota === undefined ? undefined : (bonus ?? 0) + commission * quota;
}

/** How the team list's columns of bonus and commission became target variable, or that they did not; undefined without any. */
export function bonusSaid(
  { team }: Pick<Understanding, 'team'>,
  seats: readonly QuotaSeat[],
  say: Say,
): string | undefined {
  const { mapping, source, roster } = team;
  const called = (field: 'bonus' | 'commission' | 'quota'): string | undefined => {
    const header = source?.headers[mapping[field] ?? -1];
    return header === undefined ? undefined : `“${header}”`;
  };
  const [bonus, commission] = [called('bonus'), called('commission')];
  const columns = [bonus, commission].filter((header) => header !== undefined);
  if (columns.length === 0) return undefined;
  const owners = new Set(seats.map(({ owner }) => foldText(owner)));
  const isMade = roster.reps.some((rep) => {
    const { bonus: _, commission: __, ...without } = rep;
    return owners.has(foldText(rep.name)) && variableOf(without) !== variableOf(rep);
  });
  const parts = [bonus, ...(commission === undefined ? [] : [`${commission} × ${called('quota') ?? '–'}`])];
  return isMade
    ? say('quota.pay.made', { parts: parts.filter((part) => part !== undefined).join(' + ') })
    : say('quota.pay.unused', { columns: columns.join(', ') });
}

/** Base and target variable of those whom seats name as their manager, as the team list has them; who has a seat counts there. */
function managersPay(
  from: Pick<Understanding, 'team' | 'choices' | 'settings'>,
  seats: readonly QuotaSeat[],
): number {
  const { roster } = from.team;
  const { rateOf } = ratesFor(from);
  const named = new Set(seats.map(({ manager }) => foldText(manager)).filter((name) => name !== ''));
  for (const { owner } of seats) named.delete(foldText(owner));
  return roster.reps
    .filter(({ tbh, name }) => !tbh && named.has(foldText(name)))
    .reduce((sum, rep) => sum + ((rep.base ?? 0) + (variableOf(rep) ?? 0)) * (rateOf(rep) ?? 0), 0);
}

/** How many levels of people above seats are told of. */
const LEVELS = 3;

/** Who leads seats, and who leads them, as the team list has it. Names that differ in case are one. */
function leadersOf({ roster }: Understanding['team'], seats: readonly QuotaSeat[]): QuotaBasis['leaders'] {
  const found = new Map<string, { name: string; reportsTo: string }>();
  const climb = (name: string, level: number): void => {
    if (name === '' || level === LEVELS || found.has(name.toLowerCase())) return;
    const reportsTo = roster.reps.find((rep) => foldText(rep.name) === foldText(name))?.manager ?? '';
    found.set(name.toLowerCase(), { name, reportsTo: level === LEVELS - 1 ? '' : reportsTo });
    climb(reportsTo, level + 1);
  };
  for (const { manager } of seats) climb(manager, 0);
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What quotas are computed from, before there are sheets. */
export type QuotaBasis = Pick<
  QuotaContext,
  | 'record'
  | 'metrics'
  | 'quota'
  | 'year'
  | 'lines'
  | 'seats'
  | 'parts'
  | 'moves'
  | 'held'
  | 'history'
  | 'targets'
  | 'managerCost'
  | 'usualYear'
  | 'leaders'
  | 'skills'
  | 'shared'
  | 'seconds'
  | 'usualManagerCost'
>;

export function quotaBasis(understanding: Understanding, record: RunRecord): QuotaBasis {
  const { list } = understanding;
  const isWhole = hasNoCents(quotaCurrency(understanding));
  const quota = { ...quotaSettings(understanding), ...(isWhole ? { digits: 0 } : {}) };
  const lines = quota.lines.length > 0 ? quota.lines : [NO_LINE];
  const seats = quotaSeats(understanding, record, quota);
  const shared = seatShares(understanding, quota, seats);
  const seconds = secondReps(understanding, record, quota, seats, shared);
  const usualManagerCost = managersPay(understanding, seats);
  const parts = lines.flatMap((line, n) =>
    seats.flatMap((seat, j): Part[] => {
      const applies = isFor(line, seat);
      // What was issued to a seat stays, whoever the line is for by now.
      const isIssued = quota.issued?.rows[rowKey(seat.id, n)] !== undefined;
      return applies || isIssued ? [{ line: n, seat: j, applies }] : [];
    }),
  );
  return {
    record,
    metrics: metricSpecs(record),
    quota,
    year: fiscalYear(quota, record),
    lines,
    managerCost: quota.managerCost ?? usualManagerCost,
    usualYear: fiscalYear({}, record),
    leaders: leadersOf(understanding.team, seats),
    usualManagerCost,
    seats,
    shared,
    seconds,
    skills: skillMatch(understanding, [...seats, ...seconds]).pairs,
    held: heldIn(
      understanding,
      record,
      quota,
      fiscalYear(quota, record),
      ofAccounts(understanding.book.logged?.log ?? []),
    ),
    moves: movesSince(understanding.book.logged?.log ?? [], quota.issued, seats),
    // A table has a row at least: seats that no line is for say so.
    parts: parts.length > 0 ? parts : seats.map((_, j) => ({ line: 0, seat: j, applies: false })),
    history: plainHeader(list, 'bookingsYtd'),
    targets: plainHeader(list, 'accountTarget'),
  };
}

/** Header of a column of plain numbers. */
const plainHeader = (list: Understanding['list'], field: AccountNumberField): string | undefined =>
  isPlain(list, field) ? headerOf(list, field) : undefined;

/** The metric by which the potential of a territory is told: the first that is a sum, else the count. */
export const potentialAt = (metrics: QuotaBasis['metrics']): number =>
  Math.max(
    0,
    metrics.findIndex(({ fields }) => fields.length > 0),
  );

/** What the sheets of quota and pay are made from, over a plan that stands, or is going to. */
export function quotaContext(understanding: Understanding, standing: StandingContext): QuotaContext {
  const { say } = standing;
  const basis = quotaBasis(understanding, standing.record);
  const m = potentialAt(standing.metrics);
  const metric = metricColumns(standing)[m];
  const isCount = standing.metrics[m]?.fields.length === 0;
  const money = quotaMoney(basis.quota, quotaCurrency(understanding));
  const { digits = CENTS } = basis.quota;
  return {
    ...standing,
    ...basis,
    metrics: standing.metrics,
    potentialAt: m,
    potential: {
      header: isCount ? say('balance.accounts') : (metric?.value.header ?? ''),
      label: metric?.label ?? '',
    },
    workload: standing.balance.has('load') ? say('balance.load') : undefined,
    fairShare: metric?.index.header ?? '',
    payFrom: bonusSaid(understanding, basis.seats, say),
    skillsSaid: skillsSaid(skillMatch(understanding, [...basis.seats, ...basis.seconds]), say),
    industry: headerOf(understanding.list, 'industry'),
    hasCurrencies: basis.seats.some(({ currency }) => currency !== ''),
    money,
    moneyToTheCent: digits === 0 ? money : withCents(money),
    digits,
  };
}

/** Number format of quotas. */
const quotaMoney = ({ unit }: QuotaSettings, currency: string | undefined): string =>
  moneyFormat(currency, unit < 1 && !hasNoCents(currency) ? '#,##0.00' : '#,##0');
