import type { Cell } from '../plan/cells';
import type { Block, SheetSpec, TableBlock } from '../reports/spec';
import { Failure } from '../plan/failures';
import { anchor, loadAnchors, type Anchors } from './anchors';
import { at } from './area';
import { asWritten, inBlocks } from './cells';
import { contentsOf, extentOf, isTable, type Extent } from './grid';
import { inserted, type Standing } from './inserted-rows';
import { asKept } from './journal';
import { MOST_TRIES } from './read-steadily';
import { rowNames, type RowName } from './row-names';
import { speaksOf } from './speaks-of';
import { typedInTable } from './typed-in-table';
import { NOTHING_CAME, specNow, type Came } from './spec-now';

/** A filled cell on a sheet of ours that we did not write. */
export interface Other {
  readonly row: number;
  readonly column: number;
  /** As it must be written. */
  readonly cell: Cell;
  /** A formula that speaks of the table it stands in: what it must be where it has to leave that. */
  readonly outside?: Cell;
  /** A formula: what it gives, as it must be written. */
  readonly worth?: Cell;
  /** It stands in a row or column that came into a table of ours: its cells stay together. */
  readonly among?: {
    readonly table: string;
    readonly line: string;
    readonly row: number;
    readonly column: number;
  };
  /** The table of ours that it stands in. */
  readonly within?: string;
  /** It is a choice in a cell of a block, by their places in the spec. */
  readonly choice?: { readonly block: number; readonly row: number; readonly column: number };
  /** It stands in a cell of a table of ours that we left blank: it goes with its row. */
  readonly of?: { readonly table: string; readonly column: string; readonly row: RowName };
}

/** A sheet of ours as it stands: what on it is ours, and what is not. */
export interface SheetNow {
  readonly ours: ReadonlySet<number>;
  /** The spec, its blocks where they are now. */
  readonly spec: SheetSpec;
  readonly others: readonly Other[];
  /** What users typed since in cells of ours that are theirs to fill; cleared ones are blank. */
  readonly typed: readonly Other[];
  /** The same of other cells that stood there. */
  readonly among: (cells: readonly (readonly Standing[])[]) => Pick<SheetNow, 'ours' | 'others' | 'typed'>;
  /** All cells from A1 to the last one filled. */
  readonly cells: readonly (readonly Standing[])[];
  readonly ownTables: readonly (Extent & { readonly name: string })[];
  /** Tables that are not ours. */
  readonly tables: readonly Extent[];
  /** Where tables and blocks stood, to compare. */
  readonly print: string;
}

/**
 * Looks at a sheet that we wrote by this spec. Blocks are found by their anchors and tables by their names, so rows and
 * columns that came in are noticed; what came in among our own cells is told from them by what we wrote.
 * @param former what it was written by before: where writing it anew broke off, its tables may stand there still
 * @throws Failure `sheetMoved` where rows move each time
 */
export async function lookAtSheet(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  key: string,
  spec: SheetSpec,
  former?: SheetSpec,
): Promise<SheetNow> {
  let places = await placesOn(context, sheet);
  let cells = await readCells(context, sheet);
  for (let tries = 1; ; tries++) {
    // Cells were read by their places: rows may have moved until then.
    const after = await placesOn(context, sheet);
    if (after.print === places.print) break;
    if (tries === MOST_TRIES) throw new Failure('sheetMoved', { sheet: sheet.name });
    places = after;
    cells = await readCells(context, sheet);
  }
  const { tables, anchors } = places;
  const areas = spec.blocks.map((block, n): Extent | undefined => {
    if (isTable(block)) return tables.get(block.name);
    const spot = anchors.get(anchor.block(key, n));
    // A sheet that was written before blocks had anchors: they are taken to be where they were.
    if (spot === undefined) return extentOf(block);
    if (spot?.sheet !== sheet.name) return undefined;
    return { row: spot.row, column: spot.column, rows: spot.rows ?? 1, columns: spot.columns ?? 1 };
  });
  const came = spec.blocks.map((block, n) => cameInto(block, areas[n], cells));
  const names = new Set(
    [spec, former]
      .flatMap((one) => one?.blocks ?? [])
      .filter(isTable)
      .map(({ name }) => name),
  );
  return {
    ...tellApart(spec, areas, came, cells),
    among: (others) => tellApart(spec, areas, came, others),
    spec: specNow(spec, areas, came),
    cells,
    ownTables: [...tables].flatMap(([name, extent]) => (names.has(name) ? [{ name, ...extent }] : [])),
    tables: [...tables].flatMap(([name, extent]) => (names.has(name) ? [] : [extent])),
    print: places.print,
  };
}

/** Where tables and blocks stand on a sheet. */
interface Places {
  readonly tables: ReadonlyMap<string, Extent>;
  readonly anchors: Anchors;
  /** All of it, to compare. */
  readonly print: string;
}

export async function placesOn(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<Places> {
  sheet.load('name');
  sheet.tables.load('items/name');
  const known = loadAnchors(context);
  await context.sync();
  const ranges = sheet.tables.items.map((table) => {
    const range = table.getRange();
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    return { name: table.name, range };
  });
  await context.sync();
  const tables = new Map(
    ranges.map(({ name, range }): [string, Extent] => [
      name,
      { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount },
    ]),
  );
  const anchors = known();
  const spots = [...anchors].filter(([, spot]) => spot?.sheet === sheet.name);
  return { tables, anchors, print: JSON.stringify([[...tables], spots]) };
}

/** Whether tables and blocks stand on a sheet as they stood when it was looked at. */
export const standsStill = async (
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { print }: Pick<SheetNow, 'print'>,
): Promise<boolean> => (await placesOn(context, sheet)).print === print;

const BLANK: Standing = { formula: '', value: '' };
const kept = ({ formula, value }: Standing): Cell => asKept(formula, value);
const isFormula = ({ formula, value }: Standing): boolean =>
  typeof formula === 'string' && formula.startsWith('=') && formula !== value;

const worthOf = (one: Standing): Pick<Other, 'worth'> =>
  isFormula(one) ? { worth: asWritten(one.value) } : {};

const cellAt = (cells: readonly (readonly Standing[])[], row: number, column: number): Standing =>
  cells[row]?.[column] ?? BLANK;

/** The cells of an area, line by line. */
const linesOf = (area: Extent, cells: readonly (readonly Standing[])[]): Standing[][] =>
  Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (__, c) => cellAt(cells, area.row + r, area.column + c)),
  );

/** What came in among the cells of a block. */
function cameInto(
  block: Block,
  area: Extent | undefined,
  cells: readonly (readonly Standing[])[],
): Came | undefined {
  const then = extentOf(block);
  if (area === undefined || (area.rows <= then.rows && area.columns <= then.columns)) return undefined;
  return inserted(block, linesOf(area, cells));
}

function tellApart(
  spec: SheetSpec,
  areas: readonly (Extent | undefined)[],
  cameIn: readonly (Came | undefined)[],
  cells: readonly (readonly Standing[])[],
): Pick<SheetNow, 'ours' | 'others' | 'typed'> {
  const contents = contentsOf(spec);
  const ours = new Set<number>();
  const others = new Map<number, Other>();
  const typed: Other[] = [];
  spec.blocks.forEach((block, n) => {
    const area = areas[n];
    if (area === undefined) return;
    const then = extentOf(block);
    const hasShrunk = area.rows < then.rows || area.columns < then.columns;
    const came = cameIn[n] ?? NOTHING_CAME;
    const lines = linesOf(area, cells);
    if (isTable(block)) typed.push(...typedInTable(block, area, lines));
    const own = ownLines(lines, came);
    const names = isTable(block) && !hasShrunk ? namesOf(block, own) : undefined;
    const isForgotten = forgotten(block, own);
    let r = -1;
    lines.forEach((line, i) => {
      const isRowOurs = !came.rows.has(i);
      if (isRowOurs) r++;
      let c = -1;
      line.forEach((one, j) => {
        const cell = at(area.row + i, area.column + j);
        const other = (of = {}): void => {
          others.set(cell, {
            row: area.row + i,
            column: area.column + j,
            cell: kept(one),
            ...(isTable(block) && { within: block.name }),
            ...(isTable(block) && isFormula(one) && speaksOf(String(one.formula), block.name)
              ? { outside: asWritten(one.value) }
              : {}),
            ...worthOf(one),
            ...of,
          });
        };
        if (came.columns.has(j)) {
          if (one.formula === '') ours.add(cell);
          else other(amongOurs(block, area, `column ${j}`));
          return;
        }
        c++;
        // A cell for users to change is ours whatever they put there: it is read, and written again with what it says.
        if (isInput(block, c) && i > 0 && !isFormula(one)) {
          ours.add(cell);
          return;
        }
        if (!isRowOurs) {
          // Excel fills formulas of ours into rows that come in.
          if (isFormula(one)) ours.add(cell);
          else if (one.value === '') ours.add(cell);
          else other(amongOurs(block, area, `row ${i}`));
          return;
        }
        const own = isTable(block) ? null : block.cells[r]?.[c];
        if (own?.keep?.includes(one.value) === true && one.value !== own.value) {
          const choice = { block: n, row: r, column: c };
          typed.push({ row: area.row + i, column: area.column + j, cell: kept(one), choice });
        }
        const wrote = hasShrunk ? undefined : contents.get(at(then.row + r, then.column + c));
        if (hasShrunk || (wrote !== undefined && wrote !== '') || isForgotten(r, c)) ours.add(cell);
        else if (wrote === '' && one.formula === '') ours.add(cell);
        else if (wrote === '') other(ofRow(block, names?.[r - 1], c));
      });
    });
  });
  cells.forEach((line, row) => {
    line.forEach(({ formula, value }, column) => {
      const cell = at(row, column);
      if (formula !== '' && !ours.has(cell) && !others.has(cell))
        others.set(cell, { row, column, cell: kept({ formula, value }), ...worthOf({ formula, value }) });
    });
  });
  return { ours, others: [...others.values()], typed };
}

const isBlank = (block: TableBlock, r: number, c: number): boolean =>
  block.columns[c]?.blank?.some(([from, rows]) => r > from && r <= from + rows) === true;

/** The rows of a block without what came in. */
const ownLines = (lines: readonly (readonly Standing[])[], came: Came): Standing[][] =>
  lines.filter((_, i) => !came.rows.has(i)).map((line) => line.filter((_, j) => !came.columns.has(j)));

const namesOf = (block: TableBlock, own: readonly (readonly Standing[])[]): readonly RowName[] | undefined =>
  rowNames(block, (row, column) => own[row + 1]?.[column]?.value ?? '');

/**
 * Cells of a long table of which it is not remembered what we wrote: all of a column but those that we left blank. Where
 * one that we filled is blank now, rows stand otherwise than they were written, and none of the column is known.
 */
function forgotten(block: Block, own: readonly (readonly Standing[])[]): (r: number, c: number) => boolean {
  const known = new Map<number, boolean>();
  return (r, c) => {
    const cells = isTable(block) ? block.columns[c]?.cells : undefined;
    if (!isTable(block) || block.rows === 0 || typeof cells === 'string' || cells?.length !== 0) return false;
    const isWhole =
      known.get(c) ??
      own.every((line, n) => n === 0 || isBlank(block, n, c) || (line[c]?.formula ?? '') !== '');
    known.set(c, isWhole);
    return r > 0 && !(isWhole && isBlank(block, r, c));
  };
}

const isInput = (block: Block, c: number): boolean => isTable(block) && block.columns[c]?.style === 'input';

function ofRow(block: Block, row: RowName | undefined, c: number): Pick<Other, 'of'> {
  const column = isTable(block) ? block.columns[c]?.key : undefined;
  return row === undefined || column === undefined || !isTable(block)
    ? {}
    : { of: { table: block.name, column, row } };
}

const amongOurs = (block: Block, { row, column }: Extent, line: string): Pick<Other, 'among'> =>
  isTable(block) ? { among: { table: block.name, line, row, column } } : {};

/** Formulas of quota are long: more of them in one answer than this, and Excel refuses it. */
const CELLS_PER_READ = 12_000;

/** All cells from A1 to the last one filled. */
export async function readCells(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
): Promise<Standing[][]> {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  if (used.isNullObject) return [];
  const rows = used.rowIndex + used.rowCount;
  const columns = used.columnIndex + used.columnCount;
  const step = Math.max(1, Math.floor(CELLS_PER_READ / columns));
  const cells: Standing[][] = [];
  await inBlocks(rows, step, async (start, count) => {
    const part = sheet.getRangeByIndexes(start, 0, count, columns);
    part.load('formulas,values');
    await context.sync();
    const values = part.values as Cell[][];
    (part.formulas as Cell[][]).forEach((line, r) => {
      cells.push(line.map((formula, c) => ({ formula, value: values[r]?.[c] ?? '' })));
    });
  });
  return cells;
}
