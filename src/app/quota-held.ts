import { accountLabel } from '../plan/accounts';
import { changesByAccount, comingAbout, daySerial, isSamePlace } from '../plan/schedule';
import type { LoggedChange } from '../plan/change-log';
import type { QuotaSettings } from '../plan/quota';
import type { RunRecord } from '../plan/run-record';
import type { HeldAccount } from '../quota/held';
import { bodyRowOf } from './account-at';
import { knownBy } from './changes';
import { issueKey } from './quota-moves';
import { keyHeader } from './sheet-sources';
import type { Understanding } from './understanding/understand';

/** What of a change tells how long an account is held. */
export type HoldingChange = Pick<LoggedChange, 'account' | 'from' | 'to' | 'effective' | 'until' | 'quota'>;

/**
 * Accounts that were accepted for a day within the year, or after it: up to it they count for the seat that they leave. What is covered
 * for a while stays its owner's, and what moved since quotas were issued goes by their issue.
 * @param log moves of accounts that came about, or are going to
 */
export function heldIn(
  understanding: Pick<Understanding, 'list'>,
  { territories }: RunRecord,
  settings: QuotaSettings,
  year: number,
  log: readonly HoldingChange[],
): HeldAccount[] {
  const { list } = understanding;
  // What comes after the year counts all of it where it is.
  const isDated = ({ effective }: HoldingChange) => daySerial(effective) > year;
  const header = keyHeader(list);
  if (header === undefined || !log.some(isDated)) return [];
  const issue = settings.issued && issueKey(settings.issued);
  const changes = changesByAccount(log);
  const cells = list.source.columns[list.source.headers.indexOf(header)];
  const seatOf = (name: string) => territories.findIndex((one) => isSamePlace(one.name, name));
  return Array.from(list.accounts.sheetRow.keys()).flatMap((account): HeldAccount[] => {
    const label = accountLabel(list.accounts, account);
    const mine = comingAbout(changes.get(knownBy(understanding, account, label)) ?? []);
    const end = mine.at(-1);
    if (end === undefined || end.until !== undefined) return [];
    const key = cells?.[bodyRowOf(list, account)] ?? '';
    return mine.flatMap((change): HeldAccount[] => {
      const isIssues = issue !== undefined && change.quota?.issue === issue;
      const [from, to] = [seatOf(change.from), seatOf(change.to)];
      if (isIssues || change.until !== undefined || !isDated(change) || from === to) return [];
      const one = { account, key: typeof key === 'number' ? key : String(key), label, from, to };
      return [{ ...one, last: seatOf(end.to), day: daySerial(change.effective) }];
    });
  });
}
