import type { Book } from './understanding/book';

/** `Accounts`, else `Accounts2`, `Accounts3` …: one that no table and no defined name has. */
export const freeTableName = ({ names }: Pick<Book, 'names'>, wanted: string): string =>
  firstFree(names, wanted);

/** The same for a sheet with a table of its name on it. */
export const freeSheetName = ({ names, survey }: Pick<Book, 'names' | 'survey'>, wanted: string): string =>
  firstFree([...names, ...survey.map(({ sheet }) => sheet)], wanted);

function firstFree(names: readonly string[], wanted: string): string {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  let name = wanted;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted}${n}`;
  return name;
}
