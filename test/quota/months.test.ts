import { parse } from 'valibot';
import { QuotaSettingsSchema } from '../../src/plan/quota';
import { dueByPeriod } from '../../src/quota/months';
import { quotasOf } from '../../src/quota/quotas';
import type { Seat } from '../../src/quota/seats';

/** What falls due by month. By days of 2027 each day of 365,000 is 1,000. */

const day = (iso: string): number => Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
const YEAR = day('2027-01-01');
const seat = (id: string, more: Partial<Seat>): Seat => ({
  ...{ id, role: 'AE', isOpen: false, capacity: 1, potential: 1, history: 0, targets: 0 },
  ...more,
});
const due = (seats: readonly Seat[], more: object, digits?: number) => {
  const said = parse(QuotaSettingsSchema, {
    lines: [{ amount: 730_000, overAssignment: 0 }],
    unit: 0,
    ramps: [{ role: '', months: Array<number>(12).fill(1) }],
    ...more,
  });
  const settings = { ...said, ...(digits !== undefined && { digits }) };
  const parts = seats.map((_, k) => ({ line: 0, seat: k, applies: true }));
  return dueByPeriod(quotasOf(settings, YEAR, settings.lines, seats, parts), settings, YEAR, seats).amounts;
};
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

test('an override of a seat that nobody is in falls due by the calendar alone', () => {
  const seats = [seat('T01', {}), seat('T02', { start: day('2028-05-01') })];
  const rows = { 'T02.1': { override: 365_000, reason: 'agreed' } };
  expect(due(seats, { rows })[1]).toEqual(DAYS.map((days) => 1000 * days));
  expect(due(seats, { rows, calendar: 'months' })[1]).toEqual([
    ...[30_416.67, 30_416.66, 30_416.67, 30_416.67, 30_416.66, 30_416.67],
    ...[30_416.67, 30_416.66, 30_416.67, 30_416.67, 30_416.66, 30_416.67],
  ]);
});

test('who starts in June has nothing before it, and the rest of the year all of it', () => {
  const rows = { 'T01.1': { override: 214_000, reason: 'agreed' } };
  const [june] = due([seat('T01', { start: day('2027-06-01') })], { rows });
  expect(june).toEqual(DAYS.map((days, m) => (m < 5 ? 0 : 1000 * days)));
});

test('in a currency without parts every month is whole, and the year all of it', () => {
  const rows = { 'T01.1': { override: 100, reason: 'agreed' } };
  const [yen = []] = due([seat('T01', {})], { rows, calendar: 'months' }, 0);
  expect(yen).toEqual([8, 9, 8, 8, 9, 8, 8, 9, 8, 8, 9, 8]);
});
