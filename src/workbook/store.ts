import { eachInTurn } from './cells';

/**
 * JSON that travels with the workbook, in a very hidden sheet of ours: one row a piece of at most 30,000
 * characters (a cell holds 32,767), with its key and number. Settings of the add-in are not used: they
 * end at 2 MB and Macs have lost them on reopening.
 */
const PIECE = 30_000;
/** Keeps pieces text whatever they begin with. */
const MARK = '~';
const ROWS_PER_REQUEST = 40;

export async function readStore(
  context: Excel.RequestContext,
  sheetName: string,
): Promise<Map<string, unknown>> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName);
  sheet.load('name');
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowCount');
  await context.sync();
  const entries = new Map<string, unknown>();
  if (sheet.isNullObject || used.isNullObject) return entries;

  const text = new Map<string, string>();
  const starts = Array.from(
    { length: Math.ceil(used.rowCount / ROWS_PER_REQUEST) },
    (_, i) => i * ROWS_PER_REQUEST,
  );
  await eachInTurn(starts, async (start) => {
    const rows = Math.min(ROWS_PER_REQUEST, used.rowCount - start);
    const part = sheet.getRangeByIndexes(start, 0, rows, 2);
    part.load('values');
    await context.sync();
    for (const [key, piece] of part.values) {
      const name = String(key).slice(MARK.length);
      text.set(name, (text.get(name) ?? '') + String(piece).slice(MARK.length));
    }
  });
  for (const [key, json] of text) entries.set(key, JSON.parse(json));
  return entries;
}

/** Replaces all that the store holds. The sheet is made when first needed; an empty store removes it. */
export async function writeStore(
  context: Excel.RequestContext,
  sheetName: string,
  entries: ReadonlyMap<string, unknown>,
): Promise<void> {
  const found = context.workbook.worksheets.getItemOrNullObject(sheetName);
  found.load('name');
  await context.sync();
  if (entries.size === 0) {
    if (!found.isNullObject) await removeSheet(context, found);
    return;
  }
  const sheet = found.isNullObject ? context.workbook.worksheets.add(sheetName) : found;
  sheet.visibility = 'VeryHidden';
  const rows: string[][] = [];
  for (const [key, value] of entries) {
    const json = JSON.stringify(value);
    for (let at = 0; at === 0 || at < json.length; at += PIECE) {
      rows.push([MARK + key, MARK + json.slice(at, at + PIECE)]);
    }
  }
  sheet.getRange().clear('Contents');
  const starts = Array.from(
    { length: Math.ceil(rows.length / ROWS_PER_REQUEST) },
    (_, i) => i * ROWS_PER_REQUEST,
  );
  await eachInTurn(starts, async (start) => {
    const part = rows.slice(start, start + ROWS_PER_REQUEST);
    sheet.getRangeByIndexes(start, 0, part.length, 2).values = part;
    await context.sync();
  });
}

/** A very hidden sheet cannot be deleted as such in every host: show it, then delete. */
export async function removeSheet(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<void> {
  sheet.visibility = 'Hidden';
  sheet.delete();
  await context.sync();
}
