import { carryOut, openSample } from '../support/job';
import type { OpenWorkbook } from '../support/office';
import { figureOf, type Figure } from './figures';
import { count } from './setups';

const EDITS = 5;

/** How long a planned sample calculates in the workbench: Balance anew, and after one account has been put elsewhere. */
export async function calculating(): Promise<Figure[]> {
  return [...(await measure(2500, 20)), ...(await measure(10_000, 50))];
}

async function measure(accounts: number, reps: number): Promise<Figure[]> {
  const book = await openSample({ accounts, reps });
  try {
    await carryOut();
    const what = `sheets, ${count(accounts)} × ${reps}`;
    const whole = [await seconds(book, 'Balance'), await seconds(book, 'Balance')];
    const edits: number[] = [];
    for (let row = 0; row < EDITS; row++) edits.push(await oneEdit(book, row));
    return [
      figureOf(what, 'Balance anew', 's', whole, target(accounts === 10_000, 2)),
      figureOf(what, 'one edit', 's', edits, target(accounts === 2500, 0.3)),
    ];
  } finally {
    book.dispose();
  }
}

const target = (isAsked: boolean, most: number): Figure['target'] =>
  isAsked ? { most, by: 'median' } : undefined;

/** All formulas of a sheet written anew, and their values read. */
async function seconds(book: OpenWorkbook, name: string): Promise<number> {
  return book.run(async (context) => {
    const range = context.workbook.worksheets.getItem(name).getUsedRange();
    range.load('formulas,values');
    await context.sync();
    const { formulas } = range;
    const start = performance.now();
    range.formulas = formulas;
    range.load('values');
    await context.sync();
    return (performance.now() - start) / 1000;
  });
}

/** An account goes to the territory of its neighbour in the list, and Balance is read. */
async function oneEdit(book: OpenWorkbook, row: number): Promise<number> {
  return book.run(async (context) => {
    const column = context.workbook.tables.getItem('Accounts').columns.getItem('Territory');
    const body = column.getDataBodyRange();
    body.load('values');
    await context.sync();
    const names = body.values.map(([name]) => String(name));
    const other = names.find((name) => name !== names[row]) ?? '';
    const balance = context.workbook.worksheets.getItem('Balance').getUsedRange();
    const start = performance.now();
    body.getCell(row, 0).values = [[other]];
    balance.load('values');
    await context.sync();
    return (performance.now() - start) / 1000;
  });
}
