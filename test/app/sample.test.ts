import { sampleSheets } from '../../src/app/sample/sample';

test('the same seed gives the same cells, another seed others', () => {
  expect(sampleSheets({ accounts: 50 })).toEqual(sampleSheets({ accounts: 50 }));
  expect(sampleSheets({ accounts: 50, seed: 3 })).not.toEqual(sampleSheets({ accounts: 50 }));
});

test('it looks like a real export: distinct ids, real places, skewed potential, a seat to be hired', () => {
  const [accounts, reps] = sampleSheets();
  const column = (sheet: typeof accounts, header: string) => {
    const c = sheet?.headers.indexOf(header) ?? -1;
    return sheet?.rows.map((row) => row[c]) ?? [];
  };
  expect(accounts?.rows).toHaveLength(2500);
  const ids = column(accounts, 'Account ID (18)');
  expect(new Set(ids).size).toBe(2500);
  expect(ids.every((id) => /^001[A-Za-z0-9]{15}$/.test(String(id)))).toBe(true);
  const potential = column(accounts, 'Account Potential').filter((v): v is number => typeof v === 'number');
  potential.sort((a, b) => a - b);
  const median = potential[potential.length >> 1] ?? 0;
  const mean = potential.reduce((sum, v) => sum + v, 0) / potential.length;
  expect(mean / median).toBeGreaterThan(1.6);
  const latitudes = column(accounts, 'Billing Latitude').filter((v): v is number => typeof v === 'number');
  expect(Math.min(...latitudes)).toBeGreaterThan(18);
  expect(reps?.rows).toHaveLength(20);
  expect(column(reps, 'Rep Name').filter((name) => name === '')).toHaveLength(1);
});
