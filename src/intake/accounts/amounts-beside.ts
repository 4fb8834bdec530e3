import type { Cell, SourceTable } from '../../plan/cells';
import type { AccountMapping } from '../../plan/fields';
import type { Finding } from '../../plan/findings';
import { MONEY_FIELDS, type BalanceField } from '../../plan/metrics';
import { cellText, isBlank, trimText } from '../cells/cell-text';
import { FindingList } from '../cells/finding-list';
import { mapAccountColumns } from '../columns/mapping';
import { readNumberColumn } from '../columns/number-column';
import { isTotalText } from '../columns/rows';
import { rowMeaning, type RowKind, type RowMeaning } from '../headers/row-kind';
import { isSameToFormulas } from './compared-by-formulas';
import { ENOUGH } from './defaults';
import { rollUp, type RolledColumn } from './roll-up';
import { AS_NAMED, sharedKeys } from './shared-key';

/** What another table has of the accounts of a list. */
export interface AmountsBeside {
  readonly kind: RowKind;
  /** Column of the list, and of the other table, by which rows go to accounts. */
  readonly key: number;
  readonly otherKey: number;
  readonly columns: readonly AmountBeside[];
  /** Accounts of the list that the other table knows, and customers of it that the list does not know. */
  readonly known: number;
  readonly unknown: number;
  /** Rows of the list that have the id or the name of one above: that one has the amount. */
  readonly twice: number;
  /** Rows that were not summed up, since they came to nothing or are over. */
  readonly ended: number;
  /** Column of the other table that names who holds its rows. */
  readonly holder: number | undefined;
  /** Currencies that its amounts are in, where it says so. Those of several are not to be summed. */
  readonly currencies: readonly string[];
  /** What was noticed in the cells that were summed up. */
  readonly findings: readonly Finding[];
}

export interface AmountBeside {
  readonly field: BalanceField;
  /** Column of the other table, and what its cells were multiplied with. */
  readonly from: number;
  readonly times: RolledColumn['times'];
  /** By row of the list's body, above 0; blank for none. */
  readonly cells: readonly Cell[];
  /** Whether the sum of the cells as they stand, by the cells of both keys, is the same. */
  readonly isPlainSum: boolean;
}

/** Less of the list and of the customers of the other table, and the two speak of different things. */
const MOST = 0.5;
/** More rows of the list that share a name: nobody knows whose the amounts are. */
const FEW_TWICE = 0.1;
/** Of what a customer has several rows that bring money. */
const SUMMED: ReadonlySet<RowKind> = new Set(['deal', 'order', 'subscription', 'record']);

/**
 * Amounts of the accounts of a list in another table, as a look-up would bring them: what each has in a list of a row an
 * account, the rows of orders, deals or subscriptions summed up. Undefined where its rows name other things, or where
 * many rows of the list share their names, since nobody knows whose the amounts are.
 *
 * @param mapping of the list: its id and its name are looked for in the other table, then any column that both share
 * @param least share of the list that the other table must know
 */
export function amountsBeside(
  list: SourceTable,
  mapping: AccountMapping,
  other: SourceTable,
  least = ENOUGH,
): AmountsBeside | undefined {
  const meaning = rowMeaning(other);
  if (meaning.kind !== 'account' && !SUMMED.has(meaning.kind)) return undefined;
  const { mapping: of } = mapAccountColumns(other);
  const isEnough = (one: AmountsBeside | undefined) =>
    one !== undefined && one.known >= least * list.rowCount ? one : undefined;
  const named = isEnough(byName(list, mapping, other, meaning, of));
  if (named?.twice === 0) return named;
  const shared = isEnough(bySharedKey(list, mapping, other, meaning, of));
  return shared?.twice === 0 ? shared : (named ?? shared);
}

function byName(
  list: SourceTable,
  mapping: AccountMapping,
  other: SourceTable,
  meaning: RowMeaning,
  of: AccountMapping,
): AmountsBeside | undefined {
  const found = meaning.kind === 'account' ? asItStands(other, of) : summedUp(other, meaning, of);
  const keys = [mapping.accountId, mapping.accountName].filter((column) => column !== undefined);
  const ways = keys.flatMap((key) => found.keys.map(({ at, names }) => joined(list, key, names, at)));
  return brought(list, other, found, bestOf(ways));
}

/** By a column that both have, and that is neither the list's id nor its name. */
function bySharedKey(
  list: SourceTable,
  mapping: AccountMapping,
  other: SourceTable,
  { kind }: RowMeaning,
  of: AccountMapping,
): AmountsBeside | undefined {
  const found = sharedKeys(list, mapping, other).flatMap(({ key, at }) => {
    const once = kind === 'account' ? joined(list, key, other.columns[at] ?? [], at) : undefined;
    if (once !== undefined) return [{ way: once, money: asItStands(other, of, at) }];
    // What comes again is no account of its own.
    const money = summedUp(other, { kind: kind === 'account' ? 'record' : kind, customerId: at }, of);
    const way = bestOf(money.keys.map(({ names }) => joined(list, key, names, at)));
    return way === undefined ? [] : [{ way, money }];
  });
  const [best] = found.sort((a, b) => b.way.known - a.way.known);
  return best === undefined ? undefined : brought(list, other, best.money, best.way);
}

/** The one that knows most accounts; of those, the first in which each stands once. */
const bestOf = (ways: readonly (Way | undefined)[]): Way | undefined =>
  ways.reduce((a, b) => (b !== undefined && worth(b) > (a === undefined ? 0 : worth(a)) ? b : a), undefined);

const worth = ({ known, twice }: Way): number => known + (twice === 0 ? 0.5 : 0);

function brought(
  list: SourceTable,
  other: SourceTable,
  found: Money,
  way: Way | undefined,
): AmountsBeside | undefined {
  if (found.columns.length === 0 && found.holder === undefined) return undefined;
  if (way === undefined) return undefined;
  const columns = found.columns.map(({ field, from, times, cells }): AmountBeside => {
    const own = way.rowOf.map((at) => {
      const cell = at === undefined ? '' : (cells[at] ?? '');
      return typeof cell === 'number' && cell > 0 ? cell : '';
    });
    const sum = {
      keys: list.columns[way.key] ?? [],
      names: other.columns[way.at] ?? [],
      amounts: other.columns[from] ?? [],
    };
    return { field, from, times, cells: own, isPlainSum: isSameToFormulas(sum, own) };
  });
  return {
    kind: found.kind,
    key: way.key,
    otherKey: way.at,
    columns,
    known: way.known,
    unknown: way.unknown,
    twice: way.twice,
    ended: found.ended,
    holder: found.holder,
    currencies: found.currencies,
    findings: found.findings,
  };
}

interface Money {
  readonly kind: RowKind;
  /** Columns that name the customers, with what they are called in each line of `columns`. */
  readonly keys: readonly { readonly at: number; readonly names: readonly Cell[] }[];
  readonly columns: readonly Omit<AmountBeside, 'isPlainSum'>[];
  readonly holder: number | undefined;
  readonly ended: number;
  readonly currencies: readonly string[];
  readonly findings: readonly Finding[];
}

/** @param key the column that names its rows, where that is neither their id nor their name */
function asItStands(other: SourceTable, mapping: AccountMapping, key?: number): Money {
  const keys = (key === undefined ? [mapping.accountId, mapping.accountName] : [key]).filter(
    (column) => column !== undefined,
  );
  const rows = Int32Array.from({ length: other.rowCount }, (_, row) => row);
  const context = { source: other, rows, findings: new FindingList() };
  const currencies = new Set<string>();
  for (const cell of other.columns[mapping.currency ?? -1] ?? [])
    if (!isBlank(cell)) currencies.add(trimText(cellText(cell)).toUpperCase());
  const columns = MONEY_FIELDS.flatMap((field) => {
    const from = mapping[field];
    if (from === undefined) return [];
    const { values, currencies: shown } = readNumberColumn(context, from, { kind: 'money', signed: true });
    for (const code of shown ?? []) if (code !== undefined) currencies.add(code);
    const cells = Array.from(values, (value): Cell => (Number.isNaN(value) ? '' : value));
    return [{ field, from, times: undefined, cells }];
  });
  return {
    kind: 'account',
    holder: mapping.owner ?? mapping.ownerId,
    ended: 0,
    currencies: [...currencies],
    findings: context.findings.finish(),
    keys: keys.map((at) => ({ at, names: other.columns[at] ?? [] })),
    columns,
  };
}

function summedUp(other: SourceTable, meaning: RowMeaning, mapping: AccountMapping): Money {
  const rolled = rollUp(other, meaning, mapping);
  return {
    kind: meaning.kind,
    holder: rolled.columns.find(({ field }) => field === 'owner' || field === 'ownerId')?.from,
    ended: rolled.ended,
    currencies: rolled.currencies,
    findings: rolled.findings,
    keys: rolled.columns.flatMap(({ field, cells, from }) =>
      field === 'accountId' || field === 'accountName' ? [{ at: from, names: cells }] : [],
    ),
    columns: rolled.columns.flatMap(({ field, cells, from, times }) =>
      MONEY_FIELDS.some((money) => money === field)
        ? [{ field: field as BalanceField, from, times, cells }]
        : [],
    ),
  };
}

interface Way {
  readonly key: number;
  readonly at: number;
  /** By row of the list the line of the other table. */
  readonly rowOf: readonly (number | undefined)[];
  readonly known: number;
  readonly unknown: number;
  readonly twice: number;
}

/** Undefined where the other's names are others, or stand for two. */
function joined(list: SourceTable, key: number, names: readonly Cell[], at: number): Way | undefined {
  return bestOf(AS_NAMED.map((nameOf) => joinedAs(list, key, names, at, nameOf)));
}

function joinedAs(
  list: SourceTable,
  key: number,
  names: readonly Cell[],
  at: number,
  nameOf: (cell: Cell | undefined) => string,
): Way | undefined {
  const lines = new Map<string, number>();
  for (const [line, name] of names.entries()) {
    const text = nameOf(name);
    if (text === '' || isTotalText(text)) continue;
    if (lines.has(text)) return undefined;
    lines.set(text, line);
  }
  const met = new Set<number>();
  let twice = 0;
  const rowOf = Array.from({ length: list.rowCount }, (_, row) => {
    const line = lines.get(nameOf(list.columns[key]?.[row]));
    if (line === undefined) return undefined;
    if (met.has(line)) {
      twice++;
      return undefined;
    }
    met.add(line);
    return line;
  });
  const isOfList = met.size >= MOST * lines.size || met.size >= MOST * list.rowCount;
  if (twice > FEW_TWICE * met.size || met.size === 0 || !isOfList) return undefined;
  return { key, at, rowOf, known: met.size, unknown: lines.size - met.size, twice };
}
