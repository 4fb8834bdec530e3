import type { SheetSurvey } from '../plan/cells';
import type { WorkbookPort } from './ports';

/** `Accounts`, else `Accounts2`, `Accounts3` …: one that no table and no defined name has. */
export const freeTableName = async (workbook: WorkbookPort, wanted: string): Promise<string> =>
  firstFree(await workbook.names(), wanted);

/** The same for a sheet with a table of its name on it. */
export const freeSheetName = async (
  workbook: WorkbookPort,
  survey: readonly SheetSurvey[],
  wanted: string,
): Promise<string> => firstFree([...(await workbook.names()), ...survey.map(({ sheet }) => sheet)], wanted);

function firstFree(names: readonly string[], wanted: string): string {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  let name = wanted;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted}${n}`;
  return name;
}
