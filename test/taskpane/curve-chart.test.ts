import type { CurveView } from '../../src/app/pages/design/curve';
import { curveChart } from '../../src/taskpane/pages/design/curve-chart';

const ROOM = { left: 10, right: 110, top: 0, bottom: 100 };
const view = (moves: readonly number[], shown?: { moved: number; worst: number }): CurveView => ({
  points: moves.map((moved, at) => ({ text: '', moved, worst: 1 / (at + 1), isShown: false })),
  shown,
  isWorking: false,
});

test('the points fill the width, from the fewest moves to the most, and the worst is at the top', () => {
  const { dots, least, most, worst, shown } = curveChart(view([100, 150, 200]), ROOM);
  expect(dots.map(({ x }) => x)).toEqual([10, 60, 110]);
  expect(dots.map(({ y }) => y)).toEqual([0, 50, expect.closeTo(66.7, 1)]);
  expect([least, most, worst, shown]).toEqual([100, 200, 1, undefined]);
});

test('a plan near the curve is within the axes; one that moves many more stands at the edge, and presses nothing together', () => {
  const near = curveChart(view([100, 200], { moved: 250, worst: 0.5 }), ROOM);
  expect(near.shown).toEqual({ x: 110, y: 50, moved: 250, beyond: 0 });
  expect([near.least, near.most]).toEqual([100, 250]);
  const far = curveChart(view([100, 200], { moved: 642, worst: 0.5 }), ROOM);
  expect(far.dots.map(({ x }) => x)).toEqual([10, 110]);
  expect(far.shown).toEqual({ x: 110, y: 50, moved: 642, beyond: 1 });
  expect(curveChart(view([100, 200], { moved: 3, worst: 2 }), ROOM).shown).toEqual({
    x: 10,
    y: 0,
    moved: 3,
    beyond: -1,
  });
});

test('a curve of one point is drawn all the same', () => {
  const { dots, least, most } = curveChart(view([40]), ROOM);
  expect([dots[0]?.x, least, most]).toEqual([10, 40, 41]);
});
