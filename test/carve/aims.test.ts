import { solveFor, type Part } from '../../src/carve/aims';
import type { CarveInput } from '../../src/carve/compile';
import type { Problem } from '../../src/engine';
import { defaultSettings, RECOMMENDED } from '../../src/plan/settings';
import { designOf, inputOf } from './team';

const rows = Array.from({ length: 6 }, (_, i) => ({ at: [40 + i, -100] as const, potential: 1 + i }));
const input = inputOf(rows, { current: Int32Array.from([0, 0, 0, 1, 1, 1]) });
const found = (centre: number) =>
  designOf({
    assignment: Int32Array.from([0, 0, 0, 1, 1, 1]),
    centres: new Float64Array(6).fill(centre),
    worstDeviation: Float64Array.from([0.01, 0.01]),
  });

/** An engine that notes what it is asked, and finds the first plan about 1, the second about 2. */
function engine() {
  const asked: { problem: Problem; part: Part }[] = [];
  return {
    asked,
    solve: (problem: Problem, part: Part) => {
      asked.push({ problem, part });
      return Promise.resolve(found(asked.length));
    },
  };
}

test('every aim begins from the plan as it is set, and says how far it is', async () => {
  for (const aim of ['compact', 'tightest', 'recommended', 'fewest'] as const) {
    const { asked, solve } = engine();
    const { design, asSet } = await solveFor(aim, input, solve);
    const [first, second] = asked;
    expect(asked).toHaveLength(2);
    expect(first?.problem).not.toHaveProperty('known');
    expect(first?.problem).not.toHaveProperty('limits');
    expect(second?.problem.known).toEqual({ centres: asSet?.centres, assignment: asSet?.assignment });
    expect([first?.part, second?.part]).toEqual([
      { from: 0, to: 0.5 },
      { from: 0.5, to: 1 },
    ]);
    expect(design.centres[0]).toBe(2);
  }
});

test('a plan that is known is not found again, and the problem is the same', async () => {
  const anew = engine();
  const { asSet } = await solveFor('fewest', input, anew.solve);
  const again = engine();
  await solveFor('fewest', input, again.solve, asSet);
  expect(again.asked).toEqual([{ problem: anew.asked[1]?.problem, part: { from: 0, to: 1 } }]);
  const none = engine();
  const { design } = await solveFor(undefined, input, none.solve, asSet);
  expect(none.asked).toEqual([]);
  expect(design).toBe(asSet);
});

test('the most compact plan has no longer ways than the one as set, if that keeps the tolerances', async () => {
  const known = (over: Partial<ReturnType<typeof designOf>>) => ({ ...found(9), meanKm: 8, ...over });
  const compact = async (asSet: ReturnType<typeof designOf>) => {
    const solve = () => Promise.resolve({ ...found(1), meanKm: 9 });
    return (await solveFor('compact', input, solve, asSet)).design.meanKm;
  };
  expect(await compact(known({}))).toBe(8);
  expect(await compact(known({ meanKm: 10 }))).toBe(9);
  expect(await compact(known({ withinTolerance: false }))).toBe(9);
});

test('under a cap of the user’s each aim is on its own', async () => {
  const { asked, solve } = engine();
  const capped = { ...input, settings: { ...defaultSettings, cap: { accounts: 0.1, money: 1 } } };
  const { asSet } = await solveFor('compact', capped, solve, found(5));
  expect(asSet).toBeUndefined();
  expect(asked.map(({ problem }) => [problem.known, problem.keep])).toEqual([[undefined, 0]]);
  const plain = engine();
  const { design } = await solveFor(undefined, capped, plain.solve);
  expect(plain.asked.map(({ part }) => part)).toEqual([{ from: 0, to: 1 }]);
  expect(plain.asked[0]?.problem.keep).toBeGreaterThan(0);
  expect(design).toEqual(found(1));
});

describe('what each aim asks of the engine beyond what is set', () => {
  const arr = Float64Array.from([10, 0, 20, 0, 30, 0]);
  const told = (number: object): CarveInput => ({
    ...input,
    accounts: { ...input.accounts, number: { ...input.accounts.number, ...number } },
  });
  /** Customers by what they pay, by what they ordered, and with prospects of whom one has a deal. */
  const paying = told({ arr });
  const ordering = told({ bookingsYtd: arr });
  const calling = told({ arr, openPipeline: Float64Array.from([0, 0, 0, 5, 0, 0]) });
  const asksFor = async (aim: Parameters<typeof solveFor>[0], from: CarveInput) => {
    const { asked, solve } = engine();
    await solveFor(aim, from, solve);
    return asked.map(({ problem: { keep, evenness, cap, limits, metrics } }) => ({
      keep,
      evenness,
      cap,
      limits: limits?.map(({ stake, most }) => [[...stake], most]),
      tolerances: metrics.map(({ tolerance }) => tolerance),
    }));
  };

  test('nothing, where nothing was said', async () => {
    const [asSet, ...more] = await asksFor(undefined, paying);
    expect(more).toEqual([]);
    expect(asSet).toMatchObject({ cap: undefined, limits: undefined });
  });

  test('fewest: as few customers as can be, all alike whatever they pay; accounts where customers are not told', async () => {
    const [asSet, fewest] = await asksFor('fewest', paying);
    expect(fewest).toEqual({ ...asSet, limits: [[[1, 0, 1, 0, 1, 0], 'fewest']] });
    const [, ofAll] = await asksFor('fewest', input);
    expect(ofAll).toEqual({ ...asSet, limits: [[[1, 1, 1, 1, 1, 1], 'fewest']] });
  });

  test('recommended: no more accounts than is usual, and no more of what customers pay who have an owner', async () => {
    const [asSet, recommended] = await asksFor('recommended', paying);
    expect(recommended).toEqual({
      ...asSet,
      cap: { accounts: RECOMMENDED.accounts, money: 1 },
      limits: [[[10, 0, 20, 0, 30, 0], RECOMMENDED.money * 60]],
    });
    const nobodys = { ...paying, current: Int32Array.from([0, 0, -1, 1, 0, 1]) };
    const { asked, solve } = engine();
    await solveFor('recommended', nobodys, solve);
    expect(asked[1]?.problem.limits).toMatchObject([
      { stake: Float64Array.of(10, 0, 20, 0, 30, 0), most: RECOMMENDED.money * 40 },
    ]);
    const counted = await asksFor('recommended', ordering);
    expect(counted[1]?.limits).toEqual([[[1, 0, 1, 0, 1, 0], RECOMMENDED.money * 3]]);
    expect((await asksFor('recommended', input))[1]).toEqual({
      ...asSet,
      cap: { accounts: RECOMMENDED.accounts, money: 1 },
    });
  });

  test('recommended: prospects whom nobody has called move freely, where the list tells who is active', async () => {
    const [, recommended] = await asksFor('recommended', calling);
    expect(recommended).toMatchObject({
      cap: undefined,
      limits: [
        [[10, 0, 20, 0, 30, 0], RECOMMENDED.money * 60],
        [[1, 0, 1, 1, 1, 0], RECOMMENDED.accounts * 4],
      ],
    });
  });

  test('compact: nobody is kept, and nothing is spent on even shares; tightest: a tenth of each tolerance', async () => {
    const [asSet, compact] = await asksFor('compact', paying);
    expect(compact).toEqual({ ...asSet, keep: 0, evenness: 0 });
    const [, tightest] = await asksFor('tightest', paying);
    expect(tightest).toEqual({
      ...asSet,
      tolerances: asSet?.tolerances.map((tolerance) => Math.max(0.005, 0.1 * tolerance)),
    });
  });
});

test('the tightest plan is told by the tolerances that are promised: within them nothing of balance stood in the way', async () => {
  const obstacles = [
    { kind: 'tooMuch', metric: 0, territory: 0 },
    { kind: 'tooLittle', metric: 0, territory: 0 },
    { kind: 'oversized', metric: 0, account: 0 },
    { kind: 'pinned', metric: 0, territory: 0 },
    { kind: 'conflict', account: 1, other: 2 },
  ] as unknown as ReturnType<typeof designOf>['obstacles'];
  const aimed = async (worst: number, second = 0.01) => {
    const solve = () =>
      Promise.resolve({
        ...found(1),
        worstDeviation: Float64Array.from([worst, second]),
        withinTolerance: false,
        obstacles,
      });
    return (await solveFor('tightest', input, solve)).design;
  };
  expect(await aimed(0.04)).toMatchObject({ withinTolerance: true, obstacles: [{ kind: 'conflict' }] });
  expect(await aimed(0.5)).toMatchObject({ withinTolerance: false, obstacles });
  expect(await aimed(0.04, 0.3)).toMatchObject({ withinTolerance: false, obstacles });
});
