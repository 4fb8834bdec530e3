import type { DataSheet, OnProgress } from '../app/ports';
import { Failure } from '../plan/failures';
import { asWritten, everywhere, eachInTurn, writeBlock } from './cells';
import type { Job } from './door';
import { RECORD_SHEET } from './journal';
import { CHARACTER_POINTS, TABLE_STYLE } from './looks';
import { openStore, writeStore } from './store';

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
  const { worksheets, tables, names } = context.workbook;
  worksheets.load('items/name');
  tables.load('items/name');
  names.load('items/name');
  const { entries: store, place } = await openStore(context, RECORD_SHEET);
  await context.sync();
  const all = [...worksheets.items, ...tables.items, ...names.items];
  const taken = new Set(all.map(({ name }) => name.toLowerCase()));
  const clash = sheets.find(({ name }) => taken.has(name.toLowerCase()));
  if (clash !== undefined) throw new Failure('nameTaken', { name: clash.name });
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
      const next = new Map([...store, ...entries.map(([key, value]) => [`saved:${key}`, value] as const)]);
      if (entries.length > 0) await writeStore(context, RECORD_SHEET, next);
      const first = sheets[0];
      if (first !== undefined) worksheets.getItem(first.name).activate();
      await context.sync();
    },
  };
}

/** Columns are as wide as their header with its filter button and the first values, within reason. */
const WIDTH_ROWS = 100;
const MAX_CHARACTERS = 40;
const FILTER_BUTTON = 4;

async function insertSheet(context: Excel.RequestContext, data: DataSheet): Promise<void> {
  const sheet = context.workbook.worksheets.add(data.name);
  data.formats.forEach((format, c) => {
    if (format !== 'General') {
      sheet.getRangeByIndexes(1, c, data.rows.length, 1).numberFormat = everywhere(format);
    }
  });
  await writeBlock(
    context,
    sheet.getRange('A1'),
    [data.headers, ...data.rows].map((row) => row.map(asWritten)),
  );
  const table = sheet.tables.add(
    sheet.getRangeByIndexes(0, 0, data.rows.length + 1, data.headers.length),
    true,
  );
  table.name = data.name;
  table.style = TABLE_STYLE;
  data.headers.forEach((header, c) => {
    const longest = Math.max(...data.rows.slice(0, WIDTH_ROWS).map((row) => String(row[c] ?? '').length), 0);
    const characters = Math.min(MAX_CHARACTERS, Math.max(header.length + FILTER_BUTTON, longest + 1));
    sheet.getRangeByIndexes(0, c, 1, 1).format.columnWidth = characters * CHARACTER_POINTS;
  });
  sheet.freezePanes.freezeRows(1);
  await context.sync();
}
