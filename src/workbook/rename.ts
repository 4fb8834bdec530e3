import type { RenameOrder } from '../app/ports';
import type { Cell } from '../plan/cells';
import { namesOf, readOwnership } from '../plan/ownership';
import { asWritten, eachInTurn, READ_BLOCK_CELLS, writeBlock } from './cells';
import { RECORD_SHEET } from './journal';
import { locateNamed } from './read';
import { readStore, writeStore } from './store';

/** Account columns of ours that hold names of territories. */
const NAMING = ['territory', 'designed'] as const;

/**
 * Writes new names of territories over the old ones in our account columns, then into the record. The record
 * comes last: a rename that broke off is seen again, and finished, on the next look.
 */
export async function renameTerritories(
  context: Excel.RequestContext,
  { layer, names, record }: RenameOrder,
): Promise<void> {
  const store = await readStore(context, RECORD_SHEET);
  const owned = readOwnership(store.get('owned'));
  if (owned?.accountsTable === undefined) return;
  const located = await locateNamed(context, owned.accountsTable);
  const { sheet, headerRow, firstColumn, rows, columns } = located;
  const header = sheet.getRangeByIndexes(headerRow, firstColumn, 1, columns);
  header.load('values');
  await context.sync();
  const headers = (header.values[0] ?? []).map(String);
  const starts = Array.from({ length: Math.ceil(rows / READ_BLOCK_CELLS) }, (_, i) => i * READ_BLOCK_CELLS);
  const { columns: ours } = namesOf(owned, layer);
  const spots = NAMING.map((key) => headers.indexOf(ours[key] ?? '\0'))
    .filter((at) => at >= 0)
    .flatMap((at) => starts.map((start) => ({ at, start })));
  await eachInTurn(spots, async ({ at, start }) => {
    const count = Math.min(READ_BLOCK_CELLS, rows - start);
    const part = sheet.getRangeByIndexes(headerRow + 1 + start, firstColumn + at, count, 1);
    part.load('formulas');
    await context.sync();
    const cells = (part.formulas as Cell[][]).map(([cell]) => cell ?? '');
    const renamed = cells.map((cell) => names.get(String(cell)));
    if (renamed.every((name) => name === undefined)) return;
    const written = cells.map((cell, i) => [
      renamed[i] === undefined && String(cell).startsWith('=') ? cell : asWritten(renamed[i] ?? cell),
    ]);
    await writeBlock(context, part.getCell(0, 0), written);
    await context.sync();
  });
  store.set('record', record);
  await writeStore(context, RECORD_SHEET, store);
}
