import { ofAccounts, type LoggedChange } from '../plan/change-log';
import { UNASSIGNED } from '../plan/territory';
import type { RunRecord } from '../plan/run-record';
import { metricLabel } from '../reports/context';
import { movesAlong, unevenOf } from '../quota/issue';
import { CENTS, roundTo } from '../quota/round';
import type { Numbers } from '../text/numbers';
import type { Say } from '../text/say';
import { sharesOf, type Change } from './changes';
import { datedFor } from './dated';
import { lastOfYear } from './money-with';
import { heldIn } from './quota-held';
import { payCarried } from './pay-effect';
import { movesSince, quotaCarried } from './quota-moves';
import { touchedBy } from './moves';
import { inForceBySeat, quotaFigures, type QuotaFigures } from './quota-figures';
import { hasPlanNumber, quotaBasis, type QuotaBasis } from './quota-sources';
import { standingAssignment } from './standing-assignment';
import type { StandingPlan } from './standing-plan';
import type { Understanding } from './understanding/understand';

/** What changes do to the shares of the territories that they touch, on every metric, a line each. */
export function shareLines(
  changes: readonly Change[],
  standing: StandingPlan,
  understanding: Pick<Understanding, 'list'>,
  say: Say,
  plain: Numbers,
): string[] {
  const { metrics, record } = standing;
  const shares = metrics.map((_, m) => sharesOf(changes, standing, understanding, m));
  return touchedBy(changes).flatMap((j) => {
    const territory = record.territories[j]?.name ?? '';
    const told = metrics.flatMap(({ spec }, m) => {
      const [before, after] = shares[m]?.get(j) ?? [];
      if (before === undefined || after === undefined) return [];
      const ends = { before: plain.percent(before), after: plain.percent(after) };
      return [{ ...ends, metric: metricLabel(say, spec) }];
    });
    const [only] = told;
    if (only === undefined) return [];
    if (told.length === 1) return [say('year.share', { territory, ...only })];
    return [
      say('year.shares', { territory, effects: told.map((one) => say('year.effect', one)).join('; ') }),
    ];
  });
}

/** A change with its own days, and what the log is to know its account by. */
export interface DatedChange {
  readonly change: Pick<Change, 'account' | 'label' | 'from' | 'to'>;
  readonly known: string;
  readonly effective: string;
  readonly until?: string | undefined;
}

/** What changes do to quotas and to pay, a line for each seat. */
export interface MoneyLines {
  readonly quotas: readonly string[];
  readonly pays: readonly string[];
}

/** Where quotas and pay come from before, and after. */
interface MoneyOf {
  readonly record: RunRecord;
  readonly assignment: Int32Array;
}

/**
 * What changes do to quotas, a line for each seat whose quota is another then; and to pay, where that is written: how much
 * target variable lies on the quota of what leaves a seat, or comes to it. None without a plan number.
 * @param before the plan that stands, and where accounts were accepted; @param after the same with the changes
 */
export function moneyLines(
  changes: readonly DatedChange[],
  before: MoneyOf,
  after: MoneyOf,
  log: readonly LoggedChange[],
  understanding: Understanding,
  say: Say,
  plain: Numbers,
): MoneyLines {
  const nothing = { quotas: [], pays: [] };
  if (!hasPlanNumber(understanding) || changes.length === 0) return nothing;
  const [was, basis] = [before.record, after.record].map((record) => quotaBasis(understanding, record));
  if (was === undefined || basis === undefined) return nothing;
  const carried = quotaCarried(understanding, basis, log);
  const names = after.record.territories.map(({ name }) => name);
  const proposed = changes.map(({ change, known, effective, until }) => ({
    ...{ id: '', name: change.label, account: known, effective, quota: carried(change, known) },
    ...{ from: before.record.territories[change.from]?.name ?? '', to: names[change.to] ?? UNASSIGNED },
    ...(until === undefined ? {} : { until }),
  }));
  const moves = movesSince([...log, ...proposed], basis.quota.issued, basis.seats);
  // Before the issue an account counts up to its day for the seat that it leaves: as its cells do once it is accepted.
  const held = heldIn(understanding, after.record, basis.quota, basis.year, [
    ...ofAccounts(log),
    ...proposed,
  ]);
  const first: QuotaEnd = { basis: was, figures: quotaFigures(understanding, was, before.assignment) };
  const then = { ...basis, moves, held };
  const last: QuotaEnd = { basis: then, figures: quotaFigures(understanding, then, after.assignment) };
  const quotas = inForceBySeat(first.figures);
  const lines = inForceBySeat(last.figures).flatMap((inForce, j) => {
    const now = quotas[j] ?? 0;
    if (Math.round(inForce) === Math.round(now)) return [];
    return [
      say('year.quotaEffect', {
        territory: names[j] ?? '',
        before: plain.whole(now),
        after: plain.whole(inForce),
      }),
    ];
  });
  const more = lines.length - MOST_SEATS;
  const end = lastOfYear(basis);
  const [late] = changes.flatMap(({ effective }) => (effective > end ? [effective] : [])).sort();
  return {
    quotas: [
      ...(late === undefined ? [] : [say('year.afterYear', { day: late, end })]),
      ...sumLines([first, last], say, plain),
      ...lines.slice(0, MOST_SEATS),
      ...(more > 0 ? [say('year.quotaMore', { count: more })] : []),
    ],
    pays: payLines(changes, proposed, basis, names, understanding, say, plain).slice(0, 2 * MOST_SEATS),
  };
}

/** More seats than these are told by their number. */
const MOST_SEATS = 6;

/** Quotas before changes, or after. */
interface QuotaEnd {
  readonly basis: QuotaBasis;
  readonly figures: QuotaFigures;
}

/**
 * Where issued quotas come to another sum than before: how much nobody carries any more, or somebody carries more, and why,
 * to the cent. Where quota only goes from seat to seat there is nothing to tell.
 */
function sumLines(ends: readonly [before: QuotaEnd, after: QuotaEnd], say: Say, plain: Numbers): string[] {
  const [was, is] = ends.map(({ basis: { quota, year, moves }, figures: { quotas, seats } }) => {
    if (quota.issued === undefined) return undefined;
    const along = movesAlong(quotas, quota, quota.issued, year, seats, moves);
    return { final: quotas.bridge.final, ...unevenOf(along) };
  });
  const { digits = CENTS } = ends[0].basis.quota;
  if (was === undefined || is === undefined || roundTo(is.final - was.final, digits) === 0) return [];
  const why = (['toNobody', 'fromNobody', 'carried'] as const).flatMap((key) => {
    const by = roundTo(is[key] - was[key], digits);
    const signed = `${by < 0 ? '−' : '+'}${plain.fixed(Math.abs(by), digits)}`;
    return by === 0 ? [] : [say(`year.quotaSum.${key}`, { by: signed })];
  });
  const [before, after] = [was, is].map(({ final }) => plain.fixed(final, digits));
  return [say('year.quotaSum', { before: before ?? '', after: after ?? '', why: why.join('; ') })];
}

function payLines(
  changes: readonly DatedChange[],
  proposed: readonly { readonly quota: LoggedChange['quota'] }[],
  basis: QuotaBasis,
  names: readonly string[],
  understanding: Pick<Understanding, 'book' | 'list'>,
  say: Say,
  plain: Numbers,
): string[] {
  const payOn = payCarried(understanding, basis);
  const told = changes.map(({ change: { from, to } }, n) => ({
    from,
    to,
    pay: payOn(proposed[n]?.quota, from, to).pay,
  }));
  if (told.some(({ pay }) => pay?.why === 'notIssued')) return [say('year.payNotIssued')];
  return names.flatMap((territory, j) =>
    (['out', 'in'] as const).flatMap((goes) => {
      const own = told.filter(({ from, to }) => (goes === 'out' ? from : to) === j);
      const amounts = own.map(({ pay }) => pay?.[goes === 'out' ? 'from' : 'to'] ?? null);
      if (own.some(({ pay }, n) => pay?.why === 'noRate' && amounts[n] === null))
        return [say('year.payUnknown', { territory, goes })];
      const amount = amounts.reduce<number>((sum, one) => sum + (one ?? 0), 0);
      return Math.round(amount) === 0
        ? []
        : [say('year.payEffect', { territory, goes, amount: plain.whole(amount) })];
    }),
  );
}

/**
 * What proposals do to quotas and pay.
 * @param effective ISO day from which those hold that have no day of their own
 */
export function proposedMoney(
  changes: readonly Change[],
  standing: StandingPlan,
  effective: string,
  understanding: Understanding,
  say: Say,
  plain: Numbers,
): MoneyLines {
  const { record, assignment, log } = standing;
  const accepted = standingAssignment(understanding, record, 'accepted');
  const dated = datedFor(changes, { effective }, understanding, standing);
  return moneyLines(
    dated,
    { record, assignment: accepted },
    { record, assignment },
    log,
    understanding,
    say,
    plain,
  );
}
