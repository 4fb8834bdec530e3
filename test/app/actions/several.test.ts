import { carryOut } from '../../../src/app/actions/carry-out';
import { weighCaught } from '../../../src/app/actions/weigh-caught';
import { weighSeveral } from '../../../src/app/actions/weigh-several';
import { severalView } from '../../../src/app/pages/design/several';
import type { Store } from '../../../src/app/store';
import { numbers } from '../../../src/text/numbers';
import { speak } from '../../../src/text/say';
import { tableIn, type Row } from '../../figures/audit';
import { openSample, valuesOf } from '../../support/job';
import type { OpenWorkbook } from '../../support/office';
import { act, keptPane } from '../../support/pane';

let book: OpenWorkbook;
let store: Store;
beforeAll(async () => {
  book = await openSample({ accounts: 80, reps: 4 });
  store = await keptPane();
});
afterAll(() => {
  book.dispose();
});

const list = async (): Promise<Row[]> =>
  tableIn(await valuesOf(book, 'Accounts'), 'Account ID (18)', 'Account Name');
const shares = async () => {
  const rows = tableIn(await valuesOf(book, 'Balance'), 'Territory', 'Owner');
  return new Map(rows.map((row) => [String(row['Territory']), Number(row['% of fair share'])]));
};
const view = () => severalView(store.state, speak('en'), numbers('en'));
const select = (address: string) =>
  act(book, ({ worksheets }) => {
    worksheets.getItem('Accounts').activate();
    worksheets.getItem('Accounts').getRange(address).select();
  });

test('what a move of several rows would do is said before anything is written, and is what Balance says then', async () => {
  const before = await list();
  const [to = ''] = view()?.territories.slice(1) ?? [];
  await select('A6:A13');
  await store.run(weighSeveral, to);
  expect(store.state.trouble).toBeUndefined();
  expect(await list()).toEqual(before);
  const rows = before.slice(4, 12);
  const there = rows.filter((row) => row['Territory'] === to).length;
  const { chosen } = view() ?? {};
  expect(chosen?.text).toMatch(new RegExp(`^${rows.length - there} accounts? would move to ${to}, with \\$`));
  const was = await shares();
  const said = chosen?.effect?.ends.map(({ text }) => text) ?? [];
  expect(said.length).toBeGreaterThan(1);

  const { several: km, standing: plan } = store.state;
  expect(km?.after).not.toBeCloseTo(km?.before ?? NaN, 3);

  await store.run(carryOut, chosen?.effect?.key ?? '');
  expect(store.state.trouble).toBeUndefined();
  const after = await list();
  expect(after.filter((row, r) => row['Territory'] !== before[r]?.['Territory'])).toHaveLength(
    rows.length - there,
  );
  expect(after.slice(4, 12).every((row) => row['Territory'] === to)).toBe(true);
  const now = await shares();
  const plain = numbers('en');
  for (const [name, share] of now) {
    if (share === was.get(name)) continue;
    const words = [plain.percent(was.get(name) ?? NaN, 1), plain.percent(share, 1)];
    expect(said.find((text) => text.includes(name))).toEqual(expect.stringContaining(words[0] ?? ''));
    expect(said.find((text) => text.includes(name))).toEqual(expect.stringContaining(words[1] ?? ''));
  }
  // Of the plan before the move nothing is said any more.
  expect(view()?.chosen).toBeUndefined();
  // Nor is anything caught on its map weighed against the plan of now.
  if (plan === undefined) throw new Error('No plan stood.');
  await store.run(weighCaught, plan, [4, 5], to);
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.several).toBe(km);
  // And it is as far now as was said.
  await select('A6:A13');
  await store.run(weighSeveral, to);
  expect(store.state.several?.before).toBeCloseTo(km?.after ?? NaN, 9);
});

test('accounts that are there already, and locked ones, are counted', async () => {
  const [first = '', second = ''] = view()?.territories ?? [];
  const rows = await list();
  const at = rows.findIndex((row) => row['Territory'] === second && row['Designed Territory'] === second);
  await act(book, ({ tables }) => {
    const locks = tables.getItem('Accounts').columns.getItem('Lock').getDataBodyRange();
    locks.getCell(at, 0).values = [['Keep here']];
  });
  await select(`B2:C${rows.length + 1}`);
  await store.run(weighSeveral, first);
  const there = rows.filter((row) => row['Territory'] === first).length;
  // What was put elsewhere by hand is a decision of the manager's, and locked as well.
  const byHand = rows.filter((row) => ![row['Designed Territory'], first].includes(row['Territory'] ?? ''));
  expect(view()?.chosen?.text).toContain(
    `${there} are there already. ${byHand.length + 1} of them are locked where they are.`,
  );
});

test('a selection outside the list is refused in words', async () => {
  await act(book, ({ worksheets }) => {
    worksheets.getItem('Balance').activate();
    worksheets.getItem('Balance').getRange('A1:B4').select();
  });
  await store.run(weighSeveral, view()?.territories[0] ?? '');
  expect(store.state.trouble).toMatch(/select/i);
});
