import { designPlan, type DesignedPlan } from '../../../src/app/design';
import { prepareOrder } from '../../../src/app/write-order';
import { summaryOf } from '../../../src/app/pages/design/summary';
import { findingsOf } from '../../../src/app/understanding/findings-of';
import { wordNotice } from '../../../src/app/sentences';
import { numbers } from '../../../src/text/numbers';
import { speak } from '../../../src/text/say';
import { OfficeWorkbook } from '../../../src/workbook/office-workbook';
import { InlineSolver } from '../../../src/worker/inline-solver';
import { carryOut, clock, understood, valuesOf } from '../../support/job';
import { openWorkbook, type Cell, type OpenWorkbook } from '../../support/office';

let book: OpenWorkbook | undefined;
afterEach(() => {
  book?.dispose();
  book = undefined;
});

const open = async (sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>) => {
  book = await openWorkbook({ sheets });
  return book;
};
const REPS = ['Ada Quill', 'Ben Marsh', 'Cy Dorn'];
const CUSTOMERS = ['Oakmere Ltd', 'Pinfold Inc', 'Quarrydale', 'Rushford', 'Silverbeck', 'Tarnside'];

async function planned(): Promise<DesignedPlan> {
  return designPlan(await understood(), new InlineSolver(), clock);
}

const said = ({ from: { choices } }: DesignedPlan) =>
  choices.notices.map((notice) => wordNotice(speak('en'), numbers('en'), notice));

/** 24 deals of six customers: every fourth is won, every eighth lost. */
const deals: readonly (readonly Cell[])[] = [
  ['Topic', 'Owner', 'Potential Customer', 'Est. revenue', 'Est. close date', 'Status'],
  ...Array.from({ length: 24 }, (_, i) => [
    `Deal ${i}`,
    REPS[i % 3] ?? '',
    i === 23 ? '' : (CUSTOMERS[i % 6] ?? ''),
    1000 + i,
    '2026-01-15',
    i % 8 === 7 ? 'Lost' : i % 4 === 3 ? 'Won' : 'Open',
  ]),
];

test('where the likeliest sheet holds no customers, one that does is taken', async () => {
  const lines = Array.from({ length: 24 }, (_, i) => [`V${i % 12}`, `P${i % 5}`, `Rice ${i % 5}`, 2, 3]);
  const sales = Array.from({ length: 12 }, (_, i) => [`V${i}`, `CL${i % 6}`, '2026-01-05', 10 + i]);
  await open({
    Detalle: [['ventaId', 'codigo', 'nombre', 'cantidad', 'precio'], ...lines],
    Ventas: [['ventaId', 'clienteId', 'fecha', 'total'], ...sales],
  });
  const { list } = await understood();
  expect([list.derived?.from.sheet, list.accounts.count]).toEqual(['Ventas', 6]);
});

test('deals are summed up to customers, and Apply adds these as a sheet of their own before it writes the plan', async () => {
  const office = await open({ Deals: deals });
  const designed = await planned();
  const { list, choices } = designed.from;
  expect(list.accounts.count).toBe(6);
  const open6 = [...(list.accounts.number.openPipeline ?? [])];
  const sum = deals.slice(1).reduce((total, row) => total + (row[5] === 'Open' ? Number(row[3]) : 0), 0);
  expect(open6.reduce((total, value) => total + (value || 0), 0)).toBe(sum);
  // Half of the customers have bought: what was won comes before what is open.
  expect(choices.metrics.map(({ id }) => id)).toEqual(['bookingsYtd']);
  expect(said(designed)[0]).toBe(
    'Deals lists deals: 23 rows were summed up to 6 accounts (open amounts as pipeline, won ones as booked); 1 without a customer was left out. Apply adds them as the sheet Accounts.',
  );
  const workbook = new OfficeWorkbook(clock);
  await workbook.apply(await prepareOrder(designed.from, designed, workbook));
  const rows = await valuesOf(office, 'Accounts');
  const headers = rows.findIndex((row) => row.includes('Territory'));
  expect(rows.slice(headers)).toHaveLength(7);
  // The next look reads the list that was made.
  await workbook.keep();
  expect((await understood()).list).toMatchObject({ ref: { table: 'Accounts' }, accounts: { count: 6 } });
});

test.each(['CLOSED_%', 'Closed %', 'closed-%', 'Closed%'])(
  'a stage written as %s tells won from lost',
  async (form) => {
    const stage = (i: number) => (i % 3 === 0 ? form.replace('%', 'Won') : form.replace('%', 'Lost'));
    await open({
      Deals: [
        ['Account', 'Deal Stage', 'Amount', 'Close Date'],
        ...Array.from({ length: 24 }, (_, i) => [
          CUSTOMERS[i % 6] ?? '',
          form === form.toUpperCase() ? stage(i).toUpperCase() : stage(i),
          100,
          '2026-01-15',
        ]),
      ],
    });
    const { number } = (await understood()).list.accounts;
    const sum = (values: ArrayLike<number> | undefined) =>
      Array.from(values ?? []).reduce((total, value) => total + (value || 0), 0);
    expect([sum(number.bookingsYtd), sum(number.openPipeline)]).toEqual([800, 0]);
  },
);

test('a list of quotas, of a team, and of deals without a customer is said, with what is needed', async () => {
  const quota = [
    ['Name', 'Goal Owner', 'Target', 'Fiscal Period', 'Fiscal Year', 'Goal Metric'],
    ...REPS.map((rep) => [`Goal ${rep}`, rep, 1000, 'Quarter 1', 'FY26', 'Revenue']),
    ...REPS.map((rep) => [`Goal 2 ${rep}`, rep, 1000, 'Quarter 2', 'FY26', 'Revenue']),
  ];
  await open({ Goals: quota });
  await expect(understood()).rejects.toMatchObject({
    code: 'notAccounts',
    params: { kind: 'quota', name: 'Goals' },
  });
  book?.dispose();
  await open({ Deals: deals.map((row) => row.filter((_, c) => c !== 2)) });
  await expect(understood()).rejects.toMatchObject({ code: 'notAccounts', params: { kind: 'deal' } });
});

test('a team list of names alone is a team list', async () => {
  await open({
    Accounts: [['Account Name', 'City', 'State'], ...CUSTOMERS.map((name) => [name, 'Austin', 'TX'])],
    Reps: [['Rep Name'], ['Rep A'], ['Rep B'], ['Rep C']],
  });
  for (const settings of [{}, { reps: { table: 'Reps' } }]) {
    const { choices, team } = await understood(settings);
    expect(team.roster.source).toBe('table');
    expect(choices.seats.map(({ name }) => name)).toEqual(['Rep A', 'Rep B', 'Rep C']);
  }
});

test('people of whom none owns anything are no team: the owners are', async () => {
  const members = CUSTOMERS.flatMap((name, i) => [
    [name, 'Sales Team', `Person ${2 * i}`, 'Lead'],
    [name, 'CSM Team', `Person ${2 * i + 1}`, 'Lead'],
  ]);
  await open({
    Customers: [
      ['Account Name', 'State', 'Account Owner'],
      ...CUSTOMERS.map((name, i) => [name, 'TX', REPS[i % 2] ?? '']),
    ],
    Team_Members: [['Account Name', 'Team', 'Team Member', 'Title'], ...members],
  });
  expect((await understood()).choices.seats.map(({ name }) => name)).toEqual(['Ada Quill', 'Ben Marsh']);
});

test('rows without headers are read by their values, the first row among them', async () => {
  const towns = [
    ['Austin', 'TX'],
    ['Boston', 'MA'],
    ['Denver', 'CO'],
  ] as const;
  await open({
    Sheet1: Array.from({ length: 12 }, (_, i) => [
      `Larkfield ${i + 1}`,
      ...(towns[i % 3] ?? []),
      REPS[i % 3] ?? '',
      50000 + 1000 * i,
    ]),
  });
  const { list, choices } = await understood();
  expect(list.accounts.count).toBe(12);
  expect(Object.keys(list.mapping).sort()).toEqual(['accountName', 'bookingsYtd', 'city', 'owner', 'state']);
  expect([...list.accounts.places.latitude].filter(Number.isNaN)).toEqual([]);
  expect(choices.metrics.map(({ id }) => id)).toEqual(['bookingsYtd']);
});

test('a first row with a number and an address of the net is data, though one of its words is a header’s', async () => {
  await open({
    Sheet1: Array.from({ length: 12 }, (_, i) => [
      311 + i,
      `Larkfield ${i + 1} Partners`,
      i % 3,
      i === 0 ? 'Competitor' : 'Individual',
      `http://www.larkfield${i}.com`,
    ]),
  });
  const { list } = await understood();
  expect(list.derived?.kind).toBe('noHeader');
  expect(list.accounts.count).toBe(12);
});

test('nothing but customers who come again, dates and amounts is a record of sales, whatever it is called', async () => {
  await open({
    transacoes: [
      ['cliente_id', 'data', 'valor', 'tipo'],
      ...Array.from({ length: 40 }, (_, i) => [1 + (i % 8), `2024-01-${10 + (i % 20)}`, 100 + i, 'compra']),
    ],
  });
  const { list, choices } = await understood();
  expect(list.accounts.count).toBe(8);
  expect([...(list.accounts.number.bookingsYtd ?? [])].reduce((a, b) => a + b, 0)).toBe(40 * 100 + 780);
  expect(choices.metrics.map(({ id }) => id)).toEqual(['bookingsYtd']);
});

test('sales keyed by their own number are summed up to customers, whose sellers are the seats', async () => {
  await open({
    vendas: [
      ['id_venda', 'carro_id', 'cliente_id', 'vendedor_id', 'data_venda', 'valor_venda'],
      ...Array.from({ length: 40 }, (_, i) => [i, 90 + i, 1 + (i % 30), 1 + (i % 4), '2024-01-10', 1000]),
    ],
  });
  const { list, choices } = await understood();
  expect(list.accounts.count).toBe(30);
  expect(choices.metrics.map(({ id }) => id)).toEqual(['bookingsYtd']);
  expect(choices.seats).toHaveLength(4);
});

test('how many rows a customer has is not what was sold to it, not even when the list is read again', async () => {
  await open({
    verkaeufe: [
      ['VerkaufsID', 'KundenID', 'ProduktID', 'Datum', 'Menge', 'Land'],
      ...Array.from({ length: 40 }, (_, i) => [
        `V${i}`,
        `K${i % 8}`,
        `P${i % 3}`,
        '2024-01-10',
        2,
        'Deutschland',
      ]),
    ],
  });
  const { workbook, understanding } = await carryOut();
  expect(understanding.list.accounts.count).toBe(8);
  expect(understanding.choices.metrics.map(({ id }) => id)).toEqual(['count']);
  const derived = understanding.choices.notices.find(({ code }) => code === 'derived');
  expect(wordNotice(speak('en'), numbers('en'), derived ?? { code: '', severity: 'note', params: {} })).toBe(
    'verkaeufe lists orders: 40 rows were summed up to 8 accounts. Apply adds them as the sheet Accounts.',
  );
  await workbook.keep();
  expect((await understood()).choices.metrics.map(({ id }) => id)).toEqual(['count']);
});

test('an amount whose header ends in its currency is summed up', async () => {
  await open({
    contracts: [
      ['contract_id', 'account_id', 'start_date', 'end_date', 'annual_commit_dollars'],
      ...Array.from({ length: 24 }, (_, i) => [`C${i}`, `A${i % 12}`, '2024-01-10', '2025-01-10', 5000]),
    ],
  });
  const { list } = await understood();
  expect([...(list.accounts.number.arr ?? [])]).toEqual(new Array(12).fill(10_000));
});

test('people keyed by their own number, with addresses of e-mail, are a team and no customers', async () => {
  const people = Array.from({ length: 12 }, (_, i) => [
    `REP-${i}`,
    `Ada Quill ${i}`,
    `ada${i}@example.com`,
    `Larkfield Motors ${i}`,
    'Austin, TX',
    20,
  ]);
  const headers = ['rep_id', 'rep_name', 'email', 'dealership_name', 'location', 'max_active_leads'];
  await open({ reps: [headers, ...people] });
  await expect(understood()).rejects.toMatchObject({ code: 'notAccounts', params: { kind: 'team' } });
});

test('a list without owners is planned for the territories that it has, and starts from them', async () => {
  await open({
    Accounts: [
      ['Account Name', 'Territory', 'City', 'State'],
      ...Array.from({ length: 24 }, (_, i) => [
        `Larkfield ${i}`,
        i % 2 === 0 ? 'Lone Star' : 'Bay',
        i % 2 === 0 ? 'Austin' : 'Boston',
        i % 2 === 0 ? 'TX' : 'MA',
      ]),
    ],
  });
  const { from, plan } = await planned();
  expect(from.choices.proposed).toBe(false);
  expect(from.choices.seats.map(({ name }) => name)).toEqual(['Bay', 'Lone Star']);
  expect(plan.moved.accounts).toBe(0);
});

test('a prefix that all headers share is no part of them', async () => {
  await open({
    sellers: [
      ['seller_id', 'seller_zip_code_prefix', 'seller_city', 'seller_state'],
      ...Array.from({ length: 10 }, (_, i) => [`s${i}`, '01310', 'sao paulo', 'SP']),
    ],
  });
  expect((await understood()).list.mapping).toEqual({ accountId: 0, postalCode: 1, city: 2, state: 3 });
});

test('where only states are known, whole states stay together and few accounts leave their owner', async () => {
  const states = ['TX', 'TX', 'TX', 'OK', 'OK', 'CA', 'CA', 'CA', 'NV', 'NV'];
  await open({
    Accounts: [
      ['Account', 'State', 'Account Owner'],
      ...states.flatMap((state, s) =>
        [0, 1, 2].map((n) => [`Unit ${s}-${n}`, state, s < 5 ? 'Ada Quill' : 'Ben Marsh']),
      ),
    ],
  });
  const designed = await planned();
  expect(designed.plan.moved.accounts).toBe(0);
  expect(said(designed)).toContain(
    'Of every account only the state or country is known: whole states stay together where the balance allows.',
  );
  expect([...designed.from.list.accounts.places.latitude].every(Number.isNaN)).toBe(true);
});

test('where nothing says where accounts are, owners keep all that the tolerance allows', async () => {
  await open({
    Accounts: [
      ['Account', 'Account Owner'],
      ...Array.from({ length: 30 }, (_, i) => [`Firm ${i}`, i < 18 ? 'Ada Quill' : 'Ben Marsh']),
    ],
  });
  // 18 and 12 of 15 are exactly within 20 %.
  expect((await planned()).plan.moved.accounts).toBe(0);
});

test('what is noticed in a column that plays no part troubles nobody', async () => {
  await open({
    Accounts: [
      ['Account Name', 'Potential', 'Growth %', 'Owner'],
      ...Array.from({ length: 12 }, (_, i) => [
        `Firm ${i}`,
        100,
        i % 2 === 0 ? 'soon' : 5,
        REPS[i % 2] ?? '',
      ]),
    ],
  });
  const understanding = await understood();
  expect(understanding.list.findings.some(({ code }) => code === 'notANumber')).toBe(true);
  expect(findingsOf(understanding).some(({ code }) => code === 'notANumber')).toBe(false);
});

test('contracts that look like people by their dates are what they are: the customers’, or nobody’s', async () => {
  const rows = (lead: boolean): readonly (readonly Cell[])[] => [
    [
      'subscription_id',
      ...(lead ? ['lead_id'] : []),
      'segment',
      'country',
      'start_date',
      'end_date',
      'status',
    ],
    ...Array.from({ length: 12 }, (_, i) => [
      `S${i}`,
      ...(lead ? [`L${i % 6}`] : []),
      'SMB',
      'COL',
      '2026-05-18',
      '',
      'active',
    ]),
  ];
  await open({ Subs: rows(true) });
  const { list, team } = await understood();
  expect(list).toMatchObject({ derived: { kind: 'subscription' }, accounts: { count: 6 } });
  expect(team).toMatchObject({ ref: undefined, roster: { reps: [] } });
  book?.dispose();
  await open({ Subs: rows(false) });
  await expect(understood()).rejects.toMatchObject({ params: { kind: 'subscription', name: 'Subs' } });
});

test('rows that nothing tells apart are nobody’s accounts', async () => {
  await open({
    Weeks: [
      ['week_start', 'region', 'capacity_hours', 'coverage_risk'],
      ...Array.from({ length: 20 }, (_, i) => [
        46000 + 7 * i,
        ['North', 'South'][i % 2] ?? '',
        40 + i,
        'High',
      ]),
    ],
  });
  await expect(understood()).rejects.toMatchObject({
    code: 'notAccounts',
    params: { kind: 'unnamed', name: 'Weeks' },
  });
});

test('four figures alone are of no country: it is asked for, and places follow the answer', async () => {
  const codes = [2000, 2150, 3000, 3053, 4000, 4101, 5000, 6000, 7000, 2600];
  await open({
    Shops: [['Shop Name', 'Postcode'], ...codes.map((code, i) => [`Larkfield ${i}`, code])],
  });
  const asked = await understood();
  const isPlaced = ({ list }: typeof asked) =>
    list.accounts.places.latitude.filter((degrees) => !Number.isNaN(degrees)).length;
  expect(isPlaced(asked)).toBe(0);
  const notice = asked.choices.notices.find(({ code }) => code === 'countryUnknown');
  expect(notice && wordNotice(speak('en'), numbers('en'), notice)).toMatch(
    /^10 accounts say a town or postcode, and nothing tells their country: .*Which country is it\?/,
  );
  const answered = await understood({ country: 'AU' });
  expect(isPlaced(answered)).toBe(10);
  expect(answered.list.accounts.places.latitude.every((degrees) => degrees < 0)).toBe(true);
  expect(answered.choices.notices.some(({ code }) => code === 'countryUnknown')).toBe(false);
  expect(summaryOf(answered, speak('en'), numbers('en')).country).toBe('AU');
});

test('beside other parts of the world NA is one, in a list of orders too', async () => {
  const areas = ['EMEA', 'NA', 'APAC'];
  await open({
    Sales: [
      ['Order Number', 'Customer Name', 'Order Date', 'Sales', 'Territory'],
      ...Array.from({ length: 60 }, (_, i) => [
        i,
        `Larkfield ${i % 20}`,
        '2026-03-01',
        100 + i,
        areas[(i % 20) % 3] ?? '',
      ]),
    ],
  });
  const { choices, list } = await understood();
  expect(list.derived?.kind).toBe('order');
  expect(choices.seats.map(({ name }) => name).sort()).toEqual(['APAC', 'EMEA', 'NA']);
  expect(choices.current.every((seat) => seat >= 0)).toBe(true);
});

test('a report in which one name stands in every row is no list of customers', async () => {
  await open({
    Report: [
      ['Agence', 'Visites', 'Heures'],
      ...Array.from({ length: 12 }, (_, i) => ['AGADIR', 100 + i, 90 + 2 * i]),
    ],
  });
  await expect(understood()).rejects.toMatchObject({ code: 'notAccounts', params: { kind: 'unnamed' } });
});

test('headers that stand below made-up ones are read, and Apply writes the list under them', async () => {
  const office = await open({
    CRM: [
      ['Column1', 'Column2', 'Column3', 'Column4'],
      ['Account Name', 'Account Owner', 'Latitude', 'Potential'],
      ...Array.from({ length: 12 }, (_, i) => [`Larkfield ${i}`, REPS[i % 3] ?? '', 404636667 + i, 100 * i]),
    ],
  });
  await office.run(async ({ workbook }) => {
    workbook.worksheets.getItem('CRM').tables.add('A1:D14', true).name = 'CRM';
    await workbook.context.sync();
  });
  const designed = await planned();
  const { list } = designed.from;
  expect([list.derived?.kind, list.derived?.rows, list.accounts.count]).toEqual(['headersBelow', 12, 12]);
  expect(list.mapping).toEqual({ accountName: 0, owner: 1, potential: 3 });
  expect(said(designed).join()).toContain(
    'CRM has placeholders for headers, and its own in its first row: 12 rows are read under these.',
  );
  // Of the cell that it comes from, below both rows of headers.
  expect(findingsOf(designed.from).find(({ code }) => code === 'lostDegrees')).toMatchObject({
    sheet: 'CRM',
    row: 3,
    column: 3,
    params: { count: 12 },
  });
  const { workbook } = await carryOut();
  await workbook.keep();
  const rows = await valuesOf(office, 'Accounts');
  const at = rows.findIndex(([first]) => first === 'Account Name');
  expect(rows.slice(0, at).map(([, value]) => value ?? '')).toEqual(['', 0, 0, '']);
  expect(rows[at + 1]?.slice(0, 4)).toEqual(['Larkfield 0', 'Ada Quill', 404636667, 0]);
  expect(rows).toHaveLength(at + 13);
});

test('amounts of another table are said, named among the columns, and left out where somebody says so', async () => {
  await open({
    Customers: [
      ['Customer', 'City', 'Sales Rep', 'Employees'],
      ...CUSTOMERS.map((name, i) => [name, 'Lyon', REPS[i % 3] ?? '', 10 * (i + 1)]),
    ],
    Potentials: [['Customer', 'Potential'], ...CUSTOMERS.slice(1).map((name, i) => [name, 100 + i])],
  });
  const words = ({ choices }: Awaited<ReturnType<typeof understood>>) =>
    choices.notices.map((notice) => wordNotice(speak('en'), numbers('en'), notice));
  const asIs = await understood();
  expect(asIs.choices.metrics.map(({ id }) => id)).toEqual(['potential']);
  expect(words(asIs)).toContain(
    'The list has no such amounts of its own: “Potential” of Potentials is read for 5 of 6 accounts.',
  );
  const { columns, balance } = summaryOf(asIs, speak('en'), numbers('en'));
  expect(balance).toMatch(
    /^Balances Potential \(Potential \(Potentials\)\) to ±5%\. The list has no such amounts/,
  );
  const label = 'Potential (Potentials)';
  expect(columns.lines.find(({ field }) => field === 'potential')?.header).toBe(label);
  expect(columns.headers).toContain(label);
  // Chosen again by its name it is there as before, and no column that is gone.
  const chosen = await understood({ accountColumns: { potential: label } });
  expect([chosen.choices.metrics.map(({ id }) => id), words(chosen)]).toEqual([['potential'], words(asIs)]);
  const without = await understood({ accountColumns: { potential: '' } });
  expect(without.choices.metrics.map(({ id }) => id)).toEqual(['employees']);
  const asked = await understood({ balance: [{ metric: 'employees', tolerance: 0.2 }] });
  expect(asked.list.beside).toBeUndefined();
});

test('where the list names no holders and its sales do, that is said, and nothing is guessed', async () => {
  await open({
    Customers: [
      ['Customer ID', 'Customer', 'City', 'Potential'],
      ...CUSTOMERS.map((name, i) => [`C${i}`, name, 'Lyon', 100 + i]),
    ],
    Sales: [
      ['Order ID', 'Customer ID', 'Sales Rep', 'Order Total'],
      ...Array.from({ length: 24 }, (_, i) => [`O${i}`, `C${i % 6}`, REPS[i % 3] ?? '', 5]),
    ],
  });
  const { list, choices } = await understood();
  expect(choices.notices.map((notice) => wordNotice(speak('en'), numbers('en'), notice))).toContain(
    'No column of the list says who holds an account, so all are planned as nobody’s. “Sales Rep” of Sales names people: bring it into the list as a column, and the plan starts from them.',
  );
  expect([list.accounts.text.owner, list.beside]).toEqual([undefined, undefined]);
  await carryOut({ territories: 2 });
  const after = await understood();
  expect(after.choices.notices.map(({ code }) => code)).not.toContain('heldElsewhere');
});
