import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { lookAgain } from '../../src/app/actions/look-again';
import { writeQuotas } from '../../src/app/actions/write-quotas';
import { Failure } from '../../src/plan/failures';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { sideBySide } from '../../src/workbook/side-by-side';
import { clock } from '../support/job';
import { openList } from '../support/meddle';
import { openWorkbook, type OpenWorkbook } from '../support/office';
import { pane } from '../support/pane';
import { QUOTA } from '../support/quotas';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

const requests = async (job: () => Promise<unknown>): Promise<number> => {
  const before = book.host.statistics.requests;
  await job();
  return book.host.statistics.requests - before;
};

const THREE = { First: [['a', 'b']], Second: [['c'], ['d']], Third: [['e']] };

/** Reads the first cell of a sheet, then the second, so many requests in all. */
const cellsOf =
  (rounds: Readonly<Record<string, number>>) =>
  async (context: Excel.RequestContext, name: string): Promise<unknown[]> => {
    const sheet = context.workbook.worksheets.getItem(name);
    const read: unknown[] = [];
    for (let n = 0; n < (rounds[name] ?? 1); n++) {
      const cell = sheet.getRange('A1:B2').getCell(n, 0);
      cell.load('values');
      await context.sync();
      read.push(cell.values[0]?.[0]);
    }
    return read;
  };

describe('side by side', () => {
  test('what all ask for goes with one request, however many each of them needs', async () => {
    book = await openWorkbook({ sheets: THREE });
    let found: unknown;
    const alone = await requests(() =>
      book.run(async (context) => {
        await cellsOf({ Second: 2 })(context, 'Second');
      }),
    );
    const all = await requests(() =>
      book.run(async (context) => {
        found = await sideBySide(context, Object.keys(THREE), cellsOf({ Second: 2 }));
      }),
    );
    expect(found).toEqual([['a'], ['c', 'd'], ['e']]);
    expect(all).toBe(alone);
  });

  test('the first that fails is heard of, whoever failed before it', async () => {
    book = await openWorkbook({ sheets: THREE });
    const look = async (context: Excel.RequestContext, name: string) => {
      if (name === 'Third') throw new Failure('sheetHidden');
      await cellsOf({})(context, name);
      if (name === 'Second') throw new Failure('tableGone');
    };
    await expect(book.run((context) => sideBySide(context, Object.keys(THREE), look))).rejects.toMatchObject({
      code: 'tableGone',
    });
    const nowhere = book.run((context) => sideBySide(context, ['First', 'None'], cellsOf({})));
    await expect(nowhere).rejects.toMatchObject({ code: 'ItemNotFound' });
  });

  test('answers that are too large together are asked for one after the other', async () => {
    const long = 'x'.repeat(9_000);
    book = await openWorkbook({ sheets: THREE, host: { limits: { maxPayloadBytes: 20_000 } } });
    for (const name of Object.keys(THREE))
      await book.run(async (context) => {
        context.workbook.worksheets.getItem(name).getRange('A1').values = [[long]];
        await context.sync();
      });
    const found = await book.run((context) => sideBySide(context, Object.keys(THREE), cellsOf({})));
    expect(found).toEqual([[long], [long], [long]]);
  });
});

describe('asked together', () => {
  const ref = (sheet: string, headerRow = 1) => ({
    sheet,
    headerRow,
    firstColumn: 1,
    rowCount: 1,
    columnCount: 1,
  });

  test('tables and what is kept go with one request', async () => {
    book = await openWorkbook({ sheets: THREE });
    const workbook = new OfficeWorkbook(clock);
    await workbook.save('mine', 7);
    const one = await requests(() => workbook.load('mine'));
    const all = await requests(async () => {
      const [first, second, mine, none] = await Promise.all([
        workbook.read(ref('First')),
        workbook.read(ref('Second')),
        workbook.load('mine'),
        workbook.load('none'),
      ]);
      expect(first.headers).toEqual(['a']);
      expect(second.columns).toEqual([['d']]);
      expect([mine, none]).toEqual([7, undefined]);
    });
    // The client lets go of cells that it has read in a request of its own.
    expect(all - one).toBeLessThanOrEqual(1);
  });

  test('what one of them is refused for is not the others’', async () => {
    book = await openWorkbook({ sheets: THREE });
    const workbook = new OfficeWorkbook(clock);
    const [gone, there, kept] = await Promise.allSettled([
      workbook.read(ref('None')),
      workbook.read(ref('Second')),
      workbook.load('none'),
    ]);
    expect(gone).toMatchObject({ status: 'rejected', reason: { code: 'tableGone' } });
    expect(there).toMatchObject({ status: 'fulfilled', value: { columns: [['d']] } });
    expect(kept).toEqual({ status: 'fulfilled', value: undefined });
  });

  test('where they cannot be answered together each is asked for alone', async () => {
    const long = 'x'.repeat(5_000);
    book = await openWorkbook({
      sheets: { First: [['a'], [long]], Second: [['b'], [long]] },
      host: { limits: { maxPayloadBytes: 20_000 } },
    });
    const workbook = new OfficeWorkbook(clock);
    const read = await Promise.all([workbook.read(ref('First')), workbook.read(ref('Second'))]);
    expect(read.map(({ columns }) => columns)).toEqual([[[long]], [[long]]]);
    book.host.faults.at(book.host.statistics.requests + 1, 'before');
    await expect(workbook.load('none')).rejects.toBeInstanceOf(Failure);
  });
});

test('a look needs no more requests where there are more sheets of ours', async () => {
  book = await openList('table');
  const store = await pane();
  for (const action of [design, apply, keep]) await store.run(action);
  const before = await requests(() => store.run(lookAgain));
  await store.run(writeQuotas, QUOTA);
  expect(store.state.trouble).toBeUndefined();
  const after = await requests(() => store.run(lookAgain));
  expect(after).toBeLessThanOrEqual(before);
});
