import type { Cell } from '../plan/cells';
import { textAt } from '../plan/columns';
import type { BalanceField } from '../plan/metrics';
import type { PlanResult } from '../plan/design';
import type { ReadColumn } from '../reports/context';
import { isCurrencyWordFound } from '../reports/reading';
import { isDate, readingOf } from './number-reading';
import { keyHeader } from './sheet-sources';
import type { AccountList } from './understanding/account-list';
import { headerOf } from './understanding/header-of';
import type { Choices } from './understanding/choices';
import { isMoney } from './understanding/currency';
import type { BesideColumn } from './understanding/money-beside';

/** A column of ours before it has a name; `label` is the header of the list's own. */
export type Unnamed = Omit<ReadColumn, 'header'> & { readonly label: string };

/**
 * Balanced numbers whose cells are not all plain numbers: formulas cannot sum `$1,500,000.00 ` or
 * `18.3 MM`, and must not sum what the plan counts as nothing (negatives). These get a column of ours: a formula over
 * the cell, or what was read where no formula can say it.
 */
export function readColumns(
  list: AccountList,
  { exchange }: Pick<Choices, 'exchange'>,
  metrics: PlanResult['metrics'],
): Unnamed[] {
  const { mapping, source, accounts, beside } = list;
  const key = keyHeader(list);
  const keys = source.columns[source.headers.indexOf(key ?? '\0')] ?? [];
  const fields = [...new Set([...metrics.flatMap(({ spec }) => spec.fields), 'workloadHours' as const])];
  return fields.flatMap((field): Unnamed[] => {
    const there = beside?.get(field as BalanceField);
    if (there !== undefined) return [readBeside(field, there, list)];
    const column = mapping[field];
    const values = accounts.number[field];
    if (column === undefined || values === undefined) return [];
    const cells = source.columns[column] ?? [];
    const inSheet = new Float64Array(source.rowCount).fill(NaN);
    const account = new Int32Array(source.rowCount).fill(-1);
    accounts.sheetRow.forEach((row, i) => {
      const value = values[i] ?? NaN;
      inSheet[row - source.firstRow] = value > 0 ? value : NaN;
      account[row - source.firstRow] = i;
    });
    // A number above 0 of which nothing was read shows a date: 0 stands for it.
    let dates = 0;
    cells.forEach((cell, row) => {
      if ((account[row] ?? -1) < 0 || !isDate({ cell, understood: values[account[row] ?? -1] ?? NaN }))
        return;
      inSheet[row] = 0;
      dates++;
    });
    const plain = cells.every((cell, row) => {
      const value = inSheet[row] ?? NaN;
      return typeof cell === 'number'
        ? cell === value || (cell === 0 && Number.isNaN(value))
        : Number.isNaN(value) && cell === '';
    });
    if (plain) return [];
    const label = source.headers[column] ?? field;
    const rateOf = (row: number): number =>
      isMoney(field) ? (exchange.rates[textAt(accounts.text.currency, account[row] ?? -1) ?? ''] ?? 1) : 1;
    const rates = cells.map((_, row) => (exchange.missing.length > 0 ? 1 : rateOf(row)));
    const currency = rates.some((rate) => rate !== 1) ? headerOf(list, 'currency') : undefined;
    const words = currency === undefined ? [] : (source.columns[mapping.currency ?? -1] ?? []);
    // A number beside the accounts (a row of totals) would be summed; a rate without a column of currencies is lost.
    const isAlive =
      rates.every((rate) => rate === 1 || currency !== undefined) &&
      words.every((word) => isCurrencyWordFound(String(word))) &&
      cells.every((cell, row) => (account[row] ?? -1) >= 0 || typeof cell !== 'number');
    const reading = isAlive
      ? readingOf(
          label,
          cells.flatMap((cell, row) =>
            cell === '' || (account[row] ?? -1) < 0
              ? []
              : [
                  {
                    cell,
                    understood: (values[account[row] ?? -1] ?? NaN) / (rates[row] ?? 1),
                    account: keys[row] ?? '',
                  },
                ],
          ),
          currency,
          key,
        )
      : undefined;
    return [{ field, label, values: inSheet, reading, dates, rest: restOf(cells, inSheet) }];
  });
}

/** What another table has is a column of ours in the list: a formula that brings it, or what was read. */
function readBeside(
  field: string,
  { label, cells, source, total, formula }: BesideColumn,
  { source: { firstRow, rowCount }, accounts }: AccountList,
): Unnamed {
  const values = new Float64Array(rowCount).fill(NaN);
  for (const sheetRow of accounts.sheetRow) {
    const cell = cells[sheetRow - firstRow];
    if (typeof cell === 'number') values[sheetRow - firstRow] = cell;
  }
  const sum = values.reduce((all, value) => all + (value > 0 ? value : 0), 0);
  // To the cent: what is left of fractions is nothing.
  const rest = Math.round(100 * (sum - total)) / 100;
  return { field, label, values, reading: undefined, dates: 0, rest, beside: { source, formula } };
}

/** What the values hold besides the numbers of their cells that are not negative, and besides texts and dates. */
function restOf(cells: readonly Cell[], values: Float64Array): number {
  let rest = 0;
  cells.forEach((cell, row) => {
    const value = values[row] ?? NaN;
    if (typeof cell !== 'number' || (cell > 0 && value === 0)) return;
    rest += (Number.isNaN(value) ? 0 : value) - Math.max(0, cell);
  });
  return rest;
}
