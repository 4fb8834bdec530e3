import { foldText } from '../../geo';
import type { Accounts } from '../../plan/accounts';
import { textAt } from '../../plan/columns';
import type { AccountMapping } from '../../plan/fields';
import type { Finding, FindingCode } from '../../plan/findings';
import type { Roster } from '../../plan/roster';
import { FindingList } from '../cells/finding-list';
import { idKey } from '../cells/identity';
import { isDepartedOwner, isQueueOwner } from './owners';

/** Seat of the roster per account, −1 where the owner is not on it. */
export interface OwnerMatch {
  readonly seat: Int32Array;
  readonly findings: readonly Finding[];
}

/**
 * Finds each account's owner in the roster: by CRM id, e-mail or name (`Doe, Jane` is `Jane Doe`). Owners
 * who are queues, who left, or whom nobody knows are noted once each, at their first account.
 *
 * @param columns 1-based worksheet column of each field
 */
export function matchOwners(accounts: Accounts, roster: Roster, columns: AccountMapping = {}): OwnerMatch {
  const seatOf = new Map<string, number>();
  const add = (key: string | undefined, seat: number) => {
    if (key !== undefined && key !== '' && !seatOf.has(key)) seatOf.set(key, seat);
  };
  roster.reps.forEach((rep, seat) => {
    if (rep.tbh) return;
    add(rep.id && `id:${idKey(rep.id)}`, seat);
    add(rep.crmUserId && `id:${idKey(rep.crmUserId)}`, seat);
    add(rep.email && `name:${foldText(rep.email)}`, seat);
    add(`name:${nameKey(rep.name)}`, seat);
  });
  const seat = new Int32Array(accounts.count).fill(-1);
  const findings = new FindingList();
  const noted = new Set<string>();
  const known = new Map<string, number>();
  for (let i = 0; i < accounts.count; i++) {
    const owner = textAt(accounts.text.owner, i);
    const id = textAt(accounts.text.ownerId, i);
    if (owner === undefined && id === undefined) continue;
    const both = `${id ?? ''}|${owner ?? ''}`;
    let found = known.get(both);
    if (found === undefined) {
      found = find(seatOf, id, owner);
      known.set(both, found);
    }
    const rep = roster.reps[found];
    if (rep?.active) {
      seat[i] = found;
      continue;
    }
    const label = owner ?? id ?? '';
    if (noted.has(label)) continue;
    noted.add(label);
    const code: FindingCode = isQueueOwner(label)
      ? 'queueOwner'
      : rep !== undefined || isDepartedOwner(label)
        ? 'departedOwner'
        : 'unknownOwner';
    findings.add({
      code,
      severity: code === 'queueOwner' ? 'note' : 'warning',
      sheet: accounts.sheet,
      row: accounts.sheetRow[i] ?? 0,
      column: (owner === undefined ? columns.ownerId : columns.owner) ?? 0,
      read: label,
    });
  }
  return { seat, findings: findings.finish() };
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
    seatOf.get(`name:${nameKey(owner)}`) ??
    seatOf.get(`name:${foldText(owner)}`) ??
    seatOf.get(`id:${idKey(owner)}`) ??
    -1
  );
}

/** `Doe, Jane` and `Jane Doe` are one name. */
function nameKey(name: string): string {
  const parts = name.split(',');
  const [last = '', first = ''] = parts;
  return foldText(parts.length === 2 ? `${first} ${last}` : name);
}
