import type { DataSheet, OnProgress } from '../app/ports';
import { Failure } from '../plan/failures';
import { asWritten, everywhere, eachInTurn, writeBlock } from './cells';
import type { Job } from './door';
import { RECORD_SHEET } from './journal';
import { addConditional, CHARACTER_POINTS, dress, TABLE_STYLE } from './styles';
import { openStore, savedKey, writeStore } from './hidden-store';

/**
 * Adds sheets of plain data, each a table, and what is to be remembered with them: all of it or nothing.
 * @throws Failure `nameTaken`
 */
export async function insertSheets(
  context: Excel.RequestContext,
  sheets: readonly DataSheet[],
  remember: Readonly<Record<string, unknown>>,
  onProgress: OnProgress,
): Promise<Job> {
  const { worksheets } = context.workbook;
  const { entries: store, place } = await openStore(context, RECORD_SHEET);
  await refuseTaken(context, sheets);
  return {
    journal: {
      sheets: sheets.map(({ name }) => ({ key: `inserted ${name}`, name })),
      names: [],
      record: [...store],
      place,
    },
    write: async () => {
      let done = 0;
      await eachInTurn(sheets, async (sheet) => {
        await insertSheet(context, sheet);
        onProgress(++done / sheets.length);
      });
      const entries = Object.entries(remember);
      const next = new Map([...store, ...entries.map(([key, value]) => [savedKey(key), value] as const)]);
      if (entries.length > 0) await writeStore(context, RECORD_SHEET, next);
      const first = sheets[0];
      if (first !== undefined) worksheets.getItem(first.name).activate();
      await context.sync();
    },
  };
}

/** A sheet, a table or a name may be called so already. @throws Failure `nameTaken` */
export async function refuseTaken(
  context: Excel.RequestContext,
  sheets: readonly Pick<DataSheet, 'name'>[],
): Promise<void> {
  const { worksheets, tables, names } = context.workbook;
  for (const all of [worksheets, tables, names]) all.load('items/name');
  await context.sync();
  const all = [...worksheets.items, ...tables.items, ...names.items];
  const taken = new Set(all.map(({ name }) => name.toLowerCase()));
  const clash = sheets.find(({ name }) => taken.has(name.toLowerCase()));
  if (clash !== undefined) throw new Failure('nameTaken', { name: clash.name });
}

/** Columns are as wide as their header with its filter button and the first values, within reason. */
const WIDTH_ROWS = 100;
const MAX_CHARACTERS = 40;
const FILTER_BUTTON = 4;

/** Adds one sheet of plain data, its table below the lines above it. */
export async function insertSheet(context: Excel.RequestContext, data: DataSheet): Promise<void> {
  const sheet = context.workbook.worksheets.add(data.name);
  const top = (data.headerRow ?? 1) - 1;
  writeAbove(sheet, data);
  data.formats.forEach((format, c) => {
    if (format !== 'General') {
      sheet.getRangeByIndexes(top + 1, c, data.rows.length, 1).numberFormat = everywhere(format);
    }
  });
  await writeBlock(
    context,
    sheet.getRangeByIndexes(top, 0, 1, 1),
    [data.headers, ...data.rows].map((row) => row.map(asWritten)),
  );
  const table = sheet.tables.add(
    sheet.getRangeByIndexes(top, 0, data.rows.length + 1, data.headers.length),
    true,
  );
  table.name = data.name;
  table.style = TABLE_STYLE;
  data.headers.forEach((header, c) => {
    const labels = c === 0 ? (data.above ?? []).filter(({ formula }) => formula !== undefined) : [];
    const longest = Math.max(
      ...labels.map(({ text }) => text.length),
      ...data.rows.slice(0, WIDTH_ROWS).map((row) => String(row[c] ?? '').length),
      0,
    );
    const characters = Math.min(MAX_CHARACTERS, Math.max(header.length + FILTER_BUTTON, longest + 1));
    sheet.getRangeByIndexes(0, c, 1, 1).format.columnWidth = characters * CHARACTER_POINTS;
  });
  sheet.freezePanes.freezeRows(top + 1);
  await context.sync();
}

/** What is said of the table, and figures that are red unless they are nothing. */
function writeAbove(sheet: Excel.Worksheet, { above = [] }: DataSheet): void {
  above.forEach(({ text, formula }, row) => {
    const cell = sheet.getRangeByIndexes(row, 0, 1, 1);
    cell.values = [[asWritten(text)]];
    dress(cell, formula === undefined ? 'note' : 'label');
    if (formula === undefined) return;
    const figure = sheet.getRangeByIndexes(row, 1, 1, 1);
    figure.formulas = [[formula]];
    dress(figure, 'figure');
    for (const [condition, look] of [
      ['<>0', 'bad'],
      ['=0', 'good'],
    ] as const)
      addConditional(figure, { kind: 'formula', formula: `={cell}${condition}`, look }, row, 1);
  });
}
