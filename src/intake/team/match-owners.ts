import { foldText } from '../../geo';
import type { Accounts } from '../../plan/accounts';
import { textAt } from '../../plan/columns';
import type { AccountMapping } from '../../plan/fields';
import type { Finding, FindingCode } from '../../plan/findings';
import type { Rep, Roster } from '../../plan/roster';
import { FindingList } from '../cells/finding-list';
import { idKey } from '../cells/identity';
import { isDepartedOwner, isQueueOwner, personKey, plainKey } from './owners';

/** Seat of the roster per account, −1 where the owner is not on it. */
export interface OwnerMatch {
  readonly seat: Int32Array;
  readonly findings: readonly Finding[];
}

/**
 * Finds each account's owner among the seats: by CRM id, e-mail or name (`Doe, Jane` is `Jane Doe`). Owners
 * who are queues, who left, who carry no territory, or whom the team list does not know are noted once each, at
 * their first account, with how many accounts they hold. Without a team list nobody can be missing from it. Where the
 * seats are the list's own territories, each holds what is called so; and a rep of the team list what is in his
 * territory, where the list has no owners.
 *
 * @param columns 1-based worksheet column of each field
 * @param seats those of the roster that have a territory, in the order of territories
 */
export function matchOwners(
  accounts: Accounts,
  roster: Roster,
  columns: AccountMapping = {},
  seats: readonly Rep[] = roster.reps,
): OwnerMatch {
  const seatOf = keysOf(seats);
  const repOf = keysOf(roster.reps);
  const seat = new Int32Array(accounts.count).fill(-1);
  const free = new Map<string, FreeOwner>();
  const known = new Map<string, number>();
  const isOwned = accounts.text.owner !== undefined || accounts.text.ownerId !== undefined;
  if (!isOwned && roster.source === 'table') return { seat: byTerritoryOfRep(accounts, seats), findings: [] };
  const isByTerritory = roster.source === 'territories';
  const owners = isByTerritory ? accounts.text.currentTerritory : accounts.text.owner;
  const ids = isByTerritory ? undefined : accounts.text.ownerId;
  const column = isByTerritory ? columns.currentTerritory : columns.owner;
  for (let i = 0; i < accounts.count; i++) {
    const owner = textAt(owners, i);
    const id = textAt(ids, i);
    if (owner === undefined && id === undefined) continue;
    const both = `${id ?? ''}|${owner ?? ''}`;
    let found = known.get(both);
    if (found === undefined) {
      found = find(seatOf, id, owner);
      known.set(both, found);
    }
    if (seats[found]?.active === true) {
      seat[i] = found;
      continue;
    }
    const label = owner ?? id ?? '';
    const before = free.get(label);
    if (before !== undefined) before.accounts++;
    else
      free.set(label, {
        rep: roster.reps[find(repOf, id, owner)],
        first: i,
        accounts: 1,
        column: (owner === undefined ? columns.ownerId : column) ?? 0,
      });
  }
  return { seat, findings: noteFree(accounts, roster, free) };
}

/** The rep whose territory an account is in; −1 where none or several say it is theirs. */
function byTerritoryOfRep({ text, count }: Accounts, seats: readonly Rep[]): Int32Array {
  const seatOf = new Map<string, number>();
  seats.forEach(({ territory, tbh, active }, seat) => {
    const key = foldText(territory ?? '');
    if (key === '' || tbh || !active) return;
    seatOf.set(key, seatOf.has(key) ? -1 : seat);
  });
  return new Int32Array(count).map(
    (_, i) => seatOf.get(foldText(textAt(text.currentTerritory, i) ?? '')) ?? -1,
  );
}

/** An owner without a territory: who that is on the team list, and what he holds. */
interface FreeOwner {
  readonly rep: Rep | undefined;
  readonly first: number;
  readonly column: number;
  accounts: number;
}

function keysOf(reps: readonly Rep[]): ReadonlyMap<string, number> {
  const seatOf = new Map<string, number>();
  const add = (key: string | undefined, seat: number) => {
    if (key !== undefined && key !== '' && !seatOf.has(key)) seatOf.set(key, seat);
  };
  const people = reps.flatMap((rep, seat) =>
    rep.tbh ? [] : [rep, ...(rep.people ?? [])].map((one) => ({ one, seat })),
  );
  for (const { one, seat } of people) {
    add(one.id && `id:${idKey(one.id)}`, seat);
    add(one.crmUserId && `id:${idKey(one.crmUserId)}`, seat);
    add(one.email && `name:${foldText(one.email)}`, seat);
    add(`name:${personKey(one.name)}`, seat);
  }
  for (const { one, seat } of people) add(`name:${plainKey(one.name)}`, seat);
  return seatOf;
}

function noteFree(
  { sheet, sheetRow }: Accounts,
  { source }: Roster,
  free: ReadonlyMap<string, FreeOwner>,
): readonly Finding[] {
  const findings = new FindingList();
  for (const [label, { rep, first, accounts, column }] of free) {
    const code = codeOf(label, rep);
    if (source !== 'table' && code === 'unknownOwner') continue;
    findings.add({
      code,
      severity: code === 'queueOwner' || code === 'ownerWithoutSeat' ? 'note' : 'warning',
      sheet,
      row: sheetRow[first] ?? 0,
      column,
      read: label,
      params: { count: accounts },
    });
  }
  return findings.finish();
}

function codeOf(label: string, rep: Rep | undefined): FindingCode {
  if (isQueueOwner(label)) return 'queueOwner';
  if (rep?.active === true) return 'ownerWithoutSeat';
  return rep !== undefined || isDepartedOwner(label) ? 'departedOwner' : 'unknownOwner';
}

function find(
  seatOf: ReadonlyMap<string, number>,
  id: string | undefined,
  owner: string | undefined,
): number {
  const byId = id === undefined ? undefined : seatOf.get(`id:${idKey(id)}`);
  if (byId !== undefined) return byId;
  if (owner === undefined) return -1;
  return (
    seatOf.get(`name:${personKey(owner)}`) ??
    seatOf.get(`name:${plainKey(owner)}`) ??
    seatOf.get(`name:${foldText(owner)}`) ??
    seatOf.get(`id:${idKey(owner)}`) ??
    -1
  );
}
