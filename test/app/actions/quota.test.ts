import { apply } from '../../../src/app/actions/apply';
import { design } from '../../../src/app/actions/design';
import { issueQuotas } from '../../../src/app/actions/issue-quotas';
import { withdrawQuotas } from '../../../src/app/actions/withdraw-quotas';
import { keep } from '../../../src/app/actions/keep';
import { lookAgain } from '../../../src/app/actions/look-again';
import { open } from '../../../src/app/actions/open';
import { setQuota } from '../../../src/app/actions/set-quota';
import { writeQuotas } from '../../../src/app/actions/write-quotas';
import { quotaPage } from '../../../src/app/pages/quota/view';
import type { Store } from '../../../src/app/store';
import { MAIN_LAYER } from '../../../src/plan/layer';
import { OfficeWorkbook } from '../../../src/workbook/office-workbook';
import { numbers } from '../../../src/text/numbers';
import { speak } from '../../../src/text/say';
import { tableIn } from '../../figures/audit';
import { clock, valuesOf } from '../../support/job';
import { openWorkbook, type OpenWorkbook } from '../../support/office';
import { closedPane } from '../../support/pane';
import { day, QUOTA, type } from '../../support/quotas';

const CITIES = ['Denver', 'Boise', 'Austin'];
let book: OpenWorkbook;
let store: Store;

beforeEach(async () => {
  book = await openWorkbook({
    sheets: {
      Accounts: [
        ['Account Name', 'Potential', 'City', 'State', 'Account Owner'],
        ...Array.from({ length: 30 }, (_, i) => [
          `Account ${i}`,
          1000 + 100 * (i % 7),
          CITIES[i % 3] ?? '',
          ['CO', 'ID', 'TX'][i % 3] ?? '',
          ['Ana Ruiz', 'Ben Ito', ''][i % 3] ?? '',
        ]),
      ],
      Reps: [
        ['Rep Name', 'Role', 'Manager', 'Hire Date', 'Start Date'],
        ['Ana Ruiz', 'Account Executive', 'Lee', day('2019-03-01'), ''],
        ['Ben Ito', 'Account Executive', 'Lee', day('2020-11-16'), ''],
        ['', 'Account Executive', 'Lee', '', day('2027-01-01')],
      ],
    },
  });
  store = closedPane();
  for (const action of [open, design, apply, keep]) await store.run(action);
  expect(store.state.trouble).toBeUndefined();
});
afterEach(() => {
  book.dispose();
});

const page = () => quotaPage(store.state, speak('en'), numbers('en'));
const quotas = async () =>
  tableIn(await valuesOf(book, 'Quota'), 'Territory', 'Rep').filter(({ Key }) => Key !== '');
const finals = async () => (await quotas()).map((row) => row['Final']);

test('one number and one click write quotas; what is typed in a blue cell is kept over the next design', async () => {
  expect(page().open?.bridge.find(({ label }) => label === 'Plan')?.amount).toBe('0');
  await store.run(writeQuotas, QUOTA);
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.news).toBe('Quotas are written: Quota Plan, Quota Calendar, Quota.');
  expect(await finals()).toEqual([1_150_000, 1_150_000, 1_150_000]);
  expect(page().open?.bridge.at(-1)).toMatchObject({ label: 'Difference', amount: '0.00' });
  // One manager, and nobody has a segment: these bridges would say the same again.
  expect(page().open?.bridgesBy).toEqual([]);

  await type(book, 'EfQuota', ['Key', 'T01.1'], 'Override', 900_000);
  await type(book, 'EfQuota', ['Key', 'T01.1'], 'Override reason', 'agreed');
  await type(book, 'EfQuotaSeats', ['Id', 'T02'], 'End', day('2027-06-30'));
  await type(book, 'EfQuotaSettings', ['Setting', 'Calendar'], 'Value', 'By months');
  await store.run(lookAgain);
  expect(store.state.understanding?.settings.quota).toMatchObject({
    calendar: 'months',
    seats: { T02: { end: day('2027-06-30') } },
    rows: { 'T01.1': { override: 900_000, reason: 'agreed' } },
  });
  // Half a year of three: 3,450,000 over 2.5 shares.
  expect((await quotas()).map((row) => row['Full-year quota'])).toEqual([1_380_000, 1_380_000, 1_380_000]);
  expect(await finals()).toEqual([900_000, 690_000, 1_380_000]);

  for (const action of [design, apply, keep]) await store.run(action);
  expect(store.state.trouble).toBeUndefined();
  expect(await finals()).toEqual([900_000, 690_000, 1_380_000]);
  await store.run(setQuota, { unit: 0 });
  expect(store.state.understanding?.settings.quota).toMatchObject({ unit: 0, calendar: 'months' });
});

test('after the issue a hiring slip changes its own quota alone, and what is indicated is told', async () => {
  await store.run(writeQuotas, QUOTA);
  await store.run(issueQuotas, 'Dana');
  expect(store.state.trouble).toBeUndefined();
  expect(page().open?.issued).toMatchObject({ changed: 'Nothing has changed since.' });
  const issued = async () => (await quotas()).map((row) => row['Issued']);
  expect(await issued()).toEqual([1_150_000, 1_150_000, 1_150_000]);

  await type(book, 'EfQuotaSeats', ['Status', 'To be hired'], 'Start', day('2027-07-01'));
  await store.run(lookAgain);
  const slipped = Math.round((1_150_000 * 184 * 100) / 365) / 100;
  const rows = await quotas();
  const open = rows.findIndex((row) => row['Rep'] === '');
  expect(await issued()).toEqual(rows.map((_, k) => (k === open ? expect.closeTo(slipped, 2) : 1_150_000)));
  expect(page().open?.issued?.changed).toBe('3 quotas are indicated otherwise now.');
  expect(rows.map((row) => row['Changed'])).toEqual([1, 1, 1]);

  await store.run(withdrawQuotas);
  expect(await issued()).toEqual(['', '', '']);
});

test('nobody issues quotas without a name; what cannot be is refused by the name of its cell', async () => {
  await store.run(writeQuotas, QUOTA);
  await store.run(issueQuotas, ' ');
  expect(store.state.trouble).toBe('Say who issues the quotas: the name stands on the sheet.');
  await type(book, 'EfQuotaSeats', ['Id', 'T01'], 'Start', 'soon');
  await store.run(lookAgain);
  expect(store.state.refused).toEqual(['Setting Start (T01): expected a number, found "soon".']);
  expect(await finals()).toEqual([1_150_000, 1_150_000, 1_150_000]);
});

test('quotas are withdrawn where they were issued, and not where they were not', async () => {
  expect(store.can(withdrawQuotas)).toBe(false);
  await store.run(writeQuotas, QUOTA);
  expect(store.can(withdrawQuotas)).toBe(false);
  await store.run(issueQuotas, 'Dana');
  expect(store.can(withdrawQuotas)).toBe(true);
});

test('an override of half a year is issued as such, and its full year is the double', async () => {
  await store.run(writeQuotas, { ...QUOTA, calendar: 'months' });
  await type(book, 'EfQuotaSeats', ['Id', 'T02'], 'End', day('2027-06-30'));
  await type(book, 'EfQuota', ['Key', 'T02.1'], 'Override', 500_000);
  await type(book, 'EfQuota', ['Key', 'T02.1'], 'Override reason', 'agreed');
  await store.run(issueQuotas, 'Dana');
  expect(store.state.trouble).toBeUndefined();
  const issued = store.state.understanding?.settings.quota?.issued?.rows['T02.1'];
  expect(issued?.quota).toBe(500_000);
  expect(issued?.share).toBeCloseTo(0.5, 12);
  expect(issued?.fullYear).toBeCloseTo(1_000_000, 6);
});

test('Pay, where it stands, is written along with every word about quota', async () => {
  await store.run(writeQuotas, QUOTA, ['pay']);
  expect(store.state.trouble).toBeUndefined();
  const written = async () => (await new OfficeWorkbook(clock).written(MAIN_LAYER, 'pay'))?.blocks.length;
  expect(await written()).toBeGreaterThan(0);
  await book.run(async (context) => {
    context.workbook.tables.getItem('EfPay').delete();
    await context.sync();
  });
  await store.run(setQuota, { unit: 500 });
  expect(store.state.trouble).toBeUndefined();
  expect(tableIn(await valuesOf(book, 'Pay'), 'Territory', 'Rep').length).toBeGreaterThan(0);
});

test('every setting that the page shows is changed there, stands in its blue cell, and is taken from it', async () => {
  await store.run(writeQuotas, { ...QUOTA, budget: 5_000_000 }, ['pay']);
  const all = () => {
    const shown = page().open;
    if (shown === undefined) throw new Error('The page is closed.');
    return {
      words: [...shown.choices, ...shown.pay.choices],
      amounts: [...shown.amounts, ...shown.pay.amounts],
    };
  };
  const before = all();
  expect(before.words.map(({ key }) => key)).toEqual(
    'periods,calendar,midMonth,leave,overrides,moves,tierKind,rampRate'.split(','),
  );
  expect(before.amounts.map(({ key }) => key)).toEqual(
    (
      'unit,managers,growth,moveThreshold,notable,' +
      'budget,attainment,attrition,ratioLow,ratioHigh,overlayCost,managerCost'
    ).split(','),
  );
  const other = (code: string, choices: readonly { value: string }[]) =>
    choices.find(({ value }) => value !== code)?.value ?? '';
  const changed = [
    ...before.words.map(({ key, value, choices }) => [key, other(value, choices)] as const),
    ...before.amounts.map(({ key, value = 0, step }, n) => [key, value + (n + 1) * step] as const),
  ];
  // An account's quota goes along always: the threshold is still shown while it is not.
  const said = Object.fromEntries(changed.filter(([key]) => key !== 'moves'));
  await store.run(setQuota, said);
  expect(store.state.trouble).toBeUndefined();
  const after = all();
  const values = [...after.words, ...after.amounts].map(({ key, value }) => [key, value]);
  expect(Object.fromEntries(values)).toMatchObject(said);
  const typed = [
    ...tableIn(await valuesOf(book, 'Quota Plan'), 'Setting', 'Value'),
    ...tableIn(await valuesOf(book, 'Pay'), 'Setting', 'Value'),
  ];
  for (const { key, label, value } of after.amounts)
    expect([key, typed.find(({ Setting }) => Setting === label.replace(/, %$/, ''))?.['Value']]).toEqual([
      key,
      value,
    ]);
  for (const { key, label, value, choices } of after.words)
    expect([key, typed.find(({ Setting }) => Setting === label)?.['Value']]).toEqual([
      key,
      choices.find((choice) => choice.value === value)?.label,
    ]);
  // What may be nothing is cleared; who leads the seats is then paid as the team list has it.
  await store.run(setQuota, { growth: null, budget: null, managerCost: null });
  const cleared = Object.fromEntries(all().amounts.map(({ key, value }) => [key, value]));
  expect(cleared).toMatchObject({ growth: undefined, budget: undefined, managerCost: 0 });
  await type(book, 'EfPaySettings', ['Setting', 'Expected attainment'], 'Value', 0.9);
  await store.run(lookAgain);
  expect(all().amounts.find(({ key }) => key === 'attainment')?.value).toBe(0.9);
  // The rest is in tables: each is one click away.
  expect(page().open?.inCells.map(({ address }) => address.replace(/\d+$/, ''))).toEqual([
    "'Quota Plan'!A",
    "'Quota Calendar'!A",
    'Pay!J',
    "'Quota Plan'!A",
    'Pay!A',
  ]);
});
