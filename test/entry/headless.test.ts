import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { LoadsSummary } from '../../src/app/loads-json';
import type { HeadlessSummary } from '../../src/app/summary-json';
import { design, type Run } from './command-line';

const HEADERS = ['Account Name', 'Potential', 'ARR', 'City', 'State', 'Owner'];
const ROWS = Array.from({ length: 60 }, (_, i) => [
  `Account ${i}`,
  1000 + 37 * (i % 11),
  500 + 91 * (i % 7),
  ['Denver', 'Boise', 'Austin', 'Boston'][i % 4] ?? '',
  ['CO', 'ID', 'TX', 'MA'][i % 4] ?? '',
  ['Ana Ruiz', 'Ben Ito', 'Cy Moss'][i % 3] ?? '',
]);

// A process takes two or three seconds where nothing else runs, and far longer where much does.
jest.setTimeout(120_000);

let folder: string;
const inFolder = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evenfield-command-'));
  await writeFile(inFolder('accounts.csv'), [HEADERS, ...ROWS].map((row) => row.join(',')).join('\r\n'));
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Notes').addRow(['made by hand']);
  book.addWorksheet('Export').addRows([HEADERS, ...ROWS]);
  await book.xlsx.writeFile(inFolder('accounts.xlsx'));
  await writeFile(inFolder('two.json'), JSON.stringify(TWO_METRICS));
  await writeFile(inFolder('bad.json'), JSON.stringify({ balance: [{ metric: 'profit' }] }));
  await writeFile(inFolder('picture.xlsx'), 'This is no workbook at all.');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const TWO_METRICS = {
  balance: [
    { metric: 'arr', tolerance: 0.15 },
    { metric: 'count', tolerance: 0.3 },
  ],
  territories: 4,
  seed: 7,
};

const TWO_METRICS_AS_TOLD = TWO_METRICS.balance.map(({ metric, tolerance }) => ({ name: metric, tolerance }));

/** What `--json` printed; fails unless it is one line of JSON, alone. */
function summaryOf({ code, stdout, stderr }: Run): HeadlessSummary {
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^\{.*\}\n$/);
  return JSON.parse(stdout) as HeadlessSummary;
}

async function planned(name: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(inFolder(name));
  return book;
}

/** The cells under a header of a sheet, as text. */
function columnOf(book: ExcelJS.Workbook, sheet: string, header: string): string[] {
  const rows = book.getWorksheet(sheet)?.getSheetValues() as ExcelJS.CellValue[][];
  const c = rows[1]?.indexOf(header) ?? -1;
  return rows.slice(2).map((row) => String(row[c]));
}

test('a list of text becomes a planned workbook, and it says in sentences what came out and where it is', async () => {
  const { code, stdout, stderr } = await design(
    folder,
    ...['accounts.csv', '--out', 'said.xlsx', '--territories', '5', '--quality'],
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('60 of 60 accounts placed in 5 territories.');
  expect(stdout).toMatch(/^\d+ accounts? changes? owner, \d+ stays?, \d+ had none\.$/m);
  expect(stdout.endsWith('Written to said.xlsx.\n')).toBe(true);
  const book = await planned('said.xlsx');
  expect(book.worksheets.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Balance', 'Territory Plan', 'Data Quality']),
  );
  expect(new Set(columnOf(book, 'accounts', 'Territory')).size).toBe(5);
});

describe('a settings file with two metrics', () => {
  const args = ['--settings', 'two.json', '--accounts', 'Export', '--json'];
  let first: Run;
  beforeAll(async () => {
    first = await design(folder, 'accounts.xlsx', '--out', 'planned.xlsx', ...args);
  });

  test('is honoured, and --json prints the figures alone', async () => {
    expect(summaryOf(first)).toMatchObject({
      accounts: 60,
      placed: 60,
      unassigned: 0,
      territories: 4,
      metrics: TWO_METRICS_AS_TOLD,
      run: { seed: 7 },
      mapping: { accountName: 'Account Name', arr: 'ARR', owner: 'Owner' },
      output: 'planned.xlsx',
    });
    expect(new Set(columnOf(await planned('planned.xlsx'), 'Export', 'Territory')).size).toBe(4);
  });

  test('is the start of the next plan: without a file it holds, and nothing of ours is taken for the user’s', async () => {
    const before = summaryOf(first);
    const input = await readFile(inFolder('planned.xlsx'));
    const after = summaryOf(await design(folder, 'planned.xlsx', '--out', 'again.xlsx', '--json'));
    expect(after).toMatchObject({
      accounts: 60,
      placed: 60,
      territories: 4,
      metrics: TWO_METRICS_AS_TOLD,
      run: { seed: 7, resultHash: before.run.resultHash },
      columns: before.columns,
      sheets: before.sheets,
    });
    // The plan in the input waits for Keep or Revert: it counts as kept, and that is said.
    expect(after.warnings[0]).toMatch(
      /^The input holds a plan that was applied and neither kept nor reverted\./,
    );
    expect(before.warnings.join()).not.toContain('The input holds a plan');
    const namesOf = (book: ExcelJS.Workbook) => book.worksheets.map(({ name }) => name).sort();
    expect(namesOf(await planned('again.xlsx'))).toEqual(namesOf(await planned('planned.xlsx')));
    expect((await readFile(inFolder('planned.xlsx'))).equals(input)).toBe(true);
  });
});

describe('what cannot be done is said in one line, with exit code 2 and without a file', () => {
  test.each([
    ['an input that is not there', ['gone.xlsx'], /^There is no file gone\.xlsx\.$/],
    ['a file that is no workbook', ['picture.xlsx'], /^picture\.xlsx could not be read as a workbook/],
    ['an unknown option', ['accounts.csv', '--teritories', '3'], /'--teritories'.*Usage: npm run design/],
    [
      'a setting with a value that cannot be',
      ['accounts.csv', '--settings', 'bad.json'],
      /^Setting balance\.0\.metric: expected a metric, found "?profit"?/,
    ],
    [
      'a number that is none',
      ['accounts.csv', '--territories', 'abc'],
      /^--territories takes a whole number, not "abc"\.$/,
    ],
    [
      'a table that is not there',
      ['accounts.xlsx', '--accounts', 'Elsewhere'],
      /^There is no table or sheet called Elsewhere\. There are: .*Export/,
    ],
  ])('%s', async (_, args, sentence) => {
    const { code, stdout, stderr } = await design(folder, ...args, '--out', 'never.xlsx', '--json');
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr.trimEnd()).toMatch(sentence);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(existsSync(inFolder('never.xlsx'))).toBe(false);
  });

  test('an output that is the input, which stays as it is', async () => {
    const before = await readFile(inFolder('accounts.csv'));
    const { code, stdout, stderr } = await design(folder, 'accounts.csv', '--out', './accounts.csv');
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: 'The output must not be the input file: accounts.csv.\n',
    });
    expect((await readFile(inFolder('accounts.csv'))).equals(before)).toBe(true);
  });
});

test('what a settings file says of territories that the plan has not is refused', async () => {
  await writeFile(
    inFolder('strangers.json'),
    JSON.stringify({ territoryNames: { T02: 'West', T77: 'East' } }),
  );
  expect(
    await design(
      folder,
      ...['accounts.csv', '--out', 'none.xlsx', '--territories', '5', '--settings', 'strangers.json'],
    ),
  ).toEqual({
    code: 2,
    stdout: '',
    stderr: 'The settings speak of T77, but the plan has the 5 territories T01 to T05.\n',
  });
  expect(existsSync(inFolder('none.xlsx'))).toBe(false);
});

describe('--loads', () => {
  const header = ['Account ID', 'Account Name', 'City', 'State', 'Owner', 'OwnerId', 'Potential'];
  const id = (prefix: string, n: number) => `${prefix}${String(n).padStart(12, '0')}AAA`;
  const owners = ['Ana Ruiz', 'Ben Ito', 'Cy Moss'];
  beforeAll(async () => {
    const rows = ROWS.map(([name, potential, , city, state], n) =>
      [id('001', n), name, city, state, owners[n % 3], id('005', n % 3), potential].join(','),
    );
    await writeFile(inFolder('crm.csv'), [header.join(','), ...rows].join('\r\n'));
    expect((await design(folder, 'crm.csv', '--out', 'crm.xlsx')).code).toBe(0);
  });

  test('writes the files of the plan that stands into a folder, with what takes them back', async () => {
    const { code, stdout, stderr } = await design(
      folder,
      ...['crm.xlsx', '--out', 'loaded.xlsx', '--loads', 'files', '--json'],
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const told = JSON.parse(stdout) as LoadsSummary;
    const list = (await planned('crm.xlsx')).getWorksheet('crm');
    const cell = (row: number, name: string) => {
      const column = (list?.getRow(1).values as string[]).indexOf(name);
      const { value } = list?.getRow(row).getCell(column) ?? {};
      return String(typeof value === 'object' && value !== null && 'result' in value ? value.result : value);
    };
    const moved = ROWS.map((_, n) => n + 2).filter(
      (row) => cell(row, 'Territory Owner') !== cell(row, 'Owner'),
    );
    expect(moved.length).toBeGreaterThan(10);
    const lines = (column: (row: number) => string) => [
      'Id,OwnerId',
      ...moved.map((row) => `${cell(row, 'Account ID')},${column(row)}`),
    ];
    const text = async (name: string) =>
      (await readFile(inFolder(`files/${name}`), 'utf8')).trimEnd().split('\r\n');
    expect(await text('load-owners.csv')).toEqual(
      lines((row) => id('005', owners.indexOf(cell(row, 'Territory Owner')))),
    );
    expect(await text('load-owners-rollback.csv')).toEqual(lines((row) => cell(row, 'OwnerId')));
    expect(told).toMatchObject({ target: 'salesforce', accounts: 60, changed: moved.length, problems: [] });
    expect(told.files.find(({ key }) => key === 'owners')).toMatchObject({
      rows: moved.length,
      object: 'Account',
    });
    expect((await planned('loaded.xlsx')).getWorksheet('Load Owners')?.rowCount).toBe(moved.length + 1);
  });

  test('refuses a file where a folder is wanted, before anything is written', async () => {
    const { code, stderr } = await design(folder, ...['crm.xlsx', '--out', 'no.xlsx', '--loads', 'crm.csv']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/^--loads takes a folder: [^\n]+\n$/),
    });
    expect(existsSync(inFolder('no.xlsx'))).toBe(false);
  });

  test.each([
    ['a workbook without a plan', ['crm.csv'], /^No plan stands in this list/],
    [
      'something that would make another plan',
      ['crm.xlsx', '--seed', '3'],
      /^--loads is about the plan that stands, and designs none: leave --seed out/,
    ],
  ])('refuses %s', async (_, args, sentence) => {
    const { code, stderr } = await design(folder, ...args, '--out', 'no.xlsx', '--loads', 'none');
    expect(code).toBe(2);
    expect(stderr).toMatch(sentence);
    expect([existsSync(inFolder('no.xlsx')), existsSync(inFolder('none'))]).toEqual([false, false]);
  });
});

describe('--event', () => {
  const play = async (input: string, output: string, events: unknown, ...more: string[]) => {
    await writeFile(inFolder('events.json'), JSON.stringify(events));
    return design(folder, input, '--out', output, '--event', 'events.json', ...more);
  };
  const rowsIn = async (name: string, sheet: string): Promise<Record<string, string>[]> => {
    const [heads = [], ...rows] = await cellsIn(name, sheet);
    return rows.map((row) => Object.fromEntries(heads.map((head, c) => [head, row[c] ?? ''])));
  };
  const cellsIn = async (name: string, sheet: string): Promise<string[][]> => {
    const there = (await planned(name)).getWorksheet(sheet);
    const out: string[][] = [];
    there?.eachRow((row) => {
      const cells = (row.values as ExcelJS.CellValue[]).slice(1);
      out.push(
        Array.from(cells, (cell) =>
          String(typeof cell === 'object' && cell !== null && 'result' in cell ? cell.result : (cell ?? '')),
        ),
      );
    });
    return out;
  };

  test('a year is replayed: moved, accepted, logged, put back, loaded', async () => {
    expect((await design(folder, 'accounts.csv', '--out', 'start.xlsx', '--territories', '3')).code).toBe(0);
    const before = await rowsIn('start.xlsx', 'accounts');
    const territories = [...new Set(before.map((row) => row['Territory']))];
    const other = (n: number) => territories.find((name) => name !== before[n]?.['Territory']) ?? '';
    const events = [
      { event: 'move', account: 'Account 3', to: other(3) },
      { event: 'accept', by: 'Eva', reason: 'asked for', effective: '2027-02-01' },
      { event: 'move', account: 'Account 4', to: other(4) },
      { event: 'putBack' },
      { event: 'sheet', key: 'health' },
    ];
    const { code, stdout, stderr } = await play(
      'start.xlsx',
      'year.xlsx',
      events,
      '--loads',
      'year',
      '--json',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const told = JSON.parse(stdout) as { events: string[]; changed: number };
    expect(told.events).toEqual([
      `Account 3 is proposed for ${other(3)}.`,
      '1 change is accepted and on the log.',
      `Account 4 is proposed for ${other(4)}.`,
      '1 account is where it was accepted.',
      'The sheet Health is written. Its figures follow the plan.',
    ]);
    const after = await rowsIn('year.xlsx', 'accounts');
    expect([after[3]?.['Territory'], after[3]?.['Accepted Territory']]).toEqual([other(3), other(3)]);
    expect(after[4]?.['Territory']).toBe(before[4]?.['Territory']);
    const log = await cellsIn('year.xlsx', 'Change Log');
    expect(log.at(-1)?.slice(2, 8)).toEqual([
      'Eva',
      'Account 3',
      'Account 3',
      before[3]?.['Territory'],
      other(3),
      'asked for',
    ]);
    expect(existsSync(inFolder('year/load-routing.csv'))).toBe(true);
  });

  test.each([
    [
      'what cannot be done',
      { event: 'move', account: 'Nobody', to: 'x' },
      /^Event 1 was not done: There is no account Nobody/,
    ],
    ['what nobody knows', [{ event: 'place' }, { event: 'party' }], /^Event 2 cannot be read: event: /],
    ['a word too many', { event: 'place', account: 'x' }, /^Event 1 cannot be read: account: /],
  ])('%s is said, and nothing written', async (_, events, sentence) => {
    const { code, stderr } = await play('start.xlsx', 'none.xlsx', events);
    expect(code).toBe(2);
    expect(stderr).toMatch(sentence);
    expect(existsSync(inFolder('none.xlsx'))).toBe(false);
  });
});
