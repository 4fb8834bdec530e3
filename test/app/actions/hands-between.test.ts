import { changeSettings } from '../../../src/app/actions/change-settings';
import { apply } from '../../../src/app/actions/apply';
import { applyRest } from '../../../src/app/actions/apply-rest';
import { design } from '../../../src/app/actions/design';
import { keep } from '../../../src/app/actions/keep';
import { listFindings } from '../../../src/app/actions/list-findings';
import { lookAgain } from '../../../src/app/actions/look-again';
import { open } from '../../../src/app/actions/open';
import { revert } from '../../../src/app/actions/revert';
import { select } from '../../../src/app/actions/select';
import { setQuota } from '../../../src/app/actions/set-quota';
import { writeQuotas } from '../../../src/app/actions/write-quotas';
import type { Store } from '../../../src/app/store';
import { valuesOf } from '../../support/job';
import { byAccount, listRows, LIST_HEADERS, OUR_HEADERS, openList, sortList } from '../../support/meddle';
import { openWorkbook, type Cell, type OpenWorkbook } from '../../support/office';
import { act, appliedPane, keptPane, pane, panesByTheMinute } from '../../support/pane';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

const on = (deed: (workbook: Excel.Workbook) => void) => act(book, deed);
const doing = async (store: Store, ...actions: (typeof design)[]) => {
  for (const action of actions) await store.run(action);
};

describe('two accounts with one id', () => {
  const TWINS: readonly Cell[][] = [
    ['A077', 'Harbour', 'Boise', 'ID', 'Cleo Park', 161, 'x'],
    ['A077', 'Summit', 'Boston', 'MA', 'Ana Ruiz', 198, 'x'],
  ];
  beforeEach(async () => {
    const rows = Array.from({ length: 14 }, (_, i) => [
      `A${String(i).padStart(3, '0')}`,
      `Account ${i}`,
      ['Denver', 'Boise', 'Austin', 'Boston'][i % 4] ?? '',
      ['CO', 'ID', 'TX', 'MA'][i % 4] ?? '',
      ['Ana Ruiz', 'Ben Ito', 'Cleo Park'][i % 3] ?? '',
      100 + ((i * 37) % 50),
      'x',
    ]);
    book = await openWorkbook({ sheets: { Export: [LIST_HEADERS, ...TWINS, ...rows] } });
    await on(({ worksheets, tables }) => {
      tables.add(worksheets.getItem('Export').getUsedRange(), true).name = 'Deals';
    });
  });
  const territories = async () =>
    Object.fromEntries((await listRows(book)).map((row) => [String(row['Account Name']), row['Territory']]));
  /** The user's cells of both change rows, and a figure of each changes with them. */
  const swap = () =>
    on(({ worksheets }) => {
      const change = ([id, name, city, state, owner, arr, other]: readonly Cell[]) =>
        [id, name, city, state, owner, Number(arr) + 5, other] as Cell[];
      worksheets.getItem('Export').getRange('A2:G3').values = [...TWINS].reverse().map(change);
    });

  test('swapped between design and Apply to the rest, each gets its own', async () => {
    const store = await pane();
    await store.run(design);
    const { plan, from } = store.state.designed ?? {};
    const names = from?.list.whole.columns[1] ?? [];
    const wanted = Object.fromEntries(
      names.map((name, i) => [String(name), plan?.territories[plan.assignment[i] ?? -1]?.name]),
    );
    expect(wanted['Harbour']).not.toBe(wanted['Summit']);
    await swap();
    await doing(store, apply);
    expect(store.state.trouble).toContain('changed since the design');
    await doing(store, applyRest);
    expect(store.state.trouble).toBeUndefined();
    expect(await territories()).toEqual(wanted);
  });

  test('swapped between a second Apply and Revert, each gets its own back', async () => {
    const store = await keptPane();
    const before = await territories();
    expect(before['Harbour']).not.toBe(before['Summit']);
    await store.run(changeSettings, { territories: 2, seed: 3 });
    await doing(store, design, apply);
    await swap();
    await store.run(revert);
    expect(await territories()).toEqual(before);
  });
});

test('a list that was sorted, numbered anew and changed in one column more: territories stay with their accounts', async () => {
  book = await openList('table', 12);
  const store = await keptPane();
  const byName = async () =>
    Object.fromEntries((await listRows(book)).map((row) => [String(row['Account Name']), row['Territory']]));
  const before = await byName();
  await store.run(changeSettings, { territories: 2, seed: 3 });
  await doing(store, design, apply);
  await sortList(book, 'City');
  const rows = await listRows(book);
  await on(({ tables }) => {
    const column = (header: string) => tables.getItem('Deals').columns.getItem(header).getDataBodyRange();
    column('Account ID').values = rows.map((_, i) => [`A${String(i).padStart(3, '0')}`]);
    column('Owner').values = rows.map((_, i) => [['Ana Ruiz', 'Ben Ito'][i % 2] ?? '']);
  });
  await store.run(revert);
  expect(await byName()).toEqual(before);
});

describe('a sheet of ours that the user has hidden', () => {
  test('is written again and stays hidden, and that is said', async () => {
    book = await openList('table', 12);
    const store = await pane();
    await store.run(listFindings);
    await on(({ worksheets }) => (worksheets.getItem('Data Quality').visibility = 'Hidden'));
    await store.run(listFindings);
    expect(store.state.trouble).toBeUndefined();
    expect(store.state.news).toBe(
      'Every finding is listed on the sheet Data Quality. The sheet Data Quality is hidden, and stays so.',
    );
  });

  test('does not keep quotas from being written', async () => {
    book = await openList('table', 12);
    const store = await keptPane();
    const lines = [
      { component: 'new' as const, role: '', segment: '', amount: 3_000_000, method: 'equal' as const },
    ];
    await store.run(writeQuotas, { lines });
    await on(({ worksheets }) => (worksheets.getItem('Quota').visibility = 'Hidden'));
    await store.run(setQuota, { unit: 500 });
    expect(store.state.trouble).toBeUndefined();
    expect(store.state.news).toBe('The sheet Quota is hidden, and stays so.');
    expect(store.state.understanding?.settings.quota).toMatchObject({ unit: 500, lines });
  });
});

test('a cell of a hidden sheet cannot be shown, and the pane says how it could', async () => {
  book = await openList('table', 12);
  const store = await pane();
  await on(({ worksheets }) => (worksheets.getItem('Export').visibility = 'Hidden'));
  await store.run(select, 'Export!A3');
  expect(store.state.trouble).toMatch(/^The sheet Export is hidden\. Show it/);
});

test('what was typed into a blue cell after a second Apply is said still when that is taken back', async () => {
  const at = panesByTheMinute();
  book = await openList('table', 12);
  const first = await at();
  await doing(first, design, apply, keep);
  const store = await at();
  await store.run(changeSettings, { seed: 5 });
  await doing(store, design, apply);
  await on(({ tables }) => {
    const managers = tables.getItem('EfTerritories').columns.getItem('Manager').getDataBodyRange();
    managers.getCell(0, 0).values = [['Zoe Typed']];
  });
  await store.run(revert);
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.news).toMatch(
    /What you have set or typed into blue cells since then holds for the next plan\.$/,
  );
  const said = Object.values(store.state.understanding?.settings.territoryList ?? {});
  expect(said.map(({ manager }) => manager)).toContain('Zoe Typed');
});

describe('a list that is pasted over between Apply and Keep', () => {
  const paste = async () => {
    const rows = (await listRows(book)).map((row) => LIST_HEADERS.map((header) => row[header] ?? ''));
    await on(({ worksheets }) => {
      worksheets.getItem('Export').getRange(`A2:G${rows.length + 1}`).values = [
        ...rows,
      ].reverse() as Cell[][];
    });
    return rows.length;
  };

  test('is told before Keep, and Revert takes the plan back', async () => {
    book = await openList('table', 24);
    const store = await appliedPane();
    await store.run(lookAgain);
    expect(store.state.refused).toEqual([]);
    await paste();
    await store.run(lookAgain);
    expect(store.state.refused.join(' ')).toMatch(
      /^\d+ accounts do not stand beside the territory that the plan gave them/,
    );
    await store.run(revert);
    expect(store.state).toMatchObject({ trouble: undefined, refused: [] });
  });

  test('is told after Keep, too', async () => {
    book = await openList('table', 24);
    const store = await appliedPane();
    await paste();
    await store.run(keep);
    expect(store.state.news).toMatch(/^The plan is kept as it stands, but \d+ accounts do not stand beside/);
  });

  test('and a list that was sorted, edited and renamed in is none', async () => {
    book = await openList('table', 24);
    const store = await appliedPane();
    await sortList(book);
    const [first, second] = (await listRows(book)).map((row) => row['Territory']);
    await on(({ tables }) => {
      const cells = tables.getItem('Deals').columns.getItem('Territory').getDataBodyRange();
      cells.getCell(0, 0).values = [[second ?? '']];
      cells.getCell(1, 0).values = [[first ?? '']];
      tables.getItem('EfTerritories').columns.getItem('Territory').getDataBodyRange().getCell(0, 0).values = [
        ['Harbour'],
      ];
    });
    await store.run(lookAgain);
    expect(store.state.refused).toEqual([]);
    await store.run(keep);
    expect(store.state.news).toMatch(/^The plan is kept\. Change/);
  });
});

describe('Keep', () => {
  test('with a protected list waits until it can say what is accepted', async () => {
    book = await openList('table', 12);
    const store = await appliedPane();
    await on(({ worksheets }) => {
      worksheets.getItem('Export').protection.protect();
    });
    await store.run(keep);
    expect(store.state.trouble).toMatch(/^The sheet Export is protected\..*Nothing was changed\.$/);
    expect(store.state.pending.state).toBe('applied');
    await on(({ worksheets }) => {
      worksheets.getItem('Export').protection.unprotect();
    });
    await store.run(keep);
    expect(await byAccount(book, 'Accepted Territory')).toEqual(await byAccount(book, 'Territory'));
  });

  test('accepts in a list that is no table any more', async () => {
    book = await openList('table', 12);
    const store = await appliedPane();
    await on(({ tables }) => {
      tables.getItem('Deals').convertToRange();
    });
    await store.run(keep);
    expect(store.state.trouble).toBeUndefined();
    expect(await byAccount(book, 'Accepted Territory')).toEqual(await byAccount(book, 'Territory'));
  });

  test('says that Balance follows where it is there', async () => {
    book = await openList('table', 12);
    const store = await keptPane();
    expect(store.state.news).toBe('The plan is kept. Change a Territory cell and Balance follows.');
  });

  test.each(['sheet', 'column'])('does not say so where the %s was deleted', async (what) => {
    book = await openList('table', 12);
    const store = await appliedPane();
    await on(({ worksheets, tables }) => {
      if (what === 'sheet') worksheets.getItem('Balance').delete();
      else tables.getItem('Deals').columns.getItem('Territory').delete();
    });
    await store.run(keep);
    expect(store.state.news).toBe('The plan is kept.');
  });

  test('of columns that were undone in Excel does not say that a plan stands', async () => {
    book = await openList('table', 12);
    const store = await appliedPane();
    await on(({ tables }) => {
      const { columns } = tables.getItem('Deals');
      for (const header of OUR_HEADERS) columns.getItem(header).delete();
    });
    await store.run(lookAgain);
    await store.run(keep);
    expect(store.state.news).toBe('Everything stays as it stands now. There is nothing to revert any more.');
  });

  test('and a territory renamed before it are both told', async () => {
    book = await openList('table', 12);
    const store = await appliedPane();
    await on(({ tables }) => {
      const names = tables.getItem('EfTerritories').columns.getItem('Territory').getDataBodyRange();
      names.getCell(0, 0).values = [['Harbour']];
    });
    await store.run(keep);
    expect(store.state.news).toBe(
      'The plan is kept. Change a Territory cell and Balance follows. 1 territory was renamed; the accounts follow.',
    );
  });
});

test('a sheet that was deleted and is written again is said to be new, and whose cells moved', async () => {
  book = await openList('table', 12);
  const store = await keptPane();
  await store.run(writeQuotas, {
    lines: [{ component: 'new', role: '', segment: '', amount: 3_000_000, method: 'equal' }],
  });
  await on(({ worksheets }) => {
    worksheets.getItem('Quota Calendar').delete();
  });
  await store.run(open);
  await store.run(writeQuotas, {}, ['quota-calendar']);
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.news).toContain(
    'Quota Calendar had been deleted since the last Apply, and was made anew.',
  );
  expect((await valuesOf(book, 'Quota Calendar')).length).toBeGreaterThan(3);
});
