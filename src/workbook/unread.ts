import type { Cell, SourceTable } from '../plan/cells';
import { Failure } from '../plan/failures';
import type { SheetSpec, TableBlock } from '../reports/spec';
import { asWritten } from './cells';
import type { SheetNow } from './foreign-cells';
import { columnCells, isFilled, isTable } from './grid';
import { asKept } from './journal';
import { cellsAddress } from './met';

/** Our tables as this pane last read them, by name. */
export type Readings = ReadonlyMap<string, SourceTable>;

/**
 * Refuses to write a sheet anew over words that were typed in its blue cells since this pane read them: what is going to be
 * written knows nothing of them. Cells that say what was read, what was last written or what is going to be written are
 * known. Nothing is written then, and the next reading has them.
 * @param now the sheet as it stands, right before what is on it is kept
 * @param next how it is going to be written
 * @throws Failure `typedMeanwhile`
 */
export function refuseUnread(sheet: string, now: SheetNow, next: SheetSpec, readings: Readings): void {
  for (const block of now.spec.blocks) {
    if (!isTable(block)) continue;
    const reading = readings.get(block.name);
    const area = now.ownTables.find(({ name }) => name === block.name);
    if (reading === undefined || area === undefined) continue;
    const [heads = [], ...body] = Array.from({ length: area.rows }, (_, r) =>
      Array.from({ length: area.columns }, (__, c) => now.cells[area.row + r]?.[area.column + c] ?? BLANK),
    );
    for (const column of block.columns.filter(isFilled)) {
      const c = heads.findIndex(({ value }) => String(value) === column.header);
      const read = reading.columns[reading.headers.indexOf(column.header)];
      // One with another name is refused before the order is made.
      if (c < 0 || read === undefined) continue;
      const stand = body.map((line) => {
        const { formula, value } = line[c] ?? BLANK;
        const cell = asKept(formula, value);
        // A formula says what it gives.
        return cell === formula && String(cell).startsWith('=') ? asWritten(value) : cell;
      });
      const said = read.map(asWritten);
      const known = [said, cellsOf(block, column.key), cellsOf(tableOf(next, block.name), column.key)];
      if (known.some((some) => some !== undefined && areSame(some, stand))) continue;
      const unread = stand.flatMap((cell, r) =>
        cell === said[r] ? [] : [{ row: area.row + 1 + r, column: area.column + c }],
      );
      if (unread.length > 0) throw new Failure('typedMeanwhile', { address: cellsAddress(sheet, unread) });
    }
  }
}

const BLANK = { formula: '', value: '' } as const;

const tableOf = ({ blocks }: SheetSpec, name: string): TableBlock | undefined =>
  blocks.find((block): block is TableBlock => isTable(block) && block.name === name);

function cellsOf(block: TableBlock | undefined, key: string): Cell[] | undefined {
  const cells = block?.columns.find((column) => column.key === key)?.cells;
  return block === undefined || cells === undefined ? undefined : columnCells(cells, block.rows);
}

/** The same cells, in whatever order: users sort tables. */
function areSame(some: readonly Cell[], others: readonly Cell[]): boolean {
  if (some.length !== others.length) return false;
  const [a, b] = [some, others].map((cells) => cells.map(String).sort());
  return a?.every((cell, n) => cell === b?.[n]) === true;
}
