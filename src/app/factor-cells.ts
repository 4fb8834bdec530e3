import type { Cell } from '../plan/cells';
import { textAt, type NumberColumn } from '../plan/columns';
import type { AccountNumberField, AccountTextField } from '../plan/fields';
import { factorDefault, type FactorId } from '../plan/score';
import { readAsFormula, isCurrencyWordFound } from '../reports/reading';
import type { FactorReading } from '../reports/score/context';
import { readingOf } from './number-reading';
import { isMoney } from './understanding/currency';
import { headerOf } from './understanding/header-of';
import type { Understanding } from './understanding/understand';

/** The column of a factor as formulas see it. */
export interface FactorCells {
  readonly header: string;
  /** Of a list. */
  readonly field: AccountTextField;
  /** N cells as they stand. */
  readonly cells: readonly Cell[];
  /** N numbers or days, in the plan's currency; NaN for none. Empty for a list. */
  readonly numbers: Float64Array;
  readonly reading: FactorReading;
  /** A formula reads all of them. */
  readonly isReadable: boolean;
  /** Amounts in several currencies are comparable. */
  readonly isRated: boolean;
}

export const NO_READING: FactorReading = {
  signed: false,
  texts: new Map(),
  way: undefined,
  currency: undefined,
};

/** More texts than this, and the column is written as values. */
const MOST_TEXTS = 2000;

/** @returns undefined where the list has no column for it, or nothing in it */
export function factorCells(
  { list, choices }: Pick<Understanding, 'list' | 'choices'>,
  id: FactorId,
): FactorCells | undefined {
  const { accounts, source, mapping } = list;
  const { field, kind, signed = false } = factorDefault(id);
  const header = list.ours.has(field) ? undefined : headerOf(list, field);
  const column = source.columns[mapping[field] ?? -1];
  if (header === undefined || column === undefined) return undefined;
  const cells = Array.from(accounts.sheetRow, (row): Cell => column[row - source.firstRow] ?? '');
  const bare = {
    header,
    cells,
    field: field as AccountTextField,
    numbers: new Float64Array(),
    reading: NO_READING,
    isReadable: true,
    isRated: true,
  };
  if (kind === 'list' || kind === 'product') return cells.some((cell) => cell !== '') ? bare : undefined;
  const values = accounts.number[field as AccountNumberField];
  if (values === undefined || !values.some((value) => !Number.isNaN(value))) return undefined;
  const money = isMoney(field as AccountNumberField);
  const { exchange } = choices;
  const isRated = !money || exchange.missing.length === 0;
  const rateAt = (i: number): number =>
    money && isRated ? (exchange.rates[textAt(accounts.text.currency, i) ?? ''] ?? 1) : 1;
  const rates = cells.map((_, i) => rateAt(i));
  const isConverted = rates.some((rate) => rate !== 1);
  const currency = isConverted ? headerOf(list, 'currency') : undefined;
  const words = currency === undefined ? [] : (source.columns[mapping.currency ?? -1] ?? []);
  const isPlainWord = words.every((word) => isCurrencyWordFound(String(word)));
  const read = readingIn(header, cells, values, rates, { signed, isDate: kind === 'date' });
  return {
    ...bare,
    numbers: read?.numbers ?? values.map((value) => (signed || value >= 0 ? value : NaN)),
    reading: { ...NO_READING, ...read?.reading, signed, currency },
    isReadable: read !== undefined && isPlainWord && (!isConverted || currency !== undefined),
    isRated,
  };
}

/** How a formula can read the cells; undefined where it cannot: numbers that were read as others, texts with two meanings. */
function readingIn(
  header: string,
  cells: readonly Cell[],
  values: NumberColumn,
  rates: readonly number[],
  { signed, isDate }: { readonly signed: boolean; readonly isDate: boolean },
): { readonly numbers: Float64Array; readonly reading: Pick<FactorReading, 'texts' | 'way'> } | undefined {
  const isNumber = (cell: Cell): cell is number =>
    typeof cell === 'number' && (isDate ? cell > 0 : signed || cell >= 0);
  const understood = (i: number): number => (values[i] ?? NaN) / (rates[i] ?? 1);
  // A column in thousands, or of per cent: its own unit is what formulas see.
  let unit: number | undefined;
  for (const [i, cell] of cells.entries()) {
    const value = understood(i);
    // A date among numbers, an amount among dates: only their format tells.
    if (isNumber(cell) && cell > 0 && Number.isNaN(value)) return undefined;
    if (!isNumber(cell) || cell === 0 || !(Math.abs(value) > 0)) continue;
    const ratio = isDate && Math.abs(value - cell) < 1 ? 1 : value / cell;
    unit ??= ratio;
    if (Math.abs(ratio / unit - 1) > 1e-9) return undefined;
  }
  if (isDate && unit !== undefined && unit !== 1) return undefined;
  const by = unit ?? 1;
  const texts = new Map<string, number | undefined>();
  const folded = new Map<string, number | undefined>();
  for (const [i, cell] of cells.entries()) {
    // Errors are no texts to a formula.
    if (typeof cell === 'number' || cell === '' || String(cell).startsWith('#')) continue;
    const text = typeof cell === 'boolean' ? String(cell).toUpperCase() : cell;
    const value = understood(i) / by;
    const is = Number.isNaN(value) || (!signed && value < 0) ? undefined : Number(value.toPrecision(14));
    const key = text.toLowerCase();
    if (folded.has(key) && folded.get(key) !== is) return undefined;
    if (!folded.has(key)) texts.set(text, is);
    folded.set(key, is);
  }
  const numbers = Float64Array.from(cells, (cell, i) => {
    if (isNumber(cell)) return cell * (rates[i] ?? 1);
    const text = typeof cell === 'boolean' ? String(cell).toUpperCase() : cell;
    const is = typeof text === 'string' ? folded.get(text.toLowerCase()) : undefined;
    return is === undefined ? NaN : is * (rates[i] ?? 1);
  });
  const listed = [...texts].filter(([, is]) => is !== undefined);
  if (isDate || signed)
    return listed.length > MOST_TEXTS
      ? undefined
      : { numbers, reading: { texts: new Map(listed), way: undefined } };
  const way = readingOf(
    header,
    [...texts].map(([cell, is]) => ({ cell, understood: is ?? NaN })),
    undefined,
  );
  if (way === undefined) return undefined;
  const rest = [...texts].filter(([text, is]) => {
    const read = readAsFormula(text, way);
    return is === undefined || read === undefined || Math.abs(read - is) > 1e-12 * Math.abs(is);
  });
  return rest.length > MOST_TEXTS
    ? undefined
    : { numbers, reading: { texts: new Map(rest), way: texts.size === 0 ? undefined : way } };
}
