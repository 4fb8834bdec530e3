import { evidenceIn, standingOf, standingsTold, type Standing } from '../../src/plan/account-standing';
import { countOwnerChanges } from '../../src/plan/owner-changes';
import { accountsOf } from './accounts';

const TODAY = 46_000;
const N = NaN;

/** Accounts with numbers, and what each is. */
function told(
  number: Record<string, readonly number[]>,
  types: readonly string[] = [],
): { kinds: readonly Standing[]; each: Standing[] } | undefined {
  const count = Math.max(types.length, ...Object.values(number).map((column) => column.length));
  const rows = Array.from({ length: count }, (_, i) => (types[i] === undefined ? {} : { type: types[i] }));
  const accounts = {
    ...accountsOf(rows),
    number: Object.fromEntries(
      Object.entries(number).map(([field, column]) => [field, Float64Array.from(column)]),
    ),
  };
  const evidence = evidenceIn(accounts, TODAY);
  return (
    evidence && {
      kinds: standingsTold(evidence),
      each: rows.map((_, i) => standingOf(accounts, evidence, i)),
    }
  );
}

test('ARR, sales or a won deal makes a customer; pipeline or activity within 90 days an active prospect', () => {
  expect(
    told({
      arr: [5, 0, N, N, N, N, -5],
      bookingsYtd: [N, 1, N, N, N, N, N],
      wonDeals: [N, N, 2, N, N, N, N],
      openPipeline: [9, N, N, 7, N, N, N],
      lastActivity: [TODAY + 30, N, N, N, TODAY - 90, TODAY - 91, N],
    }),
  ).toEqual({
    kinds: ['customer', 'active', 'untouched'],
    each: ['customer', 'customer', 'customer', 'active', 'active', 'untouched', 'untouched'],
  });
});

test('a list is as old as its latest activity, whatever the day', () => {
  expect(told({ arr: [5, 0, 0], lastActivity: [TODAY - 400, TODAY - 490, TODAY - 491] })?.each).toEqual([
    'customer',
    'active',
    'untouched',
  ]);
});

test('a type says it too; a former customer is none', () => {
  expect(told({}, ['Customer - Direct', 'Prospect', 'Kunde', 'Former customer', 'customer'])).toEqual({
    kinds: ['customer', 'prospect'],
    each: ['customer', 'prospect', 'customer', 'prospect', 'customer'],
  });
});

test('a list that tells no customer tells nothing', () => {
  expect(told({ openPipeline: [4, 5], arr: [0, N] })).toBeUndefined();
  expect(told({ potential: [4, 5] }, ['Prospect', 'Partner'])).toBeUndefined();
});

test('those that change owner are counted apart, and add up', () => {
  const kinds: Standing[] = ['customer', 'untouched', 'customer', 'active'];
  const changes = countOwnerChanges(
    [{ owner: 'Ana' }, { owner: 'Ben' }],
    Int32Array.of(0, 1, 1, 1),
    () => 'Ana',
    Float64Array.of(1, 10, 100, 1000),
    { told: ['customer', 'active', 'untouched'], of: (i) => kinds[i] ?? 'untouched' },
  );
  expect(changes.apart).toEqual({
    customer: { accounts: 1, money: 100 },
    active: { accounts: 1, money: 1000 },
    untouched: { accounts: 1, money: 10 },
  });
  expect(changes.accounts).toBe(3);
});
