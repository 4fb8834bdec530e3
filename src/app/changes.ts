import { accountLabel } from '../plan/accounts';
import { Failure } from '../plan/failures';
import { MAIN_LAYER } from '../plan/layer';
import { metricWeights } from '../plan/metrics';
import { namesOf } from '../plan/ownership';
import { UNASSIGNED } from '../plan/territory';
import { speak } from '../text/say';
import { bodyRowOf, keyOf } from './account-at';
import { cameIn, endsOf, isPooled, touchedBy, type AccountMove } from './moves';
import type { StandingPlan } from './standing-plan';
import { ourColumn } from './understanding/our-column';
import type { Understanding } from './understanding/understand';

/** An account whose Territory cell says something else than was accepted: proposed, by whomever. */
export interface Change extends AccountMove {
  readonly label: string;
  /** What its cells say. */
  readonly was: string;
  readonly is: string;
  /** Blank, Unassigned, or a territory of the plan: nothing else can be accepted. */
  readonly isKnown: boolean;
}

/** What was proposed since the last time that anything was accepted, in the order of the list. */
export function changesIn(
  { list, book }: Pick<Understanding, 'book' | 'list'>,
  { record, assignment }: StandingPlan,
): Change[] {
  const columns = { whole: list.whole, owned: book.owned };
  const [territory, accepted] = [ourColumn(columns, 'territory'), ourColumn(columns, 'accepted')];
  if (!territory.isThere || !accepted.isThere) return [];
  const at = new Map(record.territories.map(({ name }, j) => [name.toLowerCase(), j]));
  const { accounts } = list;
  return Array.from(accounts.sheetRow, (row, account) => ({
    account,
    was: accepted.at(row),
    is: territory.at(row),
  })).flatMap(({ account, was, is }): Change[] => {
    if (isSame(was, is)) return [];
    const to = assignment[account] ?? -1;
    return [
      {
        account,
        label: accountLabel(accounts, account),
        was,
        is,
        from: at.get(was.toLowerCase()) ?? -1,
        to,
        isKnown: to >= 0 || isSame(is, ''),
      },
    ];
  });
}

/** Without the column of what is accepted nothing can be told. @throws Failure `editColumnGone` */
export function refuseWithoutAccepted({
  list,
  book,
  settings,
}: Pick<Understanding, 'settings' | 'book' | 'list'>): void {
  if (isAccepted({ list, book })) return;
  const { columns } = namesOf(book.owned, MAIN_LAYER);
  const column = columns['accepted'] ?? speak(settings.language)('column.accepted');
  throw new Failure('editColumnGone', { sheet: list.ref.sheet, column });
}

/** Whether the list has the column of what is accepted. */
export const isAccepted = ({ list, book }: Pick<Understanding, 'list' | 'book'>): boolean =>
  ourColumn({ whole: list.whole, owned: book.owned }, 'accepted').isThere;

/** No territory is one, however it is said. */
const isSame = (a: string, b: string): boolean => inWords(a) === inWords(b);
const inWords = (cell: string): string =>
  cell.toLowerCase() === UNASSIGNED.toLowerCase() ? '' : cell.toLowerCase();

/** Accounts that nobody has put anywhere yet: their Territory cell is blank. */
export function newAccounts({ list, book }: Pick<Understanding, 'book' | 'list'>): number[] {
  const territory = ourColumn({ whole: list.whole, owned: book.owned }, 'territory');
  if (!territory.isThere) return [];
  // One that was in a territory, and was taken out, is no new one.
  const accepted = ourColumn({ whole: list.whole, owned: book.owned }, 'accepted');
  const isNew = (row: number) => territory.at(row) === '' && accepted.at(row) === '';
  return Array.from(list.accounts.sheetRow, (row, account) => (isNew(row) ? account : -1)).filter(
    (account) => account >= 0,
  );
}

/** What an account is known by on the log: the cell of its id or name, as it stands. */
export function knownBy({ list }: Pick<Understanding, 'list'>, account: number, label: string): string {
  const { mapping, source } = list;
  const column = mapping.accountId ?? mapping.accountName;
  const cell = column === undefined ? '' : (source.columns[column]?.[bodyRowOf(list, account)] ?? '');
  return String(cell).trim() || label || keyOf(list, account);
}

/**
 * Load ÷ target of each territory on a metric, before all of some changes and after.
 * @param at index of the metric
 */
export function sharesOf(
  changes: readonly Change[],
  standing: StandingPlan,
  { list }: Pick<Understanding, 'list'>,
  at = 0,
): ReadonlyMap<number, readonly [before: number, after: number]> {
  // The cells of Balance are those after: they are taken back to what was accepted.
  const back = changes.map(({ account, from, to }) => ({ account, from: to, to: from }));
  const first = standing.metrics[at];
  if (first === undefined) return new Map();
  const placed = first.load.reduce((sum, load) => sum + load, 0);
  const came = cameIn(changes, metricWeights(list.accounts, first.spec));
  // In pools of their own nobody knows whose share that was.
  if (came !== 0 && (isPooled(standing.record) || placed - came <= 0)) return new Map();
  return new Map(
    endsOf(back, standing, list.accounts, touchedBy(back))
      .filter(({ spec }) => spec === first.spec)
      .map(({ territory, before, after }) => [territory, [after, before]] as const),
  );
}
