import { issueKey, movesSince, type CarryingChange } from '../../src/app/quota-moves';
import { daySerial } from '../../src/plan/schedule';
import { parse } from 'valibot';
import { QuotaSettingsSchema } from '../../src/plan/quota';
import { issueOfQuotas } from '../support/issue';
import { quotasOf } from '../../src/quota/quotas';

/** What accounts take along since the issue, by the log. */

const settings = parse(QuotaSettingsSchema, { lines: [{ amount: 1000 }] });
const issued = issueOfQuotas(settings, 46_388, quotasOf(settings, 46_388, settings.lines, [], []), []);
const seats = ['T01', 'T02', 'T03'].map((id) => ({ id }));
const change = (from: string, to: string, effective: string, more: Partial<CarryingChange> = {}) => ({
  ...{ id: 'C1', name: 'Acme', account: 'A1', effective },
  quota: { issue: issueKey(issued), from, to, rows: [[0, 1200]] as [number, number][] },
  ...more,
});
const moves = (...log: CarryingChange[]) =>
  movesSince(log, issued, seats).map(({ from, to, day }) => [from, to, day]);

test('what was to come and is taken back for an earlier day takes nothing along, nor leaves anything behind', () => {
  const may = change('T01', 'T02', '2027-05-01');
  expect(moves(may)).toEqual([[0, 1, daySerial('2027-05-01')]]);
  expect(moves(may, change('T02', 'T01', '2027-03-01'))).toEqual([]);
  expect(moves(may, change('T02', '', '2027-03-01'))).toEqual([[0, -1, daySerial('2027-03-01')]]);
  // Each account for itself; of another issue nothing.
  expect(moves(may, change('T02', 'T01', '2027-03-01', { account: 'A2' }))).toHaveLength(2);
  expect(movesSince([may], { ...issued, at: 'another' }, seats)).toEqual([]);
});

test('who covers an account has its quota for these days alone, whether or not it has gone back by now', () => {
  const cover = change('T01', 'T02', '2027-05-01', { until: '2027-06-30' });
  const both = [
    [0, 1, daySerial('2027-05-01')],
    [1, 0, daySerial('2027-07-01')],
  ];
  expect(moves(cover)).toEqual(both);
  expect(moves(cover, change('T02', 'T01', '2027-07-01'))).toEqual(both);
  // Home earlier than was thought.
  expect(moves(cover, change('T02', 'T01', '2027-06-01'))[1]).toEqual([1, 0, daySerial('2027-06-01')]);
});
