import { acceptChanges } from '../../../src/app/actions/accept-changes';
import { apply } from '../../../src/app/actions/apply';
import { keep } from '../../../src/app/actions/keep';
import { lookAgain } from '../../../src/app/actions/look-again';
import { moveAccount } from '../../../src/app/actions/move-account';
import { revert } from '../../../src/app/actions/revert';
import { writeSheet } from '../../../src/app/actions/write-sheet';
import { writeLoads } from '../../../src/app/actions/write-loads';
import { yearPage } from '../../../src/app/pages/year/view';
import type { Store } from '../../../src/app/store';
import { numbers } from '../../../src/text/numbers';
import { speak } from '../../../src/text/say';
import { tableIn } from '../../figures/audit';
import { valuesOf } from '../../support/job';
import { sortList } from '../../support/meddle';
import { openWorkbook, type Cell, type OpenWorkbook } from '../../support/office';
import { act, appliedPane, designAsSet, keptPane, pane, sheetNames } from '../../support/pane';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

const REPS = ['Ana Ruiz', 'Ben Ito', 'Cleo Park'];
const account = (n: number) => `001000000000${String(n).padStart(3, '0')}AAA`;
const user = (n: number) => `005000000000${String(n).padStart(3, '0')}AAA`;
const PLACES = [
  ['Denver', 'CO', '80202'],
  ['Boston', 'MA', '02108'],
  ['Austin', 'TX', '78701'],
];
/** An export whose owners have nothing to do with where accounts are: a plan moves many. */
const HEADERS = ['Account ID', 'Account Name', 'City', 'State', 'Zip', 'Owner', 'OwnerId', 'Potential'];
const rowsOf = (count = 24) =>
  Array.from({ length: count }, (_, n) => [
    account(n),
    `${n % 2 === 0 ? '@' : ''}Account ${n}`,
    ...(PLACES[n % 3] ?? []),
    REPS[(n >> 2) % 3] ?? '',
    user((n >> 2) % 3),
    100 + ((n * 37) % 50),
  ]);
const openList = (more: Readonly<Record<string, Cell[][]>> = {}) =>
  openWorkbook({ sheets: { Export: [HEADERS, ...rowsOf()], ...more } });

const write = async (store: Store) => {
  await store.run(writeLoads);
  expect(store.state.trouble).toBeUndefined();
};
type Row = Readonly<Record<string, Cell>>;
const list = async (): Promise<Row[]> =>
  tableIn(await valuesOf(book, 'Export'), 'Account ID', 'Account Name');
const file = async (name: string): Promise<Cell[][]> => valuesOf(book, name);
const lines = async (): Promise<Row[]> => tableIn(await valuesOf(book, 'Load Files'), 'File', 'Object');
const problems = async (): Promise<Row[]> => tableIn(await valuesOf(book, 'Load Files'), 'File', 'Account');
const causes = async (): Promise<Row[]> =>
  tableIn(await valuesOf(book, 'Load Files'), 'File', 'In the file?');
const differences = async (): Promise<Cell[]> =>
  tableIn(await valuesOf(book, 'Load Files'), 'Territory', 'Owner in the files').map(
    (row) => row['Difference'] ?? '',
  );

/** What the files should be, counted anew from the cells of the list. */
async function wanted(): Promise<{ owners: Cell[][]; back: Cell[][] }> {
  const moved = (await list()).filter((row) => row['Territory Owner'] !== row['Owner']);
  const idOf = (name: Cell | undefined) => user(REPS.indexOf(String(name)));
  return {
    owners: moved.map((row) => [row['Account ID'] ?? '', idOf(row['Territory Owner'])]),
    back: moved.map((row) => [row['Account ID'] ?? '', row['OwnerId'] ?? '']),
  };
}
const sorted = (rows: Cell[][]) => [...rows].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));

test('owners that change, and the way back, stand as files of their own, header first', async () => {
  book = await openList();
  const store = await keptPane();
  await write(store);
  const { owners, back } = await wanted();
  expect(owners.length).toBeGreaterThan(8);
  expect(await file('Load Owners')).toEqual([['Id', 'OwnerId'], ...owners]);
  expect(await file('Load Owners Rollback')).toEqual([['Id', 'OwnerId'], ...back]);
  expect((await file('Load Moves')).length).toBe(owners.length + 1);
  const armed = (await list()).filter(
    (row) => row['Territory Owner'] !== row['Owner'] && String(row['Account Name']).startsWith('@'),
  );
  expect(await causes()).toMatchObject([
    {
      File: 'Load Moves',
      'In the file?': 'Yes',
      Why: `${armed.length} texts, the first of them ${armed[0]?.['Account Name']}, begin like a formula: in the file as it stands`,
    },
  ]);
  expect((await lines()).find((row) => row['File'] === 'Load Owners')).toMatchObject({
    Object: 'Account',
    'What it does': 'Update',
    Rows: owners.length,
  });
  expect(await differences()).toEqual([0, 0, 0]);
  expect(store.state.news).toMatch(/^6 files with \d+ rows are written; Load Files lists them\.$/);
  const names = await sheetNames(book);
  expect(names.filter((name) => name.startsWith('Load')).sort()).toEqual([
    'Load Files',
    'Load Moves',
    'Load Moves Rollback',
    'Load Owners',
    'Load Owners Rollback',
    'Load Routing',
    'Load ZIP Lists',
  ]);
  const page = yearPage(store.state, speak('en'), numbers('en'), '2026-11-22');
  expect(page.files.map(({ name }) => name)).toContain('Load Owners');
  expect(page.files.find(({ name }) => name === 'Load Owners')?.text()).toBe(
    ['Id,OwnerId', ...owners.map((row) => row.join(','))].map((line) => `${line}\r\n`).join(''),
  );
});

test('files follow what was accepted, not what is proposed; the sheet says when that has changed', async () => {
  book = await openList();
  const store = await keptPane();
  await write(store);
  const before = sorted(await file('Load Owners'));
  // Proposed by hand, accepted with the next Keep.
  const rows = await list();
  const at = rows.findIndex((row) => row['Territory Owner'] === row['Owner']);
  const other = rows.find((row) => row['Territory Owner'] !== rows[at]?.['Owner'])?.['Territory'];
  await act(book, (workbook) => {
    workbook.tables
      .getItem('Accounts')
      .columns.getItem('Accepted Territory')
      .getDataBodyRange()
      .getCell(at, 0).values = [[other]];
  });
  expect((await differences()).filter((cell) => cell !== 0)).toHaveLength(2);
  await store.run(lookAgain);
  await sortList(book, 'Potential');
  await write(store);
  expect(sorted(await file('Load Owners'))).toHaveLength(before.length + 1);
  expect(await differences()).toEqual([0, 0, 0]);
});

test('a file that has no rows any more keeps its header alone', async () => {
  book = await openList();
  const store = await keptPane();
  await write(store);
  // The CRM has taken it all: a fresh export has the new owners.
  const rows = await list();
  await book.run(async (context) => {
    const table = context.workbook.tables.getItem('Accounts');
    table.columns.getItem('Owner').getDataBodyRange().values = rows.map((row) => [row['Territory Owner']]);
    table.columns.getItem('OwnerId').getDataBodyRange().values = rows.map((row) => [
      user(REPS.indexOf(String(row['Territory Owner']))),
    ]);
    await context.sync();
  });
  await write(store);
  expect(await file('Load Owners')).toEqual([
    ['Id', 'OwnerId'],
    ['', ''],
  ]);
  expect(store.state.loads?.changed).toBe(0);
});

test('an inactive user blocks his rows, and a result leaves what was refused', async () => {
  book = await openList({
    Users: [
      ['Id', 'Name', 'Username', 'IsActive'],
      ...REPS.map((name, n) => [user(n), name, `${name}@example.com`, n !== 1]),
    ],
  });
  const store = await keptPane();
  // Changes of the year are on the log: one that the loader is going to refuse, one that it takes.
  const rows = await list();
  const [to] = rows.flatMap((row) => (row['Territory Owner'] === REPS[2] ? [String(row['Territory'])] : []));
  const moved = rows.filter((row) => row['Owner'] !== REPS[2] && row['Territory Owner'] !== REPS[2]);
  const ids = [moved.at(0), moved.at(-1)].map((row) => String(row?.['Account ID']));
  for (const id of ids) await store.run(moveAccount, id, to ?? '');
  await store.run(acceptChanges, { by: '', reason: '', effective: '2026-11-22' });
  expect(store.state.trouble).toBeUndefined();
  const changes = async () => tableIn(await valuesOf(book, 'Change Log'), 'Change ID', 'Accepted');
  await write(store);
  expect((await changes()).map((row) => [row['Load file'], row['Result'], row['Status']])).toEqual(
    ids.map(() => ['Load Owners', 'Written, no answer yet', 'Accepted']),
  );
  const { owners } = await wanted();
  const blocked = owners.filter(([, id]) => id === user(1));
  expect(blocked.length).toBeGreaterThan(0);
  const loaded = owners.filter(([, id]) => id !== user(1));
  expect(await file('Load Owners')).toEqual([['Id', 'OwnerId'], ...loaded]);
  const told = await problems();
  expect(told.filter((row) => row['File'] === 'Load Owners')).toHaveLength(blocked.length);
  expect(await causes()).toMatchObject([
    {
      File: 'Load Moves',
      'In the file?': 'No',
      Rows: blocked.length,
      Why: 'Ben Ito is not active, and may own nothing',
    },
    { File: 'Load Owners', 'In the file?': 'No', Rows: blocked.length },
    { File: 'Load Moves', 'In the file?': 'Yes' },
  ]);
  expect(told[0]).toMatchObject({ 'In the file?': 'No', Why: 'Ben Ito is not active, and may own nothing' });

  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.add('error123');
    const rows = loaded.map(([id, owner], n) => [id, owner, n < 3 ? 'UNABLE_TO_LOCK_ROW' : '']);
    sheet.getRange('A1:C1').values = [['ID', 'OWNERID', 'ERROR']];
    sheet.getRange(`A2:C${rows.length + 1}`).values = rows;
    await context.sync();
  });
  await store.run(lookAgain);
  await write(store);
  expect(await file('Load Owners')).toEqual([['Id', 'OwnerId'], ...loaded.slice(0, 3)]);
  expect(await file('Load Owners Rollback')).toHaveLength(loaded.length - 3 + 1);
  expect((await lines()).find((row) => row['File'] === 'Load Owners')).toMatchObject({
    Rows: 3,
    Loaded: loaded.length - 3,
    Refused: 3,
    'No answer': 0,
  });
  const refused = new Set(loaded.slice(0, 3).map(([id]) => id));
  expect(ids.filter((id) => refused.has(id))).toHaveLength(1);
  expect((await changes()).map((row) => [row['Known by'], row['Result'], row['Status']])).toEqual(
    ids.map((id) =>
      refused.has(id) ? [id, 'Refused: UNABLE_TO_LOCK_ROW', 'Accepted'] : [id, 'Loaded', 'Applied'],
    ),
  );
});

test('exports beside the list are neither the list nor the team', async () => {
  book = await openList({
    Users: [
      ['Id', 'Name', 'Username', 'Email', 'IsActive', 'Department'],
      ...Array.from({ length: 40 }, (_, n) => [
        user(n),
        REPS[n] ?? `Person ${n}`,
        `u${n}`,
        `u${n}@example.com`,
        true,
        'Sales',
      ]),
    ],
    Opps: [
      ['Id', 'AccountId', 'OwnerId', 'StageName', 'Amount'],
      ...Array.from({ length: 60 }, (_, n) => [
        `006${n}`,
        account(n % 24),
        user(((n % 24) >> 2) % 3),
        n % 2 === 0 ? 'Proposal' : 'Closed Won',
        1000 + n,
      ]),
    ],
  });
  const store = await keptPane();
  expect(store.state.understanding?.list.ref.sheet).toBe('Export');
  expect(store.state.understanding?.choices.seats.map(({ name }) => name).sort()).toEqual(REPS);
  await write(store);
  const moved = new Set((await wanted()).owners.map(([id]) => id));
  const deals = (await file('Load Deal Owners')).slice(1);
  expect(deals.map(([id]) => id)).toEqual(
    Array.from({ length: 60 }, (_, n) => n).flatMap((n) =>
      n % 2 === 0 && moved.has(account(n % 24)) ? [`006${n}`] : [],
    ),
  );
});

test('Revert of a later plan leaves the files; closing and opening finds them again', async () => {
  book = await openList();
  const store = await keptPane();
  await write(store);
  await designAsSet(store);
  await store.run(apply);
  expect(store.state.trouble).toBeUndefined();
  await store.run(revert);
  expect(store.state.trouble).toBeUndefined();
  const names = await sheetNames(book);
  expect(names).toContain('Load Owners');
  await write(await pane());
  expect(await sheetNames(book)).toEqual(names);
});

test('before Keep there is nothing that was accepted', async () => {
  book = await openList();
  const store = await appliedPane();
  expect(writeLoads.when(store.state)).toBe(false);
  expect(yearPage(store.state, speak('en'), numbers('en'), '2026-11-22').closed).toMatch(
    /^Keep a plan first/,
  );
  await store.run(keep);
  expect(writeLoads.when(store.state)).toBe(true);
});

const REPS_SHEET = (more: readonly (readonly Cell[])[]): Cell[][] => [
  ['Rep ID', 'Rep Name', 'CRM User ID', 'Status', 'Covered By', 'Start Date'],
  ...more.map((row) => [...row]),
];
const ownersIn = async () => new Set((await file('Load Owners')).slice(1).map(([, id]) => id));

test('two of one name: each territory goes to the id of whoever sits in it', async () => {
  book = await openList({
    Reps: REPS_SHEET([
      ['R1', 'Ana Ruiz', user(0), 'Active', '', ''],
      ['R2', 'Ben Ito', user(1), 'Active', '', ''],
      ['R3', 'Ben Ito', user(7), 'Active', '', ''],
    ]),
  });
  const store = await keptPane();
  await write(store);
  const mine = (await list()).filter((row) => row['Territory Owner'] === 'Ben Ito');
  expect(new Set(mine.map((row) => row['Territory'])).size).toBe(2);
  expect(await ownersIn()).toContain(user(7));
  expect(await ownersIn()).toContain(user(1));
});

test.each([
  ['on the day of the plan the new one has begun', 46_348, 'Cleo Park'],
  ['a day later she has not: whoever covers it has the accounts', 46_349, 'Ana Ruiz'],
])('an open seat with an id; %s', async (_, start, owner) => {
  book = await openList({
    Reps: REPS_SHEET([
      ['R1', 'Ana Ruiz', user(0), 'Active', '', ''],
      ['R2', 'TBH East', '', 'Open', 'Ana Ruiz', ''],
      ['R3', 'Cleo Park', user(2), 'Active', 'Ana Ruiz', start],
    ]),
  });
  const store = await keptPane();
  await write(store);
  const owners = new Map(
    tableIn(await valuesOf(book, 'Load Files'), 'Territory', 'Owner in the files').map((row) => [
      row['Territory'],
      row['Owner in the files'],
    ]),
  );
  const territoryOf = async (name: string) =>
    (await list()).find((row) => row['Territory Owner'] === name)?.['Territory'];
  expect(owners.get((await territoryOf('Cleo Park')) ?? '')).toBe(owner);
  expect([...owners.values()].filter((name) => name === 'R2' || name === '')).toEqual([]);
});

test('a deleted column of what was accepted is told, on the page and when files are asked for', async () => {
  book = await openList();
  const store = await keptPane();
  await act(book, (workbook) => {
    workbook.tables.getItem('Accounts').columns.getItem('Accepted Territory').delete();
  });
  await store.run(lookAgain);
  expect(yearPage(store.state, speak('en'), numbers('en'), '2026-11-22').closed).toMatch(
    /^The column Accepted Territory is not in the list any more/,
  );
  await store.run(writeLoads);
  expect(store.state.trouble).toMatch(/Accepted Territory/);
  expect(store.state.trouble).not.toMatch(/Excel answered/);
});

test('whoever is on a territory on Overlays & Pods joins the teams of its accounts', async () => {
  const team: Cell[][] = [
    ['Rep Name', 'Role', 'User ID', 'Active'],
    ...REPS.map((name, n): Cell[] => [name, 'Account Executive', user(n), true]),
    ['Sol Day', 'Sales Engineer', user(10), true],
    ['Sue Ng', 'Sales Engineer', user(11), true],
  ];
  book = await openList({ Team: team });
  const store = await keptPane();
  await write(store);
  expect(await sheetNames(book)).not.toContain('Load Account Team In');
  await store.run(writeSheet, 'overlays');
  await write(store);
  const pods = tableIn(await valuesOf(book, 'Overlays & Pods'), 'Territory', 'Owner').filter(
    (row) => 'SE' in row,
  );
  const ids = new Map([
    ['Sol Day', user(10)],
    ['Sue Ng', user(11)],
  ]);
  const helper = new Map(pods.map((row) => [String(row['Territory']), String(row['SE'])]));
  expect(new Set(helper.values()).size).toBe(2);
  const wanted = (await list()).map((row) => [
    row['Account ID'],
    ids.get(helper.get(String(row['Territory'])) ?? ''),
    'Pre-Sales Consultant',
  ]);
  const [header, ...rows] = await file('Load Account Team In');
  expect(header).toEqual(['AccountId', 'UserId', 'TeamMemberRole']);
  expect(rows.map(String).sort()).toEqual(wanted.map(String).sort());
  expect((await file('Load Account Team List')).length).toBe(1 + wanted.length);
});
