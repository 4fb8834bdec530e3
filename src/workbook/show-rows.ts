import { Failure } from '../plan/failures';

/**
 * Filters a column of a table by what its cells say: Excel's own filter, which the user sees in its header and can take
 * away there.
 * @param word blank: all rows are shown, whatever hid them
 * @throws Failure `tableGone`, `editColumnGone`, `protectedSheet`, `sheetHidden`
 */
export async function showRows(
  context: Excel.RequestContext,
  name: string,
  column: string,
  word: string,
): Promise<void> {
  const table = context.workbook.tables.getItemOrNullObject(name);
  const { worksheet: sheet, columns } = table;
  sheet.load('name,visibility');
  sheet.protection.load('protected');
  columns.load('items/name');
  await context.sync();
  if (table.isNullObject) throw new Failure('tableGone', { name });
  if (sheet.visibility !== 'Visible') throw new Failure('sheetHidden', { sheet: sheet.name });
  if (sheet.protection.protected)
    throw new Failure('protectedSheet', { sheet: sheet.name, outcome: 'untouched' });
  const found = columns.items.find((one) => one.name.trim().toLowerCase() === column.trim().toLowerCase());
  if (found === undefined) throw new Failure('editColumnGone', { sheet: sheet.name, column });
  if (word === '') table.clearFilters();
  else found.filter.applyValuesFilter([word]);
  sheet.activate();
  table.getHeaderRowRange().getCell(0, 0).select();
  await context.sync();
}
