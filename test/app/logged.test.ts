import { ownerOn } from '../../src/app/attainment-sources';
import { loggedAsLoaded } from '../../src/app/loaded-log';
import { DATED_KEY, LOG_KEY, loggedUnder, readLog, readLogged } from '../../src/app/logged';
import type { LoggedChange } from '../../src/plan/change-log';

/** What the log tells of territories and of whoever had them. */

const change = (more: Partial<LoggedChange>): LoggedChange => ({
  id: 'C0001',
  at: '2026-11-22T12:00:00Z',
  by: '',
  account: 'A1',
  name: 'Account 1',
  from: 'T01 Boston',
  to: 'T02 Austin',
  reason: '',
  effective: '2027-03-01',
  fromShare: null,
  toShare: null,
  ...more,
});
const seat = (more: Partial<LoggedChange>) =>
  change({ kind: 'seat', account: '', name: 'T01 Boston', from: 'Ana', to: 'Ben', ...more });

test('where a territory has another name by now, the log calls it so: at both ends, of seats, and of days to come', () => {
  const log = [
    change({}),
    change({ id: 'C0002', from: 'T02 Austin', to: 't01 boston' }),
    seat({ id: 'C0003', from: 'T01 Boston', to: 'Ben' }),
    change({ id: 'C0004', from: 'T02 Austin', to: 'T03 Reno' }),
  ];
  const dated = [
    { account: 'A1', to: 'T01 Boston', effective: '2027-05-01' },
    { account: 'A2', to: 'T02 Austin', effective: '2027-05-01' },
  ];
  const then = loggedUnder({ log, dated }, new Map([['T01 Boston', 'West']]));
  expect(then[LOG_KEY]).toMatchObject([
    { from: 'West', to: 'T02 Austin' },
    { from: 'T02 Austin', to: 'West' },
    // Of a seat these are people, whatever they are called.
    { name: 'West', from: 'T01 Boston', to: 'Ben' },
    { from: 'T02 Austin', to: 'T03 Reno' },
  ]);
  expect(then[DATED_KEY]).toMatchObject([{ to: 'West' }, { to: 'T02 Austin' }]);
  // What does not speak of it is not written again.
  expect(loggedUnder({ log, dated }, new Map([['T09', 'South']]))).toEqual({});
});

test('who had a territory on a day: up to the day before whoever comes, and no cover', () => {
  const log = [
    seat({ from: '', to: 'Ana', effective: '2027-01-15' }),
    seat({ from: 'Ana', to: 'Cleo', effective: '2027-02-01', until: '2027-02-28' }),
    seat({ from: 'Ana', to: 'Ben', effective: '2027-03-01' }),
    seat({ name: 'T02 Austin', from: 'Dee', to: 'Ben', effective: '2027-06-01' }),
  ];
  const on = (day: string) => ownerOn(log, 't01 boston', 'Ben', day);
  expect(['2027-01-14', '2027-01-15', '2027-02-15', '2027-02-28', '2027-03-01'].map(on)).toEqual([
    '',
    'Ana',
    'Ana',
    'Ana',
    'Ben',
  ]);
  // Whoever covers is the one who has it by now: that came otherwise than by the log.
  expect(ownerOn(log.slice(0, 2), 'T01 Boston', 'Cleo', '2027-01-20')).toBe('Cleo');
});

test('the change of an account that holds today is in the load files, and what a loader said of it stays said', () => {
  const log = [
    change({ effective: '2026-11-01' }),
    change({ id: 'C0002', from: 'T02 Austin', to: 'T03 Reno', effective: '2026-12-01' }),
    change({ id: 'C0003', kind: 'rejected', from: 'T03 Reno', to: 'T02 Austin', effective: '2026-11-15' }),
    change({ id: 'C0004', account: 'A2', effective: '2026-11-01' }),
  ];
  const accounts = [
    { id: 'x1', known: 'A1', accepted: 'T03 Reno' },
    { id: 'x2', known: 'A2', accepted: 'T02 Austin' },
  ];
  const said = (result: 'open' | 'loaded' | 'failed', error = '') => ({
    outcomes: (['owners', 'join'] as const).map((file) => ({
      file,
      id: 'X1',
      result: file === 'owners' ? result : ('loaded' as const),
      error,
    })),
  });
  const loadedIn = (of: readonly LoggedChange[]) => of.map(({ loaded }) => loaded?.result);
  const written = loggedAsLoaded(log, said('open'), accounts, '2026-11-20', 'then');
  // On that day it is still in T02; of the other account no file speaks.
  expect(loadedIn(written)).toEqual(['open', undefined, undefined, undefined]);
  expect(written[0]?.loaded).toEqual({ at: 'then', files: ['owners', 'join'], result: 'open' });
  const failed = loggedAsLoaded(written, said('failed', 'LOCKED'), accounts, '2026-11-20', 'later');
  expect(failed[0]?.loaded).toMatchObject({ at: 'later', result: 'failed', error: 'LOCKED' });
  expect(loggedAsLoaded(failed, said('open'), accounts, '2026-11-20', 'after')).toBe(failed);
  const done = loggedAsLoaded(failed, said('loaded'), accounts, '2026-12-01', 'day');
  expect(loadedIn(done)).toEqual(['failed', 'loaded', undefined, undefined]);
});

test('a log of an earlier version opens: what it did not tell of is absent, what it says stays', async () => {
  // Before reasons against, approval, pay, load files and events of accounts were told of.
  const early = {
    ...{ id: 'C0001', at: '2026-01-05T09:00:00Z', by: 'Eva', account: 'A1', name: 'Acme' },
    ...{
      from: 'T01',
      to: 'T02',
      reason: 'Agreed',
      effective: '2026-02-01',
      fromShare: [1, 0.9],
      toShare: null,
    },
  };
  const stored: Record<string, unknown> = {
    [LOG_KEY]: [early],
    [DATED_KEY]: [{ account: 'A1', to: 'T02', effective: '2026-03-01' }],
  };
  const workbook = { load: (key: string) => Promise.resolve(stored[key]) };
  expect(await readLog(workbook)).toEqual([early]);
  expect(await readLogged(workbook)).toEqual({ log: [early], dated: stored[DATED_KEY] });
  // What no version has written is damage, and said where somebody is going to write.
  stored[LOG_KEY] = [{ id: 'C0001' }];
  await expect(readLog(workbook)).rejects.toMatchObject({ code: 'damagedLog' });
  expect((await readLogged(workbook)).log).toEqual([]);
});
