import { lookAgain } from '../../../src/app/actions/look-again';
import { revert } from '../../../src/app/actions/revert';
import { changeSettings } from '../../../src/app/actions/change-settings';
import { apply } from '../../../src/app/actions/apply';
import { keep } from '../../../src/app/actions/keep';
import { design } from '../../../src/app/actions/design';
import { writeSheet } from '../../../src/app/actions/write-sheet';
import { HEALTH_SETTINGS, SETTING_WORDS, type HealthSetting } from '../../../src/reports/health/layout';
import { speak } from '../../../src/text/say';
import { tableIn } from '../../figures/audit';
import { openSample, valuesOf } from '../../support/job';
import { openList } from '../../support/meddle';
import type { Cell, OpenWorkbook } from '../../support/office';
import { act, keptPane, pane } from '../../support/pane';
import { openDeals } from '../../support/year';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

type Row = Readonly<Record<string, Cell>>;
const list = async (): Promise<Row[]> =>
  tableIn(await valuesOf(book, 'Accounts'), 'Account ID (18)', 'Account Name');
const territories = async (): Promise<Row[]> => tableIn(await valuesOf(book, 'Health'), 'Territory', 'Owner');
const lines = async (): Promise<Record<string, [now: Cell, designed: Cell, state: Cell]>> =>
  Object.fromEntries(
    (await valuesOf(book, 'Health')).map((row) => [
      String(row[0]),
      [row[1] ?? '', row[2] ?? '', row[3] ?? ''] as [Cell, Cell, Cell],
    ]),
  );
/** The day of the workbook, as TODAY has it. */
const today = (): number => {
  const now = new Date();
  return 25_569 + Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / 86_400_000);
};
const isCount = (cell: Cell): number => Number(cell) || 0;

const set = (setting: HealthSetting, value: Cell) =>
  book.run(async (context) => {
    const table = context.workbook.tables.getItem('EfHealthSettings');
    const labels = table.columns.getItem('Setting').getDataBodyRange();
    labels.load('values');
    await context.sync();
    const row = labels.values.findIndex(([label]) => label === speak('en')(SETTING_WORDS[setting]));
    expect(row).toBeGreaterThanOrEqual(0);
    table.columns.getItem('Value').getDataBodyRange().getCell(row, 0).values = [[value]];
    await context.sync();
  });

test('the sample: every figure is what the list says, before and after cells and settings change', async () => {
  book = await openSample({ accounts: 150, reps: 4 });
  const store = await keptPane();
  await store.run(writeSheet, 'health');
  expect(store.state.trouble).toBeUndefined();
  const check = async (cadence: number, ahead: number) => {
    const rows = await list();
    const day = today();
    const isNeglected = (row: Row) =>
      row['Customer or Prospect'] === 'Customer' &&
      (row['Last Activity'] === '' ||
        (typeof row['Last Activity'] === 'number' && row['Last Activity'] < day - cadence));
    const renews = (row: Row) =>
      typeof row['Renewal Date'] === 'number' &&
      row['Renewal Date'] >= day &&
      row['Renewal Date'] <= day + ahead;
    const inWords = (cell: Cell | undefined) => {
      const text = String(cell).trim();
      return text === 'Unassigned' ? '' : text;
    };
    const proposed = (row: Row) => inWords(row['Territory']) !== inWords(row['Accepted Territory']);
    const arr = (those: readonly Row[]) => those.reduce((sum, row) => sum + isCount(row['ARR'] ?? 0), 0);
    const all = await lines();
    const balance = tableIn(await valuesOf(book, 'Balance'), 'Territory', 'Owner').filter((row) =>
      /^T\d/.test(String(row['Territory'])),
    );
    const out = balance.filter((row) => row['In band?'] === 'No').length;
    const now = (text: string) => all[text]?.[0];
    expect([now('Territories out of band'), all['Territories out of band']?.[2]]).toEqual([
      out,
      out > 0 ? 'Look' : 'Fine',
    ]);
    const shares = balance.map((row) => Number(row['% of fair share']));
    expect(now('Largest deviation from the fair share: Potential')).toBeCloseTo(
      Math.max(...shares.map((share) => Math.abs(share - 1))),
      9,
    );
    expect(now('Accounts in no territory of the plan')).toBe(
      rows.filter((row) => !/^T\d/.test(String(row['Territory']))).length,
    );
    expect(now('Changes proposed and not accepted yet')).toBe(rows.filter(proposed).length);
    expect(now('Accounts in the list')).toBe(rows.length);
    expect(now('Neglected accounts: quiet for longer than the cadence')).toBe(
      rows.filter(isNeglected).length,
    );
    expect(now('Cells of the last activity that are no date')).toBe(
      rows.filter((row) => typeof row['Last Activity'] === 'string' && row['Last Activity'] !== '').length,
    );
    const risky = rows.filter((row) => /^high$/i.test(String(row['Churn Risk'])));
    expect(now('Accounts at risk of leaving')).toBe(risky.length);
    expect(now('ARR at risk')).toBeCloseTo(arr(risky), 2);
    expect(now('Renewals that come')).toBe(rows.filter(renews).length);
    expect(now('ARR in these renewals')).toBeCloseTo(arr(rows.filter(renews)), 2);
    const looks = Object.values(all).filter(([, , state]) => state === 'Look').length;
    expect((await valuesOf(book, 'Health', 'A2'))[0]?.[0]).toBe(`Lines to look at: ${looks}`);
    for (const row of await territories()) {
      const mine = rows.filter((one) => one['Territory'] === row['Territory']);
      expect(row).toMatchObject({
        'Proposed, not accepted': mine.filter(proposed).length,
        Neglected: mine.filter(isNeglected).length,
        Renewals: mine.filter(renews).length,
      });
      expect(row['ARR renewing']).toBeCloseTo(arr(mine.filter(renews)), 2);
    }
    return rows;
  };
  const rows = await check(90, 90);
  expect(rows.some((row) => row['Customer or Prospect'] === 'Customer')).toBe(true);
  await act(book, (workbook) => {
    const table = workbook.tables.getItem('Accounts');
    const column = (name: string) => table.columns.getItem(name).getDataBodyRange();
    column('Territory').getCell(3, 0).values = [['Unassigned']];
    column('Territory').getCell(9, 0).values = [
      [rows.find((row) => row['Territory'] !== rows[9]?.['Territory'])?.['Territory']],
    ];
    column('Last Activity').getCell(5, 0).values = [[40_000]];
    // On the last day of the cadence nobody is neglected yet.
    for (const row of [10, 11, 12, 13, 14, 15])
      column('Last Activity').getCell(row, 0).values = [[today() - 20]];
    column('Last Activity').getCell(7, 0).values = [['']];
    column('Last Activity').getCell(8, 0).values = [['spring']];
    column('Renewal Date').getCell(6, 0).values = [[today() + 3]];
  });
  await set('cadence', 20);
  await set('renewals', 200);
  await check(20, 200);

  // Where scores stand, those of the best tier are told for themselves.
  await store.run(writeSheet, 'score-weights');
  await store.run(keep);
  await store.run(writeSheet, 'health');
  expect(store.state.trouble).toBeUndefined();
  const best = (await list()).filter(
    (row) =>
      row['Tier'] === 'A' &&
      (row['Last Activity'] === '' ||
        (typeof row['Last Activity'] === 'number' && row['Last Activity'] < today() - 20)),
  );
  expect(best.length).toBeGreaterThan(0);
  expect((await lines())['Neglected accounts of the best tier']?.[0]).toBe(best.length);

  // What is typed stands there again when the sheet is written anew.
  await set('review', today() + 10);
  expect((await valuesOf(book, 'Health', 'A4'))[0]?.[0]).toBe('Next review in 10 days');
  await store.run(lookAgain);
  await store.run(writeSheet, 'health');
  expect(store.state.trouble).toBeUndefined();
  expect((await valuesOf(book, 'Health', 'A4'))[0]?.[0]).toBe('Next review in 10 days');
  await check(20, 200);
});

test('a list that tells neither activity nor renewals has no such lines; it follows the next plan and its Revert', async () => {
  book = await openList('table');
  const store = await keptPane();
  await store.run(writeSheet, 'health');
  const before = await valuesOf(book, 'Health');
  const texts = before.map(([text]) => String(text));
  expect(
    texts.some((text) => /activity|Renewals that/.test(text) && !/counted|without these/.test(text)),
  ).toBe(false);
  await set('cadence', 33);
  await store.run(lookAgain);
  await store.run(design);
  await store.run(apply);
  expect(store.state.trouble).toBeUndefined();
  const after = await valuesOf(book, 'Health');
  expect(after.some((row) => row.includes(33))).toBe(true);
  await store.run(revert);
  expect(store.state.trouble).toBeUndefined();
  expect((await valuesOf(book, 'Health')).some((row) => row.includes(33))).toBe(true);
});

test('settings are called by words alone, and a sheet of another language gives back what was typed', async () => {
  book = await openList('table');
  const store = await keptPane();
  await store.run(writeSheet, 'health');
  const words = (await valuesOf(book, 'Health')).flat().map(String);
  for (const key of HEALTH_SETTINGS) expect(words).not.toContain(key);
  await set('over', 1.5);
  await set('cadence', '');
  const german = await pane();
  await german.run(changeSettings, { language: 'de' });
  for (const action of [design, apply, keep]) await german.run(action);
  expect(german.state.trouble).toBeUndefined();
  const rows = tableIn(await valuesOf(book, 'Health'), 'Einstellung', 'Wert');
  const of = (setting: HealthSetting) =>
    rows.find((row) => row['Einstellung'] === speak('de')(SETTING_WORDS[setting]))?.['Wert'];
  expect([of('over'), of('cadence'), of('under')]).toEqual([1.5, '', 0.8]);
});

test('without Balance it is said what is missing; a renamed territory stands under its new name', async () => {
  book = await openList('table');
  const store = await keptPane();
  await store.run(writeSheet, 'health');
  const [first] = await territories();
  await act(book, (workbook) => {
    const column = workbook.tables.getItem('EfTerritories').columns.getItem('Territory');
    column.getDataBodyRange().getCell(0, 0).values = [['West']];
  });
  await store.run(lookAgain);
  expect(first?.['Territory']).not.toBe('West');
  expect((await territories())[0]).toMatchObject({ Territory: 'West', Owner: first?.['Owner'] });
  await act(book, (workbook) => {
    workbook.worksheets.getItem('Balance').delete();
  });
  await store.run(lookAgain);
  await store.run(writeSheet, 'health');
  expect(store.state.trouble).toMatch(/^The table EfBalance is not in the workbook any more/);
});

test('where the list tells it: who keeps the cadence, how much is won and how content accounts are, in all and by territory', async () => {
  const day = today();
  book = await openDeals([
    [
      'Account ID',
      'Account Name',
      'City',
      'State',
      'Owner',
      'Potential',
      'Last Activity',
      'Won Deals',
      'Lost Deals',
      'CSAT',
    ],
    ...Array.from({ length: 10 }, (_, i) => [
      `A${i}`,
      `Account ${i}`,
      ...(i % 2 === 0 ? ['Boston', 'MA', 'Ana Ruiz'] : ['Denver', 'CO', 'Ben Ito']),
      100,
      // Who has bought is a customer: four of five were seen in time.
      i % 2 === 0 && i < 8 ? day - 5 : day - 300,
      i % 2 === 0 ? 3 : 0,
      i === 1 ? 5 : i % 2 === 0 ? 1 : 0,
      i === 0 ? 9 : i === 2 ? 7 : '',
    ]),
  ]);
  const store = await keptPane();
  await store.run(writeSheet, 'health');
  expect(store.state.trouble).toBeUndefined();
  const now = await lines();
  const of = (text: RegExp) => Object.entries(now).find(([label]) => text.test(label))?.[1][0];
  expect(of(/^Cadence kept/)).toBeCloseTo(0.8, 9);
  expect(of(/^Conversion/)).toBe(0.6);
  expect(of(/^CSAT, mean/)).toBe(8);
  const rows = (await territories()).slice(0, 2);
  const told = rows.map((row) => [row['Cadence kept'], row['Conversion'], row['Satisfaction']]);
  expect(told.sort((a, b) => Number(b[1]) - Number(a[1]))).toEqual([
    [expect.closeTo(0.8, 9), 0.75, 8],
    ['', 0, ''],
  ]);
});
