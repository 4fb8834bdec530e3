import { MAIN_LAYER } from '../../../src/plan/layer';
import { owning } from '../../../src/plan/ownership';
import { standingLocks, type Standing } from '../../../src/app/understanding/standing-locks';
import { wordFinding } from '../../../src/app/sentences';
import type { Cell, SourceTable } from '../../../src/plan/cells';
import type { AccountMapping } from '../../../src/plan/fields';
import { LOCK_KINDS } from '../../../src/plan/rules/lock-kinds';
import { numbers } from '../../../src/text/numbers';
import { LANGUAGES, speak } from '../../../src/text/say';
import { accountsOf } from '../../plan/accounts';

/** An account: today's seat (−1 none), our two cells, and what the list itself says. */
interface Row {
  readonly holder?: number;
  readonly territory?: Cell;
  readonly lock?: Cell;
  readonly listed?: string;
  readonly exclude?: string;
  readonly designed?: string;
}

const COLUMNS: AccountMapping = { lock: 6, excludeFromReassignment: 7 };
const PLAN = [
  { name: 'T01 Denver', seat: 0 },
  { name: 'T02 Boise', seat: 1 },
];

/** Locks of a list that begins at C3, and what was found. */
function locksOf(rows: readonly Row[], over: Partial<Standing> = {}) {
  const whole: SourceTable = {
    sheet: 'Accounts',
    headerRow: 3,
    firstRow: 4,
    firstColumn: 3,
    rowCount: rows.length,
    headers: ['Name', 'Ef Territory', 'Ef Lock', 'Lock', 'Exclude', 'Ef Designed'],
    columns: [
      rows.map((_, i) => `A${i}`),
      rows.map(({ territory }) => territory ?? ''),
      rows.map(({ lock }) => lock ?? ''),
      rows.map(({ listed }) => listed ?? ''),
      rows.map(({ exclude }) => exclude ?? ''),
      rows.map(({ designed }) => designed ?? ''),
    ],
    formats: [],
    isFormula: [],
    hiddenRows: [],
  };
  const accounts = {
    ...accountsOf(rows.map(({ listed }) => (listed === undefined ? {} : { lock: listed }))),
    sheetRow: Int32Array.from(rows, (_, i) => i + 4),
    number: { excludeFromReassignment: Float64Array.from(rows, ({ exclude }) => (exclude ? 1 : 0)) },
  };
  const { locks, findings } = standingLocks(
    accounts,
    Int32Array.from(rows, ({ holder }) => holder ?? -1),
    {
      whole,
      owned: owning(
        MAIN_LAYER,
        { columns: { territory: 'Ef Territory', lock: 'Ef Lock' }, sheets: {} },
        undefined,
      ),
      territories: PLAN,
      ...over,
    },
    COLUMNS,
  );
  const said = findings.map((finding) => wordFinding(speak('en'), numbers('en'), finding));
  return { seats: [...locks.seat], kinds: rows.map((_, i) => locks.kind(i)), findings, said };
}

test('a locked account keeps the territory that its cell names, else its owner; others are free', () => {
  const { seats, kinds, findings } = locksOf([
    { holder: 0, territory: 'T02 Boise', lock: 'Keep here' },
    { holder: 1, lock: 'Renewal' },
    { holder: 1, territory: 'T01 Denver' },
    { holder: 0, territory: ' t02 boise ', lock: ' keep here ' },
  ]);
  expect(seats).toEqual([1, 1, -1, 1]);
  expect(kinds).toEqual(['manual', 'renewal', undefined, 'manual']);
  expect(findings).toEqual([]);
});

test('every kind is read back from its word in any language, from its code and from others’ words', () => {
  for (const { code, also } of LOCK_KINDS) {
    const words = [code, ...also, ...LANGUAGES.map((language) => speak(language)(`lock.${code}`))];
    const { kinds, findings } = locksOf(words.map((lock) => ({ holder: 0, lock })));
    expect(kinds).toEqual(words.map(() => code));
    expect(findings).toEqual([]);
  }
});

test('words of two kinds never are the same', () => {
  const words = LOCK_KINDS.flatMap(({ code, also }) =>
    [...also, ...LANGUAGES.map((language) => speak(language)(`lock.${code}`).toLowerCase())].map(
      (word) => [word, code] as const,
    ),
  );
  for (const [word, code] of words) {
    expect(words.filter(([other, kind]) => other === word && kind !== code)).toEqual([]);
  }
});

test('our own cell goes before the list’s column of locks, and that before the flag of exclusion', () => {
  const { kinds, seats } = locksOf([
    { holder: 0, lock: 'Open deal', listed: 'Named', exclude: 'yes' },
    { holder: 0, listed: 'Named', exclude: 'yes' },
    { holder: 1, exclude: 'yes' },
  ]);
  expect(kinds).toEqual(['openDeal', 'named', 'exclude']);
  expect(seats).toEqual([0, 0, 1]);
});

test('a tick keeps an account here; a no locks nothing, but an exclusion beside it holds', () => {
  const { kinds, seats, findings } = locksOf([
    { holder: 0, listed: 'x' },
    { holder: 0, lock: true },
    { holder: 0, listed: 'No' },
    { holder: 0, lock: false },
    { holder: 1, listed: 'no', exclude: 'yes' },
  ]);
  expect(kinds).toEqual(['manual', 'manual', undefined, undefined, 'exclude']);
  expect(seats).toEqual([0, 0, -1, -1, 1]);
  expect(findings).toEqual([]);
});

test('a word that is no kind of lock keeps the account here, and is a finding at its cell', () => {
  const { kinds, seats, findings, said } = locksOf([
    { holder: 0, territory: 'T02 Boise', lock: 'because' },
    { holder: 1, listed: 'Bob said so' },
    { lock: 'hm' },
  ]);
  expect(kinds).toEqual(['manual', 'manual', 'manual']);
  expect(seats).toEqual([1, 1, -1]);
  expect(findings.slice(0, 2)).toEqual([
    {
      code: 'unknownLock',
      severity: 'warning',
      sheet: 'Accounts',
      row: 4,
      column: 5,
      read: 'because',
      params: { kept: 'here' },
    },
    {
      code: 'unknownLock',
      severity: 'warning',
      sheet: 'Accounts',
      row: 5,
      column: 6,
      read: 'Bob said so',
      params: { kept: 'here' },
    },
  ]);
  expect(said[0]).toBe(
    '“because” is no kind of lock. The account is kept here all the same, as with “Keep here”. ' +
      'Pick a kind from the list, or clear the cell.',
  );
  expect(said[2]).toMatch(/^“hm” is no kind of lock\. It holds nothing/);
});

test('a lock on a territory that the plan does not have falls back to the owner, and says so', () => {
  const { seats, findings, said } = locksOf([
    { holder: 1, territory: 'T09 Mars', lock: 'Keep here' },
    { territory: 'T09 Mars', lock: 'Keep here' },
    { holder: 0, territory: 'Unassigned', lock: 'Keep here' },
  ]);
  expect(seats).toEqual([1, -1, 0]);
  expect(findings[0]).toEqual({
    code: 'lockNowhere',
    severity: 'warning',
    sheet: 'Accounts',
    row: 4,
    column: 4,
    read: 'T09 Mars',
    params: { kept: 'owner', why: 'unknown' },
  });
  expect(said).toEqual([
    'This account is locked, but T09 Mars is no territory of the plan. It is kept with its owner.',
    'This account is locked, but T09 Mars is no territory of the plan. The lock holds nothing; the account is carved like any other.',
    'This account is locked, but Unassigned is no territory of the plan. It is kept with its owner.',
  ]);
});

test('a lock that has neither territory nor owner to hold to is a finding, not silence', () => {
  const { seats, findings, said } = locksOf([{ lock: 'Renewal' }, { exclude: 'yes' }]);
  expect(seats).toEqual([-1, -1]);
  expect(findings.map(({ code, column, read }) => [code, column, read])).toEqual([
    ['lockNowhere', 5, 'Renewal'],
    ['lockNowhere', 7, 'yes'],
  ]);
  expect(said[0]).toBe(
    'This account is locked (“Renewal”), but has no owner on the team. The lock holds nothing; the account is carved like any other.',
  );
});

describe('a territory put in by hand, without a lock', () => {
  const designed = 'Ef Designed';
  /** A list in which the plan designed T01 Denver for every account. */
  const chosenIn = (territories: readonly Cell[], over: Partial<Standing> = {}) =>
    locksOf(
      territories.map((territory) => ({
        holder: 0,
        territory,
        listed: '',
        exclude: '',
        designed: 'T01 Denver',
      })),
      {
        owned: owning(
          MAIN_LAYER,
          { columns: { territory: 'Ef Territory', lock: 'Ef Lock', designed }, sheets: {} },
          undefined,
        ),
        ...over,
      },
    );

  test('that no territory is called holds nothing, and is a finding with its cell', () => {
    const { seats, kinds, findings, said } = chosenIn([
      'T02 Boise',
      ' T09 Mars',
      't01 denver',
      '',
      'unassigned',
    ]);
    expect(seats).toEqual([1, -1, -1, -1, -1]);
    expect(kinds).toEqual(['manager', undefined, undefined, undefined, undefined]);
    expect(findings).toEqual([
      {
        code: 'unknownTerritory',
        severity: 'warning',
        sheet: 'Accounts',
        row: 5,
        column: 4,
        read: 'T09 Mars',
        params: { why: 'unknown' },
      },
    ]);
    expect(said[0]).toMatch(/^“T09 Mars” is no territory of the plan/);
  });

  test('that nobody on the team carries any more is told as that', () => {
    const { seats, findings, said } = chosenIn(['T02 Boise'], {
      territories: [
        { name: 'T01 Denver', seat: 0 },
        { name: 'T02 Boise', seat: -1 },
      ],
    });
    expect(seats).toEqual([-1]);
    expect(findings).toMatchObject([{ code: 'unknownTerritory', params: { why: 'team' } }]);
    expect(said[0]).toMatch(/^The account was put into T02 Boise by hand, but the team has changed/);
  });

  test('is nothing to be told where no plan is known', () => {
    expect(chosenIn(['T09 Mars'], { territories: [] }).findings).toEqual([]);
  });

  test('is known to be no territory without the column of the design too, but not to be chosen by hand', () => {
    const { seats, findings } = locksOf([{ holder: 0, territory: 'T02 Boise' }, { territory: 'T09 Mars' }]);
    expect(seats).toEqual([-1, -1]);
    expect(findings.map(({ read }) => read)).toEqual(['T09 Mars']);
  });
});

test('a territory that nobody on the team carries any more holds nobody: the owner does, and that is said', () => {
  const { seats, findings, said } = locksOf([{ holder: 2, territory: 'T02 Boise', lock: 'Keep here' }], {
    territories: [
      { name: 'T01 Denver', seat: 1 },
      { name: 'T02 Boise', seat: -1 },
    ],
  });
  expect(seats).toEqual([2]);
  expect(findings[0]?.params).toEqual({ kept: 'owner', why: 'team' });
  expect(said[0]).toMatch(/locked in T02 Boise, but the team has changed since .* kept with its owner\.$/);
});

test('before there is a plan of ours, the list’s own locks hold accounts with their owners', () => {
  const rows = [{ holder: 1, territory: 'T02 Boise', lock: 'Keep here', listed: 'Named' }, { holder: 0 }];
  const { seats, kinds } = locksOf(rows, { owned: undefined, territories: [] });
  expect(seats).toEqual([1, -1]);
  expect(kinds).toEqual(['named', undefined]);
});

test('findings about locks are whole sentences in every language', () => {
  const { findings } = locksOf([
    { lock: 'hm' },
    { holder: 0, lock: 'hm' },
    { holder: 0, territory: 'X', lock: 'x' },
  ]);
  expect(findings).toHaveLength(4);
  for (const language of LANGUAGES) {
    for (const finding of findings) {
      const words = wordFinding(speak(language), numbers(language), finding);
      expect(words).toMatch(/[.]$/);
      expect(words).not.toMatch(/[{}]|undefined/);
    }
  }
});

test('a lock that gives an account to nobody keeps it from its owner and from its territory, and is no doubt', () => {
  const { seats, kinds, said } = locksOf([
    { holder: 0, territory: 'Unassigned', lock: 'Do not assign', designed: 'T01 Denver' },
    { holder: 1, territory: 'T02 Boise', lock: 'Nicht zuteilen' },
    { holder: 1, listed: 'gone' },
  ]);
  expect(seats).toEqual([-1, -1, -1]);
  expect(kinds).toEqual(['none', 'none', 'none']);
  expect(said).toEqual([]);
});
