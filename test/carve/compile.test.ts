import { compile } from '../../src/carve/compile';
import { haversineKm, fromSphereKm } from '../../src/geo/sphere';
import { defaultSettings } from '../../src/plan/settings';
import { accountsOf, inputOf, locksOf, rep, type Row } from './team';

const denver = [39.74, -104.99] as const;
const boulder = [40.01, -105.27] as const;
const miami = [25.76, -80.19] as const;

test('places become points on the sphere, and those without stay without', () => {
  const problem = compile(inputOf([{ at: denver }, {}, { at: miami }]));
  expect(problem).toMatchObject({ accounts: 3, territories: 2, space: 'sphere', dims: 3 });
  const [x = 0, y = 0, z = 0] = problem.points;
  expect(haversineKm(fromSphereKm(x, y, z), { latitude: denver[0], longitude: denver[1] })).toBeLessThan(
    0.001,
  );
  expect([...problem.points.subarray(3, 6)]).toEqual([NaN, NaN, NaN]);
});

test('an account without a place stands amid its state, else amid its owner’s', () => {
  const problem = compile(
    inputOf(
      [
        { at: denver, region: 'US-CO' },
        { at: boulder, region: 'US-CO' },
        { at: miami, region: 'US-FL' },
        { region: 'US-CO' },
        {},
      ],
      { current: Int32Array.from([0, 0, 1, 1, 1]) },
    ),
  );
  const point = (i: number) => [...problem.points.subarray(3 * i, 3 * i + 3)];
  point(3).forEach((x, d) => expect(x).toBeCloseTo((point(0)[d]! + point(1)[d]!) / 2, 6));
  expect(point(4)).toEqual(point(2));
});

test('a list without any place has no space, so that nothing need be compact', () => {
  expect(compile(inputOf([{}, {}]))).toMatchObject({ space: 'none', dims: 0, points: new Float64Array(0) });
});

test('metrics keep their order; blanks and negative amounts weigh nothing', () => {
  const { metrics } = compile(inputOf([{ potential: 7 }, {}, { potential: -3 }]));
  expect(metrics).toEqual([
    { weight: Float64Array.of(7, 0, 0), tolerance: 0.1 },
    { weight: Float64Array.of(1, 1, 1), tolerance: 0.2 },
  ]);
});

test('a seat counts by its share; how far it has ramped up makes no territory smaller', () => {
  const seats = [
    rep('Ann'),
    rep('Bob', { capacityShare: 0.5 }),
    rep('Cy', { capacityShare: 0.5, ramp: 0.4 }),
  ];
  expect([...compile(inputOf([{}], { seats })).share]).toEqual([1, 0.5, 0.5]);
});

test('without the segment rule there is one class that may go anywhere', () => {
  const problem = compile(inputOf([{ segment: 'SMB' }, { segment: 'Enterprise' }]));
  expect(problem).toMatchObject({ classes: 1, classOf: Int32Array.of(0, 0), eligible: Uint8Array.of(1, 1) });
});

test('with it accounts go to the reps of their segment; blank on either side is open', () => {
  const settings = { ...defaultSettings, bySegment: true };
  const seats = [rep('Ann', { segment: 'Enterprise ' }), rep('Bob', { segment: 'smb' }), rep('Cy')];
  const rows = [
    { segment: 'SMB' },
    { segment: 'enterprise' },
    {},
    { segment: ' smb' },
    { segment: 'Public' },
  ];
  const { classOf, classes, eligible } = compile(inputOf(rows, { settings, seats }));
  expect(classes).toBe(4);
  expect(classOf[0]).toBe(classOf[3]);
  const open = (i: number) => [...eligible.subarray(classOf[i]! * 3, classOf[i]! * 3 + 3)];
  expect([0, 1, 2, 4].map(open)).toEqual([
    [0, 1, 1],
    [1, 0, 1],
    [1, 1, 1],
    [0, 0, 1],
  ]);
});

test('locks are pins; families hold unless the settings say otherwise', () => {
  const rows = [{ family: 3 }, { family: 3 }, {}];
  const locks = locksOf(3, { 1: [1, 'named'] });
  expect(compile(inputOf(rows, { locks }))).toMatchObject({
    pinned: Int32Array.of(-1, 1, -1),
    family: Int32Array.of(3, 3, -1),
  });
  const apart = compile(inputOf(rows, { settings: { ...defaultSettings, keepFamilies: false } }));
  expect([...apart.family]).toEqual([-1, -1, -1]);
});

test('who is beside whom is worked out where territories are to be in one piece, and have places', () => {
  const rows = [{ at: [39.7, -105] as const }, { at: [40, -105.2] as const }, { at: [41, -104] as const }];
  const connected = { ...defaultSettings, connected: true };
  expect(compile(inputOf(rows))).not.toHaveProperty('neighbours');
  expect(compile(inputOf([{}, {}], { settings: connected }))).not.toHaveProperty('neighbours');
  expect(compile(inputOf(rows, { settings: connected })).neighbours).toHaveLength(2 * 3);
});

test('where no account may move, a family is only what one owner has of it', () => {
  const rows = [{ family: 3 }, { family: 3 }, { family: 3 }, { family: 3 }];
  const current = Int32Array.of(0, 1, 0, -1);
  const familyAt = (accounts: number) =>
    compile(inputOf(rows, { current, settings: { ...defaultSettings, cap: { accounts, money: 1 } } })).family;
  expect([...familyAt(0.1)]).toEqual([3, 3, 3, 3]);
  const [first, second, third, fourth] = familyAt(0);
  expect([third, fourth]).toEqual([first, -1]);
  expect(second).not.toBe(first);
});

test('money and the cap go along where they are set, and only there', () => {
  const plain = compile(inputOf([{}]));
  expect(plain).not.toHaveProperty('money');
  expect(plain).not.toHaveProperty('cap');
  const cap = { accounts: 0.1, money: 0.2 };
  const money = Float64Array.of(9);
  expect(compile(inputOf([{}], { money, settings: { ...defaultSettings, cap } }))).toMatchObject({
    money,
    cap,
  });
});

test('continuity weighs as much on a list of any extent: it scales with the square of the distances', () => {
  const keep = (scale: number, continuity: number) =>
    compile(
      inputOf([{ at: [0, 10] }, { at: [0, 10 + scale] }], { settings: { ...defaultSettings, continuity } }),
    ).keep;
  expect(keep(0.1, 0)).toBe(0);
  expect(keep(0.1, 0.5)).toBeGreaterThan(0);
  expect(keep(0.1, 1) / keep(0.1, 0.5)).toBeCloseTo(2, 9);
  expect(keep(0.2, 0.5) / keep(0.1, 0.5)).toBeCloseTo(4, 3);
});

test('full continuity lets go at twice the mean squared radius of a territory', () => {
  const settings = { ...defaultSettings, continuity: 1 };
  const rows = [{ at: denver }, { at: miami }, {}];
  const { keep, points } = compile(inputOf(rows, { settings }));
  const chord2 = [0, 1, 2].reduce((sum, d) => sum + (points[d]! - points[3 + d]!) ** 2, 0);
  // Two points lie half the chord from their middle; the account without a place does not count.
  expect(keep / ((2 * (chord2 / 4)) / 2)).toBeCloseTo(1, 12);
  const seats = [rep('Ann'), rep('Bob'), rep('Cy'), rep('Di')];
  expect(keep / compile(inputOf(rows, { settings, seats })).keep).toBeCloseTo(2, 12);
});

test('without places continuity is a plain number; with the default there is a little of it', () => {
  expect(compile(inputOf([{}], { settings: { ...defaultSettings, continuity: 0.4 } })).keep).toBe(0.4);
  expect(compile(inputOf([{}])).keep).toBe(0.1);
});

test('seed and effort are the settings’; seats are not fixed to centres', () => {
  const settings = { ...defaultSettings, seed: 7, effort: 2 };
  expect(compile(inputOf([{}], { settings }))).toMatchObject({ seed: 7, effort: 2, seatsFixed: false });
});

describe('rules become classes of accounts that may go to the same seats', () => {
  const west = rep('Ann', { segment: 'SMB', region: 'Texas' });
  const east = rep('Bob', { segment: 'SMB', region: 'Florida' });
  const large = rep('Cy', { segment: 'Enterprise' });
  const rows: Row[] = [
    { segment: 'SMB', state: 'TX', region: 'US-TX' },
    { segment: 'SMB', state: 'FL', region: 'US-FL' },
    { segment: 'Enterprise', state: 'TX', region: 'US-TX' },
    { segment: 'SMB', state: 'TX', region: 'US-TX', coverage: 'Pool' },
    { segment: 'Enterprise', state: 'FL', region: 'US-FL', coverage: 'direct' },
    { segment: 'SMB', state: 'OH', region: 'US-OH' },
    { coverage: 'Pool' },
  ];
  const openTo = (settings: object) => {
    const input = inputOf(rows, {
      seats: [west, east, large],
      settings: { ...defaultSettings, ...settings },
    });
    const { classOf, classes, eligible } = compile(input);
    expect(eligible).toHaveLength(3 * classes);
    expect(Math.max(...classOf)).toBe(classes - 1);
    return [...classOf].map((c) => [0, 1, 2].filter((j) => eligible[3 * c + j] === 1));
  };

  test('coverage alone takes accounts out', () => {
    expect(openTo({})).toEqual([[0, 1, 2], [0, 1, 2], [0, 1, 2], [], [0, 1, 2], [0, 1, 2], []]);
  });

  test('segment and region narrow together; a pin does not change where a class may go', () => {
    expect(openTo({ bySegment: true })).toEqual([[0, 1], [0, 1], [2], [], [2], [0, 1], []]);
    expect(openTo({ byRegion: true })).toEqual([[0, 2], [1, 2], [0, 2], [], [1, 2], [2], []]);
    expect(openTo({ bySegment: true, byRegion: true })).toEqual([[0], [1], [2], [], [2], [], []]);
  });

  test('regions of the team are read as places: by name, by code, as a country', () => {
    const regions = ['TX; Ohio', 'United States', undefined, 'Germany'];
    const seats = regions.map((region, j) => rep(`Rep ${j}`, region === undefined ? {} : { region }));
    const list = [...rows, { country: 'DE' }];
    const { classOf, eligible } = compile(
      inputOf(list, { seats, settings: { ...defaultSettings, byRegion: true } }),
    );
    const open = (i: number) => [0, 1, 2, 3].filter((j) => eligible[4 * classOf[i]! + j] === 1);
    expect(open(rows.length)).toEqual([2, 3]);
    expect([open(0), open(1), open(5)]).toEqual([
      [0, 1, 2],
      [1, 2],
      [0, 1, 2],
    ]);
  });

  test('classes are numbered as they first appear', () => {
    const { classOf } = compile(inputOf(rows, { settings: { ...defaultSettings, bySegment: true } }));
    expect([...classOf]).toEqual([0, 0, 1, 2, 1, 0, 3]);
  });
});

test('homes of reps are passed on, and are no place where unknown', () => {
  const seats = [rep('Ann', { homeLatitude: denver[0], homeLongitude: denver[1] }), rep('Bob')];
  const { home, points } = compile(inputOf([{ at: denver }], { seats }));
  expect([...home!.subarray(0, 3)]).toEqual([...points]);
  expect([...home!.subarray(3)]).toEqual([NaN, NaN, NaN]);
  expect(compile(inputOf([{ at: denver }], { seats }))).toMatchObject({ homeWeight: 0 });
  expect(compile(inputOf([{ at: denver }]))).not.toHaveProperty('home');
  expect(compile(inputOf([{}], { seats }))).not.toHaveProperty('home');
  const half = [rep('Ann', { homeLatitude: denver[0] }), rep('Bob', { homeLongitude: denver[1] })];
  expect(compile(inputOf([{ at: denver }], { seats: half }))).not.toHaveProperty('home');
});

test('segments are pools of their own where they are asked for', () => {
  const rows: Row[] = [{ segment: 'SMB' }, { segment: 'Enterprise' }];
  const seats = [rep('Ana', { segment: 'SMB' }), rep('Ben', { segment: 'Enterprise' })];
  const pool = (bySegment: boolean) =>
    compile(inputOf(rows, { seats, settings: { ...defaultSettings, bySegment } })).pool;
  expect(pool(true)).toEqual(Int32Array.of(0, 1));
  expect(pool(false)).toBeUndefined();
});

test('regions that bind are pools of their own, unless a seat or an account is of none or of several', () => {
  const settings = { ...defaultSettings, byRegion: true };
  const rows: Row[] = [{ state: 'West' }, { state: 'East' }, { state: 'East' }];
  const seats = [
    rep('Ana', { region: 'East' }),
    rep('Ben', { region: 'West' }),
    rep('Cho', { region: 'east' }),
  ];
  const poolOf = (of: readonly Row[], team: typeof seats) =>
    compile(inputOf(of, { seats: team, settings })).pool;
  expect(poolOf(rows, seats)).toEqual(Int32Array.of(0, 1, 0));
  expect(compile(inputOf(rows, { seats })).pool).toBeUndefined();
  expect(poolOf(rows, [...seats, rep('Dan')])).toBeUndefined();
  expect(poolOf([...rows, { country: '' }], seats)).toBeUndefined();
  expect(poolOf(rows, [...seats, rep('Dan', { region: 'East, West' })])).toBeUndefined();
  // A region without an account has no share of anything.
  expect(poolOf(rows.slice(1), seats)).toBeUndefined();
});

test('a crowd in a town is laid out over 30 km, one amid its state over 150', () => {
  const crowd: Row[] = Array.from({ length: 4 }, () => ({ at: denver, region: 'US-CO' }));
  const span = (points: Float64Array) =>
    Math.sqrt([0, 1, 2].reduce((sum, d) => sum + (points[d]! - points[9 + d]!) ** 2, 0));
  expect(span(compile(inputOf(crowd)).points)).toBeCloseTo(0.75 * 30, 6);
  const bare = accountsOf(crowd.map(({ region }) => ({ region: region ?? '' })));
  const area = { latitude: new Float64Array(4).fill(39), longitude: new Float64Array(4).fill(-105.5) };
  const accounts = { ...bare, places: { ...bare.places, area } };
  const problem = compile({ ...inputOf(crowd), accounts });
  expect(problem).toMatchObject({ space: 'sphere', family: Int32Array.of(0, 1, 2, 3) });
  expect(span(problem.points)).toBeCloseTo(0.75 * 150, 6);
});

describe('a seat for named accounts', () => {
  const named = rep('Ned', { named: true });

  test('takes nothing, as one that carries nothing; others go on as they were', () => {
    const none = rep('Cy', { capacityShare: 0 });
    const seats = [rep('Ann', { segment: 'SMB' }), named, none, rep('Di')];
    const settings = { ...defaultSettings, bySegment: true };
    const rows = [{ segment: 'SMB' }, { segment: 'Large' }];
    expect([...compile(inputOf(rows, { seats, settings })).eligible]).toEqual([1, 0, 0, 1, 0, 0, 0, 1]);
    expect([...compile(inputOf(rows, { seats: [rep('Ann'), none] })).eligible]).toEqual([1, 0]);
    // The engine wants a share of everybody.
    expect([...compile(inputOf(rows, { seats })).share]).toEqual([1, 1, 1e-6, 1]);
  });

  test('shares with nobody: each is a pool of its own beside those of the others', () => {
    const poolOf = (seats: Parameters<typeof compile>[0]['seats'], bySegment = false) => {
      const rows = [{ segment: 'SMB' }, { segment: 'Enterprise' }, { segment: 'SMB' }];
      return compile(inputOf(rows, { seats, settings: { ...defaultSettings, bySegment } })).pool;
    };
    expect(poolOf([rep('Ann'), named, rep('Bob'), named])).toEqual(Int32Array.of(0, 1, 0, 2));
    const apart = [named, rep('Ann', { segment: 'SMB' }), rep('Bob', { segment: 'Enterprise' }), named];
    expect(poolOf(apart, true)).toEqual(Int32Array.of(2, 0, 1, 3));
    expect(poolOf([rep('Ann'), rep('Bob')])).toBeUndefined();
  });

  /** Weights of the potential, with accounts locked to Ann (0), Ned (1) and Noa (2). */
  const weightsOf = (potentials: readonly number[], lockedTo: readonly number[]) => {
    const seats = [rep('Ann'), named, { ...named, name: 'Noa' }];
    const locks = locksOf(
      potentials.length,
      Object.fromEntries(lockedTo.flatMap((j, i) => (j < 0 ? [] : [[i, [j, 'named'] as const]]))),
    );
    const rows = potentials.map((potential) => ({ potential }));
    return [...compile(inputOf(rows, { seats, locks })).metrics[0]!.weight];
  };

  test('has a trace of a metric of which it has nothing, in the first of its accounts', () => {
    expect(weightsOf([0, 5, 0, 0, 3, 0], [1, -1, 1, 2, -1, 0])).toEqual([8e-12, 5, 0, 8e-12, 3, 0]);
    // It has something; and so has nobody, or it has no account.
    expect(weightsOf([0, 5, 0.5], [1, -1, 1])).toEqual([0, 5, 0.5]);
    expect(weightsOf([2, 5, 0, 0], [1, -1, 1, -1])).toEqual([2, 5, 0, 0]);
    expect(weightsOf([0, 0], [1, 2])).toEqual([0, 0]);
    expect(weightsOf([0, 4], [-1, 0])).toEqual([0, 4]);
  });

  test('others than these get no trace', () => {
    const rows = [{ potential: 0 }, { potential: 4 }];
    const locks = locksOf(2, { 0: [0, 'manual'] });
    expect([...compile(inputOf(rows, { locks })).metrics[0]!.weight]).toEqual([0, 4]);
  });
});
