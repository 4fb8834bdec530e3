import type { Cell } from '../plan/cells';
import type { Block, CellsBlock, SheetSpec, TableBlock, TableColumn } from '../reports/spec';
import { anchor } from './anchors';
import { placesOn, readCells } from './foreign-cells';
import { extentOf, isTable, type Extent } from './grid';
import type { Standing } from './inserted-rows';
import { isOwnTable } from './own-tables';
import { specNow } from './spec-now';

/**
 * A spec for a sheet of ours of which it is not known how it was written, because the record is lost (Excel's Document
 * Inspector takes hidden sheets away): our tables and the blocks that have anchors are ours, with what stands in them now.
 * Else the sheet would be taken for one that a job makes, written over, and taken away with all that stands on it when the
 * job is undone.
 * @param wanted how it is going to be written: what is called the same there looks the same
 */
export async function unknownSheet(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  wanted: SheetSpec,
): Promise<SheetSpec> {
  const { tables, anchors } = await placesOn(context, sheet);
  const cells = await readCells(context, sheet);
  const prefix = anchor.block(wanted.key, 0).slice(0, -1);
  const blocks: (Block | undefined)[] = [];
  for (const [name, spot] of anchors) {
    const n = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : NaN;
    // A block is found again by its place in the spec.
    if (spot?.sheet === sheet.name && Number.isInteger(n))
      blocks[n] = cellsFound({ rows: 1, columns: 1, ...spot }, wanted.blocks[n], cells);
  }
  for (const [name, extent] of tables) {
    if (!isOwnTable(name)) continue;
    const like = wanted.blocks.filter(isTable).find((block) => block.name === name);
    const free = blocks.findIndex((block) => block === undefined);
    blocks[free < 0 ? blocks.length : free] = tableFound(name, extent, like, cells);
  }
  const areas = wanted.blocks.map((block, n): Extent | undefined => {
    if (isTable(block)) return tables.get(block.name);
    const found = blocks[n];
    return found === undefined || isTable(found) ? undefined : extentOf(found);
  });
  return { ...specNow(wanted, areas, []), blocks: Array.from(blocks, (block) => block ?? NO_BLOCK) };
}

/** Leaves everything alone. */
const NO_BLOCK: CellsBlock = { kind: 'cells', row: 0, column: 0, cells: [[null]] };

const isFormula = ({ formula, value }: Standing): boolean =>
  typeof formula === 'string' && formula.startsWith('=') && formula !== value;

const BLANK: Standing = { formula: '', value: '' };

function cellsFound(
  extent: Extent,
  like: Block | undefined,
  cells: readonly (readonly Standing[])[],
): CellsBlock {
  return {
    kind: 'cells',
    row: extent.row,
    column: extent.column,
    cells: Array.from({ length: extent.rows }, (_, r) =>
      Array.from({ length: extent.columns }, (__, c) => {
        const one = cells[extent.row + r]?.[extent.column + c] ?? BLANK;
        if (one.formula === '') return null;
        const looks = like !== undefined && !isTable(like) ? (like.cells[r]?.[c] ?? {}) : {};
        const { style, format } = looks;
        return {
          ...(style !== undefined && { style }),
          ...(format !== undefined && { format }),
          ...(isFormula(one) ? { formula: String(one.formula) } : { value: one.value }),
        };
      }),
    ),
  };
}

/** Columns that are not going to stand there are ours if they are formulas; else they may be the user's. */
function tableFound(
  name: string,
  extent: Extent,
  like: TableBlock | undefined,
  cells: readonly (readonly Standing[])[],
): TableBlock {
  const lines = Array.from({ length: extent.rows }, (_, r) => cells[extent.row + r] ?? []);
  const [heads = [], ...rows] = lines;
  const columns = Array.from({ length: extent.columns }, (_, c): TableColumn | undefined => {
    const header = String((heads[extent.column + c] ?? BLANK).value);
    const body = rows.map((line) => line[extent.column + c] ?? BLANK);
    const known = like?.columns.find((column) => column.header === header);
    if (like !== undefined && known === undefined && !body.every(isFormula)) return undefined;
    return { ...(known ?? { key: `found ${header}`, header }), cells: cellsOf(body) };
  });
  const { flat, known } = like ?? {};
  return {
    kind: 'table',
    row: extent.row,
    column: extent.column,
    name,
    rows: rows.length,
    ...(flat === undefined ? {} : { flat }),
    ...(known === undefined ? {} : { known }),
    columns: columns.filter((column) => column !== undefined),
  };
}

function cellsOf(body: readonly Standing[]): TableColumn['cells'] {
  const [first] = body;
  if (first !== undefined && isFormula(first) && body.every(({ formula }) => formula === first.formula))
    return String(first.formula);
  return body.map((one): Cell | { readonly formula: string } =>
    isFormula(one) ? { formula: String(one.formula) } : one.value,
  );
}
