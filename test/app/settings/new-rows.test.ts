import { ofSeat, rowsSaid, withRows } from '../../../src/app/settings/new-rows';
import type { Cell } from '../../../src/plan/cells';
import type { RunRecord } from '../../../src/plan/run-record';

/** Rows that users put into the list of territories: each a seat of its own, part by part. */

const record = {
  territories: [
    { id: 'T01', name: 'T01 Denver' },
    { id: 'T02', name: 'T02 Boise' },
  ],
} as unknown as RunRecord;

const list: [string, Cell][] = [
  ['name.T01', 'T01 Denver'],
  ['name.T02', 'T02 Boise'],
];
const row = (...cells: Cell[]) => JSON.stringify(cells);
const said = (rows: Record<string, Cell>, taken: Record<string, Cell> = {}) =>
  rowsSaid(record, new Map([...list, ...Object.entries(rows)]), taken);
const blank = { owner: '', manager: '', share: null, capacityHours: null };
const nothing = { objective: null, measure: null, support: null };

test('no cell of a seat but Owner and Manager is said to be empty: others are as the team list has them', () => {
  expect(['owner', 'manager', 'objective', 'support'].map((part) => ofSeat(part, ' '))).toEqual([
    '',
    '',
    null,
    null,
  ]);
  expect([ofSeat('share', ''), ofSeat('share', 0.5), ofSeat('capacityHours', 40)]).toEqual([null, 0.5, 40]);
  expect([ofSeat('owner', ' Ana '), ofSeat('objective', ' Grow ')]).toEqual(['Ana', 'Grow']);
});

test('a list that could not be read says nothing, and so no row in it is gone', () => {
  expect(rowsSaid(record, new Map(), { 'row.1': row('West') })).toBeUndefined();
});

test('each row is the next seat with what stands in it; one without a name is named by its place', () => {
  expect(
    said({ 'row.1': row('West', 'Ana', 'Max', 0.5, 40, 'Grow', 'ARR', 'SE'), 'row.2': row('', 'Ben') }),
  ).toEqual({
    said: {
      territoryNames: { T03: 'West', T04: null },
      territoryList: {
        T03: {
          owner: 'Ana',
          manager: 'Max',
          share: 0.5,
          capacityHours: 40,
          objective: 'Grow',
          measure: 'ARR',
          support: 'SE',
        },
        T04: { ...blank, ...nothing, owner: 'Ben' },
      },
    },
    refused: [],
    gone: [],
  });
});

test('rows as they were taken say nothing new; one that was changed does', () => {
  const taken = { 'row.1': row('West') };
  expect(said(taken, taken)).toEqual({ said: {}, refused: [], gone: [] });
  expect(said({ 'row.1': row('North') }, taken)?.said).toMatchObject({ territoryNames: { T03: 'North' } });
});

test('rows that are gone take their names and words along, and no others', () => {
  const taken = { 'row.1': row('West'), 'row.2': row('North') };
  expect(said({ 'row.1': row('West') }, taken)).toEqual({
    said: {
      territoryNames: { T03: 'West', T04: null },
      territoryList: { T03: { ...blank, ...nothing }, T04: null },
    },
    refused: [],
    gone: ['row.2'],
  });
  expect(said({}, taken)).toEqual({
    said: { territoryNames: { T03: null, T04: null }, territoryList: { T03: null, T04: null } },
    refused: [],
    gone: ['row.1', 'row.2'],
  });
});

test('a name that stands already, or can be none, is refused; the words beside it count', () => {
  const words = said({ 'row.1': row('t02 boise', 'Ana'), 'row.2': row('12', 'Ben') });
  expect(words?.refused).toMatchObject([
    { code: 'sameTerritoryName', params: { name: 't02 boise' } },
    { code: 'badTerritoryName', params: { id: 'T04', name: '12' } },
  ]);
  expect(words?.said).toMatchObject({
    territoryNames: { T03: null, T04: null },
    territoryList: { T03: { owner: 'Ana' }, T04: { owner: 'Ben' } },
  });
});

describe('how many territories rows make', () => {
  const with1 = (territories: Cell | null | undefined) =>
    withRows(record, {
      since: null,
      said: territories === undefined ? {} : { territories },
      taken: { 'row.1': '', 'setting.seed': 7 },
    });

  test('one more each, where nobody gave a number, or took it back', () => {
    for (const number of [undefined, null])
      expect(with1(number)).toEqual({ said: { territories: 3 }, refused: [] });
    expect(withRows(record, { since: null, said: { territories: 1 }, taken: { 'setting.seed': 7 } })).toEqual(
      {
        said: {},
        refused: [],
      },
    );
  });

  test('a number that is as large or larger stands; a smaller one is told', () => {
    expect([with1(3), with1(8)].map((words) => [words.said, words.refused])).toEqual([
      [{}, []],
      [{}, []],
    ]);
    expect(with1(2)).toMatchObject({
      said: { territories: 3 },
      refused: [{ code: 'rowsBeyondNumber', params: { territories: 2, rows: 1, made: 3 } }],
    });
  });
});
