import { changeSettings } from '../../src/app/actions/change-settings';
import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { lookAgain } from '../../src/app/actions/look-again';
import { designPage } from '../../src/app/pages/design/view';
import type { Store } from '../../src/app/store';
import { numbers } from '../../src/text/numbers';
import { speak } from '../../src/text/say';
import { tableIn } from '../figures/audit';
import { cities } from '../support/cities';
import { valuesOf } from '../support/job';
import { sortList } from '../support/meddle';
import { openWorkbook, type OpenWorkbook } from '../support/office';
import { act, pane } from '../support/pane';

const CITIES = cities(3);
let book: OpenWorkbook;
let store: Store;

beforeEach(async () => {
  book = await openWorkbook({
    sheets: {
      Export: [
        ['Account ID', 'Account Name', 'Potential', 'City', 'State', 'Account Owner'],
        ...Array.from({ length: 30 }, (_, i) => [
          `A-${100 + i}`,
          `Account ${i}`,
          1000 + 100 * (i % 7),
          ...(CITIES[i % 3] ?? []),
          ['Ana Ruiz', 'Ben Ito'][i % 2] ?? '',
        ]),
      ],
    },
  });
  store = await pane();
});
afterEach(() => {
  book.dispose();
});

const view = () => designPage(speak('en'), numbers('en'))(store.state);

/** Index by territory, as the cells of Balance have it. */
const balance = async () =>
  new Map(
    tableIn(await valuesOf(book, 'Balance'), 'Territory', 'Owner').map((row) => [
      row['Territory'],
      Number(row['% of fair share']),
    ]),
  );

test('before the first plan nothing stands; a plan that is applied, and then kept, is shown with what Balance says', async () => {
  expect(view().standing).toBeUndefined();
  await store.run(design);
  expect(view().standing).toBeUndefined();
  await store.run(apply);
  // The preview of this pane is still shown; a pane that is opened now shows what stands.
  store = await pane();
  expect(view().standing?.text).toBe(
    'Applied, and not kept yet. Designed on Nov 22, 2026; no account stands elsewhere than designed.',
  );
  await store.run(keep);
  store = await pane();
  const shown = view().standing;
  expect(shown?.text).toBe('Designed on Nov 22, 2026; no account stands elsewhere than designed.');
  expect(shown?.headline).toMatch(/^2 of 2 territories within ±5%; worst [+−][\d.]+%, T0\d /);
  const cells = await balance();
  expect(shown?.metrics[0]?.bars.map(({ name, after }) => [name, after])).toEqual(
    shown?.metrics[0]?.bars.map(({ name }) => [name, cells.get(name)]),
  );
  expect(shown?.map?.centres.every(({ latitude }) => latitude > 25 && latitude < 50)).toBe(true);
});

test('it follows an edit of a Territory cell, and says so', async () => {
  for (const action of [design, apply, keep]) await store.run(action);
  const list = tableIn(await valuesOf(book, 'Export'), 'Account ID', 'Account Name');
  const [first] = list;
  const other = list.find((row) => row['Territory'] !== first?.['Territory'])?.['Territory'];
  const column = Object.keys(first ?? {}).indexOf('Territory');
  await act(book, ({ worksheets }) => {
    worksheets.getItem('Export').getCell(1, column).values = [[other]];
  });
  await store.run(lookAgain);
  const shown = view().standing;
  expect(shown?.text).toMatch(/; 1 account stands elsewhere than designed\.$/);
  const cells = await balance();
  for (const { name, after } of shown?.metrics[0]?.bars ?? []) expect(after).toBe(cells.get(name));
  const at = shown?.metrics[0]?.bars.findIndex(({ name }) => name === other) ?? -1;
  expect(shown?.map?.territory[0]).toBe(at);
});

/** Puts an account into another territory, as somebody does in the sheet. */
async function move(name: string, to: (from: string, names: readonly string[]) => string): Promise<string[]> {
  const list = tableIn(await valuesOf(book, 'Export'), 'Account ID', 'Account Name');
  const row = list.findIndex((one) => one['Account Name'] === name);
  const names = [...new Set(list.map((one) => String(one['Territory'])))].sort();
  const from = String(list[row]?.['Territory']);
  const column = Object.keys(list[0] ?? {}).indexOf('Territory');
  const target = to(from, names);
  await act(book, ({ worksheets }) => {
    worksheets.getItem('Export').getCell(1 + row, column).values = [[target]];
  });
  return [from, target];
}
const another = (from: string, names: readonly string[]) => names.find((one) => one !== from) ?? '';
const percent = (index: number | undefined) => numbers('en').percent(index ?? NaN, 1);

test('a move by hand is answered with what it does to both ends, as Balance has it', async () => {
  for (const action of [design, apply, keep]) await store.run(action);
  expect(view().edit).toBeUndefined();
  const before = await balance();
  const [from = '', to = ''] = await move('Account 4', another);
  await store.run(lookAgain);
  const after = await balance();
  const edit = view().edit;
  expect(edit?.title).toBe(`Account 4: ${from} → ${to}`);
  expect(edit?.ends.map(({ text }) => text.replace(/, outside ±5%$/, ''))).toEqual(
    [from, to].map(
      (name) => `${name}: ${percent(before.get(name))} → ${percent(after.get(name))} of its fair share`,
    ),
  );
  for (const { text, isOut } of edit?.ends ?? []) expect(text.endsWith('outside ±5%')).toBe(isOut);
  expect(edit?.texts).toEqual([
    'Potential moved: 1,400',
    expect.stringMatching(/^To the centre: [\d,]+ mi → [\d,]+ mi$/),
  ]);
  // Another look without another move leaves it in view.
  await store.run(lookAgain);
  expect(view().edit?.title).toBe(edit?.title);
});

test('rows that are sorted are no move; several at once are counted', async () => {
  for (const action of [design, apply, keep]) await store.run(action);
  await sortList(book);
  await store.run(lookAgain);
  expect(view().edit).toBeUndefined();
  await move('Account 1', another);
  await move('Account 2', () => 'Nobody');
  await store.run(lookAgain);
  expect(view().edit?.title).toBe(
    '2 accounts moved; 1 of them is in no territory now. The plan has no territory of this name: Nobody',
  );
  expect(view().standing?.text).toMatch(
    /; 1 account stands elsewhere than designed, 1 stands in no territory any more\.$/,
  );
  expect(view().edit?.texts).toEqual(['Potential moved: 2,300']);
});

test('an account that came with a territory typed beside it has moved from nowhere', async () => {
  for (const action of [design, apply, keep]) await store.run(action);
  const list = tableIn(await valuesOf(book, 'Export'), 'Account ID', 'Account Name');
  const [first] = list;
  const own: Record<string, unknown> = { 'Account ID': 'A-999', 'Account Name': 'Late Ltd' };
  const row = Object.keys(first ?? {}).map(
    (header) =>
      own[header] ?? (['Potential', 'City', 'State', 'Territory'].includes(header) ? first?.[header] : ''),
  );
  await act(book, ({ worksheets }) => {
    const sheet = worksheets.getItem('Export');
    sheet.getRange('A9').getEntireRow().insert('Down');
    sheet.getRangeByIndexes(8, 0, 1, row.length).values = [row];
  });
  await store.run(lookAgain);
  expect(store.state.understanding?.list.accounts.count).toBe(31);
  expect(view().edit).toBeUndefined();
});

test('where Balance is gone its figures are not guessed', async () => {
  for (const action of [design, apply, keep]) await store.run(action);
  await act(book, ({ worksheets }) => {
    worksheets.getItem('Balance').delete();
  });
  await store.run(lookAgain);
  expect(view().standing).toMatchObject({
    headline: '2 territories; the table of the sheet Balance is not there to tell how they stand',
    metrics: [],
  });
  expect(view().standing?.map).toBeDefined();
  await store.run(changeSettings, {});
  expect(store.state.trouble).toBeUndefined();
});
