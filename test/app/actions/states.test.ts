import { apply } from '../../../src/app/actions/apply';
import { design } from '../../../src/app/actions/design';
import { keep } from '../../../src/app/actions/keep';
import { lookAgain } from '../../../src/app/actions/look-again';
import { revert } from '../../../src/app/actions/revert';
import { wordNotice } from '../../../src/app/sentences';
import type { Store } from '../../../src/app/store';
import { numbers } from '../../../src/text/numbers';
import { speak } from '../../../src/text/say';
import { openSample, valuesOf } from '../../support/job';
import type { OpenWorkbook } from '../../support/office';
import { panesByTheMinute } from '../../support/pane';

/** Proposal, accepted and designed: three columns, and when each of them changes. */

// Each designs and writes several plans.
jest.setTimeout(60_000);

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openSample({ accounts: 60, reps: 3 });
});
afterEach(() => {
  book.dispose();
});

const pane = panesByTheMinute();

async function designAndApply(store: Store): Promise<void> {
  await store.run(lookAgain);
  await store.run(design);
  await store.run(apply);
  expect(store.state.trouble).toBeUndefined();
}

/** A column of the list of accounts. */
const column = (header: string): Promise<string[]> =>
  book.run(async (context) => {
    const body = context.workbook.tables.getItem('Accounts').columns.getItem(header).getDataBodyRange();
    body.load('values');
    await context.sync();
    return body.values.map(([cell]) => String(cell));
  });

const put = (header: string, row: number, value: string): Promise<void> =>
  book.run(async (context) => {
    const body = context.workbook.tables.getItem('Accounts').columns.getItem(header).getDataBodyRange();
    body.getCell(row, 0).values = [[value]];
    await context.sync();
  });

/** A territory keeps its id; its name follows where its accounts are. */
const idOf = (name: unknown): string => String(name).slice(0, 3);

/** Another territory than the one that stands in a row. */
async function another(row: number): Promise<string> {
  const names = await column('Territory');
  return [...new Set(names)].find((name) => name !== names[row] && name !== 'Unassigned') ?? '';
}

test('accepted is what stood at Keep, and nothing else changes it', async () => {
  const store = await pane();
  await designAndApply(store);
  expect(new Set(await column('Accepted Territory'))).toEqual(new Set(['']));
  await put('Territory', 4, await another(4));
  await store.run(keep);
  const accepted = await column('Territory');
  expect(await column('Accepted Territory')).toEqual(accepted);
  await put('Territory', 7, await another(7));
  expect(await column('Accepted Territory')).toEqual(accepted);
  await designAndApply(store);
  await store.run(revert);
  expect(await column('Accepted Territory')).toEqual(accepted);
});

test('a hand edit is a decision of the manager: it survives the next design, and the one after', async () => {
  const store = await pane();
  await designAndApply(store);
  await store.run(keep);
  const there = await another(4);
  await put('Territory', 4, there);
  await designAndApply(store);
  await store.run(keep);
  expect(idOf((await column('Territory'))[4])).toBe(idOf(there));
  expect((await column('Lock'))[4]).toBe('Manager decision');
  expect((await column('Reason'))[4]).toBe('Locked: Manager decision');
  await designAndApply(store);
  await store.run(keep);
  expect(idOf((await column('Territory'))[4])).toBe(idOf(there));
  expect((await column('Lock')).filter((cell) => cell !== '')).toEqual(['Manager decision']);
});

test('the decision is told, and taken back by clearing its lock', async () => {
  const store = await pane();
  await designAndApply(store);
  await store.run(keep);
  const first = (await column('Territory'))[4];
  await put('Territory', 4, await another(4));
  await store.run(lookAgain);
  expect(store.state.understanding?.choices.notices).toContainEqual(
    expect.objectContaining({ code: 'editsKept', params: { count: 1 } }),
  );
  await designAndApply(store);
  await store.run(keep);
  await put('Lock', 4, '');
  await designAndApply(store);
  expect((await column('Territory'))[4]).toBe(first);
});

test('a cleared cell, Unassigned and an unknown name are no decisions', async () => {
  const store = await pane();
  await designAndApply(store);
  await store.run(keep);
  await put('Territory', 1, '');
  await put('Territory', 2, 'Unassigned');
  await put('Territory', 3, 'Nowhere');
  await store.run(lookAgain);
  expect(store.state.understanding?.choices.standing.edited.size).toBe(0);
  const said = wordNotices(store);
  expect(said).toContainEqual(
    expect.stringMatching(
      /^2 accounts that were Unassigned or blank by hand are placed again by this design\./,
    ),
  );
  await designAndApply(store);
  expect((await column('Territory')).filter((name) => ['', 'Unassigned', 'Nowhere'].includes(name))).toEqual(
    [],
  );
  await store.run(lookAgain);
  expect(wordNotices(store)).not.toContainEqual(expect.stringMatching(/placed again/));
});

const wordNotices = ({ state }: Store): string[] =>
  (state.understanding?.choices.notices ?? []).map((notice) =>
    wordNotice(speak('en'), numbers('en'), notice),
  );

test('Balance sets what is accepted beside the proposal', async () => {
  const store = await pane();
  await designAndApply(store);
  await store.run(keep);
  await put('Territory', 4, await another(4));
  await put('Territory', 5, 'Unassigned');
  await designAndApply(store);
  const cells = await valuesOf(book, 'Balance');
  const line = cells.find(([label]) => label === 'Besides: stand elsewhere than accepted');
  const [now, accepted] = [await column('Territory'), await column('Accepted Territory')];
  expect(line?.[1]).toBe(now.filter((name, row) => name !== accepted[row]).length);
  const top = cells.findIndex((cellsOf) => cellsOf.includes('Accepted'));
  const at = cells[top]?.indexOf('Accepted') ?? -1;
  for (const territory of new Set(now)) {
    const row = cells.slice(top).find((cellsOf) => cellsOf[4] === territory);
    expect(row?.[at]).toBe(accepted.filter((name) => name === territory).length);
  }
  // Where nobody has an account and that is accepted, nothing differs.
  await put('Territory', 5, 'Unassigned');
  await store.run(keep);
  expect((await column('Accepted Territory'))[5]).toBe('Unassigned');
  const kept = await valuesOf(book, 'Balance');
  expect(kept.find(([label]) => label === line?.[0])?.[1]).toBe(0);
});
