import fc from 'fast-check';
import {
  digested,
  keysBy,
  narrowed,
  rowKeys,
  withoutUnknown,
  type RowKeys,
} from '../../src/plan/account-keys';
import { matchRows } from '../../src/plan/match-accounts';
import type { Cell } from '../../src/plan/cells';

const HEADERS = ['Id', 'Name', 'City', 'ARR'];
type Row = readonly Cell[];
const columnOf = (rows: readonly Row[]) => (header: string) => {
  const c = HEADERS.indexOf(header);
  return c < 0 ? undefined : rows.map((row) => row[c] ?? '');
};
const keyed = (rows: readonly Row[], id: readonly string[] = ['Id']): RowKeys =>
  rowKeys(columnOf(rows), rows.length, HEADERS, { id, name: ['Name', 'City'] });
/** As the workbook is read later: by the same columns. */
const again = (then: RowKeys, rows: readonly Row[]): RowKeys => keysBy(columnOf(rows), rows.length, then.by);

const LIST: Row[] = [
  ['A1', 'Acme', 'Boise', 10],
  ['A2', 'Bell', 'Austin', 20],
  ['A3', 'Core', 'Denver', 30],
];

test('accounts are known by id, else by name and place, else by all their cells', () => {
  expect(keyed(LIST).by).toMatchObject({ kind: 'id', headers: ['Id'] });
  expect(keyed(LIST, []).by).toMatchObject({ kind: 'name', headers: ['Name', 'City'] });
  const same = LIST.map(([, , city, arr]) => ['', 'Acme', 'Boise', arr ?? city ?? ''] as Row);
  expect(keyed(same).by).toMatchObject({ kind: 'row', headers: HEADERS });
});

test('a sorted list is the same accounts in other rows', () => {
  const then = keyed(LIST);
  const { then: rows, added, gone, isSame } = matchRows(then, again(then, [...LIST].reverse()));
  expect([...rows]).toEqual([2, 1, 0]);
  expect({ added, gone, isSame }).toEqual({ added: 0, gone: 0, isSame: false });
});

test('rows that came and went are counted; blank rows are none', () => {
  const then = keyed(LIST);
  const now: Row[] = [['A9', 'New', 'Bern', 1], ['', '', '', ''], ...LIST.slice(1)];
  const { then: rows, added, gone } = matchRows(then, again(then, now));
  expect([...rows]).toEqual([-1, -1, 1, 2]);
  expect({ added, gone }).toEqual({ added: 1, gone: 1 });
});

test('of two rows with one key each is found by its other cells, then in order', () => {
  const twins: Row[] = [
    ['A1', 'Acme', 'Boise', 10],
    ['A1', 'Acme', 'Austin', 20],
    ['A3', 'Core', 'Denver', 30],
    ['A4', 'Dale', 'Denver', 30],
  ];
  const then = keyed(twins);
  expect(then.by.kind).toBe('id');
  const swapped = [twins[1], twins[0], twins[2], twins[3]] as Row[];
  expect([...matchRows(then, again(then, swapped)).then]).toEqual([1, 0, 2, 3]);
  const without = [twins[1], twins[2], twins[3]] as Row[];
  expect(matchRows(then, again(then, without))).toMatchObject({
    then: Int32Array.from([1, 2, 3]),
    gone: 1,
    added: 0,
  });
});

test('a corrected id is the same account when all else is as it was', () => {
  const then = keyed(LIST);
  const now: Row[] = [['A1x', 'Acme', 'Boise', 10], ...LIST.slice(1)];
  expect(matchRows(then, again(then, now))).toMatchObject({ then: Int32Array.from([0, 1, 2]), gone: 0 });
});

test('in whatever order the rows come, every account is found, and no two in one', () => {
  const row = fc.tuple(
    fc.constantFrom('A1', 'A2', 'A3', ''),
    fc.constantFrom('Acme', 'Bell', ''),
    fc.constantFrom('Boise', ''),
    fc.integer({ min: 0, max: 2 }),
  );
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.infiniteStream(fc.nat()),
      (rows, random) => {
        const order = rows
          .map((_, r) => [random.next().value as number, r] as const)
          .sort((a, b) => a[0] - b[0]);
        const then = keyed(rows);
        const shuffled = order.map(([, r]) => rows[r] ?? []);
        const match = matchRows(then, again(then, shuffled));
        expect(match).toMatchObject({ added: 0, gone: 0 });
        expect([...match.then].sort((a, b) => a - b)).toEqual(rows.map((_, r) => r));
        shuffled.forEach((cells, r) => {
          expect(rows[match.then[r] ?? -1]).toEqual(cells);
        });
      },
    ),
  );
});

describe('ids that were numbered anew', () => {
  const then = keyed(LIST);
  const isNow = (rows: readonly Row[]) => [...matchRows(then, again(then, rows)).then];
  const [acme = [], bell = [], core = []] = LIST.map((row) => row.slice(1));

  test('a list that was sorted and numbered from the top: accounts are where their other cells are', () => {
    expect(
      isNow([
        ['A1', ...core],
        ['A2', ...acme],
        ['A3', ...bell],
      ]),
    ).toEqual([2, 0, 1]);
  });

  test('an account put in between, and all below numbered anew', () => {
    const {
      then: rows,
      added,
      gone,
    } = matchRows(
      then,
      again(then, [
        ['A1', ...acme],
        ['A2', 'New', 'Bern', 1],
        ['A3', ...bell],
        ['A4', ...core],
      ]),
    );
    expect([...rows]).toEqual([0, -1, 1, 2]);
    expect({ added, gone }).toEqual({ added: 1, gone: 0 });
  });

  test('an account that is another in all its cells but its id is the one with its id', () => {
    expect(
      isNow([
        ['A1', 'Acme Ltd', 'Salem', 11],
        ['A2', ...bell],
        ['A3', ...core],
      ]),
    ).toEqual([0, 1, 2]);
  });
});

const TWINS: Row[] = [
  ['A1', 'Acme', 'Boise', 10],
  ['A1', 'Acme', 'Austin', 20],
  ['A3', 'Core', 'Denver', 30],
  ['A4', 'Dale', 'Denver', 30],
];

test('twins that changed are told apart by name and place, kept as fingerprints or not', () => {
  const then = keyed(TWINS);
  const swapped: Row[] = [['A1', 'Acme', 'Austin', 21], ['A1', 'Acme', 'Boise', 11], ...TWINS.slice(2)];
  for (const [a, b] of both(then, again(then, swapped)))
    expect([...matchRows(a, b).then]).toEqual([1, 0, 2, 3]);
});

test('where ids were given anew and more was changed, name and place tell the accounts', () => {
  const then = keyed(LIST);
  const now: Row[] = [
    ['A1', 'Core', 'Denver', 31],
    ['A2', 'Acme', 'Boise', 11],
    ['A3', 'Bell', 'Austin', 21],
  ];
  for (const [a, b] of both(then, again(then, now))) expect([...matchRows(a, b).then]).toEqual([2, 0, 1]);
});

test('where names were changed beside all that stands there, ids tell the accounts', () => {
  const then = keyed(LIST);
  const now: Row[] = [
    ['A1', 'Bell', 'Austin', 10],
    ['A2', 'Acme', 'Boise', 20],
    ['A3', 'Core', 'Denver', 30],
  ];
  for (const [a, b] of both(then, again(then, now))) expect([...matchRows(a, b).then]).toEqual([0, 1, 2]);
});

test('an id and another cell corrected at once are the same account by name and place', () => {
  const then = keyed(LIST);
  const now: Row[] = [['A1x', 'Acme', 'Boise', 12], ...LIST.slice(1)];
  for (const [a, b] of both(then, again(then, now)))
    expect(matchRows(a, b)).toMatchObject({ then: Int32Array.from([0, 1, 2]), added: 0, gone: 0 });
});

const both = (then: RowKeys, now: RowKeys) => [
  [then, now] as const,
  [digested(then), digested(now)] as const,
];

describe('lists that were sorted and changed in many ways', () => {
  const COLUMNS = ['Id', 'Name', 'City', 'State', 'Owner', 'ARR'];
  const listOf = (n: number): Cell[][] =>
    Array.from({ length: n }, (_, i) => [
      `A${i}`,
      `Account ${i}`,
      ['Denver', 'Boise', 'Austin', 'Boston'][i % 4] ?? '',
      ['CO', 'ID', 'TX', 'MA'][i % 4] ?? '',
      ['Ana Ruiz', 'Ben Ito', 'Cleo Park'][i % 3] ?? '',
      1000 + 7 * i,
    ]);
  const cellsOf = (rows: readonly Row[]) => (header: string) =>
    rows.map((row) => row[COLUMNS.indexOf(header)] ?? '');
  const shuffled = (n: number) => fc.shuffledSubarray([...Array(n).keys()], { minLength: n, maxLength: n });
  const found = (then: readonly Row[], now: readonly Row[]) => {
    const was = rowKeys(cellsOf(then), then.length, COLUMNS, { id: ['Id'], name: ['Name', 'City', 'State'] });
    const is = keysBy(cellsOf(now), now.length, was.by);
    return both(was, is).map(([a, b]) => [...matchRows(a, b).then]);
  };

  test('numbered anew, and one or two columns written otherwise in every row: by what is left', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 8, max: 30 })
          .chain((n) =>
            fc.tuple(shuffled(n), fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 2 })),
          ),
        ([order, columns]) => {
          const then = listOf(order.length);
          const now = order.map((was, r) =>
            (then[was] ?? []).map((cell, c) =>
              c === 0 ? `A${r}` : columns.includes(c) ? `${String(cell)} (new)` : cell,
            ),
          );
          for (const match of found(then, now)) expect(match).toEqual(order);
        },
      ),
    );
  });

  test('with their ids, whatever else was written anew in every row: by these', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 8, max: 30 })
          .chain((n) =>
            fc.tuple(shuffled(n), fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 5 })),
          ),
        ([order, columns]) => {
          const then = listOf(order.length);
          const now = order.map((was) =>
            (then[was] ?? []).map((cell, c) =>
              c > 0 && columns.includes(c) ? `${String(cell)} (new)` : cell,
            ),
          );
          for (const match of found(then, now)) expect(match).toEqual(order);
        },
      ),
    );
  });
});

test('rows are found without the columns that are going to change; one without an id by what is left of it', () => {
  const remark: Row = ['', 'see below', '', 5];
  const then = keyed([...LIST, remark]);
  const has = (header: string) => header !== 'ARR';
  const now = [...LIST, remark].map(([id, name, city]) => [id, name, city, 99] as Row);
  const bare = narrowed(then, has);
  expect(matchRows(bare, again(bare, now))).toMatchObject({ added: 0, gone: 0, isSame: true });
  // Of a row that holds nothing else nothing is known.
  const alone = withoutUnknown(narrowed(keyed([...LIST, ['', '', '', 5]]), has));
  expect(matchRows(alone, again(alone, now.slice(0, 3)))).toMatchObject({ added: 0, gone: 0 });
});
