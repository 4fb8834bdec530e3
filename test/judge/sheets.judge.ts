import { sheetsToAsk } from '../../src/reports/registry';
import { designPlan } from '../../src/app/design';
import { prepareOrder } from '../../src/app/write-order';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { InlineSolver } from '../../src/worker/inline-solver';
import { writeWorkbookFile } from '../../src/workbench';
import { METRICS, tableIn, type Metric } from '../figures/audit';
import { auditBalance } from '../figures/audit-balance';
import {
  cleanBook,
  currenciesBook,
  dirtyBook,
  oversizedBook,
  ownerlessBook,
  segmentedBook,
  type TrueBook,
} from '../figures/books';
import { clock, understood, valuesOf } from '../support/job';
import { openWorkbook, type Cell, type OpenWorkbook } from '../support/office';
import { differing } from './alike';
import { recalculated, type Locale, type Sheets } from './libre-office';

/**
 * Workbooks that we planned, and edited, are computed by LibreOffice for two readers. Every figure is audited against the
 * account rows, and every formula cell compared with what our own host computed.
 */

const ONE = [{ metric: 'potential', tolerance: 0.15 }];
const TWO = [...ONE, { metric: 'count', tolerance: 0.3 }];
const THREE = [{ metric: 'count', tolerance: 0.25 }, ...ONE, { metric: 'arr+openPipeline', tolerance: 0.2 }];

/** A sum of columns first: Territory Pages ranks by it. */
const SUMS = [{ metric: 'arr+openPipeline', tolerance: 0.4 }, ...TWO];

/** The same with people on the team list who help, one of them with a vertical. */
function helped(truth: TrueBook): TrueBook {
  const [headers = [], ...seats] = truth.sheets['Team'] ?? [];
  const helpers = [
    ['Sol Day', 'Sales Engineer', ''],
    ['Sue Ng', 'Presales', ''],
    ['Kim Bay', 'Customer Success Manager', ''],
    ['Eve Roe', 'Industry Specialist', 'Retail'],
  ];
  const at = (header: string) => headers.indexOf(header);
  return {
    ...truth,
    sheets: {
      ...truth.sheets,
      Export: (truth.sheets['Export'] ?? []).map((row, r) => [
        ...row,
        r === 0 ? 'Industry' : r % 3 === 0 ? 'Retail' : 'Steel',
      ]),
      Team: [
        [...headers, 'Role', 'Vertical'],
        ...seats.map((row) => [...row, '', '']),
        ...helpers.map(([name = '', ...more]) => [
          ...headers.map((_, c): Cell => (c === at('Rep Name') ? name : c === at('Active') ? true : '')),
          ...more,
        ]),
      ],
    },
  };
}

type Balanced = readonly { metric: string; tolerance: number }[];
const BOOKS: readonly (readonly [name: string, truth: TrueBook, balance: Balanced])[] = [
  ['clean', helped(cleanBook({ balance: THREE })), THREE],
  ['dirty', dirtyBook({ balance: SUMS }), SUMS],
  ['currencies', currenciesBook({ balance: ONE }), ONE],
  ['segments', segmentedBook({ balance: TWO }), TWO],
  ['oversized', oversizedBook({ balance: TWO }), TWO],
  ['ownerless', ownerlessBook({ balance: ONE }), ONE],
];

/** A workbook as it was packed: what is meant by its rows, and what our host computed. */
interface Packed {
  readonly bytes: Uint8Array;
  readonly truth: TrueBook;
  readonly designed: TrueBook;
  readonly metrics: readonly Metric[];
  readonly ours: Sheets;
}
const packed = new Map<string, Packed>();

const SHEETS = [
  'Export',
  'Balance',
  'Territory Plan',
  'Data Quality',
  'Territory Pages',
  'Score Weights',
  'Workload',
  'Segments',
  'Overlays & Pods',
];
let book: OpenWorkbook;

async function plan(settings: object): Promise<void> {
  const workbook = new OfficeWorkbook(clock);
  const understanding = await understood(settings, workbook);
  const designed = await designPlan(understanding, new InlineSolver(), clock);
  // Nothing was booked in these lists.
  const asked = sheetsToAsk().filter(({ key }) => key !== 'attainment');
  await workbook.apply(await prepareOrder(understanding, designed, workbook, asked));
  await workbook.keep();
}

async function pack(name: string, one: Omit<Packed, 'bytes' | 'ours'>): Promise<void> {
  const ours = new Map<string, readonly (readonly Cell[])[]>();
  for (const sheet of SHEETS) ours.set(sheet, await valuesOf(book, sheet));
  packed.set(name, { ...one, ours, bytes: (await writeWorkbookFile(book.host)).bytes });
}

/** Moves, clears, misspells and renames; then sorts, inserts, appends and deletes rows. @returns what is meant now */
async function edit(truth: TrueBook): Promise<TrueBook> {
  const names = tableIn(await valuesOf(book, 'Territory Plan'), 'Territory', 'Id').map((row) =>
    String(row['Territory']),
  );
  return book.run(async (context) => {
    const table = context.workbook.tables.getItem('Accounts');
    const range = table.getRange();
    range.load('values,formulas,rowCount,columnCount');
    await context.sync();
    const headers = (range.values[0] ?? []).map(String);
    const at = (header: string) => headers.indexOf(header);
    const isFormula = headers.map((_, c) => String(range.formulas[1]?.[c]).startsWith('='));
    const territory = at('Territory');
    const rows = range.values.slice(1).map((line) => [...(line as Cell[])]);
    const filled = rows.filter((row) => row[0] !== '');
    const [first = [], second = [], third = [], fourth = [], fifth = []] = filled;
    first[territory] = names.find((name) => name !== first[territory]) ?? '';
    second[territory] = '';
    third[territory] = 'Unassigned';
    fourth[territory] = 'T99 Nowhere';
    const gone = String(fifth[0]);
    // One more like the first, an account of its own.
    const added = [...first];
    added[0] = 'Zeta Added';
    for (const header of ['Designed Territory', 'Designed Reason', 'Accepted Territory', 'Lock'])
      if (at(header) >= 0) added[at(header)] = '';
    const left = [...filled.filter((row) => row !== fifth), added];
    left.sort((a, b) => (String(a[0]) < String(b[0]) ? 1 : -1));
    // Fewer rows than before where blank ones stood between: the rest stays blank.
    const sheet = context.workbook.worksheets.getItem('Export');
    headers.forEach((_, c) => {
      if (isFormula[c] === true) return;
      const body = sheet.getRangeByIndexes(1, c, rows.length, 1);
      body.values = rows.map((__, r) => {
        const cell = left[r]?.[c] ?? '';
        return [typeof cell === 'string' && cell !== '' ? `'${cell}` : cell];
      });
    });
    await context.sync();
    const source = truth.accounts.find(({ name }) => name === String(first[0]));
    if (source === undefined) throw new Error('The first row is an account.');
    return {
      ...truth,
      accounts: [
        ...truth.accounts.filter(({ name }) => name !== gone),
        { ...source, name: 'Zeta Added', owner: headers.includes('Holder Before') ? source.owner : '' },
      ],
    };
  });
}

/** A territory is called what formulas could take for a pattern, in the list alone. */
async function rename(): Promise<void> {
  await book.run(async (context) => {
    const list = context.workbook.tables.getItem('EfTerritories').columns.getItem('Territory');
    list.getDataBodyRange().getCell(0, 0).values = [['>West*']];
    await context.sync();
  });
  await understood();
}

beforeAll(async () => {
  for (const [name, truth, balance] of BOOKS) {
    const metrics = balance.map(({ metric, tolerance }): Metric => {
      const known = METRICS[metric];
      if (known === undefined) throw new Error(metric);
      return { ...known, tolerance };
    });
    book = await openWorkbook({ sheets: truth.sheets });
    try {
      await plan(truth.settings);
      await pack(name, { truth, designed: truth, metrics });
      await rename();
      const edited = await edit(truth);
      await pack(`${name}-edited`, { truth: edited, designed: truth, metrics });
    } finally {
      book.dispose();
    }
  }
});

describe.each<[Locale, string]>([
  ['en-US', '.'],
  ['de-DE', ','],
])('for a reader of %s', (locale, decimal) => {
  let theirs: ReadonlyMap<string, Sheets>;
  beforeAll(async () => {
    const files = new Map([...packed].map(([name, { bytes }]) => [name, bytes] as const));
    theirs = await recalculated(files, locale);
  });

  const NAMES = BOOKS.flatMap(([name]) => [name, `${name}-edited`]);
  test.each(NAMES)('%s: every figure of Balance follows from the account rows', (name) => {
    const one = packed.get(name);
    const sheets = theirs.get(name);
    if (one === undefined || sheets === undefined) throw new Error(`${name} was not computed.`);
    const cells = (sheet: string) => sheets.get(sheet) ?? [];
    auditBalance(
      one.truth,
      one.metrics,
      { list: cells('Export'), balance: cells('Balance'), plan: cells('Territory Plan') },
      { designed: one.designed, decimal },
    );
  });

  test.each(NAMES)('%s: every cell of our sheets is what our own host computed', (name) => {
    const one = packed.get(name);
    const sheets = theirs.get(name);
    expect(differing(one?.ours, sheets, decimal)).toEqual([]);
  });
});
