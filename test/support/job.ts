import { designPlan, type DesignedPlan } from '../../src/app/design';
import { prepareOrder } from '../../src/app/write-order';
import { sampleSheets, type SampleOptions } from '../../src/app/sample/sample';
import { look } from '../../src/app/look-at-workbook';
import { SettingsDesk } from '../../src/app/settings/desk';
import type { Understanding } from '../../src/app/understanding/understand';
import type { WorkbookPort } from '../../src/app/ports';
import { fetchChunkFromDisk } from '../../src/geo/pack/from-disk';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { InlineSolver } from '../../src/worker/inline-solver';
import { openWorkbook, type Cell, type OpenWorkbook } from './office';

export const clock = { now: () => new Date('2026-11-22T12:00:00Z') };
export const places = { fetchChunk: fetchChunkFromDisk };

/** The sample as sheets of cells, with a table over each. */
export async function openSample(options: SampleOptions = {}): Promise<OpenWorkbook> {
  const book = await openWorkbook();
  await new OfficeWorkbook(clock).insert(sampleSheets(options));
  return book;
}

/** What is understood of the open workbook, with these settings over what it remembers. */
export async function understood(
  settings: object = {},
  workbook: WorkbookPort = new OfficeWorkbook(clock),
): Promise<Understanding> {
  const desk = new SettingsDesk(workbook, { language: 'en', file: { ...settings } });
  return (await look({ workbook, places }, desk)).understanding;
}

/**
 * Reads, designs and applies, as the pane does.
 * @param more sheets that are written along
 */
export async function carryOut(
  settings: object = {},
  more: Parameters<typeof prepareOrder>[3] = [],
): Promise<{ workbook: OfficeWorkbook; understanding: Understanding; designed: DesignedPlan }> {
  const workbook = new OfficeWorkbook(clock);
  const understanding = await understood(settings, workbook);
  const designed = await designPlan(understanding, new InlineSolver(), clock);
  await workbook.apply(await prepareOrder(understanding, designed, workbook, more));
  return { workbook, understanding, designed };
}

/** Everything a user can lose, cell by cell: formulas, formats, tables, names, validation, sheets. */
export async function picture(book: OpenWorkbook): Promise<Record<string, unknown>> {
  return book.run(async (context) => {
    const { worksheets, names, tables } = context.workbook;
    worksheets.load('items/name,items/visibility');
    names.load('items/name,items/formula');
    tables.load('items/name,items/style,items/showTotals');
    await context.sync();
    const out: Record<string, unknown> = {
      names: names.items.map(({ name, formula }) => [name, formula]),
    };
    const ranges = tables.items.map((table) => {
      const range = table.getRange();
      range.load('address');
      return { name: table.name, style: table.style, range };
    });
    const used = worksheets.items.map((sheet) => {
      const range = sheet.getUsedRangeOrNullObject();
      range.load('address,formulas,numberFormat,values');
      sheet.charts.load('items/name');
      const formats = sheet.getRange().conditionalFormats.getCount();
      return { sheet, range, formats };
    });
    await context.sync();
    out['tables'] = ranges.map(({ name, style, range }) => [name, style, range.address]).sort();
    for (const { sheet, range, formats } of used) {
      out[sheet.name] = {
        visibility: sheet.visibility,
        charts: sheet.charts.items.length,
        conditionalFormats: formats.value,
        cells: range.isNullObject ? null : [range.address, range.formulas, range.numberFormat, range.values],
      };
    }
    return out;
  });
}

export async function valuesOf(book: OpenWorkbook, sheet: string, address?: string): Promise<Cell[][]> {
  return book.run(async (context) => {
    const there = context.workbook.worksheets.getItem(sheet);
    const range = address === undefined ? there.getUsedRange() : there.getRange(address);
    range.load('values');
    await context.sync();
    return range.values as Cell[][];
  });
}

/** What the checks of a balance sheet say, from the top. */
export async function differences(book: OpenWorkbook, sheet = 'Balance'): Promise<Cell[]> {
  const cells = await valuesOf(book, sheet);
  const top = cells.findIndex((line) => line.includes('Checks')) + 1;
  const column = cells[top - 1]?.indexOf('Checks') ?? -1;
  const end = cells.findIndex((line, r) => r > top && line[column] === '');
  return cells.slice(top, end).map((line) => line[column + 1] ?? '');
}
