import type { Store } from '../../src/app/store';
import { changeSettings } from '../../src/app/actions/change-settings';
import { lookAgain } from '../../src/app/actions/look-again';
import { writeQuotas } from '../../src/app/actions/write-quotas';
import { writeSheet } from '../../src/app/actions/write-sheet';
import { daySerial } from '../../src/plan/schedule';
import { cities } from '../support/cities';
import { valuesOf } from '../support/job';
import { openWorkbook, type Cell, type OpenWorkbook } from '../support/office';
import { keptAsShown } from '../support/pane';
import { isOf, typingInto } from '../support/typing';
import { yearView } from '../support/year';
import { sum, tableIn, type Row } from './audit';

/** What waits for its owner, what that asks of whoever covers, and how it is taken over, from the rows and the blue cells. */

const HEADERS = [
  'Account ID',
  'Account Name',
  'Account Owner',
  'City',
  'State',
  'Type',
  'Potential',
  'ARR',
  'Open Pipeline',
  'Renewal Date',
];
const CITIES = cities(4);
const OWNERS = ['Ana Ruiz', 'Ben Ito', 'Cy Fox'];
const TODAY = daySerial('2026-11-22');
const START = daySerial('2027-03-01');
const LATER = daySerial('2027-01-15');
const ROWS = Array.from({ length: 32 }, (_, i): Cell[] => [
  `A${String(100 + i)}`,
  `Account ${String(i)}`,
  OWNERS[(i * 5) % 3] ?? '',
  ...(CITIES[i % 4] ?? []),
  i % 3 === 0 ? 'Customer' : 'Prospect',
  1000 + ((i * 613) % 900),
  i % 3 === 0 ? 100 + i : 0,
  i % 4 === 1 ? 50 + i : 0,
  i % 3 === 0 ? TODAY + 10 * i : '',
]);
/** Two seats that wait: one for whoever is hired, one for somebody who starts later. */
const TEAM: Cell[][] = [
  ['Rep ID', 'Rep Name', 'Start Date', 'Covered By', 'FTE', 'Active'],
  ['R1', 'Ana Ruiz', '', '', 1, true],
  ['R2', 'Ben Ito', '', '', 0.5, true],
  ['R3', 'Cy Fox', LATER, 'Ana Ruiz', 1, true],
  ['', '', START, 'Ben Ito', 1, true],
];
const SHEET = 'Open Territories';
const USUAL = { day: TODAY, cap: 0.5, monthly: 0, introduce: 14, deals: 60 };

let book: OpenWorkbook;
let store: Store;
afterEach(() => {
  book.dispose();
});
const type = typingInto(() => book);

async function open(language: 'en' | 'de' = 'en'): Promise<void> {
  book = await openWorkbook({ sheets: { Export: [HEADERS, ...ROWS], Team: TEAM } });
  store = await keptAsShown(language);
}

interface Expected {
  readonly owner: string;
  readonly state: string;
  readonly interim: string;
  readonly future: string;
  readonly from: number | '';
  readonly note: string;
}

/** @param expected by the id of the territory */
async function audit(expected: Readonly<Record<string, Expected>>, set = USUAL): Promise<void> {
  const [headers = [], ...body] = await valuesOf(book, 'Export');
  const rows = body.map((line) =>
    Object.fromEntries(headers.map((header, c) => [String(header), line[c] ?? ''])),
  );
  const balance = tableIn(await valuesOf(book, 'Balance'), 'Territory', 'Owner');
  const cells = await valuesOf(book, SHEET);
  const told = tableIn(cells, 'Id', 'Territory').filter((row) => 'State' in row);
  expect(told.map((row) => row['Id'])).toEqual(Object.keys(expected));
  const mine = (name: Cell | undefined) => rows.filter(isOf('Territory', name ?? ''));
  const of = (some: readonly Row[], header: string) => sum(some.map((row) => Number(row[header])));
  for (const line of told) {
    const wanted = expected[String(line['Id'])];
    if (wanted === undefined) throw new Error('No such territory.');
    const here = mine(line['Territory']);
    const pay =
      wanted.interim === '' ? '' : (set.monthly * Math.max(0, Number(wanted.from) - set.day) * 12) / 365;
    expect(line).toMatchObject({
      Owner: wanted.owner,
      State: wanted.state,
      'Interim owner': wanted.interim,
      'Future owner': wanted.future,
      'Starts on': wanted.from,
      Accounts: here.length,
      Customers: here.filter(isOf('Type', 'Customer')).length,
      'ARR today': of(here, 'ARR'),
      'Paid for cover': pay === '' ? '' : expect.closeTo(pay, 2),
      'To do': wanted.note,
    });
  }
  const waiting = told.filter((row) => row['State'] !== 'Filled');
  const target = (row: Row) => Number(row['Target']);
  const average = sum(balance.map(target)) / balance.length;
  let above = 0;
  for (const line of tableIn(cells, 'Person', 'Own accounts')) {
    const own = balance.filter(isOf('Owner', line['Person'] ?? ''));
    const covered = waiting.filter(isOf('Interim owner', line['Person'] ?? ''));
    const share = sum(own.map(target)) || average;
    const part = sum(covered.map((row) => of(mine(row['Territory']), 'Potential'))) / share;
    if (part > set.cap) above++;
    expect(line).toMatchObject({
      'Own accounts': sum(own.map((row) => Number(row['Accounts']))),
      'Territories covered': covered.length,
      'Accounts covered': sum(covered.map((row) => Number(row['Accounts']))),
      'Interim, of a fair share': expect.closeTo(part, 6),
      Cap: part > set.cap ? 'Above the cap' : '',
    });
    // What somebody covers is in no share of his own.
    if (own.length > 0)
      expect(line['Own % of fair share']).toBeCloseTo(
        sum(own.map((row) => Number(row['Potential']))) / sum(own.map(target)),
        6,
      );
  }
  const bare = waiting.filter((row) => row['Interim owner'] === '').length;
  expect(cells.flat()).toContain(
    `Waiting for their owner: ${String(waiting.length)}, without cover: ${String(bare)}. ` +
      `People who cover more than ${String(100 * set.cap)} % of a fair share besides their own: ${String(above)}`,
  );
  for (const step of stepsIn(cells)) {
    const line = told.find(isOf('Id', step['Id'] ?? ''));
    const here = mine(line?.['Territory']);
    const from = line?.['Starts on'] === '' ? NaN : Number(line?.['Starts on']);
    const dated = (value: number): Cell => (Number.isNaN(from) ? '' : value);
    const [interim, future] = [String(line?.['Interim owner']), String(line?.['Future owner'])];
    const due = here.filter(
      (row) => Number(row['Renewal Date']) >= set.day && Number(row['Renewal Date']) < from,
    );
    const customers = here.filter(isOf('Type', 'Customer'));
    const deals = here.filter((row) => Number(row['Open Pipeline']) > 0);
    const both = [interim, future].filter((name) => name !== '').join(' + ');
    const by: Record<string, readonly [day: Cell, who: string, accounts: Cell, amount: Cell]> = {
      'Cover begins': [set.day, interim, here.length, of(here, 'ARR')],
      'Renewals until the start': [dated(from - 1), interim, dated(due.length), dated(of(due, 'ARR'))],
      'Customers introduced': [
        dated(Math.max(set.day, from - set.introduce)),
        both,
        customers.length,
        of(customers, 'ARR'),
      ],
      'Accounts go over': [dated(from), future, here.length, of(here, 'ARR')],
      'Open deals go over': [dated(from + set.deals), future, deals.length, of(deals, 'Open Pipeline')],
    };
    expect([step['Day'], step['Who'], step['Accounts'], step['Amount']]).toEqual(by[String(step['Step'])]);
  }
}

/** The table of steps: the other one begins with the same columns. */
function stepsIn(cells: readonly (readonly Cell[])[]): Row[] {
  const at = cells.findIndex((line) => line[2] === 'Step');
  return tableIn(cells.slice(at), 'Id', 'Territory');
}

const cyLater: Expected = {
  owner: 'Cy Fox',
  state: 'Starts later',
  interim: 'Ana Ruiz',
  future: 'Cy Fox',
  from: LATER,
  note: '',
};
const nobodyYet: Expected = {
  owner: '',
  state: 'Open',
  interim: 'Ben Ito',
  future: '',
  from: START,
  note: 'No future owner named',
};

test('what waits, who covers and what that comes to; typed cells are heard, and stay', async () => {
  await open();
  await store.run(writeSheet, 'open-territories');
  expect(store.state.trouble).toBeUndefined();
  await audit({ T03: cyLater, T04: nobodyYet });

  await type('EfOpenTerritories', 'Future owner', isOf('Id', 'T04'), 'Eva Lund');
  await type('EfOpenTerritories', 'Interim owner', isOf('Id', 'T04'), '');
  await type('EfOpenSettings', 'Value', isOf('Setting', 'Pay a month'), 500);
  await type('EfOpenSettings', 'Value', isOf('Setting', 'Most interim load'), 2);
  await type('EfOpenSettings', 'Value', isOf('Setting', 'Deals stay for'), 30);
  await type('Accounts', 'ARR', isOf('Account ID', 'A103'), 4000);
  const set = { ...USUAL, cap: 2, monthly: 500, deals: 30 };
  const named = { ...nobodyYet, future: 'Eva Lund' };
  await audit({ T03: cyLater, T04: { ...named, interim: '', note: 'Nobody covers it' } }, set);
  await type('EfOpenTerritories', 'Interim owner', isOf('Id', 'T04'), 'Ana Ruiz');
  await audit({ T03: cyLater, T04: { ...named, interim: 'Ana Ruiz', note: '' } }, set);
  await store.run(lookAgain);
  const { settings } = store.state.understanding ?? {};
  expect(settings?.open).toMatchObject({ cap: 2, monthly: 500, seats: { T04: { future: 'Eva Lund' } } });
  expect(settings?.quota?.seats['T04']).toMatchObject({ coveredBy: 'Ana Ruiz' });
  // Once Cy is there, nobody covers for him; the territory keeps its row until the sheet is written again.
  await type('EfOpenSettings', 'Value', isOf('Setting', 'As at'), LATER);
  await audit(
    { T03: { ...cyLater, state: 'Filled' }, T04: { ...named, interim: 'Ana Ruiz', note: '' } },
    { ...set, day: LATER },
  );
});

test('where quotas are written, covers and starts are those of Quota Plan', async () => {
  await open();
  await store.run(changeSettings, { open: { introduce: 5 } });
  await store.run(writeSheet, 'open-territories');
  const set = { ...USUAL, introduce: 5 };
  await audit({ T03: cyLater, T04: nobodyYet }, set);
  await store.run(
    writeQuotas,
    { lines: [{ component: 'new', role: '', segment: '', amount: 1000, method: 'equal' }] },
    [],
  );
  expect(store.state.trouble).toBeUndefined();
  await audit({ T03: cyLater, T04: nobodyYet }, set);
  await type('EfQuotaSeats', 'Covered by', isOf('Id', 'T04'), 'Ana Ruiz');
  await type('EfQuotaSeats', 'Start', isOf('Id', 'T04'), '');
  await audit(
    { T03: cyLater, T04: { ...nobodyYet, interim: 'Ana Ruiz', from: '', note: 'No day of the start' } },
    set,
  );
});

test('a team that is all there has nobody waiting; in German', async () => {
  book = await openWorkbook({
    sheets: { Export: [HEADERS, ...ROWS], Team: TEAM.slice(0, 3) },
  });
  store = await keptAsShown('de');
  await store.run(writeSheet, 'open-territories');
  expect(store.state.trouble).toBeUndefined();
  const cells = await valuesOf(book, 'Offene Gebiete');
  expect(cells.flat()).toContain('Kein Gebiet wartet an diesem Tag auf seinen Betreuer.');
  expect(cells.flat()).toContain(
    'Es warten auf ihren Betreuer: 0, ohne Vertretung: 0. Personen, die mehr als 50 % eines fairen Anteils neben dem eigenen vertreten: 0',
  );
  expect(cells.find((line) => line.includes('Höchste Last der Vertretung'))).toContain(0.5);
});

test('who has no share of his own is held against those that have one: seats for named accounts are none', async () => {
  const named = ROWS.map((row): Cell[] => [...row, row[2] === 'Ben Ito' ? 'Yes' : 'No']);
  const team: Cell[][] = [
    ['Rep ID', 'Rep Name', 'Role', 'Manager', 'Start Date', 'Covered By', 'Active'],
    ['R1', 'Ana Ruiz', 'Account Executive', 'Lee Boss', '', '', true],
    ['R2', 'Ben Ito', 'Key Account Manager', 'Lee Boss', '', '', true],
    ['R3', 'Cy Fox', 'Account Executive', 'Lee Boss', '', '', true],
    ['', '', 'Account Executive', 'Lee Boss', START, 'Lee Boss', true],
    ['R9', 'Lee Boss', 'Sales Director', '', '', '', true],
  ];
  book = await openWorkbook({ sheets: { Export: [[...HEADERS, 'Named Account'], ...named], Team: team } });
  store = await keptAsShown('en');
  await store.run(writeSheet, 'open-territories');
  expect(store.state.trouble).toBeUndefined();
  const balance = tableIn(await valuesOf(book, 'Balance'), 'Territory', 'Owner');
  const targets = balance.map((row) => Number(row['Target'])).filter((target) => target > 0);
  expect([balance.length, targets.length]).toEqual([4, 3]);
  const open = balance.find(isOf('Owner', ''));
  const part = (Number(open?.['Potential']) * targets.length) / sum(targets);
  const line = tableIn(await valuesOf(book, SHEET), 'Person', 'Own accounts').find(
    isOf('Person', 'Lee Boss'),
  );
  expect(line?.['Interim, of a fair share']).toBeCloseTo(part, 9);
  const said = yearView(store).open?.loads.find((text) => text.startsWith('Lee Boss'));
  expect(said).toContain(`covers ${String(Math.round(100 * part))}% of a fair share`);
});
