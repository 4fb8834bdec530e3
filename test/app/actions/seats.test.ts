import { changeSettings } from '../../../src/app/actions/change-settings';
import { coverOpen } from '../../../src/app/actions/cover-open';
import { endLeave } from '../../../src/app/actions/end-leave';
import { takeLeave } from '../../../src/app/actions/take-leave';
import { issueQuotas } from '../../../src/app/actions/issue-quotas';
import { joinOpen } from '../../../src/app/actions/join-open';
import { lookAgain } from '../../../src/app/actions/look-again';
import { writeLoads } from '../../../src/app/actions/write-loads';
import { writeSheet } from '../../../src/app/actions/write-sheet';
import { writeQuotas } from '../../../src/app/actions/write-quotas';
import { seatMoneyLines, type SeatSaid } from '../../../src/app/pages/year/seats';
import type { Store } from '../../../src/app/store';
import { numbers } from '../../../src/text/numbers';
import { speak } from '../../../src/text/say';
import { beside, tableIn, type Row } from '../../figures/audit';
import { valuesOf } from '../../support/job';
import { addSheet } from '../../support/new-export';
import type { Cell, OpenWorkbook } from '../../support/office';
import { act, pane } from '../../support/pane';
import { ACCOUNTS, day, keptPlan, QUOTA, quotaCells, quotaCode, TEAM } from '../../support/quotas';
import { yearView } from '../../support/year';

/** Somebody comes, and somebody is away: in the team list, in the cells of quota, in the files. */

let book: OpenWorkbook;
let store: Store;
afterEach(() => {
  book.dispose();
});

const done = async (run: Promise<void>, of = store) => {
  await run;
  expect(of.state.trouble).toBeUndefined();
};
const log = async (): Promise<Row[]> => tableIn(await valuesOf(book, 'Change Log'), 'Change ID', 'Accepted');
const lines = (territory: string, said: SeatSaid) =>
  seatMoneyLines(store.state, speak('en'), numbers('en'), territory, said);
const whole = (amount: Cell | undefined) => numbers('en').whole(Number(amount));

test('who joins takes the open territory: team list, list of territories, quota and log; nothing else moves', async () => {
  ({ book, store } = await keptPlan(ACCOUNTS, [
    [...(TEAM[0] ?? []), 'Active', 'Notes'],
    [...(TEAM[1] ?? []), true, 'mine'],
    [...(TEAM[2] ?? []), true, ''],
    [...(TEAM[3] ?? []), false, 'agreed'],
  ]));
  await done(store.run(writeQuotas, QUOTA, ['pay']));
  const before = await quotaCells(book);
  const [open = ''] = yearView(store).seats.open;
  expect(yearView(store).seats.open).toHaveLength(1);
  const territories = await valuesOf(book, 'Accounts');
  const balance = await valuesOf(book, 'Balance');
  const cash = async () =>
    tableIn(await valuesOf(book, 'Pay'), 'Territory', 'Rep').find((row) => row['Territory'] === open)?.[
      'Target cash this year'
    ];
  const paid = await cash();
  const told = lines(open, { start: '2027-07-01', name: 'Nora Hall' });

  await store.run(joinOpen, open, { name: 'Ana Ruiz', start: '2027-07-01' });
  expect(store.state.trouble).toMatch(/^Ana Ruiz stands on the team list already/);
  await store.run(joinOpen, open, { name: 'Nora Hall', start: 'soon' });
  expect(store.state.trouble).toBe('“soon” is no day on which somebody can start.');
  await store.run(joinOpen, yearView(store).seats.filled[0] ?? '', { name: 'Nora', start: '2027-07-01' });
  expect(store.state.trouble).toMatch(/is not open: Ana Ruiz has it/);

  await done(store.run(joinOpen, open, { name: ' Nora Hall ', start: '2027-07-01' }));
  expect(store.state.news).toContain(`Nora Hall has ${open} from 2027-07-01`);
  const team = await valuesOf(book, 'Reps');
  expect(team[3]).toEqual([
    'Nora Hall',
    'Account Executive',
    'Kim',
    day('2027-07-01'),
    day('2027-07-01'),
    80_000,
    80_000,
    '',
    true,
    'agreed',
  ]);
  expect(team.slice(1, 3).map((row) => row[0])).toEqual(['Ana Ruiz', 'Ben Ito']);
  // Only who owns it is another: where accounts are, and what is fair, is not.
  const owned = (rows: Cell[][]) => rows.map((row) => row.map((cell) => (cell === 'Nora Hall' ? '' : cell)));
  const now = await valuesOf(book, 'Accounts');
  const at = (header: string) => now[0]?.indexOf(header) ?? -1;
  for (const header of ['Territory', 'Accepted Territory', 'Designed Territory'])
    expect(now.map((row) => row[at(header)])).toEqual(territories.map((row) => row[at(header)]));
  expect(
    now
      .filter((row) => row[at('Territory')] === open)
      .every((row) => row[at('Territory Owner')] === 'Nora Hall'),
  ).toBe(true);
  const shares = (rows: Cell[][]) => tableIn(rows, 'Territory', 'Owner').map((row) => row['% of fair share']);
  expect(shares(owned(await valuesOf(book, 'Balance')))).toEqual(shares(owned(balance)));
  const after = await quotaCells(book);
  const row = after.rows.find((one) => one['Territory'] === open);
  expect(row).toMatchObject({ Rep: 'Nora Hall', Start: day('2027-07-01') });
  expect(row?.['Flag']).toBe('');
  expect(told[0]).toBe(
    `${open}, quota: ${whole(before.rows.find((one) => one['Territory'] === open)?.['Final'])} → ${whole(row?.['Final'])}`,
  );
  expect(told.at(-1)).toBe(
    `${open}, base and target variable of the year: ${whole(paid)} → ${whole(await cash())}`,
  );
  expect(Number(await cash())).toBeLessThan(Number(paid));
  const { quotas } = quotaCode(store);
  expect(after.rows.map((one) => one['Final'])).toEqual(quotas.rows.map(({ final }) => final));
  expect(beside(after.cells, 'Difference')).toBe(0);
  expect(
    (await log()).map((one) => [one['Account'], one['From'], one['To'], one['Why'], one['Effective from']]),
  ).toEqual([[open, '', 'Nora Hall', 'Joined', day('2027-07-01')]]);
  expect(yearView(store).seats).toMatchObject({ open: [], leaves: [] });
  const again = await pane();
  expect(again.state.standing?.assignment).toEqual(store.state.standing?.assignment);
});

test('without a column for the start, or without a team list, nothing is written', async () => {
  ({ book, store } = await keptPlan(
    ACCOUNTS,
    TEAM.map((row) => row.filter((_, c) => c !== 4)),
  ));
  const [open = ''] = yearView(store).seats.open;
  const before = [await valuesOf(book, 'Reps'), await valuesOf(book, 'Territory Plan')];
  await store.run(joinOpen, open, { name: 'Nora', start: '2027-07-01' });
  expect(store.state.trouble).toMatch(/^The team list Reps has no column “Start date”/);
  expect([await valuesOf(book, 'Reps'), await valuesOf(book, 'Territory Plan')]).toEqual(before);
});

test('what cannot be written somewhere is written nowhere; a row is found by what it says, wherever it stands', async () => {
  ({ book, store } = await keptPlan());
  const [open = ''] = yearView(store).seats.open;
  await act(book, ({ worksheets }) => {
    worksheets.getItem('Territory Plan').protection.protect();
  });
  const before = await valuesOf(book, 'Reps');
  await store.run(joinOpen, open, { name: 'Nora', start: '2027-07-01' });
  expect(store.state.trouble).toContain('Territory Plan');
  expect(await valuesOf(book, 'Reps')).toEqual(before);
  await act(book, ({ worksheets }) => {
    worksheets.getItem('Territory Plan').protection.unprotect();
    // Two blank rows above: nothing is where it was read.
    worksheets.getItem('Reps').getRange('2:2').insert('Down');
    worksheets.getItem('Reps').getRange('A2:D2').values = [['Dan Wu', 'Sales Manager', '', '']];
  });
  await done(store.run(joinOpen, open, { name: 'Nora', start: '2027-07-01' }));
  const team = await valuesOf(book, 'Reps');
  expect(team[4]?.slice(0, 5)).toEqual([
    'Nora',
    'Account Executive',
    'Kim',
    day('2027-07-01'),
    day('2027-07-01'),
  ]);
  expect(team[3]?.[0]).toBe('Ben Ito');
});

test('a leave relieves quota by its days, and nobody else’s once quotas are issued', async () => {
  ({ book, store } = await keptPlan());
  await done(store.run(writeQuotas, QUOTA, ['pay']));
  await done(store.run(issueQuotas, 'Dana'));
  const before = await quotaCells(book);
  const ana = String(before.rows.find((row) => row['Rep'] === 'Ana Ruiz')?.['Territory']);
  const told = lines(ana, { from: '2027-02-01', to: '2027-03-31' });
  await store.run(takeLeave, { territory: ana, from: '2027-03-31', to: '2027-02-01', cover: 'Ben Ito' });
  expect(store.state.trouble).toMatch(/^A leave has a first and a last day/);
  await store.run(takeLeave, { territory: ana, from: '2027-02-01', to: '2027-03-31', cover: 'Ana Ruiz' });
  expect(store.state.trouble).toMatch(/^Ana Ruiz cannot cover for Ana Ruiz/);
  await done(
    store.run(takeLeave, { territory: ana, from: '2027-02-01', to: '2027-03-31', cover: 'ben ito' }),
  );
  expect(store.state.news).toContain(
    'back on 2027-04-01. Load files that are written in these days name Ben Ito',
  );
  const after = await quotaCells(book);
  const quota = (cells: typeof after) => cells.rows.find((row) => row['Territory'] === ana);
  const full = Number(quota(before)?.['Full-year quota']);
  expect(quota(after)?.['Issued']).toBeCloseTo((full * (365 - 59)) / 365, 2);
  expect(told).toEqual([
    `${ana}, quota: ${whole(quota(before)?.['Issued'])} → ${whole(quota(after)?.['Issued'])}`,
    // The base of the days away is paid; variable pay goes with the quota.
    `${ana}, base and target variable of the year: 200,000 → ${whole(100_000 + (100_000 * (365 - 59)) / 365)}`,
  ]);
  expect(after.rows.filter((row) => row['Territory'] !== ana).map((row) => row['Issued'])).toEqual(
    before.rows.filter((row) => row['Territory'] !== ana).map((row) => row['Issued']),
  );
  expect(beside(after.cells, 'Difference')).toBe(0);
  await store.run(lookAgain);
  expect(quotaCode(store).quotas.rows.map(({ inForce }) => inForce)).toEqual(
    after.rows.map((row) => row['Issued']),
  );
  expect(yearView(store).seats.leaves).toEqual([
    `${ana}: Ana Ruiz is away from 2027-02-01 to 2027-03-31, covered by Ben Ito; back on 2027-04-01`,
  ]);
  expect((await log()).map((row) => [row['From'], row['To'], row['Effective to'], row['Why']])).toEqual([
    ['Ana Ruiz', 'Ben Ito', day('2027-03-31'), 'Leave'],
  ]);

  const later = await pane({ now: () => new Date('2027-04-02T12:00:00Z') });
  expect(yearView(later, '2027-04-02').seats.leaves[0]).toContain('has been back since 2027-04-01');
  const longAgo = await pane({ now: () => new Date('2027-04-16T12:00:00Z') });
  expect(yearView(longAgo, '2027-04-16').seats.leaves).toEqual([]);
  await later.run(endLeave, ana);
  expect(later.state.trouble).toBe(
    `Ana Ruiz (${ana}) is not away, and no leave to come is noted: there is nothing to end.`,
  );

  await done(store.run(endLeave, ana));
  expect((await quotaCells(book)).rows.map((row) => row['Issued'])).toEqual(
    before.rows.map((row) => row['Issued']),
  );
  expect(yearView(store).seats.leaves).toEqual([]);
  expect((await log()).map((row) => row['Why'])).toEqual(['Leave', 'Leave called off']);
  await store.run(endLeave, ana);
  expect(store.state.trouble).toContain('there is nothing to end');
  expect(await log()).toHaveLength(2);

  // Back earlier: the days on which he was away stay relieved, and nobody covers any more.
  await done(
    store.run(takeLeave, { territory: ana, from: '2027-02-01', to: '2027-03-31', cover: 'Ben Ito' }),
  );
  const early = await pane({ now: () => new Date('2027-02-15T12:00:00Z') });
  await done(early.run(endLeave, ana), early);
  expect(early.state.news).toContain('The leave from 2027-02-01 to 2027-02-14 stays noted');
  expect(quota(await quotaCells(book))?.['Issued']).toBeCloseTo((full * (365 - 14)) / 365, 2);
  expect((await log()).at(-1)).toMatchObject({ Why: 'Back from leave', From: 'Ben Ito', To: 'Ana Ruiz' });
  expect(yearView(early, '2027-02-15').seats).toMatchObject({ away: [] });
  // The same once more changes nothing; another one takes the place of the first, and that is said.
  const again = { territory: ana, from: '2027-02-01', to: '2027-02-14', cover: 'Ben Ito' };
  await early.run(takeLeave, again);
  expect(early.state.trouble).toBe(
    `The leave of Ana Ruiz (${ana}) from 2027-02-01 to 2027-02-14 is noted as it is: there is nothing to change.`,
  );
  await done(early.run(takeLeave, { ...again, from: '2027-08-01', to: '2027-08-31' }), early);
  expect(early.state.news).toContain(
    'It takes the place of the leave from 2027-02-01 to 2027-02-14: quota is not relieved by those days any more.',
  );
  expect(quota(await quotaCells(book))?.['Issued']).toBeCloseTo((full * (365 - 31)) / 365, 2);
});

test('before there are sheets of quota a leave is kept with the workbook: who covers owns the accounts in the files of these days alone', async () => {
  ({ book, store } = await keptPlan());
  const ben = String(yearView(store).seats.filled[1]);
  await done(
    store.run(takeLeave, { territory: ben, from: '2027-02-01', to: '2027-03-31', cover: 'Ana Ruiz' }),
  );
  const ownersOn = async (iso: string): Promise<unknown[]> => {
    const then = await pane({ now: () => new Date(`${iso}T00:30:00Z`) });
    await done(then.run(writeLoads), then);
    const rows = tableIn(await valuesOf(book, 'Load Files'), 'Territory', 'Owner in the files');
    return rows.flatMap((row) => (row['Territory'] === ben ? [row['Owner in the files']] : []));
  };
  for (const [iso, owner] of [
    ['2027-03-31', 'Ana Ruiz'],
    ['2027-04-01', 'Ben Ito'],
  ] as const)
    expect([iso, await ownersOn(iso)]).toEqual([iso, [owner]]);
  await done(store.run(takeLeave, { territory: ben, from: '2027-01-01', to: '2027-12-31', cover: '' }));
  expect(store.state.news).toContain('Nobody covers');
  const again = await pane();
  expect(yearView(again).seats.leaves[0]).toContain('covered by nobody');
  await done(again.run(writeQuotas, QUOTA), again);
  const { rows } = await quotaCells(book, false);
  expect(rows.find((row) => row['Territory'] === ben)?.['Final']).toBe(0);
  await addSheet(book, 'Mine', [['x']]);
  await act(book, ({ worksheets }) => {
    worksheets.getItem('Change Log').delete();
  });
  await done(again.run(endLeave, ben), again);
  expect((await log()).map((row) => row['Why'])).toEqual(['Leave', 'Leave', 'Leave called off']);
});

test('who covers an open territory is noted where there are cells for it: files name him, his balance and quota stay', async () => {
  ({ book, store } = await keptPlan());
  const { open: waits } = yearView(store);
  const [line] = waits?.lines ?? [];
  const territory = line?.territory ?? '';
  expect(waits?.lines.map(({ text }) => text)).toEqual([
    `${territory}: Open, 10 accounts, nobody covers it, no future owner named from 2027-04-01`,
  ]);
  const owners = async () => {
    await done(store.run(writeLoads));
    const rows = tableIn(await valuesOf(book, 'Load Files'), 'Territory', 'Owner in the files');
    return rows.find((row) => row['Territory'] === territory)?.['Owner in the files'];
  };
  expect(await owners()).toBe('');
  const said = { territory, by: 'Ben Ito', future: 'Eva Lund', start: '2027-05-01' };
  await store.run(coverOpen, { ...said, by: 'Nobody At All' });
  expect(store.state.trouble).toMatch(/^Nobody At All cannot cover/);
  await store.run(coverOpen, { ...said, start: 'soon' });
  expect(store.state.trouble).toMatch(/no day on which somebody can start/);
  await store.run(coverOpen, { ...said, territory: yearView(store).seats.filled[0] ?? '' });
  expect(store.state.trouble).toMatch(/has its owner: nobody needs to cover it/);

  const balance = await valuesOf(book, 'Balance');
  await done(store.run(coverOpen, said));
  expect(store.state.news).toContain(`Ben Ito covers ${territory} until 2027-05-01; then it is Eva Lund’s.`);
  expect(await owners()).toBe('Ben Ito');
  expect(await valuesOf(book, 'Balance')).toEqual(balance);
  expect(yearView(store).open).toMatchObject({
    lines: [{ interim: 'Ben Ito', future: 'Eva Lund', start: '2027-05-01' }],
    loads: [expect.stringMatching(/^Ben Ito covers \d+% of a fair share besides their own: more than 50%$/)],
  });
  expect((await log()).map((row) => [row['From'], row['To'], row['Effective to'], row['Why']])).toEqual([
    ['', 'Ben Ito', day('2027-04-30'), 'Cover'],
  ]);

  // With the sheet of quotas it is typed there, and the sheet of open territories follows.
  await done(store.run(changeSettings, { open: { cap: 1.5 } }));
  await done(store.run(writeSheet, 'open-territories'));
  await done(store.run(writeQuotas, QUOTA));
  const before = await quotaCells(book, false);
  const final = whole(before.rows.find((row) => row['Territory'] === territory)?.['Final']);
  expect(lines(territory, { opens: '2027-05-01' })).toEqual([`${territory}, quota: ${final} → ${final}`]);
  expect(lines(territory, { opens: '2028-02-01' }).slice(0, 2)).toEqual([
    '2028-02-01 is after the fiscal year of the quotas, which ends on 2027-12-31.',
    `${territory}, quota: ${final} → 0`,
  ]);
  await done(store.run(coverOpen, { ...said, by: 'Ana Ruiz', future: '', start: '2027-05-01' }));
  const [told] = tableIn(await valuesOf(book, 'Open Territories'), 'Id', 'Territory');
  expect(told).toMatchObject({
    'Interim owner': 'Ana Ruiz',
    'Future owner': '',
    'Starts on': day('2027-05-01'),
  });
  const after = await quotaCells(book, false);
  expect(after.rows.map((row) => row['Final'])).toEqual(before.rows.map((row) => row['Final']));
  expect(yearView(store).open?.loads).toEqual([expect.stringMatching(/^Ana Ruiz covers .*, 150% at most$/)]);

  // A sheet that was written before the territory was open has no row of it: the others say it.
  await act(book, ({ tables }) => {
    tables.getItem('EfOpenTerritories').columns.getItem('Id').getDataBodyRange().values = [['T99']];
  });
  await done(store.run(coverOpen, { ...said, future: '' }));
  expect(await owners()).toBe('Ben Ito');
});
