import type { Cell } from '../plan/cells';
import type { SheetSpec } from '../reports/spec';
import { isTable } from './grid';

/** Headers of tables of ours as they are going to stand, by the tables' names; none for one that goes. All folded. */
export type TablesToCome = ReadonlyMap<string, ReadonlySet<string>>;

const folded = (text: string): string => text.toLowerCase();

/** Tables of sheets that stood there and of those that are going to: what a formula may speak of, then and now. */
export function tablesToCome(
  before: readonly (SheetSpec | undefined)[],
  specs: readonly SheetSpec[],
): TablesToCome {
  const tables = new Map<string, ReadonlySet<string>>();
  for (const { name } of before.flatMap((spec) => spec?.blocks.filter(isTable) ?? []))
    tables.set(folded(name), new Set());
  for (const { name, columns } of specs.flatMap(({ blocks }) => blocks.filter(isTable)))
    tables.set(folded(name), new Set(columns.map(({ header }) => folded(header))));
  return tables;
}

/**
 * Whether a formula speaks of a table of ours. `gone`: of one, or of a column, that is not going to be there any more, so
 * that Excel refuses to be given the formula again. `there`: of what is, but a table that is raised elsewhere is a range
 * until then, and the formula would speak of cells from then on.
 */
export function saysOfOurs(formula: Cell, tables: TablesToCome): 'gone' | 'there' | undefined {
  if (typeof formula !== 'string' || !formula.startsWith('=')) return undefined;
  const text = formula.replace(/"[^"]*"/g, ' ');
  const said = [...tables].flatMap(([table, headers]) =>
    saidOf(text, table).map((columns) => headers.size > 0 && columns.every((column) => headers.has(column))),
  );
  if (said.length === 0) return undefined;
  return said.every((isThere) => isThere) ? 'there' : 'gone';
}

/** Each time that a formula names a table: the columns that it names with it, folded. */
function saidOf(text: string, table: string): string[][] {
  const low = folded(text);
  const found: string[][] = [];
  for (let at = low.indexOf(table); at >= 0; at = low.indexOf(table, at + table.length)) {
    const end = at + table.length;
    if (IN_NAME.test(low[at - 1] ?? ' ') || IN_NAME.test(low[end] ?? ' ')) continue;
    found.push(low[end] === '[' ? columnsIn(low, end) : []);
  }
  return found;
}

const IN_NAME = /[\p{L}\p{N}_.\\?]/u;

/** The columns in a structured reference that begins with the bracket at a place: `[a]`, `[@a]`, `[[#Headers],[a]:[b]]`. */
function columnsIn(text: string, start: number): string[] {
  const names: string[] = [];
  let name = '';
  let depth = 0;
  const end = (): void => {
    const column = name.replace(/^@/, '').trim();
    if (column !== '' && !/^[#,:@]/.test(column)) names.push(column);
    name = '';
  };
  for (let at = start; at < text.length; at++) {
    const mark = text[at] ?? '';
    if (mark === "'") {
      name += text[++at] ?? '';
    } else if (mark === '[') {
      // What stands before an inner bracket is a mark: `@`, a comma, a colon.
      name = '';
      depth++;
    } else if (mark === ']') {
      end();
      if (--depth === 0) return names;
    } else {
      name += mark;
    }
  }
  return names;
}
