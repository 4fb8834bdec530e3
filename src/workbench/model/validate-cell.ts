import { parseAddress } from '../grid/address';
import { isEmptyCell, valueOf } from '../grid/cell-value';
import type { CellValue } from '../grid/cell-value';
import { lastColumn, lastRow } from '../grid/rect';
import type { Book } from './book';
import type { Sheet } from './sheet';
import { ruleKind } from './validation';
import type { ComparisonRule, Validation } from './validation';

/**
 * Whether a cell obeys its rule. Custom formulas and operands that are formulas would have to be
 * calculated for the cell: they count as obeyed (FIDELITY.md).
 */
export function isValidCell(
  book: Book,
  sheet: Sheet,
  row: number,
  column: number,
  validation: Validation,
): boolean {
  const cell = sheet.cells.raw(row, column);
  if (isEmptyCell(cell)) return validation.ignoreBlanks;
  const value = valueOf(cell);
  const kind = ruleKind(validation.rule);
  switch (kind) {
    case undefined:
    case 'custom':
      return true;
    case 'list':
      return listValues(book, sheet, validation.rule.list?.source ?? '').includes(String(value));
    case 'textLength':
      return compare(String(value).length, validation.rule.textLength);
    case 'wholeNumber':
      return (
        typeof value === 'number' && Number.isInteger(value) && compare(value, validation.rule.wholeNumber)
      );
    default:
      return typeof value === 'number' && compare(value, validation.rule[kind]);
  }
}

/** The values a list rule offers. */
export function listValues(book: Book, sheet: Sheet, source: string): string[] {
  if (!source.startsWith('=')) return source.split(',').map((item) => item.trim());
  const named = book.definedName(source.slice(1), sheet.name);
  const address = parseAddress((named ?? source).replace(/^=/, ''));
  if (!address) return [];
  const home = address.sheetName === undefined ? sheet : book.sheetNamed(address.sheetName);
  const used = home?.cells.usedRect(address.rect, true);
  if (!home || !used) return [];
  const values: CellValue[] = [];
  for (let r = used.row; r <= lastRow(used); r++) {
    for (let c = used.column; c <= lastColumn(used); c++) values.push(valueOf(home.cells.raw(r, c)));
  }
  return values.map(String);
}

function compare(value: number, rule: ComparisonRule | undefined): boolean {
  if (!rule) return true;
  const a = Number(rule.formula1);
  const b = Number(rule.formula2 ?? rule.formula1);
  if (Number.isNaN(a) || Number.isNaN(b)) return true;
  switch (rule.operator) {
    case 'Between':
      return value >= a && value <= b;
    case 'NotBetween':
      return value < a || value > b;
    case 'EqualTo':
      return value === a;
    case 'NotEqualTo':
      return value !== a;
    case 'GreaterThan':
      return value > a;
    case 'LessThan':
      return value < a;
    case 'GreaterThanOrEqualTo':
      return value >= a;
    default:
      return value <= a;
  }
}
