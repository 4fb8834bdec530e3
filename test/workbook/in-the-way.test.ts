import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { picture } from '../support/job';
import { openList } from '../support/meddle';
import type { OpenWorkbook } from '../support/office';
import { pane } from '../support/pane';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

const merge = (...addresses: string[]) =>
  book.run(async (context) => {
    for (const address of addresses)
      context.workbook.worksheets.getItem('Export').getRange(address).merge(false);
    await context.sync();
  });

async function refused(): Promise<string | undefined> {
  const before = await picture(book);
  const store = await pane();
  await store.run(design);
  await store.run(apply);
  expect(store.state.pending.state).toBe('none');
  expect(await picture(book)).toEqual(before);
  return store.state.trouble;
}

describe('merged cells, which no table can hold', () => {
  test.each([
    ['range', 'in the body of', ['G2:G4'], 'Export!G2:G4'],
    ['range', 'in the header of', ['F1:G1'], 'Export!F1:G1'],
    ['range', 'in the room beside', ['J5:K6'], 'Export!J5:K6'],
    ['table', 'in the room beside', ['J5:K6'], 'Export!J5:K6'],
    [
      'range',
      'many in the body of',
      ['G2:G3', 'G4:G5', 'G6:G7', 'G8:G9'],
      'Export!G2:G3, G4:G5, G6:G7, … (4)',
    ],
  ] as const)('a %s: %s it they are refused with their address', async (kind, _where, addresses, said) => {
    book = await openList(kind);
    await merge(...addresses);
    const trouble = await refused();
    expect(trouble).toContain(`There are merged cells in ${said}, `);
    expect(trouble).toMatch(/Nothing was changed\.$/);
  });

  test('those above a list and below its room are nobody’s concern', async () => {
    book = await openList('range');
    await merge('H30:J31', 'A27:C28');
    const store = await pane();
    await store.run(design);
    await store.run(apply);
    expect(store.state.trouble).toBeUndefined();
    expect(store.state.pending.state).toBe('applied');
  });
});

test('a list at the right edge of the sheet is refused in a sentence', async () => {
  book = await openList('table');
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Export');
    context.workbook.tables.getItem('Deals').delete();
    await context.sync();
    const rows = Array.from({ length: 13 }, (_, r) =>
      r === 0
        ? ['Account ID', 'Account Name', 'City', 'State', 'Owner', 'Potential']
        : [
            `A${r}`,
            `Firm ${r}`,
            ['Denver', 'Boise'][r % 2],
            ['CO', 'ID'][r % 2],
            ['Ana', 'Ben'][r % 2],
            100 + r,
          ],
    );
    // XFD is the last column of a sheet; the list leaves four.
    const cells = sheet.getRange('XEU1:XEZ13');
    cells.values = rows;
    sheet.tables.add(cells, true).name = 'Deals';
    await context.sync();
  });
  expect(await refused()).toBe(
    'The list reaches almost to the right edge of the sheet Export: 9 columns are needed beside it, and there are 4. Move it to the left, or to another sheet. Nothing was changed.',
  );
});
