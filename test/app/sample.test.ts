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
  const seats = column(reps, 'Role').filter((role) => String(role).endsWith('Account Executive'));
  expect(seats).toHaveLength(20);
  expect(column(reps, 'Rep Name').filter((name) => name === '')).toHaveLength(1);
});

test('all that quota and pay know of a team is in it', () => {
  const [accounts, reps] = sampleSheets();
  const rows = (reps?.rows ?? []).map((row) =>
    Object.fromEntries((reps?.headers ?? []).map((header, c) => [header, row[c]])),
  );
  const named = rows.filter((row) => row['Rep Name'] !== '');
  const managers = new Set(rows.map(({ Manager }) => Manager).filter((name) => name !== ''));
  // Those who lead are on the list, with their pay.
  for (const manager of managers)
    expect(named.find((row) => row['Rep Name'] === manager)?.['OTE']).toBeGreaterThan(200_000);
  const open = rows.filter((row) => row['Rep Name'] === '');
  expect(open).toHaveLength(1);
  // 1 March 2027.
  expect(open[0]?.['Start Date']).toBe(46447);
  expect(named.map((row) => row['Rep Name'])).toContain(open[0]?.['Covered By']);
  // Somebody ramps in January, somebody works part time, the others had a quota.
  expect(rows.filter((row) => row['Hire Date'] === 46327)).toHaveLength(1);
  expect(rows.filter(({ FTE }) => FTE === 0.6)).toHaveLength(1);
  expect(rows.filter((row) => row['Current Quota'] !== '')).toHaveLength(18);
  for (const row of rows) expect(row['OTE']).toBe(Number(row['Base']) + Number(row['Target Variable']));
  const c = accounts?.headers.indexOf('Bookings Last Year') ?? -1;
  const booked = (accounts?.rows ?? []).filter((row) => Number(row[c]) > 0);
  expect(booked.length).toBeGreaterThan(1000);
});
