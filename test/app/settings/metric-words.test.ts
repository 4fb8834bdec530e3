import { metricsSaid } from '../../../src/app/settings/metric-words';

type Row = [string, number | string];

const said = (inForce: { metric: string; tolerance?: number }[], before: Row[], now: Row[]) =>
  metricsSaid(inForce, JSON.stringify(before), JSON.stringify(now));
const two: Row[] = [
  ['potential', 0.1],
  ['arr', 0.1],
];
const inForce = [
  { metric: 'potential', tolerance: 0.1 },
  { metric: 'arr', tolerance: 0.1 },
];

test('rows as they were say nothing', () => {
  expect(said(inForce, two, two)).toEqual({ said: undefined, taken: JSON.stringify(two), refused: [] });
});

test('a metric typed over keeps its place in the order', () => {
  const over = said(inForce, two, [['openPipeline', 0.3], two[1] ?? ['', '']]);
  expect(over.said).toEqual({
    balance: [
      { metric: 'openPipeline', tolerance: 0.3 },
      { metric: 'arr', tolerance: 0.1 },
    ],
  });
});

test('a row taken away and one added below are no row typed over', () => {
  const now: Row[] = [
    ['arr', 0.1],
    ['count', ''],
  ];
  expect(said(inForce, two, now).said).toEqual({
    balance: [
      { metric: 'arr', tolerance: 0.1 },
      { metric: 'count', tolerance: null },
    ],
  });
});

test('of two tolerances, one of which cannot be, the other counts; the bad one is told by its metric until it can', () => {
  const now: Row[] = [
    ['potential', 0.05],
    ['arr', 'tight'],
  ];
  const first = said(inForce, two, now);
  expect(first.said).toEqual({
    balance: [
      { metric: 'potential', tolerance: 0.05 },
      { metric: 'arr', tolerance: 0.1 },
    ],
  });
  expect(first.refused).toMatchObject([{ code: 'badSettings', params: { path: 'balance.arr.tolerance' } }]);
  const then = [{ metric: 'potential', tolerance: 0.05 }, ...inForce.slice(1)];
  const next = metricsSaid(then, first.taken, JSON.stringify(now));
  expect(next).toMatchObject({ said: undefined, taken: first.taken });
  expect(next.refused).toHaveLength(1);
});

test('a metric in two rows is told once and nothing of it is taken; the other rows count', () => {
  const now: Row[] = [
    ['potential', 0.05],
    ['arr', 0.2],
    ['potential', 0.22],
  ];
  const words = said(inForce, two, now);
  expect(words.refused).toMatchObject([{ code: 'metricRowsTwice', params: { metric: 'potential' } }]);
  expect(words.said).toEqual({ balance: [inForce[0], { metric: 'arr', tolerance: 0.2 }] });
  expect(JSON.parse(words.taken)).toEqual([
    ['potential', 0.1],
    ['arr', 0.2],
  ]);
});

test('a sum in another order is the same metric', () => {
  const sum = [{ metric: 'arr+openPipeline', tolerance: 0.1 }];
  const known: Row[] = [['arr+openPipeline', 0.1]];
  expect(said(sum, known, [['openPipeline + arr', 0.2]]).said).toEqual({
    balance: [{ metric: 'arr+openPipeline', tolerance: 0.2 }],
  });
  const twice = said(sum, known, [...known, ['openPipeline+arr', 0.2]]);
  expect(twice).toMatchObject({ said: undefined, refused: [{ code: 'metricRowsTwice' }] });
});

test('a name that is no metric takes none away, wherever it was typed; its place is known when it is mended', () => {
  const words = said(inForce, two, [['Potental', 0.05], two[1] ?? ['', '']]);
  expect(words.refused).toMatchObject([
    { code: 'badSettings', params: { path: 'balance.metric', received: '"Potental"' } },
  ]);
  expect(words).toMatchObject({ said: undefined, taken: JSON.stringify(two) });
  const below = said(inForce, two, [two[1] ?? ['', ''], ['Potental', 0.05]]);
  expect(below.said).toBeUndefined();
  expect(JSON.parse(below.taken)).toEqual([two[1], two[0]]);
});

test('a second row typed over another metric takes that one not away', () => {
  const words = said(inForce, two, [two[0] ?? ['', ''], ['potential', 0.2]]);
  expect(words).toMatchObject({ said: undefined, taken: JSON.stringify(two) });
  expect(words.refused).toHaveLength(1);
});

test('a row gone is a metric less; a new one that cannot be is left out by itself', () => {
  const words = said(inForce, two, [two[1] ?? ['', ''], ['count', 7], ['employees', 0.3]]);
  expect(words.said).toEqual({
    balance: [
      { metric: 'arr', tolerance: 0.1 },
      { metric: 'employees', tolerance: 0.3 },
    ],
  });
  expect(words.refused).toMatchObject([{ params: { path: 'balance.count.tolerance' } }]);
});

test('rows in another order are the metrics in that order, each with its tolerance, and that is said once', () => {
  const apart = [
    { metric: 'potential', tolerance: 0.1 },
    { metric: 'arr', tolerance: 0.2 },
  ];
  const rows: Row[] = [
    ['potential', 0.1],
    ['arr', 0.2],
  ];
  const swapped = said(apart, rows, [...rows].reverse());
  expect(swapped.said).toEqual({ balance: [...apart].reverse() });
  expect(metricsSaid([...apart].reverse(), swapped.taken, swapped.taken).said).toBeUndefined();
  // What the pane put in another order since is not turned back by a table that nobody touched.
  expect(said([...apart].reverse(), rows, rows).said).toBeUndefined();
});
