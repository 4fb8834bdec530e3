import type { LoggedChange } from '../plan/change-log';
import { metricWeights } from '../plan/metrics';
import { rowKey, type QuotaIssue } from '../plan/quota';
import { changesByAccount, comingAbout, daysLater, daySerial } from '../plan/schedule';
import type { MovedAccount } from '../quota/move';
import { roundTo } from '../quota/round';
import type { Change } from './changes';
import { potentialAt, type QuotaBasis } from './quota-sources';
import type { Understanding } from './understanding/understand';

/** What an issue is known by: of another one moves are part already. */
export const issueKey = ({ at, inputHash }: Pick<QuotaIssue, 'at' | 'inputHash'>): string =>
  `${at} ${inputHash}`;

/** A change, on the log or proposed, as far as it takes quota along. */
export type CarryingChange = Pick<LoggedChange, 'id' | 'name' | 'account' | 'effective' | 'until' | 'quota'>;

/**
 * Accounts that were accepted elsewhere since quotas were issued, with the quota that they bring along. What was to come and
 * was decided anew for an earlier day brings nothing; what covers an account for a while gives its quota back after the last
 * day.
 */
export function movesSince(
  log: readonly CarryingChange[],
  issued: QuotaIssue | undefined,
  seats: readonly { readonly id: string }[],
): MovedAccount[] {
  if (issued === undefined) return [];
  const key = issueKey(issued);
  const at = (id: string) => seats.findIndex((seat) => seat.id === id);
  const carrying = log.flatMap(({ quota, ...change }, nth) =>
    quota?.issue === key ? [{ ...change, nth, from: quota.from, to: quota.to, rows: quota.rows }] : [],
  );
  return [...changesByAccount(carrying).values()]
    .flatMap((own) => {
      const moves = comingAbout(own);
      const last = moves.at(-1);
      if (last?.until === undefined) return moves;
      return [...moves, { ...last, from: last.to, to: last.from, effective: daysLater(last.until, 1) }];
    })
    .sort((a, b) => a.nth - b.nth)
    .flatMap(({ id, name, rows, from, to, effective }) =>
      rows.map(([line, fullYear]): MovedAccount => ({
        id,
        label: name,
        line,
        from: at(from),
        to: at(to),
        fullYear,
        day: daySerial(effective),
      })),
    );
}

/** The quota that an account brings along where a change is accepted; undefined before quotas are issued. */
export type QuotaOf = (
  change: Pick<Change, 'account' | 'from' | 'to'>,
  known: string,
) => LoggedChange['quota'];

/**
 * An account's quota is its part of what was issued to the seat in which it was then: by potential, or by what the line of
 * the plan was shared out by. It stays the same however often the account moves.
 */
export function quotaCarried(
  { list }: Pick<Understanding, 'list'>,
  { quota: { issued }, lines, seats, metrics, history, targets }: QuotaBasis,
  log: readonly LoggedChange[],
): QuotaOf {
  if (issued === undefined) return () => undefined;
  const { number } = list.accounts;
  const spec = metrics[potentialAt(metrics)];
  const potential = spec && metricWeights(list.accounts, spec);
  const issue = issueKey(issued);
  const first = new Map<string, LoggedChange['quota']>();
  for (const { account, quota: one } of log)
    if (one?.issue === issue && !first.has(account)) first.set(account, one);
  const part = (amount: number | undefined, of: number | undefined): number =>
    amount === undefined || of === undefined || !(of > 0) ? 0 : Math.min(1, Math.max(0, amount || 0) / of);
  return ({ account, from, to }, known) => {
    const ids = { from: seats[from]?.id ?? '', to: seats[to]?.id ?? '' };
    const before = first.get(known);
    if (before !== undefined) return { issue, ...ids, rows: before.rows };
    const rows = lines.flatMap((line, n): [number, number][] => {
      const at = issued.rows[rowKey(ids.from, n)];
      if (at === undefined) return [];
      const byPotential = part(potential?.[account], at.potential);
      const share =
        line.method === 'history' && history !== undefined
          ? part(number.bookingsYtd?.[account], at.weight)
          : line.method === 'bottomUp' && targets !== undefined
            ? part(number.accountTarget?.[account], at.weight)
            : byPotential;
      const full = roundTo(at.fullYear * share, 2);
      return full === 0 ? [] : [[n, full]];
    });
    return { issue, ...ids, rows };
  };
}
