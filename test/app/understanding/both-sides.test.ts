import { designPlan } from '../../../src/app/design';
import { wordNotice } from '../../../src/app/sentences';
import { summaryOf } from '../../../src/app/pages/design/summary';
import { numbers } from '../../../src/text/numbers';
import { speak } from '../../../src/text/say';
import { InlineSolver } from '../../../src/worker/inline-solver';
import { clock, understood } from '../../support/job';
import { openWorkbook, type Cell, type OpenWorkbook } from '../../support/office';

let book: OpenWorkbook | undefined;
afterEach(() => {
  book?.dispose();
  book = undefined;
});

const SEGMENTS = ['Mid-Market', 'Enterprise', 'SMB'];
const REGIONS = ['Northeast', 'EMEA'];

/** 30 accounts of three segments and two regions, and a team of people who have some of these. */
async function open(team: readonly (readonly Cell[])[], drop: readonly string[] = []) {
  const headers = ['Account Name', 'Segment', 'Region', 'ARR'];
  const rows = Array.from({ length: 30 }, (_, i) => [
    `Larkfield ${i}`,
    SEGMENTS[i % 10 === 9 ? 2 : i % 2] ?? '',
    REGIONS[i % 3 === 0 ? 1 : 0] ?? '',
    100,
  ]);
  const kept = headers.flatMap((header, c) => (drop.includes(header) ? [] : [c]));
  const accounts = [headers, ...rows].map((row) => kept.map((c) => row[c] ?? ''));
  book = await openWorkbook({ sheets: { Accounts: accounts, Reps: team } });
}

const inSegments: readonly (readonly Cell[])[] = [
  ['Rep Name', 'Segment'],
  ['Ada Quill', 'mid market'],
  ['Ben Marsh', 'MidMarket'],
  ['Cy Dorn', 'Enterprise'],
  ['Di Ebert', 'Enterprise'],
];

async function planned(settings = {}) {
  const understanding = await understood(settings);
  const { plan } = await designPlan(understanding, new InlineSolver(), clock);
  const said = plan.notices.map((notice) => wordNotice(speak('en'), numbers('en'), notice));
  return { understanding, plan, said };
}

test('where team and list both have segments, each is carved for its own seats; one without a seat is said with its money', async () => {
  await open(inSegments);
  const { understanding, plan, said } = await planned();
  const { codes, pool } = understanding.list.accounts.text.segment ?? { codes: [], pool: [] };
  const seatsOf = (segment: string) =>
    new Set([...plan.assignment].filter((_, i) => pool[codes[i] ?? -1] === segment));
  expect(seatsOf('Mid-Market')).toEqual(new Set([0, 1]));
  expect(seatsOf('Enterprise')).toEqual(new Set([2, 3]));
  expect(seatsOf('SMB')).toEqual(new Set([-1]));
  expect(said).toContain(
    'Accounts stay in the segment of their rep, as the team and the list both have segments; each segment is shared fairly among its own seats.',
  );
  expect(said.find((text) => text.includes('SMB'))).toMatch(
    /^3 accounts of segment SMB with 300 of ARR stay/,
  );
});

test('a seat that says no segment opens all of them, and is said to', async () => {
  await open([...inSegments, ['Ed Fenn', '']]);
  const { said } = await planned();
  expect(said.find((text) => text.includes('1 seat says no segment'))).toMatch(
    /targets are shares of the whole list, not of each segment/,
  );
  expect(said.some((text) => text.includes('each segment is shared fairly'))).toBe(false);
});

test('the user may let segments mix; the pane shows it and offers the other way', async () => {
  await open(inSegments);
  const { understanding, plan } = await planned({ bySegment: false });
  expect(plan.unassigned).toBe(0);
  expect(understanding.settings.bySegment).toBe(false);
  const lines = (of: typeof understanding) =>
    summaryOf(of, speak('en'), numbers('en')).bound.map(({ key, turned }) => [key, turned]);
  expect(lines(understanding)).toEqual([['bySegment', true]]);
  expect(lines(await understood())).toEqual([['bySegment', false]]);
});

test.each<[string, readonly (readonly Cell[])[], readonly string[]]>([
  ['the list has none', inSegments, ['Segment']],
  ['the team has none', inSegments.map(([name]) => [name ?? '']), []],
  [
    'they speak of them in other words',
    inSegments.map(([name], i) => [name ?? '', i === 0 ? 'Segment' : `Pod ${i}`]),
    [],
  ],
])('segments bind nothing where %s', async (_, team, drop) => {
  await open(team, drop);
  const { understanding, plan } = await planned();
  expect(understanding.bound).toEqual([]);
  expect(understanding.settings.bySegment).toBeUndefined();
  expect(plan.unassigned).toBe(0);
});

test('regions by which both sides sell bind, though they are no places', async () => {
  await open([
    ['Rep Name', 'Region'],
    ['Ada Quill', 'Northeast'],
    ['Ben Marsh', 'Northeast'],
    ['Cy Dorn', 'EMEA'],
  ]);
  const { understanding, plan } = await planned();
  expect(understanding.bound).toEqual([{ key: 'byRegion', holds: true }]);
  const { codes, pool } = understanding.list.accounts.text.region ?? { codes: [], pool: [] };
  plan.assignment.forEach((j, i) => {
    expect(j === 2).toBe(pool[codes[i] ?? -1] === 'EMEA');
  });
});

test('a team of one region for accounts of no other binds nothing that could be said', async () => {
  await open(
    [
      ['Rep Name', 'Region'],
      ['Ada Quill', 'Blue'],
      ['Ben Marsh', 'Red'],
    ],
    [],
  );
  expect((await understood()).bound).toEqual([]);
});
