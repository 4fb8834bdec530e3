import { idKey } from '../loads/people';
import { STAMPS } from '../loads/dynamics';
import type { LoadPack } from '../loads/file';
import type { Outcome } from '../loads/results';
import { accountLabel } from '../plan/accounts';
import type { LoggedChange } from '../plan/change-log';
import { textAt } from '../plan/columns';
import { isSamePlace, placeOn } from '../plan/schedule';
import { bodyRowOf } from './account-at';
import { knownBy } from './changes';
import { ourColumn } from './understanding/our-column';
import type { Understanding } from './understanding/understand';

/** An account as load files and the log know it. */
export interface LoadedAccount {
  /** What its rows in files begin with. */
  readonly id: string;
  /** What the log knows it by, and where it is accepted. */
  readonly known: string;
  readonly accepted: string;
}

/** The accounts of the list. */
export function loadedAccounts(
  understanding: Pick<Understanding, 'book' | 'list'>,
  { target }: Pick<LoadPack, 'target'>,
): LoadedAccount[] {
  const { list, book } = understanding;
  const { accounts, source } = list;
  const accepted = ourColumn({ whole: list.whole, owned: book.owned }, 'accepted');
  const stamps = target === 'dynamics' ? source.columns[source.headers.indexOf(STAMPS[0])] : undefined;
  return Array.from(accounts.sheetRow, (row, i) => ({
    id:
      stamps === undefined
        ? (textAt(accounts.text.accountId, i) ?? '')
        : String(stamps[bodyRowOf(list, i)] ?? ''),
    known: knownBy(understanding, i, accountLabel(accounts, i)),
    accepted: accepted.at(row),
  }));
}

/**
 * The log with what became of its changes in load files: of each account the one that holds today is in them. What a loader
 * has said stays said, whatever is written afterwards, until it says something else.
 * @param day ISO; @param at ISO time of writing
 * @returns the same log where nothing is new
 */
export function loggedAsLoaded(
  log: readonly LoggedChange[],
  { outcomes }: Pick<LoadPack, 'outcomes'>,
  accounts: readonly LoadedAccount[],
  day: string,
  at: string,
): readonly LoggedChange[] {
  if (log.length === 0) return log;
  const byId = new Map<string, Outcome[]>();
  for (const one of outcomes) {
    const key = idKey(one.id);
    byId.set(key, [...(byId.get(key) ?? []), one]);
  }
  const changes = new Map<string, number[]>();
  log.forEach(({ kind, account }, n) => {
    if (kind === undefined) changes.set(account, [...(changes.get(account) ?? []), n]);
  });
  const loaded = new Map<number, NonNullable<LoggedChange['loaded']>>();
  for (const { id, known, accepted } of accounts) {
    const found = id === '' ? undefined : byId.get(idKey(id));
    const own = changes.get(known);
    if (found === undefined || own === undefined) continue;
    const of = own.flatMap((n) => log[n] ?? []);
    const now = placeOn(of, accepted, day);
    const n = [...own].reverse().find((one) => {
      const change = log[one];
      return change !== undefined && change.effective <= day && isSamePlace(change.to, now);
    });
    if (n === undefined) continue;
    const next = answerOf(found, at);
    if (isNew(log[n]?.loaded, next)) loaded.set(n, next);
  }
  if (loaded.size === 0) return log;
  return log.map((change, n) => {
    const one = loaded.get(n);
    return one === undefined ? change : { ...change, loaded: one };
  });
}

/** Refused where one of its rows was, loaded where all were. */
function answerOf(found: readonly Outcome[], at: string): NonNullable<LoggedChange['loaded']> {
  const failed = found.find(({ result }) => result === 'failed');
  const isLoaded = found.every(({ result }) => result === 'loaded');
  return {
    at,
    files: found.map(({ file }) => file),
    result: failed !== undefined ? 'failed' : isLoaded ? 'loaded' : 'open',
    ...(failed === undefined || failed.error === '' ? {} : { error: failed.error }),
  };
}

function isNew(before: LoggedChange['loaded'], next: NonNullable<LoggedChange['loaded']>): boolean {
  if (before === undefined) return true;
  if (next.result === 'open') return false;
  return before.result !== next.result || before.error !== next.error;
}
