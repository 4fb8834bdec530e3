import { alternativesOf } from '../../src/app/alternatives';
import { changeSettings } from '../../src/app/actions/change-settings';
import { choosePlan } from '../../src/app/actions/choose-plan';
import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { open } from '../../src/app/actions/open';
import type { Clock } from '../../src/app/ports';
import type { SettingsChange } from '../../src/app/settings/said';
import { Store } from '../../src/app/store';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { InlineSolver } from '../../src/worker/inline-solver';
import { clock, places } from './job';
import type { OpenWorkbook } from './office';

/** A pane over the open workbook that has not looked at it yet. */
export const closedPane = (at: Clock = clock, language: 'en' | 'de' = 'en'): Store =>
  new Store({ workbook: new OfficeWorkbook(at), solver: new InlineSolver(), places, clock: at }, language);

/** A pane that has just been opened. */
export async function pane(at: Clock = clock): Promise<Store> {
  const store = closedPane(at);
  await store.run(open);
  return store;
}

/** A pane, opened, in which the plan that is shown first is kept. @param said settings, before it is designed */
export async function keptAsShown(language: 'en' | 'de', said?: SettingsChange): Promise<Store> {
  const store = closedPane(clock, language);
  await store.run(open);
  if (said !== undefined) await store.run(changeSettings, said);
  for (const action of [design, apply, keep]) await store.run(action);
  expect(store.state.trouble).toBeUndefined();
  return store;
}

/** Designs and shows the plan as it is set, whatever is recommended. */
export async function designAsSet(store: Store): Promise<void> {
  await store.run(design);
  const { plans } = alternativesOf(store.state);
  await store.run(
    choosePlan,
    plans.findIndex(({ record }) => record.settings.aim === undefined),
  );
}

/** A pane whose plan, as it is set, is applied and waits for its decision. */
export async function appliedPane(): Promise<Store> {
  const store = await pane();
  await designAsSet(store);
  await store.run(apply);
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.pending.state).toBe('applied');
  return store;
}

/** A pane whose plan is kept. */
export async function keptPane(): Promise<Store> {
  const store = await appliedPane();
  await store.run(keep);
  expect(store.state.trouble).toBeUndefined();
  return store;
}

/** Panes opened one minute after the other: a plan is later than what was said before it. */
export function panesByTheMinute(): () => Promise<Store> {
  let minutes = 0;
  return () => pane({ now: () => new Date(clock.now().getTime() + 60_000 * minutes++) });
}

/** What a user does in the workbook, in one request. */
export const act = (book: OpenWorkbook, deed: (workbook: Excel.Workbook) => void): Promise<void> =>
  book.run(async ({ workbook }) => {
    deed(workbook);
    await workbook.context.sync();
  });

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
