import { listFindings } from '../../src/app/actions/list-findings';
import { sheetsAlone } from '../../src/app/write-order';
import { findingsOf } from '../../src/app/understanding/findings-of';
import { MAIN_LAYER } from '../../src/plan/layer';
import { dataQuality } from '../../src/reports/data-quality';
import type { TableBlock } from '../../src/reports/spec';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { rowNamed, rowNames } from '../../src/workbook/row-names';
import { carryOut, clock, openSample, picture, understood, valuesOf } from '../support/job';
import { openWorkbook, type Cell, type OpenWorkbook } from '../support/office';
import { pane } from '../support/pane';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

const workbook = () => new OfficeWorkbook(clock);

async function list(): Promise<void> {
  const { sheets } = await sheetsAlone([dataQuality], await understood(), workbook(), clock);
  await workbook().apply({ layer: MAIN_LAYER, sheets });
  await workbook().keep();
}

test('the sheet Data Quality lists every finding, with a link to its cell, and the counts add up', async () => {
  book = await openSample({ accounts: 120, reps: 3 });
  const findings = findingsOf(await understood());
  expect(findings.length).toBeGreaterThan(0);
  await list();
  const cells = await valuesOf(book, 'Data Quality');
  const header = cells.findIndex((row) => row.includes('Understood'));
  const rows = cells.slice(header + 1);
  expect(rows).toHaveLength(findings.length);
  const kinds = cells.slice(5, header - 1);
  expect(kinds.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(findings.length);
  for (const row of kinds) expect(row[3]).toBe(row[2]);
  for (const row of rows.filter(([, , cell]) => cell !== ''))
    expect(row[2]).toMatch(/^Accounts![A-Z]+(\d+|:[A-Z]+)$/);
});

test('written again after a cell was corrected it is shorter; nothing of the longer list is left', async () => {
  book = await openSample({ accounts: 120, reps: 3 });
  await list();
  const before = await valuesOf(book, 'Data Quality');
  const finding = findingsOf(await understood()).find(({ row }) => row > 0);
  if (finding === undefined) throw new Error('The sample has findings.');
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Accounts');
    sheet
      .getRangeByIndexes(finding.row - 1, 0, 1, 30)
      .getEntireRow()
      .delete('Up');
    await context.sync();
  });
  await list();
  const after = await valuesOf(book, 'Data Quality');
  expect(after.length).toBeLessThan(before.length);
  expect(after.at(-1)?.[7]).not.toBe('');
});

test('a plan and the list do not disturb each other: Revert of the plan leaves the list', async () => {
  book = await openSample({ accounts: 60, reps: 3 });
  await list();
  const before = await picture(book);
  await carryOut();
  expect((await workbook().owned())?.layers['main']?.sheets).toEqual({
    'data-quality': 'Data Quality',
    'territory-plan': 'Territory Plan',
    balance: 'Balance',
  });
  await workbook().revert();
  expect(await picture(book)).toEqual(before);
  expect((await workbook().owned())?.layers['main']?.sheets).toEqual({ 'data-quality': 'Data Quality' });
});

test('our own list is never read as accounts', async () => {
  book = await openSample({ accounts: 60, reps: 3 });
  await list();
  const { ref, candidates } = (await understood()).list;
  expect(ref.table).toBe('Accounts');
  expect(candidates.map(({ sheet }) => sheet)).not.toContain('Data Quality');
});

/** Accounts of two reps; the columns of amounts are given. */
const exported = (headers: string[], amounts: (i: number) => number[]) => ({
  Export: [
    ['Account Name', 'Owner', ...headers],
    ...Array.from({ length: 24 }, (_, i) => [
      `Account ${i}`,
      ['Ana Ruiz', 'Ben Ito'][i % 2] ?? '',
      ...amounts(i),
    ]),
  ],
});

test('an account too large for any territory is a finding, at its cell', async () => {
  book = await openWorkbook({ sheets: exported(['Potential'], (i) => [i === 5 ? 90_000 : 100 + i]) });
  const findings = findingsOf(await understood());
  expect(findings.filter(({ code }) => code === 'largeAccount')).toMatchObject([
    { row: 7, column: 3, read: 'Account 5', understood: '90000' },
  ]);
});

test('of two columns that would fit, the one taken is a finding', async () => {
  book = await openWorkbook({
    sheets: exported(['Potential', 'Account Potential'], (i) => [100 + i, 200 + i]),
  });
  const whole = await understood();
  const findings = findingsOf(whole);
  const { mapping } = whole.list;
  expect(mapping.potential).toBeDefined();
  expect(findings).toContainEqual(
    expect.objectContaining({ code: 'doubtfulColumn', row: 0, column: (mapping.potential ?? -1) + 1 }),
  );
});

test('links are one formula; they lead to the account wherever its row and column have gone', async () => {
  book = await openWorkbook({
    sheets: exported(['Potential'], (i) => [i === 5 ? -7 : 100 + i]),
  });
  await carryOut();
  await workbook().keep();
  await list();
  const { sheets } = await sheetsAlone([dataQuality], await understood(), workbook(), clock);
  for (const block of sheets.flatMap(({ blocks }) => blocks))
    if (block.kind === 'table')
      for (const { cells } of block.columns)
        if (typeof cells !== 'string') expect(cells.every((cell) => typeof cell !== 'object')).toBe(true);
  const link = async () =>
    (await valuesOf(book, 'Data Quality'))
      .filter((line) => line.includes('Negative number') && line.includes('Potential'))
      .map((line) => line.slice(2, 4));
  expect(await link()).toEqual([['Export!C7', 7]]);
  await book.run(async (context) => {
    const body = context.workbook.tables.getItem('Accounts').getDataBodyRange();
    const three = body.getResizedRange(0, 0);
    three.load('values');
    await context.sync();
    const part = context.workbook.worksheets.getItem('Export').getRange('A2:C25');
    part.values = three.values.map((line) => line.slice(0, 3)).reverse();
    await context.sync();
  });
  expect(await link()).toEqual([['Export!C20', 20]]);
});

describe('notes in blank cells of findings', () => {
  /** Accounts of which every third has a potential that is none, and a place that is missing here and there. */
  const dirty = async (accounts: number): Promise<void> => {
    book = await openWorkbook({
      sheets: {
        Export: [
          ['Account ID', 'Account Name', 'City', 'State', 'Owner', 'Potential'],
          ...Array.from({ length: accounts }, (_, i) => [
            `A${String(i).padStart(3, '0')}`,
            `Account ${i}`,
            ...(i % 5 === 1
              ? ['', '']
              : ([
                  ['Denver', 'CO'],
                  ['Boise', 'ID'],
                ][i % 2] ?? [])),
            ['Ana Ruiz', 'Ben Ito'][i % 2] ?? '',
            i % 3 === 0 ? 'n/a' : 100 + i,
          ]),
        ],
      },
    });
  };
  const findings = () =>
    book.run(async (context) => {
      const table = context.workbook.tables.getItem('EfFindings').getRange();
      table.load('values,rowIndex,columnIndex');
      await context.sync();
      const [headers = [], ...rows] = table.values as Cell[][];
      const column = (header: string) => headers.indexOf(header);
      return { ...table.toJSON(), rows, column };
    });
  /** A note in the column Read of each finding where nothing was read; by the account of the finding. */
  const annotate = async (count: number): Promise<Record<string, Cell>> => {
    const { rows, column, rowIndex = 0, columnIndex = 0 } = await findings();
    const blanks = rows.flatMap((row, r) => (row[column('Read')] === '' ? [r] : [])).slice(0, count);
    expect(blanks.length).toBe(count);
    await book.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Data Quality');
      for (const r of blanks)
        sheet.getCell(rowIndex + 1 + r, columnIndex + column('Read')).values = [[`note ${r}`]];
      await context.sync();
    });
    return notes();
  };
  const notes = async (): Promise<Record<string, Cell>> => {
    const { rows, column } = await findings();
    return Object.fromEntries(
      rows
        .filter((row) => String(row[column('Read')]).startsWith('note'))
        .map((row) => [
          `${String(row[column('Account')])} ${String(row[column('Finding')])}`,
          row[column('Read')] ?? '',
        ]),
    );
  };
  const all = async () =>
    (await valuesOf(book, 'Data Quality')).flat().filter((cell) => String(cell).startsWith('note '));

  test.each([
    ['short', 20, 3],
    ['of more rows than are remembered', 200, 20],
  ])('go with their findings when the list is written again: %s', async (_, accounts, count) => {
    await dirty(accounts);
    const store = await pane();
    await store.run(listFindings);
    const typed = await annotate(count);
    expect(Object.keys(typed)).toHaveLength(count);
    const before = await valuesOf(book, 'Data Quality');
    await store.run(listFindings);
    expect(store.state.trouble).toBeUndefined();
    expect(await notes()).toEqual(typed);
    expect(await valuesOf(book, 'Data Quality')).toEqual(before);
    // The first account of a note is corrected: its finding is gone, and its note moves below, and that is said.
    const [first = ''] = Object.keys(typed);
    await book.run(async (context) => {
      const at = Number(/\d+/.exec(first)?.[0]) + 2;
      context.workbook.worksheets.getItem('Export').getRange(`C${at}:D${at}`).values = [['Denver', 'CO']];
      await context.sync();
    });
    await store.run(listFindings);
    const { [first]: lost, ...others } = typed;
    expect(await notes()).toEqual(others);
    expect((await all()).sort()).toEqual(Object.values(typed).sort());
    expect(await all()).toContain(lost);
    expect(store.state.news).toMatch(/had to move for what Evenfield writes/);
  });

  test('two rows that nothing tells apart have theirs in their order', () => {
    const column = (key: string, cells: string[]) => ({ key, header: key, cells });
    const table = (kinds: string[], reads: string[]): TableBlock => ({
      kind: 'table',
      row: 0,
      column: 0,
      name: 'EfSome',
      rows: kinds.length,
      columns: [column('kind', kinds), column('read', reads)],
    });
    const before = rowNames(table(['a', 'b', 'b', 'b'], ['', '', 'x', ''])) ?? [];
    const after = rowNames(table(['b', 'b', 'c', 'b'], ['', '', '', 'x'])) ?? [];
    expect(before.map((name) => rowNamed(name, after))).toEqual([-1, 0, 3, 1]);
  });
});
