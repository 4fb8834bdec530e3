import { changeSettings } from '../../src/app/actions/change-settings';
import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { revert } from '../../src/app/actions/revert';
import type { Store } from '../../src/app/store';
import { openList } from '../support/meddle';
import type { OpenWorkbook } from '../support/office';
import { act, appliedPane } from '../support/pane';

let book: OpenWorkbook;
let store: Store;
beforeEach(async () => {
  book = await openList('table');
  store = await appliedPane();
  await store.run(keep);
});
afterEach(() => {
  book.dispose();
});

const on = (name: string, deed: (sheet: Excel.Worksheet) => void) =>
  act(book, ({ worksheets }) => {
    deed(worksheets.getItem(name));
  });

async function second(): Promise<void> {
  await store.run(changeSettings, { territories: 2, seed: 5 });
  await store.run(design);
  await store.run(apply);
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.pending.state).toBe('applied');
}

const widths = (name: string, columns: number) =>
  book.run(async (context) => {
    const cells = Array.from({ length: columns }, (_, c) => {
      const { format } = context.workbook.worksheets.getItem(name).getRangeByIndexes(0, c, 1, 1);
      format.load('columnWidth');
      return format;
    });
    await context.sync();
    return cells.map(({ columnWidth }) => Math.round(columnWidth));
  });

describe('what the user made of columns and rows of ours since Apply stays', () => {
  test('widths, which are told from those that the plan gave', async () => {
    await on('Balance', (sheet) => {
      sheet.getRange('C:C').format.columnWidth = 111;
    });
    await on('Export', (sheet) => {
      sheet.getRange('J:J').format.columnWidth = 99;
    });
    const before = { Balance: await widths('Balance', 12), Export: await widths('Export', 16) };
    await second();
    // Columns B of Balance and Territory of the list; C and Moved? have the width that the plan gave them.
    await on('Balance', (sheet) => {
      sheet.getRange('B:B').format.columnWidth = 200;
    });
    await on('Export', (sheet) => {
      sheet.getRange('H:H').format.columnWidth = 150;
    });
    await store.run(revert);
    expect(store.state.news).toBe(
      'Everything of ours is as it was before; what is yours stays as it is now.',
    );
    before.Balance[1] = 200;
    before.Export[7] = 150;
    expect(await widths('Balance', 12)).toEqual(before.Balance);
    expect(await widths('Export', 16)).toEqual(before.Export);
  });

  test('a sheet that was deleted since comes back with the widths it had', async () => {
    await on('Balance', (sheet) => {
      sheet.getRange('C:C').format.columnWidth = 111;
    });
    const before = await widths('Balance', 12);
    await second();
    await on('Balance', (sheet) => {
      sheet.delete();
    });
    await store.run(revert);
    expect(store.state.trouble).toBeUndefined();
    expect(await widths('Balance', 12)).toEqual(before);
  });

  test('columns of ours deleted since come back as wide, and as hidden, as they were', async () => {
    await on('Export', (sheet) => {
      sheet.getRange('J:J').format.columnWidth = 99;
      sheet.getRange('K:K').columnHidden = true;
    });
    await second();
    await act(book, ({ tables }) => {
      for (const header of ['Moved?', 'Lock']) tables.getItem('Deals').columns.getItem(header).delete();
    });
    await store.run(revert);
    expect(store.state.trouble).toBeUndefined();
    const [moved, lock] = await book.run(async (context) => {
      const cells = ['Moved?', 'Lock'].map((header) => {
        const cell = context.workbook.tables.getItem('Deals').columns.getItem(header).getHeaderRowRange();
        cell.load('columnHidden');
        cell.format.load('columnWidth');
        return cell;
      });
      await context.sync();
      return cells.map(({ columnHidden, format }) => ({
        isHidden: columnHidden,
        width: Math.round(format.columnWidth),
      }));
    });
    expect(moved).toEqual({ isHidden: false, width: 99 });
    expect(lock?.isHidden).toBe(true);
  });

  test('hidden rows, those with a height of ours among them, and a column of ours shown or hidden', async () => {
    await second();
    await on('Balance', (sheet) => {
      sheet.getRange('1:6').rowHidden = true;
    });
    await on('Export', (sheet) => {
      sheet.getRange('L:L').columnHidden = true;
      sheet.getRange('M:M').columnHidden = false;
    });
    await store.run(revert);
    expect(store.state.pending.state).toBe('none');
    const found = await book.run(async (context) => {
      const { worksheets } = context.workbook;
      const ranges = [
        ...Array.from({ length: 7 }, (_, r) => worksheets.getItem('Balance').getRangeByIndexes(r, 0, 1, 1)),
        ...['L1', 'M1'].map((address) => worksheets.getItem('Export').getRange(address)),
      ];
      for (const range of ranges) range.load('rowHidden,columnHidden');
      await context.sync();
      return ranges.map(({ rowHidden, columnHidden }) => rowHidden || columnHidden);
    });
    expect(found).toEqual([true, true, true, true, true, true, false, true, false]);
  });
});

/** Conditional formats of a sheet, and how its cells look. */
const looks = (name: string) =>
  book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const rules = sheet.getRange().conditionalFormats;
    rules.load('items/type');
    const cells = Array.from({ length: 40 * 18 }, (_, n) => {
      const cell = sheet.getRangeByIndexes(Math.floor(n / 18), n % 18, 1, 1);
      cell.load('formulas,numberFormat');
      cell.format.load('horizontalAlignment');
      cell.format.font.load('color,bold,size');
      cell.format.fill.load('color');
      return cell;
    });
    await context.sync();
    const areas = rules.items.map((rule) => {
      const found = rule.getRanges();
      found.load('address');
      return { found, type: rule.type };
    });
    await context.sync();
    return {
      rules: areas.map(({ found, type }) => `${type} ${found.address}`).sort(),
      cells: cells.map(({ formulas, numberFormat, format }) =>
        JSON.stringify([
          formulas,
          numberFormat,
          format.horizontalAlignment,
          format.font.toJSON(),
          format.fill.toJSON(),
        ]),
      ),
    };
  });

describe('rows and columns that the user inserted in Balance before a second Apply', () => {
  test.each([
    ['two rows at its top', '1:2', 'Down'],
    ['three rows at its top, then one among its checks', '1:3,9:9', 'Down'],
    ['a column at its left', 'A:A', 'Right'],
  ] as const)('%s: Revert gives back looks and conditional formats where they were', async (_, at, shift) => {
    for (const address of at.split(','))
      await on('Balance', (sheet) => {
        sheet.getRange(address).insert(shift);
      });
    const before = await looks('Balance');
    await second();
    expect(await looks('Balance')).not.toEqual(before);
    await store.run(revert);
    expect(store.state.trouble).toBeUndefined();
    const now = await looks('Balance');
    expect(now.rules).toEqual(before.rules);
    expect(now.cells).toEqual(before.cells);
  });
});

const heights = (name: string, rows: number) =>
  book.run(async (context) => {
    const cells = Array.from({ length: rows }, (_, r) => {
      const { format } = context.workbook.worksheets.getItem(name).getRangeByIndexes(r, 0, 1, 1);
      format.load('rowHeight');
      return format;
    });
    await context.sync();
    return cells.map(({ rowHeight }) => Math.round(rowHeight));
  });

test('rows that are heads no more are as high as others: of the plan before, and of the one that is taken back', async () => {
  const before = await heights('Balance', 40);
  await second();
  const after = await heights('Balance', 40);
  // The heads move up with a territory less; there are no more high rows than before.
  const high = (all: readonly number[]) => all.filter((points) => points > 20).length;
  expect(after).not.toEqual(before);
  expect(high(after)).toBe(high(before));
  await store.run(revert);
  expect(await heights('Balance', 40)).toEqual(before);
});

test('heads that the user made higher stay so where they are heads no more', async () => {
  const before = await heights('Balance', 40);
  const heads = before.flatMap((points, row) => (points > 20 ? [row] : []));
  await on('Balance', (sheet) => {
    for (const row of heads) sheet.getRangeByIndexes(row, 0, 1, 1).format.rowHeight = 77;
  });
  await second();
  const after = await heights('Balance', 40);
  expect(heads.filter((row) => after[row] === 77)).not.toEqual([]);
  expect(heads.every((row) => (after[row] ?? 0) > 20)).toBe(true);
});
