import { Failure } from '../plan/failures';
import { askForFilled, linesOf, type FilledTable } from './filled-tables';
import { besides, placeInRows, type RowChange } from './place-in-rows';

/**
 * Puts a row into a table before its last one, where it grows by itself and columns with one formula fill themselves, or
 * below a plain range.
 * @param first puts into the request what goes before
 * @throws Failure `rowsMoved` where the range does not end any more where it ended; `tableGone`, `protectedSheet`
 */
export async function addRow(
  context: Excel.RequestContext,
  change: RowChange,
  first: (now: FilledTable) => void,
): Promise<void> {
  const { place, cells } = change;
  const answer = askForFilled(context, place);
  await context.sync();
  const now = answer();
  const gone = cells.find(({ header }) => !now.headers.includes(header));
  if (gone !== undefined) throw new Failure('editColumnGone', { sheet: now.sheetName, column: gone.header });
  first(now);
  if (now.table === undefined) await addBelow(context, change, now);
  else {
    const table = context.workbook.tables.getItem(now.table);
    table.getDataBodyRange().getLastRow().insert('Down');
    for (const { header, to, format } of cells) {
      const cell = table.columns.getItem(header).getDataBodyRange().getLastRow().getOffsetRange(-1, 0);
      if (format !== undefined) cell.numberFormat = [[format]];
      cell.formulas = [[to]];
    }
    await context.sync();
  }
}

async function addBelow(
  context: Excel.RequestContext,
  { place, cells }: RowChange,
  now: FilledTable,
): Promise<void> {
  const { sheet, row, column, headers, body } = now;
  // In the request that writes: what stood there, below which headers.
  const header = sheet.getRangeByIndexes(row, column, 1, headers.length);
  header.load('values');
  const below = sheet.getRangeByIndexes(row + 1 + body.length, column, 1, headers.length);
  below.load('values,formulas,numberFormat');
  for (const { header: of, to, format } of cells) {
    const cell = sheet.getRangeByIndexes(row + 1 + body.length, column + headers.indexOf(of), 1, 1);
    if (format !== undefined) cell.numberFormat = [[format]];
    cell.formulas = [[to]];
  }
  await context.sync();
  const [line = []] = linesOf(below);
  const [heads = []] = header.values;
  const isSame = headers.every((name, c) => String(heads[c]) === name);
  if (isSame && line.every(({ cell }) => cell === '')) return;
  const stood = cells.map(({ header: of, to, format }) => {
    const one = line[headers.indexOf(of)];
    const was = format === undefined || one === undefined ? {} : { format: one.format };
    return { header: of, from: to, to: one?.cell ?? '', ...was };
  });
  await placeInRows(context, [
    {
      place: { ...place, rowCount: place.rowCount + 1 },
      says: besides(now, line, stood),
      nth: 0,
      cells: stood,
    },
  ]);
  throw new Failure('rowsMoved');
}
