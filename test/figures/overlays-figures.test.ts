import type { Store } from '../../src/app/store';
import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { lookAgain } from '../../src/app/actions/look-again';
import { writeSheet } from '../../src/app/actions/write-sheet';
import { designPlan } from '../../src/app/design';
import { prepareOrder } from '../../src/app/write-order';
import { overlaysSheet } from '../../src/reports/overlays';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { InlineSolver } from '../../src/worker/inline-solver';
import { clock, understood, valuesOf } from '../support/job';
import { openWorkbook, type Cell, type OpenWorkbook } from '../support/office';
import { keptAsShown } from '../support/pane';
import { isOf, typingInto } from '../support/typing';
import { beside, sum, tableIn, type Row } from './audit';

/** Who is needed, who is on which territory and what each has to do are what somebody computes from rows and blue cells. */

const CITIES: readonly (readonly [number, number])[] = [
  [39.74, -104.99],
  [43.62, -116.2],
  [30.27, -97.74],
  [40.71, -74.01],
];
const OWNERS = ['Ana Ruiz', 'Ben Ito', 'Cy Fox', 'Di Low', 'Ed Orr', 'Flo Pye'];
const INDUSTRIES = ['Health Care', 'Retail', 'health care', 'Retail Banking', 'Steel', ''];
const HEADERS = [
  'Account Name',
  'Account Owner',
  'Latitude',
  'Longitude',
  'Potential',
  'Open Pipeline',
  'Industry',
];
const COUNT = 40;
const ROWS = Array.from({ length: COUNT }, (_, i): Cell[] => {
  const [latitude, longitude] = CITIES[i % 4] ?? [0, 0];
  return [
    `Account ${String(i).padStart(2, '0')}`,
    OWNERS[(i * 7) % 6] ?? '',
    latitude + ((i * 37) % 23) / 20,
    longitude - ((i * 17) % 29) / 20,
    1000 + ((i * 613) % 900),
    i % 5 === 0 ? '' : 100 + ((i * 331) % 700),
    INDUSTRIES[(i * 5) % 6] ?? '',
  ];
});
const TEAM: Cell[][] = [
  ['Rep Name', 'Role', 'Manager', 'FTE', 'Vertical', 'Active'],
  ...OWNERS.map((name, n): Cell[] => [
    name,
    'Account Executive',
    n < 3 ? 'Moe Lead' : 'Nia Lead',
    n === 4 ? 0.5 : 1,
    '',
    true,
  ]),
  ['Moe Lead', 'Regional Director', '', 1, '', true],
  ['Nia Lead', 'Account Executive', '', 1, '', true],
  ['Sol Day', 'Sales Engineer', 'Moe Lead', 1, '', true],
  ['Sue Ng', 'Presales', 'Nia Lead', 0.5, '', true],
  ['Kit Ash', 'Customer Success Manager', '', 1, 'Steel', true],
  ['Kim Bay', 'CSM', '', 1, '', true],
  ['Eve Roe', 'Industry Specialist', '', 1, 'Healthcare; Retail', true],
  ['Gus Old', 'Solutions Consultant', '', 1, '', false],
  ['Oz Kay', 'Sales Operations', '', 1, '', true],
];
const ROLES = ['SE', 'CSM', 'CSM Steel', 'SDR', 'Expert Healthcare', 'Expert Retail', 'Operations'];
const INDUSTRIES_OF: Readonly<Record<string, readonly string[]>> = {
  'CSM Steel': ['steel'],
  'Expert Healthcare': ['health care'],
  'Expert Retail': ['retail', 'retail banking'],
};
const PEOPLE: readonly (readonly [string, string, number])[] = [
  ['Sol Day', 'SE', 1],
  ['Sue Ng', 'SE', 0.5],
  ['Kim Bay', 'CSM', 1],
  ['Kit Ash', 'CSM Steel', 1],
  ['Eve Roe', 'Expert Healthcare', 1],
  ['Eve Roe', 'Expert Retail', 1],
  ['Oz Kay', 'Operations', 1],
];

let book: OpenWorkbook;
let store: Store;
afterEach(() => {
  book.dispose();
});

async function open(language: 'en' | 'de' = 'en', team = TEAM): Promise<void> {
  book = await openWorkbook({ sheets: { Export: [HEADERS, ...ROWS], Team: team } });
  store = await keptAsShown(language, { balance: [{ metric: 'count', tolerance: 0.3 }] });
  await store.run(writeSheet, 'overlays');
  expect(store.state.trouble).toBeUndefined();
}

const listRows = async (): Promise<Row[]> => {
  const [headers = [], ...body] = await valuesOf(book, 'Export');
  return body.map((line) => Object.fromEntries(headers.map((header, c) => [String(header), line[c] ?? ''])));
};

const sheet = () => valuesOf(book, 'Overlays & Pods');
const pods = async () => tableIn(await sheet(), 'Territory', 'Owner');

/** What a territory has for a role. */
function loadOf(rows: readonly Row[], territory: Cell, role: string, by: string, share: number): number {
  const industry = (row: Row) => String(row['Industry']).toLowerCase();
  const apart = Object.entries(INDUSTRIES_OF)
    .filter(([name]) => name !== role && name.startsWith(`${role} `))
    .flatMap(([, words]) => words);
  const words = INDUSTRIES_OF[role];
  const own = rows
    .filter((row) => row['Territory'] === territory)
    .filter((row) => (words === undefined ? !apart.includes(industry(row)) : words.includes(industry(row))));
  if (by === 'Seats') return words !== undefined && own.length === 0 ? 0 : share;
  return by === 'Accounts'
    ? own.length
    : sum(own.map((row) => Number(row[by === 'Open pipeline' ? 'Open Pipeline' : by])));
}

/** Every figure of the sheet, from the rows of the list and its own blue cells. */
async function audit(people = PEOPLE): Promise<void> {
  const rows = await listRows();
  const cells = await sheet();
  const plan = tableIn(await valuesOf(book, 'Territory Plan'), 'Territory', 'Id');
  const lines = tableIn(cells, 'Role', 'Territories a person');
  const beside_ = tableIn(cells, 'Territory', 'Owner');
  const each = tableIn(cells, 'Person', 'Role');
  const set = tableIn(cells, 'Setting', 'Value');
  expect(lines.map((line) => line['Role'])).toEqual(ROLES);
  expect(beside_.map((line) => line['Id'])).toEqual(plan.map((line) => line['Id']));
  expect(each.map((line) => [line['Person'], line['Role'], line['Part of full time']])).toEqual(people);
  const share = (line: Row) =>
    Number(plan.find((one) => one['Id'] === line['Id'])?.['Capacity share'] ?? NaN);
  let [open, strangers] = [0, 0];
  for (const line of beside_) {
    const listed = plan.find((one) => one['Id'] === line['Id']);
    expect([line['Territory'], line['Owner'], line['Manager'], line['Capacity share']]).toEqual(
      ['Territory', 'Owner', 'Manager', 'Capacity share'].map((header) => listed?.[header]),
    );
    const missing: string[] = [];
    for (const role of lines) {
      const name = String(role['Role']);
      const load = loadOf(rows, line['Territory'] ?? '', name, String(role['Load by']), share(line));
      expect([name, line['Id'], line[`${name} load`]]).toEqual([name, line['Id'], load]);
      const isNeeded = INDUSTRIES_OF[name] === undefined || load > 0;
      const isStaffed = people.some(([, has]) => has === name);
      if (isStaffed && isNeeded && line[name] === '') missing.push(name);
      if (line[name] !== '' && !people.some(([who, has]) => who === line[name] && has === name)) strangers++;
    }
    open += missing.length;
    expect(line['Not covered']).toBe(missing.join(', '));
  }
  for (const role of lines) {
    const name = String(role['Role']);
    const load = (line: Row) => Number(line[`${name} load`]);
    const own = people.filter(([, has]) => has === name);
    const here = sum(own.map(([, , part]) => part));
    const needing = beside_.filter((line) => INDUSTRIES_OF[name] === undefined || load(line) > 0);
    const cover = sum(needing.map(share));
    const needed = cover / Number(role['Territories a person']);
    const without = needing.filter((line) => line[name] === '');
    expect([name, role['People'], role['Full-time here'], role['Seats to cover']]).toEqual([
      name,
      own.length,
      here,
      cover,
    ]);
    expect(Number(role['Needed'])).toBeCloseTo(needed, 6);
    expect(role['Rounded up']).toBe(Math.ceil(Math.round(needed * 1e6) / 1e6));
    expect(Number(role['Here, less needed'])).toBeCloseTo(here - needed, 6);
    expect(Number(role['Load'])).toBeCloseTo(sum(beside_.map(load)), 6);
    expect(role['Territories without']).toBe(without.length);
    expect(Number(role['Load without'])).toBeCloseTo(
      sum(beside_.filter((line) => line[name] === '').map(load)),
      6,
    );
  }
  const beyond = Number(set[0]?.['Value']);
  for (const line of each) {
    const name = String(line['Role']);
    const theirs = beside_.filter((one) => one[name] === line['Person']);
    const load = sum(theirs.map((one) => Number(one[`${name} load`])));
    const all = sum(beside_.map((one) => Number(one[`${name} load`])));
    const parts = sum(people.filter(([, has]) => has === name).map(([, , part]) => part));
    const fair = (all * Number(line['Part of full time'])) / parts;
    expect([line['Territories'], line['Seats']]).toEqual([theirs.length, sum(theirs.map(share))]);
    expect(Number(line['Load'])).toBeCloseTo(load, 6);
    expect(Number(line['Fair load'])).toBeCloseTo(fair, 6);
    expect(Number(line['% of fair load'])).toBeCloseTo(load / fair, 6);
    expect(line['Served']).toBe(
      load / fair > 1 + beyond ? 'Too much work' : load / fair < 1 - beyond ? 'Room for more' : '',
    );
  }
  expect(beside(cells, 'Territories without somebody of a role')).toBe(open);
  expect(beside(cells, 'Names not on the team list')).toBe(strangers);
  const held =
    sum(each.map((line) => Number(line['Load']))) + sum(lines.map((line) => Number(line['Load without'])));
  expect(Number(beside(cells, 'Load less what is covered and not'))).toBeCloseTo(
    sum(lines.map((line) => Number(line['Load']))) - held,
    2,
  );
}

const type = typingInto(() => book);

test('every figure is what rows and blue cells make of it, before and after edits; whom somebody put there outlives the next plan', async () => {
  await open();
  await audit();
  // Everybody has something to do, within what is told, where territories allow it; SEs keep to their manager's.
  const first = await pods();
  expect(first.every((line) => ['Sol Day', 'Sue Ng'].includes(String(line['SE'])))).toBe(true);
  expect(first.map((line) => line['Not covered'])).toEqual(first.map(() => ''));
  expect(first.map((line) => line['SDR'])).toEqual(first.map(() => ''));
  const steel = await listRows();
  for (const line of first)
    expect(line['CSM Steel']).toBe(
      steel.some((row) => row['Territory'] === line['Territory'] && row['Industry'] === 'Steel')
        ? 'Kit Ash'
        : '',
    );

  await type('EfOverlayRoles', 'Territories a person', isOf('Role', 'SE'), 2);
  await type('EfOverlayRoles', 'Load by', isOf('Role', 'SE'), 'Potential');
  await type('EfOverlayRoles', 'Load by', isOf('Role', 'Expert Retail'), 'Seats');
  await type('EfOverlaySettings', 'Value', isOf('Setting', 'Told beyond'), 0.05);
  const [one, two] = first;
  const other = one?.['SE'] === 'Sol Day' ? 'Sue Ng' : 'Sol Day';
  await type('EfOverlayPods', 'SE', isOf('Id', one?.['Id'] ?? ''), other);
  await type('EfOverlayPods', 'CSM', isOf('Id', two?.['Id'] ?? ''), '');
  await type('EfOverlayPods', 'CSM', isOf('Id', one?.['Id'] ?? ''), 'Nobody Known');
  await audit();
  // An account that moves is counted where it is.
  const rows = await listRows();
  const elsewhere = rows.find((row) => row['Territory'] !== rows[0]?.['Territory'])?.['Territory'] ?? '';
  await type('Accounts', 'Territory', isOf('Account Name', 'Account 00'), elsewhere);
  await audit();

  await store.run(design);
  await store.run(apply);
  expect(store.state.trouble).toBeUndefined();
  await store.run(keep);
  await audit();
  const again = await pods();
  expect(again.find(isOf('Id', one?.['Id'] ?? ''))).toMatchObject({ SE: other, CSM: 'Nobody Known' });
  expect(again.find(isOf('Id', two?.['Id'] ?? ''))?.['CSM']).toBe('');
  const lines = tableIn(await sheet(), 'Role', 'Territories a person');
  expect(lines.find(isOf('Role', 'SE'))).toMatchObject({ 'Territories a person': 2, 'Load by': 'Potential' });
  expect(lines.find(isOf('Role', 'Expert Retail'))?.['Load by']).toBe('Seats');

  // Balance has the pods beside the territories, and follows them.
  const balance = () => valuesOf(book, 'Balance').then((cells) => tableIn(cells, 'Territory', 'Owner'));
  for (const line of await balance()) {
    const pod = again.find(isOf('Territory', line['Territory'] ?? ''));
    expect(['SE', 'CSM', 'CSM Steel', 'Expert Retail', 'Operations'].map((role) => line[role])).toEqual(
      ['SE', 'CSM', 'CSM Steel', 'Expert Retail', 'Operations'].map((role) => pod?.[role]),
    );
    expect(line['SDR']).toBeUndefined();
  }
  await type('EfOverlayPods', 'Operations', isOf('Id', two?.['Id'] ?? ''), '');
  expect((await balance()).find(isOf('Territory', again[1]?.['Territory'] ?? ''))?.['Operations']).toBe('');
});

test('what cannot be counts as usual and is told in German', async () => {
  await open('de');
  const roles = async () => tableIn(await valuesOf(book, 'Overlays & Pods'), 'Aufgabe', 'Gebiete je Person');
  const usual = await roles();
  expect(usual.map((row) => row['Aufgabe'])).toContain('Fachexperte Retail');
  await type('EfOverlayRoles', 'Gebiete je Person', isOf('Aufgabe', 'SE'), -5);
  await type('EfOverlayRoles', 'Last nach', isOf('Aufgabe', 'SE'), 'Unsinn');
  expect((await roles()).map((row) => [row['Nötig'], row['Last']])).toEqual(
    usual.map((row) => [row['Nötig'], row['Last']]),
  );
  await store.run(lookAgain);
  expect(store.state.refused.join(' ')).toMatch(/Gebiete je Person/);
  expect(store.state.refused.join(' ')).toMatch(/Last nach/);
});

test('a team without anybody who helps: how many would be needed', async () => {
  await open('en', [['Rep Name', 'Active'], ...OWNERS.map((name): Cell[] => [name, true])]);
  expect(store.state.news).toMatch(/names nobody who helps/);
  const lines = tableIn(await sheet(), 'Role', 'Territories a person');
  expect(lines.map((line) => [line['Role'], line['People'], line['Needed']])).toEqual([
    ['SE', 0, 1.5],
    ['CSM', 0, 1.2],
    ['SDR', 0, 2],
  ]);
  expect(beside(await sheet(), 'Territories without somebody of a role')).toBe(0);
});

test('headless: with the plan in one go, Balance has the pods', async () => {
  book = await openWorkbook({ sheets: { Export: [HEADERS, ...ROWS], Team: TEAM } });
  const workbook = new OfficeWorkbook(clock);
  const understanding = await understood({ balance: [{ metric: 'count', tolerance: 0.3 }] }, workbook);
  const designed = await designPlan(understanding, new InlineSolver(), clock);
  await workbook.apply(await prepareOrder(understanding, designed, workbook, [overlaysSheet]));
  await audit();
  const balance = tableIn(await valuesOf(book, 'Balance'), 'Territory', 'Owner');
  const beside_ = await pods();
  expect(balance.map((line) => line['SE'])).toEqual(beside_.map((line) => line['SE']));
  expect(balance.every((line) => line['SE'] !== '')).toBe(true);
});
