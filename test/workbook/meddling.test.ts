import fc from 'fast-check';
import { apply } from '../../src/app/actions/apply';
import { applyRest } from '../../src/app/actions/apply-rest';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { open } from '../../src/app/actions/open';
import { revert } from '../../src/app/actions/revert';
import type { Store } from '../../src/app/store';
import { textAt } from '../../src/plan/columns';
import { difference, isSame } from '../support/faults';
import { stateByAccount } from '../support/hands';
import { picture } from '../support/job';
import { listRows, openList } from '../support/meddle';
import { DEEDS, Meddler, OURS, type Deed } from '../support/meddler';
import type { Cell, OpenWorkbook } from '../support/office';
import { pane } from '../support/pane';

/** How many random users: more with `MEDDLE=200`. */
const RUNS = Number(process.env['MEDDLE'] ?? 10);

let book: OpenWorkbook;
let user: Meddler;

/** What stands in the list now, by account and header. */
async function accounts(): Promise<Record<string, Record<string, Cell>>> {
  return Object.fromEntries((await listRows(book)).map((row) => [String(row['Account ID']), row]));
}

/** The user's own cells: in the list by account, on a sheet of theirs, and remarks on ours. */
async function users(): Promise<unknown> {
  const list = Object.entries(await accounts()).map(([id, row]) => [
    id,
    Object.fromEntries(Object.entries(row).filter(([header]) => header !== '' && !OURS.includes(header))),
  ]);
  const { Notes: notes } = await picture(book);
  return { list: Object.fromEntries(list) as unknown, notes };
}

async function territories(): Promise<Record<string, Cell>> {
  return Object.fromEntries(
    Object.entries(await accounts()).map(([id, row]) => [id, row['Territory'] ?? row['Terr'] ?? '']),
  );
}

const RAW = /went wrong inside|Excel answered|Injected|undefined|\[object/;

/** The whole state with all formulas at their values: this host puts some off until they are asked for. */
async function calculated(): Promise<unknown> {
  await book.run(async (context) => {
    context.workbook.application.calculate('Full');
    await context.sync();
  });
  const { sheets, list, ...state } = await stateByAccount(book, []);
  // What the user does on a sheet of theirs is not spoken of.
  state['sheets'] = (sheets as readonly { readonly name?: string }[]).filter(({ name }) => name !== 'Notes');
  // Nor is it that they hid columns of theirs.
  state['list'] = (list as { readonly columns: readonly (readonly unknown[])[] } | undefined)?.columns.filter(
    (_, c) => c < 1 || c > 2,
  );
  // Which error a formula gives that speaks of something deleted is this host's own affair.
  return JSON.parse(JSON.stringify(state).replace(/"#(REF|VALUE|NAME)[!?]"/g, '"#"'));
}

/** What stood before a plan was applied. */
interface Before {
  readonly whole: unknown;
  readonly ids: readonly string[];
  readonly territories: Record<string, Cell>;
}

const look = async (): Promise<Before> => ({
  whole: await calculated(),
  ids: Object.keys(await accounts()),
  territories: await territories(),
});

/** Does one of our steps: the user's cells stay what they are, and what is said of the workbook is true. */
async function step(store: Store, action: Parameters<Store['run']>[0]): Promise<void> {
  const before = await users();
  const whole = await stateByAccount(book, []);
  await store.run(action);
  const { trouble = '', pending } = store.state;
  expect([action.name, trouble]).toEqual([action.name, expect.not.stringMatching(RAW)]);
  expect([action.name, trouble, pending.state]).not.toContain('broken');
  expect([action.name, trouble, await users()]).toEqual([action.name, trouble, before]);
  if (/Nothing was (written|changed)|put back as it was/.test(trouble))
    expect([action.name, trouble, await stateByAccount(book, [])]).toEqual([action.name, trouble, whole]);
}

/** The counts in the sentence that refuses to apply. */
function expectDrift(trouble: string | undefined, then: readonly string[], now: readonly string[]): void {
  const said = /^(\d+) rows? changed since the design: (?:(\d+) new)?(?:, )?(?:(\d+) gone)?/.exec(
    trouble ?? '',
  );
  if (said === null) return;
  const count = (group: string | undefined) => Number(group ?? 0);
  expect([trouble, count(said[2]), count(said[3])]).toEqual([
    trouble,
    now.filter((id) => !then.includes(id)).length,
    then.filter((id) => !now.includes(id)).length,
  ]);
}

/** What Revert says at its end, against the workbook. */
async function expectTrueReport(news: string, before: Before): Promise<void> {
  const now = await look();
  if (news === 'Everything Evenfield changed is as it was before.') {
    if (!isSame(now.whole, before.whole))
      expect([news, difference(now.whole, before.whole, before.whole)]).toEqual([news, 'no difference']);
    return;
  }
  if (news.includes('not there any more, so nothing was put back')) return;
  const count = (pattern: RegExp) => Number(pattern.exec(news)?.[1] ?? 0);
  expect([news, count(/(\d+) accounts? came since/), count(/(\d+) accounts? (?:is|are) not there/)]).toEqual([
    news,
    now.ids.filter((id) => !before.ids.includes(id)).length,
    before.ids.filter((id) => !now.ids.includes(id)).length,
  ]);
  for (const [id, name] of Object.entries(now.territories))
    if (id in before.territories) expect([news, id, name]).toEqual([news, id, before.territories[id]]);
}

async function decide(store: Store, action: typeof keep, before: Before): Promise<void> {
  await step(store, action);
  if (store.state.trouble !== undefined) {
    // The sentence says what stands in the way: without it the same works.
    expect(store.state.trouble).toMatch(/is protected|is no Excel table any more/);
    await user.clearTheWay();
    await step(store, action);
  }
  expect([action.name, store.state.trouble]).toEqual([action.name, undefined]);
  expect(store.state.pending.state).toBe('none');
  if (action.name === revert.name) await expectTrueReport(store.state.news ?? '', before);
}

async function expectPlaced(store: Store): Promise<void> {
  const { plan, from } = store.state.designed ?? {};
  if (plan === undefined || from === undefined) throw new Error('What was applied is shown.');
  const now = await territories();
  plan.assignment.forEach((j, i) => {
    const id = textAt(from.list.accounts.text.accountId, i) ?? '';
    expect([id, now[id]]).toEqual([id, plan.territories[j]?.name ?? 'Unassigned']);
  });
}

async function play(
  kind: 'table' | 'range',
  rounds: readonly (readonly Deed[])[],
  isKept: boolean,
): Promise<void> {
  book = await openList(kind, 12);
  user = new Meddler(book);
  let store = await pane();
  const doAll = async (deeds: readonly Deed[] = []) => {
    for (const deed of deeds) await user.act(deed);
  };
  for (const turn of [0, 1]) {
    await step(store, design);
    const designed = Object.keys(await accounts());
    await doAll(rounds[3 * turn]);
    const before = await look();
    await step(store, apply);
    expectDrift(store.state.trouble, designed, before.ids);
    if (store.state.pending.state !== 'applied') await step(store, applyRest);
    if (store.state.pending.state === 'applied') {
      await expectPlaced(store);
      await doAll(rounds[3 * turn + 1]);
      await decide(store, turn === 1 || !isKept ? revert : keep, before);
    }
    await doAll(rounds[3 * turn + 2]);
    // The pane can always be opened again.
    store = await pane();
    expect([store.state.trouble ?? '', store.state.pending.state]).toEqual([
      expect.not.stringMatching(RAW),
      expect.not.stringMatching('broken'),
    ]);
    await store.run(open);
  }
}

const played = async (...game: Parameters<typeof play>): Promise<void> => {
  try {
    await play(...game);
  } finally {
    book.dispose();
  }
};

/** What random users found once, as small as it gets. */
const FOUND: readonly (readonly [string, ...Parameters<typeof play>])[] = [
  ['rows above the list since Apply', 'table', [[], ['insertAbove'], [], [], [], []], false],
  ['a column of ours deleted since Apply', 'table', [[], ['deleteOurs'], [], [], [], []], false],
  ['a column of ours deleted before Apply', 'range', [[], [], [], ['deleteTerritory'], [], []], true],
  ['our columns taken off before Apply', 'range', [[], [], [], ['undo'], [], []], true],
  ['the list a range again before Apply', 'table', [[], [], ['toRange'], [], [], []], true],
  ['rows put in on our sheets before Apply', 'range', [[], ['insertInOurs'], [], [], [], []], true],
  ['a column put in on our sheet before Apply', 'table', [[], [], [], ['insertColumnInOurs'], [], []], true],
];

test.each(FOUND)('found by meddling: %s', (_, ...game) => played(...game));

const deeds = fc.array(fc.constantFrom(...DEEDS), { maxLength: 3 });

test('whatever a user does between our steps: their cells are theirs, an account’s territory is its own, what is said is true', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('table' as const, 'range' as const),
      fc.array(deeds, { minLength: 6, maxLength: 6 }),
      fc.boolean(),
      played,
    ),
    { numRuns: RUNS, endOnFailure: process.env['SHRINK'] === undefined },
  );
}, 36_000_000);
