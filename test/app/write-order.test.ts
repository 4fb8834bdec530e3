import { designPlan } from '../../src/app/design';
import { prepareOrder } from '../../src/app/write-order';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { InlineSolver } from '../../src/worker/inline-solver';
import { clock, understood } from '../support/job';
import { openWorkbook } from '../support/office';

test('a plain range becomes a table of a name that is free, whatever its case', async () => {
  const book = await openWorkbook({
    sheets: {
      Export: [
        ['Account Name', 'Potential', 'Owner'],
        ...Array.from({ length: 12 }, (_, i) => [
          `Account ${i}`,
          100 + i,
          i % 2 === 0 ? 'Ana Ruiz' : 'Ben Ito',
        ]),
      ],
      Notes: [['Note'], ['mine']],
    },
  });
  try {
    const workbook = new OfficeWorkbook(clock);
    const tableNow = async () => {
      const understanding = await understood({ accounts: { sheet: 'Export' } });
      const designed = await designPlan(understanding, new InlineSolver(), clock);
      return (await prepareOrder(understanding, designed, workbook)).accounts?.table;
    };
    expect(await tableNow()).toBe('Accounts');
    await book.run(async (context) => {
      context.workbook.worksheets.getItem('Notes').tables.add('A1:A2', true).name = 'ACCOUNTS';
      await context.sync();
    });
    expect(await tableNow()).toBe('Accounts2');
  } finally {
    book.dispose();
  }
});
