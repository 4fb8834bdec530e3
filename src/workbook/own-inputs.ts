import type { Cell } from '../plan/cells';
import type { SheetSpec, TableBlock, TableColumn } from '../reports/spec';
import { at } from './area';
import { asRead, asWritten } from './cells';
import type { SheetNow } from './foreign-cells';
import { columnCells, isTable } from './grid';
import { asItStands, rowNamed, rowNames } from './row-names';

/** Whether users fill a cell of a column. @param row of the table's body as it was written */
export const isBlue = ({ style, looks = [] }: TableColumn, row: number): boolean =>
  style === 'input' || looks[row]?.style === 'input';

/**
 * What users have put into cells of ours that are theirs to fill, and what stays when the sheet is written anew: a formula
 * as long as it says what is going to be written there, and a choice that can still be made.
 * @param now the sheet as it stands
 * @param next how it is going to be written
 * @returns cells by their new place, as they must be written
 */
export function inputsThatStay(now: SheetNow, next: SheetSpec): Map<number, Cell> {
  const stay = new Map<number, Cell>();
  next.blocks.forEach((block, n) => {
    if (isTable(block)) {
      for (const [place, cell] of formulasThatStay(now, block)) stay.set(place, cell);
      return;
    }
    const before = now.spec.blocks[n];
    if (before === undefined || isTable(before)) return;
    block.cells.forEach((line, r) => {
      line.forEach((cell, c) => {
        const value = now.cells[before.row + r]?.[before.column + c]?.value ?? '';
        const isChoice = cell?.keep?.includes(value) === true && before.cells[r]?.[c]?.keep !== undefined;
        if (isChoice && cell.isPicked !== true)
          stay.set(at(block.row + r, block.column + c), asWritten(value));
      });
    });
  });
  return stay;
}

function formulasThatStay(now: SheetNow, next: TableBlock): (readonly [place: number, cell: Cell])[] {
  const before = now.spec.blocks.find((block) => isTable(block) && block.name === next.name);
  const area = now.ownTables.find(({ name }) => name === next.name);
  if (before === undefined || !isTable(before) || area === undefined) return [];
  const cellAt = (row: number, column: number) => now.cells[area.row + row]?.[area.column + column];
  const heads = Array.from({ length: area.columns }, (_, c) => String(cellAt(0, c)?.value ?? ''));
  const blue = next.columns.flatMap((column, c) => {
    const j = heads.indexOf(before.columns.find(({ key }) => key === column.key)?.header ?? '');
    return j < 0 ? [] : [{ column, c, j, cells: columnCells(column.cells, next.rows) }];
  });
  const formulas = Array.from({ length: area.rows - 1 }, (_, r) =>
    blue.flatMap((one) => {
      const { formula = '', value = '' } = cellAt(r + 1, one.j) ?? {};
      const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== value;
      return isFormula ? [{ ...one, formula, value }] : [];
    }),
  );
  if (formulas.every((line) => line.length === 0)) return [];
  const names = rowNames(next) ?? [];
  const standing = rowNames(
    asItStands(before, area.rows - 1, (r, c) => {
      return cellAt(r + 1, heads.indexOf(before.columns[c]?.header ?? ''))?.value ?? '';
    }),
  );
  return formulas.flatMap((line, r) => {
    const name = standing?.[r];
    const row = name === undefined ? -1 : rowNamed(name, names);
    return line.flatMap(({ column, c, cells, formula, value }) =>
      row >= 0 && isBlue(column, row) && asRead(cells[row] ?? '') === value
        ? [[at(next.row + 1 + row, next.column + c), formula] as const]
        : [],
    );
  });
}
