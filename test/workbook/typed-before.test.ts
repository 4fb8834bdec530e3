import { apply } from '../../src/app/actions/apply';
import { changeSettings } from '../../src/app/actions/change-settings';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { requestsOf } from '../support/faults';
import { handAt } from '../support/hands';
import { openList } from '../support/meddle';
import type { OpenWorkbook } from '../support/office';
import { act, pane } from '../support/pane';
import { valuesOf } from '../support/job';

let book: OpenWorkbook;
let isOpen = false;
const close = () => {
  if (isOpen) book.dispose();
  isOpen = false;
};
afterEach(close);

/** Every so many requests of Apply; all of them with `HANDS=1`. */
const STRIDE = Number(process.env['HANDS'] ?? 23);

async function opened() {
  close();
  book = await openList('table', 8);
  isOpen = true;
  const store = await pane();
  await store.run(changeSettings, { territories: 2 });
  for (const one of [design, apply, keep]) await store.run(one);
  await store.run(changeSettings, { territories: 3 });
  await store.run(design);
  return store;
}

test('what somebody else types in blue cells while a plan is applied is never lost, whenever it was typed', async () => {
  const first = await opened();
  const requests = await requestsOf(book, () => first.run(apply));
  expect(first.state.pending.state).toBe('applied');
  let refused = 0;
  for (const n of requests.filter((_, i) => i % STRIDE === 11 % STRIDE)) {
    const store = await opened();
    const stop = handAt(book, n, () =>
      act(book, ({ tables }) => {
        const column = (name: string) =>
          tables.getItem('EfTerritories').columns.getItem(name).getDataBodyRange();
        // Typed as it is, or as what a formula gives.
        column('Owner').getCell(1, 0).values = [[n % 2 === 0 ? 'Zoe Zimmer' : '="Zoe "&"Zimmer"']];
      }),
    );
    await store.run(apply);
    const { state } = store;
    expect([n, stop()]).toEqual([n, true]);
    const isThere = JSON.stringify(await valuesOf(book, 'Territory Plan')).includes('Zoe Zimmer');
    expect([n, state.trouble, isThere]).toEqual([n, state.trouble, true]);
    if (state.trouble === undefined) expect([n, state.pending.state]).toEqual([n, 'applied']);
    else
      expect([n, state.trouble]).toEqual([
        n,
        expect.stringMatching(/^Somebody else typed in |^The workbook is not any more what/),
      ]);
    if (state.trouble?.startsWith('Somebody') === true && !state.trouble.includes('All else')) refused++;
  }
  expect(refused).toBeGreaterThan(0);
}, 600_000);
