import type { Cell, SourceTable } from '../../plan/cells';
import type { AccountMapping } from '../../plan/fields';
import type { Finding } from '../../plan/findings';
import { MONEY_FIELDS, type BalanceField } from '../../plan/metrics';
import { cellText, isBlank, trimText } from '../cells/cell-text';
import { mapAccountColumns } from '../columns/mapping';
import { rowMeaning, type RowKind, type RowMeaning } from '../headers/row-kind';
import { rollUp } from './roll-up';

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
  /** Column of the other table that names who holds its rows. */
  readonly holder: number | undefined;
  /** What was noticed in the cells that were summed up. */
  readonly findings: readonly Finding[];
}

export interface AmountBeside {
  readonly field: BalanceField;
  /** Column of the other table. */
  readonly from: number;
  /** By row of the list's body, above 0; blank for none. */
  readonly cells: readonly Cell[];
  /** Whether the sum of the cells as they stand, by the cells of both keys, is the same. */
  readonly isPlainSum: boolean;
}

/** Less of a list, or of the customers of the other table, and the two speak of different things. */
const ENOUGH = 0.3;
const MOST = 0.5;
/** Of what a customer has several rows that bring money. */
const SUMMED: ReadonlySet<RowKind> = new Set(['deal', 'order', 'subscription', 'record']);

/**
 * Amounts of the accounts of a list in another table, as a look-up would bring them: what each has in a list of a row an
 * account, the rows of orders, deals or subscriptions summed up. Undefined where its rows name other things, or where two
 * rows of the list have one name, since nobody knows whose the amount is.
 *
 * @param mapping of the list: its id and its name are looked for in the other table
 */
export function amountsBeside(
  list: SourceTable,
  mapping: AccountMapping,
  other: SourceTable,
): AmountsBeside | undefined {
  const found = moneyIn(other);
  if (found === undefined || (found.columns.length === 0 && found.holder === undefined)) return undefined;
  const keys = [mapping.accountId, mapping.accountName].filter((column) => column !== undefined);
  const ways = keys.flatMap((key) => found.keys.map(({ at, names }) => joined(list, key, names, at)));
  const best = ways.reduce<Way | undefined>(
    (a, b) => (b !== undefined && b.known > (a?.known ?? 0) ? b : a),
    undefined,
  );
  if (best === undefined || best.known < ENOUGH * list.rowCount) return undefined;
  const columns = found.columns.map(({ field, from, cells }): AmountBeside => {
    const own = best.rowOf.map((at) => {
      const cell = at === undefined ? '' : (cells[at] ?? '');
      return typeof cell === 'number' && cell > 0 ? cell : '';
    });
    return { field, from, cells: own, isPlainSum: isPlainSum(list, best.key, other, best.at, from, own) };
  });
  return {
    kind: found.kind,
    key: best.key,
    otherKey: best.at,
    columns,
    known: best.known,
    unknown: best.unknown,
    holder: found.holder,
    findings: found.findings,
  };
}

interface Money {
  readonly kind: RowKind;
  /** Columns that name the customers, with what they are called in each line of `columns`. */
  readonly keys: readonly { readonly at: number; readonly names: readonly Cell[] }[];
  readonly columns: readonly {
    readonly field: BalanceField;
    readonly from: number;
    readonly cells: readonly Cell[];
  }[];
  readonly holder: number | undefined;
  readonly findings: readonly Finding[];
}

/** The amounts that a table has, a line for each of its customers. */
function moneyIn(other: SourceTable): Money | undefined {
  const meaning = rowMeaning(other);
  if (meaning.kind !== 'account' && !SUMMED.has(meaning.kind)) return undefined;
  const { mapping } = mapAccountColumns(other);
  return meaning.kind === 'account' ? asItStands(other, mapping) : summedUp(other, meaning, mapping);
}

function asItStands(other: SourceTable, mapping: AccountMapping): Money {
  const keys = [mapping.accountId, mapping.accountName].filter((column) => column !== undefined);
  return {
    kind: 'account',
    holder: mapping.owner ?? mapping.ownerId,
    findings: [],
    keys: keys.map((at) => ({ at, names: other.columns[at] ?? [] })),
    columns: MONEY_FIELDS.flatMap((field) => {
      const from = mapping[field];
      const cells = other.columns[from ?? -1];
      // What is no plain number is read in the list that it stands in.
      if (from === undefined || cells?.every((cell) => typeof cell === 'number' || isBlank(cell)) !== true)
        return [];
      return [{ field, from, cells }];
    }),
  };
}

function summedUp(other: SourceTable, meaning: RowMeaning, mapping: AccountMapping): Money {
  const rolled = rollUp(other, meaning, mapping);
  return {
    kind: meaning.kind,
    holder: rolled.columns.find(({ field }) => field === 'owner' || field === 'ownerId')?.from,
    findings: rolled.findings,
    keys: rolled.columns.flatMap(({ field, cells, from }) =>
      field === 'accountId' || field === 'accountName' ? [{ at: from, names: cells }] : [],
    ),
    columns: rolled.columns.flatMap(({ field, cells, from }) =>
      MONEY_FIELDS.some((money) => money === field) ? [{ field: field as BalanceField, from, cells }] : [],
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
}

/** Undefined where the other's names are others, or a name stands for two. */
function joined(list: SourceTable, key: number, names: readonly Cell[], at: number): Way | undefined {
  const lines = new Map<string, number>();
  for (const [line, name] of names.entries()) {
    const text = nameOf(name);
    if (text === '') continue;
    if (lines.has(text)) return undefined;
    lines.set(text, line);
  }
  const met = new Set<number>();
  let isTwice = false;
  const rowOf = Array.from({ length: list.rowCount }, (_, row) => {
    const line = lines.get(nameOf(list.columns[key]?.[row]));
    if (line === undefined) return undefined;
    isTwice ||= met.has(line);
    met.add(line);
    return line;
  });
  const isOfList = met.size >= MOST * lines.size || met.size >= MOST * list.rowCount;
  if (isTwice || met.size === 0 || !isOfList) return undefined;
  return { key, at, rowOf, known: met.size, unknown: lines.size - met.size };
}

const nameOf = (cell: Cell | undefined): string =>
  cell === undefined || isBlank(cell) ? '' : trimText(cellText(cell)).toLowerCase();

/** Whether a formula over the cells, which knows no blanks about names and no words for numbers, comes to the same. */
function isPlainSum(
  list: SourceTable,
  key: number,
  other: SourceTable,
  otherKey: number,
  from: number,
  cells: readonly Cell[],
): boolean {
  const sums = new Map<string, number>();
  const names = other.columns[otherKey] ?? [];
  for (const [row, cell] of (other.columns[from] ?? []).entries()) {
    if (typeof cell !== 'number') continue;
    const name = asCompared(names[row]);
    sums.set(name, (sums.get(name) ?? 0) + cell);
  }
  return cells.every((cell, row) => {
    const sum = Math.max(0, sums.get(asCompared(list.columns[key]?.[row])) ?? 0);
    const own = cell === '' ? 0 : Number(cell);
    return Math.abs(sum - own) <= 1e-9 * Math.abs(own);
  });
}

/** A number and the text of it are one to a criterion, and it takes no account of case. */
const asCompared = (cell: Cell | undefined): string => {
  const text = cell === undefined ? '' : String(cell).toLowerCase();
  return text.trim() !== '' && Number.isFinite(Number(text)) ? String(Number(text)) : text;
};
