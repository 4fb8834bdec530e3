import { Store } from '../../src/app/store';
import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { lookAgain } from '../../src/app/actions/look-again';
import { open as openPane } from '../../src/app/actions/open';
import { keep } from '../../src/app/actions/keep';
import { revert } from '../../src/app/actions/revert';
import { writeSheet } from '../../src/app/actions/write-sheet';
import { scoreFact } from '../../src/app/pages/design/score-fact';
import { scoreBasis } from '../../src/app/score-sources';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { InlineSolver } from '../../src/worker/inline-solver';
import { cities } from '../support/cities';
import { clock, picture, places, understood, valuesOf } from '../support/job';
import { openWorkbook, type Cell, type OpenWorkbook } from '../support/office';
import { typingInto } from '../support/typing';
import { tableIn, type Row } from './audit';
import { ENGLISH, expectedScore, type ScoreWords, type TrueFactors } from './audit-score';

/** Scores, tiers and points are what somebody computes from the rows and the blue cells, whatever is edited. */

const day = (iso: string): number => Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
const CITIES = cities(3);
const OWNERS = ['Ana Ruiz', 'Ben Ito', 'Cy Fox'];
/** What formulas could take for a formula, a pattern, or something else. */
const INDUSTRIES = ['Retail', '=1+1', 'Oil*', 'Oil?', '~Gas', 'Food & "Beverage"', '+Plus', 'Ship|ping'];
const HEADERS = [
  'Account Name',
  'Account Owner',
  'City',
  'State',
  'Industry',
  'Potential',
  'ARR',
  'YoY Growth',
  'Employees',
  'Last Activity',
  'Lead Source',
  'Products',
  'Churn Risk',
];
const COUNT = 48;

interface Line {
  readonly cells: readonly Cell[];
  readonly truth: TrueFactors;
}

function lineOf(i: number, name = `Account ${String(i).padStart(2, '0')}`): Line {
  const industry = INDUSTRIES[(i * 5) % INDUSTRIES.length] ?? '';
  const potential = 1000 + ((i * 613) % 900);
  const growth = ((i * 7) % 31) / 100 - 0.1;
  const employees = 20 + ((i * 37) % 400);
  const last = day('2026-03-01') + ((i * 29) % 260);
  const source = ['Web', 'Referral', 'Event'][i % 3] ?? '';
  const products = [['Cloud'], ['Cloud', 'Support'], ['Support'], []][i % 4] ?? [];
  const risk = ['High', 'Medium', 'Low', ''][i % 4] ?? '';
  const isOf = (n: number, of = 11) => i % of === n;
  const potentialCell: readonly [Cell, number | undefined] = isOf(1)
    ? [`$${potential.toLocaleString('en-US')}.00 `, potential]
    : isOf(2)
      ? [`${potential / 1000} K`, potential]
      : isOf(3)
        ? ['-', undefined]
        : isOf(4)
          ? [-500, undefined]
          : isOf(5)
            ? [null, undefined]
            : [potential, potential];
  const growthCell: readonly [Cell, number | undefined] = isOf(6) ? ['n/a', undefined] : [growth, growth];
  const lastCell: readonly [Cell, number | undefined] = isOf(7)
    ? [new Date(Date.UTC(1899, 11, 30) + last * 86_400_000).toISOString().slice(0, 10), last]
    : isOf(8)
      ? [null, undefined]
      : [last, last];
  const employeesCell: readonly [Cell, number | undefined] = isOf(9)
    ? [-999, undefined]
    : [employees, employees];
  const industryCell: readonly [Cell, string | undefined] = isOf(10)
    ? [null, undefined]
    : isOf(0)
      ? [` ${industry}  `.replace(/^ =/, '='), industry]
      : [industry, industry];
  return {
    cells: [
      name,
      OWNERS[(i * 7) % 3] ?? '',
      ...(CITIES[i % 3] ?? []),
      typeof industryCell[0] === 'string' && industryCell[0].startsWith('=')
        ? `'${industryCell[0]}`
        : industryCell[0],
      potentialCell[0],
      i % 2 === 0 ? 100 * (i + 1) : 0,
      growthCell[0],
      employeesCell[0],
      lastCell[0],
      source,
      products.join(i % 8 < 4 ? '; ' : ','),
      risk,
    ],
    truth: {
      name,
      numbers: { Potential: potentialCell[1], 'YoY Growth': growthCell[1], Employees: employeesCell[1] },
      days: { 'Last Activity': lastCell[1] },
      words: {
        Industry: industryCell[1],
        'Lead Source': source,
        Products: products.length === 0 ? undefined : products.join(i % 8 < 4 ? '; ' : ','),
        'Churn Risk': risk === '' ? undefined : risk,
      },
      products: products.map((product) => product.toLowerCase()),
    },
  };
}

const LINES = Array.from({ length: COUNT }, (_, i) => lineOf(i));
const ROWS: Cell[][] = LINES.map(({ cells }) => [...cells]);
ROWS.splice(20, 0, new Array<Cell>(HEADERS.length).fill(null));

let book: OpenWorkbook;
let store: Store;
let workbook: OfficeWorkbook;

async function open(language: 'en' | 'de' = 'en', rows: readonly (readonly Cell[])[] = ROWS): Promise<void> {
  book = await openWorkbook({ sheets: { Export: [HEADERS, ...rows] } });
  workbook = new OfficeWorkbook(clock);
  store = new Store({ workbook, solver: new InlineSolver(), places, clock }, language);
  await store.run(openPane);
  await store.run(design);
  await store.run(apply);
  await store.run(keep);
}
afterEach(() => {
  book.dispose();
});

const listRows = async (): Promise<Row[]> => {
  const cells = await valuesOf(book, 'Export');
  const [headers = [], ...body] = cells;
  return body.map((line) => Object.fromEntries(headers.map((header, c) => [String(header), line[c] ?? ''])));
};

/** Every figure of every account. @returns how many were looked at */
async function audit(truths: readonly TrueFactors[], words: ScoreWords = ENGLISH, name = 'Score Weights') {
  const sheet = await valuesOf(book, name);
  const rows = await listRows();
  let checked = 0;
  for (const row of rows) {
    const truth = truths.find((one) => one.name === row['Account Name']);
    if (truth === undefined) {
      expect([row['Account Name'], row[words.score], row[words.data], row[words.tier]]).toEqual([
        '',
        '',
        '',
        '',
      ]);
      continue;
    }
    const is = expectedScore(truth, sheet, words);
    for (const [label, points] of Object.entries(is.points)) {
      const cell = row[words.pointsOf(label)];
      if (points === '') expect([truth.name, label, cell]).toEqual([truth.name, label, '']);
      else {
        expect([truth.name, label, typeof cell]).toEqual([truth.name, label, 'number']);
        expect(Number(cell)).toBeCloseTo(points, 5);
      }
      checked++;
    }
    if (is.score === '') expect(row[words.score]).toBe('');
    else expect(Number(row[words.score])).toBeCloseTo(is.score, 3);
    expect(Number(row[words.data])).toBeCloseTo(is.share, 5);
    expect([truth.name, row[words.tier]]).toEqual([truth.name, is.tier]);
  }
  const tiers = tableIn(sheet, words.tier, words.from);
  for (const tier of tiers) {
    const own = rows.filter((row) => row[words.tier] === tier[words.tier]).length;
    expect([tier[words.tier], Object.values(tier)[2]]).toEqual([tier[words.tier], own]);
  }
  expect(rows.filter((row) => row['Account Name'] !== '')).toHaveLength(truths.length);
  return checked;
}

const TRUTHS = LINES.map(({ truth }) => truth);
const type = typingInto(() => book);

test('every figure of a dirty list is what its rows and the blue cells make of it, before and after edits', async () => {
  await open();
  await store.run(writeSheet, 'score-weights');
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.news).toMatch(
    /^The sheet Score Weights is written\..*Columns in the list: ICP Score, Tier, Score Data\./,
  );
  expect(store.state.news).toMatch(/no column for Propensity to buy, .*Decision maker/);
  const factors = tableIn(await valuesOf(book, 'Score Weights'), 'Factor', 'Column of the list');
  expect(factors.map((row) => row['Factor'])).toEqual([
    'Potential',
    'Growth',
    'Employees',
    'Last contact',
    'Churn risk',
    'Industry',
    'Lead source',
    'Products owned',
    'Complementary product',
  ]);
  expect(await audit(TRUTHS)).toBe(9 * COUNT);
  await store.run(keep);
  expect(store.state.news).toBe('What was written is kept.');

  // Blue cells: a weight, an end, points, a threshold, the day; in any order of the rows.
  const isOf = (factor: string) => (row: Row) => row['Factor'] === factor;
  await type('EfScoreFactors', 'Weight', isOf('Growth'), 40);
  await type('EfScoreFactors', '1 point at', isOf('Employees'), 111);
  await type('EfScorePoints', 'Points (0 to 1)', (row) => row['Value'] === 'Oil*', 0.9);
  await type('EfScorePoints', 'Points (0 to 1)', (row) => row['Value'] === '~Gas', '');
  await type('EfScoreTiers', 'From score', (row) => row['Tier'] === 'D', 60);
  await type('EfScoreFactors', 'Product', isOf('Complementary product'), 'Support');
  await audit(TRUTHS);

  // Cells of the list, its order, another row.
  await type('Accounts', 'Industry', (row) => row['Account Name'] === 'Account 03', 'Oil?');
  await type('Accounts', 'YoY Growth', (row) => row['Account Name'] === 'Account 04', 0.2);
  const changed = TRUTHS.map((truth) =>
    truth.name === 'Account 03'
      ? { ...truth, words: { ...truth.words, Industry: 'Oil?' } }
      : truth.name === 'Account 04'
        ? { ...truth, numbers: { ...truth.numbers, 'YoY Growth': 0.2 } }
        : truth,
  );
  await audit(changed);
  await turnRound();
  await audit(changed);
  const added = lineOf(12, 'Zeta');
  await append(added.cells);
  await audit([...changed, added.truth]);

  // Written anew, what was typed stays.
  await store.run(writeSheet, 'score-weights');
  expect(store.state.trouble).toBeUndefined();
  const sheet = await valuesOf(book, 'Score Weights');
  const again = tableIn(sheet, 'Factor', 'Column of the list');
  expect(again.find(isOf('Growth'))?.['Weight']).toBe(40);
  expect(again.find(isOf('Employees'))?.['1 point at']).toBe(111);
  expect(again.find(isOf('Complementary product'))?.['Product']).toBe('Support');
  const values = tableIn(sheet, 'Factor', 'Value');
  expect(values.find((row) => row['Value'] === 'Oil*')?.['Points (0 to 1)']).toBe(0.9);
  expect(values.find((row) => row['Value'] === '~Gas')?.['Points (0 to 1)']).toBe('');
  expect(tableIn(sheet, 'Tier', 'From score').map((row) => row['From score'])).toContain(60);
  await audit([...changed, added.truth]);
});

/** The list's own cells from the last row to the first, as sorting does it: formulas stay in their rows. */
const turnRound = (): Promise<void> =>
  book.run(async (context) => {
    const body = context.workbook.tables.getItem('Accounts').getDataBodyRange();
    const own = body.getResizedRange(0, 0);
    own.load('values,formulas,columnCount');
    await context.sync();
    for (let c = 0; c < own.columnCount; c++) {
      if (own.formulas.some((line) => String(line[c]).startsWith('=') && line[c] !== INDUSTRIES[1])) continue;
      body.getColumn(c).values = [...own.values].reverse().map((line) => {
        const cell = line[c] as Cell;
        return [typeof cell === 'string' && cell !== '' ? `'${cell}` : cell];
      });
    }
    await context.sync();
  });

/** One more row below, filled in by its user; formulas come by themselves. */
const append = (cells: readonly Cell[]): Promise<void> =>
  book.run(async (context) => {
    const table = context.workbook.tables.getItem('Accounts');
    table.resize(table.getRange().getResizedRange(1, 0));
    await context.sync();
    const row = table.getDataBodyRange().getLastRow();
    row.getCell(0, 0).getResizedRange(0, cells.length - 1).values = [
      cells.map((cell) => (typeof cell === 'string' && !/^'/.test(cell) ? `'${cell}` : cell)),
    ] as never;
    await context.sync();
  });

test('Revert leaves no trace of scores, and what a column of the user’s is called is left to him', async () => {
  book = await openWorkbook({
    sheets: {
      Export: [[...HEADERS, 'Tier'], ...ROWS.map((row, i) => [...row, i % 2 === 0 ? 'Gold' : null])],
    },
  });
  workbook = new OfficeWorkbook(clock);
  store = new Store({ workbook, solver: new InlineSolver(), places, clock }, 'en');
  await store.run(openPane);
  await store.run(design);
  await store.run(apply);
  await store.run(keep);
  const before = await picture(book);
  await store.run(writeSheet, 'score-weights');
  expect(store.state.trouble).toBeUndefined();
  const rows = await listRows();
  expect(rows.slice(0, 3).map((row) => row['Tier'])).toEqual(['Gold', '', 'Gold']);
  expect(rows[0]?.['Ef Tier']).toMatch(/^[ABCD]$/);
  expect(store.state.pending.state).toBe('applied');
  await store.run(revert);
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.news).toBe('Everything Evenfield changed is as it was before.');
  expect(await picture(book)).toEqual(before);
});

test('a column that was moved and renamed is found again, and a plan leaves scores alone', async () => {
  await open();
  await store.run(writeSheet, 'score-weights');
  await store.run(keep);
  await book.run(async (context) => {
    const { columns } = context.workbook.tables.getItem('Accounts');
    columns.getItem('ICP Score').name = 'Fit';
    columns.getItem('Industry').name = 'Sector';
    await context.sync();
  });
  const before = await listRows();
  await store.run(design);
  await store.run(apply);
  expect(store.state.trouble).toBeUndefined();
  await store.run(revert);
  expect(store.state.trouble).toBeUndefined();
  await store.run(design);
  await store.run(apply);
  await store.run(keep);
  await store.run(lookAgain);
  // Its cells are as they were written: they are no words of the user's.
  expect(JSON.stringify((await workbook.load('settings')) ?? {})).not.toContain('score');
  const rows = await listRows();
  expect(rows.map((row) => [row['Fit'], row['Tier'], row['Industry (points)']])).toEqual(
    before.map((row) => [row['Fit'], row['Tier'], row['Industry (points)']]),
  );
  await store.run(writeSheet, 'score-weights');
  expect(store.state.trouble).toBeUndefined();
  const [headers = []] = await valuesOf(book, 'Export');
  expect(headers.filter((header) => /Fit|ICP|Tier/.test(String(header)))).toEqual(['Fit', 'Tier']);
  const [factor] = tableIn(await valuesOf(book, 'Score Weights'), 'Factor', 'Column of the list').filter(
    (row) => row['Factor'] === 'Industry',
  );
  expect(factor?.['Column of the list']).toBe('Sector');

  // The account in the selected row tells what its score comes from.
  const { understanding } = store.state;
  if (understanding === undefined) throw new Error('There is a list.');
  const [said] = scoreFact(understanding, 2, store.say, store.numbers);
  expect(said).toMatch(/^ICP score [\d.]+, tier [ABCD], from \d+% of the weights; lifted by \w.* \d/);
});

test('German words, and cells that cannot be count as usual and are told', async () => {
  await open('de');
  await store.run(writeSheet, 'score-weights');
  expect(store.state.trouble).toBeUndefined();
  await store.run(keep);
  const german: ScoreWords = {
    factor: 'Faktor',
    source: 'Spalte der Liste',
    weight: 'Gewicht',
    low: '0 Punkte bei',
    high: '1 Punkt bei',
    half: 'Halb nach Tagen',
    other: 'Andere Werte',
    product: 'Produkt',
    value: 'Wert',
    points: 'Punkte (0 bis 1)',
    tier: 'Stufe',
    from: 'Ab Score',
    score: 'ICP-Score',
    data: 'Score-Daten',
    pointsOf: (factor) => `${factor} (Punkte)`,
    complement: 'Ergänzendes Produkt',
  };
  await audit(TRUTHS, german, 'Score-Gewichte');
  const usual = await listRows();
  const isGrowth = (row: Row) => row['Faktor'] === 'Wachstum';
  await type('EfScoreFactors', 'Gewicht', isGrowth, -3);
  await type('EfScorePoints', 'Punkte (0 bis 1)', (row) => row['Wert'] === 'Web', 7);
  // A weight below 0 counts as the usual one; points above 1 as 1.
  const rows = await listRows();
  expect(rows.map((row) => row['Score-Daten'])).toEqual(usual.map((row) => row['Score-Daten']));
  expect(rows.find((row) => row['Lead Source'] === 'Web')?.['Leadquelle (Punkte)']).toBe(1);
  await store.run(lookAgain);
  expect(store.state.refused.join(' ')).toMatch(/Gewicht \(Wachstum\)/);
  expect(store.state.refused.join(' ')).toMatch(/Punkte \(0 bis 1\) \(Leadquelle\)/);
});

test('a long list gets values, the same as formulas would say', async () => {
  await open();
  await store.run(writeSheet, 'score-weights');
  const rows = await listRows();
  const understanding = await understood({}, workbook);
  const basis = scoreBasis(understanding, day('2026-11-22'), 10);
  const { accounts } = understanding.list;
  const filled = rows.filter((row) => row['Account Name'] !== '');
  expect(accounts.count).toBe(COUNT);
  filled.forEach((row, i) => {
    const cell = (value: number | undefined) => (Number.isNaN(value) ? '' : value);
    expect([row['ICP Score'], row['Tier']]).toEqual([cell(basis.values?.score[i]), basis.values?.tier[i]]);
    for (const { id, frozen } of basis.factors)
      expect([id, row[`${store.say(`score.factor.${id}`)} (points)`]]).toEqual([id, cell(frozen?.[i])]);
  });
});
