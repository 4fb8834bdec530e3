import { foldText } from '../exact/fold-text';
import { listRanges } from '../intake';
import { idTie } from '../loads/mismatches';
import { accountLabel } from '../plan/accounts';
import { cellAddress, type SourceTable } from '../plan/cells';
import { Failure } from '../plan/failures';
import { isSamePlace } from '../plan/schedule';
import { UNASSIGNED } from '../plan/territory';
import { ACCOUNTS } from '../reports/planning-copy/layout';
import { inAllLanguages } from '../text/heard';
import { bodyRowOf } from './account-at';
import { managersOf } from './planning-copy-sources';
import { refOf } from './own-table';
import type { TableRef, WorkbookPort } from './ports';
import { keyHeader } from './sheet-sources';
import type { StandingPlan } from './standing-plan';
import { ourColumn } from './understanding/our-column';
import type { Understanding } from './understanding/understand';

/** An account that the copy has elsewhere than it was when the copy was made. */
export interface CopiedMove {
  /** What the account is known by, and its index in the list. */
  readonly key: string;
  readonly account: number;
  readonly label: string;
  /** Names of territories: when the copy was made, in the list now, in the copy. */
  readonly was: string;
  readonly mine: string;
  readonly theirs: string;
  readonly why: string;
  /** Its cell in the copy is blank: nobody knows whether that was meant. */
  readonly isBlank: boolean;
  /** The manager of the other team where the account goes from one team to another; blank within one. */
  readonly tradeWith: string;
}

export type Whose = 'mine' | 'theirs';

/** A returned planning copy beside the list, account by account. */
export interface Merge {
  readonly name: string;
  /** Only the copy has moved them: taken over. */
  readonly takes: readonly CopiedMove[];
  /**
   * The list has moved them too since the copy was made, elsewhere, or their cell was emptied, by whatever: somebody decides,
   * one by one.
   */
  readonly conflicts: readonly CopiedMove[];
  /** Rows that say what the list says, and rows that the copy left as they were. */
  readonly same: number;
  readonly untouched: number;
  /** Accounts of the copy that the list has not, or not once; cells that name no territory of the plan. */
  readonly strangers: readonly string[];
  readonly unknown: readonly string[];
}

/** Planning copies in the workbook, ours or returned, by the sheets that they stand on. */
export function copiesIn({ book }: Pick<Understanding, 'book'>): ReadonlyMap<string, TableRef> {
  const found = new Map<string, TableRef>();
  const add = (ref: TableRef, headers: readonly string[]): void => {
    if (columnsOf(headers) === undefined) return;
    const isTaken = found.has(ref.sheet);
    found.set(isTaken ? cellAddress(ref.sheet, ref.headerRow, ref.firstColumn) : ref.sheet, ref);
  };
  for (const { sheet, tables } of book.survey)
    for (const table of tables) add(refOf(sheet, table), table.headers);
  const isKnown = new Set([...found.values()].map(({ sheet, headerRow }) => `${sheet}\0${headerRow}`));
  for (const { headers, ...ref } of listRanges(book.survey, []))
    if (!isKnown.has(`${ref.sheet}\0${ref.headerRow}`)) add(ref, headers);
  return found;
}

/** The columns of a copy by what they are, in whatever language it was made; undefined where it is none. */
function columnsOf(
  headers: readonly string[],
): Record<'key' | 'territory' | 'from' | 'why', number> | undefined {
  const folded = headers.map(foldText);
  const at = (key: keyof typeof ACCOUNTS): number => {
    const names = inAllLanguages(ACCOUNTS[key]).map(foldText);
    return folded.findIndex((header) => names.includes(header));
  };
  const found = { key: at('key'), territory: at('territory'), from: at('from'), why: at('why') };
  return found.key < 0 || found.territory < 0 || found.from < 0 ? undefined : found;
}

/** @throws Failure `noCopy`, `copyNoKey`, `copyStrange` where none of its accounts is in the list */
export async function mergeWith(
  name: string,
  understanding: Understanding,
  standing: StandingPlan,
  workbook: WorkbookPort,
): Promise<Merge> {
  const found = [...copiesIn(understanding)].find(
    ([known]) => known.toLowerCase() === name.trim().toLowerCase(),
  );
  if (found === undefined) throw new Failure('noCopy', { name });
  const [called, ref] = found;
  return merged(called, await workbook.read(ref), understanding, standing);
}

/** @throws as above */
export function merged(
  name: string,
  copy: SourceTable,
  understanding: Understanding,
  standing: StandingPlan,
): Merge {
  const { list, book } = understanding;
  const { accounts } = list;
  const { record, assignment } = standing;
  const columns = columnsOf(copy.headers);
  const keys = list.source.columns[list.source.headers.indexOf(keyHeader(list) ?? '\0')];
  if (columns === undefined || keys === undefined) throw new Failure('copyNoKey', { name: list.ref.sheet });
  const byKey = new Map<string, number>();
  const twice = new Set<string>();
  accounts.sheetRow.forEach((_, i) => {
    const key = idTie(String(keys[bodyRowOf(list, i)] ?? ''));
    if (byKey.has(key)) twice.add(key);
    byKey.set(key, i);
  });
  // By id, too, as people call them: names come after, since one may be another's id.
  const places = new Map([
    ...record.territories.map(({ id, name: called }) => [id.toLowerCase(), called] as const),
    ...record.territories.map((one) => [one.name.toLowerCase(), one.name] as const),
  ]);
  const placed = (cell: string): string | undefined =>
    isSamePlace(cell, '') ? UNASSIGNED : places.get(cell.toLowerCase());
  const territory = ourColumn({ whole: list.whole, owned: book.owned }, 'territory');
  const managers = managersOf(understanding, standing);
  const leads = (called: string): string =>
    managers[record.territories.findIndex((one) => isSamePlace(one.name, called))] ?? '';
  const text = (column: number, row: number) => String(copy.columns[column]?.[row] ?? '').trim();

  const takes: CopiedMove[] = [];
  const conflicts: CopiedMove[] = [];
  const strangers: string[] = [];
  const unknown: string[] = [];
  const seen = new Set<string>();
  let [same, untouched, both] = [0, 0, 0];
  for (let row = 0; row < copy.rowCount; row++) {
    const key = text(columns.key, row);
    if (key === '') continue;
    const tie = idTie(key);
    const account = byKey.get(tie);
    if (account === undefined || twice.has(tie) || seen.has(tie)) {
      strangers.push(key);
      continue;
    }
    seen.add(tie);
    both++;
    const [was, said] = [text(columns.from, row), text(columns.territory, row)];
    if (isSamePlace(was, said)) {
      untouched++;
      continue;
    }
    const theirs = placed(said);
    if (theirs === undefined) {
      unknown.push(`${key}: ${said}`);
      continue;
    }
    const mine = territory.at(accounts.sheetRow[account] ?? 0) || UNASSIGNED;
    if (isSamePlace(mine, theirs)) {
      same++;
      continue;
    }
    const from = record.territories[assignment[account] ?? -1]?.name ?? '';
    const [here, there] = [leads(from), leads(theirs)];
    const move = {
      key,
      account,
      label: accountLabel(accounts, account),
      was: was === '' ? UNASSIGNED : was,
      mine,
      theirs,
      isBlank: said === '',
      why: columns.why < 0 ? '' : text(columns.why, row),
      tradeWith:
        foldText(here) === foldText(there) || here === '' || there === '' ? '' : `${here} – ${there}`,
    };
    // A territory that has another name by now was renamed, not left.
    (isSamePlace(mine, was) && !move.isBlank ? takes : conflicts).push(move);
  }
  if (both === 0) throw new Failure('copyStrange', { name });
  return { name, takes, conflicts, same, untouched, strangers, unknown };
}
