import { countedWord } from '../../../src/app/settings/counted-words';
import type { Cell } from '../../../src/plan/cells';

/** A cell of quota whose list is its value. */
const counted = (name: string, value: Cell) =>
  countedWord(name, value, (cell) => ({
    quota: {
      [name]: cell === '' ? null : typeof cell === 'string' && /^\[/.test(cell) ? JSON.parse(cell) : cell,
    },
  }));
const pathsOf = ({ refused }: ReturnType<typeof counted>) => refused.map(({ params }) => params['path']);

test('what can be said is said', () => {
  expect(counted('unit', 500)).toEqual({ word: { quota: { unit: 500 } }, refused: [] });
});

test('one cell that cannot be read counts as usual, tiers as nothing at all', () => {
  const unit = counted('unit', 'many');
  expect(unit.word).toEqual({ quota: { unit: null } });
  expect(pathsOf(unit)).toEqual(['quota.unit']);
  const tiers = counted('tiers', '[{"from":1,"to":2,"multiplier":1}]');
  expect(tiers.word).toBeUndefined();
  expect(tiers.refused).toHaveLength(1);
});

test('each cell of a list that cannot be read counts as its blank, and is told', () => {
  const lines = counted(
    'lines',
    JSON.stringify([
      { amount: 'much', method: 'equal' },
      { amount: 5, overAssignment: 'x', component: 'none' },
    ]),
  );
  // A line without a component is of the usual one; an amount and what is assigned over it are nothing.
  expect(lines.word).toEqual({
    quota: {
      lines: [
        { amount: 0, method: 'equal' },
        { amount: 5, overAssignment: 0 },
      ],
    },
  });
  expect(new Set(pathsOf(lines))).toEqual(
    new Set(['quota.lines.0.amount', 'quota.lines.1.overAssignment', 'quota.lines.1.component']),
  );
  const months = [0.25, 'half', ...Array<number>(10).fill(1)];
  const ramps = counted('ramps', JSON.stringify([{ role: 'AE', months: ['x', ...months.slice(1)] }]));
  expect(ramps.word).toEqual({ quota: { ramps: [{ role: 'AE', months: Array<number>(12).fill(1) }] } });
  const season = counted('season', JSON.stringify(['x', ...Array<number>(11).fill(2)]));
  expect(season.word).toEqual({ quota: { season: [0, ...Array<number>(11).fill(2)] } });
  expect(pathsOf(season)).toEqual(['quota.season.0']);
});

test('a list that no blank mends has no word', () => {
  const short = counted('season', '[1,2]');
  expect(short.word).toBeUndefined();
  expect(short.refused).toHaveLength(1);
});
