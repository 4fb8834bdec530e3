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
