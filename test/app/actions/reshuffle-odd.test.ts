import { acceptChanges } from '../../../src/app/actions/accept-changes';
import { lookAgain } from '../../../src/app/actions/look-again';
import { placeAccounts } from '../../../src/app/actions/place-accounts';
import { rebalance } from '../../../src/app/actions/rebalance';
import { spreadTerritory } from '../../../src/app/actions/spread-territory';
import type { SolverPort } from '../../../src/app/ports';
import { placesFor } from '../../../src/app/reshuffle';
import type { Store } from '../../../src/app/store';
import type { Question } from '../../../src/engine';
import { byAccount, insertAccount, openList } from '../../support/meddle';
import type { Cell, OpenWorkbook } from '../../support/office';
import { openDeals, typeInList, yearView } from '../../support/year';
import { act, keptPane } from '../../support/pane';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});
const say = (store: Store) =>
  store.state.trouble === undefined ? store.state.news : `TROUBLE ${store.state.trouble}`;
const moved = (a: Record<string, Cell>, b: Record<string, Cell>) =>
  Object.keys(a).filter((id) => a[id] !== b[id]);
const P = [
  ['Denver', 'CO'],
  ['Boise', 'ID'],
  ['Austin', 'TX'],
  ['Boston', 'MA'],
] as const;
const id = (i: number) => `A${String(i).padStart(3, '0')}`;
const HEAD = ['Account ID', 'Account Name', 'City', 'State', 'Potential'];
const row = (i: number): Cell[] => [id(i), `Firm ${i}`, ...P[i % 4]!, 100 + ((i * 37) % 50)];

const accept = (store: Store) => store.run(acceptChanges, { by: 'E', reason: '', effective: '2027-01-01' });
const openWith = (headers: Cell[], rows: Cell[][], reps: Cell[][]): Promise<OpenWorkbook> =>
  openDeals([headers, ...rows], { Reps: reps });
const REPS: Cell[][] = [
  ['Rep ID', 'Name'],
  ['R1', 'Ana Ruiz'],
  ['R2', 'Ben Ito'],
  ['R3', 'Cleo Park'],
];

test('what is said of an empty territory is a sentence, and true', async () => {
  book = await openList('table');
  const store = await keptPane();
  const name = String(Object.values(await byAccount(book, 'Territory'))[0]);
  await store.run(spreadTerritory, name);
  await store.run(spreadTerritory, name);
  expect(say(store)).not.toContain('Nothing of');
});

test('what came since does not go to a territory that was spread', async () => {
  book = await openList('table', 40);
  const store = await keptPane();
  const was = await byAccount(book, 'Territory');
  const denver = String(was['A000']);
  await store.run(spreadTerritory, denver);
  await accept(store);
  await insertAccount(book, 7, 'NEW1');
  await store.run(lookAgain);
  await store.run(placeAccounts);
  expect((await byAccount(book, 'Territory'))['NEW1']).not.toBe(denver);
});

test('of several that have no territory the largest is placed first', async () => {
  book = await openList('table', 12);
  const { understanding, standing } = (await keptPane()).state;
  if (understanding === undefined || standing === undefined) throw new Error('No plan stands.');
  const asked: Question[] = [];
  const solver: SolverPort = {
    design: () => Promise.reject(new Error('Nothing is designed.')),
    counsel: (_problem, _assignment, question) => {
      asked.push(question);
      return Promise.resolve({ placed: new Int32Array(12).fill(1), moves: [], own: [] });
    },
  };
  const { signal } = new AbortController();
  const places = await placesFor([2, 5, 7, 9], { understanding, standing, solver, signal });
  const size = (i: number) => understanding.choices.weights[0]?.[i] ?? 0;
  expect(new Set([2, 5, 7, 9].map(size)).size).toBeGreaterThan(2);
  expect(asked.map(({ place }) => place)).toEqual([[2, 5, 7, 9].sort((a, b) => size(b) - size(a) || a - b)]);
  expect([...(places ?? [])]).toEqual([2, 5, 7, 9].map((i) => [i, 1]));
});

test('back into tolerance does not undo a spread', async () => {
  book = await openWith(
    HEAD,
    Array.from({ length: 24 }, (_, i) => row(i)),
    REPS,
  );
  const store = await keptPane();
  const name = String(Object.values(await byAccount(book, 'Territory'))[0]);
  await store.run(spreadTerritory, name);
  await accept(store);
  await store.run(rebalance, 1);
  expect(Object.values(await byAccount(book, 'Territory'))).not.toContain(name);
});

test('no more than the part that is said, however often it is asked', async () => {
  book = await openList('table', 60);
  const store = await keptPane();
  const was = await byAccount(book, 'Territory');
  const names = [...new Set(Object.values(was))].map(String);
  const ids = Object.keys(was)
    .filter((k) => was[k] === names[1])
    .slice(0, 10);
  await typeInList(book, Object.fromEntries(ids.map((k) => [k, { Territory: names[0]! }])));
  await store.run(lookAgain);
  await accept(store);
  const start = await byAccount(book, 'Territory');
  for (let n = 0; n < 3; n++) await store.run(rebalance, 0.05);
  expect(moved(start, await byAccount(book, 'Territory')).length).toBeLessThanOrEqual(3);
});

test('as many are said to go against a rule as are marked, and are on the log', async () => {
  book = await openList('table');
  const store = await keptPane();
  await typeInList(book, { A000: { Lock: 'Keep here', Territory: 'Nowhere' } });
  await store.run(lookAgain);
  expect(yearView(store).proposed.listed.join()).not.toContain('locked');
  expect(yearView(store).proposed.against).toBeUndefined();
});

test('a family that is torn between two territories is marked, though nobody stays behind', async () => {
  book = await openWith(
    [...HEAD, 'Parent Account ID'],
    Array.from({ length: 40 }, (_, i) => [...row(i), i % 4 === 0 ? '' : id(i - (i % 4))]),
    REPS,
  );
  const store = await keptPane();
  const was = await byAccount(book, 'Territory');
  const [x, y] = [...new Set(Object.values(was))].map(String).filter((n) => n !== was['A000']);
  await typeInList(book, {
    A000: { Territory: x! },
    A001: { Territory: x! },
    A002: { Territory: y! },
    A003: { Territory: y! },
  });
  await store.run(lookAgain);
  expect(yearView(store).proposed.count).toBe(4);
  expect(yearView(store).proposed.against).toBeDefined();
});

test('a child without a territory that is put elsewhere than its family is marked', async () => {
  book = await openWith(
    [...HEAD, 'Parent Account ID'],
    Array.from({ length: 40 }, (_, i) => [...row(i), i % 4 === 0 ? '' : id(i - (i % 4))]),
    REPS,
  );
  const store = await keptPane();
  const was = await byAccount(book, 'Territory');
  const x = [...new Set(Object.values(was))].map(String).find((n) => n !== was['A002'])!;
  await typeInList(book, { A002: { Territory: 'Unassigned' } });
  await store.run(lookAgain);
  await accept(store);
  await typeInList(book, { A002: { Territory: x } });
  await store.run(lookAgain);
  expect(yearView(store).proposed.against).toBeDefined();
});

test('the pool stays the pool when the team grows', async () => {
  book = await openWith(
    [...HEAD, 'Coverage'],
    Array.from({ length: 40 }, (_, i) => [...row(i), i % 6 === 3 ? 'pool' : 'direct']),
    REPS,
  );
  const store = await keptPane();
  const t = Object.values(await byAccount(book, 'Territory'))
    .map(String)
    .find((n) => n.startsWith('T'))!;
  await typeInList(book, { A003: { Territory: t } });
  await store.run(lookAgain);
  expect(yearView(store).proposed.against).toBeDefined();
  await act(book, (w) => {
    w.worksheets.getItem('Reps').getRange('A5:B5').values = [['R4', 'Dan Roe']];
  });
  await store.run(lookAgain);
  expect(yearView(store).proposed.against).toBeDefined();
});
