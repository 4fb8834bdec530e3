import { compile, type CarveInput } from '../../src/carve/compile';
import { moveClassesOf } from '../../src/carve/move-classes';
import { WEIGHTS, type Settings } from '../../src/plan/settings';
import { inputOf, rep } from './team';

const DAY = 46_000;
/** Two customers, one prospect with a deal, one called of late, one called long ago, one never. */
const number = {
  arr: Float64Array.from([10, 30, 0, 0, 0, NaN]),
  openPipeline: Float64Array.from([0, 0, 5, 0, 0, 0]),
  lastActivity: Float64Array.from([NaN, DAY - 400, NaN, DAY - 90, DAY - 91, NaN]),
};
const rows = Array.from({ length: 6 }, (_, i) => ({ at: [40 + i, -100] as const, potential: 1 + i }));
const bare = inputOf(rows, { current: Int32Array.from([0, 0, 0, 1, 1, -1]) });

function inputWith(more: object, settings: Partial<Settings> = {}): CarveInput {
  const { accounts } = bare;
  return {
    ...bare,
    accounts: { ...accounts, number: { ...accounts.number, ...more } },
    settings: { ...bare.settings, ...settings },
  };
}
/** What a move of each account weighs. */
const weights = (input: CarveInput): (number | undefined)[] => {
  const { classOf, keepOf } = compile(input);
  return Array.from(classOf, (q) => keepOf?.[q]);
};
// The latest activity of the list is that of the second customer, or of a row that was called on the day itself.
const called = { ...number, lastActivity: number.lastActivity.map((day, i) => (i === 0 ? DAY : day)) };

test('days count back from the latest activity of the list, which is as old as that', () => {
  const classes = moveClassesOf(inputWith(called).accounts);
  expect([0, 1, 2, 3, 4, 5].map((i) => classes?.of(i))).toEqual([
    'customers',
    'customers',
    'active',
    'active',
    'untouched',
    'untouched',
  ]);
  expect(classes).toMatchObject({
    customers: Float64Array.from([1, 1, 0, 0, 0, 0]),
    arr: Float64Array.from([10, 30, 0, 0, 0, 0]),
    active: Float64Array.from([1, 1, 1, 1, 0, 0]),
  });
});

test('without a sign of activity a prospect is taken for an active one, and nobody is told active', () => {
  const classes = moveClassesOf(inputWith({ arr: number.arr }).accounts);
  expect([0, 5].map((i) => classes?.of(i))).toEqual(['customers', 'active']);
  expect(classes).not.toHaveProperty('active');
  expect(moveClassesOf(bare.accounts)).toBeUndefined();
});

test('a customer is kept more than a prospect, as the weights say', () => {
  const { customers, active, untouched } = WEIGHTS;
  expect(weights(inputWith(called))).toEqual([customers, customers, active, active, untouched, untouched]);
  const said = { moveWeights: { active: 0.25, untouched: 0 } };
  expect(weights(inputWith(called, said))).toEqual([customers, customers, 0.25, 0.25, 0, 0]);
});

test('accounts of one weight are of one class, and where all weigh the same nothing is parted', () => {
  expect(compile(inputWith(called)).classes).toBe(3);
  const alike = compile(inputWith(called, { moveWeights: { customers: 1, active: 1, untouched: 1 } }));
  expect(alike).not.toHaveProperty('keepOf');
  expect(alike.classes).toBe(1);
  expect(compile(bare)).not.toHaveProperty('keepOf');
});

test('parted classes may go where they might before', () => {
  const tagged = rows.map((row, i) => ({ ...row, segment: i % 2 === 0 ? 'SMB' : 'Enterprise' }));
  const team = [rep('Ann', { segment: 'SMB' }), rep('Bob', { segment: 'Enterprise' })];
  const { accounts, seats, current } = inputOf(tagged, { current: bare.current, seats: team });
  const input = { ...inputWith(called, { bySegment: true }), seats, current };
  const segmented = { ...input, accounts: { ...accounts, number: input.accounts.number } };
  const { classOf, eligible } = compile(segmented);
  const k = seats.length;
  expect(Array.from(classOf, (q) => [...eligible.subarray(q * k, (q + 1) * k)])).toEqual(
    tagged.map(({ segment }) => (segment === 'SMB' ? [1, 0] : [0, 1])),
  );
});

test('a limit on a class is a whole number of those that somebody holds', () => {
  const { limits } = compile(
    inputWith(called, { cap: { accounts: 1, money: 1, customers: 0.5, active: 0.7 } }),
  );
  expect(limits).toEqual([
    { name: 'customers', stake: Float64Array.from([1, 1, 0, 0, 0, 0]), most: 1 },
    { name: 'active', stake: Float64Array.from([0, 0, 1, 1, 0, 0]), most: 1 },
  ]);
  // The last prospect is nobody's: none of it can leave.
  const all = compile(inputWith(called, { cap: { accounts: 1, money: 1, untouched: 0.99 } })).limits;
  expect(all).toEqual([{ name: 'untouched', stake: Float64Array.from([0, 0, 0, 0, 1, 1]), most: 0 }]);
  expect(compile(inputWith(called, { cap: { accounts: 1, money: 1, active: 1 } }))).not.toHaveProperty(
    'limits',
  );
});

test('a limit on those who are active holds nobody where the list does not tell them', () => {
  const cap = { accounts: 1, money: 1, customers: 0.5, active: 0.5, untouched: 0.5 };
  const { limits } = compile(inputWith({ arr: number.arr }, { cap }));
  expect(limits?.map(({ name }) => name)).toEqual(['customers']);
  expect(compile({ ...bare, settings: { ...bare.settings, cap } })).not.toHaveProperty('limits');
});
