import { Store } from '../../src/app/store';
import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { lookAgain } from '../../src/app/actions/look-again';
import { open as openPane } from '../../src/app/actions/open';
import { revert } from '../../src/app/actions/revert';
import { writeSheet } from '../../src/app/actions/write-sheet';
import { designPlan } from '../../src/app/design';
import { segmentsContext } from '../../src/app/segments-sources';
import { standingContext } from '../../src/app/sheet-sources';
import { prepareOrder } from '../../src/app/write-order';
import { segmentsSheet } from '../../src/reports/segments';
import { scoreWeights } from '../../src/reports/score';
import { workloadSheet } from '../../src/reports/workload';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { InlineSolver } from '../../src/worker/inline-solver';
import { cities } from '../support/cities';
import { clock, picture, places, understood, valuesOf } from '../support/job';
import { openWorkbook, type Cell, type OpenWorkbook } from '../support/office';
import { isOf, typingInto } from '../support/typing';
import { blockUnder, sum, tableIn, type Row } from './audit';

/** Segments, and every figure by segment, channel and market, are what somebody computes from the rows and the blue cells. */

const CITIES = cities(3);
const OWNERS = ['Ana Ruiz', 'Ben Ito', 'Cy Fox'];
/** What formulas could take for a formula, a pattern, or something else. */
const INDUSTRIES = ['Retail', '=1+1', 'Oil*', 'Oil?', '~Gas', 'Food & "Beverage"', ''];
const SOURCES = ['Web', 'Ref*', '', 'Event'];
const HEADERS = [
  'Account ID',
  'Account Name',
  'Account Owner',
  'Parent Account ID',
  'City',
  'State',
  'Type',
  'Industry',
  'Employees',
  'Potential',
  'ARR',
  'Won Deals',
  'Lost Deals',
  'Lead Source',
  'Churn Risk',
];
const COUNT = 70;

const accountRow = (i: number): Cell[] => {
  const employees = i % 9 === 0 ? 1000 + 37 * i : 5 + ((i * 193) % 900);
  const isCustomer = i % 3 !== 0;
  const industry = INDUSTRIES[(i * 5) % INDUSTRIES.length] ?? '';
  return [
    `A${String(100 + i)}`,
    `Account ${String(i).padStart(2, '0')}`,
    OWNERS[(i * 7) % 3] ?? '',
    // A family of three and one of two, and a parent that is in no row.
    i === 5 || i === 6 ? 'A104' : i === 9 ? 'A108' : i === 20 ? 'X999' : '',
    ...(CITIES[i % 3] ?? []),
    isCustomer ? 'Customer' : i % 2 === 0 ? 'Former Customer' : 'Prospect',
    industry.startsWith('=') ? `'${industry}` : industry,
    i % 11 === 1
      ? ` ${employees.toLocaleString('en-US')} `
      : i % 11 === 2
        ? null
        : i % 11 === 3
          ? -9
          : employees,
    1000 + ((i * 613) % 900),
    isCustomer ? 100 + ((i * 37) % 400) : 0,
    isCustomer || i % 2 === 0 ? i % 4 : 0,
    (i * 3) % 5,
    SOURCES[i % 4] ?? '',
    isCustomer ? (['Low', 'High', 'Medium'][i % 3] ?? '') : '',
  ];
};
/** What the cell of employees is meant to say. */
const employeesOf = (cell: Cell): number => {
  const number = typeof cell === 'number' ? cell : Number(String(cell).replace(/[ ,]/g, '') || NaN);
  return number >= 0 ? number : NaN;
};
const ROWS = Array.from({ length: COUNT }, (_, i) => accountRow(i));
ROWS.splice(30, 0, new Array<Cell>(HEADERS.length).fill(null));
const TEAM: Cell[][] = [
  ['Rep Name', 'Segment', 'Active'],
  ['Ana Ruiz', 'Strategic', true],
  ['Ben Ito', 'Commercial', true],
  ['Cy Fox', 'SMB', true],
];

let book: OpenWorkbook;
let store: Store;
let workbook: OfficeWorkbook;
afterEach(() => {
  book.dispose();
});

async function open(
  language: 'en' | 'de' = 'en',
  headers = HEADERS,
  rows = ROWS,
  team = true,
): Promise<void> {
  book = await openWorkbook({ sheets: { Export: [headers, ...rows], ...(team ? { Team: TEAM } : {}) } });
  workbook = new OfficeWorkbook(clock);
  store = new Store({ workbook, solver: new InlineSolver(), places, clock }, language);
  await store.run(openPane);
  await store.run(design);
  await store.run(apply);
  await store.run(keep);
  expect(store.state.trouble).toBeUndefined();
}

const listRows = async (): Promise<Row[]> => {
  const [headers = [], ...body] = await valuesOf(book, 'Export');
  return body
    .map((line) => Object.fromEntries(headers.map((header, c) => [String(header), line[c] ?? ''])))
    .filter((row) => row['Account Name'] !== '');
};

const type = typingInto(() => book);

/** Whoever is called one, pays or has bought. */
const isCustomer = (row: Row) =>
  row['Type'] === 'Customer' || Number(row['ARR']) > 0 || Number(row['Won Deals']) > 0;

/** The segment of the first rule in the table that fits, by hand. @param times how much further the lines are */
function byRule(row: Row, rules: readonly Row[], times = 1): Cell {
  const employees = employeesOf(row['Employees'] ?? '');
  const potential = Number(row['Potential']);
  const fits = (value: number, from: Cell, below: Cell) =>
    typeof from !== 'number' && typeof below !== 'number'
      ? true
      : value >= (typeof from === 'number' ? from : 0) * times &&
        (typeof below !== 'number' || value < below * times);
  for (const rule of rules) {
    const words = String(rule['Industry'] ?? '')
      .split(';')
      .map((word) => word.trim().toLowerCase())
      .filter((word) => word !== '');
    if (!fits(employees, rule['Employees from'] ?? '', rule['Employees below'] ?? '')) continue;
    if (!fits(potential, rule['Potential from'] ?? '', rule['Potential below'] ?? '')) continue;
    if (words.length > 0 && !words.includes(String(row['Industry']).trim().toLowerCase())) continue;
    return rule['Segment'] ?? '';
  }
  return 'Other';
}

const HEADS: Readonly<Record<string, string>> = { A105: 'A104', A106: 'A104', A109: 'A108' };

/** Every segment and every figure. @param kept segments at the last writing, by account; none: those of the rules */
async function audit(kept = new Map<Cell, Cell>(), family?: ReadonlyMap<Cell, Cell>) {
  const rows = await listRows();
  const sheet = await valuesOf(book, 'Segments');
  const rules = tableIn(sheet, 'Segment', 'Employees from');
  const set = new Map(tableIn(sheet, 'Setting', 'Value').map((row) => [row['Setting'], row['Value']]));
  const zone = Number(set.get('Dead zone'));
  const segment = new Map<Cell, Cell>();
  const own = new Map<Cell, Cell>();
  for (const row of rows) {
    const id = row['Account ID'] ?? '';
    const rule = byRule(row, rules);
    const was = kept.get(id) ?? rule;
    const isNear = [1 + zone, 1 - zone].some((times) => byRule(row, rules, times) === was);
    own.set(id, isNear ? was : rule);
    expect([id, row['Segment by Rule']]).toEqual([id, rule]);
  }
  for (const row of rows) {
    const id = row['Account ID'] ?? '';
    const head = set.get('Families together') === true ? HEADS[String(id)] : undefined;
    segment.set(id, (head === undefined ? own : (family ?? own)).get(head ?? id) ?? '');
    expect([id, row['Segment']]).toEqual([id, segment.get(id)]);
  }
  const check = (line: Row, some: readonly Row[], all: number) => {
    const label = Object.values(line)[0];
    const of = (header: string, from = some) => sum(from.map((row) => Number(row[header])));
    const customers = some.filter(isCustomer);
    const former = some.filter(isOf('Type', 'Former Customer')).length;
    const ever = some.filter((row) => isCustomer(row) || row['Type'] === 'Former Customer').length;
    const close = (header: string, value: number) => {
      const told = line[header];
      expect([label, header, typeof told]).toEqual([
        label,
        header,
        Number.isFinite(value) ? 'number' : 'string',
      ]);
      if (Number.isFinite(value)) expect(Number(told)).toBeCloseTo(value, 4);
    };
    expect([label, line['Accounts'], line['Customers']]).toEqual([label, some.length, customers.length]);
    close('Part of accounts', some.length / all);
    close('Share won', customers.length / some.length);
    close('Conversion', of('Won Deals') / (of('Won Deals') + of('Lost Deals')));
    close('Churned', former / ever);
    close('At risk', of('ARR', some.filter(isOf('Churn Risk', 'High'))) / of('ARR'));
    close('ARR a customer', of('ARR') / customers.length);
    close('Potential', of('Potential'));
    close('ARR', of('ARR'));
    close('ARR ÷ potential', of('ARR') / of('Potential'));
  };
  const told = tableIn(sheet, 'Segment', 'Accounts');
  const seen = [...new Set([...rules.map((rule) => String(rule['Segment'])), 'Other'])];
  expect(told.map((line) => line['Segment'])).toEqual(['All accounts', ...seen]);
  for (const line of told)
    check(
      line,
      rows.filter(
        (row) =>
          line['Segment'] === 'All accounts' || segment.get(row['Account ID'] ?? '') === line['Segment'],
      ),
      rows.length,
    );
  for (const rule of rules)
    expect(rule['Accounts now']).toBe([...segment.values()].filter((one) => one === rule['Segment']).length);
  for (const line of tableIn(sheet, 'Lead source', 'Accounts')) {
    const label = line['Lead source'];
    const is = (row: Row) =>
      label === 'All accounts' || row['Lead Source'] === (label === 'Without' ? '' : label);
    check(line, rows.filter(is), rows.length);
  }
  const markets = tableIn(sheet, 'Rank', 'Market');
  const worth = INDUSTRIES.filter((name) => name !== '').map((name) => {
    const some = rows.filter((row) => row['Industry'] === name);
    const of = (header: string) => sum(some.map((row) => Number(row[header])));
    const former = some.filter(isOf('Type', 'Former Customer')).length;
    const ever = some.filter((row) => isCustomer(row) || row['Type'] === 'Former Customer').length;
    const open = of('Potential') - of('ARR');
    const rate = of('Won Deals') / (of('Won Deals') + of('Lost Deals'));
    return { name, worth: open * rate * (1 - former / ever) };
  });
  worth.sort((a, b) => b.worth - a.worth);
  expect(markets.map((line) => [line['Rank'], line['Market']])).toEqual(
    worth.map(({ name }, n) => [n + 1, name]),
  );
  markets.forEach((line, n) => {
    expect(Number(line['Worth pursuing'])).toBeCloseTo(worth[n]?.worth ?? NaN, 4);
  });
  return { segment, own };
}

/** Reps and travel of every row, from the hours beside accounts: a seat is at work where its hours are. */
async function auditEffort() {
  const rows = await listRows();
  const sheet = await valuesOf(book, 'Segments');
  const set = tableIn(await valuesOf(book, 'Workload'), 'Setting', 'Value').map((row) =>
    Number(row['Value']),
  );
  const [year = NaN, selling = NaN, travelling = NaN, speed = NaN, , rate = NaN] = set;
  const seats = tableIn(await valuesOf(book, 'Territory Plan'), 'Territory', 'Id');
  const of = (some: readonly Row[], header: string) => sum(some.map((row) => Number(row[header])));
  const share = (row: Row) => Number(row['Capacity share']);
  const at = (row: Row) => (account: Row) => account['Territory'] === row['Territory'];
  const parted = (some: readonly Row[]) =>
    sum(
      seats.map(
        (seat) =>
          (share(seat) * of(some.filter(at(seat)), 'Workload Hrs')) /
          of(rows.filter(at(seat)), 'Workload Hrs'),
      ),
    );
  const lines = (label: string) =>
    tableIn(sheet, label, 'Accounts').map((line) => ({ line, me: line[label] ?? '' }));
  const check = (line: Row, some: readonly Row[], here: number) => {
    expect(line['Reps needed']).toBeCloseTo(of(some, 'Workload Hrs') / (year * (selling + travelling)), 6);
    expect(line['Reps here']).toBeCloseTo(here, 6);
    expect(line['Travel cost']).toBeCloseTo(of(some, 'Travel Hrs') * speed * rate, 2);
    expect('Cost of seats' in line).toBe(false);
  };
  for (const { line, me } of lines('Lead source')) {
    const isIn = (row: Row) => me === 'All accounts' || row['Lead Source'] === (me === 'Without' ? '' : me);
    check(line, rows.filter(isIn), parted(rows.filter(isIn)));
  }
  for (const { line, me } of lines('Segment')) {
    const some = rows.filter((row) => me === 'All accounts' || row['Segment'] === me);
    // The team says whose seats are whose.
    check(
      line,
      some,
      sum(seats.filter((seat) => me === 'All accounts' || seat['Segment'] === me).map(share)),
    );
  }
  expect(seats.length).toBe(3);
}

const told = async (label: string): Promise<Cell> => {
  const line = (await valuesOf(book, 'Segments')).find(([first]) => first === label);
  return line?.[1] ?? '';
};

test('segments, channels and markets are what rows and blue cells make of them, before and after edits; Revert leaves no trace', async () => {
  await open();
  const before = await picture(book);
  await store.run(writeSheet, 'segments');
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.news).toMatch(/Columns in the list: Segment\./);
  const rules = tableIn(await valuesOf(book, 'Segments'), 'Segment', 'Employees from');
  // The team's own words, and the usual lines.
  expect(rules.map((row) => [row['Segment'], row['Employees from'], row['Employees below']])).toEqual([
    ['Strategic', 1000, ''],
    ['Commercial', 100, ''],
    ['SMB', '', 100],
  ]);
  await audit();
  await store.run(revert);
  expect(store.state.news).toBe('Everything Evenfield changed is as it was before.');
  expect(await picture(book)).toEqual(before);

  await store.run(writeSheet, 'segments');
  await store.run(keep);
  const { own } = await audit();
  // A rule with words, hostile ones among them; a line that moves.
  await type('EfSegmentRules', 'Industry', isOf('Segment', 'Commercial'), 'oil*; ~Gas;Food & "Beverage"');
  await type('EfSegmentRules', 'Potential below', isOf('Segment', 'SMB'), 1700);
  await type('EfSegmentRules', 'Employees from', isOf('Segment', 'Strategic'), 1200);
  await type('EfSegmentSettings', 'Value', isOf('Setting', 'Dead zone'), 0.2);
  await audit(own, own);
  await type('EfSegmentSettings', 'Value', isOf('Setting', 'Families together'), 'No');
  await audit(own, own);
  await type('EfSegmentSettings', 'Value', isOf('Setting', 'Families together'), true);
  await type('EfSegmentRules', 'Segment', isOf('Segment', 'SMB'), 'Small?');
  await audit(own, own);
  await type('Accounts', 'Employees', isOf('Account ID', 'A110'), 4000);
  await type('Accounts', 'Type', isOf('Account ID', 'A111'), 'Customer');
  await audit(own, own);
  expect(await told('Accounts in no row of the table below')).toBe(0);

  // Written again, what was typed stays.
  await store.run(writeSheet, 'segments');
  expect(store.state.trouble).toBeUndefined();
  await store.run(keep);
  expect(store.state.refused).toEqual([]);
  const again = tableIn(await valuesOf(book, 'Segments'), 'Segment', 'Employees from');
  expect(again.map((row) => [row['Segment'], row['Employees from'], row['Industry']])).toEqual([
    ['Strategic', 1200, ''],
    ['Commercial', 100, 'oil*; ~Gas;Food & "Beverage"'],
    ['Small?', '', ''],
  ]);
});

test('an account stays in its segment near the line, and leaves it beyond', async () => {
  await open();
  await store.run(writeSheet, 'segments');
  await store.run(keep);
  const { own } = await audit();
  const rowOf = async (id: string) => (await listRows()).find(isOf('Account ID', id));
  const small = [...own].find(([id, name]) => name === 'SMB' && HEADS[String(id)] === undefined)?.[0] ?? '';
  const grow = async (employees: number) => {
    await type('Accounts', 'Employees', isOf('Account ID', small), employees);
    return [(await rowOf(String(small)))?.['Segment'], (await rowOf(String(small)))?.['Segment Note']];
  };
  expect(await grow(99)).toEqual(['SMB', '']);
  expect(await grow(100)).toEqual(['SMB', 'Kept: near the line']);
  expect(await grow(109)).toEqual(['SMB', 'Kept: near the line']);
  expect(await told('Accounts kept where they were, near a line')).toBe(1);
  expect(await grow(110)).toEqual(['Commercial', 'Was SMB']);
  expect(await grow(5000)).toEqual(['Strategic', 'Was SMB']);
  await audit(own, own);
  await grow(105);
  await store.run(writeSheet, 'segments');
  await store.run(keep);
  // Written again it still is where it was: it has not crossed the line by enough.
  expect((await rowOf(String(small)))?.['Segment']).toBe('SMB');
});

test('where the team has segments our column binds from then on, and the sentence names it', async () => {
  await open();
  expect(store.state.understanding?.settings.bySegment).toBeUndefined();
  const standing = store.state.understanding?.book.record?.inputHash;
  await store.run(writeSheet, 'segments');
  await store.run(keep);
  const { understanding } = store.state;
  expect(understanding?.settings.bySegment).toBe(true);
  expect(understanding?.choices.notices.find(({ code }) => code === 'bound.bySegment')?.params).toEqual({
    ours: 'Segment',
  });
  await store.run(design);
  const { designed } = store.state;
  expect(store.state.trouble).toBeUndefined();
  expect(designed?.record.inputHash).not.toBe(standing);
  await store.run(apply);
  await store.run(keep);
  const rows = await listRows();
  const balance = tableIn(await valuesOf(book, 'Territory Plan'), 'Territory', 'Id');
  const segmentOf = new Map(balance.map((row) => [row['Territory'], row['Segment']]));
  for (const row of rows)
    if (row['Segment'] !== 'Other')
      expect([row['Account ID'], segmentOf.get(row['Territory'] ?? '')]).toEqual([
        row['Account ID'],
        row['Segment'],
      ]);
  // The plan is not stale by being written, and is by a rule that moves accounts.
  const hash = store.state.understanding?.book.record?.inputHash;
  expect(designed?.record.inputHash).toBe(hash);
});

test('a list with segments of its own keeps them: nothing is appended, the sheet tells of them', async () => {
  const headers = [...HEADERS.slice(0, -1), 'Segment'];
  const rows = ROWS.map((row, n) => [
    ...row.slice(0, -1),
    row[0] === null ? null : (['SMB', 'Big*', ''][n % 3] ?? ''),
  ]);
  await open('en', headers, rows, false);
  const columns = (await valuesOf(book, 'Export'))[0];
  await store.run(writeSheet, 'segments');
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.pending?.state).toBe('none');
  expect(store.state.news).toMatch(/Its figures follow the plan/);
  expect((await valuesOf(book, 'Export'))[0]).toEqual(columns);
  const list = await listRows();
  const lines = tableIn(await valuesOf(book, 'Segments'), 'Segment', 'Accounts');
  expect(lines.map((line) => [line['Segment'], line['Accounts'], line['ARR']])).toEqual(
    ['All accounts', 'Big*', 'SMB', 'Without']
      .map((label) => {
        const some = list.filter(
          (row) => label === 'All accounts' || row['Segment'] === (label === 'Without' ? '' : label),
        );
        return [label, some.length, sum(some.map((row) => Number(row['ARR'])))];
      })
      .sort((a, b) => (a[0] === 'Without' ? 1 : b[0] === 'Without' ? -1 : Number(b[1]) - Number(a[1]))),
  );
});

test('goals are measured in the table by segment, in the language of the sheet; what cannot be is told', async () => {
  await open('de');
  await store.run(writeSheet, 'segments');
  expect(store.state.trouble).toBeUndefined();
  await store.run(keep);
  const goal = (header: string, value: Cell) => type('EfSegmentGoals', header, () => true, value);
  await goal('Ziel', 'Mehr große');
  await goal('Maß', 'ARR');
  await goal('Segment', 'Commercial');
  await goal('Zielwert', 1);
  const line = async () => tableIn(await valuesOf(book, 'Segmente'), 'Ziel', 'Maß')[0];
  const arr = sum((await listRows()).filter(isOf('Segment', 'Commercial')).map((row) => Number(row['ARR'])));
  expect(arr).toBeGreaterThan(1);
  expect([(await line())?.['Jetzt'], (await line())?.['Erreicht?']]).toEqual([arr, 'Erreicht']);
  await goal('Zielwert', 1e9);
  expect((await line())?.['Erreicht?']).toBe('Noch nicht');
  await store.run(lookAgain);
  expect(store.state.refused).toEqual([]);
  expect(store.state.understanding?.settings.segments?.goals).toEqual([
    { goal: 'Mehr große', measure: 'arr', segment: 'Commercial', target: 1e9 },
  ]);
  await type('EfSegmentSettings', 'Wert', isOf('Einstellung', 'Tote Zone'), 7);
  await type('EfSegmentRules', 'Mitarbeiter ab', isOf('Segment', 'Commercial'), -3);
  await store.run(lookAgain);
  expect(store.state.refused.join(' ')).toMatch(/Tote Zone/);
  expect(store.state.refused.join(' ')).toMatch(/Mitarbeiter ab \(Regel 2\)/);
});

test('headless with scores; and a long list has values that say the same', async () => {
  book = await openWorkbook({ sheets: { Export: [HEADERS, ...ROWS], Team: TEAM } });
  workbook = new OfficeWorkbook(clock);
  const understanding = await understood({ segments: { deadZone: 0.05 } }, workbook);
  const designed = await designPlan(understanding, new InlineSolver(), clock);
  await workbook.apply(
    await prepareOrder(understanding, designed, workbook, [scoreWeights, workloadSheet, segmentsSheet]),
  );
  await audit();
  await auditEffort();
  expect(blockUnder(await valuesOf(book, 'Balance'), 'Checks').size).toBeGreaterThan(0);
  const rows = await listRows();
  const [all] = tableIn(await valuesOf(book, 'Segments'), 'Segment', 'Accounts');
  const scores = rows.map((row) => row['ICP Score']).filter((score) => typeof score === 'number');
  expect(Number(all?.['Score, mean'])).toBeCloseTo(sum(scores) / scores.length, 4);
  await workbook.keep();
  const again = await understood({}, workbook);
  const standing = await standingContext(again, workbook, []);
  const context = segmentsContext(again, standing, {}, clock.now().toISOString(), () => false, 10);
  expect(context.values?.segment).toEqual(rows.map((row) => row['Segment']));
  expect(context.values?.ruled).toEqual(rows.map((row) => row['Segment by Rule']));
});
