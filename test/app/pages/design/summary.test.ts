import { summaryOf, type Summary } from '../../../../src/app/pages/design/summary';
import { numbers } from '../../../../src/text/numbers';
import { speak } from '../../../../src/text/say';
import { fakeWorkbook } from '../../../support/fake-workbook';
import { understood } from '../../../support/job';
import { openWorkbook, type Cell } from '../../../support/office';

const inWords = (understanding: Awaited<ReturnType<typeof understood>>): Summary =>
  summaryOf(understanding, speak('en'), numbers('en'));

/** What the pane says of a workbook with these sheets. */
async function summaryWith(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
  settings: object = {},
): Promise<Summary> {
  const book = await openWorkbook({ sheets });
  try {
    return inWords(await understood(settings));
  } finally {
    book.dispose();
  }
}

/** Accounts of two owners, with further columns. */
const accounts = (headers: string[], cells: (i: number) => Cell[]): Cell[][] => [
  ['Account Name', 'Owner', ...headers],
  ...Array.from({ length: 12 }, (_, i) => [
    `Account ${i}`,
    ['Ana Ruiz', 'Ben Ito'][i % 2] ?? '',
    ...cells(i),
  ]),
];

test('of the seats those to be hired are counted', async () => {
  const summary = inWords(await understood({ territories: 5 }, fakeWorkbook()));
  expect(summary.territories).toBe(5);
  expect(summary.team).toMatch(/^5 territories, .*, 3 of them to be hired\.$/);
});

test('located accounts are counted among all; why no plan can be made is said', async () => {
  const place = (i: number) => (i < 9 ? ['Denver', 'CO', 100] : ['', '', 100]);
  const summary = await summaryWith(
    { Export: accounts(['City', 'State', 'Potential'], place) },
    { territories: 13 },
  );
  expect(summary.places).toBe('9 of 12 accounts have a place on the map.');
  expect(summary.blocked).toBe('13 territories were asked for, but there are only 12 accounts.');
});

test('warnings are said before designing, mere notes are not', async () => {
  const sheets = { Export: accounts(['Currency', 'Potential'], (i) => [i % 4 === 0 ? 'EUR' : 'USD', 100]) };
  const { warnings, rates } = await summaryWith(sheets);
  expect(warnings).toEqual([
    'Amounts are in several currencies (USD, EUR) and are not added up. Give exchange rates under Balance, Change, to balance money.',
  ]);
  expect(rates).toEqual([{ currency: 'EUR', base: 'USD', rate: undefined }]);
  const rated = await summaryWith(sheets, { fx: { EUR: 1.25 } });
  expect(rated.warnings).toEqual([]);
  expect(rated.rates).toEqual([{ currency: 'EUR', base: 'USD', rate: 1.25 }]);
});

test('each balanced metric may be another that the list has, and what is balanced already is offered to none', async () => {
  const sheets = { Export: accounts(['Potential', 'ARR'], (i) => [100 + i, 40 + i]) };
  const two = { balance: [{ metric: 'arr' }, { metric: 'count', tolerance: 0.3 }] };
  const { balance, metrics, further } = await summaryWith(sheets, two);
  expect(balance).toBe('Balances ARR to ±5%; Accounts to ±30%.');
  expect(further).toEqual([{ value: 'potential', label: 'Potential' }]);
  expect(metrics.map(({ choices }) => choices.map(({ value }) => value))).toEqual([
    ['arr', 'potential'],
    ['count', 'potential'],
  ]);
});

test('the columns of the list and of the team list are told each with its own headers', async () => {
  const summary = await summaryWith({
    Export: accounts(['Potential'], () => [100]),
    Reps: [
      ['Manager', 'Rep Name', 'Segment'],
      ['Lee', 'Ana Ruiz', ''],
      ['Lee', 'Ben Ito', ''],
    ],
  });
  const headers = ({ lines }: Pick<Summary['columns'], 'lines'>) =>
    Object.fromEntries(lines.flatMap(({ field, header }) => (header === '' ? [] : [[field, header]])));
  expect(headers(summary.columns)).toEqual({
    accountName: 'Account Name',
    owner: 'Owner',
    potential: 'Potential',
  });
  expect(headers(summary.teamColumns ?? { lines: [] })).toEqual({
    manager: 'Manager',
    repName: 'Rep Name',
    segment: 'Segment',
  });
  expect(summary.columns.text).toBe('3 of 3 columns are read.');
  // What was found stands before what was not.
  const isFound = summary.columns.lines.map(({ header }) => header !== '');
  expect(isFound.lastIndexOf(true)).toBe(2);
  expect(summary.teamTable).toBe('Reps!R1C1');
  expect(summary.table).toBe('Export!R1C1');
});

test('findings stand by kind, each with its sentence and its cell', async () => {
  const { findings } = await summaryWith({
    Export: accounts(['Potential'], (i) => [i === 3 ? 'many' : 100 + i]),
  });
  expect(findings).toContainEqual({
    code: 'notANumber',
    severity: 'warning',
    title: 'not a number',
    count: 1,
    lines: [
      {
        severity: 'warning',
        text: '“many” is no number; counted as no data.',
        address: 'Export!C5',
      },
    ],
  });
});

test('whether territories are to be in one piece is asked where accounts have places', async () => {
  const sheets = { Export: accounts(['City', 'State', 'Potential'], () => ['Denver', 'CO', 100]) };
  expect((await summaryWith(sheets)).connected).toBe(false);
  expect((await summaryWith(sheets, { connected: true })).connected).toBe(true);
  expect((await summaryWith({ Export: accounts(['Potential'], () => [100]) })).connected).toBeUndefined();
});

test('where nothing says where accounts are it is asked in what they are to be alike', async () => {
  const places = { Export: accounts(['City', 'State', 'Industry'], (i) => ['Denver', 'CO', `${i % 2}`]) };
  expect((await summaryWith(places)).alike).toEqual([]);
  const sheets = {
    Export: accounts(['Industry', 'Segment'], (i) => [
      ['Banks', 'Shops'][i % 2] ?? '',
      ['S', 'L'][i % 2] ?? '',
    ]),
  };
  const [first, ...others] = [
    { label: 'Segment', checked: false, then: 'segment' },
    { label: 'Industry', checked: false, then: 'industry' },
  ];
  expect((await summaryWith(sheets)).alike).toEqual([first, ...others]);
  expect((await summaryWith(sheets, { alike: 'industry' })).alike).toEqual([
    { ...first, then: 'segment+industry' },
    { label: 'Industry', checked: true, then: null },
  ]);
});
