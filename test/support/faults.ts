import type { FaultKind } from '../../src/workbench';
import type { OpenWorkbook } from './office';

/**
 * Everything of a workbook that must be the old or the new, and never a third: cells, number formats, validation,
 * names, tables, visibility, freeze, widths, hidden columns, calculation mode.
 */
export async function wholeState(book: OpenWorkbook): Promise<Record<string, unknown>> {
  return book.run(async (context) => {
    const { worksheets, names, tables, application } = context.workbook;
    worksheets.load('items/name,items/visibility');
    names.load('items/name,items/formula,items/visible');
    tables.load('items/name,items/style,items/showTotals');
    application.load('calculationMode');
    await context.sync();
    const ranges = tables.items.map((table) => {
      const range = table.getRange();
      range.load('address');
      return { table, range };
    });
    const sheets = [];
    for (const sheet of worksheets.items) {
      const used = sheet.getUsedRangeOrNullObject();
      used.load('address,columnCount,rowIndex,columnIndex,rowCount');
      sheet.charts.load('items/name');
      const frozen = sheet.freezePanes.getLocationOrNullObject();
      frozen.load('address');
      const formats = sheet.getRange().conditionalFormats.getCount();
      await context.sync();
      sheets.push({ sheet, used, frozen, formats, cells: await allCells(context, used) });
    }
    const columns = sheets.map(({ sheet, used }) =>
      Array.from({ length: used.isNullObject ? 0 : used.columnIndex + used.columnCount + 8 }, (_, c) => {
        const cell = sheet.getRangeByIndexes(0, c, 1, 1);
        cell.load('columnHidden');
        cell.format.load('columnWidth');
        const below = sheet.getRangeByIndexes(1, c, Math.max(1, used.rowCount), 1).dataValidation;
        below.load('type,rule');
        return { cell, below };
      }),
    );
    await context.sync();
    return {
      mode: application.calculationMode,
      names: names.items.map(({ name, formula, visible }) => [name, formula, visible]),
      tables: ranges
        .map(({ table, range }) => [table.name, table.style, table.showTotals, range.address])
        .sort(),
      sheets: sheets.map(({ sheet, used, frozen, formats, cells }, i) => ({
        name: sheet.name,
        visibility: sheet.visibility,
        charts: sheet.charts.items.map(({ name }) => name),
        conditionalFormats: formats.value,
        frozen: frozen.isNullObject ? null : frozen.address,
        cells: used.isNullObject ? null : cellsOf(sheet.name, used.address, cells),
        columns: columns[i]?.map(({ cell, below }) => [
          cell.columnHidden,
          cell.format.columnWidth,
          below.type,
          JSON.stringify(below.rule),
        ]),
      })),
    };
  });
}

interface Cells {
  readonly formulas: unknown[];
  readonly values: unknown[];
  readonly formats: unknown[];
}

/** An answer holds no more than 5 MB: so many rows are asked for at once. */
const ROWS = 1000;

async function allCells(context: Excel.RequestContext, used: Excel.Range): Promise<Cells> {
  const all: Cells = { formulas: [], values: [], formats: [] };
  if (used.isNullObject) return all;
  for (let row = 0; row < used.rowCount; row += ROWS) {
    const block = used.getRow(row).getResizedRange(Math.min(ROWS, used.rowCount - row) - 1, 0);
    block.load('formulas,values,numberFormat');
    await context.sync();
    all.formulas.push(...block.formulas);
    all.values.push(...block.values);
    all.formats.push(...block.numberFormat);
  }
  return all;
}

/** Of a checkpoint only how far the job is: it names the pane that writes. */
function cellsOf(sheet: string, address: string, { formulas, values, formats }: Cells): unknown {
  if (sheet.startsWith('EfCheckpoint') || sheet.startsWith('EfUndo'))
    return /"phase":"\w+"/.exec(JSON.stringify(values).replaceAll('\\', ''))?.[0];
  return [address, formulas, values, formats];
}

/** What became of a job with a fault at one of its requests. */
export type Outcome = 'done' | 'failed' | 'silent';

/** Runs a job with a fault at its n-th request. A host that is gone is back afterwards. */
export async function withFault(
  book: OpenWorkbook,
  n: number,
  kind: FaultKind,
  job: () => Promise<unknown>,
): Promise<Outcome> {
  const { host } = book;
  host.faults.at(host.statistics.requests + n, kind);
  const run = job().then(
    () => 'done' as const,
    () => 'failed' as const,
  );
  const outcome = await Promise.race([run, whenGone(book)]);
  host.faults.clear();
  return outcome;
}

/** Resolves when the host has not answered a request that it got. */
function whenGone(book: OpenWorkbook): Promise<'silent'> {
  const { host } = book;
  const request = host.request.bind(host);
  return new Promise((resolve) => {
    host.request = async (text, flags) => {
      const answer = await request(text, flags);
      if (answer === undefined) {
        host.request = request;
        resolve('silent');
      }
      return answer;
    };
  });
}

/** The requests of a job that nothing disturbs, by number from 1; those alone that match. */
export async function requestsOf(
  book: OpenWorkbook,
  job: () => Promise<unknown>,
  matches: (text: string) => boolean = () => true,
): Promise<number[]> {
  const { host } = book;
  const request = host.request.bind(host);
  const found: number[] = [];
  let n = 0;
  host.request = (text, flags) => {
    n++;
    if (matches(text)) found.push(n);
    return request(text, flags);
  };
  await job();
  host.request = request;
  return found;
}

/** A request in which the client lets go of cells that were read: no job waits for its answer. */
export function letsGo(text: string): boolean {
  const { Actions: actions } = JSON.parse(text) as { readonly Actions: readonly { readonly Name: string }[] };
  const calls = actions.flatMap(({ Name: name }) => (name === '' ? [] : [name]));
  return calls.length > 0 && calls.every((name) => name === '_RemoveReference');
}

/** From the k-th request on that matches the host is gone. */
export function goneAt({ host }: OpenWorkbook, k: number, matches: (text: string) => boolean): void {
  const request = host.request.bind(host);
  let found = 0;
  host.request = (text, flags) => {
    if (matches(text) && ++found === k) host.faults.at(host.statistics.requests + 1, 'gone');
    return request(text, flags);
  };
}

export const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The first few places where a state is neither the old nor the new one. */
export function difference(is: unknown, old: unknown, now: unknown): string {
  const found: string[] = [];
  const walk = (path: string, a: unknown, b: unknown, c: unknown) => {
    if (found.length > 3 || isSame(a, b) || isSame(a, c)) return;
    const parts = [a, b, c];
    if (parts.every((part) => typeof part === 'object' && part !== null)) {
      const [x, y, z] = parts as Record<string, unknown>[];
      for (const key of Object.keys({ ...x, ...y, ...z }))
        walk(`${path}.${key}`, x?.[key], y?.[key], z?.[key]);
      if (found.length > 0) return;
    }
    found.push(
      `${path}: ${JSON.stringify(a)?.slice(0, 150)} | old ${JSON.stringify(b)?.slice(0, 150)} | new ${JSON.stringify(c)?.slice(0, 150)}`,
    );
  };
  walk('', is, old, now);
  return found.length > 0 ? found.join('\n') : 'a mixture of both';
}
