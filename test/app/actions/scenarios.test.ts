import { apply } from '../../../src/app/actions/apply';
import { changeSettings } from '../../../src/app/actions/change-settings';
import { design } from '../../../src/app/actions/design';
import { discard } from '../../../src/app/actions/discard';
import { dropScenario } from '../../../src/app/actions/drop-scenario';
import { lookAgain } from '../../../src/app/actions/look-again';
import { keep } from '../../../src/app/actions/keep';
import { openScenario } from '../../../src/app/actions/open-scenario';
import { saveScenario } from '../../../src/app/actions/save-scenario';
import { weighScenarios } from '../../../src/app/actions/weigh-scenarios';
import { verify } from '../../../src/app/actions/verify';
import { differenceOf, sharesOf, sidesOf } from '../../../src/app/pages/scenarios/beside';
import { scenariosPage } from '../../../src/app/pages/scenarios/view';
import type { Store } from '../../../src/app/store';
import { Failure } from '../../../src/plan/failures';
import { textAt } from '../../../src/plan/columns';
import { numbers } from '../../../src/text/numbers';
import { speak } from '../../../src/text/say';
import { tableIn } from '../../figures/audit';
import { openSample, valuesOf } from '../../support/job';
import type { OpenWorkbook } from '../../support/office';
import { act, designAsSet, pane } from '../../support/pane';

let book: OpenWorkbook;
let store: Store;

beforeEach(async () => {
  book = await openSample({ accounts: 120, reps: 4 });
  store = await pane();
});
afterEach(() => {
  book.dispose();
});

/** The id of an account of the plan that is looked at. */
const idOf = (i: number): string => textAt(store.state.designed?.from.list.accounts.text.accountId, i) ?? '';
const view = () => scenariosPage(store.state, speak('en'), numbers('en'));
const ran = async (...steps: readonly (() => Promise<void>)[]) => {
  for (const step of steps) {
    await step();
    expect(store.state.trouble).toBeUndefined();
  }
};
/** Account id → territory, of the plan that is looked at. */
function shown(): Map<string, string> {
  const { plan } = store.state.designed ?? {};
  const owners = Array.from(plan?.assignment ?? [], (j) => plan?.territories[j]?.owner ?? '');
  return new Map(owners.map((owner, i) => [idOf(i), owner]));
}

/** The list's rows in the other order, as after a sort; `changed` may add to them. */
const rearranged = (changed: (rows: unknown[][]) => void = () => undefined) =>
  book.run(async (context) => {
    const table = context.workbook.tables.getItem('Accounts');
    const body = table.getDataBodyRange();
    body.load('values');
    await context.sync();
    const rows = [...body.values].reverse();
    changed(rows);
    body.values = rows;
    await context.sync();
  });

test('a plan that was saved comes back account by account, in another pane, after a sort and beside another plan that is kept', async () => {
  await ran(
    () => store.run(design),
    () => store.run(saveScenario, '  Gentle '),
  );
  expect(store.state.news).toBe('The plan is saved as Gentle.');
  const gentle = shown();
  const [preview] = view().lines;
  await ran(() => store.run(discard));
  await rearranged();
  store = await pane();
  await ran(() => designAsSet(store));
  expect(shown()).not.toEqual(gentle);
  await ran(
    () => store.run(apply),
    () => store.run(keep),
    () => store.run(weighScenarios),
  );
  const other = store.state.standing?.record.resultHash;
  const line = view().lines.find(({ name }) => name === 'Gentle');
  expect(line?.figures.slice(0, 3)).toEqual(preview?.figures.slice(0, 3));
  await ran(() => store.run(openScenario, 'gentle'));
  expect(shown()).toEqual(gentle);
  expect(store.state.designed?.plan.reason(0)).toEqual({ code: 'scenario', name: 'Gentle' });
  expect(store.state.understanding?.settings.aim).toBe('recommended');
  expect(store.state.standing?.record.resultHash).toBe(other);
  const hash = store.state.designed?.record.resultHash;
  await ran(
    () => store.run(apply),
    () => store.run(keep),
    () => store.run(verify),
  );
  expect(store.state.standing?.record.resultHash).toBe(hash);
  expect(store.state.news).toMatch(/designed over an earlier one/);
  const rows = tableIn(await valuesOf(book, 'Accounts'), 'Account ID (18)', 'Account Name');
  expect(rows).toHaveLength(120);
  for (const row of rows) {
    const owner = gentle.get(String(row['Account ID (18)'])) ?? '';
    if (owner !== '') expect(row['Territory Owner']).toBe(owner);
    expect(row['Designed Reason']).toBe('As in the scenario Gentle');
  }
});

test('an account that came since is placed, and told', async () => {
  await ran(
    () => store.run(design),
    () => store.run(saveScenario, 'North'),
    () => store.run(discard),
  );
  await rearranged((rows) => {
    const [row] = rows;
    if (row !== undefined) [row[0], row[1]] = ['NEW-1', 'Newcomer Ltd'];
  });
  await ran(
    () => store.run(lookAgain),
    () => store.run(weighScenarios),
  );
  const line = view().lines.find(({ isSaved }) => isSaved);
  expect(line?.about).toMatch(/^Saved on .*; 1 account placed anew: came since,/);
  await ran(() => store.run(openScenario, 'North'));
  const { plan, from } = store.state.designed ?? {};
  const at = from?.list.accounts.text.accountId?.codes.findIndex((_, i) => idOf(i) === 'NEW-1') ?? -1;
  expect(plan?.assignment[at]).toBeGreaterThanOrEqual(0);
  expect(plan?.reason(at).code).not.toBe('scenario');
  expect(plan?.reason(at === 0 ? 1 : 0).code).toBe('scenario');
});

test('the plan in the workbook is saved with what was moved by hand; what was locked since stays where it is locked', async () => {
  await ran(
    () => designAsSet(store),
    () => store.run(apply),
    () => store.run(keep),
  );
  const names = store.state.standing?.record.territories.map(({ name }) => name) ?? [];
  const from = store.state.standing?.assignment[5] ?? -1;
  const to = (from + 1) % names.length;
  const column = async (header: string) => (await valuesOf(book, 'Accounts'))[0]?.indexOf(header) ?? -1;
  const type = async (row: number, header: string, value: string) => {
    const at = await column(header);
    await act(book, (workbook) => {
      workbook.worksheets.getItem('Accounts').getCell(row, at).values = [[value]];
    });
  };
  await type(6, 'Territory', names[to] ?? '');
  await ran(
    () => store.run(lookAgain),
    () => store.run(saveScenario, 'By hand'),
  );
  expect(store.state.standing?.assignment[5]).toBe(to);
  await type(6, 'Territory', names[from] ?? '');
  await type(7, 'Lock', 'Manual');
  const locked = store.state.standing?.assignment[6];
  await ran(
    () => store.run(lookAgain),
    () => store.run(openScenario, 'By hand'),
  );
  const { plan } = store.state.designed ?? {};
  const owner = (j: number | undefined) => plan?.territories[j ?? -1]?.owner;
  expect(owner(plan?.assignment[5])).toBe(store.state.standing?.record.territories[to]?.owner);
  expect(plan?.assignment[6]).toBe(locked);
  expect(plan?.reason(6)).toEqual({ code: 'locked', lock: 'manual' });
});

test('names are one whatever their case; a scenario is deleted alone, and what cannot be is said', async () => {
  await ran(
    () => store.run(design),
    () => store.run(saveScenario, 'One'),
    () => store.run(changeSettings, { territories: 3 }),
    () => store.run(design),
    () => store.run(saveScenario, 'Three'),
  );
  await store.run(saveScenario, 'THREE');
  expect(store.state.trouble).toBe('A scenario is called THREE already. Give this one another name.');
  await ran(() => store.run(openScenario, 'One'));
  expect(store.state.designed?.plan.territories).toHaveLength(4);
  expect(store.state.understanding?.settings.territories).toBeUndefined();
  // The team has become smaller since.
  await act(book, (workbook) => {
    workbook.tables.getItem('Reps').getDataBodyRange().getRow(3).delete('Up');
  });
  await ran(() => store.run(lookAgain));
  await store.run(openScenario, 'One');
  expect(store.state.trouble).toMatch(/^The scenario One has 4 territories, and now there would be 3/);
  await ran(
    () => store.run(openScenario, 'Three'),
    () => store.run(dropScenario, 'three'),
  );
  expect(store.state.designed?.plan.territories).toHaveLength(3);
  expect(
    view()
      .lines.filter(({ isSaved }) => isSaved)
      .map(({ name }) => name),
  ).toEqual(['One']);
  await store.run(openScenario, 'Three');
  expect(store.state.trouble).toBe('The scenario Three is not in the workbook any more.');
});

test('two plans stand side by side: maps, shares by number, and who is with somebody else', async () => {
  const look = () => sidesOf(store.state, speak('en'), numbers('en'));
  expect(look()).toEqual([]);
  await ran(
    () => designAsSet(store),
    () => store.run(saveScenario, 'As it was'),
    () => store.run(discard),
    () => store.run(changeSettings, { balance: [{ metric: 'count', tolerance: 0.1 }] }),
    () => store.run(design),
    () => store.run(weighScenarios),
  );
  const [preview, saved] = look();
  if (preview === undefined || saved === undefined) throw new Error('There are two.');
  expect([preview.name, saved.name]).toEqual(['Preview', 'As it was']);
  const looks = [preview.look(), saved.look()] as const;
  expect(looks.map(({ metrics }) => metrics[0]?.id)).toEqual(['count', 'potential']);
  expect(looks.map(({ map }) => map?.centres.length)).toEqual([4, 4]);
  const { label, rows } = sharesOf(looks, speak('en'), numbers('en'));
  expect(label).toBe('Per cent of fair share, by Accounts / Potential');
  expect(rows).toHaveLength(4);
  rows.forEach(({ shares }, j) => {
    expect(shares).toEqual(
      looks.map(({ metrics }) => `${Math.round(100 * (metrics[0]?.bars[j]?.after ?? 0))}%`),
    );
  });
  // Counted from the owners of the two plans.
  const now = store.state.designed?.plan;
  const { now: weighed } = store.state.scenarios?.[0] ?? {};
  if (now === undefined || weighed === undefined || weighed.plan instanceof Failure)
    throw new Error('No plan.');
  const then = weighed.plan.designed.plan;
  const holder = ({ territories, assignment }: typeof now, i: number) => {
    const territory = territories[assignment[i] ?? -1];
    return territory?.owner || territory?.id;
  };
  const differ = Array.from({ length: 120 }, (_, i) => holder(now, i) !== holder(then, i)).filter(
    Boolean,
  ).length;
  expect(differ).toBeGreaterThan(0);
  expect(differenceOf([preview, saved], 120, speak('en'))).toBe(
    `${differ} of 120 accounts are with another owner in As it was than in Preview.`,
  );
  expect(differenceOf([preview, preview], 120, speak('en'))).toBe(
    'Each account is with the same owner in both.',
  );
});
