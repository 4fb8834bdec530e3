import { design } from '../../../src/app/actions/design';
import { open } from '../../../src/app/actions/open';
import { thinkAhead } from '../../../src/app/actions/think-ahead';
import type { SolverPort } from '../../../src/app/ports';
import { Store } from '../../../src/app/store';
import { OfficeWorkbook } from '../../../src/workbook/office-workbook';
import { InlineSolver } from '../../../src/worker/inline-solver';
import { RememberingSolver } from '../../../src/worker/remembering-solver';
import { clock, openSample, places } from '../../support/job';
import type { OpenWorkbook } from '../../support/office';

let book: OpenWorkbook;
beforeAll(async () => {
  book = await openSample({ accounts: 40 });
});
afterAll(() => {
  book.dispose();
});

/** A pane whose solver counts what it works out. */
async function pane() {
  let runs = 0;
  const inline = new InlineSolver();
  const counting: SolverPort = {
    design: (...asked) => {
      runs++;
      return inline.design(...asked);
    },
    counsel: (...asked) => inline.counsel(...asked),
  };
  const solver = new RememberingSolver(counting);
  const store = new Store({ workbook: new OfficeWorkbook(clock), solver, places, clock }, 'en');
  await store.run(open);
  return { store, solver, runs: () => runs };
}

test('the plan that was begun ahead is the one that is shown, and is not worked out again', async () => {
  const plain = await pane();
  await plain.store.run(design);
  const asked = plain.runs();
  expect(asked).toBeGreaterThan(0);

  const { store, runs } = await pane();
  await store.run(thinkAhead);
  expect(store.can(thinkAhead)).toBe(false);
  expect(store.state.designed).toBeUndefined();
  await store.run(design);
  expect(runs()).toBe(asked);
  expect(store.state.designed?.record.resultHash).toBe(plain.store.state.designed?.record.resultHash);
  expect(store.state.trouble).toBeUndefined();
});
