import { chooseDefaults, worksheetColumns } from '../../intake';
import type { Accounts } from '../../plan/accounts';
import type { Notice } from '../../plan/design';
import { Failure } from '../../plan/failures';
import type { Finding } from '../../plan/findings';
import { metricWeights, type MetricSpec } from '../../plan/metrics';
import type { Rep, Roster } from '../../plan/roster';
import type { Locks } from '../../plan/rules/lock';
import type { Settings } from '../../plan/settings';
import { chooseMetrics, moneyAtStake } from './choose-metrics';
import { chooseSeats, incumbents } from './choose-seats';
import { convertMoney, exchangeOf, type Exchange } from './currency';
import { coverageFindings, doubtfulNotices, largeFindings, placeNotices } from './doubts';
import { standingLocks } from './standing-locks';
import { standingSeats } from './standing-seats';
import type { AccountList } from './account-list';
import type { Book } from './book';

/** What is planned, and how: each choice is the user's, else the usual one. */
export interface Choices {
  readonly exchange: Exchange;
  readonly metrics: readonly MetricSpec[];
  /** N values for each metric. */
  readonly weights: readonly Float64Array[];
  /** One seat per territory. */
  readonly seats: readonly Rep[];
  /** N values: seat of today's holder, −1 none. */
  readonly current: Int32Array;
  /** Name of today's owner of an account; empty for none. */
  readonly holder: (account: number) => string;
  readonly locks: Locks;
  /** N values: the money that moves with an account. */
  readonly money: Float64Array | undefined;
  readonly notices: readonly Notice[];
  /** Why no plan can be made of this. */
  readonly blocked: Failure | undefined;
  readonly findings: readonly Finding[];
}

/** Chooses over located accounts; returns them with their amounts in one currency, where rates are known for all. */
export function choose(
  { record, owned }: Book,
  list: AccountList,
  roster: Roster,
  settings: Settings,
): { accounts: Accounts; choices: Choices } {
  const { source, whole, mapping, doubtful } = list;
  const columns = worksheetColumns(source, mapping);
  const defaults = chooseDefaults(list.accounts);
  const exchange = exchangeOf(defaults.currencies.currencies, settings.fx);
  const accounts = convertMoney(list.accounts, exchange);
  const { specs: metrics, notices, blocked } = chooseMetrics(accounts, defaults, exchange, settings);
  const weights = metrics.map((metric) => metricWeights(accounts, metric));
  const before = record?.territories ?? [];
  const { seats, seatOf } = standingSeats(chooseSeats(roster, settings), before);
  const { current, holder, findings } = incumbents(accounts, roster, seats, columns);
  const standing = {
    whole,
    owned,
    territories: before.map(({ name }, j) => ({ name, seat: seatOf[j] ?? -1 })),
  };
  const locked = standingLocks(accounts, current, standing, columns);
  return {
    accounts,
    choices: {
      exchange,
      metrics,
      weights,
      seats,
      current,
      holder,
      locks: locked.locks,
      money: moneyAtStake(accounts, metrics),
      notices: [...notices, ...doubtfulNotices(doubtful, source), ...placeNotices(accounts)],
      blocked: blocked ?? blockedBySeats(seats, accounts) ?? emptyMetric(metrics, weights),
      findings: [
        ...findings,
        ...locked.findings,
        ...largeFindings(accounts, metrics, weights, seats.length, columns),
        ...coverageFindings(accounts, columns),
      ],
    },
  };
}

function blockedBySeats(seats: readonly Rep[], accounts: Accounts): Failure | undefined {
  if (seats.length === 0) return new Failure('noTerritoryCount');
  if (seats.length <= accounts.count) return undefined;
  return new Failure('tooManyTerritories', { territories: seats.length, accounts: accounts.count });
}

function emptyMetric(metrics: readonly MetricSpec[], weights: readonly Float64Array[]): Failure | undefined {
  const empty = metrics.find((_, m) => weights[m]?.every((weight) => weight === 0));
  return empty === undefined ? undefined : new Failure('metricEmpty', { metric: empty.id });
}
