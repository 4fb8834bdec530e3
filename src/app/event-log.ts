import { accountLabel } from '../plan/accounts';
import { changeId, nextNumber, type LoggedChange } from '../plan/change-log';
import type { PlanResult } from '../plan/design';
import type { RunRecord } from '../plan/run-record';
import { isSamePlace } from '../plan/schedule';
import { UNASSIGNED } from '../plan/territory';
import type { SheetSpec } from '../reports/spec';
import { logSheet } from './change-log';
import { knownBy } from './changes';
import type { DesignedPlan } from './design';
import { LOG_KEY, readLog } from './logged';
import { payCarried } from './pay-effect';
import type { WorkbookPort } from './ports';
import { quotaCarried } from './quota-moves';
import { quotaBasis } from './quota-sources';
import { ourColumn } from './understanding/our-column';
import type { Understanding } from './understanding/understand';

/**
 * The log with the accounts that a plan of an event in the year has elsewhere than they were accepted, with the quota that
 * each brings along since the issue; and its sheet.
 */
export async function eventLog(
  { reason, effective, shares }: NonNullable<DesignedPlan['event']>,
  plan: PlanResult,
  record: RunRecord,
  understanding: Understanding,
  workbook: WorkbookPort,
): Promise<{
  readonly sheet: SheetSpec;
  readonly log: readonly LoggedChange[];
  readonly remember: Readonly<Record<string, unknown>>;
}> {
  const { designedAt: at } = record;
  const before = await readLog(workbook);
  const moved = movedBy(plan, record, understanding);
  const first = nextNumber(before);
  const basis = quotaBasis(understanding, record);
  const quotaOf = quotaCarried(understanding, basis, before);
  const payOn = payCarried(understanding, basis);
  const [metric] = plan.metrics;
  const shareOf = (j: number): LoggedChange['fromShare'] => {
    // A territory that has just come had nothing before.
    const was = shares[j] ?? (j < shares.length ? NaN : 0);
    const is = (metric?.load[j] ?? NaN) / (metric?.target[j] ?? NaN);
    return j >= 0 && Number.isFinite(was + is) ? [was, is] : null;
  };
  const log = [
    ...before,
    ...moved.map(({ change, known, was, is }, n): LoggedChange => {
      const quota = quotaOf(change, known);
      return {
        ...{ id: changeId(first + n), at, by: '', account: known, name: change.label },
        ...{ from: was, to: is, reason, effective },
        ...(quota === undefined ? {} : { quota }),
        ...payOn(quota, change.from, change.to),
        ...{ fromShare: shareOf(change.from), toShare: shareOf(change.to) },
      };
    }),
  ];
  const metrics = plan.metrics.map(({ spec, load, target }) => ({ spec, load, target, index: load }));
  return {
    sheet: await logSheet(log, understanding, { metrics }, workbook, at),
    log,
    remember: { [LOG_KEY]: log },
  };
}

/** Accounts that a plan has elsewhere than they were accepted: between which of its territories they go. */
export function movedBy(
  plan: Pick<PlanResult, 'assignment' | 'territories'>,
  { territories }: Pick<RunRecord, 'territories'>,
  understanding: Pick<Understanding, 'list' | 'book'>,
) {
  const { list, book } = understanding;
  const accepted = ourColumn({ whole: list.whole, owned: book.owned }, 'accepted');
  return Array.from(list.accounts.sheetRow, (row, account) => {
    const to = plan.assignment[account] ?? -1;
    const was = accepted.at(row);
    const is = plan.territories[to]?.name ?? UNASSIGNED;
    const label = accountLabel(list.accounts, account);
    const from = territories.findIndex(({ name }) => isSamePlace(name, was));
    return { change: { account, label, from, to }, known: knownBy(understanding, account, label), was, is };
  }).filter(({ was, is }) => !isSamePlace(was, is));
}
