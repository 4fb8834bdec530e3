import { ABOVE, QuotaSettingsSchema, tierTrouble, type PayTier } from '../../src/plan/quota';
import { allocate, type AllocationSeat } from '../../src/quota/allocate';
import { monthsLater, partsOf, periodsOf, sumOf, type Presence } from '../../src/quota/calendar';
import { goesAlong, movedQuota } from '../../src/quota/move';
import { headsNeeded, payoutAt } from '../../src/quota/pay';
import { roundTo } from '../../src/quota/round';
import { parse } from 'valibot';

const usual = parse(QuotaSettingsSchema, {});
const day = (iso: string): number => Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
type Calendar = Partial<typeof usual>;

const deployed = (year: number, presence: Presence, calendar: Calendar = {}): number => {
  const settings = { ...usual, ...calendar };
  return sumOf(partsOf(presence, periodsOf(day(`${year}-01-01`), settings), settings));
};
const quota = (amount: number, year: number, presence: Presence, calendar: Calendar = {}): number =>
  roundTo(amount * deployed(year, presence, calendar), 2);

const months: Calendar = { calendar: 'months' };
const even = { overrides: 'leave', unit: 0.01 } as const;
const shareOut = (
  pool: number,
  seats: readonly AllocationSeat[],
  rules: Parameters<typeof allocate>[2] = even,
) => allocate(pool, seats, rules);

describe('the deployed share of a year', () => {
  test('a start on 1 June, by days, by months and in a leap year', () => {
    const start = day('2025-06-01');
    expect(quota(800_000, 2025, { start })).toBe(469_041.1);
    expect(quota(75_000, 2025, { start })).toBe(43_972.6);
    expect(quota(800_000, 2025, { start }, months)).toBe(466_666.67);
    expect(quota(75_000, 2025, { start }, months)).toBe(43_750);
    expect(quota(800_000, 2024, { start: day('2024-06-01') })).toBe(467_759.56);
  });

  test.each([
    ['day', 754_838.71],
    ['next', 700_000],
    ['this', 800_000],
    ['half', 750_000],
  ] as const)('a start in the middle of a month counted by %s', (midMonth, expected) => {
    expect(quota(1_200_000, 2025, { start: day('2025-05-15') }, { ...months, midMonth })).toBe(expected);
    expect(quota(1_200_000, 2025, { start: day('2025-05-15') }, { midMonth })).toBe(759_452.05);
  });

  test('a start on the first of a month is not put off', () => {
    const start = day('2025-05-01');
    for (const midMonth of ['day', 'this', 'next', 'half'] as const)
      expect(quota(1_200_000, 2025, { start }, { ...months, midMonth })).toBe(800_000);
  });

  test('a season', () => {
    const season = [20, 20, 20, 20, 20, 20, 20, 20, 20, 40, 40, 40];
    const start = day('2025-03-01');
    expect(quota(100_000, 2025, { start }, { calendar: 'season', season })).toBe(86_666.67);
    expect(quota(100_000, 2025, { start }, months)).toBe(83_333.33);
  });

  test('a season of nothing counts months alike', () => {
    const season = Array<number>(12).fill(0);
    expect(deployed(2025, {}, { calendar: 'season', season })).toBeCloseTo(1, 12);
  });

  test('a ramp by quarters, and by months', () => {
    const quarters = [0, 0, 0, 0.25, 0.25, 0.25, 0.5, 0.5, 0.5, 1, 1, 1];
    const rampFrom = day('2025-01-01');
    expect(quota(1_200_000, 2025, { ramp: quarters, rampFrom }, months)).toBe(525_000);
    expect(quota(1_200_000, 2025, { ramp: quarters, rampFrom })).toBe(528_493.15);
    const end = day('2025-03-31');
    expect(quota(1_200_000, 2025, { ramp: [0, 0.25, 0.5], rampFrom, end }, months)).toBe(75_000);
  });

  test('a ramp that began before the year goes on, month 1 being the month of the start', () => {
    const ramp = [0, 0.25, 0.5, 0.75];
    expect(deployed(2025, { ramp, rampFrom: day('2024-11-20') }, months)).toBeCloseTo(
      (0.5 + 0.75 + 10) / 12,
      12,
    );
  });

  test('a ramp counts from the next month where a start within a month does, before the year and in it', () => {
    const next: Calendar = { ...months, midMonth: 'next' };
    const ramp = [0, 0.5];
    const share = (iso: string) => deployed(2025, { ramp, rampFrom: day(iso) }, next);
    // From December: January is the second month. From January on it is the first, for all who came in December.
    expect(share('2024-12-01')).toBeCloseTo((0.5 + 11) / 12, 12);
    expect(share('2024-12-02')).toBeCloseTo((0 + 0.5 + 10) / 12, 12);
    // What lies before the first month is as that; a start on the first of a month is not put off.
    expect(share('2025-03-01')).toBeCloseTo((0 + 0.5 + 8) / 12, 12);
    expect(share('2025-03-02')).toBeCloseTo((0 + 0.5 + 7) / 12, 12);
  });

  test('leave gives relief by days, or none', () => {
    const quarter = { leaveFrom: day('2025-04-01'), leaveTo: day('2025-05-15') };
    const whole = { start: day('2025-04-01'), end: day('2025-06-30') };
    const of = (presence: Presence, leave: 'days' | 'none') => deployed(2025, presence, { leave });
    expect(roundTo((300_000 * of({ ...whole, ...quarter }, 'days')) / of(whole, 'days'), 2)).toBe(151_648.35);
    expect(of({ ...whole, ...quarter }, 'none')).toBe(of(whole, 'none'));
  });

  test('one day is a day, and two parts of months are these parts', () => {
    expect(deployed(2025, { start: day('2025-12-31') })).toBeCloseTo(1 / 365, 12);
    const presence = { start: day('2025-01-25'), end: day('2025-02-02') };
    expect(deployed(2025, presence, months)).toBeCloseTo((7 / 31 + 2 / 28) / 12, 12);
  });

  test('nobody there: a start after the year, an end before the start, a start that nobody knows', () => {
    expect(deployed(2025, { start: day('2026-01-01') })).toBe(0);
    expect(deployed(2025, { start: day('2025-06-01'), end: day('2025-05-01') })).toBe(0);
    expect(deployed(2025, { isUnknown: true })).toBe(0);
  });

  test('weeks 4-4-5 make quarters of 91 days, and a fiscal year begins where it is told', () => {
    const weeks = periodsOf(day('2025-02-02'), { ...usual, periods: '445' });
    expect(weeks.map(({ start, end }) => end - start + 1)).toEqual([
      28, 28, 35, 28, 28, 35, 28, 28, 35, 28, 28, 35,
    ]);
    const fiscal = periodsOf(day('2025-07-01'), usual);
    expect(fiscal.at(-1)?.end).toBe(day('2026-06-30'));
    expect(sumOf(fiscal.map(({ weight }) => weight))).toBeCloseTo(1, 12);
    expect(monthsLater(day('2025-01-31'), 1)).toBe(day('2025-02-28'));
  });
});

describe('a pool shared out', () => {
  test('between bounds, exactly', () => {
    const { seats } = shareOut(180, [
      { weight: 100, share: 1, cap: 85 },
      { weight: 60, share: 1 },
      { weight: 20, share: 1, floor: 45 },
    ]);
    expect(seats.map(({ fullYear }) => fullYear)).toEqual([84.375, 50.625, 45]);
  });

  test('with a rep who ramps all year', () => {
    const { seats } = shareOut(150, [
      { weight: 1, share: 1 },
      { weight: 1, share: 0.5 },
    ]);
    expect(seats.map(({ fullYear }) => fullYear)).toEqual([100, 100]);
    expect(seats.map(({ final }) => final)).toEqual([100, 50]);
  });

  test('among twenty, and in thousands', () => {
    const twenty = Array<AllocationSeat>(20).fill({ weight: 1, share: 1 });
    expect(shareOut(15_000_000 * 1.15, twenty).seats.every(({ final }) => final === 862_500)).toBe(true);
    const { seats, rounding } = shareOut(15_000_000 * 1.15, twenty, { ...even, unit: 1000 });
    expect(seats.filter(({ final }) => final === 863_000)).toHaveLength(10);
    expect(seats.filter(({ final }) => final === 862_000)).toHaveLength(10);
    expect(rounding).toBe(0);
  });

  test('48 M with 15 % over, in thousands, loses no unit', () => {
    const { seats, rounding } = shareOut(48_000_000 * 1.15, Array(7).fill({ weight: 1, share: 1 }), {
      ...even,
      unit: 1000,
    });
    expect(seats.reduce((sum, { final }) => sum + final, 0)).toBe(55_200_000);
    expect(rounding).toBe(0);
  });

  test.each([
    [10_000_000, [1, 1, 1], [3334, 3333, 3333]],
    [1_000_000, [1, 1, 1, 1, 1, 1, 1], [143, 143, 143, 143, 143, 143, 142]],
    [3_300_000, [4.2, 2.8, 2.4, 3.6], [1066, 711, 609, 914]],
  ])('%d by largest remainder', (pool, weights, thousands) => {
    const { seats } = shareOut(
      pool,
      weights.map((weight) => ({ weight, share: 1 })),
      { ...even, unit: 1000 },
    );
    expect(seats.map(({ final }) => final / 1000)).toEqual(thousands);
  });

  test('what the bounds do not let be placed', () => {
    const capped = shareOut(300, [
      { weight: 1, share: 1, cap: 100 },
      { weight: 1, share: 0.5, cap: 100 },
    ]);
    expect(capped.notPlaceable).toBe(150);
    const floored = shareOut(100, [
      { weight: 1, share: 1, floor: 80 },
      { weight: 1, share: 1, floor: 60 },
    ]);
    expect(floored.notPlaceable).toBe(-40);
    expect(floored.seats.map(({ final }) => final)).toEqual([80, 60]);
    expect(shareOut(100, [{ weight: 1, share: 0 }]).notPlaceable).toBe(100);
    expect(shareOut(100, []).notPlaceable).toBe(100);
  });

  test('a floor above the cap gives way to it', () => {
    expect(shareOut(100, [{ weight: 1, share: 1, floor: 90, cap: 60 }]).seats[0]?.fullYear).toBe(60);
  });

  test('an override leaves the others alone, or takes from what they share', () => {
    const seats = [
      { weight: 1, share: 1, override: 40 },
      { weight: 1, share: 1 },
      { weight: 1, share: 1 },
    ];
    const left = shareOut(90, seats);
    expect(left.seats.map(({ final }) => final)).toEqual([40, 30, 30]);
    expect(left.overrideGap).toBe(10);
    const spread = shareOut(90, seats, { ...even, overrides: 'spread' });
    expect(spread.seats.map(({ final }) => final)).toEqual([40, 25, 25]);
    expect(spread.overrideGap).toBe(0);
    const over = shareOut(30, seats, { ...even, overrides: 'spread' });
    expect(over.seats.map(({ final }) => final)).toEqual([40, 0, 0]);
    expect(over.overrideGap).toBe(10);
  });

  test('bottom up: the targets are the quotas', () => {
    const { seats, bottomUpGap } = shareOut(
      100,
      [
        { weight: 70, share: 1 },
        { weight: 50, share: 1 },
      ],
      { ...even, isBottomUp: true },
    );
    expect(seats.map(({ final }) => final)).toEqual([70, 50]);
    expect(bottomUpGap).toBe(20);
  });
});

describe('moves in the year', () => {
  test('an account takes its quota along from the day on', () => {
    const on = day('2025-04-01');
    const days = periodsOf(day('2025-01-01'), usual);
    const by = periodsOf(day('2025-01-01'), { ...usual, ...months });
    const along = (periods: typeof days) => {
      const whole = periods.map(({ weight }) => weight);
      return movedQuota({ fullYear: 120_000, day: on }, periods, whole, whole);
    };
    expect(along(days)).toEqual({ rest: 90_410.96, out: 90_410.96, in: 90_410.96 });
    expect(along(by)).toEqual({ rest: 90_000, out: 90_000, in: 90_000 });
  });

  test('above five per cent of what was issued, always, never', () => {
    expect(goesAlong(60_000, 1_000_000, usual)).toBe(true);
    expect(goesAlong(-60_000, 1_000_000, usual)).toBe(true);
    expect(goesAlong(50_000, 1_000_000, usual)).toBe(false);
    expect(goesAlong(1, 1_000_000, { ...usual, moves: 'always' })).toBe(true);
    expect(goesAlong(900_000, 1_000_000, { ...usual, moves: 'never' })).toBe(false);
  });
});

describe('pay', () => {
  const tiers: PayTier[] = [
    { from: 0, to: 1, multiplier: 1 },
    { from: 1, to: 1.3, multiplier: 1.5 },
    { from: 1.3, to: ABOVE, multiplier: 2 },
  ];
  test.each([
    [0.6, 60_000],
    [0.8, 80_000],
    [1.2, 130_000],
    [1.3, 145_000],
    [1.4, 165_000],
    [1.6, 205_000],
  ])('at %d of the quota', (attainment, pay) => {
    expect(roundTo(100_000 * payoutAt(attainment, tiers, 'marginal'), 2)).toBe(pay);
  });

  test('below a threshold, marginal and cliff', () => {
    const low: PayTier[] = [
      { from: 0, to: 0.5, multiplier: 0.5 },
      { from: 0.5, to: ABOVE, multiplier: 1 },
    ];
    const pay = (attainment: number, kind: 'marginal' | 'cliff') =>
      roundTo(100_000 * payoutAt(attainment, low, kind), 2);
    expect([0.51, 0.75, 1].map((a) => pay(a, 'marginal'))).toEqual([26_000, 50_000, 75_000]);
    expect([0.5, 0.51, 0.75].map((a) => pay(a, 'cliff'))).toEqual([25_000, 51_000, 75_000]);
  });

  test('rates of sales in tiers', () => {
    const rates: PayTier[] = [
      { from: 0, to: 100_000, multiplier: 0.05 },
      { from: 100_000, to: 125_000, multiplier: 0.06 },
      { from: 125_000, to: ABOVE, multiplier: 0.07 },
    ];
    expect(roundTo(payoutAt(150_000, rates, 'marginal'), 2)).toBe(8250);
    expect(roundTo(payoutAt(150_000, rates, 'cliff'), 2)).toBe(10_500);
  });

  test('tiers without a beginning, with a gap or an end are told', () => {
    expect(tierTrouble(tiers)).toBeUndefined();
    expect(tierTrouble([])).toBe('none');
    expect(tierTrouble(tiers.slice(1))).toBe('start');
    expect(tierTrouble([tiers[0]!, tiers[2]!])).toBe('order');
    expect(tierTrouble(tiers.slice(0, 2))).toBe('end');
  });

  test('heads', () => {
    expect(headsNeeded(15_000_000, 0.85, 1_400_000)).toBe(13);
    expect(headsNeeded(10_000_000, 1, 1_000_000)).toBe(10);
    expect(headsNeeded(11_000_000, 1.1, 1_000_000)).toBe(10);
  });
});
