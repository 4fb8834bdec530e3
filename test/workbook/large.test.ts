import { changeSettings } from '../../src/app/actions/change-settings';
import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { revert } from '../../src/app/actions/revert';
import type { Action } from '../../src/app/action';
import { difference, isSame } from '../support/faults';
import { stateByAccount } from '../support/hands';
import { openList, sortList } from '../support/meddle';
import type { OpenWorkbook } from '../support/office';
import { pane } from '../support/pane';

/** How many accounts: `LARGE=12000` for a list as large as they come. */
const ACCOUNTS = Number(process.env['LARGE'] ?? 600);
const MAX_REQUEST_BYTES = 5 * 1024 * 1024;

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

test(`${ACCOUNTS} accounts: Apply, Keep, another Apply, sorted, Revert: every cell is back with its account`, async () => {
  book = await openList('table', ACCOUNTS);
  const store = await pane();
  const lines: string[] = [];
  const step = async (action: Action) => {
    const before = { ...book.host.statistics };
    const start = performance.now();
    await store.run(action);
    const seconds = (performance.now() - start) / 1000;
    expect([action.name, store.state.trouble]).toEqual([action.name, undefined]);
    const { requests, requestBytes } = book.host.statistics;
    lines.push(
      `${action.name}: ${requests - before.requests} requests, ${((requestBytes - before.requestBytes) / 1e6).toFixed(1)} MB, ${seconds.toFixed(1)} s`,
    );
  };
  await store.run(changeSettings, { territories: 8, effort: 0.1 });
  await step(design);
  await step(apply);
  await step(keep);
  await store.run(changeSettings, { territories: 6, seed: 5 });
  const before = await stateByAccount(book, []);
  await step(design);
  await step(apply);
  await sortList(book);
  await step(revert);
  const now = await stateByAccount(book, []);
  if (!isSame(now, before)) expect(difference(now, before, before)).toBe('as before');
  const { largestRequestBytes, largestResponseBytes } = book.host.statistics;
  expect(Math.max(largestRequestBytes, largestResponseBytes)).toBeLessThan(MAX_REQUEST_BYTES);
  lines.push(`largest request ${largestRequestBytes} bytes, largest response ${largestResponseBytes} bytes`);
  process.stdout.write(`${ACCOUNTS} accounts\n${lines.join('\n')}\n`);
}, 3_600_000);
