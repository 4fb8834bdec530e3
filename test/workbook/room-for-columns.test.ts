import { changeSettings } from '../../src/app/actions/change-settings';
import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { revert } from '../../src/app/actions/revert';
import { byAccount, insertAccount, openList } from '../support/meddle';
import type { OpenWorkbook } from '../support/office';
import { pane } from '../support/pane';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

const on = (act: (sheet: Excel.Worksheet) => void) =>
  book.run(async (context) => {
    act(context.workbook.worksheets.getItem('Export'));
    await context.sync();
  });

const everywhere = (format: string) => format as unknown as string[][];

function paint(sheet: Excel.Worksheet): void {
  sheet.getRange('A1:Z1').format.fill.color = '#112233';
  sheet.getRange('A1:Z1').format.font.bold = true;
  sheet.getRange('H2:J25').numberFormat = everywhere('0.00');
  // Stripes, in the column that Territory takes.
  for (let row = 2; row < 20; row += 2) sheet.getRange(`H${row}:Z${row}`).format.fill.color = '#EEEEEE';
  sheet.getRange('H5').format.font.color = '#FF0000';
  sheet.getRange('H6').format.font.italic = true;
  sheet.getRange('K3:K9').numberFormat = everywhere('@');
  sheet.getRange('L2:L25').format.borders.getItem('EdgeLeft').style = 'Continuous';
}

function rule(sheet: Excel.Worksheet): void {
  sheet.getRange('H2:H25').dataValidation.rule = { list: { inCellDropDown: true, source: 'a,b' } };
  sheet.getRange('I4:I9').dataValidation.rule = { wholeNumber: { formula1: 3, operator: 'GreaterThan' } };
  for (const address of ['A2:Z25', 'H2:H25', 'I2:J25']) {
    const { custom } = sheet.getRange(address).conditionalFormats.add('Custom');
    custom.rule.formula = '=$F2>120';
    custom.format.fill.color = '#FF0000';
  }
}

/** How every cell from A1 to AA40 looks, what is allowed in it, and where conditional formats stand. */
async function looks(): Promise<unknown> {
  return book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Export');
    const used = sheet.getUsedRange(false);
    used.load('address');
    const all = sheet.getRange('A1:AA40');
    all.load('numberFormat');
    const cells = Array.from({ length: 40 * 20 }, (_, n) => {
      const cell = sheet.getRangeByIndexes(Math.floor(n / 20), 7 + (n % 20), 1, 1);
      cell.format.load('horizontalAlignment');
      cell.format.fill.load('color,pattern');
      cell.format.font.load('name,size,color,bold,italic,underline');
      cell.format.borders.load('items/style');
      cell.dataValidation.load('type,rule');
      return cell;
    });
    const { conditionalFormats } = sheet.getRange();
    conditionalFormats.load('items/id');
    await context.sync();
    const rules = conditionalFormats.items.map((item) => {
      const ranges = item.getRanges();
      ranges.load('address');
      item.custom.rule.load('formula');
      return { ranges, custom: item.custom };
    });
    await context.sync();
    return {
      used: used.address,
      formats: all.numberFormat,
      rules: rules.map(({ ranges, custom }) => [ranges.address, custom.rule.formula]),
      cells: cells.map(({ format, dataValidation }) => [
        format.horizontalAlignment,
        format.fill.toJSON(),
        format.font.toJSON(),
        format.borders.items.map(({ style }) => style),
        dataValidation.type,
        dataValidation.rule,
      ]),
    };
  });
}

async function applied() {
  const store = await pane();
  await store.run(design);
  await store.run(apply);
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.pending.state).toBe('applied');
  return store;
}

describe.each(['table', 'range'] as const)('the empty cells beside a %s that our columns take', (kind) => {
  test.each([
    ['nothing', () => undefined],
    ['fills, fonts, borders and number formats', paint],
    ['drop-downs and conditional formats', rule],
    [
      'all of it',
      (sheet: Excel.Worksheet) => {
        paint(sheet);
        rule(sheet);
      },
    ],
    [
      'another font on the whole sheet',
      (sheet: Excel.Worksheet) => {
        sheet.getRange('A1:AA60').format.font.name = 'Arial';
        sheet.getRange('A1:AA60').format.font.size = 9;
      },
    ],
  ])('held %s: Revert gives it back', async (_what, prepare) => {
    book = await openList(kind);
    await on(prepare);
    const before = await looks();
    const store = await applied();
    await store.run(revert);
    expect(store.state.news).toBe('Everything Evenfield changed is as it was before.');
    expect(await looks()).toEqual(before);
  });

  test('a rule of the user’s over the list stays whole while the plan stands, and goes on standing', async () => {
    book = await openList(kind);
    await on(rule);
    const over = async () =>
      ((await looks()) as { rules: [string, string][] }).rules.filter(([address]) => /A2:Z25/.test(address));
    expect(await over()).toHaveLength(1);
    const store = await applied();
    expect(await over()).toHaveLength(1);
    await store.run(keep);
    await store.run(changeSettings, { territories: 2 });
    await store.run(design);
    await store.run(apply);
    expect(await over()).toHaveLength(1);
    await store.run(revert);
    expect(store.state.trouble).toBeUndefined();
    expect(await over()).toHaveLength(1);
  });
});

test('a formula of ours in cells that were formatted as text is a formula', async () => {
  book = await openList('range');
  await on((sheet) => {
    sheet.getRange('H1:Z40').numberFormat = everywhere('@');
  });
  const before = await looks();
  const store = await applied();
  expect(Object.values(await byAccount(book, 'Reason')).some((cell) => String(cell).startsWith('='))).toBe(
    false,
  );
  await store.run(revert);
  expect(await looks()).toEqual(before);
});

test('where rows came since it is said that looks are lost which differed from row to row', async () => {
  book = await openList('table');
  await on(paint);
  const store = await applied();
  await insertAccount(book, 3, 'N1');
  await store.run(revert);
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.news).toContain('formats of yours that could not all be given back');
});

describe('where the user’s own column stands to the right of ours by then', () => {
  const mine = () =>
    book.run(async (context) => {
      const table = context.workbook.tables.getItem('Deals');
      const beside = table.getRange().getLastColumn().getOffsetRange(0, 1);
      beside.values = Array.from({ length: 25 }, (_, r) => [r === 0 ? 'Mine' : `note ${r}`]);
      table.resize(table.getRange().getResizedRange(0, 1));
      await context.sync();
    });
  /** Header and first rows from H to R: number format, fill, drop-down. */
  const room = () =>
    book.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Export');
      const cells = Array.from({ length: 3 * 11 }, (_, n) => {
        const cell = sheet.getRangeByIndexes(Math.floor(n / 11), 7 + (n % 11), 1, 1);
        cell.load('address,values,numberFormat');
        cell.format.fill.load('color,pattern');
        cell.format.font.load('bold,color');
        cell.dataValidation.load('type');
        return cell;
      });
      await context.sync();
      return cells.map(({ address, values, numberFormat, format, dataValidation }) =>
        [
          address.slice('Export!'.length),
          values[0]?.[0],
          numberFormat[0]?.[0],
          (format.fill as { pattern: string }).pattern === 'None' ? '' : format.fill.color,
          format.font.bold,
          format.font.color,
          dataValidation.type,
        ].join(' '),
      );
    });

  test('the cells that are free again have the looks that they had', async () => {
    book = await openList('table');
    await on((sheet) => {
      sheet.getRange('A1:Z1').format.fill.color = '#112233';
      sheet.getRange('J2:K25').numberFormat = everywhere('0.00');
      sheet.getRange('L2:L25').dataValidation.rule = { list: { inCellDropDown: true, source: 'a,b' } };
      sheet.getRange('S2').values = [['beyond']];
    });
    const before = await room();
    const store = await applied();
    await mine();
    await store.run(revert);
    expect(store.state.trouble).toBeUndefined();
    const now = await room();
    const [first = '', ...others] = now.filter((text) => /^H/.test(text));
    expect([first.split(' ')[1], ...others.map((text) => text.split(' ')[1])]).toEqual([
      'Mine',
      'note',
      'note',
    ]);
    const free = (texts: readonly string[]) => texts.filter((text) => /^[I-P]/.test(text));
    expect(free(now)).toEqual(free(before));
    // The header of the column that Mine stands in now was painted.
    expect(store.state.news).toContain('formats of yours that could not all be given back');
  });

  test('nothing is said to be lost where only other cells had looks', async () => {
    book = await openList('table');
    await on((sheet) => {
      sheet.getRange('J2:K25').numberFormat = everywhere('0.00');
    });
    const before = await room();
    const store = await applied();
    await mine();
    await store.run(revert);
    expect(store.state.news).toBe(
      'Everything of ours is as it was before; what is yours stays as it is now. The column Mine, which was not there by that name, stays.',
    );
    const free = (texts: readonly string[]) => texts.filter((text) => /^[I-P]/.test(text));
    expect(free(await room())).toEqual(free(before));
  });
});
