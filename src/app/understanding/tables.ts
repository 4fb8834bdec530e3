import type { RememberedMapping } from '../../intake';
import { columnNumber, type SheetSurvey } from '../../plan/cells';
import { Failure } from '../../plan/failures';
import type { AccountField, RepField } from '../../plan/fields';
import type { Settings } from '../../plan/settings';
import { MAIN_LAYER } from '../../plan/layer';
import { namesOf } from '../../plan/ownership';
import type { TableRef } from '../ports';
import type { Book } from './book';

/** The table that was asked for, by table or sheet name, else the likeliest. @throws Failure `tableNotFound` */
export function chosenTable(
  candidates: readonly TableRef[],
  wanted: Settings['accounts'],
  { survey, owned }: Pick<Book, 'survey' | 'owned'>,
): TableRef | undefined {
  const cells = cellsChosen(wanted, survey);
  if (cells !== undefined) return cells;
  const name = nameOf(wanted);
  // The plan that stands is about its list, whatever else came into the workbook and reads well.
  if (name === undefined)
    return (
      candidates.find(({ table }) => table !== undefined && table === owned?.accountsTable) ?? candidates[0]
    );
  const same = (a: string | undefined) => a?.toLowerCase() === name.toLowerCase();
  const found = candidates.find(({ table }) => same(table)) ?? candidates.find(({ sheet }) => same(sheet));
  if (found !== undefined) return found;
  const ours = new Set(Object.values(namesOf(owned, MAIN_LAYER).sheets));
  const there = survey.flatMap(({ sheet, tables }) =>
    ours.has(sheet) ? [] : [sheet, ...tables.map((table) => table.name)],
  );
  throw new Failure('tableNotFound', { name, there: [...new Set(there)].join(', ') });
}

/** The cells that were chosen by their address: an Excel table that reaches into them is meant as a whole. */
function cellsChosen(wanted: Settings['accounts'], survey: readonly SheetSurvey[]): TableRef | undefined {
  const { sheet = '', range } = wanted ?? {};
  const found = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/.exec(range ?? '');
  const there = survey.find((one) => one.sheet.toLowerCase() === sheet.toLowerCase());
  if (found === null || there === undefined) return undefined;
  const [, left = '', top = '', right = '', bottom = ''] = found;
  const [firstColumn, headerRow] = [columnNumber(left), Number(top)];
  const [lastColumn, lastRow] = [columnNumber(right), Number(bottom)];
  const table = there.tables.find(
    (one) =>
      one.headerRow <= lastRow &&
      one.headerRow + one.rowCount >= headerRow &&
      one.firstColumn <= lastColumn &&
      one.firstColumn + one.headers.length > firstColumn,
  );
  return table === undefined
    ? {
        sheet: there.sheet,
        headerRow,
        firstColumn,
        columnCount: lastColumn - firstColumn + 1,
        rowCount: lastRow - headerRow,
      }
    : {
        sheet: there.sheet,
        table: table.name,
        headerRow: table.headerRow,
        firstColumn: table.firstColumn,
        columnCount: table.headers.length,
        rowCount: table.rowCount,
      };
}

/** The name that a setting calls a table by: that of the table, else of its sheet. */
export const nameOf = (place: Settings['accounts']): string | undefined => place?.table ?? place?.sheet;

/** Headers the user chose; an empty one says that the field is in no column. */
export function remembered<Field extends AccountField | RepField>(
  columns: Readonly<Record<string, string>>,
): RememberedMapping<Field> {
  return Object.fromEntries(
    Object.entries(columns).map(([field, header]) => [field, header === '' ? null : header]),
  ) as RememberedMapping<Field>;
}

/** A table reference as one string, to choose by. */
export function refKey({ sheet, table, headerRow, firstColumn }: TableRef): string {
  return table ?? `${sheet}!R${headerRow}C${firstColumn}`;
}
