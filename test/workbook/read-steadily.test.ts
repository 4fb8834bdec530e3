import { apply } from '../../src/app/actions/apply';
import { changeSettings } from '../../src/app/actions/change-settings';
import { design } from '../../src/app/actions/design';
import { revert } from '../../src/app/actions/revert';
import { MAIN_LAYER } from '../../src/plan/layer';
import type { RunRecord } from '../../src/plan/run-record';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { requestsOf } from '../support/faults';
import { handAt } from '../support/hands';
import { clock } from '../support/job';
import { byAccount, insertColumn, openList, sortList } from '../support/meddle';
import type { OpenWorkbook } from '../support/office';
import { keptPane } from '../support/pane';
import type { Store } from '../../src/app/store';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

/** Kept columns are read by formulas, values, and then the rest in a third request, which alone asks for this. */
const isRest = (text: string) => text.includes('columnHidden') && text.includes('errorAlert');

async function secondPlan(): Promise<Store> {
  book = await openList('table', 12);
  const store = await keptPane();
  await store.run(changeSettings, { territories: 2, seed: 3 });
  await store.run(design);
  return store;
}

test('a column that comes in while a second Apply reads what it keeps: Revert gives each account its own', async () => {
  const undisturbed = await secondPlan();
  const [rest = 0] = await requestsOf(book, () => undisturbed.run(apply), isRest);
  expect(rest).toBeGreaterThan(2);
  for (const n of [rest - 2, rest - 1, rest, rest + 1]) {
    book.dispose();
    const store = await secondPlan();
    const before = await byAccount(book, 'Territory');
    const stop = handAt(book, n, () => insertColumn(book, 'City', 'Mine'));
    await store.run(apply);
    expect(stop()).toBe(true);
    expect(store.state.trouble).toBeUndefined();
    await store.run(revert);
    expect(store.state.trouble).toBeUndefined();
    expect([n, await byAccount(book, 'Territory')]).toEqual([n, before]);
    expect(new Set(Object.values(await byAccount(book, 'Mine'))).size).toBe(12);
  }
});

describe('while a new name of a territory is carried to the accounts', () => {
  const port = () => new OfficeWorkbook(clock);
  const rename = async (name: string) => {
    const record = (await port().record()) as RunRecord;
    const [{ name: before = '' } = {}] = record.territories;
    return port().rename({ layer: MAIN_LAYER, names: new Map([[before, name]]), record });
  };
  const renamed = async () => {
    const record = (await port().record()) as RunRecord;
    const [{ name: first = '' } = {}] = record.territories;
    const stands = await byAccount(book, 'Territory');
    return Object.fromEntries(
      Object.entries(stands).map(([id, name]) => [id, name === first ? 'West' : name]),
    );
  };

  test.each([
    ['the list is sorted', () => sortList(book)],
    ['a column comes in', () => insertColumn(book, 'City', 'Mine')],
  ])('%s: each account has its own', async (_, deed) => {
    book = await openList('table', 12);
    await keptPane();
    const [rest = 0] = await requestsOf(book, () => rename('East'), isRest);
    expect(rest).toBeGreaterThan(2);
    for (const n of [rest - 2, rest - 1, rest, rest + 1, rest + 2]) {
      book.dispose();
      book = await openList('table', 12);
      await keptPane();
      const wanted = await renamed();
      const stop = handAt(book, n, deed);
      await rename('West');
      expect(stop()).toBe(true);
      expect([n, await byAccount(book, 'Territory')]).toEqual([n, wanted]);
    }
  });
});
