import { changeSettings } from '../../../src/app/actions/change-settings';
import { apply } from '../../../src/app/actions/apply';
import { design } from '../../../src/app/actions/design';
import { keep } from '../../../src/app/actions/keep';
import { lookAgain } from '../../../src/app/actions/look-again';
import { revert } from '../../../src/app/actions/revert';
import { writeSheet } from '../../../src/app/actions/write-sheet';
import type { Store } from '../../../src/app/store';
import { tableIn } from '../../figures/audit';
import { openSample, valuesOf } from '../../support/job';
import { openList, sortList } from '../../support/meddle';
import { openWorkbook, type Cell, type OpenWorkbook } from '../../support/office';
import { act, designAsSet, keptPane, pane } from '../../support/pane';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

type Row = Readonly<Record<string, Cell>>;
const list = async (sheet: string, id = 'Account ID'): Promise<Row[]> =>
  tableIn(await valuesOf(book, sheet), id, 'Account Name');
const people = async (): Promise<Row[]> =>
  tableIn(await valuesOf(book, 'Compare'), 'Owner', 'Accounts today');
const moves = async (): Promise<Row[]> => tableIn(await valuesOf(book, 'Compare'), 'Account', 'From');
const figure = async (label: string, column = 1): Promise<Cell> =>
  (await valuesOf(book, 'Compare')).find(([first]) => first === label)?.[column] ?? 'none';
const write = async (store: Store) => {
  await store.run(writeSheet, 'compare');
  expect(store.state.trouble).toBeUndefined();
};
const sum = (rows: readonly Row[], header: string) =>
  rows.reduce((total, row) => total + Math.max(0, Number(row[header]) || 0), 0);
const renews = (row: Row, day: number) =>
  typeof row['Renewal Date'] === 'number' && row['Renewal Date'] >= day && row['Renewal Date'] <= day + 90;

test('the sample beside today: every figure is what the list says', async () => {
  book = await openSample({ accounts: 400, reps: 8 });
  const store = await keptPane();
  await write(store);
  const rows = await list('Accounts', 'Account ID (18)');
  expect(rows).toHaveLength(400);
  const moved = rows.filter((row) => String(row['Moved?']).startsWith('Yes'));
  expect(moved.length).toBeGreaterThan(100);
  expect([await figure('Accounts'), await figure('Accounts', 2)]).toEqual([400, moved.length]);
  expect(await figure('ARR', 2)).toBeCloseTo(sum(moved, 'ARR'), 2);
  const day =
    Math.round(
      Date.parse(store.state.understanding?.book.record?.designedAt.slice(0, 10) ?? '') / 86_400_000,
    ) + 25_569;
  expect(await figure('Renewals (90 d)', 2)).toBe(moved.filter((row) => renews(row, day)).length);
  for (const check of [
    'Accounts of owners not listed below',
    'The same in the plan',
    'Lost, less change owner',
  ])
    expect([check, await figure(check)]).toEqual([check, 0]);

  const all = await people();
  const names = new Set(
    rows.flatMap((row) => [row['Holder Before'], row['Territory Owner']]).filter((name) => name !== ''),
  );
  expect(new Set(all.map((row) => row['Owner']))).toEqual(names);
  for (const row of all) {
    const today = rows.filter((one) => one['Holder Before'] === row['Owner']);
    const plan = rows.filter((one) => one['Territory Owner'] === row['Owner']);
    const kept = today.filter((one) => plan.includes(one));
    expect(row).toMatchObject({
      'Accounts today': today.length,
      Kept: kept.length,
      Gained: plan.length - kept.length,
      Lost: today.length - kept.length,
      'Accounts in plan': plan.length,
      'Renewals (90 d) lost': today.filter((one) => renews(one, day) && !kept.includes(one)).length,
    });
    expect(row['ARR gained']).toBeCloseTo(sum(plan, 'ARR') - sum(kept, 'ARR'), 2);
    expect(row['ARR lost']).toBeCloseTo(sum(today, 'ARR') - sum(kept, 'ARR'), 2);
  }
  const books = all.map((row) => Number(row['Accounts today'])).filter((size) => size > 0);
  expect([await figure('Largest book: Accounts'), await figure('Smallest book: Accounts')]).toEqual([
    Math.max(...books),
    Math.min(...books),
  ]);

  const listed = await moves();
  expect(listed).toHaveLength(Math.min(1000, moved.length));
  const byId = new Map(rows.map((row) => [row['Account ID (18)'], row]));
  for (const row of listed) {
    const account = byId.get(row['Known by'] ?? '');
    expect([row['Account'], row['From'], row['To'], row['Reason']]).toEqual([
      account?.['Account Name'],
      account?.['Holder Before'],
      account?.['Territory Owner'],
      account?.['Reason'],
    ]);
  }
});

describe('decisions', () => {
  const type = (key: Cell, header: string, value: string) =>
    book.run(async (context) => {
      const table = context.workbook.tables.getItem('EfCompareMoves');
      const keys = table.columns.getItem('Known by').getDataBodyRange();
      keys.load('values');
      await context.sync();
      const row = keys.values.findIndex(([one]) => one === key);
      table.columns.getItem(header).getDataBodyRange().getCell(row, 0).values = [[value]];
      await context.sync();
    });

  test('are counted, and stay with their accounts when the list is sorted and the plan made anew', async () => {
    book = await openList('table', 24);
    const store = await keptPane();
    await write(store);
    const [first, second] = await moves();
    await type(first?.['Known by'] ?? '', 'Decision', 'Agreed');
    await type(second?.['Known by'] ?? '', 'Decision', 'Not agreed');
    await type(second?.['Known by'] ?? '', 'Comment', '=not now');
    const count = (await moves()).length;
    expect([await figure('Agreed'), await figure('Not agreed'), await figure('Open')]).toEqual([
      1,
      1,
      count - 2,
    ]);
    await sortList(book);
    await store.run(changeSettings, { seed: 2 });
    for (const action of [design, apply, keep]) await store.run(action);
    expect(store.state.trouble).toBeUndefined();
    const after = new Map((await moves()).map((row) => [row['Known by'], row]));
    expect(after.size).toBeGreaterThan(1);
    expect(after.get(first?.['Known by'] ?? '') ?? { Decision: 'Agreed' }).toMatchObject({
      Decision: 'Agreed',
    });
    expect(after.get(second?.['Known by'] ?? '')).toMatchObject({ Decision: 'Not agreed' });
  });

  test('rows follow their accounts: an account that is put back is said to stay', async () => {
    book = await openList('table', 24);
    const store = await keptPane();
    await write(store);
    const [first] = await moves();
    const rows = await list('Export');
    const home = rows.find((row) => row['Territory Owner'] === first?.['From'])?.['Territory'] ?? '';
    expect(home).not.toBe('');
    const at = rows.findIndex((row) => row['Account ID'] === first?.['Known by']);
    await act(book, ({ tables }) => {
      tables.getItem('Deals').columns.getItem('Territory').getDataBodyRange().getCell(at, 0).values = [
        [home],
      ];
    });
    const before = Number(await figure('Accounts', 2));
    expect((await moves())[0]).toMatchObject({ To: first?.['From'], 'Moved?': 'No' });
    expect(before).toBe((await moves()).length - 1);
  });
});

/** Writes into the table of moves as users do: a cell of each row by its account's id. */
const typeBeside = (header: string, words: (key: string) => string) =>
  book.run(async (context) => {
    const table = context.workbook.tables.getItem('EfCompareMoves');
    const keys = table.columns.getItem('Known by').getDataBodyRange();
    keys.load('values');
    await context.sync();
    table.columns.getItem(header).getDataBodyRange().values = keys.values.map(([key]) => [
      words(String(key)),
    ]);
    await context.sync();
  });
const planAnew = async (store: Store, settings = {}) => {
  await store.run(changeSettings, { seed: 9, ...settings });
  await designAsSet(store);
  await store.run(apply);
};
const movesTable = (deed: (table: Excel.Table) => void) =>
  act(book, ({ tables }) => {
    deed(tables.getItem('EfCompareMoves'));
  });

describe('a column of words that has another name by now', () => {
  const renamings: Record<string, (table: Excel.Table) => void> = {
    Comment: (table) => {
      table.columns.getItem('Comment').name = 'Notes';
    },
    Decision: (table) => {
      table.columns.getItem('Decision').name = 'Said';
    },
    'Known by': (table) => {
      table.columns.getItem('Known by').delete();
    },
  };
  test.each(Object.keys(renamings))('%s: nothing is written over it', async (header) => {
    book = await openList('table', 24);
    const store = await keptPane();
    await write(store);
    await typeBeside('Comment', (key) => `about ${key}`);
    await movesTable(renamings[header] ?? (() => undefined));
    const before = await valuesOf(book, 'Compare');
    const refused = `The column ${header} is not to be found on the sheet Compare any more`;
    await store.run(writeSheet, 'compare');
    expect(store.state.trouble).toContain(refused);
    await planAnew(store);
    expect(store.state.trouble).toContain(refused);
    expect(store.state.pending.state).toBe('none');
    expect(await valuesOf(book, 'Compare')).toEqual(before);
  });

  test('on Territory Plan, too; one that is gone holds nothing that could be lost', async () => {
    book = await openList('table', 24);
    const store = await keptPane();
    await act(book, ({ tables }) => {
      tables.getItem('EfTerritories').columns.getItem('Manager').name = 'Boss';
    });
    await planAnew(store);
    expect(store.state.trouble).toContain(
      'The column Manager is not to be found on the sheet Territory Plan any more, so what is typed in its table would be lost',
    );
    await act(book, ({ tables }) => {
      tables.getItem('EfTerritories').columns.getItem('Boss').delete();
    });
    await planAnew(store);
    expect(store.state.trouble).toBeUndefined();
    expect(store.state.pending.state).toBe('applied');
  });

  test('nor over two rows of one setting, of which only one can hold', async () => {
    book = await openList('table', 24);
    const store = await keptPane();
    await act(book, ({ tables }) => {
      const rows = tables.getItem('EfSettings').getDataBodyRange();
      rows.getCell(1, 0).values = [['Seed']];
      rows.getCell(2, 0).values = [['Seed']];
    });
    const before = await valuesOf(book, 'Territory Plan');
    const twice = /^'?Territory Plan'?!A\d+ says the same as /;
    await store.run(lookAgain);
    expect(store.state.refused).toContainEqual(expect.stringMatching(twice));
    await planAnew(store);
    expect(store.state.trouble).toMatch(twice);
    expect(await valuesOf(book, 'Territory Plan')).toEqual(before);
  });
});

describe('words typed beside an account', () => {
  /** The words that stand beside each account, by its name. */
  const words = async (): Promise<Record<string, Cell>> =>
    Object.fromEntries(
      (await moves()).filter((row) => row['Comment'] !== '').map((row) => [row['Account'], row['Comment']]),
    );
  /** Every account that moves has a comment that names it. */
  const commented = async (store: Store): Promise<Record<string, Cell>> => {
    await write(store);
    const names = new Map((await list('Export')).map((row) => [row['Account ID'], row['Account Name']]));
    await typeBeside('Comment', (key) => `about ${String(names.get(key))}`);
    const typed = await words();
    expect(Object.keys(typed).length).toBeGreaterThan(3);
    for (const [name, comment] of Object.entries(typed)) expect(comment).toBe(`about ${name}`);
    return typed;
  };
  const putIds = (change: (id: string, row: number) => string) =>
    book.run(async (context) => {
      const ids = context.workbook.tables.getItem('Deals').columns.getItem('Account ID').getDataBodyRange();
      ids.load('values');
      await context.sync();
      ids.values = ids.values.map(([id], r) => [change(String(id), r)]);
      await context.sync();
    });
  const title = async () =>
    (await valuesOf(book, 'Compare'))
      .map(([first]) => String(first))
      .find((text) => /when this was written/.test(text)) ?? '';

  test('stay when it does not move any more, in each plan that follows', async () => {
    book = await openList('table', 24);
    const store = await keptPane();
    const typed = await commented(store);
    let stayed = 0;
    for (const settings of [{ territories: 4 }, { territories: 3, seed: 1 }, { territories: 2, seed: 3 }]) {
      await planAnew(store, settings);
      await store.run(keep);
      expect(store.state.trouble).toBeUndefined();
      expect(await words()).toEqual(typed);
      const rows = await moves();
      const stays = rows.filter((row) => row['Moved?'] === 'No');
      expect(stays.every((row) => row['From'] === row['To'])).toBe(true);
      expect(rows.slice(0, rows.length - stays.length).some((row) => stays.includes(row))).toBe(false);
      expect(await figure('Accounts', 2)).toBe(rows.length - stays.length);
      expect(await figure('Open')).toBe(rows.length - stays.length);
      expect(await title()).toContain(`The ${rows.length - stays.length} accounts that moved`);
      if (stays.length > 0)
        expect(await title()).toMatch(new RegExp(`Below: ${stays.length} accounts? that do`));
      stayed += stays.length;
      for (const check of [
        'Accounts of owners not listed below',
        'The same in the plan',
        'Lost, less change owner',
      ])
        expect([check, await figure(check)]).toEqual([check, 0]);
    }
    expect(stayed).toBeGreaterThan(0);
    await typeBeside('Comment', () => '');
    await write(store);
    expect((await moves()).filter((row) => row['Moved?'] === 'No')).toEqual([]);
  });

  test.each([
    ['ids are corrected', () => putIds((id) => id.replace('A01', 'A1'))],
    [
      'the list is sorted, and its ids are numbered anew',
      async () => {
        await sortList(book);
        await putIds((_, r) => `A${String(r).padStart(3, '0')}`);
      },
    ],
    ['all ids are others', () => putIds((id) => `EMEA-${id}`)],
    [
      'ids are numbered anew beside a column that came in',
      async () => {
        await act(book, ({ tables }) => {
          tables.getItem('Deals').columns.add(2, undefined, 'Tier');
        });
        await sortList(book);
        await putIds((_, r) => `A${String(r).padStart(3, '0')}`);
      },
    ],
  ])('go with it where %s', async (_, meddle) => {
    book = await openList('table', 24);
    const store = await keptPane();
    const typed = await commented(store);
    await meddle();
    await write(store);
    expect(await words()).toEqual(typed);
    await planAnew(store);
    expect(store.state.trouble).toBeUndefined();
    expect(await words()).toEqual(typed);
  });

  test('stay under its old key where its row is gone, and beside no other account', async () => {
    book = await openList('table', 24);
    const store = await keptPane();
    const typed = await commented(store);
    const [first] = await moves();
    const gone = String(first?.['Account']);
    const row = (await list('Export')).findIndex((one) => one['Account Name'] === gone);
    await act(book, ({ tables }) => {
      tables.getItem('Deals').getDataBodyRange().getRow(row).delete('Up');
    });
    // Another account has the id by now.
    await sortList(book);
    await putIds((_, r) => `A${String(r).padStart(3, '0')}`);
    await write(store);
    const { [gone]: comment, ...others } = typed;
    for (let times = 0; times < 2; times++) {
      expect(await words()).toEqual({ ...others, 'Not found in the list': comment });
      expect((await moves()).at(-1)).toMatchObject({ Comment: comment, From: '', To: '', 'Moved?': '' });
      expect(await title()).toContain('what was typed beside 1 account that cannot be told');
      await write(store);
    }
  });
});

describe('what was typed between a second Apply and its Revert', () => {
  const comments = async () =>
    Object.fromEntries((await moves()).map((row) => [String(row['Known by']), row['Comment']]));
  const locks = async () =>
    Object.fromEntries((await list('Export')).map((row) => [String(row['Account ID']), row['Lock']]));
  const lock = (words: Readonly<Record<string, string>>) =>
    book.run(async (context) => {
      const table = context.workbook.tables.getItem('Deals');
      const [ids, cells] = ['Account ID', 'Lock'].map((name) =>
        table.columns.getItem(name).getDataBodyRange(),
      );
      ids?.load('values');
      cells?.load('values');
      await context.sync();
      if (cells !== undefined)
        cells.values = cells.values.map(([cell], r) => [words[String(ids?.values[r]?.[0])] ?? cell]);
      await context.sync();
    });

  test.each(['left as they are', 'sorted', 'under another header'])(
    'stays: comments beside their accounts, locks in their rows; %s',
    async (how) => {
      book = await openList('table', 24);
      const store = await keptPane();
      await lock({ A001: 'Keep here', A002: 'Keep here' });
      await write(store);
      await typeBeside('Comment', (key) => `before ${key}`);
      const before = await comments();
      await planAnew(store);
      // A comment is changed, another cleared; the others are left. A lock comes, another goes.
      const [first = '', second = ''] = Object.keys(before);
      const at = await comments();
      expect(at).toMatchObject(before);
      await typeBeside('Comment', (key) => (key === first ? 'since' : key === second ? '' : String(at[key])));
      await lock({ A001: '', A005: 'Keep here' });
      if (how === 'under another header')
        await movesTable((table) => {
          table.columns.getItem('Comment').name = 'Notes';
        });
      if (how === 'sorted') {
        await sortList(book);
        await book.run(async (context) => {
          const body = context.workbook.tables.getItem('EfCompareMoves').getDataBodyRange();
          body.load('formulas');
          await context.sync();
          body.formulas = [...(body.formulas as Cell[][])].reverse();
          await context.sync();
        });
      }
      await store.run(lookAgain);
      await store.run(revert);
      expect(store.state.trouble).toBeUndefined();
      expect(store.state.news).toBe(
        'Everything of ours is as it was before; what is yours stays as it is now.',
      );
      expect(await comments()).toEqual({ ...before, [first]: 'since', [second]: '' });
      const words = await locks();
      expect([words['A001'], words['A002'], words['A005']]).toEqual(['', 'Keep here', 'Keep here']);
    },
  );

  test('untouched, all is as it was before; what goes with its sheet or column is counted', async () => {
    book = await openList('table', 24);
    const store = await pane();
    await designAsSet(store);
    await store.run(apply);
    await lock({ A001: 'Keep here', A005: 'Keep here' });
    await store.run(revert);
    expect(store.state.news).toContain(
      '2 cells that you had filled in since, in columns or on sheets of the plan, went with it.',
    );
    for (const action of [design, apply, keep]) await store.run(action);
    await write(store);
    await typeBeside('Comment', (key) => `about ${key}`);
    await planAnew(store, { territories: 4 });
    await store.run(revert);
    expect(store.state.news).toBe('Everything Evenfield changed is as it was before.');
    await planAnew(store, { territories: 4 });
    const before = (await moves()).map((row) => row['Known by']);
    await typeBeside('Comment', (key) => `since ${key}`);
    await store.run(revert);
    const after = (await moves()).map((row) => row['Known by']);
    const gone = before.filter((key) => !after.includes(key ?? ''));
    expect(gone.length).toBeGreaterThan(0);
    expect(store.state.news).toContain(`${gone.length} cell`);
    expect(
      new Set(Object.entries(await comments()).map(([key, comment]) => String(comment).replace(key, ''))),
    ).toEqual(new Set(before.length - gone.length < after.length ? ['since ', 'about '] : ['since ']));
  });
});

test('accounts that share a key are counted, and not listed', async () => {
  book = await openWorkbook({
    sheets: {
      Export: [
        ['Account Name', 'City', 'State', 'Owner'],
        ...Array.from({ length: 16 }, (_, i) => [
          i < 2 ? 'Acme' : `Account ${i}`,
          i % 2 === 0 ? 'Denver' : 'Boston',
          i % 2 === 0 ? 'CO' : 'MA',
          i < 2 ? 'Old Rep' : (['Ana Ruiz', 'Ben Ito'][i % 2] ?? ''),
        ]),
      ],
      Reps: [['Rep Name'], ['Ana Ruiz'], ['Ben Ito']],
    },
  });
  const store = await keptPane();
  await write(store);
  expect(
    (await valuesOf(book, 'Compare'))
      .flat()
      .filter((cell) => String(cell).includes('2 more that are not listed')),
  ).toHaveLength(1);
});

test('renewals that are no dates are not counted, and that is said', async () => {
  book = await openSample({ accounts: 40, reps: 3 });
  await act(book, ({ tables }) => {
    const dates = tables.getItem('Accounts').columns.getItem('Renewal Date').getDataBodyRange();
    dates.getCell(3, 0).values = [["'spring 2027"]];
  });
  const store = await keptPane();
  await write(store);
  const cells = await valuesOf(book, 'Compare');
  const said = 'Renewals are not counted: some cells of Renewal Date are no dates that Excel can count with.';
  expect(cells.slice(0, 4).flat()).toContain(said);
  expect(await figure('Renewals (90 d)')).toBe('none');
});
