import { issueOf } from '../../src/app/actions/issue-quotas';
import { sheetsAlone } from '../../src/app/write-order';
import { paySheet } from '../../src/reports/quota';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { writeWorkbookFile } from '../../src/workbench';
import { tableIn, type Row } from '../figures/audit';
import { carryOut, clock, understood, valuesOf } from '../support/job';
import { openWorkbook, type Cell, type OpenWorkbook } from '../support/office';
import { type } from '../support/quotas';
import { differing } from './alike';
import { recalculated, type Locale, type Sheets } from './libre-office';

/**
 * The sheets of quota and pay, computed by LibreOffice for two readers, as written and after blue cells were typed over:
 * every cell is what our own host computed, and quotas follow from what the sheets say is put in.
 */

const day = (iso: string): number => Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
const CITIES = ['Denver', 'Boise', 'Austin', 'Miami', 'Seattle', 'Boston'];
const STATES = ['CO', 'ID', 'TX', 'FL', 'WA', 'MA'];
const OWNERS = ['Ana Ruiz', 'Ben Ito', 'Cy Fox', 'Di Roe', 'Eli Tan'];
const SHEETS = ['Quota Plan', 'Quota Calendar', 'Quota', 'Pay'];

const ACCOUNTS: Cell[][] = [
  ['Account Name', 'Potential', 'Bookings', 'Account Target', 'City', 'State', 'Account Owner', 'Industry'],
  ...Array.from({ length: 90 }, (_, i) => [
    `Account ${i}`,
    1000 + 370 * ((7 * i) % 11),
    500 + 90 * ((5 * i) % 13),
    40_000 + 3000 * ((3 * i) % 17),
    CITIES[i % 6] ?? '',
    STATES[i % 6] ?? '',
    OWNERS[i % 5] ?? '',
    ['Retail', 'Health Care', ''][i % 3] ?? '',
  ]),
];
const AE = 'Account Executive';
const AM = 'Account Manager';
const HEAD =
  'Rep Name|Role|Manager|Hire Date|Start Date|End Date|Base|Target Variable|Current Quota|FTE|Covered By|Currency|Skills';
const TEAM: Cell[][] = [
  HEAD.split('|'),
  ['Ana Ruiz', AE, 'Lee', day('2019-03-01'), '', '', 1e5, 1e5, 9e5, 1, '', 'USD', 'Health; retail'],
  ['Ben Ito', AE, 'Lee', day('2026-12-01'), '', '', 9e4, 7e4, '', 1, '', 'USD', 'Retail'],
  ['Cy Fox', AM, 'Kim', day('2022-05-05'), '', day('2027-09-20'), 8e4, 4e4, 7e5, 0.6, '', 'USD', ''],
  ['Di Roe', AM, 'Kim', day('2025-01-01'), day('2027-02-15'), '', '', '', 6e5, 1, '', 'USD', 'Spanish'],
  ['Eli Tan', AE, 'Lee', day('2024-01-01'), '', '', 9e4, 9e4, 8e5, 1, '', 'EUR', 'Health'],
  ['', AE, 'Kim', '', day('2027-04-10'), '', 9e4, 9e4, '', 1, 'Di Roe', 'USD', ''],
  ['Lee', 'Sales Director', 'Pat', '', '', '', 15e4, 5e4, '', 1, '', 'USD', ''],
  ['Pat', 'VP Sales', '', '', '', '', 25e4, 15e4, '', 1, '', 'USD', ''],
];

/** What is typed into a blue cell: the table, the header and text of the row, the column, the cell. */
type Typed = readonly [table: string, keyHeader: string, key: string, header: string, value: Cell];

const BOOKS: readonly (readonly [name: string, quota: object, typed: readonly Typed[], isIssued?: true])[] = [
  [
    'usual',
    { lines: [{ amount: 6_000_000 }], budget: 1_000_000 },
    [
      ['EfQuotaLines', 'Line', '1', 'Plan', 7_777_777.77],
      ['EfQuotaSeats', 'Id', 'T02', 'Start', day('2027-06-01')],
      ['EfQuota', 'Id', 'T03', 'Override', 654_321.09],
      ['EfQuotaSettings', 'Setting', 'Rounding unit', 'Value', 500],
    ],
  ],
  [
    'bounds and growth, by season',
    {
      lines: [
        { amount: 4_000_000, method: 'potential' },
        { component: 'renewal', amount: 2_000_000, role: AM, method: 'history' },
      ],
      growth: 0.1,
      calendar: 'season',
      season: [5, 5, 5, 8, 8, 8, 9, 9, 9, 11, 11, 12],
      rows: { 'T01.1': { floor: 900_000 }, 'T04.1': { cap: 400_000 } },
      tierKind: 'cliff',
    },
    [
      ['EfQuotaLines', 'Line', '2', 'Plan', 0],
      ['EfQuotaSeats', 'Id', 'T01', 'End', day('2027-08-31')],
      ['EfQuota', 'Id', 'T05', 'Floor', 1_500_000],
    ],
  ],
  [
    'targets, 4-4-5, to the cent',
    {
      lines: [{ amount: 5_000_000, method: 'bottomUp' }],
      periods: '445',
      unit: 0,
      rampRate: 'guarantee',
      shares: [
        { seat: 'T01', rep: 'Ana Ruiz', split: 0.65 },
        { seat: 'T01', rep: 'Ben Ito', split: 0.35 },
      ],
    },
    [
      ['EfQuotaLines', 'Line', '1', 'Shared out by', 'Blended'],
      ['EfQuotaSeats', 'Id', 'T05', 'Leave from', day('2027-03-03')],
      ['EfQuotaSeats', 'Id', 'T05', 'Leave to', day('2027-04-14')],
    ],
  ],
  [
    'blanks, and words of the other language',
    { lines: [{ amount: 5_000_000 }], unit: 1000 },
    [
      ['EfQuotaLines', 'Line', '1', 'Shared out by', 'potenzial'],
      ['EfQuotaLines', 'Line', '1', 'Component', 'Verlängerung'],
      ['EfQuotaSettings', 'Setting', 'Fiscal year starts', 'Value', ''],
      ['EfQuotaSettings', 'Setting', 'Calendar', 'Value', ' Nach Monaten'],
      ['EfQuotaSettings', 'Setting', 'Over-assignment of managers', 'Value', 'ten'],
      ['EfQuotaRamps', 'Role', 'All other roles', 'M2', ''],
      ['EfQuota', 'Id', 'T03', 'Override', 100.005],
      ['EfPaySettings', 'Setting', 'Expected attainment', 'Value', ''],
      ['EfPay', 'Rep', 'Eli Tan', 'Plan rate', 1.08],
    ],
  ],
  [
    'issued, then much is changed',
    { lines: [{ amount: 6_000_000 }, { component: 'renewal', amount: 900_000, role: AM }] },
    [
      ['EfQuotaLines', 'Line', '1', 'Plan', 7_000_000],
      ['EfQuotaSettings', 'Setting', 'Calendar', 'Value', 'By months'],
      ['EfQuotaSettings', 'Setting', 'Fiscal year starts', 'Value', day('2027-02-01')],
      ['EfQuotaRamps', 'Role', 'All other roles', 'M3', 0],
      ['EfQuotaSeats', 'Id', 'T02', 'Start', day('2027-06-01')],
    ],
    true,
  ],
];

const packed = new Map<string, { readonly bytes: Uint8Array; readonly ours: Sheets }>();
let book: OpenWorkbook;

async function pack(name: string): Promise<void> {
  const ours = new Map<string, readonly (readonly Cell[])[]>();
  for (const sheet of SHEETS) ours.set(sheet, await valuesOf(book, sheet));
  packed.set(name, { ours, bytes: (await writeWorkbookFile(book.host)).bytes });
}

beforeAll(async () => {
  for (const [name, quota, typed, isIssued] of BOOKS) {
    book = await openWorkbook({ sheets: { Accounts: ACCOUNTS, Reps: TEAM } });
    try {
      await (await carryOut({})).workbook.keep();
      const workbook = new OfficeWorkbook(clock);
      const live = await understood({ quota }, workbook);
      const { record } = live.book;
      const issued = isIssued && record && issueOf(live, record, 'Dana', new Date('2026-12-01T00:00:00Z'));
      const understanding = issued ? await understood({ quota: { ...quota, issued } }, workbook) : live;
      await workbook.apply(await sheetsAlone([paySheet], understanding, workbook, clock));
      await pack(name);
      for (const [table, keyHeader, key, header, value] of typed)
        await type(book, table, [keyHeader, key], header, value);
      await pack(`${name}, typed`);
    } finally {
      book.dispose();
    }
  }
});

const NAMES = BOOKS.flatMap(([name]) => [name, `${name}, typed`]);

describe.each<[Locale, string]>([
  ['en-US', '.'],
  ['de-DE', ','],
])('for a reader of %s', (locale, decimal) => {
  let theirs: ReadonlyMap<string, Sheets>;
  beforeAll(async () => {
    theirs = await recalculated(new Map([...packed].map(([name, { bytes }]) => [name, bytes])), locale);
  });

  test.each(NAMES)('%s: every cell of quota and pay is what our own host computed', (name) => {
    expect(differing(packed.get(name)?.ours, theirs.get(name), decimal)).toEqual([]);
  });

  test.each(NAMES)('%s: quotas follow from what is put in, to the cent', (name) => {
    const sheets = theirs.get(name);
    if (sheets === undefined) throw new Error(`${name} was not computed.`);
    auditQuotas((sheet) => sheets.get(sheet) ?? []);
  });
});

const cents = (value: Cell | undefined): number => Math.round(Number(value) * 100);
const sum = (rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);

/** By another way than the sheet's: λ is sought by halving between nothing and very much. */
function auditQuotas(cells: (sheet: string) => readonly (readonly Cell[])[]): void {
  const lines = tableIn(cells('Quota Plan'), 'Line', 'Component').filter(({ Line }) => Number(Line) > 0);
  const settings = tableIn(cells('Quota Plan'), 'Setting', 'Value');
  const set = (label: string) => settings.find(({ Setting }) => Setting === label)?.['Value'];
  const rows = tableIn(cells('Quota'), 'Territory', 'Rep').filter(({ Key }) => Key !== '');
  const bridge = tableIn(cells('Quota'), 'Line', 'Line of the plan');
  const growth = set('Growth limit');
  const used = lines.filter(({ Component }) => Component !== '');
  expect(rows.length).toBeGreaterThan(5);
  for (const line of used) {
    const mine = rows.filter((row) => row['Line'] === line['Line'] && row['Applies'] === 1);
    const pool = Math.round(Number(line['Plan']) * (1 + Number(line['Over-assignment %'])) * 100);
    expect(mine).toHaveLength(Number(line['Seats']));
    const bounds = mine.map((row) => {
      const cap = row['Cap'] === '' ? Infinity : Number(row['Cap']);
      const grown =
        growth === '' || row['Last year’s quota'] === ''
          ? Infinity
          : Number(row['Last year’s quota']) * (1 + Number(growth));
      const high = Math.min(cap, grown);
      return [Math.min(row['Floor'] === '' ? 0 : Number(row['Floor']), high), high] as const;
    });
    const fullAt = (lambda: number, k: number) => {
      const [low, high] = bounds[k] ?? [0, Infinity];
      return Math.min(high, Math.max(low, lambda * Number(mine[k]?.['Weight'])));
    };
    const placedAt = (lambda: number) =>
      mine.reduce((total, row, k) => total + Number(row['Deployed share']) * fullAt(lambda, k), 0);
    let [least, most] = [0, 1e12];
    for (let step = 0; step < 200; step++) {
      const middle = (least + most) / 2;
      if (placedAt(middle) * 100 > pool) most = middle;
      else least = middle;
    }
    const isBottomUp = line['Shared out by'] === 'Targets of the accounts';
    mine.forEach((row, k) => {
      const full = isBottomUp ? Number(row['Weight']) : fullAt(least, k);
      expect([row['Key'], row['Full-year quota']]).toEqual([row['Key'], expect.closeTo(full, 2)]);
      if (row['Override'] !== '')
        expect(cents(row['Final'])).toBe(Math.round(Number(row['Override']) * 100 + 1e-6));
    });
    // The way from the plan to the quotas adds up, and no more than a unit is lost by rounding.
    const step = bridge.find((one) => one['Line'] === line['Line']);
    const finals = sum(mine, (row) => cents(row['Final']));
    const walked =
      pool -
      cents(step?.['Not placeable']) +
      cents(step?.['Bottom-up gap']) +
      cents(step?.['Override gap']) -
      cents(step?.['Rounding']);
    expect(walked).toBe(finals);
    expect(cents(step?.['Difference'])).toBe(0);
    expect(cents(step?.['Rounding'])).toBeGreaterThanOrEqual(0);
    expect(cents(step?.['Rounding'])).toBeLessThan(
      100 * Math.max(0.05 * mine.length, Number(set('Rounding unit'))),
    );
  }
  // What is in force is the pool less every step of the bridge on top.
  const top = new Map(cells('Quota').map(([label, figure]) => [String(label), figure]));
  expect(top.get('Difference')).toBe(0);
  expect(cents(top.get('Final quotas') ?? top.get('Issued quotas'))).toBe(
    sum(rows, (row) => cents(row['In force'])),
  );
  // Months of a seat add up to its quotas.
  const months = tableIn(cells('Quota Calendar'), 'Id', 'Territory').filter(({ Id }) => Id !== '');
  for (const seat of months) {
    const finals = sum(
      rows.filter((row) => row['Id'] === seat['Id']),
      (row) => cents(row['In force']),
    );
    const inMonths = Array.from({ length: 12 }, (_, m) => cents(seat[`M${m + 1}`]));
    expect(inMonths.reduce((all, month) => all + month, 0)).toBe(finals);
  }
}
