import { accountLabel } from '../plan/accounts';
import { changesByAccount, comingAbout, daySerial, isSamePlace } from '../plan/schedule';
import { ofAccounts, type LoggedChange } from '../plan/change-log';
import type { QuotaSettings } from '../plan/quota';
import type { RunRecord } from '../plan/run-record';
import { periodsOf } from '../quota/calendar';
import type { HeldAccount } from '../quota/held';
import { bodyRowOf } from './account-at';
import { knownBy } from './changes';
import { issueKey } from './quota-moves';
import { keyHeader } from './sheet-sources';
import type { Understanding } from './understanding/understand';

/**
 * Accounts that were accepted for a day within the year: up to it they count for the seat that they leave. What is covered
 * for a while stays its owner's, and what moved since quotas were issued goes by their issue.
 */
export function heldIn(
  understanding: Pick<Understanding, 'list' | 'book'>,
  { territories }: RunRecord,
  settings: QuotaSettings,
  year: number,
): HeldAccount[] {
  const { list, book } = understanding;
  const log = ofAccounts(book.logged?.log ?? []);
  const periods = periodsOf(year, settings);
  const [first, last] = [year, periods.at(-1)?.end ?? year];
  const isDated = ({ effective }: LoggedChange) => {
    const day = daySerial(effective);
    return day > first && day <= last;
  };
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
