import { designPlan } from '../../src/app/design';
import { prepareOrder } from '../../src/app/write-order';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { InlineSolver } from '../../src/worker/inline-solver';
import { difference, isSame, requestsOf, wholeState, withFault } from '../support/faults';
import { carryOut, clock, picture, understood, valuesOf } from '../support/job';
import { openWorkbook, type Cell, type OpenWorkbook } from '../support/office';
import { sheetNames } from '../support/pane';

/*
 * A list of deals is planned by its customers: the list of these is made by Apply, through the one door, says what it
 * holds, and goes again.
 */

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

const REPS = ['Ada Quill', 'Ben Marsh', 'Cy Dorn'];
const CUSTOMERS = ['Oakmere Ltd', 'Pinfold Inc', 'Quarrydale', 'Rushford', 'Silverbeck', 'Tarnside'];
const DEALS: readonly (readonly Cell[])[] = [
  ['Topic', 'Owner', 'Potential Customer', 'Est. revenue', 'Status'],
  ...Array.from({ length: 24 }, (_, i) => [
    `Deal ${i}`,
    REPS[i % 3] ?? '',
    CUSTOMERS[i % 6] ?? '',
    1000 + i,
    i % 4 === 3 ? 'Won' : 'Open',
  ]),
];

const open = async () => {
  book = await openWorkbook({ sheets: { Deals: DEALS } });
};
/** The figures beside what is said above the list. */
const changes = async () => (await valuesOf(book, 'Accounts')).slice(1, 4).map((row) => row[1]);
const set = (address: string, value: Cell) =>
  book.run(async (context) => {
    context.workbook.worksheets.getItem('Deals').getRange(address).values = [[value]];
    await context.sync();
  });

test('it says that it holds values, and shows what has changed in its rows since', async () => {
  await open();
  await carryOut();
  const [what, ...lines] = await valuesOf(book, 'Accounts');
  expect(what?.[0]).toBe(
    'Summed up from Deals, 24 rows. These are values and do not follow it; below is what has changed there since.',
  );
  expect(lines.slice(0, 3).map((row) => row[0])).toEqual([
    'Cells more or fewer there (0 is as it was)',
    'Difference of its numbers',
    'Changes of stage or status',
  ]);
  expect(await changes()).toEqual([0, 0, 0]);
  await set('D2', 1250);
  expect(await changes()).toEqual([0, 250, 0]);
  await set('E2', 'Lost');
  expect(await changes()).toEqual([0, 250, 1]);
  await set('C26', 'Oakmere Ltd');
  expect(await changes()).toEqual([1, 250, 1]);
});

test('Revert takes it away with the plan, and Keep lets it stay', async () => {
  await open();
  const before = await picture(book);
  const { workbook } = await carryOut();
  expect(await sheetNames(book)).toContain('Accounts');
  expect((await workbook.revert()).isUntouched).toBe(true);
  expect(await picture(book)).toEqual(before);
  const again = await carryOut();
  await again.workbook.keep();
  expect((await understood()).list).toMatchObject({ ref: { table: 'Accounts' }, accounts: { count: 6 } });
});

test('with something of the user’s beside it, it stays without our columns, and that is said', async () => {
  await open();
  const { workbook } = await carryOut();
  await book.run(async (context) => {
    const used = context.workbook.worksheets.getItem('Accounts').getUsedRange();
    used.getLastColumn().getCell(6, 0).getOffsetRange(0, 2).values = [['ask Ada']];
    await context.sync();
  });
  expect((await workbook.revert()).sheetsStay).toEqual(['Accounts']);
  const cells = (await valuesOf(book, 'Accounts')).flat();
  expect(cells).toContain('ask Ada');
  expect(cells).toContain('Oakmere Ltd');
  expect(cells).not.toContain('Territory');
});

const inList = (deed: (table: Excel.Table, sheet: Excel.Worksheet) => void) =>
  book.run(async (context) => {
    deed(context.workbook.tables.getItem('Accounts'), context.workbook.worksheets.getItem('Accounts'));
    await context.sync();
  });

describe('what the user did on it since', () => {
  test.each<[string, (table: Excel.Table, sheet: Excel.Worksheet) => void, Cell]>([
    [
      'a cell says something else',
      (table) => {
        table.getDataBodyRange().getCell(1, 1).values = [['Eva Lind']];
      },
      'Eva Lind',
    ],
    [
      'a row deleted, and a remark within where it stood',
      (table, sheet) => {
        table.getDataBodyRange().getCell(1, 0).getEntireRow().delete('Up');
        sheet.getRange('A11').values = [['ask Ben']];
      },
      'ask Ben',
    ],
    [
      'a formula',
      (table) => {
        table.getDataBodyRange().getCell(0, 2).formulas = [['=7000+7']];
      },
      7007,
    ],
  ])('%s: it stays, without our columns, and that is said', async (_, deed, word) => {
    await open();
    const { workbook } = await carryOut();
    await inList(deed);
    expect((await workbook.revert()).sheetsStay).toEqual(['Accounts']);
    const cells = (await valuesOf(book, 'Accounts')).flat();
    expect(cells).toContain(word);
    expect(cells).not.toContain('Territory');
  });

  test('sorted, moved by blank rows and columns: nothing of theirs is there, and it goes', async () => {
    await open();
    const before = await picture(book);
    const { workbook } = await carryOut();
    await inList((_, sheet) => {
      sheet.getRange('1:2').insert('Down');
      sheet.getRange('A:A').insert('Right');
    });
    await workbook.revert();
    expect(await picture(book)).toEqual(before);
  });

  test('a cell of ours filled: it goes, and is counted', async () => {
    await open();
    const { workbook } = await carryOut();
    await inList((table) => {
      table.columns.getItem('Lock').getDataBodyRange().getCell(2, 0).values = [['Keep here']];
    });
    expect(await workbook.revert()).toMatchObject({ sheetsStay: [], typedGone: 1, isUntouched: false });
  });
});

test('a sheet that was renamed since goes all the same', async () => {
  await open();
  const { workbook } = await carryOut();
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Accounts').name = 'Customers';
    await context.sync();
  });
  await workbook.revert();
  expect(await sheetNames(book)).not.toContain('Customers');
});

test('a name that was taken since is refused before anything is written', async () => {
  await open();
  const understanding = await understood();
  const designed = await designPlan(understanding, new InlineSolver(), clock);
  const workbook = new OfficeWorkbook(clock);
  const order = await prepareOrder(understanding, designed, workbook);
  await book.run(async (context) => {
    context.workbook.worksheets.add('Accounts');
    await context.sync();
  });
  const before = await picture(book);
  await expect(workbook.apply(order)).rejects.toMatchObject({ code: 'nameTaken' });
  expect(await picture(book)).toEqual(before);
});

test('a fault at any of its requests leaves the workbook without it, or with all of it', async () => {
  const prepared = async () => {
    await open();
    const understanding = await understood();
    const designed = await designPlan(understanding, new InlineSolver(), clock);
    const workbook = new OfficeWorkbook(clock);
    const order = await prepareOrder(understanding, designed, workbook);
    return () => workbook.apply(order);
  };
  const job = await prepared();
  const old = await wholeState(book);
  const requests = await requestsOf(book, job);
  const now = await wholeState(book);
  book.dispose();
  for (const [i, n] of requests.entries()) {
    if (i % 9 !== 4) continue;
    const kind = (['before', 'after', 'gone'] as const)[i % 3] ?? 'before';
    const outcome = await withFault(book, n, kind, await prepared());
    const { state } = await new OfficeWorkbook(clock).pending();
    expect({ n, state }).not.toEqual({ n, state: 'broken' });
    const is = await wholeState(book);
    const end = isSame(is, now) ? 'new' : isSame(is, old) ? 'old' : difference(is, old, now);
    expect({ n, kind, outcome, end }).toEqual({
      n,
      kind,
      outcome,
      end: expect.stringMatching(/^(old|new)$/),
    });
    book.dispose();
  }
  await open();
}, 300_000);
