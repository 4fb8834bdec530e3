import { apart } from '../../../src/taskpane/map/apart';
import { colouring } from '../../../src/taskpane/map/colouring';
import { neighboursOf, type Neighbours } from '../../../src/taskpane/map/neighbours';
import { colourOf, PALETTE, USUAL } from '../../../src/taskpane/map/palette';
import { laid, scatter } from './scatter';

const besides = ({ mesh, sites, holder, territory, territories }: ReturnType<typeof laid>): Neighbours =>
  neighboursOf([mesh], sites, holder, territory, territories);

function clashes({ count, edges }: Neighbours, colours: readonly number[]): string[] {
  const found: string[] = [];
  for (let a = 0; a < count; a++)
    for (let b = 0; b < a; b++)
      if (edges[a * count + b]! > 0 && colours[a] === colours[b]) found.push(`${b}–${a}`);
  return found;
}

describe.each([2, 5, 20, 60])('of %i territories', (territories) => {
  test.each([1, 2, 3, 4, 5])('no two neighbours share a colour (%i)', (seed) => {
    const beside = besides(scatter(seed, 1500, territories));
    const colours = colouring(beside);
    expect(clashes(beside, colours)).toEqual([]);
    expect(Math.max(...colours)).toBeLessThan(USUAL);
  });

  test.each([1, 2, 3])('nor where one account in twenty is held by a territory far away (%i)', (seed) => {
    const beside = besides(scatter(seed, 1500, territories, 0.05));
    expect(clashes(beside, colouring(beside))).toEqual([]);
  });
});

test('two territories in one town are neighbours, although one place has one area', () => {
  const map = laid(Float32Array.of(100, 100, 100, 100, 100, 100, 500, 300), Int16Array.of(0, 0, 1, 2), 3);
  const { edges } = besides(map);
  expect([...map.holder]).toEqual([0, 2]);
  expect(edges[1]).toBe(1);
  expect(edges[3]).toBe(1);
  expect(edges[3 + 2]).toBe(0);
});

test('a territory keeps the colour of its number where its neighbours leave it', () => {
  const count = 4;
  expect(colouring({ count, edges: new Float64Array(16) })).toEqual([0, 1, 2, 3]);
});

test('where even 24 colours do not do, the neighbour that is touched least shares one', () => {
  const count = PALETTE.length + 1;
  const edges = Float64Array.from({ length: count * count }, (_, n) => {
    const [a, b] = [n % count, Math.floor(n / count)];
    if (a === b) return 0;
    return (a === 3 && b === 24) || (a === 24 && b === 3) ? 1 : 5;
  });
  expect(clashes({ count, edges }, colouring({ count, edges }))).toEqual(['3–24']);
});

test('another view of the same territories is spared clashes where it costs the plan none', () => {
  const count = 3;
  const link = (a: number, b: number) => {
    const edges = new Float64Array(9);
    edges[a * 3 + b] = edges[b * 3 + a] = 1;
    return { count, edges };
  };
  const colours = colouring(link(0, 1), link(1, 2));
  expect(clashes(link(0, 1), colours)).toEqual([]);
  expect(clashes(link(1, 2), colours)).toEqual([]);
});

test('people with any colour vision tell the colours apart, the usual ones well', () => {
  const least = (colours: readonly string[]) =>
    Math.min(...colours.flatMap((a, i) => colours.slice(0, i).map((b) => apart(a, b))));
  expect(least(PALETTE.slice(0, USUAL))).toBeGreaterThan(9);
  expect(least(PALETTE)).toBeGreaterThan(5.5);
  expect(new Set(PALETTE).size).toBe(PALETTE.length);
  expect(colourOf(PALETTE.length + 2)).toBe(colourOf(2));
});

test('red and green are far apart for most, and hardly for some', () => {
  expect(apart('#FFFFFF', '#000000')).toBeCloseTo(100, 0);
  expect(apart('#009E73', '#8C8C8C')).toBeLessThan(5);
});
