import { sha256From, sha256Hex } from '../../src/plan/sha256';

test('texts that begin alike have the hash of the whole, however often the beginning is used', () => {
  const start = `[${'"Zürich",'.repeat(40)}`;
  const of = sha256From(start);
  for (const rest of ['1]', '2]', '', '1]']) expect(of(rest)).toBe(sha256Hex(start + rest));
});
