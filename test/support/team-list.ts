import type { WriteOrder } from '../../src/app/ports';
import { seatFill, teamFill } from '../../src/app/team-rows';
import { MAIN_LAYER } from '../../src/plan/layer';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { clock, understood } from './job';
import type { OpenWorkbook } from './office';
import { act } from './pane';

const TEAM = [
  ['Rep Name', 'Role', 'Start Date', 'Tenure', 'Active'],
  ['Ana Ruiz', 'AE', 45_000, '', true],
  ['', 'AE', '', '', false],
  ['', 'AE', '', '', false],
  ['Ben Ito', 'AE', 45_100, '', true],
];

/** A team list with two seats that are open and say the same, and something of the user's below. */
export async function addTeam(book: OpenWorkbook, kind: 'table' | 'range'): Promise<void> {
  await act(book, ({ worksheets }) => {
    const sheet = worksheets.add('Reps');
    const range = sheet.getRange('B3:F7');
    range.values = TEAM;
    if (kind === 'table') sheet.tables.add(range, true).name = 'Reps';
    sheet.getRange('E4:E7').formulas = [4, 5, 6, 7].map((row) => [
      kind === 'table' ? '=[@[Start Date]]+1' : `=D${row}+1`,
    ]);
    sheet.getRange('B10').values = [['mine']];
  });
}

/** Two rows of the team list trade places: the first and the last. */
export async function sortTeam(book: OpenWorkbook): Promise<void> {
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Reps');
    const [first, last] = ['B4:D4', 'B7:D7'].map((address) => sheet.getRange(address).load('values'));
    await context.sync();
    if (first === undefined || last === undefined) return;
    const cells = first.values;
    first.values = last.values;
    last.values = cells;
    await context.sync();
  });
}

/** Somebody takes an open seat, somebody has a row of his own, and a territory has another owner. */
export async function fillOrder(): Promise<WriteOrder> {
  const understanding = await understood({ reps: { sheet: 'Reps' } });
  const port = new OfficeWorkbook(clock);
  const id = understanding.book.record?.territories[1]?.id ?? '';
  return {
    layer: MAIN_LAYER,
    fill: [
      ...teamFill(understanding, { name: 'Nora Hall', start: '2027-07-01' }, 6),
      ...teamFill(understanding, { name: '0x', start: '2027-08-01' }),
      ...(await seatFill(understanding, port, id, 'territories', { owner: { value: 'Nora Hall' } })),
    ],
    sheets: [],
    decision: false,
  };
}
