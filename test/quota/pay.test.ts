import { parse } from 'valibot';
import { ABOVE, QuotaSettingsSchema, type PayTier } from '../../src/plan/quota';
import { parseSettings } from '../../src/plan/settings';
import { payOf, type PaySeat } from '../../src/quota/pay';
import { activeSharesOf, presentSharesOf, sharesOf, type Seat } from '../../src/quota/seats';
import { roundTo } from '../../src/quota/round';

const usual = parse(QuotaSettingsSchema, {});
const day = (iso: string): number => Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
const whole: PaySeat = {
  isOpen: false,
  capacity: 1,
  base: 100_000,
  variable: 100_000,
  fullYear: 900_000,
  final: 900_000,
  share: 1,
  active: 1,
  present: 1,
};
const ramping: PaySeat = { ...whole, final: 450_000, share: 0.5 };

describe('pay of a seat', () => {
  test('OTE 200,000 at 50/50 for a quota of 900,000', () => {
    const { seats, costs } = payOf(usual, 900_000, [whole]);
    expect(seats[0]).toMatchObject({ ote: 200_000, ratio: 4.5, rate: 1 / 9, cash: 200_000 });
    expect(costs[2]).toMatchObject({ cash: 200_000, sold: 900_000 });
    expect(costs[2]?.ofSold).toBeCloseTo(0.2222, 4);
    expect(costs[3]).toMatchObject({ payout: 130_000, cash: 230_000, sold: 1_080_000 });
    expect(costs[3]?.ofSold).toBeCloseTo(0.213, 4);
  });

  test('a start on 1 June pays for 214 of 365 days', () => {
    const seat: Seat = {
      id: 'T01',
      role: '',
      isOpen: false,
      capacity: 1,
      potential: 0,
      history: 0,
      targets: 0,
      start: day('2025-06-01'),
    };
    const year = day('2025-01-01');
    const [share = 0] = sharesOf(usual, year, [seat]);
    const [active = 0] = activeSharesOf(usual, year, [seat]);
    const [present = 0] = presentSharesOf(usual, year, [seat]);
    const { seats } = payOf(usual, 1, [{ ...whole, variable: 75_000, share, active, present }]);
    expect(roundTo(seats[0]?.variable ?? 0, 2)).toBe(43_972.6);
    expect(seats[0]?.cash).toBeCloseTo((175_000 * 214) / 365, 6);
  });

  test.each([
    ['kept', 50_000, 40_000],
    ['raised', 100_000, 80_000],
    ['guarantee', 100_000, 90_000],
  ] as const)('under ramp the rate is %s', (rampRate, target, at80) => {
    const { seats, costs } = payOf({ ...usual, rampRate }, 1, [ramping]);
    expect(seats[0]?.variable).toBe(target);
    expect(seats[0]?.payouts[1]).toBeCloseTo(at80, 6);
    expect(seats[0]?.payouts[2]).toBeCloseTo(target, 6);
    expect(costs[1]?.payout).toBe(at80);
  });

  test('there is none where base or variable is not known, none of it is divided by nothing', () => {
    const known = { ...whole, fullYear: 0, final: 0 };
    const { seats, atPlan, heads, costs } = payOf(usual, 900_000, [{ ...whole, base: undefined }, known]);
    expect(seats[0]).toBeUndefined();
    expect(seats[1]).toMatchObject({ ote: 200_000, rate: undefined, ratio: undefined });
    expect(costs[2]).toMatchObject({ cash: 200_000, sold: 900_000 });
    expect([atPlan?.attainment, heads]).toEqual([1, 3]);
    expect(payOf(usual, 1, [known])).toMatchObject({ atPlan: undefined, heads: undefined });
  });
});

test('overlays, managers and travel are in the cost; the budget is for cash alone', () => {
  const settings = { ...usual, overlayCost: 30_000, budget: 390_000 };
  const seats = [
    { ...whole, travel: 5000 },
    { ...whole, capacity: 0.5 },
  ];
  const { seats: paid, costs } = payOf(settings, 1_800_000, seats, 50_000);
  expect(paid.map((pay) => pay?.total)).toEqual([225_000, 210_000]);
  expect(costs[2]).toMatchObject({ cash: 400_000, cost: 480_000, left: -10_000 });
});

test('the attainment that makes the plan is the plan by the quotas; capacity counts attrition', () => {
  const { atPlan, capacity, atExpected } = payOf({ ...usual, attrition: 0.1 }, 1_200_000, [
    whole,
    { ...whole, isOpen: true, final: 600_000 },
  ]);
  expect(atPlan?.attainment).toBe(0.8);
  expect(atPlan?.payout).toBe(160_000);
  expect(capacity.all).toBeCloseTo(1_500_000 * 0.85 * 0.9, 6);
  expect(capacity.filled).toBeCloseTo(900_000 * 0.85 * 0.9, 6);
  expect(atExpected.attainment).toBe(0.85);
});

test('30 whole seats, four at half and one at a twelfth bring in 9,625,000', () => {
  const of = (count: number, final: number) => Array.from({ length: count }, () => ({ ...whole, final }));
  const { capacity } = payOf({ ...usual, attainment: 1 }, 1, [
    ...of(30, 300_000),
    ...of(4, 150_000),
    ...of(1, 25_000),
  ]);
  expect(capacity.all).toBe(9_625_000);
});

test.each<[code: string, tiers: PayTier[], received: string]>([
  ['tiersNone', [], ''],
  ['tiersStart', [{ from: 0.5, to: ABOVE, multiplier: 1 }], '0.5–∞'],
  [
    'tiersOrder',
    [
      { from: 0, to: 1, multiplier: 1 },
      { from: 1.1, to: ABOVE, multiplier: 2 },
    ],
    '0–1, 1.1–∞',
  ],
  ['tiersEnd', [{ from: 0, to: 2, multiplier: 1 }], '0–2'],
])('settings refuse tiers that cannot be: %s', (expected, tiers, received) => {
  expect(parseSettings({ quota: { tiers } })).toEqual({
    ok: false,
    problems: [{ path: 'quota.tiers', received, expected }],
  });
});
