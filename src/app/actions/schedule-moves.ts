import { Failure } from '../../plan/failures';
import { isIsoDay } from '../../plan/settings';
import { isSamePlace } from '../../plan/schedule';
import { accountLabel } from '../../plan/accounts';
import { bodyRowOf } from '../account-at';
import type { Action } from '../action';
import { knownBy, refuseWithoutAccepted } from '../changes';
import { proposeDated } from '../dated';
import { accountCalled, selectedAccounts } from '../find-accounts';
import type { DatedMove } from '../logged';
import type { Understanding } from '../understanding/understand';
import { ourColumn } from '../understanding/our-column';
import { territoryCalled } from '../territory-called';
import { hasStandingPlan } from './write-sheet';

/** Which accounts go where, and when. */
export interface Scheduled {
  /** Ids, or names; none: those of the selected rows. */
  readonly accounts: readonly string[];
  readonly to: string;
  /** ISO day from which they are there, and the last one on which they are; absent: for good. */
  readonly from: string;
  readonly until?: string;
}

/** Proposes that accounts are in another territory from a day on, for good or up to a last day. */
export const scheduleMoves: Action<[said: Scheduled]> = {
  name: 'schedule-moves',
  label: 'action.schedule',
  doing: 'writing.edit',
  when: hasStandingPlan,
  async perform({ workbook, clock, look, state, change, say }, { accounts, to, from, until }) {
    refuseDays(from, until, clock.now().toISOString().slice(0, 10));
    const understanding = await look();
    const { standing } = state();
    if (understanding === undefined || standing === undefined) return;
    refuseWithoutAccepted(understanding);
    const name = territoryCalled(standing, to);
    const wanted =
      accounts.length === 0
        ? await selectedAccounts(understanding, workbook)
        : accounts.map((word) => accountCalled(understanding, word));
    const moved = elsewhere(understanding, wanted, name, until !== undefined);
    const dated = [...moved].map((account): DatedMove => ({
      account: knownBy(understanding, account, accountLabel(understanding.list.accounts, account)),
      to: name,
      effective: from,
      ...(until === undefined ? {} : { until }),
    }));
    await proposeDated(workbook, understanding, standing, (i) => (moved.has(i) ? name : undefined), dated);
    await look();
    change({ news: say('news.scheduled', { count: moved.size, name, from, until: until ?? 'none' }) });
  },
};

/** @throws Failure `scheduleDay`, `scheduleUntil` */
function refuseDays(from: string, until: string | undefined, today: string): void {
  if (!isIsoDay(from) || from < today) throw new Failure('scheduleDay', { day: from, today });
  if (until !== undefined && (!isIsoDay(until) || until < from))
    throw new Failure('scheduleUntil', { day: until, from });
}

/**
 * Those of some accounts that are not there already.
 * @throws Failure `allThere`; `coverNowhere` where one that is covered for a while has nowhere to go back to
 */
function elsewhere(
  understanding: Pick<Understanding, 'book' | 'list'>,
  accounts: readonly number[],
  name: string,
  isCover: boolean,
): ReadonlySet<number> {
  const { list, book } = understanding;
  const accepted = ourColumn({ whole: list.whole, owned: book.owned }, 'accepted');
  const at = (account: number) => accepted.at(bodyRowOf(list, account) + list.source.firstRow);
  const moved = accounts.filter((account) => !isSamePlace(at(account), name));
  if (moved.length === 0) throw new Failure('allThere', { name, count: accounts.length });
  const nowhere = isCover ? moved.find((account) => isSamePlace(at(account), '')) : undefined;
  if (nowhere !== undefined)
    throw new Failure('coverNowhere', { account: accountLabel(list.accounts, nowhere) });
  return new Set(moved);
}
