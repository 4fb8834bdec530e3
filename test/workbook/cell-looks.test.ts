import { apply } from '../../src/app/actions/apply';
import { changeSettings } from '../../src/app/actions/change-settings';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { revert } from '../../src/app/actions/revert';
import type { Store } from '../../src/app/store';
import { requestsOf, withFault } from '../support/faults';
import { openList } from '../support/meddle';
import type { Cell, OpenWorkbook } from '../support/office';
import { pane, panesByTheMinute } from '../support/pane';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

/** Two plans, the second with more territories, and cells of the user's right below every table of ours. */
async function planned(paneOf: () => Promise<Store> = pane): Promise<Store> {
  book = await openList('table', 12);
  const store = await paneOf();
  await store.run(changeSettings, { territories: 2 });
  await store.run(design);
  await store.run(apply);
  await store.run(keep);
  await book.run(async (context) => {
    for (const name of ['EfTerritories', 'EfBalance']) {
      const below = context.workbook.tables.getItem(name).getRange().getLastRow().getOffsetRange(1, 0);
      const [date, text, share] = [below.getCell(0, 0), below.getCell(0, 1), below.getCell(0, 2)];
      date.numberFormat = [['yyyy-mm-dd']];
      date.values = [[46447]];
      date.format.font.bold = true;
      text.numberFormat = [['@']];
      text.values = [['00123']];
      text.format.fill.color = '#FFFF00';
      text.format.font.color = '#FF0000';
      share.numberFormat = [['0%']];
      share.values = [[0.25]];
      share.format.horizontalAlignment = 'Center';
      share.format.borders.getItem('EdgeTop').style = 'Double';
      share.format.borders.getItem('EdgeLeft').color = '#00B050';
      text.dataValidation.rule = { list: { inCellDropDown: true, source: '00123,00124' } };
      text.dataValidation.prompt = { showPrompt: true, title: 'Mine', message: 'One of two' };
    }
    await context.sync();
  });
  await store.run(changeSettings, { territories: 5 });
  await store.run(design);
  return store;
}

/** The user's cells on our sheets with their looks; where they stand if that is asked for. */
const notes = (withPlaces: boolean) =>
  book.run(async (context) => {
    const found: unknown[] = [];
    for (const name of ['Territory Plan', 'Balance']) {
      const sheet = context.workbook.worksheets.getItem(name);
      const used = sheet.getUsedRange(true);
      used.load('values,numberFormat');
      await context.sync();
      const spots = (used.values as Cell[][]).flatMap((line, r) =>
        line.flatMap((cell, c) =>
          cell === 46447 || cell === '00123' || cell === 0.25 ? [[r, c] as const] : [],
        ),
      );
      const cells = spots.map(([r, c]) => {
        const cell = used.getCell(r, c);
        cell.load('address,values,numberFormat');
        cell.format.load('horizontalAlignment');
        cell.format.fill.load('color');
        cell.format.font.load('color,bold');
        cell.format.borders.load('items/sideIndex,items/style,items/color');
        cell.dataValidation.load('type,rule,prompt');
        return cell;
      });
      await context.sync();
      for (const { address, values, numberFormat, format, dataValidation } of cells)
        found.push([
          format.borders.items.map(({ sideIndex, style, color }) => [sideIndex, style, color]),
          [dataValidation.type, dataValidation.rule, dataValidation.prompt],
          withPlaces ? address : '',
          values,
          numberFormat,
          format.horizontalAlignment,
          format.fill.color,
          format.font.color,
          format.font.bold,
        ]);
    }
    return found;
  });

test('cells that make room keep number format, fill, font and alignment, there and back', async () => {
  const store = await planned();
  const [before, looks] = [await notes(true), await notes(false)];
  expect(before).toHaveLength(6);
  await store.run(apply);
  expect(store.state.news).toContain('had to move for what Evenfield writes');
  expect(await notes(false)).toEqual(looks);
  expect(await notes(true)).not.toEqual(before);
  await store.run(revert);
  expect(store.state.news).toBe('Everything Evenfield changed is as it was before.');
  expect(await notes(true)).toEqual(before);
});

test('an Apply that breaks off while they move leaves them as they were', async () => {
  const undisturbed = await planned(panesByTheMinute());
  const before = await notes(true);
  const all = await requestsOf(book, () => undisturbed.run(apply));
  // The last third writes our sheets.
  for (const n of all.slice(Math.floor((all.length * 2) / 3)).filter((_, i) => i % 7 === 3)) {
    book.dispose();
    const paneOf = panesByTheMinute();
    const store = await planned(paneOf);
    const outcome = await withFault(book, n, 'gone', () => store.run(apply));
    const { state } = await paneOf();
    if (state.pending.state === 'applied') continue;
    expect([n, outcome, await notes(true)]).toEqual([n, 'silent', before]);
  }
});

test('a cell that goes with its row keeps its looks', async () => {
  book = await openList('table', 12);
  const store = await pane();
  await store.run(changeSettings, { territories: 2 });
  await store.run(design);
  await store.run(apply);
  await store.run(keep);
  /** What stands beside the second territory, in a column that we leave blank. */
  const beside = () =>
    book.run(async (context) => {
      const { columns } = context.workbook.tables.getItem('EfTerritories');
      const cell = columns.getItem('Segment').getDataBodyRange().getCell(1, 0);
      cell.load('values,numberFormat');
      cell.format.fill.load('color');
      await context.sync();
      return [cell.values, cell.numberFormat, cell.format.fill.color];
    });
  await book.run(async (context) => {
    const { columns } = context.workbook.tables.getItem('EfTerritories');
    const cell = columns.getItem('Segment').getDataBodyRange().getCell(1, 0);
    cell.numberFormat = [['0.00']];
    cell.values = [[0.125]];
    cell.format.fill.color = '#FFFF00';
    await context.sync();
  });
  const before = [[[0.125]], [['0.00']], '#FFFF00'];
  expect(await beside()).toEqual(before);
  await store.run(changeSettings, { territories: 3 });
  await store.run(design);
  await store.run(apply);
  expect(store.state.trouble).toBeUndefined();
  expect(await beside()).toEqual(before);
  await store.run(revert);
  expect(await beside()).toEqual(before);
});

test('conditional formats of cells that make room are gone, which is said, and Revert does not say that all is as it was', async () => {
  const store = await planned();
  await book.run(async (context) => {
    const below = context.workbook.tables.getItem('EfBalance').getRange().getLastRow().getOffsetRange(1, 0);
    for (const c of [0, 1])
      below.getCell(0, c).conditionalFormats.add('Custom').custom.rule.formula = '=TRUE';
    await context.sync();
  });
  await store.run(apply);
  expect(store.state.news).toContain('The conditional formats of 2 of them are gone.');
  await store.run(revert);
  expect(store.state.news).toBe('Everything of ours is as it was before; what is yours stays as it is now.');
});
