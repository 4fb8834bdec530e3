import { parse } from 'valibot';
import { QuotaSettingsSchema } from '../../src/plan/quota';
import { quotasOf } from '../../src/quota/quotas';
import { presentSharesOf, rampOf, sharesOf, type Seat } from '../../src/quota/seats';

/** What a line is shared out by, and when somebody is there. */

const day = (iso: string): number => Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
const YEAR = day('2027-01-01');
const seat = (id: string, more: Partial<Seat> = {}): Seat => ({
  ...{ id, role: 'AE', isOpen: false, capacity: 1, potential: 1, history: 0, targets: 0 },
  ...more,
});
const SEATS = [
  seat('T01', { capacity: 1, potential: 300, history: 10, targets: 40_000, lastYear: 80_000 }),
  seat('T02', { capacity: 0.5, potential: 100, history: 30, targets: 60_000 }),
  seat('T03', { capacity: 0.5, potential: -50, history: 0, targets: -5 }),
];
function shared(
  method: string,
  more: object = {},
  seats: readonly Seat[] = SEATS,
  applies = [true, true, true],
) {
  const settings = parse(QuotaSettingsSchema, {
    lines: [{ amount: 120_000, overAssignment: 0, method }],
    unit: 0,
    ...more,
  });
  const parts = seats.map((_, k) => ({ line: 0, seat: k, applies: applies[k] === true }));
  return quotasOf(settings, YEAR, settings.lines, seats, parts);
}
const finals = (...given: Parameters<typeof shared>) => shared(...given).rows.map(({ final }) => final);

test('by capacity, potential, history, or a blend of them; less than nothing counts as nothing', () => {
  expect(finals('equal')).toEqual([60_000, 30_000, 30_000]);
  expect(finals('potential')).toEqual([90_000, 30_000, 0]);
  expect(finals('history')).toEqual([30_000, 90_000, 0]);
  // Half by capacity, half by history: 0.25 + 0.125, 0.125 + 0.375, 0.125.
  const blend = { blendEqual: 0.5, blendPotential: 0, blendHistory: 0.5 };
  expect(finals('blended', blend)).toEqual([45_000, 60_000, 15_000]);
  const positive = SEATS.map((one) => ({ ...one, potential: Math.abs(one.potential) }));
  expect(finals('blended', { blendEqual: 0, blendPotential: 1, blendHistory: 0 }, positive)).toEqual([
    80_000, 26_666.67, 13_333.33,
  ]);
});

test('where nothing is known of it, capacity stands for it', () => {
  const blank = SEATS.map((one) => ({ ...one, potential: 0, history: 0 }));
  for (const method of ['potential', 'history'])
    expect(finals(method, {}, blank)).toEqual([60_000, 30_000, 30_000]);
  const only = { blendEqual: 0, blendPotential: 1, blendHistory: 0 };
  expect(finals('blended', only, blank)).toEqual([60_000, 30_000, 30_000]);
});

test('bottom-up each has its own, and the gap to the plan is told', () => {
  const { rows, bridge } = shared('bottomUp');
  expect(rows.map(({ final }) => final)).toEqual([40_000, 60_000, 0]);
  expect(bridge).toMatchObject({ pool: 120_000, final: 100_000, difference: 0 });
});

test('a line goes to those that it applies to; the others have a row of nothing', () => {
  const { rows } = shared('equal', {}, SEATS, [true, false, true]);
  expect(rows.map(({ seat: k, final, weight, share }) => [k, final, weight > 0, share > 0])).toEqual([
    [0, 80_000, true, true],
    [2, 40_000, true, true],
    [1, 0, false, false],
  ]);
  expect(rows[2]).toMatchObject({ key: 'T02.1', line: 0, inForce: 0, moved: 0, slip: 0 });
});

test('a quota grows by no more than is said over that of last year: on the first line, where one is known', () => {
  const { rows } = shared('equal', { growth: 0 });
  expect(rows.map(({ high }) => high === undefined)).toEqual([true, true, true].map((_, k) => k > 0));
  expect(rows[0]?.final).toBe(60_000);
  const tight = shared('equal', { growth: 0 }, [
    { ...SEATS[0], lastYear: 50_000 } as Seat,
    ...SEATS.slice(1),
  ]);
  expect(tight.rows.map(({ final }) => final)).toEqual([50_000, 35_000, 35_000]);
});

test('a floor above the limit is as high as the limit', () => {
  const { rows } = shared('equal', { rows: { 'T01.1': { floor: 70_000, cap: 50_000 } } });
  expect(rows[0]).toMatchObject({ low: 50_000, high: 50_000, final: 50_000 });
  expect(shared('equal', { rows: { 'T01.1': { floor: 70_000 } } }).rows[0]).toMatchObject({
    low: 70_000,
    final: 70_000,
  });
});

test('a role has its own ramp, whatever its letters and the blanks around it; others that of all', () => {
  const ramps = [
    { role: '', months: [1] },
    { role: 'AE', months: [0.5] },
  ];
  expect(rampOf(' ae ', '', ramps)).toEqual([0.5]);
  expect(rampOf('AM', '', ramps)).toEqual([1]);
  expect(rampOf('', '', ramps)).toEqual([1]);
  expect(rampOf('AM', '', ramps.slice(1))).toBeUndefined();
});

test('of several ramps the closest counts: role and segment, role, segment, all others; of two alike the first', () => {
  const ramps = [
    { role: '', months: [1] },
    { role: '', segment: 'SMB', months: [0.4] },
    { role: 'AE', months: [0.5] },
    { role: 'AE', months: [0.9] },
    { role: 'AE ', segment: ' smb', months: [0.2] },
  ];
  expect(rampOf('AE', 'SMB', ramps)).toEqual([0.2]);
  expect(rampOf('AE', 'ENT', ramps)).toEqual([0.5]);
  expect(rampOf('AM', 'smb ', ramps)).toEqual([0.4]);
  expect(rampOf('AM', 'ENT', ramps)).toEqual([1]);
  expect(rampOf('AM', 'ENT', ramps.slice(1))).toBeUndefined();
});

test('who has no start of his own is there from the day of his hire; an open seat is not', () => {
  const settings = parse(QuotaSettingsSchema, { ramps: [] });
  const shares = sharesOf(settings, YEAR, [
    seat('T01', { hired: day('2027-07-02') }),
    seat('T02', { hired: day('2027-07-02'), start: day('2027-01-01') }),
    seat('T03', { hired: day('2019-01-01') }),
    seat('T04', { hired: day('2027-07-02'), isOpen: true }),
  ]);
  expect(shares.map((share) => Math.round(365 * share))).toEqual([183, 365, 365, 0]);
});

test('who is employed beyond the year counts for the days within it, and an open seat without a start for none', () => {
  const settings = parse(QuotaSettingsSchema, {});
  const shares = presentSharesOf(settings, YEAR, [
    seat('T01', { start: day('2026-01-01'), end: day('2028-06-30') }),
    seat('T02', { start: day('2027-12-31') }),
    seat('T03', { end: day('2027-01-10') }),
    seat('T04', { end: day('2026-12-31') }),
    seat('T05', { isOpen: true }),
  ]);
  expect(shares).toEqual([1, 1 / 365, 10 / 365, 0, 0]);
});
