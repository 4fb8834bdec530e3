import { open } from '../../src/app/actions/open';
import type { Clock } from '../../src/app/ports';
import { Store } from '../../src/app/store';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { InlineSolver } from '../../src/worker/inline-solver';
import { clock, places } from './job';
import type { OpenWorkbook } from './office';

/** A pane over the open workbook that has not looked at it yet. */
export const closedPane = (at: Clock = clock): Store =>
  new Store({ workbook: new OfficeWorkbook(at), solver: new InlineSolver(), places, clock: at }, 'en');

/** A pane that has just been opened. */
export async function pane(at: Clock = clock): Promise<Store> {
  const store = closedPane(at);
  await store.run(open);
  return store;
}

export const sheetNames = (book: OpenWorkbook): Promise<string[]> =>
  book.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    await context.sync();
    return worksheets.items.map(({ name }) => name);
  });

export const calculationMode = (book: OpenWorkbook): Promise<string> =>
  book.run(async (context) => {
    const { application } = context.workbook;
    application.load('calculationMode');
    await context.sync();
    return application.calculationMode;
  });
