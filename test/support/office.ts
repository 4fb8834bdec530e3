import { createHost, openOfficeClient } from '../../src/workbench';
import type { Host, HostOptions } from '../../src/workbench';

/** A cell as tests write it: text stays text, whatever it looks like. */
export type Cell = string | number | boolean | null;

export interface OpenWorkbook {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly host: Host;
  /** `Excel.run` over the open workbook. */
  run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
  dispose(): void;
}

/**
 * An open workbook behind Microsoft's real client library, with the given sheets (rows from A1; null
 * leaves a cell empty; a string that begins with `=` is a formula, any other is text, `'=x` the text =x). One workbook at
 * a time: dispose of it before opening another.
 */
export async function openWorkbook(
  content: {
    readonly sheets?: Readonly<Record<string, readonly (readonly Cell[])[]>>;
    readonly host?: HostOptions;
  } = {},
): Promise<OpenWorkbook> {
  const book = openHost(createHost(content.host));
  await fill(book.run, content.sheets ?? {});
  return book;
}

/** The workbook of a host behind the client library. */
export function openHost(host: Host): OpenWorkbook {
  const client = openOfficeClient(host);
  const { Excel, OfficeExtension } = client;
  return {
    Excel,
    OfficeExtension,
    host,
    run: (batch) => Excel.run(batch),
    dispose() {
      client.dispose();
      host.dispose();
    },
  };
}

async function fill(
  run: OpenWorkbook['run'],
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
): Promise<void> {
  const names = Object.keys(sheets);
  if (names.length === 0) return;
  await run(async (context) => {
    const first = context.workbook.worksheets.getItem('Sheet1');
    for (const name of names) {
      const sheet = name === names[0] ? first : context.workbook.worksheets.add(name);
      if (sheet === first) first.name = name;
      const rows = sheets[name] ?? [];
      const columns = Math.max(0, ...rows.map((row) => row.length));
      if (rows.length === 0 || columns === 0) continue;
      const values = rows.map((row) => Array.from({ length: columns }, (_, i) => literal(row[i] ?? null)));
      sheet.getRangeByIndexes(0, 0, rows.length, columns).values = values;
    }
    await context.sync();
  });
}

const literal = (cell: Cell): unknown =>
  typeof cell === 'string' && cell !== '' && !/^[='].*/s.test(cell) ? `'${cell}` : cell;
