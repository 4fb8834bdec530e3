import { FIND_KINDS, finderView, foundIn } from '../../../../src/app/pages/design/finder';
import { sinceDesign } from '../../../../src/app/since-design';
import { startState, type PaneState } from '../../../../src/app/state';
import type { StandingPlan } from '../../../../src/app/standing-plan';
import type { Understanding } from '../../../../src/app/understanding/understand';
import { numbers } from '../../../../src/text/numbers';
import { speak } from '../../../../src/text/say';

/** Seven accounts in rows 2 to 8 of List, as they were designed and as they stand, with locks and a finding. */
const CELLS = [
  ['T01', 'T01'],
  ['T01', 't02'],
  ['T01', ''],
  ['T02', 'Nowhere'],
  ['Unassigned', 'T02'],
  ['', 'T02'],
  ['Unassigned', 'Unassigned'],
] as const;
const HEADERS = ['Name', 'Designed Territory', 'Territory'];
const whole = {
  sheet: 'List',
  headers: HEADERS,
  firstColumn: 1,
  firstRow: 2,
  columns: [CELLS.map((_, i) => `Account ${i + 1}`), CELLS.map(([was]) => was), CELLS.map(([, is]) => is)],
};
const assignment = Int32Array.of(0, 1, -1, -1, 1, 1, -1);
const understanding = {
  book: {
    owned: {
      layers: {
        main: {
          columns: { territory: 'Territory', designed: 'Designed Territory' },
          sheets: {},
          tables: {},
        },
      },
    },
  },
  list: {
    ref: { sheet: 'List' },
    whole,
    source: { ...whole, hiddenRows: [] },
    mapping: {},
    derived: undefined,
    findings: [
      { code: 'emailDuplicate', severity: 'warning', sheet: 'List', row: 7, column: 1, read: '' },
      { code: 'emailDuplicate', severity: 'note', sheet: 'List', row: 3, column: 1, read: '' },
      { code: 'emailDuplicate', severity: 'warning', sheet: 'Team', row: 4, column: 1, read: '' },
    ],
    accounts: {
      count: 7,
      sheet: 'List',
      sheetRow: Int32Array.from(CELLS, (_, i) => i + 2),
      text: {},
    },
  },
  team: { findings: [] },
  choices: {
    metrics: [],
    findings: [],
    standing: { edited: new Set([4]) },
    locks: { kind: (i: number) => ({ 1: 'manager', 4: 'manager', 6: 'none' })[i] },
  },
} as unknown as Understanding;
const record = { territories: [{ name: 'T01' }, { name: 'T02' }], settings: {} };
const since = sinceDesign(understanding, record as unknown as StandingPlan['record'], assignment);
const standing = {
  record,
  assignment,
  metrics: [
    {
      spec: { id: 'count', fields: [], tolerance: 0.1 },
      load: Float64Array.of(1, 3),
      target: Float64Array.of(1, 2),
      index: Float64Array.of(1, 1.5),
    },
  ],
  ...since,
} as unknown as StandingPlan;

test('what stands elsewhere than designed, or in no territory any more, is told by its cells, locked or not; what came since is neither', () => {
  expect(since).toEqual({ elsewhere: [1, 4], lost: [2, 3] });
});

test('accounts are found by kind: without a territory unless nobody is to have them, elsewhere, out of band, doubtful, locked', () => {
  expect(foundIn(standing, understanding)).toEqual({
    unplaced: [4, 5],
    elsewhere: [3, 6],
    outOfBand: [3, 6, 7],
    doubtful: [7],
    locked: [3, 8],
  });
});

test('from the selected row one goes to the next of a kind and to the previous, and round at the ends', () => {
  const say = speak('en');
  const at = (row: number | undefined, picked = 'outOfBand') => {
    const state: PaneState = {
      ...startState,
      understanding,
      standing,
      selected: row === undefined ? undefined : { sheet: 'List', row },
    };
    return finderView(state, picked, foundIn, say, numbers('en'));
  };
  expect(at(undefined, '')).toMatchObject({ kind: '', text: '' });
  expect(at(undefined)?.kinds.map(({ value }) => value)).toEqual([...FIND_KINDS]);
  expect(at(undefined)).toMatchObject({
    text: '3 accounts; the selected row is none of them.',
    next: 'List!C3',
    previous: 'List!C7',
  });
  expect(at(3)).toMatchObject({ text: '1 of 3: List!3', next: 'List!C6', previous: 'List!C7' });
  expect(at(5)).toMatchObject({ next: 'List!C6', previous: 'List!C3' });
  expect(at(7)).toMatchObject({ next: 'List!C3', previous: 'List!C6' });
});
