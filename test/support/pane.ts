import { open } from '../../src/app/actions/open';
import type { Clock } from '../../src/app/ports';
import { Store } from '../../src/app/store';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { InlineSolver } from '../../src/worker/inline-solver';
import { clock, places } from './job';

/** A pane over the open workbook that has not looked at it yet. */
export const closedPane = (at: Clock = clock): Store =>
  new Store({ workbook: new OfficeWorkbook(at), solver: new InlineSolver(), places, clock: at }, 'en');

/** A pane that has just been opened. */
export async function pane(at: Clock = clock): Promise<Store> {
  const store = closedPane(at);
  await store.run(open);
  return store;
}
