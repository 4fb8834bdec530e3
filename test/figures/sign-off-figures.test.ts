import type { Store } from '../../src/app/store';
import { apply } from '../../src/app/actions/apply';
import { changeSettings } from '../../src/app/actions/change-settings';
import { design } from '../../src/app/actions/design';
import { discard } from '../../src/app/actions/discard';
import { revert } from '../../src/app/actions/revert';
import { keep } from '../../src/app/actions/keep';
import { lookAgain } from '../../src/app/actions/look-again';
import { signOff } from '../../src/app/actions/sign-off';
import { writeSheet } from '../../src/app/actions/write-sheet';
import { signOffIn } from '../../src/app/pages/year/sign-off';
import { signedIn } from '../../src/app/sign-off-sources';
import { USUAL_SIGN_OFF } from '../../src/plan/sign-off';
import { daySerial } from '../../src/plan/schedule';
import { cities } from '../support/cities';
import { valuesOf } from '../support/job';
import { openWorkbook, type Cell, type OpenWorkbook } from '../support/office';
import { keptAsShown } from '../support/pane';
import { isOf, typingInto } from '../support/typing';
import { sum, tableIn, type Row } from './audit';

/** Who has signed, and between which teams accounts go, from the rows of the list and the blue cells. */

const HEADERS = ['Account ID', 'Account Name', 'Account Owner', 'City', 'State', 'Potential', 'ARR'];
const CITIES = cities(4);
/** Owners with their managers; Dee leads herself, and whoever has left leads nowhere. */
const LEADS: Readonly<Record<string, string>> = {
  'Ana Ruiz': 'Kim *Lee*',
  'Ben Ito': 'Kim *Lee*',
  'Cy Fox': 'Mo → Ray',
  'Dee Oz': '',
};
const OWNERS = [...Object.keys(LEADS), 'Gone Ty'];
const ROWS = Array.from({ length: 36 }, (_, i): Cell[] => [
  `A${String(100 + i)}`,
  `Account ${String(i)}`,
  OWNERS[(i * 7) % OWNERS.length] ?? '',
  ...(CITIES[i % 4] ?? []),
  1000 + ((i * 613) % 900),
  10 + i,
]);
const TEAM: Cell[][] = [
  ['Rep ID', 'Rep Name', 'Manager'],
  ...Object.entries(LEADS).map(([name, manager], n): Cell[] => [`R${String(n)}`, name, manager]),
];
const SHEET = 'Sign-off';
const TODAY = daySerial('2026-11-22');

let book: OpenWorkbook;
let store: Store;
afterEach(() => {
  book.dispose();
});
const type = typingInto(() => book);
const write = async () => {
  await store.run(writeSheet, 'sign-off');
  expect(store.state.trouble).toBeUndefined();
  // Nothing waits for a decision: the column only says what stands.
  expect(store.state.pending.state).toBe('none');
  expect(store.state.news).toContain('Columns in the list: Team Trade.');
  expect(store.state.news).not.toContain('Keep');
};

async function open(language: 'en' | 'de' = 'en'): Promise<void> {
  book = await openWorkbook({ sheets: { Export: [HEADERS, ...ROWS], Team: TEAM } });
  store = await keptAsShown(language, { aim: 'compact' });
  await write();
}

const listRows = async (): Promise<Row[]> => {
  const [headers = [], ...body] = await valuesOf(book, 'Export');
  return body.map((line) => Object.fromEntries(headers.map((header, c) => [String(header), line[c] ?? ''])));
};

/**
 * Every figure of the sheet from the rows.
 * @param before whose an account was, by its row; by default its owner in the list
 */
async function audit(
  before = (row: Row): string => LEADS[String(row['Account Owner'])] ?? '',
): Promise<{ teams: Row[]; trades: Row[]; cells: Cell[][] }> {
  const cells = await valuesOf(book, SHEET);
  const plan = tableIn(await valuesOf(book, 'Territory Plan'), 'Territory', 'Id');
  const manager = (territory: Cell | undefined) =>
    String(plan.find((row) => row['Territory'] === territory)?.['Manager'] ?? '');
  const rows = await listRows();
  const goes = rows.flatMap((row) => {
    const [from, to] = [before(row), manager(row['Territory'])];
    const isTrade = from !== '' && to !== '' && from !== to;
    expect(row['Team Trade']).toBe(isTrade ? `${from} → ${to}` : '');
    return isTrade ? [{ from, to, potential: Number(row['Potential']) }] : [];
  });
  const teams = tableIn(cells, 'Manager', 'Territories');
  for (const team of teams) {
    const name = String(team['Manager']);
    const led = plan.filter((row) => row['Manager'] === name).map((row) => row['Territory']);
    const mine = rows.filter((row) => led.includes(row['Territory']));
    expect(team).toMatchObject({
      Territories: led.length,
      Accounts: mine.length,
      'From other teams': goes.filter(({ to }) => to === name).length,
      'To other teams': goes.filter(({ from }) => from === name).length,
    });
    if (led.length === 0) continue;
    const fair = sum(rows.map((row) => Number(row['Potential']))) / plan.length;
    expect(team['% of fair share']).toBeCloseTo(
      sum(mine.map((row) => Number(row['Potential']))) / (fair * led.length),
      6,
    );
  }
  const trades = tableIn(cells, 'Gives', 'Takes');
  for (const trade of trades) {
    const here = goes.filter(({ from, to }) => from === trade['Gives'] && to === trade['Takes']);
    expect(trade).toMatchObject({
      Accounts: here.length,
      Potential: sum(here.map(({ potential }) => potential)),
    });
  }
  // The pane says the same, of what is there.
  await store.run(lookAgain);
  const { understanding, standing } = store.state;
  if (understanding !== undefined && standing !== undefined) {
    const told = signOffIn(understanding, standing, store.say, '2026-11-22');
    const lead = teams.filter((team) => Number(team['Territories']) > 0);
    expect(told?.managers.map(({ text }) => text) ?? []).toEqual(
      lead.map((team) => `${String(team['Manager'])}: ${String(team['State'])}`),
    );
    expect(told?.trades.map(({ text }) => text.replace(/^.*: /, '')).sort() ?? []).toEqual(
      trades
        .filter((trade) => Number(trade['Accounts']) > 0)
        .map((trade) => String(trade['State']))
        .sort(),
    );
  }
  if (understanding !== undefined && standing !== undefined) {
    const isOver =
      teams.every((team) => team['State'] === 'Signed' || Number(team['Territories']) === 0) &&
      trades.every((trade) => trade['State'] === 'Agreed' || Number(trade['Accounts']) === 0);
    expect(signOffIn(understanding, standing, store.say, '2026-11-22')?.isOpen ?? false).toBe(!isOver);
    const counts = signedIn(understanding, standing, TODAY).trades.map(({ accounts }) => accounts);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  }
  const names = teams.map((team) => String(team['Manager']).toLowerCase());
  const unled = plan.filter((row) => {
    const name = String(row['Manager'] ?? '').trim();
    return name !== '' && !names.includes(name.toLowerCase());
  });
  const unledCheck = cells.find((line) => String(line[0]).startsWith('Territories of managers not listed'));
  expect(unledCheck?.[1]).toBe(unled.length);
  const listed = sum(trades.map((trade) => Number(trade['Accounts'])));
  const check = cells.find((line) => String(line[0]).startsWith('Traded, not listed'));
  expect(check?.[1]).toBe(goes.length - listed);
  return { teams, trades, cells };
}

const stateOf = (rows: readonly Row[], header: string, value: string): Cell | undefined =>
  rows.find(isOf(header, value))?.['State'];

test('managers sign, two of them each trade; what is typed stays, and is of the plan it was said of', async () => {
  await open();
  const first = await audit();
  expect(first.teams.map((row) => row['Manager'])).toEqual(['Kim *Lee*', 'Mo → Ray']);
  expect(first.teams.map((row) => row['State'])).toEqual(['Open', 'Open']);
  expect(first.trades.length).toBe(2);
  expect(first.trades.map((row) => row['State'])).toEqual(['Waits for both', 'Waits for both']);
  expect(first.cells.flat()).toContain(
    'Managers still open: 2 of 2, late: 0. Trades between teams still open: 2 of 2',
  );
  expect(first.cells.flat()).toContain('1 territory has no manager: nobody signs it.');

  const kim = isOf('Manager', 'Kim *Lee*');
  await type('EfSignOffTeams', 'Signature', kim, 'agreed');
  expect(stateOf((await audit()).teams, 'Manager', 'Kim *Lee*')).toBe('No day');
  await type('EfSignOffTeams', 'Signed on', kim, TODAY);
  await type('EfSignOffTeams', 'Comment', kim, 'fine by me');
  await type('EfSignOffSettings', 'Value', isOf('Setting', 'Due'), TODAY);
  expect((await audit()).teams.map((row) => row['State'])).toEqual(['Signed', 'Open']);
  await type('EfSignOffSettings', 'Value', isOf('Setting', 'Due'), TODAY - 1);
  await type('EfSignOffTrades', 'Whoever gives', isOf('Gives', 'Kim *Lee*'), 'Agreed');
  const second = await audit();
  expect(second.teams.map((row) => row['State'])).toEqual(['Signed', 'Late']);
  expect(stateOf(second.trades, 'Gives', 'Kim *Lee*')).toBe('Waits for Mo → Ray');
  await type('EfSignOffTrades', 'Whoever takes', isOf('Gives', 'Kim *Lee*'), 'Agreed');
  await type('EfSignOffTrades', 'Whoever takes', isOf('Gives', 'Mo → Ray'), 'Not agreed');
  const third = await audit();
  expect(stateOf(third.trades, 'Gives', 'Kim *Lee*')).toBe('Agreed');
  expect(stateOf(third.trades, 'Gives', 'Mo → Ray')).toBe('Not agreed');
  expect(third.cells.flat()).toContain(
    'Managers still open: 1 of 2, late: 1. Trades between teams still open: 1 of 2',
  );

  // It is read, and stays when the sheet is written anew, and when another plan is.
  await store.run(lookAgain);
  expect(store.state.understanding?.settings.signOff?.teams).toMatchObject([
    { manager: 'Kim *Lee*', said: 'agreed', on: TODAY, comment: 'fine by me' },
  ]);
  await write();
  expect((await audit()).teams).toMatchObject([
    { Signature: 'Agreed', 'Signed on': TODAY, Comment: 'fine by me', State: 'Signed' },
    { Signature: '', State: 'Late' },
  ]);
  await store.run(changeSettings, { seed: 7, territories: 3 });
  for (const action of [design, apply, keep]) await store.run(action);
  expect(store.state.trouble).toBeUndefined();
  const anew = await audit();
  expect(stateOf(anew.teams, 'Manager', 'Kim *Lee*')).toBe('Signed an earlier plan');
  await type('EfSignOffTeams', 'Signed on', kim, TODAY + 1);
  expect(stateOf((await audit()).teams, 'Manager', 'Kim *Lee*')).toBe('Signed');
});

test('a signature and an agreement outlive sorts, renamed territories and a plan that is reverted; of another plan neither holds', async () => {
  await open();
  await store.run(signOff, { manager: 'Kim *Lee*', said: 'agreed' });
  for (const side of ['gives', 'takes'] as const)
    await store.run(signOff, { from: 'Kim *Lee*', to: 'Mo → Ray', side, said: 'agreed' });
  const states = async () => {
    const { teams, trades } = await audit();
    return [
      stateOf(teams, 'Manager', 'Kim *Lee*'),
      stateOf(trades, 'Gives', 'Kim *Lee*'),
      stateOf(trades, 'Gives', 'Mo → Ray'),
    ];
  };
  const said = ['Signed', 'Agreed', 'Waits for both'];
  expect(await states()).toEqual(said);
  // The list and the table of trades stand in another order.
  await sortTable('Accounts', 'Potential');
  await sortTable('EfSignOffTrades', 'Takes');
  expect(await states()).toEqual(said);
  await type('EfTerritories', 'Territory', isOf('Id', 'T01'), 'High Plains');
  await store.run(lookAgain);
  expect(await states()).toEqual(said);
  await write();
  expect(await states()).toEqual(said);
  await store.run(changeSettings, { seed: 7, territories: 3 });
  for (const action of [design, apply]) await store.run(action);
  expect(store.state.trouble).toBeUndefined();
  await store.run(revert);
  expect(store.state.trouble).toBeUndefined();
  await store.run(discard);
  await store.run(changeSettings, { seed: 1, territories: null });
  expect(await states()).toEqual(said);
  await store.run(changeSettings, { seed: 7, territories: 3 });
  for (const action of [design, apply, keep]) await store.run(action);
  // Of another plan neither holds: other accounts go between the teams.
  const after = await audit();
  expect(stateOf(after.teams, 'Manager', 'Kim *Lee*')).toBe('Signed an earlier plan');
  const trade = after.trades.find(isOf('Gives', 'Kim *Lee*'));
  expect(trade).toMatchObject({
    'Whoever gives': '',
    State: 'Waits for both',
    'Gave, earlier plan': 'Agreed',
    'Took, earlier plan': 'Agreed',
  });
  await write();
  expect((await audit()).trades.find(isOf('Gives', 'Kim *Lee*'))).toMatchObject({
    State: 'Waits for both',
    'Gave, earlier plan': 'Agreed',
  });
  await type('EfSignOffTrades', 'Whoever gives', isOf('Gives', 'Kim *Lee*'), 'Agreed');
  await write();
  expect((await audit()).trades.find(isOf('Gives', 'Kim *Lee*'))).toMatchObject({
    State: 'Waits for Mo → Ray',
    'Gave, earlier plan': 'Agreed',
  });
});

/** Sorts the rows of a table by one of its columns, the larger first; columns of formulas stay as they are. */
async function sortTable(table: string, header: string): Promise<void> {
  await book.run(async (context) => {
    const body = context.workbook.tables.getItem(table).getDataBodyRange();
    const head = context.workbook.tables.getItem(table).getHeaderRowRange();
    body.load('values,formulas');
    head.load('values');
    await context.sync();
    const by = (head.values[0] as Cell[]).indexOf(header);
    const values = body.values as Cell[][];
    const formulas = body.formulas as Cell[][];
    const order = values
      .map((_, r) => r)
      .sort((a, b) => ((values[a]?.[by] ?? '') < (values[b]?.[by] ?? '') ? 1 : -1));
    body.formulas = order.map((r, to) =>
      (formulas[r] ?? []).map((cell, c) => (String(formulas[to]?.[c]).startsWith('=') ? null : cell)),
    ) as Cell[][];
    await context.sync();
  });
}

test('what an earlier version kept of a trade, without its plan, is of the plan that stands', async () => {
  book = await openWorkbook({ sheets: { Export: [HEADERS, ...ROWS], Team: TEAM } });
  store = await keptAsShown('en', { aim: 'compact' });
  const none = { comment: '', plan: '', gaveEarlier: '', tookEarlier: '', figures: '' };
  const trades = [{ from: 'Kim *Lee*', to: 'Mo → Ray', gives: 'agreed', takes: 'agreed', ...none }];
  await store.run(changeSettings, { signOff: { ...USUAL_SIGN_OFF, trades } });
  await write();
  expect(stateOf((await audit()).trades, 'Gives', 'Kim *Lee*')).toBe('Agreed');
});

test('since a change was accepted last, what is proposed between teams alone is a trade; an account moved by hand too', async () => {
  await open();
  await type('EfSignOffSettings', 'Value', isOf('Setting', 'Trades since'), 'Last accepted');
  const plan = tableIn(await valuesOf(book, 'Territory Plan'), 'Territory', 'Id');
  const accepted = (row: Row): string =>
    String(plan.find(isOf('Territory', row['Accepted Territory'] ?? ''))?.['Manager'] ?? '');
  const none = await audit(accepted);
  expect(none.trades.every((row) => row['Accounts'] === 0 && row['State'] === 'Nothing to trade')).toBe(true);
  const of = (manager: string) => plan.find(isOf('Manager', manager))?.['Territory'] ?? '';
  await type('Accounts', 'Territory', isOf('Territory', of('Kim *Lee*')), of('Mo → Ray'));
  const moved = await audit(accepted);
  expect(moved.trades.find(isOf('Gives', 'Kim *Lee*'))).toMatchObject({
    Accounts: 1,
    State: 'Waits for both',
  });
  await write();
  await audit(accepted);
});

test('what was signed and counts otherwise since is red, in cells and in the pane, until it is signed again', async () => {
  await open();
  const sign = async (...sides: ('gives' | 'takes')[]) => {
    await store.run(signOff, { manager: 'Kim *Lee*', said: 'agreed' });
    for (const side of sides)
      await store.run(signOff, { from: 'Kim *Lee*', to: 'Mo → Ray', side, said: 'agreed' });
    expect(store.state.trouble).toBeUndefined();
  };
  const states = async () => {
    const { teams, trades } = await audit();
    return [stateOf(teams, 'Manager', 'Kim *Lee*'), stateOf(trades, 'Gives', 'Kim *Lee*')];
  };
  await sign('gives', 'takes');
  expect(await states()).toEqual(['Signed', 'Agreed']);
  const plan = tableIn(await valuesOf(book, 'Territory Plan'), 'Territory', 'Id');
  const of = (manager: string) => plan.find(isOf('Manager', manager))?.['Territory'] ?? '';
  const kept = (await listRows()).find(
    (row) =>
      row['Team Trade'] === '' &&
      row['Territory'] === of('Kim *Lee*') &&
      LEADS[String(row['Account Owner'])] !== '',
  );
  await type('Accounts', 'Territory', isOf('Account ID', kept?.['Account ID'] ?? ''), of('Mo → Ray'));
  expect(await states()).toEqual(['Signed, changed since', 'Agreed, changed since']);
  await write();
  expect(await states()).toEqual(['Signed, changed since', 'Agreed, changed since']);
  // Whoever signs speaks for himself: the other one has agreed to other accounts.
  await sign('gives');
  expect(await states()).toEqual(['Signed', 'Waits for Mo → Ray']);

  // As many accounts come as go: no count tells it.
  await sign('takes');
  const rows = await listRows();
  const isKims = (row: Row) => LEADS[String(row['Account Owner'])] === 'Kim *Lee*';
  const there = rows.find((row) => isKims(row) && row['Team Trade'] !== '');
  const here = rows.find((row) => isKims(row) && row['Territory'] === of('Kim *Lee*'));
  const swap = async (one: Row | undefined, other: Row | undefined) => {
    await type('Accounts', 'Territory', isOf('Account ID', one?.['Account ID'] ?? ''), of('Kim *Lee*'));
    await type('Accounts', 'Territory', isOf('Account ID', other?.['Account ID'] ?? ''), of('Mo → Ray'));
  };
  const counted = async () =>
    tableIn(await valuesOf(book, SHEET), 'Gives', 'Takes').map((row) => row['Accounts']);
  const before = await counted();
  expect(await states()).toEqual(['Signed', 'Agreed']);
  await swap(there, here);
  expect(await counted()).toEqual(before);
  expect(await states()).toEqual(['Signed, changed since', 'Agreed, changed since']);
  await swap(here, there);
  expect(await states()).toEqual(['Signed', 'Agreed']);
});

test('signed in the pane: into the row of its manager wherever that stands, with the day and the plan it is of', async () => {
  await open();
  await store.run(signOff, { manager: 'kim *lee*', said: 'agreed', comment: 'by phone' });
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.news).toMatch(
    /^Written. Managers still open: 1 of 2. Trades between teams still open: 2 of 2/,
  );
  await store.run(signOff, { from: 'Kim *Lee*', to: 'Mo → Ray', side: 'gives', said: 'agreed' });
  await store.run(signOff, { from: 'Kim *Lee*', to: 'Mo → Ray', side: 'takes', said: 'agreed' });
  expect(store.state.news).toContain('Trades between teams still open: 1 of 2');
  const { teams, trades } = await audit();
  expect(teams[0]).toMatchObject({
    Signature: 'Agreed',
    'Signed on': TODAY,
    Comment: 'by phone',
    State: 'Signed',
  });
  expect(stateOf(trades, 'Gives', 'Kim *Lee*')).toBe('Agreed');
  await store.run(signOff, { manager: 'Kim *Lee*', said: '' });
  expect((await audit()).teams[0]).toMatchObject({ Signature: '', 'Signed on': '', State: 'Open' });

  // Another plan on the same day is another plan: what was said of the first is not said of it until it is said anew.
  await store.run(signOff, { manager: 'Mo → Ray', said: 'agreed' });
  await store.run(changeSettings, { seed: 7, territories: 3 });
  for (const action of [design, apply, keep]) await store.run(action);
  expect(stateOf((await audit()).teams, 'Manager', 'Mo → Ray')).toBe('Signed an earlier plan');
  for (const manager of ['Mo → Ray', 'Kim *Lee*']) await store.run(signOff, { manager, said: 'agreed' });
  expect((await audit()).teams.map((row) => row['State'])).toEqual(['Signed', 'Signed']);

  await store.run(signOff, { manager: 'Nobody', said: 'agreed' });
  expect(store.state.trouble).toBe('Nobody called Nobody leads a territory of this plan.');
  await store.run(signOff, { from: 'Kim *Lee*', to: 'Kim *Lee*', side: 'gives', said: 'agreed' });
  expect(store.state.trouble).toContain('No account goes from the team of');
});

test('whoever came to lead since has no row: the sheet says so, until it is written again', async () => {
  await open();
  await type('EfTerritories', 'Manager', isOf('Owner', 'Dee Oz'), 'New Boss');
  const check = async () =>
    (await valuesOf(book, SHEET)).find((line) => String(line[0]).startsWith('Territories of managers'))?.[1];
  expect(await check()).toBe(1);
  await write();
  expect(await check()).toBe(0);
  const { teams } = await audit((row) =>
    row['Account Owner'] === 'Dee Oz' ? 'New Boss' : (LEADS[String(row['Account Owner'])] ?? ''),
  );
  expect(teams.map((row) => row['Manager'])).toEqual(['Kim *Lee*', 'Mo → Ray', 'New Boss']);
});

test('without its sheet nothing is signed', async () => {
  book = await openWorkbook({ sheets: { Export: [HEADERS, ...ROWS], Team: TEAM } });
  store = await keptAsShown('en');
  await store.run(signOff, { manager: 'Kim *Lee*', said: 'agreed' });
  expect(store.state.trouble).toBe('The sheet Sign-off is not there: write it first, then sign.');
});

test('two rows of one manager are refused, and so is a day that is none; nothing that was said is lost', async () => {
  await open();
  await type('EfSignOffTeams', 'Signed on', isOf('Manager', 'Kim *Lee*'), 'tomorrow');
  await store.run(lookAgain);
  expect(store.state.refused.join(' ')).toMatch(/Signed on|Teams/);
  await type('EfSignOffTeams', 'Signed on', isOf('Manager', 'Kim *Lee*'), TODAY);
  await type('EfSignOffTeams', 'Manager', isOf('Manager', 'Mo → Ray'), 'kim *lee*');
  await store.run(lookAgain);
  expect(store.state.refused.join(' ')).toContain('Sign-off');
});

test('nobody leads: said, and nobody can sign; in German', async () => {
  book = await openWorkbook({
    sheets: { Export: [HEADERS, ...ROWS], Team: TEAM.map((line) => line.slice(0, 2)) },
  });
  store = await keptAsShown('de');
  await store.run(writeSheet, 'sign-off');
  expect(store.state.trouble).toBeUndefined();
  const cells = (await valuesOf(book, 'Freigabe')).flat();
  expect(cells).toContain(
    'Noch offen: 0 von 0 Leitungen, überfällig: 0. Wechsel zwischen Teams noch offen: 0 von 0',
  );
  expect(cells.some((cell) => String(cell).startsWith('Kein Gebiet hat eine Leitung'))).toBe(true);
});
