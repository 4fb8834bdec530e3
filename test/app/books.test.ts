import { designPlan } from '../../src/app/design';
import { wordNotice } from '../../src/app/sentences';
import { wordReason } from '../../src/reports/account-columns';
import { numbers } from '../../src/text/numbers';
import { speak } from '../../src/text/say';
import { InlineSolver } from '../../src/worker/inline-solver';
import { clock, understood } from '../support/job';
import { openWorkbook, type Cell } from '../support/office';

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
  ['Rep Name', 'Max Accounts', 'Active'],
  ['Ana Ruiz', most, true],
  ['Ben Ito', '', true],
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
