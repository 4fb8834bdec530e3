import fc from 'fast-check';
import { keysBy } from '../../src/plan/account-keys';
import { astrayAmong, readWhose, rememberWhose } from '../../src/plan/whose';

const N = 40;
const ids = Array.from({ length: N }, (_, i) => `A${i}`);
const names = Array.from({ length: N }, (_, i) => `Firm ${i}`);
const keysOf = (order: readonly number[]) =>
  keysBy((header) => order.map((i) => (header === 'id' ? ids[i] : names[i]) ?? ''), order.length, {
    kind: 'id',
    headers: ['id'],
    rest: ['name'],
    witness: ['name'],
    isNamed: true,
  });
const all = Array.from({ length: N }, (_, i) => i);

test('in whatever order rows are pasted beside the territories, those that stand beside another’s are counted', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -1, max: 5 }), { minLength: N, maxLength: N }),
      fc.shuffledSubarray(all, { minLength: N, maxLength: N }),
      (seats, order) => {
        const whose = readWhose(JSON.parse(JSON.stringify(rememberWhose(keysOf(all), all, seats))));
        expect(whose).toBeDefined();
        if (whose === undefined) return;
        const astray = astrayAmong(whose, keysOf(order), all, (row) => seats[row]);
        expect(astray).toEqual(all.filter((row) => seats[row] !== seats[order[row] ?? -1]));
      },
    ),
  );
});

test('twelve letters an account; what cannot be read is nothing', () => {
  const whose = rememberWhose(keysOf(all), all, all);
  expect(whose && whose.keys.length + whose.names.length + whose.seats.length).toBe(12 * N);
  for (const stored of [undefined, null, 'x', {}, { ...whose, schema: 2 }, { ...whose, keys: 'short' }])
    expect(readWhose(stored)).toBeUndefined();
  expect(
    rememberWhose(
      keysOf(all),
      all,
      all.map((i) => i + 4090),
    ),
  ).toBeUndefined();
});
