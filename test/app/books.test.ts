import { withinBooks } from '../../src/app/books';
import { carveOut } from '../../src/app/carve-out';
import type { CarveInput } from '../../src/carve/compile';
import type { Design } from '../../src/engine/problem';
import { designPlan } from '../../src/app/design';
import type { StandingPlan } from '../../src/app/standing-plan';
import { wordNotice } from '../../src/app/sentences';
import { wordReason } from '../../src/reports/account-columns';
import { numbers } from '../../src/text/numbers';
import { speak } from '../../src/text/say';
import { InlineSolver } from '../../src/worker/inline-solver';
import { carryOut, clock, differences, understood, valuesOf } from '../support/job';
import { openWorkbook, type Cell } from '../support/office';
import { isOf, typingInto } from '../support/typing';

/** No seat holds more than its book; what is beyond waits in the pool, the lowest scores first, customers never. */

const COUNT = 40;
const isCustomer = (i: number) => i % 5 === 0;
/** Prospects are worth from 1 up, in the order of the list. */
const worth = (i: number) => (isCustomer(i) ? 1 : 10 + i);
const LIST: Cell[][] = [
  ['Account Name', 'Account Owner', 'Type', 'Potential', 'Workload Hours', 'City', 'State'],
  ...Array.from({ length: COUNT }, (_, i): Cell[] => [
    `Account ${String(i)}`,
    ['Ana Ruiz', 'Ben Ito'][i % 2] ?? '',
    isCustomer(i) ? 'Customer' : 'Prospect',
    worth(i),
    10,
    ['Denver', 'Boise'][i % 2] ?? '',
    ['CO', 'ID'][i % 2] ?? '',
  ]),
];
const team = (most: Cell): Cell[][] => [
  ['Rep Name', 'Max Accounts', 'Active', 'Role'],
  ['Ana Ruiz', most, true, 'Account Executive'],
  ['Ben Ito', '', true, 'Account Manager'],
];
const BALANCE = [{ metric: 'count', tolerance: 0.5 }];

async function planned(settings: object, most: Cell = '') {
  const book = await openWorkbook({ sheets: { Export: LIST, Team: team(most) } });
  try {
    const understanding = await understood({ balance: BALANCE, ...settings });
    const { plan } = await designPlan(understanding, new InlineSolver(), clock);
    const held = [0, 1].map((j) => plan.assignment.filter((at) => at === j).length);
    const out = Array.from(plan.assignment.keys()).filter((i) => (plan.assignment[i] ?? -1) < 0);
    const notices = plan.notices.map((notice) => wordNotice(speak('en'), numbers('en'), notice));
    return { plan, held, out, notices };
  } finally {
    book.dispose();
  }
}
const POOLED = /prospects are in the pool/;

test('without a limit nobody is in the pool', async () => {
  const { held, notices } = await planned({});
  expect(held.reduce((a, b) => a + b, 0)).toBe(COUNT);
  expect(notices.filter((text) => POOLED.test(text))).toEqual([]);
});

test('a limit of all seats, and one of the team list, bind; the lowest prospects go, ranked, and customers stay', async () => {
  const { held, out, plan, notices } = await planned({ book: { accounts: 15 } }, 12);
  expect(held[0]).toBeLessThanOrEqual(12);
  expect(held[1]).toBeLessThanOrEqual(15);
  expect(out.length).toBeGreaterThanOrEqual(COUNT - 27);
  expect(out.filter(isCustomer)).toEqual([]);
  expect(notices).toContainEqual(expect.stringMatching(POOLED));
  // Of the prospects of a place none that stays is worth less than one that went from there.
  const reasons = out.map((i) => wordReason(speak('en'), plan.reason(i)));
  const ranks = reasons.map((text) => Number(/number (\d+) to come back/.exec(text)?.[1]));
  expect([...ranks].sort((a, b) => a - b)).toEqual(out.map((_, n) => n + 1));
  const best = [...out].sort((a, b) => worth(b) - worth(a));
  expect(best.map((i) => ranks[out.indexOf(i)])).toEqual(out.map((_, n) => n + 1));
  // Figures are of what is placed.
  expect(plan.placed).toBe(COUNT - out.length);
  expect(Array.from(plan.metrics[0]?.load ?? [])).toEqual(held);
});

test('the limit of a role comes before that of all, and after that of a seat', async () => {
  const roles = { 'account manager': { accounts: 9 }, 'Account Executive': { accounts: 14, hours: 110 } };
  expect((await planned({ book: { accounts: 15, roles } })).held).toEqual([11, 9]);
  expect((await planned({ book: { roles: { 'Account Manager': { accounts: 9 } } } }, 12)).held).toEqual([
    12, 9,
  ]);
});

test('what is left is shared out anew, and a plan that holds then is neither trimmed nor asked for again', async () => {
  const books = {
    accounts: Float64Array.of(2, 2),
    hours: Float64Array.of(Infinity, Infinity),
    work: new Float64Array(4),
    score: Float64Array.of(3, 2, 1, 5),
    free: Uint8Array.of(1, 1, 1, 1),
  };
  const planOf = (...assignment: number[]) => ({ assignment: Int32Array.from(assignment) }) as Design;
  const asked: number[][] = [];
  const { input, design, notices } = await withinBooks(
    {} as CarveInput,
    planOf(0, 0, 0, 1),
    books,
    (next) => {
      asked.push([...(next.pooled ?? [])]);
      return Promise.resolve(planOf(0, 1, -1, 1));
    },
    () => Promise.reject(new Error('It was trimmed.')),
  );
  expect(asked).toEqual([[0, 0, 1, 0]]);
  expect([...design.assignment]).toEqual([0, 1, -1, 1]);
  expect([...(input.pooled ?? [])]).toEqual([0, 0, 1, 0]);
  expect(notices).toEqual([]);
});

test('hours bind where the list tells them', async () => {
  const { held, out } = await planned({ book: { hours: 120 } });
  expect(held).toEqual([12, 12]);
  expect(out.filter(isCustomer)).toEqual([]);
});

test('what cannot go is said: customers stay whatever the limit', async () => {
  const { held, out, notices } = await planned({ book: { accounts: 2 } });
  expect(out.filter(isCustomer)).toEqual([]);
  expect(held.reduce((a, b) => a + b, 0)).toBe(COUNT / 5);
  expect(notices).toContainEqual(
    expect.stringMatching(/holds \d+ accounts, more than the 2 of its book: all others are customers/),
  );
});

test('the pool has its column and its row on Balance, and who is put somewhere leaves it', async () => {
  const book = await openWorkbook({ sheets: { Export: LIST, Team: team('') } });
  try {
    await carryOut({ balance: [{ metric: 'potential', tolerance: 0.5 }], book: { accounts: 15 } });
    const list = await valuesOf(book, 'Export');
    const at = (header: string) => list[0]?.indexOf(header) ?? -1;
    const pooled = list.slice(1).filter((row) => row[at('Territory')] === 'Unassigned');
    expect(pooled.map((row) => row[at('Pool Rank')])).toEqual(pooled.map(() => expect.any(Number)));
    const told = async () => {
      const cells = await valuesOf(book, 'Balance');
      const line = cells.find((row) => row.includes('Of these in the pool')) ?? [];
      const head = cells.find((row) => row.includes('Territory') && row.includes('Accounts')) ?? [];
      return [line[head.indexOf('Accounts')], line[head.indexOf('Potential')]];
    };
    const sum = (rows: readonly Cell[][]) => rows.reduce((all, row) => all + Number(row[at('Potential')]), 0);
    expect(pooled.length).toBeGreaterThanOrEqual(COUNT - 30);
    expect(await told()).toEqual([pooled.length, sum(pooled)]);
    // Other unassigned accounts are not in the pool.
    const type = typingInto(() => book);
    const placed = list.find((row) => /^T0/.test(String(row[at('Territory')])));
    await type('Accounts', 'Territory', isOf('Account Name', placed?.[0] ?? ''), 'Unassigned');
    await type(
      'Accounts',
      'Territory',
      isOf('Account Name', pooled[0]?.[0] ?? ''),
      placed?.[at('Territory')] ?? '',
    );
    expect(await told()).toEqual([pooled.length - 1, sum(pooled.slice(1))]);
    expect(await differences(book)).toEqual(expect.arrayContaining([0]));
  } finally {
    book.dispose();
  }
});

test('a new territory takes no more than its book holds', async () => {
  const carved = async (most: Cell) => {
    const seats = [...team(''), ['Cleo Park', most, true]];
    const book = await openWorkbook({ sheets: { Export: LIST, Team: seats } });
    try {
      const understanding = await understood({ balance: BALANCE });
      const assignment = Int32Array.from({ length: COUNT }, (_, i) => i % 2);
      const asked = { understanding, solver: new InlineSolver(), signal: new AbortController().signal };
      const standing = { assignment } as unknown as StandingPlan;
      return await carveOut({ ...asked, standing }, { accounts: 1, customers: 1 }, 0);
    } finally {
      book.dispose();
    }
  };
  const free = await carved('');
  expect(free.moved).toBeGreaterThan(4);
  const within = await carved(4);
  expect(within.moved).toBeGreaterThan(0);
  expect(within.moved).toBeLessThanOrEqual(4);
});
