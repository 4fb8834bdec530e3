import type { Store } from '../../src/app/store';
import { lookAgain } from '../../src/app/actions/look-again';
import { designPage } from '../../src/app/pages/design/view';
import { cities } from '../support/cities';
import { valuesOf } from '../support/job';
import { openWorkbook, type Cell, type OpenWorkbook } from '../support/office';
import { keptAsShown } from '../support/pane';
import { isOf, typingInto } from '../support/typing';
import { mean, sum, tableIn, type Row } from './audit';

/** How good territories are is what somebody computes from their rows, a factor at a time. */

const HEADERS = [
  'Account ID',
  'Account Name',
  'Account Owner',
  'City',
  'State',
  'Type',
  'Potential',
  'ARR',
  'Won Deals',
  'Lost Deals',
  'Churn Risk',
  'Growth',
];
const CITIES = cities(3);
const OWNERS = ['Ana Ruiz', 'Ben Ito', 'Cy Fox'];
const ROWS = Array.from({ length: 36 }, (_, i): Cell[] => {
  const isCustomer = i % 3 !== 0;
  return [
    `A${String(100 + i)}`,
    `Account ${String(i)}`,
    OWNERS[i % 3] ?? '',
    ...(CITIES[(i * 5) % 3] ?? []),
    isCustomer ? 'Customer' : i % 2 === 0 ? 'Former Customer' : 'Prospect',
    1000 + ((i * 613) % 900),
    isCustomer ? 100 + ((i * 37) % 400) : 0,
    i % 4,
    (i * 3) % 5,
    isCustomer ? (['Low', 'High', 'Medium'][(i * 7) % 3] ?? '') : '',
    i % 5 === 0 ? null : ((i % 7) - 2) / 20,
  ];
});
const TEAM: Cell[][] = [
  ['Rep Name', 'FTE', 'Active'],
  ['Ana Ruiz', 1, true],
  ['Ben Ito', 0.5, true],
  ['Cy Fox', 1, true],
];

let book: OpenWorkbook;
let store: Store;
afterEach(() => {
  book.dispose();
});
const type = typingInto(() => book);

async function open(language: 'en' | 'de' = 'en', headers = HEADERS): Promise<void> {
  const rows = ROWS.map((row) => headers.map((header) => row[HEADERS.indexOf(header)] ?? null));
  book = await openWorkbook({ sheets: { Export: [headers, ...rows], Team: TEAM } });
  store = await keptAsShown(language, { balance: [{ metric: 'count', tolerance: 0.5 }] });
}

/** Every figure of the block, and its part of the mean, from the rows as they stand. */
async function audit(): Promise<Row[]> {
  const [headers = [], ...body] = await valuesOf(book, 'Export');
  const rows = body.map((line) =>
    Object.fromEntries(headers.map((header, c) => [String(header), line[c] ?? ''])),
  );
  const balance = await valuesOf(book, 'Balance');
  const told = tableIn(balance, 'Territory', 'Potential here');
  const shares = new Map(
    tableIn(balance, 'Territory', 'Owner').map((row) => [row['Territory'], Number(row['Capacity share'])]),
  );
  expect(told.map((row) => row['Territory'])).toEqual([...shares.keys()]);
  const of = (some: readonly Row[], header: string) => sum(some.map((row) => Number(row[header])));
  const isFormer = isOf('Type', 'Former Customer');
  const isCustomer = (row: Row) =>
    row['Type'] === 'Customer' || Number(row['ARR']) > 0 || Number(row['Won Deals']) > 0;
  const factors: Readonly<Record<string, (some: readonly Row[]) => number>> = {
    'Mean growth': (some) => mean(some.flatMap(({ Growth }) => (typeof Growth === 'number' ? [Growth] : []))),
    'Buyers who bought again': (some) =>
      some.filter((row) => Number(row['Won Deals']) > 1).length /
      some.filter((row) => Number(row['Won Deals']) > 0).length,
    'Customers kept': (some) =>
      1 - some.filter(isFormer).length / some.filter((row) => isFormer(row) || isCustomer(row)).length,
    'ARR not at risk': (some) => 1 - of(some.filter(isOf('Churn Risk', 'High')), 'ARR') / of(some, 'ARR'),
    'Deals won': (some) => of(some, 'Won Deals') / (of(some, 'Won Deals') + of(some, 'Lost Deals')),
  };
  const parts: Readonly<Record<string, string>> = {
    'Mean growth': 'Growth, of mean',
    'Buyers who bought again': 'Bought again, of mean',
    'Customers kept': 'Kept, of mean',
    'ARR not at risk': 'Not at risk, of mean',
    'Deals won': 'Deals won, of mean',
  };
  const inTerritory = told.map((line) => rows.filter((row) => row['Territory'] === line['Territory']));
  const potential = inTerritory.map((some) => of(some, 'Potential'));
  const perSeat = sum(potential) / sum([...shares.values()]);
  const close = (cell: Cell | undefined, value: number) => {
    if (Number.isNaN(value)) expect(cell).toBe('');
    else expect(cell).toBeCloseTo(value, 6);
  };
  told.forEach((line, j) => {
    close(line['Potential here'], potential[j] ?? NaN);
    close(
      line['Potential, of mean'],
      (potential[j] ?? NaN) / (shares.get(line['Territory'] ?? '') ?? NaN) / perSeat,
    );
    for (const [header, figure] of Object.entries(factors)) {
      const all = inTerritory.map(figure);
      const middle = mean(all.filter((value) => !Number.isNaN(value)));
      close(line[header], all[j] ?? NaN);
      close(line[parts[header] ?? ''], middle > 0 ? (all[j] ?? NaN) / middle : NaN);
    }
  });
  return told;
}

test('potential, growth, loyalty and deals won stand beside the mean, before and after edits; the pane tells the ends', async () => {
  await open();
  const before = await audit();
  const [first = '', second = ''] = before.map((row) => String(row['Territory']));
  await type('Accounts', 'Territory', isOf('Territory', first), second);
  await type('Accounts', 'Growth', isOf('Territory', second), 0.9);
  await type('Accounts', 'Type', isOf('Type', 'Customer'), 'Former Customer');
  const told = await audit();
  expect(told).not.toEqual(before);
  await store.run(lookAgain);
  const page = designPage(store.say, store.numbers)(store.state);
  const parts = told.map((row) => Number(row['Deals won, of mean']));
  const percent = (value: number) => `${String(Math.round(100 * value))}%`;
  const line = page.standing?.quality.find((text) => text.startsWith('Deals won'));
  expect(line).toContain(percent(Math.max(...parts)));
  expect(line).toContain(percent(Math.min(...parts)));
  expect(line).toContain(String(told[parts.indexOf(Math.max(...parts))]?.['Territory']));
  // A mean that is no positive number is nothing to divide by.
  for (const [id] of ROWS) await type('Accounts', 'Growth', isOf('Account ID', id ?? ''), -0.1);
  expect((await audit()).map((row) => row['Growth, of mean'])).toEqual(['', '', '']);
});

test('what the list does not tell is not there, and said; in German too', async () => {
  await open('de', ['Account ID', 'Account Name', 'Account Owner', 'City', 'State', 'Potential', 'Growth']);
  const cells = (await valuesOf(book, 'Gleichgewicht')).flat().map(String);
  expect(cells).toContain('Güte der Gebiete');
  expect(cells).toContain('Mittleres Wachstum');
  expect(cells).not.toContain('Gewonnene Abschlüsse');
  // A long sentence stands in lines, one below the other.
  expect(cells.filter((cell) => cell !== '').join(' ')).toContain(
    'summieren können: Käufer, die wieder kauften, Gehaltene Kunden, ARR ohne Risiko, Gewonnene Abschlüsse.',
  );
});
