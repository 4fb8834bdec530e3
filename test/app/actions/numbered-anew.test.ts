import { apply } from '../../../src/app/actions/apply';
import { applyRest } from '../../../src/app/actions/apply-rest';
import { changeSettings } from '../../../src/app/actions/change-settings';
import { design } from '../../../src/app/actions/design';
import { revert } from '../../../src/app/actions/revert';
import { sortList } from '../../support/meddle';
import { openWorkbook, type Cell, type OpenWorkbook } from '../../support/office';
import { keptPane, pane } from '../../support/pane';

/** A list that was sorted and numbered from the top, and changed in more than that: every account gets its own. */

jest.setTimeout(60_000);

const N = 16;
const PLACES = [
  ['Denver', 'CO'],
  ['Boise', 'ID'],
  ['Austin', 'TX'],
  ['Boston', 'MA'],
] as const;
const HEADERS = ['Account ID', 'Account Name', 'City', 'State', 'Owner', 'Potential'];
const idOf = (i: number) => `A${String(i).padStart(3, '0')}`;
const row = (i: number): Cell[] => [
  idOf(i),
  `Account ${i}`,
  ...(PLACES[i % 4] ?? PLACES[0]),
  ['Ana Ruiz', 'Ben Ito', 'Cleo Park'][i % 3] ?? '',
  101 + i * 7 + ((i * 37) % 50) / 100,
];

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

const opened = (rows: readonly Cell[][], headers: readonly string[] = HEADERS) =>
  openWorkbook({ sheets: { Export: [[...headers], ...rows], Notes: [['mine', '=1+1']] } }).then(
    async (there) => {
      book = there;
      await book.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Export');
        sheet.tables.add(sheet.getUsedRange(), true).name = 'Deals';
        await context.sync();
      });
    },
  );

const records = (): Promise<Record<string, Cell>[]> =>
  book.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Export').getUsedRange(true);
    range.load('values');
    await context.sync();
    const [head = [], ...body] = range.values as Cell[][];
    return body.map((cells) => Object.fromEntries(head.map((header, c) => [String(header), cells[c] ?? ''])));
  });

/** Writes a column anew, by what stands in it. */
const change = (header: string, to: (cell: string, row: number) => Cell): Promise<void> =>
  book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Export');
    const range = sheet.getUsedRange(true);
    range.load('values');
    await context.sync();
    const [head = [], ...body] = range.values as Cell[][];
    const c = head.indexOf(header);
    sheet.getRangeByIndexes(1, c, body.length, 1).values = body.map((cells, r) => [to(String(cells[c]), r)]);
    await context.sync();
  });

const onSheet = (deed: (sheet: Excel.Worksheet) => void): Promise<void> =>
  book.run(async (context) => {
    deed(context.workbook.worksheets.getItem('Export'));
    await context.sync();
  });

const header = (cell: string, name: string) => () =>
  onSheet((sheet) => {
    sheet.getRange(cell).values = [[name]];
  });
const STATES: Record<string, string> = { CO: 'Colorado', ID: 'Idaho', TX: 'Texas', MA: 'Massachusetts' };
const spellOut = () => change('State', (state) => STATES[state] ?? state);
const shorten = () => change('Owner', (name) => (name === 'Ana Ruiz' ? 'Ana R.' : name));

const DEEDS: Readonly<Record<string, readonly (() => Promise<void>)[]>> = {
  'nothing more': [],
  'names in capitals': [() => change('Account Name', (name) => name.toUpperCase())],
  'names with their legal form': [() => change('Account Name', (name) => `${name}, Inc.`)],
  'some names with it': [() => change('Account Name', (name, r) => (r % 2 === 0 ? `${name}, Inc.` : name))],
  'a city corrected': [() => change('City', (city, r) => (r === 3 ? 'Reno' : city))],
  'states spelt out': [spellOut],
  'states spelt out, owners shortened': [spellOut, shorten],
  'the header of names renamed': [header('B1', 'Customer')],
  'the header of cities renamed, owners shortened': [header('C1', 'Town'), shorten],
  'two headers renamed': [header('B1', 'Customer'), header('C1', 'Town')],
  'the cities deleted, owners shortened': [
    () =>
      onSheet((sheet) => {
        sheet.getRange('C:C').delete('Left');
      }),
    shorten,
  ],
};

async function sortAndNumber(deeds: readonly (() => Promise<void>)[]): Promise<void> {
  await sortList(book, 'Potential');
  await change('Account ID', (_, r) => idOf(r));
  for (const deed of deeds) await deed();
}

/** By the potential, which nobody touches. */
const byPotential = async (): Promise<Record<string, Cell>> =>
  Object.fromEntries(
    (await records()).map((cells) => [String(cells['Potential']), cells['Territory'] ?? '']),
  );

test.each(Object.entries(DEEDS))('between design and Apply to the rest: %s', async (_, deeds) => {
  await opened(Array.from({ length: N }, (__, i) => row(i)));
  const store = await pane();
  await store.run(changeSettings, { territories: 4 });
  await store.run(design);
  const { plan, from } = store.state.designed ?? {};
  const wanted = Object.fromEntries(
    (from?.list.source.columns[5] ?? []).map((potential, i) => [
      String(potential),
      plan?.territories[plan.assignment[i] ?? -1]?.name,
    ]),
  );
  await sortAndNumber(deeds);
  await store.run(apply);
  if (store.state.pending.state !== 'applied') await store.run(applyRest);
  if (store.state.pending.state === 'applied') expect(await byPotential()).toEqual(wanted);
  // Another column is read now, so that it is another plan: nothing is written then.
  else expect(store.state.trouble).toMatch(/changed since/);
});

test.each(Object.entries(DEEDS))('between a second Apply and Revert: %s', async (_, deeds) => {
  await opened(Array.from({ length: N }, (__, i) => row(i)));
  const store = await keptPane();
  const wanted = await byPotential();
  await store.run(changeSettings, { territories: 4, seed: 9 });
  await store.run(design);
  await store.run(apply);
  expect(await byPotential()).not.toEqual(wanted);
  await sortAndNumber(deeds);
  await store.run(revert);
  expect(store.state.trouble).toBeUndefined();
  expect(await byPotential()).toEqual(wanted);
});

describe('accounts without ids that nothing tells apart', () => {
  const alike = (i: number): Cell[] =>
    i < 6 ? ['Acme', 'Denver', 'CO', 'Ana Ruiz', 101 + 9 * i] : row(i).slice(1);
  const PLAIN = HEADERS.slice(1);

  test('in another order with other figures, none gets what was another’s', async () => {
    await opened(
      Array.from({ length: N }, (_, i) => alike(i)),
      PLAIN,
    );
    const store = await pane();
    await store.run(changeSettings, { territories: 4 });
    await store.run(design);
    // Turned round: who was first of the six is last.
    await book.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Export');
      const range = sheet.getUsedRange(true);
      range.load('values');
      await context.sync();
      const [head = [], ...body] = range.values as Cell[][];
      range.values = [head, ...[...body].reverse()];
      await context.sync();
    });
    await change('Potential', (cell) => Number(cell) + 1000);
    await store.run(apply);
    expect(store.state.trouble).toMatch(/^\d+ rows changed since the design: 6 new, 6 gone/);
    await store.run(applyRest);
    const six = (await records()).filter((cells) => cells['Account Name'] === 'Acme');
    expect(six.map((cells) => cells['Territory'])).toEqual(six.map(() => 'Unassigned'));
  });

  test('where they alone changed places and figures, none gets what was another’s', async () => {
    const twin = (i: number): Cell[] => [
      'Coffee',
      'Denver',
      'CO',
      ['Ana', 'Ben', 'Cleo'][i % 3] ?? '',
      100 + 9 * i,
    ];
    await opened(
      Array.from({ length: N }, (_, i) => (i < 6 ? twin(i) : row(i).slice(1))),
      PLAIN,
    );
    const store = await pane();
    await store.run(changeSettings, { territories: 4 });
    await store.run(design);
    await onSheet((sheet) => {
      sheet.getRange('A2:E7').values = Array.from({ length: 6 }, (_, k) => [
        ...twin(5 - k).slice(0, 4),
        Number(twin(5 - k)[4]) + 1,
      ]);
    });
    await store.run(apply);
    expect(store.state.trouble).toMatch(/^12 rows changed since the design: 6 new, 6 gone\./);
  });

  test('in the order they had, with other figures, they are who they were', async () => {
    await opened(
      Array.from({ length: N }, (_, i) => alike(i)),
      PLAIN,
    );
    const store = await pane();
    await store.run(changeSettings, { territories: 4 });
    await store.run(design);
    const { plan, from } = store.state.designed ?? {};
    await change('Potential', (cell) => Number(cell) + 1000);
    await store.run(apply);
    expect(store.state.trouble).toMatch(/with other values/);
    await store.run(applyRest);
    const territories = (await records()).map((cells) => cells['Territory']);
    expect(territories).toEqual(
      from?.list.rows.keys.map((_, i) => plan?.territories[plan.assignment[i] ?? -1]?.name),
    );
  });
});
