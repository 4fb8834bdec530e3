import { carvingRules, classify, fairPools, spokenBySides } from '../../src/carve/classes';
import type { EligibilityRule } from '../../src/plan/rules/eligibility';
import { defaultSettings } from '../../src/plan/settings';
import { accountsOf, inputOf, rep, type Row } from './team';

/** A rule over accounts in groups, each with the seats to which it may go. */
const ruleOf = (groupOf: readonly number[], seatsOf: readonly (readonly number[])[]): EligibilityRule => ({
  id: 'segment',
  groupOf: Int32Array.from(groupOf),
  groups: seatsOf.length,
  admits: (group, j) => seatsOf[group]?.includes(j) === true,
  explain: () => ({ rule: 'segment', params: {} }),
});

test('accounts are of one class if all rules treat them alike, and may go where all of them let them', () => {
  // Of no group or one of three by the first rule, of two by the second.
  const pairs = [-1, 0, 1, 2].flatMap((a) => [-1, 0, 1].map((b) => [a, b] as const));
  const twice = [...pairs, ...pairs];
  const open = [
    [0, 1],
    [1, 2],
    [0, 2],
  ];
  const first = ruleOf(
    twice.map(([a]) => a),
    open,
  );
  const second = ruleOf(
    twice.map(([, b]) => b),
    [[0], [1, 2]],
  );
  const { classOf, classes, eligible } = classify(24, 3, [first, second]);
  expect(classes).toBe(12);
  expect([...classOf]).toEqual([...pairs.keys(), ...pairs.keys()]);
  pairs.forEach(([a, b], c) => {
    const may = [0, 1, 2].filter((j) => (open[a] ?? [0, 1, 2]).includes(j));
    const both = may.filter((j) => ([[0], [1, 2]][b] ?? [0, 1, 2]).includes(j));
    expect([0, 1, 2].filter((j) => eligible[3 * c + j] === 1)).toEqual(both);
  });
});

describe('who is fair with whom', () => {
  const seats = [
    rep('Ann', { segment: 'SMB', region: 'West' }),
    rep('Bob', { segment: 'SMB', region: 'East' }),
    rep('Cy', { segment: 'Large', region: 'West' }),
    rep('Di', { segment: 'Large', region: 'East' }),
    rep('Eve', { segment: 'SMB', region: 'West' }),
  ];
  const rows: Row[] = ['SMB', 'Large'].flatMap((segment) =>
    ['West', 'East'].map((state) => ({ segment, state })),
  );
  const pools = (bySegment: boolean, byRegion: boolean, list = rows, team = seats) => {
    const found = fairPools(accountsOf(list), team, { bySegment, byRegion });
    return found && { ...found, pool: [...found.pool] };
  };

  test('is all, or those of a segment, of a region, or of a segment in a region', () => {
    expect(pools(false, false)).toBeUndefined();
    expect(pools(true, false)).toEqual({ pool: [0, 0, 1, 1, 0], byRegion: false });
    expect(pools(false, true)).toEqual({ pool: [0, 1, 0, 1, 0], byRegion: true });
    expect(pools(true, true)).toEqual({ pool: [0, 1, 2, 3, 0], byRegion: true });
  });

  test('is those of a segment alone where a region has none of its accounts, or regions part nothing', () => {
    const bySegment = { pool: [0, 0, 1, 1, 0], byRegion: false };
    expect(pools(true, true, rows.slice(0, 3))).toEqual(bySegment);
    expect(pools(true, true, rows.slice(1))).toEqual(bySegment);
    const anywhere = seats.map(({ segment }, j) => rep(`Rep ${j}`, { segment: segment ?? '' }));
    expect(pools(true, true, rows, anywhere)).toEqual(bySegment);
  });

  test('is those of a region where segments part nothing', () => {
    const alike = seats.map(({ region }, j) => rep(`Rep ${j}`, { segment: 'SMB', region: region ?? '' }));
    expect(pools(true, true, rows, alike)).toEqual({ pool: [0, 1, 0, 1, 0], byRegion: true });
  });
});

test('a rule lets nothing into a seat for named accounts while it carves, and explains itself as ever', () => {
  const seats = [rep('Ann', { segment: 'SMB' }), rep('Ned', { segment: 'SMB', named: true })];
  const settings = { ...defaultSettings, bySegment: true };
  const [rule, ...more] = carvingRules(
    inputOf([{ segment: 'SMB' }, { segment: 'Large' }], { seats, settings }),
  ).eligibility;
  expect(more).toEqual([]);
  const may = [0, 1].map((group) => [0, 1].map((j) => rule?.admits(group, j)));
  expect(may).toEqual([
    [true, false],
    [false, false],
  ]);
  expect(rule?.explain(1)).toEqual({ rule: 'segment', params: { segment: 'Large' } });
});

test('segments and regions are each spoken of by both sides, or not', () => {
  const accounts = accountsOf([
    { segment: 'SMB', state: 'TX', region: 'US-TX' },
    { segment: 'Large', state: 'OH', region: 'US-OH' },
  ]);
  const team = (words: readonly Partial<Record<'segment' | 'region', string>>[]) =>
    spokenBySides(
      accounts,
      words.map((more, j) => rep(`Rep ${j}`, more)),
    );
  expect(team([{ segment: 'smb' }, { segment: 'large' }])).toEqual({
    bySegment: true,
    byRegion: false,
    bySkill: false,
  });
  // A state by its name, though the list has codes.
  expect(team([{ region: 'Texas' }, { region: 'Ohio' }])).toEqual({
    bySegment: false,
    byRegion: true,
    bySkill: false,
  });
  expect(team([{}, {}])).toEqual({ bySegment: false, byRegion: false, bySkill: false });
});
