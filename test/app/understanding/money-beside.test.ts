import { wordNotice } from '../../../src/app/sentences';
import { byWorth } from '../../../src/app/understanding/money-beside';
import { numbers } from '../../../src/text/numbers';
import { speak } from '../../../src/text/say';

type Candidate = Parameters<typeof byWorth>[0];

const candidate = (table: string, known: number, ...fields: string[]) =>
  ({
    from: { sheet: table, table },
    found: { known },
    beside: new Map(fields.map((field) => [field, {}])),
  }) as unknown as Candidate;

test('of several tables the one is read whose amounts are balanced first, then the fuller, then the latest', () => {
  const order = [
    candidate('Deals', 90, 'openPipeline'),
    candidate('Sales 2024', 80, 'bookingsYtd'),
    candidate('Sales 2025', 80, 'bookingsYtd'),
    candidate('Sales old', 85, 'bookingsYtd'),
    candidate('Contracts', 40, 'arr'),
  ];
  expect(order.sort(byWorth).map(({ from }) => from.sheet)).toEqual([
    'Contracts',
    'Sales old',
    'Sales 2025',
    'Sales 2024',
    'Deals',
  ]);
});

test('what was matched, left out and not counted is said', () => {
  const params = {
    name: 'Lines',
    headers: 'Quantity × Unit Price',
    kind: 'rows',
    known: 9,
    accounts: 12,
    unknown: 1,
    ended: 2,
    twice: 1,
    by: 'Domain',
    also: 'Orders 2024',
    others: 1,
  };
  expect(wordNotice(speak('en'), numbers('en'), { code: 'moneyBeside', severity: 'note', params })).toBe(
    'The list has no such amounts of its own: “Quantity × Unit Price” of Lines is summed up by account and read for 9 of 12 accounts, matched by “Domain”; 1 customer there is not in the list; 1 row of the list has the id or name of one above it and gets none, so that it counts once; 2 rows there came to nothing or have ended and are not counted. Orders 2024 has such amounts too and was left out.',
  );
});
