import { cellAddress, type Cell, type SourceTable } from '../plan/cells';
import { Failure } from '../plan/failures';
import { comparable, trimmed } from '../plan/score-points';
import { inAllLanguages } from '../text/heard';
import type { InputCells, InputsRead } from './inputs';
import { tableName, type TableKey } from './names';
import type { ReadBack, SheetModule, TableColumns } from './sheet';
import type { SheetSpec, TableBlock } from './spec';

/** A table of ours as it stands, by column key. */
export interface OwnTable {
  readonly rowCount: number;
  /** Keys of the columns that were found. */
  readonly columns: readonly string[];
  readonly cell: (column: string, row: number) => Cell;
}

/**
 * Reads what users may change in a sheet. A column is found by the header under which it was written, so it
 * may be moved, and others may be put beside it; a sheet of a version that kept no keys is read by the names
 * that its columns have in any of our languages. Never by place. A column that is not found under its header
 * is refused, not guessed: a column renamed and one put in its place look alike, and an empty cell would take a
 * setting back. So are two rows of one thing (`apart`). Then nothing of its table is read, and what was read there
 * before stays in force.
 *
 * @param tables the sheet's tables as they stand, those that are there
 * @param written the sheet as it was last written; undefined if that is not known
 */
export function readInputs(
  { tables: columns, readBack }: SheetModule,
  tables: ReadonlyMap<TableKey, SourceTable>,
  written: SheetSpec | undefined,
): InputsRead {
  if (readBack === undefined) return { cells: new Map(), refused: [] };
  const refused: Failure[] = [];
  const found = new Map<TableKey, OwnTable>();
  for (const [key, source] of tables) {
    const block = written?.blocks.find(
      (candidate): candidate is TableBlock => candidate.kind === 'table' && candidate.name === source.table,
    );
    try {
      const table = ownTable(source, columns[key] ?? {}, block, readBack.columns[key] ?? []);
      checkApart(source, table, apartIn(readBack, key));
      found.set(key, table);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      refused.push(error);
    }
  }
  return { cells: readBack.read((key) => found.get(key)), refused };
}

/**
 * What users may change in a sheet, as it is going to be written. Formulas are nothing that is read back.
 * @returns by the same keys as above
 */
export function inputsIn({ tables, readBack }: SheetModule, { blocks, layer }: SheetSpec): InputCells {
  const found = new Map<TableKey, OwnTable>();
  for (const key of Object.keys(tables) as TableKey[]) {
    const block = blocks.find(
      (one): one is TableBlock => one.kind === 'table' && one.name === tableName(layer, key),
    );
    if (block !== undefined) found.set(key, tableOf(block));
  }
  return readBack?.read((key) => found.get(key)) ?? new Map();
}

const tableOf = ({ rows, columns }: TableBlock): OwnTable => ({
  rowCount: rows,
  columns: columns.map(({ key }) => key),
  cell: (key, row) => {
    const cells = columns.find((column) => column.key === key)?.cells;
    const cell = typeof cells === 'string' ? '' : (cells?.[row] ?? '');
    return typeof cell === 'object' ? '' : cell;
  },
});

/** @throws Failure `ownColumnGone` */
function ownTable(
  { sheet, headers, columns, rowCount }: SourceTable,
  names: TableColumns,
  written: TableBlock | undefined,
  wanted: readonly string[],
): OwnTable {
  const at = new Map<string, number>();
  for (const key of wanted.flatMap((one) => expanded(one, written))) {
    // A version that knew no such column had nothing to be read there.
    if (written !== undefined && isKeyed(written) && !written.columns.some((column) => column.key === key))
      continue;
    const known = headersOf(key, names, written);
    const column = headers.findIndex((header) => known.includes(header));
    if (column < 0) throw new Failure('ownColumnGone', { sheet, column: known[0] ?? key });
    at.set(key, column);
  }
  return { rowCount, columns: [...at.keys()], cell: (key, row) => columns[at.get(key) ?? -1]?.[row] ?? '' };
}

/** What tells the rows of a table apart: where settings are read, their labels do. */
export const apartIn = ({ columns, apart }: ReadBack, key: TableKey): readonly string[] =>
  apart?.[key] ?? (columns[key]?.includes('setting') === true ? ['setting'] : []);

/**
 * Two rows of one thing, as a copied row leaves them: which of them holds is for the user to say. Words are one where formulas
 * find them to be: a list may hold `Tech` beside the same with a blank that does not break, and then they are two.
 * @throws Failure `ownRowTwice`
 */
function checkApart(
  { sheet, firstRow, firstColumn }: SourceTable,
  table: OwnTable,
  keys: readonly string[],
): void {
  const first = new Map<string, number>();
  for (let row = 0; row < table.rowCount; row++) {
    const words = keys.map((key) => trimmed(table.cell(key, row)));
    if (words.every((word) => word === '')) continue;
    const known = JSON.stringify(words.map(comparable));
    const before = first.get(known);
    if (before === undefined) first.set(known, row);
    else
      throw new Failure('ownRowTwice', {
        name: words.filter((word) => word !== '').join(', '),
        address: cellAddress(sheet, firstRow + row, firstColumn),
        other: cellAddress(sheet, firstRow + before, firstColumn),
      });
  }
}

/** `role:*` stands for all columns that were written with such a key: there are as many as the team has roles. */
function expanded(wanted: string, written: TableBlock | undefined): string[] {
  if (!wanted.endsWith('*')) return [wanted];
  const keys = written?.columns.map(({ key }) => key) ?? [];
  return keys.filter((key) => key.startsWith(wanted.slice(0, -1)));
}

/** Early versions kept no keys of columns. */
const isKeyed = ({ columns }: TableBlock): boolean =>
  columns.some(({ key }) => (key as string | undefined) !== undefined);

function headersOf(key: string, names: TableColumns, written: TableBlock | undefined): string[] {
  const as = written?.columns.find((column) => column.key === key);
  if (as !== undefined) return [as.header];
  const id = names[key];
  return id === undefined ? [] : inAllLanguages(id);
}
