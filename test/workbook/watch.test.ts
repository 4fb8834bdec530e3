import { watchWorkbook, type Hint } from '../../src/workbook/watch';
import { openWorkbook, type OpenWorkbook } from '../support/office';

let book: OpenWorkbook;
let heard: Hint[];
let stop: () => Promise<void>;
beforeEach(async () => {
  book = await openWorkbook({ sheets: { Export: [['Account Name'], ['Acme']] } });
  const told: Hint[] = [];
  heard = told;
  const end = await watchWorkbook((hint) => told.push(hint));
  let isOver = false;
  stop = async () => {
    if (!isOver) await end();
    isOver = true;
  };
});
afterEach(async () => {
  await stop();
  book.dispose();
});

/** Somebody at the spreadsheet edits cells of the first column, apart from each other. */
const edited = (...rows: number[]) =>
  book.host.userAction(({ events, activeSheet }) => {
    for (const row of rows) {
      events.changed({
        sheetId: activeSheet.id,
        rect: { row, column: 0, rows: 1, columns: 1 },
        type: 'RangeEdited',
      });
    }
  });

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Hints come late: what has been heard when so many have come, and time for one more has passed. */
async function heardBy(count: number): Promise<readonly Hint[]> {
  for (let turn = 0; turn < 500 && heard.length < count; turn++) await pause(10);
  await pause(600);
  return heard;
}

test('many edits of somebody in a row are one hint; the next ones are another', async () => {
  await edited(1, 3, 5);
  expect(await heardBy(1)).toEqual(['edited']);
  await edited(1);
  expect(await heardBy(2)).toEqual(['edited', 'edited']);
});

test('what we write ourselves is no hint', async () => {
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Export').getRange('A2').values = [['Globex']];
    await context.sync();
  });
  expect(await heardBy(0)).toEqual([]);
});

test('a selection and a sheet that comes or goes are hints of their own kind', async () => {
  const act = (doIt: (sheets: Excel.WorksheetCollection) => void) =>
    book.run(async (context) => {
      doIt(context.workbook.worksheets);
      await context.sync();
    });
  await act((sheets) => sheets.add('Notes'));
  expect(await heardBy(1)).toEqual(['sheets']);
  await act((sheets) => {
    sheets.getItem('Notes').delete();
  });
  expect(await heardBy(2)).toEqual(['sheets', 'sheets']);
  await act((sheets) => {
    sheets.getItem('Export').getRange('A2').select();
  });
  expect(await heardBy(3)).toEqual(['sheets', 'sheets', 'selected']);
});

test('who has stopped listening hears nothing more, not even what waited', async () => {
  await edited(1);
  await pause(60);
  await stop();
  await edited(3);
  expect(await heardBy(0)).toEqual([]);
});
