import { acceptChanges } from '../../../../src/app/actions/accept-changes';
import { lookAgain } from '../../../../src/app/actions/look-again';
import { showPage } from '../../../../src/app/actions/show-page';
import { showRows } from '../../../../src/app/actions/show-rows';
import { territoryPage, type TerritoryView } from '../../../../src/app/pages/territory/view';
import type { Store } from '../../../../src/app/store';
import { numbers } from '../../../../src/text/numbers';
import { speak } from '../../../../src/text/say';
import { valuesOf } from '../../../support/job';
import { byAccount, openList } from '../../../support/meddle';
import type { OpenWorkbook } from '../../../support/office';
import { keptPane } from '../../../support/pane';
import { typeInList } from '../../../support/year';

let book: OpenWorkbook;
let store: Store;
beforeAll(async () => {
  book = await openList('table');
  store = await keptPane();
});
afterAll(() => {
  book.dispose();
});

function page(name = ''): TerritoryView {
  const view = territoryPage(store.state, name, speak('en'), numbers('en'), '2026-11-22');
  if (view === undefined) throw new Error('No plan stands.');
  return view;
}

test('without a plan there is no territory to show; with an unknown name the first is shown', () => {
  expect(
    territoryPage({ ...store.state, standing: undefined }, '', speak('en'), numbers('en'), '2026-11-22'),
  ).toBeUndefined();
  const { name, names, at } = page('Atlantis');
  expect([name, at]).toEqual([names[0], 0]);
});

test('accounts, shares and the largest are those of the list', async () => {
  const { name, facts, loads, largest } = page();
  const mine = Object.values(await byAccount(book, 'Territory')).filter((cell) => cell === name);
  expect(facts[0]).toMatch(new RegExp(`^${mine.length} accounts.*, Potential [\\d.,]+$`));
  const metric = store.state.standing?.metrics[0];
  expect(loads[0]?.share).toBe(numbers('en').percent(metric?.index[0] ?? NaN, 0));
  expect(largest).toHaveLength(Math.min(5, mine.length));
  for (const { address } of largest) expect(address).toMatch(/^Export!(\d+):\1$/);
});

test('a border is told from both sides', () => {
  const first = page();
  for (const { name, text } of first.neighbours) {
    const beyond = page(name).neighbours.find((one) => one.name === first.name);
    const told = (words: string | undefined) => (words?.match(/\d+/g) ?? []).map(Number);
    const [here = 0, there = 0] = text.startsWith('No') ? [0, ...told(text)] : told(text);
    const [back = 0, forth = 0] = beyond?.text.startsWith('No')
      ? [0, ...told(beyond.text)]
      : told(beyond?.text);
    expect([name, here, there]).toEqual([name, forth, back]);
  }
});

test('neighbours with whom most is at the border come first', () => {
  const orders = page().names.map((name) =>
    page(name).neighbours.map(({ text }) =>
      (text.match(/\d+/g) ?? []).reduce((sum, n) => sum + Number(n), 0),
    ),
  );
  expect(Math.max(...orders.map((order) => new Set(order).size))).toBeGreaterThan(1);
  for (const order of orders) expect(order).toEqual([...order].sort((a, b) => b - a));
});

test('a move is told as proposed, then as history of both ends', async () => {
  const territories = await byAccount(book, 'Territory');
  const [id = '', from] = Object.entries(territories)[0] ?? [];
  const to = String(Object.values(territories).find((name) => name !== from));
  await typeInList(book, { [id]: { Territory: to } });
  await store.run(lookAgain);
  expect(page(to).proposed).toBe('Proposed, not accepted yet: 1 account comes, none goes.');
  expect(page(String(from)).proposed).toBe('Proposed, not accepted yet: none comes, 1 goes.');
  await store.run(acceptChanges, { by: 'Eva', reason: 'asked for', effective: '2027-02-01' });
  expect(store.state.trouble).toBeUndefined();
  expect(page(to).proposed).toBeUndefined();
  expect(page(to).history[0]).toMatch(/came from .* \(asked for\), by Eva$/);
  expect(page(String(from)).history[0]).toContain(`went to ${to}`);
  // What was accepted last comes first.
  await typeInList(book, { [id]: { Territory: String(from) } });
  await store.run(lookAgain);
  await store.run(acceptChanges, { by: 'Eva', reason: 'thought better of', effective: '2027-02-01' });
  expect(page(to).history.map((line) => /\((.*)\)/.exec(line)?.[1])).toEqual([
    'thought better of',
    'asked for',
  ]);
});

test('its rows are shown alone, by the filter of the column, and all again', async () => {
  const { name } = page();
  const hidden = () =>
    book.run(async (context) => {
      const range = context.workbook.tables.getItem('Deals').columns.getItem('Territory').getDataBodyRange();
      range.load('values,rowCount');
      await context.sync();
      const cells = Array.from({ length: range.rowCount }, (_, row) =>
        range.getCell(row, 0).load('rowHidden'),
      );
      await context.sync();
      return cells.map(({ rowHidden }, row) => [String(range.values[row]?.[0]), rowHidden] as const);
    });
  await store.run(showRows, name);
  expect(store.state.trouble).toBeUndefined();
  for (const [territory, isHidden] of await hidden()) expect(isHidden).toBe(territory !== name);
  await store.run(showRows, '');
  for (const [, isHidden] of await hidden()) expect(isHidden).toBe(false);
});

test('its page is written with it picked, whatever was picked before', async () => {
  const { names } = page();
  const cell = async () => (await valuesOf(book, 'Territory Pages'))[3]?.[1];
  await store.run(showPage, names[1] ?? '');
  expect(await cell()).toBe(names[1]);
  await store.run(showPage, names[0] ?? '');
  expect(await cell()).toBe(names[0]);
});
