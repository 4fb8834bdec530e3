import { compareSystem } from '../../../src/app/actions/compare-system';
import { acceptChanges } from '../../../src/app/actions/accept-changes';
import { lookAgain } from '../../../src/app/actions/look-again';
import type { Store } from '../../../src/app/store';
import { beside, tableIn, type Row } from '../../figures/audit';
import { valuesOf } from '../../support/job';
import { addSheet } from '../../support/new-export';
import type { Cell, OpenWorkbook } from '../../support/office';
import { act, sheetNames } from '../../support/pane';
import { keptPlan, type } from '../../support/quotas';
import { yearView } from '../../support/year';

/** What other systems say of owners, beside the plan: each row in one count, each mismatch with its row and its mend. */

const REPS = ['Ana Ruiz', 'Ben Ito', 'Cleo Park'];
const PLACES = [
  ['Denver', 'CO', '80202'],
  ['Boston', 'MA', '02108'],
  ['Austin', 'TX', '78701'],
];
const LIST: Cell[][] = [
  ['Account ID', 'Account Name', 'City', 'State', 'Zip', 'Website', 'Owner', 'Potential'],
  ...Array.from({ length: 24 }, (_, n): Cell[] => [
    1001 + n,
    `Account ${n}`,
    ...(PLACES[n % 3] ?? []),
    `https://www.firm${n}.com/`,
    REPS[(n >> 2) % 3] ?? '',
    100 + ((n * 37) % 50),
  ]),
];
const TEAM: Cell[][] = [
  ['Rep Name', 'Role', 'Email', 'Active'],
  ...REPS.map((name): Cell[] => [
    name,
    'Account Executive',
    `${name.slice(0, 3).toLowerCase()}@acme.com`,
    true,
  ]),
  ['Old Hand', 'Account Executive', 'old@acme.com', false],
];

let book: OpenWorkbook;
let store: Store;
/** By account id: who owns it by the plan. */
let plan: Map<Cell, string>;
beforeAll(async () => {
  ({ book, store } = await keptPlan(LIST, TEAM));
  plan = new Map(
    tableIn(await valuesOf(book, 'Accounts'), 'Account ID', 'Account Name').map((row) => [
      row['Account ID'] ?? '',
      String(row['Territory Owner']),
    ]),
  );
});
afterAll(() => {
  book.dispose();
});

const compared = async (name: string): Promise<Cell[][]> => {
  await store.run(compareSystem, name);
  expect(store.state.trouble).toBeUndefined();
  return valuesOf(book, 'System Mismatches');
};
const lines = (cells: readonly (readonly Cell[])[]): Row[] => tableIn(cells, 'What is wrong', 'Row');
const kinds = (cells: readonly (readonly Cell[])[]) =>
  tableIn(cells, 'What is wrong', 'Found').map((row) => [
    row['What is wrong'],
    row['Found'],
    row['Still open'],
  ]);
const other = (id: Cell): string => REPS.find((name) => name !== plan.get(id)) ?? '';

test('a table by account id: every kind of mismatch with its row, what the plan says, and files that mend it', async () => {
  const ids = LIST.slice(1).map(([id = '']) => id);
  const rows: Cell[][] = [
    ['Lead Id', 'Account', 'Assignee'],
    ...ids.slice(0, 20).map((id, n): Cell[] => [
      `L-${n}`,
      // Text there, numbers in the list.
      String(id),
      n === 3
        ? other(id)
        : n === 4
          ? ''
          : n === 5
            ? 'Old Hand'
            : n === 6
              ? 'Lead Queue'
              : (plan.get(id) ?? ''),
    ]),
    ['L-20', String(ids[7]), other(ids[7] ?? '')],
    ['L-21', String(ids[8]), plan.get(ids[8] ?? '') ?? ''],
    ['L-22', '9999', 'Ana Ruiz'],
    ['L-23', '', ''],
  ];
  await addSheet(book, 'Lead Routing', rows);
  await store.run(lookAgain);
  expect(yearView(store).systems).toEqual(['Lead Routing']);
  const cells = await compared('lead routing');
  expect(store.state.news).toContain(
    'Lead Routing beside the plan that was accepted: 15 of 24 rows say the same, 12 lines differ.',
  );
  expect(kinds(cells)).toEqual([
    ['Account is not in the plan', 1, 1],
    ['Double cover', 2, 2],
    ['Stands twice', 1, 1],
    ['No owner', 1, 1],
    ['Unknown owner', 1, 1],
    ['Inactive owner', 1, 1],
    ['Another owner', 1, 1],
    ['Gap: no row for it', 4, 4],
    ['Say what the plan says', 15, ''],
    ['Nothing to compare with', 1, ''],
  ]);
  expect(beside(cells, 'Rows there now less rows above')).toBe(0);
  const found = lines(cells);
  expect(found.find((row) => row['What is wrong'] === 'Another owner')).toMatchObject({
    Row: '5',
    Account: 'Account 3',
    'They say now': other(ids[3] ?? ''),
    'The plan says': plan.get(ids[3] ?? ''),
    State: 'Open',
    'What to do': `Set ${plan.get(ids[3] ?? '')} (in Fix Rows)`,
  });
  const mended = [5, 6, 4, 3].map((n) => [String(ids[n]), plan.get(ids[n] ?? '') ?? '']);
  const sorted = (list: readonly Cell[][]) =>
    [...list].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
  const file = async (name: string) => {
    const [header, ...body] = await valuesOf(book, name);
    return [header, ...sorted(body)];
  };
  expect(await file('Fix Rows')).toEqual([['Account', 'Assignee'], ...sorted(mended)]);
  expect(await file('Fix Rows Rollback')).toEqual([
    ['Account', 'Assignee'],
    ...sorted([
      [String(ids[3]), other(ids[3] ?? '')],
      [String(ids[4]), '#N/A'],
      [String(ids[5]), 'Old Hand'],
      [String(ids[6]), 'Lead Queue'],
    ]),
  ]);
  expect(await file('Fix Add')).toEqual([
    ['Account', 'Assignee'],
    ...ids.slice(20).map((id) => [String(id), plan.get(id)]),
  ]);
  expect(await file('Fix Add Rollback')).toEqual([['Account'], ...ids.slice(20).map((id) => [String(id)])]);
  expect(yearView(store).mismatches?.files.map(({ rows: count }) => count)).toEqual([
    '4 rows',
    '4 rows',
    '4 rows',
    '4 rows',
  ]);

  // Set right there, a line says so; sorted, it finds its row; moved in the plan, it says where.
  await act(book, ({ worksheets }) => {
    const sheet = worksheets.getItem('Lead Routing');
    sheet.getRange('C5').values = [[plan.get(ids[3] ?? '') ?? '']];
    sheet.getRange('A6:C6').values = [['L-9', String(ids[9]), '']];
    sheet.getRange('A11:C11').values = [['L-4', String(ids[4]), '']];
  });
  const after = await valuesOf(book, 'System Mismatches');
  expect(lines(after).find((row) => row['What is wrong'] === 'Another owner')).toMatchObject({
    'They say now': plan.get(ids[3] ?? ''),
    State: 'Settled',
  });
  expect(lines(after).find((row) => row['What is wrong'] === 'No owner')).toMatchObject({
    Row: '11',
    State: 'Open',
  });
  expect(kinds(after).find(([kind]) => kind === 'Another owner')).toEqual(['Another owner', 1, 0]);
});

test('a table by ZIP: places that the plan splits, places without a row; what was there before is written over', async () => {
  await addSheet(book, 'Cases', [
    ['Postal Code', 'Team', 'Queue Owner'],
    [80202, 'West', 'ana@acme.com'],
    [2108, 'East', 'ben@acme.com'],
    ['10001', 'East', 'ben@acme.com'],
  ]);
  const cells = await compared('Cases');
  expect(kinds(cells).map(([kind]) => kind)).toContain('Gap: no row for it');
  const gap = lines(cells).find((row) => row['What is wrong'] === 'Gap: no row for it');
  expect(gap).toMatchObject({ 'Key there': '78701', Account: '8 of 8 accounts', Row: '' });
  expect(beside(cells, 'Rows there now less rows above')).toBe(0);
  // People are written there by their e-mails.
  expect((await valuesOf(book, 'Fix Add')).slice(1)).toEqual([
    ['78701', expect.stringMatching(/@acme\.com$/)],
  ]);
  const silent = kinds(cells).find(([kind]) => kind === 'Nothing to compare with');
  expect(silent).toEqual(['Nothing to compare with', 1, '']);
});

test('a table by web domain', async () => {
  await addSheet(book, 'Campaigns', [
    ['Domain', 'Campaign owner'],
    ...LIST.slice(1).map(([id = ''], n): Cell[] => [
      `firm${n}.com`,
      n === 0 ? other(id) : (plan.get(id) ?? ''),
    ]),
  ]);
  const cells = await compared('Campaigns');
  expect(kinds(cells)).toEqual([
    ['Another owner', 1, 1],
    ['Say what the plan says', 23, ''],
    ['Nothing to compare with', 0, ''],
  ]);
  // Nothing is to be added there: the file of before keeps its header alone.
  expect((await valuesOf(book, 'Fix Add')).map((row) => row.join(''))).toEqual(['DomainCampaign owner', '']);
  const [line] = lines(cells);
  await type(book, 'Accounts', ['Account ID', 1001], 'Territory', String(await territoryOf(other(1001))));
  await store.run(lookAgain);
  await store.run(acceptChanges, { by: 'Kim', reason: '', effective: '2027-01-01' });
  expect(store.state.trouble).toBeUndefined();
  expect(line).toMatchObject({ State: 'Open' });
  expect(lines(await valuesOf(book, 'System Mismatches'))[0]).toMatchObject({
    'Territory by the plan': await territoryOf(other(1001)),
    'The plan says': other(1001),
    State: 'Settled',
  });
});

const territoryOf = async (owner: string) =>
  tableIn(await valuesOf(book, 'Territory Plan'), 'Territory', 'Id').find((row) => row['Owner'] === owner)?.[
    'Territory'
  ];

test('a table that is no other system is refused in words, and nothing is written', async () => {
  const before = await sheetNames(book);
  await addSheet(book, 'Notes', [
    ['Topic', 'Words'],
    ['Budget', 'later'],
    ['Travel', 'less'],
  ]);
  await store.run(compareSystem, 'Notes');
  expect(store.state.trouble).toMatch(/^No column of Notes can be tied to the accounts/);
  await store.run(compareSystem, 'Nowhere');
  expect(store.state.trouble).toBe('There is no table Nowhere beside the list and the team.');
  await addSheet(book, 'Events', [
    ['Account', 'Visit'],
    ['1001', 'Monday'],
    ['1002', 'Friday'],
  ]);
  await store.run(compareSystem, 'Events');
  expect(store.state.trouble).toMatch(/^No column of Events says whose the accounts are/);
  expect(await sheetNames(book)).toEqual([...before, 'Notes', 'Events']);
});
