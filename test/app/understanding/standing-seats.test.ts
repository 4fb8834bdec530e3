import { standingSeats } from '../../../src/app/understanding/standing-seats';
import { seat } from '../../plan/accounts';

const reps = (...names: string[]) => names.map((name) => seat({ name, tbh: name.startsWith('TBH') }));
const PLAN = [
  { id: 'T01', name: 'T01 Denver', owner: 'Ana Ruiz' },
  { id: 'T02', name: 'T02 Boise', owner: 'Ben Ito' },
  { id: 'T03', name: 'T03 Reno', owner: '' },
];
const ordered = (names: readonly string[], plan: Parameters<typeof standingSeats>[1] = PLAN) => {
  const { seats, seatOf } = standingSeats(reps(...names), plan);
  return { names: seats.map(({ name }) => name), seatOf };
};

test('a team list in another order changes nobody’s territory', () => {
  expect(ordered(['TBH 1', 'BEN  ITO', 'Ana Ruiz'])).toEqual({
    names: ['Ana Ruiz', 'BEN  ITO', 'TBH 1'],
    seatOf: [0, 1, 2],
  });
});

test('who is new takes the place of one who left', () => {
  expect(ordered(['Ana Ruiz', 'Cy Novak', 'TBH 1'])).toEqual({
    names: ['Ana Ruiz', 'Cy Novak', 'TBH 1'],
    seatOf: [0, 1, 2],
  });
  expect(ordered(['Cy Novak', 'TBH 1', 'Ben Ito', 'Dee Pop'])).toEqual({
    names: ['Cy Novak', 'Ben Ito', 'TBH 1', 'Dee Pop'],
    seatOf: [0, 1, 2],
  });
});

test('in a smaller team those who stay keep their territories, and their numbers; one whose rep left is nobody’s', () => {
  expect(ordered(['TBH 1', 'Ben Ito'])).toEqual({ names: ['Ben Ito', 'TBH 1'], seatOf: [-1, 0, 1] });
  expect(idsOf(['TBH 1', 'Ben Ito'])).toEqual(['T02', 'T03']);
});

test('who comes gets a number that nobody has, and by which nothing is promised to somebody who is gone', () => {
  const more = ['Ana Ruiz', 'Ben Ito', 'TBH 1', 'Cy Novak', 'Dee Pop'];
  expect(idsOf(more)).toEqual(['T01', 'T02', 'T03', 'T04', 'T05']);
  expect(idsOf(more, ['T02', 'T04', 'T006'])).toEqual(['T01', 'T02', 'T03', 'T05', 'T07']);
  const grown = Array.from({ length: 100 }, (_, j) => `Rep ${j}`);
  const plan = grown
    .slice(0, 99)
    .map((owner, j) => ({ id: `T${String(j + 1).padStart(2, '0')}`, name: owner, owner }));
  // Those who were there before there were a hundred are called as they were.
  expect(standingSeats(reps(...grown), plan).ids.filter((_, j) => j % 33 === 0)).toEqual([
    'T01',
    'T34',
    'T67',
    'T100',
  ]);
});

const idsOf = (names: readonly string[], promised?: readonly string[]) =>
  standingSeats(reps(...names), PLAN, promised).ids;

test('a hire who fills the open seat takes its territory', () => {
  expect(ordered(['Ana Ruiz', 'Ben Ito', 'Eve Lund'])).toEqual({
    names: ['Ana Ruiz', 'Ben Ito', 'Eve Lund'],
    seatOf: [0, 1, 2],
  });
});

test('two of one name are two seats', () => {
  const plan = [
    { id: 'T01', name: 'T01', owner: 'Ana Ruiz' },
    { id: 'T02', name: 'T02', owner: 'Ana Ruiz' },
  ];
  expect(ordered(['Ana Ruiz', 'Ana Ruiz'], plan).seatOf).toEqual([0, 1]);
});

test('a record that says no owners goes by numbers, while the team is as large', () => {
  const old = PLAN.map(({ id, name }) => ({ id, name }));
  expect(ordered(['Ben Ito', 'Ana Ruiz', 'TBH 1'], old)).toEqual({
    names: ['Ben Ito', 'Ana Ruiz', 'TBH 1'],
    seatOf: [0, 1, 2],
  });
  expect(ordered(['Ben Ito', 'Ana Ruiz'], old).seatOf).toEqual([-1, -1, -1]);
});

test('before there is a plan the team stays in its own order', () => {
  expect(ordered(['Ben Ito', 'Ana Ruiz'], [])).toEqual({ names: ['Ben Ito', 'Ana Ruiz'], seatOf: [] });
});
