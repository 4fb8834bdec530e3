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
import type { WorkbookPort } from './ports';
import { ourColumn } from './understanding/our-column';
import type { Understanding } from './understanding/understand';

/** The log with the accounts that a plan of an event in the year has elsewhere than they were accepted, and its sheet. */
export async function eventLog(
  { reason, effective }: NonNullable<DesignedPlan['event']>,
  plan: PlanResult,
  { designedAt: at }: RunRecord,
  understanding: Understanding,
  workbook: WorkbookPort,
): Promise<{ readonly sheet: SheetSpec; readonly remember: Readonly<Record<string, unknown>> }> {
  const { list, book } = understanding;
  const accepted = ourColumn({ whole: list.whole, owned: book.owned }, 'accepted');
  const before = await readLog(workbook);
  const moved = Array.from(list.accounts.sheetRow, (row, account) => ({
    account,
    was: accepted.at(row),
    is: plan.territories[plan.assignment[account] ?? -1]?.name ?? UNASSIGNED,
  })).filter(({ was, is }) => !isSamePlace(was, is));
  const first = nextNumber(before);
  const log = [
    ...before,
    ...moved.map(({ account, was, is }, n): LoggedChange => {
      const name = accountLabel(list.accounts, account);
      return {
        ...{ id: changeId(first + n), at, by: '', account: knownBy(understanding, account, name), name },
        ...{ from: was, to: is, reason, effective, fromShare: null, toShare: null },
      };
    }),
  ];
  const metrics = plan.metrics.map(({ spec, load, target }) => ({ spec, load, target, index: load }));
  return {
    sheet: await logSheet(log, understanding, { metrics }, workbook, at),
    remember: { [LOG_KEY]: log },
  };
}
