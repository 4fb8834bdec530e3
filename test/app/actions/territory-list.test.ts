import { apply } from '../../../src/app/actions/apply';
import { design } from '../../../src/app/actions/design';
import { keep } from '../../../src/app/actions/keep';
import { lookAgain } from '../../../src/app/actions/look-again';
import { revert } from '../../../src/app/actions/revert';
import type { Store } from '../../../src/app/store';
import { openSample, valuesOf } from '../../support/job';
import type { OpenWorkbook } from '../../support/office';
import { panesByTheMinute } from '../../support/pane';

/** What the user types in the list of territories, cell by cell: it counts, is kept, or is refused with a sentence. */

// Each designs and writes several plans.
jest.setTimeout(60_000);

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openSample({ accounts: 60, reps: 3 });
});
afterEach(() => {
  book.dispose();
});

const pane = panesByTheMinute();

async function designAndKeep(store: Store): Promise<void> {
  await store.run(lookAgain);
  await store.run(design);
  await store.run(apply);
  await store.run(keep);
  expect(store.state.trouble).toBeUndefined();
}

type Rows = Record<string, unknown>[];

/** The list, each row by its headers. */
async function list(): Promise<Rows> {
  return book.run(async (context) => {
    const range = context.workbook.tables.getItem('EfTerritories').getRange();
    range.load('values');
    await context.sync();
    const [headers = [], ...rows] = range.values as unknown[][];
    return rows.map((row) => Object.fromEntries(headers.map((header, c) => [String(header), row[c]])));
  });
}

async function type(row: number, words: Record<string, unknown>): Promise<void> {
  await book.run(async (context) => {
    const table = context.workbook.tables.getItem('EfTerritories');
    for (const [header, value] of Object.entries(words)) {
      const cells = table.columns.getItem(header).getDataBodyRange();
      cells.getCell(row, 0).values = [[value]];
    }
    await context.sync();
  });
}

/** Rows more at the end of the list, or fewer; what stood in those is gone. */
async function resize(by: number): Promise<void> {
  await book.run(async (context) => {
    const table = context.workbook.tables.getItem('EfTerritories');
    const range = table.getRange();
    if (by < 0) range.getLastRow().clear('Contents');
    table.resize(range.getResizedRange(by, 0));
    await context.sync();
  });
}

test('each blue cell counts in the next design and stands there after it', async () => {
  const store = await pane();
  await designAndKeep(store);
  const words = {
    Owner: 'Somebody New',
    Manager: 'New Boss',
    'Capacity share': 0.5,
    'Capacity h': 300,
    Objective: 'Grow 10%',
    Measure: 'Bookings',
    'Support needed': 'SE days',
  };
  await type(1, words);
  await designAndKeep(store);
  expect((await list())[1]).toMatchObject(words);
  const [first, second] = store.state.understanding?.choices.seats ?? [];
  expect(second).toMatchObject({ name: 'Somebody New', manager: 'New Boss', capacityShare: 0.5 });
  expect(first?.capacityShare).toBe(1);
  const notices = store.state.understanding?.choices.notices.map(({ code }) => code);
  expect(notices).toContain('asListed');
  // And in the one after that, by another pane, however the team list is sorted.
  await book.run(async (context) => {
    const team = store.state.understanding?.team.ref?.table ?? '';
    const body = context.workbook.tables.getItem(team).getDataBodyRange();
    body.load('values');
    await context.sync();
    body.values = [...body.values].reverse();
    await context.sync();
  });
  await designAndKeep(await pane());
  expect((await list())[1]).toMatchObject(words);
});

test('one who is typed into a second territory has two, and that is said', async () => {
  const store = await pane();
  await designAndKeep(store);
  const owner = (await list())[0]?.['Owner'];
  await type(1, { Owner: ` ${String(owner).toUpperCase()} ` });
  await store.run(lookAgain);
  expect(store.state.understanding?.choices.notices).toContainEqual({
    code: 'ownerTwice',
    severity: 'note',
    params: { name: owner, count: 2, ids: 'T01, T02' },
  });
});

test('an id in small letters is that territory, and no new one', async () => {
  const store = await pane();
  await designAndKeep(store);
  await type(1, { Id: 't02', Objective: 'Grow' });
  await designAndKeep(store);
  expect(await list()).toHaveLength(3);
  expect((await list())[1]).toMatchObject({ Id: 'T02', Objective: 'Grow' });
});

test('half a share makes half a territory; a new owner takes the book of the seat', async () => {
  const store = await pane();
  await designAndKeep(store);
  const book1 = store.state.understanding?.choices.current ?? new Int32Array();
  const held = book1.filter((seat) => seat === 0).length;
  await type(0, { Owner: 'Somebody New', 'Capacity share': 0.5 });
  await store.run(lookAgain);
  await store.run(design);
  const { plan } = store.state.designed ?? {};
  const [half = NaN, full = NaN] = plan?.metrics[0]?.target ?? [];
  expect(half / full).toBeCloseTo(0.5);
  expect(plan?.current.filter((seat) => seat === 0)).toHaveLength(held);
  expect(plan?.territories[0]).toMatchObject({ owner: 'Somebody New', status: 'filled' });
});

test('an empty owner is an open seat; the word of the team list typed again is no word', async () => {
  const store = await pane();
  await designAndKeep(store);
  const before = (await list())[0];
  await type(0, { Owner: '' });
  await designAndKeep(store);
  expect((await list())[0]).toMatchObject({ Owner: '', Status: 'To be hired' });
  await type(0, { Owner: before?.['Owner'] });
  await designAndKeep(store);
  expect((await list())[0]).toMatchObject({ Owner: before?.['Owner'], Status: before?.['Status'] });
  expect(store.state.understanding?.book.record?.settings.territoryList).toBeUndefined();
});

test('what cannot be is refused by the name of its column, and the rest of the list is read', async () => {
  const store = await pane();
  await designAndKeep(store);
  await type(0, { 'Capacity share': 'half', Manager: 'New Boss' });
  await store.run(lookAgain);
  expect(store.state.refused).toEqual([expect.stringMatching(/^Setting Capacity share \(T01\): .*"half"/)]);
  expect(store.state.understanding?.choices.seats[0]?.manager).toBe('New Boss');
});

test('a new row is one more seat; taken away again before the design it is none', async () => {
  const store = await pane();
  await designAndKeep(store);
  await resize(1);
  await type(3, { Territory: 'New West', Owner: 'Somebody New', Objective: 'Open it' });
  await store.run(lookAgain);
  expect(store.state.understanding?.choices.seats.map(({ name }) => name)).toHaveLength(4);
  expect(store.state.understanding?.choices.seats[3]?.name).toBe('Somebody New');
  await resize(-1);
  await store.run(lookAgain);
  expect(store.state.understanding?.choices.seats).toHaveLength(3);
  expect(store.state.understanding?.settings.territories).toBeUndefined();
  await resize(1);
  await type(3, { Territory: 'New West', Owner: 'Somebody New', Objective: 'Open it' });
  await designAndKeep(store);
  expect((await list())[3]).toMatchObject({
    Id: 'T04',
    Territory: 'New West',
    Owner: 'Somebody New',
    Objective: 'Open it',
  });
});

test('a row that is gone is told, and its territory stays', async () => {
  const store = await pane();
  await designAndKeep(store);
  const [, second] = await list();
  const rest = (await list()).filter((_, row) => row !== 1);
  await resize(-1);
  for (const [row, words] of rest.entries()) await type(row, words);
  const balance = (await valuesOf(book, 'Balance')).flat();
  expect(balance.filter((cell) => String(cell).startsWith('#'))).toEqual([]);
  expect(balance).toContain('–');
  await store.run(lookAgain);
  expect(store.state.refused).toEqual([
    expect.stringContaining(`The row of ${String(second?.['Territory'])}`),
  ]);
  await designAndKeep(store);
  expect((await list()).map((row) => row['Id'])).toEqual(['T01', 'T02', 'T03']);
});

test('labels of settings may be in another language; one that is none is refused', async () => {
  const store = await pane();
  await designAndKeep(store);
  const set = async (row: number, label: string, value: unknown) =>
    book.run(async (context) => {
      const body = context.workbook.tables.getItem('EfSettings').getDataBodyRange();
      body.getCell(row, 0).values = [[label]];
      body.getCell(row, 1).values = [[value]];
      await context.sync();
    });
  await set(2, 'Startwert', 9);
  await set(3, 'Colour', 3);
  await store.run(lookAgain);
  expect(store.state.understanding?.settings.seed).toBe(9);
  expect(store.state.refused).toEqual(['Setting Colour: there is no such setting.']);
});

test('a table of the sheet that was made a range is missed at each look, until the next Apply makes it one again', async () => {
  const store = await pane();
  await designAndKeep(store);
  await book.run(async (context) => {
    context.workbook.tables.getItem('EfSettings').convertToRange();
    await context.sync();
  });
  for (const look of [lookAgain, lookAgain]) {
    await store.run(look);
    expect(store.state.refused).toEqual([
      expect.stringMatching(
        /^The table EfSettings is not to be found any more, perhaps made a range\. .*Territory Plan/,
      ),
    ]);
  }
  await designAndKeep(store);
  expect(store.state.refused).toEqual([]);
});

test('a number of territories typed beside a new row stays when the row is taken away', async () => {
  const store = await pane();
  await designAndKeep(store);
  await book.run(async (context) => {
    const body = context.workbook.tables.getItem('EfSettings').getDataBodyRange();
    body.getCell(1, 1).values = [[5]];
    await context.sync();
  });
  await resize(1);
  await type(3, { Territory: 'New West', Owner: 'Somebody New' });
  await store.run(lookAgain);
  expect(store.state.understanding?.choices.seats).toHaveLength(5);
  await resize(-1);
  await store.run(lookAgain);
  expect(store.state.understanding?.choices.seats).toHaveLength(5);
  expect(store.state.refused).toEqual([]);
});

describe('a seat and a name typed in the list hold for the next plan after Revert', () => {
  test.each([
    ['first', 'looked at'],
    ['first', 'not looked at'],
    ['second', 'looked at'],
    ['second', 'not looked at'],
  ])('%s Apply, %s', async (time, looked) => {
    const store = await pane();
    if (time === 'second') await designAndKeep(store);
    await store.run(design);
    await store.run(apply);
    expect(store.state.pending.state).toBe('applied');
    await resize(1);
    await type(3, { Territory: 'Newland', Owner: 'Zoe Zimmer' });
    await type(0, { Territory: 'Northland' });
    if (looked === 'looked at') await store.run(lookAgain);
    await store.run(revert);
    expect(store.state.trouble).toBeUndefined();
    expect(store.state.news).toMatch(
      /What you have set or typed into blue cells since then holds for the next plan\.$/,
    );
    await store.run(design);
    await store.run(apply);
    expect(store.state.trouble).toBeUndefined();
    const rows = await list();
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatchObject({ Territory: 'Northland' });
    expect(rows[3]).toMatchObject({ Territory: 'Newland', Owner: 'Zoe Zimmer' });
  });

  test('nothing typed: nothing is said to hold', async () => {
    const store = await pane();
    await designAndKeep(store);
    await type(0, { Territory: 'Northland' });
    await designAndKeep(store);
    await store.run(design);
    await store.run(apply);
    await store.run(revert);
    expect(store.state.news).toBe('Everything Evenfield changed is as it was before.');
  });
});
