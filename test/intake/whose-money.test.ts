import { chooseDefaults, mapAccountColumns, readAccounts } from '../../src/intake';
import { textTable } from './table';

/** Eight accounts under these headers; each column repeats its own two values. */
function listOf(columns: Readonly<Record<string, readonly [string, string]>>) {
  const headers = Object.keys(columns);
  const rows = Array.from({ length: 8 }, (_, i) =>
    headers.map((header) => (columns[header]?.[i % 2] ?? '').replace('#', String(i))).join('|'),
  );
  return textTable(`${headers.join('|')}\n${rows.join('\n')}`);
}

function moneyOf(columns: Parameters<typeof listOf>[0]) {
  const source = listOf(columns);
  const { mapping } = mapAccountColumns(source);
  const balance = chooseDefaults(readAccounts(source, mapping).accounts);
  const header = (field: 'annualRevenue' | 'bookingsYtd') => source.headers[mapping[field] ?? -1];
  return {
    theirs: header('annualRevenue'),
    own: header('bookingsYtd'),
    balance: balance.balance.code,
    leftOut: balance.revenueLeftOut,
  };
}

const NAME = { Customer: ['Larkfield #', 'Marlow #'] } as const;
const REP = { Owner: ['Ada Quill', 'Ben Marsh'] } as const;

describe('whose money a column of revenue is', () => {
  test.each([
    'FY26 Revenue',
    'Umsatz 2025',
    'Faturamento',
    'Chiffre d’affaires',
    '売上高',
    'PO Amount',
    'FY26 Bookings',
    'total_revenue',
  ])('%s beside a holder is what was sold to the customer, and is balanced', (header) => {
    expect(moneyOf({ ...NAME, ...REP, [header]: ['1200', '2400'] })).toEqual({
      theirs: undefined,
      own: header,
      balance: 'bookings',
      leftOut: false,
    });
  });

  test.each(['Annual Revenue', 'Jahresumsatz', 'Receita anual', 'Company Revenue'])(
    '%s is the customer’s own turnover, holder or not, and is left out',
    (header) => {
      expect(moneyOf({ ...NAME, ...REP, [header]: ['1200000', '2400000'] })).toMatchObject({
        theirs: header,
        own: undefined,
        balance: 'count',
        leftOut: true,
      });
    },
  );

  test('beside a firm’s own figures a plain revenue is the firm’s', () => {
    const firm = { ...NAME, Revenue: ['1200000', '900000'], Employees: ['12', '80'] } as const;
    expect(moneyOf(firm)).toMatchObject({ theirs: 'Revenue', balance: 'employees', leftOut: true });
    expect(moneyOf({ ...firm, ...REP })).toMatchObject({ theirs: 'Revenue', balance: 'employees' });
  });

  test('with nothing beside it, its size decides', () => {
    expect(moneyOf({ ...NAME, Revenue: ['1200', '900'] })).toMatchObject({ own: 'Revenue' });
    expect(moneyOf({ ...NAME, Revenue: ['12000000', '900000000'] })).toMatchObject({ theirs: 'Revenue' });
  });

  test('of several years the latest full one is taken, and bookings before revenue', () => {
    const years = {
      'Umsatz 2023': ['1', '2'],
      'Umsatz 2025': ['5', '6'],
      'Umsatz 2024': ['3', '4'],
    } as const;
    expect(moneyOf({ ...NAME, ...REP, ...years }).own).toBe('Umsatz 2025');
    const both = { 'FY26 Revenue': ['5', '6'], 'FY26 Bookings': ['3', '4'] } as const;
    expect(moneyOf({ ...NAME, ...REP, ...both })).toMatchObject({ own: 'FY26 Bookings', theirs: undefined });
    const source = listOf({ ...NAME, ...REP, ...both });
    expect(mapAccountColumns(source).doubtful).toEqual([
      expect.objectContaining({ field: 'bookingsYtd', runnerUp: expect.objectContaining({ column: 2 }) }),
    ]);
  });

  test('what the user has chosen stays', () => {
    const source = listOf({ ...NAME, ...REP, 'FY26 Revenue': ['5', '6'] });
    expect(mapAccountColumns(source, { annualRevenue: 'FY26 Revenue' }).mapping).toMatchObject({
      annualRevenue: 2,
    });
  });
});

test.each([
  'Owner’s Name',
  'Vertreter',
  'Betreuer',
  'Außendienst',
  'Sales agent',
  'last_closer',
  'Deal owner',
])('%s is who holds the account', (header) => {
  const source = listOf({ ...NAME, [header]: ['Ada Quill', 'Ben Marsh'], City: ['Austin', 'Boston'] });
  expect(mapAccountColumns(source).mapping.owner).toBe(1);
});

test('the account’s owner comes before the deal’s, the closer and the success manager', () => {
  const people = ['Ada Quill', 'Ben Marsh'] as const;
  const source = listOf({
    ...NAME,
    CSM: people,
    Closer: people,
    'Deal Owner': people,
    'Account Owner': people,
  });
  expect(source.headers[mapAccountColumns(source).mapping.owner ?? -1]).toBe('Account Owner');
});

test('without a header that says so, the first column written as money is what was sold, and is doubtful', () => {
  const source = listOf({
    Client: ['Larkfield #', 'Marlow #'],
    Localisation: ['Namur', 'Charleroi'],
    'Achat de matériel HTVA': ['3 783,47 €', '1 724,82 €'],
    'Facture Leaser HTVA': ['6 046,86 €', '3 960,37 €'],
    'Mensualité HTVA': ['192,29 €', '129,90 €'],
  });
  const { mapping, doubtful } = mapAccountColumns(source);
  expect(mapping).toMatchObject({ accountName: 0, city: 1, bookingsYtd: 3 });
  expect(doubtful.map(({ field }) => field)).toContain('bookingsYtd');
  expect(mapAccountColumns(source, { bookingsYtd: null }).mapping.bookingsYtd).toBeUndefined();
});

test('of years side by side that no header names as sales the latest is taken that is filled, and no month of it', () => {
  const cells = ['$ 9#2.29', '$ 9#9.90'] as const;
  const years = { Total_2024: cells, Total_2025: cells, mar_2026: cells, Total_2026: cells };
  expect(moneyOf({ ...NAME, ...years, Total_2027: ['', ''] }).own).toBe('Total_2026');
  expect(moneyOf({ ...NAME, Total_2025: cells, Total_2024: cells }).own).toBe('Total_2025');
  // It has just begun: half of them have bought nothing yet.
  expect(moneyOf({ ...NAME, ...years, Total_2027: ['$ 0', '$ 9#.10'] }).own).toBe('Total_2026');
});

test('sales of last year are one’s own, beside what the customer turns over', () => {
  const found = moneyOf({
    ...NAME,
    PYSales: ['98848', '620574'],
    'Annual_Revenue_(M)': ['8.3', '873.3'],
    Employees: ['952', '4566'],
  });
  expect(found).toMatchObject({ own: 'PYSales', theirs: 'Annual_Revenue_(M)', balance: 'bookings' });
});

describe('an amount that no header names', () => {
  const first = (header: string) =>
    moneyOf({ ...NAME, Tier: ['A', 'B'], [header]: ['1#84194', '3#25929'] }).own;

  it.each([
    'monatsumsatz',
    '購買金額',
    'avg_monthly_sales_inr',
    'Total compras',
    'Ventas promedio',
    '平均売上',
  ])('%s was sold to the customer', (header) => {
    expect(first(header)).toBe(header);
  });

  it.each(['Number of sales calls', 'Sales area (sqft)', 'Sales growth', 'Cost of sales', 'Last sales date'])(
    '%s is none',
    (header) => {
      expect(first(header)).toBeUndefined();
    },
  );
});
