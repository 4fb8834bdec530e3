import type { WorkbookPort } from '../../src/app/ports';
import type { Cell, SheetSurvey, SourceTable } from '../../src/plan/cells';

const HEADERS = ['Account Name', 'Potential', 'ARR', 'City', 'State', 'Owner'];
const ROWS: Cell[][] = Array.from({ length: 24 }, (_, i) => [
  `Account ${i}`,
  100 + (i % 5),
  40 + (i % 7),
  ['Denver', 'Boise', 'Austin'][i % 3] ?? '',
  ['CO', 'ID', 'TX'][i % 3] ?? '',
  ['Ana Ruiz', 'Ben Ito'][i % 2] ?? '',
]);

/** A workbook that holds one table, keeps what is saved in it, and remembers what was asked of it. */
export function fakeWorkbook(
  change: Partial<WorkbookPort> = {},
): WorkbookPort & { calls: string[]; saved: Map<string, unknown> } {
  const calls: string[] = [];
  const source: SourceTable = {
    sheet: 'Export',
    table: 'Deals',
    headerRow: 1,
    firstRow: 2,
    firstColumn: 1,
    rowCount: ROWS.length,
    headers: HEADERS,
    columns: HEADERS.map((_, c) => ROWS.map((row) => row[c] ?? '')),
    formats: HEADERS.map(() => 'General'),
    isFormula: HEADERS.map(() => false),
    hiddenRows: [],
  };
  const survey: SheetSurvey[] = [
    {
      sheet: 'Export',
      visible: true,
      isProtected: false,
      top: [HEADERS, ...ROWS],
      firstRow: 1,
      firstColumn: 1,
      rowCount: ROWS.length + 1,
      columnCount: HEADERS.length,
      tables: [
        {
          name: 'Deals',
          headers: HEADERS,
          headerRow: 1,
          firstColumn: 1,
          rowCount: ROWS.length,
          hasTotals: false,
        },
      ],
    },
  ];
  let pending = false;
  const saved = new Map<string, unknown>();
  let record: unknown;
  let before: unknown;
  return {
    calls,
    saved,
    survey: () => Promise.resolve(survey),
    read: () => Promise.resolve(source),
    ownership: ({ columns, sheets }) =>
      Promise.resolve({
        columns: Object.fromEntries(columns.map(({ key, header }) => [key, header])),
        sheets: Object.fromEntries(sheets.map(({ key, name }) => [key, name])),
      }),
    owned: () => Promise.resolve(undefined),
    written: () => Promise.resolve(undefined),
    apply: (order) => {
      calls.push('apply');
      pending = true;
      before = record;
      record = order.record ?? record;
      return Promise.resolve({ remade: [], moved: [] });
    },
    together: (_order, then) => then(),
    rename: () => Promise.resolve(),
    edit: () => Promise.resolve(),
    pending: () => Promise.resolve(pending ? { state: 'applied', at: '2026-11-22' } : { state: 'none' }),
    keep: () => {
      calls.push('keep');
      pending = false;
      return Promise.resolve();
    },
    revert: () => {
      calls.push('revert');
      pending = false;
      record = before;
      return Promise.resolve({ isUntouched: true, sheetsStay: [] });
    },
    record: () => Promise.resolve(record),
    load: (key) => Promise.resolve(saved.get(key)),
    save: (key, value) => {
      // As the workbook does: what is kept is JSON.
      saved.set(key, JSON.parse(JSON.stringify(value)));
      return Promise.resolve();
    },
    insert: (_sheets, _onProgress, remember = {}) => {
      for (const [key, value] of Object.entries(remember)) saved.set(key, JSON.parse(JSON.stringify(value)));
      return Promise.resolve();
    },
    showRows: () => Promise.resolve(),
    select: (address) => {
      calls.push(`select ${address}`);
      return Promise.resolve();
    },
    selection: () => Promise.resolve({ sheet: 'Export', range: 'A1:F25' }),
    activeRow: () => Promise.resolve({ sheet: 'Export', row: 2 }),
    watch: () => Promise.resolve(() => Promise.resolve()),
    isEmpty: () => Promise.resolve(false),
    names: () => Promise.resolve([]),
    ...change,
  };
}
