import { matchOwners } from '../../../src/intake';
import { chooseSeats } from '../../../src/app/understanding/choose-seats';
import { seatSharing, sharedTerritories } from '../../../src/app/understanding/shared-seats';
import type { Rep } from '../../../src/plan/roster';
import { defaultSettings } from '../../../src/plan/settings';
import { textTable } from '../../intake/table';
import { accountsOf, seat } from '../../plan/accounts';

/** Rows of the team list that name one territory: each a seat of its own and told so, or one seat that they share. */

const rep = (sheetRow: number, name: string, territory?: string, more: Partial<Rep> = {}) =>
  seat({ sheetRow, name, ...(territory === undefined ? {} : { territory }), ...more });
const TEAM = [
  rep(2, 'Cy Fox', 'Boise'),
  rep(3, 'Ben Ito', 'Denver ', { capacityShare: 0.5 }),
  rep(4, 'Ana Ruiz', ' denver', { capacityShare: 0.75, id: 'R1' }),
  rep(5, 'Di Roe', 'Den*ver'),
  rep(6, 'TBH 1', 'BOISE', { tbh: true }),
  rep(7, 'Eve Ott', 'Denver', { role: 'SDR' }),
  rep(8, 'Fay Orr'),
];
const source = textTable('Rep Name|Territory\nCy Fox|Boise', { sheet: 'Reps' });
const team = { source, mapping: { repName: 0, territory: 1 } };
const seatsOf = (reps: readonly Rep[], isShared?: boolean) =>
  chooseSeats({ source: 'table', reps }, defaultSettings, 100, () => 0, undefined, seatSharing(isShared));
const told = (seats: readonly Rep[]) =>
  sharedTerritories(seats, team).map(({ severity, row, column, read, params }) => [
    severity,
    row,
    column,
    read,
    params?.['other'],
    params?.['otherRow'],
    params?.['seats'],
  ]);

test('each row is a seat, and each that names a territory again is told at its cell', () => {
  const { seats } = seatsOf(TEAM);
  expect(seats.map(({ name }) => name)).toEqual([
    'Cy Fox',
    'Ben Ito',
    'Ana Ruiz',
    'Di Roe',
    'TBH 1',
    'Fay Orr',
  ]);
  expect(told(seats)).toEqual([
    ['warning', 4, 2, 'denver', 'Ben Ito', 3, 'two'],
    ['warning', 6, 2, 'BOISE', 'Cy Fox', 2, 'open'],
  ]);
  // Where most rows name one of few, the column is of regions: a note.
  const regions = ['East', 'West', 'East', 'West'].map((name, n) => rep(n + 2, `Rep ${n}`, name));
  expect(told(seatsOf(regions).seats).map(([severity]) => severity)).toEqual(['note', 'note']);
});

test('where seats are shared, people of one territory are one seat, which holds what each of them has', () => {
  const { seats, others } = seatsOf(TEAM, true);
  expect(seats.map(({ name }) => name)).toEqual([
    'Cy Fox',
    'Ana Ruiz / Ben Ito',
    'Di Roe',
    'TBH 1',
    'Fay Orr',
  ]);
  expect(seats[1]).toMatchObject({ capacityShare: 1, id: 'R1' });
  expect(others.map(({ name }) => name)).toEqual(['Eve Ott']);
  expect(told(seats)).toEqual([
    ['note', 4, 2, 'denver', 'Ben Ito', 3, 'one'],
    ['warning', 6, 2, 'BOISE', 'Cy Fox', 2, 'open'],
  ]);
  const accounts = accountsOf(['Ito, Ben', 'Ana Ruiz', 'Di Roe', 'Eve Ott'].map((owner) => ({ owner })));
  const { seat: held } = matchOwners(accounts, { source: 'table', reps: TEAM }, {}, seats);
  expect([...held]).toEqual([1, 1, 2, -1]);
});

test('two rows of one name are not made one seat: nobody knows whether they are two people', () => {
  const reps = [rep(2, 'Ana Ruiz', 'East'), rep(3, 'ANA RUIZ', 'East'), rep(4, 'Cy Fox', 'West')];
  const { seats } = seatsOf(reps, true);
  expect(seats).toHaveLength(3);
  expect(told(seats)).toMatchObject([['warning', 3, 2, 'East', 'Ana Ruiz', 2, 'open']]);
});
