import { foldText } from '../../geo';
import { FindingList, readFlagText } from '../../intake';
import type { Accounts } from '../../plan/accounts';
import type { SourceTable } from '../../plan/cells';
import { textAt } from '../../plan/columns';
import type { AccountMapping } from '../../plan/fields';
import type { Finding } from '../../plan/findings';
import type { Locks } from '../../plan/rules/lock';
import { isLeftOut, LOCK_KINDS, type LockKind } from '../../plan/rules/lock-kinds';
import { inAllLanguages } from '../../text/heard';
import { UNASSIGNED } from '../../plan/territory';
import type { Ownership } from '../../plan/ownership';
import { ourColumn } from './our-column';

/** What stands in the workbook from an earlier plan of ours. */
export interface Standing {
  /** The accounts' cells with our own columns. */
  readonly whole: SourceTable;
  readonly owned: Ownership | undefined;
  /** Territories of that plan, each with the seat that has it now, −1 none. */
  readonly territories: readonly { readonly name: string; readonly seat: number }[];
}

/** A filled cell that locks an account: what it says, and where it stands. */
interface LockCell {
  readonly text: string;
  /** 1-based worksheet column. */
  readonly column: number;
  /** Undefined for a word that is no kind of lock. */
  readonly kind: LockKind | undefined;
}

/** Where each account stands by the plan before, beside what is locked. */
export interface StandingAccounts {
  /**
   * Accounts that somebody put elsewhere than the design did, by hand: they stay there, and their lock is to be
   * written, so that the design after the next keeps them too.
   */
  readonly edited: ReadonlySet<number>;
  /** How many accounts nobody has by hand though the design gave them to somebody: they are placed again. */
  readonly cleared: number;
  /** The territory that was accepted last: its seat now, −1 none, and its name; undefined before the first. */
  readonly accepted: ((account: number) => { readonly seat: number; readonly name: string }) | undefined;
}

/**
 * Which accounts stay: one that was put elsewhere by hand than the design had it stays there; a locked one keeps the territory that its Territory cell names, else its owner, but for a lock that gives it to nobody. Its
 * lock is our own Lock cell, else the list's column of locks, else "exclude from reassignment". A cell that
 * says no (`no`, `FALSE`) locks nothing; one that says yes, or a word that is no kind of lock, keeps the
 * account here as a lock of the first kind.
 *
 * @param current N values: seat of today's owner, −1 none
 * @param columns 1-based worksheet column of each field
 * @returns a finding for every unknown word, for every Territory cell that names no territory of the plan or one that
 *   nobody has any more, and for every lock that has nothing to hold its account to
 */
export function standingLocks(
  accounts: Accounts,
  current: Int32Array,
  standing: Standing,
  columns: AccountMapping,
): { locks: Locks; standing: StandingAccounts; findings: readonly Finding[] } {
  const findings = new FindingList();
  const edited = new Set<number>();
  let cleared = 0;
  const territory = ourColumn(standing, 'territory');
  const designed = ourColumn(standing, 'designed');
  const seatOf = new Map(standing.territories.map(({ name, seat }) => [name.toLowerCase(), seat]));
  const lockAt = lockReader(accounts, standing, columns);
  const kinds = new Array<LockKind | undefined>(accounts.count);
  const seat = current.map((holder, i) => {
    const lock = lockAt(i);
    const at = (column: number) => ({
      severity: 'warning' as const,
      sheet: accounts.sheet,
      row: accounts.sheetRow[i] ?? 0,
      column,
    });
    if (lock === undefined) {
      const chosen = chosenByHand(i);
      if (chosen === undefined) {
        if (isClearedByHand(i)) cleared++;
        return -1;
      }
      const decided = seatOf.get(chosen.toLowerCase()) ?? UNKNOWN;
      if (decided < 0) {
        const params = { why: decided === UNKNOWN ? 'unknown' : 'team' };
        findings.add({ code: 'unknownTerritory', ...at(territory.column), read: chosen, params });
        return -1;
      }
      if (!designed.isThere) return -1;
      edited.add(i);
      kinds[i] = 'manager';
      return decided;
    }
    kinds[i] = lock.kind ?? MANUAL;
    if (isLeftOut(lock.kind)) return -1;
    const named = territory.at(accounts.sheetRow[i] ?? 0);
    const wanted = seatOf.get(named.toLowerCase()) ?? UNKNOWN;
    const kept = wanted < 0 ? holder : wanted;
    if (lock.kind === undefined) {
      const params = { kept: kept < 0 ? 'nowhere' : 'here' };
      findings.add({ code: 'unknownLock', ...at(lock.column), read: lock.text, params });
    }
    if (wanted < 0 && (named !== '' || holder < 0)) {
      const params = {
        kept: holder < 0 ? 'nowhere' : 'owner',
        why: named === '' ? 'blank' : wanted === UNKNOWN ? 'unknown' : 'team',
      };
      const column = named === '' ? lock.column : territory.column;
      findings.add({ code: 'lockNowhere', ...at(column), read: named === '' ? lock.text : named, params });
    }
    return kept;
  });
  return {
    locks: { seat, kind: (i) => kinds[i] },
    standing: { edited, cleared, accepted: acceptedOf(accounts, standing, seatOf) },
    findings: findings.finish(),
  };

  /** Whether a Territory cell gives to nobody what the design gave to a territory of the plan. */
  function isClearedByHand(i: number): boolean {
    const row = accounts.sheetRow[i] ?? 0;
    const isNobodys = ['', UNASSIGNED.toLowerCase()].includes(territory.at(row).toLowerCase());
    return isNobodys && seatOf.has(designed.at(row).toLowerCase());
  }

  /** What stands in a Territory cell and not in the design; undefined where the plan itself says it, or nobody. */
  function chosenByHand(i: number): string | undefined {
    const row = accounts.sheetRow[i] ?? 0;
    const named = territory.at(row);
    const isPlans = ['', UNASSIGNED, designed.at(row)].some(
      (word) => word.toLowerCase() === named.toLowerCase(),
    );
    // Where no plan is known, nothing is known of its names.
    return isPlans || seatOf.size === 0 ? undefined : named;
  }
}

function acceptedOf(
  accounts: Accounts,
  standing: Standing,
  seatOf: ReadonlyMap<string, number>,
): StandingAccounts['accepted'] {
  const column = ourColumn(standing, 'accepted');
  const at = (i: number) => column.at(accounts.sheetRow[i] ?? 0);
  if (!column.isThere || !accounts.sheetRow.some((_, i) => at(i) !== '')) return undefined;
  return (i) => ({ seat: seatOf.get(at(i).toLowerCase()) ?? -1, name: at(i) });
}

const [{ code: MANUAL }] = LOCK_KINDS;

/** No territory of the plan has that name; −1 is one that nobody on the team has now. */
const UNKNOWN = -2;

/** The cell that locks an account: the first of ours, the list's own, and the flag of exclusion. */
function lockReader(
  accounts: Accounts,
  standing: Standing,
  columns: AccountMapping,
): (account: number) => LockCell | undefined {
  const ours = ourColumn(standing, 'lock');
  const words = lockWords();
  const { lock } = accounts.text;
  const excluded = accounts.number.excludeFromReassignment;
  const flagColumn = columns.excludeFromReassignment ?? 0;
  const { columns: cells, firstColumn, firstRow } = standing.whole;
  const cellAt = (i: number, column: number) =>
    String(cells[column - firstColumn]?.[(accounts.sheetRow[i] ?? 0) - firstRow] ?? '');
  return (i) => {
    const own = ours.at(accounts.sheetRow[i] ?? 0);
    const text = own === '' ? (textAt(lock, i) ?? '') : own;
    const flag = readFlagText(text);
    if (text !== '' && flag !== false) {
      const kind = words.get(foldText(text)) ?? (flag === true ? MANUAL : undefined);
      return { text, column: own === '' ? (columns.lock ?? 0) : ours.column, kind };
    }
    return excluded?.[i] === 1
      ? { text: cellAt(i, flagColumn), column: flagColumn, kind: 'exclude' }
      : undefined;
  };
}

/** Every word for a lock, folded: its code, what other systems write, and ours in every language. */
function lockWords(): Map<string, LockKind> {
  const words = new Map<string, LockKind>();
  for (const { code, also } of LOCK_KINDS) {
    const ours = inAllLanguages(`lock.${code}`);
    for (const word of [code, ...also, ...ours]) words.set(foldText(word), code);
  }
  return words;
}
