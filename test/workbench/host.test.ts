import { openWorkbook } from '../support/office';
import type { OpenWorkbook } from '../support/office';

let book: OpenWorkbook;

beforeAll(async () => {
  book = await openWorkbook({
    sheets: {
      Accounts: [
        ['Account', 'Potential', 'Territory'],
        ['Acme', 100, 'T1'],
        ['Bolt', 200, 'T2'],
        ['Corp', 300, 'T1'],
      ],
    },
  });
});
afterAll(() => book.dispose());

describe('a workbook behind the real client library', () => {
  it('calculates structured references over a table named like its sheet', async () => {
    await book.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Accounts');
      const table = sheet.tables.add('A1:C4', true);
      table.name = 'Accounts';
      const report = context.workbook.worksheets.add('Report');
      const range = report.getRange('A1:B2');
      range.formulas = [
        ['T1', '=SUMIFS(Accounts[Potential],Accounts[Territory],A1)'],
        ['T2', '=sumifs(Accounts[Potential],Accounts[Territory],A2)'],
      ];
      range.load('values,formulas');
      await context.sync();
      expect(range.values).toEqual([
        ['T1', 400],
        ['T2', 200],
      ]);
      expect(range.formulas[1]).toEqual(['T2', '=SUMIFS(Accounts[Potential],Accounts[Territory],A2)']);
    });
  });

  it('keeps a reference on its cells while rows are inserted above them', async () => {
    await book.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Accounts');
      const bolt = sheet.getRange('A3');
      bolt.load('values');
      await context.sync();
      sheet.getRange('2:3').insert('Down');
      bolt.load('values,address');
      const report = context.workbook.worksheets.getItem('Report').getRange('B1');
      report.load('values');
      await context.sync();
      expect(bolt.values).toEqual([['Bolt']]);
      expect(bolt.address).toBe('Accounts!A5');
      expect(report.values).toEqual([[400]]);
    });
  });

  it('names the class and member of an error', async () => {
    const failed = book.run(async (context) => {
      context.workbook.worksheets.getItem('Nowhere').load('name');
      await context.sync();
    });
    await expect(failed).rejects.toMatchObject({
      code: 'ItemNotFound',
      debugInfo: { errorLocation: 'WorksheetCollection.getItem' },
    });
  });

  it('refuses loudly what it does not simulate, naming the member', async () => {
    const failed = book.run(async (context) => {
      context.workbook.worksheets.getItem('Accounts').shapes.load('items/name');
      await context.sync();
    });
    await expect(failed).rejects.toMatchObject({
      code: 'NotImplemented',
      message: expect.stringContaining('Worksheet.shapes'),
    });
  });
});
