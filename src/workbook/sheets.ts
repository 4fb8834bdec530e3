import type { Cell } from '../plan/cells';
import type { ChartSpec, SheetSpec } from '../reports/spec';
import { quoteSheet } from '../plan/cells';
import { anchor, setAnchor, type Anchors } from './anchors';
import { asWritten, everywhere, writeBlock } from './cells';
import { extentOf, gridOf, isIn, isTable, type Extent } from './grid';
import { CHARACTER_POINTS, TABLE_STYLE, addConditional, addValidation, dress, dressColumn } from './looks';

const TITLE_POINTS = 24;
const HEADER_POINTS = 30;

/**
 * Pass one of writing sheets: the sheet, its tables by header, its names. Excel refuses a formula that
 * speaks of a table or name that does not exist yet, so all skeletons stand before any formula is written.
 */
export async function raiseSheet(
  context: Excel.RequestContext,
  spec: SheetSpec,
  name: string,
  anchors: Anchors,
): Promise<void> {
  const { worksheets, tables, names } = context.workbook;
  const found = worksheets.getItemOrNullObject(name);
  found.load('name');
  const blocks = spec.blocks.filter(isTable).map((block) => {
    const table = tables.getItemOrNullObject(block.name);
    table.load('name');
    const range = table.getRange();
    range.load('rowIndex,columnIndex');
    return { block, table, range };
  });
  const known = spec.names.map((wanted) => {
    const item = names.getItemOrNullObject(wanted.name);
    item.load('name');
    return { wanted, item };
  });
  await context.sync();

  const sheet = found.isNullObject ? worksheets.add(name) : found;
  setAnchor(context, anchors, anchor.sheet(spec.key), { sheet: name, row: 0, column: 0 });
  const staysAt = ({ block, table, range }: (typeof blocks)[number]) =>
    !table.isNullObject && range.rowIndex === block.row && range.columnIndex === block.column;
  // All that stand elsewhere go first: they may stand where others will.
  for (const one of blocks) if (!one.table.isNullObject && !staysAt(one)) takeTable(one.table);
  for (const one of blocks) {
    const { block, table } = one;
    const { row, column, rows, columns } = extentOf(block);
    const target = sheet.getRangeByIndexes(row, column, rows, columns);
    const stays = staysAt(one);
    if (stays) table.resize(target);
    target.getRow(0).values = [block.columns.map(({ header }) => asWritten(header))];
    if (stays) continue;
    const made = sheet.tables.add(target, true);
    made.name = block.name;
    made.style = TABLE_STYLE;
    made.showFilterButton = false;
  }
  for (const { wanted, item } of known) {
    const formula = wanted.formula.replaceAll('{sheet}', quoteSheet(name));
    if (item.isNullObject) names.add(wanted.name, formula, wanted.comment);
    else item.formula = formula;
  }
  await context.sync();
}

/** Takes a table of ours away with its cells; what stands around it stays where it is. */
export function takeTable(table: Excel.Table): void {
  const cells = table.getRange();
  table.convertToRange();
  cells.clear();
}

/** Pass two: every cell in one block, over what our sheet held before; cells of the user's beside it stay. */
export async function fillSheet(
  context: Excel.RequestContext,
  spec: SheetSpec,
  name: string,
  before?: readonly Extent[],
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(name);
  const used = sheet.getUsedRangeOrNullObject();
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  const held = used.isNullObject
    ? { rows: 0, columns: 0 }
    : { rows: used.rowIndex + used.rowCount, columns: used.columnIndex + used.columnCount };
  if (!used.isNullObject) used.clear('Formats');
  formatNumbers(sheet, spec);
  await writeBlock(context, sheet.getRange('A1'), gridOf(spec, held, before));
}

/** Puts back what a checkpoint kept: contents first, then the looks of the spec they had. */
export async function refillSheet(
  context: Excel.RequestContext,
  spec: SheetSpec,
  name: string,
  formulas: readonly (readonly Cell[])[],
  /** What is ours on it now: what stands outside of it has come since, and stays. */
  ours: readonly Extent[] | undefined,
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(name);
  const used = sheet.getUsedRangeOrNullObject();
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  const rows = formulas.length;
  const columns = formulas[0]?.length ?? 0;
  if (!used.isNullObject) {
    used.clear('Formats');
    const all: Extent = {
      row: 0,
      column: 0,
      rows: used.rowIndex + used.rowCount,
      columns: used.columnIndex + used.columnCount,
    };
    // Only cells the old state does not cover: clearing a header would rename it in every formula.
    for (const part of ours ?? [all]) {
      const below = part.row + part.rows - Math.max(rows, part.row);
      const beside = part.column + part.columns - Math.max(columns, part.column);
      const within = Math.min(rows, part.row + part.rows) - part.row;
      if (below > 0)
        sheet.getRangeByIndexes(Math.max(rows, part.row), part.column, below, part.columns).clear();
      if (beside > 0 && within > 0)
        sheet.getRangeByIndexes(part.row, Math.max(columns, part.column), within, beside).clear();
    }
  }
  formatNumbers(sheet, spec);
  const isFree = (r: number, c: number) =>
    ours !== undefined && ![...ours, ...spec.blocks.map(extentOf)].some((part) => isIn(part, r, c));
  const grid = formulas.map((line, r) => line.map((cell, c) => (cell === '' && isFree(r, c) ? null : cell)));
  await writeBlock(context, sheet.getRange('A1'), grid);
}

/** Number formats stand before values: Excel parses what is written by the format it finds. */
function formatNumbers(sheet: Excel.Worksheet, spec: SheetSpec): void {
  for (const block of spec.blocks) {
    if (isTable(block)) {
      block.columns.forEach(({ format }, c) => {
        if (format === undefined || block.rows === 0) return;
        sheet.getRangeByIndexes(block.row + 1, block.column + c, block.rows, 1).numberFormat =
          everywhere(format);
      });
      continue;
    }
    block.cells.forEach((line, r) => {
      line.forEach((cell, c) => {
        if (cell?.format === undefined) return;
        sheet.getRangeByIndexes(block.row + r, block.column + c, 1, 1).numberFormat = [[cell.format]];
      });
    });
  }
}

/** Pass three: looks, drop-downs, conditional formats, print set-up; what a reader sees. */
export async function decorateSheet(
  context: Excel.RequestContext,
  spec: SheetSpec,
  name: string,
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(name);
  sheet.getRange().conditionalFormats.clearAll();
  sheet.showGridlines = false;
  for (const block of spec.blocks) {
    if (isTable(block)) {
      block.columns.forEach((column, c) => {
        if (block.rows === 0) return;
        const body = sheet.getRangeByIndexes(block.row + 1, block.column + c, block.rows, 1);
        dressColumn(body, column);
        if (column.validation !== undefined) addValidation(body, column.validation);
        column.conditional?.forEach((conditional) => {
          addConditional(body, conditional, block.row + 1, block.column + c);
        });
      });
      const header = sheet.getRangeByIndexes(block.row, block.column, 1, block.columns.length);
      header.format.font.bold = true;
      header.format.wrapText = true;
      header.format.verticalAlignment = 'Center';
      // Two lines: hosts do not fit rows to wrapped text by themselves.
      header.format.rowHeight = HEADER_POINTS;
      continue;
    }
    block.cells.forEach((line, r) => {
      line.forEach((cell, c) => {
        if (cell?.style === undefined && cell?.validation === undefined) return;
        const range = sheet.getRangeByIndexes(block.row + r, block.column + c, 1, 1);
        if (cell.style !== undefined) dress(range, cell.style);
        if (cell.style === 'title') range.format.rowHeight = TITLE_POINTS;
        if (cell.validation !== undefined) addValidation(range, cell.validation);
      });
    });
  }
  spec.conditional.forEach(({ row, column, rows, columns, spec: conditional }) => {
    addConditional(sheet.getRangeByIndexes(row, column, rows, columns), conditional, row, column);
  });
  spec.widths.forEach((characters, c) => {
    sheet.getRangeByIndexes(0, c, 1, 1).format.columnWidth = characters * CHARACTER_POINTS;
  });
  if (spec.freezeRows > 0) sheet.freezePanes.freezeRows(spec.freezeRows);
  sheet.pageLayout.orientation = spec.print.landscape ? 'Landscape' : 'Portrait';
  sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
  await context.sync();
}

/** Charts stand apart, last: their decoration is what hosts refuse most often. */
export async function drawCharts(
  context: Excel.RequestContext,
  spec: SheetSpec,
  name: string,
): Promise<void> {
  if (spec.charts.length === 0) return;
  const sheet = context.workbook.worksheets.getItem(name);
  const old = spec.charts.map((chart) => {
    const found = sheet.charts.getItemOrNullObject(chart.name);
    found.load('name');
    return found;
  });
  await context.sync();
  old.forEach((chart) => {
    if (!chart.isNullObject) chart.delete();
  });
  spec.charts.forEach((chart) => {
    draw(sheet, spec, chart);
  });
  await context.sync();
}

function draw(sheet: Excel.Worksheet, spec: SheetSpec, chart: ChartSpec): void {
  const block = spec.blocks.filter(isTable).find((table) => table.name === chart.table);
  if (block === undefined)
    throw new RangeError(`The chart ${chart.name} speaks of a table that is not there.`);
  const column = (header: string) => {
    const c = block.columns.findIndex((candidate) => candidate.header === header);
    if (c < 0)
      throw new RangeError(`The chart ${chart.name} speaks of ${header}, which ${block.name} lacks.`);
    return sheet.getRangeByIndexes(block.row + 1, block.column + c, block.rows, 1);
  };
  const [main, ...others] = chart.series;
  if (main === undefined) return;
  const made = sheet.charts.add(
    chart.kind === 'bar' ? 'BarClustered' : 'ColumnClustered',
    column(main.header),
    'Columns',
  );
  made.name = chart.name;
  made.title.text = chart.title;
  made.legend.visible = false;
  const first = made.series.getItemAt(0);
  first.name = main.header;
  first.setXAxisValues(column(chart.category));
  others.forEach((series) => {
    const added = made.series.add(series.header);
    added.setValues(column(series.header));
    added.setXAxisValues(column(chart.category));
    if (series.as === 'line') added.chartType = 'Line';
  });
  made.setPosition(
    sheet.getRangeByIndexes(chart.from.row, chart.from.column, 1, 1),
    sheet.getRangeByIndexes(chart.to.row, chart.to.column, 1, 1),
  );
}
