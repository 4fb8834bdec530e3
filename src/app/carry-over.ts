import { comparable } from '../plan/account-keys';
import { matchRows } from '../plan/match-accounts';
import type { Accounts } from '../plan/accounts';
import { fairIndex, isWithin } from '../plan/band';
import { textAt } from '../plan/columns';
import type { MetricResult, PlanResult } from '../plan/design';
import type { Failure } from '../plan/failures';
import type { AccountNumberField, AccountTextField } from '../plan/fields';
import type { DesignedPlan } from './design';
import { inputOf } from './input-of';
import type { Understanding } from './understanding/understand';

/** How the accounts of now differ from those that a plan was designed from. */
export interface Drift {
  readonly added: number;
  readonly gone: number;
  /** Accounts of which something that is read has changed. */
  readonly changed: number;
}

/** A plan, over the accounts as they stand now. */
export interface CarriedPlan {
  readonly designed: DesignedPlan;
  readonly drift: Drift;
}

export const hasDrifted = ({ added, gone, changed }: Drift): boolean => added + gone + changed > 0;

/** Parameters of the sentence that says so. */
export const driftParams = ({ added, gone, changed }: Drift): Failure['params'] => ({
  total: added + gone + changed,
  added,
  gone,
  changed,
});

/**
 * Brings a plan over from the accounts it was designed from to those that stand in the workbook now, account
 * by account, whatever rows they stand in. Accounts that came since are unassigned and say why.
 * @returns undefined where the plan is of something else: other settings, team or metrics
 */
export function carryOver(designed: DesignedPlan, now: Understanding): CarriedPlan | undefined {
  const { from, plan } = designed;
  if (purposeOf(from) !== purposeOf(now)) return undefined;
  if ((from === now || inputOf(now) === inputOf(from)) && sameLocks(from, now))
    return { designed, drift: { added: 0, gone: 0, changed: 0 } };

  const then = accountsThen(from, now);
  const drift = driftOf(from, now, then);
  const carried = overAccounts(plan, now, then);
  return {
    designed: {
      ...designed,
      plan: hasDrifted(drift) ? refigured(carried, now) : carried,
      from: now,
      // What others are found from is of the accounts of then.
      asSet: undefined,
    },
    drift,
  };
}

/** What a plan is made for, accounts apart, as one text. */
function purposeOf({
  settings,
  team,
  choices,
}: Pick<Understanding, 'settings' | 'team' | 'choices'>): string {
  const { source } = team;
  return JSON.stringify([
    settings,
    source && [source.headers, source.columns],
    choices.metrics,
    choices.seats.map(({ id, name }) => [id, name]),
  ]);
}

const sameLocks = (from: Pick<Understanding, 'choices'>, now: Pick<Understanding, 'choices'>): boolean =>
  now.choices.locks.seat.every((seat, i) => seat === from.choices.locks.seat[i]);

/** For each account now the account then, −1 for one that came since. */
export function accountsThen(
  from: Pick<Understanding, 'list'>,
  now: Pick<Understanding, 'list'>,
): Int32Array {
  const [then, rows] = comparable(from.list.rows, now.list.rows);
  const match = matchRows(then, rows).then;
  const accountAt = new Map(bodyRows(from).map((row, i) => [row, i]));
  return Int32Array.from(bodyRows(now), (row) => accountAt.get(match[row] ?? -1) ?? -1);
}

const bodyRows = ({ list: { accounts, source } }: Pick<Understanding, 'list'>): number[] =>
  Array.from(accounts.sheetRow, (row) => row - source.firstRow);

function driftOf(
  from: Pick<Understanding, 'list' | 'choices'>,
  now: Pick<Understanding, 'list' | 'choices'>,
  then: Int32Array,
): Drift {
  const isSame = compare(from.list.accounts, now.list.accounts);
  let added = 0;
  let changed = 0;
  then.forEach((was, i) => {
    if (was < 0) added++;
    else if (!isSame(was, i) || from.choices.locks.seat[was] !== now.choices.locks.seat[i]) changed++;
  });
  return { added, changed, gone: from.list.accounts.count - (then.length - added) };
}

/** Whether all that is read of an account then and one now is the same. */
function compare(from: Accounts, now: Accounts): (was: number, is: number) => boolean {
  const texts = keysOfBoth<AccountTextField>(from.text, now.text);
  const numbers = keysOfBoth<AccountNumberField>(from.number, now.number);
  return (was, is) =>
    texts.every((field) => textAt(from.text[field], was) === textAt(now.text[field], is)) &&
    numbers.every((field) => Object.is(from.number[field]?.[was] ?? NaN, now.number[field]?.[is] ?? NaN));
}

const keysOfBoth = <Field extends string>(a: object, b: object): Field[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])] as Field[];

function overAccounts(plan: PlanResult, now: Pick<Understanding, 'choices'>, then: Int32Array): PlanResult {
  return {
    ...plan,
    assignment: then.map((was) => (was < 0 ? -1 : (plan.assignment[was] ?? -1))),
    reason: (i) => {
      const was = then[i] ?? -1;
      return was < 0 ? { code: 'added' } : plan.reason(was);
    },
    current: now.choices.current,
  };
}

/** The figures of a plan over accounts that have changed: loads and counts are those of now, targets stay. */
function refigured(plan: PlanResult, now: Pick<Understanding, 'choices'>): PlanResult {
  const { weights, money } = now.choices;
  let placed = 0;
  let movedAccounts = 0;
  let movedMoney = 0;
  plan.assignment.forEach((j, i) => {
    if (j < 0) return;
    placed++;
    const holder = plan.current[i] ?? -1;
    if (holder < 0 || holder === j) return;
    movedAccounts++;
    movedMoney += money?.[i] ?? 0;
  });
  const metrics = plan.metrics.map((metric, m) => reloaded(metric, plan.assignment, weights[m]));
  return {
    ...plan,
    placed,
    unassigned: plan.assignment.length - placed,
    metrics,
    withinTolerance: metrics.every(({ worstDeviation, spec }) => isWithin(worstDeviation, spec.tolerance)),
    moved: { accounts: movedAccounts, money: movedMoney },
  };
}

function reloaded(
  metric: MetricResult,
  assignment: Int32Array,
  weights: Float64Array | undefined,
): MetricResult {
  const load = new Float64Array(metric.load.length);
  assignment.forEach((j, i) => {
    if (j >= 0) load[j] = (load[j] ?? 0) + (weights?.[i] ?? 0);
  });
  const index = Array.from(load, (value, j) => fairIndex(value, metric.target[j] ?? 0));
  const off = index.map((value) => Math.abs(value - 1));
  const worstDeviation = Math.max(...off);
  const mean = index.reduce((sum, value) => sum + value, 0) / index.length;
  const variance = index.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / index.length;
  return {
    ...metric,
    load,
    worstDeviation,
    worstTerritory: off.indexOf(worstDeviation),
    cv: mean > 0 ? Math.sqrt(variance) / mean : 0,
  };
}
