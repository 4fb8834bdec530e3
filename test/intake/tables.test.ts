import { findTables } from '../../src/intake';
import type { Cell, SheetSurvey } from '../../src/plan/cells';

function sheet(
  name: string,
  rows: readonly (readonly Cell[])[],
  options: Partial<SheetSurvey> = {},
): SheetSurvey {
  return {
    sheet: name,
    visible: true,
    isProtected: false,
    top: rows.slice(0, 40),
    firstRow: 1,
    firstColumn: 1,
    rowCount: rows.length,
    columnCount: Math.max(0, ...rows.map((row) => row.length)),
    tables: [],
    ...options,
  };
}

const HEADER = ['Account Name', 'Account Owner', 'Billing City', 'Billing State', 'Billing Zip', 'ARR'];
const BODY: Cell[][] = Array.from({ length: 10 }, (_, i) => [
  `Firm ${i}`,
  'Ana Silva',
  'Denver',
  'CO',
  80202,
  i,
]);
const REPS = ['Rep ID', 'Rep Name', 'Role', 'Hire Date', 'Quota', 'Home City', 'Home State'];
const TEAM: Cell[][] = Array.from({ length: 4 }, (_, i) => [
  `R${i}`,
  `Rep ${i}`,
  'AE',
  45292,
  1000,
  'Denver',
  'CO',
]);

describe('finding the account table and the roster', () => {
  it('finds a plain range with its header in the first row', () => {
    const { accounts } = findTables([sheet('Export', [HEADER, ...BODY])]);
    expect(accounts[0]).toMatchObject({
      sheet: 'Export',
      headerRow: 1,
      firstColumn: 1,
      columnCount: 6,
      rowCount: 10,
    });
    expect(accounts[0]?.table).toBeUndefined();
  });

  it('finds the header below titles, filters and blank rows, and right of blank columns', () => {
    const rows = [
      ['', 'All Accounts Report', '', '', '', '', ''],
      ['', 'As of 2026-01-05', '', '', '', '', ''],
      ['', '', '', '', '', '', ''],
      ['', 'Filtered by', 'Active equals True', '', '', '', ''],
      ['', ...HEADER],
      ...BODY.map((row) => ['', ...row]),
    ];
    const { accounts } = findTables([sheet('Report', rows, { firstRow: 3, firstColumn: 2 })]);
    expect(accounts[0]).toMatchObject({ headerRow: 7, firstColumn: 3, columnCount: 6, rowCount: 10 });
    expect(accounts[0]?.reasons).toContainEqual({ code: 'headerBelowTop', row: 7 });
  });

  it('prefers the Excel table to the sheet around it', () => {
    const survey = sheet('Data', [HEADER, ...BODY], {
      tables: [
        { name: 'Accounts', headers: HEADER, headerRow: 1, firstColumn: 1, rowCount: 10, hasTotals: false },
      ],
    });
    const { accounts } = findTables([survey]);
    expect(accounts).toHaveLength(1);
    expect(accounts[0]).toMatchObject({ table: 'Accounts', headerRow: 1, rowCount: 10 });
  });

  it('tells accounts from reps, whichever sheet comes first', () => {
    for (const order of [0, 1]) {
      const both = [sheet('Sheet1', [HEADER, ...BODY]), sheet('Sheet2', [REPS, ...TEAM])];
      const { accounts, reps } = findTables(order === 0 ? both : both.reverse());
      expect(accounts[0]?.sheet).toBe('Sheet1');
      expect(reps[0]?.sheet).toBe('Sheet2');
    }
  });

  it('takes accounts before contacts, opportunities and orders', () => {
    const contacts = [
      ['Id', 'AccountId', 'LastName', 'FirstName', 'Salutation', 'MailingCity', 'MailingState'],
      [1, 2, 'a', 'b', 'c', 'd', 'e'],
    ];
    const deals = [
      ['Id', 'AccountId', 'Name', 'StageName', 'Amount', 'Probability', 'CloseDate', 'OwnerId'],
      [1, 2, 'a', 'b', 3, 4, 5, 6],
    ];
    const found = findTables([sheet('A', contacts), sheet('B', deals), sheet('C', [HEADER, ...BODY])]);
    expect(found.accounts[0]?.sheet).toBe('C');
  });

  it('does not take a history of quotas for a roster', () => {
    const rows = Array.from({ length: 12 }, (_, i) => [`R${i % 3}`, `Rep ${i % 3}`, 45292 + 90 * i, 1000]);
    expect(
      findTables([sheet('Quotas', [['Rep ID', 'Rep Name', 'Start Date', 'Quota'], ...rows])]).reps,
    ).toEqual([]);
  });

  it('offers the sheet that the user names first, however unlikely it looks', () => {
    const odd = sheet('Odd', [
      ['Thing', 'Owner'],
      ['a', 'Ana Silva'],
      ['b', 'Ben Cole'],
    ]);
    const survey = [sheet('Export', [HEADER, ...BODY]), odd];
    expect(findTables(survey).accounts.map((choice) => choice.sheet)).toEqual(['Export']);
    expect(findTables(survey, { accounts: 'odd' }).accounts.map((choice) => choice.sheet)).toEqual([
      'Odd',
      'Export',
    ]);
  });

  it('takes a short list where nothing better is found', () => {
    const list = sheet('Sheet1', [
      ['Company', 'Value'],
      ['Alder', 5],
      ['Birch', 6],
    ]);
    expect(findTables([list]).accounts[0]?.sheet).toBe('Sheet1');
  });

  it('takes the list of deals before a sheet of workings drawn from it', () => {
    const deals = Array.from({ length: 12 }, (_, i) => [`O${i}`, 'Ana Silva', `Firm ${i % 5}`, 'Won', 10]);
    const drawn = deals.map(([, agent, firm, stage]) => [agent ?? '', firm ?? '', stage ?? '', 7]);
    const found = findTables([
      sheet('Task 3', [['sales_agent', 'account', 'deal_stage', 'revenue'], ...drawn]),
      sheet('pipeline', [
        ['opportunity_id', 'sales_agent', 'account', 'deal_stage', 'close_value'],
        ...deals,
      ]),
    ]);
    expect(found.accounts[0]?.sheet).toBe('pipeline');
    // A list of accounts that shares columns with deals is none drawn from them.
    const accounts = sheet('accounts', [
      ['account_id', 'account', 'sales_agent', 'city'],
      ...deals.map((_, i) => [`A${i}`, `Firm ${i}`, 'Ana Silva', 'Denver']),
    ]);
    const both = findTables([
      sheet('pipeline', [['opportunity_id', 'sales_agent', 'account', 'account_id', 'deal_stage'], ...deals]),
      accounts,
    ]);
    expect(both.accounts[0]?.sheet).toBe('accounts');
  });

  it('knows a team by the name of its sheet, however it is written', () => {
    const people = sheet('csm_rep', [
      ['csm_id', 'name', 'region', 'segment'],
      ...Array.from({ length: 6 }, (_, i) => [`R${i}`, `Person ${i}`, 'EMEA', 'SMB']),
    ]);
    const list = sheet('accounts', [
      ['account_id', 'company_name', 'industry', 'rep_id'],
      ...Array.from({ length: 9 }, (_, i) => [`A${i}`, `Firm ${i}`, 'Food', `R${i % 6}`]),
    ]);
    const found = findTables([list, people]);
    expect([found.accounts[0]?.sheet, found.reps[0]?.sheet]).toEqual(['accounts', 'csm_rep']);
  });

  it('never takes sheets and tables of ours', () => {
    const survey = [
      sheet('Balance', [HEADER, ...BODY]),
      sheet('EfCheckpoint', [HEADER, ...BODY]),
      sheet('Map', [HEADER, ...BODY], {
        tables: [
          {
            name: 'EfTerritories',
            headers: HEADER,
            headerRow: 1,
            firstColumn: 1,
            rowCount: 10,
            hasTotals: false,
          },
        ],
      }),
    ];
    expect(findTables(survey, { ignore: ['balance'] })).toEqual({ accounts: [], reps: [] });
  });

  it('puts a hidden sheet behind a visible one', () => {
    const hidden = sheet('Old', [HEADER, ...BODY, ...BODY], { visible: false });
    const { accounts } = findTables([hidden, sheet('New', [HEADER, ...BODY])]);
    expect(accounts.map((choice) => choice.sheet)).toEqual(['New', 'Old']);
  });

  it('finds nothing in blank sheets, budgets and text', () => {
    const budget = [
      ['Monthly budget', '', ''],
      ['Income', 'Planned', 'Actual'],
      ['Salary', 100, 90],
      ['Rent', 50, 50],
    ];
    const text = [['This workbook shows how to use pivot tables.'], ['See the next sheet.']];
    expect(
      findTables([sheet('a', []), sheet('b', budget), sheet('c', text), sheet('d', [HEADER])]).accounts,
    ).toEqual([]);
  });

  it('accepts headers in German, French and Spanish', () => {
    for (const header of [
      ['Kundennummer', 'Firma', 'PLZ', 'Ort', 'Betreuer', 'Potenzial'],
      ['Code client', 'Raison sociale', 'Code postal', 'Ville', 'Commercial', 'Potentiel'],
      ['Código de cliente', 'Razón social', 'Código postal', 'Ciudad', 'Vendedor', 'Potencial'],
    ]) {
      const [best] = findTables([sheet('Daten', [header, ...BODY])]).accounts;
      expect(best?.score).toBeGreaterThan(0.5);
    }
  });
});

describe('headers of plain ranges', () => {
  const found = (rows: readonly (readonly Cell[])[]) => findTables([sheet('Accounts', rows)]).accounts[0];

  it('are not taken from rows of values, even if these are known words', () => {
    const choice = found([
      ['company', 'revenue', 'sector', 'city', 'state', 'newcomer'],
      ['Alder', 1200, 'Technology', 'Denver', 'CA', 'no'],
      ['Birch', 1300, 'Technology', 'Boulder', 'CA', 'no'],
      ['Cedar', 1400, 'Energy', 'Austin', 'TX', 'no'],
    ]);
    expect(choice?.headerRow).toBe(1);
  });

  it('may have a blank row below and a first column without a name', () => {
    const choice = found([
      ['', 'Account Name', 'City', 'State', 'ARR'],
      ['', '', '', '', ''],
      [1, 'Alder', 'Denver', 'CO', 5],
      [2, 'Birch', 'Boulder', 'CO', 6],
    ]);
    expect(choice).toMatchObject({ headerRow: 1, firstColumn: 1, columnCount: 5 });
  });

  it('may lack names in the middle, where there are data below', () => {
    const choice = found([
      ['Account Name', 'City', '', '', 'State', 'ARR'],
      ['Alder', 'Denver', 'x', 'y', 'CO', 5],
      ['Birch', 'Boulder', 'x', 'z', 'CO', 6],
    ]);
    expect(choice?.columnCount).toBe(6);
  });

  it('may be fewer than the columns of the data', () => {
    const choice = found([
      ['Account Name', 'City', 'State', 'ARR'],
      ['Alder', 'Denver', 'CO', 5, 'note'],
      ['Birch', 'Boulder', 'CO', 6, 'note'],
    ]);
    expect(choice?.columnCount).toBe(5);
  });

  it('may be months for the most part', () => {
    const months = Array.from({ length: 12 }, (_, i) => i + 1);
    const choice = found([
      ['id', 'name', 'city', 'owner', ...months],
      ...Array.from({ length: 12 }, (_, i) => [
        `A${i}`,
        `Firm ${i}`,
        'Denver',
        'Ana Silva',
        ...months.map((m) => (m > i ? 'x' : '')),
      ]),
    ]);
    expect(choice?.headerRow).toBe(1);
  });
});

test('headers that come again amid a list leave it whole', () => {
  const { accounts } = findTables([sheet('Accounts', [HEADER, ...BODY, HEADER, ...BODY])]);
  expect(accounts[0]).toMatchObject({ headerRow: 1, rowCount: 21 });
});

test('a list of sellers in other languages is the team beside its customers', () => {
  const clients = sheet('Clientes', [
    ['ClienteID', 'Cliente', 'Segmento', 'Localidad', 'Provincia', 'VendedorID'],
    ...Array.from({ length: 10 }, (_, i) => [i, `Almacén ${i}`, 'Kiosco', 'Bell Ville', 'Córdoba', i % 2]),
  ]);
  for (const headers of [
    ['VendedorID', 'Vendedor', 'Zona'],
    ['vendedor_id', 'nombre', 'zona'],
    ['Vertreter-Nr.', 'Vertreter', 'Gebiet'],
    ['Code vendeur', 'Vendeur', 'Secteur commercial'],
  ]) {
    const people = sheet('Tabelle2', [headers, [1, 'Marta Prueba', 'Este'], [2, 'Luis Ensayo', 'Norte']]);
    const { accounts, reps } = findTables([clients, people]);
    expect([accounts[0]?.sheet, reps[0]?.sheet]).toEqual(['Clientes', 'Tabelle2']);
  }
});

test('leads with the names of their people are no team', () => {
  const leads = sheet('lead list', [
    ['Person - Name', 'Person - Nachname', 'Person - E-Mail', 'Lead - Lead erstellt', 'Lead - Titel'],
    ...Array.from({ length: 10 }, (_, i) => [
      `Ada ${i}`,
      `Quill ${i}`,
      `a${i}@example.com`,
      45000 + i,
      'PVA',
    ]),
  ]);
  const { accounts, reps } = findTables([leads]);
  expect(accounts[0]?.sheet).toBe('lead list');
  expect(reps).toEqual([]);
});

test('a list of our own branches comes after a longer one of customers', () => {
  const place = (i: number) => ['Jakarta', 'DKI Jakarta', -6.2 - i / 100, 106.8];
  const customers = sheet('customer_master', [
    ['customer_id', 'city', 'province', 'latitude', 'longitude', 'total_value'],
    ...Array.from({ length: 30 }, (_, i) => [`C${i}`, ...place(i), 100 + i]),
  ]);
  const branches = sheet('branch_service_point', [
    [
      'branch_id',
      'branch_name',
      'city',
      'province',
      'district',
      'latitude',
      'longitude',
      'branch_type',
      'status',
    ],
    ...Array.from({ length: 6 }, (_, i) => [
      `B${i}`,
      `Point ${i}`,
      'Jakarta',
      'DKI Jakarta',
      'Menteng',
      -6.2,
      106.8,
      'Dealer',
      'Active',
    ]),
  ]);
  expect(findTables([branches, customers]).accounts[0]?.sheet).toBe('customer_master');
  expect(findTables([branches]).accounts[0]?.sheet).toBe('branch_service_point');
});

describe('figures of customers by month', () => {
  const months = sheet('Base', [
    ['Ano', 'Mes_Num', 'Vendedor', 'ClienteChave', 'Cliente', 'Fat_Liquido'],
    ...Array.from({ length: 60 }, (_, i) => [
      2024,
      1 + (i % 12),
      'Ana',
      `C${i % 15}`,
      `Loja ${i % 15}`,
      100 + i,
    ]),
  ]);
  const list = (name: string, headers: readonly string[], count: number) =>
    sheet(name, [
      headers,
      ...Array.from({ length: count }, (_, i) =>
        headers.map((header) => (header === 'Vendedor_Atual' ? 'Ana' : header === 'Total' ? 9 * i : `C${i}`)),
      ),
    ]);
  const WHOLE = ['Vendedor_Atual', 'ClienteChave', 'Cliente', 'Total', 'Curva'];

  test('come after the list of these customers, and that before its extracts', () => {
    const { accounts } = findTables([months, list('Top', WHOLE, 5), list('Clientes', WHOLE, 15)]);
    expect(accounts.map((choice) => choice.sheet).slice(0, 2)).toEqual(['Clientes', 'Base']);
  });

  test.each([
    ['says not whose they are', ['ClienteChave', 'Cliente', 'Total', 'Curva'], 15],
    ['says nothing of money', ['Vendedor_Atual', 'ClienteChave', 'Cliente', 'Curva'], 15],
    ['has other keys', ['Vendedor_Atual', 'Conta_Chave', 'Conta', 'Total'], 15],
    ['is as long', WHOLE, 40],
  ])('come first where the other list %s', (_, headers, count) => {
    const { accounts } = findTables([months, list('Other', headers, count)]);
    expect(accounts.map((choice) => choice.sheet)).toContain('Other');
    expect(accounts[0]?.sheet).toBe('Base');
  });
});

test('a table under made-up headers is judged by those of its first row', () => {
  const headers = HEADER.map((_, i) => `Column${i + 1}`);
  const under = (first: readonly Cell[]) =>
    sheet('CRM', [headers, first, ...BODY], {
      tables: [
        { name: 'CRM', headers, headerRow: 1, firstColumn: 1, rowCount: BODY.length + 1, hasTotals: false },
      ],
    });
  expect(findTables([under(HEADER)]).accounts[0]?.score).toBeGreaterThan(0.7);
  expect(findTables([under(BODY[0] ?? [])]).accounts[0]?.score).toBeLessThan(0.45);
});
