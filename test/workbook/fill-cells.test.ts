import type { WriteOrder } from '../../src/app/ports';
import { Failure } from '../../src/plan/failures';
import { copies } from '../support/copies';
import { isSame, requestsOf, wholeState, withFault } from '../support/faults';
import { carryOut, valuesOf } from '../support/job';
import { beforeRequest, openList } from '../support/meddle';
import type { Cell, OpenWorkbook } from '../support/office';
import { act, sheetNames } from '../support/pane';
import { addTeam, fillOrder } from '../support/team-list';
import { paneOn } from '../support/write-jobs';

/** Cells of the team list and of ours that are filled: they go to their row, and are given back from wherever it is. */

let book: OpenWorkbook;
let order: WriteOrder;
afterEach(() => {
  book.dispose();
});

const prepared = (kind: 'table' | 'range') =>
  copies(async () => {
    const made = await openList('table', 12);
    await carryOut({ territories: 3 });
    await paneOn().keep();
    await addTeam(made, kind);
    return { book: made, found: await fillOrder() };
  });
const KINDS = { table: prepared('table'), range: prepared('range') };
const open = async (kind: 'table' | 'range') => {
  ({ book, found: order } = await KINDS[kind]());
};

/** The rows of the team list that say something, by what the first column says. */
async function team(first = 'Rep Name'): Promise<Record<string, Cell>[]> {
  const cells = await valuesOf(book, 'Reps');
  const top = cells.findIndex((line) => line.includes(first));
  const headers = cells[top] ?? [];
  return cells
    .slice(top + 1)
    .filter((line) => line[headers.indexOf('Role')] !== '')
    .map((line) =>
      Object.fromEntries(headers.flatMap((header, c) => (header === '' ? [] : [[header, line[c] ?? '']]))),
    );
}

const ownerOfSecond = (): Promise<Cell> =>
  book.run(async (context) => {
    const body = context.workbook.tables.getItem('EfTerritories').columns.getItem('Owner').getDataBodyRange();
    body.load('values');
    await context.sync();
    return (body.values as Cell[][])[1]?.[0] ?? '';
  });

/** Everything is written, and the host is gone before it is known to be whole. */
async function breakOff(): Promise<void> {
  const speaks = (text: string) => text.includes('"EfAt_fill_0_0"');
  const last = (await requestsOf(book, () => paneOn().apply(order), speaks)).at(-1) ?? 0;
  book.dispose();
  ({ book } = await KINDS[kindOf]());
  expect(await withFault(book, last, 'gone', () => paneOn().apply(order))).toBe('silent');
}
/** The request that fills cells of rows that are there; those that keep the journal are marked. */
const writesCells = (text: string) =>
  text.includes('"EfAt_fill_0_0"') && text.includes('"Nora Hall"') && !text.includes('"~');
let kindOf: 'table' | 'range' = 'table';

test.each(['table', 'range'] as const)(
  'what broke off is given back wherever its row is by now, and the user’s own words stay: %s',
  async (kind) => {
    kindOf = kind;
    await open(kind);
    const before = await team();
    const owner = await ownerOfSecond();
    await breakOff();
    expect((await team()).map((row) => row['Rep Name'])).toContain('Nora Hall');
    expect(await ownerOfSecond()).toBe('Nora Hall');
    await act(book, ({ worksheets, tables }) => {
      const sheet = worksheets.getItem('Reps');
      sheet.getRange('1:2').insert('Down');
      sheet.getRange('A:A').insert('Right');
      sheet.getRange('A1').values = [['My team']];
      if (kind === 'table') tables.getItem('Reps').name = 'Team';
      sheet.getRange('C5').values = [['Seller']];
      // The seat that was filled, and the one after it, trade places.
      sheet.getRange('C8:E8').values = [['', 'AE', '']];
      sheet.getRange('G8').values = [[false]];
      sheet.getRange('C7:E7').values = [['Nora Hall', 'Lead', 46_569]];
      sheet.getRange('G7').values = [[true]];
      sheet.getRange('E6').values = [[44_000]];
      worksheets.getItem('Territory Plan').getRange('A1').getEntireRow().insert('Down');
    });
    expect(await paneOn().pending()).toMatchObject({ state: 'rolledBack' });
    const now = await team('Seller');
    expect(now.map(({ Seller, Role, Active }) => [Seller, Role, Active])).toEqual([
      ['Ana Ruiz', 'AE', true],
      ['', 'Lead', false],
      ['', 'AE', false],
      ['Ben Ito', 'AE', true],
    ]);
    expect(now.map((row) => row['Start Date'])).toEqual([44_000, '', '', 45_100]);
    expect(before.map((row) => row['Start Date'])).toEqual([45_000, '', '', 45_100]);
    expect(await ownerOfSecond()).toBe(owner);
    const cells = await valuesOf(book, 'Reps');
    expect(cells.flat()).not.toContain('0x');
    // What stood below stands where it stood.
    expect(cells.findIndex((line) => line.includes('mine'))).toBe(11);
    const names = await book.run(async (context) => {
      context.workbook.names.load('items/name');
      await context.sync();
      return context.workbook.names.items.map(({ name }) => name);
    });
    expect(names.filter((name) => name.startsWith('EfAt_fill'))).toEqual([]);
  },
);

test('a cell of ours that was changed since what broke off is the user’s', async () => {
  kindOf = 'table';
  await open('table');
  await breakOff();
  await act(book, ({ tables }) => {
    const body = tables.getItem('EfTerritories').columns.getItem('Owner').getDataBodyRange();
    body.getCell(1, 0).values = [['Dan Wu']];
  });
  expect(await paneOn().pending()).toMatchObject({ state: 'rolledBack' });
  expect(await ownerOfSecond()).toBe('Dan Wu');
  expect((await team()).map((row) => row['Rep Name'])).toEqual(['Ana Ruiz', '', '', 'Ben Ito']);
});

test('of a row that was filled, a cell that was changed since stays, and the others are given back', async () => {
  kindOf = 'table';
  await open('table');
  await breakOff();
  const at = (await valuesOf(book, 'Reps')).findIndex((line) => line.includes('Nora Hall'));
  await act(book, ({ worksheets }) => {
    worksheets.getItem('Reps').getRangeByIndexes(at, 3, 1, 1).values = [[47_000]];
  });
  expect(await paneOn().pending()).toMatchObject({ state: 'rolledBack' });
  const rows = await team();
  expect(rows.map((row) => row['Rep Name'])).toEqual(['Ana Ruiz', '', '', 'Ben Ito']);
  expect(rows.map((row) => row['Start Date']).filter((cell) => cell === 47_000)).toHaveLength(1);
});

test.each(['table', 'range'] as const)(
  'rows that trade places right before they are written have what is theirs: %s',
  async (kind) => {
    await open(kind);
    let isSwapped = false;
    beforeRequest(book, async (text) => {
      if (isSwapped || !writesCells(text)) return;
      isSwapped = true;
      await book.host.userAction((model) => {
        const cells = model.sheetNamed('Reps')?.cells;
        for (const c of [1, 2, 3, 5]) {
          const [one, other] = [cells?.raw(5, c), cells?.raw(6, c)];
          cells?.put(5, c, other ?? null);
          cells?.put(6, c, one ?? null);
        }
      });
    });
    await paneOn().apply(order);
    expect(isSwapped).toBe(true);
    expect((await team()).filter((row) => row['Rep Name'] !== '0x')).toMatchObject([
      { 'Rep Name': 'Ana Ruiz', 'Start Date': 45_000, Active: true },
      { 'Rep Name': '', 'Start Date': '', Active: false },
      { 'Rep Name': 'Ben Ito', 'Start Date': 45_100, Active: true },
      { 'Rep Name': 'Nora Hall', Active: true },
    ]);
  },
);

test('what is written together goes together; where nothing more is written, the cells stay', async () => {
  await open('table');
  const before = await wholeState(book);
  const port = paneOn();
  let between: unknown;
  const failing = port.together(order, async () => {
    between = await port.pending();
    expect((await team()).map((row) => row['Rep Name'])).toContain('Nora Hall');
    throw new Failure('noSeats');
  });
  await expect(failing).rejects.toMatchObject({ code: 'noSeats', params: { outcome: 'back' } });
  // It is this pane's own, and goes on.
  expect(between).toEqual({ state: 'none' });
  expect(isSame(await wholeState(book), before)).toBe(true);
  await port.together(order, () => Promise.resolve());
  expect((await team()).map((row) => row['Rep Name'])).toContain('Nora Hall');
  expect(await port.pending()).toEqual({ state: 'none' });
  expect(await sheetNames(book)).not.toContain('EfCheckpoint');
});
