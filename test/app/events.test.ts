import { readEvents } from '../../src/app/events';

const told = (event: unknown): unknown => {
  try {
    return readEvents([{ event: 'verify' }, event]).length;
  } catch (error) {
    return (error as { readonly params?: unknown }).params;
  }
};

test('an event says what it is, what belongs to it and nothing else, and is refused by its number', () => {
  expect(told({ event: 'move', account: 'Acme', to: 'T02' })).toBe(2);
  expect(told({ event: 'move', account: 'Acme' })).toEqual({
    number: 2,
    message: expect.stringMatching(/^to: /) as string,
  });
  expect(told({ event: 'move', account: 'Acme', to: 'T02', until: '2026-05-01' })).toEqual({
    number: 2,
    message: expect.stringMatching(/^until: /) as string,
  });
  expect(told({ event: 'rename' })).toEqual({
    number: 2,
    message: expect.stringMatching(/^event: .*"move".*"rename"/) as string,
  });
  expect(told('move')).toEqual({ number: 2, message: expect.stringContaining('"move"') as string });
});

test('a day is one of the calendar, a part lies between nothing and all, a sheet is one that can be asked for', () => {
  expect(told({ event: 'join', territory: 'T01', name: 'Ann', start: '2026-02-28' })).toBe(2);
  for (const event of [
    { event: 'join', territory: 'T01', name: 'Ann', start: '2026-02-31' },
    { event: 'day', day: '1 May 2026' },
    { event: 'rebalance', most: 1.5 },
    { event: 'sheet', key: 'balance' },
    { event: 'schedule', accounts: [], to: 'T01', from: '2026-02-01' },
    { event: 'trade', from: 'Ann', to: 'Bo', side: 'both', said: 'agreed' },
  ])
    expect(told(event)).toEqual({ number: 2, message: expect.any(String) as string });
  expect(readEvents({ event: 'sheet', key: 'health' })).toHaveLength(1);
});

test('an event does what somebody at the pane would, with all that it says and what is usual for what it does not', async () => {
  const played = async (...events: unknown[]) => {
    const done: unknown[][] = [];
    let day = '2026-01-31';
    for (const event of readEvents(events))
      await event({
        run: ({ name }, ...args) => Promise.resolve(void done.push([name, ...args])),
        today: () => day,
        setDay: (now) => (day = now),
      });
    return done;
  };
  const move = { accounts: ['Acme'], to: 'T01', from: '2026-02-01' };
  expect(
    await played(
      { event: 'schedule', ...move },
      { event: 'schedule', ...move, until: '2026-02-28' },
      { event: 'account', what: 'gone', account: 'Acme' },
      { event: 'day', day: '2026-03-01' },
      { event: 'account', what: 'owner', account: 'Acme', other: 'Ann', effective: '2026-04-01' },
      { event: 'accept' },
      { event: 'accept', by: 'Bo', effective: '2026-02-15' },
      { event: 'cover', territory: 'T01', by: 'Ann' },
      { event: 'rebalance' },
    ),
  ).toEqual([
    ['schedule-moves', move],
    ['schedule-moves', { ...move, until: '2026-02-28' }],
    ['account-event', { kind: 'gone', account: 'Acme', other: '', effective: '2026-01-31' }],
    ['account-event', { kind: 'owner', account: 'Acme', other: 'Ann', effective: '2026-04-01' }],
    ['accept-changes', { by: '', reason: '', effective: '2026-03-01' }],
    ['accept-changes', { by: 'Bo', reason: '', effective: '2026-02-15' }],
    ['cover-open', { territory: 'T01', by: 'Ann', future: '', start: '' }],
    ['rebalance', 1],
  ]);
  const carved = { name: 'T09', start: '2026-05-01' };
  expect(
    await played(
      { event: 'carve', ...carved },
      { event: 'carve', ...carved, from: 'T01', customers: 0.3 },
      { event: 'trade', from: 'Ann', to: 'Bo', side: 'takes', said: 'agreed' },
      { event: 'sign', manager: 'Ann', said: '', comment: 'later' },
      { event: 'takeCopy', from: 'Copy', decide: { A1: 'theirs', A2: 'mine' } },
    ),
  ).toEqual([
    ['carve-territory', { ...carved, accounts: 0.1, customers: 0.1 }],
    ['apply'],
    ['keep'],
    ['carve-territory', { ...carved, from: 'T01', accounts: 0.1, customers: 0.3 }],
    ['apply'],
    ['keep'],
    ['sign-off', { from: 'Ann', to: 'Bo', side: 'takes', said: 'agreed' }],
    ['sign-off', { manager: 'Ann', said: '', comment: 'later' }],
    ['compare-copy', 'Copy'],
    ['decide-conflict', 'A1', 'theirs'],
    ['decide-conflict', 'A2', 'mine'],
    ['take-copy'],
  ]);
});
