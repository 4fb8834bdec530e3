import { Failure } from '../plan/failures';
import { columnAt, heightOf, type AccountsNow } from './accounts';
import { anchor } from './anchors';
import { WIDTH } from './area';
import type { KeptAccounts } from './journal';

/**
 * Revert shifts what stands to the right of the list where a column of ours comes back or goes from among the user's.
 * Excel refuses that where a table, or merged cells, reach over other rows than the list: so it is looked at first.
 * @throws Failure `noShift`, `sheetEnds`
 */
export async function refuseShift(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  now: AccountsNow,
): Promise<void> {
  const end = now.headers.length;
  const placeOf = ({ key, header }: { readonly key: string; readonly header: string }) =>
    columnAt(now, anchor.column(key), header);
  const added = kept.added.map(placeOf).filter((at) => at >= 0);
  const back = kept.kept.filter((column) => placeOf(column) < 0).length;
  const closesUp = added.some((at) => at < end - added.length);
  if (back === 0 && !closesUp) return;
  const first = now.firstColumn + end;
  const free = WIDTH - first;
  if (back > free) throw new Failure('sheetEnds', { sheet: now.sheetName, needed: back, free });
  if (free === 0) return;
  const { tables } = now.sheet;
  tables.load('items/name');
  const beyond = now.sheet.getRangeByIndexes(now.headerRow, first, heightOf(now), free);
  const merged = beyond.getMergedAreasOrNullObject();
  merged.load('address');
  await context.sync();
  const ranges = tables.items.map((table) => {
    const range = table.getRange();
    range.load('address,rowIndex,columnIndex,rowCount,columnCount');
    return range;
  });
  await context.sync();
  const isPartly = ({ rowIndex, rowCount, columnIndex, columnCount }: Excel.Range) =>
    columnIndex + columnCount > first &&
    rowIndex < now.headerRow + heightOf(now) &&
    rowIndex + rowCount > now.headerRow &&
    (columnIndex < first || rowIndex < now.headerRow || rowIndex + rowCount > now.headerRow + heightOf(now));
  const inTheWay = ranges.find(isPartly);
  if (inTheWay !== undefined) throw new Failure('noShift', { address: inTheWay.address });
  if (!merged.isNullObject) throw new Failure('noShift', { address: merged.address });
}
