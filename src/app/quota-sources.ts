import { foldText } from '../exact/fold-text';
import type { AccountNumberField } from '../plan/fields';
import { QuotaSettingsSchema, type QuotaLine, type QuotaSettings } from '../plan/quota';
import type { Rep } from '../plan/roster';
import { metricSpecs, type RunRecord } from '../plan/run';
import type { StandingContext } from '../reports/context';
import { metricColumns } from '../reports/balance/sums';
import { moneyFormat } from '../reports/amounts';
import { isFor, type QuotaContext, type QuotaSeat } from '../reports/quota/context';
import { parse } from 'valibot';
import { isPlain } from './sheet-sources';
import { dateSerial } from './time';
import { headerOf } from './understanding/account-list';
import type { Understanding } from './understanding/understand';

const NOTHING_SAID: QuotaSettings = parse(QuotaSettingsSchema, {});
/** A plan of which nobody has said the number yet. */
const NO_LINE: QuotaLine = { component: 'new', role: '', segment: '', amount: 0, method: 'equal' };

/** What is set of quota, with the usual where nothing is. */
export const quotaSettings = ({ settings }: Pick<Understanding, 'settings'>): QuotaSettings =>
  settings.quota ?? NOTHING_SAID;

/** First day of the fiscal year: as set, else January of the year from which the plan holds, else next January. */
export function fiscalYear({ fiscalYear: set }: QuotaSettings, record: RunRecord): number {
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
  { team, choices }: Pick<Understanding, 'team' | 'choices'>,
  { territories }: RunRecord,
  { seats: words }: QuotaSettings,
): QuotaSeat[] {
  const seatOf = (owner: string, j: number): Rep | undefined => {
    const seat = choices.seats[j];
    if (owner === '') return seat?.tbh === true ? seat : undefined;
    const isHim = (rep: Rep) => !rep.tbh && foldText(rep.name) === foldText(owner);
    return seat !== undefined && isHim(seat) ? seat : team.roster.reps.find(isHim);
  };
  return territories.map(({ id, name, owner = '', manager }, j) => {
    const rep = seatOf(owner, j);
    const said = words[id] ?? {};
    return {
      id,
      territory: name,
      owner,
      role: said.role ?? rep?.role ?? '',
      segment: rep?.segment ?? '',
      manager: manager ?? rep?.manager ?? '',
      coveredBy: said.coveredBy ?? rep?.coveredBy ?? '',
      status: owner === '' ? 'tbh' : 'filled',
      hired: said.hired ?? rep?.hireDate,
      start: said.start ?? rep?.startDate,
      end: said.end ?? rep?.endDate,
      leaveFrom: said.leaveFrom,
      leaveTo: said.leaveTo,
      base: said.base ?? rep?.base,
      variable: said.variable ?? variableOf(rep),
      lastYear: rep?.quota,
      travel: said.travel,
      attained: said.attained ?? rep?.attainment,
    };
  });
}

/** Target variable as the team list has it, else what OTE leaves over the base. */
const variableOf = (rep: Rep | undefined): number | undefined =>
  rep?.variable ??
  (rep?.ote !== undefined && rep.base !== undefined && rep.ote >= rep.base ? rep.ote - rep.base : undefined);

/** Base and target variable of those whom seats name as their manager, as the team list has them; who has a seat counts there. */
function managersPay({ roster }: Understanding['team'], seats: readonly QuotaSeat[]): number {
  const named = new Set(seats.map(({ manager }) => foldText(manager)).filter((name) => name !== ''));
  for (const { owner } of seats) named.delete(foldText(owner));
  return roster.reps
    .filter(({ tbh, name }) => !tbh && named.has(foldText(name)))
    .reduce((sum, rep) => sum + (rep.base ?? 0) + (variableOf(rep) ?? 0), 0);
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
  | 'history'
  | 'targets'
  | 'managerCost'
>;

export function quotaBasis(understanding: Understanding, record: RunRecord): QuotaBasis {
  const { list } = understanding;
  const quota = quotaSettings(understanding);
  const lines = quota.lines.length > 0 ? quota.lines : [NO_LINE];
  const seats = quotaSeats(understanding, record, quota);
  const parts = lines.flatMap((line, n) =>
    seats.flatMap((seat, j) => (isFor(line, seat) ? [{ line: n, seat: j }] : [])),
  );
  return {
    record,
    metrics: metricSpecs(record),
    quota,
    year: fiscalYear(quota, record),
    lines,
    managerCost: quota.managerCost ?? managersPay(understanding.team, seats),
    seats,
    // A table has a row at least: seats that no line is for say so.
    parts: parts.length > 0 ? parts : seats.map((_, j) => ({ line: 0, seat: j })),
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
  const { exchange } = understanding.choices;
  const { say } = standing;
  const basis = quotaBasis(understanding, standing.record);
  const m = potentialAt(standing.metrics);
  const metric = metricColumns(standing)[m];
  const isCount = standing.metrics[m]?.fields.length === 0;
  return {
    ...standing,
    ...basis,
    metrics: standing.metrics,
    potential: {
      header: isCount ? say('balance.accounts') : (metric?.value.header ?? ''),
      label: metric?.label ?? '',
    },
    workload: standing.balance.has('load') ? say('balance.load') : undefined,
    fairShare: metric?.index.header ?? '',
    money: quotaMoney(basis.quota, exchange.base ?? exchange.currencies[0]),
  };
}

/** Number format of quotas. */
const quotaMoney = ({ unit }: QuotaSettings, currency: string | undefined): string =>
  moneyFormat(currency, unit < 1 ? '#,##0.00' : '#,##0');
