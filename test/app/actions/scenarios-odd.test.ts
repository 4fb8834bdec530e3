import { apply } from '../../../src/app/actions/apply';
import { changeBalance } from '../../../src/app/actions/change-balance';
import { changeSettings } from '../../../src/app/actions/change-settings';
import { choosePlan } from '../../../src/app/actions/choose-plan';
import { design } from '../../../src/app/actions/design';
import { discard } from '../../../src/app/actions/discard';
import { dropScenario } from '../../../src/app/actions/drop-scenario';
import { keep } from '../../../src/app/actions/keep';
import { lookAgain } from '../../../src/app/actions/look-again';
import { openScenario } from '../../../src/app/actions/open-scenario';
import { revert } from '../../../src/app/actions/revert';
import { saveScenario } from '../../../src/app/actions/save-scenario';
import { weighScenarios } from '../../../src/app/actions/weigh-scenarios';
import { workOutChoices } from '../../../src/app/actions/work-out-choices';
import { writeSheet } from '../../../src/app/actions/write-sheet';
import { verify } from '../../../src/app/actions/verify';
import { staysOf } from '../../../src/app/pages/design/stays';
import { scenariosPage } from '../../../src/app/pages/scenarios/view';
import type { Store } from '../../../src/app/store';
import { textAt } from '../../../src/plan/columns';
import { numbers } from '../../../src/text/numbers';
import { speak } from '../../../src/text/say';
import { OfficeWorkbook } from '../../../src/workbook/office-workbook';
import { clock, valuesOf } from '../../support/job';
import { deleteRow, insertAccount, listRows, LIST_HEADERS, openList, sortList } from '../../support/meddle';
import { openWorkbook, type Cell, type OpenWorkbook } from '../../support/office';
import { act, designAsSet, pane } from '../../support/pane';

/** What analysts and managers do to saved plans, and to the recommended one, besides what they should. */

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

const view = (store: Store) => scenariosPage(store.state, speak('en'), numbers('en'));
const saved = (store: Store) => view(store).lines.filter(({ isSaved }) => isSaved);
async function ran(store: Store, ...steps: readonly (() => Promise<void>)[]): Promise<void> {
  for (const step of steps) {
    await step();
    expect(store.state.trouble).toBeUndefined();
  }
}
/** The plan as it is set is shown, and saved. */
const savedAsSet = (store: Store, name: string) =>
  ran(
    store,
    () => designAsSet(store),
    () => store.run(saveScenario, name),
  );
const stays = (store: Store) => {
  const { understanding, isStayingOpen } = store.state;
  return understanding && staysOf(understanding, isStayingOpen, speak('en'), numbers('en'));
};
/** Account name → owner, of the plan that is looked at. */
function shown(store: Store): Record<string, string> {
  const { plan, from } = store.state.designed ?? {};
  return Object.fromEntries(
    Array.from(plan?.assignment ?? [], (j, i) => [
      textAt(from?.list.accounts.text.accountName, i) ?? '',
      plan?.territories[j]?.owner ?? '',
    ]),
  );
}
const CITIES = [
  ['Denver', 'CO'],
  ['Boise', 'ID'],
  ['Austin', 'TX'],
  ['Boston', 'MA'],
] as const;
const idOf = (i: number) => `A${String(i).padStart(3, '0')}`;
const usual = (i: number): Cell[] => [
  idOf(i),
  `Account ${i}`,
  ...(CITIES[i % 4] ?? CITIES[0]),
  ['Ana Ruiz', 'Ben Ito', 'Cleo Park'][i % 3] ?? '',
  100 + ((i * 37) % 50),
];
async function openRows(
  headers: readonly string[],
  rows: readonly (readonly Cell[])[],
  more: Readonly<Record<string, readonly (readonly Cell[])[]>> = {},
): Promise<Store> {
  book = await openWorkbook({ sheets: { Export: [headers, ...rows], ...more } });
  await act(book, ({ worksheets, tables }) => {
    tables.add(worksheets.getItem('Export').getUsedRange(), true).name = 'Deals';
  });
  return pane();
}
async function openTable(): Promise<Store> {
  book = await openList('table');
  return pane();
}
const HEAD = LIST_HEADERS.slice(0, 6);
const NAMED = HEAD.slice(1);
const RUN = 24;
const body = () => Array.from({ length: RUN }, (_, i) => usual(i));
const setCells = (address: string, values: unknown[][]) =>
  act(book, ({ worksheets }) => {
    worksheets.getItem('Export').getRange(address).values = values;
  });

describe('accounts', () => {
  test('ids that were numbered anew bring no account the territory of another', async () => {
    const store = await openTable();
    await savedAsSet(store, 'One');
    const then = shown(store);
    await ran(store, () => store.run(discard));
    await setCells(
      'A2:A25',
      Array.from({ length: RUN }, (_, i) => [idOf((i + 5) % RUN)]),
    );
    await ran(
      store,
      () => store.run(lookAgain),
      () => store.run(openScenario, 'One'),
    );
    expect(shown(store)).toEqual(then);
  });

  test('a duplicate id after a sort is no account that came since', async () => {
    const rows = body();
    rows[7] = [idOf(3), ...(rows[7] ?? []).slice(1)];
    const store = await openRows(HEAD, rows);
    await savedAsSet(store, 'One');
    const then = shown(store);
    await ran(store, () => store.run(discard));
    await sortList(book);
    await ran(
      store,
      () => store.run(lookAgain),
      () => store.run(weighScenarios),
      () => store.run(openScenario, 'One'),
    );
    expect(saved(store)[0]?.about).not.toContain('came since');
    expect(shown(store)).toEqual(then);
  });

  test('two accounts of one id that traded rows keep their own territories', async () => {
    const rows = body();
    rows[7] = [idOf(4), ...(rows[7] ?? []).slice(1)];
    const store = await openRows(HEAD, rows);
    await savedAsSet(store, 'One');
    const then = shown(store);
    expect(then['Account 4']).not.toBe(then['Account 7']);
    await ran(store, () => store.run(discard));
    [rows[4], rows[7]] = [rows[7] ?? [], rows[4] ?? []];
    await setCells('A2:F25', rows);
    await ran(
      store,
      () => store.run(lookAgain),
      () => store.run(openScenario, 'One'),
    );
    expect(shown(store)).toEqual(then);
  });

  test('a list without ids comes back after a sort', async () => {
    const store = await openRows(
      NAMED,
      body().map((row) => row.slice(1)),
    );
    await savedAsSet(store, 'One');
    const then = shown(store);
    await ran(store, () => store.run(discard));
    await setCells(
      'A2:E25',
      body()
        .reverse()
        .map((row) => row.slice(1)),
    );
    await ran(
      store,
      () => store.run(lookAgain),
      () => store.run(openScenario, 'One'),
    );
    expect(shown(store)).toEqual(then);
  });

  test('names that are not one each, without ids: a changed amount makes no account a newcomer', async () => {
    const rows = body().map(([, , ...rest], i) => [`Shop ${i % 6}`, ...rest]);
    const store = await openRows(NAMED, rows);
    await ran(
      store,
      () => designAsSet(store),
      () => store.run(saveScenario, 'One'),
      () => store.run(discard),
    );
    await setCells(
      'E2:E25',
      rows.map((row) => [Number(row[4]) + 1]),
    );
    await ran(
      store,
      () => store.run(lookAgain),
      () => store.run(weighScenarios),
    );
    expect(saved(store)[0]?.about).toContain('not to be told any more');
  });

  test('accounts deleted and added since: the rest stay, and the opened plan can be applied, reverted, applied and kept', async () => {
    const store = await openTable();
    await ran(
      store,
      () => store.run(design),
      () => store.run(saveScenario, 'One'),
    );
    const then = shown(store);
    await ran(store, () => store.run(discard));
    await deleteRow(book, 2);
    await insertAccount(book, 9, 'NEW1');
    await ran(
      store,
      () => store.run(lookAgain),
      () => store.run(openScenario, 'One'),
    );
    const now = shown(store);
    for (const [name, owner] of Object.entries(now)) if (name !== 'New NEW1') expect(owner).toBe(then[name]);
    expect(now['New NEW1']).not.toBe('');
    await ran(
      store,
      () => store.run(apply),
      () => store.run(revert),
    );
    await ran(
      store,
      () => store.run(openScenario, 'One'),
      () => store.run(apply),
      () => store.run(keep),
      () => store.run(design),
      () => store.run(discard),
      () => store.run(weighScenarios),
      () => store.run(verify),
    );
    const [standing] = view(store).lines;
    expect(saved(store)[0]?.figures).toEqual(standing?.figures);
  });
});

describe('figures', () => {
  test('a preview that moves nobody is as far as today', async () => {
    const store = await openTable();
    await ran(store, () => store.run(design));
    const [preview] = view(store).lines;
    expect(preview?.figures).toContain('0 accounts move');
    for (const figure of preview?.figures.slice(1, 3) ?? []) expect(view(store).today).toContain(figure);
  });

  test('a saved plan that was applied and kept has the figures of the plan in the workbook', async () => {
    const store = await openTable();
    await ran(
      store,
      () => store.run(design),
      () => store.run(saveScenario, 'One'),
      () => store.run(apply),
      () => store.run(keep),
      () => store.run(lookAgain),
      () => store.run(weighScenarios),
    );
    const [standing, one] = view(store).lines;
    expect(one?.figures).toEqual(standing?.figures);
    expect(one?.more).toEqual(standing?.more);
  });

  test('a plan in German, renamed territories, a lock that came since: reasons are German, the lock holds', async () => {
    const store = await openTable();
    await ran(
      store,
      () => store.run(changeSettings, { language: 'de', territoryNames: { T01: 'West "Ä" 😀' } }),
      () => store.run(design),
      () => store.run(saveScenario, 'Süd'),
      () => store.run(changeSettings, { territoryNames: { T01: 'Nord' } }),
      () => store.run(openScenario, 'süd'),
      () => store.run(apply),
      () => store.run(keep),
    );
    const names = (await listRows(book)).map((row) => row['Gebiet'] ?? row['Territory']);
    expect(names).toContain('Nord');
    expect(Object.values((await listRows(book))[0] ?? {})).toContain('Wie im Szenario Süd');
  });

  test('a metric whose column is gone is said when the scenario is opened', async () => {
    const store = await openTable();
    await ran(
      store,
      () => store.run(changeBalance, { kind: 'add', metric: 'count' }),
      () => store.run(design),
      () => store.run(saveScenario, 'P'),
      () => store.run(discard),
    );
    await act(book, ({ tables }) => {
      tables.getItem('Deals').columns.getItem('Potential').delete();
    });
    await ran(store, () => store.run(lookAgain));
    await store.run(openScenario, 'P');
    const { trouble, designed } = store.state;
    const said = designed?.plan.notices.map(({ code }) => code) ?? [];
    expect(trouble !== undefined || said.length > 0).toBe(true);
  });

  test('what is placed anew is placed where a family is, where families stay together', async () => {
    const headers = [...HEAD, 'Parent Account ID'];
    const store = await openRows(
      headers,
      body().map((row, i) => [...row, i > 0 && i < 4 ? idOf(0) : '']),
    );
    await savedAsSet(store, 'F');
    const then = shown(store);
    await ran(store, () => store.run(discard));
    // One in another town becomes a stranger of the family.
    await setCells('A4:C4', [['NEW9', 'Newcomer', 'Boston']]);
    await ran(
      store,
      () => store.run(lookAgain),
      () => store.run(openScenario, 'F'),
    );
    expect(shown(store)['Newcomer']).toBe(then['Account 0']);
  });

  test('a scenario that a region parts since says who is where he may not be', async () => {
    const headers = [...HEAD, 'Segment'];
    const team = [
      ['Rep ID', 'Rep Name', 'Role', 'Home Zip', 'FTE', 'Current Quota', 'Segment'],
      ['R0', 'Ana Ruiz', 'AE', '80202', 1, 500000, 'SMB'],
      ['R1', 'Ben Ito', 'AE', '83702', 1, 500000, 'SMB'],
      ['R2', 'Cleo Park', 'AE', '78701', 1, 500000, 'ENT'],
    ];
    const rows = body().map((row, i) => [...row, i % 3 === 0 ? 'ENT' : 'SMB']);
    const store = await openRows(headers, rows, { Team: team });
    await ran(
      store,
      () => designAsSet(store),
      () => store.run(saveScenario, 'S'),
      () => store.run(discard),
    );
    expect(store.state.understanding?.settings.bySegment).toBe(true);
    // All accounts are of the other segment now.
    await setCells(
      'G2:G25',
      rows.map((row) => [row[6] === 'ENT' ? 'SMB' : 'ENT']),
    );
    await ran(
      store,
      () => store.run(lookAgain),
      () => store.run(openScenario, 'S'),
    );
    expect(store.state.understanding?.settings.bySegment).toBe(true);
    const { plan, from } = store.state.designed ?? {};
    const isOff = (j: number, i: number) =>
      (textAt(from?.list.accounts.text.segment, i) === 'ENT') !==
      (plan?.territories[j]?.owner === 'Cleo Park');
    const off = Array.from(plan?.assignment ?? [], isOff).filter(Boolean);
    expect(off.length === 0 || (plan?.notices.length ?? 0) > 0).toBe(true);
  });

  test('a protected workbook: nothing is said to be saved that is not', async () => {
    const store = await openTable();
    await ran(store, () => store.run(design));
    await act(book, (workbook) => {
      workbook.protection.protect();
    });
    await store.run(saveScenario, 'One');
    const other = await pane();
    await other.run(weighScenarios);
    expect(saved(other)).toHaveLength(store.state.trouble === undefined ? 1 : 0);
  });
});

describe('odd lists', () => {
  test('accounts that nothing tells apart: the sheet says so, and no figure is 0', async () => {
    const store = await openRows(
      HEAD.slice(2),
      body().map((row) => row.slice(2)),
    );
    await savedAsSet(store, 'One');
    await ran(
      store,
      () => store.run(apply),
      () => store.run(keep),
      () => store.run(writeSheet, 'scenarios'),
    );
    const sheet = await valuesOf(book, 'Scenarios');
    const line = (label: string) => sheet.find(([first]) => first === label)?.slice(1, 4);
    expect(line('Accounts of the list that are not told apart below')?.[0]).toBe(RUN);
    expect(line('Accounts that change owner')).toEqual(['–', '–', '–']);
    expect(line('Accounts placed')).toEqual(['–', '–', '–']);
  });

  test('the sheet leaves out accounts of one id and the oldest plans; today’s shares are of all accounts', async () => {
    const rows = body();
    rows[7] = [idOf(4), ...(rows[7] ?? []).slice(1)];
    // Nobody holds these.
    for (const at of [0, 1, 2, 3]) rows[at] = (rows[at] ?? []).map((cell, c) => (c === 4 ? '' : cell));
    const store = await openRows(HEAD, rows);
    await ran(store, () => designAsSet(store));
    for (const name of ['A', 'B', 'C', 'D', 'E']) await ran(store, () => store.run(saveScenario, name));
    await ran(
      store,
      () => store.run(apply),
      () => store.run(keep),
      () => store.run(writeSheet, 'scenarios'),
    );
    const sheet = await valuesOf(book, 'Scenarios');
    const line = (label: string) => sheet.find(([first]) => first === label)?.slice(1, 7) ?? [];
    expect(line('Beside each other').slice(2)).toEqual(['1 · B', '2 · C', '3 · D', '4 · E']);
    expect(sheet.flat()).toContain('1 older saved plan has no room here.');
    expect(line('Accounts of the list that are not told apart below')[0]).toBe(2);
    const told = rows.filter((_, i) => i !== 4 && i !== 7);
    expect(line('Accounts placed')).toEqual([told.length - 4, ...Array<number>(5).fill(told.length)]);
    const sum = (of: readonly (readonly Cell[])[]) => of.reduce((all, row) => all + Number(row[5]), 0);
    const held = ['Ana Ruiz', 'Ben Ito', 'Cleo Park'].map((who) => sum(told.filter((row) => row[4] === who)));
    expect(line('Largest % of fair share, Potential')[0]).toBeCloseTo(
      Math.max(...held) / (sum(told) / held.length),
      9,
    );
  });

  test('a cap that stands with the kept plan does not stay when a scenario without one is opened', async () => {
    const store = await openTable();
    await ran(
      store,
      () => designAsSet(store),
      () => store.run(saveScenario, 'Free'),
      () => store.run(changeSettings, { cap: { accounts: 0.1 } }),
      () => store.run(design),
      () => store.run(apply),
      () => store.run(keep),
      () => store.run(openScenario, 'Free'),
      () => store.run(apply),
      () => store.run(keep),
    );
    expect(store.state.understanding?.settings.cap).toBeUndefined();
    expect(stays(store)?.text).not.toMatch(/Never more/);
  });

  test('a limit on what changes owner has nothing to say to a saved plan, whoever has the accounts by now', async () => {
    const store = await openRows(HEAD, body());
    await ran(
      store,
      () => store.run(changeSettings, { cap: { accounts: 0.1 } }),
      () => store.run(design),
      () => store.run(saveScenario, 'Capped'),
    );
    const before = shown(store);
    await setCells(
      'E2:E25',
      body().map((_, i) => [body()[(i + 1) % RUN]?.[4]]),
    );
    await ran(store, () => store.run(openScenario, 'Capped'));
    expect(shown(store)).toEqual(before);
    expect(store.state.designed?.plan.notices.map(({ code }) => code)).not.toContainEqual(
      expect.stringMatching(/^obstacle/),
    );
    expect(store.state.understanding?.settings.cap).toEqual({ accounts: 0.1, money: 1 });
  });

  test('a list without owners in two currencies: saved, opened, kept', async () => {
    const store = await openRows(
      ['Account ID', 'Account Name', 'City', 'State', 'Amount', 'Currency'],
      body().map((row, i) => [...row.slice(0, 4), row[5] ?? 0, i % 2 === 0 ? 'EUR' : 'USD']),
    );
    await ran(
      store,
      () => store.run(changeSettings, { territories: 3, fx: { EUR: 1.1, USD: 1 } }),
      () => store.run(design),
      () => store.run(saveScenario, 'Euro'),
      () => store.run(changeSettings, { fx: { EUR: 2 } }),
      () => store.run(openScenario, 'Euro'),
      () => store.run(apply),
      () => store.run(keep),
      () => store.run(weighScenarios),
    );
    expect(saved(store)[0]?.about).toMatch(/^Saved on [^;]*$/);
  });

  test('two who left and two who came: whose territory goes to whom is said, or it is refused', async () => {
    const team = (names: readonly string[]) => [
      ['Rep ID', 'Rep Name', 'Role', 'Home Zip', 'FTE', 'Current Quota'],
      ...names.map((name, i) => [`R${i}`, name, 'AE', ['80202', '83702', '78701'][i] ?? '', 1, 500000]),
    ];
    const store = await openRows(HEAD, body(), { Team: team(['Ana Ruiz', 'Ben Ito', 'Cleo Park']) });
    await ran(
      store,
      () => designAsSet(store),
      () => store.run(saveScenario, 'A'),
      () => store.run(discard),
    );
    await act(book, ({ worksheets }) => {
      worksheets.getItem('Team').getRange('B2:B4').values = [['Eve Low'], ['Dan Oh'], ['Cleo Park']];
    });
    await ran(store, () => store.run(lookAgain));
    await store.run(openScenario, 'A');
    await store.run(weighScenarios);
    const words = [store.state.trouble, store.state.news, saved(store)[0]?.about].join(' ');
    expect(words).toMatch(/Eve Low|Dan Oh/);
  });
});

describe('settings', () => {
  test('the metrics of a scenario come back with the tolerances that they had', async () => {
    const store = await openTable();
    await ran(
      store,
      () => store.run(changeBalance, { kind: 'add', metric: 'count' }),
      () => store.run(changeBalance, { kind: 'tolerance', at: 1, tolerance: 0.2 }),
      () => store.run(design),
    );
    const then = store.state.designed?.record.metrics;
    expect(then).toHaveLength(2);
    await ran(
      store,
      () => store.run(saveScenario, 'Two'),
      () => store.run(changeBalance, { kind: 'remove', at: 1 }),
      () => store.run(changeBalance, { kind: 'tolerance', at: 0, tolerance: 0.3 }),
      () => store.run(openScenario, 'Two'),
    );
    expect(store.state.designed?.record.metrics).toEqual(then);
    expect(
      store.state.understanding?.choices.metrics.map(({ id, tolerance }) => ({ metric: id, tolerance })),
    ).toEqual(then);
    await ran(store, () => store.run(lookAgain));
    expect(store.state.isStale).toBe(false);
  });

  test('an opened scenario that is left by Back leaves no setting behind', async () => {
    const store = await openTable();
    await ran(
      store,
      () => store.run(changeSettings, { territories: 2, cap: { accounts: 0.5 } }),
      () => store.run(design),
      () => store.run(saveScenario, 'Two'),
      () => store.run(changeSettings, { territories: 4, cap: null }),
    );
    const before = store.state.understanding?.settings;
    await ran(
      store,
      () => store.run(openScenario, 'Two'),
      () => store.run(discard),
      () => store.run(lookAgain),
    );
    expect(store.state.understanding?.settings).toEqual(before);
  });

  test('a plan that is looked at through a scenario leaves Normal as it was', async () => {
    const store = await openTable();
    await ran(
      store,
      () => designAsSet(store),
      () => store.run(saveScenario, 'Set'),
      () => store.run(discard),
    );
    expect(stays(store)?.keeping).toBe('normal');
    await ran(
      store,
      () => store.run(openScenario, 'Set'),
      () => store.run(discard),
    );
    expect(stays(store)?.keeping).toBe('normal');
  });

  test('a limit on what moves does not turn Normal into Loose', async () => {
    const store = await openTable();
    expect(stays(store)?.keeping).toBe('normal');
    await ran(store, () => store.run(changeSettings, { cap: { accounts: 0.15 } }));
    expect(stays(store)?.keeping).toBe('normal');
  });

  test('a limit that was set and removed leaves the recommended plan first', async () => {
    const store = await openTable();
    await ran(
      store,
      () => store.run(changeSettings, { cap: { accounts: 0.15 } }),
      () => store.run(changeSettings, { cap: { accounts: 1 } }),
    );
    expect(stays(store)?.keeping).toBe('normal');
  });

  test('nothing is said of customers where the list tells none', async () => {
    const store = await openRows(HEAD, body());
    await ran(store, () => store.run(design));
    expect(stays(store)?.text).not.toMatch(/10% of them/);
  });

  test('who stays says what the plan that is shown does', async () => {
    // Everything is with one owner: the recommended limits cannot come near the tolerance, nor anything of one account.
    const store = await openRows(
      HEAD,
      body().map((row, i) => [...row.slice(0, 4), i < 21 ? 'Ana Ruiz' : 'Ben Ito', row[5] ?? 0]),
    );
    await ran(store, () => store.run(design));
    const { designed } = store.state;
    expect(designed?.plan.withinTolerance).toBe(true);
    expect(designed?.record.settings.aim).toBeUndefined();
    // More than a fifth of the accounts leave Ana.
    expect(stays(store)?.text).not.toMatch(/20% of all accounts leave/);
  });

  test('recommended comes first, and the plan as set is at hand', async () => {
    const store = await openTable();
    await ran(
      store,
      () => store.run(design),
      () => store.run(workOutChoices),
    );
    expect(store.state.designed?.record.settings.aim).toBe('recommended');
    await ran(
      store,
      () => store.run(choosePlan, 1),
      () => store.run(saveScenario, 'Other'),
    );
    expect(saved(store)).toHaveLength(1);
  });
});

describe('what is said, and when', () => {
  test('a stale preview is not said to be no plan', async () => {
    const store = await openTable();
    await ran(
      store,
      () => designAsSet(store),
      () => store.run(apply),
      () => store.run(keep),
      () => store.run(changeSettings, { aim: 'fewest' }),
      () => store.run(design),
    );
    await setCells(
      'F2:F9',
      Array.from({ length: 8 }, () => [900]),
    );
    await ran(store, () => store.run(lookAgain));
    expect(store.state.isStale).toBe(true);
    // There is a plan in the workbook that could be saved; the page says that there is none.
    expect(view(store).saves).toBeDefined();
  });

  test('while a decision is open nothing is offered that cannot be done', async () => {
    const store = await openTable();
    await ran(
      store,
      () => designAsSet(store),
      () => store.run(apply),
    );
    expect(view(store).saves === undefined || store.can(saveScenario)).toBe(true);
  });

  test('while a decision is open nothing is said to be worked out that is not', async () => {
    const store = await openTable();
    await ran(
      store,
      () => designAsSet(store),
      () => store.run(saveScenario, 'One'),
      () => store.run(apply),
    );
    expect(!view(store).isWorking || store.can(weighScenarios)).toBe(true);
  });

  test('saved plans that cannot be read are said once, and do not say that they are being worked out', async () => {
    const store = await openTable();
    await new OfficeWorkbook(clock).save('scenarios', [{ name: 'x' }]);
    await store.run(weighScenarios);
    expect(view(store).damaged).toMatch(/cannot be read/);
    expect(view(store).isWorking).toBe(false);
  });

  test('one saved plan that cannot be read does not take the others with it', async () => {
    const store = await openTable();
    const port = new OfficeWorkbook(clock);
    await ran(
      store,
      () => store.run(design),
      () => store.run(saveScenario, 'One'),
    );
    await port.save('scenarios', [...((await port.load('scenarios')) as unknown[]), { name: 'x' }]);
    await store.run(openScenario, 'One');
    expect(store.state.trouble).toBeUndefined();
    // Nor do the others take it with them: a later version may read it.
    await ran(
      store,
      () => store.run(saveScenario, 'Two'),
      () => store.run(dropScenario, 'One'),
    );
    expect(await port.load('scenarios')).toEqual([expect.objectContaining({ name: 'Two' }), { name: 'x' }]);
  });

  test('scenarios of other territories, or other metrics, say so beside their figures', async () => {
    const store = await openTable();
    await ran(
      store,
      () => store.run(changeSettings, { territories: 2 }),
      () => store.run(design),
      () => store.run(saveScenario, 'A'),
      () => store.run(changeSettings, { territories: 4 }),
      () => store.run(changeBalance, { kind: 'metric', at: 0, metric: 'count' }),
      () => store.run(design),
      () => store.run(saveScenario, 'B'),
      () => store.run(weighScenarios),
    );
    const [a, b] = saved(store);
    expect([a, b].map((line) => [...(line?.figures ?? []), ...(line?.more ?? [])].join(' '))).toEqual([
      expect.stringMatching(/2 territories/),
      expect.stringMatching(/4 territories/),
    ]);
  });

  test('today says by whose shares it is told', async () => {
    const store = await openTable();
    await ran(
      store,
      () => designAsSet(store),
      () => store.run(saveScenario, 'A'),
      () => store.run(changeSettings, { territories: 2 }),
      () => store.run(design),
      () => store.run(weighScenarios),
    );
    const before = view(store).today;
    await ran(store, () => store.run(discard));
    expect(before).toMatch(/by the shares of Preview/);
    expect(view(store).today).toMatch(/by the shares of A/);
  });

  test('a team of the same size in other order, or with one who came for one who left', async () => {
    const team = (names: readonly string[]) => [
      ['Rep ID', 'Rep Name', 'Role', 'Home Zip', 'FTE', 'Current Quota'],
      ...names.map((name, i) => [`R${i}`, name, 'AE', ['80202', '83702', '78701'][i] ?? '', 1, 500000]),
    ];
    const store = await openRows(HEAD, body(), { Team: team(['Ana Ruiz', 'Ben Ito', 'Cleo Park']) });
    await savedAsSet(store, 'A');
    const then = shown(store);
    await ran(store, () => store.run(discard));
    await act(book, ({ worksheets }) => {
      worksheets.getItem('Team').getRange('B2:B4').values = [['Cleo Park'], ['Dan Oh'], ['Ana Ruiz']];
    });
    await ran(
      store,
      () => store.run(lookAgain),
      () => store.run(openScenario, 'A'),
    );
    expect(shown(store)).toEqual(
      Object.fromEntries(Object.entries(then).map(([name, o]) => [name, o === 'Ben Ito' ? 'Dan Oh' : o])),
    );
  });

  test('owners of a list without a team who became fewer are not said to be a team that has changed', async () => {
    const store = await openRows(HEAD, body());
    await ran(
      store,
      () => designAsSet(store),
      () => store.run(saveScenario, 'A'),
      () => store.run(discard),
    );
    await setCells(
      'E2:E25',
      body().map((row) => [row[4] === 'Cleo Park' ? 'Ana Ruiz' : row[4]]),
    );
    await ran(store, () => store.run(lookAgain));
    await store.run(openScenario, 'A');
    expect(store.state.trouble ?? '').not.toMatch(/the team has changed/);
  });
});

describe('names', () => {
  test.each([
    ['quotes', '"Plan" \'A\' =1+1 {x} <b>'],
    ['prototype', '__proto__'],
    ['a formula', '=1+1'],
  ])('%s', async (_, name) => {
    const store = await openTable();
    await ran(
      store,
      () => store.run(design),
      () => store.run(saveScenario, name),
      () => store.run(openScenario, name),
      () => store.run(apply),
      () => store.run(keep),
    );
    expect((await listRows(book))[0]?.['Reason']).toBe(`As in the scenario ${name}`);
    await ran(store, () => store.run(dropScenario, name));
    expect(saved(store)).toEqual([]);
  });

  test('a name that is too long is refused, letters counted as people see them', async () => {
    const store = await openTable();
    await ran(
      store,
      () => store.run(design),
      () => store.run(saveScenario, `${'a'.repeat(39)}😀`),
    );
    expect(saved(store)[0]?.name).toBe(`${'a'.repeat(39)}😀`);
    await store.run(saveScenario, 'b'.repeat(41));
    expect(store.state.trouble).toBe('A name has 1 to 40 characters.');
    expect(saved(store)).toHaveLength(1);
  });

  test('a saved plan is not called as the plans that stand beside it', async () => {
    const store = await openTable();
    await ran(
      store,
      () => designAsSet(store),
      () => store.run(apply),
      () => store.run(keep),
    );
    // What the pane itself proposes.
    await ran(store, () => store.run(saveScenario, view(store).saves?.name ?? ''));
    const names = view(store).lines.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('the thirteenth is refused', async () => {
    const store = await openTable();
    await ran(store, () => store.run(design));
    for (let n = 1; n <= 12; n++) await ran(store, () => store.run(saveScenario, `S${n}`));
    await store.run(saveScenario, 'S13');
    expect(store.state.trouble).toBe('There are 12 scenarios already. Delete one first.');
  });

  test('another pane deleted it: it is said, and it goes from the page', async () => {
    const store = await openTable();
    await ran(
      store,
      () => store.run(design),
      () => store.run(saveScenario, 'One'),
      () => store.run(weighScenarios),
    );
    const other = await pane();
    await ran(other, () => other.run(dropScenario, 'One'));
    await store.run(dropScenario, 'One');
    expect(store.state.trouble).toMatch(/not in the workbook any more/);
    expect(saved(store)).toEqual([]);
  });
});
